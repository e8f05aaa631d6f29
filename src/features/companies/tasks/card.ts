import { requireAllowed, schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { hiringKey } from '../../../kernel/hiring.ts';
import { hour } from '../../../kernel/time.ts';
import { awaits } from '../rules/life.ts';
import { type CompanyCard, findCard, promiseMissingCards, recordCard } from '../service/card.ts';
import { findEvent, isNoted } from '../service/event.ts';
import { findLate, recordReminded } from '../service/life.ts';
import { promisePanels } from '../service/panel.ts';
import { companyCard, lateMessage, noteMessage } from '../views/card.ts';
import { cardTask, noteTask, remindTask, removeCardTask } from '../wire.ts';

/** Brings the card of a company in the staff channel up to date, and posts it when there is none. */
export const card = task(cardTask, async (context, { guildId, companyId }) => {
  // Tasks of the same company may overlap: whoever showed a state that is no longer true shows the true one.
  for (let shown = ''; ; ) {
    const found = await findCard(context.db, { guildId, companyId });
    if (!found) return;
    const state = JSON.stringify({ ...found, company: { ...found.company, cardChannelId: null, cardMessageId: null } });
    if (state === shown) return;
    shown = (await showCard(context, found)) ? state : '';
  }
});

/** True when the card shows it; false when another try may have posted an older state at the same time. */
async function showCard({ db, discord, post, outcome, settings, reason }: TaskContext, shown: CompanyCard): Promise<boolean> {
  const { id: companyId, guildId, cardChannelId, cardMessageId } = shown.company;
  const { locale, channels } = await settings(guildId);
  const bound = channels[hiringKey];
  // A company that waits is where staff look for it; the card of any other stays where it was decided.
  const moves = bound !== undefined && bound !== cardChannelId && awaits(shown.company) !== null;
  const channelId = moves ? bound : (cardChannelId ?? bound);
  if (!channelId) return true;
  // A card that staff deleted comes back under another name: Discord would give the deleted one back.
  const key = `companies.card:${companyId}:${cardMessageId ?? 'first'}:${channelId}`;
  const posted = requireAllowed(
    await post({ channelId, messageId: moves ? null : cardMessageId, message: companyCard(shown, locale), key }),
  );
  if (!posted.ok || posted.value.id === cardMessageId) return true;
  // Before the new place is recorded: who dies in between tries again.
  if (moves && cardChannelId && cardMessageId)
    await outcome(discord.channels.deleteMessage(cardChannelId, cardMessageId, { reason: reason('companies.card') }));
  return recordCard(db, { companyId, former: cardMessageId, channelId: posted.value.channel_id, messageId: posted.value.id });
}

/** A company is no more: its card goes too. */
export const removeCard = task(removeCardTask, async ({ discord, outcome, reason }, { channelId, messageId }) => {
  await outcome(discord.channels.deleteMessage(channelId, messageId, { reason: reason('companies.card') }));
});

/** A line in the staff channel, once an event: the card alone, edited, would go unseen. */
export const tellStaff = task(noteTask, async ({ db, post, settings }, { guildId, eventId }) => {
  const event = await findEvent(db, { guildId, eventId });
  if (!event || !isNoted(event.kind)) return;
  const { channels, locale } = await settings(guildId);
  const channelId = channels[hiringKey];
  if (!channelId) return;
  const message = noteMessage(event.kind, event.company, event.actorId, locale);
  requireAllowed(await post({ channelId, messageId: null, message, key: `companies.note:${eventId}`, since: event.at }));
});

/** Companies that a list names; more are counted. */
const listed = 10;

/** One list of all that wait for too long. */
export const remindLate = task(remindTask, async ({ db, clock, post, settings }, { guildId }) => {
  const now = clock.now();
  const { channels, locale } = await settings(guildId);
  const channelId = channels[hiringKey];
  const late = channelId ? await findLate(db, { guildId, now, limit: listed }) : null;
  if (!channelId || !late) return;
  const { lastSentAt } = late;
  const key = `companies.late:${guildId}:${lastSentAt.getTime()}`;
  const posted = requireAllowed(
    await post({ channelId, messageId: null, message: lateMessage(late, locale), key, since: lastSentAt }),
  );
  if (posted.ok) await recordReminded(db, { guildId, lastSentAt, now });
});

/** What the events did not tell: a panel deleted while nobody listened, a company that found no channel. */
export const keepPosted = schedule('companies.keep_posted', hour, async (tx) => {
  await promisePanels(tx);
  await promiseMissingCards(tx);
});
