import type pg from 'pg';

/**
 * Tasks that wait to be tried again are due now, and the queue is told, which would look by itself a second later. `most`: of their tries no more
 * count, for a test that makes many fail. Returns how many tasks wait or run.
 */
export async function hurry(pool: pg.Pool, most = 100): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `WITH hurried AS (
       UPDATE graphile_worker._private_jobs SET run_at = now(), attempts = least(attempts, $1)
       WHERE (run_at > now() OR attempts > $1) AND locked_at IS NULL AND (attempts < max_attempts OR attempts > $1) RETURNING 1
     ), told AS (
       SELECT pg_notify('jobs:insert', json_build_object('r', random(), 'count', count(*))::text) FROM hurried HAVING count(*) > 0
     )
     SELECT count(*)::int AS count FROM graphile_worker._private_jobs, (SELECT count(*) FROM told) AS done
     WHERE attempts < max_attempts OR attempts > $1 OR locked_at IS NOT NULL`,
    [most],
  );
  return rows[0]?.count ?? 0;
}
