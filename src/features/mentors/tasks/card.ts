import { requireAllowed, schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringStaffKey } from '../../../kernel/mentoring.ts';
import { hour } from '../../../kernel/time.ts';
import { isOpen } from '../rules/profile.ts';
import { findCard, type MentorCard, promiseMissingCards, recordCard } from '../service/card.ts';
import { findEdits, recordEdits } from '../service/edit.ts';
import { findEvent } from '../service/event.ts';
import { findLate, recordReminded } from '../service/life.ts';
import { promisePanels } from '../service/panel.ts';
import { editsMessage, lateMessage, mentorCard, noteMessage } from '../views/card.ts';
import { cardTask, editedTask, noteTask, remindTask, removeCardTask } from '../wire.ts';

/** Brings the card of a profile in the staff channel up to date, and posts it when there is none. */
export const card = task(cardTask, async (context, { guildId, userId }) => {
  // Tasks of the same profile may overlap: whoever showed a state that is no longer true shows the true one.
  for (let shown = ''; ; ) {
    const found = await findCard(context.db, { guildId, userId });
    if (!found) return;
    const state = JSON.stringify({ ...found, mentor: { ...found.mentor, cardChannelId: null, cardMessageId: null } });
    if (state === shown) return;
    shown = (await showCard(context, found)) ? state : '';
  }
});

/** True when the card shows it; false when another try may have posted an older state at the same time. */
async function showCard({ db, discord, post, outcome, settings, reason }: TaskContext, shown: MentorCard): Promise<boolean> {
  const { userId, guildId, cardChannelId, cardMessageId } = shown.mentor;
  // A profile that staff never had to read has nothing to show them.
  if (!cardMessageId && !isOpen(shown.mentor)) return true;
  const { locale, channels } = await settings(guildId);
  const bound = channels[mentoringStaffKey];
  // A profile that waits is where staff look for it; the card of any other stays where it was decided.
  const moves = bound !== undefined && bound !== cardChannelId && isOpen(shown.mentor);
  const channelId = moves ? bound : (cardChannelId ?? bound);
  if (!channelId) return true;
  // A card that staff deleted comes back under another name: Discord would give the deleted one back.
  const key = `mentors.card:${userId}:${cardMessageId ?? 'first'}:${channelId}`;
  const posted = requireAllowed(
    await post({ channelId, messageId: moves ? null : cardMessageId, message: mentorCard(shown, locale), key }),
  );
  if (!posted.ok || posted.value.id === cardMessageId) return true;
  // Before the new place is recorded: who dies in between tries again.
  if (moves && cardChannelId && cardMessageId)
    await outcome(discord.channels.deleteMessage(cardChannelId, cardMessageId, { reason: reason('mentors.card') }));
  const where = { channelId: posted.value.channel_id, messageId: posted.value.id };
  return recordCard(db, { guildId, userId, former: cardMessageId, ...where });
}

/** A profile is no more: its card goes too. */
export const removeCard = task(removeCardTask, async ({ discord, outcome, reason }, { channelId, messageId }) => {
  await outcome(discord.channels.deleteMessage(channelId, messageId, { reason: reason('mentors.card') }));
});

/** A line in the staff channel, once an event: the card alone, edited, would go unseen. */
export const tellStaff = task(noteTask, async ({ db, post, settings }, { guildId, eventId }) => {
  const event = await findEvent(db, { guildId, eventId });
  const { channels, locale } = await settings(guildId);
  const channelId = channels[mentoringStaffKey];
  if (!event || !channelId) return;
  const message = noteMessage(event.profile, locale);
  requireAllowed(await post({ channelId, messageId: null, message, key: `mentors.note:${eventId}`, since: event.at }));
});

/** Profiles that a list names; more are counted. */
const listed = 10;

/** One list of the mentors who changed their texts since staff read them. */
export const tellEdits = task(editedTask, async ({ db, clock, post, settings }, { guildId }) => {
  const { channels, locale } = await settings(guildId);
  const channelId = channels[mentoringStaffKey];
  const found = channelId ? await findEdits(db, { guildId, limit: listed }) : null;
  if (!channelId || !found) return;
  const { lastId, lastAt } = found;
  const key = `mentors.edits:${guildId}:${lastId}`;
  const posted = requireAllowed(
    await post({ channelId, messageId: null, message: editsMessage(found, locale), key, since: lastAt }),
  );
  if (posted.ok) await recordEdits(db, { guildId, lastId, now: clock.now() });
});

/** One list of all that wait for too long. */
export const remindLate = task(remindTask, async ({ db, clock, post, settings }, { guildId }) => {
  const now = clock.now();
  const { channels, locale } = await settings(guildId);
  const channelId = channels[mentoringStaffKey];
  const late = channelId ? await findLate(db, { guildId, now, limit: listed }) : null;
  if (!channelId || !late) return;
  const { lastSentAt } = late;
  const key = `mentors.late:${guildId}:${lastSentAt.getTime()}`;
  const message = lateMessage(late, locale);
  const posted = requireAllowed(await post({ channelId, messageId: null, message, key, since: lastSentAt }));
  if (posted.ok) await recordReminded(db, { guildId, lastSentAt, now });
});

/** What the events did not tell: a panel deleted while nobody listened, a profile that found no channel. */
export const keepPosted = schedule('mentors.keep_posted', hour, async (tx) => {
  await promisePanels(tx);
  await promiseMissingCards(tx);
});
