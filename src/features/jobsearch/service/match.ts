import { type Db, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { digestSize, mostImmediate } from '../rules/limit.ts';
import { digestTask, tellTask } from '../wire.ts';
import { type Listed, readOffers } from './offer.ts';

type Row = { id: number; isImmediate: boolean };

/**
 * Everybody whose alert an offer fits, in one statement, each once: those who want it at once, up to their bound of the day, are promised a
 * message; for all others it waits for the digest. Nobody is told of an offer of their own, nor who has left.
 */
export async function matchOffer(
  db: Db,
  { guildId, offerId, now }: { guildId: string; offerId: number; now: Date },
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      // Two offers at once would count the same people in another order.
      await lock(tx, `jobsearch.match:${guildId}`);
      const [offer] = await tx.$queryRaw<{ words: string; authorId: string | null }[]>`
        SELECT words::text AS words, author_id AS "authorId" FROM listed_offer JOIN offer ON offer.id = offer_id
        WHERE offer_id = ${offerId} AND listed_offer.guild_id = ${guildId} AND listed_offer.expires_at > ${now}::timestamptz`;
      if (!offer) return;
      const told = await tx.$queryRaw<Row[]>`
        WITH zone AS (
          SELECT (${now}::timestamptz AT TIME ZONE coalesce((SELECT time_zone FROM guild WHERE id = ${guildId}), 'Europe/Paris'))::date AS today
        ), fitting AS (
          SELECT DISTINCT ON (user_id) id, user_id, is_immediate FROM job_alert
          WHERE guild_id = ${guildId} AND is_on AND ${offer.words}::tsvector @@ query::tsquery AND user_id IS DISTINCT FROM ${offer.authorId}
            AND NOT EXISTS (SELECT FROM member WHERE member.guild_id = job_alert.guild_id AND member.user_id = job_alert.user_id AND left_at IS NOT NULL)
          ORDER BY user_id, is_immediate DESC, slot
        ), counted AS (
          UPDATE job_seeker SET told_on = today, told_count = CASE WHEN told_on = today THEN told_count + 1 ELSE 1 END
          FROM fitting, zone
          WHERE job_seeker.guild_id = ${guildId} AND job_seeker.user_id = fitting.user_id AND is_immediate
            AND (told_on IS DISTINCT FROM today OR told_count < ${mostImmediate})
            AND NOT EXISTS (SELECT FROM alert_match WHERE alert_match.guild_id = ${guildId} AND alert_match.user_id = fitting.user_id AND offer_id = ${offerId})
          RETURNING job_seeker.user_id
        )
        INSERT INTO alert_match (guild_id, user_id, alert_id, offer_id, matched_at, is_immediate)
        SELECT ${guildId}, fitting.user_id, fitting.id, ${offerId}, ${now}::timestamptz, counted.user_id IS NOT NULL
        FROM fitting LEFT JOIN counted USING (user_id)
        ON CONFLICT (guild_id, user_id, offer_id) DO NOTHING
        RETURNING id, is_immediate AS "isImmediate"`;
      await enqueueAll(
        tx,
        tellTask,
        // In one queue: a popular offer must not hold up everything else.
        told.flatMap(({ id, isImmediate }) =>
          isImmediate ? [{ payload: { guildId, matchId: id }, key: String(id), queue: `jobsearch.tell:${guildId}` }] : [],
        ),
      );
    },
    { timeout: 60_000 },
  );
}

/**
 * Promises a digest to everybody whose hour of the day has come in the zone of their server and for whom something waited before it, once a day.
 * What each has is settled here, so that a task that runs twice tells the same.
 */
