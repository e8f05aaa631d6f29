import { ChannelType } from 'discord-api-types/v10';
import { button, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { form, longText, menu, note, shortText } from '../../../discord/form.ts';
import { channel as channelOption, optional, role } from '../../../discord/options.ts';
import { staff } from '../../../discord/policy.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import {
  commandTexts,
  demandNames,
  levelNames,
  optionTexts,
  sameCourse,
  text,
  unknownChannel,
  variantNames,
} from '../messages/template.ts';
import { contentOf } from '../rules/outline.ts';
import {
  channelFor,
  channelsOf,
  copyTemplate,
  dropChannel,
  getTemplate,
  isOnDemand,
  replaceTemplate,
  resetTemplate,
  saveChannel,
} from '../service/template.ts';
import { done } from '../views/entry.ts';
import { copyCard, dropCard, readingCard, resetCard, templateCard } from '../views/template.ts';
import {
  addId,
  channelFormId,
  channelId,
  copySureId,
  dropId,
  dropSureId,
  longFormId,
  readId,
  resetId,
  resetSureId,
  templateId,
  voiceFormId,
} from '../wire.ts';
import { entryOf, entryOption } from './option.ts';
import { readCategory } from './reading.ts';

const common = { policy: staff, answer: 'ephemeral' } as const;
const course = entryOption('course', optionTexts.course);

const known = ({ db, actor }: Context, courseId: number) => getTemplate(db, { guildId: actor.guildId, courseId });

const cardOf = async (context: Context, courseId: number, isEditing: boolean) =>
  templateCard(await known(context, courseId), context.locale, { isEditing });

export const show = command({
  ...commandTexts.show,
  ...common,
  options: { course },
  run: async (context, options) => cardOf(context, (await entryOf(context, 'course', options.course)).id, false),
});

export const edit = command({
  ...commandTexts.edit,
  ...common,
  options: { course },
  run: async (context, options) => cardOf(context, (await entryOf(context, 'course', options.course)).id, true),
});

export const openEditing = button({
  id: templateId,
  policy: staff,
  answer: 'update',
  run: (context, { courseId }) => cardOf(context, courseId, true),
});

export const copy = command({
  ...commandTexts.copy,
  ...common,
  options: { from: entryOption('course', optionTexts.from), to: entryOption('course', optionTexts.to) },
  async run(context, options) {
    const [from, to] = await Promise.all([entryOf(context, 'course', options.from), entryOf(context, 'course', options.to)]);
    if (from.id === to.id) throw sameCourse();
    const [source, target] = await Promise.all([known(context, from.id), known(context, to.id)]);
    return copyCard(source, target, context.locale);
  },
});

export const confirmCopy = button({
  id: copySureId,
  policy: staff,
  answer: 'update',
  async run(context, { from, to }) {
    const source = await known(context, from);
    const { course } = await copyTemplate(context.db, changeBy(context), { from, to });
    return done(context.t(text.copied(escapeMarkdown(source.course.name), escapeMarkdown(course.name))));
  },
});

export const read = command({
  ...commandTexts.read,
  ...common,
  options: {
    course,
    category: channelOption({ ...optionTexts.category, types: [ChannelType.GuildCategory] }),
    learners: optional(role(optionTexts.learners)),
  },
  async run(context, options) {
    const { id } = await entryOf(context, 'course', options.course);
    const learnerId = options.learners ?? null;
    const { name, template } = await readCategory(context, { categoryId: options.category, learnerId });
    return readingCard({ template, courseId: id, category: { id: options.category, name }, learnerId }, context.locale);
  },
});

/** Reads the category once more: the message may be old. */
export const keepReading = button({
  id: readId,
  policy: staff,
  answer: 'update',
  async run(context, { courseId, categoryId, role: learnerId }) {
    const { template } = await readCategory(context, { categoryId, learnerId: learnerId === '0' ? null : learnerId });
    const saved = await replaceTemplate(context.db, changeBy(context), { courseId, template });
    return templateCard(saved, context.locale, { isEditing: true });
  },
});

/** https://docs.discord.com/developers/components/reference#text-input */
const longestContent = 4_000;

