import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import { noticeVersion } from '../../../src/features/onboarding/rules.ts';
import { enterByCode } from '../../../src/features/onboarding/service/code.ts';
import { acceptRequest } from '../../../src/features/onboarding/service/decision.ts';
import { askToJoin } from '../../../src/features/onboarding/service/promo.ts';
import { acceptNotice, chooseKind, submitRequest } from '../../../src/features/onboarding/service/request.ts';
import { confirmPlan, savePlan } from '../../../src/features/promos/service/confirm.ts';
import { addMember, removeMember } from '../../../src/features/promos/service/member.ts';
import { codeRound, renewCodes } from '../../../src/features/rosters/service/code.ts';
import { readExpected } from '../../../src/features/rosters/service/expected.ts';
import { meetExpected } from '../../../src/features/rosters/service/meeting.ts';
import { eraseRosters, exportRosters, forgetRosters } from '../../../src/features/rosters/service/retention.ts';
import { confirmImport, previewImport } from '../../../src/features/rosters/service/roster.ts';
import type { FileLine, ReadFile } from '../../../src/features/rosters/wire.ts';
import type { Change } from '../../../src/kernel/change.ts';
import type { Kind } from '../../../src/kernel/kind.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

let database: TestDatabase;
let courseId = 0;
let campusId = 0;
const guildId = '100000000000000001';
const by: Change = { guildId, actorId: '100000000000000002', now: monday };
const colleague: Change = { ...by, actorId: '100000000000000003' };
const today = '2027-01-11';
const person = (number: number) => String(100_000_000_000_001_000n + BigInt(number));
const later = (milliseconds: number) => new Date(monday.getTime() + milliseconds);

beforeAll(async () => {
  database = await freshDatabase();
  courseId = (await addEntry(database.db, by, { kind: 'course', name: 'CDA' })).id;
  campusId = (await addEntry(database.db, by, { kind: 'campus', name: 'Lille' })).id;
});
beforeEach(() =>
  database.pool.query(
    'TRUNCATE promo, promo_plan, roster_try, member, consent, identification_request, graphile_worker._private_jobs CASCADE',
  ),
);
afterAll(() => database.close());

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );

async function perform(deed: Parameters<typeof savePlan>[2]) {
  const planId = await savePlan(database.db, by, deed);
  return (await confirmPlan(database.db, by, { planId, today })).promo;
}
const create = (name = 'CDA Lille', start = '2027-01-04') =>
  perform({
    do: 'create',
    courseId,
    campusId,
    name,
    start,
    end: '2027-08-01',
    managerId: by.actorId,
    trainerIds: [],
    remote: false,
    early: false,
  });

const line = (number: number, more: Partial<FileLine> = {}): FileLine => ({
  line: number + 1,
  lastName: 'Dupont',
  firstName: `Marie${'-a'.repeat(number % 7)}`,
  email: `m${number}@exemple.fr`,
  ...more,
});
const people = (count: number): ReadFile => ({
  lines: Array.from({ length: count }, (_, index) => line(index + 1)),
  invalid: [],
});

async function importing(promoId: number, file: ReadFile, change = by) {
  const { planId } = await previewImport(database.db, change, { promoId, file });
  if (planId === null) throw new Error('nothing to do');
  const confirmed = await confirmImport(database.db, change, planId);
  if (!confirmed.isApplied) throw new Error('it changed');
  return confirmed.applied;
}
const codeOf = async (promoId: number, number = 1) => {
  const { codes } = await importing(promoId, people(number));
  return codes[0]?.code ?? '';
};

const renew = async (promoId: number, change = by) =>
  renewCodes(database.db, change, { promoId, round: await codeRound(database.db, promoId) });

/** Somebody on the server who accepted the rules; identified under the name of the line of their number, unless another is said. */
async function arrive(number: number, more: { email?: string; kind?: Kind; firstName?: string; lastName?: string } = {}) {
  const userId = person(number);
  const { email, kind = 'learner', firstName = line(number).firstName, lastName = 'DUPONT' } = more;
  await database.db.member.create({
    data: {
      guildId,
      userId,
      username: `u${number}`,
      displayName: `u${number}`,
      joinedAt: monday,
      ...(email !== undefined && {
        kind,
        firstName,
        lastName,
        email,
        identifiedAt: monday,
        identifiedBy: by.actorId,
      }),
    },
  });
  await database.db.consent.create({ data: { guildId, userId, version: noticeVersion, acceptedAt: monday } });
  return userId;
}
const type = (userId: string, typed: string, now = monday) =>
  enterByCode(database.db, { guildId, userId, isPresent: true, typed, locale: 'fr', now });
