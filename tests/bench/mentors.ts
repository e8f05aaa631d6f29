import type pg from 'pg';
import { proposeMentors } from '../../src/features/mentoring/service/propose.ts';
import { type Db, openDatabase } from '../../src/infra/db.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { migrate } from '../../src/infra/migrate.ts';
import { languages, slots, themes } from '../../src/kernel/mentoring.ts';
import type { Scene } from './bot.ts';
import type { Measure } from './measure.ts';

/** A part of the bench of mentoring: what it takes to find the five best mentors of one learner in the database. */

const guildId = '290000000000000003';
const now = new Date('2027-01-11T09:00:00Z');

const wanted =
  'javascript,typescript,html,css,react,vue,angular,node,php,symfony,python,django,java,spring,csharp,dotnet,sql,postgresql,mysql,mongodb,git,docker,kubernetes,linux,project-management,teamwork';

/** As many approved mentors as a large network has, a third of them with a pair. */
async function fillMentors(client: pg.Pool, count = 5_000): Promise<void> {
  await client.query(
    `INSERT INTO mentor_profile (guild_id, user_id, state, themes, skills, skill_keys, languages, availability, ways, department, job, about, capacity,
      charter_version, charter_at, decided_at, approved_until, created_at, updated_at)
    SELECT $1, (240000000000000000 + n)::text, 'approved', themes, skills, skills, languages, availability, ARRAY['text', 'voice'], '59', 'Développement web',
      repeat('J’aide à relire du code et à préparer un CV. ', 8), 1 + n % 3, 1, now(), now(), now() + interval '1 year', now(), now()
    FROM generate_series(1, $2::int) AS n, LATERAL (
      SELECT ARRAY(SELECT DISTINCT ($3::text[])[1 + (hashint4(n * 7 + part) & 65535) % cardinality($3::text[])] FROM generate_series(1, 3) AS part) AS themes,
        ARRAY(SELECT DISTINCT ($4::text[])[1 + (hashint4(n * 31 + part) & 65535) % cardinality($4::text[])] FROM generate_series(1, 6) AS part) AS skills,
        ARRAY['fr', ($5::text[])[2 + n % (cardinality($5::text[]) - 1)]] AS languages,
        ARRAY(SELECT DISTINCT ($6::text[])[1 + (hashint4(n * 13 + part) & 65535) % cardinality($6::text[])] FROM generate_series(1, 4) AS part) AS availability
    ) AS one`,
    [guildId, count, Object.keys(themes), wanted.split(','), Object.keys(languages), [...slots]],
  );
  await client.query(
    `INSERT INTO mentoring_pair (guild_id, mentor_id, learner_id, origin, seat, created_at, active_at)
    SELECT $1, (240000000000000000 + n)::text, (250000000000000000 + n)::text, 'campaign', 1, now(), now() FROM generate_series(1, $2::int, 3) AS n`,
    [guildId, count],
  );
  // What learners of former years wished for.
  await client.query(
    `WITH former AS (
      INSERT INTO mentoring_request (guild_id, user_id, state, goals, themes, languages, created_at, updated_at, closed_at)
      SELECT $1, (270000000000000000 + n)::text, 'paired', 'Trouver une alternance.', ARRAY['cv'], ARRAY['fr'], now(), now(), now()
      FROM generate_series(1, 20000) AS n RETURNING id
    )
    INSERT INTO mentoring_preference (request_id, guild_id, mentor_id, place)
    SELECT id, $1, (240000000000000000 + 1 + (id * 3 + place) % $2::int)::text, place FROM former, generate_series(1, 3) AS place`,
    [guildId, count],
  );
  await client.query('VACUUM ANALYZE mentor_profile, mentoring_pair, mentoring_request, mentoring_preference');
}

const runs = 40;

/** How long a learner waits for their five proposals, reasons and texts included. */
export async function measureMentors(scene: Scene): Promise<Measure[]> {
  await migrate(scene.databaseUrl);
  const { db, pool, close } = openDatabase(scene.databaseUrl, createLogger('warn'));
  try {
    await fillMentors(pool);
    return await measureProposals(db);
  } finally {
    await close();
  }
}

async function measureProposals(db: Db): Promise<Measure[]> {
  const skills = ['react', 'sql', 'docker', 'python'];
  const request = await db.mentoringRequest.create({
    data: {
      guildId,
      userId: '260000000000000001',
      goals: 'Trouver une alternance.',
      themes: ['cv', 'interview', 'code_review'],
      skills,
      skillKeys: skills,
      languages: ['fr', 'en'],
      availability: ['tue_evening', 'thu_evening', 'sat_morning'],
      ways: ['text', 'voice'],
      createdAt: now,
      updatedAt: now,
    },
  });
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    await proposeMentors(db, request, now);
    times.push(performance.now() - began);
  }
  return [
    { what: 'five best mentors of 5 000, with their reasons', unit: 'ms', ours: times, counts: 'value', target: { most: 15 } },
  ];
}
