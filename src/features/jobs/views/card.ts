import { type APIComponentInContainer, type APIMessageTopLevelComponent, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { applyId, contracts, levels, recommendId, remotes, saveId } from '../../../kernel/hiring.ts';
import { container, paragraph, rows, screen, separator } from '../../../kernel/piece.ts';
import { departmentName, placeName } from '../../../kernel/place.ts';
import { skillName } from '../../../kernel/skill.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { card } from '../messages/offer.ts';
import type { OfferContent } from '../rules/content.ts';
import { payText, spokenDay } from '../rules/reading.ts';
import type { Offer } from '../service/offer.ts';
import { reportId } from '../wire.ts';
import { button, link, mostText } from './part.ts';

/** Over so many answers, what a company needs to answer says something of it. */
const fewestResponses = 5;

const quiet = (typed: string, limit: number): string => escapeMarkdown(cut(typed, limit));

export function placeText({ city, department, remote }: OfferContent): Text {
  if (!department) return remote === 'full' ? card.anywhere : card.unknown;
  const name = escapeMarkdown(placeName({ city, department }));
  const whole = city ? `${name}, ${departmentName(department)}` : name;
  return { fr: whole, en: whole };
}

export function remoteText({ remote, remoteDays }: OfferContent): Text | null {
  if (!remote) return null;
  return remote === 'partial' && remoteDays ? card.remoteDays(remoteDays) : remotes[remote];
}

export function contractText({ contract, months }: OfferContent): Text {
  if (!contract) return card.unknown;
  const lasts = months ? card.months(months) : null;
  const { fr, en } = contracts[contract];
  return lasts ? { fr: `${fr}, ${lasts.fr}`, en: `${en}, ${lasts.en}` } : { fr, en };
}

export const paidText = (content: OfferContent): Text =>
  payText(content) ?? (content.payReason ? card.noPay(cut(content.payReason, 150)) : card.unknown);

function factsOf(content: OfferContent, locale: Locale): string[] {
  const remote = remoteText(content);
  const place = [placeText(content)[locale], remote ? remote[locale] : null].filter(Boolean).join(' · ');
  const skills = content.skills.map((skill) => escapeMarkdown(skillName(skill)[locale]));
  const diploma = content.diploma ? card.diploma : card.noDiploma;
  const facts: [Text, string | null][] = [
    [card.contract, contractText(content)[locale]],
    [card.place, place],
    [card.pay, paidText(content)[locale]],
    [card.start, content.startsOn ? spokenDay(content.startsOn, locale) : card.soon[locale]],
    [card.rhythm, content.rhythm && quiet(content.rhythm, 150)],
    [card.deadline, content.deadline && spokenDay(content.deadline, locale)],
    [card.level, content.level && `${levels[content.level][locale]} · ${diploma[locale]}`],
    [card.skills, skills.length > 0 ? cut(skills.join(', '), 400) : null],
    [card.posts, content.posts > 1 ? String(content.posts) : null],
  ];
  const colon = locale === 'fr' ? ' :' : ':';
  return facts.flatMap(([label, value]) => (value ? [`**${label[locale]}**${colon} ${value}`] : []));
}

function employerLine({ company }: Offer, { relayedFor }: OfferContent, locale: Locale): string {
  if (!company) return card.relayed(relayedFor ?? '')[locale];
  const by = company.state === 'verified' ? card.by(company.name) : card.byUnverified(company.name);
  const { responseHours, responseCount } = company;
  const answers = responseHours !== null && responseCount >= fewestResponses ? card.responds(responseHours)[locale] : null;
  return [by[locale], answers].filter(Boolean).join('\n');
}

/** Titles of the texts, and a beginning of each. */
const leastForTexts = 250;

/** The words of an offer in at most `room` characters: long texts are cut in proportion, the facts last. */
export function offerText(offer: Offer, content: OfferContent, locale: Locale, room = mostText): APIComponentInContainer[] {
  const title = quiet(content.title || '…', 200);
  const head = `## ${title}\n${employerLine(offer, content, locale)}`;
  const facts = cut(factsOf(content, locale).join('\n'), Math.max(200, room - head.length - leastForTexts));
  const sections = (
    [
      [card.missions, content.missions],
      [card.profile, content.profile],
      [card.process, content.process],
      [card.accessibility, content.accessibility ?? ''],
    ] as const
  ).flatMap(([label, typed]) => (typed ? [{ label: `### ${label[locale]}\n`, typed: escapeMarkdown(typed) }] : []));
  const left = room - head.length - facts.length - sections.reduce((sum, { label }) => sum + label.length, 0);
  const wanted = sections.reduce((sum, { typed }) => sum + typed.length, 0);
  const part = wanted > left ? Math.max(0, left) / wanted : 1;
  return [
    paragraph(head),
    paragraph(facts),
    ...(sections.length > 0 ? [separator] : []),
    ...sections.map(({ label, typed }) => paragraph(label + cut(typed, Math.max(20, Math.floor(typed.length * part))))),
  ];
}

/** What candidates press. A link of the company's takes the place of applying here. */
export const readerButtons = (
  offer: Pick<Offer, 'id'>,
  content: OfferContent,
  locale: Locale,
  { mayRecommend = false }: { mayRecommend?: boolean } = {},
) => [
  content.applyUrl
    ? link(card.applyThere, content.applyUrl, locale)
    : button(card.apply, applyId.encode({ offerId: offer.id }), locale, ButtonStyle.Primary),
  button(card.save, saveId.encode({ offerId: offer.id }), locale),
  ...(mayRecommend && !content.applyUrl ? [button(card.recommend, recommendId.encode({ offerId: offer.id }), locale)] : []),
  button(card.report, reportId.encode({ offerId: offer.id }), locale),
];

/** The offer as everybody reads it, in the forum or when they open it. `mayRecommend`: it is opened by somebody who may recommend people for it. */
export function offerCard(offer: Offer, content: OfferContent, locale: Locale, reader: { mayRecommend?: boolean } = {}): Message {
  const end: APIComponentInContainer[] =
    offer.expiresAt && !offer.deadline ? [separator, paragraph(card.until(offer.expiresAt)[locale])] : [];
  const text = offerText(offer, content, locale, mostText - 60);
  return screen([container([...text, ...end]), ...rows(readerButtons(offer, content, locale, reader))]);
}

/** What its post shows: the offer, that it is being checked, or that it has ended. */
export function postCard(offer: Offer, content: OfferContent, locale: Locale): Message {
  if (offer.state === 'published') return offerCard(offer, content, locale);
  if (offer.state === 'hidden') return screen([container([paragraph(card.hidden[locale])])]);
  const why = `## ${card.ended[offer.endedAs ?? 'closed'][locale]}\n${card.endedHelp[locale]}`;
  const components: APIMessageTopLevelComponent[] = [container([paragraph(why)])];
  // What staff removed is shown to nobody.
  if (!isRemoved(offer)) components.push(container(offerText(offer, content, locale, mostText - why.length)));
  return screen(components);
}

export const isRemoved = ({ endedAs }: Offer): boolean => endedAs === 'reported' || endedAs === 'refused';

/** Discord's longest. */
const nameLimit = 100;

/** The title of its post. */
export function postName(offer: Offer, locale: Locale): string {
  const by = offer.company?.name ?? offer.relayedFor ?? '';
  const name = by ? `${offer.title} – ${by}` : offer.title;
  if (offer.state === 'hidden') return card.hiddenName[locale];
  if (offer.state !== 'closed') return cut(name, nameLimit);
  if (isRemoved(offer)) return card.removedName[locale];
  const marked = offer.endedAs === 'filled' ? card.filledName(name) : card.closedName(name);
  return cut(marked[locale], nameLimit);
}
