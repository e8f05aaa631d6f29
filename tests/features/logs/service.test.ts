import { beforeAll, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../src/discord/failure.ts';
import { createSight } from '../../../src/features/logs/commands/sight.ts';
import { logs } from '../../../src/features/logs/index.ts';
import { explain, type Happening, type Place, shownOf } from '../../../src/features/logs/rules.ts';
import { nextPost, recordPosted } from '../../../src/features/logs/service/post.ts';
import { purgeLogs } from '../../../src/features/logs/service/purge.ts';
import { recordHappenings } from '../../../src/features/logs/service/record.ts';
import { readLogsOf, setLog } from '../../../src/features/logs/service/setting.ts';
import { purgeLog } from '../../../src/features/logs/tasks.ts';
import { logMessage } from '../../../src/features/logs/views/post.ts';
import { migrateQueue } from '../../../src/infra/tasks.ts';
import type { LogKind } from '../../../src/kernel/log.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { someone } from '../jobs/factory.ts';

let database: TestDatabase;
let db: TestDatabase['db'];
const staffId = '900000000000000001';
const channelId = '800000000000000001';
const logChannelId = '800000000000000002';

beforeAll(async () => {
  database = await freshDatabase();
  await migrateQueue(database.pool);
  db = database.db;
});

const by = (guildId: string) => ({ guildId, actorId: staffId, now: monday });
const everywhere = (): Place => ({ isPublic: true, parentId: null });

/** A server with these logs. */
async function server(...kinds: LogKind[]): Promise<string> {
  const guildId = someone();
  for (const kind of kinds) await setLog(db, by(guildId), { kind, channelId: logChannelId });
  return guildId;
}
const record = async (guildId: string, happenings: readonly Happening[]) =>
  recordHappenings(db, { happenings, logs: await readLogsOf(db, [guildId]), placeOf: everywhere });

const wrote = (guildId: string, messageId: string, content = 'Bonjour', at = monday): Happening => ({
  ...{ what: 'copied', guildId, channelId, messageId, userId: someone(), userName: 'lea' },
  ...{ content, files: ['cv.pdf'], at },
});
const removed = (guildId: string, messageId: string, at = monday): Happening => ({
  ...{ what: 'deleted', guildId, channelId, messageId, inBulk: false, at },
});

describe('what happened', () => {
  test('is told once, however often and in parallel it is said', async () => {
    const guildId = await server('deletions', 'members');
    const messageId = someone();
    await record(guildId, [wrote(guildId, messageId)]);
    const userId = someone();
    const joined: Happening = { what: 'joined', guildId, userId, userName: 'ali', ref: `joined:${userId}`, at: monday };
    await Promise.all(Array.from({ length: 20 }, () => record(guildId, [removed(guildId, messageId), joined])));
    const entries = await db.logEntry.findMany({ where: { guildId } });
    expect(entries.map(({ what }) => what).sort()).toEqual(['deleted', 'joined']);
    const waiting = (await waitingTasks(database)).filter(({ payload }) => payload.guildId === guildId);
    expect(waiting.map(({ payload }) => payload.kind).sort()).toEqual(['deletions', 'members']);
  });

  test('keeps the order of edits and a deletion that come together, and no copy of what is gone', async () => {
    const guildId = await server('deletions', 'edits');
    const messageId = someone();
    const edit = (content: string, ref: string): Happening => ({
      ...{
        what: 'edited',
        guildId,
        channelId,
        messageId,
        userId: staffId,
        userName: 'lea',
        content,
        files: ['cv.pdf'],
        ref,
        at: monday,
      },
    });
    await record(guildId, [
      wrote(guildId, messageId, 'un'),
      edit('un', 'e0'),
      edit('deux', 'e1'),
      edit('trois', 'e2'),
      removed(guildId, messageId),
    ]);
    const entries = await db.logEntry.findMany({ where: { guildId }, orderBy: { id: 'asc' } });
    expect(entries.map(({ what, before, after }) => [what, before, after])).toEqual([
      ['edited', 'un', 'deux'],
      ['edited', 'deux', 'trois'],
      ['deleted', 'trois', ''],
    ]);
    expect(await db.messageCopy.count({ where: { guildId } })).toBe(0);
  });

  test('is told with whoever wrote it where their words may not be read', async () => {
    const guildId = await server('deletions', 'edits');
    const messageId = someone();
    const unread = { guildId, channelId, messageId, userId: staffId, userName: 'lea', content: '', files: [], at: monday };
    await record(guildId, [
      { what: 'copied', ...unread },
      { what: 'edited', ...unread, ref: messageId },
      removed(guildId, messageId),
    ]);
    const entries = await db.logEntry.findMany({ where: { guildId }, orderBy: { id: 'asc' } });
    expect(entries.map(({ what, userId }) => [what, userId])).toEqual([
      ['edited', staffId],
      ['deleted', staffId],
    ]);
  });

  test('is neither copied nor told where nobody asked for it', async () => {
    const guildId = await server('members');
    await setLog(db, by(guildId), { kind: 'edits', channelId: logChannelId, ignored: [channelId] });
    await record(guildId, [wrote(guildId, someone()), removed(guildId, someone())]);
    expect(await db.messageCopy.count({ where: { guildId } })).toBe(0);
    expect(await db.logEntry.count({ where: { guildId } })).toBe(0);
  });

  test('is not asked of Discord again while Discord refuses it', async () => {
    const guildId = await server('deletions');
    await db.fault.create({ data: { guildId, key: 'logs.post:deletions', code: 50_013, detail: '', createdAt: monday } });
    await record(guildId, [removed(guildId, someone())]);
    const waiting = async () => (await waitingTasks(database)).filter(({ payload }) => payload.guildId === guildId);
    expect(await waiting()).toEqual([]);
    // Once an hour it is: staff may have mended it by hand.
    await db.$transaction((tx) => purgeLogs(tx, monday));
    expect(await waiting()).toHaveLength(1);
    await setLog(db, by(guildId), { kind: 'deletions', channelId: logChannelId });
    await db.$transaction((tx) => purgeLogs(tx, monday));
    expect(await waiting()).toHaveLength(1);
  });
});

describe('a message of a log', () => {
  test('is the same for whoever asks, until it is posted; then the next; and goes where the log is now', async () => {
    const guildId = await server('deletions');
    await record(
      guildId,
      Array.from({ length: 15 }, () => removed(guildId, someone())),
    );
    const next = () => nextPost(db, { guildId, kind: 'deletions', now: monday });
    const asked = await Promise.all(Array.from({ length: 10 }, next));
    expect(new Set(asked.map((told) => told?.post.id)).size).toBe(1);
    expect(asked[0]?.entries).toHaveLength(10);
    await setLog(db, by(guildId), { kind: 'deletions', channelId: '800000000000000003' });
    expect((await next())?.post).toMatchObject({ id: asked[0]?.post.id, channelId: '800000000000000003' });
    await recordPosted(db, asked[0]?.post.id ?? 0, someone());
    const last = await next();
    expect(last?.entries).toHaveLength(5);
    // What was forgotten before it was posted is told to nobody, nor what waited while the log was off.
    await db.logEntry.deleteMany({ where: { postId: last?.post.id ?? 0 } });
    expect(await next()).toBeNull();
    await record(guildId, [removed(guildId, someone())]);
    await setLog(db, by(guildId), { kind: 'deletions', channelId: null });
    await setLog(db, by(guildId), { kind: 'deletions', channelId: logChannelId });
    expect(await next()).toBeNull();
  });

  test.each(['fr', 'en'] as const)('stays within the limits of Discord in %s', async (locale) => {
    const guildId = await server('deletions', 'edits', 'roles');
    const long = '*_~`|[]()<@#>'.repeat(300).slice(0, 4_000);
    const ids = Array.from({ length: 10 }, () => someone());
    const edit = (messageId: string): Happening => ({
      ...{ what: 'edited', guildId, channelId, messageId, userId: staffId, userName: '*'.repeat(32), content: `${long}!` },
      ...{ files: Array.from({ length: 10 }, () => long.slice(0, 200)), ref: messageId, at: monday },
    });
    const roles = (ref: string): Happening => ({
      ...{ what: 'roles', guildId, userId: staffId, actorId: someone(), before: long, after: long, ref, at: monday },
    });
    await record(guildId, [...ids.map((id) => wrote(guildId, id, long)), ...ids.map(edit), ...ids.map((id) => roles(`r${id}`))]);
    const floods = Array.from({ length: 1_000 }, () => someone());
    await record(guildId, [...floods.map((id) => wrote(guildId, id, long)), ...floods.map((id) => removed(guildId, id))]);
    for (const kind of ['edits', 'roles', 'deletions'] as const) {
      const told = await nextPost(db, { guildId, kind, now: monday });
      if (!told) throw new Error(`nothing of ${kind}`);
      expect(told.entries).toHaveLength(kind === 'deletions' ? 1_000 : 10);
      const { embeds, files } = logMessage(told, { timeZone: 'Europe/Paris', names: new Map(), channels: new Map() }, locale);
      expect(embeds?.[0]?.description?.length).toBeLessThanOrEqual(4_096);
      expect(embeds?.[0]?.title?.length).toBeLessThanOrEqual(256);
      expect(files?.[0]?.data.length ?? 0).toBeLessThan(8 * 2 ** 20);
    }
  });
});

test('a copy lives as long as the log that quotes it, and not at all without one', async () => {
  const guildId = await server('deletions');
  await setLog(db, by(guildId), { kind: 'deletions', textDays: 2 });
  await record(guildId, [wrote(guildId, someone(), 'ancien', new Date(monday.getTime() - 3 * day)), wrote(guildId, someone())]);
  const purge = (now = monday) => db.$transaction((tx) => purgeLogs(tx, now));
  await purge();
  expect(await db.messageCopy.count({ where: { guildId } })).toBe(1);
  await setLog(db, by(guildId), { kind: 'deletions', channelId: null });
  await purge();
  expect(await db.messageCopy.count({ where: { guildId } })).toBe(0);
  await expect(setLog(db, by(guildId), { kind: 'deletions', channelId, days: 3, textDays: 5 })).rejects.toMatchObject({
    code: 'logs.bad_days',
  });
});

describe('who deleted', () => {
  const at = (minutes: number) => new Date(monday.getTime() + minutes * minute);
  const one = (id: number, userId: string | null, minutes: number, inBulk = false) => ({
    id,
    userId,
    channelId,
    inBulk,
    at: at(minutes),
  });
  const said = (count: number, seen: number, targetId: string | null = 'lea') => ({
    ...{ entryId: '1', actorId: 'mod', targetId, channelId, count, seen, since: at(0) },
  });

  test.each([
    ['as many as it has counted since, the latest', [one(1, 'lea', 1), one(2, 'lea', 2)], said(3, 2), [2]],
    ['nothing that was counted before', [one(1, 'lea', 1)], said(2, 2), []],
    ['nothing of others', [one(1, 'ali', 1), one(2, null, 1)], said(2, 0), [2]],
    ['nothing before it was made, or long after', [one(1, 'lea', -1), one(2, 'lea', 90)], said(2, 0), []],
    ['what went together', [one(1, 'lea', 1, true), one(2, 'ali', 1, true), one(3, 'ali', 1)], said(2, 0, null), [1, 2]],
  ])('an entry explains %s', (_, waiting, audit, expected) => {
    expect([...explain(waiting, [audit]).keys()]).toEqual(expected);
  });
});

test('a log tells of nobody who goes where only some people see them', () => {
  const placeOf = (id: string): Place => ({ isPublic: id === 'open', parentId: null });
  const common = { guildId: '1', userId: '2', ref: '', at: new Date(monday.getTime() + hour) };
  const move = (from: string | null, to: string, what: 'entered' | 'moved' | 'exited') => {
    const shown = shownOf({ ...common, what, channelId: to, fromChannelId: from }, placeOf);
    return shown && 'channelId' in shown ? `${shown.what} ${shown.channelId}` : null;
  };
  expect(move(null, 'open', 'entered')).toBe('entered open');
  expect(move(null, 'shut', 'entered')).toBeNull();
  expect(move('open', 'shut', 'moved')).toBe('exited open');
  expect(move('shut', 'open', 'moved')).toBe('entered open');
  expect(move('shut', 'other', 'moved')).toBeNull();
  expect(shownOf(removed('1', '3'), () => placeOf('shut'))).toBeNull();
});

/** A server as Discord gives it, of which everybody sees the channels `seen`, and whoever learns those of `learners`. */
const learnerRole = '300000000000000001';
const bindLearner = async (guildId: string) => {
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
  await db.roleBinding.create({ data: { guildId, key: 'learner', roleId: learnerRole } });
};
const discordWith = (guildId: string, { seen = [] as string[], learners = [] as string[] } = {}) => {
  const viewing = { allow: String(1n << 10n), deny: '0', type: 0 };
  const channel = (id: string) => ({
    ...{ id, type: 0, guild_id: guildId },
    permission_overwrites: learners.includes(id)
      ? [{ id: learnerRole, ...viewing }]
      : seen.includes(id)
        ? [{ id: guildId, ...viewing }]
        : [],
  });
  const roles = [
    { id: guildId, permissions: '0' },
    { id: '1', permissions: '8' },
  ];
  return {
    guilds: {
      get: async () => ({ id: guildId, owner_id: '9', roles }),
      getMember: async () => ({ user: { id: '2' }, roles: ['1'] }),
      getChannels: async () => [channel(channelId), channel(logChannelId)],
    },
  };
};

test('the diagnostic tells of logs that cannot quote, and of channels that people see by now', async () => {
  const [quoting, other] = [await server('edits'), await server('members')];
  const asked = (guildId: string, messageContent: boolean, channels = {}) =>
    logs.findings?.({ db, reads: { messageContent }, discord: discordWith(guildId, channels) } as never, guildId) ?? [];
  expect(await asked(quoting, false)).toHaveLength(1);
  expect(await asked(quoting, true)).toEqual([]);
  expect(await asked(other, false)).toEqual([]);
  await bindLearner(other);
  for (const channels of [{ seen: [logChannelId] }, { learners: [logChannelId] }])
    expect(await asked(other, true, channels)).toHaveLength(1);
});

test('a channel that becomes private while Discord is asked is private, one of a role no longer once it is not bound', async () => {
  const guildId = someone();
  const open = discordWith(guildId, { seen: [channelId] });
  const shut = discordWith(guildId);
  let answers = [open, shut];
  const discord = {
    guilds: {
      ...open.guilds,
      getChannels: async () => {
        const [now = shut] = answers;
        answers = answers.slice(1);
        if (now === open) sight.forget(guildId);
        return now.guilds.getChannels();
      },
    },
  };
  const sight = createSight({ db, discord } as never);
  const isPublic = async () => (await sight.places(guildId, [channelId]))(channelId).isPublic;
  expect(await isPublic()).toBe(false);
  expect(await isPublic()).toBe(false);

  await bindLearner(guildId);
  const learning = createSight({ db, discord: discordWith(guildId, { learners: [channelId] }) } as never);
  const seenNow = async () => (await learning.places(guildId, [channelId]))(channelId).isPublic;
  expect(await seenNow()).toBe(true);
  await db.roleBinding.deleteMany({ where: { guildId } });
  expect(await seenNow()).toBe(false);
});

/** As @discordjs/rest says it. */
const refused = (code: number) => Object.assign(new Error('refused'), { rawError: {}, status: 403, code });

test('a server of which Discord says nothing is all hidden', async () => {
  const away = async () => {
    throw refused(50_001);
  };
  const discord = { guilds: { get: away, getChannels: away } };
  const place = await createSight({ db, discord } as never).places(someone(), [channelId]);
  expect(place(channelId)).toEqual({ isPublic: false, parentId: null });
});

test('a former channel that we do not see any more keeps nothing of the present one', async () => {
  const guildId = await server('members');
  const old = '800000000000000009';
  const at = new Date(monday.getTime() - 31 * day);
  const post = (id: string) => ({ guildId, kind: 'members' as const, channelId: id, messageId: someone(), hasText: false, at });
  await db.logPost.createMany({ data: [...Array.from({ length: 120 }, () => post(old)), post(logChannelId)] });
  const deleted: string[] = [];
  const remove = async (id: string) => {
    if (id === old) throw refused(50_001);
    deleted.push(id);
  };
  const discord = { channels: { deleteMessage: remove, bulkDeleteMessages: remove } };
  const context = { db, discord, clock: { now: () => monday }, outcome: outcomeOf, reason: String };
  await expect(purgeLog.run(context as never, { guildId, kind: 'members' })).rejects.toMatchObject({ code: 50_001 });
  expect(deleted).toEqual([logChannelId]);
  expect(await db.logPost.count({ where: { guildId, channelId: logChannelId } })).toBe(0);
  expect(await db.logPost.count({ where: { guildId, channelId: old } })).toBe(120);
});
