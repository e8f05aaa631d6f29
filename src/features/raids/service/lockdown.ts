import type { Lockdown, LockdownChannel } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueueAll, lock, Prisma, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { fromJson, type Overwrite, toJson } from '../../../kernel/overwrite.ts';
import { day, minute } from '../../../kernel/time.ts';
import { alreadyClosed, nothingToClose, unknownLockdown } from '../messages/lockdown.ts';
import { lockTask } from '../wire.ts';

export type { Lockdown } from '../../../../prisma/client/client.ts';
export type LockdownWith = Lockdown & { channels: LockdownChannel[] };

type State = LockdownChannel['state'];
/** Those of a channel that is not for everybody at this moment, or soon will not be. */
const held: State[] = ['closing', 'closed', 'opening'];

/** Writes down which channels shall close, to be read before it is confirmed. Throws `raids.nothing_to_close`. */
export const draftLockdown = (
  db: Db,
  { guildId, actorId, now }: Change,
  { channelIds, minutes, reason }: { channelIds: readonly string[]; minutes: number; reason: string },
): Promise<LockdownWith> =>
  db.$transaction(async (tx) => {
    const until = new Date(now.getTime() + minutes * minute);
    const kept = new Set((await closedFor(tx, { guildId, channelIds, until })).map(({ channelId }) => channelId));
    const open = channelIds.filter((id) => !kept.has(id));
    if (open.length === 0) throw nothingToClose();
    return tx.lockdown.create({
      data: {
        guildId,
        minutes,
        reason,
        madeBy: actorId,
        madeAt: now,
        channels: { create: open.map((channelId) => ({ guildId, channelId })) },
      },
      include: { channels: true },
    });
  });

const promiseChannels = (
  tx: Tx,
  { id, guildId }: Pick<Lockdown, 'id' | 'guildId'>,
  channelIds: readonly string[],
): Promise<void> =>
  enqueueAll(
    tx,
    lockTask,
    channelIds.map((channelId) => ({ payload: { guildId, lockdownId: id, channelId }, key: `${id}:${channelId}` })),
  );

/** Channels that another lockdown keeps closed for at least as long. */
const closedFor = (
  tx: Tx,
  { guildId, channelIds, until }: { guildId: string; channelIds: readonly string[]; until: Date },
): Promise<LockdownChannel[]> =>
  tx.lockdownChannel.findMany({
    where: {
      guildId,
      channelId: { in: [...channelIds] },
      state: { in: held },
      lockdown: { endedAt: null, endsAt: { gte: until } },
    },
  });

/**
 * Closes the channels of a lockdown. One that is closed already is taken over, with how it was before, unless it stays closed for as long
 * anyway: so it opens once, when nobody wants it closed any more. The number of channels that are now its own.
 */
async function begin(tx: Tx, { id, guildId }: Lockdown, { now, until }: { now: Date; until: Date }): Promise<number> {
  const proposed = await tx.lockdownChannel.findMany({ where: { lockdownId: id } });
  const channelIds = proposed.map(({ channelId }) => channelId);
  await tx.lockdown.update({ where: { id }, data: { startedAt: now, endsAt: until } });
  const others = await tx.lockdownChannel.findMany({
    where: { guildId, channelId: { in: channelIds }, lockdownId: { not: id }, state: { in: held } },
  });
  const kept = new Set(
    (await closedFor(tx, { guildId, channelIds, until }))
      .filter(({ lockdownId }) => lockdownId !== id)
      .map(({ channelId }) => channelId),
  );
  await tx.lockdownChannel.deleteMany({ where: { lockdownId: id, channelId: { in: others.map(({ channelId }) => channelId) } } });
  for (const { lockdownId, channelId } of others.filter(({ channelId }) => !kept.has(channelId)))
    await tx.lockdownChannel.update({
      where: { lockdownId_channelId: { lockdownId, channelId } },
      data: { lockdownId: id, state: 'closing' },
    });
  await tx.lockdownChannel.updateMany({ where: { lockdownId: id, state: 'proposed' }, data: { state: 'closing' } });
  const own = channelIds.filter((channelId) => !kept.has(channelId));
  await promiseChannels(tx, { id, guildId }, own);
  return own.length;
}

/** Closes what was read, once. Throws `raids.unknown_lockdown`, `raids.already_closed`. */
export const startLockdown = (db: Db, { guildId, actorId, now }: Change, lockdownId: number): Promise<LockdownWith> =>
  db.$transaction(async (tx) => {
    await lock(tx, `raids.lockdown:${guildId}`);
    const drafted = await tx.lockdown.findFirst({ where: { id: lockdownId, guildId, madeBy: actorId, startedAt: null } });
    if (!drafted) throw unknownLockdown();
    const until = new Date(now.getTime() + drafted.minutes * minute);
    const channels = await begin(tx, drafted, { now, until });
    if (channels === 0) throw alreadyClosed();
    await audit(tx, {
      guildId,
      actorId,
      action: 'raids.lockdown',
      subject: `lockdown:${lockdownId}`,
      after: { channels, endsAt: until },
      at: now,
    });
    return tx.lockdown.findUniqueOrThrow({ where: { id: lockdownId }, include: { channels: true } });
  });

