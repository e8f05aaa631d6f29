import { button, chosenRow, type Message, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { anyone } from '../../../discord/policy.ts';
import { type Stage, stages } from '../../../kernel/mentoring.ts';
import { avoid, listAvoided, stopAvoiding } from '../service/avoid.ts';
import { getMentor } from '../service/mentor.ts';
import { readLists } from '../service/prefer.ts';
import { prefer, preferStages } from '../service/profile.ts';
import { avoidScreen, preferScreen } from '../views/profile.ts';
import { avoidAddId, avoidRemoveId, avoidsId, preferCampusId, preferCourseId, preferId, preferStageId } from '../wire.ts';
import { byOf } from './profile.ts';

type Pages = { guildId: string; courses: number; campuses: number };

async function listsOf(context: Context, pages: Pages): Promise<Message> {
  const { who } = byOf(context);
  const [mentor, lists] = await Promise.all([getMentor(context.db, who), readLists(context.db, who, pages)]);
  return preferScreen(mentor, lists, context.locale);
}

export const preferences = button({ id: preferId, policy: anyone, answer: 'update', run: listsOf });

async function choose(context: Context, pages: Pages, kind: 'course' | 'campus', values: readonly string[]): Promise<Message> {
  const by = byOf(context);
  const lists = await readLists(context.db, by.who, pages);
  const shown = (kind === 'course' ? lists.courses : lists.campuses).entries.map(({ id }) => id);
  await prefer(context.db, by, { kind, shown, chosen: values.map(chosenRow) });
  return listsOf(context, pages);
}

export const preferCourse = select({
  id: preferCourseId,
  policy: anyone,
  answer: 'update',
  run: (context, pages, values) => choose(context, pages, 'course', values),
});
export const preferCampus = select({
  id: preferCampusId,
  policy: anyone,
  answer: 'update',
  run: (context, pages, values) => choose(context, pages, 'campus', values),
});
export const preferStage = select({
  id: preferStageId,
  policy: anyone,
  answer: 'update',
  async run(context, pages, values) {
    const chosen = values.filter((value): value is Stage => Object.hasOwn(stages, value));
    await preferStages(context.db, byOf(context), chosen);
    return listsOf(context, pages);
  },
});

const avoidedOf = async (context: Context, guildId: string): Promise<Message> =>
  avoidScreen(guildId, await listAvoided(context.db, byOf(context).who), context.locale);

export const avoids = button({
  id: avoidsId,
  policy: anyone,
  answer: 'update',
  run: (context, { guildId }) => avoidedOf(context, guildId),
});

export const avoidAdd = select({
  id: avoidAddId,
  policy: anyone,
  answer: 'update',
  async run(context, { guildId }, avoidedIds) {
    const { who, now } = byOf(context);
    await context.db.$transaction((tx) => avoid(tx, { ...who, avoidedIds, now }));
    return avoidedOf(context, guildId);
  },
});

export const avoidRemove = select({
  id: avoidRemoveId,
  policy: anyone,
  answer: 'update',
  async run(context, { guildId }, avoidedIds) {
    await stopAvoiding(context.db, byOf(context).who, avoidedIds);
    return avoidedOf(context, guildId);
  },
});
