/** Why a rule, or a part of it, stays with the bot. `count`: of how many words, sites or people that is said. */
export const reasonCodes = [
  // The whole rule.
  'shadow',
  'not_written',
  'conditions',
  'counter',
  'people',
  'exceptions',
  'cooldown',
  'not_deleted',
  'action',
  'call',
  'no_channel',
  'dm_long',
  'roles',
  'channels',
  'channel_gone',
  // Parts of it.
  'trigger',
  'reading',
  'expression',
  'word',
  'domain_long',
  'invites',
  'mentions_many',
  'mentions_people',
  'mentions_taken',
  'full',
  'list_full',
  'list_empty',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
export type Reason = { code: ReasonCode; count: number };

/** Where a rule runs. `both`: Discord has a part of it. */
export type Place = 'discord' | 'both' | 'bot';
export type Line = { ruleId: number; name: string; place: Place; reasons: Reason[] };
