import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { text } from '../../../src/features/automod/messages.ts';
import { type ReasonCode, reasonCodes } from '../../../src/features/automod/rules/account.ts';
import { compile, type Rule, type Source } from '../../../src/features/automod/rules/compile.ts';
import { nativePattern } from '../../../src/features/automod/rules/expression.ts';
import { areSame, bodyOf, limits, readNative } from '../../../src/features/automod/rules/native.ts';
import { overviewScreen } from '../../../src/features/automod/views.ts';
import { type DraftInput, ruleSchema } from '../../../src/features/rules/rules/rule.ts';
import { readPattern } from '../../../src/sandbox/automod/pattern.ts';

const id = (number: number) => String(100_000_000_000_000_000n + BigInt(number));
const ruleOf = (number: number, more: Partial<DraftInput> = {}): Rule =>
  ruleSchema.parse({
    id: number,
    name: `règle ${number}`,
    on: ['message'],
    triggers: [{ kind: 'words', words: ['gratuit'] }],
    actions: [{ kind: 'delete' }],
    exemptions: {},
    mode: 'on',
    ...more,
  });
const sourceOf = (rules: Rule[], more: Partial<Source> = {}): Source => ({
  rules,
  blocked: { sites: [], total: 0 },
  excepted: new Set(),
  invites: [],
  staffRoleIds: [id(1)],
  alertChannelId: id(2),
  missing: new Set(),
  free: { words: 6, mentions: 1 },
  explanations: { held: text.held.fr, paused: text.paused.fr },
  ...more,
});
const one = (more: Partial<DraftInput>, source: Partial<Source> = {}) => {
  const { natives, lines } = compile(sourceOf([ruleOf(7, more)], source));
  return { natives: natives.map(({ native }) => native), line: lines[0] };
};

describe('what Discord runs', () => {
  test('words as typed and without accents, by where they stand', () => {
    const words = (match: 'word' | 'start' | 'inside') =>
      one({ triggers: [{ kind: 'words', words: ['Bénéfice', 'nitro'], match }] }).natives[0]?.keywords;
    expect(words('word')).toEqual(['benefice', 'bénéfice', 'nitro']);
    expect(words('start')).toEqual(['benefice*', 'bénéfice*', 'nitro*']);
    expect(words('inside')).toEqual(['*benefice*', '*bénéfice*', '*nitro*']);
  });

  test('sites as links and nothing that only contains their name', () => {
    const { natives } = one({ triggers: [{ kind: 'blocked_link', domains: ['t.co'], useList: false }] });
    expect(natives[0]?.keywords).toEqual(['*.t.co/*', '*//t.co', '*//t.co/*']);
  });

  test('invites but those to the server and those that are allowed', () => {
    const { natives } = one({ triggers: [{ kind: 'invite', codes: ['ami'] }] }, { invites: ['promo7'] });
    expect(natives[0]?.keywords).toEqual(['*discord.com/invite/*', '*discord.gg/*', '*discordapp.com/invite/*']);
    expect(natives[0]?.allowed).toEqual(expect.arrayContaining(['*discord.gg/ami*', '*discord.gg/promo7*']));
  });

  test('mentions beyond one less than ours, an alert, a timeout, words of its own, and whom it spares', () => {
    const { natives, line } = one({
      triggers: [{ kind: 'mentions', least: 10, roles: true }],
      actions: [{ kind: 'delete' }, { kind: 'keep' }, { kind: 'timeout', seconds: 600 }, { kind: 'dm', text: 'Doucement.' }],
      exemptions: { roleIds: [id(5)], channelIds: [id(6)], staff: true },
    });
    expect(natives).toMatchObject([
      {
        limit: 9,
        alertChannelId: id(2),
        timeoutSeconds: 600,
        explanation: 'Doucement.',
        exemptRoles: [id(1), id(5)],
        exemptChannels: [id(6)],
      },
    ]);
    expect(line).toMatchObject({ place: 'discord', reasons: [] });
  });

  test('rules that act alike share, others do not; a part that is not for Discord leaves the rest there', () => {
    const { natives, lines } = compile(
      sourceOf([
        ruleOf(3, { triggers: [{ kind: 'words', words: ['trois'] }, { kind: 'capitals' }] }),
        ruleOf(1),
        ruleOf(2, { exemptions: { staff: false } }),
      ]),
    );
    expect(natives.map(({ key, native }) => [key, native.name, native.keywords])).toEqual([
      ['words:1:1', 'Passerelle · règle 1, règle 3', ['gratuit', 'trois']],
      ['words:2:1', 'Passerelle · règle 2', ['gratuit']],
    ]);
    expect(lines.map(({ place }) => place)).toEqual(['discord', 'discord', 'both']);
  });
});

