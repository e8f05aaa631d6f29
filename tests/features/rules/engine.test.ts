import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTo, isCooling } from '../../../src/features/rules/rules/counter.ts';
import { defaultKeys, defaultRules } from '../../../src/features/rules/rules/defaults.ts';
import { compile } from '../../../src/features/rules/rules/engine.ts';
import { needed, readExpression } from '../../../src/features/rules/rules/expression.ts';
import { faultsOf } from '../../../src/features/rules/rules/field.ts';
import { normalise } from '../../../src/features/rules/rules/normal.ts';
import { actions, draftSchema, triggers } from '../../../src/features/rules/rules/rule.ts';
import { openWindows } from '../../../src/features/rules/rules/windows.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { hitsOf, noLists, now, ruleOf, said } from './make.ts';

const word = { triggers: [{ kind: 'words', words: ['zut'] }] } as const;
const isHit = (part: Parameters<typeof hitsOf>[0], facts: Parameters<typeof hitsOf>[1]) => hitsOf(part, facts).length > 0;

test('faults are codes with a place and a bound', () => {
  const faultsIn = (draft: object) => {
    const read = draftSchema.safeParse({ name: 'x', on: ['message'], ...word, actions: [{ kind: 'alert' }], ...draft });
    return read.success
      ? []
      : faultsOf(read.error).map(({ path, code, limit }) => [path.join('.'), code, ...(limit === undefined ? [] : [limit])]);
  };
  expect(faultsIn({})).toEqual([]);
  expect(faultsIn({ name: ' ', on: [], actions: [], cooldownSeconds: -1 })).toEqual([
    ['name', 'too_short', 1],
    ['on', 'too_few', 1],
    ['actions', 'too_few', 1],
    ['cooldownSeconds', 'too_small', 0],
  ]);
  expect(
    faultsIn({
      triggers: [
        { kind: 'mentions', least: 101 },
        { kind: 'mentions', least: 1.5 },
        { kind: 'mentions', least: '3' },
        { kind: 'nothing' },
      ],
    }),
  ).toEqual([
    ['triggers.0.least', 'too_big', 100],
    ['triggers.1.least', 'not_a_number'],
    ['triggers.2.least', 'not_a_number'],
    ['triggers.3.kind', 'unknown_kind'],
  ]);
  expect(
    faultsIn({
      triggers: [
        { kind: 'words' },
        { kind: 'words', words: ['...'] },
        { kind: 'link', domains: ['a b'] },
        { kind: 'expression', expressions: ['(a', 'a*', 'a{1001}', 'x'.repeat(201)] },
      ],
    }),
  ).toEqual([
    ['triggers.0.words', 'missing'],
    ['triggers.1.words.0', 'blank'],
    ['triggers.2.domains.0', 'bad_domain'],
    ['triggers.3.expressions.0', 'expression_syntax'],
    ['triggers.3.expressions.1', 'blank'],
    ['triggers.3.expressions.2', 'expression_too_big'],
    ['triggers.3.expressions.3', 'too_long', 200],
  ]);
  expect(faultsIn({ on: ['join'], actions: [{ kind: 'delete' }, { kind: 'alert' }, { kind: 'alert' }] })).toEqual([
    ['triggers.0', 'never_set_off'],
    ['actions.0', 'nothing_to_act_on'],
    ['actions.2', 'same_twice'],
  ]);
  expect(
    faultsIn({
      actions: [
        { kind: 'timeout', seconds: 28 * 86_400 },
        { kind: 'add_role', roleId: 'abcdefghijklmnop' },
      ],
    }),
  ).toEqual([
    ['actions.0.seconds', 'too_big', 28 * 86_400 - 60],
    ['actions.1.roleId', 'bad_id'],
  ]);
  expect(faultsIn({ mode: 'loud', conditions: [{ kind: 'hours', from: 3, to: 3 }] })).toEqual([['mode', 'unknown_choice']]);
});

test('there are at least 20 triggers and 12 actions; the default set is in the same shape, and reads as it was written', () => {
  expect(Object.keys(triggers).length).toBeGreaterThanOrEqual(20);
  expect(Object.keys(actions).length).toBeGreaterThanOrEqual(12);
  const names = Object.fromEntries(defaultKeys.map((key) => [key, key])) as Record<(typeof defaultKeys)[number], string>;
  for (const { key, ...draft } of defaultRules(names))
    expect(draftSchema.parse(JSON.parse(JSON.stringify(draft))), key).toEqual(draft);
});

