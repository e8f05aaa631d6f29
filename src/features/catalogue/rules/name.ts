/** Longest name of a campus, a course or a promo: with what a template adds to it, a channel's name holds it. */
export const nameLimit = 80;

/**
 * A name as it is kept: one line, single spaces, no invisible characters and nothing that Discord reads as a mention. Empty when nothing is
 * left.
 */
export const tidyName = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/@(?=everyone|here)|[<>`]/g, '')
    .trim();

/** True for a name that a person can read and say: at least one letter or digit. */
export const isName = (name: string): boolean => name.length <= nameLimit && /[\p{L}\p{N}]/u.test(name);
