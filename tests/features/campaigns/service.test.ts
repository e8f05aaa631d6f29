import { afterAll, describe, expect, test } from 'vitest';
import type { CampaignPair, CampaignPlace, MentoringCampaign } from '../../../prisma/client/client.ts';
import { compare, dayFault, type Figures, readLevels, usualLevels } from '../../../src/features/campaigns/rules.ts';
import { keepProposal } from '../../../src/features/campaigns/service/compute.ts';
import { feedFits, feedProposal } from '../../../src/features/campaigns/service/feed.ts';
import {
  findParticipant,
  join,
  leave,
  openFor,
  promiseReminders,
  type Told,
} from '../../../src/features/campaigns/service/join.ts';
import {
  cancelCampaign,
  closeCampaign,
  createCampaign,
  keepDates,
  planCampaign,
  weigh,
} from '../../../src/features/campaigns/service/life.ts';
import { listCampaigns, readTurnout } from '../../../src/features/campaigns/service/list.ts';
import {
  excludePair,
  fixPairs,
  handOf,
  holdPair,
  includePair,
  recompute,
  swapOf,
} from '../../../src/features/campaigns/service/mend.ts';
import { promiseLate, promiseMoved, recordGone } from '../../../src/features/campaigns/service/place.ts';
import { readAlone, readNow, readPairs } from '../../../src/features/campaigns/service/preview.ts';
import { fitsWork, proposeWork } from '../../../src/features/campaigns/service/propose.ts';
import { publish } from '../../../src/features/campaigns/service/publish.ts';
import { eraseCampaigns, exportCampaigns, forgetCampaigns } from '../../../src/features/campaigns/service/retention.ts';
import { outcomeMessage } from '../../../src/features/campaigns/views/taking.ts';
import { lockAllOf } from '../../../src/features/mentors/service/lock.ts';
import { workApart } from '../../../src/infra/apart.ts';
import type { Reason } from '../../../src/kernel/mentoring.ts';
import { day } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aMentor, aPair } from '../mentoring/factory.ts';
import { aCampaign, aHelper, aLearner, computed, factoryGuild as guildId, joins, someone } from './factory.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const actorId = someone();
const by = { guildId, actorId, now: monday };
const zoned = { ...by, timeZone: 'Europe/Paris' };
const later = (days: number) => new Date(monday.getTime() + days * day);
const seen = ({ id, revision }: MentoringCampaign) => ({ id, revision });
const fresh = (id: number) => db.mentoringCampaign.findUniqueOrThrow({ where: { id } });
const pairsOf = (campaignId: number): Promise<CampaignPair[]> =>
  db.campaignPair.findMany({ where: { campaignId }, orderBy: { learnerId: 'asc' } });
const outline = { name: 'Automne', opens: '2027-01-11', closes: '2027-01-20', coordinatorId: null, minScore: 0.2 };
const fits = (campaign: MentoringCampaign, wanted: { learner: string; mentor: string }[]) =>
  workApart(fitsWork, feedFits(db, campaign, { now: monday, timeZone: 'Europe/Paris' }, wanted));

describe('the rules', () => {
  test('days, weights, and what a choice costs', () => {
    const days = { opens: '2027-01-11', closes: '2027-01-20', today: '2027-01-11', isOpen: false };
    expect(dayFault(days)).toBeNull();
    expect(dayFault({ ...days, closes: '2027-01-10' })).toBe('past');
    expect(dayFault({ ...days, opens: '2027-01-21' })).toBe('order');
    expect(dayFault({ ...days, closes: '2028-02-01' })).toBe('far');
    expect(dayFault({ ...days, opens: '2026-01-01', isOpen: true })).toBeNull();
    expect(readLevels({ themes: 'much', skills: 'forged' })).toEqual({ ...usualLevels, themes: 'much' });
    const tally = { seated: 9, mean: 0.6, least: 0.3, blocking: 3, loads: [] };
    const figures = { of: { seats: tally, stable: { ...tally, seated: 2, blocking: 0 } } } as unknown as Figures;
    expect(compare(figures)).toEqual({ moreSeated: 7, moreBlocking: 3, isSame: false });
  });
});

