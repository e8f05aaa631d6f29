import { type Db, enqueueAll, isOutage, type Tx } from '../../../infra/db.ts';
import type { LogKind } from '../../../kernel/log.ts';
import { type Happening, isCopied, isKept, kindOf, type Place, type What } from '../rules.ts';
import { postTask } from '../wire.ts';
import type { LogSetting } from './setting.ts';

type Copy = { guildId: string; channelId: string; messageId: string; userId: string; userName: string; content: string } & {
  files: readonly string[];
  at: Date;
};

type Entry = {
  guildId: string;
  kind: LogKind;
  what: What;
  ref: string;
  userId?: string | null;
  userName?: string;
  actorId?: string | null;
  channelId?: string;
  fromChannelId?: string | null;
  messageId?: string;
  before?: string;
  after?: string;
  files?: readonly string[];
  inBulk?: boolean;
  at: Date;
};

export type Told = {
  happenings: readonly Happening[];
  logs: ReadonlyMap<string, readonly LogSetting[]>;
  placeOf(channelId: string): Place;
};

/** Everything of which a copy is needed, in one question. */
async function copiesOf(tx: Tx, happenings: readonly Happening[]): Promise<Map<string, Copy>> {
  const ids = happenings.flatMap((one) => (one.what === 'edited' || one.what === 'deleted' ? [one.messageId] : []));
  const rows = ids.length > 0 ? await tx.messageCopy.findMany({ where: { messageId: { in: ids } } }) : [];
  return new Map(rows.map((row) => [row.messageId, row]));
}

/**
 * What happened, in its order and in one transaction: what was written is copied, what was edited or deleted is told with what it said, and the
 * logs are promised. What comes twice is told once.
 */
export const recordHappenings = (db: Db, { happenings, logs, placeOf }: Told): Promise<void> =>
  db.$transaction(async (tx) => {
    const copies = await copiesOf(tx, happenings);
    const fresh = new Map<string, Copy>();
    const gone = new Set<string>();
    const entries: Entry[] = [];

    for (const one of happenings) {
      const settings = logs.get(one.guildId) ?? [];
      const places = (channelId: string) => [channelId, placeOf(channelId).parentId ?? channelId];
      switch (one.what) {
        case 'copied': {
          if (isCopied(settings, places(one.channelId))) keep(one);
          break;
        }
        case 'edited': {
          const former = copies.get(one.messageId);
          // Discord says so too when it only added the preview of a link.
          const said = former ? former.content + former.files.join() : '';
          if (said !== '' && said === one.content + one.files.join()) break;
          if (isCopied(settings, places(one.channelId)) && one.content + one.files.join() !== '')
            keep({ ...one, at: former?.at ?? one.at });
          if (!isKept(settings, 'edits', places(one.channelId))) break;
          tell({ ...one, before: former?.content ?? '', after: one.content, files: former?.files ?? [] });
          break;
        }
        case 'deleted': {
          const former = copies.get(one.messageId);
          copies.delete(one.messageId);
          fresh.delete(one.messageId);
          gone.add(one.messageId);
          if (!isKept(settings, 'deletions', places(one.channelId))) break;
          const said = former && {
            userId: former.userId,
            userName: former.userName,
            before: former.content,
            files: former.files,
          };
          tell({ ...one, ref: `deleted:${one.messageId}`, ...said });
          break;
        }
        default: {
          const channels = 'channelId' in one ? places(one.channelId) : [];
          if (isKept(settings, kindOf(one.what), channels)) tell(one);
        }
      }
    }
    function keep({ guildId, channelId, messageId, userId, userName, content, files, at }: Copy): void {
      const copy = { guildId, channelId, messageId, userId, userName, content, files, at };
      copies.set(messageId, copy);
      fresh.set(messageId, copy);
    }
    function tell(entry: Omit<Entry, 'kind'>): void {
      entries.push({ ...entry, kind: kindOf(entry.what) });
    }

    await saveCopies(tx, [...fresh.values()]);
    if (gone.size > 0) await tx.messageCopy.deleteMany({ where: { messageId: { in: [...gone] } } });
    await promisePosts(tx, await saveEntries(tx, entries));
  });

