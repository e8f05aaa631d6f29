import type { CompromisedAccount } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import type { Change } from '../../../kernel/change.ts';
import { longestTimeoutSeconds } from '../../../kernel/moderation.ts';
import { bornAt } from '../../../kernel/snowflake.ts';
import { day, second } from '../../../kernel/time.ts';
import { activeSanction, actLine, lockCases, openCase } from '../../moderation/service/case.ts';
import { releaseCase } from '../../moderation/service/end.ts';
import { keepEvidence } from '../../moderation/service/evidence.ts';
import { extendCase } from '../../moderation/service/extend.ts';
import { alreadyDecided, alreadyExtended, isLifted, isLongest, otherTimeout, text, unknownAccount } from '../messages.ts';
import { holdTask } from '../wire.ts';
import { promiseCard, readStanding } from './card.ts';
import { type Hit, hitOf, promiseRemoval, rememberSent, type Sent, sentBy } from './removal.ts';

/** For how long it is kept quiet. */
const quietFor = day;

/** What moderators read of it. */
const longestEvidence = 4_000;

/** Each thing once, in its order. */
const wordsOf = (sent: readonly Sent[]): string =>
  [...new Set(sent.map(({ content }) => content).filter(Boolean))].join('\n').slice(0, longestEvidence);

/** When the account sent what the rule saw. An edited message is older than its words; and the queue may be late. */
function momentOf(hit: Hit | null, now: Date): Date {
  if (!hit) return now;
  if (hit.event !== 'message' || hit.messageId === null) return hit.createdAt;
  const sentAt = bornAt(hit.messageId);
  return sentAt < hit.createdAt ? sentAt : hit.createdAt;
}

/** What the rule kept, with its files; else what was found. */
async function evidenceOf(
  tx: Tx,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
  hit: Hit | null,
  sent: readonly Sent[],
): Promise<number | null> {
  if (hit?.evidenceId != null) return hit.evidenceId;
  const [first] = sent;
  if (!first) return null;
  return keepEvidence(tx, {
    ...{ guildId, userId, channelId: first.channelId, messageId: first.messageId },
    ...{ content: wordsOf(sent), sentAt: first.at, files: [], now },
  });
}

type Flood = { guildId: string; userId: string; hitId: number; now: Date } & {
  others?: readonly { channelId: string; messageId: string }[] | undefined;
};

/** The protection that the account is under, if any: what Discord refused counts too, until its time is over, for it would refuse again. */
async function standingProtection(tx: Tx, { guildId, userId, now }: Flood): Promise<CompromisedAccount | null> {
  // An account is locked before the cases of its server.
  await tx.$queryRaw`
    SELECT 1 FROM compromised_account WHERE guild_id = ${guildId} AND user_id = ${userId} AND state = 'secured' ORDER BY id FOR UPDATE`;
  await lockCases(tx, guildId);
  const open = await tx.compromisedAccount.findFirst({
    where: { guildId, userId, state: 'secured', until: { gt: now } },
    orderBy: { id: 'desc' },
  });
  if (!open) return null;
  const { standing } = await readStanding(tx, { accountId: open.id, now });
  return standing === 'quiet' || standing === 'already' || standing === 'failed' ? open : null;
}

/** The same flood is answered once; so is one that was sent before the account was given back, and that the queue tells of later. */
async function isAnswered(tx: Tx, { guildId, userId, hitId }: Flood, floodedAt: Date): Promise<boolean> {
  const former = await tx.compromisedAccount.findFirst({
    where: { guildId, userId, OR: [{ hitId }, { state: 'freed', decidedAt: { gte: floodedAt } }] },
    select: { id: true },
  });
  return former !== null;
}

/**
 * An account that somebody else seems to use is kept quiet for a day, by the one door of sanctions and without points; what it sent goes, its owner is
 * told, moderators see it. While the protection stands, whatever else is found only goes with the rest: null then.
 */
export const secureAccount = (db: Db, flood: Flood): Promise<CompromisedAccount | null> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, hitId, others = [], now } = flood;
    await lock(tx, `compromised:${guildId}:${userId}`);
    const hit = await hitOf(tx, flood);
    const floodedAt = momentOf(hit, now);
    const standing = await standingProtection(tx, flood);
    if (standing) {
      await rememberSent(tx, standing, others);
      await promiseRemoval(tx, standing);
      return null;
    }
    if (await isAnswered(tx, flood, floodedAt)) return null;
    const sent = await sentBy(tx, { guildId, userId, floodedAt }, hit);
    const { locale } = await readSettings(tx, guildId);
    const evidenceId = await evidenceOf(tx, flood, hit, sent);
    const until = new Date(now.getTime() + quietFor);
    const account = await tx.compromisedAccount.create({
      data: { guildId, userId, hitId, evidenceId, until, floodedAt, createdAt: now },
    });
    await rememberSent(tx, account, [...sent, ...others]);
    const isQuiet = (await activeSanction(tx, { guildId, userId, kind: 'timeout' })) !== null;
    const opened = isQuiet ? null : await protect(tx, { account, locale, now });
    await promiseRemoval(tx, account);
    await promiseCard(tx, account);
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
 * `compromised.other_timeout`, `compromised.lifted`.
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
    // Whoever ended it elsewhere, by an appeal for instance, had their reasons.
    if ((await readStanding(tx, { accountId: account.id, now })).standing === 'lifted') throw isLifted();
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

export const recordTold = (db: Db, { guildId, accountId }: Ref): Promise<void> =>
  db.$transaction((tx) => promiseCard(tx, { guildId, id: accountId }));
