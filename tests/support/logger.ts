import { Writable } from 'node:stream';
import { createLogger, type Logger } from '../../src/infra/logger.ts';

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

export const testLogger = (): Logger => createLogger('error', collector);
