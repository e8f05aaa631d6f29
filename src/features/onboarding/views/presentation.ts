import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { type Kind, kinds } from '../../../kernel/kind.ts';
import { buttonOf, linkTo, type Row, row } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { homeId } from '../../../kernel/wire.ts';
import type { PromoChoice } from '../../promos/service/joining.ts';
import { text as codeText } from '../messages/code.ts';
import { kindHints } from '../messages/kind.ts';
import { text } from '../messages/presentation.ts';
import { text as promoText } from '../messages/promo.ts';
import { noticeVersion, shortEmail } from '../rules.ts';
import type { Decided } from '../service/decision.ts';
import type { Request, Standing } from '../service/request.ts';
import { acceptId, changeId, codeId, correctId, joinId, kindId, resumeId, startId, withdrawId } from '../wire.ts';
import { screen } from './part.ts';
import { type Entry, entryText, joinGreeting, promoField } from './promo.ts';

const otherThan = (locale: Locale): Locale => (locale === 'fr' ? 'en' : 'fr');

/** A short label for readers of both languages. */
const bothWays = (label: Text, locale: Locale): string => `${label[locale]} · ${label[otherThan(locale)]}`;

/** The message of the welcome channel: in the language of the server, with the way in for who reads the other. */
export const panelMessage = (locale: Locale): Message =>
  screen(
    { title: text.panelTitle[locale], description: text.panel[locale], footer: { text: text.panelShort[otherThan(locale)] } },
    row(
      buttonOf(bothWays(text.introduce, locale), startId.encode({}), ButtonStyle.Primary),
      buttonOf(text.home[locale], homeId.encode({}), ButtonStyle.Secondary),
    ),
  );

const noticeScreen = (guildId: string, locale: Locale): Message =>
  screen(
    { title: text.noticeTitle[locale], description: text.notice[locale] },
    row(buttonOf(text.accept[locale], acceptId.encode({ guildId, version: noticeVersion }), ButtonStyle.Success)),
  );

/** The kinds; choosing one opens the form. */
export const kindSelect = (custom_id: string, placeholder: Text, locale: Locale, chosen: Kind | null): Row =>
  row({
    type: ComponentType.StringSelect,
    custom_id,
    placeholder: placeholder[locale],
    options: Object.entries(kinds).map(([value, label]) => ({
      value,
      label: label[locale],
      description: kindHints[value as Kind][locale],
      ...(value === chosen && { default: true }),
    })),
  });

const kindRow = (guildId: string, locale: Locale, chosen: Kind | null): Row =>
  kindSelect(kindId.encode({ guildId }), text.kindPlaceholder, locale, chosen);

/** For who was sent a code: it takes the place of all the rest. */
const codeButton = (guildId: string, locale: Locale): APIButtonComponent =>
  buttonOf(codeText.have[locale], codeId.encode({ guildId }));

/** What was given so far, as the person sees it. In a direct message or a thread it stays, so the address is only hinted at: the form has it whole. */
function givenFields(request: Request, promo: PromoChoice | null, locale: Locale) {
  const name = [request.firstName, request.lastName].filter(Boolean).join(' ');
  return [
    ...(name ? [{ name: text.name[locale], value: escapeMarkdown(name) }] : []),
    ...(request.kind && !request.isJoin ? [{ name: text.kind[locale], value: kinds[request.kind][locale] }] : []),
    ...(promo ? [promoField(promo, locale)] : []),
    ...(request.email ? [{ name: text.email[locale], value: escapeMarkdown(shortEmail(request.email)) }] : []),
    ...(request.submittedAt ? [{ name: text.sent[locale], value: timeOf(request.submittedAt) }] : []),
  ];
}

function draftScreen({ identity, request, promo }: Standing, guildId: string, locale: Locale): Message {
  const help = request?.status === 'refused' && request.reason ? refusedText(request.reason, locale) : text.kindHelp[locale];
  const description = identity ? `${text.stillConfirmed[locale]}\n${help}` : help;
  const draft = request?.status === 'draft' && request.kind ? request : null;
  return screen(
    { title: text.kindTitle[locale], description, ...(draft && { fields: givenFields(draft, promo, locale) }) },
    // In a refused request nothing is chosen any more: choosing the same again must still open the form.
    kindRow(guildId, locale, null),
    row(
      ...(draft ? [buttonOf(text.fill[locale], correctId.encode({ guildId, requestId: draft.id }), ButtonStyle.Primary)] : []),
      codeButton(guildId, locale),
    ),
  );
}

