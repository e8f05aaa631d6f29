import type { CompromisedAccount, CompromisedMessage } from '../../../prisma/client/client.ts';
import { audit } from '../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, lock, type Tx } from '../../infra/db.ts';
import { readSettings } from '../../infra/settings.ts';
import type { Change } from '../../kernel/change.ts';
import { longestTimeoutSeconds } from '../../kernel/moderation.ts';
import { day, minute, second } from '../../kernel/time.ts';
import { activeSanction, actLine, lockCases, openCase } from '../moderation/service/case.ts';
import { releaseCase } from '../moderation/service/end.ts';
import { keepEvidence } from '../moderation/service/evidence.ts';
import { extendCase } from '../moderation/service/extend.ts';
import { alreadyDecided, alreadyExtended, isLongest, otherTimeout, text, unknownAccount } from './messages.ts';
import { cardTask, dropTask, holdTask, removeTask, tellTask } from './wire.ts';

/** Whoever stole an account sends all at once. */
const burst = 10 * minute;
/** For how long it is kept quiet, and how often the same account is looked at again. */
const quietFor = day;
const kept = 365 * day;

/** What moderators read of it. */
const longestEvidence = 4_000;

type Sent = { messageId: string; channelId: string; content: string; at: Date };

/** What an account sent around that moment, as far as a log keeps copies, or a rule saw it. */
const sentBy = (tx: Tx, { guildId, userId, at }: { guildId: string; userId: string; at: Date }): Promise<Sent[]> => {
  const [from, to] = [new Date(at.getTime() - burst), new Date(at.getTime() + burst)];
  return tx.$queryRaw<Sent[]>`
    SELECT DISTINCT ON (message_id) message_id AS "messageId", channel_id AS "channelId", content, at
    FROM (
      SELECT message_id, channel_id, content, at FROM message_copy
      WHERE guild_id = ${guildId} AND user_id = ${userId} AND at BETWEEN ${from} AND ${to}
      UNION ALL
      SELECT message_id, channel_id, content, created_at FROM rule_hit
      WHERE guild_id = ${guildId} AND user_id = ${userId} AND created_at BETWEEN ${from} AND ${to}
        AND message_id IS NOT NULL AND channel_id IS NOT NULL
    ) AS sent
    ORDER BY message_id, at`;
};

/** Each thing once, in its order. */
const wordsOf = (sent: readonly Sent[]): string =>
  [...new Set(sent.map(({ content }) => content).filter(Boolean))].join('\n').slice(0, longestEvidence);

