import type { Rule, TriggerKind } from './rule.ts';

/** What can be told without the text of a message: when and by whom, AutoMod's own findings, the channel, who is mentioned. */
const seeing: ReadonlySet<TriggerKind> = new Set([
  'burst',
  'new_account',
  'join_rate',
  'similar_names',
  'name',
  'honeypot',
  'mentions',
  'automod',
]);

/** True for a rule that nothing can set off while content may not be read: without the intent, text, files and embeds are empty. */
export const readsText = ({ triggers, on }: Pick<Rule, 'triggers' | 'on'>): boolean =>
  !on.every((event) => event === 'join') && triggers.every(({ kind }) => !seeing.has(kind));
