import { expect, test } from 'vitest';
import type { Message } from '../../../src/discord/command.ts';
import { goalsLimit, questionLimit } from '../../../src/features/mentoring/rules/limit.ts';
import type { Question } from '../../../src/features/mentoring/service/answer.ts';
import { questionMessage } from '../../../src/features/mentoring/views/ask.ts';
import { reasonsText } from '../../../src/features/mentoring/views/reason.ts';
import { proposalsScreen, requestScreen } from '../../../src/features/mentoring/views/request.ts';
import { statusScreen } from '../../../src/features/mentoring/views/status.ts';
import { languages, slots, stages, themes, ways } from '../../../src/kernel/mentoring.ts';
import { monday } from '../../support/monday.ts';

/** The longest that people may type, in either language: nothing is more than Discord takes. */

const nasty = '*_`@|>[x](y)<@&1>';
const fill = (length: number) => nasty.repeat(Math.ceil(length / nasty.length)).slice(0, length);
const guildId = '110000000000000001';
const skills = Array.from({ length: 15 }, (_, n) => fill(38) + String(n).padStart(2, '0'));
const request = {
  id: 2_000_000_000,
  guildId,
  userId: guildId,
  locale: 'fr',
  state: 'waiting' as const,
  goals: fill(goalsLimit),
  themes: Object.keys(themes),
  skills,
  skillKeys: skills,
  languages: Object.keys(languages).slice(0, 10),
  availability: [...slots],
  timeZone: null,
  ways: Object.keys(ways),
  stage: Object.keys(stages)[0] ?? null,
  city: fill(60),
  department: '974',
  createdAt: monday,
  updatedAt: monday,
  closedAt: null,
  remindedAt: null,
};
const reasons = [
  { part: 'themes' as const, value: 1, items: Object.keys(themes) },
  { part: 'skills' as const, value: 1, items: skills },
  { part: 'time' as const, value: 1, items: [...slots] },
  { part: 'preference' as const, value: 1, items: [] },
];
const ask = (id: number, state: 'asked' | 'queued' | 'question') => ({
  id: 2_000_000_000 + id,
  requestId: request.id,
  guildId,
  mentorId: guildId,
  place: id,
  state,
  score: 1,
  reasons,
  question: fill(questionLimit),
  answer: fill(questionLimit),
  askedAt: monday,
  dueAt: monday,
  reminded: 0,
  endedAt: null,
  remindAt: null,
  answeredAt: null,
  silenceAt: null,
  name: fill(32),
});
const own = { request, asks: [ask(1, 'question'), ask(2, 'queued'), ask(3, 'queued')] };
const question = (id: number): Question => ({
  ...ask(id, 'asked'),
  request,
  learner: fill(32),
  mentor: fill(32),
  mentorSlots: [...slots],
  mentorLocale: 'en',
});
const proposals = Array.from({ length: 5 }, (_, n) => ({
  mentorId: `${guildId.slice(0, -1)}${n}`,
  name: fill(32),
  job: fill(120),
  about: fill(600),
  badge: 3,
  fit: { score: 1, learnerScore: 1, mentorScore: 1, reasons },
  slots: [...slots],
}));
const pairs = Array.from({ length: 5 }, (_, n) => ({
  id: 1_000_000_000 + n,
  state: 'paused' as const,
  threadId: guildId,
  createdAt: monday,
  other: fill(32),
  asMentor: true,
}));

type Node = { content?: string; components?: Node[]; custom_id?: string; label?: string };
const flat = (nodes: readonly Node[] = []): Node[] => nodes.flatMap((node) => [node, ...flat(node.components)]);

/** https://docs.discord.com/developers/components/reference: 40 components, 4000 characters, each custom id once. */
function expectTaken(message: Message): void {
  const nodes = flat(message.components as Node[]);
  expect(nodes.length).toBeLessThanOrEqual(40);
  expect(nodes.reduce((sum, { content = '' }) => sum + content.length, 0)).toBeLessThanOrEqual(4_000);
  const ids = nodes.flatMap(({ custom_id: id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { label = '', custom_id: id = '' } of nodes) expect([label.length <= 80, id.length <= 100]).toEqual([true, true]);
  for (const { title = '', fields = [] } of message.embeds ?? [])
    expect([title.length <= 256, fields.every(({ value }) => value.length <= 1_024)]).toEqual([true, true]);
}

test('each reads of the other, by their own clock, and the mentor nothing of what the learner wishes', () => {
  const asked = questionMessage({
    ...question(9),
    reasons: [
      { part: 'preference', value: 1, items: ['wish'] },
      { part: 'field', value: 1, items: ['1'] },
      { part: 'time', value: 1, items: ['mon_morning'] },
    ],
    mentorSlots: ['mon_afternoon'],
    mentorLocale: 'fr',
  });
  const read = JSON.stringify(asked);
  for (const said of ['lundi après-midi', 'à votre heure', 'que vous connaissez']) expect(read).toContain(said);
  for (const unsaid of ['lundi matin', 'souhait', 'votre formation']) expect(read).not.toContain(unsaid);
  const place = (value: number) => reasonsText([{ part: 'place', value, items: ['59'] }], [], 'learner', 'fr');
  expect([1, 0.8, 0.3].map(place)).toEqual(['même ville', 'même département : Nord', 'même région']);
  const both = [{ part: 'preference' as const, value: 1, items: ['wish', 'liking'] }];
  expect(reasonsText(both, [], 'learner', 'fr')).toContain('que vous souhaitiez, souhaite aider');
  expect(reasonsText(both, [], 'mentor', 'en')).toBe('somebody whom you would rather help');
  expect(reasonsText(both, [], 'staff', 'en')).toBe('a wish that was said');
});

test.each(['fr', 'en'] as const)('every screen holds the longest of everything, in %s', (locale) => {
  expectTaken(requestScreen(own, locale));
  expectTaken(proposalsScreen({ request, asks: own.asks.slice(0, 1) }, proposals, null, locale));
  expectTaken(proposalsScreen(own, proposals, null, locale));
  expectTaken(questionMessage(question(9)));
  const waiting = [question(11), question(12), question(13)];
  expectTaken(statusScreen({ own, waiting, pairs, mentor: 'approved' }, { asks: true, helps: true }, locale));
});
