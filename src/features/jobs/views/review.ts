import { type APIButtonComponent, type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { levels } from '../../../kernel/hiring.ts';
import { container, rows, screen } from '../../../kernel/piece.ts';
import { skillName } from '../../../kernel/skill.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { text as authorText } from '../messages/author.ts';
import { fieldNames } from '../messages/offer.ts';
import { type Category, categories } from '../messages/report.ts';
import { text } from '../messages/review.ts';
import type { OfferContent, OfferField } from '../rules/content.ts';
import { changesBetween } from '../rules/edit.ts';
import { spokenDay } from '../rules/reading.ts';
import type { LateOffers } from '../service/list.ts';
import type { Offer } from '../service/offer.ts';
import type { StaffCard } from '../service/review.ts';
import { approveId, changesId, keepId, queueId, queuePageId, refuseId } from '../wire.ts';
import { contractText, offerText, paidText, placeText, remoteText } from './card.ts';
import { findingLine } from './draft.ts';
import { button, mostText, say } from './part.ts';

type Contents = { shown: OfferContent; proposed: OfferContent | null };

const day = (date: Date | null, locale: Locale): string => (date ? spokenDay(date, locale) : '');

/** One field in one line. */
function sayField(content: OfferContent, field: OfferField, locale: Locale): string {
  switch (field) {
    case 'title':
    case 'missions':
    case 'profile':
    case 'process':
      return content[field];
    case 'link':
      return content.applyUrl ?? '';
    case 'contract':
      return contractText(content)[locale];
    case 'place':
      return placeText(content)[locale];
    case 'remote':
      return remoteText(content)?.[locale] ?? '';
    case 'pay':
      return paidText(content)[locale];
    case 'dates':
      return [
        day(content.startsOn, locale),
        content.months ? `${content.months}` : '',
        content.rhythm ?? '',
        day(content.deadline, locale),
      ]
        .filter(Boolean)
        .join(' · ');
    case 'skills':
      return content.skills.map((skill) => skillName(skill)[locale]).join(', ');
    case 'level':
      return content.level ? levels[content.level][locale] : '';
    case 'conditions':
      return [content.diploma ? authorText.diploma[locale] : '', content.agreement ? authorText.agreement[locale] : '']
        .filter(Boolean)
        .join(', ');
    case 'posts':
      return String(content.posts);
    case 'accessibility':
      return content.accessibility ?? '';
  }
}

const typedFields: readonly OfferField[] = ['title', 'missions', 'profile', 'process', 'link', 'skills', 'accessibility'];

function changeLines({ shown, proposed }: Contents, locale: Locale): string {
  if (!proposed) return '';
  const lines = changesBetween(shown, proposed).map(({ field }) => {
    const [before, after] = [shown, proposed].map((content) => {
      const value = cut(sayField(content, field, locale), 250);
      return typedFields.includes(field) ? escapeMarkdown(value) : value;
    });
    return text.change(fieldNames[field], before ?? '', after ?? '')[locale];
  });
  return cut(`${text.changes[locale]}\n${lines.join('\n')}`, 1_200);
}

function titleOf({ id, state, decidedAt, proposedAt, reportedAt }: Offer): Text {
  if (reportedAt && state === 'hidden') return text.cardTitle.reported(id);
  if (proposedAt) return text.cardTitle.edit(id);
  if (state === 'pending') return text.cardTitle.new(id);
  if (state === 'published' && decidedAt === null) return text.cardTitle.after(id);
  return text.cardTitle.settled(id);
}

const isWaiting = ({ state, decidedAt, proposedAt, reportedAt }: Offer): boolean =>
  state === 'pending' ||
  (state === 'published' && (decidedAt === null || proposedAt !== null)) ||
  (state === 'hidden' && (reportedAt !== null || proposedAt !== null));

function decisions(offer: Offer, locale: Locale): APIButtonComponent[] {
  const { id: offerId, revision, state, reportedAt, proposedAt } = offer;
  if (!isWaiting(offer)) return [];
  if (state === 'hidden' && reportedAt)
    return [
      button(text.keep, keepId.encode({ offerId }), locale, ButtonStyle.Success),
      button(text.ask, changesId.encode({ offerId }), locale),
      button(text.remove, refuseId.encode({ offerId }), locale, ButtonStyle.Danger),
    ];
  const yes = proposedAt ? text.approveEdit : state === 'pending' ? text.approve : text.confirmOnline;
  const no = proposedAt || state === 'pending' ? text.refuse : text.remove;
  return [
    button(yes, approveId.encode({ offerId, revision }), locale, ButtonStyle.Success),
    button(text.ask, changesId.encode({ offerId }), locale),
    button(no, refuseId.encode({ offerId }), locale, ButtonStyle.Danger),
  ];
}

function aboutLines({ offer, reports }: StaffCard, locale: Locale): string[] {
  const { company, relayedFor, authorId, submittedAt, changes, reason, decidedBy, decidedAt, state } = offer;
  const said = [
    text.author(authorId, submittedAt)[locale],
    (company
      ? text.companyLine(company.name, company.state === 'verified' ? company.verifiedSince : null)
      : text.relayedLine(relayedFor ?? ''))[locale],
  ];
  const asks = Object.entries(changes ?? {}) as [OfferField, string][];
  if (asks.length > 0)
    said.push(
      cut(
        `${text.asks[locale]}\n${asks.map(([field, typed]) => authorText.ask(fieldNames[field], escapeMarkdown(cut(typed, 200)))[locale]).join('\n')}`,
        600,
      ),
    );
  if (reports.length > 0)
    said.push(
      cut(
        `${text.reports(reports.length)[locale]}\n${reports.map(({ category, comment }) => text.report(categories[category as Category], cut(comment, 200))[locale]).join('\n')}`,
        800,
      ),
    );
  if (!isWaiting(offer)) {
    const ended = state === 'closed' && offer.endedAs ? authorText.ends[offer.endedAs] : text.outcome[state];
    said.push(text.decided(ended, decidedBy, decidedAt)[locale]);
    if (reason) said.push(text.reason(cut(reason, 300))[locale]);
  }
  return said;
}

function warningLines({ findings }: StaffCard, locale: Locale): string {
  if (findings.length === 0) return '';
  const lines = findings.map((finding) =>
    findingLine(finding.forStaff ? { ...finding, text: finding.forStaff } : finding, locale),
  );
  return cut(`${text.findings(findings.length)[locale]}\n${lines.join('\n')}`, 1_100);
}

/** What staff read of an offer and decide, in their channel or in their queue. */
export function staffCard(found: StaffCard, contents: Contents, locale: Locale, above: string | null = null): Message {
  const { offer } = found;
  const head = cut([above, titleOf(offer)[locale], ...aboutLines(found, locale)].filter(Boolean).join('\n'), 1_500);
  const below = cut([changeLines(contents, locale), warningLines(found, locale)].filter(Boolean).join('\n'), 1_400);
  const room = mostText - head.length - below.length;
  const components: APIMessageTopLevelComponent[] = [
    { type: ComponentType.TextDisplay, content: head },
    container(offerText(offer, contents.proposed ?? contents.shown, locale, room)),
    ...(below ? [{ type: ComponentType.TextDisplay as const, content: below }] : []),
    ...rows(decisions(offer, locale)),
  ];
  return screen(components);
}

export type Queue = { at: number; total: number };

/** The queue, one offer at a time. */
export function queueScreen(card: Message | null, { at, total }: Queue, locale: Locale): Message {
  if (!card) return say(text.queueEmpty[locale]);
  const turns = [
    ...(at > 0 ? [button(authorText.previous, queuePageId.encode({ page: at - 1 }), locale)] : []),
    ...(at < total - 1 ? [button(authorText.next, queuePageId.encode({ page: at + 1 }), locale)] : []),
  ];
  return screen([...(card.components ?? []), ...rows(turns)]);
}

export const queueTitle = ({ at, total }: Queue, locale: Locale): string => text.queueTitle(at + 1, total)[locale];

/** The answer to a decision: what was done, and what is left. */
export const decidedScreen = (said: Text, left: number, locale: Locale, more: APIButtonComponent[] = []): Message =>
  say(`${said[locale]} ${text.left(left)[locale]}`, [
    ...more,
    ...(left > 0 ? [button(text.queue, queueId.encode({}), locale)] : []),
  ]);

export const lateMessage = ({ total, titles }: LateOffers, locale: Locale): Message => ({
  content: cut(text.late(total, titles)[locale], 2_000),
  components: rows([button(text.queue, queueId.encode({}), locale, ButtonStyle.Primary)]),
});

export const lostMessage = (offer: Offer, locale: Locale): Message => ({
  content: cut(text.lost(cut(offer.title, 80), offer.id)[locale], 2_000),
});
