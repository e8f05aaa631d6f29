import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, command, event } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { boolean, optional, string } from '../../../discord/options.ts';
import { holds, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { commandTexts, nothingToChange, optionTexts, text, unknownEntry } from '../messages/catalogue.ts';
import { nameLimit } from '../rules/name.ts';
import {
  addEntry,
  countEntries,
  type EntryKind,
  editEntry,
  findEntry,
  listEntries,
  pageSize,
  previewRemoval,
  removeEntry,
  restoreRole,
} from '../service/entry.ts';
import { done, entryList, removalCard } from '../views/entry.ts';
import { openId, pageId, removeId } from '../wire.ts';
import { entryOf, entryOption } from './option.ts';

const add = async (context: Context, kind: EntryKind, name: string, diploma = false) => {
  const entry = await addEntry(context.db, changeBy(context), { kind, name, diploma });
  return done(context.t(text.added(kind, escapeMarkdown(entry.name))));
};
const edit = async (
  context: Context,
  kind: EntryKind,
  typed: string,
  what: { name?: string | undefined; diploma?: boolean | undefined },
) => {
  const { id } = await entryOf(context, kind, typed);
  const entry = await editEntry(context.db, changeBy(context), { kind, id, ...what });
  return done(context.t(text.changed(kind, escapeMarkdown(entry.name))));
};
const askRemoval = async (context: Context, kind: EntryKind, typed: string) => {
  const { db, actor, locale } = context;
  const { id } = await entryOf(context, kind, typed);
  return removalCard(await previewRemoval(db, { guildId: actor.guildId, kind, id }), locale);
};
const list = async ({ db, actor, locale }: Context, kind: EntryKind, page = 0) =>
  entryList(await listEntries(db, { guildId: actor.guildId, kind, page }), locale, pageSize);

const common = { policy: staff, answer: 'ephemeral' } as const;
const name = string({ ...optionTexts.name, min: 1, max: nameLimit });
const newName = string({ ...optionTexts.newName, min: 1, max: nameLimit });
const campus = entryOption('campus', optionTexts.campus);
const course = entryOption('course', optionTexts.course);
const diploma = boolean(optionTexts.diploma);

export const campusAdd = command({
  ...commandTexts.campusAdd,
  ...common,
  options: { name },
  run: (context, options) => add(context, 'campus', options.name),
});
export const campusRename = command({
  ...commandTexts.campusRename,
  ...common,
  options: { campus, name: newName },
  run: (context, options) => edit(context, 'campus', options.campus, { name: options.name }),
});
export const campusRemove = command({
  ...commandTexts.campusRemove,
  ...common,
  options: { campus },
  run: (context, options) => askRemoval(context, 'campus', options.campus),
});
export const campusList = command({
  ...commandTexts.campusList,
  ...common,
  options: {},
  run: (context) => list(context, 'campus'),
});

export const courseAdd = command({
  ...commandTexts.courseAdd,
  ...common,
  options: { name, diploma: optional(diploma) },
  run: (context, options) => add(context, 'course', options.name, options.diploma),
});
export const courseEdit = command({
  ...commandTexts.courseEdit,
  ...common,
  options: { course, name: optional(newName), diploma: optional(diploma) },
  async run(context, options) {
    if (options.name === undefined && options.diploma === undefined) throw nothingToChange();
    return edit(context, 'course', options.course, { name: options.name, diploma: options.diploma });
  },
});
export const courseRemove = command({
  ...commandTexts.courseRemove,
  ...common,
  options: { course },
  run: (context, options) => askRemoval(context, 'course', options.course),
});
export const courseList = command({
  ...commandTexts.courseList,
  ...common,
  options: {},
  run: (context) => list(context, 'course'),
});

export const confirmRemoval = button({
  id: removeId,
  policy: staff,
  answer: 'update',
  async run(context, { entryId }) {
    const found = await findEntry(context.db, { guildId: context.actor.guildId, id: entryId });
    if (!found || found.removedAt) throw unknownEntry(found?.kind ?? 'course');
    const { kind } = found;
    const entry = await removeEntry(context.db, changeBy(context), { kind, id: entryId });
    return done(context.t(text.removed(kind, escapeMarkdown(entry.name))));
  },
});

export const openCourses = button({ id: openId, ...common, run: (context) => list(context, 'course') });

export const turnPage = button({
  id: pageId,
  policy: staff,
  answer: 'update',
  run: (context, { page }) => list(context, page % 2 === 1 ? 'campus' : 'course', Math.floor(page / 2)),
});

/** The first steps, then the way to the courses. */
export async function home({ db, actor, keys }: Context): Promise<readonly HomeItem[]> {
  if (!holds(staff, await keys())) return [];
  const { campus: campuses, course: courses } = await countEntries(db, actor.guildId);
  if (campuses === 0 || courses === 0) return [{ text: text.homeEmpty }];
  return [{ text: text.homeCourses, button: { label: text.homeButton, customId: openId.encode({}) } }];
}

export const roleDeleted = event(GatewayDispatchEvents.GuildRoleDelete, ({ db }, { guild_id, role_id }) =>
  restoreRole(db, { guildId: guild_id, roleId: role_id }),
);
