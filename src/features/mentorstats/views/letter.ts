import type { Message } from '../../../discord/command.ts';
import type { Letter } from '../../../infra/letter.ts';
import { attestationId, badgeId, type Theme, themes } from '../../../kernel/mentoring.ts';
import { buttonOf, row } from '../../../kernel/piece.ts';
import type { Locale } from '../../../kernel/text.ts';
import { lasting, text } from '../messages.ts';
import type { Hours } from '../service/hours.ts';

const dayName = (at: Date, { locale, timeZone }: { locale: Locale; timeZone: string }): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone }).format(at);

type Issued = { sender: string; name: string; themes: readonly Theme[]; locale: Locale; timeZone: string; now: Date };

/** What a mentor may show to an employer: the time that they gave, and nothing of those whom they helped. */
export function letterOf({ minutes, meetings, from, to, ...met }: Hours, issued: Issued): Letter {
  const { sender, name, themes: offered, locale, now } = issued;
  const people = text.peopleOf(met.inPairs, met.inFlashes, met.inCircles)[locale];
  const facts = [
    { name: text.period, value: text.periodOf(dayName(from, issued), dayName(to, issued))[locale] },
    { name: text.hours, value: lasting(minutes) },
    { name: text.meetings, value: String(meetings) },
    ...(people === '' ? [] : [{ name: text.people, value: people }]),
    ...(offered.length === 0 ? [] : [{ name: text.offered, value: offered.map((theme) => themes[theme][locale]).join(', ') }]),
  ];
  return {
    locale,
    sender,
    title: text.letterTitle[locale],
    paragraphs: [text.letterBody(name, sender)[locale], text.letterThanks[locale]],
    facts: facts.map((fact) => ({ ...fact, name: fact.name[locale] })),
    footer: text.letterFooter(dayName(now, issued))[locale],
    writtenAt: now,
  };
}

/** The document, for who asked for it. */
export const letterMessage = (pdf: Buffer, words: string, locale: Locale): Message => ({
  content: words,
  files: [{ name: text.letterFile[locale], data: pdf, contentType: 'application/pdf' }],
});

/** Said once for each step of hours, to the mentor alone. */
export const thanksMessage = ({ guildId, badge }: { guildId: string; badge: number }, locale: Locale): Message => ({
  content: text.thanks(badge)[locale],
  components: [
    row(
      buttonOf(text.attestation[locale], attestationId.encode({ guildId })),
      buttonOf(text.hideBadge[locale], badgeId.encode({ guildId, shown: 0 })),
    ),
  ],
});
