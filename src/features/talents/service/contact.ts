import type { TalentContact } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, isDuplicate, lock, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { isVerified } from '../../companies/service/company.ts';
import {
  alreadyAsked,
  alreadyTalking,
  noOffer,
  notAvailable,
  notWaiting,
  tooManyContacts,
  unknownContact,
  unknownProfile,
} from '../messages/contact.ts';
import { answerWithin, mostContacts } from '../rules/limit.ts';
import { answeredTask, askTask, openTask } from '../wire.ts';
import { companyLock, openOffers, requireCompany, type Who } from './company.ts';
import { findOffer, standingOf } from './search.ts';

export type Contact = TalentContact;

/** The person that this company calls by that number, if they can be asked. */
async function getAskable(
  tx: Tx,
  { guildId, companyId, number, now }: { guildId: string; companyId: number; number: number; now: Date },
) {
  const sight = await tx.talentSight.findFirst({ where: { id: number, companyId, guildId }, include: { profile: true } });
  if (!sight) throw unknownProfile();
  const { userId } = sight;
  const last = await tx.talentContact.findFirst({ where: { companyId, userId }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }] });
  const standing = last ? standingOf(last, now) : 'free';
  if (standing === 'asked') throw alreadyAsked();
  if (standing === 'talking') throw alreadyTalking(last?.threadId ?? null);
  const block = await tx.talentBlock.findUnique({ where: { guildId_userId_companyId: { guildId, userId, companyId } } });
  const isGone = (await tx.member.count({ where: { guildId, userId, leftAt: { not: null } } })) > 0;
  if (standing === 'unavailable' || block || isGone || !sight.profile.isOpen) throw notAvailable();
  return sight;
}

/** The offers about which a profile could be asked; refuses when there is none, or when the person cannot be asked. */
export const offersFor = (db: Db, who: Who, number: number) =>
  db.$transaction(async (tx) => {
    const { guildId, now } = who;
    const { id: companyId } = await requireCompany(tx, who);
    await getAskable(tx, { guildId, companyId, number, now });
    const offers = await openOffers(tx, { guildId, companyId });
    if (offers.length === 0) throw noOffer();
    return offers;
  });

export type Asking = { number: number; offerId: number; message: string; locale: Locale };

/** Asks the person of that number whether they want to talk about that offer. Returns how many questions of the company wait now. */
export const askContact = (db: Db, who: Who, { number, offerId, message, locale }: Asking): Promise<number> =>
  db
    .$transaction(async (tx) => {
      const { guildId, userId: recruiterId, now } = who;
      const { id: companyId } = await requireCompany(tx, who);
      await lock(tx, companyLock(companyId));
      const sight = await getAskable(tx, { guildId, companyId, number, now });
      await findOffer(tx, { guildId, companyId, offerId });
      const open = await tx.talentContact.findMany({ where: { companyId, state: 'asked' }, select: { slot: true } });
      const taken = new Set(open.map(({ slot }) => slot));
      const slot = Array.from({ length: mostContacts }, (_, index) => index + 1).find((one) => !taken.has(one));
      if (slot === undefined) throw tooManyContacts(mostContacts);
      const { id } = await tx.talentContact.create({
        data: {
          guildId,
          companyId,
          offerId,
          userId: sight.userId,
          askedBy: recruiterId,
          number,
          slot,
          message,
          locale,
          askedAt: now,
          closesAt: new Date(now.getTime() + answerWithin),
        },
      });
      await enqueue(tx, askTask, { guildId, contactId: id }, { key: String(id) });
      await audit(tx, {
        guildId,
        actorId: recruiterId,
        targetId: sight.userId,
        action: 'talents.contact',
        subject: `contact:${id}`,
        after: { companyId, offerId },
        at: now,
      });
      return open.length + 1;
    })
    .catch((error: unknown) => {
      if (isDuplicate(error, 'talent_contact_slot')) throw tooManyContacts(mostContacts);
      if (isDuplicate(error, 'talent_contact_one')) throw alreadyAsked();
      throw error;
    });

export type Question = Contact & {
  company: { name: string; about: string; state: string; verifiedUntil: Date | null };
  offer: { title: string } | null;
};

const withCompany = {
  company: { select: { name: true, about: true, state: true, verifiedUntil: true } },
  offer: { select: { title: true } },
} as const;

/** A question as its person reads it; null when it is nobody's any more. */
export const findQuestion = (
  db: Db | Tx,
  { guildId, contactId }: { guildId: string; contactId: number },
): Promise<Question | null> => db.talentContact.findFirst({ where: { id: contactId, guildId }, include: withCompany });

/** What waits for an answer of this person, the first to close first. */
export const waitingQuestions = (db: Db, { guildId, userId, now }: Who): Promise<Question[]> =>
  db.talentContact.findMany({
    where: { guildId, userId, state: 'asked', closesAt: { gt: now } },
    include: withCompany,
    orderBy: { closesAt: 'asc' },
    take: 5,
  });

