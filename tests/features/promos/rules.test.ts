import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultTemplate } from '../../../src/features/catalogue/rules/template.ts';
import {
  areSame,
  channelOverwrites,
  freeze,
  fromJson,
  type Overwrite,
  toJson,
  withTeam,
} from '../../../src/features/promos/rules/access.ts';
import { shortages, type Wave } from '../../../src/features/promos/rules/budget.ts';
import { toCsv } from '../../../src/features/promos/rules/csv.ts';
import { differences } from '../../../src/features/promos/rules/drift.ts';
import { dateProblem, deletionDay, progress, rolesGiven } from '../../../src/features/promos/rules/life.ts';
import { moves, needsOf, partsOf } from '../../../src/features/promos/rules/space.ts';
import { addDays, addYears, dateOf, dayOf, daysBetween, parseDay, todayIn } from '../../../src/kernel/day.ts';

describe('days as people write them', () => {
  test.each([
    ['12/01/2027', '2027-01-12'],
    ['2027-01-12', '2027-01-12'],
    ['12 janvier 2027', '2027-01-12'],
    ['Mardi 12 Janvier 2027', '2027-01-12'],
    ['le 1er février 2027', '2027-02-01'],
    ['1 aout 2027', '2027-08-01'],
    ['12 déc. 2027', '2027-12-12'],
    ['12.1.27', '2027-01-12'],
    ['12-01-2027', '2027-01-12'],
    ['January 12, 2027', '2027-01-12'],
    ['12th of January 2027', '2027-01-12'],
    ['the 3rd May 2027', '2027-05-03'],
    [' 29/02/2028 ', '2028-02-29'],
  ])('%s', (typed, day) => expect(parseDay(typed)).toBe(day));

  test.each([
    '',
    '31/02/2027',
    '29/02/2027',
    '13/13/2027',
    '12/01',
    'demain',
    '2027',
    '12 brumaire 2027',
    '01/12/1999',
    '2027-1-1x',
    '0/1/2027',
    '<@123>',
  ])('%s is none', (typed) => expect(parseDay(typed)).toBeNull());

  test('every day of the century is read back in all its forms', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (at) => {
        const day = dayOf(at);
        const [year, month, date] = day.split('-');
        expect(parseDay(day)).toBe(day);
        expect(parseDay(`${date}/${month}/${year}`)).toBe(day);
        for (const locale of ['fr-FR', 'en-GB', 'en-US']) {
          const long = new Intl.DateTimeFormat(locale, {
            day: 'numeric',
            month: 'long',
            year: 'numeric',
            weekday: 'long',
            timeZone: 'UTC',
          });
          expect(parseDay(long.format(dateOf(day)))).toBe(day);
        }
      }),
    );
  });

  test('today is the server’s own', () => {
    const midnight = new Date('2027-01-17T23:30:00Z');
    expect([todayIn('Europe/Paris', midnight), todayIn('UTC', midnight), todayIn('America/Cayenne', midnight)]).toEqual([
      '2027-01-18',
      '2027-01-17',
      '2027-01-17',
    ]);
  });

  test('days are counted through summer time', () => {
    expect([daysBetween('2027-03-27', '2027-03-29'), addDays('2027-10-30', 2), addYears('2028-02-29', 1)]).toEqual([
      2,
      '2027-11-01',
      '2029-03-01',
    ]);
  });
});

describe('the dates of a promo', () => {
  test.each([
    ['2027-02-01', '2027-02-01', 'order'],
    ['2027-02-02', '2027-02-01', 'order'],
    ['2026-01-01', '2027-01-11', 'past'],
    ['2026-01-01', '2027-01-12', null],
    ['2027-02-01', '2030-02-01', null],
    ['2027-02-01', '2030-02-02', 'long'],
  ])('%s to %s: %s', (start, end, problem) => expect(dateProblem({ start, end, today: '2027-01-11' })).toBe(problem));

  test('the space stays 30 days, 90 for a diploma', () => {
    expect([deletionDay('2027-07-01', { diploma: false }), deletionDay('2027-07-01', { diploma: true })]).toEqual([
      '2027-07-31',
      '2027-09-29',
    ]);
  });

  test('progress never leaves 0 to 1', () => {
    const at = (today: string) => progress({ start: '2027-01-01', end: '2027-01-11', today });
    expect([at('2026-12-01'), at('2027-01-06'), at('2028-01-01')]).toEqual([0, 0.5, 1]);
  });
});

