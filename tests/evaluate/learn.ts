import { readFileSync, writeFileSync } from 'node:fs';
import { findIdeas } from '../../src/features/rules/rules/detect/ideas.ts';
import { shownIn } from '../../src/features/rules/rules/detect/weigh.ts';
import { kindsOfBad } from '../../src/features/rules/rules/detect/weights.ts';
import { marks, wordsOf } from '../../src/features/rules/rules/detect/wording.ts';
import { undo } from '../../src/features/rules/rules/disguise.ts';
import { placesOf } from '../../src/features/rules/rules/link.ts';
import { read } from '../../src/features/rules/rules/reading.ts';
import { say } from '../../src/infra/process.ts';
import { isJobChannel, type Label, type LabelledMessage, readMessages } from './messages.ts';

/**
 * Learns how words weigh, from the messages of the labelled set that the detectors were built on, never from those that are only counted: a regression with
 * four outcomes, whose weights are held small. `node tests/evaluate/learn.ts`
 */

const turns = 60;
const pace = 0.15;
const restraint = 0.001;
/** A word of one message says nothing. */
const leastMessages = 2;
const smallest = 0.07;
const onLine = 14;

const source = new URL('../features/rules/messages.jsonl', import.meta.url);
const target = new URL('../../src/features/rules/rules/detect/weights.ts', import.meta.url);

function wordsIn(message: LabelledMessage): Set<string> {
  const reading = read(message.text);
  findIdeas(reading, reading.isOdd ? undo(reading) : null);
  const words = wordsOf(reading);
  const found = new Set(words);
  for (let index = 1; index < words.length; index++) found.add(`${words[index - 1]} ${words[index]}`);
  const days = { accountDays: message.author_age_days, memberDays: message.member_age_days };
  const setting = { ...days, isJobChannel: isJobChannel(message.channel) };
  for (const mark of shownIn(message.text, placesOf(reading), setting)) found.add(marks[mark]);
  return found;
}

const file = readFileSync(source, 'utf8');
const parts = file
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { part: string }).part);
const examples = readMessages(file)
  .messages.filter((_, index) => parts[index] === 'built')
  .map((message) => ({ words: wordsIn(message), label: message.label }));

const often = new Map<string, number>();
for (const { words } of examples) for (const word of words) often.set(word, (often.get(word) ?? 0) + 1);
const known = [...often].filter(([, times]) => times >= leastMessages).map(([word]) => word);
const numbers = new Map(known.map((word, index) => [word, index]));
const kinds = kindsOfBad.length;
const weight = new Float64Array((known.length + 1) * kinds);
const slope = new Float64Array(weight.length).fill(1e-6);
const numbered = examples.map(({ words, label }) => ({
  // The last is the start, which every message has.
  ids: [...[...words].flatMap((word) => numbers.get(word) ?? []), known.length],
  label: kindsOfBad.indexOf(label as Exclude<Label, 'ok'>),
}));

for (let turn = 0; turn < turns; turn++)
  for (let step = 0; step < numbered.length; step++) {
    // Far apart, so that messages of one kind do not come together.
    const example = numbered[(step * 7_919 + turn * 31) % numbered.length];
    if (!example) continue;
    const odds = kindsOfBad.map((_, kind) =>
      Math.exp(example.ids.reduce((total, id) => total + (weight[id * kinds + kind] ?? 0), 0)),
    );
    const whole = 1 + odds.reduce((total, one) => total + one, 0);
    odds.forEach((odd, kind) => {
      const gap = odd / whole - (example.label === kind ? 1 : 0);
      for (const id of example.ids) {
        const place = id * kinds + kind;
        const change = gap + (id === known.length ? 0 : restraint * (weight[place] ?? 0));
        slope[place] = (slope[place] ?? 0) + change * change;
        weight[place] = (weight[place] ?? 0) - (pace * change) / Math.sqrt(slope[place] ?? 1);
      }
    });
  }

const lineOf = (word: string, id: number): string =>
  [word, ...kindsOfBad.map((_, kind) => Math.round(100 * (weight[id * kinds + kind] ?? 0)))].join(';');
const lines = known
  .map((word, id) => ({ word, id }))
  .filter(({ id }) => kindsOfBad.some((_, kind) => Math.abs(weight[id * kinds + kind] ?? 0) >= smallest))
  .sort((one, other) => (one.word < other.word ? -1 : 1))
  .map(({ word, id }) => lineOf(word, id));
const all = [lineOf('', known.length), ...lines];
const rows = Array.from({ length: Math.ceil(all.length / onLine) }, (_, row) =>
  all.slice(row * onLine, (row + 1) * onLine).join('|'),
);
writeFileSync(
  target,
  `/** Made by \`node tests/evaluate/learn.ts\`: words and pairs of words, with what each adds for each kind, in hundredths. */
export const kindsOfBad = ['${kindsOfBad.join("', '")}'] as const;

export const weights = \`
${rows.join('\n')}
\`;
`,
);
say(`${examples.length} messages, ${lines.length} words and pairs`);