export const countWaiting = (db: Db, { guildId, userId, now }: Who): Promise<number> =>
  db.talentContact.count({ where: { guildId, userId, state: 'asked', closesAt: { gt: now } } });

async function getOwnQuestion(tx: Tx, { guildId, userId }: Who, contactId: number) {
  const question = await tx.talentContact.findFirst({
    where: { id: contactId, guildId, userId },
    include: { company: withCompany.company },
  });
  if (!question) throw unknownContact();
  return question;
}

/** Ends a question that waits; false when somebody or something was first. */
async function end(tx: Tx, { id, guildId }: Contact, state: 'accepted' | 'declined' | 'withdrawn', now: Date): Promise<boolean> {
  const { count } = await tx.talentContact.updateMany({ where: { id, guildId, state: 'asked' }, data: { state, endedAt: now } });
  return count > 0;
}

/** The person says yes or no, once. `gone`: the company is not verified any more, so the question is closed without a word. */
export const answerContact = (
  db: Db,
  who: Who,
  { contactId, answer }: { contactId: number; answer: 'accepted' | 'declined' },
): Promise<{ company: string; state: 'accepted' | 'declined' | 'gone' }> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = who;
    const question = await getOwnQuestion(tx, who, contactId);
    const company = question.company.name;
    const isGone = answer === 'accepted' && !isVerified(question.company, now);
    if (question.closesAt <= now || !(await end(tx, question, isGone ? 'withdrawn' : answer, now))) throw notWaiting();
    if (isGone) return { company, state: 'gone' };
    await enqueue(tx, answer === 'accepted' ? openTask : answeredTask, { guildId, contactId }, { key: String(contactId) });
    return { company, state: answer };
  });

/** The company is shown this person no more, and its question is closed. */
export const blockCompany = (db: Db, who: Who, contactId: number): Promise<string> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const question = await getOwnQuestion(tx, who, contactId);
    const { companyId } = question;
    await tx.talentBlock.createMany({ data: { guildId, userId, companyId, at: now }, skipDuplicates: true });
    if (await end(tx, question, 'declined', now))
      await enqueue(tx, answeredTask, { guildId, contactId }, { key: String(contactId) });
    return question.company.name;
  });

export type Blocked = { companyId: number; name: string };
export const blockedCompanies = async (db: Db, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<Blocked[]> =>
  (
    await db.talentBlock.findMany({
      where: { guildId, userId },
      orderBy: { at: 'desc' },
      include: { company: { select: { name: true } } },
      take: 25,
    })
  ).map(({ companyId, company }) => ({ companyId, name: company.name }));

export const unblock = (db: Db, { guildId, userId }: Who, companyIds: readonly number[]) =>
  db.talentBlock.deleteMany({ where: { guildId, userId, companyId: { in: [...companyIds] } } });

/** The recruiter no longer asks; the person need not answer. */
export const withdrawContact = (db: Db, who: Who, contactId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const { id: companyId } = await requireCompany(tx, who);
    const contact = await tx.talentContact.findFirst({ where: { id: contactId, guildId, companyId } });
    if (!contact) throw unknownContact();
    if (!(await end(tx, contact, 'withdrawn', now))) throw notWaiting();
    await audit(tx, { guildId, actorId: userId, action: 'talents.withdraw', subject: `contact:${contactId}`, at: now });
  });

export const listedContacts = 8;
export type ContactPage = {
  contacts: (Contact & { offer: { title: string } | null })[];
  total: number;
  open: number;
  page: number;
};

/** What a company asked, the latest first. */
export async function listContacts(db: Db, who: Who, page: number): Promise<ContactPage> {
  const { id: companyId } = await requireCompany(db, who);
  const [contacts, total, open] = await Promise.all([
    db.talentContact.findMany({
      where: { companyId },
      include: { offer: { select: { title: true } } },
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
      skip: page * listedContacts,
      take: listedContacts,
    }),
    db.talentContact.count({ where: { companyId } }),
    db.talentContact.count({ where: { companyId, state: 'asked' } }),
  ]);
  return { contacts, total, open, page };
}

export const countOpen = (db: Db, companyId: number): Promise<number> =>
  db.talentContact.count({ where: { companyId, state: 'asked' } });

/** Closes what nobody answered in time, and what companies asked that are not verified any more. */
export async function closeContacts(tx: Tx, now: Date): Promise<void> {
  const closed = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    UPDATE talent_contact AS contact
    SET state = CASE WHEN closes_at <= ${now} THEN 'expired' ELSE 'withdrawn' END::talent_answer, ended_at = ${now}
    FROM company
    WHERE contact.state = 'asked' AND company.id = contact.company_id AND (closes_at <= ${now} OR company.state <> 'verified' OR company.verified_until <= ${now})
    RETURNING contact.id, contact.guild_id AS "guildId"`;
  await enqueueAll(
    tx,
    answeredTask,
    closed.map(({ id, guildId }) => ({ payload: { guildId, contactId: id }, key: String(id) })),
  );
}
