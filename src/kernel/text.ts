/** The languages that members read. */
export type Locale = 'fr' | 'en';

/** Whatever a person reads exists in every language: a missing one does not compile. */
export type Text = Readonly<Record<Locale, string>>;

/** French for a client in French, English for all others. `locale` is Discord's, such as `fr` or `en-GB`, or ours as a row keeps it. */
export const localeOf = (locale: string | undefined): Locale => (locale?.startsWith('fr') ? 'fr' : 'en');

/**
 * A refusal: what the person asked cannot be done, and the text says why and what to do instead. `code` is stable
 * (`onboarding.already_decided`), for tests and metrics. Any other error that reaches the router is a bug.
 */
export class UserError extends Error {
  readonly code: `${string}.${string}`;
  readonly text: Text;

  constructor(code: `${string}.${string}`, text: Text) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}

/** Characters that Discord's markdown gives a meaning to, and `<` `@` `#` with which mentions begin. */
const markdown = /[\\*_~`|>#[\]()<@-]/g;

/** Text typed by a person, made safe to show inside ours: no markdown, no mention, no link text. */
export const escapeMarkdown = (typed: string): string => typed.replace(markdown, '\\$&').replace(/:\/\//g, ':\u200b//');

/** A name that somebody typed, as our sentences show it. */
export const bold = (typed: string): string => `**${escapeMarkdown(typed)}**`;

/** Without accents and case, as names and words are compared. */
export const fold = (typed: string): string =>
  typed.normalize('NFKD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').replace(/æ/gi, 'ae').replace(/[’ʼ‘]/g, "'").toLowerCase();

/** The word for that many: both languages say one for none. */
export const plural = (count: number, one: string, many: string): string => (count > 1 ? many : one);

/** The letter of most plurals, at the end of a word: `offre${s(3)}`. */
export const s = (count: number): string => plural(count, '', 's');

/** `3 offres`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${plural(count, one, many)}`;

/** Cuts at a character, never inside an emoji or an accent, and shows that something is missing. `limit` is in UTF-16 units, as Discord counts. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
