import { type APIComponentInContainer, type APIEmbed, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { findTalentsId } from '../../../kernel/hiring.ts';
import { buttonOf, paragraph, type Row, row, selectOf, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, localeOf } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/contact.ts';
import { text as searchText } from '../messages/search.ts';
import { mostContacts } from '../rules/limit.ts';
import type { OwnOffer } from '../service/company.ts';
import type { Contact, ContactPage, Question } from '../service/contact.ts';
import type { Meeting } from '../service/meeting.ts';
import { acceptId, blockId, contactOfferId, contactsId, declineId, withdrawId } from '../wire.ts';
import { shownNumber } from './part.ts';

/** For which offer, when the search was ranked for none. */
export const offerChoice = (number: number, offers: readonly OwnOffer[], locale: Locale): Message => ({
  content: text.chooseOffer[locale],
  components: [
    selectOf(
      contactOfferId.encode({ number }),
      text.chooseOffer[locale],
      offers.map(({ id, title }) => ({ value: String(id), label: cut(title, 100) })),
    ),
  ],
});

export const sentNote = (number: number, open: number, locale: Locale): Message => ({
  content: text.sent(shownNumber(number), open, mostContacts)[locale],
  components: [row(buttonOf(searchText.contacts[locale], contactsId.encode({ page: 0 })))],
});

const shown = (typed: string, limit = 1_000): string => cut(escapeMarkdown(typed), limit);

const answers = (address: { guildId: string; contactId: number }, locale: Locale, number = ''): Row =>
  row(
    buttonOf(`${number}${text.accept[locale]}`, acceptId.encode(address), ButtonStyle.Primary),
    buttonOf(`${number}${text.decline[locale]}`, declineId.encode(address)),
    buttonOf(`${number}${text.block[locale]}`, blockId.encode(address), ButtonStyle.Danger),
  );

/** What somebody is asked, before they say anything. Works where nobody has roles: a direct message, a thread. */
export function questionMessage({ id, guildId, company, offer, message, closesAt }: Question, locale: Locale): Message {
  const embed: APIEmbed = {
    title: cut(text.asking(escapeMarkdown(company.name))[locale], 256),
    description: `${offer ? text.askingFor(shown(offer.title, 200))[locale] : text.noOffer[locale]}\n\n${text.askHow[locale]}\n\n${text.until(timeOf(closesAt))[locale]}`,
    fields: [
      { name: text.theySay[locale], value: shown(message) || '—' },
      { name: text.about[locale], value: shown(company.about, 500) || '—' },
    ],
  };
  return {
    embeds: [embed],
    components: [answers({ guildId, contactId: id }, locale)],
  };
}

/** All that waits for somebody's answer. Each question and its buttons have the same number. */
export const questionsMessage = (questions: readonly Question[], locale: Locale): Message => ({
  content: (questions.length === 0 ? text.nothingWaits : text.waitingTitle)[locale],
  embeds: questions.map(({ company, offer, message, closesAt }, index) => ({
    title: cut(`${index + 1}. ${escapeMarkdown(company.name)}`, 256),
    description: [
      offer ? text.askingFor(shown(offer.title, 120))[locale] : text.noOffer[locale],
      `> ${shown(message.replace(/\s+/g, ' '), 500)}`,
      text.until(timeOf(closesAt))[locale],
    ].join('\n'),
    ...(index === questions.length - 1 && { footer: { text: plain(text.askHow[locale]) } }),
  })),
  components: questions.map(({ id, guildId }, index) => answers({ guildId, contactId: id }, locale, `${index + 1}. `)),
});

/** A footer shows asterisks as they are. */
const plain = (said: string): string => said.replaceAll('**', '');

/** To the recruiter: the same words whatever the reason. */
export const answerMessage = ({ number, locale }: Contact): Message => ({
  content: text.notAvailable(shownNumber(number))[localeOf(locale)],
});

/** The first message of the thread of the two, which names the person for the first time. */
export function openingMessage({ contact, company, offer, person, recruiterIds }: Meeting, locale: Locale): Message {
  const people = [person.userId, ...recruiterIds];
  return {
    content: people.map((id) => `<@${id}>`).join(' '),
    embeds: [
      {
        title: cut(text.opening(escapeMarkdown(company))[locale], 256),
        description: text.openingHow[locale],
        fields: [
          { name: text.person[locale], value: shown(person.name, 200) || '—' },
          ...(person.links.length > 0 ? [{ name: text.links[locale], value: cut(person.links.join('\n'), 1_000) }] : []),
          ...(offer ? [{ name: text.offer[locale], value: shown(offer, 200) }] : []),
        ],
        footer: { text: text.thread(shownNumber(contact.number), cut(company, 80))[locale] },
      },
    ],
    allowed_mentions: { parse: [], users: people },
  };
}

export const threadName = ({ contact, company }: Meeting, locale: Locale): string =>
  cut(text.thread(shownNumber(contact.number), company)[locale], 100);

/** Without a thread: the recruiter is sent what the person agreed to give, and the person whom to expect. */
export const metRecruiter = ({ contact, person }: Meeting): Message => {
  const locale = localeOf(contact.locale);
  return {
    content: text.met(shownNumber(contact.number))[locale],
    embeds: [
      {
        title: shown(person.name, 256),
        description: [`<@${person.userId}>`, ...person.links].join('\n'),
      },
    ],
  };
};

export const metPerson = ({ company, person, recruiterIds }: Meeting): Message => ({
  content: `${text.metPerson(company)[localeOf(person.locale)]} ${recruiterIds.map((id) => `<@${id}>`).join(', ')}`,
});

/** What a company asked, and where each stands. */
export function contactsScreen({ contacts, total, open, page }: ContactPage, size: number, locale: Locale): Message {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const item = ({ id, number, offer, state, askedAt, threadId }: ContactPage['contacts'][number]): APIComponentInContainer => {
    const content = [
      `**${shownNumber(number)}** · ${text.state[state][locale]}${threadId && state === 'accepted' ? ` · <#${threadId}>` : ''}`,
      `${offer ? shown(offer.title, 120) : text.noOffer[locale]} · ${timeOf(askedAt, 'D')}`,
    ].join('\n');
    if (state !== 'asked') return paragraph(content);
    return {
      type: ComponentType.Section,
      components: [{ type: ComponentType.TextDisplay, content }],
      accessory: buttonOf(text.withdraw[locale], withdrawId.encode({ contactId: id })),
    };
  };
  return sheet(
    [
      paragraph(`## ${text.listTitle(open, mostContacts)[locale]}`),
      ...(contacts.length === 0 ? [paragraph(text.listEmpty[locale])] : contacts.map(item)),
      ...(last > 0 ? [paragraph(text.page(page + 1, last + 1)[locale])] : []),
    ],
    row(
      ...(page > 0 ? [buttonOf(searchText.previous[locale], contactsId.encode({ page: Math.min(page - 1, last) }))] : []),
      ...(page < last ? [buttonOf(searchText.next[locale], contactsId.encode({ page: page + 1 }))] : []),
      buttonOf(searchText.find[locale], findTalentsId.encode({}), ButtonStyle.Primary),
    ),
  );
}
