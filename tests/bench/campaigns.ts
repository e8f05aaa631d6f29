import { monitorEventLoopDelay } from 'node:perf_hooks';
import { usualLevels } from '../../src/features/campaigns/rules.ts';
import { keepProposal } from '../../src/features/campaigns/service/compute.ts';
import { feedProposal } from '../../src/features/campaigns/service/feed.ts';
import { proposeWork } from '../../src/features/campaigns/service/propose.ts';
import { publish } from '../../src/features/campaigns/service/publish.ts';
import { workApart } from '../../src/infra/apart.ts';
import { type Db, openDatabase } from '../../src/infra/db.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { migrate } from '../../src/infra/migrate.ts';
import { migrateQueue } from '../../src/infra/tasks.ts';
import { slots } from '../../src/kernel/mentoring.ts';
import { day } from '../../src/kernel/time.ts';
import { randomOf } from '../features/mentoring/market.ts';
import { peopleOf } from '../features/mentoring/people.ts';
import type { Scene } from './bot.ts';
import type { Measure } from './measure.ts';
import type { Scale } from './scale.ts';

/** A part of the bench of mentoring: a campaign from its rows to its preview and its pairs, while somebody else would want to be answered. */

const guildId = '290000000000000001';
const actorId = '290000000000000002';
const now = new Date('2027-01-11T09:00:00Z');

/** Learners and mentors who all take part, as rows; the ids are those of no one. */
async function fill(db: Db, campaignId: number, size: { learners: number; mentors: number }): Promise<void> {
  const random = randomOf(3);
  const { learners, mentors } = peopleOf(random, size);
  const begin = () => Math.floor(random() * (slots.length - 7));
  const said = <P extends { id: string; hours: ReadonlySet<number>; languages: readonly string[] }>(
    people: readonly P[],
  ): string =>
    JSON.stringify(
      people.map(({ id, hours, languages, ...person }) => ({
        ...person,
        id: `300000000000${id}`,
        // Whoever was given none would be on no form.
        languages: languages.length === 0 ? ['fr'] : languages,
        availability: slots.slice(begin()).slice(0, 1 + (hours.size % 7)),
      })),
    );
  const until = new Date(now.getTime() + 300 * day);
  await db.$executeRaw`
    INSERT INTO mentor_profile (guild_id, user_id, state, themes, skills, skill_keys, languages, availability, ways, city, department, capacity,
      prefers_courses, prefers_campuses, prefers_stages, charter_version, charter_at, decided_at, approved_until, created_at, updated_at)
    SELECT ${guildId}, id, 'approved', themes, skills, skills, languages, availability, ways, CASE WHEN department IS NULL THEN NULL ELSE city END, department, seats,
      "prefersCourses", "prefersCampuses", "prefersStages", 1, ${now}::timestamptz, ${now}::timestamptz, ${until}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${said(mentors)}::jsonb) AS one (id text, themes text[], skills text[], languages text[], availability text[], ways text[],
      city text, department text, seats integer, "prefersCourses" integer[], "prefersCampuses" integer[], "prefersStages" text[])`;
  await db.$executeRaw`
    INSERT INTO mentoring_request (guild_id, user_id, goals, themes, skills, skill_keys, languages, availability, ways, stage, city, department, created_at, updated_at)
    SELECT ${guildId}, id, 'Trouver une alternance', themes, skills, skills, languages, availability, ways, stage, CASE WHEN department IS NULL THEN NULL ELSE city END,
      department, ${now}::timestamptz - "waitingDays" * interval '1 day', ${now}::timestamptz
    FROM jsonb_to_recordset(${said(learners)}::jsonb) AS one (id text, themes text[], skills text[], languages text[], availability text[], ways text[],
      stage text, city text, department text, "waitingDays" integer)`;
  await db.$executeRaw`
    INSERT INTO campaign_participant (campaign_id, guild_id, user_id, part, joined_at)
    SELECT ${campaignId}::integer, ${guildId}, user_id, 'mentor'::campaign_part, ${now}::timestamptz FROM mentor_profile WHERE guild_id = ${guildId}
    UNION ALL SELECT ${campaignId}::integer, ${guildId}, user_id, 'learner', ${now}::timestamptz FROM mentoring_request WHERE guild_id = ${guildId}`;
  await db.$executeRaw`ANALYZE mentor_profile, mentoring_request, campaign_participant`;
}

/** How long `act` takes, and how long it kept everybody else waiting at most, in milliseconds. */
async function watched<T>(act: () => Promise<T>): Promise<{ value: T; milliseconds: number; longest: number }> {
  const resolution = 1;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const began = performance.now();
  const value = await act();
  const milliseconds = performance.now() - began;
  delay.disable();
  return { value, milliseconds, longest: delay.max / 1e6 - resolution };
}

/** From the rows of all who take part to the preview, and from its click to the pairs. */
export async function measureCampaigns(scene: Scene, { launches }: Scale): Promise<Measure[]> {
  await migrate(scene.databaseUrl);
  const { db, pool, close } = openDatabase(scene.databaseUrl, createLogger('warn'));
  try {
    await migrateQueue(pool);
    const size = launches === 1 ? { learners: 1_000, mentors: 200 } : { learners: 10_000, mentors: 2_000 };
    const made = await db.mentoringCampaign.create({
      data: {
        guildId,
        name: 'Bench',
        state: 'closed',
        opensAt: now,
        closesAt: new Date(now.getTime() + day),
        openedAt: now,
        closedAt: now,
        weights: usualLevels,
        minScore: 0.2,
        seed: 1,
        createdAt: now,
      },
    });
    await fill(db, made.id, size);
    const apart: number[] = [];
    const whole: number[] = [];
    const blocked: number[] = [];
    for (let turn = 0; turn < Math.max(2, launches); turn++) {
      const campaign = await db.mentoringCampaign.update({ where: { id: made.id }, data: { state: 'closed' } });
      const { id, revision } = campaign;
      const worked = await watched(async () => {
        const began = performance.now();
        const proposal = await workApart(proposeWork, feedProposal(db, campaign, { now, timeZone: 'Europe/Paris' }));
        apart.push((performance.now() - began) / 1000);
        await keepProposal(db, { guildId, id, revision }, proposal, now);
      });
      whole.push(worked.milliseconds / 1000);
      blocked.push(worked.longest);
    }
    const ready = await db.mentoringCampaign.findUniqueOrThrow({ where: { id: made.id } });
    const published = await watched(() => publish(db, { guildId, actorId, now }, ready));
    const pairs = await db.mentoringPair.count({ where: { guildId } });
    const of = `${size.learners} learners × ${size.mentors} mentors`;
    return [
      {
        what: `a campaign of ${of}: read, scored and matched both ways, cold, in a thread of its own`,
        unit: 's',
        ours: apart,
        counts: 'value',
      },
      { what: 'the same, kept for the preview', unit: 's', ours: whole, counts: 'value' },
      { what: 'the longest that anybody waited meanwhile', unit: 'ms', ours: blocked, counts: 'value', target: { most: 20 } },
      {
        what: `publishing ${pairs} pairs, all or none`,
        unit: 's',
        ours: [published.milliseconds / 1000],
        counts: 'value',
      },
      { what: 'the longest that anybody waited meanwhile', unit: 'ms', ours: [published.longest], counts: 'value' },
    ];
  } finally {
    await close();
  }
}
