import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';
import { untellTask } from '../wire.ts';

const keptFor = 365 * day;
/** At once; the next day sees to the others. */
const most = 1_000;

/** The sessions of the pairs of somebody, and what they said of them. What the other said is the other's. */
export async function exportSessions(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [sessions, opinions] = await Promise.all([
    db.mentoringSession.findMany({
      where: {
        guildId,
        OR: [
          { plannedBy: userId },
          { settledBy: userId },
          { missedBy: userId },
          { pair: { OR: [{ mentorId: userId }, { learnerId: userId }] } },
        ],
      },
      omit: { cardChannelId: true, cardMessageId: true, cardSequence: true, calledAt: true },
      orderBy: { id: 'asc' },
    }),
    db.mentoringOpinion.findMany({
      where: { guildId, userId },
      omit: { userId: true, alertChannelId: true, alertMessageId: true },
      orderBy: { id: 'asc' },
    }),
  ]);
  const own = (id: string | null) => (id === userId ? id : null);
  return {
    sessions: sessions.map(({ plannedBy, settledBy, missedBy, ...session }) => ({
      ...session,
      plannedBy: own(plannedBy),
      settledBy: own(settledBy),
      missedBy: own(missedBy),
    })),
    opinions,
  };
}

type Alerted = { guildId: string; alertChannelId: string | null; alertMessageId: string | null };

/** What staff were sent of answers that are nobody's any more is taken back. */
const promiseUntold = (tx: Tx, opinions: readonly Alerted[]): Promise<void> =>
  enqueueAll(
    tx,
    untellTask,
    opinions.flatMap(({ guildId, alertChannelId: channelId, alertMessageId: messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );
const untold = { alertChannelId: null, alertMessageId: null } as const;

/** What they answered counts on without a name; their words are gone. */
export async function eraseSessions(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.mentoringSession.updateMany({ where: { guildId, plannedBy: userId }, data: { plannedBy: null } });
  await tx.mentoringSession.updateMany({ where: { guildId, settledBy: userId }, data: { settledBy: null } });
  await tx.mentoringSession.updateMany({ where: { guildId, missedBy: userId }, data: { missedBy: null } });
  await promiseUntold(tx, await tx.mentoringOpinion.findMany({ where: { guildId, userId, alertMessageId: { not: null } } }));
  await tx.mentoringOpinion.updateMany({ where: { guildId, userId }, data: { userId: null, comment: null, ...untold } });
}

/** A year after a pair ended nothing of its sessions is left; what was said of it stays as numbers of nobody, until the pair itself goes. */
export async function forgetOld(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor);
  const over = { state: 'ended', endedAt: { lt: before } } as const;
  const told = await tx.mentoringOpinion.findMany({
    where: { alertMessageId: { not: null }, pair: { is: over } },
    select: { id: true, guildId: true, alertChannelId: true, alertMessageId: true },
    take: most,
  });
  await promiseUntold(tx, told);
  await tx.mentoringOpinion.updateMany({ where: { id: { in: told.map(({ id }) => id) } }, data: untold });
  await tx.$executeRaw`
    UPDATE mentoring_opinion SET user_id = NULL, comment = NULL, session_id = NULL WHERE id IN (
      SELECT opinion.id FROM mentoring_opinion AS opinion
      JOIN mentoring_pair AS pair ON pair.id = opinion.pair_id AND pair.state = 'ended' AND pair.ended_at < ${before}
      WHERE opinion.user_id IS NOT NULL OR opinion.comment IS NOT NULL OR opinion.session_id IS NOT NULL LIMIT ${most})`;
  await tx.$executeRaw`
    DELETE FROM mentoring_session WHERE id IN (
      SELECT session.id FROM mentoring_session AS session
      JOIN mentoring_pair AS pair ON pair.id = session.pair_id AND pair.state = 'ended' AND pair.ended_at < ${before}
      WHERE NOT EXISTS (SELECT FROM mentoring_opinion AS opinion WHERE opinion.session_id = session.id) LIMIT ${most})`;
}
