import { audit } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { type LogKind, logKinds, quotes } from '../../../kernel/log.ts';
import { badDays, noChannelYet } from '../messages/setting.ts';
import { postTask } from '../wire.ts';

export type LogSetting = {
  kind: LogKind;
  /** Null: off. */
  channelId: string | null;
  days: number;
  textDays: number;
  ignored: readonly string[];
};

export const defaults = { channelId: null, days: 30, textDays: 7, ignored: [] } as const satisfies Omit<LogSetting, 'kind'>;

/** What each of these servers chose. Of those that never chose, nothing. */
export async function readLogsOf(db: Db, guildIds: readonly string[]): Promise<Map<string, LogSetting[]>> {
  const rows = await db.logChannel.findMany({ where: { guildId: { in: [...guildIds] } } });
  return Map.groupBy(rows, ({ guildId }) => guildId);
}

/** All kinds, those of which nobody chose anything too. */
export async function readLogs(db: Db, guildId: string): Promise<LogSetting[]> {
  const rows = await db.logChannel.findMany({ where: { guildId } });
  return logKinds.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, ...defaults });
}

/** What staff are told of a log: that Discord refuses it, under the key that the queue gives it, and that its channel is gone. Both end with the next choice. */
const refusalOf = (kind: LogKind): string => `${postTask.name}:${kind}`;
const lossOf = (kind: LogKind): string => `logs.channel:${kind}`;

export type Wanted = { kind: LogKind } & Partial<Omit<LogSetting, 'kind'>>;

/** Switches a log on, off, or changes how long it is kept. Throws `logs.bad_days`, `logs.no_channel`. */
export const setLog = (db: Db, { guildId, actorId, now }: Change, { kind, ...wanted }: Wanted): Promise<LogSetting> =>
  db.$transaction(async (tx) => {
    const where = { guildId_kind: { guildId, kind } };
    await tx.logChannel.upsert({ where, update: {}, create: { guildId, kind } });
    await tx.$queryRaw`SELECT 1 FROM log_channel WHERE guild_id = ${guildId} AND kind = ${kind}::log_kind FOR UPDATE`;
    const before = await tx.logChannel.findUniqueOrThrow({ where });
    const after = { ...before, ...wanted, ignored: [...(wanted.ignored ?? before.ignored)] };
    if (before.channelId === null && wanted.channelId === undefined) throw noChannelYet();
    // Who shortens the whole shortens the text with it.
    if (wanted.textDays === undefined) after.textDays = Math.min(after.textDays, after.days);
    if (quotes(kind) && after.textDays > after.days) throw badDays();
    const { channelId, days, textDays, ignored } = after;
    await tx.logChannel.update({ where, data: { channelId, days, textDays, ignored } });
    // What was about to be posted goes where the log is now.
    if (channelId) await tx.logPost.updateMany({ where: { guildId, kind, messageId: null }, data: { channelId } });
    else await dropWaiting(tx, guildId, [kind]);
    await tx.fault.deleteMany({ where: { guildId, key: { in: [refusalOf(kind), lossOf(kind)] } } });
    const shown = (one: Omit<LogSetting, 'kind'>) => ({
      channel: one.channelId,
      days: one.days,
      textDays: one.textDays,
      ignored: one.ignored.length,
    });
    await audit(tx, {
      guildId,
      actorId,
      action: 'logs.set',
      subject: kind,
      before: shown(before),
      after: shown(after),
      at: now,
    });
    return { kind, channelId, days, textDays, ignored };
  });

/** Nobody wants what waited any more: it would all be told, late, once the log is on again. */
async function dropWaiting(tx: Tx, guildId: string, kinds: LogKind[]): Promise<void> {
  await tx.logEntry.deleteMany({
    where: { guildId, kind: { in: kinds }, OR: [{ postId: null }, { post: { messageId: null } }] },
  });
  await tx.logPost.deleteMany({ where: { guildId, kind: { in: kinds }, messageId: null } });
}

/** The channel is gone from Discord: every log that was written there is off, and staff are told once, as of any refusal. */
export const loseChannel = (db: Db, { guildId, channelId, now }: { guildId: string; channelId: string; now: Date }) =>
  db.$transaction(async (tx: Tx) => {
    const lost = await tx.$queryRaw<{ kind: LogKind }[]>`
      UPDATE log_channel SET channel_id = NULL WHERE guild_id = ${guildId} AND channel_id = ${channelId} RETURNING kind::text AS kind`;
    for (const { kind } of lost) {
      const where = { guildId, key: lossOf(kind) };
      const said = { code: unknownChannel, detail: 'the channel of a log was deleted' };
      await tx.fault.upsert({ where: { guildId_key: where }, create: { ...where, ...said, createdAt: now }, update: said });
    }
    // Its messages are gone with it.
    await tx.logPost.deleteMany({ where: { guildId, channelId } });
    await dropWaiting(
      tx,
      guildId,
      lost.map(({ kind }) => kind),
    );
  });

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const unknownChannel = 10_003;
