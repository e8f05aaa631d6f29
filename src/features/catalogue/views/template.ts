import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row, selectOf } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { kindNames, levelNames, text, variantNames } from '../messages/template.ts';
import { channelKinds, channelsOf, isOnDemand, type Template, type TemplateChannel } from '../rules/template.ts';
import type { CourseTemplate } from '../service/template.ts';
import { addId, channelId, copySureId, dropId, dropSureId, readId, resetId, resetSureId, templateId } from '../wire.ts';

function lineOf(channel: TemplateChannel, locale: Locale): string {
  const { kind, name, levels, variant, posts } = channel;
  const facts = [
    kindNames[kind][locale],
    text.ranks(levelNames[levels.learner], levelNames[levels.trainer])[locale],
    ...(isOnDemand(channel) ? [text.onDemand[locale]] : []),
    ...(variant === 'both' ? [] : [variantNames[variant][locale]]),
    ...(posts.length > 0 ? [text.posts(posts.map(({ title }) => escapeMarkdown(title)).join(', '))[locale]] : []),
  ];
  return cut(`- **${escapeMarkdown(name)}** (${facts.join(' ; ')})`, 300);
}

const bodyOf = (template: Template, locale: Locale): string =>
  cut(
    template.categories
      .map(({ name, channels }) => [`**${escapeMarkdown(name)}**`, ...channels.map((one) => lineOf(one, locale))].join('\n'))
      .join('\n'),
    3_600,
  );

/** The template of a course; with the means to change it when `isEditing`. */
export function templateCard(
  { course, template, isOwn }: CourseTemplate,
  locale: Locale,
  { isEditing }: { isEditing: boolean },
): Message {
  const courseId = course.id;
  const options = channelsOf(template).map(({ key, name, kind }) => ({
    value: key,
    label: cut(name, 100),
    description: kindNames[kind][locale],
  }));
  return {
    content: '',
    embeds: [
      {
        title: cut(text.title(escapeMarkdown(course.name))[locale], 256),
        description: `${bodyOf(template, locale)}\n\n${(isOwn ? text.isOwn : text.isDefault)[locale]} ${text.words[locale]}`,
      },
    ],
    components: isEditing
      ? [
          selectOf(channelId.encode({ courseId }), text.choose[locale], options),
          selectOf(
            addId.encode({ courseId }),
            text.add[locale],
            channelKinds.map((kind) => ({ value: kind, label: text.newChannel(kindNames[kind])[locale] })),
          ),
          selectOf(dropId.encode({ courseId }), text.drop[locale], options),
          ...(isOwn ? [row(buttonOf(text.reset[locale], resetId.encode({ courseId })))] : []),
        ]
      : [row(buttonOf(text.edit[locale], templateId.encode({ courseId }), ButtonStyle.Primary))],
  };
}

/** What was read in a category, before it becomes the template. */
export const readingCard = (
  {
    template,
    courseId,
    category,
    learnerId,
  }: { template: Template; courseId: number; category: { id: string; name: string }; learnerId: string | null },
  locale: Locale,
): Message => ({
  content: '',
  embeds: [
    {
      description: `${text.readPreview(channelsOf(template).length, escapeMarkdown(category.name))[locale]}\n\n${bodyOf(template, locale)}`,
    },
  ],
  components: [
    row(
      buttonOf(
        text.keep[locale],
        readId.encode({ courseId, categoryId: category.id, role: learnerId ?? '0' }),
        ButtonStyle.Primary,
      ),
    ),
  ],
});

/** What goes, before it goes; the way back shows the template as it is. */
const askCard = (
  { course }: CourseTemplate,
  { question, label, id }: { question: Text; label: Text; id: string },
  locale: Locale,
): Message => ({
  content: '',
  embeds: [{ title: cut(text.title(escapeMarkdown(course.name))[locale], 256), description: question[locale] }],
  components: [
    row(buttonOf(label[locale], id, ButtonStyle.Danger), buttonOf(text.back[locale], templateId.encode({ courseId: course.id }))),
  ],
});

export const dropCard = (known: CourseTemplate, { key, name, posts }: TemplateChannel, locale: Locale): Message => {
  const question = text.askDrop(escapeMarkdown(name), posts.length);
  return askCard(known, { question, label: text.confirmDrop, id: dropSureId.encode({ courseId: known.course.id, key }) }, locale);
};

export const resetCard = (known: CourseTemplate, locale: Locale): Message => {
  const question = text.askReset(channelsOf(known.template).length);
  return askCard(known, { question, label: text.confirmReset, id: resetSureId.encode({ courseId: known.course.id }) }, locale);
};

export const copyCard = (from: CourseTemplate, to: CourseTemplate, locale: Locale): Message => {
  const lost = to.isOwn ? channelsOf(to.template).length : 0;
  const question = text.askCopy(escapeMarkdown(from.course.name), escapeMarkdown(to.course.name), lost);
  const id = copySureId.encode({ from: from.course.id, to: to.course.id });
  return askCard(to, { question, label: text.confirmCopy, id }, locale);
};
