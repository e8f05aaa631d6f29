import { type APIEmbed, type APIMessage, type APISelectMenuOption, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import type { Proposal } from '../../discord/options.ts';
import { buttonOf, row } from '../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { timeOf } from '../../kernel/time.ts';
import { problems, states, text } from './messages.ts';
import type { Announcement, AnnouncementPage, Suggested } from './service/announcement.ts';
import type { Choices } from './service/draft.ts';
import {
  choicesId,
  chooseId,
  confirmId,
  confirmWithdrawalId,
  editId,
  listId,
  newForAllId,
  newForPromosId,
  pickId,
  retryId,
  showId,
  withdrawId,
  writeId,
} from './wire.ts';

type Words = Pick<Announcement, 'id' | 'title' | 'body'>;

/** Its number in both languages: the language of the server may change between two tries. */
const references = (id: number): string[] => [text.reference(id).fr, text.reference(id).en];

/** Staff write in Discord's own markdown, as in a message of theirs: it is shown as it is, and mentions nobody. */
const embedOf = ({ id, title, body }: Words, locale: Locale): APIEmbed => ({
  ...(title !== null && { title }),
  description: body,
  footer: { text: text.reference(id)[locale] },
});

/** What is posted. It mentions `roleId` when its author asked for it, and nobody else. */
export function announcementMessage(
  announcement: Words & Pick<Announcement, 'mentions'>,
  { locale, roleId }: { locale: Locale; roleId: string | null },
) {
  const mentioned = announcement.mentions && roleId !== null ? [roleId] : [];
  return {
    content: mentioned.map((id) => `<@&${id}>`).join(''),
    embeds: [embedOf(announcement, locale)],
    allowed_mentions: { parse: [], roles: mentioned },
  } satisfies Message;
}

/** True for a message that shows the announcement of that number, whatever its words are by now. */
export const isAnnouncement = ({ embeds }: Pick<APIMessage, 'embeds'>, id: number): boolean =>
  references(id).includes(embeds[0]?.footer?.text ?? '');

/** What is left of the 6000 characters of a message's embeds beside the longest announcement. */
const roomForFacts = 1_500;

const placeName = (name: string, locale: Locale): string => (name === '' ? text.server[locale] : escapeMarkdown(name));

function placeList(names: readonly string[], locale: Locale): string {
  const shown = names.slice(0, 15);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [text.more(more)[locale]] : [])].map((line) => `- ${line}`).join('\n');
}

/** What will be posted, where and to how many people, before it is. */
export const previewCard = (draft: Announcement, locale: Locale): Message => ({
  content: text.previewTitle[locale],
  embeds: [
    embedOf(draft, locale),
    {
      description: cut(
        [
          text.reach(draft.people, draft.places.length)[locale],
          (draft.mentions ? text.mentioning : text.notMentioning)[locale],
          placeList(
            draft.places.map(({ name }) => placeName(name, locale)),
            locale,
          ),
        ].join('\n'),
        roomForFacts,
      ),
    },
  ],
  components: [
    row(
      buttonOf(text.confirm(draft.places.length)[locale], confirmId.encode({ announcementId: draft.id }), ButtonStyle.Primary),
      buttonOf(text.edit[locale], editId.encode({ announcementId: draft.id })),
    ),
  ],
});

/** Where an announcement stands, with what can be done about it. */
export function announcementCard(announcement: Announcement, locale: Locale): Message {
  const { id, state, revision, places, postedAt, people } = announcement;
  const announcementId = id;
  const failed = places.filter(({ problem }) => problem !== null);
  const shown = places.filter(({ messageId, revision: own }) => messageId !== null && own === revision);
  const left = places.filter(({ messageId }) => messageId !== null).length;
  const facts = [
    `**${states[state][locale]}**${postedAt ? ` · ${timeOf(postedAt)}` : ''} · ${text.people(people)[locale]}`,
    state === 'withdrawn' ? text.withdrawing(left)[locale] : text.progress(shown.length, places.length)[locale],
    ...(failed.length === 0
      ? []
      : [
          `**${text.missing[locale]}**`,
          placeList(
            failed.map(({ name, problem }) => `${placeName(name, locale)} : ${problem ? problems[problem][locale] : ''}`),
            locale,
          ),
        ]),
  ];
  return {
    content: '',
    embeds: [embedOf(announcement, locale), { description: cut(facts.join('\n'), roomForFacts) }],
    components: [
      row(
        buttonOf(text.refresh[locale], showId.encode({ announcementId })),
        ...(state === 'posted'
          ? [
              buttonOf(text.edit[locale], editId.encode({ announcementId })),
              buttonOf(text.withdraw[locale], withdrawId.encode({ announcementId }), ButtonStyle.Danger),
            ]
          : []),
        ...(failed.length > 0 ? [buttonOf(text.retry[locale], retryId.encode({ announcementId }), ButtonStyle.Primary)] : []),
      ),
    ],
  };
}