describe('the life of a campaign', () => {
  test('created, planned, opened and closed on its days; each click sees what it changes', async () => {
    const draft = await createCampaign(db, zoned, outline);
    // Paris is an hour ahead: the first and the last minute of those days.
    expect([draft.opensAt.toISOString(), draft.closesAt.toISOString()]).toEqual([
      '2027-01-10T23:00:00.000Z',
      '2027-01-20T22:59:00.000Z',
    ]);
    await expect(createCampaign(db, zoned, { ...outline, closes: '2027-01-01' })).rejects.toMatchObject({
      code: 'campaigns.impossible_days',
    });
    await expect(planCampaign(db, by, { id: draft.id, revision: 99 })).rejects.toMatchObject({ code: 'campaigns.changed' });
    await expect(planCampaign(db, { ...by, guildId: '1'.repeat(18) }, seen(draft))).rejects.toMatchObject({
      code: 'campaigns.unknown',
    });
    const nothing = { themes: 'none', skills: 'none', time: 'none', field: 'none', preference: 'none' } as const;
    await expect(weigh(db, by, seen(draft), nothing)).rejects.toMatchObject({ code: 'campaigns.nothing_counts' });

    // Two of staff at once: one of them is told.
    const both = await Promise.allSettled([planCampaign(db, by, seen(draft)), planCampaign(db, by, seen(draft))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await fresh(draft.id)).state).toBe('open');

    const future = await createCampaign(db, zoned, { ...outline, opens: '2027-01-15' });
    await planCampaign(db, by, seen(future));
    await db.$transaction((tx) => keepDates(tx, later(1)));
    expect((await fresh(future.id)).state).toBe('draft');
    await db.$transaction((tx) => keepDates(tx, later(5)));
    expect((await fresh(future.id)).state).toBe('open');
    await db.$transaction((tx) => keepDates(tx, later(11)));
    expect((await fresh(future.id)).state).toBe('closed');
    expect(
      (await waitingTasks(database)).filter(({ name }) => name === 'campaigns.compute').map(({ payload }) => payload.campaignId),
    ).toEqual(expect.arrayContaining([draft.id, future.id]));
    const { total } = await listCampaigns(db, { guildId, page: 9 });
    expect(total).toBe(2);
    expect((await db.auditEntry.findMany({ where: { subject: `campaign:${future.id}` } })).map(({ action }) => action)).toEqual([
      'campaigns.create',
      'campaigns.plan',
    ]);
  });

  test('joined once, by whom it is for, until the close', async () => {
    const campaign = await aCampaign(db);
    const person = { guildId, userId: someone(), locale: 'fr' as const, now: monday };
    const standings = await Promise.all(Array.from({ length: 50 }, () => join(db, person, { id: campaign.id, part: 'learner' })));
    expect(standings.every(({ isReady }) => !isReady)).toBe(true);
    expect(await db.campaignParticipant.count({ where: { campaignId: campaign.id } })).toBe(1);
    const paired = await aPair(db);
    await expect(
      join(db, { ...person, userId: paired.learnerId ?? '' }, { id: campaign.id, part: 'learner' }),
    ).rejects.toMatchObject({ code: 'campaigns.already_paired' });
    await expect(join(db, person, { id: 999_999, part: 'learner' })).rejects.toMatchObject({ code: 'campaigns.unknown' });

    // Reminded once, two days before, and not on the day that they joined.
    const reminded = async (now: Date) => {
      await db.$transaction((tx) => promiseReminders(tx, now));
      return (await waitingTasks(database)).filter(
        ({ name, payload }) => name === 'campaigns.remind' && payload.userId === person.userId,
      ).length;
    };
    expect(await reminded(later(7))).toBe(0);
    expect(await reminded(later(8.5))).toBe(1);
    expect(await reminded(later(9))).toBe(1);

    await leave(db, person, campaign.id);
    expect(await readTurnout(db, { guildId, id: campaign.id })).toMatchObject({ learners: 0 });
    expect(
      (await openFor(db, { ...person, isLearner: true, isMentor: false })).map(({ id, part }) => ({ id, part })),
    ).toContainEqual({
      id: campaign.id,
      part: null,
    });
    await closeCampaign(db, by, seen(campaign));
    await expect(join(db, person, { id: campaign.id, part: 'learner' })).rejects.toMatchObject({ code: 'campaigns.not_open' });
    await expect(leave(db, person, campaign.id)).rejects.toMatchObject({ code: 'campaigns.not_open' });
  });

  test('cancelled: nobody is paired, whoever took part is told', async () => {
    const campaign = await aCampaign(db);
    const userId = await aLearner(db, campaign);
    await cancelCampaign(db, by, seen(campaign));
    await expect(cancelCampaign(db, by, seen(campaign))).rejects.toMatchObject({ code: 'campaigns.not_now' });
    expect(
      (await waitingTasks(database)).filter(({ name, payload }) => name === 'campaigns.tell' && payload.userId === userId),
    ).toHaveLength(1);
  });
});

