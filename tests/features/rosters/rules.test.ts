import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, newCode, readCode } from '../../../src/features/rosters/rules/code.ts';
import { compare, digestOf, isNothing, type Known, type RosterLine } from '../../../src/features/rosters/rules/difference.ts';
import { readFileRows } from '../../../src/features/rosters/rules/file.ts';
import type { FileLine, ReadFile } from '../../../src/features/rosters/wire.ts';

const rowsOf = (...cells: readonly (readonly string[])[]) => cells.map((row, index) => ({ line: index + 1, cells: row }));

describe('the titles of a file', () => {
  test.each<[string[], number[]]>([
    [
      ['Nom', 'Prénom', 'E-mail'],
      [0, 1, 2],
    ],
    [
      ['EMAIL', 'PRENOM', 'NOM'],
      [2, 1, 0],
    ],
    [
      ['Last name', 'First name', 'E-mail address'],
      [0, 1, 2],
    ],
    [
      ['surname', 'Given Name', 'mail'],
      [0, 1, 2],
    ],
    [
      ['N°', 'Nom de famille', 'Téléphone', 'Prénom(s)', 'Adresse e-mail'],
      [1, 3, 4],
    ],
    [
      ['Courriel', 'nom d’usage', ' prénom '],
      [1, 2, 0],
    ],
    [
      ['adresse_mail', 'first-name', 'last-name'],
      [2, 1, 0],
    ],
  ])('%j', (titles, [lastName = 0, firstName = 0, email = 0]) => {
    const body = titles.map(() => 'x');
    body[lastName] = 'Dupont';
    body[firstName] = 'Marie';
    body[email] = 'marie@exemple.fr';
    expect(readFileRows(rowsOf(titles, body))).toEqual({
      ok: true,
      file: { lines: [{ line: 2, lastName: 'Dupont', firstName: 'Marie', email: 'marie@exemple.fr' }], invalid: [] },
    });
  });

  test.each<[string[], string[], string[]]>([
    [['Dupont', 'Marie', 'marie@exemple.fr'], ['lastName', 'firstName', 'email'], []],
    [['Nom', 'Prénom'], ['email'], []],
    [['Nom', 'Prénom', 'E-mail', 'Courriel'], [], ['email']],
    [['__proto__', 'constructor', 'nom'], ['firstName', 'email'], []],
  ])('%j will not do', (titles, missing, twice) =>
    expect(readFileRows(rowsOf(titles, ['a', 'b', 'c']))).toEqual({ ok: false, missing, twice }),
  );
});

describe('a line', () => {
  const read = (...lines: string[][]) => {
    const found = readFileRows(rowsOf(['nom', 'prénom', 'e-mail'], ...lines));
    if (!found.ok) throw new Error('no header');
    return found.file;
  };

  test.each<[string[], Partial<FileLine>]>([
    [['DUPONT', 'marie', 'Marie@EXEMPLE.fr'], { lastName: 'Dupont', firstName: 'Marie', email: 'Marie@exemple.fr' }],
    [['d’été', 'zoë', 'mailto:zoe@exemple.fr'], { lastName: "d'Été", firstName: 'Zoë', email: 'zoe@exemple.fr' }],
  ])('%j is tidied', (cells, line) => expect(read(cells).lines).toMatchObject([line]));

  test.each<[string[], unknown]>([
    [['', 'Marie', 'm@exemple.fr'], { faults: [{ field: 'lastName', fault: 'blank' }], email: 'm@exemple.fr' }],
    [
      ['Dupont'],
      {
        faults: [
          { field: 'firstName', fault: 'blank' },
          { field: 'email', fault: 'blank' },
        ],
        email: null,
      },
    ],
    [['Dupont', 'Marie', 'marie'], { faults: [{ field: 'email', fault: 'characters' }] }],
    [['D'.repeat(51), 'Marie', 'm@exemple.fr'], { faults: [{ field: 'lastName', fault: 'long' }] }],
    [['=cmd()', 'Marie', 'm@exemple.fr'], { faults: [{ field: 'lastName', fault: 'characters' }] }],
    [['Dupont', 'Marie', `${'m'.repeat(250)}@exemple.fr`], { faults: [{ field: 'email', fault: 'long' }] }],
  ])('%j is not valid', (cells, line) =>
    expect(read(cells)).toMatchObject({ lines: [], invalid: [{ line: 2, ...(line as object) }] }),
  );

  test('whose address another has is left aside, whatever its case', () =>
    expect(read(['Dupont', 'Marie', 'm@exemple.fr'], ['Durand', 'Max', 'M@exemple.FR'])).toMatchObject({
      lines: [{ line: 2 }],
      invalid: [{ line: 3, faults: [], sameAs: 2 }],
    }));

  test('that is broken takes no place from the good one of the same address', () =>
    expect(
      read(['', 'Marie', 'm@exemple.fr'], ['Dupont', 'Marie', 'M@exemple.fr'], ['Durand', 'Max', 'm@exemple.fr']),
    ).toMatchObject({
      lines: [{ line: 3 }],
      invalid: [
        { line: 2, sameAs: null },
        { line: 4, faults: [], sameAs: 3 },
      ],
    }));

  test('of other columns only is nobody', () => {
    const found = readFileRows(rowsOf(['nom', 'prénom', 'mail', 'note'], ['', '', '', 'Total : 0']));
    expect(found).toEqual({ ok: true, file: { lines: [], invalid: [] } });
  });
});

