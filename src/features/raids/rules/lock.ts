import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Overwrite } from '../../../kernel/overwrite.ts';

const {
  SendMessages,
  SendMessagesInThreads,
  CreatePublicThreads,
  CreatePrivateThreads,
  AddReactions,
  ViewChannel,
  EmbedLinks,
  ReadMessageHistory,
} = PermissionFlagsBits;

/** What a closed channel takes from people: no message, no thread, no reaction. */
export const closedBits = SendMessages | SendMessagesInThreads | CreatePublicThreads | CreatePrivateThreads | AddReactions;

/** What the bot keeps, to say that the channel is closed and to open it again. */
const ownBits = ViewChannel | SendMessages | SendMessagesInThreads | EmbedLinks | ReadMessageHistory;

/** All that a lockdown may touch. */
const ours = closedBits | ownBits;

/** Whom a closed channel is for. `keepers`: roles of moderators, who may still write. */
export type Parties = { everyoneId: string; botId: string; keepers: readonly string[] };

const none = (id: string, type: OverwriteType): Overwrite => ({ id, type, allow: 0n, deny: 0n });

function closedOne(overwrite: Overwrite, { everyoneId, botId, keepers }: Parties): Overwrite {
  const { id, allow, deny } = overwrite;
  const open = (bits: bigint) => ({ ...overwrite, allow: allow | bits, deny: deny & ~bits });
  if (id === everyoneId) return { ...overwrite, allow: allow & ~closedBits, deny: deny | closedBits };
  if (id === botId) return open(ownBits);
  if (keepers.includes(id)) return open(closedBits);
  // A role or a person who may write here by name would pass by everybody's refusal.
  return { ...overwrite, allow: allow & ~closedBits };
}

const areEqual = (one: Overwrite, other: Overwrite): boolean => one.allow === other.allow && one.deny === other.deny;

/** The overwrites of a channel once closed, and what those that change said before about the bits that a lockdown touches. */
export function close(current: readonly Overwrite[], parties: Parties): { overwrites: Overwrite[]; saved: Overwrite[] } {
  const needed = [
    none(parties.everyoneId, OverwriteType.Role),
    none(parties.botId, OverwriteType.Member),
    ...parties.keepers.map((id) => none(id, OverwriteType.Role)),
  ];
  const all = [...current, ...needed.filter(({ id }) => current.every((overwrite) => overwrite.id !== id))];
  const changed = all.map((before) => ({ before, after: closedOne(before, parties) }));
  return {
    overwrites: changed.map(({ after }) => after),
    saved: changed
      .filter(({ before, after }) => !areEqual(before, after))
      .map(({ before }) => ({ ...before, allow: before.allow & ours, deny: before.deny & ours })),
  };
}

/** Which bits a lockdown changed in an overwrite that said `before` about them. */
function touched(before: Overwrite, parties: Parties): bigint {
  const after = closedOne(before, parties);
  return (before.allow ^ after.allow) | (before.deny ^ after.deny);
}

/**
 * The overwrites of a channel open again: what we changed is as it was, unless somebody changed it meanwhile; all else stays as it is now. An
 * overwrite that says nothing any more goes.
 */
export function reopen(current: readonly Overwrite[], saved: readonly Overwrite[], parties: Parties): Overwrite[] {
  return current
    .map((now) => {
      const before = saved.find(({ id }) => id === now.id);
      if (!before) return now;
      const closed = closedOne(before, parties);
      // Where both say what we made them say; elsewhere somebody else spoke since.
      const bits = touched(before, parties) & ~(now.allow ^ closed.allow) & ~(now.deny ^ closed.deny);
      return { ...now, allow: (now.allow & ~bits) | (before.allow & bits), deny: (now.deny & ~bits) | (before.deny & bits) };
    })
    .filter(({ id, allow, deny }) => (allow | deny) !== 0n || !saved.some((before) => before.id === id));
}

/** Whether everybody may see a channel and write in it: only such are closed with the whole server. */
export function isPublic(overwrites: readonly Overwrite[], everyoneId: string, basePermissions: bigint): boolean {
  const own = overwrites.find(({ id }) => id === everyoneId) ?? none(everyoneId, OverwriteType.Role);
  const held = (basePermissions & ~own.deny) | own.allow;
  const needed = ViewChannel | SendMessages;
  return (held & needed) === needed;
}