describe('the proposal', () => {
  test('who fits is paired, and who stays without is told apart', async () => {
    const campaign = await aCampaign(db);
    const mentor = await aHelper(db, campaign, { capacity: 2 });
    const full = await aHelper(db, campaign, { languages: ['es'], capacity: 1 });
    await aPair(db, { mentorId: full });
    const paused = await aHelper(db, campaign, { state: 'paused', pausedAs: 'own' });
    const idle = await aHelper(db, campaign, { languages: ['wo'] });
    const [one, two] = [await aLearner(db, campaign), await aLearner(db, campaign)];
    const alone = {
      language: await aLearner(db, campaign, { languages: ['ta'] }),
      avoided: await aLearner(db, campaign),
      seats: await aLearner(db, campaign, { languages: ['es'] }),
      form: await joins(db, campaign, someone(), 'learner'),
    };
    await db.mentoringAvoid.create({ data: { guildId, userId: mentor, avoidedId: alone.avoided, at: monday } });

    const done = await computed(db, campaign);
    expect(done.state).toBe('preview');
    expect((await pairsOf(campaign.id)).map(({ learnerId, mentorId }) => [learnerId, mentorId])).toEqual(
      [one, two].sort().map((learner) => [learner, mentor]),
    );
    const { people, total } = await readAlone(db, { guildId, id: campaign.id }, 0);
    const why = new Map(people.map((person) => [person.userId, person.why]));
    for (const [reason, userId] of Object.entries(alone)) expect([userId, why.get(userId)]).toEqual([userId, reason]);
    expect([why.get(paused), why.get(idle), total]).toEqual(['form', 'no_learner', 7]);
    const figures = done.figures as unknown as Figures;
    expect(figures).toMatchObject({ learners: 5, places: 3, of: { seats: { seated: 2, blocking: 0 } } });
    const { pairs } = await readPairs(db, { guildId, id: campaign.id }, 0);
    expect(pairs[0]?.reasons.map(({ part }) => part)).toEqual(expect.arrayContaining(['themes', 'time', 'language']));
    expect(await readNow(db, { guildId, id: campaign.id })).toMatchObject({ now: { pairs: 2, alone: 4 } });
  });

  test('staff lock, exclude, swap and pair by hand; what is computed next goes around it, the same each time', async () => {
    const campaign = await aCampaign(db);
    const mentors = [await aHelper(db, campaign), await aHelper(db, campaign), await aHelper(db, campaign)];
    const learners = [await aLearner(db, campaign), await aLearner(db, campaign), await aLearner(db, campaign)];
    let now = await computed(db, campaign);
    const before = await pairsOf(campaign.id);
    expect(before).toHaveLength(3);
    const [a, b, c] = before;
    if (!a || !b || !c) throw new Error('three pairs');

    // Twice the same is the same, from the same people and seed.
    now = await computed(db, now);
    const same = ({ learnerId, mentorId }: CampaignPair) => `${learnerId} ${mentorId}`;
    const again = await pairsOf(campaign.id);
    expect(again.map(same)).toEqual(before.map(same));
    const [a2, b2, c2] = again;
    if (!a2 || !b2 || !c2) throw new Error('three pairs');

    // Two of staff at once: the second saw less.
    const stale = seen(now);
    await holdPair(db, by, stale, { row: a2.id, locked: true });
    await expect(excludePair(db, by, stale, b2.id)).rejects.toMatchObject({ code: 'campaigns.changed' });
    now = await fresh(campaign.id);
    await excludePair(db, by, seen(now), b2.id);
    now = await fresh(campaign.id);
    expect(now.changedAt).not.toBeNull();
    await recompute(db, by, seen(now));
    now = await computed(db, now);
    const around = await pairsOf(campaign.id);
    expect(around.map(same)).toContain(same(a));
    expect(around.map(same)).not.toContain(same(b));
    expect(around).toHaveLength(3);
    expect(now.changedAt).toBeNull();

    const [first, , third] = around;
    if (!first || !third) throw new Error('three pairs');
    const swap = await swapOf(db, { guildId, id: campaign.id, row: first.id, otherId: third.learnerId });
    await expect(swapOf(db, { guildId, id: campaign.id, row: first.id, otherId: someone() })).rejects.toMatchObject({
      code: 'campaigns.not_in_proposal',
    });
    const swapped = await fits(now, swap.wanted);
    await fixPairs(db, by, seen(now), swapped);
    now = await fresh(campaign.id);
    const mixed = new Map((await pairsOf(campaign.id)).map((pair) => [pair.learnerId, pair]));
    expect(mixed.get(first.learnerId)).toMatchObject({ mentorId: third.mentorId, locked: true, byHand: true });
    expect(mixed.get(third.learnerId)).toMatchObject({ mentorId: first.mentorId, locked: true });

    // By hand: never over the places, never who may not be together, only who takes part.
    const [mentor = ''] = mentors;
    const newcomer = await aLearner(db, campaign);
    await expect(fixPairs(db, by, seen(now), await fits(now, [{ learner: newcomer, mentor }]))).rejects.toMatchObject({
      code: 'campaigns.mentor_full',
    });
    const stranger = await aLearner(db, campaign, { languages: ['ta'] });
    await expect(fixPairs(db, by, seen(now), await fits(now, [{ learner: stranger, mentor }]))).rejects.toMatchObject({
      code: 'campaigns.forbidden_pair',
    });
    await expect(handOf(db, { guildId, id: campaign.id, learner: someone(), mentor })).rejects.toMatchObject({
      code: 'campaigns.not_taking_part',
    });
    const outside = await aHelper(db, await aCampaign(db, { name: 'Ailleurs' }));
    await fixPairs(db, by, seen(now), await fits(now, [{ learner: newcomer, mentor: outside }]));
    now = await fresh(campaign.id);
    expect((await pairsOf(campaign.id)).filter(({ learnerId }) => learnerId === newcomer)).toMatchObject([{ mentorId: outside }]);
    const [excluded] = await db.campaignExclusion.findMany({ where: { campaignId: campaign.id } });
    await includePair(db, by, seen(now), { learnerId: excluded?.learnerId ?? '', mentorId: excluded?.mentorId ?? '' });
    expect(await db.campaignExclusion.count({ where: { campaignId: campaign.id } })).toBe(0);
    expect(learners).toHaveLength(3);
  });

  test('seats first and stable first are both told; one click takes the other', async () => {
    const campaign = await aCampaign(db);
    // Everybody would rather have the first mentor, who would rather have the learner who fits nobody else.
    const popular = await aHelper(db, campaign, {
      themes: ['cv', 'job_search'],
      languages: ['fr', 'wo'],
      prefersStages: ['independent'],
    });
    await aHelper(db, campaign, { themes: ['cv'], languages: ['wo'], skills: [], skillKeys: [], availability: ['sat_morning'] });
    await aLearner(db, campaign, { languages: ['fr'], stage: 'beginning' });
    await aLearner(db, campaign, { languages: ['fr', 'wo'], stage: 'independent' });
    let now = await computed(db, campaign);
    const { of } = now.figures as unknown as Figures;
    expect([of.seats.seated, of.stable.seated]).toEqual([2, 1]);
    expect([of.seats.blocking, of.stable.blocking]).toEqual([1, 0]);
    expect((await pairsOf(campaign.id)).filter(({ rivalId }) => rivalId === popular)).toHaveLength(1);
    await recompute(db, by, seen(now), 'stable');
    now = await computed(db, now);
    expect([now.first, (await pairsOf(campaign.id)).length]).toEqual(['stable', 1]);
  });
});

