import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { hiringKey } from '../../../kernel/hiring.ts';
import { day } from '../../../kernel/time.ts';
import { formerKeptFor, lapseToldBefore, refusedKeptFor, staffReminderAfter } from '../rules/life.ts';
import { remindTask, removeCardTask } from '../wire.ts';
import type { Company } from './company.ts';
import { recordEvent } from './event.ts';
import { promiseCompanyChange } from './promise.ts';

type Due = Pick<Company, 'id' | 'guildId'>;

/** Of a server that the bot has not left. */
const isHere = Prisma.sql`NOT EXISTS (SELECT FROM guild WHERE guild.id = company.guild_id AND guild.left_at IS NOT NULL)`;
const isWaiting = Prisma.sql`(state = 'pending' OR review = 'staff')`;

/** A year has passed: what is offered in its name is hidden until staff verify it again. */
export async function lapse(tx: Tx, now: Date): Promise<void> {
  const lapsed = await tx.$queryRaw<Due[]>`
    UPDATE company SET state = 'lapsed', revision = revision + 1
    WHERE state = 'verified' AND verified_until <= ${now} AND ${isHere} RETURNING id, guild_id AS "guildId"`;
  for (const company of lapsed) {
    await recordEvent(tx, { company, kind: 'lapsed', actorId: null, now });
    await promiseCompanyChange(tx, company);
  }
}

/** A month before, once; not those that are being read anew already. */
export async function recallLapse(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() + lapseToldBefore);
  const due = await tx.$queryRaw<Due[]>`
    UPDATE company SET lapse_reminded_at = ${now}
    WHERE state = 'verified' AND verified_until <= ${before} AND verified_until > ${now} AND lapse_reminded_at IS NULL AND review IS NULL
      AND replaced_at IS NULL AND ${isHere} RETURNING id, guild_id AS "guildId"`;
  for (const company of due) await recordEvent(tx, { company, kind: 'expiring', actorId: null, now });
}

/** Asks to tell staff, once, of companies that wait for too long, where there is a place to say it. */
export async function remindStaff(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - staffReminderAfter);
  const guilds = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT company.guild_id AS "guildId" FROM company
    JOIN channel_binding AS bound ON bound.guild_id = company.guild_id AND bound.key = ${hiringKey}
    WHERE ${isWaiting} AND submitted_at <= ${before} AND staff_reminded_at IS NULL AND ${isHere}`;
  await enqueueAll(
    tx,
    remindTask,
    guilds.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

export type Late = { companies: Company[]; total: number; lastSentAt: Date };

/** All that wait for more than 48 hours, the oldest first, when staff were not told of one of them; null when there is nothing new to say. */
export async function findLate(
  db: Db,
  { guildId, now, limit }: { guildId: string; now: Date; limit: number },
): Promise<Late | null> {
  const submittedAt = { lte: new Date(now.getTime() - staffReminderAfter) };
  const where = { guildId, submittedAt, OR: [{ state: 'pending' as const }, { review: 'staff' as const }] };
  const untold = await db.company.count({ where: { ...where, staffRemindedAt: null } });
  if (untold === 0) return null;
  const [companies, { _count, _max }] = await Promise.all([
    db.company.findMany({ where, orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }], take: limit }),
    db.company.aggregate({ where, _count: true, _max: { submittedAt: true } }),
  ]);
  return _max.submittedAt && { companies, total: _count, lastSentAt: _max.submittedAt };
}

/** Staff were told of those sent until `lastSentAt`. What is sent anew is another wait. */
export async function recordReminded(
  db: Db,
  { guildId, lastSentAt, now }: { guildId: string; lastSentAt: Date; now: Date },
): Promise<void> {
  await db.company.updateMany({
    where: {
      guildId,
      submittedAt: { lte: lastSentAt },
      staffRemindedAt: null,
      OR: [{ state: 'pending' }, { review: 'staff' }],
    },
    data: { staffRemindedAt: now },
  });
}

/** Refused companies go after 180 days; of those for which nobody answers since a year, what names people does. */
export async function forgetFormer(tx: Tx, now: Date): Promise<void> {
  const refusedBefore = new Date(now.getTime() - refusedKeptFor);
  const formerBefore = new Date(now.getTime() - formerKeptFor);
  const erased = await tx.company.findMany({
    where: { state: 'refused', decidedAt: { lt: refusedBefore }, offers: { none: { submittedAt: { not: null } } } },
  });
  const ids = erased.map(({ id }) => id);
  await tx.offer.deleteMany({ where: { companyId: { in: ids } } });
  await tx.company.deleteMany({ where: { id: { in: ids } } });
  await enqueueAll(
    tx,
    removeCardTask,
    erased.flatMap(({ guildId, cardChannelId: channelId, cardMessageId: messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );
  await tx.companyRegistration.deleteMany({ where: { at: { lte: new Date(now.getTime() - day) } } });
  const isLeft = Prisma.sql`
    NOT EXISTS (SELECT FROM company_recruiter AS place WHERE place.company_id = company.id
      AND (place.left_at IS NULL OR place.left_at >= ${formerBefore}))`;
  await tx.$executeRaw`
    DELETE FROM company_event USING company WHERE company.id = company_id AND at < ${formerBefore} AND ${isLeft}`;
  await tx.$executeRaw`
    UPDATE company SET email = '', email_by = NULL, created_by = NULL, question = NULL, answer = NULL
    WHERE email <> '' AND created_at < ${formerBefore} AND ${isLeft}`;
  await tx.companyRecruiter.deleteMany({ where: { leftAt: { lt: formerBefore } } });
  await tx.companyInvitation.deleteMany({ where: { endedAt: { lt: formerBefore } } });
}
