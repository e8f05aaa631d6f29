import { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';

let errors: string[] = [];

/** Lines of level `error` and above since the last test. */
export const loggedErrors = (): readonly string[] => errors;

/** Called by a test that expects the errors it caused. */
export const forgetErrors = (): void => {
  errors = [];
};

const collector = new Writable({
  write(line, _encoding, done) {
    errors.push(String(line).trim());
    done();
  },
});

export const testLogger = (): Logger => pino({ level: 'error', base: null }, collector);
