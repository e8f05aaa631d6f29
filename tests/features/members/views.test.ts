import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/discord/command.ts';
import type { Member } from '../../../src/features/members/service.ts';
import { foundPage, memberCard, proposals } from '../../../src/features/members/views.ts';
import type { Component } from '../../../src/sandbox/components.ts';
import { componentRules } from '../../../src/sandbox/rules/component.ts';
import { messageRules } from '../../../src/sandbox/rules/message.ts';
import { enforce } from '../../../src/sandbox/rules/rule.ts';

/** Throws where Discord would refuse the message. */
function send(message: Message): void {
  const components = (message.components ?? []) as unknown as Component[];
  const { content = '', embeds = [], flags = 0 } = message;
  enforce(messageRules, { content, embeds, components, filenames: [], flags });
  enforce(componentRules, { components });
}

const at = new Date('2027-01-11T08:00:00Z');
/** The longest of everything. */
const member = (index: number, over: Partial<Member> = {}): Member => ({
  guildId: '1592090689536000002',
  userId: String(1592090689536001000n + BigInt(index)),
  username: '_'.repeat(32),
  displayName: '*'.repeat(32),
  joinedAt: at,
  leftAt: at,
  screening: false,
  welcomedAt: at,
  welcomeAskedAt: null,
  grantedRoleId: null,
  kind: 'recruiter',
  firstName: "É-'".repeat(16),
  lastName: 'W'.repeat(50),
  email: `${'_'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.fr`,
  identifiedAt: at,
  identifiedBy: '1592090689536000003',
  promos: '',
  ...over,
});
const unknown = {
  kind: null,
  firstName: null,
  lastName: null,
  email: null,
  identifiedAt: null,
  identifiedBy: null,
  leftAt: null,
};

describe.each(['fr', 'en'] as const)('in %s, Discord takes', (locale) => {
  test('every card', () => {
    for (const over of [{}, unknown, { identifiedBy: null }, { leftAt: null }]) send(memberCard(member(1, over), [], locale));
  });

  test('every page', () => {
    const members = Array.from({ length: 25 }, (_, index) => member(index, index % 2 ? unknown : {}));
    const search = '*'.repeat(50);
    for (const page of [0, 1, 2]) send(foundPage({ members, total: 75, page, search }, locale));
    send(foundPage({ members: members.slice(0, 1), total: 1, page: 0, search }, locale));
    send(foundPage({ members: [], total: 0, page: 0, search }, locale));
  });

  test('every proposal', () => {
    for (const { name, value } of proposals([member(1), member(2, unknown)], locale)) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(value).toMatch(/^\d+$/);
    }
  });
});

test('what people typed as a name is shown as text', () => {
  const card = memberCard(member(1, { ...unknown, displayName: '**<@&1>**' }), [], 'fr');
  expect(card.embeds?.[0]?.title).toBe('\\*\\*\\<\\@&1\\>\\*\\*');
});
