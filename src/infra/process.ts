import { second, systemClock } from '../kernel/time.ts';
import type { Logger } from './logger.ts';

/** How long a stop may take before the process leaves anyway: containers are killed after 30 s. */
const graceful = 25 * second;

/** On SIGTERM or SIGINT: stops once, within 25 seconds; a second signal leaves at once. */
export function stopOnSignal(log: Logger, stop: () => Promise<void>): void {
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
}

/** Says it to the person who started the program. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What nobody awaited went wrong: a bug to find in the log, and no reason to leave everybody without the service. */
export const surviveRejections = (log: Logger): void =>
  void process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed that nobody awaited'));