const member = (userId: string) => database.db.member.findUniqueOrThrow({ where: { guildId_userId: { guildId, userId } } });
const inside = async (promoId: number) =>
  (await database.db.promoMember.findMany({ where: { promoId, leftAt: null }, select: { userId: true } })).map(
    (one) => one.userId,
  );
/** What the audit log says was done to a person, and by whom. */
async function tracesOf(action: string, userId: string) {
  const { rows } = await database.pool.query<{ actor: string; subject: string; after: unknown }>(
    `SELECT actor.user_id AS actor, entry.subject, entry.after FROM audit_entry AS entry
     JOIN pseudonym AS actor ON actor.ref = entry.actor_ref JOIN pseudonym AS target ON target.ref = entry.target_ref
     WHERE entry.action = $1 AND target.user_id = $2 ORDER BY entry.id DESC LIMIT 1`,
    [action, userId],
  );
  return rows;
}
const linesIn = (promoId: number) => database.db.rosterLine.findMany({ where: { promoId }, orderBy: { id: 'asc' } });

describe('an import', () => {
  test('writes nothing before it is confirmed, then does what was shown, once', async () => {
    const { id } = await create();
    const preview = await previewImport(database.db, by, { promoId: id, file: people(3) });
    expect(preview.difference).toMatchObject({ added: [{ line: 2 }, { line: 3 }, { line: 4 }], coded: { length: 3 } });
    expect(await linesIn(id)).toEqual([]);
    const planId = preview.planId ?? 0;
    expect(await confirmImport(database.db, by, planId)).toMatchObject({
      isApplied: true,
      applied: { codes: { length: 3 }, expected: 3 },
    });
    expect(await linesIn(id)).toMatchObject([{ addedBy: by.actorId, claimedBy: null }, {}, {}]);
    expect(await refused(confirmImport(database.db, by, planId))).toBe('rosters.plan_gone');
  });

  test('again is 0 changes', async () => {
    const { id } = await create();
    await arrive(1, { email: 'M1@exemple.fr' });
    await importing(id, people(5));
    const again = await previewImport(database.db, by, { promoId: id, file: people(5) });
    expect(again).toMatchObject({ planId: null, difference: { unchanged: 5 }, expected: 4 });
    expect(await database.db.rosterPlan.count()).toBe(0);
  });

  test('adds, corrects and removes, and keeps the codes of the others', async () => {
    const { id } = await create();
    await importing(id, people(3));
    const before = await linesIn(id);
    const file = { lines: [line(1), line(2, { lastName: 'Durand' }), line(4)], invalid: [] };
    const { codes } = await importing(id, file);
    expect(codes).toMatchObject([{ email: 'm4@exemple.fr' }]);
    const now = await linesIn(id);
    expect(now.map(({ email, lastName }) => `${email} ${lastName}`)).toEqual([
      'm1@exemple.fr Dupont',
      'm2@exemple.fr Durand',
      'm4@exemple.fr Dupont',
    ]);
    expect(now.slice(0, 2).map(({ codeHash }) => codeHash)).toEqual(before.slice(0, 2).map(({ codeHash }) => codeHash));
  });

  test('lets those in who are on the server, whatever the case of their address, and gives them no code', async () => {
    const { id } = await create();
    const other = await create('DWWM Lille');
    const here = await arrive(1, { email: 'M1@exemple.fr' });
    const alumna = await arrive(2, { email: 'm2@exemple.fr', kind: 'alumni' });
    const busy = await arrive(3, { email: 'm3@exemple.fr' });
    await arrive(4, { email: 'm4@exemple.fr', kind: 'trainer' });
    const member5 = await arrive(5, { email: 'm5@exemple.fr' });
    await addMember(database.db, by, { promoId: other.id, userId: busy, part: 'learner', isSecond: false });
    await addMember(database.db, by, { promoId: id, userId: member5, part: 'learner', isSecond: false });
    const { difference, codes, expected } = await importing(id, people(6));
    expect(difference.held).toMatchObject([
      { email: 'm3@exemple.fr', obstacle: { why: 'elsewhere', promo: 'DWWM Lille' } },
      { email: 'm4@exemple.fr', obstacle: { why: 'kind', kind: 'trainer' } },
    ]);
    expect(codes).toMatchObject([{ email: 'm6@exemple.fr' }]);
    expect((await inside(id)).sort()).toEqual([here, alumna, member5].sort());
    expect((await member(alumna)).kind).toBe('learner');
    expect(expected).toBe(3);
    const tasks = (await waitingTasks(database)).filter(({ name }) => name === 'promos.roles');
    expect(tasks.map(({ payload }) => payload.userId)).toEqual(expect.arrayContaining([here, alumna]));
  });

  test('never throws out who has come', async () => {
    const { id } = await create();
    const here = await arrive(1, { email: 'm1@exemple.fr' });
    await importing(id, people(2));
    const { difference } = await importing(id, { lines: [line(2)], invalid: [] });
    expect(difference.removed).toMatchObject([{ claimedBy: here, isIn: true }]);
    expect(await inside(id)).toEqual([here]);
    expect(await linesIn(id)).toHaveLength(1);
  });

  test('that is no longer what was shown is shown again', async () => {
    const { id } = await create();
    const shown = await previewImport(database.db, by, { promoId: id, file: people(2) });
    await importing(id, people(1), colleague);
    const confirmed = await confirmImport(database.db, by, shown.planId ?? 0);
    expect(confirmed).toMatchObject({ isApplied: false, preview: { difference: { added: [{ line: 3 }], unchanged: 1 } } });
    expect(await linesIn(id)).toHaveLength(1);
    const again = confirmed.isApplied ? null : confirmed.preview.planId;
    expect(await confirmImport(database.db, by, again ?? 0)).toMatchObject({ isApplied: true });
    expect(await linesIn(id)).toHaveLength(2);
  });

  test('is confirmed by who was shown it, within the hour, while the promo is not over', async () => {
    const { id } = await create();
    const plan = async () => (await previewImport(database.db, by, { promoId: id, file: people(1) })).planId ?? 0;
    expect(await refused(confirmImport(database.db, colleague, await plan()))).toBe('rosters.plan_gone');
    expect(await refused(confirmImport(database.db, { ...by, guildId: '100000000000000009' }, await plan()))).toBe(
      'rosters.plan_gone',
    );
    expect(await refused(confirmImport(database.db, { ...by, now: later(61 * minute) }, await plan()))).toBe('rosters.plan_gone');
    const last = await plan();
    await perform({ do: 'cancel', promoId: id });
    expect(await refused(confirmImport(database.db, by, last))).toBe('promos.over');
    expect(await refused(previewImport(database.db, by, { promoId: id, file: people(1) }))).toBe('promos.over');
    expect(
      await refused(previewImport(database.db, { ...by, guildId: '100000000000000009' }, { promoId: id, file: people(1) })),
    ).toBe('promos.unknown');
  });

  test('confirmed twenty times at once is done once', async () => {
    const { id } = await create();
    const { planId } = await previewImport(database.db, by, { promoId: id, file: people(10) });
    const results = await Promise.all(Array.from({ length: 20 }, () => refused(confirmImport(database.db, by, planId ?? 0))));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    expect(new Set(results)).toEqual(new Set(['done', 'rosters.plan_gone']));
    expect(await linesIn(id)).toHaveLength(10);
  });

  test('by ten people at once leaves one line an address, and no deadlock with who adds the same people', async () => {
    const { id } = await create();
    const here = await Promise.all([1, 2, 3, 4].map((number) => arrive(number, { email: `m${number}@exemple.fr` })));
    const plans = await Promise.all(
      Array.from({ length: 6 }, (_, index) => {
        const change = { ...by, actorId: person(500 + index) };
        return previewImport(database.db, change, { promoId: id, file: people(8) }).then(({ planId }) => ({
          change,
          planId: planId ?? 0,
        }));
      }),
    );
    const results = await Promise.all([
      ...plans.map(({ change, planId }) => refused(confirmImport(database.db, change, planId))),
      ...here.map((userId) => refused(addMember(database.db, by, { promoId: id, userId, part: 'learner', isSecond: false }))),
    ]);
    expect(results.filter((result) => !['done', 'promos.already_in'].includes(result))).toEqual([]);
    expect((await inside(id)).sort()).toEqual([...here].sort());
    const emails = (await linesIn(id)).map(({ email }) => email);
    expect(emails).toEqual([...new Set(emails)]);
  });

  test('with the right address of somebody who is in keeps them in, without a code', async () => {
    const { id } = await create();
    const userId = await arrive(1, { email: 'm1@exemple.fr' });
    await importing(id, people(1));
    const { codes } = await importing(id, { lines: [line(1, { email: 'm1.bon@exemple.fr' })], invalid: [] });
    expect(codes).toEqual([]);
    expect(await linesIn(id)).toMatchObject([{ email: 'm1.bon@exemple.fr', claimedBy: userId }]);
  });

  test('leaves a trace without a name or an address', async () => {
    const { id } = await create();
    await importing(id, people(2));
    const [entry] = await database.db.auditEntry.findMany({ where: { action: 'rosters.import' }, orderBy: { id: 'desc' } });
    expect(entry).toMatchObject({ subject: `promo:${id}`, after: { added: 2, codes: 2 } });
    expect(JSON.stringify(entry?.after)).not.toMatch(/exemple|Dupont/);
  });

  test('of 1,000 lines, half of them on the server, is quick', async () => {
    const { id } = await create();
    await database.pool.query(
      `INSERT INTO member (guild_id, user_id, username, display_name, joined_at, kind, first_name, last_name, email, identified_at)
       SELECT $1, (200000000000000000 + n)::text, 'u' || n, 'u' || n, $2, 'learner', 'Marie' || repeat('-a', n % 7), 'Dupont', 'm' || n || '@exemple.fr', $2
       FROM generate_series(1, 500) AS n`,
      [guildId, monday],
    );
    const started = performance.now();
    const { codes, difference } = await importing(id, people(1_000));
    // The bench holds it to less, on a machine of its own.
    expect(performance.now() - started).toBeLessThan(3_000);
    expect([codes.length, difference.entering.length]).toEqual([500, 500]);
  });
});

