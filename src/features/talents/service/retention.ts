import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { kept } from '../rules/limit.ts';
import { clearTask } from '../wire.ts';
import { promiseSeats } from './meeting.ts';

/** All that is kept of somebody who looks for work, and of what they did as a recruiter. */
export async function exportTalent(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const own = { guildId, userId };
  const company = { company: { select: { name: true } } };
  const [profile, sights, asked, sent, searches, blocks, avoided, notices] = await Promise.all([
    db.talentProfile.findUnique({ where: { guildId_userId: own } }),
    db.talentSight.findMany({ where: own, include: company }),
    db.talentContact.findMany({ where: own, include: { ...company, offer: { select: { title: true } } } }),
    db.talentContact.findMany({
      where: { guildId, askedBy: userId },
      include: { ...company, offer: { select: { title: true } } },
    }),
    db.talentSearch.findMany({ where: own }),
    db.talentBlock.findMany({ where: own, include: company }),
    db.talentAvoided.findMany({ where: own }),
    db.talentNotice.findMany({ where: own, include: { offer: { select: { title: true } } } }),
  ]);
  return {
    profile,
    seenBy: sights.map(({ company: { name }, firstAt, seenOn }) => ({ userId, company: name, firstAt, seenOn })),
    questions: asked.map(({ askedBy: _recruiter, company: { name }, offer, ...question }) => ({
      ...question,
      company: name,
      offer: offer?.title ?? null,
    })),
    // Who was asked is nobody's business but theirs.
    asked: sent.map(({ userId: _person, company: { name }, offer, ...contact }) => ({
      ...contact,
      company: name,
      offer: offer?.title ?? null,
    })),
    searches,
    blocked: blocks.map(({ company: { name }, at }) => ({ userId, company: name, at })),
    hiddenFrom: avoided,
    toldOf: notices.map(({ offer: { title }, ...notice }) => ({ ...notice, offer: title })),
  };
}

type Begun = { id: number; guildId: string; companyId: number; threadId: string | null };
const begunFields = { id: true, guildId: true, companyId: true, threadId: true } as const;

/** What stays on Discord of a contact names somebody: it is taken away. */
const clearAll = (tx: Tx, contacts: readonly Begun[]): Promise<void> =>
  enqueueAll(
    tx,
    clearTask,
    contacts.map(({ id, guildId, companyId, threadId }) => ({
      payload: { guildId, contactId: id, companyId, threadId },
      key: String(id),
    })),
  );

export async function eraseTalent(tx: Tx, guildId: string, userId: string): Promise<void> {
  const own = { guildId, userId };
  // First the profile, which whoever asks or tells its person holds: what they write is there for us to see, or they find nobody.
  await tx.talentProfile.deleteMany({ where: own });
  const begun = { OR: [{ begunAt: { not: null } }, { openedAt: { not: null } }, { toldAt: { not: null } }] };
  await clearAll(tx, await tx.talentContact.findMany({ where: { ...own, ...begun }, select: begunFields }));
  await tx.talentContact.deleteMany({ where: own });
  await tx.talentBlock.deleteMany({ where: own });
  await tx.talentAvoided.deleteMany({ where: own });
  await tx.talentSearch.deleteMany({ where: own });
  // What they wrote as a recruiter goes, and they leave the conversations; that their company asked somebody stays, for that person's sake.
  await promiseSeats(tx, { guildId, askedBy: userId });
  await tx.talentContact.updateMany({ where: { guildId, askedBy: userId }, data: { askedBy: null, message: '' } });
}

/** Deletes what has outlived its use. */
export async function forgetTalents(tx: Tx, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  const old = await tx.talentContact.findMany({
    where: { state: { not: 'asked' }, endedAt: { lt: before(kept.contact) } },
    select: { ...begunFields, begunAt: true, openedAt: true, toldAt: true },
  });
  await clearAll(
    tx,
    old.filter(({ begunAt, openedAt, toldAt }) => begunAt !== null || openedAt !== null || toldAt !== null),
  );
  await tx.talentContact.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  await tx.talentSight.deleteMany({ where: { seenOn: { lt: before(kept.sight) } } });
  await tx.talentNotice.deleteMany({ where: { createdAt: { lt: before(kept.notice) } } });
  await tx.talentProfile.deleteMany({ where: { isOpen: false, pausedAs: 'left', updatedAt: { lt: before(kept.left) } } });
  await tx.talentProfile.deleteMany({ where: { isOpen: false, updatedAt: { lt: before(kept.closed) } } });
}
