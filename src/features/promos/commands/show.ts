import { button, chosenRow, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { choice, optional } from '../../../discord/options.ts';
import { anyone, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { countEntries, resolveEntry } from '../../catalogue/service/entry.ts';
import { commandTexts, optionTexts } from '../messages/command.ts';
import { text as editText } from '../messages/edit.ts';
import { notYours, stateNames, text } from '../messages/promo.ts';
import { roleOf } from '../service/place.ts';
import {
  countPeople,
  countPromosOf,
  type Filter,
  leads,
  listPromos,
  ownOf,
  ownPromos,
  ownSize,
  type Promo,
  pageSize,
  placesOf,
  readRoster,
  rosterSize,
  trainersOf,
} from '../service/promo.ts';
import { readOrphans } from '../service/trust.ts';
import { chooseViews, readViews, viewSize } from '../service/view.ts';
import { note } from '../views/part.ts';
import { minePage, promoCard, promoList, rosterFile, rosterPage, states, viewPage } from '../views/promo.ts';
import {
  exportId,
  listId,
  mineId,
  mineOpenId,
  minePageId,
  newId,
  openId,
  orphansId,
  rosterId,
  showId,
  viewId,
  viewsId,
} from '../wire.ts';
import { entryOption, isStaff, ownPromo, promoOf, promoOption, team, today } from './option.ts';

/** The card of a promo, for somebody who may see it. */
export async function cardOf(context: Context, promo: Promo) {
  const { db, locale } = context;
  const [people, trainerIds, roleId, day] = await Promise.all([
    countPeople(db, promo.id),
    trainersOf(db, promo.id),
    roleOf(db, promo.id),
    today(context),
  ]);
  return promoCard({ promo, people, trainerIds, roleId, today: day }, locale, { isStaff: await isStaff(context) });
}

const everyState = ['planned', 'active', 'ended', 'archived', 'cancelled'] as const;

export const show = command({
  ...commandTexts.show,
  policy: staff,
  answer: 'ephemeral',
  options: { promo: promoOption(optionTexts.promo, everyState) },
  run: async (context, options) => cardOf(context, await promoOf(context, options.promo)),
});

/** For staff and its team with all that they can do; a learner sees the card of their promo, and nothing of its people. */
async function cardFor(context: Context, promoId: number) {
  const { db, actor } = context;
  if ((await isStaff(context)) || (await leads(db, { promoId, userId: actor.userId })))
    return cardOf(context, await ownPromo(context, promoId));
  const own = await ownOf(db, { ...actor, promoId });
  if (!own) throw notYours();
  return { ...(await cardOf(context, own)), components: [] };
}

export const showOwn = button({
  id: showId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context, { promoId }) => cardFor(context, promoId),
});

export const openMine = select({
  id: mineOpenId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context, _params, [id]) => cardFor(context, chosenRow(id)),
});

export const openOne = select({
  id: openId,
  policy: staff,
  answer: 'ephemeral',
  run: async (context, _params, [id]) => cardOf(context, await ownPromo(context, chosenRow(id))),
});

export const roster = button({
  id: rosterId,
  policy: team,
  answer: 'ephemeral',
  async run(context, { promoId, page }) {
    const { db, locale } = context;
    const promo = await ownPromo(context, promoId);
    const people = await countPeople(db, promoId);
    const last = Math.max(0, Math.ceil((people.learners + people.trainers) / rosterSize) - 1);
    const shown = Math.min(page, last);
    const lines = await readRoster(db, { promoId, page: shown });
    return rosterPage({ promo, people, lines, page: shown, size: rosterSize }, locale);
  },
});

export const exportRoster = button({
  id: exportId,
  policy: team,
  answer: 'ephemeral',
  async run(context, { promoId }) {
    const promo = await ownPromo(context, promoId);
    const lines = await readRoster(context.db, { promoId });
    return rosterFile(promo, lines, context.locale, { isStaff: await isStaff(context) });
  },
});

const page = async ({ db, actor, locale }: Context, filter: Filter, at: number) =>
  promoList(await listPromos(db, { guildId: actor.guildId, filter, page: at }), locale, pageSize);