/** The program itself closes one channel, as an automatic rule wants. */
export async function closeByRule(
  tx: Tx,
  { guildId, channelId, until, now }: { guildId: string; channelId: string; until: Date; now: Date },
): Promise<void> {
  await lock(tx, `raids.lockdown:${guildId}`);
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / minute));
  const lockdown = await tx.lockdown.create({
    data: { guildId, minutes, madeAt: now, channels: { create: { guildId, channelId } } },
  });
  if ((await begin(tx, lockdown, { now, until })) === 0) await tx.lockdown.delete({ where: { id: lockdown.id } });
}

/** Those that could not be closed are left as they are: another lockdown may have closed them since. */
async function reopenAll(tx: Tx, lockdown: Pick<Lockdown, 'id' | 'guildId'>, now: Date): Promise<void> {
  await tx.lockdown.update({ where: { id: lockdown.id }, data: { endedAt: now } });
  const channels = await tx.lockdownChannel.findMany({
    where: { lockdownId: lockdown.id, state: { in: ['closing', 'closed'] } },
  });
  await tx.lockdownChannel.updateMany({
    where: { lockdownId: lockdown.id, channelId: { in: channels.map(({ channelId }) => channelId) } },
    data: { state: 'opening' },
  });
  await promiseChannels(
    tx,
    lockdown,
    channels.map(({ channelId }) => channelId),
  );
}

/** Opens the channels again before the time. Throws `raids.unknown_lockdown`. */
export const endLockdown = (db: Db, { guildId, actorId, now }: Change, lockdownId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    await lock(tx, `raids.lockdown:${guildId}`);
    const running = await tx.lockdown.findFirst({ where: { id: lockdownId, guildId, startedAt: { not: null }, endedAt: null } });
    if (!running) throw unknownLockdown();
    await audit(tx, { guildId, actorId, action: 'raids.reopen', subject: `lockdown:${lockdownId}`, at: now });
    await reopenAll(tx, running, now);
  });

/** Those whose time is over. */
export async function endDue(tx: Tx, now: Date): Promise<void> {
  const due = await tx.lockdown.findMany({ where: { endedAt: null, endsAt: { lte: now } }, orderBy: { guildId: 'asc' } });
  for (const { id, guildId } of due) {
    await lock(tx, `raids.lockdown:${guildId}`);
    const running = await tx.lockdown.findFirst({ where: { id, endedAt: null } });
    if (running) await reopenAll(tx, running, now);
  }
}

/** Channels that are neither closed nor open yet, because nobody was there to do it or Discord refused. */
export async function promiseUnsettled(tx: Tx): Promise<void> {
  const rows = await tx.lockdownChannel.findMany({ where: { state: { in: ['closing', 'opening'] } } });
  for (const { lockdownId: id, guildId, channelId } of rows) await promiseChannels(tx, { id, guildId }, [channelId]);
}

/** What is closed on a server. */
export const runningLockdowns = (db: Db, guildId: string): Promise<LockdownWith[]> =>
  db.lockdown.findMany({
    where: { guildId, startedAt: { not: null }, endedAt: null },
    include: { channels: true },
    orderBy: { startedAt: 'asc' },
  });

export type ClosedChannel = LockdownChannel & { lockdown: Lockdown };
type Address = { guildId: string; lockdownId: number; channelId: string };
const at = ({ lockdownId, channelId }: Address) => ({ lockdownId_channelId: { lockdownId, channelId } });

export const findChannel = (db: Db, address: Address): Promise<ClosedChannel | null> =>
  db.lockdownChannel.findFirst({ where: { ...address }, include: { lockdown: true } });

export const savedOf = ({ saved }: LockdownChannel): Overwrite[] | null =>
  saved === null ? null : fromJson(saved as unknown as Parameters<typeof fromJson>[0]);

/** How the channel was, written before it is touched and never again. */
export async function recordSaved(db: Db, address: Address, saved: readonly Overwrite[]): Promise<void> {
  const { lockdownId, channelId } = address;
  await db.lockdownChannel.updateMany({
    where: { lockdownId, channelId, saved: { equals: Prisma.DbNull } },
    data: { saved: toJson(saved) },
  });
}

/** `from` has changed when somebody opened or closed it meanwhile: their task does the rest. */
export async function recordState(db: Db, { lockdownId, channelId }: Address, from: State, state: State): Promise<void> {
  await db.lockdownChannel.updateMany({ where: { lockdownId, channelId, state: from }, data: { state } });
}

export const recordNotice = (db: Db, address: Address, noticeId: string): Promise<unknown> =>
  db.lockdownChannel.update({ where: at(address), data: { noticeId } });

/** Drafts that nobody confirmed go after a day; what is over, a year later. */
export async function forgetLockdowns(tx: Tx, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * day);
  await tx.lockdown.deleteMany({ where: { startedAt: null, madeAt: { lt: ago(1) } } });
  await tx.lockdown.deleteMany({ where: { endedAt: { lt: ago(365) }, channels: { none: { state: { in: held } } } } });
}
