import { second, systemClock } from '../kernel/time.ts';
import type { Logger } from './logger.ts';
import { MigrationError } from './migrate.ts';

/** How long a stop may take before the process leaves anyway: containers are killed after 30 s. */
const graceful = 25 * second;

/** How often the parent is looked at. */
const glance = second;

/**
 * On SIGTERM or SIGINT: stops once, within 25 seconds; a second signal leaves at once. npm gives a signal to its shell, which dies
 * without passing it on: the loss of that parent is then the signal. Returns what ends that watch, for a program that ends by itself.
 */
export function stopOnSignal(log: Logger, { startedByNpm }: { startedByNpm: boolean }, stop: () => Promise<void>): () => void {
  let stopping = false;
  const leave = (code: number) => process.exit(code);
  const onSignal = (signal: string) => {
    if (stopping) return leave(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    systemClock.after(graceful, () => leave(1));
    stop().then(
      () => leave(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop failed');
        leave(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => onSignal(signal));

  const parent = process.ppid;
  let forget = () => {};
  const watchParent = (): void => {
    if (process.ppid === parent) forget = systemClock.after(glance, watchParent);
    else if (!stopping) onSignal('the end of npm');
  };
  if (startedByNpm) watchParent();
  return () => forget();
}

/** Says it to the person who started the program. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What nobody awaited went wrong: a bug to find in the log, and no reason to leave everybody without the service. */
export const surviveRejections = (log: Logger): void =>
  void process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed that nobody awaited'));

/**
 * What stops a start and is settled outside the program, by code: Node's (https://nodejs.org/api/errors.html#common-system-errors),
 * PostgreSQL's (https://www.postgresql.org/docs/current/errcodes-appendix.html), or the status of Discord's answer.
 */
const remedies: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody answers there: see DATABASE_URL and DISCORD_API_URL.',
  ENOTFOUND: 'No machine has that name: see DATABASE_URL and DISCORD_API_URL.',
  EADDRINUSE: 'Another program has that port: stop it, or change HTTP_PORT or SANDBOX_PORT.',
  EACCES: 'This user may not write there: see DATA_DIR, or set DATABASE_URL.',
  ERR_MODULE_NOT_FOUND:
    'A production install has neither the embedded database nor the local Discord: set DATABASE_URL and DISCORD_TOKEN, or install everything with npm ci.',
  '28P01': 'See the user and the password in DATABASE_URL.',
  '3D000': 'Create that database, or change DATABASE_URL.',
  '401': 'Discord does not know this token: see DISCORD_TOKEN.',
};

/** For whoever started the program, when the start failed by no fault of the code: what happened and what to do. Else null: a bug, whose stack matters. */
export function remedyOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const failure = `Passerelle could not start: ${error.message}`;
  if (error instanceof MigrationError) return failure;
  const { code, status } = error as { code?: unknown; status?: unknown };
  const remedy = remedies[String(code)] ?? remedies[String(status)];
  return remedy ? `${failure}\n${remedy}` : null;
}
