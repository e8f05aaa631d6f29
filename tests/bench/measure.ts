/** One line of the table: `ours` and what it is held `against`, a value a repeat, taken in turns. */
export type Measure = {
  what: string;
  unit: 'µs' | 'ms' | 's' | '/s' | 'MB' | '×';
  ours: readonly number[];
  against?: readonly number[];
  /** What counts: the quotient of the two, what ours adds, or ours alone. */
  counts: 'ratio' | 'added' | 'value';
  target?: { most: number } | { least: number };
};

/** A fact that is no number. */
export type Fact = { what: string; holds: boolean; detail: string };

/** The value below which a share of `values` lies: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Each repeat by itself: neighbours in time had the same machine, so what disturbed one disturbed both. */
export function counted({ ours, against = [], counts }: Measure): number[] {
  if (counts === 'value') return [...ours];
  return ours.map((own, index) => {
    const other = against[index] ?? Number.NaN;
    return counts === 'ratio' ? own / other : own - other;
  });
}

export function isMet(measure: Measure): boolean | null {
  const { target } = measure;
  if (!target) return null;
  const value = median(counted(measure));
  return 'most' in target ? value <= target.most : value >= target.least;
}
