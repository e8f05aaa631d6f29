import { type APIButtonComponent, type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row, rows } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text as companyText, factNames, stateNames } from '../messages/company.ts';
import { eventText, text, warningText } from '../messages/review.ts';
import { factKeys, spacedSiret, warningsOf } from '../rules/facts.ts';
import { awaits } from '../rules/life.ts';
import type { CompanyCard, QueuePage } from '../service/card.ts';
import type { Company } from '../service/company.ts';
import type { CompanyEvent, NotedKind } from '../service/event.ts';
import type { Late } from '../service/life.ts';
import { approveId, askId, liftId, pageId, peopleId, queueId, refuseId, seeId, suspendId } from '../wire.ts';
import { bounded, done, field, nameOf, quoted, shortField, siteOf } from './part.ts';

const shown = (key: (typeof factKeys)[number], value: string): string =>
  key === 'siret' ? spacedSiret(value) : key === 'website' ? siteOf(value) : escapeMarkdown(value);

/** A fact, and what would take its place. */
function factField(company: Company, key: (typeof factKeys)[number], locale: Locale) {
  const proposal = company.proposal as Partial<Record<string, string>> | null;
  const before = company[key] === '' ? text.none[locale] : shown(key, company[key]);
  const after = proposal?.[key];
  if (key === 'about') return field(factNames.about[locale], before);
  const value = after === undefined ? before : text.change(before, shown(key, after))[locale];
  return shortField(factNames[key][locale], value);
}

function turnOf(company: Company): Text | null {
  const turn = awaits(company);
  if (turn === null) return null;
  if (turn === 'person') return text.toDo.person;
  if (company.state === 'pending') return text.toDo.first;
  if (company.state === 'suspended') return text.toDo.suspended;
  return company.proposal ? text.toDo.changes : text.toDo.renewal;
}

function stateLine(company: Company, locale: Locale): string {
  const { state, verifiedUntil } = company;
  const until = state === 'verified' && verifiedUntil ? ` ${text.until(timeOf(verifiedUntil, 'D'))[locale]}` : '';
  const turn = turnOf(company);
  return [`**${stateNames[state][locale]}**${until}`, ...(turn ? [turn[locale]] : [])].join('\n');
}

const mention = (id: string | null): string | null => (id === null ? null : `<@${id}>`);

function eventLine({ kind, actorId, personId, at }: CompanyEvent, locale: Locale): string {
  const other = personId !== null && personId !== actorId ? mention(personId) : null;
  return `- ${timeOf(at)} ${eventText[kind](mention(actorId), other)[locale]}`;
}

function warningLines({ company, siblings, wasRefused }: CompanyCard, locale: Locale): string[] {
  const turn = awaits(company);
  if (turn === null) return [];
  const facts = { ...company, ...(company.proposal as object | null) };
  return [
    ...warningsOf(facts).map((warning) => warningText[warning][locale]),
    ...(siblings.length > 0 ? [text.sameSiren(siblings.map((name) => escapeMarkdown(cut(name, 60))).join(', '))[locale]] : []),
    ...(wasRefused ? [text.refusedBefore[locale]] : []),
  ];
}

