import type { AutomodDrift, AutomodRule, AutomodSetting } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { moderationKey } from '../../../kernel/moderation.ts';
import { staffRoles } from '../../../kernel/role.ts';
import { activeRules } from '../../rules/service/rule.ts';
import { text } from '../messages.ts';
import type { Source } from '../rules/compile.ts';
import { limits, type Native, nativeSchema } from '../rules/native.ts';
import { syncTask } from '../wire.ts';

export type Setting = AutomodSetting;
/** A rule of ours at Discord. `asked` and `written` are null while a call is under way, or when this version cannot read them. */
export type Ours = Omit<AutomodRule, 'asked' | 'written'> & { asked: Native | null; written: Native | null };

const queueOf = (guildId: string): string => `automod:${guildId}`;

/** Discord's rules are to be what the server's ask for. One after the other: two at once would make everything twice. */
export const promiseSync = (tx: Tx | Db, guildId: string): Promise<void> =>
  enqueueAll(tx, syncTask, [{ payload: { guildId }, key: guildId, queue: queueOf(guildId) }]);

/** The same where it can matter: the server lets Discord run rules, or did. */
export async function promiseSyncIfAny(tx: Tx | Db, guildId: string): Promise<void> {
  const used = await tx.automodSetting.count({ where: { guildId, OR: [{ enabled: true }, { rules: { some: {} } }] } });
  if (used > 0) await promiseSync(tx, guildId);
}

/** For every server that uses it. */
export async function promiseAll(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT setting.guild_id AS "guildId" FROM automod_setting AS setting JOIN guild ON guild.id = setting.guild_id AND guild.left_at IS NULL
    WHERE setting.enabled OR EXISTS (SELECT FROM automod_rule AS rule WHERE rule.guild_id = setting.guild_id)`;
  await promiseSyncs(tx, rows);
}

/** Servers of which an invite was made or died since Discord was told which it lets pass. */
export async function promiseInvites(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT setting.guild_id AS "guildId" FROM automod_setting AS setting JOIN guild ON guild.id = setting.guild_id AND guild.left_at IS NULL
    WHERE setting.enabled AND setting.invites IS DISTINCT FROM ARRAY(
      SELECT code FROM promo_invite AS invite WHERE invite.guild_id = setting.guild_id AND code IS NOT NULL ORDER BY code COLLATE "C")`;
  await promiseSyncs(tx, rows);
}

const promiseSyncs = (tx: Tx, rows: readonly { guildId: string }[]): Promise<void> =>
  enqueueAll(
    tx,
    syncTask,
    rows.map(({ guildId }) => ({ payload: { guildId }, key: guildId, queue: queueOf(guildId) })),
  );

/** Null too for what a later version wrote. */
function read(stored: Prisma.JsonValue): Native | null {
  const known = nativeSchema.safeParse(stored);
  return known.success ? known.data : null;
}

