import type { CompanyInvitation } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, isDuplicate, Prisma, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { presentAmong } from '../../members/service.ts';
import { alreadyIn, notHere, unknownCompany } from '../messages/company.ts';
import {
  alreadyInvited,
  alreadyOfCompany,
  invitationOver,
  leaveFirst,
  notLead,
  notMember,
  notOfCompany,
  tooManyInvitations,
  tooManyPeople,
} from '../messages/people.ts';
import { invitationLife, mostInvitations, mostRecruiters } from '../rules/life.ts';
import { inviteTask, removeCardTask } from '../wire.ts';
import {
  type Company,
  type CompanyKey,
  companyOf,
  getCompany,
  lockCompany,
  type Recruiter,
  recruitersOf,
  type Who,
} from './company.ts';
import { type CompanyEventKind, promiseCard, recordEvent } from './event.ts';
import { promiseCompanyChange, promiseRole } from './promise.ts';

export type Invitation = CompanyInvitation;

/** Who acts on the people of a company: its lead, or staff. */
export type Acting = CompanyKey & { actorId: string; isStaff: boolean; now: Date };

/** Those who answer for a company and those who are asked to, for its people and for staff. */
export type People = { company: Company; recruiters: Recruiter[]; invitations: Invitation[]; mayManage: boolean };

const openInvitations = (db: Db | Tx, { id: companyId }: Company): Promise<Invitation[]> =>
  db.companyInvitation.findMany({ where: { companyId, endedAt: null }, orderBy: { id: 'asc' } });

/** Throws `companies.unknown` for who has nothing to do with it. */
export async function readPeople(db: Db, { guildId, companyId, actorId, isStaff }: Omit<Acting, 'now'>): Promise<People> {
  const company = await getCompany(db, { guildId, companyId });
  const recruiters = await recruitersOf(db, { guildId, companyId });
  if (!isStaff && !recruiters.some(({ userId }) => userId === actorId)) throw unknownCompany();
  const mayManage = isStaff || recruiters[0]?.userId === actorId;
  return { company, recruiters, invitations: await openInvitations(db, company), mayManage };
}

/** Names of people as the server shows them. */
export async function namesOf(db: Db, guildId: string, userIds: readonly string[]): Promise<Map<string, string>> {
  const there = await db.member.findMany({
    where: { guildId, userId: { in: [...userIds] } },
    select: { userId: true, displayName: true },
  });
  return new Map(there.map(({ userId, displayName }) => [userId, displayName]));
}

/** Locked, with its people; throws `companies.unknown`, `not_lead`. */
async function lockManaged(tx: Tx, { guildId, companyId, actorId, isStaff }: Acting) {
  const company = await lockCompany(tx, { guildId, companyId });
  const recruiters = await recruitersOf(tx, { guildId, companyId });
  if (isStaff || recruiters[0]?.userId === actorId) return { company, recruiters };
  throw recruiters.some(({ userId }) => userId === actorId) ? notLead() : unknownCompany();
}

const trace = (tx: Tx, acting: Acting, action: `companies.${string}`, targetId: string): Promise<void> =>
  acting.isStaff
    ? audit(tx, {
        guildId: acting.guildId,
        actorId: acting.actorId,
        targetId,
        action,
        subject: `company:${acting.companyId}`,
        at: acting.now,
      })
    : Promise.resolve();

/**
 * Asks somebody of the server to recruit for the company too. Throws `companies.not_lead`, `unknown`, `not_member`, `already_of_company`,
 * `already_invited`, `too_many_people`, `too_many_invitations`.
 */
export async function invite(db: Db, acting: Acting, userId: string): Promise<Invitation> {
  const { guildId, companyId, actorId, now } = acting;
  try {
    return await db.$transaction(async (tx) => {
      const { company, recruiters } = await lockManaged(tx, acting);
      if (recruiters.some((one) => one.userId === userId)) throw alreadyOfCompany(userId);
      if (!(await presentAmong(tx, guildId, [userId])).has(userId)) throw notMember(userId);
      if (recruiters.length >= mostRecruiters) throw tooManyPeople(mostRecruiters);
      if ((await openInvitations(tx, company)).length >= mostInvitations) throw tooManyInvitations(mostInvitations);
      const invitation = await tx.companyInvitation.create({
        data: { companyId, guildId, userId, invitedBy: actorId, invitedAt: now },
      });
      await enqueue(tx, inviteTask, { guildId, invitationId: invitation.id }, { key: String(invitation.id) });
      await promiseCard(tx, acting);
      return invitation;
    });
  } catch (error) {
    if (isDuplicate(error, 'company_invitation_open')) throw alreadyInvited(userId);
    throw error;
  }
}

