import { afterEach } from 'vitest';
import { forgetErrors, loggedErrors } from './logger.ts';

/** An `error` in the log that no test expected is a failure of the test during which it was written. */
afterEach(() => {
  const errors = loggedErrors();
  forgetErrors();
  if (errors.length > 0) throw new Error(`unexpected in the log:\n${errors.join('\n')}`);
});
