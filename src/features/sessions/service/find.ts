import type { MentoringPair, MentoringSession } from '../../../../prisma/client/client.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { notYourPair } from '../messages/session.ts';
import type { Side } from '../rules/life.ts';

/** Somebody, where they act. */
export type Who = { guildId: string; userId: string };
export type Pair = Pick<
  MentoringPair,
  'id' | 'guildId' | 'mentorId' | 'learnerId' | 'coordinatorId' | 'requestId' | 'state' | 'endedAt' | 'endedAs' | 'threadId'
>;
export type Session = MentoringSession & { pair: Pair };

export const ofPair = {
  id: true,
  guildId: true,
  mentorId: true,
  learnerId: true,
  coordinatorId: true,
  requestId: true,
  state: true,
  endedAt: true,
  endedAs: true,
  threadId: true,
} as const;

export const sideOf = ({ mentorId, learnerId }: Pair, userId: string): Side | null =>
  mentorId === userId ? 'mentor' : learnerId === userId ? 'learner' : null;
export const otherOf = ({ mentorId, learnerId }: Pair, userId: string): string | null =>
  mentorId === userId ? learnerId : mentorId;

/** A pair of theirs, whatever became of it. Throws `sessions.not_yours`. */
export async function ownPair(db: Db | Tx, { guildId, userId }: Who, pairId: number): Promise<Pair> {
  const pair = await db.mentoringPair.findFirst({ where: { id: pairId, guildId }, select: ofPair });
  if (!pair || !sideOf(pair, userId)) throw notYourPair();
  return pair;
}

/** Their pairs that go on; the one of that thread alone, when there is one. */
export async function openPairs(db: Db, { guildId, userId }: Who, threadId?: string): Promise<Pair[]> {
  const pairs = await db.mentoringPair.findMany({
    where: { guildId, state: { not: 'ended' }, OR: [{ mentorId: userId }, { learnerId: userId }] },
    select: ofPair,
    orderBy: { id: 'asc' },
  });
  const here = pairs.find((pair) => pair.threadId !== null && pair.threadId === threadId);
  return here ? [here] : pairs;
}

/** With the name of the other. */
export async function withNames(db: Db, { guildId, userId }: Who, pairs: readonly Pair[]) {
  const names = await namesOf(
    db,
    guildId,
    pairs.map((pair) => otherOf(pair, userId)),
  );
  return pairs.map((pair) => ({ pair, name: names.get(otherOf(pair, userId) ?? '') ?? null }));
}

export const findSession = (
  db: Db | Tx,
  { guildId, sessionId }: { guildId: string; sessionId: number },
): Promise<Session | null> =>
  db.mentoringSession.findFirst({ where: { id: sessionId, guildId }, include: { pair: { select: ofPair } } });

/** A session of theirs. Throws `sessions.not_yours`. */
export async function ownSession(db: Db | Tx, who: Who, sessionId: number): Promise<Session> {
  const session = await findSession(db, { guildId: who.guildId, sessionId });
  if (!session || !sideOf(session.pair, who.userId)) throw notYourPair();
  return session;
}

export type Party = { userId: string; side: Side; locale: Locale; timeZone: string };

/** What both read is in their language where they have one in common, else in the guild's. */
export const sharedLocale = (parties: readonly Party[], ours: Locale): Locale =>
  parties.every(({ locale }) => locale === parties[0]?.locale) ? (parties[0]?.locale ?? ours) : ours;

/** Both people of a pair, with the language and the zone that each chose, else the guild's; without who was erased. */
export async function partiesOf(db: Db, pair: Pair): Promise<Party[]> {
  const { guildId, mentorId, learnerId, requestId } = pair;
  const chosen = { locale: true, timeZone: true } as const;
  const [guild, profile, request] = await Promise.all([
    readSettings(db, guildId),
    mentorId ? db.mentorProfile.findUnique({ where: { guildId_userId: { guildId, userId: mentorId } }, select: chosen }) : null,
    learnerId
      ? db.mentoringRequest.findFirst({
          where: requestId ? { id: requestId, guildId } : { guildId, userId: learnerId },
          orderBy: { id: 'desc' },
          select: chosen,
        })
      : null,
  ]);
  const party = async (userId: string, side: Side, said: typeof profile): Promise<Party> => ({
    userId,
    side,
    locale: said ? localeOf(said.locale) : ((await languageOf(db, { guildId, userId })) ?? guild.locale),
    timeZone: said?.timeZone ?? guild.timeZone,
  });
  return Promise.all([
    ...(mentorId ? [party(mentorId, 'mentor', profile)] : []),
    ...(learnerId ? [party(learnerId, 'learner', request)] : []),
  ]);
}
