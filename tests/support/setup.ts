import { afterAll, afterEach } from 'vitest';
import { running } from './app.ts';
import { forgetErrors, loggedErrors } from './logger.ts';

/** What no test expected is a failure of the test during which it happened: an `error` in the log, anything that Discord would not have. */
afterEach(() => {
  const errors = [
    ...loggedErrors(),
    ...[...running].flatMap(({ sandbox }) => sandbox.violations.splice(0)).map((violation) => JSON.stringify(violation)),
  ];
  forgetErrors();
  if (errors.length > 0) throw new Error(`nobody expected:\n${errors.join('\n')}`);
});

afterAll(async () => {
  for (const app of [...running]) await app.stop();
});
