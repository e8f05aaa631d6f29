import { describe, expect, test } from 'vitest';
import type { Application } from '../../../prisma/client/client.ts';
import type { Message } from '../../../src/discord/command.ts';
import { reasons } from '../../../src/features/applications/messages/reason.ts';
import { type Stage, stages } from '../../../src/features/applications/rules/stage.ts';
import { boardSize, boardsSize, filters, mineSize } from '../../../src/features/applications/service/board.ts';
import type { OfferFacts } from '../../../src/features/applications/service/offer.ts';
import { applicationCard, boardCard, reasonCard } from '../../../src/features/applications/views/board.ts';
import { mineCard } from '../../../src/features/applications/views/mine.ts';
import { askMessage } from '../../../src/features/applications/views/recommend.ts';
import { deliveredMessage, openingMessage, stageMessage } from '../../../src/features/applications/views/told.ts';
import { monday } from '../../support/monday.ts';

/** Everything at its longest, and typed by somebody who means harm, within Discord's limits and without effect. */

const wild = (length: number) => '*_@everyone`[x](http://y) '.repeat(100).slice(0, length).trimEnd();
const guildId = '110000000000000001';
const people = Array.from({ length: 40 }, (_, index) => String(220000000000000000n + BigInt(index)));
const offer = (more: Partial<OfferFacts> = {}): OfferFacts => ({
  id: 2_147_483_647,
  guildId,
  title: wild(200),
  state: 'published',
  locale: 'fr',
  applyUrl: null,
  expiresAt: monday,
  authorId: null,
  threadId: null,
  companyId: 1,
  company: wild(100),
  handlers: people,
  isFrozen: false,
  ...more,
});
const application = (stage: Stage, more: Partial<Application> = {}) =>
  ({
    id: 2_147_483_647,
    guildId,
    offerId: 1,
    userId: people[0],
    stage,
    formerStage: stage === 'declined' ? 'seen' : null,
    reason: stage === 'declined' ? 'no_answer' : null,
    message: wild(2_000),
    sentAt: monday,
    stageAt: monday,
    roomChannelId: people[1],
    cvMessageId: people[2],
    ...more,
  }) as Application;
const praise = Array.from({ length: 3 }, () => ({ by: wild(100), words: wild(500) }));
const plan = (stage: Stage) => ({
  application: application(stage),
  offer: offer(),
  name: wild(100),
  praise,
  hasFile: true,
  copies: 3,
  file: null,
});

type Node = { type?: number; content?: string; components?: Node[]; accessory?: Node; options?: unknown[]; label?: string };
const walk = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...walk(node.components ?? []), ...(node.accessory ? walk([node.accessory]) : [])]);

function hold(message: Message): string {
  const all = walk((message.components ?? []) as Node[]);
  const words = all.flatMap(({ content }) => content ?? []).join('');
  if (message.flags) {
    expect(all.length).toBeLessThanOrEqual(40);
    expect(words.length).toBeLessThanOrEqual(4_000);
  }
  expect((message.content ?? '').length).toBeLessThanOrEqual(2_000);
  const embeds = JSON.stringify(message.embeds ?? []);
  expect(embeds.length).toBeLessThanOrEqual(6_500);
  for (const { options = [], label = '' } of all) {
    expect(options.length).toBeLessThanOrEqual(25);
    expect(label.length).toBeLessThanOrEqual(80);
  }
  const said = `${words}${message.content ?? ''}${(message.embeds ?? []).map(({ description = '' }) => description).join('')}`;
  expect(said).not.toMatch(/(?<!\\)@everyone|(?<!\\)\]\(http:\/\/y/);
  return said;
}

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  test.each(stages)('a card that is %s, open, closed or frozen', (stage) => {
    for (const state of ['published', 'closed', 'hidden'] as const) {
      const isFrozen = state === 'hidden';
      const card = { ...plan(stage), offer: offer({ state, isFrozen }) };
      const said = hold(applicationCard(card, locale, monday));
      const choices = JSON.stringify(applicationCard(card, locale, monday).components).includes('"jobs:stage:2147483647"');
      expect(choices).toBe(['sent', 'seen', 'interview', 'offer'].includes(stage));
      const values = JSON.stringify(applicationCard(card, locale, monday).components).match(/"value":"\w+"/g) ?? [];
      if (isFrozen && choices) expect(values).toEqual(['"value":"declined"']);
      expect(said).toContain('everyone');
    }
    hold(openingMessage(plan(stage), locale));
    hold(stageMessage(plan(stage), stage, locale));
    for (const what of ['undone', 'paused', 'file_lost'] as const) hold(stageMessage(plan(stage), what, locale));
  });

  test('the board, its reasons, one’s own list and what goes by direct message', () => {
    const rows = Array.from({ length: boardSize }, (_, id) => ({
      id,
      userId: people[id] ?? null,
      name: wild(100),
      stage: 'interview' as const,
      sentAt: monday,
      hasCv: true,
      isRecommended: true,
    }));
    const counts = Object.fromEntries(stages.map((stage) => [stage, 9_999]));
    const board = { offer: offer({ state: 'closed' }), filter: filters.length - 1, page: 3, counts, total: 99_999, rows };
    expect(hold(boardCard(board, locale, boardSize))).toContain(locale === 'fr' ? 'L’offre est close' : 'The offer is closed');
    hold(reasonCard(plan('seen'), locale));
    const longest = Object.entries(reasons).sort(([, a], [, b]) => b.told[locale].length - a.told[locale].length)[0]?.[0] ?? '';
    const mine = Array.from({ length: mineSize }, (_, id) => ({
      id,
      stage: 'declined' as const,
      reason: longest,
      sentAt: monday,
      title: wild(200),
      company: wild(100),
      roomId: people[0] ?? null,
      isPurged: false,
      isOnHold: true,
    }));
    const boards = Array.from({ length: boardsSize }, (_, id) => ({
      id: id + 1,
      title: wild(200),
      state: 'published',
      open: 9,
      total: 99,
    }));
    hold(
      mineCard(
        { rows: mine, total: 99, page: 3, boards: { lines: boards, total: 99, page: 3, last: 19 } },
        { size: mineSize, isSeeker: true },
        locale,
      ),
    );
    hold(
      mineCard(
        { rows: [], total: 0, page: 0, boards: { lines: [], total: 0, page: 0, last: 0 } },
        { size: mineSize, isSeeker: false },
        locale,
      ),
    );
    hold(deliveredMessage(plan('sent'), locale));
    const recommendation = {
      id: 1,
      guildId,
      words: wild(500),
      offerId: 1,
      authorId: '',
      userId: '',
      state: 'asked' as const,
      createdAt: monday,
      decidedAt: null,
    };
    hold(askMessage({ recommendation, offer: offer(), by: wild(100) }, locale));
  });
});
