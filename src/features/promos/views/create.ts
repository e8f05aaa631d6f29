import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row, selectOf } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text } from '../messages/create.ts';
import { text as endText } from '../messages/end.ts';
import { promoDay, text as promoText } from '../messages/promo.ts';
import type { Peak } from '../rules/budget.ts';
import type { Day } from '../rules/day.ts';
import { needsOf } from '../rules/space.ts';
import type { Checked } from '../service/create.ts';
import type { Touched as Read } from '../service/end.ts';
import { campusesId, campusId, confirmId, courseId, coursesId, earlyId, remoteId } from '../wire.ts';
import { budgetOf } from './copy.ts';
import { turns } from './part.ts';
import { datesOf } from './promo.ts';

type Choices = { entries: readonly { id: number; name: string }[]; total: number; page: number };

const options = (entries: Choices['entries']) => entries.map(({ id, name }) => ({ label: cut(name, 100), value: String(id) }));

/** First answer: the course. */
export const courseScreen = ({ entries, total, page }: Choices, locale: Locale, size: number): Message =>
  total === 0
    ? { content: text.nothing[locale], embeds: [], components: [] }
    : {
        content: text.chooseCourse[locale],
        embeds: [],
        components: [
          selectOf(courseId.encode({ page }), text.courses[locale], options(entries)),
          ...turns(page, Math.ceil(total / size), (to) => coursesId.encode({ page: to }), locale),
        ],
      };

/** Second answer: the campus; it opens the form of the third. */
export const campusScreen = (
  { entries, total, page }: Choices,
  course: { id: number; name: string },
  locale: Locale,
  size: number,
): Message =>
  total === 0
    ? { content: text.nothing[locale], embeds: [], components: [] }
    : {
        content: text.chooseCampus(escapeMarkdown(course.name))[locale],
        embeds: [],
        components: [
          selectOf(campusId.encode({ courseId: course.id, page }), text.campuses[locale], options(entries)),
          ...turns(page, Math.ceil(total / size), (to) => campusesId.encode({ courseId: course.id, page: to }), locale),
        ],
      };

/** When the space opens, said before and after the creation. */
export function openingOf({ start, early }: { start: Day; early: boolean }, today: Day) {
  if (start < today) return text.hasBegun;
  return early || start === today ? text.opensNow : text.opensOn(promoDay(start));
}

const confirmation = (planId: number, label: string, style: ButtonStyle.Success | ButtonStyle.Danger | ButtonStyle.Primary) => [
  row(buttonOf(label, confirmId.encode({ planId }), style)),
];

/** What will be created. */
export function creationPreview(
  { checked, peak, planId, today }: { checked: Checked; peak: Peak; planId: number; today: Day },
  locale: Locale,
): Message {
  const { promo, course, campus, template } = checked;
  const { channels } = needsOf(template);
  const trainers = promo.trainerIds.map((id) => `<@${id}>`).join(' ');
  return {
    content: '',
    embeds: [
      {
        title: cut(text.previewTitle(escapeMarkdown(promo.name))[locale], 256),
        description: `${openingOf(promo, today)[locale]} ${text.privacy[locale]}`,
        fields: [
          { name: promoText.course[locale], value: escapeMarkdown(course), inline: true },
          {
            name: promoText.campus[locale],
            value: `${escapeMarkdown(campus)}${promo.remote ? `, ${promoText.remote[locale]}` : ''}`,
            inline: true,
          },
          { name: promoText.dates[locale], value: promoText.fromTo(promoDay(promo.start), promoDay(promo.end))[locale] },
          { name: promoText.manager[locale], value: `<@${promo.managerId}>`, inline: true },
          ...(trainers ? [{ name: promoText.trainers[locale], value: trainers, inline: true }] : []),
          { name: text.space[locale], value: `${text.channels(channels)[locale]} ${budgetOf(peak, locale)}` },
        ],
      },
    ],
    components: [
      row(
        buttonOf(text.confirm[locale], confirmId.encode({ planId }), ButtonStyle.Success),
        buttonOf((promo.remote ? text.makeOnsite : text.makeRemote)[locale], remoteId.encode({ planId })),
        ...(promo.start > today
          ? [buttonOf((promo.early ? text.openLater : text.openNow)[locale], earlyId.encode({ planId }))]
          : []),
      ),
    ],
  };
}

/** `byHand`: channels that somebody made in the promo's categories. */
export type Touched = Read & { byHand: number };

const spaceOf = ({ made }: Read): number => made.categories.length + made.channels.length;

/** What a promo's space takes with it, and what it leaves. */
const goes = (touched: Touched, deletion: Day, locale: Locale): string[] => [
  endText.endSpace(spaceOf(touched), promoDay(deletion))[locale],
  ...leaves(touched, locale),
];

const leaves = ({ byHand }: Touched, locale: Locale): string[] => (byHand > 0 ? [endText.byHand(byHand)[locale]] : []);

const preview = (title: string, lines: readonly string[], components: Message['components'] & {}): Message => ({
  content: '',
  embeds: [{ title: cut(title, 256), description: lines.map((line) => `- ${line}`).join('\n') }],
  components,
});

/** What an end touches, with counts. */
export const endPreview = (touched: Touched, deletion: Day, planId: number, locale: Locale): Message =>
  preview(
    endText.endTitle(escapeMarkdown(touched.promo.name))[locale],
    [endText.endAlumni(touched.people.learners)[locale], ...goes(touched, deletion, locale), endText.canUndo[locale]],
    confirmation(planId, endText.confirmEnd[locale], ButtonStyle.Danger),
  );

const everybody = ({ people }: Read): number => people.learners + people.trainers;

export const cancelPreview = (touched: Touched, deletion: Day, planId: number, locale: Locale): Message =>
  preview(
    endText.cancelTitle(escapeMarkdown(touched.promo.name))[locale],
    [endText.cancelPeople(everybody(touched))[locale], ...goes(touched, deletion, locale), endText.canUndo[locale]],
    confirmation(planId, endText.confirmCancel[locale], ButtonStyle.Danger),
  );

/** Of a space that never was complete: there is no way back. */
export const undoBuildPreview = (touched: Touched, planId: number, locale: Locale): Message =>
  preview(
    endText.undoBuildTitle(escapeMarkdown(touched.promo.name))[locale],
    [
      endText.cancelPeople(everybody(touched))[locale],
      endText.undoBuildSpace(spaceOf(touched))[locale],
      ...leaves(touched, locale),
      endText.noWayBack[locale],
    ],
    confirmation(planId, endText.confirmUndoBuild[locale], ButtonStyle.Danger),
  );

export function postponePreview(
  { promo, people }: Read,
  dates: { startsOn: Date; endsOn: Date },
  planId: number,
  locale: Locale,
): Message {
  const count = people.learners + people.trainers;
  return preview(
    endText.postponeTitle(escapeMarkdown(promo.name))[locale],
    [
      endText.newDates(datesOf(dates))[locale],
      promo.state === 'ended' ? endText.reopens(people.learners)[locale] : endText.people(count)[locale],
    ],
    confirmation(planId, endText.confirmPostpone[locale], ButtonStyle.Primary),
  );
}
