import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { Proposal } from '../../../discord/options.ts';
import { buttonOf, row, selectOf } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text as copyText } from '../messages/copy.ts';
import { text as editText } from '../messages/edit.ts';
import { promoDay, shortDay, stateNames, text } from '../messages/promo.ts';
import { toCsv } from '../rules/csv.ts';
import { type Day, dayOf, daysBetween } from '../rules/day.ts';
import { progress, type State } from '../rules/life.ts';
import type { Headcount, OwnPage, Promo, PromoPage, RosterLine, Suggested } from '../service/promo.ts';
import type { ViewPage } from '../service/view.ts';
import {
  checkId,
  copyNewId,
  editId,
  exportId,
  listId,
  lockId,
  mineOpenId,
  minePageId,
  openId,
  rosterId,
  showId,
  undoId,
  unlockId,
  viewId,
  viewsId,
} from '../wire.ts';
import { turns } from './part.ts';

export const datesOf = ({ startsOn, endsOn }: Pick<Promo, 'startsOn' | 'endsOn'>) =>
  text.fromTo(promoDay(dayOf(startsOn)), promoDay(dayOf(endsOn)));

export type Shown = { promo: Promo; people: Headcount; trainerIds: readonly string[]; roleId: string | null; today: Day };

/** What the reader may do from the card. `isStaff`: more than the promo's own team. */
export type Rights = { isStaff: boolean };

function progressOf({ promo, today }: Shown, locale: Locale): string {
  const [start, end] = [dayOf(promo.startsOn), dayOf(promo.endsOn)];
  const days = daysBetween(start, end);
  const at = Math.max(0, Math.min(days, daysBetween(start, today)));
  return text.progressOf(progress({ start, end, today }), at, days)[locale];
}

/** A promo: state, dates, team, people, and what can be done with it. */
export function promoCard(shown: Shown, locale: Locale, { isStaff }: Rights): Message {
  const { promo, people, trainerIds, roleId } = shown;
  const { id: promoId, state, lockedAt, deleteOn, problem, clearingAt } = promo;
  const field = (name: string, value: string, inline = true) => ({ name, value: cut(value, 1_024), inline });
  const isOpen = state === 'active' || (state === 'planned' && promo.early);
  const canEdit = isStaff && !clearingAt && (isOpen || state === 'planned' || state === 'ended');
  const canUndo = isStaff && (state === 'ended' || state === 'cancelled') && !clearingAt;
  const embed: APIEmbed = {
    title: cut(escapeMarkdown(promo.name), 256),
    description: [
      ...(roleId ? [`<@&${roleId}>`] : []),
      ...(lockedAt ? [text.locked[locale]] : []),
      ...(problem ? [text.unfinished[locale]] : []),
    ].join('\n'),
    fields: [
      field(text.state[locale], `${stateNames[state][locale]}${promo.remote ? `, ${text.remote[locale]}` : ''}`),
      field(text.course[locale], escapeMarkdown(promo.course.name)),
      field(text.campus[locale], escapeMarkdown(promo.campus.name)),
      field(text.dates[locale], datesOf(promo)[locale], false),
      ...(state === 'active' ? [field(text.progress[locale], progressOf(shown, locale))] : []),
      field(text.headcount[locale], text.people(people.learners, people.trainers)[locale]),
      field(text.manager[locale], promo.managerId ? `<@${promo.managerId}>` : text.noManager[locale]),
      ...(trainerIds.length > 0 ? [field(text.trainers[locale], trainerIds.map((id) => `<@${id}>`).join(' '), false)] : []),
      ...(deleteOn && state !== 'archived' ? [field(text.deletedOn[locale], promoDay(dayOf(deleteOn))[locale])] : []),
    ],
  };
  const buttons = [
    buttonOf(text.roster[locale], rosterId.encode({ promoId, page: 0 }), ButtonStyle.Primary),
    buttonOf(text.export[locale], exportId.encode({ promoId })),
    ...(isOpen
      ? [
          lockedAt
            ? buttonOf(text.unlock[locale], unlockId.encode({ promoId }))
            : buttonOf(text.lock[locale], lockId.encode({ promoId })),
        ]
      : []),
    ...(canEdit ? [buttonOf(editText.edit[locale], editId.encode({ promoId }))] : []),
    ...(isStaff && isOpen ? [buttonOf(text.check[locale], checkId.encode({ promoId }))] : []),
    ...(canUndo ? [buttonOf(text.undo[locale], undoId.encode({ promoId }))] : []),
  ];
  return { content: '', embeds: [embed], components: [row(...buttons)] };
}

const nameOf = ({ firstName, lastName, displayName }: RosterLine, locale: Locale): string =>
  firstName && lastName ? `${firstName} ${lastName}` : (displayName ?? text.unnamed[locale]);

/** A page of the people of a promo. */
export function rosterPage(
  {
    promo,
    people,
    lines,
    page,
    size,
  }: { promo: Promo; people: Headcount; lines: readonly RosterLine[]; page: number; size: number },
  locale: Locale,
): Message {
  const pages = Math.max(1, Math.ceil((people.learners + people.trainers) / size));
  const body = lines.map((line) => {
    const facts = [text[line.part][locale], ...(line.hasLeft ? [text.hasLeft[locale]] : [])].join(', ');
    return cut(`- ${escapeMarkdown(cut(nameOf(line, locale), 60))} (<@${line.userId}>), ${facts}`, 180);
  });
  return {
    content: '',
    embeds: [
      {
        title: cut(text.rosterTitle(escapeMarkdown(promo.name))[locale], 256),
        description: body.length > 0 ? body.join('\n') : text.rosterEmpty[locale],
        footer: { text: `${text.people(people.learners, people.trainers)[locale]}. ${text.page(page + 1, pages)[locale]}` },
      },
    ],
    components: [
      ...turns(page, pages, (to) => rosterId.encode({ promoId: promo.id, page: to }), locale),
      row(buttonOf(text.export[locale], exportId.encode({ promoId: promo.id }))),
    ],
  };
}