export type TheirInvitation = Invitation & { company: Company };

/** An open one, with its company; null when it is over. */
export const findInvitation = (
  db: Db | Tx,
  { guildId, invitationId }: { guildId: string; invitationId: number },
): Promise<TheirInvitation | null> =>
  db.companyInvitation.findFirst({ where: { id: invitationId, guildId, endedAt: null }, include: { company: true } });

/** One's own. Another's, or one that is over: `companies.invitation_over`. */
export async function getInvitation(db: Db | Tx, { userId, ...key }: Who & { invitationId: number }): Promise<TheirInvitation> {
  const invitation = await findInvitation(db, key);
  if (invitation?.userId !== userId) throw invitationOver();
  return invitation;
}

/** Those that wait for a person. */
export const invitationsOf = (db: Db, { guildId, userId }: Who): Promise<TheirInvitation[]> =>
  db.companyInvitation.findMany({
    where: { guildId, userId, endedAt: null },
    include: { company: true },
    orderBy: { id: 'asc' },
  });

type Answering = Who & { invitationId: number; locale: Locale; now: Date };

const endInvitation = async (tx: Tx, id: number, endedAs: 'accepted' | 'declined' | 'withdrawn', now: Date): Promise<void> => {
  const { count } = await tx.companyInvitation.updateMany({ where: { id, endedAt: null }, data: { endedAt: now, endedAs } });
  if (count === 0) throw invitationOver();
};

/**
 * The person recruits for it from now on; a company of theirs that was refused is left for it. Throws `companies.invitation_over`, `not_here`,
 * `leave_first`, `too_many_people`.
 */
export async function acceptInvitation(db: Db, { guildId, userId, invitationId, locale, now }: Answering): Promise<Company> {
  try {
    return await db.$transaction(async (tx) => {
      const { companyId } = await getInvitation(tx, { guildId, userId, invitationId });
      const own = await companyOf(tx, { guildId, userId });
      if (own && own.state !== 'refused') throw leaveFirst(own.name);
      const locked = await lockBoth(tx, guildId, own ? [own.id, companyId] : [companyId]);
      const company = locked.get(companyId);
      const former = own && locked.get(own.id);
      if (!company) throw invitationOver();
      if (!(await presentAmong(tx, guildId, [userId])).has(userId)) throw notHere();
      if ((await recruitersOf(tx, { guildId, companyId })).length >= mostRecruiters) throw tooManyPeople(mostRecruiters);
      const invitation = await getInvitation(tx, { guildId, userId, invitationId });
      await endInvitation(tx, invitationId, 'accepted', now);
      if (former) await endPlace(tx, former, { userId, actorId: userId, kind: 'left', now });
      await tx.companyRecruiter.create({
        data: { companyId, guildId, userId, locale, addedBy: invitation.invitedBy, addedAt: now },
      });
      await recordEvent(tx, { company, kind: 'joined', actorId: userId, personId: userId, now });
      await promiseRole(tx, { guildId, userId });
      return company;
    });
  } catch (error) {
    if (!isDuplicate(error, 'company_recruiter_one')) throw error;
    throw leaveFirst((await companyOf(db, { guildId, userId }))?.name ?? '');
  }
}

/** Locked in one order, so that two who move people between the same companies wait, and never for each other. Those that are no more are left out. */
async function lockBoth(tx: Tx, guildId: string, ids: readonly number[]): Promise<Map<number, Company>> {
  await tx.$queryRaw`SELECT id FROM company WHERE guild_id = ${guildId} AND id = ANY (${[...ids]}::integer[]) ORDER BY id FOR UPDATE`;
  const found = await tx.company.findMany({ where: { guildId, id: { in: [...ids] } } });
  return new Map(found.map((company) => [company.id, company]));
}

/** Throws `companies.invitation_over`. */
export const declineInvitation = (db: Db, { guildId, userId, invitationId, now }: Omit<Answering, 'locale'>): Promise<Company> =>
  db.$transaction(async (tx) => {
    const { company } = await getInvitation(tx, { guildId, userId, invitationId });
    await endInvitation(tx, invitationId, 'declined', now);
    await recordEvent(tx, { company, kind: 'declined', actorId: userId, personId: userId, now });
    return company;
  });

