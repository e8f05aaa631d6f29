import { type LogKind, quotes } from '../../kernel/log.ts';
import { hour } from '../../kernel/time.ts';
import type { LogSetting } from './service/setting.ts';

type Common = { guildId: string; at: Date };
type Person = { userId: string; userName: string };
type Spot = { channelId: string; messageId: string };

/** What a log may tell of. `copied` is not told: it is what somebody wrote, for when it is edited or deleted. */
export type Happening = Common &
  (
    | ({ what: 'copied'; content: string; files: readonly string[] } & Person & Spot)
    | ({ what: 'edited'; content: string; files: readonly string[]; ref: string } & Person & Spot)
    | ({ what: 'deleted'; inBulk: boolean } & Spot)
    | ({ what: 'joined' | 'left'; ref: string } & Person)
    | ({ what: 'roles' | 'renamed'; actorId: string; before: string; after: string; ref: string } & Pick<Person, 'userId'>)
    | {
        what: 'entered' | 'moved' | 'exited';
        userId: string;
        channelId: string;
        fromChannelId: string | null;
        ref: string;
      }
  );
export type What = Exclude<Happening['what'], 'copied'>;

const kinds = {
  edited: 'edits',
  deleted: 'deletions',
  joined: 'members',
  left: 'members',
  roles: 'roles',
  renamed: 'roles',
  entered: 'voice',
  moved: 'voice',
  exited: 'voice',
} as const satisfies Record<What, LogKind>;
export const kindOf = (what: What): LogKind => kinds[what];

/** Whether a log is kept of what happens in that place: `channelIds` are the channel and, of a thread, the one it belongs to. */
export function isKept(settings: readonly LogSetting[], kind: LogKind, channelIds: readonly string[] = []): boolean {
  const setting = settings.find((one) => one.kind === kind);
  return setting?.channelId != null && !channelIds.some((id) => setting.ignored.includes(id));
}

/** Whether what people write there is copied. */
export const isCopied = (settings: readonly LogSetting[], channelIds: readonly string[] = []): boolean =>
  settings.some(({ kind }) => quotes(kind) && isKept(settings, kind, channelIds));

/** Who sees a channel decides whether a log may tell of it. */
export type Place = { isPublic: boolean; parentId: string | null };

/**
 * What of a happening a log may tell, given the places: nothing of what only some people see. Who goes from a room that everybody sees to one that
 * only some do has left it, as far as the log goes.
 */
export function shownOf(happening: Happening, placeOf: (channelId: string) => Place): Happening | null {
  if (!('channelId' in happening)) return happening;
  const isPublic = (channelId: string | null) => channelId !== null && placeOf(channelId).isPublic;
  if (happening.what !== 'entered' && happening.what !== 'moved' && happening.what !== 'exited')
    return isPublic(happening.channelId) ? happening : null;
  const { channelId, fromChannelId } = happening;
  if (happening.what !== 'moved') return isPublic(channelId) ? happening : null;
  if (isPublic(channelId)) return isPublic(fromChannelId) ? happening : { ...happening, what: 'entered', fromChannelId: null };
  return isPublic(fromChannelId)
    ? { ...happening, what: 'exited', channelId: fromChannelId ?? channelId, fromChannelId: null }
    : null;
}

/** An entry of Discord's audit log about deleted messages: it counts on, without a word, for some minutes. */
export type DeletionAudit = {
  entryId: string;
  actorId: string;
  /** Whose messages; null: of anybody, all at once. */
  targetId: string | null;
  channelId: string;
  count: number;
};

/** Longest that Discord counts on in an entry, and then some. */
const countsFor = hour;

type Unexplained = { id: number; userId: string | null; channelId: string | null; inBulk: boolean; at: Date };

/**
 * Who deleted what: each entry explains as many of the latest deletions as it has counted since it was last read. `seen`: what it had counted then.
 * `since`: when it was made; nothing before it is its doing.
 */
export function explain(
  waiting: readonly Unexplained[],
  audits: readonly (DeletionAudit & { seen: number; since: Date })[],
): Map<number, string> {
  const found = new Map<number, string>();
  for (const { actorId, targetId, channelId, count, seen, since } of audits) {
    const own = waiting.filter(
      (one) =>
        !found.has(one.id) &&
        one.channelId === channelId &&
        one.at >= since &&
        one.at.getTime() - since.getTime() < countsFor &&
        (targetId === null ? one.inBulk : !one.inBulk && (one.userId === null || one.userId === targetId)),
    );
    const fresh = Math.max(0, count - seen);
    for (const { id } of fresh > 0 ? own.slice(-fresh) : []) found.set(id, actorId);
  }
  return found;
}
