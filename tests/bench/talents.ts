import type pg from 'pg';
import { dayOf } from '../../src/features/promos/service/day.ts';
import { matchOffer } from '../../src/features/talents/service/match.ts';
import { beginSearch, noFilters, readPage } from '../../src/features/talents/service/search.ts';
import type { Db } from '../../src/infra/db.ts';
import { type Measure, quantile } from './measure.ts';

/** A part of the bench of job offers: what it takes to find, among those who look for work, whom an offer fits. */

const profiles = 30_000;

const wanted =
  'javascript,typescript,html,css,react,vue,angular,node,php,symfony,python,django,java,spring,csharp,dotnet,sql,postgresql,mysql,mongodb,git,docker,kubernetes,linux,project-management,teamwork';
const departments = '59,62,60,80,02,75,92,93,94,69,13,31,33,44,35,67,34,06,38,974';

/** As many visible profiles as a network has: a few skills that most have, many that few do. One statement. */
export async function fillTalents(client: pg.Client | pg.Pool, guildId: string, count = profiles): Promise<void> {
  await client.query(
    `INSERT INTO talent_profile (guild_id, user_id, contracts, city, department, mobility, remote, level, available_from, skills, skill_keys, pitch, search,
      is_open, consent_version, consented_at, created_at, updated_at, confirmed_at)
    SELECT $1, (230000000000000000 + n)::text, contracts, city, department, mobility, remote, level, available_from, skills, skills, pitch,
      array_to_string(skills, ' ') || ' ' || lower(pitch), true, 1, now(), now(), now(), now()
    FROM generate_series(1, $2::int) AS n, LATERAL (
      SELECT ARRAY[(ARRAY['cdi','cdd','apprenticeship','internship'])[1 + n % 4], (ARRAY['cdi','freelance','temporary'])[1 + n / 7 % 3]] AS contracts,
        (ARRAY['Lille', 'Roubaix', 'Lens', NULL])[1 + n % 4] AS city, ($4::text[])[1 + (n * 7919 % cardinality($4::text[]) * (n % 3 + 1) / 3)] AS department,
        (ARRAY['city','department','department','region','country']::talent_mobility[])[1 + n % 5] AS mobility,
        (ARRAY[NULL,'none','partial','full']::offer_remote[])[1 + n / 3 % 4] AS remote,
        (ARRAY['beginner','junior','junior','confirmed','senior']::offer_level[])[1 + n / 11 % 5] AS level,
        CASE WHEN n % 3 = 0 THEN current_date + n % 120 END AS available_from,
        ARRAY(SELECT DISTINCT ($3::text[])[1 + floor(cardinality($3::text[]) * power((hashint4(n * 31 + part) & 65535) / 65536.0, 2))::int] FROM generate_series(1, 3 + n % 6) AS part) AS skills,
        'Des sites sobres et accessibles, projet ' || n % 97 AS pitch
    ) AS one`,
    [guildId, count, wanted.split(','), departments.split(',')],
  );
  await client.query('VACUUM ANALYZE talent_profile');
}

const runs = 40;

/** How long a published offer takes to find its people, and a recruiter a page of cards. `offers` are published, `userId` answers for a verified company. */
export async function measureTalents(
  db: Db,
  { guildId, userId, offers, now }: { guildId: string; userId: string; offers: readonly number[]; now: Date },
): Promise<Measure[]> {
  const today = dayOf(now);
  const timed = async (act: (run: number) => Promise<unknown>): Promise<number[]> => {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      await act(run);
      times.push(performance.now() - began);
    }
    return times;
  };
  const matching = await timed(async (run) => {
    const offerId = offers[run % offers.length] ?? 0;
    await matchOffer(db, { guildId, offerId, today, now });
    // The next one is as new as the first.
    await db.talentNotice.deleteMany({ where: { guildId } });
  });
  const who = { guildId, userId, now };
  const filters = [
    noFilters,
    { ...noFilters, text: 'react' },
    { ...noFilters, city: 'Lille', department: '59' },
    { ...noFilters, offerId: offers[0] ?? null },
  ];
  const searching = await timed(async (run) => {
    const searchId = await beginSearch(db, who, filters[run % filters.length] ?? noFilters);
    await readPage(db, who, { searchId, page: run % 3, today });
  });
  const measure = (what: string, milliseconds: number[], most: number): Measure => ({
    what,
    unit: 'ms',
    ours: [quantile(milliseconds, 0.99)],
    counts: 'value',
    target: { most },
  });
  return [
    measure(`an offer finds its people among ${profiles} profiles, p99`, matching, 150),
    measure(`/job talents, a page among ${profiles} profiles, p99`, searching, 150),
  ];
}
