import { describe, expect, test } from 'vitest';
import type { InviteList, Listed } from '../../../src/features/invites/service/invite.ts';
import { listCard } from '../../../src/features/invites/views.ts';
import { monday } from '../../support/monday.ts';

const listed = (number: number, more: Partial<Listed> = {}): Listed => ({
  id: number,
  number,
  guildId: '900000000000000001',
  promoId: 7,
  askedBy: '900000000000000011',
  code: `code${number}`,
  begunAt: null,
  maxUses: 30,
  uses: 1,
  days: 14,
  madeAt: monday,
  deadAt: null,
  cause: null,
  problem: null,
  seenAt: null,
  last: '2027-02-15',
  ...more,
});
const list = (more: Partial<InviteList> = {}): InviteList => ({
  promo: { id: 7, name: 'CDA *1*' } as InviteList['promo'],
  alive: [],
  dead: [],
  waiting: 0,
  ...more,
});

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  test('none, and the way to one', () => {
    const card = listCard(list(), locale);
    expect(card.embeds?.[0]?.description).toContain('/promo');
    expect(card.embeds?.[0]?.title).toContain('CDA \\*1\\*');
    expect(JSON.stringify(card.components)).toContain('invites:show:7');
  });

  test('the fresh one first, each with its end, and a button of its own', () => {
    const card = listCard(list({ alive: [listed(1), listed(2)], waiting: 3 }), locale, 2);
    expect(card.content).toContain('https://discord.gg/code2');
    expect(card.embeds?.[0]?.description).toContain('<t:1802692800:D>');
    expect(JSON.stringify(card.components)).toMatch(/invites:revoke:1.*invites:revoke:2/);
  });

  test('one that is not made, and why; one that is still being made', () => {
    const full = listCard(list({ alive: [listed(1, { code: null, problem: 'full' })] }), locale, 1);
    expect(full.content).toContain('250');
    expect(full.embeds?.[0]?.description).not.toContain('discord.gg');
    expect(listCard(list({ alive: [listed(1, { code: null })] }), locale, 1).content).toMatch(/invitation|invite/);
  });

  test('as many as there can be fit into a message', () => {
    const alive = Array.from({ length: 10 }, (_, index) => listed(index + 1));
    const dead = Array.from({ length: 5 }, (_, index) => listed(index + 11, { code: null, deadAt: monday, cause: 'used_up' }));
    const card = listCard(list({ alive, dead, waiting: 12 }), locale);
    expect(card.components).toHaveLength(3);
    expect(card.embeds?.[0]?.description?.length).toBeLessThan(4_096);
    expect(card.embeds?.[0]?.fields?.[0]?.value.length).toBeLessThan(1_024);
  });
});
