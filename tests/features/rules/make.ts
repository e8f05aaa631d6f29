import { compile } from '../../../src/features/rules/rules/engine.ts';
import type { Facts } from '../../../src/features/rules/rules/facts.ts';
import type { Found, Hit, Lists } from '../../../src/features/rules/rules/hit.ts';
import { type DraftInput, draftSchema, type Rule } from '../../../src/features/rules/rules/rule.ts';
import { openWindows } from '../../../src/features/rules/rules/windows.ts';
import { day } from '../../../src/kernel/time.ts';
import { engineFor } from '../../evaluate/messages.ts';

/** Monday 12 January 2026, 15 h in Paris. */
export const now = Date.UTC(2026, 0, 12, 14);

export const said = (text: string, more: Partial<Facts> = {}): Facts => ({
  kind: 'message',
  guildId: '100000000000000001',
  channelId: '100000000000000002',
  parentId: null,
  categoryId: null,
  messageId: '100000000000000003',
  authorId: '100000000000000004',
  authorName: 'Camille',
  authorCreatedAt: now - 500 * day,
  joinedAt: now - 200 * day,
  roleIds: [],
  isStaff: false,
  text,
  at: now,
  attachments: [],
  mentions: { users: 0, roles: 0, everyone: false },
  embeds: 0,
  isReply: false,
  isForward: false,
  raidLevel: 'none',
  ...more,
});

export const noLists: Lists = { blocked: [], allowed: [], invites: [], jobChannelIds: [], zone: 'Europe/Paris' };

type Part = Partial<DraftInput> & Pick<DraftInput, 'triggers'>;
export const ruleOf = (part: Part, id = 1): Rule => ({
  id,
  ...draftSchema.parse({ name: `rule ${id}`, on: ['message'], actions: [{ kind: 'alert' }], mode: 'on', ...part }),
});

/** What one rule of those triggers finds in one message. */
export function hitsOf(part: Part, facts: Facts | string, lists: Partial<Lists> = {}): Hit[] {
  const engine = compile([ruleOf(part)], { ...noLists, ...lists });
  return engine.read(typeof facts === 'string' ? said(facts) : facts, openWindows());
}

export const foundIn = (trigger: DraftInput['triggers'][number], facts: Facts | string, lists: Partial<Lists> = {}): Found[] => {
  const on: Rule['on'] = typeof facts === 'string' ? ['message'] : [facts.kind];
  return hitsOf({ triggers: [trigger], on }, facts, lists).flatMap(({ found }) => found);
};

export const defaults = () => engineFor(['offres-emploi']);