describe('a code', () => {
  test('is kept as a hash only', async () => {
    const { id } = await create();
    const code = await codeOf(id);
    const { rows } = await database.pool.query<{ row: string }>('SELECT roster_line::text AS row FROM roster_line');
    expect(rows[0]?.row).not.toContain(code);
    expect(rows[0]?.row).not.toContain(code.replaceAll('-', ''));
  });

  test('says who a newcomer is, at once, in the name of who imported the list', async () => {
    const { id } = await create();
    const code = await codeOf(id);
    const userId = await arrive(1);
    const entered = await type(userId, code.toLowerCase());
    expect(entered).toMatchObject({
      isNew: true,
      promo: { name: 'CDA Lille' },
      standing: { identity: { kind: 'learner', email: 'm1@exemple.fr' } },
    });
    expect(await member(userId)).toMatchObject({ firstName: 'Marie-a', lastName: 'Dupont', identifiedBy: by.actorId });
    const [request, ...others] = await database.db.identificationRequest.findMany({ where: { userId } });
    expect(others).toEqual([]);
    expect(request).toMatchObject({ status: 'accepted', byCode: true, decidedBy: by.actorId, decidedAt: monday });
    expect(await inside(id)).toEqual([userId]);
    expect(await linesIn(id)).toMatchObject([{ claimedBy: userId, claimedAt: monday, codeHash: null }]);
    expect((await waitingTasks(database)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['promos.roles', 'onboarding.settle', 'onboarding.card']),
    );
  });

  test('decides the request that waits', async () => {
    const { id } = await create();
    const code = await codeOf(id);
    const userId = await arrive(1);
    const who = { guildId, userId, isPresent: true, locale: 'fr', now: monday } as const;
    await acceptNotice(database.db, { ...who, version: noticeVersion });
    await chooseKind(database.db, { ...who, kind: 'candidate' });
    await submitRequest(database.db, { ...who, firstName: 'Marie', lastName: 'Faute', email: 'faute@exemple.fr' });
    await type(userId, code);
    expect(await database.db.identificationRequest.findMany({ where: { userId } })).toMatchObject([
      { status: 'accepted', kind: 'learner', lastName: 'Dupont', email: 'm1@exemple.fr', byCode: true },
    ]);
  });

  test('and the staff’s click at the same instant accept a request once', async () => {
    const { id } = await create();
    const { codes } = await importing(id, people(10));
    for (const [index, { code }] of codes.entries()) {
      const userId = await arrive(100 + index);
      const who = { guildId, userId, isPresent: true, locale: 'fr', now: monday } as const;
      await acceptNotice(database.db, { ...who, version: noticeVersion });
      await chooseKind(database.db, { ...who, kind: 'learner' });
      await submitRequest(database.db, { ...who, firstName: 'Marie', lastName: 'Faute', email: `faute${index}@exemple.fr` });
      const [request] = await database.db.identificationRequest.findMany({ where: { userId } });
      const decision = { guildId, requestId: request?.id ?? 0, staffId: by.actorId, now: monday };
      const results = await Promise.all([
        refused(type(userId, code)),
        refused(acceptRequest(database.db, decision, request?.revision ?? 0)),
      ]);
      expect(results[0]).toBe('done');
      expect(['done', 'onboarding.already_decided']).toContain(results[1]);
      expect(await database.db.identificationRequest.count({ where: { userId } })).toBe(1);
      expect(await inside(id)).toContain(userId);
    }
  });

  test('brings somebody identified into the promo, as who they are', async () => {
    const { id } = await create();
    const code = await codeOf(id);
    const userId = await arrive(1, { email: 'autre@exemple.fr', kind: 'alumni', firstName: 'Zoë', lastName: 'Roux' });
    expect(await type(userId, code)).toMatchObject({ isNew: false });
    expect(await member(userId)).toMatchObject({ lastName: 'Roux', email: 'autre@exemple.fr', kind: 'learner' });
    expect(await inside(id)).toEqual([userId]);
    expect(await database.db.identificationRequest.count({ where: { userId } })).toBe(0);
  });

  test('serves one of fifty who type it at once', async () => {
    const { id } = await create();
    const code = await codeOf(id);
    const userIds = await Promise.all(Array.from({ length: 50 }, (_, index) => arrive(index + 1)));
    const results = await Promise.all(userIds.map((userId) => refused(type(userId, code))));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    expect(results.filter((result) => result === 'onboarding.wrong_code')).toHaveLength(49);
    const winner = userIds[results.indexOf('done')];
    expect(await inside(id)).toEqual([winner]);
    expect(await linesIn(id)).toMatchObject([{ claimedBy: winner }]);
    expect(await database.db.member.count({ where: { identifiedAt: { not: null } } })).toBe(1);
  });

  test.each<[string, (id: number) => Promise<string>]>([
    ['that never was', async () => '0000-0000-0000'],
    ['that is no code', async () => 'bonjour'],
    [
      'that has served',
      async (id) => {
        const code = await codeOf(id);
        await type(await arrive(7), code);
        return code;
      },
    ],
    [
      'that was replaced',
      async (id) => {
        const code = await codeOf(id);
        await renew(id);
        return code;
      },
    ],
    [
      'of somebody who was taken off the list',
      async (id) => {
        const code = await codeOf(id);
        await importing(id, { lines: [line(9)], invalid: [] });
        return code;
      },
    ],
    [
      'of a promo that is over',
      async (id) => {
        const code = await codeOf(id);
        await perform({ do: 'end', promoId: id });
        return code;
      },
    ],
  ])('%s is answered alike, and counted', async (_, prepare) => {
    const { id } = await create();
    const code = await prepare(id);
    const userId = await arrive(1);
    expect(await refused(type(userId, code))).toBe('onboarding.wrong_code');
    expect(await database.db.rosterTry.count({ where: { userId } })).toBe(1);
    expect((await member(userId)).identifiedAt).toBeNull();
  });

  test('of another server is none here', async () => {
    const { id } = await create();
    const code = await codeOf(id);
    const userId = await arrive(1);
    const elsewhere = '100000000000000009';
    await database.db.consent.create({ data: { guildId: elsewhere, userId, version: noticeVersion, acceptedAt: monday } });
    const typed = enterByCode(database.db, {
      guildId: elsewhere,
      userId,
      isPresent: true,
      typed: code,
      locale: 'fr',
      now: monday,
    });
    expect(await refused(typed)).toBe('onboarding.wrong_code');
  });

  test('may be wrong five times an hour, also when ten are typed at once', async () => {
    const { id } = await create();
    const code = await codeOf(id);
    const userId = await arrive(1);
    const results = await Promise.all(Array.from({ length: 10 }, () => refused(type(userId, '0000-0000-0000'))));
    expect(results.filter((result) => result === 'onboarding.wrong_code')).toHaveLength(5);
    expect(results.filter((result) => result === 'onboarding.too_many_codes')).toHaveLength(5);
    expect(await refused(type(userId, code, later(hour - 1)))).toBe('onboarding.too_many_codes');
    // Others are not kept from theirs.
    expect(await refused(type(await arrive(2), '0000-0000-0000'))).toBe('onboarding.wrong_code');
    expect(await refused(type(userId, code, later(hour)))).toBe('done');
    expect(await database.db.rosterTry.count({ where: { userId } })).toBe(0);
  });

  test.each(['recruiter', 'staff', 'trainer'] as const)('of a learner is not for %s, and stays good', async (kind) => {
    const { id } = await create();
    const code = await codeOf(id);
    const userId = await arrive(5, { email: 'autre@exemple.fr', kind });
    expect(await refused(type(userId, code))).toBe('onboarding.code_kind');
    expect(await inside(id)).toEqual([]);
    expect(await database.db.rosterTry.count()).toBe(0);
    expect(await refused(type(await arrive(1), code))).toBe('done');
  });

  test('is for one person: who has their line takes no other, however many they type at once', async () => {
    const { id } = await create();
    const { codes } = await importing(id, people(6));
    const userId = await arrive(1);
    const results = await Promise.all(codes.map(({ code }) => refused(type(userId, code))));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    expect(results.filter((result) => result === 'onboarding.code_placed')).toHaveLength(5);
    const rest = codes.filter((_, index) => results[index] !== 'done');
    expect(await refused(type(await arrive(2), rest[0]?.code ?? ''))).toBe('done');
    await expect(
      database.pool.query('UPDATE roster_line SET claimed_by = $1, claimed_at = $2, code_hash = NULL WHERE claimed_by IS NULL', [
        userId,
        monday,
      ]),
    ).rejects.toThrow('roster_line_place');
  });

  test('accepts the request to join that promo, and leaves any other', async () => {
    const { id } = await create();
    const other = await create('DWWM Lille');
    const { codes } = await importing(id, people(2));
    const ask = async (number: number, promoId: number) => {
      const userId = await arrive(number, { email: `autre${number}@exemple.fr`, kind: 'alumni' });
      await askToJoin(database.db, { guildId, userId, isPresent: true, promoId, locale: 'fr', now: monday });
      await type(userId, codes[number - 1]?.code ?? '');
      return database.db.identificationRequest.findMany({ where: { userId } });
    };
    expect(await ask(1, id)).toMatchObject([
      { status: 'accepted', byCode: true, joinResult: 'joined', decidedBy: by.actorId, decidedAt: monday },
    ]);
    expect(await ask(2, other.id)).toMatchObject([{ status: 'pending', byCode: false, joinResult: null }]);
  });

  test('tells the promo as it is, which may be to come', async () => {
    const { id } = await create('CDA juin', '2027-06-01');
    expect(await type(await arrive(1), await codeOf(id))).toMatchObject({ promo: { hasBegun: false, hasSpace: false } });
  });

  test('of somebody who learns in another promo stays good', async () => {
    const { id } = await create();
    const other = await create('DWWM Lille');
    const code = await codeOf(id);
    const userId = await arrive(1, { email: 'autre@exemple.fr' });
    await addMember(database.db, by, { promoId: other.id, userId, part: 'learner', isSecond: false });
    expect(await refused(type(userId, code))).toBe('onboarding.code_elsewhere');
    expect(await database.db.rosterTry.count()).toBe(0);
    await removeMember(database.db, by, { promoId: other.id, userId });
    expect(await refused(type(userId, code))).toBe('done');
  });

  test('wants the rules accepted, and confirms nobody by themselves', async () => {
    const { id } = await create();
    const code = await codeOf(id);
    const userId = await arrive(1);
    await database.db.consent.deleteMany({ where: { userId } });
    expect(await refused(type(userId, code))).toBe('onboarding.consent_needed');
    await database.db.consent.create({ data: { guildId, userId: by.actorId, version: noticeVersion, acceptedAt: monday } });
    expect(await refused(type(by.actorId, code))).toBe('onboarding.own_request');
    expect(await linesIn(id)).toMatchObject([{ claimedBy: null }]);
  });

  test('still serves when who imported the list is forgotten', async () => {
    const { id } = await create();
    const code = await codeOf(id);
    await database.db.$transaction((tx) => eraseRosters(tx, guildId, by.actorId));
    const userId = await arrive(1);
    expect(await type(userId, code)).toMatchObject({ isNew: true });
    expect(await member(userId)).toMatchObject({ identifiedBy: null, lastName: 'Dupont' });
    // The trace names the person then.
    for (const action of ['onboarding.accept_code', 'promos.add_member'])
      expect(await tracesOf(action, userId)).toMatchObject([{ actor: userId }]);
  });
});

