import type { Place } from '../link.ts';

/** What weighed most, for the words of an explanation. */
export const families = [
  'imitation',
  'masked',
  'hidden_user',
  'nitro',
  'items',
  'login',
  'impostor',
  'false_report',
  'try_game',
  'airdrop',
  'wallet',
  'parcel',
  'is_it_you',
  'vote',
  'lure',
  'sextortion',
  'server',
  'casino',
  'followers',
  'goods',
  'homework',
  'loan',
  'occult',
  'health',
  'adult',
  'referral',
  'channel',
  'invest',
  'everyone_link',
  'easy_money',
  'recruiting',
  'self_promotion',
  'wording',
] as const;
export type Family = (typeof families)[number];

export type Verdict = {
  /** 0 to 100. */
  score: number;
  /** Heaviest first. */
  families: readonly Family[];
};
export type Weighed = { phishing: Verdict; spam: Verdict; job_spam: Verdict; spans: readonly { start: number; end: number }[] };

export type Setting = {
  /** Days since the account was made, and since its owner came here; null when it is not known. */
  accountDays: number;
  memberDays: number | null;
  isJobChannel: boolean;
  isEveryone: boolean;
  hasArchive: boolean;
  hasAttachment: boolean;
  /** Codes of invites that are the server's own. */
  ownInvites: ReadonlySet<string>;
};

export type Sum = { total: number; parts: { family: Family; points: number }[] };
export const sum = (): Sum => ({ total: 0, parts: [] });
export const add = (to: Sum, family: Family, points: number): void => {
  if (points <= 0) return;
  to.parts.push({ family, points });
};
/** So that 60 is where a message says more than honest ones ever do, by the labelled set. */
const scale = 1.4;

/** The heaviest counts whole, others a part: a message is of one family, and a long one brushes several. */
export function totalOf(of: Sum, besides: number, likeness: number): Verdict {
  of.parts.sort((a, b) => b.points - a.points);
  const base = of.parts.reduce(
    (total, { points }, index) => total + (index === 0 ? points : index === 1 ? points * 0.35 : points * 0.1),
    0,
  );
  const told = Math.max(0, Math.min(100, (base < 18 ? base : base + besides) * scale));
  const score = Math.max(0, Math.min(100, Math.round(told + likeness)));
  const named = of.parts.slice(0, 3).map(({ family }) => family);
  return { score, families: told < 30 && score > told ? ['wording', ...named.slice(0, 2)] : named };
}

/** What the detectors know of a message besides its ideas. */
export type Scene = {
  text: string;
  setting: Setting;
  /** Places that are no invites, and invites to other servers. */
  outward: readonly Place[];
  invites: readonly Place[];
  /** The worst of the links, from 0 to 1; `link` counts invites too. */
  risk: number;
  link: number;
  hasAmount: boolean;
  /** Asks to go on elsewhere: another messenger, a telephone. */
  isOff: boolean;
  hasMail: boolean;
  isReachable: boolean;
  isNew: boolean;
  isSettled: boolean;
  /** Turns a little money into much. */
  isFlip: boolean;
  denies: number;
};
