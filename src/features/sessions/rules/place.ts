import { heldBy, type Overwrite } from '../../../kernel/overwrite.ts';
import { overruled } from '../../../kernel/sight.ts';

const shortest = 15;
const longest = 240;
export const minutesBetween = { shortest, longest } as const;
/** Without a word about it. */
export const usualMinutes = 60;

/** `60`, `45 min`, `1h`, `1 h 30`; null when it is no length that a session may have. */
export function readMinutes(typed: string): number | null {
  const [, hours, more] = /^(\d{1,2}) ?h(?:eures?|ours?)? ?([0-5]?\d)?(?: ?min(?:utes?)?)?$/i.exec(typed.trim()) ?? [];
  const [, alone] = /^(\d{1,3}) ?(?:m|mn|min|minutes?)?$/i.exec(typed.trim()) ?? [];
  const minutes = hours === undefined ? Number(alone ?? Number.NaN) : Number(hours) * 60 + Number(more ?? 0);
  return minutes >= shortest && minutes <= longest ? minutes : null;
}

const longestLink = 300;

/** An address of the web that a button may open; null when it is none, or hides where it leads: a name and password before the host. */
export function readLink(typed: string): string | null {
  if (typed.length > longestLink || /\s/.test(typed) || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '' && /\.[a-z]/i.test(url.hostname);
  return isPlain && url.href.length <= longestLink ? url.href : null;
}

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const viewChannel = 1n << 10n;
const connect = 1n << 20n;

type Person = { user: { id: string }; roles: readonly string[] };

export function mayEnter(guild: Parameters<typeof heldBy>[0], person: Person, overwrites: readonly Overwrite[]): boolean {
  const held = heldBy(guild, person);
  if (held === ~0n) return true;
  const wanted = viewChannel | connect;
  const bits = overruled(held, { guildId: guild.id, userId: person.user.id, roleIds: person.roles }, overwrites);
  return (bits & wanted) === wanted;
}
