import type { Fit } from '../../../kernel/fit.ts';
import { type Place, placeName } from '../../../kernel/place.ts';
import { skillName } from '../../../kernel/skill.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { obstacleText, ownLevels, reasonText, card as text } from '../messages/card.ts';
import type { Card } from '../service/card.ts';

/** Five of these stay under the 4000 characters of a message. */
const longestCard = 640;
const longestSkills = 180;

/** What a company reads of somebody, and what that person is shown as such: one function, so that they cannot differ. */
export function cardText(card: Card, title: string, locale: Locale, fit: Fit | null = null): string {
  const { contracts, department, city, mobility, remote, level, availableFrom, skills, pitch, studies } = card;
  const place = department
    ? text.place(placeName({ city: city && escapeMarkdown(city), department } as Place), department, mobility)[locale]
    : text.toFill[locale];
  const said = skills.map((skill) => escapeMarkdown(skillName(skill)[locale])).join(', ');
  const lines = [
    `### ${title}`,
    ...(fit ? [`**${text.fit(Math.round(fit.score * 100))[locale]}** · ${whyText(fit, locale)}`] : []),
    `**${contracts.length > 0 ? text.contracts(contracts)[locale] : text.toFill[locale]}** · ${text.from(availableFrom)[locale]}`,
    `${place} · ${text.remote(remote)[locale]}`,
    level ? ownLevels[level][locale] : text.toFill[locale],
    `${text.skills[locale]}${locale === 'fr' ? ' :' : ':'} ${said === '' ? text.toFill[locale] : cut(said, longestSkills)}`,
    ...(studies ? [escapeMarkdown(text.studies(studies.course, studies.campus)[locale])] : []),
  ];
  const head = lines.join('\n');
  const words = pitch.replace(/\s+/g, ' ');
  if (words === '') return cut(head, longestCard);
  return `${cut(head, longestCard - 200)}\n> ${cut(escapeMarkdown(words), longestCard - Math.min(head.length, longestCard - 200) - 4)}`;
}

/** Why somebody fits, and what speaks against it. */
export function whyText({ reasons, obstacles }: Pick<Fit, 'reasons' | 'obstacles'>, locale: Locale): string {
  const said = [...reasons.map(reasonText), ...obstacles.map(obstacleText)];
  return cut(said.map((one) => one[locale]).join(', '), 200);
}
