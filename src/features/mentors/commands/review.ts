import { button } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText } from '../../../discord/form.ts';
import { staff } from '../../../discord/policy.ts';
import type { Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/review.ts';
import { commentLimit } from '../rules/limit.ts';
import { countWaiting, getCard, readQueue } from '../service/card.ts';
import { approveMentor, askMentor, type Decision, getDecidable, refuseMentor, removeMentor } from '../service/review.ts';
import { decided, mentorCard, queueScreen } from '../views/card.ts';
import { approveId, askId, commentId, pageId, queueId, refusalId, refuseId, removalId, removeId, seeId } from '../wire.ts';

const decisionOf = ({ actor, clock }: Context, userId: string): Decision => ({
  guildId: actor.guildId,
  userId,
  staffId: actor.userId,
  now: clock.now(),
});

const said = async ({ db, actor, locale }: Context, words: Text) =>
  decided(words[locale], await countWaiting(db, actor.guildId), locale);

export const approve = button({
  id: approveId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { userId, revision }) {
    const { approvedUntil } = await approveMentor(context.db, decisionOf(context, userId), revision);
    return said(context, text.approved(`<@${userId}>`, approvedUntil ? timeOf(approvedUntil, 'D') : ''));
  },
});

export const comment = form({
  id: commentId,
  policy: staff,
  answer: 'ephemeral',
  title: text.commentTitle,
  fields: { comment: longText({ label: text.commentLabel, description: text.told, max: commentLimit }) },
  async run(context, { userId, revision }, typed) {
    await askMentor(context.db, decisionOf(context, userId), { revision, words: typed.comment });
    return said(context, text.asked(`<@${userId}>`));
  },
});
export const ask = button({
  id: askId,
  policy: staff,
  answer: 'modal',
  async run(context, address) {
    await getDecidable(context.db, decisionOf(context, address.userId), address.revision);
    return comment.open(context.locale, address);
  },
});

export const refusal = form({
  id: refusalId,
  policy: staff,
  answer: 'ephemeral',
  title: text.refusalTitle,
  fields: { reason: longText({ label: text.reasonLabel, description: text.told, max: commentLimit }) },
  async run(context, { userId, revision }, typed) {
    await refuseMentor(context.db, decisionOf(context, userId), { revision, words: typed.reason });
    return said(context, text.refused(`<@${userId}>`));
  },
});
export const refuse = button({
  id: refuseId,
  policy: staff,
  answer: 'modal',
  async run(context, address) {
    await getDecidable(context.db, decisionOf(context, address.userId), address.revision);
    return refusal.open(context.locale, address);
  },
});

export const removal = form({
  id: removalId,
  policy: staff,
  answer: 'ephemeral',
  title: text.removalTitle,
  fields: { reason: longText({ label: text.reasonLabel, description: text.reasonHelp, max: commentLimit }) },
  async run(context, { userId, revision }, typed) {
    await removeMentor(context.db, decisionOf(context, userId), { revision, words: typed.reason });
    return said(context, text.removed(`<@${userId}>`));
  },
});
export const remove = button({
  id: removeId,
  policy: staff,
  answer: 'modal',
  async run(context, address) {
    await getDecidable(context.db, decisionOf(context, address.userId), address.revision);
    return removal.open(context.locale, address);
  },
});

/** The profile with all that can be done about it, from a note or the card of a person. */
export const see = button({
  id: seeId,
  policy: staff,
  answer: 'ephemeral',
  run: async ({ db, actor, locale }, { userId }) => mentorCard(await getCard(db, { guildId: actor.guildId, userId }), locale),
});

const pageOf = async ({ db, actor, locale }: Context, at: number) =>
  queueScreen(await readQueue(db, { guildId: actor.guildId, at }), locale);

export const queue = button({ id: queueId, policy: staff, answer: 'ephemeral', run: (context) => pageOf(context, 0) });

export const turnPage = button({
  id: pageId,
  policy: staff,
  answer: 'update',
  run: (context, { page }) => pageOf(context, page),
});
