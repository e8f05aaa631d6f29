import { button, command, messageCommand, userCommand } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, menu, people } from '../../../discord/form.ts';
import { optional, string, user } from '../../../discord/options.ts';
import { anyone } from '../../../discord/policy.ts';
import { type Category, reportId } from '../../../kernel/moderation.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { oneOfBoth, personLeft, unreadableLink } from '../messages/refusal.ts';
import { categoryHelp, categoryNames, text } from '../messages/report.ts';
import { commentLimit } from '../rules/limit.ts';
import { messageLinkOf } from '../rules/sight.ts';
import { readOwnAnswer } from '../service/close.ts';
import { type Reported, recallMessage, rememberMessage, takeReport } from '../service/report.ts';
import { answerNote } from '../views/answer.ts';
import { answerId, formId, whomId } from '../wire.ts';
import { readMessage, requireOther, requirePerson, seenOf } from './read.ts';

type Typed = { category: readonly Category[]; comment: string };

async function send(context: Context, reported: Reported, { category: [category = 'other'], comment }: Typed) {
  const { db, actor, clock, locale, t } = context;
  requireOther(context, 'message' in reported ? reported.message.userId : reported.userId);
  const who = { guildId: actor.guildId, userId: actor.userId, locale, now: clock.now() };
  const received = await takeReport(db, who, { reported, category, comment });
  const thanks = { new: text.thanks, quiet: text.thanksQuiet, answered: text.thanksAnswered };
  return plainNote(t(thanks[received]));
}

const fields = {
  category: menu({ label: text.category, choices: categoryNames, descriptions: categoryHelp }),
  comment: longText({ label: text.comment, description: text.commentHelp, max: commentLimit, required: false }),
};

/** Who wrote a message is read from what this person saw, or from Discord: never from the custom id. */
async function reportedBy(
  context: Context,
  { channelId, messageId, userId }: { channelId: string; messageId: string; userId: string },
) {
  if (messageId !== '0') {
    const seen = await recallMessage(context.db, context.actor, messageId);
    return { message: seen ?? (await readMessage(context, { channelId, messageId })) };
  }
  if (userId === '0') throw personLeft();
  requireOther(context, userId);
  await requirePerson(context, userId);
  return { userId };
}

export const reportForm = form({
  id: formId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.formTitle,
  fields,
  run: async (context, params, typed) => send(context, await reportedBy(context, params), typed),
});

export const whomForm = form({
  id: whomId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.formTitle,
  fields: { person: people({ label: text.whom, description: text.whomHelp }), ...fields },
  async run(context, _params, { person: [userId = '0'], ...typed }) {
    return send(context, await reportedBy(context, { channelId: '0', messageId: '0', userId }), typed);
  },
});

/** What became of a report, for who made it: from the thread of somebody whose direct messages are closed. */
export const answer = button({
  id: answerId,
  policy: anyone,
  answer: 'ephemeral',
  async run({ db, actor, locale, t }, { reportId: id }) {
    const found = await readOwnAnswer(db, { guildId: actor.guildId, actorId: actor.userId }, id);
    return found ? answerNote(found, locale) : plainNote(t(text.noAnswer));
  },
});

/** From the panel of the rules, and from *Mon espace*. */
export const open = button({
  id: reportId,
  policy: anyone,
  answer: 'modal',
  run: async ({ locale }) => whomForm.open(locale, {}),
});

export const reportMessage = messageCommand({
  name: text.messageMenu,
  policy: anyone,
  answer: 'modal',
  async run(context, message) {
    const { db, actor, clock, locale } = context;
    requireOther(context, message.author.id);
    const seen = seenOf(message);
    await rememberMessage(db, { guildId: actor.guildId, userId: actor.userId, now: clock.now() }, seen);
    return reportForm.open(locale, { channelId: seen.channelId, messageId: seen.messageId, userId: seen.userId });
  },
});

export const reportMember = userCommand({
  name: text.memberMenu,
  policy: anyone,
  answer: 'modal',
  async run(context, { userId }) {
    requireOther(context, userId);
    return reportForm.open(context.locale, { channelId: '0', messageId: '0', userId });
  },
});

export const reportCommand = command({
  name: { en: 'report', fr: 'signaler' },
  description: text.command,
  policy: anyone,
  answer: 'modal',
  options: {
    person: optional(user({ fr: 'personne', description: text.personOption })),
    message: optional(string({ fr: 'message', description: text.messageOption, max: 200 })),
  },
  async run(context, { person, message }) {
    const { locale, actor } = context;
    if (person !== undefined && message !== undefined) throw oneOfBoth();
    if (message !== undefined) {
      const link = messageLinkOf(message);
      if (!link || link.guildId !== actor.guildId) throw unreadableLink();
      return reportForm.open(locale, { channelId: link.channelId, messageId: link.messageId, userId: '0' });
    }
    if (person === undefined) return whomForm.open(locale, {});
    requireOther(context, person);
    return reportForm.open(locale, { channelId: '0', messageId: '0', userId: person });
  },
});