export const list = command({
  ...commandTexts.list,
  policy: staff,
  answer: 'ephemeral',
  options: {
    state: optional(choice({ ...optionTexts.state, choices: stateNames })),
    course: optional(entryOption('course', optionTexts.course)),
    campus: optional(entryOption('campus', optionTexts.campus)),
  },
  async run(context, { state, course, campus }) {
    const { db, actor } = context;
    const { guildId } = actor;
    const [courseEntry, campusEntry] = await Promise.all([
      course === undefined ? null : resolveEntry(db, { guildId, kind: 'course', typed: course }),
      campus === undefined ? null : resolveEntry(db, { guildId, kind: 'campus', typed: campus }),
    ]);
    return page(context, { state: state ?? null, courseId: courseEntry?.id ?? null, campusId: campusEntry?.id ?? null }, 0);
  },
});

export const turnList = button({
  id: listId,
  policy: staff,
  answer: 'update',
  run: (context, { page: at, state, courseId, campusId }) =>
    page(context, { state: states[state - 1] ?? null, courseId: courseId || null, campusId: campusId || null }, at),
});

export const mine = button({
  id: mineId,
  policy: anyone,
  answer: 'ephemeral',
  run: async ({ db, actor, locale }) => minePage(await ownPromos(db, { ...actor, page: 0 }), locale, ownSize),
});

export const turnMine = button({
  id: minePageId,
  policy: anyone,
  answer: 'update',
  run: async ({ db, actor, locale }, { page: at }) => minePage(await ownPromos(db, { ...actor, page: at }), locale, ownSize),
});

const views = async ({ db, actor, locale }: Context, at: number) =>
  viewPage(await readViews(db, { guildId: actor.guildId, userId: actor.userId, page: at }), locale, viewSize);

export const view = command({
  ...commandTexts.view,
  policy: staff,
  answer: 'ephemeral',
  options: {},
  run: (context) => views(context, 0),
});

export const turnViews = button({
  id: viewsId,
  policy: staff,
  answer: 'update',
  run: (context, { page: at }) => views(context, at),
});

export const chooseView = select({
  id: viewId,
  policy: staff,
  answer: 'update',
  async run(context, shown, ids) {
    const changed = await chooseViews(context.db, changeBy(context), { ...shown, chosen: ids.map(chosenRow) });
    return note(text.viewed(changed), context.locale);
  },
});

/** Buttons share one row with those of other features. */
const mostButtons = 2;

/** The promos of a person, on their card. */
export async function card({ db, actor }: Context, userId: string): Promise<readonly HomeItem[]> {
  const places = await placesOf(db, { guildId: actor.guildId, userId });
  return places.map(
    ({ id, name, state, part }, index): HomeItem => ({
      text: text.place(part, escapeMarkdown(name), stateNames[state]),
      ...(index < mostButtons && { button: { label: { fr: name, en: name }, customId: showId.encode({ promoId: id }) } }),
    }),
  );
}

/** Staff create and follow promos; everybody finds their own. */
export async function home(context: Context): Promise<readonly HomeItem[]> {
  const { db, actor } = context;
  const own = await countPromosOf(db, actor);
  const ownItem: HomeItem = { text: text.homeMine(own), button: { label: text.mine, customId: mineId.encode({}) } };
  const items: HomeItem[] = own > 0 ? [ownItem] : [];
  if (!(await isStaff(context))) return items;
  const [{ campus, course }, orphans] = await Promise.all([countEntries(db, actor.guildId), readOrphans(db, actor.guildId, 1)]);
  const waiting: HomeItem = {
    text: editText.homeOrphans(orphans.total),
    waiting: true,
    button: { label: editText.choose, customId: orphansId.encode({}) },
  };
  const create: HomeItem = { text: text.homeCreate, button: { label: text.create, customId: newId.encode({}) } };
  const all: HomeItem = {
    text: text.homeList,
    button: { label: text.list, customId: listId.encode({ page: 0, state: 0, courseId: 0, campusId: 0 }) },
  };
  return [...(orphans.total > 0 ? [waiting] : []), ...items, ...(campus > 0 && course > 0 ? [create, all] : [])];
}
