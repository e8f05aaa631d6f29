/** A group of fewer people says too much of each of them. */
export const fewest = 5;

/** Numbers of people; null is hidden. */
export type Suppressed = { values: (number | null)[]; total: number | null };

/**
 * Hides small groups, and as many others as it takes that nobody finds them by subtracting what is shown from the total: at least two are hidden, of
 * `fewest` people together, and not each of a single one. Where that is not possible the total is hidden as well. That a group has nobody is told.
 */
export function suppress(values: readonly number[]): Suppressed {
  const total = values.reduce((sum, value) => sum + value, 0);
  const hidden = new Set(values.flatMap((value, index) => (value > 0 && value < fewest ? [index] : [])));
  if (hidden.size === 0) return { values: [...values], total };
  const sum = () => [...hidden].reduce((together, index) => together + (values[index] ?? 0), 0);
  const isSafe = () => hidden.size >= 2 && sum() >= fewest && sum() > hidden.size;
  const others = values
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => value >= fewest)
    .sort((a, b) => a.value - b.value);
  for (const { index } of others) {
    if (isSafe()) break;
    hidden.add(index);
  }
  return { values: values.map((value, index) => (hidden.has(index) ? null : value)), total: isSafe() ? total : null };
}

/** Months that end with that of `now`, the first first, as `2027-01`. */
export function monthsUntil(now: Date, timeZone: string, count = 12): string[] {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' }).format(now);
  const [year = 0, month = 1] = parts.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7),
  );
}
