import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bindChannel,
  bindRole,
  chooseLanguage,
  chooseTimeZone,
  unbindRole,
} from '../../../src/features/settings/service/binding.ts';
import { mend, promiseFaults, readHealth } from '../../../src/features/settings/service/health.ts';
import {
  eraseRuns,
  exportRuns,
  findRun,
  finishRun,
  forgetOldRuns,
  recordPlace,
  report,
  resumeRuns,
  startRun,
} from '../../../src/features/settings/service/run.ts';
import { setUpTask } from '../../../src/features/settings/wire.ts';
import { enqueue } from '../../../src/infra/db.ts';
import { readSettings } from '../../../src/infra/settings.ts';
import type { Feature } from '../../../src/kernel/feature.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, movableClock } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { allow, botId, channelFacts, deny, guildWith, id, needs, roleFacts } from './facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

let last = 200_000_000_000_000_000n;
/** A server of its own for each test. */
const newGuild = () => String(++last);
const actorId = id(7);

/** A feature that needs what `facts.ts` says, and writes down what it is told. */
function listener() {
  const told: string[] = [];
  const feature = {
    needs,
    bound: async (_tx: unknown, _guildId: string, key: string) => void told.push(key),
  } as unknown as Feature;
  return { told, features: [feature] };
}

const changeIn = (guildId: string, features: readonly Feature[] = listener().features) => ({
  guildId,
  actorId,
  now: monday,
  features,
});
const learnerRole = id(50);
const guild = guildWith({
  roles: [roleFacts({ id: learnerRole, position: 3 }), roleFacts({ id: id(51), position: 12 })],
  channels: [
    channelFacts({
      id: id(60),
      overwrites: [deny(guildWith().id, ['ViewChannel']), allow(botId, ['ViewChannel', 'SendMessages'])],
    }),
    channelFacts({ id: id(61) }),
  ],
});
const actionsIn = async (guildId: string) =>
  (await database.db.auditEntry.findMany({ where: { guildId }, orderBy: { id: 'asc' } })).map(({ action, subject }) => [
    action,
    subject,
  ]);
const codeOf = async (refused: Promise<unknown>) =>
  refused.then(
    () => null,
    (error: unknown) => (error instanceof UserError ? error.code : error),
  );