function shortfallLines({ recruiters, events }: CompanyCard, locale: Locale): string[] {
  const missing = recruiters.filter(({ roleMissing }) => roleMissing).map(({ userId }) => `<@${userId}>`);
  return [
    ...(missing.length > 0 ? [text.roleMissing(missing.join(', '))[locale]] : []),
    ...(events.some(({ untold }) => untold) ? [text.untold[locale]] : []),
  ];
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

export function cardEmbed(card: CompanyCard, locale: Locale): APIEmbed {
  const { company, recruiters, events, invited } = card;
  const { id, question, answer, reason, state, submittedAt } = company;
  const warnings = warningLines(card, locale);
  const shortfalls = shortfallLines(card, locale);
  const people = recruiters.map(({ userId }, index) => `<@${userId}>${index === 0 ? ` (${companyText.lead[locale]})` : ''}`);
  const open = awaits(company) !== null;
  return bounded({
    title: cut(text.card(id, nameOf(company))[locale], 256),
    fields: [
      field(text.state[locale], stateLine(company, locale)),
      ...(open ? [field(text.since[locale], `${timeOf(submittedAt)} (${timeOf(submittedAt, 'R')})`)] : []),
      ...(warnings.length > 0 ? [field(text.warnings[locale], list(warnings))] : []),
      // The title has the name, unless another is proposed.
      ...factKeys
        .filter((key) => key !== 'name' || Object.hasOwn((company.proposal ?? {}) as object, 'name'))
        .map((key) => factField(company, key, locale)),
      field(
        companyText.people[locale],
        [
          people.length > 0 ? people.join(', ') : companyText.nobody[locale],
          ...(invited.length > 0 ? [text.invited(invited.map((userId) => `<@${userId}>`).join(', '))[locale]] : []),
        ].join('\n'),
      ),
      ...(question && open ? [field(text.question[locale], quoted(question))] : []),
      ...(answer && open ? [field(text.answer[locale], quoted(answer))] : []),
      ...(reason && (state === 'refused' || state === 'suspended') ? [field(text.reason[locale], quoted(reason))] : []),
      ...(shortfalls.length > 0 ? [field(text.shortfalls[locale], list(shortfalls))] : []),
      ...(events.length > 0 ? [field(text.history[locale], events.map((event) => eventLine(event, locale)).join('\n'))] : []),
    ],
  });
}

function decisions(company: Company, locale: Locale): APIButtonComponent[] {
  const { id: companyId, revision, state, guildId } = company;
  const isOpen = awaits(company) !== null;
  const yes = company.proposal
    ? text.approveChanges
    : state === 'pending' || state === 'asked'
      ? text.approve
      : text.approveRenewal;
  return [
    ...(isOpen && state !== 'suspended'
      ? [buttonOf(yes[locale], approveId.encode({ companyId, revision }), ButtonStyle.Success)]
      : []),
    ...(state === 'suspended' ? [buttonOf(text.lift[locale], liftId.encode({ companyId, revision }), ButtonStyle.Success)] : []),
    ...(isOpen && state !== 'suspended'
      ? [buttonOf(text.refuse[locale], refuseId.encode({ companyId }), ButtonStyle.Danger)]
      : []),
    ...(isOpen ? [buttonOf(text.ask[locale], askId.encode({ companyId }))] : []),
    ...(state === 'verified' || state === 'lapsed'
      ? [buttonOf(text.suspend[locale], suspendId.encode({ companyId }), ButtonStyle.Danger)]
      : []),
    buttonOf(text.people[locale], peopleId.encode({ guildId, companyId })),
  ];
}

type Card = Message & { components: NonNullable<Message['components']> };

/** The company with all that staff can do about it now. */
export const companyCard = (card: CompanyCard, locale: Locale): Card => ({
  content: '',
  embeds: [cardEmbed(card, locale)],
  components: rows(decisions(card.company, locale)),
});

/** The staff's queue, one company at a time. */
export function queueScreen({ card, at, total }: QueuePage, locale: Locale): Message {
  if (!card) return done(text.noneWaiting[locale]);
  const turns = [
    ...(at > 0 ? [buttonOf(text.previous[locale], pageId.encode({ page: at - 1 }))] : []),
    ...(at < total - 1 ? [buttonOf(text.next[locale], pageId.encode({ page: at + 1 }))] : []),
  ];
  const screen = companyCard(card, locale);
  return {
    ...screen,
    content: text.position(at + 1, total)[locale],
    components: [...screen.components, ...(turns.length > 0 ? [row(...turns)] : [])],
  };
}

/** What staff are told after a decision, with the way to the other companies. */
export const decided = (content: string, waiting: number, locale: Locale): Message =>
  done(content, ...(waiting > 0 ? [row(buttonOf(text.seeWaiting(waiting)[locale], queueId.encode({})))] : []));

const cardUrl = ({ guildId, cardChannelId, cardMessageId }: Company): string | null =>
  cardChannelId && cardMessageId ? `https://discord.com/channels/${guildId}/${cardChannelId}/${cardMessageId}` : null;

/** To staff, of what a company did: its card, edited, would go unseen. The button leads there even when the card moved. */
export function noteMessage(kind: NotedKind, company: Company, actorId: string | null, locale: Locale): Message {
  const name = `**${nameOf(company)}**`;
  const said =
    kind === 'duplicate'
      ? text.notes.duplicate(name, actorId ? `<@${actorId}>` : companyText.nobody[locale])
      : text.notes[kind](name);
  return { content: said[locale], components: [row(buttonOf(text.see[locale], seeId.encode({ companyId: company.id })))] };
}

/** To staff, of the companies that wait for too long, in one message. */
export function lateMessage({ companies, total }: Late, locale: Locale): Message {
  const lines = companies.map((company) => {
    const url = cardUrl(company);
    const name = escapeMarkdown(cut(company.name, 60));
    return `- ${url ? `[${name}](${url})` : `**${name}**`}, ${timeOf(company.submittedAt, 'R')}`;
  });
  const more = total > companies.length ? [text.andOthers(total - companies.length)[locale]] : [];
  return {
    content: text.late(total)[locale],
    embeds: [{ description: cut([...lines, ...more].join('\n'), 4_000) }],
    components: [row(buttonOf(text.seeWaiting(total)[locale], queueId.encode({})))],
  };
}
