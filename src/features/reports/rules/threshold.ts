import type { Category } from '../../../kernel/moderation.ts';

/** How many people must report something before moderators are called, by what they say it is. */
export const defaultThresholds: Readonly<Record<Category, number>> = {
  illegal: 1,
  minors: 1,
  sexual: 1,
  harassment: 5,
  offensive: 5,
  misleading: 3,
  privacy: 3,
  dangerous: 3,
  fraud: 3,
  property: 3,
  spam: 10,
  other: 7,
};
export const highestThreshold = 100;

export type Thresholds = Readonly<Record<Category, number>>;

export const isAtOnce = (thresholds: Thresholds, category: Category): boolean => thresholds[category] === 1;

/**
 * The lowest threshold that is reached; null: none. For a category count those who chose it and those who chose a graver one, of which fewer are
 * enough: four who say harassment and one who says fraud are five who say at least harassment. Somebody must have chosen the category itself.
 */
export function levelReached(counts: Partial<Record<Category, number>>, thresholds: Thresholds): number | null {
  const chosen = (Object.keys(counts) as Category[]).filter((category) => (counts[category] ?? 0) > 0);
  const reached = chosen
    .map((category) => thresholds[category])
    .filter((threshold) => peopleFor(threshold, chosen, counts, thresholds) >= threshold);
  return reached.length === 0 ? null : Math.min(...reached);
}

const peopleFor = (
  threshold: number,
  chosen: readonly Category[],
  counts: Partial<Record<Category, number>>,
  thresholds: Thresholds,
): number =>
  chosen.filter((category) => thresholds[category] <= threshold).reduce((sum, category) => sum + (counts[category] ?? 0), 0);
