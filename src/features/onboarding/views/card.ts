import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { kinds } from '../../../kernel/kind.ts';
import { buttonOf, linkTo, row } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { shortfallText, text } from '../messages/decision.ts';
import { text as promoText } from '../messages/promo.ts';
import { partOf } from '../rules.ts';
import type { CardRequest } from '../service/card.ts';
import type { SentRequest } from '../service/decision.ts';
import type { QueuePage } from '../service/queue.ts';
import type { Late } from '../service/reminder.ts';
import { addressId, approveId, asId, askId, pageAsId, pageId, promoChangeId, queueId, refuseId } from '../wire.ts';
import { kindSelect } from './presentation.ts';
import { askedFields, promoShortfall } from './promo.ts';

/** First and last name, safe to show. */
export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  escapeMarkdown(`${firstName} ${lastName}`);

function statusOf({ status, userId, decidedAt, decidedBy, byCode }: SentRequest, locale: Locale): string {
  const by = decidedBy ? `<@${decidedBy}>` : text.someone[locale];
  const when = decidedAt ? timeOf(decidedAt) : '';
  if (status === 'accepted') return (byCode ? text.acceptedByCode : text.accepted)(by, when)[locale];
  if (status === 'refused') return text.refused(by, when)[locale];
  if (status === 'cancelled') return (decidedBy === userId ? text.withdrawn : text.abandoned)(when)[locale];
  return status === 'asked' ? text.asked[locale] : text.pending[locale];
}