describe('publishing', () => {
  test('fifty at once publish once; every pair, request and promise is there', async () => {
    const campaign = await aCampaign(db);
    const mentor = await aHelper(db, campaign, { capacity: 3 });
    const learners = [await aLearner(db, campaign), await aLearner(db, campaign), await aLearner(db, campaign)];
    const alone = await aLearner(db, campaign, { languages: ['ta'] });
    const done = await computed(db, campaign);
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => publish(db, by, seen(done))));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = new Set(all.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : [])));
    expect([...codes]).toEqual(['campaigns.already_published']);
    const pairs = await db.mentoringPair.findMany({ where: { mentorId: mentor, state: 'active' }, orderBy: { seat: 'asc' } });
    expect(pairs.map(({ seat, origin }) => [seat, origin])).toEqual([
      [1, 'campaign'],
      [2, 'campaign'],
      [3, 'campaign'],
    ]);
    expect(pairs.every(({ requestId, score, reasons }) => requestId && score && Array.isArray(reasons))).toBe(true);
    expect(await db.mentoringRequest.count({ where: { userId: { in: learners }, state: 'paired' } })).toBe(3);
    expect(await db.mentoringRequest.count({ where: { userId: alone, state: 'waiting' } })).toBe(1);
    const tasks = await waitingTasks(database);
    const told = tasks.filter(({ name, payload }) => name === 'campaigns.tell' && payload.campaignId === campaign.id);
    expect(told.map(({ payload }) => payload.userId).sort()).toEqual([...learners, alone, mentor].sort());
    expect(
      tasks.filter(({ name, payload }) => name === 'pairs.open' && pairs.some(({ id }) => id === payload.pairId)),
    ).toHaveLength(3);
  });

  test('what changed meanwhile: nothing is written, and it is said', async () => {
    const campaign = await aCampaign(db);
    const mentors = [
      await aHelper(db, campaign),
      await aHelper(db, campaign),
      await aHelper(db, campaign),
      await aHelper(db, campaign),
    ];
    for (let index = 0; index < 4; index++) await aLearner(db, campaign);
    const done = await computed(db, campaign);
    const [a, b, c, d] = await pairsOf(campaign.id);
    if (!a || !b || !c || !d) throw new Error('four pairs');
    await db.mentorProfile.updateMany({ where: { userId: a.mentorId }, data: { state: 'paused', pausedAs: 'own' } });
    await aPair(db, { mentorId: b.mentorId });
    await aPair(db, { learnerId: c.learnerId });
    const obstacles = await publish(db, by, seen(done));
    expect(obstacles.isDone ? [] : obstacles.changed.map(({ learnerId, why }) => [learnerId, why]).sort()).toEqual(
      [
        [a.learnerId, 'mentor_unavailable'],
        [b.learnerId, 'mentor_full'],
        [c.learnerId, 'learner_has_mentor'],
      ].sort(),
    );
    await db.mentoringRequest.updateMany({ where: { userId: d.learnerId }, data: { state: 'withdrawn', closedAt: monday } });
    expect(await publish(db, by, seen(done))).toMatchObject({
      isDone: false,
      changed: [{ learnerId: d.learnerId, why: 'request_gone' }],
    });
    expect(await db.mentoringPair.count({ where: { origin: 'campaign', mentorId: { in: mentors } } })).toBe(0);
    expect((await fresh(campaign.id)).state).toBe('preview');
    await recompute(db, by, seen(done));
    const mended = await computed(db, done);
    const left = await pairsOf(campaign.id);
    expect(left.map(({ learnerId }) => learnerId).sort()).toEqual([a.learnerId, b.learnerId].sort());
    expect(await publish(db, by, seen(mended))).toMatchObject({ isDone: true });
  });

  test('hundreds at once stay far within the time of a transaction', async () => {
    const campaign = await aCampaign(db);
    await db.$executeRaw`
      INSERT INTO mentor_profile (guild_id, user_id, state, themes, languages, availability, ways, capacity, charter_version, charter_at, decided_at, approved_until, created_at, updated_at)
      SELECT ${guildId}, (700000000000000000 + n)::text, 'approved', '{cv}', '{fr}', '{tue_evening}', '{text}', 5, 1, ${monday}, ${monday}, ${later(300)}, ${monday}, ${monday}
      FROM generate_series(1, 100) AS n`;
    await db.$executeRaw`
      INSERT INTO mentoring_request (guild_id, user_id, goals, themes, languages, availability, ways, created_at, updated_at)
      SELECT ${guildId}, (710000000000000000 + n)::text, 'Un CV', '{cv}', '{fr}', '{tue_evening}', '{text}', ${monday}, ${monday} FROM generate_series(1, 500) AS n`;
    await db.$executeRaw`
      INSERT INTO campaign_participant (campaign_id, guild_id, user_id, part, joined_at)
      SELECT ${campaign.id}::integer, ${guildId}, (700000000000000000 + n)::text, 'mentor'::campaign_part, ${monday}::timestamptz FROM generate_series(1, 100) AS n
      UNION ALL SELECT ${campaign.id}::integer, ${guildId}, (710000000000000000 + n)::text, 'learner', ${monday} FROM generate_series(1, 500) AS n`;
    const done = await computed(db, campaign);
    expect(await db.campaignPair.count({ where: { campaignId: campaign.id } })).toBe(500);
    const began = performance.now();
    expect(await publish(db, by, seen(done))).toMatchObject({ isDone: true });
    expect(performance.now() - began).toBeLessThan(7_000);
    expect(await db.mentoringPair.count({ where: { origin: 'campaign', mentorId: { startsWith: '70000000' } } })).toBe(500);
  });
});

