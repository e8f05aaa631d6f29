import { type APIEmbed, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { type Theme, themes } from '../../../kernel/mentoring.ts';
import { buttonOf, placeOf, type Row, row, rows } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { hour, timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/circle.ts';
import { endOf } from '../rules/circle.ts';
import type { Circle, CirclePage, CircleView, Meeting } from '../service/circle.ts';
import {
  circleDropId,
  circleEditId,
  circleEndId,
  circleEndYesId,
  circleJoinId,
  circleLeaveId,
  circleMetId,
  circleNewId,
  circlePageId,
  circlePlanId,
  circleProlongId,
  circlePublishId,
  circleRemoveId,
  circleShowId,
  circlesId,
  circleWhoId,
} from '../wire.ts';

const isTheme = (theme: string): theme is Theme => Object.hasOwn(themes, theme);
const themeOf = (theme: string, locale: Locale): string => (isTheme(theme) ? themes[theme][locale] : theme);
export const shown = (typed: string, limit: number): string => cut(escapeMarkdown(typed), limit);
export const person = (id: string | null, locale: Locale): string => (id ? `<@${id}>` : text.nobody[locale]);

/** A day of the calendar, which every zone reads as that day: its noon. */
export const dayShown = (on: Date): string => timeOf(new Date(on.getTime() + 12 * hour), 'D');

type Counts = { inside: number; waiting: number };

const freeText = ({ seats }: Circle, { inside, waiting }: Counts, locale: Locale): string =>
  text.free(Math.max(0, waiting > 0 ? 0 : seats - inside), seats, waiting)[locale];

function factsOf(circle: Circle, counts: Counts, audience: readonly string[], locale: Locale): APIEmbed {
  const field = (name: string, value: string) => ({ name, value, inline: true });
  return {
    title: cut(text.cardTitle(escapeMarkdown(circle.title))[locale], 256),
    description: `*${themeOf(circle.theme, locale)}*\n\n${shown(circle.about, 1_500)}`,
    fields: [
      field(text.ledBy[locale], person(circle.mentorId, locale)),
      field(text.until[locale], dayShown(circle.endsOn)),
      field(text.places[locale], freeText(circle, counts, locale)),
      { name: text.forWhom[locale], value: audience.length > 0 ? shown(audience.join(', '), 1_000) : text.everybody[locale] },
    ],
  };
}

const countsOf = ({ inside, waiting }: CircleView): Counts => ({ inside: inside.length, waiting: waiting.length });

const joinButton = (circle: Circle, counts: Counts, locale: Locale) =>
  buttonOf(
    (counts.waiting > 0 || counts.inside >= circle.seats ? text.joinList : text.join)[locale],
    circleJoinId.encode({ circleId: circle.id }),
    ButtonStyle.Primary,
  );

const pauseOf = ({ backOn }: CircleView) => (backOn ? text.pausedUntil(dayShown(backOn)) : text.paused);

/** The one message by which everybody learns of a circle, in the language of the server. */
export function circleCard(view: CircleView, locale: Locale): Message {
  const { circle, audience } = view;
  const facts = factsOf(circle, countsOf(view), audience, locale);
  if (circle.state === 'open') return { embeds: [facts], components: [row(joinButton(circle, countsOf(view), locale))] };
  const why = circle.state === 'ended' ? text.over : pauseOf(view);
  return { embeds: [{ ...facts, description: `**${why[locale]}**\n\n${facts.description}` }], components: [] };
}

export const draftScreen = (view: CircleView, locale: Locale): Message => ({
  content: text.draft[locale],
  embeds: [factsOf(view.circle, countsOf(view), view.audience, locale)],
  components: [
    row(
      buttonOf(text.publish[locale], circlePublishId.encode({ circleId: view.circle.id }), ButtonStyle.Primary),
      buttonOf(text.edit[locale], circleEditId.encode({ circleId: view.circle.id })),
      buttonOf(text.who[locale], circleWhoId.encode({ circleId: view.circle.id })),
      buttonOf(text.drop[locale], circleDropId.encode({ circleId: view.circle.id })),
    ),
  ],
});

/** All that go on, and what the reader may do. `openFor`: the mentor for whom they may open one. */
export function listScreen({ circles, total, page }: CirclePage, size: number, openFor: string | null, locale: Locale): Message {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const lines = circles.map(({ circle, mine, ...counts }, index) =>
    [
      `**${page * size + index + 1}. ${shown(circle.title, 80)}** · ${themeOf(circle.theme, locale)}`,
      `${text.ledBy[locale]} ${person(circle.mentorId, locale)} · ${text.until[locale].toLowerCase()} ${dayShown(circle.endsOn)}`,
      circle.state === 'paused' ? text.paused[locale] : freeText(circle, counts, locale),
      ...(mine === 'inside' ? [text.you.inside[locale]] : []),
    ].join('\n'),
  );
  const shows = circles.map(({ circle }, index) =>
    buttonOf(`${page * size + index + 1}. ${text.show[locale]}`, circleShowId.encode({ circleId: circle.id })),
  );
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], circlePageId.encode({ page: Math.min(page - 1, last) }))] : []),
    ...(page < last ? [buttonOf(text.next[locale], circlePageId.encode({ page: page + 1 }))] : []),
    ...(openFor ? [buttonOf(text.open[locale], circleNewId.encode({ mentorId: openFor }), ButtonStyle.Primary)] : []),
  ];
  return {
    content: '',
    embeds: [
      {
        title: text.listTitle[locale],
        description: [text.listIntro[locale], ...(lines.length > 0 ? lines : [text.none[locale]])].join('\n\n'),
        ...(last > 0 && { footer: { text: text.page(page + 1, last + 1)[locale] } }),
      },
    ],
    components: [...rows(shows), ...(turns.length > 0 ? [row(...turns)] : [])],
  };
}

