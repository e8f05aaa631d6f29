import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { hiringKey, offerClosed } from '../../../kernel/hiring.ts';
import { hour } from '../../../kernel/time.ts';
import { findOffer, isAnswerable, type OfferFacts } from '../service/offer.ts';
import { endDeparted, forgetOld } from '../service/retention.ts';
import {
  askOutcome,
  countOpenOf,
  findWaiting,
  promisePauses,
  promiseReminders,
  recordWritten,
  settleClosed,
  tellStaffInstead,
  type Waiting,
  type Written,
} from '../service/silence.ts';
import { outcomeMessage, remindMessage, staffMessage } from '../views/told.ts';
import { outcomeTask, remindTask, staffTask } from '../wire.ts';
import { tellHandlers } from './telling.ts';

/** The last messages of a thread among which an answer of the company is looked for. */
const looked = 100;

/** What somebody of the company wrote in the thread; null when nobody did. Discord does not tell us of these unasked. */
async function writtenIn(
  { discord, outcome }: TaskContext,
  { handlers }: OfferFacts,
  { roomId }: Waiting,
): Promise<Written | null> {
  if (!roomId) return null;
  const recent = await outcome(discord.channels.getMessages(roomId, { limit: looked }));
  const theirs = recent.ok ? recent.value.filter(({ author }) => handlers.includes(author.id)) : [];
  const [last, first] = [theirs.at(0), theirs.at(-1)];
  return first && last ? { first: new Date(first.timestamp), last: new Date(last.timestamp) } : null;
}

/** How many still wait for a word once their threads were looked into. */
async function countWaiting(context: TaskContext, offer: OfferFacts, who: 'recruiter' | 'staff', at: Date): Promise<number> {
  const { db } = context;
  const { guildId, id: offerId } = offer;
  for (const waiting of await findWaiting(db, { guildId, offerId }, who, at)) {
    const written = await writtenIn(context, offer, waiting);
    if (written) await recordWritten(db, { guildId, applicationId: waiting.id }, written, at);
  }
  return (await findWaiting(db, { guildId, offerId }, who, at)).length;
}

/** One message an offer, however many wait. Whoever was answered in the thread does not. */
export const remind = task(remindTask, async (context, { guildId, offerId, at }) => {
  const { db, clock } = context;
  const offer = await findOffer(db, { guildId, offerId });
  if (!offer || !isAnswerable(offer)) return;
  const count = await countWaiting(context, offer, 'recruiter', at);
  if (count === 0) return;
  const key = `applications.remind:${offerId}:${at.getTime()}`;
  const told = await tellHandlers(context, offer, { key, draw: (locale) => remindMessage(offer, count, locale) });
  if (told === 0) await tellStaffInstead(db, { guildId, offerId }, clock.now());
});

export const tellStaff = task(staffTask, async (context, { guildId, offerId, why, count: promised, at }) => {
  const { db, settings, post } = context;
  const { channels, locale } = await settings(guildId);
  const channelId = channels[hiringKey];
  const offer = channelId ? await findOffer(db, { guildId, offerId }) : null;
  if (!channelId || !offer) return;
  const count = why === 'late' ? await countWaiting(context, offer, 'staff', at) : promised;
  if (count === 0) return;
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

export const due = schedule(
  'applications.due',
  hour,
  async (tx, { clock }) => {
    await promiseReminders(tx, clock.now());
    await promisePauses(tx, clock.now());
    await settleClosed(tx, clock.now());
    await endDeparted(tx, clock.now());
  },
  ['application'],
);

export const forget = schedule('applications.forget', hour, (tx, { clock }) => forgetOld(tx, clock.now()), [
  'application',
  'recommendation',
]);
