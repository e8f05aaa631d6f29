/**
 * An idea as the list of the ways to say it, in the normal form of `normalise`: no accents, no apostrophes, no hyphens. Ways stand one a line, or are separated
 * by `;`, and are regular expressions. A way begins and ends with a word.
 */
export function idea(ways: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  const list = String.raw(ways, ...parts)
    .split(/[;\n]/)
    .map((way) => way.trim())
    .filter(Boolean);
  return new RegExp(`(?<![a-z0-9])(?:${list.join('|')})(?![a-z0-9])`);
}

/** Up to so many words between two. */
export const gap = (most: number): string => `(?: [^ ]+){0,${most}} `;