const fileOf = (...lines: FileLine[]): ReadFile => ({ lines, invalid: [] });
const line = (number: number, more: Partial<FileLine> = {}): FileLine => ({
  line: number,
  lastName: 'Dupont',
  firstName: `Marie-${'abcdefghijklmnop'[number] ?? 'z'}`,
  email: `m${number}@exemple.fr`,
  ...more,
});
const kept = (id: number, more: Partial<RosterLine> = {}): RosterLine => {
  const { line: _line, ...person } = line(id);
  return { id, ...person, claimedBy: null, hasCode: true, isIn: false, ...more };
};
const known = (number: number, more: Partial<Known> = {}): Known => ({
  userId: `u${number}`,
  lastName: 'DUPONT',
  firstName: line(number).firstName.replace('-', ' '),
  email: `M${number}@exemple.fr`,
  kind: 'learner',
  isIn: false,
  elsewhere: null,
  ...more,
});

describe('what a file changes', () => {
  test('who is new is added and coded, who is no longer there is removed, a name is corrected', () => {
    const corrected = line(2, { lastName: 'Durand' });
    const difference = compare(fileOf(line(1), corrected), [kept(2), kept(3)], []);
    expect(difference).toMatchObject({
      added: [line(1)],
      changed: [{ id: 2, to: corrected, from: { lastName: 'Dupont' } }],
      removed: [{ id: 3 }],
      coded: [{ email: 'm1@exemple.fr' }],
      unchanged: 0,
    });
  });

  test('the case of an address is no change', () =>
    expect(isNothing(compare(fileOf(line(1, { email: 'M1@exemple.fr' })), [kept(1)], []))).toBe(true));

  test('another address of somebody who has come is a correction; who has not come gets a code there', () => {
    const corrected = line(1, { email: 'm1.bon@exemple.fr' });
    const here = compare(fileOf(corrected), [kept(1, { claimedBy: 'u1', hasCode: false, isIn: true })], []);
    expect(here).toMatchObject({
      added: [],
      removed: [],
      coded: [],
      changed: [{ id: 1, to: { email: 'm1.bon@exemple.fr' }, from: { email: 'm1@exemple.fr' } }],
    });
    expect(compare(fileOf(corrected), [kept(1)], [])).toMatchObject({ added: [corrected], removed: [{ id: 1 }], changed: [] });
  });

  test('two of the same name are not taken for one another', () => {
    const twins = [2, 3].map((number) => line(number, { firstName: 'Marie' }));
    const one = kept(1, { firstName: 'Marie', claimedBy: 'u1', hasCode: false });
    expect(compare(fileOf(...twins), [one], [])).toMatchObject({ added: twins, removed: [{ id: 1 }], changed: [] });
  });

  test('a line that cannot be read removes nobody', () => {
    const file: ReadFile = { lines: [], invalid: [{ line: 2, faults: [], sameAs: null, email: 'M1@Exemple.fr' }] };
    expect(isNothing(compare(file, [kept(1)], []))).toBe(true);
  });

  test.each<[string, Partial<Known>, object]>([
    ['a learner enters', {}, { entering: [{ userId: 'u1' }] }],
    ['somebody who wanted to come enters', { kind: 'candidate' }, { entering: [{ userId: 'u1' }] }],
    ['alumni enter', { kind: 'alumni' }, { entering: [{ userId: 'u1' }] }],
    ['who is in is ticked off', { isIn: true, kind: 'trainer' }, { present: [{ userId: 'u1' }] }],
    ['a trainer stays out', { kind: 'trainer' }, { held: [{ obstacle: { why: 'kind', kind: 'trainer' } }] }],
    ['who learns elsewhere stays out', { elsewhere: 'DWWM' }, { held: [{ obstacle: { why: 'elsewhere', promo: 'DWWM' } }] }],
  ])('of those who are on the server, %s', (_, more, expected) => {
    const difference = compare(fileOf(line(1)), [], [known(1, more)]);
    expect(difference).toMatchObject({ added: [line(1)], coded: [], ...expected });
  });

  test('an address that two people have says nothing of who they are', () =>
    expect(compare(fileOf(line(1)), [], [known(1), known(1, { userId: 'u2' })])).toMatchObject({
      entering: [],
      coded: [{ email: 'm1@exemple.fr' }],
    }));

  test('under another name it may be somebody else: they stay out, and the code is given all the same', () => {
    const other = { lastName: 'Roux', firstName: 'Zoë' };
    const held = { userId: 'u1', obstacle: { why: 'name', confirmed: 'Zoë Roux' } };
    const coded = [{ email: 'm1@exemple.fr' }];
    expect(compare(fileOf(line(1)), [], [known(1, other)])).toMatchObject({ entering: [], held: [held], coded });
    expect(compare(fileOf(line(1)), [kept(1)], [known(1, other)])).toMatchObject({ held: [held], coded: [] });
    expect(compare(fileOf(line(1)), [], [known(1, { ...other, isIn: true })])).toMatchObject({
      present: [{ userId: 'u1', confirmed: 'Zoë Roux' }],
      coded: [],
    });
  });

  test('who has a line takes no other', () => {
    const theirs = kept(2, { claimedBy: 'u1', hasCode: false, isIn: true });
    expect(compare(fileOf(line(1), line(2)), [theirs], [known(1, { isIn: true })])).toMatchObject({
      present: [],
      coded: [{ email: 'm1@exemple.fr' }],
    });
  });

  test('who has come is left in peace, even after they were taken out', () =>
    expect(isNothing(compare(fileOf(line(1)), [kept(1, { claimedBy: 'u1', hasCode: false })], [known(1)]))).toBe(true));
});

