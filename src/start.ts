import { startApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { type EmbeddedDatabase, startEmbedded } from './infra/embedded.ts';
import { createLogger } from './infra/logger.ts';
import { remedyOf, say, stopOnSignal, surviveRejections } from './infra/process.ts';
import { systemClock } from './kernel/time.ts';
import type { LocalDiscord } from './sandbox/local.ts';

let embedded: EmbeddedDatabase | undefined;
let local: LocalDiscord | undefined;
try {
  const started = performance.now();
  const config = readConfig();
  const log = createLogger(config.logLevel);
  surviveRejections(log);

  embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDirectory);
  say(`Database   ${embedded ? `embedded PostgreSQL, in ${embedded.directory}` : 'the PostgreSQL of DATABASE_URL'}`);

  local = config.discordToken ? undefined : await (await import('./sandbox/local.ts')).startLocal(config);
  say(`Discord    ${local ? `a local one, at ${local.url}` : config.discordApiUrl}`);

  const app = await startApp({
    ...config,
    discordToken: config.discordToken ?? local?.botToken ?? '',
    discordApiUrl: local?.apiUrl ?? config.discordApiUrl,
    databaseUrl: config.databaseUrl ?? embedded?.url ?? '',
    clock: local?.clock ?? systemClock,
    requestsPerSecond: local?.requestsPerSecond,
    log,
  });
  stopOnSignal(log, config, async () => {
    await local?.save();
    await app.stop();
    await local?.stop();
    await embedded?.stop();
  });
  say(
    `Bot        online after ${((performance.now() - started) / 1000).toFixed(1)} s${app.healthPort ? `; health and metrics on port ${app.healthPort}` : ''}`,
  );

  local?.clock.onMove(() => void app.tick());
  const failure = await local?.populate();
  if (failure) log.error(failure);
  say(
    local
      ? `Next       open ${local.url} and choose a person; Ctrl-C stops`
      : 'Next       type /setup auto on your server, then /diagnostic; Ctrl-C stops',
  );
} catch (error) {
  await local?.stop();
  await embedded?.stop();
  const remedy = error instanceof ConfigError ? error.message : remedyOf(error);
  if (!remedy) throw error;
  process.stderr.write(`${remedy}\n`);
  process.exit(1);
}