export const channelForm = form({
  id: channelFormId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields: {
    name: shortText({ label: text.name, max: 90 }),
    learner: menu({ label: text.learner, choices: levelNames }),
    trainer: menu({ label: text.trainer, choices: levelNames }),
    variant: menu({ label: text.variant, choices: variantNames }),
    content: longText({ label: text.content, description: text.contentHelp, max: longestContent, required: false }),
  },
  async run(context, { courseId, key }, { name, learner, trainer, variant, content }) {
    const edited = {
      name,
      learner: learner[0] ?? 'none',
      trainer: trainer[0] ?? 'write',
      variant: variant[0] ?? 'both',
      content,
    };
    const saved = await saveChannel(context.db, changeBy(context), { courseId, key, edit: edited });
    return templateCard(saved, context.locale, { isEditing: true });
  },
});

export const longForm = form({
  id: longFormId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields: {
    why: note(text.tooLong),
    name: shortText({ label: text.name, max: 90 }),
    learner: menu({ label: text.learner, choices: levelNames }),
    trainer: menu({ label: text.trainer, choices: levelNames }),
    variant: menu({ label: text.variant, choices: variantNames }),
  },
  async run(context, { courseId, key }, { name, learner, trainer, variant }) {
    const edited = { name, learner: learner[0] ?? 'none', trainer: trainer[0] ?? 'write', variant: variant[0] ?? 'both' };
    const saved = await saveChannel(context.db, changeBy(context), { courseId, key, edit: edited });
    return templateCard(saved, context.locale, { isEditing: true });
  },
});

export const voiceForm = form({
  id: voiceFormId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields: {
    name: shortText({ label: text.name, max: 90 }),
    learner: menu({ label: text.learner, choices: levelNames }),
    trainer: menu({ label: text.trainer, choices: levelNames }),
    variant: menu({ label: text.variant, choices: variantNames }),
    demand: menu({ label: text.demand, description: text.demandHelp, choices: demandNames }),
  },
  async run(context, { courseId, key }, { name, learner, trainer, variant, demand }) {
    const edited = {
      name,
      learner: learner[0] ?? 'none',
      trainer: trainer[0] ?? 'write',
      variant: variant[0] ?? 'both',
      onDemand: demand[0] === 'yes',
    };
    const saved = await saveChannel(context.db, changeBy(context), { courseId, key, edit: edited });
    return templateCard(saved, context.locale, { isEditing: true });
  },
});

async function openForm({ db, actor, locale }: Context, courseId: number, key: string | undefined) {
  if (!key) throw unknownChannel();
  const { template } = await getTemplate(db, { guildId: actor.guildId, courseId });
  const channel = channelFor(template, key);
  const { name, levels, variant } = channel;
  const shared = { name, learner: levels.learner, trainer: levels.trainer, variant };
  if (channel.kind === 'voice')
    return voiceForm.open(locale, { courseId, key }, { ...shared, demand: isOnDemand(channel) ? 'yes' : 'no' });
  const content = contentOf(channel);
  return content.length > longestContent
    ? longForm.open(locale, { courseId, key }, shared)
    : channelForm.open(locale, { courseId, key }, { ...shared, content });
}

export const chooseChannel = select({
  id: channelId,
  policy: staff,
  answer: 'modal',
  run: (context, { courseId }, [key]) => openForm(context, courseId, key),
});

export const addChannel = select({
  id: addId,
  policy: staff,
  answer: 'modal',
  run: (context, { courseId }, [kind]) => openForm(context, courseId, kind),
});

export const removeChannel = select({
  id: dropId,
  policy: staff,
  answer: 'update',
  async run(context, { courseId }, [key]) {
    const course = await known(context, courseId);
    const channel = channelsOf(course.template).find((one) => one.key === key);
    if (!channel) throw unknownChannel();
    return dropCard(course, channel, context.locale);
  },
});

export const confirmDrop = button({
  id: dropSureId,
  policy: staff,
  answer: 'update',
  async run(context, { courseId, key }) {
    const saved = await dropChannel(context.db, changeBy(context), { courseId, key });
    return templateCard(saved, context.locale, { isEditing: true });
  },
});

export const reset = button({
  id: resetId,
  policy: staff,
  answer: 'update',
  run: async (context, { courseId }) => resetCard(await known(context, courseId), context.locale),
});

export const confirmReset = button({
  id: resetSureId,
  policy: staff,
  answer: 'update',
  async run(context, { courseId }) {
    const saved = await resetTemplate(context.db, changeBy(context), courseId);
    return templateCard(saved, context.locale, { isEditing: true });
  },
});
