import { particles } from '../../kernel/identity.ts';
import type { Kind } from '../../kernel/kind.ts';
import type { RoleKey } from '../../kernel/role.ts';
import { day, hour } from '../../kernel/time.ts';

export { emailLimit, type Fault, nameLimit, type Read, readEmail, readName } from '../../kernel/identity.ts';

/** Of the rules and privacy notice in messages/presentation.ts. Whoever accepted another one is asked again. No colon: it travels in custom ids. */
export const noticeVersion = '2026-11.2';

export const staffReminderAfter = 24 * hour;
export const personReminderAfter = 48 * hour;

/**
 * Requests to which nothing happened for this long are erased, answered or not. Closed ones are only needed to answer questions about a
 * decision; what was accepted lives on in the member's card.
 */
export const closedKeptFor = 180 * day;
export const draftKeptFor = 30 * day;

/** What was told is remembered as long as a closed request: nothing is told in its last days, lest it be told twice. */
export const tellingLimit = closedKeptFor - 2 * day;

/** The role that each kind gives. */
export const roleOf: Readonly<Record<Kind, RoleKey>> = {
  learner: 'learner',
  trainer: 'trainer',
  alumni: 'alumni',
  staff: 'project_manager',
  recruiter: 'recruiter',
  candidate: 'candidate',
};

/** Roles that say that somebody is still outside: they go when a person is accepted as something else. */
const outside: readonly RoleKey[] = ['newcomer', 'candidate'];

/** The roles that go when a person is `kind`: those of outside, and that of what they were before, with its powers. */
export const endedBy = (kind: Kind, formerKind: Kind | null = null): RoleKey[] =>
  [...new Set([...outside, ...(formerKind ? [roleOf[formerKind]] : [])])].filter((key) => key !== roleOf[kind]);

/** True for a role that the bot gives by itself. */
export const isGiven = (key: string): boolean => key === 'newcomer' || Object.values(roleOf).some((given) => given === key);

/** Somebody who holds one of these is no newcomer, whatever we know of them. */
export const settledKeys: readonly RoleKey[] = [
  ...new Set<RoleKey>([...Object.values(roleOf), 'admin', 'campus_manager', 'moderator', 'mentor']),
];

/** Of an answer to what staff asked, as long as their question may be. */
export const answerLimit = 1_000;

/** Enough of an address for its owner to recognise it, and no more: what is shown in a direct message or a thread stays there. */
export function shortEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${segments(email.slice(0, at))[0] ?? ''}…${email.slice(at)}`;
}

/** https://docs.discord.com/developers/resources/user#usernames-and-nicknames */
export const nicknameLimit = 32;

const segments = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

/** As many whole characters as fit. */
function take(text: string, limit: number): string {
  let kept = '';
  for (const segment of segments(text)) {
    if (kept.length + segment.length > limit) break;
    kept += segment;
  }
  return kept;
}

/** `Jean-Christophe` as `J.-C.`; null for a name that is not compound. */
function initialsOf(name: string): string | null {
  const parts = name.split(/(?<=[ -])/);
  return parts.length < 2 ? null : parts.map((part) => `${segments(part)[0] ?? ''}.${/[ -]$/.exec(part)?.[0] ?? ''}`).join('');
}

/** The first word of a family name with the small words before it: `de La Tour` of `de La Tour Saint-Pierre`. */
function leadOf(lastName: string): string {
  const words = lastName.split(' ');
  const first = words.findIndex((word, index) => index === words.length - 1 || !small.has(word.toLowerCase()));
  return words.slice(0, first + 1).join(' ');
}

/** Words that never make a family name by themselves. */
const small = new Set([...particles, 'la', 'le', 'les', 'el', 'al', 'ben', 'bin']);

/**
 * First and last name within Discord's 32 characters: middle names go first, then the later words of the family name, then a compound first
 * name keeps its initials, then a double family name its first half, and at last the family name its initial.
 */
export function nicknameOf(firstName: string, lastName: string): string {
  const [first = firstName] = firstName.split(' ');
  const lead = leadOf(lastName);
  const initials = initialsOf(firstName);
  const initial = segments((lead.split(' ').at(-1) ?? lead).replace(/^.'/, ''))[0] ?? '';
  const candidates = [
    `${firstName} ${lastName}`,
    `${first} ${lastName}`,
    ...(initials ? [`${initials} ${lastName}`] : []),
    `${first} ${lead}`,
    ...(initials ? [`${initials} ${lead}`] : []),
    `${first} ${lead.split('-')[0] ?? lead}`,
    `${first} ${initial}.`,
  ];
  const short = candidates.find((candidate) => candidate.length <= nicknameLimit);
  return short ?? `${take(first, nicknameLimit - initial.length - 2)} ${initial}.`;
}

/** What a person is in the promo that their request names; null for those who are in none. */
export const partOf = (kind: Kind | null): 'learner' | 'trainer' | null =>
  kind === 'learner' || kind === 'trainer' ? kind : null;

/** As what somebody identified joins a promo more; null for those who first have to be identified as another. */
export const joinKindOf = (kind: Kind): 'learner' | 'trainer' | null => (kind === 'alumni' ? 'learner' : partOf(kind));

type Acceptance = {
  /** What was asked for. */
  kind: Kind;
  /** What the person was confirmed to be until now. */
  formerKind: Kind | null;
  isJoin: boolean;
  /** They are in the promo that the request named. */
  isInside: boolean;
};

/**
 * As what an acceptance confirms a person. An alumni who enters a promo stays one: it is the promo that makes a learner of them, once it runs. A
 * request that was only about a promo changes nothing when that promo could not be joined.
 */
export function kindAfter({ kind, formerKind, isJoin, isInside }: Acceptance): Kind {
  if (formerKind && isJoin && !isInside) return formerKind;
  return kind === 'learner' && formerKind === 'alumni' && isInside ? 'alumni' : kind;
}
