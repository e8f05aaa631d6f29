import { day, hour } from '../../../kernel/time.ts';

export const shortest = 50;
export const longest = 1_500;
export const answerLimit = 600;

/** Codes that are none: so many in an hour, then the person waits. */
export const mostTries = { times: 5, within: hour };

/** Who waits for too long is named again after this. */
export const remindEvery = day;

/** For how long whoever opened an appeal by a code may still write it in a message. */
export const draftLife = 7 * day;

/**
 * A code typed in a message, and what is left of the message. In two parts anywhere, `ABCDE-FGHJK`; in one part or with a space only when the message
 * begins with it, lest a word be taken for one.
 */
export function codeIn(content: string): { code: string; rest: string } | null {
  const letters = '[2-9A-HJKMNP-TW-Z]';
  const found =
    new RegExp(`(?<![\\p{L}\\p{N}])${letters}{5}-${letters}{5}(?![\\p{L}\\p{N}])`, 'iu').exec(content) ??
    new RegExp(`^\\s*${letters}{5} ?${letters}{5}\\s*$`, 'iu').exec(content);
  if (!found) return null;
  const rest = `${content.slice(0, found.index)}${content.slice(found.index + found[0].length)}`.trim();
  return { code: found[0].trim(), rest };
}