describe('binding', () => {
  test('a role is bound once, audited once and announced once, however often it is asked', async () => {
    const guildId = newGuild();
    const { told, features } = listener();
    const change = changeIn(guildId, features);
    await Promise.all(
      Array.from({ length: 12 }, () => bindRole(database.db, { ...change, guild }, { key: 'learner', roleId: learnerRole })),
    );
    expect((await readSettings(database.db, guildId)).roles).toEqual({ learner: [learnerRole] });
    expect(await actionsIn(guildId)).toEqual([['settings.bind_role', 'role:learner']]);
    expect(told).toEqual(['learner']);
  });

  test('of two contradictory keys asked at once for one role, one is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const guildId = newGuild();
      const results = await Promise.all([
        codeOf(bindRole(database.db, { ...changeIn(guildId), guild }, { key: 'learner', roleId: learnerRole })),
        codeOf(bindRole(database.db, { ...changeIn(guildId), guild }, { key: 'admin', roleId: learnerRole })),
      ]);
      expect(results.sort()).toEqual([null, 'settings.role_contradictory'].sort());
      expect(Object.keys((await readSettings(database.db, guildId)).roles)).toHaveLength(1);
    }
  });

  test.each([
    ['settings.role_above', id(51)],
    ['settings.role_everyone', guild.id],
    ['settings.role_gone', id(999)],
  ])('%s', async (code, roleId) => {
    const guildId = newGuild();
    expect(await codeOf(bindRole(database.db, { ...changeIn(guildId), guild }, { key: 'learner', roleId }))).toBe(code);
    expect(await actionsIn(guildId)).toEqual([]);
  });

  test('a role is freed once; the second time says that it was', async () => {
    const guildId = newGuild();
    const { told, features } = listener();
    const change = changeIn(guildId, features);
    await bindRole(database.db, { ...change, guild }, { key: 'learner', roleId: learnerRole });
    const freed = await Promise.all(
      [1, 2, 3].map(() => codeOf(unbindRole(database.db, change, { key: 'learner', roleId: learnerRole }))),
    );
    expect(freed.sort()).toEqual([null, 'settings.not_bound', 'settings.not_bound'].sort());
    expect(told).toEqual(['learner', 'learner']);
    expect((await readSettings(database.db, guildId)).roles).toEqual({});
  });

  test('what may no longer be bound is still found, to be freed', async () => {
    const guildId = newGuild();
    const change = changeIn(guildId);
    await bindRole(database.db, { ...change, guild }, { key: 'learner', roleId: learnerRole });
    await bindChannel(database.db, { ...change, guild }, { key: 'requests', channelId: id(60) });
    const since = {
      ...guild,
      roles: guild.roles.map((role) => (role.id === learnerRole ? { ...role, position: 12 } : role)),
      channels: guild.channels.map((channel) => ({ ...channel, overwrites: [] })),
    };
    await bindRole(database.db, { ...change, guild: since }, { key: 'learner', roleId: learnerRole });
    await bindChannel(database.db, { ...change, guild: since }, { key: 'requests', channelId: id(60) });
    expect(await codeOf(bindRole(database.db, { ...change, guild: since }, { key: 'alumni', roleId: learnerRole }))).toBe(
      'settings.role_above',
    );
    expect((await actionsIn(guildId)).map(([action]) => action)).toEqual(['settings.bind_role', 'settings.bind_channel']);
  });

  test('a channel takes the place of the former one, and its feature is told', async () => {
    const guildId = newGuild();
    const { told, features } = listener();
    const change = { ...changeIn(guildId, features), guild };
    await bindChannel(database.db, change, { key: 'welcome', channelId: id(60) });
    await bindChannel(database.db, change, { key: 'welcome', channelId: id(61) });
    await bindChannel(database.db, change, { key: 'welcome', channelId: id(61) });
    expect((await readSettings(database.db, guildId)).channels).toEqual({ welcome: id(61) });
    expect(told).toEqual(['welcome', 'welcome']);
  });

  test.each([
    ['settings.channel_public', { key: 'requests', channelId: id(61) }],
    ['settings.channel_gone', { key: 'requests', channelId: id(998) }],
    ['settings.unknown_need', { key: 'nothing', channelId: id(60) }],
  ])('%s', async (code, binding) => {
    expect(await codeOf(bindChannel(database.db, { ...changeIn(newGuild()), guild }, binding))).toBe(code);
  });
});

describe('language and time zone', () => {
  test('are chosen, audited when they change, and announced', async () => {
    const guildId = newGuild();
    const { told, features } = listener();
    const change = changeIn(guildId, features);
    await chooseLanguage(database.db, change, 'en');
    await chooseLanguage(database.db, change, 'en');
    expect(await chooseTimeZone(database.db, change, ' europe/brussels ')).toBe('Europe/Brussels');
    expect(await readSettings(database.db, guildId)).toMatchObject({ locale: 'en', timeZone: 'Europe/Brussels' });
    expect(await actionsIn(guildId)).toEqual([
      ['settings.language', null],
      ['settings.timezone', null],
    ]);
    expect(told).toEqual(['language']);
  });

  test.each(['Europe/Paname', '', '🕰️', '+01:00', 'x'.repeat(500)])('%j is no time zone', async (typed) => {
    expect(await codeOf(chooseTimeZone(database.db, changeIn(newGuild()), typed))).toBe('settings.unknown_timezone');
  });
});

const request = (guildId: string) => ({ guildId, actorId, locale: 'fr' as const, now: monday });
const lastLine = { did: 'kept', roles: 0, channels: 0 } as const;
const setUpsOf = async (guildId: string) =>
  (await waitingTasks(database)).filter(({ name, payload }) => name === setUpTask.name && payload.guildId === guildId);

