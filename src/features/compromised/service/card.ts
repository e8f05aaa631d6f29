import type { CompromisedAccount } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { cardTask } from '../wire.ts';

export type { CompromisedAccount } from '../../../../prisma/client/client.ts';

/**
 * How it stands with an account. `quiet`: the timeout that protects it runs. `already`: another one does. `failed`: Discord refused. `lifted`: somebody
 * ended the protection elsewhere, by `/mod`, an appeal or Discord's menus. `over`: its time has come.
 */
export type Standing = 'freed' | 'acted' | 'quiet' | 'already' | 'failed' | 'lifted' | 'over';

/** Of `account` beside `protection`, its case. The time of the question stands in it, since a protection ends by itself. */
export const standingSql = (now: Date): Prisma.Sql => Prisma.sql`CASE
  WHEN account.state <> 'secured' THEN account.state::text
  WHEN protection.id IS NULL THEN CASE WHEN EXISTS (
    SELECT FROM moderation_case AS other WHERE other.guild_id = account.guild_id AND other.user_id = account.user_id AND other.kind = 'timeout'
      AND other.ended_at IS NULL AND other.voided_at IS NULL AND other.ends_at > ${now}) THEN 'already' ELSE 'over' END
  WHEN protection.state = 'failed' THEN 'failed'
  WHEN protection.voided_at IS NOT NULL OR (protection.ended_at IS NOT NULL AND EXISTS (
    SELECT FROM moderation_case AS release WHERE release.releases_id = protection.id AND release.origin <> 'time')) THEN 'lifted'
  WHEN protection.ended_at IS NOT NULL OR protection.ends_at <= ${now} THEN 'over'
  ELSE 'quiet' END`;

export const readStanding = async (
  db: Db | Tx,
  { accountId, now }: { accountId: number; now: Date },
): Promise<{ standing: Standing; endsAt: Date | null }> => {
  const [found] = await db.$queryRaw<{ standing: Standing; endsAt: Date | null }[]>`
    SELECT ${standingSql(now)} AS standing, coalesce(protection.ends_at, (
      SELECT max(other.ends_at) FROM moderation_case AS other WHERE other.guild_id = account.guild_id AND other.user_id = account.user_id
        AND other.kind = 'timeout' AND other.ended_at IS NULL AND other.voided_at IS NULL)) AS "endsAt"
    FROM compromised_account AS account LEFT JOIN moderation_case AS protection ON protection.id = account.case_id
    WHERE account.id = ${accountId}`;
  return found ?? { standing: 'over', endsAt: null };
};

export const promiseCard = (tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<void> =>
  enqueue(tx, cardTask, { guildId, accountId: id }, { key: String(id) });

export type Shown = {
  account: CompromisedAccount;
  content: string;
  found: number;
  removed: number;
  standing: Standing;
  /** Of the timeout that the person is under. */
  endsAt: Date | null;
  isTold: boolean;
};

/** Under which its owner is told once. */
export const toldKey = (accountId: number): string => `compromised.secured:${accountId}`;

/** What the card shows. */
export async function readAccount(
  db: Db,
  { guildId, accountId, now }: { guildId: string; accountId: number; now: Date },
): Promise<Shown | null> {
  const found = await db.compromisedAccount.findFirst({
    where: { id: accountId, guildId },
    include: { evidence: { select: { content: true } } },
  });
  if (!found) return null;
  const { evidence, ...account } = found;
  const [all, removed, notice, how] = await Promise.all([
    db.compromisedMessage.count({ where: { accountId } }),
    db.compromisedMessage.count({ where: { accountId, removedAt: { not: null } } }),
    db.notice.findFirst({
      where: { guildId, userId: account.userId, key: toldKey(accountId), via: { in: ['dm', 'thread'] } },
      select: { key: true },
    }),
    readStanding(db, { accountId, now }),
  ]);
  return { account, content: evidence?.content ?? '', found: all, removed, ...how, isTold: notice !== null };
}

/** False when the account was forgotten meanwhile: then nobody else would ever take the card away. */
export async function recordCard(
  db: Db,
  { account: { id }, standing, content }: Shown,
  card: { channelId: string; messageId: string } | null,
): Promise<boolean> {
  const { count } = await db.compromisedAccount.updateMany({
    where: { id },
    data: {
      cardChannelId: card?.channelId ?? null,
      cardMessageId: card?.messageId ?? null,
      shown: card && standing,
      isQuoting: card !== null && content !== '',
    },
  });
  return count > 0;
}

const promiseAll = (tx: Tx, accounts: readonly { id: number; guildId: string }[]): Promise<void> =>
  enqueueAll(
    tx,
    cardTask,
    accounts.map(({ id, guildId }) => ({ payload: { guildId, accountId: id }, key: String(id) })),
  );

/** The moderators' channel is another one: cards that somebody still has to decide about stand there. */
export const promiseCards = async (tx: Tx, guildId: string): Promise<void> =>
  promiseAll(
    tx,
    await tx.compromisedAccount.findMany({ where: { guildId, state: 'secured' }, select: { id: true, guildId: true } }),
  );

/**
 * Cards that say what is not so any more: the protection ended, by whatever came of it, or what the account sent is no longer kept. One that Discord
 * refuses has its turn each hour.
 */
export async function promiseStale(tx: Tx, now: Date): Promise<void> {
  const stale = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT stale.id, stale.guild_id AS "guildId" FROM (
      SELECT account.id, account.guild_id FROM compromised_account AS account
      LEFT JOIN moderation_case AS protection ON protection.id = account.case_id
      WHERE account.state = 'secured' AND account.card_message_id IS NOT NULL AND account.shown IS DISTINCT FROM ${standingSql(now)}
      UNION
      SELECT id, guild_id FROM compromised_account WHERE is_quoting AND evidence_id IS NULL
    ) AS stale
    WHERE NOT EXISTS (SELECT FROM fault WHERE fault.guild_id = stale.guild_id AND fault.key = ${`${cardTask.name}:`} || stale.id)`;
  await promiseAll(tx, stale);
}

/** Those that were never posted, or that Discord refused to change. */
export async function promiseLate(tx: Tx): Promise<void> {
  const late = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT id, guild_id AS "guildId" FROM compromised_account AS account
    WHERE state = 'secured' AND (card_message_id IS NULL OR EXISTS (
      SELECT FROM fault WHERE fault.guild_id = account.guild_id AND fault.key = ${`${cardTask.name}:`} || account.id))`;
  await promiseAll(tx, late);
}