/** A link stays one that can be pressed. */
export const whereOf = (place: string): string[] =>
  place === '' ? [] : [/^https:\/\/[^\s<>]+$/.test(place) ? place : shown(place, 300)];

export const when = ({ startsAt, minutes, place }: Meeting, locale: Locale): string =>
  [text.meeting(timeOf(startsAt), minutes)[locale], ...whereOf(place)].join('\n');

/** One circle, with what the reader may do in it. */
export function circleScreen(view: CircleView, reader: { userId: string; isStaff: boolean; now: Date }, locale: Locale): Message {
  const { circle, inside, waiting, audience, meeting } = view;
  const circleId = circle.id;
  const isLed = circle.mentorId === reader.userId || reader.isStaff;
  const isInside = inside.some(({ userId }) => userId === reader.userId);
  const turn = waiting.findIndex(({ userId }) => userId === reader.userId) + 1;
  const facts = factsOf(circle, countsOf(view), audience, locale);
  const belongs = isLed || isInside;
  const fields = [
    ...(facts.fields ?? []),
    ...(belongs ? [{ name: text.nextMeeting[locale], value: meeting ? when(meeting, locale) : text.noMeeting[locale] }] : []),
    ...(isLed
      ? [{ name: text.insiders[locale], value: inside.map(({ userId }) => `<@${userId}>`).join(', ') || text.noInsiders[locale] }]
      : []),
  ];
  const state = circle.state === 'ended' ? text.over[locale] : circle.state === 'paused' ? pauseOf(view)[locale] : '';
  const mine = isInside ? text.you.inside[locale] : turn > 0 ? text.you.waiting(turn)[locale] : '';
  const isLive = circle.state === 'open' || circle.state === 'paused';
  const canRemove = isLive && isLed && inside.length > 0;
  const own = isLive
    ? [
        ...(isInside || turn > 0
          ? [buttonOf((isInside ? text.leave : text.leaveList)[locale], circleLeaveId.encode({ circleId }))]
          : circle.state === 'open' && circle.mentorId !== reader.userId
            ? [joinButton(circle, countsOf(view), locale)]
            : []),
        ...(isLed ? leading(view, reader.now, locale) : []),
      ]
    : [];
  return {
    content: [state, mine, ...(belongs && circle.threadId && !circle.deletedAt ? [placeOf(circle.guildId, circle.threadId)] : [])]
      .filter(Boolean)
      .join('\n'),
    embeds: [{ ...facts, fields }],
    components: [
      ...rows([...own, buttonOf(text.backToList[locale], circlePageId.encode({ page: 0 }))]),
      ...(canRemove ? [removal(view, locale)] : []),
    ],
  };
}

const leading = ({ circle, meeting }: CircleView, now: Date, locale: Locale) => [
  buttonOf((meeting && meeting.startsAt > now ? text.replan : text.plan)[locale], circlePlanId.encode({ circleId: circle.id })),
  ...(meeting && endOf(meeting) <= now
    ? [buttonOf(text.met[locale], circleMetId.encode({ meetingId: meeting.id }), ButtonStyle.Primary)]
    : []),
  ...(circle.prolongedAt ? [] : [buttonOf(text.prolong[locale], circleProlongId.encode({ circleId: circle.id }))]),
  buttonOf(text.finish[locale], circleEndId.encode({ circleId: circle.id }), ButtonStyle.Danger),
];

/** At most eight people: a menu of Discord's own, which knows their names. */
const removal = ({ circle }: CircleView, locale: Locale): Row =>
  row({
    type: ComponentType.UserSelect,
    custom_id: circleRemoveId.encode({ circleId: circle.id }),
    placeholder: text.removeSomebody[locale],
  });

export const finishQuestion = ({ id, title }: Circle, locale: Locale): Message => ({
  content: text.finishSure(title)[locale],
  components: [row(buttonOf(text.finishYes[locale], circleEndYesId.encode({ circleId: id }), ButtonStyle.Danger))],
});

export const roomName = ({ title }: Circle, locale: Locale): string => cut(text.room(title)[locale], 100);

export const listButton = (locale: Locale): Row => row(buttonOf(text.backToList[locale], circlesId.encode({})));