test('all of a person can be read, and nothing of them is left', async () => {
  const campaign = await aCampaign(db);
  const mentor = await aHelper(db, campaign);
  const learner = await aLearner(db, campaign);
  const rival = await aHelper(db, campaign, { languages: ['wo'] });
  const done = await computed(db, campaign);
  await db.campaignPair.updateMany({ where: { campaignId: campaign.id }, data: { rivalId: rival } });
  // A proposal is nobody's yet.
  expect(await exportCampaigns(db, guildId, learner)).toMatchObject({ joined: [{ part: 'learner', why: null }], proposed: [] });
  await publish(db, by, seen(done));
  expect(await exportCampaigns(db, guildId, learner)).toMatchObject({
    joined: [{ part: 'learner' }],
    proposed: [{ learnerId: learner, mentorId: null }],
    compared: [],
  });
  expect(JSON.stringify(await exportCampaigns(db, guildId, learner))).not.toContain(mentor);
  // Whoever was only compared with a pair reads nothing of it.
  const { proposed, compared } = await exportCampaigns(db, guildId, rival);
  expect([proposed, compared]).toEqual([[], [{ campaignId: campaign.id }]]);
  await db.$transaction((tx) => eraseCampaigns(tx, guildId, learner, monday));
  expect(JSON.stringify(await exportCampaigns(db, guildId, learner))).toBe(
    JSON.stringify(await exportCampaigns(db, guildId, someone())),
  );
  await db.$transaction((tx) => forgetCampaigns(tx, later(364)));
  expect(await db.mentoringCampaign.count({ where: { id: campaign.id } })).toBe(1);
  await db.$transaction((tx) => forgetCampaigns(tx, later(366)));
  expect(await db.mentoringCampaign.count({ where: { id: campaign.id } })).toBe(0);
});