export async function promiseDigests(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ guildId: string; userId: string; day: string }[]>`
    WITH waiting AS (
      SELECT DISTINCT guild_id, user_id FROM alert_match WHERE told_at IS NULL AND digest_on IS NULL AND NOT is_immediate
    ), due AS (
      SELECT guild_id, user_id, today, (today + make_interval(hours => digest_hour)) AT TIME ZONE zone AS at
      FROM waiting JOIN job_seeker USING (guild_id, user_id) LEFT JOIN guild ON guild.id = guild_id,
        LATERAL (SELECT coalesce(guild.time_zone, 'Europe/Paris') AS zone) AS placed,
        LATERAL (SELECT (${now}::timestamptz AT TIME ZONE zone)::date AS today) AS dated
      WHERE guild.left_at IS NULL AND (digest_on IS NULL OR digest_on < today)
    ), settled AS (
      UPDATE alert_match SET digest_on = today FROM due
      WHERE alert_match.guild_id = due.guild_id AND alert_match.user_id = due.user_id AND due.at <= ${now}::timestamptz
        AND told_at IS NULL AND digest_on IS NULL AND NOT is_immediate AND matched_at < due.at
      RETURNING alert_match.guild_id, alert_match.user_id, today
    )
    UPDATE job_seeker SET digest_on = today FROM (SELECT DISTINCT guild_id, user_id, today FROM settled) AS one
    WHERE job_seeker.guild_id = one.guild_id AND job_seeker.user_id = one.user_id
    RETURNING job_seeker.guild_id AS "guildId", job_seeker.user_id AS "userId", today::text AS day`;
  await enqueueAll(
    tx,
    digestTask,
    due.map((payload) => ({
      payload,
      key: `${payload.guildId}:${payload.userId}:${payload.day}`,
      queue: `jobsearch.tell:${payload.guildId}`,
    })),
  );
}

export type AlertSaid = {
  id: number;
  text: string;
  contract: string | null;
  place: string | null;
  remote: string | null;
  level: string | null;
};

/** What one message tells: the offers that are still open, of alerts that are still on. */
export type News = {
  userId: string;
  locale: Locale;
  offers: readonly Listed[];
  /** Beyond those. */
  more: number;
  alerts: readonly AlertSaid[];
  matchIds: readonly number[];
};

type Match = AlertSaid & { matchId: number; offerId: number; userId: string; locale: string };

async function newsOf(db: Db, { guildId, now }: { guildId: string; now: Date }, matches: readonly Match[]): Promise<News | null> {
  const [first] = matches;
  if (!first) return null;
  const offers = (
    await readOffers(
      db,
      { guildId, now },
      matches.map(({ offerId }) => offerId),
    )
  ).filter(({ isOpen }) => isOpen);
  const open = new Set(offers.map(({ id }) => id));
  const alerts = new Map(
    matches
      .filter(({ offerId }) => open.has(offerId))
      .map(({ id, text, contract, place, remote, level }) => [id, { id, text, contract, place, remote, level }]),
  );
  return {
    userId: first.userId,
    locale: localeOf(first.locale),
    offers: offers.slice(0, digestSize),
    more: Math.max(0, offers.length - digestSize),
    alerts: [...alerts.values()],
    matchIds: matches.map(({ matchId }) => matchId),
  };
}

/** What an immediate message says; null when there is nothing to tell any more. */
export async function findTelling(
  db: Db,
  { guildId, matchId, now }: { guildId: string; matchId: number; now: Date },
): Promise<News | null> {
  const matches = await db.$queryRaw<Match[]>`
    SELECT alert_match.id AS "matchId", offer_id AS "offerId", alert_match.user_id AS "userId", locale, job_alert.id, text, contract, place, remote, level
    FROM alert_match JOIN job_alert ON job_alert.id = alert_id
    WHERE alert_match.id = ${matchId} AND alert_match.guild_id = ${guildId} AND told_at IS NULL AND is_on`;
  return newsOf(db, { guildId, now }, matches);
}

/** What a digest says. */
export async function findDigest(
  db: Db,
  { guildId, userId, day, now }: { guildId: string; userId: string; day: string; now: Date },
): Promise<News | null> {
  const matches = await db.$queryRaw<Match[]>`
    SELECT alert_match.id AS "matchId", offer_id AS "offerId", alert_match.user_id AS "userId", locale, job_alert.id, text, contract, place, remote, level
    FROM alert_match JOIN job_alert ON job_alert.id = alert_id
    WHERE alert_match.guild_id = ${guildId} AND alert_match.user_id = ${userId} AND digest_on = ${day}::date AND told_at IS NULL AND is_on
    ORDER BY matched_at DESC, alert_match.id DESC`;
  return newsOf(db, { guildId, now }, matches);
}

/** The person was told, or there was nothing left to tell. */
export async function recordTold(db: Db, { matchIds, now }: { matchIds: readonly number[]; now: Date }): Promise<void> {
  await db.alertMatch.updateMany({ where: { id: { in: [...matchIds] } }, data: { toldAt: now } });
}
