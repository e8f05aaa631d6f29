import type { CaseKind } from '../../../kernel/moderation.ts';

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