/** The request as staff see it. Its address stays behind a button: a channel is read by more people than need it. */
function cardEmbed(request: CardRequest, locale: Locale): APIEmbed {
  const { id, userId, kind, submittedAt, status, question, answer, reason, shortfalls, isJoin, identifiedAs } = request;
  const field = (name: string, value: string) => ({ name, value: cut(value, 1_024) });
  const isWaiting = status === 'pending' || status === 'asked';
  const missing = promoShortfall(request);
  const lacks = [...shortfalls.map(shortfallText), ...(missing ? [missing] : [])];
  const known = isJoin && identifiedAs ? `\n${promoText.identifiedAs(kinds[identifiedAs])[locale]}` : '';
  return {
    title: (isJoin ? promoText.joinCard(id) : text.card(id))[locale],
    description: `**${fullName(request)}** (<@${userId}>)${known}`,
    fields: [
      ...(isJoin ? [] : [field(text.kind[locale], `${kinds[kind][locale]}${isWaiting ? `\n-# ${text.kindHelp[locale]}` : ''}`)]),
      ...askedFields(request, locale),
      field(text.status[locale], statusOf(request, locale)),
      ...(submittedAt ? [field(text.sent[locale], `${timeOf(submittedAt)} (${timeOf(submittedAt, 'R')})`)] : []),
      ...(question ? [field(text.question[locale], escapeMarkdown(question))] : []),
      ...(answer ? [field(text.answer[locale], escapeMarkdown(answer))] : []),
      ...(status === 'refused' && reason ? [field(text.reason[locale], escapeMarkdown(reason))] : []),
      ...(lacks.length > 0 ? [field(text.shortfalls[locale], lacks.map((lack) => `- ${lack[locale]}`).join('\n'))] : []),
    ],
  };
}

type Card = Message & { components: NonNullable<Message['components']> };

/** The request with all that staff can do about it; once decided, its outcome and nothing to press. `page`: where it is in the queue. */
export function requestCard(request: CardRequest, locale: Locale, page?: number): Card {
  const { id: requestId, status, kind, revision, isJoin, promo } = request;
  const changeKindId = page === undefined ? asId.encode({ requestId }) : pageAsId.encode({ requestId, page });
  const isWaiting = status === 'pending' || status === 'asked';
  return {
    content: '',
    embeds: [cardEmbed(request, locale)],
    components: isWaiting
      ? [
          row(
            buttonOf(text.approve[locale], approveId.encode({ requestId, revision }), ButtonStyle.Success),
            buttonOf(text.refuse[locale], refuseId.encode({ requestId }), ButtonStyle.Danger),
            buttonOf(text.ask[locale], askId.encode({ requestId }), ButtonStyle.Secondary),
            buttonOf(text.address[locale], addressId.encode({ requestId }), ButtonStyle.Secondary),
            ...(partOf(kind)
              ? [buttonOf((promo ? promoText.change : promoText.add)[locale], promoChangeId.encode({ requestId }))]
              : []),
          ),
          ...(isJoin ? [] : [kindSelect(changeKindId, text.changeKind, locale, kind)]),
        ]
      : [],
  };
}

/** The card in the channel of the staff. It names the manager of the promo while it waits; `calls`: and tells them, which an edit never does. */
export function postedCard(request: CardRequest, locale: Locale, calls: string | null): Message {
  const { promo, status, userId } = request;
  const managerId = status === 'pending' && promo?.managerId !== userId ? promo?.managerId : null;
  return {
    ...requestCard(request, locale),
    content: managerId && promo ? promoText.call(`<@${managerId}>`, escapeMarkdown(promo.name))[locale] : '',
    ...(calls && { allowed_mentions: { parse: [], users: [calls] } }),
  };
}

/** The staff's queue, one request at a time. */
export function queueScreen({ request, at, total }: QueuePage, locale: Locale): Message {
  if (!request) return { content: text.noneWaiting[locale], embeds: [], components: [] };
  const card = requestCard(request, locale, at);
  const turns = [
    ...(at > 0 ? [buttonOf(text.previous[locale], pageId.encode({ page: at - 1 }))] : []),
    ...(at < total - 1 ? [buttonOf(text.next[locale], pageId.encode({ page: at + 1 }))] : []),
  ];
  return {
    ...card,
    content: text.position(at + 1, total)[locale],
    components: [...card.components, ...(turns.length > 0 ? [row(...turns)] : [])],
  };
}

/** What staff are told after a decision, with the way to the other requests. */
export const decided = (content: string, waiting: number, locale: Locale): Message => ({
  content,
  components: waiting > 0 ? [row(buttonOf(cut(text.others(waiting)[locale], 80), queueId.encode({})))] : [],
});

const cardUrl = ({ guildId, cardChannelId, cardMessageId }: SentRequest): string | null =>
  cardChannelId && cardMessageId ? `https://discord.com/channels/${guildId}/${cardChannelId}/${cardMessageId}` : null;

const wayTo = (request: SentRequest, locale: Locale) => {
  const url = cardUrl(request);
  return row(url ? linkTo(text.openCard[locale], url) : buttonOf(text.others(1)[locale], queueId.encode({})));
};

function lateLine(request: SentRequest, locale: Locale): string {
  const { id, firstName, lastName, kind, submittedAt } = request;
  const url = cardUrl(request);
  const name = escapeMarkdown(cut(`${firstName} ${lastName}`, 60));
  const number = text.number(id)[locale];
  return `- ${[
    url ? `[${number}](${url})` : number,
    `**${name}**`,
    kinds[kind][locale],
    submittedAt ? timeOf(submittedAt, 'R') : '',
  ]
    .filter(Boolean)
    .join(', ')}`;
}

/** To staff, of the requests that wait for too long, in one message. */
export const lateMessage = ({ requests, total, managerIds }: Late, locale: Locale): Message => ({
  content: [
    text.late(total)[locale],
    ...(managerIds.length > 0 ? [promoText.lateManagers(managerIds.map((id) => `<@${id}>`).join(', '))[locale]] : []),
  ].join('\n'),
  embeds: [
    {
      description: [
        ...requests.map((request) => lateLine(request, locale)),
        ...(total > requests.length ? [text.andOthers(total - requests.length)[locale]] : []),
      ].join('\n'),
    },
  ],
  components: [row(buttonOf(text.others(total)[locale], queueId.encode({})))],
  ...(managerIds.length > 0 && { allowed_mentions: { parse: [], users: [...managerIds] } }),
});

/** To staff, of a request whose person answered what was asked. Without a name: the message outlives the request. */
export const answeredMessage = (request: SentRequest, locale: Locale): Message => ({
  content: text.answered(request.id)[locale],
  components: [wayTo(request, locale)],
});
