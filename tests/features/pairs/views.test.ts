import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/discord/command.ts';
import {
  goalLimit,
  mostGoals,
  noteLimit,
  ownPageSize,
  pageSize,
  reasonLimit,
  reportLimit,
} from '../../../src/features/pairs/rules/limit.ts';
import type { Pair } from '../../../src/features/pairs/service/pair.ts';
import type { ReportCard } from '../../../src/features/pairs/service/report.ts';
import type { Room } from '../../../src/features/pairs/service/thread.ts';
import { goalScreen, goalsScreen, noteScreen, pickScreen } from '../../../src/features/pairs/views/change.ts';
import {
  closingMessage,
  metMessage,
  ownScreen,
  threadName,
  welcomeMessage,
  wordMessage,
} from '../../../src/features/pairs/views/pair.ts';
import {
  alertMessage,
  questionMessage,
  reasonMessage,
  reportCard,
  reportsScreen,
  sealedCard,
  sealedReason,
  waitingScreen,
} from '../../../src/features/pairs/views/staff.ts';
import { news } from '../../../src/features/pairs/wire.ts';
import { monday } from '../../support/monday.ts';

/** The longest that people may type, in either language: nothing is more than Discord takes, and nothing of theirs is markdown or a mention. */

const nasty = '*_`@|>[x](y)<@&1>';
const fill = (length: number) => nasty.repeat(Math.ceil(length / nasty.length)).slice(0, length);
const id = (n: number) => `30000000000000000${n}`;
const pair = {
  id: 2_147_483_647,
  guildId: id(0),
  mentorId: id(1),
  learnerId: id(2),
  coordinatorId: id(3),
  state: 'paused',
  pausedAs: 'holiday',
  pausedUntil: monday,
  createdAt: monday,
  activeAt: monday,
  threadId: id(4),
  lostAt: null,
  warnedAt: monday,
  absentSince: monday,
} as unknown as Pair;
const goals = Array.from({ length: mostGoals }, (_, n) => ({ id: n + 1, place: n + 1, text: fill(goalLimit), progress: 75 }));
const room: Room = { pair, goals, mentorName: fill(65), learnerName: fill(65), locales: ['fr', 'en'], lacksCoordinator: true };
const own = { ...pair, threadId: null, lostAt: monday, otherName: fill(65), isMentor: true, goals: 5, done: 2 };
const card = {
  report: {
    id: 2_147_483_647,
    userId: id(2),
    about: 'other',
    text: fill(reportLimit),
    isLeaving: true,
    createdAt: monday,
    handledAt: monday,
    handledBy: id(5),
    note: fill(1_000),
  },
  pair,
  reporter: fill(65),
  other: fill(65),
} as unknown as ReportCard;
const waiting = { id: 2_147_483_647, mentor: fill(65), learner: fill(65), createdAt: monday };
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, (_, n) => ({ ...one, id: n + 1 }));
const limits = { nudgeDays: 21, warnDays: 35, endDays: 42 };

type Node = { content?: string; components?: Node[]; accessory?: Node; custom_id?: string; label?: string };
const flat = (nodes: readonly Node[] = []): Node[] =>
  nodes.flatMap((node) => [node, ...flat(node.components), ...(node.accessory ? [node.accessory] : [])]);

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  const messages: Record<string, Message> = {
    welcome: welcomeMessage(room),
    met: metMessage(room, id(1), locale),
    closing: closingMessage(room),
    goals: goalsScreen({ guildId: id(0), pairId: pair.id }, goals, locale),
    goal: goalScreen({ guildId: id(0), pairId: pair.id }, goals[0] ?? { id: 1, place: 1, text: '', progress: 0 }, locale),
    note: noteScreen({ guildId: id(0), pairId: pair.id }, fill(noteLimit), locale),
    own: ownScreen({ pairs: Array.from({ length: ownPageSize }, (_, n) => ({ ...own, id: n + 1 })), total: 9, page: 1 }, locale),
    pick: pickScreen('mentoring:end_pick', 'x', { pairs: times(6, own), hasOwn: true }, locale),
    question: questionMessage({ ...room, pair: { ...pair, coordinatorId: null } }, locale),
    alert: alertMessage(room, 'warn', monday, locale),
    report: reportCard(card, locale),
    waits: reportCard({ ...card, report: { ...card.report, handledAt: null } }, locale),
    sealed: sealedCard({ ...card.report, handledAt: null }, locale),
    reason: reasonMessage(room, fill(reasonLimit), locale),
    sealedReason: sealedReason(pair.id, locale),
    reports: reportsScreen(
      {
        cards: Array.from({ length: pageSize }, (_, n) => ({ ...card, report: { ...card.report, id: n + 1 } })),
        total: 99,
        page: 3,
      },
      locale,
    ),
    waiting: waitingScreen({ pairs: times(pageSize, waiting), total: 99, page: 3 }, locale),
    ...Object.fromEntries(
      news.flatMap((what) => [
        [what, wordMessage(room, what, { limits, now: monday })],
        [`${what} alone`, wordMessage(room, what, { limits, now: monday, locale })],
      ]),
    ),
  };

  test.each(Object.entries(messages))('%s fits', (_name, { content = '', embeds = [], components = [], flags }) => {
    const nodes = flat(components as Node[]);
    const ids = nodes.flatMap(({ custom_id }) => custom_id ?? []);
    expect(content.length).toBeLessThanOrEqual(2_000);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((one) => one.length <= 100)).toBe(true);
    expect(nodes.every(({ label = '' }) => label.length <= 100)).toBe(true);
    expect(nodes.length).toBeLessThanOrEqual(40);
    if (flags) expect(nodes.map(({ content: said = '' }) => said).join('').length).toBeLessThanOrEqual(4_000);
    const words = embeds.flatMap(({ title = '', description = '', footer, fields = [] }) => [
      title,
      description,
      footer?.text ?? '',
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]);
    expect(words.join('').length).toBeLessThanOrEqual(6_000);
    for (const { description = '', fields = [] } of embeds) {
      expect(description.length).toBeLessThanOrEqual(4_096);
      for (const { value } of fields) expect(value.length).toBeLessThanOrEqual(1_024);
    }
    expect(JSON.stringify([content, words, nodes.map(({ content: said }) => said)])).not.toContain('<@&1>');
  });
});

test('the name of a thread fits, whatever the names', () => {
  expect(threadName({ ...room, mentorName: fill(200), learnerName: fill(200) }, 'fr').length).toBeLessThanOrEqual(100);
});
