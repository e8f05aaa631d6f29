import type pg from 'pg';
import { matchOffer } from '../../src/features/jobsearch/service/match.ts';
import type { Db } from '../../src/infra/db.ts';
import { type Measure, quantile } from './measure.ts';

/** Alerts as a network has them, and what it takes to find whose alert an offer fits. */

export const alerts = 30_000;

/** One alert each of as many people; one in six fits an offer of a web developer in Lille, and one in fifty is told at once. */
export async function fillAlerts(client: pg.Client, guildId: string): Promise<void> {
  await client.query(
    `INSERT INTO job_alert (guild_id, user_id, slot, locale, text, query, is_immediate, created_at, changed_at)
    SELECT $1, (230000000000000000 + n)::text, 1, 'fr', 'dev', to_tsquery('offer_words', (ARRAY['(dev | developpeur) & react', 'reseau | linux',
      'python & k0cdi & d059', '(dev | developpeur) & d075', 'comptable & n0junior', 'javascript & (d059 | r0full)'])[1 + n % 6])::text, n % 50 = 0, now(), now()
    FROM generate_series(1, $2::int) AS n`,
    [guildId, alerts],
  );
  await client.query(
    `INSERT INTO job_seeker (guild_id, user_id, used_at) SELECT $1, (230000000000000000 + n)::text, now() FROM generate_series(1, $2::int) AS n ON CONFLICT DO NOTHING`,
    [guildId, alerts],
  );
  await client.query('VACUUM ANALYZE job_alert, job_seeker');
}

/** One offer against all alerts, each time as if it had just come. */
export async function measureAlerts(
  db: Db,
  { guildId, offers }: { guildId: string; offers: readonly number[] },
): Promise<Measure[]> {
  const times: number[] = [];
  for (const offerId of offers) {
    const began = performance.now();
    await matchOffer(db, { guildId, offerId, now: new Date() });
    times.push(performance.now() - began);
  }
  const what = `an offer against ${alerts.toLocaleString('en')} alerts`;
  return [
    { what: `${what}: p50`, unit: 'ms', ours: [quantile(times, 0.5)], counts: 'value' },
    { what: `${what}: p99`, unit: 'ms', ours: [quantile(times, 0.99)], counts: 'value', target: { most: 150 } },
  ];
}