/** What goes, before it goes. */
export const withdrawalCard = (announcement: Announcement, locale: Locale): Message => ({
  content: text.askWithdrawal(announcement.places.filter(({ messageId }) => messageId !== null).length)[locale],
  embeds: [embedOf(announcement, locale)],
  components: [
    row(
      buttonOf(
        text.confirmWithdrawal[locale],
        confirmWithdrawalId.encode({ announcementId: announcement.id }),
        ButtonStyle.Danger,
      ),
    ),
  ],
});

/** How an announcement is called in a list: its title, else how its text begins. */
const nameOf = ({ title, body }: Pick<Announcement, 'title' | 'body'>, limit: number): string =>
  cut((title ?? body).replace(/\s+/g, ' ').trim(), limit);

export function listCard({ announcements, total, page }: AnnouncementPage, locale: Locale, size: number): Message {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const lines = announcements.map(({ id, title, body, state, places, postedAt, revision }) => {
    const done = places.filter(({ messageId, revision: own }) => messageId !== null && own === revision).length;
    const when = postedAt ? ` · ${timeOf(postedAt, 'D')}` : '';
    const how = state === 'withdrawn' ? states.withdrawn[locale] : text.progress(done, places.length)[locale];
    return `${id}. **${escapeMarkdown(nameOf({ title, body }, 80))}**${when} · ${how}`;
  });
  const options: APISelectMenuOption[] = announcements.map(({ id, title, body }) => ({
    value: String(id),
    label: nameOf({ title, body }, 100),
    description: text.reference(id)[locale],
  }));
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], listId.encode({ page: page - 1 }))] : []),
    ...(page < last ? [buttonOf(text.next[locale], listId.encode({ page: page + 1 }))] : []),
  ];
  return {
    content: '',
    embeds: [
      {
        title: text.listTitle(total)[locale],
        description: lines.length === 0 ? text.listEmpty[locale] : lines.join('\n'),
        ...(last > 0 && { footer: { text: text.page(page + 1, last + 1)[locale] } }),
      },
    ],
    components: [
      ...(options.length > 0
        ? [row({ type: ComponentType.StringSelect, custom_id: pickId.encode({}), placeholder: text.pick[locale], options })]
        : []),
      row(
        ...turns,
        buttonOf(text.newAll[locale], newForAllId.encode({})),
        buttonOf(text.newPromos[locale], newForPromosId.encode({}), ButtonStyle.Primary),
      ),
    ],
  };
}

/** Promos to choose, a page at a time; what was chosen on the others stays. */
export function choiceCard({ announcementId, promos, chosen, total, page }: Choices, locale: Locale, size: number): Message {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], choicesId.encode({ announcementId, page: page - 1 }))] : []),
    ...(page < last ? [buttonOf(text.next[locale], choicesId.encode({ announcementId, page: page + 1 }))] : []),
  ];
  const options = promos.map(({ id, name, people, isChosen }) => ({
    value: String(id),
    label: cut(name, 100),
    description: text.people(people)[locale],
    default: isChosen,
  }));
  return {
    content: `${text.chooseTitle[locale]}\n${text.chosen(chosen)[locale]}`,
    embeds: [],
    components: [
      row({
        type: ComponentType.StringSelect,
        custom_id: chooseId.encode({ announcementId, page, first: promos[0]?.id ?? 0, last: promos.at(-1)?.id ?? 0 }),
        placeholder: text.choose[locale],
        min_values: 0,
        max_values: options.length,
        options,
      }),
      row(
        ...turns,
        buttonOf(text.write[locale], writeId.encode({ announcementId }), ButtonStyle.Primary, { disabled: chosen === 0 }),
      ),
    ],
  };
}

export const proposals = (found: readonly Suggested[]): Proposal[] =>
  found.map(({ id, title, body }) => ({ name: `${id} · ${nameOf({ title, body }, 80)}`, value: String(id) }));
