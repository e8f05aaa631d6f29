import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filtersOf } from '../../../src/features/jobsearch/rules/filter.ts';
import { mostImmediate, mostSaved } from '../../../src/features/jobsearch/rules/limit.ts';
import {
  chooseWhen,
  createAlert,
  deleteAlert,
  getAlert,
  readAlerts,
  switchAlert,
} from '../../../src/features/jobsearch/service/alert.ts';
import {
  findDigest,
  findTelling,
  matchOffer,
  promiseDigests,
  recordTold,
} from '../../../src/features/jobsearch/service/match.ts';
import { eraseJobsearch, exportJobsearch, forgetLeft, forgetOld } from '../../../src/features/jobsearch/service/retention.ts';
import { dropClosed, readSaved, toggleSaved } from '../../../src/features/jobsearch/service/saved.ts';
import { search } from '../../../src/features/jobsearch/service/search.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { anOffer, factoryGuild as guildId, someone } from '../jobs/factory.ts';

let database: TestDatabase;
const now = monday;
const past = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() =>
  database.pool.query(
    'TRUNCATE offer, company, job_alert, job_seeker, saved_offer, job_search, guild, member, graphile_worker._private_jobs CASCADE',
  ),
);
afterAll(() => database.close());

const tasksOf = async (name: string) =>
  (await waitingTasks(database)).filter((task) => task.name === name).map(({ payload }) => payload);
const alertOf = (userId: string, typed: Parameters<typeof filtersOf>[0], when: Parameters<typeof createAlert>[2]['when']) =>
  createAlert(database.db, { guildId, userId }, { filters: filtersOf(typed), when, locale: 'fr', now });
const digest = { isImmediate: false, hour: 9 } as const;
const immediate = { isImmediate: true, hour: null } as const;
const publish = async (at = now, overrides: Parameters<typeof anOffer>[1] = {}) => {
  const offer = await anOffer(database.db, { createdAt: at, ...overrides });
  await matchOffer(database.db, { guildId, offerId: offer.id, now: at });
  return offer;
};
const digestsAt = async (at: Date) => {
  await database.pool.query('TRUNCATE graphile_worker._private_jobs CASCADE');
  await database.db.$transaction((tx) => promiseDigests(tx, at));
  return tasksOf('jobsearch.digest');
};