describe('new codes', () => {
  test('are made once of all who ask at the same time: no file is dead unseen', async () => {
    const { id } = await create();
    await importing(id, people(3));
    const round = await codeRound(database.db, id);
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        renewCodes(database.db, { ...by, actorId: person(600 + index) }, { promoId: id, round }),
      ),
    );
    const [given, ...others] = made.filter((one) => one !== null);
    expect(others).toEqual([]);
    expect(await refused(type(await arrive(1), given?.codes[0]?.code ?? ''))).toBe('done');
    // Somebody who arrives changes nothing for who holds the page.
    const held = await codeRound(database.db, id);
    expect(held).toBeGreaterThan(round);
    expect(await renewCodes(database.db, by, { promoId: id, round: held })).toMatchObject({ codes: [{}, {}] });
  });

  test('are for those who have not come', async () => {
    const { id } = await create();
    const { codes: first } = await importing(id, people(3));
    await type(await arrive(1), first[0]?.code ?? '');
    const { codes } = (await renew(id)) ?? { codes: [] };
    expect(codes).toHaveLength(2);
    expect(codes.map(({ code }) => code)).not.toEqual(expect.arrayContaining([first[1]?.code]));
    expect(await readExpected(database.db, { guildId, promoId: id, page: 9 })).toMatchObject({
      total: 2,
      arrived: 1,
      withCode: 2,
      page: 0,
    });
    expect(await refused(type(await arrive(2), codes[0]?.code ?? ''))).toBe('done');
  });

  test('are refused when nobody is expected, or the promo is over', async () => {
    const { id } = await create();
    expect(await refused(renew(id))).toBe('rosters.nobody_expected');
    await importing(id, people(1));
    expect(await refused(renew(id, { ...by, guildId: '100000000000000009' }))).toBe('promos.unknown');
    await perform({ do: 'end', promoId: id });
    expect(await refused(renew(id))).toBe('promos.over');
  });
});