/** Throws `companies.invitation_over`, `not_lead`, `unknown`. */
export const withdrawInvitation = (
  db: Db,
  { invitationId, ...acting }: Omit<Acting, 'companyId'> & { invitationId: number },
): Promise<CompanyKey> =>
  db.$transaction(async (tx) => {
    const invitation = await findInvitation(tx, { guildId: acting.guildId, invitationId });
    if (!invitation) throw invitationOver();
    const key = { guildId: acting.guildId, companyId: invitation.companyId };
    await lockManaged(tx, { ...acting, ...key });
    await endInvitation(tx, invitationId, 'withdrawn', acting.now);
    await promiseCard(tx, key);
    return key;
  });

/** Invitations that nobody answered are over. */
export async function expireInvitations(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - invitationLife);
  const expired = await tx.companyInvitation.updateManyAndReturn({
    where: { endedAt: null, invitedAt: { lte: before } },
    data: { endedAt: now, endedAs: 'expired' },
    select: { guildId: true, companyId: true },
  });
  for (const key of expired) await promiseCard(tx, key);
}

type Ending = {
  userId: string;
  actorId: string | null;
  kind: CompanyEventKind & ('left' | 'removed');
  now: Date;
  /** They come to another one: what was never verified stays for staff, who moved them. */
  moves?: boolean;
};

/**
 * Somebody answers for the company no more. Who came next leads it; a company that nobody is left of, and that staff never verified, is withdrawn with
 * its card. The caller holds it locked.
 */
async function endPlace(tx: Tx, company: Company, { userId, actorId, kind, now, moves = false }: Ending): Promise<void> {
  const { id: companyId, guildId } = company;
  const before = await recruitersOf(tx, { guildId, companyId });
  const { count } = await tx.companyRecruiter.updateMany({
    where: { companyId, userId, leftAt: null },
    data: { leftAt: now, roleMissing: false },
  });
  if (count === 0) throw notOfCompany(userId);
  await promiseRole(tx, { guildId, userId });
  const [next] = before.filter((one) => one.userId !== userId);
  if (!next)
    await tx.companyInvitation.updateMany({ where: { companyId, endedAt: null }, data: { endedAt: now, endedAs: 'withdrawn' } });
  if (!next && company.verifiedSince === null && !moves) return withdraw(tx, company);
  await recordEvent(tx, { company, kind, actorId, personId: userId, now });
  if (next && before[0]?.userId === userId)
    await recordEvent(tx, { company, kind: 'handed', actorId: null, personId: next.userId, now });
  // What nobody is left to ask for needs no decision.
  if (!next && company.review !== null)
    await tx.company.update({ where: { id: companyId }, data: { review: null, proposal: Prisma.DbNull, proposedBy: null } });
  await promiseCompanyChange(tx, company);
}

async function withdraw(tx: Tx, { id, guildId, cardChannelId: channelId, cardMessageId: messageId }: Company): Promise<void> {
  await tx.company.delete({ where: { id } });
  if (channelId && messageId) await enqueue(tx, removeCardTask, { guildId, channelId, messageId }, { key: messageId });
}

/** Throws `companies.not_lead`, `unknown`, `not_of_company`. */
export const removePerson = (db: Db, acting: Acting, userId: string): Promise<void> =>
  db.$transaction(async (tx) => {
    const { company } = await lockManaged(tx, acting);
    await endPlace(tx, company, { userId, actorId: acting.actorId, kind: 'removed', now: acting.now, moves: acting.isStaff });
    await trace(tx, acting, 'companies.remove', userId);
  });

/** Somebody of the company leads it from now on. Throws `companies.not_lead`, `unknown`, `not_of_company`. */
export const handOver = (db: Db, acting: Acting, userId: string): Promise<void> =>
  db.$transaction(async (tx) => {
    const { company, recruiters } = await lockManaged(tx, acting);
    if (!recruiters.some((one) => one.userId === userId)) throw notOfCompany(userId);
    if (recruiters[0]?.userId === userId) return;
    await tx.$executeRaw`
      UPDATE company_recruiter SET led_at = greatest(${acting.now}::timestamptz, (
        SELECT max(led_at) + interval '1 millisecond' FROM company_recruiter AS former WHERE former.company_id = ${company.id}))
      WHERE company_id = ${company.id} AND user_id = ${userId} AND left_at IS NULL`;
    await recordEvent(tx, { company, kind: 'handed', actorId: acting.actorId, personId: userId, now: acting.now });
    await trace(tx, acting, 'companies.hand_over', userId);
  });

