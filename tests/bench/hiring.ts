import pg from 'pg';
import { second, systemClock } from '../../src/kernel/time.ts';
import type { Bot, Scene } from './bot.ts';
import { type Measure, quantile } from './measure.ts';
import type { Scale } from './scale.ts';
import type { Act } from './stage.ts';

/** From a draft to an interview, by people who press buttons: how long each of them waits for the answer. */

const instant = { most: 20 };

/** What each company has open beside its draft, among which near duplicates are looked for; one more, and staff would have nothing to approve. */
const others = 2;

type Round = { companyId: number; draftId: number; recruiterId: string; seekerId: string };

/** A company, its recruiter and their draft for each round; its texts are those of offers that are there. */
async function writeRounds(
  client: pg.Client,
  { guildId, recruiters, seekers }: { guildId: string; recruiters: readonly string[]; seekers: readonly string[] },
): Promise<Round[]> {
  const { rows: companies } = await client.query<{ id: number }>(
    `INSERT INTO company (guild_id, name, siret, website, email, about, state, created_at, submitted_at, decided_at, verified_since, verified_until)
    SELECT $1, 'Atelier des Essais ' || n, lpad((50000000000000 + n)::text, 14, '0'), 'https://a' || n || '.example', 'rh@a' || n || '.example', 'Une entreprise.',
      'verified', now(), now(), now(), now() - interval '1 year', now() + interval '1 year' FROM generate_series(1, $2::int) AS n RETURNING id`,
    [guildId, recruiters.length],
  );
  const companyIds = companies.map(({ id }) => id);
  await client.query(
    `INSERT INTO company_recruiter (company_id, guild_id, user_id, added_at)
    SELECT company, $1, person, now() - interval '1 year' FROM unnest($2::int[], $3::text[]) AS one (company, person)`,
    [guildId, companyIds, recruiters],
  );
  const { rows: drafts } = await client.query<{ id: number; company: number; state: string }>(
    `WITH text AS (
      SELECT title, missions, profile, process, remote, skills, row_number() OVER (ORDER BY id) - 1 AS place FROM offer
      WHERE guild_id = $1 AND contract = 'cdi' AND remote <> 'full' ORDER BY id LIMIT $4)
    INSERT INTO offer (guild_id, company_id, author_id, state, title, missions, profile, process, contract, city, department, remote, remote_days,
      pay_min_cents, pay_max_cents, pay_period, skills, level, created_at, submitted_at, first_sent_at, decided_at, published_at, expires_at)
    SELECT $1, company, person, (CASE WHEN turn = 0 THEN 'draft' ELSE 'published' END)::offer_state, title, missions, profile, process, 'cdi', 'Lille', '59',
      remote, CASE remote WHEN 'partial' THEN 2 END, 2600000, 3400000, 'year', skills, 'junior', at, old, old, old, old, old + interval '45 days'
    FROM unnest($2::int[], $3::text[]) WITH ORDINALITY AS one (company, person, n), generate_series(0, $5::int) AS turn,
      LATERAL (SELECT now() - interval '9 days' AS at, CASE WHEN turn > 0 THEN now() - interval '8 days' END AS old) AS dated, text
    WHERE text.place = (n * ($5 + 1) + turn) % (SELECT count(*) FROM text)
    RETURNING id, company_id AS company, state::text AS state`,
    [guildId, companyIds, recruiters, Math.max(8, recruiters.length * (others + 1)), others],
  );
  const draftOf = new Map(drafts.filter(({ state }) => state === 'draft').map(({ id, company }) => [company, id]));
  return companyIds.map((companyId, place) => ({
    companyId,
    draftId: draftOf.get(companyId) ?? 0,
    recruiterId: recruiters[place] ?? '',
    seekerId: seekers[place] ?? '',
  }));
}

/** Until what was promised is done: people come minutes apart, and not while posts are made for the one before. */
async function settle(client: pg.Client): Promise<void> {
  const began = performance.now();
  for (;;) {
    const { rows } = await client.query<{ busy: boolean }>(
      `SELECT EXISTS (SELECT FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL OR (attempts = 0 AND run_at <= now())) AS busy`,
    );
    if (!rows[0]?.busy) return;
    if (performance.now() - began > 60 * second) throw new Error('tasks do not end');
    await new Promise<void>((resolve) => void systemClock.after(5, resolve));
  }
}

