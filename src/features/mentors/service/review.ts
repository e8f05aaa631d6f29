import { audit } from '../../../infra/audit.ts';
import type { Db, Prisma, Tx } from '../../../infra/db.ts';
import {
  alreadyApproved,
  changedSince,
  incomplete,
  notDecidable,
  nothingToDecide,
  ownProfile,
  tooManySent,
} from '../messages/refusal.ts';
import { approvedFor, charterVersion, mostSent } from '../rules/limit.ts';
import { gapsOf, isMentor, isOpen } from '../rules/profile.ts';
import { promiseChanged, promiseRole, recordEvent } from './event.ts';
import { settle } from './hold.ts';
import { getMentor, keyOf, lockMentor, type Mentor, type MentorEventKind, type Who } from './mentor.ts';
import { withdraw } from './withdraw.ts';

type Own = Who & { now: Date };

/**
 * Goes to staff, with the charter of that version agreed to; pressed twice, once. `stale`: they read another one. Throws `mentors.no_profile`,
 * `incomplete`, `already_approved`, `too_many_sent`.
 */
export async function sendProfile(db: Db, { guildId, userId, now }: Own, version: number): Promise<Mentor | 'stale'> {
  if (version !== charterVersion) return 'stale';
  return db.$transaction(async (tx) => {
    const who = { guildId, userId };
    const mentor = await lockMentor(tx, who);
    if (mentor.state === 'pending') return mentor;
    if (mentor.state === 'approved' || mentor.state === 'paused') throw alreadyApproved();
    const gaps = gapsOf(mentor);
    if (gaps.length > 0) throw incomplete(gaps);
    const since = new Date(now.getTime() - mostSent.within);
    const sent = await tx.mentorEvent.count({ where: { ...who, kind: { in: ['sent', 'resent'] }, at: { gt: since } } });
    if (sent >= mostSent.times) throw tooManySent(mostSent.times);
    const pending = await tx.mentorProfile.update({
      where: keyOf(who),
      data: {
        state: 'pending',
        ...(mentor.charterVersion !== version && { charterVersion: version, charterAt: now }),
        submittedAt: now,
        updatedAt: now,
        staffRemindedAt: null,
        revision: { increment: 1 },
      },
    });
    await recordEvent(tx, { who, kind: mentor.comment === null ? 'sent' : 'resent', actorId: userId, now });
    return pending;
  });
}

/** Who decides about whose profile, and when. */
export type Decision = Who & { staffId: string; now: Date };

function requireOther({ userId, staffId }: Decision): void {
  if (userId === staffId) throw ownProfile();
}

type Change = {
  kind: MentorEventKind & ('asked' | 'approved' | 'refused' | 'removed');
  data: Prisma.MentorProfileUpdateInput;
  note?: string;
};

async function decide(tx: Tx, { guildId, userId, staffId, now }: Decision, mentor: Mentor, change: Change): Promise<Mentor> {
  const { kind, data, note } = change;
  const who = { guildId, userId };
  const decided = await tx.mentorProfile.update({
    where: keyOf(who),
    data: { ...data, revision: { increment: 1 }, decidedAt: now, decidedBy: staffId },
  });
  await audit(tx, {
    guildId,
    actorId: staffId,
    targetId: userId,
    action: `mentors.${kind}`,
    before: { state: mentor.state },
    after: { state: decided.state },
    at: now,
  });
  await recordEvent(tx, { who, kind, actorId: staffId, now, ...(note !== undefined && { note }) });
  await promiseRole(tx, who);
  return decided;
}

/**
 * Staff stand for them, for a year from now. Who is under a sanction or away is paused until that ends. Throws `mentors.no_profile`,
 * `nothing_to_decide`, `own_profile`, and `changed` when it changed after the `revision` that was read.
 */
export const approveMentor = (db: Db, decision: Decision, revision: number): Promise<Mentor> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = decision;
    const mentor = await lockMentor(tx, decision);
    if (!isOpen(mentor)) throw nothingToDecide(mentor.decidedBy);
    requireOther(decision);
    if (mentor.revision !== revision) throw changedSince();
    // Their own pause is theirs to end.
    await tx.mentorHold.deleteMany({ where: { guildId, userId, kind: { in: ['silence', 'renewal'] } } });
    const approved = await decide(tx, decision, mentor, {
      kind: 'approved',
      data: {
        state: 'approved',
        pausedAs: null,
        pausedUntil: null,
        comment: null,
        approvedUntil: new Date(now.getTime() + approvedFor),
        renewalAskedAt: null,
      },
    });
    return settle(tx, approved, { actorId: null, now });
  });

/**
 * A profile about which staff may say something: sent, or approved, as it was when they read it. Throws `mentors.no_profile`, `not_decidable`,
 * `own_profile`, `changed`.
 */
function requireDecidable(mentor: Mentor, decision: Decision, revision: number): Mentor {
  if (mentor.state === 'draft' || mentor.state === 'withdrawn') throw notDecidable();
  requireOther(decision);
  if (mentor.revision !== revision) throw changedSince();
  return mentor;
}
export const getDecidable = async (db: Db, decision: Decision, revision: number): Promise<Mentor> =>
  requireDecidable(await getMentor(db, decision), decision, revision);

/** What staff say of the profile that they read at that revision. */
type Answer = { revision: number; words: string };

/** The person is asked to change something, and proposed to nobody meanwhile. Throws as `getDecidable`. */
export const askMentor = (db: Db, decision: Decision, { revision, words }: Answer): Promise<Mentor> =>
  db.$transaction(async (tx) => {
    const mentor = requireDecidable(await lockMentor(tx, decision), decision, revision);
    if (mentor.state === 'approved') await promiseChanged(tx, mentor);
    return decide(tx, decision, mentor, {
      kind: 'asked',
      data: { state: 'asked', pausedAs: null, pausedUntil: null, comment: words },
      note: words,
    });
  });

/** Whoever is no mentor may correct their profile and send it again. The words are told as they are. Throws as `getDecidable`. */
export const refuseMentor = (db: Db, decision: Decision, { revision, words }: Answer): Promise<Mentor> =>
  db.$transaction(async (tx) => {
    const mentor = requireDecidable(await lockMentor(tx, decision), decision, revision);
    if (isMentor(mentor)) throw changedSince();
    return decide(tx, decision, mentor, {
      kind: 'refused',
      data: { state: 'draft', comment: words, updatedAt: decision.now },
      note: words,
    });
  });

/** A mentor is one no more, and their pairs end. The words are told as they are. Throws as `getDecidable`. */
export const removeMentor = (db: Db, decision: Decision, { revision, words }: Answer): Promise<Mentor> =>
  db.$transaction(async (tx) => {
    const mentor = requireDecidable(await lockMentor(tx, decision), decision, revision);
    if (!isMentor(mentor)) throw changedSince();
    const removed = await decide(tx, decision, mentor, { kind: 'removed', data: { comment: words }, note: words });
    return withdraw(tx, removed, { comment: words, now: decision.now });
  });