describe('the roles that memberships give', () => {
  const learner = 'learner' as const;
  test.each([
    [[{ part: learner, state: 'planned' as const }], { learner: null, alumni: null, trainer: null, candidate: null }],
    [[{ part: learner, state: 'active' as const }], { learner: true, alumni: false, trainer: null, candidate: false }],
    [[{ part: learner, state: 'archived' as const }], { learner: false, alumni: true, trainer: null, candidate: null }],
    [
      [
        { part: learner, state: 'ended' as const },
        { part: learner, state: 'active' as const },
      ],
      { learner: true, alumni: false, trainer: null, candidate: false },
    ],
    [[{ part: learner, state: 'cancelled' as const }], { learner: null, alumni: null, trainer: null, candidate: null }],
    [
      [
        { part: 'trainer' as const, state: 'active' as const },
        { part: learner, state: 'ended' as const },
      ],
      { learner: false, alumni: true, trainer: true, candidate: null },
    ],
  ])('%j', (memberships, given) => expect(rolesGiven(memberships)).toEqual(given));
});

const doors = {
  everyone: '1',
  role: '2',
  bot: '3',
  people: [
    { userId: '4', audience: 'trainer' as const },
    { userId: '5', audience: 'staff' as const },
  ],
  held: Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n),
};
const anyOverwrites = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 9 }).map(String),
      allow: fc.bigInt(0n, 2n ** 52n),
      deny: fc.bigInt(0n, 2n ** 52n),
    }),
    {
      selector: ({ id }) => id,
    },
  )
  .map((all): Overwrite[] => all.map((one) => ({ ...one, deny: one.deny & ~one.allow, type: OverwriteType.Role })));

describe('permissions', () => {
  test('a silence lets nobody but the speakers write, and hides nothing from anybody', () => {
    fc.assert(
      fc.property(anyOverwrites, (open) => {
        const silent = freeze(open, { speakers: ['3'], held: doors.held });
        for (const [index, overwrite] of silent.entries()) {
          const before = open[index];
          expect(overwrite.allow & PermissionFlagsBits.ViewChannel).toBe((before?.allow ?? 0n) & PermissionFlagsBits.ViewChannel);
          if (overwrite.id === '3') expect(overwrite).toEqual(before);
          else expect(overwrite.allow & (PermissionFlagsBits.SendMessages | PermissionFlagsBits.Speak)).toBe(0n);
        }
        expect(areSame(fromJson(toJson(open)), open)).toBe(true);
      }),
    );
  });

  test('who joins or leaves the team changes no other overwrite', () => {
    fc.assert(
      fc.property(anyOverwrites, (there) => {
        const [forum] = defaultTemplate.categories[0]?.channels ?? [];
        const wanted = forum ? channelOverwrites(forum, doors) : [];
        const after = withTeam(there, wanted, { gone: ['7'] });
        expect(after.filter(({ id }) => there.some((one) => one.id === id))).toEqual(there.filter(({ id }) => id !== '7'));
        expect(after.some(({ id }) => id === '7')).toBe(false);
        expect(after.some(({ id }) => id === '4')).toBe(true);
      }),
    );
  });

  test('no overwrite names what the bot does not hold', () => {
    const held = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
    for (const channel of defaultTemplate.categories[0]?.channels ?? [])
      for (const { allow, deny } of channelOverwrites(channel, { ...doors, held })) expect((allow | deny) & ~held).toBe(0n);
  });
});

