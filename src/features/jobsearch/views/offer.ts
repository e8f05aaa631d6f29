import { type APIComponentInContainer, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { contracts, levels, payPeriods, remotes, showId } from '../../../kernel/hiring.ts';
import { buttonOf, paragraph } from '../../../kernel/piece.ts';
import { isDepartment, placeName } from '../../../kernel/place.ts';
import { skillName } from '../../../kernel/skill.ts';
import { bold, cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/search.ts';
import type { Filters } from '../rules/filter.ts';
import type { Listed } from '../service/offer.ts';

/** Ten offers stay under the 4000 characters of a message. */
const longestTitle = 70;
const longestCompany = 40;
const longestLine = 320;
const shownSkills = 4;

/** Money as the language writes it, without cents when there are none. */
function money(cents: number, locale: Locale): string {
  const fractions = cents % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: fractions,
    maximumFractionDigits: fractions,
  }).format(cents / 100);
}

function payOf({ payMinCents, payMaxCents, payPeriod }: Listed, locale: Locale): string[] {
  if (payMinCents === null || payMaxCents === null || payPeriod === null) return [];
  const range = [...new Set([payMinCents, payMaxCents])].map((cents) => money(cents, locale)).join(' – ');
  return [`${range} ${payPeriods[payPeriod][locale]}`];
}

function placeOf({ city, department, remote }: Listed, locale: Locale): string[] {
  if (department !== null && isDepartment(department))
    return [escapeMarkdown(cut(placeName({ city, department }), longestCompany))];
  return remote === 'full' ? [text.everywhere[locale]] : [];
}

/** Contract, place, remote work and pay, in one line. */
function factsOf(offer: Listed, locale: Locale): string {
  const { contract, months, remote } = offer;
  return [
    ...(contract ? [`${contracts[contract][locale]}${months ? ` (${text.months(months)[locale]})` : ''}`] : []),
    ...placeOf(offer, locale),
    ...(remote && remote !== 'none' ? [remotes[remote][locale]] : []),
    ...payOf(offer, locale),
  ].join(' · ');
}

/** Title, company and facts of an offer, as every list of ours shows it. `shared`: skills of the reader's profile. */
export function offerLines(
  offer: Listed & { shared?: readonly string[] },
  locale: Locale,
  closed: string = text.closed[locale],
): string {
  const { title, company, publishedAt, isOpen, shared = [] } = offer;
  const skills = shared.slice(0, shownSkills).map((skill) => escapeMarkdown(cut(skillName(skill)[locale], 25)));
  const head = `${bold(cut(title, longestTitle))}${company === '' ? '' : `, ${escapeMarkdown(cut(company, longestCompany))}`}`;
  const tail = [
    ...(publishedAt ? [text.published(timeOf(publishedAt, 'R'))[locale]] : []),
    ...(skills.length > 0 ? [text.shared(skills.join(', '))[locale]] : []),
  ].join(' · ');
  const lines = isOpen ? [head, factsOf(offer, locale), tail] : [`${head} · ${closed}`, factsOf(offer, locale)];
  return cut(lines.filter(Boolean).join('\n'), longestLine);
}

/** With the button that opens it, when it is open. */
export const offerSection = (
  offer: Listed & { shared?: readonly string[] },
  locale: Locale,
  closed?: string,
): APIComponentInContainer =>
  offer.isOpen
    ? {
        type: ComponentType.Section,
        components: [{ type: ComponentType.TextDisplay, content: offerLines(offer, locale, closed) }],
        accessory: buttonOf(text.open[locale], showId.encode({ offerId: offer.id }), ButtonStyle.Secondary),
      }
    : paragraph(offerLines(offer, locale, closed));

/** What is looked for, in words, not escaped: `dev react, CDI, Lille`. */
export function filtersSaid(filters: Filters, locale: Locale): string {
  const { contract, place, remote, level } = filters;
  const said = [
    ...(filters.text === '' ? [] : [filters.text]),
    ...(contract ? [contracts[contract][locale]] : []),
    ...(place === null ? [] : [place]),
    ...(remote ? [remotes[remote][locale]] : []),
    ...(level ? [levels[level][locale]] : []),
  ];
  return said.length > 0 ? said.join(', ') : text.everything[locale];
}
