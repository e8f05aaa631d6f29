import type { Message } from '../../../discord/command.ts';
import { requireAllowed, type TaskContext, task } from '../../../infra/tasks.ts';
import { companyChanged, hiringKey } from '../../../kernel/hiring.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { threadName } from '../messages/told.ts';
import { settleCompany } from '../service/end.ts';
import { findLate, recordLate } from '../service/list.ts';
import { contentOf, findOffer, type Offer, proposalOf, waitsForStaff } from '../service/offer.ts';
import { recordCard } from '../service/post.ts';
import { describeForStaff } from '../service/review.ts';
import { lateMessage, lostMessage, staffCard } from '../views/review.ts';
import { orphanedMessage, toldMessage } from '../views/told.ts';
import { cardTask, lostTask, orphanedTask, remindStaffTask, removeCardTask, toldTask, welcomeKey } from '../wire.ts';

/** The card of the staff's queue: posted when something waits, and edited to what was decided. */
export const card = task(cardTask, async (context, { guildId, offerId }) => {
  const { db, clock, discord, outcome, post, settings, reason } = context;
  const found = await describeForStaff(db, { guildId, offerId }, clock.now());
  if (!found) return;
  const { offer } = found;
  const { channels, locale } = await settings(guildId);
  const { cardChannelId, cardMessageId } = offer;
  const channelId = cardChannelId ?? channels[hiringKey];
  if (!channelId || (!cardMessageId && !waitsForStaff(offer))) return;
  const message = staffCard(found, { shown: contentOf(offer), proposed: proposalOf(offer) }, locale);
  const since = offer.proposedAt ?? offer.reportedAt ?? offer.submittedAt ?? offer.createdAt;
  const key = `jobs.card:${offerId}:${since.getTime()}:${cardMessageId ?? 'first'}`;
  const posted = requireAllowed(await post({ channelId, messageId: cardMessageId, message, key, since }));
  if (!posted.ok || posted.value.id === cardMessageId) return;
  const isRecorded = await recordCard(db, { offerId, former: cardMessageId, channelId, messageId: posted.value.id });
  // It was erased, or waits anew with another card, while this one was posted.
  if (!isRecorded) await outcome(discord.channels.deleteMessage(channelId, posted.value.id, { reason: reason('jobs.card') }));
});

export const removeCard = task(removeCardTask, async ({ discord, outcome, reason }, { channelId, messageId }) => {
  await outcome(discord.channels.deleteMessage(channelId, messageId, { reason: reason('jobs.card') }));
});

type Words = { key: string; userId: string; locale: Locale; message: Message };

/** By direct message, else in a private thread of the welcome channel, which everybody sees. */
async function tellPerson(
  { tell, settings }: TaskContext,
  { guildId }: Offer,
  { key, userId, locale, message }: Words,
): Promise<void> {
  const welcomeId = (await settings(guildId)).channels[welcomeKey];
  const thread = welcomeId ? { channelId: welcomeId, name: threadName[locale] } : null;
  await tell({ guildId, userId, key, message, thread });
}

/** The author learns what became of their offer, in their language, once. */
export const told = task(toldTask, async (context, { guildId, offerId, what, at }) => {
  const offer = await findOffer(context.db, { guildId, offerId });
  if (!offer?.authorId) return;
  const locale = localeOf(offer.locale);
  const message = toldMessage(offer, what, locale);
  await tellPerson(context, offer, { key: `jobs.${what}:${offerId}:${at}`, userId: offer.authorId, locale, message });
});

export const orphaned = task(orphanedTask, async (context, { guildId, offerId, userId }) => {
  const offer = await findOffer(context.db, { guildId, offerId });
  if (!offer) return;
  const locale = localeOf(offer.locale);
  await tellPerson(context, offer, { key: `jobs.orphaned:${offerId}`, userId, locale, message: orphanedMessage(offer, locale) });
});

/** One line for all that wait for long: posted, since an edited one would go unseen. */
export const tellStaff = task(remindStaffTask, async ({ db, clock, post, settings }, { guildId }) => {
  const { channels, locale } = await settings(guildId);
  const channelId = channels[hiringKey];
  const late = channelId ? await findLate(db, { guildId, now: clock.now() }) : null;
  if (!channelId || !late) return;
  const key = `jobs.late:${guildId}:${Math.max(...late.ids)}:${late.total}`;
  requireAllowed(await post({ channelId, messageId: null, message: lateMessage(late, locale), key, since: clock.now() }));
  await recordLate(db, late.ids, clock.now());
});

/** Staff learn that somebody deleted a post. */
export const lost = task(lostTask, async ({ db, post, settings }, { guildId, offerId, at }) => {
  const offer = await findOffer(db, { guildId, offerId });
  const { channels, locale } = await settings(guildId);
  const channelId = channels[hiringKey];
  if (!offer || !channelId) return;
  const key = `jobs.lost:${offerId}:${at}`;
  requireAllowed(await post({ channelId, messageId: null, message: lostMessage(offer, locale), key, since: new Date(at) }));
});

/** A company is verified again, suspended, lapsed, or nobody's any more. */
export const company = task(companyChanged, ({ db, clock }, { guildId, companyId }) =>
  settleCompany(db, { guildId, companyId, now: clock.now() }),
);
