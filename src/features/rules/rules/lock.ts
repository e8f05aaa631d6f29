import { PermissionFlagsBits } from 'discord-api-types/v10';

/** What nobody may do any more in a channel that a rule locked. */
const closed =
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.CreatePrivateThreads;

export type Overwrite = { id: string; type: number; allow: string; deny: string };
/** Of one role: those of our bits that it had, allowed and denied. */
export type Former = { id: string; allow: string; deny: string };

const roleType = 0;
const bitsOf = (one: Pick<Overwrite, 'allow' | 'deny'> | undefined) => ({
  allow: BigInt(one?.allow ?? '0'),
  deny: BigInt(one?.deny ?? '0'),
});

/**
 * What to remember before a channel closes: everybody's own overwrite, and that of each role to which the channel opens what everybody loses. `spared` are
 * those who go on writing: staff and the program itself.
 */
export function formerOf(overwrites: readonly Overwrite[], guildId: string, spared: ReadonlySet<string>): Former[] {
  const roles = overwrites.filter(
    ({ id, type, allow }) => type === roleType && id !== guildId && !spared.has(id) && (BigInt(allow) & closed) !== 0n,
  );
  const everyone = overwrites.find(({ id }) => id === guildId);
  return [everyone ?? { id: guildId, allow: '0', deny: '0' }, ...roles].map((one) => {
    const { allow, deny } = bitsOf(one);
    return { id: one.id, allow: String(allow & closed), deny: String(deny & closed) };
  });
}

/** The same role once the channel is closed. */
export function closedFor(now: Overwrite | undefined): { allow: string; deny: string } {
  const { allow, deny } = bitsOf(now);
  return { allow: String(allow & ~closed), deny: String(deny | closed) };
}

/** And once it is open again: our bits as they were, all others as they are. Null: nothing is left to say of that role. */
export function openedFor(now: Overwrite | undefined, former: Former): { allow: string; deny: string } | null {
  const { allow, deny } = bitsOf(now);
  const opened = { allow: (allow & ~closed) | BigInt(former.allow), deny: (deny & ~closed) | BigInt(former.deny) };
  return opened.allow === 0n && opened.deny === 0n ? null : { allow: String(opened.allow), deny: String(opened.deny) };
}
