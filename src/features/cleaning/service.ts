import type { Cleaning, CleaningFate, CleaningMessage } from '../../../prisma/client/client.ts';
import { audit } from '../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../infra/db.ts';
import type { Change } from '../../kernel/change.ts';
import { day, hour } from '../../kernel/time.ts';
import { isCancelled, notYours, textGone, tooLate, unknownCleaning } from './messages.ts';
import { type Filter, mostMessages, previewFor, textKeptFor } from './rules.ts';
import { cardTask, dropTask, runTask } from './wire.ts';

/** A message that shall go. */
export type Found = Pick<CleaningMessage, 'messageId' | 'channelId' | 'userId' | 'userName' | 'content' | 'sentAt'> & {
  files: readonly string[];
};
export type { Cleaning } from '../../../prisma/client/client.ts';

/** Keeps exactly what the preview shows. */
export const savePreview = (
  db: Db,
  { guildId, actorId, now }: Change,
  { filter, channelId, found }: { filter: Filter; channelId: string | null; found: readonly Found[] },
): Promise<Cleaning> =>
  db.$transaction(async (tx) => {
    const all = found.slice(0, mostMessages);
    const cleaning = await tx.cleaning.create({
      data: { guildId, askedBy: actorId, ...filter, channelId, total: all.length, createdAt: now },
    });
    await tx.cleaningMessage.createMany({
      data: all.map(({ files, ...one }) => ({ ...one, files: [...files], cleaningId: cleaning.id, guildId })),
    });
    return cleaning;
  });

type Asked = { cleaningId: number };

/** Throws `cleaning.unknown`, `cleaning.not_yours`. */
async function lockOwn(tx: Tx, { guildId, actorId }: Change, { cleaningId }: Asked): Promise<Cleaning> {
  await tx.$queryRaw`SELECT 1 FROM cleaning WHERE id = ${cleaningId} AND guild_id = ${guildId} FOR UPDATE`;
  const cleaning = await tx.cleaning.findFirst({ where: { id: cleaningId, guildId } });
  if (!cleaning) throw unknownCleaning();
  if (cleaning.askedBy !== actorId) throw notYours();
  return cleaning;
}

/** The first click begins; whatever clicks come after see how far it is. Throws `cleaning.too_late`, `cleaning.cancelled` as well. */
export const confirmCleaning = (db: Db, by: Change, asked: Asked): Promise<Cleaning> =>
  db.$transaction(async (tx) => {
    const cleaning = await lockOwn(tx, by, asked);
    if (cleaning.state === 'cancelled') throw isCancelled();
    if (cleaning.state !== 'preview') return cleaning;
    const { guildId, actorId, now } = by;
    if (now.getTime() - cleaning.createdAt.getTime() > previewFor) throw tooLate();
    const { id, total, channelId, userId, words } = cleaning;
    await audit(tx, {
      guildId,
      actorId,
      ...(userId !== null && { targetId: userId }),
      action: 'cleaning.confirm',
      subject: String(id),
      after: { total, channel: channelId, byWords: words !== '' },
      at: now,
    });
    await promiseRun(tx, [{ guildId, id }]);
    return tx.cleaning.update({ where: { id }, data: { state: 'running', confirmedAt: now } });
  });

/** What has begun is not cancelled: the person sees how far it is. */
export const cancelCleaning = (db: Db, by: Change, asked: Asked): Promise<Cleaning> =>
  db.$transaction(async (tx) => {
    const cleaning = await lockOwn(tx, by, asked);
    if (cleaning.state !== 'preview') return cleaning;
    await tx.cleaningMessage.deleteMany({ where: { cleaningId: cleaning.id } });
    return tx.cleaning.update({ where: { id: cleaning.id }, data: { state: 'cancelled' } });
  });

/** How far it is. Throws `cleaning.unknown`, `cleaning.not_yours`. */
export async function readProgress(db: Db, by: Change, { cleaningId }: Asked): Promise<{ cleaning: Cleaning; done: number }> {
  const cleaning = await db.cleaning.findFirst({ where: { id: cleaningId, guildId: by.guildId } });
  if (!cleaning) throw unknownCleaning();
  if (cleaning.askedBy !== by.actorId) throw notYours();
  return { cleaning, done: await db.cleaningMessage.count({ where: { cleaningId, fate: { not: 'waiting' } } }) };
}

/** What was removed, the oldest first; for whoever asked for it and for admins. Throws `cleaning.text_gone` as well. */
export async function readRemoved(
  db: Db,
  { guildId, actorId, isAdmin }: Change & { isAdmin: boolean },
  { cleaningId }: Asked,
): Promise<CleaningMessage[]> {
  const cleaning = await db.cleaning.findFirst({ where: { id: cleaningId, guildId } });
  if (!cleaning) throw unknownCleaning();
  if (cleaning.askedBy !== actorId && !isAdmin) throw notYours();
  const removed = await db.cleaningMessage.findMany({ where: { cleaningId, fate: 'removed' }, orderBy: { sentAt: 'asc' } });
  if (removed.length === 0) throw textGone();
  return removed;
}

const promiseRun = (tx: Tx, cleanings: readonly { guildId: string; id: number }[]): Promise<void> =>
  enqueueAll(
    tx,
    runTask,
    cleanings.map(({ guildId, id }) => ({
      payload: { guildId, cleaningId: id },
      key: String(id),
      queue: `cleaning:${guildId}`,
    })),
  );