describe('saved offers', () => {
  test('fifty clicks at once of one person on one offer leave it kept once or not at all', async () => {
    const person = { guildId, userId: someone() };
    const { id: offerId } = await anOffer(database.db);
    const done = await Promise.all(Array.from({ length: 50 }, () => toggleSaved(database.db, person, { offerId, now })));
    expect(done.filter((one) => one === 'saved')).toHaveLength(25);
    expect(await database.db.savedOffer.count()).toBe(0);
    await toggleSaved(database.db, person, { offerId, now });
    expect((await readSaved(database.db, person, { page: 0, now })).total).toBe(1);
  });

  test('nobody keeps more than the most, whatever they press at once, nor what cannot be applied to', async () => {
    const person = { guildId, userId: someone() };
    const offers = await Promise.all(Array.from({ length: mostSaved + 10 }, () => anOffer(database.db)));
    const tries = await Promise.allSettled(offers.map(({ id }) => toggleSaved(database.db, person, { offerId: id, now })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostSaved);
    expect(await database.db.savedOffer.count()).toBe(mostSaved);
    for (const overrides of [{ state: 'draft' }, { guildId: '110000000000000009' }, { expiresAt: now }] as const) {
      const { id: offerId } = await anOffer(database.db, overrides);
      await expect(toggleSaved(database.db, { guildId, userId: someone() }, { offerId, now })).rejects.toMatchObject({
        code: 'jobsearch.offer_gone',
      });
    }
  });

  test('a closed one is marked and can be taken off, and is forgotten later', async () => {
    const person = { guildId, userId: someone() };
    const [open, closed] = [await anOffer(database.db), await anOffer(database.db)];
    for (const { id: offerId } of [open, closed]) await toggleSaved(database.db, person, { offerId, now });
    await database.db.offer.update({ where: { id: closed.id }, data: { state: 'closed', closedAt: now, endedAs: 'filled' } });
    expect(await readSaved(database.db, person, { page: 5, now })).toMatchObject({ page: 0, total: 2, closed: 1 });
    expect(await tasksOf('jobsearch.tell')).toEqual([]);
    await database.db.$transaction((tx) => forgetOld(tx, past(89 * day)));
    expect(await database.db.savedOffer.count()).toBe(2);
    expect(await dropClosed(database.db, person, now)).toBe(1);
    expect((await readSaved(database.db, person, { page: 0, now })).offers.map(({ id }) => id)).toEqual([open.id]);
  });
});

describe('alerts', () => {
  test('three an account, whatever is pressed at once; another person’s does not exist', async () => {
    const userId = someone();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => alertOf(userId, { text: `mot${index}` }, digest)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const refusals = tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect(new Set(refusals)).toEqual(new Set(['jobsearch.too_many_alerts']));
    const { alerts } = await readAlerts(database.db, { guildId, userId });
    const alertId = alerts[1]?.id ?? 0;
    for (const stranger of [
      { guildId, userId: someone() },
      { guildId: '110000000000000009', userId },
    ]) {
      const refused = expect.objectContaining({ code: 'jobsearch.unknown_alert' });
      await expect(getAlert(database.db, stranger, alertId)).rejects.toEqual(refused);
      await expect(switchAlert(database.db, stranger, { alertId, isOn: false, now })).rejects.toEqual(refused);
      await expect(deleteAlert(database.db, stranger, alertId)).rejects.toEqual(refused);
      await expect(chooseWhen(database.db, stranger, { alertId, when: immediate, now })).rejects.toEqual(refused);
    }
    await deleteAlert(database.db, { guildId, userId }, alertId);
    expect((await alertOf(userId, { text: 'encore' }, digest)).slot).toBe(2);
  });

  test('an alert that asks for nothing is refused, and one with a strange word says so', async () => {
    await anOffer(database.db);
    for (const text of ['', 'le la', '« »'])
      await expect(alertOf(someone(), { text }, digest)).rejects.toMatchObject({ code: 'jobsearch.empty_alert' });
    expect(await alertOf(someone(), { text: 'javascrpt' }, digest)).toMatchObject({
      matching: 0,
      readings: [{ typed: 'javascrpt', words: ['javascript'] }],
    });
  });

  test.each([
    [{ text: 'dev' }, true],
    [{ text: 'js', place: 'Nord' }, true],
    [{ text: 'javascript', contract: 'cdd' }, false],
    [{ place: 'Marseille' }, false],
    [{ remote: 'partial', level: 'junior', contract: 'cdi' }, true],
    [{ remote: 'none' }, false],
  ] as const)('%j', async (typed, fits) => {
    const userId = someone();
    await alertOf(userId, typed, immediate);
    await publish();
    expect((await tasksOf('jobsearch.tell')).length > 0).toBe(fits);
  });

  test('told once an offer, whatever alerts find it and however often the task runs; never its author, who left, or who switched off', async () => {
    const [twice, left, off, author] = [someone(), someone(), someone(), someone()];
    await alertOf(twice, { text: 'dev' }, digest);
    await alertOf(twice, { place: 'Lille' }, immediate);
    for (const userId of [left, off, author]) await alertOf(userId, { text: 'dev' }, immediate);
    await database.db.member.create({
      data: { guildId, userId: left, username: 'parti', displayName: 'Parti', joinedAt: now, leftAt: now },
    });
    const { alerts } = await readAlerts(database.db, { guildId, userId: off });
    await switchAlert(database.db, { guildId, userId: off }, { alertId: alerts[0]?.id ?? 0, isOn: false, now });
    const offer = await publish(now, { authorId: author });
    await Promise.all(Array.from({ length: 5 }, () => matchOffer(database.db, { guildId, offerId: offer.id, now })));
    const matches = await database.db.alertMatch.findMany();
    expect(matches).toMatchObject([{ userId: twice, isImmediate: true }]);
    expect(await tasksOf('jobsearch.tell')).toEqual([{ guildId, matchId: matches[0]?.id }]);
    expect(await database.db.jobSeeker.findFirst({ where: { userId: twice } })).toMatchObject({ toldCount: 1 });
  });

  test('at once, up to the bound of the day; the rest is in the next digest', async () => {
    const userId = someone();
    await alertOf(userId, { text: 'dev' }, immediate);
    // Monday 9 h in Paris is the hour of digests: what comes later waits for Tuesday's.
    for (let index = 0; index < mostImmediate + 3; index++) await publish(past((index + 1) * minute));
    expect(await tasksOf('jobsearch.tell')).toHaveLength(mostImmediate);
    expect(await digestsAt(past(10 * hour))).toEqual([]);
    expect(await digestsAt(past(day + 5 * minute))).toEqual([{ guildId, userId, day: '2027-01-12' }]);
    const news = await findDigest(database.db, { guildId, userId, day: '2027-01-12', now: past(day) });
    expect(news).toMatchObject({ more: 0, offers: { length: 3 } });
    await publish(past(day + hour));
    expect(await tasksOf('jobsearch.tell')).toHaveLength(1);
  });

  test('a digest: all alerts in one, once a day at the hour chosen, nothing when there is nothing, and what closed is left out', async () => {
    const userId = someone();
    await alertOf(userId, { text: 'dev' }, { isImmediate: false, hour: 18 });
    await alertOf(userId, { place: 'Lille' }, digest);
    await chooseWhen(
      database.db,
      { guildId, userId },
      {
        alertId: (await readAlerts(database.db, { guildId, userId })).alerts[0]?.id ?? 0,
        when: { isImmediate: false, hour: 18 },
        now,
      },
    );
    const first = await publish(past(minute));
    const second = await publish(past(2 * minute), { title: 'Cuisine (F/H)' });
    // 17 h 59 in Paris, then 18 h.
    const six = new Date('2027-01-11T17:00:00Z');
    expect(await digestsAt(new Date(six.getTime() - minute))).toEqual([]);
    expect(await digestsAt(six)).toEqual([{ guildId, userId, day: '2027-01-11' }]);
    expect(await digestsAt(six)).toEqual([]);
    await database.db.offer.update({ where: { id: second.id }, data: { state: 'closed', closedAt: now, endedAs: 'filled' } });
    const news = await findDigest(database.db, { guildId, userId, day: '2027-01-11', now: six });
    expect(news?.offers.map(({ id }) => id)).toEqual([first.id]);
    await recordTold(database.db, { matchIds: news?.matchIds ?? [], now: six });
    expect(await findDigest(database.db, { guildId, userId, day: '2027-01-11', now: six })).toBeNull();
    // The hour is changed after the digest left: the next one is tomorrow's.
    await chooseWhen(
      database.db,
      { guildId, userId },
      {
        alertId: (await readAlerts(database.db, { guildId, userId })).alerts[0]?.id ?? 0,
        when: { isImmediate: false, hour: 20 },
        now: six,
      },
    );
    await publish(new Date(six.getTime() + minute));
    expect(await digestsAt(new Date('2027-01-11T22:00:00Z'))).toEqual([]);
    expect(await digestsAt(new Date('2027-01-12T19:00:00Z'))).toMatchObject([{ day: '2027-01-12' }]);
  });

  test.each([
    ['Europe/Paris', '2027-03-27T12:00:00Z', 2, '2027-03-28T00:59:00Z', '2027-03-28T01:00:00Z', 'an hour that the spring skips'],
    [
      'Europe/Paris',
      '2027-10-30T12:00:00Z',
      2,
      '2027-10-30T23:59:00Z',
      '2027-10-31T01:00:00Z',
      'an hour that the autumn repeats',
    ],
    ['America/Guadeloupe', '2027-01-11T12:00:00Z', 9, '2027-01-12T12:59:00Z', '2027-01-12T13:00:00Z', 'overseas'],
  ])('the hour is the server’s: %s, %s, %i h', async (timeZone, published, hourOfDay, before, at, _what) => {
    await database.db.guild.create({ data: { id: guildId, timeZone, createdAt: now } });
    const userId = someone();
    await alertOf(userId, { text: 'dev' }, { isImmediate: false, hour: hourOfDay });
    await publish(new Date(published));
    expect(await digestsAt(new Date(before))).toEqual([]);
    expect(await digestsAt(new Date(at))).toHaveLength(1);
    expect(await digestsAt(new Date(new Date(at).getTime() + hour))).toEqual([]);
  });

  test('switched off meanwhile, nothing is told; switched on again, only what comes later', async () => {
    const userId = someone();
    const alert = await alertOf(userId, { text: 'dev' }, immediate);
    await publish();
    const [task] = await tasksOf('jobsearch.tell');
    await switchAlert(database.db, { guildId, userId }, { alertId: alert.id, isOn: false, now });
    expect(await findTelling(database.db, { guildId, matchId: Number(task?.matchId), now })).toBeNull();
    await switchAlert(database.db, { guildId, userId }, { alertId: alert.id, isOn: true, now });
    await publish(past(hour));
    expect(await database.db.alertMatch.count()).toBe(1);
  });

  test('thirty thousand alerts are asked by one question, soon', async () => {
    await database.pool.query(
      `INSERT INTO job_alert (guild_id, user_id, slot, locale, text, query, is_immediate, created_at, changed_at)
      SELECT $1, (230000000000000000 + n)::text, 1, 'fr', 'x', to_tsquery('offer_words',
        (ARRAY['dev & react', 'reseau | linux', 'python & k0cdi & d059', 'dev & d075', 'comptable & n0junior', 'javascript & d059'])[1 + n % 6])::text, false, $2, $2
      FROM generate_series(1, 30000) AS n`,
      [guildId, now],
    );
    const offer = await anOffer(database.db);
    const began = performance.now();
    await matchOffer(database.db, { guildId, offerId: offer.id, now });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await database.db.alertMatch.count()).toBe(5_000);
  });
});