const del = { kind: 'delete' } as const;
test.each<[ReasonCode, Partial<DraftInput>, Partial<Source>?]>([
  ['shadow', { mode: 'shadow' }],
  ['not_written', { on: ['edit'] }],
  ['conditions', { conditions: [{ kind: 'has_link', not: false }] }],
  ['counter', { counter: { name: 'c', add: 1, decayPerHour: 1, at: 3 } }],
  ['people', { exemptions: { userIds: [id(9)] } }],
  ['exceptions', {}, { excepted: new Set([7]) }],
  ['cooldown', { cooldownSeconds: 60, actions: [del, { kind: 'timeout', seconds: 60 }] }],
  ['not_deleted', { actions: [{ kind: 'alert', call: false }] }],
  ['action', { actions: [del, { kind: 'warn', severity: 'low' }] }],
  ['call', { actions: [del, { kind: 'alert', call: true }] }],
  ['no_channel', { actions: [del, { kind: 'keep' }] }, { alertChannelId: null }],
  ['dm_long', { actions: [del, { kind: 'dm', text: 'a'.repeat(151) }] }],
  ['roles', { exemptions: { roleIds: Array.from({ length: 20 }, (_, index) => id(index + 10)) } }],
  ['channels', { exemptions: { channelIds: Array.from({ length: 51 }, (_, index) => id(index + 10)) } }],
  ['channel_gone', { exemptions: { channelIds: [id(10)] } }, { missing: new Set([id(10)]) }],
  ['trigger', { triggers: [{ kind: 'capitals' }] }],
  ['reading', { triggers: [{ kind: 'expression', expressions: ['abc'], reading: 'normal' }] }],
  ['expression', { triggers: [{ kind: 'expression', expressions: ['\\x41bc'], reading: 'plain' }] }],
  ['word', { triggers: [{ kind: 'words', words: ['a*b'], match: 'word' }] }],
  ['domain_long', { triggers: [{ kind: 'blocked_link', domains: [`${'a'.repeat(60)}.fr`], useList: false }] }],
  ['invites', { triggers: [{ kind: 'invite', codes: [] }] }, { invites: Array.from({ length: 34 }, (_, index) => `c${index}`) }],
  ['mentions_many', { triggers: [{ kind: 'mentions', least: 52, roles: true }] }],
  ['mentions_people', { triggers: [{ kind: 'mentions', least: 5, roles: false }] }],
  ['mentions_taken', { triggers: [{ kind: 'mentions', least: 5, roles: true }] }, { free: { words: 6, mentions: 0 } }],
  ['full', {}, { free: { words: 0, mentions: 1 } }],
  [
    'list_full',
    { triggers: [{ kind: 'blocked_link', domains: [], useList: true }] },
    { blocked: { sites: ['a.fr'], total: 1 }, free: { words: 0, mentions: 0 } },
  ],
  ['list_empty', { triggers: [{ kind: 'blocked_link', domains: [], useList: true }] }],
])('%s keeps a rule with the bot, and says so', (code, more, source = {}) => {
  const { natives, line } = one(more, source);
  expect(natives).toEqual([]);
  expect(line).toMatchObject({ place: 'bot', reasons: [{ code }] });
});

test.each([
  ['free nitro', '(?im)free nitro'],
  ['^go\\b', '(?im)^go\\b'],
  ['(?:a|b)+\\.com', '(?im)(?:a|b)+\\.com'],
  ['[^a-z\\-]{2,5}?x', '(?im)[^a-z\\-]{2,5}?x'],
  ['(?i)ok', '(?im)ok'],
  ['(?P<n>a)', null],
  ['(?=a)', null],
  ['(a)\\1', null],
  ['a**', null],
  ['a{51}', null],
  ['a{', null],
  ['[]a]', null],
  ['[a&&b]', null],
  ['\\p{L}', null],
  ['a\\<b', null],
  ['b(?i)c', null],
  ['a)', null],
  ['x]', null],
])('%s is %s at Discord', (typed, pattern) => expect(nativePattern(typed)).toBe(pattern));