export type Waiting = Pick<CleaningMessage, 'messageId' | 'channelId' | 'sentAt'>;

/** What has still to go, by channel; null when it is done or was never begun. */
export async function readWaiting(
  db: Db,
  { guildId, cleaningId }: { guildId: string; cleaningId: number },
): Promise<Waiting[] | null> {
  const running = await db.cleaning.findFirst({ where: { id: cleaningId, guildId, state: 'running' }, select: { id: true } });
  if (!running) return null;
  return db.cleaningMessage.findMany({
    where: { cleaningId, fate: 'waiting' },
    orderBy: [{ channelId: 'asc' }, { sentAt: 'desc' }],
    select: { messageId: true, channelId: true, sentAt: true },
  });
}

export async function recordFate(
  db: Db,
  cleaningId: number,
  { messageIds, fate }: { messageIds: readonly string[]; fate: Exclude<CleaningFate, 'waiting'> },
): Promise<void> {
  await db.cleaningMessage.updateMany({ where: { cleaningId, messageId: { in: [...messageIds] } }, data: { fate } });
}

/** When nothing is left it is done, and moderators are told; else its turn comes again. */
export const finishRun = (
  db: Db,
  { guildId, cleaningId, now }: { guildId: string; cleaningId: number; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM cleaning WHERE id = ${cleaningId} FOR UPDATE`;
    const fates = await tx.cleaningMessage.groupBy({ by: ['fate'], where: { cleaningId }, _count: { _all: true } });
    const of = (fate: CleaningFate) => fates.find((one) => one.fate === fate)?._count._all ?? 0;
    if (of('waiting') > 0) return promiseRun(tx, [{ guildId, id: cleaningId }]);
    const { count } = await tx.cleaning.updateMany({
      where: { id: cleaningId, state: 'running' },
      data: { state: 'done', doneAt: now, removed: of('removed'), gone: of('gone'), kept: of('kept') },
    });
    // Nothing was removed of these, so nobody has to read them.
    await tx.cleaningMessage.deleteMany({ where: { cleaningId, fate: { not: 'removed' } } });
    if (count > 0) await enqueue(tx, cardTask, { guildId, cleaningId }, { key: String(cleaningId) });
  });

export const findCleaning = (
  db: Db,
  { guildId, cleaningId }: { guildId: string; cleaningId: number },
): Promise<Cleaning | null> => db.cleaning.findFirst({ where: { id: cleaningId, guildId } });

/** False when it was forgotten meanwhile: then nobody else would ever take the card away. */
export async function recordCard(db: Db, cleaningId: number, card: { channelId: string; messageId: string }): Promise<boolean> {
  const { count } = await db.cleaning.updateMany({
    where: { id: cleaningId },
    data: { cardChannelId: card.channelId, cardMessageId: card.messageId },
  });
  return count > 0;
}

/** Previews that nobody confirmed, texts after a week, the rest after a year; what was begun and lost its task is promised again. */
export async function sweepCleanings(tx: Tx, now: Date): Promise<void> {
  const ago = (time: number) => new Date(now.getTime() - time);
  await tx.cleaning.deleteMany({ where: { state: { in: ['preview', 'cancelled'] }, createdAt: { lt: ago(hour) } } });
  await tx.cleaningMessage.deleteMany({
    where: { cleaning: { state: 'done', createdAt: { lt: ago(textKeptFor) } } },
  });
  const old = { state: 'done', createdAt: { lt: ago(365 * day) } } as const;
  const forgotten = await tx.cleaning.findMany({ where: old });
  await enqueueAll(
    tx,
    dropTask,
    forgotten.flatMap(({ guildId, cardChannelId: channelId, cardMessageId: messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );
  await tx.cleaning.deleteMany({ where: old });
  await promiseRun(tx, await tx.cleaning.findMany({ where: { state: 'running' }, select: { id: true, guildId: true } }));
}

export async function exportCleanings(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const said = { state: true, words: true, since: true, createdAt: true, confirmedAt: true, doneAt: true } as const;
  const [messages, about, asked] = await Promise.all([
    db.cleaningMessage.findMany({
      where: { guildId, userId },
      orderBy: { sentAt: 'asc' },
      select: { userName: true, content: true, files: true, sentAt: true, fate: true },
    }),
    db.cleaning.findMany({ where: { guildId, userId }, select: said }),
    db.cleaning.findMany({ where: { guildId, askedBy: userId }, select: { ...said, total: true, removed: true } }),
  ]);
  return { messages, about, asked };
}

/** What is being removed is removed: the ids of the messages say nothing of who wrote them. */
export async function eraseCleanings(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.cleaningMessage.deleteMany({ where: { guildId, userId, fate: { not: 'waiting' } } });
  await tx.cleaningMessage.updateMany({ where: { guildId, userId }, data: { userId: '', userName: '', content: '', files: [] } });
  const named = await tx.cleaning.findMany({
    where: { guildId, OR: [{ userId }, { askedBy: userId }], cardMessageId: { not: null } },
    select: { id: true },
  });
  await tx.cleaning.updateMany({ where: { guildId, userId }, data: { userId: null, words: '' } });
  await tx.cleaning.updateMany({ where: { guildId, askedBy: userId }, data: { askedBy: null } });
  await enqueueAll(
    tx,
    cardTask,
    named.map(({ id }) => ({ payload: { guildId, cleaningId: id }, key: String(id) })),
  );
}
