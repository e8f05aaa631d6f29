import { afterAll, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { publish } from '../../../src/features/campaigns/service/publish.ts';
import { accept, decline } from '../../../src/features/mentoring/service/answer.ts';
import { askNext, choose, expireAsks, passOn, remindDue } from '../../../src/features/mentoring/service/ask.ts';
import { leave } from '../../../src/features/mentoring/service/leave.ts';
import { pairByHand } from '../../../src/features/mentoring/service/pair.ts';
import { askAgain, savePeople, saveWish, withdrawRequest } from '../../../src/features/mentoring/service/request.ts';
import { expireRequests, pauseSilent, withdrawAbsent } from '../../../src/features/mentoring/service/silence.ts';
import { pauseMentor } from '../../../src/features/mentors/service/hold.ts';
import { endOwn } from '../../../src/features/pairs/service/end.ts';
import { recordAbsence } from '../../../src/features/pairs/service/presence.ts';
import { erasePerson } from '../../../src/features/privacy/service.ts';
import type { Tx } from '../../../src/infra/db.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCampaign, joins } from '../campaigns/factory.ts';
import { aMentor, aPair, aRequest, factoryGuild as guildId, someone } from './factory.ts';
import { randomOf } from './market.ts';

/** Everything at once: nobody waits for nobody, and what must never be never is. */

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const by = (userId: string, now = monday) => ({ guildId, userId, now });
const staff = { guildId, actorId: someone(), now: monday };
const tx = <T>(work: (tx: Tx) => Promise<T>) => db.$transaction(work);
/** `done`, the code of a refusal, or what went wrong. */
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : `broken: ${String(error)}`),
  );
const people = async (count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => someone());
  await db.member.createMany({
    data: ids.map((userId) => ({ guildId, userId, username: userId, displayName: userId, joinedAt: monday })),
  });
  return ids;
};
const empty = async () => {
  await database.pool.query(
    'TRUNCATE guild, member, mentor_profile, mentoring_avoid, mentoring_request, mentoring_pair, mentoring_campaign CASCADE',
  );
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
};
const anAsk = (requestId: number, mentorId: string, place: number) =>
  db.mentoringAsk.create({
    data: {
      requestId,
      guildId,
      mentorId,
      place,
      score: 0.8,
      reasons: [],
      ...(place === 1 && { state: 'asked', askedAt: monday, dueAt: new Date(monday.getTime() + 3 * day) }),
    },
  });
/** A proposal of that campaign, ready to be published. */
async function proposed(pairs: readonly { learnerId: string; mentorId: string }[]) {
  const campaign = await aCampaign(db, { state: 'preview', closedAt: monday, computedAt: monday, figures: {} });
  for (const { learnerId, mentorId } of pairs) {
    await joins(db, campaign, learnerId, 'learner');
    await db.campaignPair.create({
      data: {
        campaignId: campaign.id,
        guildId,
        learnerId,
        mentorId,
        learnerScore: 0.7,
        mentorScore: 0.7,
        score: 0.7,
        reasons: [],
      },
    });
  }
  return { id: campaign.id, revision: campaign.revision };
}

/** What no order of events may bring about. */
async function broken(): Promise<unknown[]> {
  const { rows } = await database.pool.query(`
    SELECT 'over capacity' AS what, mentor.user_id AS who FROM mentor_profile AS mentor
      WHERE capacity < (SELECT count(*) FROM mentoring_pair AS pair WHERE pair.guild_id = mentor.guild_id AND pair.mentor_id = mentor.user_id AND state <> 'ended')
    UNION ALL SELECT 'two mentors', learner_id FROM mentoring_pair WHERE state <> 'ended' GROUP BY learner_id HAVING count(*) > 1
    UNION ALL SELECT 'waits and is paired', request.user_id FROM mentoring_request AS request
      JOIN mentoring_pair AS pair ON pair.guild_id = request.guild_id AND pair.learner_id = request.user_id AND pair.state <> 'ended' WHERE request.state = 'waiting'
    UNION ALL SELECT 'asked for nothing', request.user_id FROM mentoring_ask AS ask JOIN mentoring_request AS request ON request.id = ask.request_id
      WHERE ask.state IN ('queued', 'asked', 'question') AND request.state <> 'waiting'
    UNION ALL SELECT 'accepted without a pair', ask.mentor_id FROM mentoring_ask AS ask JOIN mentoring_request AS request ON request.id = ask.request_id
      WHERE ask.state = 'accepted' AND NOT EXISTS (SELECT FROM mentoring_pair AS pair WHERE pair.request_id = request.id)
    UNION ALL SELECT 'paired again', pair.learner_id FROM mentoring_pair AS pair JOIN mentoring_pair AS former
      ON former.mentor_id = pair.mentor_id AND former.learner_id = pair.learner_id AND former.id < pair.id
    UNION ALL SELECT 'a mentor who left', pair.mentor_id FROM mentoring_pair AS pair
      JOIN mentor_profile AS mentor ON mentor.guild_id = pair.guild_id AND mentor.user_id = pair.mentor_id AND mentor.state = 'withdrawn'
      WHERE pair.state <> 'ended' AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs WHERE key LIKE 'pairs.mentor_gone%' || mentor.user_id)
    UNION ALL SELECT 'published by half', proposal.learner_id FROM campaign_pair AS proposal
      JOIN mentoring_campaign AS campaign ON campaign.id = proposal.campaign_id AND campaign.state = 'published'
      WHERE NOT EXISTS (SELECT FROM mentoring_pair AS pair WHERE pair.origin = 'campaign' AND pair.mentor_id = proposal.mentor_id AND pair.learner_id = proposal.learner_id)`);
  return rows;
}