describe('who comes without their code', () => {
  const meet = () => database.db.$transaction((tx) => meetExpected(tx, monday));

  test('enters by their address, once confirmed, and is expected no longer', async () => {
    const { id } = await create();
    await importing(id, people(2));
    const userId = await arrive(1, { email: 'M1@exemple.fr' });
    await arrive(2);
    await meet();
    expect(await inside(id)).toEqual([userId]);
    expect(await linesIn(id)).toMatchObject([{ claimedBy: userId, codeHash: null }, { claimedBy: null }]);
    await removeMember(database.db, by, { promoId: id, userId });
    await meet();
    expect(await inside(id)).toEqual([]);
  });

  test.each<[string, Parameters<typeof arrive>[1]]>([
    ['another name', { firstName: 'Zoë', lastName: 'Roux' }],
    ['another situation', { kind: 'candidate' }],
  ])('under the address of somebody else and %s stays out, and leaves them their code', async (_, stranger) => {
    const { id } = await create();
    const code = await codeOf(id);
    const userId = await arrive(1, { email: 'm1@exemple.fr', ...stranger });
    await meet();
    expect(await inside(id)).toEqual([]);
    expect(await readExpected(database.db, { guildId, promoId: id, page: 0 })).toMatchObject({
      people: [{ hasCode: true, lookalike: { userId } }],
    });
    const expected = await arrive(2);
    expect(await refused(type(expected, code))).toBe('done');
    expect(await inside(id)).toEqual([expected]);
  });

  test('is not brought back after staff took them out, nor from a promo where they learned meanwhile', async () => {
    const { id } = await create();
    const other = await create('DWWM Lille');
    await importing(id, people(2));
    const removed = await arrive(1, { email: 'm1@exemple.fr' });
    const busy = await arrive(2, { email: 'm2@exemple.fr' });
    await addMember(database.db, by, { promoId: id, userId: removed, part: 'learner', isSecond: false });
    await removeMember(database.db, by, { promoId: id, userId: removed });
    await addMember(database.db, by, { promoId: other.id, userId: busy, part: 'learner', isSecond: false });
    await meet();
    await perform({ do: 'end', promoId: other.id });
    await meet();
    expect(await inside(id)).toEqual([]);
    // Staff are shown it, and may want it.
    const { difference } = await importing(id, people(3));
    expect(difference.entering.map(({ userId }) => userId)).toEqual([removed, busy]);
    expect((await inside(id)).sort()).toEqual([removed, busy].sort());
  });

  test('enters with a trace, in the name of who expects them', async () => {
    const { id } = await create();
    await importing(id, people(3), colleague);
    const byAddress = await arrive(1, { email: 'm1@exemple.fr' });
    await meet();
    expect(await tracesOf('promos.add_member', byAddress)).toMatchObject([
      { actor: colleague.actorId, subject: `promo:${id}`, after: { part: 'learner', by: 'address' } },
    ]);
    const byList = await arrive(2, { email: 'm2@exemple.fr' });
    await importing(id, people(4));
    expect(await tracesOf('promos.add_member', byList)).toMatchObject([{ actor: by.actorId, after: { by: 'list' } }]);
  });

  test('is ticked off when staff added them, whoever they are', async () => {
    const { id } = await create();
    await importing(id, people(1));
    const userId = await arrive(1, { email: 'm1@exemple.fr', kind: 'trainer' });
    await meet();
    expect(await linesIn(id)).toMatchObject([{ claimedBy: null }]);
    await addMember(database.db, by, { promoId: id, userId, part: 'trainer', isSecond: false });
    await meet();
    expect(await linesIn(id)).toMatchObject([{ claimedBy: userId }]);
  });

  test('is ticked off under another name by staff who saw it, not before', async () => {
    const { id } = await create();
    await importing(id, people(1));
    const userId = await arrive(1, { email: 'm1@exemple.fr', firstName: 'Zoë', lastName: 'Roux' });
    await addMember(database.db, by, { promoId: id, userId, part: 'learner', isSecond: false });
    await meet();
    expect(await linesIn(id)).toMatchObject([{ claimedBy: null }]);
    const { difference } = await importing(id, people(1));
    expect(difference.present).toMatchObject([{ userId, confirmed: 'Zoë Roux' }]);
    expect(await linesIn(id)).toMatchObject([{ claimedBy: userId }]);
  });

  test('stays out who learns elsewhere, shares their address with another, or comes after the end', async () => {
    const { id } = await create();
    const other = await create('DWWM Lille');
    await importing(id, people(3));
    const busy = await arrive(1, { email: 'm1@exemple.fr' });
    await addMember(database.db, by, { promoId: other.id, userId: busy, part: 'learner', isSecond: false });
    await arrive(2, { email: 'm2@exemple.fr' });
    await arrive(22, { email: 'm2@exemple.fr' });
    await meet();
    expect(await inside(id)).toEqual([]);
    await perform({ do: 'end', promoId: id });
    await arrive(3, { email: 'm3@exemple.fr' });
    await meet();
    expect(await inside(id)).toEqual([]);
  });
});

