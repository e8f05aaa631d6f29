import { audit } from '../../../infra/audit.ts';
import { type Db, isDuplicate, Prisma, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { beingRead, nothingAsked, notYet } from '../messages/company.ts';
import {
  changedSince,
  freeMailRefused,
  nothingToDecide,
  notSuspendable,
  notSuspended,
  ownCompany,
  siretOfAnother,
} from '../messages/review.ts';
import { warningsOf } from '../rules/facts.ts';
import { awaits, canRenew, isKnown, verifiedFor } from '../rules/life.ts';
import { type Company, type CompanyKey, factsOf, getCompany, lockCompany, lockOwn, speaks, type Who } from './company.ts';
import { type CompanyEventKind, recordEvent } from './event.ts';
import { promiseCompanyChange, promiseInvitations, promiseRolesOf } from './promise.ts';
import { takenBy } from './registration.ts';

/** Who decides about which company, and when. */
export type Decision = CompanyKey & { staffId: string; now: Date };

/** Nobody decides about the company for which they recruit. */
async function requireOutsider(tx: Db | Tx, { companyId, staffId }: Decision): Promise<void> {
  if ((await tx.companyRecruiter.count({ where: { companyId, userId: staffId, leftAt: null } })) > 0) throw ownCompany();
}

function requireOpen(company: Company): void {
  if (awaits(company) === null) throw nothingToDecide(company.name, company.decidedBy);
}

/** Locked: of two decisions at once, the second finds the first. */
async function lockOpen(tx: Tx, decision: Decision): Promise<Company> {
  const company = await lockCompany(tx, decision);
  requireOpen(company);
  await requireOutsider(tx, decision);
  return company;
}

/** The company, when `staffId` may decide about it now. Throws `companies.unknown`, `already_decided`, `own`. */
export async function getOpen(db: Db, decision: Decision): Promise<Company> {
  const company = await getCompany(db, decision);
  requireOpen(company);
  await requireOutsider(db, decision);
  return company;
}

type Change = {
  kind: CompanyEventKind &
    ('verified' | 'changed' | 'renewed' | 'refused' | 'kept' | 'not_renewed' | 'asked' | 'suspended' | 'lifted');
  data: Prisma.CompanyUpdateInput;
  note?: string;
};

/** Records a decision, its trace, and what follows. */
async function decide(
  tx: Tx,
  { guildId, companyId, staffId, now }: Decision,
  company: Company,
  change: Change,
): Promise<Company> {
  const { kind, data, note } = change;
  const decided = await tx.company.update({
    where: { id: companyId },
    data: { ...data, revision: { increment: 1 }, decidedAt: now, decidedBy: staffId },
  });
  await audit(tx, {
    guildId,
    actorId: staffId,
    action: `companies.${kind}`,
    subject: `company:${companyId}`,
    before: { state: company.state, review: company.review },
    after: { state: decided.state, review: decided.review },
    at: now,
  });
  await recordEvent(tx, { company, kind, actorId: staffId, now, ...(note !== undefined && { note }) });
  if (decided.state === company.state && kind !== 'changed') return decided;
  await promiseCompanyChange(tx, company);
  await promiseRolesOf(tx, company);
  return decided;
}

const closed = { review: null, proposal: Prisma.DbNull, proposedBy: null, question: null, answer: null } as const;

/**
 * Staff read it and stand for it, for a year from now, with the facts that it proposes if it does. Throws as `getOpen`, and `companies.changed` when
 * it changed after the `revision` that was read, `free_mail`, `siret_of_another`.
 */
export async function approveCompany(db: Db, decision: Decision, revision: number): Promise<Company> {
  try {
    return await db.$transaction(async (tx) => {
      const company = await lockOpen(tx, decision);
      if (company.revision !== revision) throw changedSince();
      return verify(tx, decision, company);
    });
  } catch (error) {
    if (!isDuplicate(error, 'company_siret')) throw error;
    const { siret } = factsOf(await getCompany(db, decision), { proposed: true });
    throw siretOfAnother((await takenBy(db, decision.guildId, siret))?.name ?? siret);
  }
}

async function verify(tx: Tx, decision: Decision, company: Company): Promise<Company> {
  const facts = factsOf(company, { proposed: true });
  if (warningsOf(facts).some((warning) => warning === 'free_mail' || warning === 'no_mail')) throw freeMailRefused();
  const kind =
    company.state === 'suspended'
      ? 'lifted'
      : company.proposal
        ? 'changed'
        : company.state === 'verified' || company.state === 'lapsed'
          ? 'renewed'
          : 'verified';
  if (!isKnown(company)) await promiseInvitations(tx, company);
  return decide(tx, decision, company, {
    kind,
    data: {
      ...facts,
      ...closed,
      ...(facts.email !== company.email && { emailBy: company.proposedBy }),
      state: 'verified',
      reason: null,
      verifiedSince: company.state === 'verified' ? company.verifiedSince : decision.now,
      verifiedUntil: new Date(decision.now.getTime() + verifiedFor),
      lapseRemindedAt: null,
    },
  });
}

/**
 * `reason` is told as it is. One that was verified stays what it was, without what it proposed or asked for; any other is refused, and may be sent
 * again. Throws as `getOpen`.
 */
export const refuseCompany = (db: Db, decision: Decision, reason: string): Promise<Company> =>
  db.$transaction(async (tx) => {
    const company = await lockOpen(tx, decision);
    if (!isKnown(company))
      return decide(tx, decision, company, { kind: 'refused', data: { ...closed, state: 'refused', reason }, note: reason });
    // Still suspended, with a word more.
    if (company.state === 'suspended')
      return decide(tx, decision, company, { kind: 'suspended', data: { ...closed, reason }, note: reason });
    const kind = company.proposal ? 'kept' : 'not_renewed';
    return decide(tx, decision, company, { kind, data: closed, note: reason });
  });

/** Its people are asked; staff may still decide meanwhile. Throws as `getOpen`. */
export const askCompany = (db: Db, decision: Decision, question: string): Promise<Company> =>
  db.$transaction(async (tx) => {
    const company = await lockOpen(tx, decision);
    const turn = isKnown(company) ? { review: 'person' as const } : { state: 'asked' as const };
    return decide(tx, decision, company, { kind: 'asked', data: { ...turn, question, answer: null }, note: question });
  });

/** Staff may suspend what is visible or may become so by itself. Throws `companies.unknown`, `not_suspendable`, `own`. */
export async function getSuspendable(db: Db | Tx, decision: Decision): Promise<Company> {
  const company = await getCompany(db, decision);
  if (company.state !== 'verified' && company.state !== 'lapsed') throw notSuspendable(company.name);
  await requireOutsider(db, decision);
  return company;
}

/** Its offers disappear at once, and its people are told `reason` as it is. Throws as `getSuspendable`. */
export const suspendCompany = (db: Db, decision: Decision, reason: string): Promise<Company> =>
  db.$transaction(async (tx) => {
    await lockCompany(tx, decision);
    const company = await getSuspendable(tx, decision);
    return decide(tx, decision, company, { kind: 'suspended', data: { ...closed, state: 'suspended', reason }, note: reason });
  });

/** It is what it was before: verified, or lapsed when its year ended meanwhile. Throws `companies.unknown`, `not_suspended`, `changed`, `own`. */
export const liftSuspension = (db: Db, decision: Decision, revision: number): Promise<Company> =>
  db.$transaction(async (tx) => {
    const company = await lockCompany(tx, decision);
    if (company.state !== 'suspended') throw notSuspended(company.name);
    await requireOutsider(tx, decision);
    if (company.revision !== revision) throw changedSince();
    const isCurrent = company.verifiedUntil !== null && company.verifiedUntil > decision.now;
    const state = isCurrent ? 'verified' : 'lapsed';
    return decide(tx, decision, company, { kind: 'lifted', data: { ...closed, state, reason: null } });
  });

type Own = Who & CompanyKey & { locale: Locale; now: Date };

/** One's own company, when staff wait for its answer: to a question, or once to a suspension. Throws `companies.nothing_asked`, `being_read`. */
export function requireAsked(company: Company): Company {
  if (company.state === 'suspended' && company.review === 'staff') throw beingRead();
  if (awaits(company) !== 'person' && company.state !== 'suspended') throw nothingAsked();
  return company;
}

/** Goes to staff with the facts as they are. Throws `companies.unknown`, `nothing_asked`, `being_read`. */
export const answerStaff = (db: Db, { answer, ...own }: Own & { answer: string }): Promise<Company> =>
  db.$transaction(async (tx) => {
    const company = requireAsked(await lockOwn(tx, own));
    await speaks(tx, own);
    const turn = isKnown(company) ? { review: 'staff' as const } : { state: 'pending' as const };
    const answered = await tx.company.update({
      where: { id: company.id },
      data: { ...turn, answer, revision: { increment: 1 }, submittedAt: own.now, staffRemindedAt: null },
    });
    await recordEvent(tx, { company, kind: 'answered', actorId: own.userId, note: answer, now: own.now });
    return answered;
  });

/** The facts are said to be current, for staff to confirm by one click. Throws `companies.unknown`, `not_yet`. */
export const askRenewal = (db: Db, own: Own): Promise<Company> =>
  db.$transaction(async (tx) => {
    const company = await lockOwn(tx, own);
    await speaks(tx, own);
    // Pressed twice: it is with the staff already.
    if (company.review === 'staff') return company;
    if (!canRenew(company, own.now))
      throw company.state === 'verified' && company.verifiedUntil ? notYet(timeOf(company.verifiedUntil, 'D')) : nothingAsked();
    const asked = await tx.company.update({
      where: { id: company.id },
      data: { review: 'staff', revision: { increment: 1 }, submittedAt: own.now, staffRemindedAt: null },
    });
    await recordEvent(tx, { company, kind: 'renewal_asked', actorId: own.userId, now: own.now });
    return asked;
  });