export type Brought = { from: Company | null };

/** Staff put somebody there, out of the company where they were. Throws `companies.unknown`, `not_member`, `already_of_company`, `too_many_people`. */
export async function bring(
  db: Db,
  {
    guildId,
    companyId,
    staffId,
    userId,
    locale,
    now,
  }: CompanyKey & { staffId: string; userId: string; locale: Locale; now: Date },
): Promise<Brought> {
  try {
    return await db.$transaction(async (tx) => {
      const from = await companyOf(tx, { guildId, userId });
      if (from?.id === companyId) throw alreadyOfCompany(userId);
      const locked = await lockBoth(tx, guildId, from ? [from.id, companyId] : [companyId]);
      const company = locked.get(companyId);
      if (!company) throw unknownCompany();
      if (!(await presentAmong(tx, guildId, [userId])).has(userId)) throw notMember(userId);
      if ((await recruitersOf(tx, { guildId, companyId })).length >= mostRecruiters) throw tooManyPeople(mostRecruiters);
      if (from) await endPlace(tx, from, { userId, actorId: staffId, kind: 'left', now, moves: true });
      const place = await tx.companyRecruiter.findFirst({ where: { guildId, userId }, orderBy: { id: 'desc' } });
      await tx.companyRecruiter.create({
        data: { companyId, guildId, userId, locale: place?.locale ?? locale, addedBy: staffId, addedAt: now },
      });
      await tx.companyInvitation.updateMany({
        where: { companyId, userId, endedAt: null },
        data: { endedAt: now, endedAs: 'accepted' },
      });
      await recordEvent(tx, { company, kind: 'brought', actorId: staffId, personId: userId, now });
      await promiseRole(tx, { guildId, userId });
      await audit(tx, {
        guildId,
        actorId: staffId,
        targetId: userId,
        action: 'companies.bring',
        subject: `company:${companyId}`,
        before: { company: from?.id ?? null },
        after: { company: companyId },
        at: now,
      });
      return { from };
    });
  } catch (error) {
    if (!isDuplicate(error, 'company_recruiter_one')) throw error;
    throw alreadyIn((await companyOf(db, { guildId, userId }))?.name ?? '');
  }
}

/** The person leaves by their own choice. Throws `companies.unknown`. */
export const leaveCompany = (db: Db, { guildId, userId, companyId, now }: Who & CompanyKey & { now: Date }): Promise<Company> =>
  db.$transaction(async (tx) => {
    const company = await lockCompany(tx, { guildId, companyId });
    if ((await tx.companyRecruiter.count({ where: { companyId, userId, leftAt: null } })) === 0) throw unknownCompany();
    await endPlace(tx, company, { userId, actorId: userId, kind: 'left', now });
    return company;
  });

/** Leaving the server ends it, and what they were asked. Nothing to do for who answers for none. */
export const endForLeaving = (db: Db | Tx, { guildId, userId, now }: Who & { now: Date }): Promise<void> => {
  const end = async (tx: Tx): Promise<void> => {
    await tx.companyInvitation.updateMany({
      where: { guildId, userId, endedAt: null },
      data: { endedAt: now, endedAs: 'withdrawn' },
    });
    const own = await companyOf(tx, { guildId, userId });
    if (!own) return;
    const company = await lockCompany(tx, { guildId, companyId: own.id });
    if ((await tx.companyRecruiter.count({ where: { companyId: own.id, userId, leftAt: null } })) === 0) return;
    await endPlace(tx, company, { userId, actorId: userId, kind: 'left', now });
  };
  return '$transaction' in db ? db.$transaction(end) : end(db);
};

/** The same for those whose departure was only seen by the reading of the member list. */
export async function endOfAbsent(tx: Tx, now: Date): Promise<void> {
  const absent = await tx.$queryRaw<Who[]>`
    SELECT place.guild_id AS "guildId", place.user_id AS "userId" FROM company_recruiter AS place
    JOIN member ON member.guild_id = place.guild_id AND member.user_id = place.user_id AND member.left_at IS NOT NULL
    WHERE place.left_at IS NULL ORDER BY place.company_id, place.id`;
  for (const who of absent) await endForLeaving(tx, { ...who, now });
}