const promiseAll = async (tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<void> => {
  const payload = { guildId, accountId: id };
  for (const contract of [removeTask, tellTask, cardTask]) await enqueue(tx, contract, payload, { key: String(id) });
};

const promiseCard = (tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<void> =>
  enqueue(tx, cardTask, { guildId, accountId: id }, { key: String(id) });

/**
 * An account that somebody else seems to use is kept quiet for a day, by the one door of sanctions and without points; what it sent goes, its owner is
 * told, moderators see it. Once a day, whoever says so and however often: null after the first.
 */
export const secureAccount = (
  db: Db,
  { guildId, userId, hitId, now }: { guildId: string; userId: string; hitId: number; now: Date },
): Promise<CompromisedAccount | null> =>
  db.$transaction(async (tx) => {
    await lock(tx, `compromised:${guildId}:${userId}`);
    const since = new Date(now.getTime() - quietFor);
    if (await tx.compromisedAccount.findFirst({ where: { guildId, userId, createdAt: { gt: since } }, select: { id: true } }))
      return null;
    const sent = await sentBy(tx, { guildId, userId, at: now });
    const { locale } = await readSettings(tx, guildId);
    const [first] = sent;
    const evidenceId = first
      ? await keepEvidence(tx, {
          ...{ guildId, userId, channelId: first.channelId, messageId: first.messageId },
          ...{ content: wordsOf(sent), sentAt: first.at, files: [], now },
        })
      : null;
    const until = new Date(now.getTime() + quietFor);
    const account = await tx.compromisedAccount.create({ data: { guildId, userId, hitId, evidenceId, until, createdAt: now } });
    await tx.compromisedMessage.createMany({
      data: sent.map(({ messageId, channelId }) => ({ accountId: account.id, messageId, channelId })),
    });
    await lockCases(tx, guildId);
    const isQuiet = (await activeSanction(tx, { guildId, userId, kind: 'timeout' })) !== null;
    const opened = isQuiet ? null : await protect(tx, { account, locale, now });
    await promiseAll(tx, account);
    return opened ? tx.compromisedAccount.update({ where: { id: account.id }, data: { caseId: opened.id } }) : account;
  });

const protect = (tx: Tx, { account, locale, now }: { account: CompromisedAccount; locale: 'fr' | 'en'; now: Date }) =>
  openCase(tx, {
    guildId: account.guildId,
    userId: account.userId,
    kind: 'timeout',
    origin: 'compromised',
    authorId: null,
    reason: text.reason[locale],
    evidenceId: account.evidenceId,
    seconds: quietFor / second,
    source: { kind: 'account', id: account.id },
    now,
  });

type Asked = { accountId: number };

/** Throws `compromised.unknown`, `compromised.decided`. */
async function lockOpen(tx: Tx, guildId: string, { accountId }: Asked): Promise<CompromisedAccount> {
  await tx.$queryRaw`SELECT 1 FROM compromised_account WHERE id = ${accountId} AND guild_id = ${guildId} FOR UPDATE`;
  const account = await tx.compromisedAccount.findFirst({ where: { id: accountId, guildId } });
  if (!account) throw unknownAccount();
  if (account.state !== 'secured') throw alreadyDecided();
  return account;
}

const record = (tx: Tx, { guildId, actorId, now }: Change, account: CompromisedAccount, action: `compromised.${string}`) =>
  audit(tx, { guildId, actorId, targetId: account.userId, action, subject: String(account.id), at: now });

/** The protection that this account is under, while the cases of the server are locked. */
async function protectionOf(tx: Tx, { guildId, userId, caseId }: CompromisedAccount): Promise<'own' | 'other' | 'none'> {
  await lockCases(tx, guildId);
  const active = await activeSanction(tx, { guildId, userId, kind: 'timeout' });
  if (!active) return 'none';
  return active.id === caseId ? 'own' : 'other';
}

/** Its owner has it back: the protection ends at once, unless it is another sanction. Throws `compromised.unknown`, `compromised.decided`. */
export const freeAccount = (db: Db, by: Change, asked: Asked): Promise<CompromisedAccount> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const account = await lockOpen(tx, guildId, asked);
    if (account.caseId !== null && (await protectionOf(tx, account)) === 'own') {
      const { locale } = await readSettings(tx, guildId);
      const reason = text.released[locale];
      await releaseCase(tx, { guildId, caseId: account.caseId, authorId: actorId, reason, origin: 'compromised', now });
    }
    await record(tx, by, account, 'compromised.free');
    await promiseCard(tx, account);
    return tx.compromisedAccount.update({
      where: { id: account.id },
      data: { state: 'freed', decidedBy: actorId, decidedAt: now },
    });
  });

/**
 * A day more than was shown. Throws `compromised.unknown`, `compromised.decided`, `compromised.extended`, `compromised.longest`,
 * `compromised.other_timeout`.
 */