test('50 mixed clicks, tasks and schedules at once, again and again: no deadlock, and every rule holds', {
  timeout: 60_000,
}, async () => {
  const seen = new Set<string>();
  for (let round = 0; round < 4; round++) {
    await empty();
    const random = randomOf(round + 1);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const mentors = (await people(8)).sort();
    const learners = await people(18);
    for (const [index, userId] of mentors.entries()) await aMentor(db, { userId, capacity: 1 + (index % 3) });
    const pairs: { id: number; learnerId: string }[] = [];
    for (const [index, learnerId] of learners.slice(0, 5).entries())
      pairs.push({ id: (await aPair(db, { learnerId, mentorId: mentors[index] ?? '' })).id, learnerId });
    const looking = learners.slice(5);
    const asks: { id: number; mentorId: string }[] = [];
    const requests: { id: number; userId: string }[] = [];
    for (const userId of looking) {
      const request = await aRequest(db, { userId });
      requests.push(request);
      const chosen = [...mentors].sort(() => random() - 0.5).slice(0, 2);
      for (const [index, mentorId] of chosen.entries()) asks.push(await anAsk(request.id, mentorId, index + 1));
    }
    const proposal = await proposed(
      looking.slice(0, 3).map((learnerId, index) => ({ learnerId, mentorId: mentors[5 + index] ?? '' })),
    );
    const late = new Date(monday.getTime() + (round % 2) * 4 * day);
    const anyone = [...mentors, ...learners];
    const clicks: [weight: number, name: string, act: () => Promise<unknown>][] = [
      [
        10,
        'accept',
        () => {
          const { id, mentorId } = pick(asks);
          return accept(db, by(mentorId), id);
        },
      ],
      [
        4,
        'decline',
        () => {
          const { id, mentorId } = pick(asks);
          return decline(db, by(mentorId), id);
        },
      ],
      [
        5,
        'end',
        () => {
          const { id, learnerId } = pick(pairs);
          return endOwn(db, by(learnerId), { pairId: id, choice: 'stop', reason: '' });
        },
      ],
      [
        4,
        'withdraw',
        () => {
          const { id, userId } = pick(requests);
          return withdrawRequest(db, by(userId), id);
        },
      ],
      [4, 'publish', () => publish(db, staff, proposal)],
      [6, 'by hand', () => pairByHand(db, staff, { mentorId: pick(mentors), learnerId: pick(learners) })],
      [3, 'leave', () => leave(db, by(pick(anyone)))],
      [3, 'pause', () => tx((one) => pauseMentor(one, { ...by(pick(mentors)), as: 'own', until: null }))],
      [
        4,
        'choose',
        () => {
          const { id, userId } = pick(requests);
          return choose(db, by(userId), { requestId: id, mentorIds: [pick(mentors), pick(mentors)] });
        },
      ],
      [2, 'avoid', () => savePeople(db, by(pick(looking)), { preferredIds: [], avoidedIds: [pick(mentors), pick(mentors)] })],
      [
        2,
        'again',
        () => {
          const { id, learnerId } = pick(pairs);
          return askAgain(db, by(learnerId), id);
        },
      ],
      [
        2,
        'wish',
        () =>
          saveWish(
            db,
            { who: by(pick(looking)), locale: 'fr' },
            { goals: 'Un CV', themes: ['cv'], skills: '', languages: ['fr'], availability: ['tue_evening'] },
          ),
      ],
      [2, 'absent', () => recordAbsence(db, by(pick(anyone)))],
      [1, 'erase', () => erasePerson(db, features, by(pick(anyone)))],
      [2, 'pass on', () => passOn(db, by(pick(mentors)))],
      [
        2,
        'next',
        () => {
          const { id, userId } = pick(requests);
          return askNext(db, { ...by(userId), requestId: id, askId: pick(asks).id, why: 'declined' });
        },
      ],
      [1, 'expire', () => tx((one) => expireAsks(one, late))],
      [1, 'remind', () => tx((one) => remindDue(one, new Date(monday.getTime() + 30 * hour)))],
      [1, 'silent', () => tx((one) => pauseSilent(one, new Date(monday.getTime() + 8 * day)))],
      [
        1,
        'old',
        () =>
          tx(async (one) => {
            await expireRequests(one, new Date(monday.getTime() + 85 * day));
            await withdrawAbsent(one, monday);
          }),
      ],
    ];
    const bag = clicks.flatMap(([weight, name, act]) => Array.from({ length: weight }, () => [name, act] as const));
    const chosen = Array.from({ length: 50 }, () => pick(bag));
    const outcomes = await Promise.all(chosen.map(async ([name, act]) => `${name}: ${await outcome(act())}`));
    for (const one of outcomes) seen.add(one);
    expect([round, outcomes.filter((one) => one.includes('broken'))]).toEqual([round, []]);
    expect([round, await broken()]).toEqual([round, []]);
  }
  // It was no rehearsal of refusals alone.
  for (const name of ['accept', 'end', 'withdraw', 'by hand', 'leave', 'pause', 'choose', 'erase'])
    expect([name, seen.has(`${name}: done`)]).toEqual([name, true]);
});

