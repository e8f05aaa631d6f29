import type { TaskContext } from '../../../infra/tasks.ts';
import { schedule, task } from '../../../infra/tasks.ts';
import { offerAlerted, offersKey } from '../../../kernel/hiring.ts';
import { cut } from '../../../kernel/text.ts';
import { day, minute } from '../../../kernel/time.ts';
import { findMember } from '../../members/service.ts';
import { text } from '../messages/alert.ts';
import { findDigest, findTelling, matchOffer, type News, promiseDigests, recordTold } from '../service/match.ts';
import { jobSearchKey } from '../service/panel.ts';
import { forgetLeft, forgetOld } from '../service/retention.ts';
import { newsMessage } from '../views/alert.ts';
import { digestTask, tellTask } from '../wire.ts';

/** Who is told of a new offer. */
export const published = task(offerAlerted, ({ db, clock }, { guildId, offerId }) =>
  matchOffer(db, { guildId, offerId, now: clock.now() }),
);

/**
 * By direct message, else in a private thread of the channel where offers are searched. Whoever no longer holds a role of those who look for work could
 * neither apply nor change their alerts: they are told nothing.
 */
async function say(context: TaskContext, { guildId, key }: { guildId: string; key: string }, news: News): Promise<void> {
  const { db, clock, settings, tell } = context;
  const { userId, locale, offers, matchIds } = news;
  const { channels } = await settings(guildId);
  if (offers.length > 0 && (await context.mayUse({ guildId, userId }, 'seeker'))) {
    const message = newsMessage(news, { guildId, forumId: channels[offersKey] ?? null }, locale);
    const channelId = channels[jobSearchKey];
    const name = text.threadName((await findMember(db, { guildId, userId }))?.displayName ?? '')[locale];
    await tell({ guildId, userId, key, message, thread: channelId ? { channelId, name: cut(name, 100) } : null });
  }
  await recordTold(db, { matchIds, now: clock.now() });
}

export const tellOne = task(tellTask, async (context, { guildId, matchId }) => {
  const news = await findTelling(context.db, { guildId, matchId, now: context.clock.now() });
  if (news) await say(context, { guildId, key: `jobsearch.match:${matchId}` }, news);
});

export const tellDigest = task(digestTask, async (context, { guildId, userId, day: date }) => {
  const news = await findDigest(context.db, { guildId, userId, day: date, now: context.clock.now() });
  if (news) await say(context, { guildId, key: `jobsearch.digest:${date}` }, news);
});

/** Every hour of every zone begins on a multiple of this. */
export const digests = schedule('jobsearch.digests', 5 * minute, (tx, { clock }) => promiseDigests(tx, clock.now()), [
  'alert_match',
]);

export const forget = schedule(
  'jobsearch.forget',
  day,
  async (tx, { clock }) => {
    await forgetOld(tx, clock.now());
    await forgetLeft(tx, clock.now());
  },
  ['job_search', 'job_alert', 'alert_match', 'saved_offer', 'job_seeker', 'offer_word'],
);
