import { requireAllowed, schedule, type TaskContext, task } from '../../infra/tasks.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import { localeOf } from '../../kernel/text.ts';
import { hour } from '../../kernel/time.ts';
import { languageOf } from '../onboarding/service/language.ts';
import { together } from './rules.ts';
import { findCleaning, finishRun, readWaiting, recordCard, recordFate, sweepCleanings, type Waiting } from './service.ts';
import { doneCard } from './views.ts';
import { cardTask, dropTask, runTask } from './wire.ts';

/** Discord's own limit. https://docs.discord.com/developers/resources/message#bulk-delete-messages */
const atOnce = 100;
/** One by one, at about one a second: then others get their turn. */
const singlesAtOnce = 40;

/** Removes from one channel as much as one turn allows; returns how many singles it took. */
async function cleanChannel(
  context: TaskContext,
  cleaningId: number,
  waiting: readonly Waiting[],
  singles: number,
): Promise<number> {
  const { db, clock, discord, outcome, reason, attempt } = context;
  const [{ channelId } = { channelId: '' }] = waiting;
  const why = { reason: reason(`cleaning:${cleaningId}`) };
  const settle = (messageIds: readonly string[], fate: 'removed' | 'gone' | 'kept') =>
    recordFate(db, cleaningId, { messageIds, fate });
  const all = waiting.map(({ messageId }) => messageId);

  // Somebody may have pinned one since.
  const pins = await outcome(discord.channels.getPins(channelId));
  if (!pins.ok) {
    await settle(all, pins.why === 'gone' ? 'gone' : 'kept');
    return 0;
  }
  const pinned = new Set(pins.value.map(({ id }) => id));
  await settle(
    all.filter((id) => pinned.has(id)),
    'kept',
  );
  const left = waiting.filter(({ messageId }) => !pinned.has(messageId));
  const isYoung = ({ sentAt }: Waiting) => clock.now().getTime() - sentAt.getTime() < together;
  const young = left.filter(isYoung).map(({ messageId }) => messageId);
  const chunks = Array.from({ length: Math.ceil(young.length / atOnce) }, (_, index) =>
    young.slice(index * atOnce, (index + 1) * atOnce),
  );
  for (const ids of chunks.filter(({ length }) => length > 1)) {
    const removed = await outcome(discord.channels.bulkDeleteMessages(channelId, ids, why));
    const isOurs = removed.ok || (attempt > 1 && removed.why === 'gone');
    await settle(ids, isOurs ? 'removed' : removed.why === 'gone' ? 'gone' : 'kept');
  }
  const alone = [
    ...chunks.filter(({ length }) => length === 1).flat(),
    ...left.filter((one) => !isYoung(one)).map(({ messageId }) => messageId),
  ].slice(0, singles);
  for (const id of alone) {
    const removed = await outcome(discord.channels.deleteMessage(channelId, id, why));
    // A former try may have removed it and died before it said so: its words stay readable.
    const isOurs = removed.ok || (attempt > 1 && removed.why === 'gone');
    await settle([id], isOurs ? 'removed' : removed.why === 'gone' ? 'gone' : 'kept');
  }
  return alone.length;
}

/** Removes what was previewed and nothing else, in turns; what a former try removed is not there any more. */
export const run = task(runTask, async (context, { guildId, cleaningId }) => {
  const { db, clock } = context;
  const waiting = await readWaiting(db, { guildId, cleaningId });
  if (!waiting) return;
  let singles = singlesAtOnce;
  for (const [, some] of Map.groupBy(waiting, ({ channelId }) => channelId)) {
    if (singles <= 0) break;
    singles -= await cleanChannel(context, cleaningId, some, singles);
  }
  await finishRun(db, { guildId, cleaningId, now: clock.now() });
});

/** In the moderators' channel; without one, to whoever asked. */
export const card = task(cardTask, async ({ db, settings, post, tell, discord, outcome }, { guildId, cleaningId }) => {
  const cleaning = await findCleaning(db, { guildId, cleaningId });
  if (!cleaning?.doneAt) return;
  const { channels, locale } = await settings(guildId);
  const channelId = channels[moderationKey];
  const key = `cleaning.card:${cleaningId}`;
  if (channelId !== undefined) {
    const message = doneCard(cleaning, locale);
    const posted = requireAllowed(
      await post({ channelId, messageId: cleaning.cardMessageId, message, key, since: cleaning.doneAt }),
    );
    if (posted.ok) {
      const isKept = await recordCard(db, cleaningId, { channelId, messageId: posted.value.id });
      if (!isKept) await outcome(discord.channels.deleteMessage(channelId, posted.value.id));
      return;
    }
  }
  const userId = cleaning.askedBy;
  if (userId === null) return;
  const language = localeOf((await languageOf(db, { guildId, userId })) ?? locale);
  const message = { ...doneCard(cleaning, language) };
  await tell({ guildId, userId, key, message: { ...message, components: message.components?.slice(0, 1) ?? [] }, thread: null });
});

export const drop = task(dropTask, async ({ discord, outcome }, { channelId, messageId }) => {
  await outcome(discord.channels.deleteMessage(channelId, messageId));
});

export const sweep = schedule('cleaning.sweep', hour, (tx, { clock }) => sweepCleanings(tx, clock.now()), ['cleaning']);
