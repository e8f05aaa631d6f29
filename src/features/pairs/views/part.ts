import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { hour, timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/pair.ts';

/** What both read, in the language of each. */
export const said = (locales: readonly Locale[], spoken: Text): string => locales.map((locale) => spoken[locale]).join('\n');
/** On a button, which holds one line. */
export const labelled = (locales: readonly Locale[], spoken: Text): string =>
  [...new Set(locales.map((locale) => spoken[locale]))].join(' / ');

/** A name as our sentences show it; `somebody` for who was erased. */
export const shown = (name: string | null, locale: Locale): string =>
  name ? cut(escapeMarkdown(name), 100) : text.somebody[locale];

/** A day of the calendar: its noon is that day almost everywhere. */
export const dayShown = (date: Date): string => timeOf(new Date(date.getTime() + 12 * hour), 'D');
