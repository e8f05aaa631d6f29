import type pg from 'pg';

/** Applications as a network gathers them in two years. */

export type Crowd = {
  guildId: string;
  applications: number /** Discord ids count up from here. */;
  firstPerson: bigint;
  people: number;
};

/**
 * So many applications to the offers that the server has, in one statement: most offers have about ten, one in a thousand has hundreds, and nine in ten are over.
 * Returns the milliseconds that it took.
 */
export async function fillApplications(
  client: pg.Client,
  { guildId, applications, firstPerson, people }: Crowd,
): Promise<number> {
  const began = performance.now();
  // Their offers are there: to look each of them up would take half of the time.
  await client.query('SET session_replication_role = replica');
  await client.query(
    `WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS count FROM offer WHERE guild_id = $1),
    drawn AS (
      SELECT n, CASE WHEN n % 20 = 0 THEN (n / 20) % greatest(1, (SELECT max(count) FROM numbered) / 1000) ELSE n % (SELECT max(count) FROM numbered) END AS place,
        timestamptz '2026-11-01 09:00Z' - (n % 730) * interval '1 day' AS at
      FROM generate_series(1, $2::int) AS n)
    INSERT INTO application (guild_id, offer_id, user_id, message, consent_version, consented_at, sent_at, stage_at, stage, closed_at, reason, answered_at)
    SELECT $1, numbered.id, ($3::bigint + (hashint4(n) & 2147483647) % $4::int)::text, 'Bonjour, votre offre m’intéresse beaucoup. ' || n, 1, at, at, at,
      (CASE WHEN n % 10 = 0 THEN 'sent' WHEN n % 10 = 1 THEN 'hired' ELSE 'declined' END)::application_stage,
      CASE WHEN n % 10 > 0 THEN at + interval '3 days' END, CASE WHEN n % 10 > 1 THEN 'someone_else' END,
      CASE WHEN n % 10 > 0 THEN at + interval '3 days' END
    FROM drawn JOIN numbered USING (place)
    ON CONFLICT (offer_id, user_id) WHERE stage <> 'withdrawn' DO NOTHING`,
    [guildId, applications, String(firstPerson), people],
  );
  await client.query('SET session_replication_role = DEFAULT');
  const took = performance.now() - began;
  await client.query('VACUUM ANALYZE application');
  return took;
}
