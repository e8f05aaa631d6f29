import { requireAllowed, schedule, type TaskContext, task } from '../../infra/tasks.ts';
import { moderationKey, voteActed } from '../../kernel/moderation.ts';
import { day, minute } from '../../kernel/time.ts';
import { inTurn } from '../catalogue/service/turn.ts';
import { readVote, recordAsk, recordCard, type VoteCard } from './service/card.ts';
import { forgetVotes } from './service/retention.ts';
import { closeVote, promiseCards, promiseClosed, readDue, recordActed } from './service/settle.ts';
import { askMessage, sealedVote, voteCard } from './views/vote.ts';
import { askTask, cardTask, closeTask, uncardTask } from './wire.ts';

/** The person concerned reads the channel of the team: the others open it from there. */
const isReadByThem = ({ mayUse }: TaskContext, { vote }: VoteCard): Promise<boolean> =>
  mayUse({ guildId: vote.guildId, userId: vote.userId }, 'moderator');

type Place = { channelId: string; messageId: string };

/** What stands in the channel while the row was erased, or got another card, belongs to nobody. */
async function keepOrDiscard({ discord, outcome }: TaskContext, { channelId, messageId }: Place, isKept: boolean) {
  if (!isKept) await outcome(discord.channels.deleteMessage(channelId, messageId));
}

/** The card of a vote in the channel of the team: posted once, with a call, then edited. */
export const card = task(cardTask, (context, key) =>
  inTurn(context.db, `votes.card:${key.voteId}`, async () => {
    const { db, clock, settings, post } = context;
    const found = await readVote(db, key, clock.now());
    if (!found) return;
    const { vote } = found;
    const { channels, locale, roles } = await settings(key.guildId);
    const channelId = vote.cardChannelId ?? channels[moderationKey];
    if (channelId === undefined) return;
    const isSealed = await isReadByThem(context, found);
    const former = vote.cardMessageId;
    const posted = requireAllowed(
      await post({
        channelId,
        messageId: former,
        message: isSealed ? sealedVote(vote, locale) : voteCard(found, locale, roles.moderator),
        key: `votes.card:${vote.id}:${former ?? 'first'}`,
        since: vote.createdAt,
      }),
    );
    if (!posted.ok || posted.value.id === former) return;
    const place = { channelId, messageId: posted.value.id };
    await keepOrDiscard(context, place, await recordCard(db, vote.id, former, place));
  }),
);

/** Asked in a message of its own: an edited one calls nobody. */
export const ask = task(askTask, (context, key) =>
  inTurn(context.db, `votes.ask:${key.voteId}`, async () => {
    const { db, clock, settings, post } = context;
    const found = await readVote(db, key, clock.now());
    if (!found) return;
    const { vote } = found;
    const { channels, locale, roles } = await settings(key.guildId);
    const channelId = vote.askChannelId ?? channels[moderationKey];
    const former = vote.askMessageId;
    // What was answered before it was asked needs no question.
    if (channelId === undefined || (former === null && vote.state !== 'confirming')) return;
    const options = { callRoles: roles.admin ?? [], isSealed: await isReadByThem(context, found) };
    const posted = requireAllowed(
      await post({
        channelId,
        messageId: former,
        message: askMessage(found, locale, options),
        key: `votes.ask:${vote.id}:${former ?? 'first'}`,
        since: vote.createdAt,
      }),
    );
    if (!posted.ok || posted.value.id === former) return;
    const place = { channelId, messageId: posted.value.id };
    await keepOrDiscard(context, place, await recordAsk(db, vote.id, former, place));
  }),
);

/** Roles change in 36 hours: whoever is no moderator has no voice, and whoever joined the team is left to the admins. */
export const close = task(closeTask, async ({ db, clock, mayUse }, key) => {
  const { guildId } = key;
  const now = clock.now();
  const due = await readDue(db, { ...key, now });
  if (!due) return closeVote(db, { ...key, now });
  const { userId, proposedBy, decidedBy, voterIds } = due;
  const goneIds: string[] = [];
  for (const voterId of voterIds) if (!(await mayUse({ guildId, userId: voterId }, 'moderator'))) goneIds.push(voterId);
  const isTeam = (await mayUse({ guildId, userId }, 'moderator')) || (await mayUse({ guildId, userId }, 'staff'));
  const isAdmins = decidedBy !== null || (proposedBy !== null && (await mayUse({ guildId, userId: proposedBy }, 'admin')));
  return closeVote(db, { ...key, now, goneIds, isForAdmins: isTeam && !isAdmins });
});

/** A sanction that was voted could be carried out, or not: the card says so. */
export const acted = task(voteActed, ({ db }, outcome) => recordActed(db, outcome));

export const uncard = task(uncardTask, async ({ discord, outcome }, { channelId, messageId }) => {
  requireAllowed(await outcome(discord.channels.deleteMessage(channelId, messageId)));
});

export const due = schedule('votes.due', minute, (tx, { clock }) => promiseClosed(tx, clock.now()), ['moderation_vote']);
export const keep = schedule('votes.cards', 60 * minute, (tx) => promiseCards(tx), ['moderation_vote']);
export const forget = schedule('votes.forget', day / 4, (tx, { clock }) => forgetVotes(tx, clock.now()), ['moderation_vote']);
