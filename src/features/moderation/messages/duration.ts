import { counted, type Text } from '../../../kernel/text.ts';

const sizes = [
  { seconds: 86_400, fr: ['jour', 'jours'], en: ['day', 'days'] },
  { seconds: 3_600, fr: ['heure', 'heures'], en: ['hour', 'hours'] },
  { seconds: 60, fr: ['minute', 'minutes'], en: ['minute', 'minutes'] },
  { seconds: 1, fr: ['seconde', 'secondes'], en: ['second', 'seconds'] },
] as const;

/**
 * `3 jours`, `1 heure 30 minutes`: the largest units, as people say it, all of them with `most` 4. A minute less than whole days, which Discord asks
 * for, is whole days.
 */
export function durationText(seconds: number, most = 2): Text {
  const whole = (seconds + 60) % 86_400 === 0 ? seconds + 60 : seconds;
  let left = whole;
  const parts = sizes.flatMap(({ seconds: size, fr, en }) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? [{ fr: counted(count, fr[0], fr[1]), en: counted(count, en[0], en[1]) }] : [];
  });
  const said = (locale: 'fr' | 'en') =>
    parts
      .slice(0, most)
      .map((part) => part[locale])
      .join(' ');
  return { fr: said('fr'), en: said('en') };
}
