import { button, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { checkbox, form, longText, shortText } from '../../../discord/form.ts';
import { string } from '../../../discord/options.ts';
import { staff } from '../../../discord/policy.ts';
import { type EntryKind, resolveEntry, suggestEntries } from '../../catalogue/service/entry.ts';
import { commandTexts, optionTexts, text } from '../messages.ts';
import { type Announcement, getAnnouncement, rewrite } from '../service/announcement.ts';
import {
  type Audience,
  beginDraft,
  choiceSize,
  choosePromos,
  confirmDraft,
  readChoices,
  saveDraft,
  type Written,
} from '../service/draft.ts';
import { announcementCard, choiceCard, previewCard } from '../views.ts';
import {
  announcementsKey,
  choicesId,
  chooseId,
  confirmId,
  editId,
  formAllId,
  formEntryId,
  formPromosId,
  formTextId,
  newForAllId,
  newForPromosId,
  writeId,
} from '../wire.ts';

const titleField = shortText({ label: text.title, max: 200, required: false });
const bodyField = longText({ label: text.body, description: text.bodyHelp, max: 4_000 });
const mentionField = checkbox({ label: text.mention, description: text.mentionHelp });

async function preview(context: Context, audience: Audience, written: Written) {
  return previewCard(await saveDraft(context.db, changeBy(context), audience, written), context.locale);
}

export const formAll = form({
  id: formAllId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields: { title: titleField, body: bodyField },
  async run(context, _, { title, body }) {
    const { channels } = await context.settings();
    const guild = await context.discord.guilds.get(context.actor.guildId, { with_counts: true });
    const audience = {
      to: 'all',
      members: guild.approximate_member_count ?? 0,
      hasChannel: channels[announcementsKey] !== undefined,
    } as const;
    return preview(context, audience, { title, body, isMentioning: false });
  },
});

export const formEntry = form({
  id: formEntryId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields: { title: titleField, body: bodyField, mention: mentionField },
  run: (context, { entryId }, { title, body, mention }) =>
    preview(context, { to: 'entry', entryId }, { title, body, isMentioning: mention }),
});

export const formPromos = form({
  id: formPromosId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields: { title: titleField, body: bodyField, mention: mentionField },
  run: (context, { announcementId }, { title, body, mention }) =>
    preview(context, { to: 'promos', announcementId }, { title, body, isMentioning: mention }),
});

const cardOf = (announcement: Announcement, { locale }: Context) =>
  announcement.state === 'draft' ? previewCard(announcement, locale) : announcementCard(announcement, locale);

export const formText = form({
  id: formTextId,
  policy: staff,
  answer: 'update',
  title: text.formTitle,
  fields: { title: titleField, body: bodyField },
  run: async (context, { announcementId }, { title, body }) =>
    cardOf(await rewrite(context.db, changeBy(context), { id: announcementId, title, body }), context),
});

/** The form with the words as they are now. */
export const openText = ({ locale }: Context, { id, title, body }: Announcement) =>
  formText.open(locale, { announcementId: id }, { title, body });

export const edit = button({
  id: editId,
  policy: staff,
  answer: 'modal',
  run: async (context, { announcementId }) =>
    openText(context, await getAnnouncement(context.db, { guildId: context.actor.guildId, id: announcementId })),
});

export const forAll = command({
  ...commandTexts.all,
  policy: staff,
  answer: 'modal',
  options: {},
  run: async ({ locale }) => formAll.open(locale, {}),
});
export const newForAll = button({
  id: newForAllId,
  policy: staff,
  answer: 'modal',
  run: async ({ locale }) => formAll.open(locale, {}),
});

const entry = (kind: EntryKind) =>
  string({
    ...optionTexts[kind],
    max: 100,
    complete: async ({ db, actor }, typed) =>
      (await suggestEntries(db, { guildId: actor.guildId, kind, typed })).map(({ id, name }) => ({
        name: name.slice(0, 100),
        value: String(id),
      })),
  });

const openEntry = async ({ db, actor, locale }: Context, kind: EntryKind, typed: string) =>
  formEntry.open(locale, { entryId: (await resolveEntry(db, { guildId: actor.guildId, kind, typed })).id });

export const forCampus = command({
  ...commandTexts.campus,
  policy: staff,
  answer: 'modal',
  options: { campus: entry('campus') },
  run: (context, { campus }) => openEntry(context, 'campus', campus),
});
export const forCourse = command({
  ...commandTexts.course,
  policy: staff,
  answer: 'modal',
  options: { course: entry('course') },
  run: (context, { course }) => openEntry(context, 'course', course),
});

async function begin(context: Context) {
  const by = changeBy(context);
  const id = await beginDraft(context.db, by);
  return choiceCard(await readChoices(context.db, by, { id, page: 0 }), context.locale, choiceSize);
}
export const forPromos = command({ ...commandTexts.promos, policy: staff, answer: 'ephemeral', options: {}, run: begin });
export const newForPromos = button({ id: newForPromosId, policy: staff, answer: 'ephemeral', run: begin });

export const turnChoices = button({
  id: choicesId,
  policy: staff,
  answer: 'update',
  run: async (context, { announcementId, page }) =>
    choiceCard(await readChoices(context.db, changeBy(context), { id: announcementId, page }), context.locale, choiceSize),
});

export const choose = select({
  id: chooseId,
  policy: staff,
  answer: 'update',
  async run(context, { announcementId, ...shown }, values) {
    const choice = { id: announcementId, ...shown, chosen: values.map(Number) };
    return choiceCard(await choosePromos(context.db, changeBy(context), choice), context.locale, choiceSize);
  },
});

export const write = button({
  id: writeId,
  policy: staff,
  answer: 'modal',
  run: async ({ locale }, { announcementId }) => formPromos.open(locale, { announcementId }),
});

export const confirm = button({
  id: confirmId,
  policy: staff,
  answer: 'update',
  run: async (context, { announcementId }) =>
    announcementCard(await confirmDraft(context.db, changeBy(context), announcementId), context.locale),
});
