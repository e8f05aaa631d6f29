import { requireAllowed, schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { caseClosed, moderationKey, rulesRoom } from '../../../kernel/moderation.ts';
import { localeOf } from '../../../kernel/text.ts';
import { day, hour } from '../../../kernel/time.ts';
import { closeAppeal, findOwn, recordTold } from '../service/appeal.ts';
import { reducible } from '../service/decide.ts';
import { forgetAppeals } from '../service/privacy.ts';
import {
  type AppealFile,
  findFile,
  findLate,
  promiseMissingCards,
  promiseReminders,
  recordCard,
  recordReminded,
} from '../service/review.ts';
import { answerMessage, outcomeMessage } from '../views/appeal.ts';
import { appealCard, lateMessage } from '../views/review.ts';
import { answerTask, cardTask, remindTask, tellTask } from '../wire.ts';

/** Brings the card of an appeal in the moderators' channel up to date, and posts it when there is none. */
export const card = task(cardTask, async (context, address) => {
  // Tasks of the same appeal may overlap: whoever showed a state that is no longer true shows the true one.
  for (let shown = ''; ; ) {
    const file = await findFile(context.db, address, context.clock.now());
    if (!file) return;
    const state = JSON.stringify({ ...file, appeal: { ...file.appeal, cardChannelId: null, cardMessageId: null } });
    if (state === shown) return;
    shown = (await showCard(context, file)) ? state : '';
  }
});

/** True when the card shows it; false when another try may have posted an older state at the same time. */
async function showCard({ db, discord, post, outcome, settings, reason }: TaskContext, file: AppealFile): Promise<boolean> {
  const { id: appealId, guildId, cardChannelId, cardMessageId, state, sentAt } = file.appeal;
  if (!cardMessageId && state !== 'open') return true;
  const { locale, channels } = await settings(guildId);
  const bound = channels[moderationKey];
  // What waits is where moderators look for it; a card that was decided stays where it was.
  const moves = bound !== undefined && bound !== cardChannelId && state === 'open';
  const channelId = moves ? bound : (cardChannelId ?? bound);
  if (!channelId) return true;
  const posted = requireAllowed(
    await post({
      channelId,
      messageId: moves ? null : cardMessageId,
      message: appealCard(file, reducible(file.made) !== null, locale),
      // A card that was deleted comes back under another name: Discord would give the deleted one back.
      key: `appeals.card:${appealId}:${cardMessageId ?? 'first'}:${channelId}`,
      ...(sentAt && { since: sentAt }),
    }),
  );
  if (!posted.ok || posted.value.id === cardMessageId) return true;
  if (moves && cardChannelId && cardMessageId)
    await outcome(discord.channels.deleteMessage(cardChannelId, cardMessageId, { reason: reason('appeals.card') }));
  const where = { channelId: posted.value.channel_id, messageId: posted.value.id };
  return recordCard(db, { appealId, former: cardMessageId, ...where });
}

/** The outcome, by direct message or in a private thread; who can be reached by neither finds it in their cases. */
export const tellPerson = task(tellTask, async (context, { guildId, appealId }) => {
  const { db, discord, clock, outcome, settings, tell } = context;
  const own = await findOwn(db, { guildId, appealId });
  if (!own || own.appeal.userId === null || own.appeal.state === 'open' || own.appeal.state === 'draft') return;
  const { userId, state, locale: spoken } = own.appeal;
  const locale = localeOf(spoken);
  const server = await outcome(discord.guilds.get(guildId));
  const { channels } = await settings(guildId);
  const via = await tell({
    guildId,
    userId,
    key: `appeals.${state}:${appealId}`,
    message: outcomeMessage(own, server.ok ? server.value.name : '', clock.now(), locale),
    // Whoever is still banned reads no thread of the server.
    thread: own.isAway ? null : rulesRoom(channels, locale),
  });
  await recordTold(db, appealId, via);
});

/** Whoever wrote to the bot is answered where they wrote, once a message. Who takes no messages any more still has the button. */
export const answerWriter = task(answerTask, async ({ post }, { channelId, messageId, answer, ...about }) => {
  await post({ channelId, messageId: null, message: answerMessage(answer, about), key: `appeals.answer:${messageId}` });
});

/** `moderation` promises it. */
export const closed = task(caseClosed, ({ db }, { guildId, caseId }) => closeAppeal(db, { guildId, caseId }));

/** Appeals that a list names; more are counted. */
const listed = 10;

/** One list a day of all that wait for too long. */
export const remindLate = task(remindTask, async ({ db, discord, clock, outcome, post, settings }, { guildId }) => {
  const now = clock.now();
  const { channels, locale } = await settings(guildId);
  const channelId = channels[moderationKey];
  const late = channelId ? await findLate(db, guildId, now, listed) : null;
  if (!channelId || !late) return;
  const server = await outcome(discord.guilds.get(guildId));
  const first = late.late[0]?.appeal;
  const key = `appeals.late:${guildId}:${first?.id}:${first?.remindedAt?.getTime() ?? 'first'}:${late.total}`;
  const message = lateMessage(late, server.ok ? server.value.owner_id : null, locale);
  const posted = requireAllowed(
    await post({ channelId, messageId: null, message, key, since: first?.remindedAt ?? first?.dueAt ?? now }),
  );
  if (posted.ok) await recordReminded(db, guildId, now);
});

/** What the events did not tell, and what waits for too long. */
export const keepPosted = schedule(
  'appeals.keep_posted',
  hour,
  async (tx, { clock }) => {
    await promiseMissingCards(tx);
    await promiseReminders(tx, clock.now());
  },
  ['appeal'],
);

export const forget = schedule('appeals.forget', day, (tx, { clock }) => forgetAppeals(tx, clock.now()), [
  'appeal',
  'appeal_try',
]);