describe('a run of set-up', () => {
  test('is one, with one task, for twenty administrators at once', async () => {
    const guildId = newGuild();
    const runs = await Promise.all(Array.from({ length: 20 }, () => startRun(database.db, request(guildId))));
    expect(new Set(runs).size).toBe(1);
    expect(await setUpsOf(guildId)).toEqual([{ name: setUpTask.name, payload: { guildId, runId: runs[0], isResumed: false } }]);
    expect(await actionsIn(guildId)).toEqual([['settings.setup', `run:${runs[0]}`]]);
  });

  test('that somebody joins to mend, mends; it does not finish before it has', async () => {
    const guildId = newGuild();
    const { features } = listener();
    const runId = await startRun(database.db, request(guildId));
    expect(await findRun(database.db, runId)).toMatchObject({ isMending: false });
    expect(await mend(database.db, { ...request(guildId), features, findings: [] })).toBe(runId);
    expect(await setUpsOf(guildId)).toHaveLength(1);
    expect(await startRun(database.db, request(guildId))).toBe(runId);
    expect(await findRun(database.db, runId)).toMatchObject({ isMending: true });

    const finish = (isMending: boolean) => finishRun(database.db, runId, { now: monday, last: lastLine, isMending });
    expect(await finish(false)).toBe(false);
    expect(await findRun(database.db, runId)).toMatchObject({ finishedAt: null, report: [] });
    expect(await finish(true)).toBe(true);
    expect(await findRun(database.db, runId)).toMatchObject({ finishedAt: monday, report: [lastLine] });
  });

  test('is joined or followed by another, and never joined once it has finished', async () => {
    for (let round = 0; round < 10; round++) {
      const guildId = newGuild();
      const runId = await startRun(database.db, request(guildId));
      const [isFinished, joined] = await Promise.all([
        finishRun(database.db, runId, { now: monday, last: lastLine, isMending: false }),
        mend(database.db, { ...request(guildId), features: [], findings: [] }),
      ]);
      expect(isFinished).toBe(joined !== runId);
      expect(await findRun(database.db, joined)).toMatchObject({ isMending: true, finishedAt: null });
    }
  });

  test('whose task was given up is taken up again, as a later try', async () => {
    const guildId = newGuild();
    const runId = await startRun(database.db, request(guildId));
    await database.pool.query(
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE payload ->> 'guildId' = $1`,
      [guildId],
    );
    await database.db.$transaction((tx) => resumeRuns(tx));
    await database.db.$transaction((tx) => resumeRuns(tx));
    expect((await setUpsOf(guildId)).map(({ payload }) => payload)).toEqual([{ guildId, runId, isResumed: true }]);
  });

  test('binds and reports together, and reports a line once', async () => {
    const guildId = newGuild();
    const runId = await startRun(database.db, request(guildId));
    const place = { what: 'role', key: 'learner', id: learnerRole } as const;
    const line = { did: 'created', ...place, name: 'En formation', lacking: [] } as const;
    for (let time = 0; time < 2; time++) {
      await recordPlace(database.db, changeIn(guildId), runId, place, { ...line, lacking: [] });
    }
    await report(database.db, runId, { did: 'deployed' });
    await finishRun(database.db, runId, { now: monday, last: lastLine, isMending: false });
    const run = await findRun(database.db, runId);
    expect(run?.report.map(({ did }) => did)).toEqual(['created', 'deployed', 'kept']);
    expect(run?.finishedAt).toEqual(monday);
    expect((await readSettings(database.db, guildId)).roles).toEqual({ learner: [learnerRole] });
  });

  test('is known to the person who asked for it, until they are erased or a month has passed', async () => {
    const guildId = newGuild();
    const finished = async () => {
      const runId = await startRun(database.db, request(guildId));
      await finishRun(database.db, runId, { now: monday, last: lastLine, isMending: false });
      return runId;
    };
    await finished();
    expect(await exportRuns(database.db, guildId, actorId)).toEqual({ setups: [{ startedAt: monday, finishedAt: monday }] });
    await database.db.$transaction((tx) => eraseRuns(tx, guildId, actorId));
    expect(await exportRuns(database.db, guildId, actorId)).toEqual({ setups: [] });

    const old = await finished();
    await database.db.$transaction((tx) => forgetOldRuns(tx, new Date(monday.getTime() + 29 * day)));
    expect(await findRun(database.db, old)).not.toBeNull();
    await database.db.$transaction((tx) => forgetOldRuns(tx, new Date(monday.getTime() + 31 * day)));
    expect(await findRun(database.db, old)).toBeNull();
  });
});

describe('health', () => {
  const fault = (guildId: string, key: string) =>
    database.db.fault.create({ data: { guildId, key, code: 50013, detail: 'Missing Permissions', createdAt: monday } });

  test('counts the dead tasks of its own guild only', async () => {
    const [here, elsewhere] = [newGuild(), newGuild()];
    for (const guildId of [here, elsewhere]) {
      await database.db.$transaction((tx) => enqueue(tx, setUpTask, { guildId, runId: 1, isResumed: false }));
    }
    await database.pool.query(
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE payload ->> 'guildId' = $1`,
      [here],
    );
    expect((await readHealth(database.db, here, movableClock(monday))).deadTasks).toEqual([{ name: setUpTask.name, count: 1 }]);
    expect((await readHealth(database.db, elsewhere, movableClock(monday))).deadTasks).toEqual([]);
  });

  test('mending retries as a second try, asks for panels, forgets faults and starts one run', async () => {
    const guildId = newGuild();
    const { told, features } = listener();
    await fault(guildId, 'onboarding.settle:1');
    await database.pool.query(
      `SELECT graphile_worker.add_job('onboarding.card', json_build_object('guildId', $1::text), max_attempts => 3)`,
      [guildId],
    );
    await database.pool.query(
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE payload ->> 'guildId' = $1`,
      [guildId],
    );
    const runId = await mend(database.db, {
      ...request(guildId),
      features,
      findings: [{ kind: 'panel_missing', key: 'welcome', channelId: id(61), remedy: 'panel' }],
    });
    const health = await readHealth(database.db, guildId, movableClock(monday));
    expect(health).toMatchObject({ faults: [], deadTasks: [] });
    const { rows } = await database.pool.query(
      `SELECT identifier AS name, attempts FROM graphile_worker._private_jobs AS job
       JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE payload ->> 'guildId' = $1 ORDER BY job.id`,
      [guildId],
    );
    expect(rows).toEqual([
      { name: 'onboarding.card', attempts: 1 },
      { name: setUpTask.name, attempts: 0 },
    ]);
    expect((await setUpsOf(guildId)).map(({ payload }) => payload)).toEqual([{ guildId, runId, isResumed: false }]);
    expect(told).toEqual(['welcome']);
    expect(await actionsIn(guildId)).toEqual([['settings.mend', null]]);
  });

  test('untold faults are promised where staff have a channel for them, once while that task waits', async () => {
    const [bound, unbound] = [newGuild(), newGuild()];
    await database.db.guild.create({
      data: { id: bound, createdAt: monday, channels: { create: { key: 'alerts', channelId: id(60) } } },
    });
    await fault(unbound, 'a.b:1');
    await fault(bound, 'a.b:1');
    const { id: upTo } = await fault(bound, 'a.b:2');
    const tellings = async () => (await waitingTasks(database)).filter(({ name }) => name === 'settings.tell_faults');
    await database.db.$transaction((tx) => promiseFaults(tx));
    await fault(bound, 'a.b:3');
    await database.db.$transaction((tx) => promiseFaults(tx));
    expect((await tellings()).map(({ payload }) => payload)).toEqual([{ guildId: bound, upTo }]);
  });
});