/** One statement, whatever their number. Files travel as JSON: PostgreSQL has no list of lists of different lengths. */
async function saveCopies(tx: Tx, copies: readonly Copy[]): Promise<void> {
  if (copies.length === 0) return;
  await tx.$executeRaw`/* kept */
    INSERT INTO message_copy (message_id, guild_id, channel_id, user_id, user_name, content, files, at)
    SELECT message_id, guild_id, channel_id, user_id, user_name, content, ARRAY(SELECT jsonb_array_elements_text(files::jsonb)), at::timestamptz
    FROM unnest(
      ${copies.map(({ messageId }) => messageId)}::text[], ${copies.map(({ guildId }) => guildId)}::text[],
      ${copies.map(({ channelId }) => channelId)}::text[], ${copies.map(({ userId }) => userId)}::text[],
      ${copies.map(({ userName }) => userName)}::text[], ${copies.map(({ content }) => content)}::text[],
      ${copies.map(({ files }) => JSON.stringify(files))}::text[], ${copies.map(({ at }) => at.toISOString())}::text[]
    ) AS copy (message_id, guild_id, channel_id, user_id, user_name, content, files, at)
    ON CONFLICT (message_id) DO UPDATE SET content = excluded.content, files = excluded.files`;
}

/** Returns which logs have something new. */
async function saveEntries(tx: Tx, entries: readonly Entry[]): Promise<{ guildId: string; kind: LogKind }[]> {
  if (entries.length === 0) return [];
  const rows = await tx.$queryRaw<{ guildId: string; kind: LogKind }[]>`/* kept */
    WITH told AS (
      INSERT INTO log_entry (guild_id, kind, what, ref, user_id, user_name, actor_id, channel_id, from_channel_id, message_id, before, after, files, in_bulk, at)
      SELECT guild_id, kind::log_kind, what::log_what, ref, user_id, user_name, actor_id, channel_id, from_channel_id, message_id, before, after,
        ARRAY(SELECT jsonb_array_elements_text(files::jsonb)), in_bulk, at::timestamptz
      FROM unnest(
        ${entries.map(({ guildId }) => guildId)}::text[], ${entries.map(({ kind }) => kind)}::text[],
        ${entries.map(({ what }) => what)}::text[], ${entries.map(({ ref }) => ref)}::text[],
        ${entries.map(({ userId }) => userId ?? null)}::text[], ${entries.map(({ userName }) => userName ?? '')}::text[],
        ${entries.map(({ actorId }) => actorId ?? null)}::text[], ${entries.map(({ channelId }) => channelId ?? null)}::text[],
        ${entries.map(({ fromChannelId }) => fromChannelId ?? null)}::text[], ${entries.map(({ messageId }) => messageId ?? null)}::text[],
        ${entries.map(({ before }) => before ?? '')}::text[], ${entries.map(({ after }) => after ?? '')}::text[],
        ${entries.map(({ files }) => JSON.stringify(files ?? []))}::text[], ${entries.map(({ inBulk }) => inBulk ?? false)}::boolean[],
        ${entries.map(({ at }) => at.toISOString())}::text[]
      ) WITH ORDINALITY AS entry (guild_id, kind, what, ref, user_id, user_name, actor_id, channel_id, from_channel_id, message_id, before, after, files,
        in_bulk, at, place)
      ORDER BY place
      ON CONFLICT ON CONSTRAINT log_entry_ref DO NOTHING
      RETURNING guild_id, kind
    )
    SELECT DISTINCT guild_id AS "guildId", kind::text AS kind FROM told`;
  return rows;
}

/**
 * Those that Discord refuses wait for staff: to ask again with each message would only be refused again. Once an hour they are asked for as well
 * (`isHourly`): staff may have given the permission by hand.
 */
export async function promisePosts(
  tx: Tx,
  logs: readonly { guildId: string; kind: LogKind }[],
  { isHourly = false }: { isHourly?: boolean } = {},
): Promise<void> {
  if (logs.length === 0) return;
  const refused = await tx.fault.findMany({
    where: { OR: logs.map(({ guildId, kind }) => ({ guildId, key: `${postTask.name}:${kind}` })) },
    select: { guildId: true, key: true },
  });
  const isRefused = ({ guildId, kind }: (typeof logs)[number]) =>
    refused.some((fault) => fault.guildId === guildId && fault.key === `${postTask.name}:${kind}`);
  await enqueueAll(
    tx,
    postTask,
    logs
      .filter((one) => isHourly || !isRefused(one))
      .map((payload) => ({ payload, key: `${payload.guildId}:${payload.kind}`, queue: `logs:${payload.guildId}` })),
  );
}

/** One run posts so many; the rest has its turn. */
export const promiseRest = (db: Db, log: { guildId: string; kind: LogKind }): Promise<void> =>
  db.$transaction((tx) => promisePosts(tx, [log]));

/** What could not be written may be a moment later. */
export const isPassing = (error: unknown): boolean => isOutage(error);