export const extendAccount = (db: Db, by: Change, asked: Asked & { until: number }): Promise<CompromisedAccount> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    const account = await lockOpen(tx, guildId, asked);
    if (Math.floor(account.until.getTime() / second) !== asked.until) throw alreadyExtended();
    const until = new Date(Math.max(now.getTime(), account.until.getTime()) + quietFor);
    if (until.getTime() - now.getTime() > longestTimeoutSeconds * second) throw isLongest();
    const protection = await protectionOf(tx, account);
    if (protection === 'other') throw otherTimeout();
    const { locale } = await readSettings(tx, guildId);
    const { id: caseId } =
      protection === 'own' && account.caseId !== null
        ? await extendCase(tx, { guildId, caseId: account.caseId, endsAt: until, now })
        : await protect(tx, { account, locale, now });
    await record(tx, by, account, 'compromised.extend');
    await promiseCard(tx, account);
    if (protection === 'own')
      await enqueueAll(tx, holdTask, [
        { payload: { guildId, accountId: account.id }, key: String(account.id), queue: actLine(account) },
      ]);
    return tx.compromisedAccount.update({ where: { id: account.id }, data: { until, caseId } });
  });

/** Its owner says to have it back: moderators read it on the card. Throws `compromised.unknown` for anybody else. */
export const sayRecovered = (
  db: Db,
  { guildId, userId, accountId, now }: { guildId: string; userId: string; now: Date } & Asked,
): Promise<'noted' | 'already' | 'free'> =>
  db.$transaction(async (tx) => {
    const account = await tx.compromisedAccount.findFirst({ where: { id: accountId, guildId, userId } });
    if (!account) throw unknownAccount();
    if (account.state === 'freed') return 'free';
    const { count } = await tx.compromisedAccount.updateMany({
      where: { id: accountId, recoveredAt: null },
      data: { recoveredAt: now },
    });
    if (count > 0) await promiseCard(tx, account);
    return count > 0 ? 'noted' : 'already';
  });