describe('whatever the rules', () => {
  const word = fc.string({ minLength: 1, maxLength: 80 }).filter((typed) => /[a-z]/i.test(typed));
  const trigger = fc.oneof(
    fc.record({
      kind: fc.constant('words'),
      words: fc.array(word, { minLength: 1, maxLength: 300 }),
      match: fc.constantFrom('word', 'start', 'inside'),
    }),
    fc.record({
      kind: fc.constant('expression'),
      expressions: fc.array(fc.constantFrom('a+b', '\\d{3}', '[x-z]\\s', 'q|r', '^abc$'), { minLength: 1, maxLength: 10 }),
      reading: fc.constantFrom('plain', 'normal'),
    }),
    fc.record({
      kind: fc.constant('blocked_link'),
      domains: fc.array(fc.domain(), { maxLength: 100 }),
      useList: fc.constant(true),
    }),
    fc.record({ kind: fc.constant('invite'), codes: fc.array(fc.stringMatching(/^[a-z0-9]{2,40}$/), { maxLength: 40 }) }),
    fc.record({ kind: fc.constant('mentions'), least: fc.integer({ min: 1, max: 100 }), roles: fc.boolean() }),
  );
  const rules = fc
    .array(
      fc.record({
        triggers: fc.array(trigger, { minLength: 1, maxLength: 4 }),
        seconds: fc.integer({ min: 60, max: 63 }),
        name: word,
        roles: fc.integer({ min: 0, max: 25 }),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((drafts) =>
      drafts.flatMap(({ triggers, seconds, name, roles }, index) => {
        const read = ruleSchema.safeParse({
          id: index + 1,
          name,
          on: ['message'],
          triggers,
          mode: 'on',
          actions: [del, ...(seconds === 60 ? [] : [{ kind: 'timeout', seconds }])],
          exemptions: { roleIds: Array.from({ length: roles }, (_, role) => id(role)) },
        });
        return read.success ? [read.data] : [];
      }),
    );
  test('nothing is over a limit, everything is accounted for, and the same gives the same', () => {
    const domains = fc.uniqueArray(fc.domain(), { maxLength: 900 });
    fc.assert(
      fc.property(rules, domains, fc.integer({ min: 0, max: 6 }), (found, sites, free) => {
        const source = sourceOf(found, { blocked: { sites, total: sites.length }, free: { words: free, mentions: 1 } });
        const { natives, lines } = compile(source);
        expect(compile({ ...source, rules: [...found].reverse() })).toEqual({ natives, lines });
        expect(natives.filter(({ native }) => native.kind === 'words').length).toBeLessThanOrEqual(free);
        expect(natives.filter(({ native }) => native.kind === 'mentions').length).toBeLessThanOrEqual(1);
        expect(new Set(natives.map(({ native }) => native.name)).size).toBe(natives.length);
        expect(new Set(natives.map(({ key }) => key)).size).toBe(natives.length);
        expect(lines.map(({ ruleId }) => ruleId)).toEqual(found.map((rule) => rule.id));
        for (const line of lines) expect(line.place === 'bot' || line.place === 'both').toBe(line.reasons.length > 0);
        for (const { native } of natives) {
          expect(native.keywords.length).toBeLessThanOrEqual(limits.keywords);
          expect(native.patterns.length).toBeLessThanOrEqual(limits.patterns);
          expect(native.allowed.length).toBeLessThanOrEqual(limits.allowed);
          expect(native.exemptRoles.length).toBeLessThanOrEqual(limits.exemptRoles);
          expect(native.name.length).toBeLessThanOrEqual(limits.name);
          for (const keyword of [...native.keywords, ...native.allowed]) {
            expect(keyword.length).toBeLessThanOrEqual(limits.keywordLength);
            expect(keyword.replaceAll('*', '').trim()).not.toBe('');
          }
          expect(native.patterns.every((pattern) => readPattern(pattern) !== null)).toBe(true);
          const given = { ...bodyOf(native), id: '1', guild_id: '1', creator_id: '1' } as never;
          expect(areSame(readNative(given), native)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('texts fit: what an author reads, and the fullest screen', () => {
  for (const said of [...Object.values(text.held), ...Object.values(text.paused)])
    expect(said.length).toBeLessThanOrEqual(limits.explanation);
  const lines = Array.from({ length: 40 }, (_, index) => ({
    ruleId: index + 1,
    name: '*'.repeat(80),
    place: 'both' as const,
    reasons: reasonCodes.map((code) => ({ code, count: 40_000 })),
  }));
  const drifted = Array.from({ length: 7 }, (_, index) => ({
    id: index + 1,
    name: '_'.repeat(100),
    drift: 'deleted',
    isLeft: index > 3,
  }));
  for (const locale of ['fr', 'en'] as const) {
    const screen = overviewScreen(
      { enabled: true, syncedAt: new Date(0), foreign: 12, refused: true, lines, drifted: drifted as never },
      locale,
      { page: 3, said: text.turnedOn[locale] },
    );
    const contents = [...JSON.stringify(screen).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map(([, content]) =>
      JSON.parse(`"${content}"`),
    );
    expect(contents.join('').length).toBeLessThanOrEqual(4_000);
  }
});
