import { type APIEmbed, type APIEmbedField, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import type { CoursePage, PromoChoice, PromoChoices } from '../../promos/service/joining.ts';
import { text as decisionText } from '../messages/decision.ts';
import { text } from '../messages/promo.ts';
import type { CardRequest } from '../service/card.ts';
import type { Request } from '../service/request.ts';
import {
  type Aim,
  changeId,
  correctId,
  courseId,
  courseOfId,
  coursesId,
  coursesOfId,
  expectedId,
  noPromoId,
  promoDropId,
  promoId,
  promoOfId,
  promosId,
  promosOfId,
} from '../wire.ts';
import { screen } from './part.ts';

type Button = ReturnType<typeof buttonOf>;

/** Who chooses, and what each press leads to. */
type Chooser = {
  course(page: number): string;
  courses(page: number): string;
  promo(courseId: number, page: number): string;
  promos(courseId: number, page: number): string;
  title: { course: Text; promo: Text };
  help: { course: Text; promo(course: string): Text };
  /** Ways on without choosing. */
  others: Button[];
  /** The way back from the first question. */
  back: Button[];
  /** Said first: what happened to the former choice. */
  notice: Text | null;
};

const labels = {
  title: { course: text.courseTitle, promo: text.promoTitle },
  staffTitle: { course: text.changeTitle, promo: text.changeTitle },
};

/** Of the person themselves. `isKnown`: they are in already, so their promo may well stay as it is. */
export function ownChooser(
  { guildId, aim, request, isKnown = false }: { guildId: string; aim: Aim; request: Request | null; isKnown?: boolean },
  locale: Locale,
  notice: Text | null = null,
): Chooser {
  const shared = {
    course: (page: number) => courseId.encode({ guildId, aim, page }),
    courses: (page: number) => coursesId.encode({ guildId, aim, page }),
    promo: (course: number, page: number) => promoId.encode({ guildId, aim, courseId: course, page }),
    promos: (course: number, page: number) => promosId.encode({ guildId, aim, courseId: course, page }),
    title: labels.title,
    notice,
  };
  if (aim === 'join') return { ...shared, help: { course: text.courseHelp, promo: text.joinHelp }, others: [], back: [] };
  const keep = request?.promoId ? [buttonOf(text.keep[locale], correctId.encode({ guildId, requestId: request.id }))] : [];
  return {
    ...shared,
    help: { course: text.courseHelp, promo: text.promoHelp },
    back: [buttonOf(text.situation[locale], changeId.encode({ guildId }))],
    others: [...keep, buttonOf((isKnown ? text.goOn : text.notListed)[locale], noPromoId.encode({ guildId }))],
  };
}

/** Of staff, for somebody's request. */
export function staffChooser(
  { id: requestId, promoId: chosenId, isJoin }: Request,
  locale: Locale,
  notice: Text | null = null,
): Chooser {
  return {
    course: (page) => courseOfId.encode({ requestId, page }),
    courses: (page) => coursesOfId.encode({ requestId, page }),
    promo: (course, page) => promoOfId.encode({ requestId, courseId: course, page }),
    promos: (course, page) => promosOfId.encode({ requestId, courseId: course, page }),
    title: labels.staffTitle,
    help: { course: text.changeCourse, promo: text.changePromo },
    back: [],
    others: chosenId === null || isJoin ? [] : [buttonOf(text.drop[locale], promoDropId.encode({ requestId }))],
    notice,
  };
}

const turnsOf = (page: number, pages: number, idOf: (page: number) => string, locale: Locale): Button[] => [
  ...(page > 0 ? [buttonOf(decisionText.previous[locale], idOf(page - 1))] : []),
  ...(page < pages - 1 ? [buttonOf(decisionText.next[locale], idOf(page + 1))] : []),
];

function listScreen(
  { title, lines, pages, page }: { title: Text; lines: readonly string[]; pages: number; page: number },
  locale: Locale,
  ...rows: ReturnType<typeof row>[]
): Message {
  const embed: APIEmbed = {
    title: title[locale],
    description: lines.filter(Boolean).join('\n\n'),
    ...(pages > 1 && { footer: { text: text.page(page + 1, pages)[locale] } }),
  };
  return screen(embed, ...rows);
}

const pagesOf = (total: number, size: number): number => Math.max(1, Math.ceil(total / size));

/** First question: the course. `size`: entries of a page. */
export function courseScreen(
  { courses, total, page }: CoursePage,
  { size, chosen = null }: { size: number; chosen?: PromoChoice | null },
  chooser: Chooser,
  locale: Locale,
): Message {
  const pages = pagesOf(total, size);
  const ways = [...turnsOf(page, pages, chooser.courses, locale), ...chooser.back, ...chooser.others];
  return listScreen(
    {
      title: chooser.title.course,
      pages,
      page,
      lines: [
        chooser.notice?.[locale] ?? '',
        chosen ? text.chosen(escapeMarkdown(chosen.name))[locale] : '',
        total === 0 ? text.noneLeft[locale] : chooser.help.course[locale],
      ],
    },
    locale,
    ...(total > 0
      ? [
          row({
            type: ComponentType.StringSelect,
            custom_id: chooser.course(page),
            placeholder: text.courses[locale],
            options: courses.map(({ id, name, promos }) => ({
              value: String(id),
              label: cut(name, 100),
              description: text.promoCount(promos)[locale],
            })),
          }),
        ]
      : []),
    ...(ways.length > 0 ? [row(...ways)] : []),
  );
}

/** Where and when, in one line of a select. */
const hintOf = ({ campus, remote, dates }: PromoChoice, locale: Locale): string =>
  cut([cut(campus, 40), ...(remote ? [text.remote[locale]] : []), dates[locale]].join(', '), 100);

/** Second question: the promo. Empty when it has none any more: the courses are shown instead. */
export function promoScreen(
  { courseId: course, promos, total, page }: PromoChoices,
  size: number,
  chooser: Chooser,
  locale: Locale,
): Message {
  const pages = pagesOf(total, size);
  const turns = turnsOf(page, pages, (to) => chooser.promos(course, to), locale);
  const name = escapeMarkdown(promos[0]?.course ?? '');
  return listScreen(
    {
      title: chooser.title.promo,
      pages,
      page,
      lines: [chooser.notice?.[locale] ?? '', chooser.help.promo(name)[locale]],
    },
    locale,
    row({
      type: ComponentType.StringSelect,
      custom_id: chooser.promo(course, page),
      placeholder: text.promos[locale],
      options: promos.map((promo) => ({
        value: String(promo.id),
        label: cut(promo.name, 100),
        description: hintOf(promo, locale),
      })),
    }),
    row(...turns, buttonOf(text.back[locale], chooser.courses(0)), ...chooser.others),
  );
}

/** The promo whose invite somebody identified opened, and the way to any other. */
export const expectedScreen = ({ guildId, promo }: { guildId: string; promo: PromoChoice }, locale: Locale): Message =>
  screen(
    {
      title: text.join[locale],
      description: text.expected(escapeMarkdown(promo.name))[locale],
      fields: [promoField(promo, locale)],
    },
    row(
      buttonOf(
        cut(text.joinNamed(promo.name)[locale], 80),
        expectedId.encode({ guildId, promoId: promo.id }),
        ButtonStyle.Primary,
      ),
      buttonOf(text.otherPromo[locale], coursesId.encode({ guildId, aim: 'join', page: 0 })),
    ),
  );

/** Nobody to ask for: somebody identified is told so. */
export const nothingToJoin = (locale: Locale): Message => ({ content: text.noneToJoin[locale], embeds: [], components: [] });

/** The promo of a request as the person reads it. */
export const promoField = (promo: PromoChoice, locale: Locale): APIEmbedField => ({
  name: text.promoTitle[locale],
  value: cut(
    `**${escapeMarkdown(promo.name)}** (${[escapeMarkdown(promo.campus), ...(promo.remote ? [text.remote[locale]] : [])].join(', ')})\n${promo.dates[locale]}`,
    1_024,
  ),
});

const stateOf = ({ isJoinable, hasBegun }: PromoChoice): Text =>
  isJoinable ? (hasBegun ? text.begun : text.planned) : text.closed;

/** The promo as staff read it, with its manager while the request waits. */
function askedLines(promo: PromoChoice, isWaiting: boolean, locale: Locale): string {
  const { name, campus, remote, dates, managerId } = promo;
  return [
    `**${escapeMarkdown(name)}**`,
    [escapeMarkdown(campus), ...(remote ? [text.remote[locale]] : []), dates[locale]].join(', '),
    ...(isWaiting ? [stateOf(promo)[locale]] : []),
    ...(isWaiting && managerId ? [text.managedBy(`<@${managerId}>`)[locale]] : []),
  ].join('\n');
}

/** What a card says of the promo. */
export function askedFields(
  { promo, kind, status, isJoin, identifiedAs, learnsIn }: CardRequest,
  locale: Locale,
): APIEmbedField[] {
  const isWaiting = status === 'pending' || status === 'asked';
  const field = (name: Text, value: string) => ({ name: name[locale], value: cut(value, 1_024) });
  if (!promo) return isWaiting && (kind === 'learner' || kind === 'trainer') ? [field(text.asked, text.noPromo[locale])] : [];
  const names = isWaiting ? learnsIn.map((name) => `- ${escapeMarkdown(name)}`).join('\n') : '';
  const isMeant = isJoin || identifiedAs !== null;
  return [
    field(text.asked, askedLines(promo, isWaiting, locale)),
    ...(names ? [field(text.learnsIn, `${cut(names, 700)}\n${(isMeant ? text.adds : text.addsNot)[locale]}`)] : []),
  ];
}

/** Why somebody who was accepted is not in the promo that they named; null when they are, or named none. */
export function promoShortfall({ joinResult, promo }: CardRequest): Text | null {
  const name = escapeMarkdown(promo?.name ?? '…');
  if (joinResult === 'over') return text.overShort(name);
  return joinResult === 'elsewhere' ? text.elsewhereShort(name) : null;
}

export type Entry = { promo: PromoChoice | null; joinResult: Request['joinResult'] };

/** What an acceptance means for the promo, as the person is told; null without a promo. */
export function entryText({ promo, joinResult }: Entry): Text | null {
  if (!promo || !joinResult) return null;
  const name = escapeMarkdown(promo.name);
  if (joinResult === 'over') return text.over(name);
  if (joinResult === 'elsewhere') return text.elsewhere(name);
  return promo.hasSpace || !promo.isJoinable ? text.inside(name) : text.insideLater(name, promo.start);
}

/** The first words of an accepted request to join a promo. */
export const joinGreeting = (name: string, { joinResult }: Entry): Text =>
  joinResult === 'over' || joinResult === 'elsewhere' ? text.joinRead(name) : text.joinAccepted(name);

/** What staff are told at once of the promo of a request that they accepted. */
export function enteredText(joinResult: Request['joinResult'], promoName: string | null): Text | null {
  if (!joinResult || promoName === null) return null;
  const name = escapeMarkdown(promoName);
  if (joinResult === 'over') return text.overShort(name);
  return joinResult === 'elsewhere' ? text.elsewhereShort(name) : text.entered(name);
}