/** Resolves once that many wait for a lock that another of us holds. */
async function blocked(count: number): Promise<void> {
  for (const until = performance.now() + 5_000; ; ) {
    const { rows } = await database.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows[0]?.count === count) return;
    if (performance.now() > until) throw new Error(`${rows[0]?.count} wait instead of ${count}`);
  }
}

/** While `act` runs, the row is somebody else's; then it is let go, and all that waits goes on. */
async function holding<T>(sql: string, value: unknown, act: () => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(sql, [value]);
    return await act();
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

test('a mentor accepts somebody whom a campaign that is being published gives to another: one of the two, and no deadlock', async () => {
  await empty();
  const [one = '', two = '', three = ''] = await people(3);
  for (const userId of [one, two, three]) await aMentor(db, { userId });
  const [first = '', second = ''] = await people(2);
  const { id: held } = await aRequest(db, { userId: first });
  const { id: requestId } = await aRequest(db, { userId: second });
  const { id: askId } = await anAsk(requestId, three, 1);
  const proposal = await proposed([
    { learnerId: first, mentorId: one },
    { learnerId: second, mentorId: two },
  ]);
  const all = await holding('SELECT FROM mentoring_request WHERE id = $1 FOR UPDATE', held, async () => {
    const published = publish(db, staff, proposal);
    await blocked(1);
    const accepted = outcome(accept(db, by(three), askId));
    // The publication has written nothing yet, so the mentor's answer waits for nobody.
    expect(await accepted).toBe('done');
    return { published };
  });
  expect(await all.published).toMatchObject({ isDone: false, changed: [{ learnerId: second, why: 'learner_has_mentor' }] });
  expect(await db.mentoringPair.findMany()).toMatchObject([{ learnerId: second, mentorId: three, origin: 'asked' }]);
});

test('somebody is erased while staff pair them: both come to an end, whoever is first', async () => {
  await empty();
  const [mentorId = '', learnerId = ''] = await people(2);
  await aMentor(db, { userId: mentorId });
  await aRequest(db, { userId: learnerId });
  const [paired, erased] = await holding('SELECT FROM mentor_profile WHERE user_id = $1 FOR UPDATE', mentorId, async () => {
    const pairing = outcome(pairByHand(db, staff, { mentorId, learnerId }));
    await blocked(1);
    const erasing = outcome(erasePerson(db, features, by(learnerId)));
    await blocked(2);
    return [pairing, erasing];
  });
  expect([await paired, await erased]).toEqual(['done', 'done']);
  expect(await db.mentoringPair.findMany()).toMatchObject([{ mentorId, learnerId: null, state: 'ended', endedAs: 'left' }]);
});
