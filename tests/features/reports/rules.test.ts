import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aliasCount, aliasOf } from '../../../src/features/reports/rules/limit.ts';
import { canRead, messageLinkOf } from '../../../src/features/reports/rules/sight.ts';
import { defaultThresholds, levelReached } from '../../../src/features/reports/rules/threshold.ts';
import { type Category, categories } from '../../../src/kernel/moderation.ts';
import { factoryGuild as guildId, someone } from './factory.ts';

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

describe('thresholds', () => {
  test.each<[string, Partial<Record<Category, number>>, number | null]>([
    ['nothing', {}, null],
    ['what the law names first calls at once', { minors: 1 }, 1],
    ['four are too few', { harassment: 4 }, null],
    ['harassment and insults are one measure', { harassment: 3, offensive: 2 }, 5],
    ['a graver one counts for the lighter', { offensive: 3, privacy: 2 }, 5],
    ['the lighter does not count for the graver', { privacy: 2, spam: 7 }, null],
    ['the gravest that is reached', { spam: 10, other: 7, fraud: 3 }, 3],
    ['nobody said the graver', { spam: 9 }, null],
    ['spam', { spam: 10 }, 10],
    ['other', { other: 6, spam: 9 }, 10],
  ])('%s', (_name, counts, level) => expect(levelReached(counts, defaultThresholds)).toBe(level));

  test('one more report never makes a level less grave', () => {
    const counts = fc.dictionary(fc.constantFrom(...(Object.keys(categories) as Category[])), fc.nat(12));
    fc.assert(
      fc.property(counts, fc.constantFrom(...(Object.keys(categories) as Category[])), (before, category) => {
        const level = levelReached(before, defaultThresholds) ?? Number.POSITIVE_INFINITY;
        const after = levelReached({ ...before, [category]: (before[category] ?? 0) + 1 }, defaultThresholds);
        expect(after ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(level);
      }),
    );
  });

  test('aliases are of the words and three figures, each once', () => {
    expect(new Set(many(aliasCount, aliasOf)).size).toBe(aliasCount);
    expect(aliasOf(0)).toBe('Acacia 100');
  });
});

describe('who may read a message', () => {
  const view = String(1n << 10n);
  const both = String((1n << 10n) | (1n << 16n));
  const place = (overwrites: { id: string; allow: string; deny: string }[], base = both) => ({
    ...{
      guildId,
      ownerId: '1',
      roles: [
        { id: guildId, permissions: base },
        { id: 'role', permissions: '0' },
      ],
      overwrites,
    },
  });
  const looker = { userId: 'me', roleIds: ['role'], isAdministrator: false };
  const hidden = { id: guildId, allow: '0', deny: view };
  test.each([
    ['open to all', place([]), looker, {}, true],
    ['hidden from all', place([hidden]), looker, {}, false],
    ['shown to a role', place([hidden, { id: 'role', allow: view, deny: '0' }]), looker, {}, true],
    ['shown to another role', place([hidden, { id: 'else', allow: view, deny: '0' }]), looker, {}, false],
    ['shown to the person', place([hidden, { id: 'me', allow: view, deny: '0' }]), looker, {}, true],
    ['kept from the person', place([{ id: 'me', allow: '0', deny: view }]), looker, {}, false],
    ['without its history', place([], view), looker, {}, false],
    ['hidden from all, to an administrator', place([hidden]), { ...looker, isAdministrator: true }, {}, true],
    ['hidden from all, to the owner', place([hidden]), { ...looker, userId: '1' }, {}, true],
    ['a private thread', place([]), looker, { isPrivate: true }, false],
    ['a private thread of theirs', place([]), looker, { isPrivate: true, isMember: true }, true],
  ])('%s', (_name, where, who, thread, sees) => expect(canRead(where, who, thread)).toBe(sees));

  test('a link is Discord’s own', () => {
    const [channelId, messageId] = [someone(), someone()];
    const path = `${guildId}/${channelId}/${messageId}`;
    expect(messageLinkOf(` https://discord.com/channels/${path} `)).toEqual({ guildId, channelId, messageId });
    for (const wrong of [`https://discord.com.evil.example/channels/${path}`, path, 'https://discord.com/channels/@me/1/2', ''])
      expect(messageLinkOf(wrong)).toBeNull();
  });
});
