/** Names as a form shows them, each different: `Ana Petit`, `Ana Petit (2)`. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const plain = name
      .replace(/[:\r\n]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return count === 1 ? plain : `${plain} (${count})`;
  });
}

/** One person a line, with a number or nothing: `Ana Petit : 2`. */
export const writeLines = (lines: readonly { name: string; number: number | null }[]): string =>
  lines.map(({ name, number }) => `${name} : ${number ?? ''}`.trimEnd()).join('\n');

const folded = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

export type Lines = {
  /** By the place of the name in `names`; null for a name without a number. Names that are not there are left out. */
  numbers: ReadonlyMap<number, number | null>;
  /** Lines that cannot be read, from 1. */
  wrong: number[];
};

/** Reads back what `writeLines` wrote and a person changed. `names` are those of `distinct`; numbers go from 1 to `most`. */
export function readLines(typed: string, names: readonly string[], most: number): Lines {
  const places = new Map(names.map((name, index) => [folded(name), index]));
  const numbers = new Map<number, number | null>();
  const wrong: number[] = [];
  typed.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const [, name = '', digits = ''] = /^(.*?)\s*(?::\s*(\S*))?\s*$/.exec(line) ?? [];
    const place = places.get(folded(name));
    const number = digits === '' ? null : /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
    if (place === undefined || numbers.has(place) || (number !== null && (number < 1 || number > most))) wrong.push(index + 1);
    else numbers.set(place, number);
  });
  return { numbers, wrong };
}
