import { type APIEmbed, type APIEmbedField, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import type { Proposal } from '../../discord/options.ts';
import type { HomeItem } from '../../kernel/feature.ts';
import { kinds } from '../../kernel/kind.ts';
import { cut, escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { timeOf } from '../../kernel/time.ts';
import { text } from './messages.ts';
import { lastPage } from './rules.ts';
import type { Found, Member } from './service.ts';
import { openId, pageId } from './wire.ts';

/** First and last name when known, else the name shown on the server. Not escaped. */
const nameOf = ({ firstName, lastName, displayName }: Member): string =>
  firstName && lastName ? `${firstName} ${lastName}` : displayName;

const situation = (member: Member, locale: Locale): string =>
  [member.kind ? kinds[member.kind][locale] : text.notIdentified[locale], ...(member.leftAt ? [text.hasLeft[locale]] : [])].join(
    ', ',
  );

/** Their @name, and the name shown on the server when the card does not say it already. */
const accountOf = (member: Member): string =>
  [`@${member.username}`, ...(member.displayName === nameOf(member) ? [] : [member.displayName])].map(escapeMarkdown).join(', ');

/** All that is known of a person, for staff; `added` is what the features have under way for them. */
export function memberCard(member: Member, added: readonly HomeItem[], locale: Locale): Message {
  const field = (
    name: keyof typeof text & ('name' | 'kind' | 'email' | 'account' | 'joined' | 'left' | 'identified'),
    value: string,
  ) => ({ name: text[name][locale], value: cut(value, 1_024) }) satisfies APIEmbedField;
  // Who waits for an answer has more to say than that they wait.
  const lines =
    added.length > 0 || member.identifiedAt ? added.map(({ text: said }) => said[locale]) : [text.unidentified[locale]];
  const by = member.identifiedBy ? `<@${member.identifiedBy}>` : null;
  const embed: APIEmbed = {
    title: cut(escapeMarkdown(nameOf(member)), 256),
    ...(lines.length > 0 && { description: lines.join('\n') }),
    fields: [
      ...(member.kind ? [field('kind', kinds[member.kind][locale])] : []),
      ...(member.email ? [field('email', escapeMarkdown(member.email))] : []),
      field('account', `<@${member.userId}> (${accountOf(member)})`),
      field('joined', `${timeOf(member.joinedAt, 'D')} (${timeOf(member.joinedAt, 'R')})`),
      ...(member.identifiedAt ? [field('identified', text.decision(timeOf(member.identifiedAt, 'D'), by)[locale])] : []),
      ...(member.leftAt ? [field('left', `${timeOf(member.leftAt, 'D')} (${timeOf(member.leftAt, 'R')})`)] : []),
    ],
  };
  const buttons = added.flatMap(({ button }) =>
    button
      ? [
          {
            type: ComponentType.Button as const,
            style: ButtonStyle.Primary as const,
            label: cut(button.label[locale], 80),
            custom_id: button.customId,
          },
        ]
      : [],
  );
  return { embeds: [embed], components: buttons.length > 0 ? [{ type: ComponentType.ActionRow, components: buttons }] : [] };
}

/** 4096 characters of description for 25 people. */
const lineLimit = 160;

/** A page of the people found, with the way to the other pages and to each card. */
export function foundPage({ members, total, page, search }: Found, locale: Locale): Message {
  if (total === 0) return { content: text.nobody(escapeMarkdown(search))[locale], embeds: [], components: [] };
  const last = lastPage(total);
  const turn = (to: number, label: 'previous' | 'next') => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: text[label][locale],
    custom_id: pageId.encode({ page: to, text: search }),
  });
  const turns = [...(page > 0 ? [turn(page - 1, 'previous')] : []), ...(page < last ? [turn(page + 1, 'next')] : [])];
  return {
    embeds: [
      {
        title: cut(text.results(total, escapeMarkdown(search))[locale], 256),
        description: members
          .map(
            (member) =>
              `- ${cut(`${escapeMarkdown(cut(nameOf(member), 60))} (<@${member.userId}>), ${situation(member, locale)}`, lineLimit)}`,
          )
          .join('\n'),
        ...(last > 0 && { footer: { text: text.page(page + 1, last + 1)[locale] } }),
      },
    ],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: openId.encode({}),
            placeholder: text.open[locale],
            options: members.map((member) => ({
              label: cut(nameOf(member), 100),
              value: member.userId,
              description: cut(`@${member.username}, ${situation(member, locale)}`, 100),
            })),
          },
        ],
      },
      ...(turns.length > 0 ? [{ type: ComponentType.ActionRow as const, components: turns }] : []),
    ],
  };
}

/** What completes a search: the value is the Discord id, which the search finds too. */
export const proposals = (members: readonly Member[], locale: Locale): Proposal[] =>
  members.map((member) => ({
    name: cut(`${nameOf(member)} (@${member.username}), ${situation(member, locale)}`, 100),
    value: member.userId,
  }));
