import { flushCompileCache } from 'node:module';
import { startApp } from '../../src/app.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { systemClock } from '../../src/kernel/time.ts';

const { BOT_TOKEN = '', BOT_API = '', BOT_DATABASE = '' } = process.env;

// Not awaited: what is bundled for a quick start is no module.
startApp({
  discordToken: BOT_TOKEN,
  discordApiUrl: BOT_API,
  discordGuildId: undefined,
  databaseUrl: BOT_DATABASE,
  httpPort: 0,
  messageContent: false,
  requestsPerSecond: 10_000,
  clock: systemClock,
  log: createLogger('error'),
}).then(() => {
  process.send?.('online');
  // With what the start compiled; now, since this process is there to be killed.
  flushCompileCache();
});
