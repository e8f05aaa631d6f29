import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinct, readLines, writeLines } from '../../../src/features/groups/rules/outline.ts';
import { lobbyOverwrites, voiceOverwrites } from '../../../src/features/groups/rules/room.ts';
import { fits } from '../../../src/kernel/overwrite.ts';

describe('numbers after names', () => {
  const name = fc.stringMatching(/^[A-Za-zÀ-ÿ :'-]{0,20}[A-Za-zÀ-ÿ]$/);

  test('come back as they were written, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.option(fc.integer({ min: 1, max: 99 }))), { maxLength: 30 }), (people) => {
        const names = distinct(people.map(([one]) => one));
        fc.pre(new Set(names.map((one) => one.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())).size === names.length);
        const typed = writeLines(people.map(([, number], index) => ({ name: names[index] ?? '', number })));
        const { numbers, wrong } = readLines(typed, names, 99);
        expect(wrong).toEqual([]);
        expect([...numbers.values()]).toEqual(people.map(([, number]) => number));
      }),
    );
  });

  test.each([
    ['Ana Petit : 2', [[0, 2]], []],
    [
      'ana  PETIT:2\n\n  Zoé Roux',
      [
        [0, 2],
        [1, null],
      ],
      [],
    ],
    ['Ana Petit : 0', [], [1]],
    ['Ana Petit : 100', [], [1]],
    ['Ana Petit : deux\nZoe Roux : 1', [[1, 1]], [1]],
    ['Ana Petit : 1\nAna Petit : 2', [[0, 1]], [2]],
    ['Quelqu’un : 1', [], [1]],
    ['=1+1', [], [1]],
  ])('%j', (typed, numbers, wrong) => {
    const read = readLines(typed, ['Ana Petit', 'Zoé Roux'], 99);
    expect([...read.numbers]).toEqual(numbers);
    expect(read.wrong).toEqual(wrong);
  });

  test('people of the same name are told apart', () =>
    expect(distinct(['Ana', 'Ana', 'Zoé : Roux'])).toEqual(['Ana', 'Ana (2)', 'Zoé Roux']));
});

describe('rooms', () => {
  const held = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);
  const doors = { everyone: '1', bot: '2', role: '3', team: ['4'], held };

  test('a voice room is closed to everybody, the promo included, but its people and the team', () => {
    const overwrites = voiceOverwrites(doors, ['5', '4']);
    expect(overwrites.map(({ id }) => id)).toEqual(['1', '2', '4', '5']);
    expect(overwrites[0]).toMatchObject({ type: OverwriteType.Role, allow: 0n });
    expect((overwrites[0]?.deny ?? 0n) & PermissionFlagsBits.ViewChannel).not.toBe(0n);
  });

  test('names no permission that the bot lacks', () => {
    const poor = { ...doors, held: PermissionFlagsBits.ViewChannel };
    for (const { allow, deny } of [...lobbyOverwrites(poor), ...voiceOverwrites(poor, ['5'])])
      expect((allow | deny) & ~poor.held).toBe(0n);
  });

  test('learners read the list and write in their thread only', () => {
    const learner = lobbyOverwrites(doors).find(({ id }) => id === '3');
    expect((learner?.allow ?? 0n) & (PermissionFlagsBits.ManageThreads | PermissionFlagsBits.SendMessages)).toBe(0n);
    expect((learner?.deny ?? 0n) & PermissionFlagsBits.CreatePrivateThreads).not.toBe(0n);
  });

  test.each([
    [{ channels: 490, inCategory: 10 }, 10, true],
    [{ channels: 491, inCategory: 10 }, 10, false],
    [{ channels: 100, inCategory: 41 }, 10, false],
  ])('%o and %i more: %s', (there, more, expected) => expect(fits(there, more)).toBe(expected));
});