const refusedText = (reason: string, locale: Locale): string => text.refusedHelp(quoted(reason))[locale];

/** What staff typed, as a quotation. */
export const quotation = (typed: string): string => `> ${quoted(typed)}`;

/** Typed by staff; each line stays inside the quotation. */
const quoted = (typed: string): string => cut(escapeMarkdown(typed), 1_500).replace(/\n/g, '\n> ');

function sentScreen({ identity, promo }: Standing, request: Request, guildId: string, locale: Locale): Message {
  const isAsked = request.status === 'asked';
  const help = isAsked ? text.askedHelp(cut(escapeMarkdown(request.question ?? ''), 1_500))[locale] : text.pendingHelp[locale];
  const description = identity ? `${text.changeSent[locale]}\n${help}` : help;
  return screen(
    { title: text.standing[locale], description, fields: givenFields(request, promo, locale) },
    kindRow(guildId, locale, request.kind),
    row(
      buttonOf(
        (isAsked ? text.answer : text.correct)[locale],
        correctId.encode({ guildId, requestId: request.id }),
        ButtonStyle.Primary,
      ),
      buttonOf(
        (identity ? text.drop : text.withdraw)[locale],
        withdrawId.encode({ guildId, requestId: request.id }),
        ButtonStyle.Danger,
      ),
      codeButton(guildId, locale),
    ),
  );
}

/** A request to join a promo: nothing of the identity is asked again. */
function joinScreen({ promo }: Standing, request: Request, guildId: string, locale: Locale): Message {
  const isAsked = request.status === 'asked';
  const help = isAsked ? text.askedHelp(cut(escapeMarkdown(request.question ?? ''), 1_500)) : promoText.joinSent;
  const requestId = request.id;
  return screen(
    { title: promoText.joinStanding[locale], description: help[locale], fields: givenFields(request, promo, locale) },
    row(
      ...(isAsked ? [buttonOf(text.answer[locale], correctId.encode({ guildId, requestId }), ButtonStyle.Primary)] : []),
      buttonOf(promoText.otherPromo[locale], joinId.encode({ guildId })),
      buttonOf(text.withdraw[locale], withdrawId.encode({ guildId, requestId }), ButtonStyle.Danger),
    ),
  );
}

/** The one screen a person needs now: notice, who they are, what happens to their request, or their identity. */
export function standingScreen(standing: Standing, guildId: string, locale: Locale): Message {
  const { identity, hasConsented, request, canJoin } = standing;
  if (request?.status === 'pending' || request?.status === 'asked') {
    if (!hasConsented) return noticeScreen(guildId, locale);
    return (request.isJoin ? joinScreen : sentScreen)(standing, request, guildId, locale);
  }
  const isJoinRefused = request?.status === 'refused' && request.isJoin;
  if (identity && (request?.status !== 'refused' || isJoinRefused)) {
    const help = isJoinRefused
      ? promoText.joinRefused(quoted(request.reason ?? ''))
      : request
        ? text.changeBegun
        : text.identifiedHelp;
    const join = canJoin ? [buttonOf(promoText.join[locale], joinId.encode({ guildId }), ButtonStyle.Primary)] : [];
    return screen(
      {
        title: text.identifiedTitle[locale],
        description: help[locale],
        fields: [
          { name: text.name[locale], value: escapeMarkdown(`${identity.firstName} ${identity.lastName}`) },
          { name: text.kind[locale], value: kinds[identity.kind][locale] },
          { name: text.email[locale], value: escapeMarkdown(shortEmail(identity.email)) },
        ],
      },
      request && !isJoinRefused
        ? row(
            buttonOf(text.resumeChange[locale], changeId.encode({ guildId }), ButtonStyle.Primary),
            buttonOf(text.drop[locale], withdrawId.encode({ guildId, requestId: request.id })),
          )
        : row(...join, buttonOf(text.change[locale], changeId.encode({ guildId })), codeButton(guildId, locale)),
    );
  }
  return hasConsented ? draftScreen(standing, guildId, locale) : noticeScreen(guildId, locale);
}

