import { type Db, isDuplicate, lock, Prisma, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { day } from '../../../kernel/time.ts';
import { alreadyIn, invalidFacts, siretTaken, suspendedNow, tooManyRegistrations } from '../messages/company.ts';
import { type FactKey, type Facts, factKeys, readFacts, riskyChanges } from '../rules/facts.ts';
import { mostRegistrations } from '../rules/life.ts';
import { type Company, type CompanyKey, companyOf, factsOf, lockOwn, speaks, type Who } from './company.ts';
import { recordEvent } from './event.ts';
import { isBare, lockBoth, withdraw } from './place.ts';
import { promiseCompanyChange } from './promise.ts';

type Writing = Who & { locale: Locale; now: Date };

/** Throws `companies.invalid_facts` with all that is wrong. */
function requireFacts(typed: Facts): Facts {
  const read = readFacts(typed);
  if (!read.ok) throw invalidFacts(read.problems);
  return read.facts;
}

export type Saved = {
  company: Company;
  /** sent: staff read it. proposed: they do, and the former facts stand meanwhile. applied: it stands already. */
  outcome: 'sent' | 'proposed' | 'applied' | 'unchanged';
  /** What staff must read again. */
  risky: FactKey[];
};

/** The company here that has a SIRET. */
export async function takenBy(db: Db | Tx, guildId: string, siret: string): Promise<Company | null> {
  return db.company.findFirst({ where: { guildId, siret, state: { not: 'refused' }, replacedAt: null } });
}

/**
 * Makes a company known, for staff to verify, with its first recruiter. Whose company was refused sends it again; the SIRET of one for which nobody
 * answers any more is free for another. Throws `companies.invalid_facts`, `already_in`, `too_many`, `siret_taken`, of which staff are told.
 */
export async function registerCompany(db: Db, { guildId, userId, locale, now, ...typed }: Writing & Facts): Promise<Saved> {
  const facts = requireFacts(typed);
  const who = { guildId, userId, locale, now };
  const own = await companyOf(db, who);
  if (own?.state === 'refused') return editCompany(db, { ...who, companyId: own.id, ...typed });
  if (own) throw alreadyIn(own.name);
  try {
    const made = await db.$transaction((tx) => register(tx, who, facts));
    if ('taken' in made) throw siretTaken(made.taken.name);
    return { company: made, outcome: 'sent', risky: [] };
  } catch (error) {
    if (isDuplicate(error, 'company_recruiter_one')) throw alreadyIn((await companyOf(db, who))?.name ?? facts.name);
    if (!isDuplicate(error, 'company_siret')) throw error;
  }
  // Somebody else registered it at the same moment: it is there now.
  const again = await db.$transaction((tx) => register(tx, who, facts));
  if ('taken' in again) throw siretTaken(again.taken.name);
  return { company: again, outcome: 'sent', risky: [] };
}

async function register(tx: Tx, who: Writing, facts: Facts): Promise<Company | { taken: Company }> {
  const { guildId, userId, now } = who;
  await lock(tx, `companies.register:${guildId}:${userId}`);
  const own = await companyOf(tx, who);
  if (own) throw alreadyIn(own.name);
  const since = new Date(now.getTime() - day);
  const registered = await tx.companyRegistration.count({ where: { guildId, userId, at: { gt: since } } });
  if (registered >= mostRegistrations) throw tooManyRegistrations(mostRegistrations);
  const there = await takenBy(tx, guildId, facts.siret);
  return there ? succeed(tx, who, facts, there) : found(tx, who, facts);
}

async function found(tx: Tx, who: Writing, facts: Facts): Promise<Company> {
  const { guildId, userId, now } = who;
  await tx.companyRegistration.create({ data: { guildId, userId, at: now } });
  const company = await tx.company.create({
    data: { ...facts, guildId, createdBy: userId, emailBy: userId, createdAt: now, submittedAt: now },
  });
  await enter(tx, company, who);
  await recordEvent(tx, { company, kind: 'registered', actorId: userId, now });
  return company;
}

async function enter(tx: Tx, { id: companyId }: Company, { guildId, userId, locale, now }: Writing): Promise<void> {
  await tx.companyRecruiter.create({ data: { companyId, guildId, userId, locale, addedBy: userId, addedAt: now } });
}

/**
 * A company that is here already: when nobody is left, whoever comes begins another, which inherits neither its offers nor its good name; else staff are
 * told, once a day.
 */
async function succeed(tx: Tx, who: Writing, facts: Facts, there: Company): Promise<Company | { taken: Company }> {
  const { guildId } = who;
  const isLed = async () =>
    there.state === 'suspended' || (await tx.companyRecruiter.count({ where: { companyId: there.id, leftAt: null } })) > 0;
  // Nearly always it is: who only asks waits for nobody.
  if (await isLed()) return tellDuplicate(tx, there, who);
  const former = (await lockBoth(tx, guildId, [there.id])).get(there.id);
  if (former && (await isLed())) return tellDuplicate(tx, former, who);
  if (former?.replacedAt === null) await setAside(tx, former, who);
  // Somebody else came first, while this one waited.
  const another = await takenBy(tx, guildId, facts.siret);
  return another ? tellDuplicate(tx, another, who) : found(tx, who, facts);
}

/** It has its SIRET no more, and keeps all else; of what was never verified there is nothing to keep. */
async function setAside(tx: Tx, company: Company, { userId, now }: Writing): Promise<void> {
  if (await isBare(tx, company)) return withdraw(tx, company);
  await tx.company.update({
    where: { id: company.id },
    data: { replacedAt: now, review: null, proposal: Prisma.DbNull, proposedBy: null, revision: { increment: 1 } },
  });
  await recordEvent(tx, { company, kind: 'replaced', actorId: userId, now });
  await promiseCompanyChange(tx, company);
}

async function tellDuplicate(tx: Tx, company: Company, { userId, now }: Writing): Promise<{ taken: Company }> {
  const at = { gt: new Date(now.getTime() - day) };
  const known = await tx.companyEvent.count({ where: { companyId: company.id, kind: 'duplicate', actorId: userId, at } });
  if (known === 0) await recordEvent(tx, { company, kind: 'duplicate', actorId: userId, now });
  return { taken: company };
}

/**
 * Changes the facts of one's own company. What says who it is goes to staff, while a verified one stays so with its former facts; the rest stands at
 * once. Throws `companies.invalid_facts`, `unknown`, `suspended`, `siret_taken`.
 */
export async function editCompany(
  db: Db,
  { guildId, userId, companyId, locale, now, ...typed }: Writing & CompanyKey & Facts,
): Promise<Saved> {
  const facts = requireFacts(typed);
  try {
    return await db.$transaction(async (tx) => {
      const company = await lockOwn(tx, { guildId, userId, companyId });
      await speaks(tx, { guildId, userId, locale });
      if (company.state === 'suspended') throw suspendedNow();
      return company.state === 'verified'
        ? editVerified(tx, company, facts, { userId, now })
        : editUnverified(tx, company, facts, { userId, now });
    });
  } catch (error) {
    if (!isDuplicate(error, 'company_siret')) throw error;
    throw siretTaken((await takenBy(db, guildId, facts.siret))?.name ?? facts.name);
  }
}

type By = { userId: string; now: Date };

const emailBy = (before: Company, after: Facts, userId: string) => (before.email === after.email ? {} : { emailBy: userId });

/** Nothing of it stands yet, so nothing has to be kept: staff read what is there now. Whoever waits already keeps their place. */
async function editUnverified(tx: Tx, company: Company, facts: Facts, { userId, now }: By): Promise<Saved> {
  const before = factsOf(company, { proposed: true });
  const isSame = factKeys.every((key) => before[key] === facts[key]);
  const isWaiting = company.state === 'pending' || company.review === 'staff';
  if (isSame && isWaiting) return { company, outcome: 'unchanged', risky: [] };
  const data = {
    ...facts,
    ...emailBy(company, facts, userId),
    proposal: Prisma.DbNull,
    proposedBy: null,
    revision: { increment: 1 },
    ...(company.state === 'lapsed' ? { review: 'staff' as const } : { state: 'pending' as const }),
    ...(!isWaiting && { submittedAt: now, staffRemindedAt: null, decidedAt: null, decidedBy: null, reason: null }),
  };
  const changed = await tx.company.update({ where: { id: company.id }, data });
  await recordEvent(tx, { company, kind: isWaiting ? 'corrected' : 'resubmitted', actorId: userId, now });
  return { company: changed, outcome: 'sent', risky: [] };
}

async function editVerified(tx: Tx, company: Company, facts: Facts, { userId, now }: By): Promise<Saved> {
  const before = factsOf(company);
  const risky = riskyChanges(before, facts);
  const harmless = factKeys.filter((key) => before[key] !== facts[key] && !risky.includes(key));
  const pick = (keys: readonly FactKey[]) => Object.fromEntries(keys.map((key) => [key, facts[key]]));
  const proposal = risky.length > 0 ? pick(risky) : null;
  const isSameProposal = JSON.stringify(proposal) === JSON.stringify(company.proposal);
  // Only answered questions and new facts are another thing to read; a proposal that is taken back leaves nothing to decide.
  if (harmless.length === 0 && isSameProposal && company.review !== 'person') return { company, outcome: 'unchanged', risky };
  const isAnother = !isSameProposal || company.review === 'person';
  if (proposal && 'siret' in proposal) {
    const taken = await takenBy(tx, company.guildId, facts.siret);
    if (taken && taken.id !== company.id) throw siretTaken(taken.name);
  }
  const keeps = proposal !== null || (company.review !== null && company.proposal === null);
  const changed = await tx.company.update({
    where: { id: company.id },
    data: {
      ...pick(harmless),
      revision: { increment: 1 },
      ...(isAnother && {
        proposal: proposal ?? Prisma.DbNull,
        proposedBy: proposal && userId,
        review: keeps ? ('staff' as const) : null,
        ...(company.review !== 'staff' && { submittedAt: now, staffRemindedAt: null }),
      }),
    },
  });
  if (harmless.length > 0) await recordEvent(tx, { company, kind: 'edited', actorId: userId, now });
  if (isAnother && proposal) {
    const kind = company.review === 'person' ? 'answered' : company.review === 'staff' ? 'corrected' : 'proposed';
    await recordEvent(tx, { company, kind, actorId: userId, now });
  } else if (isAnother) await recordEvent(tx, { company, kind: 'corrected', actorId: userId, now });
  // What candidates read of it changed.
  if (harmless.length > 0) await promiseCompanyChange(tx, company);
  return { company: changed, outcome: proposal ? 'proposed' : harmless.length > 0 ? 'applied' : 'unchanged', risky };
}
