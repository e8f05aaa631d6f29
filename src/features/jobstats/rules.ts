/** A group of fewer people says too much of each of them. */
export const fewest = 5;

/** A number of a table, and whose: each of them where they are few, null where they are `fewest` or more. */
export type Cell = { count: number; people: readonly string[] | null };

/** What is shown of a table; null is hidden. */
export type Suppressed = { values: (number | null)[]; total: number | null };

const isSmall = ({ count, people }: Cell): boolean => count > 0 && people !== null && new Set(people).size < fewest;

/**
 * Hides groups of few people, and as many others as it takes that nobody finds them by subtracting what is shown from the total: at least two are
 * hidden, of `fewest` different people together, and not each of a single one. Where that is not possible the total is hidden as well. That a group has
 * nobody is told. One person who applies often is one person.
 */
export function suppress(cells: readonly Cell[]): Suppressed {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const hidden = new Set(cells.flatMap((cell, index) => (isSmall(cell) ? [index] : [])));
  if (hidden.size === 0) return { values: cells.map(({ count }) => count), total };
  const isSafe = () => {
    const those = [...hidden].flatMap((index) => cells[index] ?? []);
    const areMany =
      those.some(({ people }) => people === null) || new Set(those.flatMap(({ people }) => people ?? [])).size >= fewest;
    return hidden.size >= 2 && areMany && those.reduce((sum, { count }) => sum + count, 0) > hidden.size;
  };
  const others = cells
    .map(({ count }, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((a, b) => a.count - b.count);
  for (const { index } of others) {
    if (isSafe()) break;
    hidden.add(index);
  }
  return { values: cells.map(({ count }, index) => (hidden.has(index) ? null : count)), total: isSafe() ? total : null };
}

/**
 * Several tables of the same people, each in another way: where one must hide its total all do, and none shows so much that it could be added up.
 */
export function suppressTogether(tables: readonly (readonly Cell[])[]): Suppressed[] {
  const each = tables.map(suppress);
  if (each.every(({ total }) => total !== null)) return each;
  return each.map(({ values }) => {
    const shown = values.flatMap((value, index) => (value ? [{ value, index }] : []));
    const smallest = values.includes(null) ? undefined : shown.sort((a, b) => a.value - b.value)[0]?.index;
    return { values: values.map((value, index) => (index === smallest ? null : value)), total: null };
  });
}

/** Months that end with that of `now`, the first first, as `2027-01`. */
export function monthsUntil(now: Date, timeZone: string, count = 12): string[] {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' }).format(now);
  const [year = 0, month = 1] = parts.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7),
  );
}
