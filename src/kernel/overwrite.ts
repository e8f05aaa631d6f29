import type { OverwriteType } from 'discord-api-types/v10';

/** A permission overwrite. https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export type Overwrite = { id: string; type: OverwriteType; allow: bigint; deny: bigint };

type Json = { id: string; type: OverwriteType; allow: string; deny: string };
export const toJson = (all: readonly Overwrite[]): Json[] =>
  all.map(({ id, type, allow, deny }) => ({ id, type, allow: String(allow), deny: String(deny) }));
export const fromJson = (all: readonly Json[]): Overwrite[] =>
  all.map(({ id, type, allow, deny }) => ({ id, type, allow: BigInt(allow), deny: BigInt(deny) }));

/** Those of a channel as Discord gives it; a thread has none. */
export const overwritesOf = (channel: object): Overwrite[] =>
  fromJson(('permission_overwrites' in channel ? (channel.permission_overwrites as Json[] | undefined) : undefined) ?? []);

/** What of the overwrites the bot may hand on: Discord refuses those that name a permission which it lacks. */
export const within = (held: bigint, overwrites: readonly Overwrite[]): Overwrite[] =>
  overwrites
    .map(({ id, type, allow, deny }) => ({ id, type, allow: allow & held, deny: deny & ~allow & held }))
    .filter(({ allow, deny }) => (allow | deny) !== 0n);

/** True for the same overwrites in any order; those that say nothing count for nothing. */
export function areSame(a: readonly Overwrite[], b: readonly Overwrite[]): boolean {
  const words = (all: readonly Overwrite[]) =>
    all
      .filter(({ allow, deny }) => (allow | deny) !== 0n)
      .map(({ id, type, allow, deny }) => `${id} ${type} ${allow} ${deny}`)
      .sort()
      .join();
  return words(a) === words(b);
}

const administrator = 1n << 3n;

/** The permissions that a member has on a server. The owner and administrators have all. */
export function heldBy(
  guild: { id: string; owner_id: string; roles: readonly { id: string; permissions: string }[] },
  { user, roles }: { user: { id: string }; roles: readonly string[] },
): bigint {
  const held = guild.roles
    .filter(({ id }) => id === guild.id || roles.includes(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  return guild.owner_id === user.id || held & administrator ? ~0n : held;
}

/** https://support.discord.com/hc/en-us/articles/33694251638295 */
export const serverLimits = { roles: 250, channels: 500, inCategory: 50 } as const;

/** Whether so many more channels fit. Threads do not count. */
export const fits = (there: { channels: number; inCategory: number }, more: number): boolean =>
  there.channels + more <= serverLimits.channels && there.inCategory + more <= serverLimits.inCategory;