const promisedTo = async (campaignId: number, task: string) =>
  (await waitingTasks(database)).filter(({ name, payload }) => name === task && payload.campaignId === campaignId);
const clearTasks = () => database.pool.query('DELETE FROM graphile_worker._private_jobs');

test('erased while it is computed, or shown: nothing of them comes back, and what is said of the others is true', async () => {
  const campaign = await aCampaign(db);
  const [mentor, learner, other] = [await aHelper(db, campaign), await aLearner(db, campaign), await aLearner(db, campaign)];
  const closed = await db.mentoringCampaign.update({ where: { id: campaign.id }, data: { state: 'closed', closedAt: monday } });
  const proposal = await workApart(proposeWork, feedProposal(db, closed, { now: monday, timeZone: 'Europe/Paris' }));
  await db.$transaction((tx) => eraseCampaigns(tx, guildId, learner, monday));
  const key = { guildId, id: campaign.id };
  expect(await keepProposal(db, { ...key, revision: closed.revision }, proposal, monday)).toBe(false);
  expect(await promisedTo(campaign.id, 'campaigns.compute')).toHaveLength(1);
  // Also whatever was worked out before.
  const { revision } = await fresh(campaign.id);
  expect(await keepProposal(db, { ...key, revision }, proposal, monday)).toBe(true);
  expect(await db.campaignPair.count({ where: { learnerId: learner } })).toBe(0);

  const shown = await computed(db, await fresh(campaign.id));
  expect(await readNow(db, key)).toMatchObject({ now: { pairs: 1, alone: 0 } });
  await clearTasks();
  await db.$transaction((tx) => eraseCampaigns(tx, guildId, mentor, later(1)));
  expect(await readNow(db, key)).toMatchObject({ now: { pairs: 0, alone: 1 }, campaign: { changedAt: later(1) } });
  expect(await promisedTo(campaign.id, 'campaigns.card')).toHaveLength(1);
  await expect(publish(db, by, seen(shown))).rejects.toMatchObject({ code: 'campaigns.changed' });
  expect((await readAlone(db, key, 0)).people).toMatchObject([{ userId: other, why: 'seats' }]);
});

