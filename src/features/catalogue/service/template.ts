import { audit } from '../../../infra/audit.ts';
import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { badPosts, lastChannel, sameCourse, tooLarge, unknownChannel } from '../messages/template.ts';
import { parsePosts } from '../rules/outline.ts';
import {
  channelsOf,
  freshKey,
  isSpokenIn,
  type Level,
  mostChannels,
  readTemplate,
  type Template,
  type TemplateChannel,
  template,
  type Variant,
} from '../rules/template.ts';
import { type Entry, getEntry, lockEntry } from './entry.ts';

export type { Audience, Level, Template, TemplateChannel } from '../rules/template.ts';
export { channelsOf, fill, generalKey, isOnDemand, readTemplate, tagsOf, variantOf } from '../rules/template.ts';

/** A course with its template. `isOwn`: not the default one. */
export type CourseTemplate = { course: Entry; template: Template; isOwn: boolean };

const withTemplate = (course: Entry): CourseTemplate => ({
  course,
  template: readTemplate(course.template),
  isOwn: course.template !== null,
});

/** Throws `catalogue.unknown`. */
export const getTemplate = async (
  db: Db | Tx,
  { guildId, courseId }: { guildId: string; courseId: number },
): Promise<CourseTemplate> => withTemplate(await getEntry(db, { guildId, kind: 'course', id: courseId }));

/** Changes a template under the lock of its course, so that of two editors none undoes the other's work. */
function change(db: Db, by: Change, courseId: number, edit: (known: Template) => Template | null): Promise<CourseTemplate> {
  return db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const course = await lockEntry(tx, { guildId, kind: 'course', id: courseId });
    const edited = edit(readTemplate(course.template));
    const checked = edited === null ? null : template.safeParse(edited);
    if (checked && !checked.success) throw tooLarge(mostChannels, 15);
    const data = { template: checked ? checked.data : Prisma.DbNull };
    const saved = await tx.catalogueEntry.update({ where: { id: courseId }, data });
    const channels = checked ? channelsOf(checked.data).length : 0;
    await audit(tx, {
      guildId,
      actorId,
      action: 'catalogue.edit_template',
      subject: `course:${courseId}`,
      after: { channels },
      at: now,
    });
    return withTemplate(saved);
  });
}

export type ChannelEdit = {
  name: string;
  learner: Level;
  trainer: Level;
  variant: Variant;
  /** Of a voice channel there is none to say; posts too long for the form stay as they are. */
  content?: string;
  onDemand?: boolean;
};

function edited(
  known: TemplateChannel,
  { name, learner, trainer, variant, content, onDemand }: ChannelEdit,
  others: readonly TemplateChannel[],
): TemplateChannel {
  const levels = { learner, trainer, staff: 'write' as const };
  const shared = { ...known, name, levels, variant };
  if (known.kind === 'voice') return { ...shared, topic: content ?? known.topic, ...(onDemand !== undefined && { onDemand }) };
  if (known.kind !== 'forum') return { ...shared, topic: content ?? known.topic };
  if (content === undefined) return shared;
  const isSpoken = learner !== 'none' && !others.some(isSpokenIn);
  const { posts, problems } = parsePosts(content, known.posts, { isSpoken });
  if (problems.length > 0) throw badPosts(problems);
  return { ...shared, posts };
}

const isNewKind = (key: string): key is TemplateChannel['kind'] => key === 'forum' || key === 'text' || key === 'voice';

/** An empty channel of that kind, for the form that makes a new one. */
export const blankChannel = (kind: TemplateChannel['kind'], key: string): TemplateChannel => ({
  key,
  kind,
  name: '',
  levels: { learner: kind === 'forum' ? 'answer' : 'write', trainer: 'write', staff: 'write' },
  variant: 'both',
  topic: '',
  posts: [],
});

/** The channel that a form is about: one of the template, or a new one when `key` is a kind. Throws `catalogue.unknown_channel`. */
export function channelFor(known: Template, key: string): TemplateChannel {
  const found = channelsOf(known).find((channel) => channel.key === key);
  if (found) return found;
  if (isNewKind(key)) return blankChannel(key, key);
  throw unknownChannel();
}

/** The same, with the new one under a key of its own. */
export const saveChannel = (db: Db, by: Change, { courseId, key, edit }: { courseId: number; key: string; edit: ChannelEdit }) =>
  change(db, by, courseId, (known) => {
    const old = channelsOf(known).find((channel) => channel.key === key);
    const beside = channelsOf(known).filter((channel) => channel !== old);
    if (old) {
      return {
        categories: known.categories.map((category) => ({
          ...category,
          channels: category.channels.map((channel) => (channel.key === key ? edited(channel, edit, beside) : channel)),
        })),
      };
    }
    if (!isNewKind(key)) throw unknownChannel();
    const fresh = edited(blankChannel(key, freshKey(beside.map((channel) => channel.key))), edit, beside);
    const [first, ...others] = known.categories;
    return { categories: [{ name: first?.name ?? '{promo}', channels: [...(first?.channels ?? []), fresh] }, ...others] };
  });

/** Throws `catalogue.last_channel`. */
export const dropChannel = (db: Db, by: Change, { courseId, key }: { courseId: number; key: string }) =>
  change(db, by, courseId, (known) => {
    if (!channelsOf(known).some((channel) => channel.key === key)) throw unknownChannel();
    const categories = known.categories
      .map((category) => ({ ...category, channels: category.channels.filter((channel) => channel.key !== key) }))
      .filter(({ channels }) => channels.length > 0);
    if (categories.length === 0) throw lastChannel();
    return { categories };
  });

/** Back to the default template. */
export const resetTemplate = (db: Db, by: Change, courseId: number) => change(db, by, courseId, () => null);

export const replaceTemplate = (db: Db, by: Change, { courseId, template: wanted }: { courseId: number; template: Template }) =>
  change(db, by, courseId, () => wanted);

/** `to` gets the template of `from`. Throws `catalogue.same_course`. */
export async function copyTemplate(db: Db, by: Change, { from, to }: { from: number; to: number }): Promise<CourseTemplate> {
  if (from === to) throw sameCourse();
  const source = await getTemplate(db, { guildId: by.guildId, courseId: from });
  return change(db, by, to, () => (source.isOwn ? source.template : null));
}