/** The people of a promo as a file for a spreadsheet. Addresses are for staff. */
export function rosterFile(promo: Promo, lines: readonly RosterLine[], locale: Locale, { isStaff }: Rights): Message {
  const rows = lines.map((line) => [
    line.lastName ?? '',
    line.firstName ?? '',
    isStaff ? (line.email ?? '') : '',
    text[line.part][locale],
    dayOf(line.addedAt),
    line.displayName ?? line.userId,
  ]);
  return {
    content: text.exported(escapeMarkdown(promo.name), lines.length)[locale],
    files: [{ name: `promo-${promo.id}.csv`, data: toCsv([text.columns[locale], ...rows]), contentType: 'text/csv' }],
  };
}

/** The order in which the filter numbers states, from 1. */
export const states = Object.keys(stateNames) as State[];

const lineOf = (
  { name, state, course, campus, startsOn, endsOn, learners }: PromoPage['promos'][number],
  locale: Locale,
): string =>
  cut(
    `- **${escapeMarkdown(name)}** (${stateNames[state][locale]}) : ${escapeMarkdown(course)}, ${escapeMarkdown(campus)}, ${shortDay(dayOf(startsOn))[locale]} → ${shortDay(dayOf(endsOn))[locale]}, ${text.learners(learners)[locale]}`,
    250,
  );

/** A page of promos, with the way to the other pages and to each card. */
export function promoList({ promos, total, page, filter }: PromoPage, locale: Locale, size: number): Message {
  const filtered = {
    state: filter.state === null ? 0 : states.indexOf(filter.state) + 1,
    courseId: filter.courseId ?? 0,
    campusId: filter.campusId ?? 0,
  };
  const view = row(
    buttonOf(text.view[locale], viewsId.encode({ page: 0 })),
    buttonOf(copyText.begin[locale], copyNewId.encode(filtered)),
  );
  if (total === 0) return { content: text.listEmpty[locale], embeds: [], components: [] };
  const pages = Math.ceil(total / size);
  const idOf = (to: number) => listId.encode({ page: to, ...filtered });
  return {
    content: '',
    embeds: [
      {
        title: text.listTitle(total)[locale],
        description: promos.map((promo) => lineOf(promo, locale)).join('\n'),
        ...(pages > 1 && { footer: { text: text.page(page + 1, pages)[locale] } }),
      },
    ],
    components: [choose(openId.encode({}), promos, locale), ...turns(page, pages, idOf, locale), view],
  };
}

const choose = (customId: string, promos: readonly { id: number; name: string; state: State }[], locale: Locale) =>
  selectOf(
    customId,
    text.open[locale],
    promos.map(({ id, name, state }) => ({ label: cut(name, 100), value: String(id), description: stateNames[state][locale] })),
  );

/** As many as a row of buttons holds; beyond, a select. */
const mostButtons = 5;

/** The promos of a person, to choose one. */
export function minePage({ promos, total, page }: OwnPage, locale: Locale, size: number): Message {
  if (total === 0) return { content: text.mineEmpty[locale], embeds: [], components: [] };
  const pages = Math.ceil(total / size);
  return {
    content: '',
    embeds: [
      {
        title: text.mine[locale],
        description: promos
          .map((promo) => `- ${cut(`**${escapeMarkdown(cut(promo.name, 50))}** : ${datesOf(promo)[locale]}`, 155)}`)
          .join('\n'),
        ...(pages > 1 && { footer: { text: text.page(page + 1, pages)[locale] } }),
      },
    ],
    components:
      total <= mostButtons
        ? [row(...promos.map(({ id, name }) => buttonOf(name, showId.encode({ promoId: id }))))]
        : [choose(mineOpenId.encode({}), promos, locale), ...turns(page, pages, (to) => minePageId.encode({ page: to }), locale)],
  };
}

/** Which promos a member of staff sees. */
export function viewPage({ choices, total, page }: ViewPage, locale: Locale, size: number): Message {
  if (total === 0) return { content: text.viewEmpty[locale], embeds: [], components: [] };
  const options = choices.map(({ id, name, state, isShown, isManaged }) => ({
    label: cut(name, 100),
    value: String(id),
    description: isManaged ? text.viewManaged[locale] : stateNames[state][locale],
    default: isShown,
  }));
  const shown = { first: choices[0]?.id ?? 0, last: choices.at(-1)?.id ?? 0 };
  return {
    content: text.viewTitle[locale],
    embeds: [],
    components: [
      selectOf(viewId.encode(shown), text.viewPlaceholder[locale], options, { min: 0, max: options.length }),
      ...turns(page, Math.ceil(total / size), (to) => viewsId.encode({ page: to }), locale),
    ],
  };
}

export const proposals = (promos: readonly Suggested[], locale: Locale): Proposal[] =>
  promos.map(({ id, name, state }) => ({ name: cut(`${name} (${stateNames[state][locale]})`, 100), value: String(id) }));
