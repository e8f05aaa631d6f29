import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLogger } from '../../src/infra/logger.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  write(createLogger('info', stream));
  return lines.join('');
}

test('an error is described by what a programmer wrote, never by the request or the row that it carries', () => {
  const error = Object.assign(new Error('Cannot send messages to this user'), {
    code: 50007,
    status: 403,
    method: 'POST',
    url: 'https://discord.com/api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb24secret/messages/@original',
    requestBody: { json: { content: 'Bienvenue, Manon !' } },
    detail: 'Failing row contains (Manon, manon@example.org)',
  });
  const line = logged((log) => log.warn({ err: error }, 'refused'));
  expect(line).toContain('50007');
  for (const secret of ['Manon', 'manon@example.org', 'aW50ZXJhY3Rpb24secret']) expect(line).not.toContain(secret);
});

test('secrets and personal data are hidden wherever they travel', () => {
  const line = logged((log) => log.info({ token: 's3cret', member: { email: 'manon@example.org', firstName: 'Manon' } }, 'x'));
  for (const secret of ['s3cret', 'manon@example.org', 'Manon']) expect(line).not.toContain(secret);
});
