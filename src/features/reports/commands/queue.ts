import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, chosenRow, event, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, longText, radio } from '../../../discord/form.ts';
import { holds, moderator } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { reportId } from '../../../kernel/moderation.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { card as cardText, reveal as revealText, text } from '../messages/report.ts';
import { reasonLimit } from '../rules/limit.ts';
import { countAbout, countWaiting, listQueue, listReports, openSubject } from '../service/card.ts';
import { dismissSubject, getWaiting, noteDeleted, removeMessage, weighReport } from '../service/close.ts';
import { askReveal, confirmReveal, getRevealable, readIdentity, restoreReveals } from '../service/reveal.ts';
import { queueScreen, reportsScreen, subjectCard } from '../views/card.ts';
import {
  calledId,
  confirmId,
  dismissFormId,
  dismissId,
  identityId,
  lateId,
  listId,
  queueId,
  removeId,
  revealFormId,
  revealPickId,
  showId,
  weighId,
} from '../wire.ts';

const cardFor = async (context: Context, subjectId: number) =>
  subjectCard(await openSubject(context.db, changeBy(context), subjectId), context.locale);

export const show = button({
  id: showId,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { subjectId }) => cardFor(context, subjectId),
});

export const called = button({
  id: calledId,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { subjectId }) => cardFor(context, subjectId),
});

const queueFor = async (context: Context, page: number) =>
  queueScreen(await listQueue(context.db, changeBy(context), page), context.locale);

export const queue = button({
  id: queueId,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { page }) => queueFor(context, page),
});

export const late = button({ id: lateId, policy: moderator, answer: 'ephemeral', run: (context) => queueFor(context, 0) });

export const list = button({
  id: listId,
  policy: moderator,
  answer: 'ephemeral',
  run: async (context, params) => reportsScreen(await listReports(context.db, changeBy(context), params), context.locale),
});

export const weigh = select({
  id: weighId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, { subjectId }, [value]) {
    const reportId = chosenRow(value);
    const { isUnfounded } = await weighReport(context.db, changeBy(context), { subjectId, reportId });
    return plainNote(context.t(cardText.weighed(isUnfounded)));
  },
});

export const remove = button({
  id: removeId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, { subjectId }) {
    await removeMessage(context.db, changeBy(context), subjectId);
    return plainNote(context.t(cardText.removed));
  },
});

export const dismissForm = form({
  id: dismissFormId,
  policy: moderator,
  answer: 'ephemeral',
  title: cardText.dismissTitle,
  fields: {
    reason: longText({ label: cardText.reason, description: cardText.reasonHelp, min: 3, max: reasonLimit }),
    weigh: radio({ label: cardText.weigh, choices: cardText.weighs }),
  },
  async run(context, { subjectId }, { reason, weigh }) {
    await dismissSubject(context.db, changeBy(context), { subjectId, reason, isAbusive: weigh === 'abusive' });
    return plainNote(context.t(cardText.dismissed));
  },
});

export const dismiss = button({
  id: dismissId,
  policy: moderator,
  answer: 'modal',
  async run(context, params) {
    await getWaiting(context.db, changeBy(context), params.subjectId);
    return dismissForm.open(context.locale, params, { weigh: 'sincere' });
  },
});

export const revealForm = form({
  id: revealFormId,
  policy: moderator,
  answer: 'ephemeral',
  title: revealText.title,
  fields: { reason: longText({ label: revealText.why, description: revealText.whyHelp, min: 10, max: reasonLimit }) },
  async run(context, params, { reason }) {
    await askReveal(context.db, changeBy(context), { reportId: params.reportId, reason });
    return plainNote(context.t(revealText.asked));
  },
});

export const revealPick = select({
  id: revealPickId,
  policy: moderator,
  answer: 'modal',
  async run(context, _params, [value]) {
    const { id } = await getRevealable(context.db, changeBy(context), chosenRow(value));
    return revealForm.open(context.locale, { reportId: id });
  },
});

export const confirm = button({
  id: confirmId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, { revealId }) {
    await confirmReveal(context.db, changeBy(context), revealId);
    return plainNote(context.t(revealText.confirmed));
  },
});

export const identity = button({
  id: identityId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, { revealId }) {
    const { alias, userId, name } = await readIdentity(context.db, changeBy(context), revealId);
    return plainNote(context.t(revealText.identity(alias, `<@${userId}>`, name)));
  },
});

/** Everybody may report; moderators see what waits first. */
export async function home(context: Context): Promise<readonly HomeItem[]> {
  const isModerator = holds(moderator, await context.keys());
  const waiting = isModerator ? await countWaiting(context.db, changeBy(context)) : 0;
  const seeQueue = { label: text.seeQueue, customId: queueId.encode({ page: 0 }) };
  return [
    ...(waiting > 0 ? [{ text: text.homeQueue(waiting), waiting: true, button: seeQueue }] : []),
    { text: text.home, button: { label: text.homeReport, customId: reportId.encode({}) } },
  ];
}

/** On the card of a person, for moderators alone: other staff learn nothing of reports. */
export async function card(context: Context, userId: string): Promise<readonly HomeItem[]> {
  if (!holds(moderator, await context.keys())) return [];
  const count = await countAbout(context.db, changeBy(context), userId);
  const button = { label: text.seeQueue, customId: queueId.encode({ page: 0 }) };
  return count > 0 ? [{ text: text.cardOf(count), button }] : [];
}

export const messageDeleted = event(GatewayDispatchEvents.MessageDelete, async ({ db, clock }, { guild_id: guildId, id }) => {
  if (!guildId) return;
  await noteDeleted(db, { guildId, messageIds: [id], now: clock.now() });
  await restoreReveals(db, { guildId, messageIds: [id] });
});
export const messagesDeleted = event(
  GatewayDispatchEvents.MessageDeleteBulk,
  async ({ db, clock }, { guild_id: guildId, ids }) => {
    if (!guildId) return;
    await noteDeleted(db, { guildId, messageIds: ids, now: clock.now() });
    await restoreReveals(db, { guildId, messageIds: ids });
  },
);