test('conditions are all of them, and each may be turned round', () => {
  const facts = said('zut', { raidLevel: 'medium', roleIds: ['100000000000000008'], joinedAt: now - 2 * day });
  const holds = (condition: object) => isHit({ ...word, conditions: [condition as never] }, facts);
  for (const condition of [
    { kind: 'channels', ids: ['100000000000000002'] },
    { kind: 'roles', ids: ['100000000000000008', '100000000000000009'] },
    { kind: 'member_age', days: 7 },
    { kind: 'raid', level: 'low' },
    { kind: 'hours', from: 14, to: 16 },
    { kind: 'hours', from: 22, to: 16 },
    { kind: 'weekdays', days: ['mon'] },
    { kind: 'length', least: 3 },
  ]) {
    expect(holds(condition), JSON.stringify(condition)).toBe(true);
    expect(holds({ ...condition, not: true })).toBe(false);
  }
  for (const condition of [
    { kind: 'categories', ids: ['100000000000000002'] },
    { kind: 'roles', ids: ['100000000000000008', '100000000000000009'], which: 'all' },
    { kind: 'account_age', days: 30 },
    { kind: 'raid', level: 'high' },
    { kind: 'hours', from: 22, to: 6 },
    { kind: 'has_link' },
    { kind: 'has_code' },
    { kind: 'has_attachment' },
    { kind: 'has_image' },
    { kind: 'is_reply' },
    { kind: 'is_forward' },
  ])
    expect(holds(condition), JSON.stringify(condition)).toBe(false);
});

test('staff, and whoever and wherever an admin said, are left alone; a rule that is off sleeps, in the shadow it is told', () => {
  expect(isHit(word, said('zut', { isStaff: true }))).toBe(false);
  expect(isHit({ ...word, exemptions: { staff: false } }, said('zut', { isStaff: true }))).toBe(true);
  for (const exemptions of [
    { userIds: ['100000000000000004'] },
    { channelIds: ['100000000000000002'] },
    { roleIds: ['100000000000000008'] },
  ])
    expect(isHit({ ...word, exemptions }, said('zut', { roleIds: ['100000000000000008'] }))).toBe(false);
  expect(
    isHit({ ...word, exemptions: { channelIds: ['100000000000000005'] } }, said('zut', { parentId: '100000000000000005' })),
  ).toBe(false);
  expect(isHit({ ...word, mode: 'off' }, 'zut')).toBe(false);
  expect(hitsOf({ ...word, mode: 'shadow' }, 'zut')[0]?.mode).toBe('shadow');
  expect(isHit(word, said('zut', { kind: 'edit' }))).toBe(false);
  expect(isHit({ ...word, on: ['edit'] }, said('zut', { kind: 'edit' }))).toBe(true);
});

test('duplicates, bursts and joins are counted over their windows, and say what else belongs to them', () => {
  const engine = compile(
    [
      ruleOf({ triggers: [{ kind: 'duplicates', scope: 'person', least: 3, seconds: 60 }] }, 1),
      ruleOf({ triggers: [{ kind: 'duplicates', scope: 'channels', least: 2, seconds: 60 }] }, 2),
      ruleOf({ triggers: [{ kind: 'duplicates', scope: 'people', least: 2, seconds: 60 }] }, 3),
      ruleOf({ triggers: [{ kind: 'burst', least: 4, seconds: 10 }] }, 4),
      ruleOf({ on: ['join'], triggers: [{ kind: 'join_rate', least: 3, seconds: 60 }] }, 5),
      ruleOf({ on: ['join'], triggers: [{ kind: 'similar_names', least: 2, seconds: 60 }] }, 6),
    ],
    noLists,
  );
  expect(engine.lookBack).toBe(60_000);
  const windows = openWindows();
  let message = 0;
  const say = (text: string, seconds: number, more: Partial<Parameters<typeof said>[1]> = {}) =>
    engine.read(said(text, { at: now + seconds * 1_000, messageId: `m${++message}`, ...more }), windows);
  const ids = (hits: ReturnType<typeof say>) => hits.map(({ ruleId }) => ruleId);
  expect(ids(say('Achetez mes abonnés !', 0))).toEqual([]);
  expect(ids(say('achetez MES abonnés 2', 1))).toEqual([]);
  const third = say('Achetez mes abonnés 🔥', 2);
  expect(ids(third)).toEqual([1]);
  expect(third[0]?.others.map(({ messageId }) => messageId)).toEqual(['m2', 'm1']);
  expect(ids(say('Achetez mes abonnés', 3, { channelId: '100000000000000099' }))).toEqual([1, 2, 4]);
  expect(ids(say('Achetez mes abonnés', 4, { authorId: '100000000000000055' }))).toEqual([3]);
  expect(ids(say('Achetez mes abonnés', 90))).toEqual([]);
  expect(ids(say('```js\nconst a = 1;\n```', 91))).toEqual([]);
  expect(ids(say('```js\nconst a = 1;\n```', 92))).toEqual([]);
  const join = (name: string, seconds: number) =>
    ids(
      engine.read(
        said('', {
          kind: 'join',
          channelId: null,
          messageId: null,
          authorName: name,
          authorId: `u${name}`,
          at: now + seconds * 1_000,
        }),
        windows,
      ),
    );
  expect(join('Raider 01', 100)).toEqual([]);
  expect(join('raider_02', 101)).toEqual([6]);
  expect(join('Amina', 102)).toEqual([5]);
  expect(join('Bob', 200)).toEqual([]);
});

