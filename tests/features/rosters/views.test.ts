import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/discord/command.ts';
import { toCsv } from '../../../src/features/promos/service/file.ts';
import type { Promo } from '../../../src/features/promos/service/promo.ts';
import type { Difference } from '../../../src/features/rosters/rules/difference.ts';
import { codesRenewed, expectedPage } from '../../../src/features/rosters/views/expected.ts';
import { importDone, importPreview } from '../../../src/features/rosters/views/import.ts';
import type { InvalidLine } from '../../../src/features/rosters/wire.ts';
import type { Component } from '../../../src/sandbox/components.ts';
import { componentRules } from '../../../src/sandbox/rules/component.ts';
import { messageRules } from '../../../src/sandbox/rules/message.ts';
import { enforce } from '../../../src/sandbox/rules/rule.ts';

/** Throws where Discord would refuse the message. */
function send(message: Message): void {
  const components = (message.components ?? []) as unknown as Component[];
  const { content = '', embeds = [], flags = 0, files = [] } = message;
  enforce(messageRules, { content, embeds, components, filenames: files.map(({ name }) => name), flags });
  enforce(componentRules, { components });
}

/** The longest of everything that the rules let in. */
const name = `*${'_'.repeat(79)}`;
const promo = { id: 2_147_483_647, name } as Promo;
const person = { lastName: "d'".repeat(25), firstName: '-'.repeat(50), email: `${'a'.repeat(64)}@${'b'.repeat(180)}.fr` };
const userId = '1592090689536000009';
const many = <T>(make: (index: number) => T): T[] => Array.from({ length: 2_000 }, (_, index) => make(index));
const difference: Difference = {
  added: many((line) => ({ line, ...person })),
  changed: many((id) => ({ id, to: { line: id, ...person }, from: person })),
  removed: many((id) => ({ id, ...person, claimedBy: userId, hasCode: false, isIn: true })),
  unchanged: 2_000,
  entering: many(() => ({ ...person, userId })),
  present: many((index) => ({ ...person, userId, confirmed: index % 2 ? name : null })),
  held: many(() => ({ ...person, userId, obstacle: { why: 'elsewhere', promo: name } })),
  coded: many(() => person),
};
const invalid: InvalidLine[] = many((line) => ({
  line,
  faults: (['lastName', 'firstName', 'email'] as const).map((field) => ({ field, fault: 'characters' as const })),
  sameAs: 2_000,
  email: person.email,
}));
const codes = many(() => ({ ...person, email: `+${person.email}`, code: 'AAAA-BBBB-CCCC' }));
const expected = {
  promo,
  people: many(() => ({ ...person, hasCode: false, lookalike: { userId, name, kind: 'candidate' as const } })).slice(0, 20),
  round: 2_147_483_647,
  total: 2_000,
  arrived: 2_000,
  withCode: 1,
  page: 3,
};
const nothing: Difference = { added: [], changed: [], removed: [], unchanged: 0, entering: [], present: [], held: [], coded: [] };

describe.each(['fr', 'en'] as const)('in %s Discord takes', (locale) => {
  test.each<[string, Message]>([
    [
      'the longest preview',
      importPreview({ planId: 2_147_483_647, promo, difference, invalid, expected: 2_000 }, locale, toCsv, { isAgain: true }),
    ],
    [
      'a preview of nothing',
      importPreview({ planId: null, promo, difference: nothing, invalid: [], expected: 0 }, locale, toCsv),
    ],
    [
      'a preview of nothing but faults',
      importPreview({ planId: null, promo, difference: nothing, invalid, expected: 3 }, locale, toCsv),
    ],
    ['the longest outcome', importDone({ promo, difference, codes, expected: 2_000 }, locale, toCsv)],
    ['the longest list of who is expected', expectedPage(expected, locale, { size: 20, canRenew: true })],
    ['the same after other codes were made', expectedPage(expected, locale, { size: 20, canRenew: true, isAgain: true })],
    ['the same of a promo that is over', expectedPage(expected, locale, { size: 20, canRenew: false })],
    ['nobody', expectedPage({ ...expected, total: 0, people: [] }, locale, { size: 20, canRenew: true })],
    ['no list', expectedPage({ ...expected, total: 0, arrived: 0, people: [] }, locale, { size: 20, canRenew: true })],
    ['new codes', codesRenewed({ promo, codes }, locale, toCsv)],
  ])('%s', (_, message) => {
    expect(() => send(message)).not.toThrow();
    expect(JSON.stringify(message)).not.toMatch(/undefined|\[object/);
  });
});