describe('personal data', () => {
  test('all of it is exported, nothing of others; erased, nothing is left', async () => {
    const [userId, other] = [someone(), someone()];
    const { id: offerId } = await anOffer(database.db, { title: 'Horlogerie' });
    for (const person of [
      { guildId, userId },
      { guildId, userId: other },
    ]) {
      await alertOf(person.userId, { text: 'horlogerie' }, digest);
      await toggleSaved(database.db, person, { offerId, now });
      await search(database.db, person, { filters: filtersOf({ text: 'horloger' }), now });
    }
    await matchOffer(database.db, { guildId, offerId, now });
    const exported = await exportJobsearch(database.db, guildId, userId);
    expect(exported).toMatchObject({
      seeker: { userId },
      lastSearch: { text: 'horloger' },
      saved: [{ offer: { title: 'Horlogerie' } }],
      alerts: [{ text: 'horlogerie' }],
      told: [{ offer: { title: 'Horlogerie' } }],
    });
    expect(JSON.stringify(exported)).not.toContain(other);
    await database.db.$transaction((tx) => eraseJobsearch(tx, guildId, userId));
    const left = await exportJobsearch(database.db, guildId, userId);
    expect(left).toEqual({ seeker: null, lastSearch: null, saved: [], alerts: [], told: [] });
    expect(await exportJobsearch(database.db, guildId, other)).toMatchObject({ alerts: { length: 1 }, saved: { length: 1 } });
  });

  test('kept no longer than promised', async () => {
    const userId = someone();
    const alert = await alertOf(userId, { text: 'dev' }, digest);
    await search(database.db, { guildId, userId }, { filters: filtersOf({ text: 'dev' }), now });
    await publish();
    const forget = (at: Date) => database.db.$transaction((tx) => forgetOld(tx, at));
    await forget(past(day - hour));
    expect(await database.db.jobSearch.count()).toBe(1);
    await forget(past(day + hour));
    expect(await database.db.jobSearch.count()).toBe(0);
    await forget(past(91 * day));
    expect(await database.db.alertMatch.count()).toBe(0);
    await forget(past(400 * day));
    expect([await database.db.jobAlert.count(), await database.db.jobSeeker.count()]).toEqual([1, 1]);
    await switchAlert(database.db, { guildId, userId }, { alertId: alert.id, isOn: false, now: past(400 * day) });
    await forget(past(431 * day));
    await forget(past(431 * day));
    expect([await database.db.jobAlert.count(), await database.db.jobSeeker.count()]).toEqual([0, 0]);
    const gone = someone();
    await alertOf(gone, { text: 'dev' }, digest);
    await database.db.member.create({
      data: { guildId, userId: gone, username: 'parti', displayName: 'Parti', joinedAt: now, leftAt: now },
    });
    await database.db.$transaction((tx) => forgetLeft(tx, past(29 * day)));
    expect(await database.db.jobAlert.count()).toBe(1);
    await database.db.$transaction((tx) => forgetLeft(tx, past(31 * day)));
    expect(await database.db.jobAlert.count()).toBe(0);
  });
});
