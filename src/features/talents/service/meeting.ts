import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { openTask } from '../wire.ts';
import { type Contact, findQuestion } from './contact.ts';
import { findProfile, nameOf } from './profile.ts';

/** What it takes to bring two people together, and to keep it so. */
export type Meeting = {
  contact: Contact;
  company: string;
  offer: string | null;
  person: { userId: string; name: string; links: readonly string[]; locale: string };
  /** Those who speak for the company now: who asked, or everybody else once they have left it; nobody while staff keep it out. */
  recruiterIds: string[];
  /** Staff suspended the company. */
  isShut: boolean;
};

/** A company whose year has ended still has its conversations; one that staff refused or suspended has none. */
const isKeptOut = (state: string): boolean => state !== 'verified' && state !== 'lapsed';

/** Null when there is nothing to bring together: it was not accepted, or nobody could speak for the company yet. */
export async function findMeeting(db: Db, key: { guildId: string; contactId: number }): Promise<Meeting | null> {
  const contact = await findQuestion(db, key);
  if (contact?.state !== 'accepted') return null;
  const { guildId, userId } = contact;
  const isShut = isKeptOut(contact.company.state);
  const [profile, name, recruiterIds] = await Promise.all([
    findProfile(db, { guildId, userId }),
    nameOf(db, { guildId, userId }),
    isShut ? [] : speakersOf(db, contact),
  ]);
  if (!contact.openedAt && recruiterIds.length === 0) return null;
  return {
    contact,
    company: contact.company.name,
    offer: contact.offer?.title ?? null,
    person: { userId, name, links: profile?.links ?? [], locale: profile?.locale ?? 'fr' },
    recruiterIds,
    isShut,
  };
}

/** Who asked, or everybody else of the company once they have left it. */
async function speakersOf(db: Db, { companyId, askedBy }: Pick<Contact, 'companyId' | 'askedBy'>): Promise<string[]> {
  const people = await db.companyRecruiter.findMany({
    where: { companyId, leftAt: null },
    orderBy: { id: 'asc' },
    select: { userId: true },
    take: 10,
  });
  const ids = people.map(({ userId }) => userId);
  const asker = ids.filter((id) => id === askedBy);
  return asker.length > 0 ? asker : ids;
}

/** The creation of the thread is tried from here on. */
export const beginThread = (db: Db, id: number, now: Date) =>
  db.talentContact.updateMany({ where: { id }, data: { begunAt: now } });
export const recordThread = (db: Db, id: number, threadId: string) =>
  db.talentContact.updateMany({ where: { id }, data: { threadId } });
/** The thread is gone: another one is made. */
export const forgetThread = (db: Db, id: number) =>
  db.talentContact.updateMany({ where: { id }, data: { threadId: null, begunAt: null } });
export const recordOpened = (db: Db, id: number, now: Date) =>
  db.talentContact.updateMany({ where: { id, openedAt: null }, data: { openedAt: now } });
/** Nobody is in the thread who should not be and, when `isWhole`, everybody who should, as of that moment. */
export const recordSeated = (db: Db, id: number, { isShut, isWhole, asOf }: { isShut: boolean; isWhole: boolean; asOf: Date }) =>
  db.talentContact.updateMany({ where: { id }, data: { isShut, ...(isWhole && { seatedAt: asOf }) } });
/** Each was sent who the other is. */
export const recordToldEach = (db: Db, id: number, now: Date) =>
  db.talentContact.updateMany({ where: { id, toldAt: null }, data: { toldAt: now } });

const promiseOpening = (tx: Tx, due: readonly { id: number; guildId: string }[]): Promise<void> =>
  enqueueAll(
    tx,
    openTask,
    due.map(({ id, guildId }) => ({ payload: { guildId, contactId: id }, key: String(id) })),
  );

/** Promises again what Discord refused, or what had no channel yet. */
export async function promiseMeetings(tx: Tx, guildId?: string): Promise<void> {
  await promiseOpening(
    tx,
    await tx.talentContact.findMany({
      where: { state: 'accepted', openedAt: null, ...(guildId !== undefined && { guildId }) },
      select: { id: true, guildId: true },
    }),
  );
}

/** The conversations of a company, or of whoever asked for it, are to have those who speak for it now and nobody else. */
export async function promiseSeats(
  tx: Tx,
  { guildId, ...whose }: { guildId: string; companyId: number } | { guildId: string; askedBy: string },
) {
  await promiseOpening(
    tx,
    await tx.talentContact.findMany({
      where: { guildId, ...whose, state: 'accepted', openedAt: { not: null } },
      select: { id: true, guildId: true },
    }),
  );
}

/** The same for every conversation that is not as it should be: somebody joined or left the company since, or staff let it in or out. */
export async function promiseDueSeats(tx: Tx): Promise<void> {
  await promiseOpening(
    tx,
    await tx.$queryRaw<{ id: number; guildId: string }[]>`
      SELECT contact.id, contact.guild_id AS "guildId"
      FROM talent_contact AS contact JOIN company ON company.id = contact.company_id
      WHERE contact.state = 'accepted' AND opened_at IS NOT NULL AND (
        is_shut <> (company.state NOT IN ('verified', 'lapsed'))
        OR EXISTS (SELECT FROM company_recruiter AS person
          WHERE person.company_id = contact.company_id AND greatest(person.added_at, person.left_at) >= coalesce(seated_at, opened_at)))`,
  );
}

/** Messages by which people of a company were told who somebody is, where there is no thread. */
export async function toldOf(
  db: Db,
  { guildId, companyId, key }: { guildId: string; companyId: number; key: string },
): Promise<{ channelId: string; messageId: string }[]> {
  // The primary key begins with the guild and the person. What an erased recruiter was told goes with them.
  const people = await db.companyRecruiter.findMany({ where: { companyId }, select: { userId: true }, distinct: ['userId'] });
  const told = await db.notice.findMany({
    where: { guildId, userId: { in: people.map(({ userId }) => userId) }, key, messageId: { not: null } },
    select: { channelId: true, messageId: true },
  });
  return told.flatMap(({ channelId, messageId }) => (channelId && messageId ? [{ channelId, messageId }] : []));
}
