import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { hiringKey, offerClosed } from '../../../kernel/hiring.ts';
import { hour } from '../../../kernel/time.ts';
import { findOffer, type OfferFacts } from '../service/offer.ts';
import { endDeparted, forgetOld } from '../service/retention.ts';
import {
  askOutcome,
  countOpenOf,
  findReminded,
  promiseReminders,
  recordWritten,
  settleClosed,
  tellStaffInstead,
  type Waiting,
} from '../service/silence.ts';
import { outcomeMessage, remindMessage, staffMessage } from '../views/told.ts';
import { outcomeTask, remindTask, staffTask } from '../wire.ts';
import { tellHandlers } from './telling.ts';

/** The last messages of a thread among which an answer of the company is looked for. */
const looked = 100;

/** When somebody of the company first wrote in the thread; null when nobody did. Discord does not tell us of these unasked. */
async function writtenAt({ discord, outcome }: TaskContext, { handlers }: OfferFacts, { roomId }: Waiting): Promise<Date | null> {
  if (!roomId) return null;
  const recent = await outcome(discord.channels.getMessages(roomId, { limit: looked }));
  const theirs = recent.ok ? recent.value.filter(({ author }) => handlers.includes(author.id)).at(-1) : undefined;
  return theirs ? new Date(theirs.timestamp) : null;
}

/** One message an offer, however many wait. Whoever was answered in the thread does not. */
export const remind = task(remindTask, async (context, { guildId, offerId, at }) => {
  const { db, clock } = context;
  const offer = await findOffer(db, { guildId, offerId });
  if (offer?.state !== 'published') return;
  for (const waiting of await findReminded(db, { guildId, offerId }, at)) {
    const written = await writtenAt(context, offer, waiting);
    if (written) await recordWritten(db, guildId, waiting.id, written);
  }
  const { length: count } = await findReminded(db, { guildId, offerId }, at);
  if (count === 0) return;
  const key = `applications.remind:${offerId}:${at.getTime()}`;
  const told = await tellHandlers(context, offer, { key, draw: (locale) => remindMessage(offer, count, locale) });
  if (told === 0) await tellStaffInstead(db, { guildId, offerId }, clock.now());
});

export const tellStaff = task(staffTask, async ({ db, settings, post }, { guildId, offerId, why, count, at }) => {
  const { channels, locale } = await settings(guildId);
  const channelId = channels[hiringKey];
  const offer = channelId ? await findOffer(db, { guildId, offerId }) : null;
  if (!channelId || !offer) return;
  const key = `applications.staff:${offerId}:${why}:${at.getTime()}`;
  const posted = await post({ channelId, messageId: null, message: staffMessage(offer, { why, count }, locale), key, since: at });
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
});

/** An offer was closed: nobody who applied is left without an answer. */
export const closed = task(offerClosed, ({ db, clock }, offer) => askOutcome(db, offer, clock.now()));

export const tellOutcome = task(outcomeTask, async (context, { guildId, offerId, at }) => {
  const { db, clock } = context;
  const offer = await findOffer(db, { guildId, offerId });
  if (offer?.state !== 'closed') return;
  const count = await countOpenOf(db, { guildId, offerId });
  if (count === 0) return;
  const key = `applications.outcome:${offerId}:${at.getTime()}`;
  const told = await tellHandlers(context, offer, { key, draw: (locale) => outcomeMessage(offer, count, locale) });
  if (told === 0) await tellStaffInstead(db, { guildId, offerId }, clock.now());
});

export const due = schedule('applications.due', hour, async (tx, { clock }) => {
  await promiseReminders(tx, clock.now());
  await settleClosed(tx, clock.now());
  await endDeparted(tx, clock.now());
});

export const forget = schedule('applications.forget', hour, (tx, { clock }) => forgetOld(tx, clock.now()));
