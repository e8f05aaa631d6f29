import { button, chosenRow, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { form, people, shortText } from '../../../discord/form.ts';
import { boolean, optional, string, user } from '../../../discord/options.ts';
import { staff } from '../../../discord/policy.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { getEntry, listEntries, nameLimit, pageSize, resolveEntry } from '../../catalogue/service/entry.ts';
import { getMember } from '../../members/service.ts';
import { text as alertText } from '../messages/alert.ts';
import { commandTexts, optionTexts } from '../messages/command.ts';
import { text as copyText, hasProblems } from '../messages/copy.ts';
import { planGone, text } from '../messages/create.ts';
import { text as endText } from '../messages/end.ts';
import { promoDay } from '../messages/promo.ts';
import { isReady } from '../rules/copy.ts';
import { dayOf } from '../rules/day.ts';
import { countsOf } from '../rules/server.ts';
import { confirmPlan, readPlan, savePlan } from '../service/confirm.ts';
import { checkPromo, mostTrainers, requireRoom } from '../service/create.ts';
import type { Promo } from '../service/promo.ts';
import { readServer } from '../tasks/server.ts';
import { campusScreen, courseScreen, creationPreview, openingOf } from '../views/create.ts';
import { note } from '../views/part.ts';
import {
  campusesId,
  campusId,
  confirmId,
  courseId,
  coursesId,
  type Deed,
  detailsId,
  earlyId,
  type NewPromo,
  newId,
  remoteId,
} from '../wire.ts';
import { shownCopies } from './copy.ts';
import { requireStaff } from './edit.ts';
import { dayTyped, entryOption, today } from './option.ts';

/** Checks all that can be checked, Discord's limits included, and shows what will be created. */
async function preview(context: Context, asked: NewPromo) {
  const { db, actor, locale, discord, applicationId } = context;
  const { guildId } = actor;
  const day = await today(context);
  const checked = await checkPromo(db, { guildId, today: day }, asked);
  for (const userId of asked.trainerIds) await getMember(db, { guildId, userId });
  const server = await readServer(discord, guildId, applicationId);
  await requireStaff(context, server, asked.managerId);
  const peak = await requireRoom(db, { guildId, there: countsOf(server), today: day }, checked);
  const planId = await savePlan(db, changeBy(context), checked.promo);
  return creationPreview({ checked, peak, planId, today: day }, locale);
}

export const create = command({
  ...commandTexts.create,
  policy: staff,
  answer: 'ephemeral',
  options: {
    course: entryOption('course', optionTexts.course),
    campus: entryOption('campus', optionTexts.campus),
    name: string({ ...optionTexts.name, min: 1, max: nameLimit }),
    start: string({ ...optionTexts.start, min: 1, max: 40 }),
    end: string({ ...optionTexts.end, min: 1, max: 40 }),
    manager: optional(user(optionTexts.manager)),
    trainer1: optional(user(optionTexts.trainer1)),
    trainer2: optional(user(optionTexts.trainer2)),
    trainer3: optional(user(optionTexts.trainer3)),
    remote: optional(boolean(optionTexts.remote)),
    now: optional(boolean(optionTexts.now)),
  },
  async run(context, { course, campus, name, start, end, manager, trainer1, trainer2, trainer3, remote, now }) {
    const { db, actor } = context;
    const { guildId } = actor;
    const [courseEntry, campusEntry] = await Promise.all([
      resolveEntry(db, { guildId, kind: 'course', typed: course }),
      resolveEntry(db, { guildId, kind: 'campus', typed: campus }),
    ]);
    return preview(context, {
      do: 'create',
      courseId: courseEntry.id,
      campusId: campusEntry.id,
      name,
      start: dayTyped(start),
      end: dayTyped(end),
      managerId: manager ?? actor.userId,
      trainerIds: [...new Set([trainer1, trainer2, trainer3].filter((id) => id !== undefined))],
      remote: remote ?? false,
      early: now ?? false,
    });
  },
});

const courses = async ({ db, actor, locale }: Context, page: number) =>
  courseScreen(await listEntries(db, { guildId: actor.guildId, kind: 'course', page }), locale, pageSize);

const campuses = async ({ db, actor, locale }: Context, id: number, page: number) => {
  const { guildId } = actor;
  const course = await getEntry(db, { guildId, kind: 'course', id });
  return campusScreen(await listEntries(db, { guildId, kind: 'campus', page }), course, locale, pageSize);
};

export const begin = button({ id: newId, policy: staff, answer: 'ephemeral', run: (context) => courses(context, 0) });

export const turnCourses = button({
  id: coursesId,
  policy: staff,
  answer: 'update',
  run: (context, { page }) => courses(context, page),
});

export const chooseCourse = select({
  id: courseId,
  policy: staff,
  answer: 'update',
  run: (context, _params, [id]) => campuses(context, chosenRow(id), 0),
});

export const turnCampuses = button({
  id: campusesId,
  policy: staff,
  answer: 'update',
  run: (context, { courseId: id, page }) => campuses(context, id, page),
});

export const details = form({
  id: detailsId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields: {
    name: shortText({ label: text.name, max: nameLimit }),
    start: shortText({ label: text.start, description: text.dateHelp, max: 40 }),
    end: shortText({ label: text.end, description: text.dateHelp, max: 40 }),
    manager: people({ label: text.manager, max: 1 }),
    trainers: people({ label: text.trainers, max: mostTrainers, required: false }),
  },
  run: (context, { courseId: course, campusId: campus }, { name, start, end, manager, trainers }) =>
    preview(context, {
      do: 'create',
      courseId: course,
      campusId: campus,
      name,
      start: dayTyped(start),
      end: dayTyped(end),
      managerId: manager[0] ?? context.actor.userId,
      trainerIds: trainers,
      remote: false,
      early: false,
    }),
});

export const chooseCampus = select({
  id: campusId,
  policy: staff,
  answer: 'modal',
  async run({ db, actor, locale }, { courseId: course }, [id]) {
    const campus = await getEntry(db, { guildId: actor.guildId, kind: 'campus', id: chosenRow(id) });
    return details.open(locale, { courseId: course, campusId: campus.id }, { manager: [actor.userId] });
  },
});

/** The same promo otherwise: another preview takes the place of the one that was shown. */
async function previewOtherwise(context: Context, planId: number, otherwise: (planned: NewPromo) => Partial<NewPromo>) {
  const planned = await readPlan(context.db, changeBy(context), planId);
  if (planned.do !== 'create') throw planGone();
  return preview(context, { ...planned, ...otherwise(planned) });
}

export const toggleRemote = button({
  id: remoteId,
  policy: staff,
  answer: 'update',
  run: (context, { planId }) => previewOtherwise(context, planId, ({ remote }) => ({ remote: !remote })),
});

export const toggleEarly = button({
  id: earlyId,
  policy: staff,
  answer: 'update',
  run: (context, { planId }) => previewOtherwise(context, planId, ({ early }) => ({ early: !early })),
});

function told(done: Deed, promo: Promo, day: string) {
  const name = escapeMarkdown(promo.name);
  switch (done.do) {
    case 'create':
      return text.created(name, done.start > day && !done.early ? openingOf(done, day) : null);
    case 'copy':
      return copyText.created(done.items.length);
    case 'postpone':
      return endText.postponed(name, promoDay(dayOf(promo.endsOn)));
    case 'end':
      return endText.ended(name);
    case 'cancel':
      return endText.cancelled(name);
    case 'undo_build':
      return alertText.undone(name);
  }
}

/** Whatever was shown, once confirmed. Discord's limits are looked at again: the preview may be hours old. */
export const confirm = button({
  id: confirmId,
  policy: staff,
  answer: 'update',
  async run(context, { planId }) {
    const { db, actor, locale, discord, applicationId } = context;
    const by = changeBy(context);
    const day = await today(context);
    const planned = await readPlan(db, by, planId);
    if (planned.do === 'create') {
      const { guildId } = actor;
      const checked = await checkPromo(db, { guildId, today: day }, planned);
      const there = countsOf(await readServer(discord, guildId, applicationId));
      await requireRoom(db, { guildId, there, today: day }, checked);
    }
    if (planned.do === 'copy' && !isReady(await shownCopies(context, planId, planned))) throw hasProblems();
    const { done, promo } = await confirmPlan(db, by, { planId, today: day });
    return note(told(done, promo, day), locale);
  },
});