describe('what is kept', () => {
  test('goes 30 days after the end; a file after an hour; a wrong code after an hour', async () => {
    const { id } = await create();
    await importing(id, people(1));
    await previewImport(database.db, by, { promoId: id, file: people(2) });
    await refused(type(await arrive(1), 'faux'));
    const sweep = (now: Date) => database.db.$transaction((tx) => forgetRosters(tx, now));
    const left = async () => [
      await database.db.rosterLine.count(),
      await database.db.rosterPlan.count(),
      await database.db.rosterTry.count(),
    ];
    await sweep(later(59 * minute));
    expect(await left()).toEqual([1, 1, 1]);
    await sweep(later(61 * minute));
    expect(await left()).toEqual([1, 0, 0]);
    await sweep(later(400 * day));
    expect(await left()).toEqual([1, 0, 0]);
    await perform({ do: 'end', promoId: id });
    await sweep(later(29 * day));
    expect(await left()).toEqual([1, 0, 0]);
    await sweep(later(31 * day));
    expect(await left()).toEqual([0, 0, 0]);
  });

  test('of a person is exported and erased, by their id and by their address', async () => {
    const { id } = await create();
    const mine = await arrive(1, { email: 'm1@exemple.fr' });
    await importing(id, people(2));
    await previewImport(database.db, by, { promoId: id, file: people(3) });
    const exported = JSON.stringify(await exportRosters(database.db, guildId, mine));
    expect(exported).toContain('m1@exemple.fr');
    expect(exported).not.toContain('m2@exemple.fr');
    expect(await exportRosters(database.db, guildId, by.actorId)).toMatchObject({
      lines: [],
      linesImported: 2,
      importsToConfirm: [{}],
    });
    await database.db.$transaction((tx) => eraseRosters(tx, guildId, mine));
    expect((await linesIn(id)).map(({ email }) => email)).toEqual(['m2@exemple.fr']);
    expect(await database.db.rosterPlan.count()).toBe(0);
  });
});