describe('the space', () => {
  test('has its parts in an order where each finds what it hangs on', () => {
    const parts = partsOf('CDA', defaultTemplate, (text) => text.replace('{promo}', 'CDA'));
    const place = (key: string) => parts.findIndex((part) => part.key === key);
    expect(place('role')).toBe(0);
    for (const [index, part] of parts.entries()) {
      if (part.what === 'channel') expect(place(part.category)).toBeLessThan(index);
      if (part.what === 'post') expect(place(part.forum)).toBeLessThan(index);
    }
    expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
  });

  test('is refused with numbers when Discord has no room', () => {
    const needed = needsOf(defaultTemplate);
    const today = '2027-01-11';
    const own = [{ on: today, ...needed }];
    const short = (roles: number, channels: number, waves: Wave[] = [], mine: Wave[] = own) =>
      shortages(defaultTemplate, { there: { roles, channels }, waves, own: mine, today });
    expect(short(249, 500 - needed.channels)).toEqual([]);
    expect(short(250, 500 - needed.channels + 1)).toEqual([
      { what: 'roles', limit: 250, there: 250, needed: 1 },
      { what: 'channels', limit: 500, there: 501 - needed.channels, needed: needed.channels },
    ]);

    const later = [{ on: '2027-09-01', ...needed }];
    const rush = { on: '2027-08-01', roles: 1, channels: 400 };
    expect(short(10, 100, [rush], later)).toEqual([
      { what: 'channels', limit: 500, there: 500, needed: needed.channels, on: '2027-09-01' },
    ]);
    // Those of this year go first, and a day that is too full without this space is not its doing.
    expect(short(10, 100, [rush, { on: '2027-08-15', roles: -1, channels: -400 }], later)).toEqual([]);
    expect(
      short(
        10,
        500,
        [
          { on: '2027-03-01', roles: 0, channels: 9 },
          { on: '2027-04-01', roles: 0, channels: -100 },
        ],
        later,
      ),
    ).toEqual([]);
  });

  test('categories of promos are sorted among themselves and nothing else moves', () => {
    const order = fc.shuffledSubarray(['11', '12', '13', '14', '15', '16'], { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(order, fc.subarray(['11', '13', '15', '16']), (shown, wanted) => {
        const before = shown.map((id, position) => ({ id, position }));
        const moved = new Map(moves(before, wanted).map(({ id, position }) => [id, position]));
        const after = before
          .map(({ id, position }) => ({ id, position: moved.get(id) ?? position }))
          .sort((a, b) => a.position - b.position)
          .map(({ id }) => id);
        expect(after.filter((id) => wanted.includes(id))).toEqual(wanted);
        for (const [index, id] of shown.entries()) if (!wanted.includes(id)) expect(after[index]).toBe(id);
        expect(
          moves(
            after.map((id, position) => ({ id, position })),
            wanted,
          ),
        ).toEqual([]);
      }),
    );
  });

  test('what differs is found, and nothing else', () => {
    const wanted = {
      places: [
        { key: 'role', name: 'CDA', id: 'r' },
        { key: 'channel:a', name: 'a', id: 'c' },
        { key: 'channel:b', name: 'b', id: null },
      ],
      role: { id: 'r', name: 'CDA' },
      overwrites: [{ id: 'c', name: 'a', overwrites: [{ id: '1', type: 0, allow: 0n, deny: 1n }] }],
      memberIds: ['in', 'bare', 'away'],
      parents: [
        { id: 'c', name: 'a', parentId: 'k', category: 'CDA' },
        { id: 'ok', name: 'ok', parentId: 'k', category: 'CDA' },
        { id: 'lost', name: 'lost', parentId: null, category: 'CDA' },
      ],
      entries: [
        { id: 1, name: 'Lille', roleId: 'l' },
        { id: 2, name: 'Dev', roleId: 'deleted' },
        { id: 3, name: 'Web', roleId: null },
      ],
    };
    const seen = {
      ids: new Set(['r', 'c', 'l']),
      parents: new Map([
        ['c', 'elsewhere'],
        ['ok', 'k'],
        ['lost', null],
      ]),
      holds: (userId: string) => userId === 'in',
      roleName: 'Autre',
      overwrites: new Map([['c', []]]),
      holders: ['in', 'stray'],
      present: new Set(['in', 'bare', 'stray']),
    };
    expect(differences(wanted, seen)).toEqual([
      { what: 'missing', key: 'channel:b', name: 'b' },
      { what: 'renamed', id: 'r', from: 'Autre', to: 'CDA' },
      { what: 'moved', id: 'c', name: 'a', category: 'CDA' },
      { what: 'moved', id: 'lost', name: 'lost', category: 'CDA' },
      { what: 'permissions', id: 'c', name: 'a' },
      { what: 'entry_role', entryId: 2, name: 'Dev' },
      { what: 'entry_role', entryId: 3, name: 'Web' },
      { what: 'without_entry_role', userId: 'bare', roleId: 'l' },
      { what: 'without_role', userId: 'bare' },
      { what: 'without_membership', userId: 'stray' },
    ]);
  });
});

test('no cell of an export is a formula', () => {
  const file = toCsv([['=1+1', '+33', '-2', '@SUM', '\t=1', 'a;b', 'say "hi"', 'l1\nl2', 'é']]);
  expect(file).toBe(`\uFEFF'=1+1;'+33;'-2;'@SUM;'\t=1;"a;b";"say ""hi""";"l1\nl2";é\r\n`);
});