export const listOurs = async (db: Db | Tx, guildId: string): Promise<Ours[]> => {
  const rows = await db.automodRule.findMany({ where: { guildId }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({ ...row, asked: read(row.asked), written: read(row.written) }));
};

export const findSetting = (db: Db | Tx, guildId: string): Promise<Setting | null> =>
  db.automodSetting.findUnique({ where: { guildId } });

/** What decides what Discord runs, in one snapshot; `free` is for whoever knows what stands there. */
export const readSource = (db: Db, guildId: string, known: Pick<Source, 'missing' | 'free'>): Promise<Source> =>
  db.$transaction(
    async (tx) => {
      const rules = await activeRules(tx, guildId);
      const excepted = await tx.$queryRaw<{ id: number }[]>`
        SELECT id FROM rule WHERE guild_id = ${guildId} AND EXISTS (SELECT FROM rule_exception WHERE rule_id = rule.id)`;
      const invites = await tx.promoInvite.findMany({ where: { guildId, code: { not: null } }, select: { code: true } });
      const { roles, channels, locale } = await readSettings(tx, guildId);
      const alertChannelId = channels[moderationKey] ?? null;
      return {
        ...known,
        rules,
        blocked: rules.some(usesList) ? await blockedSites(tx, guildId) : { sites: [], total: 0 },
        excepted: new Set(excepted.map(({ id }) => id)),
        invites: invites.flatMap(({ code }) => code ?? []).sort(),
        staffRoleIds: [...staffRoles, 'moderator' as const].flatMap((key) => roles[key] ?? []),
        alertChannelId: alertChannelId !== null && known.missing.has(alertChannelId) ? null : alertChannelId,
        explanations: { held: text.held[locale], paused: text.paused[locale] },
      };
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );

/** The shortest names come first, and more than Discord has room for are only counted. */
async function blockedSites(tx: Tx, guildId: string): Promise<Source['blocked']> {
  const total = await tx.ruleList.count({ where: { guildId, kind: 'blocked' } });
  const rows = await tx.$queryRaw<{ domain: string }[]>`
    SELECT domain FROM rule_list WHERE guild_id = ${guildId} AND kind = 'blocked'
    ORDER BY length(domain), domain COLLATE "C" LIMIT ${limits.keywordRules * limits.keywords}`;
  return { sites: rows.map(({ domain }) => domain), total };
}

const usesList = ({ triggers }: Source['rules'][number]): boolean =>
  triggers.some((trigger) => trigger.kind === 'blocked_link' && trigger.useList);

/** Places that rules of others leave to ours. */
export const freeBeside = ({
  foreignWords,
  foreignMentions,
}: Pick<Setting, 'foreignWords' | 'foreignMentions'>): Source['free'] => ({
  words: Math.max(0, limits.keywordRules - foreignWords),
  mentions: Math.max(0, limits.mentionRules - foreignMentions),
});

type Seen = Pick<Setting, 'foreignWords' | 'foreignMentions' | 'missing' | 'invites'> & { syncedAt: Date };
export const recordSeen = (db: Db, guildId: string, seen: Seen): Promise<unknown> =>
  db.automodSetting.updateMany({ where: { guildId }, data: seen });

/** A rule is about to be made: it has a row first, so that a crash leaves none that nobody knows. */
export const openRule = (db: Db, { guildId, key, name }: Pick<Ours, 'guildId' | 'key' | 'name'>): Promise<Ours> =>
  db.automodRule
    .upsert({ where: { guildId_key: { guildId, key } }, create: { guildId, key, name }, update: {} })
    .then((row) => ({ ...row, asked: null, written: null }));

/** Only as it was read: an administrator may have chosen something else meanwhile, and what they chose stands. */
const unchanged = ({ id, revision }: Ours) => ({ id, revision });

/** A call is under way: until it is recorded, what stands at Discord may be ours. */
export const recordBegun = (
  db: Db,
  ours: Ours,
  { name, discordId }: { name: string; discordId: string | null },
): Promise<unknown> =>
  db.automodRule.updateMany({
    where: unchanged(ours),
    data: { name, discordId, asked: Prisma.DbNull, written: Prisma.DbNull },
  });

export const recordWritten = (
  db: Db,
  ours: Ours,
  { discordId, asked, written }: { discordId: string; asked: Native; written: Native },
): Promise<unknown> => db.automodRule.updateMany({ where: unchanged(ours), data: { discordId, asked, written } });

export const recordDrift = (db: Db, ours: Ours, drift: AutomodDrift, now: Date): Promise<unknown> =>
  db.automodRule.updateMany({ where: unchanged(ours), data: { drift, noticedAt: now } });

/** It is again as we wrote it. */
export const recordBack = (db: Db, ours: Ours): Promise<unknown> =>
  db.automodRule.updateMany({ where: unchanged(ours), data: { drift: null, noticedAt: null, isLeft: false } });

export const forgetRule = (db: Db, { id }: Ours): Promise<unknown> => db.automodRule.deleteMany({ where: { id } });

export const recordCard = (db: Db, id: number, card: { channelId: string; messageId: string } | null): Promise<unknown> =>
  db.automodRule.updateMany({
    where: { id },
    data: { cardChannelId: card?.channelId ?? null, cardMessageId: card?.messageId ?? null },
  });

/** Answers what `rules` promises. */
export const promiseCompiled = (db: Db, guildId: string): Promise<void> => db.$transaction((tx) => promiseSyncIfAny(tx, guildId));
