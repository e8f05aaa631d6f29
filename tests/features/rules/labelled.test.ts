import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { say } from '../../../src/infra/process.ts';
import { measure, readMessages, summary } from '../../evaluate/messages.ts';

const file = readFileSync(new URL('./messages.jsonl', import.meta.url), 'utf8');
const { messages, wrong } = readMessages(file);
/** The detectors were built while looking at the first part; the second was only ever counted. */
const parts = file
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { part: 'built' | 'kept' }).part);

test('the default rules on the labelled set', () => {
  expect(wrong).toEqual([]);
  expect(messages.length).toBeGreaterThanOrEqual(700);
  expect(messages.filter(({ label }) => label === 'ok').length).toBeGreaterThanOrEqual(messages.length / 2);
  expect(new Set(messages.map(({ text }) => text)).size).toBeGreaterThanOrEqual(messages.length - 5);

  const all = measure(messages);
  const kept = measure(messages.filter((_, index) => parts[index] === 'kept'));
  say(summary('all', all));
  say(summary('kept', kept));
  for (const { precision, recall, byLabel } of [all, kept]) {
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    for (const label of byLabel) expect(label.recall).toBeGreaterThanOrEqual(0.88);
  }
});

test('lines that are no labelled message are named', () => {
  const good = { text: 'x', channel: 'a', author_age_days: 1, member_age_days: 0.5, has_attachment: false, label: 'ok' };
  const lines = [good, { ...good, label: 'scam' }, { ...good, member_age_days: -1 }, good].map((line) => JSON.stringify(line));
  const read = readMessages(`\uFEFF${lines.join('\r\n')}\n\n{broken`);
  expect(read.messages.map(({ line }) => line)).toEqual([1, 4]);
  expect(read.wrong.map(({ line }) => line)).toEqual([2, 3, 6]);
  expect(read.wrong[0]?.why).toContain('label');
});
