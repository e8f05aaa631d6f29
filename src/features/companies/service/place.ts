import { type Db, enqueue, Prisma, type Tx } from '../../../infra/db.ts';
import { unknownCompany } from '../messages/company.ts';
import { notOfCompany } from '../messages/people.ts';
import { removeCardTask } from '../wire.ts';
import { type Company, type CompanyKey, companyOf, lockCompany, recruitersOf, type Who } from './company.ts';
import { type CompanyEventKind, recordEvent } from './event.ts';
import { promiseCompanyChange, promiseRole } from './promise.ts';

/** Locked in one order, so that two who move people between the same companies wait, and never for each other. Those that are no more are left out. */
export async function lockBoth(tx: Tx, guildId: string, ids: readonly number[]): Promise<Map<number, Company>> {
  await tx.$queryRaw`SELECT id FROM company WHERE guild_id = ${guildId} AND id = ANY (${[...ids]}::integer[]) ORDER BY id FOR UPDATE`;
  const found = await tx.company.findMany({ where: { guildId, id: { in: [...ids] } } });
  return new Map(found.map((company) => [company.id, company]));
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
export async function endPlace(tx: Tx, company: Company, { userId, actorId, kind, now, moves = false }: Ending): Promise<void> {
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
  if (!next && !moves && (await isBare(tx, company))) return withdraw(tx, company);
  await recordEvent(tx, { company, kind, actorId, personId: userId, now });
  if (next && before[0]?.userId === userId)
    await recordEvent(tx, { company, kind: 'handed', actorId: null, personId: next.userId, now });
  // What nobody is left to ask for needs no decision.
  if (!next && company.review !== null)
    await tx.company.update({ where: { id: companyId }, data: { review: null, proposal: Prisma.DbNull, proposedBy: null } });
  await promiseCompanyChange(tx, company);
}

/** Staff never verified it, and none of its offers was ever sent: nobody misses it. */
export const isBare = async (tx: Tx, { id: companyId, verifiedSince }: Company): Promise<boolean> =>
  verifiedSince === null && (await tx.offer.count({ where: { companyId, submittedAt: { not: null } } })) === 0;

/** The company is no more, nor are its drafts and its card. */
export async function withdraw(
  tx: Tx,
  { id, guildId, cardChannelId: channelId, cardMessageId: messageId }: Company,
): Promise<void> {
  await tx.offer.deleteMany({ where: { companyId: id, submittedAt: null } });
  await tx.company.delete({ where: { id } });
  if (channelId && messageId) await enqueue(tx, removeCardTask, { guildId, channelId, messageId }, { key: messageId });
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
    const own = await companyOf(tx, { guildId, userId });
    const company = own && (await lockBoth(tx, guildId, [own.id])).get(own.id);
    const isThere = company && (await tx.companyRecruiter.count({ where: { companyId: company.id, userId, leftAt: null } })) > 0;
    if (company && isThere) await endPlace(tx, company, { userId, actorId: userId, kind: 'left', now });
    // After the company, as who accepts locks them.
    await tx.companyInvitation.updateMany({
      where: { guildId, userId, endedAt: null },
      data: { endedAt: now, endedAs: 'withdrawn' },
    });
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
