import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { boardId } from '../../../kernel/hiring.ts';
import { buttonOf, placeOf, row, rows } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { stageNames, text } from '../messages/application.ts';
import { isReason } from '../messages/reason.ts';
import { stageTold, told } from '../messages/told.ts';
import { isOpen, type News } from '../rules/stage.ts';
import type { OfferFacts } from '../service/offer.ts';
import type { RoomPlan } from '../service/room.ts';
import { cardId, withdrawId } from '../wire.ts';

const companyOf = ({ company }: Pick<OfferFacts, 'company'>, locale: Locale): string => cut(company ?? text.company[locale], 80);
const titleOf = ({ title }: Pick<OfferFacts, 'title'>): string => cut(title, 100);

/** What the candidate hears. `roomId`: where they talk with the company. */
export function stageMessage(
  { offer, application }: Pick<RoomPlan, 'offer' | 'application'>,
  what: News,
  locale: Locale,
): Message {
  const { guildId, reason, roomChannelId: roomId } = application;
  const [title, company] = [titleOf(offer), companyOf(offer, locale)];
  if (what === 'undone') return { content: told.undone(title, company)[locale] };
  if (what === 'paused') return { content: told.paused(title, company)[locale] };
  if (what === 'file_lost') return { content: told.fileLost(title, company)[locale] };
  return {
    content: [
      stageTold(what, title, company)[locale],
      ...(what === 'declined' && isReason(reason) ? [`> ${told.reason(reason)[locale]}`, told.courage[locale]] : []),
      ...(roomId && (what === 'interview' || what === 'offer') ? [told.talk(placeOf(guildId, roomId))[locale]] : []),
    ].join('\n'),
  };
}

const described = ({ application: { message, stage }, offer, praise }: RoomPlan, locale: Locale) => ({
  title: cut(text.openingTitle(titleOf(offer))[locale], 256),
  description: message === null ? text.purged[locale] : cut(escapeMarkdown(message), 4_000),
  fields: [
    { name: text.stage[locale], value: stageNames[stage][locale] },
    ...praise.map(({ by, words }) => ({
      name: cut(text.recommendedBy(escapeMarkdown(cut(by ?? text.somebody[locale], 80)))[locale], 256),
      value: cut(escapeMarkdown(words), 400),
    })),
  ],
});

/** People whom a message calls; a company with more has them in the thread all the same. */
const mostCalled = 30;

/** The first message of the private thread; it calls those whom it is for. */
export function openingMessage(plan: RoomPlan, locale: Locale): Message {
  const { application, offer } = plan;
  const { id: applicationId, userId, stage } = application;
  const people = [...(userId ? [userId] : []), ...offer.handlers].slice(0, mostCalled);
  return {
    content: text.opening(people.map((id) => `<@${id}>`).join(' '))[locale],
    embeds: [{ ...described(plan, locale), footer: { text: text.openingHelp[locale] } }],
    components: [
      row(
        buttonOf(text.openCard[locale], cardId.encode({ applicationId }), ButtonStyle.Primary),
        ...(isOpen(stage) ? [buttonOf(text.withdrawHere[locale], withdrawId.encode({ applicationId }))] : []),
      ),
    ],
    allowed_mentions: { users: people },
  };
}

export const cvMessage = ({ name, bytes }: { name: string; bytes: Uint8Array }, locale: Locale): Message => ({
  content: text.cvMessage[locale],
  files: [{ name, data: Buffer.from(bytes), contentType: 'application/pdf' }],
});

/** The whole application, for somebody who gets it by direct message since no thread could be made. */
export function deliveredMessage(plan: RoomPlan, locale: Locale): Message {
  const { name, offer, file } = plan;
  return {
    content: [
      text.deliveredTitle(bold(cut(name ?? text.somebody[locale], 80)), titleOf(offer))[locale],
      text.deliveredHelp[locale],
    ].join('\n'),
    embeds: [described(plan, locale)],
    ...(file && { files: [{ name: file.name, data: Buffer.from(file.bytes), contentType: 'application/pdf' }] }),
  };
}

/** Neutral: neither who nor why. */
export const withdrawnMessage = (offer: OfferFacts, locale: Locale): Message => ({
  content: told.withdrawn(titleOf(offer))[locale],
});

export const remindMessage = (offer: OfferFacts, count: number, locale: Locale): Message => ({
  content: told.remind(count, titleOf(offer))[locale],
});

export const outcomeMessage = (offer: OfferFacts, count: number, locale: Locale): Message => ({
  content: told.outcome(count, titleOf(offer))[locale],
});

/** A line in the staff's queue. */
export function staffMessage(
  offer: OfferFacts,
  { why, count }: { why: 'late' | 'closed'; count: number },
  locale: Locale,
): Message {
  const said = why === 'late' ? told.staffLate : told.staffClosed;
  const isOrphan = offer.handlers.length === 0;
  return {
    embeds: [
      {
        title: told.staffTitle[locale],
        description: [
          said(count, titleOf(offer), companyOf(offer, locale))[locale],
          ...(isOrphan && why === 'late' ? [told.staffOrphan[locale]] : []),
          ...(offer.handlers.length > 0
            ? [
                offer.handlers
                  .slice(0, 10)
                  .map((id) => `<@${id}>`)
                  .join(' '),
              ]
            : []),
        ].join('\n'),
      },
    ],
    components: rows(isOrphan ? [buttonOf(told.board[locale], boardId.encode({ offerId: offer.id }))] : []),
    allowed_mentions: { parse: [] },
  };
}
