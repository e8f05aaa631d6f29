/**
 * How a keyword of AutoMod is found: `cat*` begins a word, `*cat` ends one, `*cat*` stands anywhere, and `cat` is a whole word or phrase
 * between white space. Case does not matter.
 * https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-keyword-matching-strategies
 */
export type Span = { start: number; end: number };

export function* occurrences(keyword: string, content: string): Generator<Span> {
  const opensFree = keyword.startsWith('*');
  const closesFree = keyword.endsWith('*');
  const wanted = keyword.replace(/^\*|\*$/g, '').toLowerCase();
  if (wanted === '') return;
  const text = content.toLowerCase();
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    if ((opensFree || isGap(text[start - 1])) && (closesFree || isGap(text[end]))) yield { start, end };
  }
}

/** The edge of the text is as good as white space. */
const isGap = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

/** What is allowed protects what stands inside it: with `banana` allowed, `*ana*` finds nothing in a banana. */
export const protectedBy = (allowed: readonly string[], content: string): ((span: Span) => boolean) => {
  const safe = allowed.flatMap((keyword) => [...occurrences(keyword, content)]);
  return ({ start, end }) => safe.some((span) => span.start <= start && end <= span.end);
};
