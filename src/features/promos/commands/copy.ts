import { button, chosenRow, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { form, radio, shortText } from '../../../discord/form.ts';
import { choice, optional } from '../../../discord/options.ts';
import { staff } from '../../../discord/policy.ts';
import { nameLimit, resolveEntry } from '../../catalogue/service/entry.ts';
import { commandTexts, optionTexts } from '../messages/command.ts';
import { badWeeks, noneChosen, teamNames, text } from '../messages/copy.ts';
import { planGone } from '../messages/create.ts';
import { stateNames } from '../messages/promo.ts';
import { mostCopies, mostWeeks, oneYear } from '../rules/copy.ts';
import { countsOf } from '../rules/server.ts';
import { readPlan, savePlan } from '../service/confirm.ts';
import { changeCopying, moveCopies, nameCopy, previewCopies } from '../service/copy.ts';
import { type Filter, listPromos } from '../service/promo.ts';
import { readServer } from '../tasks/server.ts';
import { copyPreview, pickScreen, pickSize } from '../views/copy.ts';
import { states } from '../views/promo.ts';
import {
  type Copying,
  copyAllId,
  copyFormId,
  copyNamedId,
  copyNameId,
  copyNewId,
  copyNextId,
  copyPagesId,
  copyPickId,
  copyShownId,
} from '../wire.ts';
import { entryOption, promoOf, promoOption, today } from './option.ts';

const listed = ({ db, actor }: Context, { filter }: Copying, page: number, size = pickSize) =>
  listPromos(db, { guildId: actor.guildId, filter, page, size });

async function planOf(context: Context, planId: number): Promise<Copying> {
  const planned = await readPlan(context.db, changeBy(context), planId);
  if (planned.do !== 'copy') throw planGone();
  return planned;
}

const pick = async (context: Context, planId: number, planned: Copying, page: number) =>
  pickScreen(planId, planned, await listed(context, planned, page), context.locale);

/** What the plan says now, against the server as it is now. */
export async function shownCopies(context: Context, planId: number, planned: Copying) {
  const { db, actor, discord, applicationId } = context;
  const [day, server] = await Promise.all([today(context), readServer(discord, actor.guildId, applicationId)]);
  return previewCopies(db, actor, { planId, planned, there: countsOf(server), today: day });
}

/** Before anything was moved there is nothing to show but what can be chosen. */
const preview = async (context: Context, planId: number, planned: Copying, page = 0) =>
  planned.items.length === 0
    ? pick(context, planId, planned, 0)
    : copyPreview(await shownCopies(context, planId, planned), page, context.locale);

const beginning = (filter: Filter, one: { id: number } | null = null): Copying => ({
  do: 'copy',
  filter,
  sources: one ? [one.id] : [],
  weeks: oneYear,
  team: 'both',
  items: [],
});

export const copy = command({
  ...commandTexts.copy,
  policy: staff,
  answer: 'ephemeral',
  options: {
    promo: optional(promoOption(optionTexts.source, ['planned', 'active', 'ended', 'archived'])),
    course: optional(entryOption('course', optionTexts.course)),
    campus: optional(entryOption('campus', optionTexts.campus)),
    state: optional(choice({ ...optionTexts.state, choices: stateNames })),
  },
  async run(context, { promo, course, campus, state }) {
    const { db, actor } = context;
    const { guildId } = actor;
    const [one, courseEntry, campusEntry] = await Promise.all([
      promo === undefined ? null : promoOf(context, promo),
      course === undefined ? null : resolveEntry(db, { guildId, kind: 'course', typed: course }),
      campus === undefined ? null : resolveEntry(db, { guildId, kind: 'campus', typed: campus }),
    ]);
    const planned = beginning(
      { state: state ?? null, courseId: courseEntry?.id ?? null, campusId: campusEntry?.id ?? null },
      one,
    );
    const planId = await savePlan(db, changeBy(context), planned);
    if (!one) return pick(context, planId, planned, 0);
    return preview(context, planId, await moveCopies(db, changeBy(context), planId, planned));
  },
});

export const copyListed = button({
  id: copyNewId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { state, courseId, campusId }) {
    const planned = beginning({ state: states[state - 1] ?? null, courseId: courseId || null, campusId: campusId || null });
    return pick(context, await savePlan(context.db, changeBy(context), planned), planned, 0);
  },
});

export const turnPick = button({
  id: copyPagesId,
  policy: staff,
  answer: 'update',
  run: async (context, { planId, page }) => pick(context, planId, await planOf(context, planId), page),
});

export const pickSome = select({
  id: copyPickId,
  policy: staff,
  answer: 'update',
  async run(context, { planId, page }, ids) {
    const shown = await listed(context, await planOf(context, planId), page);
    const here = new Set(shown.promos.map(({ id }) => id));
    const chosen = ids.map(chosenRow).filter((id) => here.has(id));
    const planned = await changeCopying(context.db, changeBy(context), planId, (before) => ({
      ...before,
      sources: [...before.sources.filter((id) => !here.has(id)), ...chosen],
    }));
    return pickScreen(planId, planned, shown, context.locale);
  },
});

export const pickAll = button({
  id: copyAllId,
  policy: staff,
  answer: 'update',
  async run(context, { planId }) {
    const all = await listed(context, await planOf(context, planId), 0, mostCopies + 1);
    const sources = all.promos.map(({ id }) => id);
    const planned = await changeCopying(context.db, changeBy(context), planId, (before) => ({ ...before, sources }));
    return pick(context, planId, planned, 0);
  },
});

const fields = {
  weeks: shortText({ label: text.weeks, description: text.weeksHelp, max: 3 }),
  team: radio({ label: text.team, choices: teamNames }),
};

export const move = form({
  id: copyFormId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields,
  async run(context, { planId }, { weeks, team }) {
    const count = /^\d{1,3}$/.test(weeks.trim()) ? Number(weeks) : 0;
    if (count < 1 || count > mostWeeks) throw badWeeks(mostWeeks);
    return preview(
      context,
      planId,
      await moveCopies(context.db, changeBy(context), planId, { weeks: count, team: team ?? 'both' }),
    );
  },
});

export const next = button({
  id: copyNextId,
  policy: staff,
  answer: 'modal',
  async run(context, { planId }) {
    const { sources, weeks, team } = await planOf(context, planId);
    if (sources.length === 0) throw noneChosen();
    return move.open(context.locale, { planId }, { weeks: String(weeks), team });
  },
});

export const turnShown = button({
  id: copyShownId,
  policy: staff,
  answer: 'update',
  run: async (context, { planId, page }) => preview(context, planId, await planOf(context, planId), page),
});

export const named = form({
  id: copyNamedId,
  policy: staff,
  answer: 'update',
  title: text.renameTitle,
  fields: { name: shortText({ label: text.name, max: nameLimit }) },
  run: async (context, { planId, sourceId }, { name }) =>
    preview(context, planId, await nameCopy(context.db, changeBy(context), planId, { sourceId, name })),
});

export const chooseName = select({
  id: copyNameId,
  policy: staff,
  answer: 'modal',
  async run(context, { planId }, [id]) {
    const { items } = await planOf(context, planId);
    const item = items.find(({ sourceId }) => sourceId === chosenRow(id));
    if (!item) throw planGone();
    return named.open(context.locale, { planId, sourceId: item.sourceId }, { name: item.name.slice(0, nameLimit) });
  },
});
