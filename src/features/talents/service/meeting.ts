import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { openTask } from '../wire.ts';
import { type Contact, findQuestion } from './contact.ts';
import { findProfile, nameOf } from './profile.ts';

/** What it takes to bring two people together. */
export type Meeting = {
  contact: Contact;
  company: string;
  offer: string | null;
  person: { userId: string; name: string; links: readonly string[]; locale: string };
  /** Those who speak for the company now: who asked, or everybody else once they have left it. */
  recruiterIds: string[];
};

/** Null when there is nothing to bring together, or it is done. */
export async function findMeeting(db: Db, key: { guildId: string; contactId: number }): Promise<Meeting | null> {
  const contact = await findQuestion(db, key);
  if (contact?.state !== 'accepted' || contact.openedAt) return null;
  const { guildId, userId } = contact;
  const [profile, name, recruiters] = await Promise.all([
    findProfile(db, { guildId, userId }),
    nameOf(db, { guildId, userId }),
    db.companyRecruiter.findMany({ where: { companyId: contact.companyId, leftAt: null }, orderBy: { id: 'asc' }, take: 10 }),
  ]);
  const ids = recruiters.map((one) => one.userId);
  const asker = ids.filter((id) => id === contact.askedBy);
  return {
    contact,
    company: contact.company.name,
    offer: contact.offer?.title ?? null,
    person: { userId, name, links: profile?.links ?? [], locale: profile?.locale ?? 'fr' },
    recruiterIds: asker.length > 0 ? asker : ids,
  };
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

/** Promises again what Discord refused, or what had no channel yet. */
export async function promiseMeetings(tx: Tx, guildId?: string): Promise<void> {
  const due = await tx.talentContact.findMany({
    where: { state: 'accepted', openedAt: null, ...(guildId !== undefined && { guildId }) },
    select: { id: true, guildId: true },
  });
  await enqueueAll(
    tx,
    openTask,
    due.map((one) => ({ payload: { guildId: one.guildId, contactId: one.id }, key: String(one.id) })),
  );
}

/** Messages by which somebody was told of a contact, where there is no thread: they name a person. */
export const toldOf = (db: Db, guildId: string, keys: readonly string[]) =>
  db.notice.findMany({ where: { guildId, key: { in: [...keys] }, messageId: { not: null } } });
