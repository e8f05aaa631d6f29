import { audit } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { moderationKey } from '../../../kernel/moderation.ts';
import { type Locale, localeOf, type Text } from '../../../kernel/text.ts';
import { defaults } from '../messages/default.ts';
import { type DefaultKey, defaultKeys, defaultRules } from '../rules/defaults.ts';
import { mostRules } from '../rules/limit.ts';
import type { Draft } from '../rules/rule.ts';
import { touchRules, writeRule } from './rule.ts';

const namesIn = (locale: Locale) =>
  Object.fromEntries(defaultKeys.map((key) => [key, defaults[key][locale]])) as Record<DefaultKey, string>;

/** What a new rule may begin with. */
export const templates: readonly { key: DefaultKey; name: Text }[] = defaultKeys.map((key) => ({ key, name: defaults[key] }));

/** Null for a key that is none of ours. */
export function templateOf(wanted: string, locale: Locale): Draft | null {
  const found = defaultRules(namesIn(locale)).find(({ key }) => key === wanted);
  if (!found) return null;
  const { key: _key, ...draft } = found;
  return { ...draft, mode: 'shadow' };
}

/** The proposed rules that the server does not have, all watching: none acts before an administrator says so. Answers with how many are new. */
async function addMissing(tx: Tx, guildId: string, locale: Locale, now: Date): Promise<number> {
  const rows = await tx.rule.findMany({ where: { guildId }, select: { name: true, template: true } });
  const missing = defaultRules(namesIn(locale)).filter(
    ({ key, name }) => !rows.some((row) => row.template === key || row.name === name),
  );
  const added = missing.slice(0, Math.max(0, mostRules - rows.length));
  for (const { key, ...draft } of added)
    await writeRule(tx, { guildId, now }, { draft, ruleId: null, revision: null, template: key });
  await tx.ruleSetting.update({ where: { guildId }, data: { seededAt: now } });
  return added.length;
}

/** By one click: those that were deleted come back too. */
export const seedRules = (db: Db, { guildId, actorId, now }: Change, locale: Locale): Promise<number> =>
  db.$transaction(async (tx) => {
    await touchRules(tx, guildId);
    const added = await addMissing(tx, guildId, locale, now);
    if (added > 0) await audit(tx, { guildId, actorId, action: 'rules.seed', after: { added }, at: now });
    return added;
  });

/** When the server gets its channel of moderators, once. Whoever deletes them has no use for them. */
export const seedOnce = (db: Db, guildId: string, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const bound = await tx.channelBinding.count({ where: { guildId, key: moderationKey } });
    const setting = await tx.ruleSetting.findUnique({ where: { guildId } });
    if (bound === 0 || setting?.seededAt) return;
    await touchRules(tx, guildId);
    const held = await tx.ruleSetting.findUniqueOrThrow({ where: { guildId } });
    if (held.seededAt) return;
    const guild = await tx.guild.findUnique({ where: { id: guildId }, select: { locale: true } });
    await addMissing(tx, guildId, localeOf(guild?.locale ?? 'fr'), now);
  });
