import { enableCompileCache, flushCompileCache } from 'node:module';

// As the program does it.
enableCompileCache();
const { startApp } = await import('../../src/app.ts');
const { createLogger } = await import('../../src/infra/logger.ts');
const { systemClock } = await import('../../src/kernel/time.ts');

const { BOT_TOKEN = '', BOT_API = '', BOT_DATABASE = '' } = process.env;

await startApp({
  discordToken: BOT_TOKEN,
  discordApiUrl: BOT_API,
  discordGuildId: undefined,
  databaseUrl: BOT_DATABASE,
  httpPort: 0,
  messageContent: false,
  requestsPerSecond: 10_000,
  clock: systemClock,
  log: createLogger('error'),
});
process.send?.('online');
// With what the start compiled; now, since this process is there to be killed.
flushCompileCache();
