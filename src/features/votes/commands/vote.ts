import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, event } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, longText } from '../../../discord/form.ts';
import { admin, holds, moderator } from '../../../discord/policy.ts';
import { readStanding } from '../../../discord/standing.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { timeOf } from '../../../kernel/time.ts';
import { choiceNames, text } from '../messages/vote.ts';
import { pageSize } from '../rules/vote.ts';
import { openVote, restoreCards } from '../service/card.ts';
import { findVote } from '../service/hold.ts';
import { confirmVote, declineVote, expediteVote, withdrawVote } from '../service/settle.ts';
import { castBallot, countWaiting, listVotes } from '../service/vote.ts';
import { voteCard, votesScreen } from '../views/vote.ts';
import {
  ballotId,
  confirmId,
  declineFormId,
  declineId,
  expediteFormId,
  expediteId,
  queueId,
  showId,
  withdrawFormId,
  withdrawId,
} from '../wire.ts';

export const ballot = button({
  id: ballotId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, params) {
    const { closesAt, isOver } = await castBallot(context.db, changeBy(context), params);
    const choice = choiceNames[params.choice];
    return plainNote(context.t(isOver ? text.votedLast(choice) : text.voted(choice, timeOf(closesAt))));
  },
});

export const show = button({
  id: showId,
  policy: moderator,
  answer: 'ephemeral',
  run: async (context, { voteId }) => voteCard(await openVote(context.db, changeBy(context), voteId), context.locale),
});

export const queue = button({
  id: queueId,
  policy: moderator,
  answer: 'ephemeral',
  run: async (context, { page }) =>
    votesScreen(await listVotes(context.db, changeBy(context), { page, size: pageSize }), pageSize, context.locale),
});

/** Who decides, and how they stand to whom it is about at this moment. */
async function standingBy(context: Context, voteId: number) {
  const by = changeBy(context);
  const { userId } = await findVote(context.db, by, voteId);
  return { ...by, standing: (await readStanding(context, userId)).standing };
}

const why = { reason: longText({ label: text.decision, description: text.decisionHelp, min: 3, max: 500 }) };

export const expediteForm = form({
  id: expediteFormId,
  policy: admin,
  answer: 'ephemeral',
  title: text.expediteTitle,
  fields: why,
  async run(context, { voteId }, { reason }) {
    await expediteVote(context.db, await standingBy(context, voteId), { voteId, reason });
    return plainNote(context.t(text.expedited));
  },
});

export const expedite = button({
  id: expediteId,
  policy: admin,
  answer: 'modal',
  async run(context, params) {
    await findVote(context.db, changeBy(context), params.voteId);
    return expediteForm.open(context.locale, params);
  },
});

export const withdrawForm = form({
  id: withdrawFormId,
  policy: moderator,
  answer: 'ephemeral',
  title: text.withdrawTitle,
  fields: why,
  async run(context, { voteId }, { reason }) {
    const by = { ...changeBy(context), isAdmin: holds(admin, await context.keys()) };
    await withdrawVote(context.db, by, { voteId, reason });
    return plainNote(context.t(text.withdrawn));
  },
});

export const withdraw = button({
  id: withdrawId,
  policy: moderator,
  answer: 'modal',
  async run(context, params) {
    await findVote(context.db, changeBy(context), params.voteId);
    return withdrawForm.open(context.locale, params);
  },
});

export const confirm = button({
  id: confirmId,
  policy: admin,
  answer: 'ephemeral',
  async run(context, { voteId }) {
    await confirmVote(context.db, await standingBy(context, voteId), voteId);
    return plainNote(context.t(text.confirmed));
  },
});

export const declineForm = form({
  id: declineFormId,
  policy: admin,
  answer: 'ephemeral',
  title: text.declineTitle,
  fields: why,
  async run(context, { voteId }, { reason }) {
    await declineVote(context.db, changeBy(context), { voteId, reason });
    return plainNote(context.t(text.declined));
  },
});

export const decline = button({
  id: declineId,
  policy: admin,
  answer: 'modal',
  async run(context, params) {
    await findVote(context.db, changeBy(context), params.voteId);
    return declineForm.open(context.locale, params);
  },
});

/** For moderators: what waits for their ballot, and for admins what waits for their word. */
export async function home(context: Context): Promise<readonly HomeItem[]> {
  const keys = await context.keys();
  if (!holds(moderator, keys)) return [];
  const { ballots, confirmations } = await countWaiting(context.db, changeBy(context));
  const button = { label: text.see, customId: queueId.encode({ page: 0 }) };
  return [
    ...(ballots > 0 ? [{ text: text.home(ballots), waiting: true, button }] : []),
    ...(confirmations > 0 && holds(admin, keys) ? [{ text: text.homeConfirm(confirmations), waiting: true, button }] : []),
  ];
}

export const messageDeleted = event(GatewayDispatchEvents.MessageDelete, async ({ db }, { guild_id: guildId, id }) => {
  if (guildId) await restoreCards(db, { guildId, messageIds: [id] });
});
export const messagesDeleted = event(GatewayDispatchEvents.MessageDeleteBulk, async ({ db }, { guild_id: guildId, ids }) => {
  if (guildId) await restoreCards(db, { guildId, messageIds: ids });
});