/** Does what a difference says to a list that is kept in memory. */
function applied(
  roster: readonly RosterLine[],
  { added, changed, removed, entering, present, coded }: ReturnType<typeof compare>,
) {
  const gone = new Set(removed.map(({ id }) => id));
  const names = new Map(changed.map(({ id, to }) => [id, to]));
  const owners = new Map([...entering, ...present].map(({ email, userId }) => [email.toLowerCase(), userId]));
  const withCode = new Set(coded.map(({ email }) => email.toLowerCase()));
  const next = Math.max(0, ...roster.map(({ id }) => id)) + 1;
  const all = [
    ...roster.filter(({ id }) => !gone.has(id)).map((one) => ({ ...one, ...names.get(one.id) })),
    ...added.map((one, index) => ({ ...one, id: next + index, claimedBy: null, hasCode: false, isIn: false })),
  ];
  return all.map((one) => ({
    ...one,
    claimedBy: one.claimedBy ?? owners.get(one.email.toLowerCase()) ?? null,
    hasCode: one.hasCode || withCode.has(one.email.toLowerCase()),
  }));
}

describe('whatever the file, the list and the server', () => {
  const names = fc.constantFrom('Dupont', 'Durand', 'Étienne');
  const lines = fc.uniqueArray(fc.record({ number: fc.nat({ max: 12 }), lastName: names, firstName: names }), {
    selector: ({ number }) => number,
  });
  const worlds = fc.record({
    file: lines.map((all) => fileOf(...all.map(({ number, ...person }) => line(number, person)))),
    roster: lines.map((all) =>
      all.map(({ number, ...person }) => kept(number, { ...person, claimedBy: number % 5 ? null : 'x' })),
    ),
    server: fc.array(
      fc.record({
        number: fc.nat({ max: 12 }),
        kind: fc.constantFrom('learner' as const, 'trainer' as const),
        isIn: fc.boolean(),
        elsewhere: fc.constantFrom(null, 'DWWM'),
        lastName: names,
        firstName: names,
      }),
      { maxLength: 6 },
    ),
  });
  const serverOf = (all: readonly ({ number: number } & Partial<Known>)[]) =>
    all.map(({ number, ...more }) => known(number, more));

  test('importing it again changes nothing', () =>
    fc.assert(
      fc.property(worlds, ({ file, roster, server }) => {
        const first = compare(file, roster, serverOf(server));
        const entered = new Set(first.entering.map(({ userId }) => userId));
        const later = serverOf(server).map((one) => (entered.has(one.userId) ? { ...one, isIn: true } : one));
        expect(isNothing(compare(file, applied(roster, first), later))).toBe(true);
      }),
    ));

  test('the order of its lines means nothing', () =>
    fc.assert(
      fc.property(worlds, fc.array(fc.nat()), ({ file, roster, server }, keys) => {
        const shuffled = file.lines
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const digest = (lines: FileLine[]) => digestOf(compare(fileOf(...lines), roster, serverOf(server)));
        expect(digest(shuffled)).toBe(digest(file.lines));
      }),
    ));

  test('nor does the order of its columns', () =>
    fc.assert(
      fc.property(lines, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (all, order) => {
        const cells = [
          ['Nom', 'Prénom', 'E-mail'],
          ...all.map(({ number, lastName, firstName }) => [lastName, firstName, `m${number}@exemple.fr`]),
        ];
        const reordered = cells.map((row) => order.map((column) => row[column] ?? ''));
        expect(readFileRows(rowsOf(...reordered))).toEqual(readFileRows(rowsOf(...cells)));
      }),
    ));
});

describe('a code', () => {
  test('is sixty bits in three groups, and no two are the same', () => {
    const codes = Array.from({ length: 500 }, newCode);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(500);
  });

  test.each([
    ['7k2m-9qtr-04xd', '7K2M9QTR04XD'],
    [' 7K2M 9QTR O4XD ', '7K2M9QTR04XD'],
    ['iLoo0000000l', '110000000001'],
    ['７Ｋ２Ｍ9QTR04XD', '7K2M9QTR04XD'],
    ['7K2M–9QTR—04XD.', '7K2M9QTR04XD'],
  ])('%o is read as it was meant', (typed, code) => expect(readCode(typed)).toBe(code));

  test.each(['', '7K2M-9QTR', '7K2M-9QTR-04XD-1', 'UUUU-UUUU-UUUU', '💥'])('%o is none', (typed) =>
    expect(readCode(typed)).toBeNull(),
  );

  test('is kept as a hash that another server does not share', () => {
    const code = newCode();
    expect(hashOf('1', code)).toBe(hashOf('1', code.toLowerCase().replaceAll('-', ' ')));
    expect(hashOf('1', code)).not.toBe(hashOf('2', code));
    expect(hashOf('1', code)).not.toContain(readCode(code));
  });
});