/** For somebody identified whose name or situation changed. */
export const changeScreen = (standing: Standing, guildId: string, locale: Locale): Message =>
  standing.hasConsented ? draftScreen(standing, guildId, locale) : noticeScreen(guildId, locale);

/** To somebody identified who drops a change, or takes back a request to join a promo. */
export const droppedScreen = (locale: Locale, { isJoin = false } = {}): Message => ({
  content: (isJoin ? promoText.joinWithdrawn : text.dropped)[locale],
  embeds: [],
  components: [],
});

export const withdrawnScreen = (guildId: string, locale: Locale): Message => ({
  content: text.withdrawn[locale],
  embeds: [],
  components: [row(buttonOf(text.introduce[locale], resumeId.encode({ guildId })))],
});

/** Where a person reads what they are told. A button in a direct message must name its server; a link to where one already is leads nowhere. */
export type Place = { guildId: string; isThread: boolean; welcomeId: string | null };

/** The way on from there: *Mon espace* in a thread, and the welcome channel, where it begins, from a direct message. */
function wayOn({ guildId, isThread, welcomeId }: Place, locale: Locale): APIButtonComponent[] {
  if (isThread) return [buttonOf(text.home[locale], homeId.encode({}))];
  return welcomeId ? [linkTo(text.goToServer[locale], `https://discord.com/channels/${guildId}/${welcomeId}`)] : [];
}

const told = (content: string, ...buttons: APIButtonComponent[]): Message => ({
  content,
  components: buttons.length > 0 ? [row(...buttons)] : [],
});

/** To somebody who just joined, whose language nobody knows yet: that of the server first, then the other. */
export const arrivalMessage = (guildId: string, channelId: string, locale: Locale): Message =>
  told(
    `${text.arrived(channelId)[locale]}\n-# ${text.arrivedShort(channelId)[otherThan(locale)]}`,
    buttonOf(bothWays(text.introduce, locale), resumeId.encode({ guildId }), ButtonStyle.Primary),
    ...wayOn({ guildId, isThread: false, welcomeId: channelId }, locale),
  );

/** What the person is told of a decision. `isOpen`: they have the role that opens their spaces. `promo`: that of the request. */
export function decisionMessage(
  request: Decided,
  { isOpen, promo, place, locale }: { isOpen: boolean; promo: PromoChoice | null; place: Place; locale: Locale },
): Message {
  const { id: requestId, guildId, status, firstName, reason, question, isJoin, joinResult } = request;
  if (status === 'accepted') {
    const name = escapeMarkdown(firstName ?? '');
    const entry: Entry = { promo, joinResult };
    const greeting = isJoin ? joinGreeting(name, entry) : isOpen ? text.accepted(name) : text.acceptedEarly(name);
    const words = [greeting, entryText(entry)].flatMap((said) => (said ? [said[locale]] : []));
    return told(words.join('\n'), ...wayOn(place, locale));
  }
  if (status === 'refused') {
    const again = buttonOf(text.tryAgain[locale], resumeId.encode({ guildId }), ButtonStyle.Primary);
    return told(text.refused(quoted(reason ?? ''))[locale], again, ...wayOn(place, locale));
  }
  return questionMessage({ id: requestId, guildId, question }, { place, locale });
}

type Asked = Pick<Request, 'id' | 'guildId' | 'question'>;
type Told = { place: Place; locale: Locale };

/** `isAgain`: nothing came for a while. */
export function questionMessage({ id: requestId, guildId, question }: Asked, { place, locale }: Told, isAgain = false): Message {
  const answer = buttonOf(text.answer[locale], correctId.encode({ guildId, requestId }), ButtonStyle.Primary);
  const words = quoted(question ?? '');
  return told((isAgain ? text.askedAgain(words) : text.asked(words))[locale], answer, ...wayOn(place, locale));
}

/** To somebody accepted before their role could be given, once it is. */
export const openedMessage = ({ place, locale }: Told): Message => told(text.opened[locale], ...wayOn(place, locale));

/** To somebody who stopped half-way. */
export const halfwayMessage = (request: Request, { place, locale }: Told): Message =>
  told(
    (request.firstName || request.kind ? text.halfway : text.begun)[locale],
    buttonOf(text.resume[locale], resumeId.encode({ guildId: place.guildId }), ButtonStyle.Primary),
    ...wayOn(place, locale),
  );