/** Each deed of a round, who does it, and a word of the answer. */
const deeds = ['submit', 'approve', 'apply', 'board', 'stage'] as const;
type Deed = (typeof deeds)[number];

const letter =
  'Bonjour, je cherche un premier poste et votre équipe me plaît. J’ai fini ma formation en juin et je suis disponible.';

export async function measureHiring(scene: Scene, bot: Bot, scale: Scale): Promise<Measure[]> {
  const client = new pg.Client({ connectionString: scene.databaseUrl });
  await client.connect();
  try {
    return await playRounds(client, scene, bot, scale);
  } finally {
    await client.end();
  }
}

async function playRounds(client: pg.Client, scene: Scene, { place }: Bot, { launches, searches }: Scale): Promise<Measure[]> {
  const { id, guildId, ownerId } = place;
  const rounded = Math.ceil(searches * 0.4);
  const [count, warm] = [launches * rounded, Math.min(20, searches)];
  const people = await scene.stage.people({ id, counts: { recruiter: count + warm, alumni: count + warm } });
  for (const [key, { roleId }] of Object.entries(people))
    await client.query('INSERT INTO role_binding (guild_id, key, role_id) VALUES ($1, $2, $3)', [guildId, key, roleId]);
  const rounds = await writeRounds(client, {
    guildId,
    recruiters: people.recruiter?.userIds ?? [],
    seekers: people.alumni?.userIds ?? [],
  });
  const times = new Map<Deed, number[]>(deeds.map((deed) => [deed, []]));
  for (const [turn, round] of rounds.entries())
    for (const deed of deeds) {
      const { act, word } = await actOf(client, round, { deed, ownerId });
      const { milliseconds, said } = await scene.stage.act({ id, ...act });
      if (!said.includes(word)) throw new Error(`${deed} was answered ${said}`);
      if (turn >= warm) times.get(deed)?.push(milliseconds);
      await settle(client);
    }
  return deeds.flatMap((deed): Measure[] => {
    const all = times.get(deed) ?? [];
    const turns = Array.from({ length: launches }, (_, turn) => all.slice(turn * rounded, (turn + 1) * rounded));
    const of = (share: number) => turns.map((some) => quantile(some, share));
    return [
      { what: `${names[deed]}: p50`, unit: 'ms', ours: of(0.5), counts: 'value' },
      { what: `${names[deed]}: p99`, unit: 'ms', ours: of(0.99), counts: 'value', target: instant },
    ];
  });
}

const names: Readonly<Record<Deed, string>> = {
  submit: 'post: an offer is sent, with all its rules',
  approve: 'post: staff approve it',
  apply: 'apply',
  board: 'board',
  stage: 'stage: to an interview',
};

async function actOf(
  client: pg.Client,
  { draftId, recruiterId, seekerId }: Round,
  { deed, ownerId }: { deed: Deed; ownerId: string },
): Promise<{ act: Act; word: string }> {
  switch (deed) {
    case 'submit':
      return { act: { userId: recruiterId, customId: `jobs:submit:${draftId}` }, word: 'jobs:mine' };
    case 'approve': {
      const { rows } = await client.query<{ revision: number }>('SELECT revision FROM offer WHERE id = $1', [draftId]);
      return { act: { userId: ownerId, customId: `jobs:approve:${draftId}:${rows[0]?.revision}` }, word: 'accept' };
    }
    case 'apply': {
      const fields = [
        { name: 'message', value: letter },
        { name: 'consent', value: true },
      ];
      return { act: { userId: seekerId, customId: `jobs:apply:form:${draftId}`, fields }, word: 'Atelier' };
    }
    case 'board':
      return { act: { userId: recruiterId, customId: `applications:board:${draftId}:0:0` }, word: 'applications:card' };
    case 'stage': {
      const { rows } = await client.query<{ id: number }>('SELECT id FROM application WHERE offer_id = $1', [draftId]);
      return { act: { userId: recruiterId, customId: `jobs:stage:${rows[0]?.id}`, values: ['interview'] }, word: 'ntretien' };
    }
  }
}
