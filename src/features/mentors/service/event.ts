import type { MentorEvent, MentorEventKind, MentorPause } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import { mentorChanged, mentorGone } from '../../../kernel/mentoring.ts';
import { cardTask, noteTask, roleTask, tellTask } from '../wire.ts';
import type { Mentor, Who } from './mentor.ts';

const personKey = ({ guildId, userId }: Who): string => `${guildId}:${userId}`;
const person = ({ guildId, userId }: Who): Who => ({ guildId, userId });

export const promiseCard = (tx: Tx | Db, who: Who): Promise<void> => enqueue(tx, cardTask, person(who), { key: personKey(who) });
export const promiseRole = (tx: Tx | Db, who: Who): Promise<void> => enqueue(tx, roleTask, person(who), { key: personKey(who) });
/** They can take fewer people than before: whoever asked them is answered. */
export const promiseChanged = (tx: Tx, who: Who): Promise<void> =>
  enqueue(tx, mentorChanged, person(who), { key: personKey(who) });
/** Those whom they accompany are not accompanied by them any more. */
export const promiseGone = (tx: Tx, who: Who, at: Date): Promise<void> =>
  enqueue(tx, mentorGone, { ...person(who), at }, { key: personKey(who) });

/** What a person is told of a pause that others set: of the others they know, or are told elsewhere. */
const toldPauses: readonly (MentorPause | null)[] = ['renewal', 'sanction'];

/** What somebody did themselves they know. */
export const isTold = ({ kind, cause, actedBy, userId }: Pick<MentorEvent, 'kind' | 'cause' | 'actedBy' | 'userId'>): boolean => {
  if (kind === 'asked' || kind === 'approved' || kind === 'refused' || kind === 'removed' || kind === 'expiring') return true;
  if (kind === 'paused') return toldPauses.includes(cause);
  return kind === 'resumed' && actedBy !== userId;
};

type NewEvent = {
  who: Who;
  kind: MentorEventKind;
  actorId: string | null;
  cause?: MentorPause | null;
  note?: string;
  now: Date;
};

/** Writes down what happened, and promises what follows from it: the card shows it, and whoever it concerns is told. */
export async function recordEvent(tx: Tx, { who, kind, actorId, cause = null, note, now }: NewEvent): Promise<void> {
  const event = await tx.mentorEvent.create({
    data: { ...person(who), kind, cause, actedBy: actorId, note: note ?? null, at: now },
  });
  const { guildId } = who;
  await promiseCard(tx, who);
  const key = String(event.id);
  if (isTold(event)) await enqueue(tx, tellTask, { guildId, eventId: event.id }, { key });
  if (kind === 'resent') await enqueue(tx, noteTask, { guildId, eventId: event.id }, { key });
}

export type TheirEvent = MentorEvent & { profile: Mentor };

export const findEvent = (db: Db, { guildId, eventId }: { guildId: string; eventId: number }): Promise<TheirEvent | null> =>
  db.mentorEvent.findFirst({ where: { id: eventId, guildId }, include: { profile: true } });

/** Somebody could not be reached: the card says so. */
export const recordUntold = (db: Db, { id, guildId, userId }: MentorEvent): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.mentorEvent.updateMany({ where: { id, untold: false }, data: { untold: true } });
    if (count > 0) await promiseCard(tx, { guildId, userId });
  });
