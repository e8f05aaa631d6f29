import { type APISelectMenuOption, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row, rows, selectOf } from '../../../kernel/piece.ts';
import { cut, type Locale } from '../../../kernel/text.ts';
import { text as companyText } from '../messages/company.ts';
import { text } from '../messages/people.ts';
import type { People } from '../service/people.ts';
import { acceptId, backId, bringId, declineId, handId, inviteeId, ownId, personId, removeId, withdrawId } from '../wire.ts';
import { done, field, nameOf } from './part.ts';

export type Names = ReadonlyMap<string, string>;

const option = (userId: string, names: Names): APISelectMenuOption => ({
  value: userId,
  label: cut(names.get(userId) ?? userId, 100),
});

/** Who recruits for a company and who is asked to; with the means to change it for those who may. */
export function peopleScreen(
  { company, recruiters, invitations, mayManage }: People,
  locale: Locale,
  { isStaff, names, notice = '' }: { isStaff: boolean; names: Names; notice?: string },
): Message {
  const key = { guildId: company.guildId, companyId: company.id };
  const chosen =
    mayManage && recruiters.length > 0
      ? [
          selectOf(
            personId.encode(key),
            text.choose[locale],
            recruiters.slice(0, 25).map(({ userId }) => option(userId, names)),
          ),
        ]
      : [];
  const invite =
    mayManage && !isStaff
      ? [row({ type: ComponentType.UserSelect, custom_id: inviteeId.encode(key), placeholder: text.inviteSomebody[locale] })]
      : [];
  const bring = isStaff
    ? [
        row({
          type: ComponentType.UserSelect,
          custom_id: bringId.encode({ companyId: company.id }),
          placeholder: text.bring[locale],
        }),
      ]
    : [];
  const withdrawals = mayManage
    ? invitations
        .slice(0, 10)
        .map(({ id, userId }) =>
          buttonOf(
            text.withdraw(names.get(userId) ?? userId)[locale],
            withdrawId.encode({ guildId: key.guildId, invitationId: id }),
          ),
        )
    : [];
  const present = recruiters.map(({ userId }, index) => `- <@${userId}>${index === 0 ? ` (${text.lead[locale]})` : ''}`);
  return {
    content: notice,
    embeds: [
      {
        title: cut(text.title(nameOf(company))[locale], 256),
        description: text.help[locale],
        fields: [
          field(text.present[locale], present.join('\n') || companyText.nobody[locale]),
          ...(invitations.length > 0
            ? [field(text.open[locale], invitations.map(({ userId }) => `- <@${userId}>`).join('\n'))]
            : []),
        ],
      },
    ],
    components: [...chosen, ...invite, ...bring, ...rows(withdrawals)],
  };
}

/** One of them was chosen. */
export const personScreen = (
  { guildId, companyId, userId }: { guildId: string; companyId: number; userId: string },
  locale: Locale,
): Message =>
  done(
    text.chosen(`<@${userId}>`)[locale],
    row(
      buttonOf(text.hand[locale], handId.encode({ guildId, companyId, userId }), ButtonStyle.Primary),
      buttonOf(text.remove[locale], removeId.encode({ guildId, companyId, userId }), ButtonStyle.Danger),
      buttonOf(text.back[locale], backId.encode({ guildId, companyId })),
    ),
  );

type Invited = { id: number; guildId: string; invitedBy: string | null; company: { name: string } };

/** To the one who is asked, in a direct message and in *Mon espace*. */
export const invitationMessage = ({ id: invitationId, guildId, invitedBy, company }: Invited, locale: Locale): Message => ({
  content: [text.invitation(nameOf(company), invitedBy && `<@${invitedBy}>`)[locale], text.invitationHelp[locale]].join('\n'),
  components: [
    row(
      buttonOf(text.accept[locale], acceptId.encode({ guildId, invitationId }), ButtonStyle.Success),
      buttonOf(text.decline[locale], declineId.encode({ guildId, invitationId })),
    ),
  ],
});

export const joinedScreen = (company: { guildId: string; name: string }, locale: Locale): Message =>
  done(
    text.joined(`**${nameOf(company)}**`)[locale],
    row(buttonOf(companyText.own[locale], ownId.encode({ guildId: company.guildId }), ButtonStyle.Primary)),
  );
