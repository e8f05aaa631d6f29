import { type Db, enqueue, Prisma, type Tx } from '../../../infra/db.ts';
import { stripTask } from '../wire.ts';
import { companyOf } from './company.ts';
import { promiseCard } from './event.ts';
import { endForLeaving } from './place.ts';

export async function exportCompanies(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const own = await companyOf(db, { guildId, userId });
  const facts = { name: true, siret: true, website: true, about: true, state: true } as const;
  const [places, given, invitations, invited, added, decided, events, registrations] = await Promise.all([
    db.companyRecruiter.findMany({
      where: { guildId, userId },
      orderBy: { id: 'asc' },
      // Who let them in is another person's data.
      omit: { addedBy: true },
      include: { company: { select: facts } },
    }),
    db.company.findMany({
      where: { guildId, OR: [{ createdBy: userId }, { emailBy: userId }, { proposedBy: userId }] },
      select: {
        ...facts,
        createdBy: true,
        emailBy: true,
        proposedBy: true,
        email: true,
        proposal: true,
        createdAt: true,
        submittedAt: true,
        decidedAt: true,
        verifiedSince: true,
        verifiedUntil: true,
        review: true,
      },
    }),
    db.companyInvitation.findMany({
      where: { guildId, userId },
      select: { invitedAt: true, endedAt: true, endedAs: true, company: { select: { name: true } } },
    }),
    db.companyInvitation.findMany({
      where: { guildId, invitedBy: userId },
      select: { invitedAt: true, endedAt: true, endedAs: true },
    }),
    db.companyRecruiter.findMany({
      where: { guildId, addedBy: userId, userId: { not: userId } },
      select: { addedAt: true, leftAt: true },
    }),
    db.company.findMany({
      where: { guildId, decidedBy: userId },
      select: { id: true, state: true, decidedAt: true, reason: true, question: true },
    }),
    db.companyEvent.findMany({
      where: { guildId, OR: [{ actorId: userId }, { personId: userId }] },
      orderBy: { id: 'asc' },
      select: { kind: true, note: true, at: true, companyId: true, actorId: true },
    }),
    db.companyRegistration.findMany({ where: { guildId, userId }, orderBy: { id: 'asc' }, select: { at: true } }),
  ]);
  const exchanges = own && { question: own.question, answer: own.answer, reason: own.reason };
  return {
    places,
    // The address and what is proposed, where they come from this person.
    companies: given.map(({ email, emailBy, proposal, proposedBy, createdBy, ...company }) => ({
      ...company,
      registered: createdBy === userId,
      ...(emailBy === userId && { email }),
      ...(proposedBy === userId && { proposal }),
    })),
    registrations,
    exchanges,
    invitations,
    invitationsSent: invited,
    peopleAdded: added,
    decisions: decided,
    history: events.map(({ actorId, note, ...event }) => ({
      ...event,
      ...(actorId === userId ? { byYou: true, note } : { byYou: false }),
    })),
  };
}

/** The company stays, as a legal person; whoever is erased answers for it no more, and their address and words go. */
export async function eraseCompanies(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  const granted = await tx.companyRecruiter.findMany({
    where: { guildId, userId, roleGiven: true },
    select: { grantedRoleId: true },
  });
  await endForLeaving(tx, { guildId, userId, now });
  const roleIds = [...new Set(granted.flatMap(({ grantedRoleId }) => grantedRoleId ?? []))];
  if (roleIds.length > 0) await enqueue(tx, stripTask, { guildId, strangerId: userId, roleIds }, { key: `${guildId}:${userId}` });
  const touched = await tx.$queryRaw<{ companyId: number }[]>`
    SELECT company_id AS "companyId" FROM company_event WHERE guild_id = ${guildId} AND (actor_id = ${userId} OR person_id = ${userId})
    UNION SELECT company_id FROM company_recruiter WHERE guild_id = ${guildId} AND (user_id = ${userId} OR added_by = ${userId})
    UNION SELECT id FROM company WHERE guild_id = ${guildId}
      AND (created_by = ${userId} OR decided_by = ${userId} OR proposed_by = ${userId} OR email_by = ${userId})`;
  // What staff wrote as a reason is told to others and stays; what the person answered goes.
  await tx.companyEvent.updateMany({
    where: { guildId, actorId: userId, kind: { in: ['answered'] } },
    data: { note: null },
  });
  const lastAnswers = await tx.$queryRaw<{ id: number }[]>`
    SELECT company.id FROM company JOIN LATERAL (
      SELECT actor_id FROM company_event WHERE company_id = company.id AND kind = 'answered' ORDER BY id DESC LIMIT 1) AS last ON true
    WHERE company.guild_id = ${guildId} AND last.actor_id = ${userId}`;
  await tx.company.updateMany({ where: { id: { in: lastAnswers.map(({ id }) => id) } }, data: { answer: null } });
  await tx.companyEvent.updateMany({ where: { guildId, actorId: userId }, data: { actorId: null } });
  await tx.companyEvent.updateMany({ where: { guildId, personId: userId }, data: { personId: null } });
  await tx.companyRecruiter.deleteMany({ where: { guildId, userId } });
  await tx.companyRecruiter.updateMany({ where: { guildId, addedBy: userId }, data: { addedBy: null } });
  await tx.companyRegistration.deleteMany({ where: { guildId, userId } });
  await tx.companyInvitation.deleteMany({ where: { guildId, userId } });
  await tx.companyInvitation.updateMany({ where: { guildId, invitedBy: userId }, data: { invitedBy: null } });
  await tx.company.updateMany({ where: { guildId, createdBy: userId }, data: { createdBy: null } });
  await tx.company.updateMany({ where: { guildId, decidedBy: userId }, data: { decidedBy: null } });
  await tx.company.updateMany({
    where: { guildId, proposedBy: userId },
    data: { proposal: Prisma.DbNull, proposedBy: null, review: null, revision: { increment: 1 } },
  });
  await tx.company.updateMany({
    where: { guildId, emailBy: userId },
    data: { email: '', emailBy: null, revision: { increment: 1 } },
  });
  for (const { companyId } of touched) await promiseCard(tx, { guildId, companyId });
}
