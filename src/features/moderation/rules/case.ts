import { z } from 'zod';
import { type CaseKind, caseKindKeys } from '../../../kernel/moderation.ts';
import { rowCount, snowflake } from '../../../kernel/wire.ts';

/** What decides how a case stands. */
export type Standing = {
  kind: CaseKind;
  state: 'pending' | 'done' | 'failed';
  endsAt: Date | null;
  endedAt: Date | null;
  voidedAt: Date | null;
};

/** True while the sanction itself holds: a timeout or ban that has not ended. */
export const isRunning = ({ kind, state, endsAt, endedAt, voidedAt }: Standing, now: Date): boolean =>
  voidedAt === null &&
  state !== 'failed' &&
  endedAt === null &&
  (kind === 'ban' || ((kind === 'timeout' || kind === 'tempban') && endsAt !== null && endsAt > now));

export const countsNow = (
  { points, pointsUntil, voidedAt }: { points: number; pointsUntil: Date | null; voidedAt: Date | null },
  now: Date,
): boolean => points > 0 && pointsUntil !== null && pointsUntil > now && voidedAt === null;

/** Heaviest last. */
const weights = ['low', 'medium', 'high'] as const;
export const isLower = (to: (typeof weights)[number], from: (typeof weights)[number] | null): boolean =>
  from !== null && weights.indexOf(to) < weights.indexOf(from);

/** Files of one answer: Discord takes ten, and 25 MiB in all. https://docs.discord.com/developers/reference#uploading-files */
const mostFiles = 10;
const mostBytes = 20 * 1024 * 1024;

/** How many of the next files fit in one answer: at least one. */
export function filesThatFit(sizes: readonly number[]): number {
  let total = 0;
  for (const [index, size] of sizes.slice(0, mostFiles).entries()) {
    total += size;
    if (total > mostBytes && index > 0) return index;
  }
  return Math.min(sizes.length, mostFiles);
}

const nobody = z.literal('0').transform(() => null);
const any = z.literal('any').transform(() => null);
const searched = z.tuple([
  z.union([nobody, snowflake]),
  z.union([nobody, snowflake]),
  z.union([any, z.enum(caseKindKeys)]),
  z.union([any, z.enum(['live', 'over', 'voided', 'hidden'])]),
  rowCount.transform((days) => days || null),
]);

/** What is searched for, each part null when it is not asked for. */
export type Searched = {
  userId: string | null;
  authorId: string | null;
  kind: CaseKind | null;
  state: 'live' | 'over' | 'voided' | 'hidden' | null;
  days: number | null;
};

/** A search as the buttons of its pages carry it. */
export const searchCode = ({ userId, authorId, kind, state, days }: Searched): string =>
  [userId ?? 0, authorId ?? 0, kind ?? 'any', state ?? 'any', days ?? 0].join('.');

/** A forged one asks for nothing in particular. */
export function readSearch(code: string): Searched {
  const read = searched.safeParse(code.split('.'));
  const [userId, authorId, kind, state, days] = read.success ? read.data : [null, null, null, null, null];
  return { userId, authorId, kind, state, days };
}
