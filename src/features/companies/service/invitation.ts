import type { CompanyInvitation } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, isDuplicate, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { day } from '../../../kernel/time.ts';
import { presentAmong } from '../../members/service.ts';
import { notHere, suspendedNow } from '../messages/company.ts';
import {
  alreadyInvited,
  alreadyOfCompany,
  declinedRecently,
  invitationOver,
  leaveFirst,
  notMember,
  tooManyInvitations,
  tooManyPeople,
  tooManyToday,
} from '../messages/people.ts';
import { declinedFor, invitationLife, isKnown, mostInvitations, mostInvitationsADay, mostRecruiters } from '../rules/life.ts';
import { inviteTask } from '../wire.ts';
import { type Company, type CompanyKey, companyOf, lockCompany, recruitersOf, type Who } from './company.ts';
import { promiseCard, recordEvent } from './event.ts';
import { type Acting, lockManaged } from './managing.ts';
import { endPlace, lockBoth } from './place.ts';
import { promiseRole } from './promise.ts';

export type Invitation = CompanyInvitation;

export const openInvitations = (db: Db | Tx, { id: companyId }: Pick<Company, 'id'>): Promise<Invitation[]> =>
  db.companyInvitation.findMany({ where: { companyId, endedAt: null }, orderBy: { id: 'asc' } });

/** Each invitation is a direct message: they are few, and a no is heard. */
async function requirePeace(tx: Tx, { companyId, now }: Acting, userId: string): Promise<void> {
  const since = (age: number) => ({ gt: new Date(now.getTime() - age) });
  const sent = await tx.companyInvitation.count({ where: { companyId, invitedAt: since(day) } });
  if (sent >= mostInvitationsADay) throw tooManyToday(mostInvitationsADay);
  const declined = await tx.companyInvitation.count({
    where: { companyId, userId, endedAs: 'declined', endedAt: since(declinedFor) },
  });
  if (declined > 0) throw declinedRecently(userId);
}

/**
 * Asks somebody of the server to recruit for the company too. Until staff verified it, they find it in *Mon espace* only: nobody makes the bot write to
 * members in a name of their own choice. Throws `companies.not_lead`, `unknown`, `suspended`, `not_member`, `already_of_company`, `already_invited`,
 * `too_many_people`, `too_many_invitations`, `too_many_today`, `declined_recently`.
 */
export async function invite(db: Db, acting: Acting, userId: string): Promise<Invitation & { isTold: boolean }> {
  const { guildId, companyId, actorId, now } = acting;
  try {
    return await db.$transaction(async (tx) => {
      const { company, recruiters } = await lockManaged(tx, acting);
      if (company.state === 'suspended') throw suspendedNow();
      if (recruiters.some((one) => one.userId === userId)) throw alreadyOfCompany(userId);
      if (!(await presentAmong(tx, guildId, [userId])).has(userId)) throw notMember(userId);
      if (recruiters.length >= mostRecruiters) throw tooManyPeople(mostRecruiters);
      if ((await openInvitations(tx, company)).length >= mostInvitations) throw tooManyInvitations(mostInvitations);
      await requirePeace(tx, acting, userId);
      const invitation = await tx.companyInvitation.create({
        data: { companyId, guildId, userId, invitedBy: actorId, invitedAt: now },
      });
      const isTold = isKnown(company);
      if (isTold) await enqueue(tx, inviteTask, { guildId, invitationId: invitation.id }, { key: String(invitation.id) });
      await promiseCard(tx, acting);
      return { ...invitation, isTold };
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

/** Throws `companies.invitation_over`. */
export const declineInvitation = (db: Db, { guildId, userId, invitationId, now }: Omit<Answering, 'locale'>): Promise<Company> =>
  db.$transaction(async (tx) => {
    const { companyId } = await getInvitation(tx, { guildId, userId, invitationId });
    const company = await lockCompany(tx, { guildId, companyId });
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
