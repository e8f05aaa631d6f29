import { type APIButtonComponent, type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { boardId } from '../../../kernel/hiring.ts';
import { container, paragraph, rows, screen } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { text } from '../messages/author.ts';
import { fieldNames } from '../messages/offer.ts';
import type { OfferField } from '../rules/content.ts';
import type { Finding } from '../rules/finding.ts';
import type { Draft } from '../service/draft.ts';
import type { Offer } from '../service/offer.ts';
import {
  closeId,
  draftId,
  dropId,
  fillId,
  findingsId,
  minePageId,
  openMoreId,
  openTermsId,
  openTextId,
  previewId,
  renewId,
  repostId,
  submitId,
  sureDropId,
} from '../wire.ts';
import { offerCard, offerText } from './card.ts';
import { button, mostText, say } from './part.ts';

/** How many offers one may send is of no part of this one. */
export const findingLine = ({ code, field, text: said, source }: Finding, locale: Locale): string =>
  text.finding({ field: code.startsWith('quota.') ? null : fieldNames[field], text: said, source })[locale];

const mostFindings = 1_500;

/** Errors, then warnings, each under its title; what does not fit is counted. */
function findingBlocks(findings: readonly Finding[], locale: Locale): string {
  const lines: string[] = [];
  let used = 0;
  let left = findings.length;
  for (const severity of ['error', 'warning'] as const) {
    const some = findings.filter((finding) => finding.severity === severity);
    if (some.length === 0) continue;
    const title = (severity === 'error' ? text.errors(some.length) : text.warnings(some.length))[locale];
    for (const [index, finding] of some.entries()) {
      const said = index === 0 ? `${title}\n${findingLine(finding, locale)}` : findingLine(finding, locale);
      if (used + said.length > mostFindings) break;
      used += said.length + 1;
      left--;
      lines.push(said);
    }
  }
  if (left > 0) lines.push(text.moreFindings(left)[locale]);
  return lines.join('\n');
}

const mostAsks = 900;

function asksOf(offer: Offer, locale: Locale): string | null {
  const asks = Object.entries(offer.changes ?? {}) as [OfferField, string][];
  if (asks.length === 0) return null;
  const lines = asks.map(([field, typed]) => text.ask(fieldNames[field], escapeMarkdown(cut(typed, 300)))[locale]);
  return cut(`${text.isAsked[locale]}\n${lines.join('\n')}`, mostAsks);
}

function stateLine({ offer, edit }: Draft, locale: Locale): string | null {
  const edits = { applied: text.applied, proposed: text.proposed, same: text.same };
  if (edit) return edits[edit][locale];
  if (offer.state === 'pending') return text.waiting[locale];
  if (offer.state === 'refused' && offer.reason) return text.isRefused(escapeMarkdown(cut(offer.reason, 500)))[locale];
  if (offer.lostAt) return text.postLost[locale];
  return offer.proposedAt ? text.proposed[locale] : null;
}

function buttonsOf({ offer, findings }: Draft, locale: Locale): APIButtonComponent[] {
  const { id: offerId, guildId, state } = offer;
  const mayEdit = state !== 'closed';
  const isUnsent = state === 'draft' || state === 'asked' || state === 'refused';
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  const isEmpty = offer.contract === null;
  const forms = [
    button(text.editText, openTextId.encode({ offerId }), locale),
    button(text.editTerms, openTermsId.encode({ offerId }), locale, isEmpty ? ButtonStyle.Primary : ButtonStyle.Secondary),
    button(text.editMore, openMoreId.encode({ offerId }), locale),
  ];
  const main = isUnsent
    ? [
        button(text.submit, submitId.encode({ offerId }), locale, hasErrors ? ButtonStyle.Secondary : ButtonStyle.Success),
        button(text.drop, dropId.encode({ offerId }), locale, ButtonStyle.Danger),
      ]
    : [
        ...(state === 'published' && offer.lostAt
          ? [button(text.repost, repostId.encode({ guildId, offerId }), locale, ButtonStyle.Primary)]
          : []),
        ...(state === 'published' ? [button(text.renew, renewId.encode({ guildId, offerId }), locale)] : []),
        button(text.fill, fillId.encode({ guildId, offerId }), locale, ButtonStyle.Success),
        button(text.close, closeId.encode({ guildId, offerId }), locale, ButtonStyle.Danger),
      ];
  const wasRead = state === 'published' || state === 'hidden' || state === 'closed';
  const views = [
    ...(wasRead ? [button(text.applications, boardId.encode({ offerId }), locale)] : []),
    button(text.preview, previewId.encode({ offerId }), locale),
    ...(findings.length > 0 ? [button(text.allFindings, findingsId.encode({ offerId, page: 0 }), locale)] : []),
    button(text.mine, minePageId.encode({ page: 0 }), locale),
  ];
  return mayEdit ? [...forms, ...main, ...views] : views;
}

/** What the offer itself needs of a message stays. */
const mostBelow = 2_300;

/** The offer as candidates will read it, under it all that the rules say, and what its author can do. */
export function draftScreen(draft: Draft, locale: Locale): Message {
  const { offer, content, findings } = draft;
  const title = offer.state === 'draft' ? text.draftTitle : text.openTitle;
  const isHalf = offer.state === 'draft' && content.contract === null && content.remote === null;
  const said = [
    stateLine(draft, locale),
    isHalf ? text.nextForm[locale] : null,
    asksOf(offer, locale),
    // The second form answers these.
    isHalf
      ? null
      : findings.length > 0
        ? findingBlocks(findings, locale)
        : offer.state === 'draft'
          ? text.noFinding[locale]
          : null,
  ].filter((part): part is string => part !== null);
  const below = cut(said.join('\n'), mostBelow);
  const room = mostText - title[locale].length - below.length - 10;
  const components: APIMessageTopLevelComponent[] = [
    { type: ComponentType.TextDisplay, content: `### ${title[locale]}` },
    container(offerText(offer, content, locale, room)),
    ...(below ? [{ type: ComponentType.TextDisplay as const, content: below }] : []),
    ...rows(buttonsOf(draft, locale)),
  ];
  return screen(components);
}

/** The whole of it, as in the forum; its buttons do nothing yet for who is not a candidate. */
export function previewScreen({ offer, content }: Draft, locale: Locale): Message {
  const { components = [] } = offerCard({ ...offer, expiresAt: null }, content, locale);
  const [card] = components;
  return screen([...(card ? [card] : []), ...rows([button(text.back, draftId.encode({ offerId: offer.id }), locale)])]);
}

/** All remarks in full, as many to a page as fit. */
export function findingsScreen({ offer, findings }: Draft, page: number, locale: Locale): Message {
  const pages: string[] = [''];
  for (const finding of findings) {
    const said = findingLine(finding, locale);
    const last = pages.at(-1) ?? '';
    if (last.length + said.length + 1 > mostText - 200 && last !== '') pages.push(said);
    else pages[pages.length - 1] = last === '' ? said : `${last}\n${said}`;
  }
  const at = Math.min(Math.max(0, page), pages.length - 1);
  const turn = (label: Text, to: number) => button(label, findingsId.encode({ offerId: offer.id, page: to }), locale);
  const body = pages[at] || text.noFinding[locale];
  const title = pages.length > 1 ? `${text.page(at + 1, pages.length)[locale]}\n` : '';
  return screen([
    container([paragraph(cut(title + body, mostText))]),
    ...rows([
      button(text.back, draftId.encode({ offerId: offer.id }), locale),
      ...(at > 0 ? [turn(text.previous, at - 1)] : []),
      ...(at < pages.length - 1 ? [turn(text.next, at + 1)] : []),
    ]),
  ]);
}

export const sureScreen = (offer: Offer, locale: Locale): Message =>
  say(text.sureDrop(cut(offer.title, 80))[locale], [
    button(text.yesDrop, sureDropId.encode({ offerId: offer.id }), locale, ButtonStyle.Danger),
    button(text.back, draftId.encode({ offerId: offer.id }), locale),
  ]);

export const mineButton = (locale: Locale) => button(text.mine, minePageId.encode({ page: 0 }), locale);