/** A moderator took another measure from the card; what protects is none. */
export const followAct = (
  db: Db,
  { guildId, accountId, caseId, now }: Asked & { guildId: string; caseId: number | null; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM compromised_account WHERE id = ${accountId} AND guild_id = ${guildId} FOR UPDATE`;
    const account = await tx.compromisedAccount.findFirst({ where: { id: accountId, guildId, state: 'secured' } });
    if (!account || caseId === null) return;
    const taken = await tx.moderationCase.findFirst({ where: { id: caseId, guildId }, select: { authorId: true, origin: true } });
    if (!taken || taken.authorId === null) return;
    await tx.compromisedAccount.update({
      where: { id: accountId },
      data: { state: 'acted', decidedBy: taken.authorId, decidedAt: now },
    });
    await promiseCard(tx, account);
  });

type Ref = { guildId: string; accountId: number };

/** Until when Discord shall keep the account quiet; null when the protection is over. */
export async function readHold(db: Db, { guildId, accountId }: Ref): Promise<{ userId: string; until: Date } | null> {
  const found = await db.compromisedAccount.findFirst({ where: { id: accountId, guildId }, include: { case: true } });
  const { endsAt, endedAt, voidedAt } = found?.case ?? { endsAt: null, endedAt: null, voidedAt: null };
  return found && endsAt && !endedAt && !voidedAt ? { userId: found.userId, until: endsAt } : null;
}

/** What has still to go; what was copied since is found first. */
export const readUnremoved = (db: Db, { guildId, accountId }: Ref): Promise<CompromisedMessage[]> =>
  db.$transaction(async (tx) => {
    const account = await tx.compromisedAccount.findFirst({ where: { id: accountId, guildId } });
    if (!account) return [];
    const sent = await sentBy(tx, { guildId, userId: account.userId, at: account.createdAt });
    await tx.compromisedMessage.createMany({
      data: sent.map(({ messageId, channelId }) => ({ accountId, messageId, channelId })),
      skipDuplicates: true,
    });
    return tx.compromisedMessage.findMany({ where: { accountId, removedAt: null } });
  });

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

export type Shown = {
  account: CompromisedAccount;
  content: string;
  found: number;
  removed: number;
  hasFailed: boolean;
  isTold: boolean;
};

/** What the card shows. */
export async function readAccount(db: Db, { guildId, accountId }: Ref): Promise<Shown | null> {
  const found = await db.compromisedAccount.findFirst({
    where: { id: accountId, guildId },
    include: { evidence: { select: { content: true } }, case: { select: { state: true } } },
  });
  if (!found) return null;
  const { evidence, case: protection, ...account } = found;
  const [all, removed, notice] = await Promise.all([
    db.compromisedMessage.count({ where: { accountId } }),
    db.compromisedMessage.count({ where: { accountId, removedAt: { not: null } } }),
    db.notice.findFirst({
      where: { guildId, userId: account.userId, key: toldKey(accountId), via: { in: ['dm', 'thread'] } },
      select: { key: true },
    }),
  ]);
  return {
    account,
    content: evidence?.content ?? '',
    found: all,
    removed,
    hasFailed: protection?.state === 'failed',
    isTold: notice !== null,
  };
}

/** Under which its owner is told once. */
export const toldKey = (accountId: number): string => `compromised.secured:${accountId}`;

export const recordTold = (db: Db, { guildId, accountId }: Ref): Promise<void> =>
  db.$transaction((tx) => promiseCard(tx, { guildId, id: accountId }));

export async function recordCard(db: Db, accountId: number, card: { channelId: string; messageId: string }): Promise<void> {
  await db.compromisedAccount.updateMany({
    where: { id: accountId },
    data: { cardChannelId: card.channelId, cardMessageId: card.messageId },
  });
}

/** Cards that had no channel to stand in. */
export async function promiseCards(tx: Tx, guildId: string): Promise<void> {
  const waiting = await tx.compromisedAccount.findMany({ where: { guildId, state: 'secured' }, select: { id: true } });
  await enqueueAll(
    tx,
    cardTask,
    waiting.map(({ id }) => ({ payload: { guildId, accountId: id }, key: String(id) })),
  );
}

/** What an account sent is looked for again while it is fresh: the last of it may have been copied after the first look. */
export async function promiseRemovals(tx: Tx, now: Date): Promise<void> {
  const fresh = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT account.id, account.guild_id AS "guildId" FROM compromised_account AS account
    WHERE account.created_at > ${new Date(now.getTime() - 2 * burst)} AND EXISTS (
      SELECT FROM message_copy AS copy
      WHERE copy.guild_id = account.guild_id AND copy.user_id = account.user_id
        AND copy.at BETWEEN account.created_at - interval '10 minutes' AND account.created_at + interval '10 minutes'
        AND NOT EXISTS (
          SELECT FROM compromised_message AS known WHERE known.account_id = account.id AND known.message_id = copy.message_id))`;
  await enqueueAll(
    tx,
    removeTask,
    fresh.map(({ id, guildId }) => ({ payload: { guildId, accountId: id }, key: String(id) })),
  );
}

export async function forgetAccounts(tx: Tx, now: Date): Promise<void> {
  await tx.compromisedAccount.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - kept) } } });
}

export async function exportAccounts(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const accounts = await db.compromisedAccount.findMany({
    where: { guildId, userId },
    orderBy: { id: 'asc' },
    select: { state: true, until: true, recoveredAt: true, decidedAt: true, createdAt: true },
  });
  return { accounts, decided: await db.compromisedAccount.count({ where: { guildId, decidedBy: userId } }) };
}

/** Their cards go from the moderators' channel too. */
export async function eraseAccounts(tx: Tx, guildId: string, userId: string): Promise<void> {
  const own = await tx.compromisedAccount.findMany({ where: { guildId, userId }, orderBy: { id: 'asc' } });
  await tx.compromisedAccount.deleteMany({ where: { guildId, userId } });
  await tx.compromisedAccount.updateMany({ where: { guildId, decidedBy: userId }, data: { decidedBy: null } });
  await enqueueAll(
    tx,
    dropTask,
    own.flatMap(({ cardChannelId: channelId, cardMessageId: messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );
}