test('erasures and a publication of the same people at once: never in a circle', async () => {
  const campaign = await aCampaign(db);
  const mentors = [await aHelper(db, campaign, { capacity: 3 }), await aHelper(db, campaign, { capacity: 3 })];
  const learners = await Promise.all(Array.from({ length: 6 }, () => aLearner(db, campaign)));
  const done = await computed(db, campaign);
  const erase = (userId: string) =>
    db.$transaction(async (tx) => {
      await lockAllOf(tx, { guildId, userId });
      await tx.mentorProfile.deleteMany({ where: { guildId, userId } });
      await tx.mentoringRequest.deleteMany({ where: { guildId, userId } });
      await eraseCampaigns(tx, guildId, userId, monday);
    });
  const all = await Promise.allSettled([
    ...[mentors[0], ...learners.slice(0, 2)].map((userId) => erase(userId ?? '')),
    ...Array.from({ length: 4 }, () => publish(db, by, seen(done))),
    erase(mentors[1] ?? ''),
  ]);
  const failed = all.flatMap((one) => (one.status === 'rejected' ? [String((one.reason as { code?: string }).code)] : []));
  expect(failed.filter((code) => !code.startsWith('campaigns.'))).toEqual([]);
});

test('what is posted follows every state, and a place whose channel went is looked for again', async () => {
  const campaign = await aCampaign(db);
  await aHelper(db, campaign);
  await aLearner(db, campaign);
  const [place] = await db.campaignPlace.findMany({ where: { campaignId: campaign.id } });
  const placeId = place?.id ?? 0;
  const show = (data: Partial<CampaignPlace>) => db.campaignPlace.update({ where: { id: placeId }, data });
  await show({ channelId: '1'.repeat(18), messageId: '2'.repeat(18), shown: 'closed' });
  const done = await computed(db, campaign);
  const promised = async (): Promise<number> =>
    (await waitingTasks(database)).filter(({ name, payload }) => name === 'campaigns.place' && payload.placeId === placeId)
      .length;
  const late = async () => {
    await clearTasks();
    await db.$transaction((tx) => promiseLate(tx));
    return promised();
  };
  expect(await late()).toBe(0);
  await publish(db, by, seen(done));
  expect(await promised()).toBe(1);
  expect(await late()).toBe(1);
  await show({ shown: 'published' });
  expect(await late()).toBe(0);
  await db.mentoringCampaign.update({ where: { id: campaign.id }, data: { state: 'cancelled' } });
  await show({ shown: 'open', problem: 'forbidden' });
  expect(await late()).toBe(1);

  await db.mentoringCampaign.update({ where: { id: campaign.id }, data: { state: 'open', endedAt: null } });
  await show({ shown: 'open' });
  await recordGone(db, placeId);
  await clearTasks();
  await db.$transaction((tx) => promiseMoved(tx, guildId));
  expect(await promised()).toBe(1);
  expect(await late()).toBe(1);
});