test('the words of many rules are those of a naive search', () => {
  const words = fc
    .string({ unit: fc.constantFrom('a', 'b', 'é', 'О', '1', ' '), minLength: 1, maxLength: 4 })
    .filter((typed) => normalise(typed) !== '');
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), fc.array(words, { maxLength: 12 }), (all, parts) => {
      const text = parts.join(' ');
      const engine = compile(
        all.map((one, index) => ruleOf({ triggers: [{ kind: 'words', words: [one], match: 'word' }] }, index + 1)),
        noLists,
      );
      const found = new Set(engine.read(said(text), openWindows()).map(({ ruleId }) => ruleId));
      const padded = ` ${normalise(text)} `;
      all.forEach((one, index) => {
        if (padded.includes(` ${normalise(one)} `)) expect(found.has(index + 1), `${one} in ${text}`).toBe(true);
      });
    }),
    { numRuns: 150 },
  );
});

test('an expression is only left out where it could not have matched', () => {
  expect(needed('nitro|gratuit')).toEqual(['nitro', 'gratuit']);
  expect(needed('abcd?')).toEqual(['abc']);
  expect(needed('(nitro)?abc[xyz]+')).toEqual(['abc']);
  for (const source of ['nitro|\\d+', 'ab?', '(nitro)', '[abc]def{0}'.replace('def', 'de'), '\\x41bcd'])
    expect(needed(source)).toBeNull();
  const pieces = fc.constantFrom('abc', 'abd', 'x?', 'y*', '(ab|c)', '[ab]', '.', 'b{2}', '|', 'bcd', '\\d', 'c+');
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 1, maxLength: 6 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'x'), maxLength: 20 }),
      (parts, text) => {
        const read = readExpression(parts.join(''));
        const words = needed(parts.join(''));
        if (read.ok && words && read.expression.find(text)) expect(words.some((one) => text.includes(one))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('a hostile expression holds nobody up: compiled and searched in 4 000 characters under 100 ms, or refused', () => {
  const text = `${'a'.repeat(3_999)}!`;
  const hostile = [
    '(a+)+$',
    '(a|a)*b',
    '(a|aa)+$',
    '(.*a){20}',
    '(?:a?){40}a{40}',
    '((a{1,30}){1,30}){1,3}',
    '(x+x+)+y',
    '.*.*.*.*=.*',
    '(\\w+\\s?)*:$',
    Array.from({ length: 60 }, (_, index) => `a${index % 10}`).join('|'),
    '[^b]*[^c]*[^d]*!x',
    'a{200}b',
    '(.{1,50}){1,10}z',
    '(?i)(A+B?)+C',
  ];
  // Once before: what is timed is the expression, not the loading of the library.
  readExpression('warm');
  const slow = hostile.filter((source) => {
    const times = [0, 1].map(() => {
      const began = process.cpuUsage();
      const read = readExpression(source);
      if (read.ok) read.expression.find(text);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1_000;
    });
    return Math.min(...times) > 100;
  });
  expect(slow).toEqual([]);
});

test('a counter decays, and begins again once it acted; a cooldown ends', () => {
  const counter = { name: 'x', add: 2, decayPerHour: 1, at: 5 };
  const first = addTo(null, counter, now);
  expect(first).toEqual({ value: 2, at: now, isReached: false });
  expect(addTo(first, counter, now + hour).value).toBe(3);
  expect(addTo(first, counter, now + 9 * hour).value).toBe(2);
  expect(addTo({ value: 3, at: now }, counter, now)).toEqual({ value: 0, at: now, isReached: true });
  const rule = ruleOf({ ...word, cooldownSeconds: 60 });
  expect([null, now - 60_000, now - 59_999].map((at) => isCooling(rule, at, now))).toEqual([false, false, true]);
});
