import { audit } from '../../../infra/audit.ts';
import { type Db, isDuplicate, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { presentAmong } from '../../members/service.ts';
import { alreadyIn, unknownCompany } from '../messages/company.ts';
import { alreadyOfCompany, notMember, notOfCompany, tooManyPeople } from '../messages/people.ts';
import { siretOfAnother } from '../messages/review.ts';
import { mostRecruiters } from '../rules/life.ts';
import { type Company, type CompanyKey, companyOf, getCompany, type Recruiter, recruitersOf } from './company.ts';
import { recordEvent } from './event.ts';
import { type Invitation, openInvitations } from './invitation.ts';
import { type Acting, lockManaged } from './managing.ts';
import { endPlace, lockBoth } from './place.ts';
import { promiseRole } from './promise.ts';
import { takenBy } from './registration.ts';

/** Those who answer for a company and those who are asked to, for its people and for staff. */
export type People = { company: Company; recruiters: Recruiter[]; invitations: Invitation[]; mayManage: boolean };

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

/**
 * Staff put somebody there, out of the company where they were; one that was replaced has its SIRET again, unless another has it. Throws
 * `companies.unknown`, `not_member`, `already_of_company`, `too_many_people`, `siret_of_another`.
 */
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
      if (company.replacedAt) await tx.company.update({ where: { id: companyId }, data: { replacedAt: null } });
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
    if (isDuplicate(error, 'company_recruiter_one')) throw alreadyIn((await companyOf(db, { guildId, userId }))?.name ?? '');
    if (!isDuplicate(error, 'company_siret')) throw error;
    const { siret } = await getCompany(db, { guildId, companyId });
    throw siretOfAnother((await takenBy(db, guildId, siret))?.name ?? siret);
  }
}