test('nobody is asked for a form who has a mentor', async () => {
  const campaign = await aCampaign(db);
  const { learnerId } = await aPair(db);
  const userId = await joins(db, campaign, learnerId ?? '', 'learner');
  await db.$transaction((tx) => promiseReminders(tx, later(9)));
  expect((await promisedTo(campaign.id, 'campaigns.remind')).filter(({ payload }) => payload.userId === userId)).toEqual([]);
  const open = await openFor(db, { guildId, userId, isLearner: true, isMentor: false, now: monday });
  expect(open.find(({ id }) => id === campaign.id)).toMatchObject({ isPaired: true, isReady: false });
  const told = await findParticipant(db, { guildId, id: campaign.id, userId });
  if (!told) throw new Error('somebody who takes part');
  const words = (state: 'cancelled', one: Partial<Told> = {}) =>
    outcomeMessage({ ...told, ...one, campaign: { ...campaign, state }, pairs: [] }, 'fr').content;
  expect(words('cancelled')).toContain('déjà un mentor');
  expect(words('cancelled', { isPaired: false })).not.toContain('reste ouverte');
  expect(words('cancelled', { isPaired: false, isReady: true })).toContain('reste ouverte');
});

test('reasons are told on the clock of who reads them, and say nothing of waiting', async () => {
  const campaign = await aCampaign(db);
  const there = { timeZone: 'Indian/Reunion', availability: ['tue_evening'] };
  await aHelper(db, campaign, there);
  const learner = await aLearner(db, campaign, { ...there, createdAt: later(-1) });
  await db.guild.upsert({ where: { id: guildId }, create: { id: guildId, createdAt: monday }, update: {} });
  const done = await computed(db, campaign);
  const told = await findParticipant(db, { guildId, id: done.id, userId: learner });
  if (!told) throw new Error('somebody who takes part');
  const pairs = (await pairsOf(done.id)).map((pair) => ({ ...pair, reasons: pair.reasons as unknown as Reason[] }));
  const published = { ...told, campaign: { ...done, state: 'published' as const }, pairs };
  const words = outcomeMessage(published, 'fr').content ?? '';
  expect([words.includes('mardi soir'), words.includes('longtemps')]).toEqual([true, false]);
  expect(outcomeMessage(published, 'en').content).toContain('both speak French');
  // Staff read it in Paris, three hours earlier.
  const [shown] = (await readPairs(db, { guildId, id: done.id }, 0)).pairs;
  expect(shown?.reasons.find((reason) => reason.part === 'time')?.items).toContain('tue_afternoon');
});

test('a proposal that nobody publishes ends by itself; whoever is asked by hand is told, and staff say which pair', async () => {
  const campaign = await aCampaign(db, { coordinatorId: actorId });
  const mentor = await aHelper(db, campaign, { capacity: 2 });
  const single = await aHelper(db, campaign);
  const learners = [await aLearner(db, campaign), await aLearner(db, campaign), await aLearner(db, campaign)];
  let now = await computed(db, campaign);
  const pairs = await pairsOf(campaign.id);
  const alone = pairs.find(({ mentorId }) => mentorId === single);
  const swap = swapOf(db, { guildId, id: campaign.id, row: alone?.id ?? 0, otherId: mentor });
  await expect(swap).rejects.toMatchObject({ code: 'campaigns.several_pairs' });
  const outside = (await aMentor(db)).userId;
  await fixPairs(db, by, seen(now), await fits(now, [{ learner: alone?.learnerId ?? '', mentor: outside }]));
  now = await fresh(campaign.id);
  await clearTasks();
  // Whom the campaign names is no longer of staff.
  expect(await publish(db, by, seen(now))).toMatchObject({ isDone: true, isUnled: true });
  expect(await db.mentoringPair.count({ where: { learnerId: { in: learners }, coordinatorId: actorId } })).toBe(0);
  const told = (await promisedTo(campaign.id, 'campaigns.tell')).map(({ payload }) => payload.userId);
  expect(told.sort()).toEqual([...learners, mentor, single, outside].sort());
  expect(await findParticipant(db, { guildId, id: campaign.id, userId: outside })).toMatchObject({ part: 'mentor' });

  const left = await aCampaign(db);
  const who = await aLearner(db, left);
  await aHelper(db, left);
  await computed(db, left);
  await db.$transaction((tx) => keepDates(tx, later(59)));
  expect((await fresh(left.id)).state).toBe('preview');
  await db.$transaction((tx) => keepDates(tx, later(61)));
  expect(await fresh(left.id)).toMatchObject({ state: 'cancelled', lapsed: true });
  expect((await promisedTo(left.id, 'campaigns.tell')).map(({ payload }) => payload.userId)).toContain(who);
  expect(await promisedTo(left.id, 'campaigns.card')).toHaveLength(1);
});
