import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { JobAlert } from '../../../prisma/client/client.ts';
import { steps } from '../../../src/features/jobsearch/rules/filter.ts';
import { digestSize, mostAlerts } from '../../../src/features/jobsearch/rules/limit.ts';
import type { Listed } from '../../../src/features/jobsearch/service/offer.ts';
import { alertsCard, newsMessage } from '../../../src/features/jobsearch/views/alert.ts';
import { savedPage } from '../../../src/features/jobsearch/views/saved.ts';
import { foundPage } from '../../../src/features/jobsearch/views/search.ts';
import { monday } from '../../support/monday.ts';

/** The longest that can be typed, against what Discord takes: 40 components and 4000 characters in a message, 4096 in an embed. */

const long = (length: number): string => '*'.repeat(length);
const offer = (isOpen: boolean): Listed => ({
  id: 2_147_483_647,
  title: long(100),
  company: long(100),
  contract: 'cdd',
  months: 36,
  city: long(60),
  department: '974',
  remote: 'partial',
  payMinCents: 123_456_789,
  payMaxCents: 987_654_321,
  payPeriod: 'year',
  skills: [],
  level: 'junior',
  publishedAt: monday,
  expiresAt: monday,
  isOpen,
  threadId: '12345678901234567890',
});
const filters = { text: long(100), contract: 'apprenticeship', place: 'Lille', remote: 'partial', level: 'junior' } as const;
const shared = Array.from({ length: 15 }, () => long(40));

type Node = { content?: string; components?: Node[]; accessory?: Node };
const nodesOf = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.components ?? []), ...(node.accessory ? [node.accessory] : [])]);
function measured(components: readonly APIMessageTopLevelComponent[] | undefined) {
  const nodes = nodesOf((components ?? []) as unknown as Node[]);
  return { components: nodes.length, characters: nodes.reduce((sum, { content }) => sum + (content?.length ?? 0), 0) };
}
function expectToFit(components: readonly APIMessageTopLevelComponent[] | undefined): void {
  const { components: count, characters } = measured(components);
  expect(count).toBeLessThanOrEqual(40);
  expect(characters).toBeLessThanOrEqual(4_000);
}

describe.each(['fr', 'en'] as const)('%s', (locale) => {
  test('a page of offers, full, in the middle, and empty with all that widens it', () => {
    const found = {
      number: 2_000_000_000,
      kind: 'search',
      filters,
      since: null,
      offers: Array.from({ length: 10 }, () => ({ ...offer(true), shared })),
      page: 4,
      total: 100,
      isCut: true,
      readings: [{ typed: long(40), words: [long(40), long(40), long(40), long(40)] }],
      wider: [],
    } as const;
    expectToFit(foundPage(found, locale).components);
    const wider = steps.slice(0, 4).map((step) => ({ step, count: 100 }));
    expectToFit(foundPage({ ...found, offers: [], page: 0, total: 0, wider }, locale).components);
  });

  test('a page of saved offers, and three alerts', () => {
    const offers = Array.from({ length: 10 }, (_, index) => offer(index % 2 === 0));
    expectToFit(savedPage({ offers, page: 4, total: 100, closed: 50 }, locale).components);
    const alert = (slot: number): JobAlert => ({
      id: slot,
      guildId: '100000000000000001',
      userId: '100000000000000002',
      slot,
      locale,
      ...filters,
      query: '',
      isImmediate: false,
      isOn: true,
      createdAt: monday,
      changedAt: monday,
    });
    const alerts = Array.from({ length: mostAlerts }, (_, index) => alert(index + 1));
    expectToFit(alertsCard({ alerts, digestHour: 23 }, locale, { fr: long(500), en: long(500) }).components);

    const news = {
      userId: '1',
      locale,
      offers: Array.from({ length: digestSize }, () => offer(true)),
      more: 99,
      alerts,
      matchIds: [],
    };
    const { embeds = [], components } = newsMessage(
      news,
      { guildId: '100000000000000001', forumId: '100000000000000003' },
      locale,
    );
    expect(embeds[0]?.description?.length).toBeLessThanOrEqual(4_096);
    expectToFit(components);
  });
});
