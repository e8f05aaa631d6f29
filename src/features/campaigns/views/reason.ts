import { languages, type Reason, slotName, slots, themes } from '../../../kernel/mentoring.ts';
import { departmentName, isDepartment } from '../../../kernel/place.ts';
import { skillName } from '../../../kernel/skill.ts';
import { escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { reasonTexts } from '../messages/proposal.ts';

const among = <T extends Record<string, Text>>(all: T, key: string, locale: Locale): string[] =>
  Object.hasOwn(all, key) ? [(all[key] as Text)[locale]] : [];
const slotOf = (item: string, locale: Locale): string[] => {
  const slot = slots.find((one) => one === item);
  return slot ? [slotName(slot)[locale]] : [];
};

function wordsOf({ part, items }: Reason, locale: Locale): string {
  const all = (named: readonly string[]) => named.slice(0, 3).join(', ');
  const or = (named: readonly string[], otherwise: Text) => (named.length === 0 ? otherwise[locale] : all(named));
  switch (part) {
    case 'themes':
      return all(items.flatMap((item) => among(themes, item, locale)));
    case 'skills':
      return all(items.map((item) => escapeMarkdown(skillName(item)[locale])));
    case 'time':
      return or(
        items.flatMap((item) => slotOf(item, locale)),
        reasonTexts.time,
      );
    case 'language': {
      const named = items
        .flatMap((item) => among(languages, item, locale))
        .map((name) => (locale === 'fr' ? name.toLocaleLowerCase(locale) : name));
      return named.length === 0 ? '' : reasonTexts.language(all(named))[locale];
    }
    case 'place':
      return or(
        items.map((item) => (isDepartment(item) ? departmentName(item) : escapeMarkdown(item))),
        reasonTexts.place,
      );
    default:
      return reasonTexts[part][locale];
  }
}

/** Everybody waits a little: it is said from what a month gives. */
const longWait = 0.6;

/** What two people share, in words, what counts most first. */
export function reasonsIn(reasons: readonly Reason[], locale: Locale, most = 5): string {
  return reasons
    .filter(({ part, value }) => (part === 'waiting' ? value >= longWait : value > 0))
    .map((reason) => wordsOf(reason, locale))
    .filter((words) => words !== '')
    .slice(0, most)
    .join(locale === 'fr' ? ' ; ' : '; ');
}
