import type { CompromisedAccount, CompromisedMessage } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { day, minute } from '../../../kernel/time.ts';
import { actLine } from '../../moderation/service/case.ts';
import { removeTask, tellTask } from '../wire.ts';
import { promiseCard } from './card.ts';

/** Whoever stole an account sends all at once. */
const burst = 10 * minute;
/** For how long what Discord refused to remove is tried again. */
const retried = day;

export type Hit = { id: number; ruleId: number; evidenceId: number | null; messageId: string | null; content: string } & {
  event: string;
  createdAt: Date;
};

/** What the rule saw; null once it was erased. */
export const hitOf = (tx: Tx, { guildId, userId, hitId }: { guildId: string; userId: string; hitId: number }) =>
  tx.ruleHit.findFirst({
    where: { id: hitId, guildId, userId },
    select: { id: true, ruleId: true, evidenceId: true, messageId: true, content: true, event: true, createdAt: true },
  });

const linksIn = (content: string): string[] => content.match(/https?:\/\/[^\s<>()"'*]+/gi) ?? [];

export type Sent = { messageId: string; channelId: string; content: string; at: Date };

/**
 * What whoever stole the account sent, as far as a log keeps copies, or a rule saw it: before the hit, only what says the same, leads to the same place or
 * was found by the same rule; after it, everything.
 */
export async function sentBy(
  tx: Tx,
  { guildId, userId, floodedAt }: Pick<CompromisedAccount, 'guildId' | 'userId' | 'floodedAt'>,
  hit: Hit | null,
): Promise<Sent[]> {
  const [from, to] = [new Date(floodedAt.getTime() - burst), new Date(floodedAt.getTime() + burst)];
  const content = hit?.content ?? '';
  // Two messages of the same moment are told apart by their ids; that of an edited message says nothing of when it was edited.
  const afterId = hit?.event === 'message' ? hit.messageId : null;
  return tx.$queryRaw<Sent[]>`
    SELECT DISTINCT ON (message_id) message_id AS "messageId", channel_id AS "channelId", content, at
    FROM (
      SELECT message_id, channel_id, content, at FROM message_copy
      WHERE guild_id = ${guildId} AND user_id = ${userId} AND at BETWEEN ${from} AND ${to}
        AND (at > ${floodedAt} OR message_id::numeric > ${afterId}::numeric
          OR (btrim(content) <> '' AND lower(btrim(content)) = lower(btrim(${content})))
          OR EXISTS (SELECT FROM unnest(${linksIn(content)}::text[]) AS link WHERE position(link IN content) > 0))
      UNION ALL
      SELECT message_id, channel_id, content, created_at FROM rule_hit
      WHERE guild_id = ${guildId} AND user_id = ${userId} AND message_id IS NOT NULL AND channel_id IS NOT NULL
        AND (id = ${hit?.id ?? 0}
          OR (mode = 'on' AND created_at BETWEEN ${from} AND ${to} AND (created_at > ${floodedAt} OR rule_id = ${hit?.ruleId ?? 0})))
    ) AS sent
    ORDER BY message_id, at`;
}

type Ref = { guildId: string; accountId: number };

/**
 * What has still to go; what was copied since is found first. Nothing of a person who is known to be themselves again; of one whom a moderator took a
 * measure against, only what was found before.
 */
export const readUnremoved = (db: Db, { guildId, accountId }: Ref): Promise<CompromisedMessage[]> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM compromised_account WHERE id = ${accountId} AND guild_id = ${guildId} FOR UPDATE`;
    const account = await tx.compromisedAccount.findFirst({ where: { id: accountId, guildId, state: { not: 'freed' } } });
    if (!account) return [];
    if (account.state === 'secured') await rememberSent(tx, account, await sentBy(tx, account, await hitOf(tx, account)));
    return tx.compromisedMessage.findMany({ where: { accountId, removedAt: null }, orderBy: { messageId: 'asc' } });
  });

export async function rememberSent(
  tx: Tx,
  { id: accountId }: Pick<CompromisedAccount, 'id'>,
  sent: readonly Pick<Sent, 'messageId' | 'channelId'>[],
): Promise<void> {
  await tx.compromisedMessage.createMany({
    data: sent.map(({ messageId, channelId }) => ({ accountId, messageId, channelId })),
    skipDuplicates: true,
  });
}

export async function recordRemoved(
  db: Db,
  { guildId, accountId, messageIds, now }: Ref & { messageIds: readonly string[]; now: Date },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.compromisedMessage.updateMany({
      where: { accountId, messageId: { in: [...messageIds] } },
      data: { removedAt: now },
    });
    await promiseCard(tx, { guildId, id: accountId });
  });
}

/** Its owner is told of what was done, so after it: of the timeout too, in the line of which this stands. */
export const promiseTold = (db: Db, { guildId, accountId }: Ref): Promise<void> =>
  db.$transaction(async (tx) => {
    const account = await tx.compromisedAccount.findFirst({
      where: { id: accountId, guildId },
      select: { caseId: true, userId: true },
    });
    if (!account) return;
    const { caseId, userId } = account;
    const payload = { guildId, accountId };
    await enqueueAll(tx, tellTask, [
      { payload, key: String(accountId), ...(caseId !== null && { queue: actLine({ guildId, userId }) }) },
    ]);
  });

export const promiseRemoval = (tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<void> =>
  enqueue(tx, removeTask, { guildId, accountId: id }, { key: String(id) });

const promiseRemovalsOf = (tx: Tx, accounts: readonly { id: number; guildId: string }[]): Promise<void> =>
  enqueueAll(
    tx,
    removeTask,
    accounts.map(({ id, guildId }) => ({ payload: { guildId, accountId: id }, key: String(id) })),
  );

/** What an account sent is looked for again while it is fresh: the last of it may have been copied after the first look. */
export async function promiseRemovals(tx: Tx, now: Date): Promise<void> {
  const fresh = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT account.id, account.guild_id AS "guildId" FROM compromised_account AS account
    WHERE account.created_at > ${new Date(now.getTime() - 2 * burst)} AND account.state = 'secured' AND EXISTS (
      SELECT FROM message_copy AS copy
      WHERE copy.guild_id = account.guild_id AND copy.user_id = account.user_id
        AND copy.at BETWEEN account.flooded_at - interval '1 minute' AND account.flooded_at + interval '10 minutes'
        AND NOT EXISTS (
          SELECT FROM compromised_message AS known WHERE known.account_id = account.id AND known.message_id = copy.message_id))`;
  await promiseRemovalsOf(tx, fresh);
}

/** What Discord did not let us remove may be ours to remove now. */
export async function promiseRetries(tx: Tx, now: Date): Promise<void> {
  const left = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT account.id, account.guild_id AS "guildId" FROM compromised_account AS account
    WHERE account.created_at > ${new Date(now.getTime() - retried)} AND account.state <> 'freed'
      AND EXISTS (SELECT FROM compromised_message AS sent WHERE sent.account_id = account.id AND sent.removed_at IS NULL)`;
  await promiseRemovalsOf(tx, left);
}
