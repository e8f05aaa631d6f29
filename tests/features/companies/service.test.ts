import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCard, promiseMissingCards, readQueue } from '../../../src/features/companies/service/card.ts';
import {
  companyOf,
  isVerified,
  recordResponses,
  recruitersOf,
  resolveCompany,
  suggestCompanies,
} from '../../../src/features/companies/service/company.ts';
import {
  acceptInvitation,
  declineInvitation,
  expireInvitations,
  invitationsOf,
  invite,
  withdrawInvitation,
} from '../../../src/features/companies/service/invitation.ts';
import { forgetFormer, lapse, recallLapse } from '../../../src/features/companies/service/life.ts';
import { bring, handOver, readPeople, removePerson } from '../../../src/features/companies/service/people.ts';
import { endForLeaving, endOfAbsent, leaveCompany } from '../../../src/features/companies/service/place.ts';
import { eraseCompanies, exportCompanies } from '../../../src/features/companies/service/privacy.ts';
import { editCompany, registerCompany } from '../../../src/features/companies/service/registration.ts';
import {
  answerStaff,
  approveCompany,
  askCompany,
  askRenewal,
  liftSuspension,
  refuseCompany,
  suspendCompany,
} from '../../../src/features/companies/service/review.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { facts, siretOf } from './stage.ts';

const guildId = '100000000000000001';
const staffId = '900000000000000001';
let database: TestDatabase;
let db: TestDatabase['db'];
let people = 0;
let sirets = 100;

beforeAll(async () => {
  const { migrateQueue } = await import('../../../src/infra/tasks.ts');
  database = await freshDatabase();
  db = database.db;
  await migrateQueue(database.pool);
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
  return () => database.close();
});
beforeEach(async () => {
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
});

/** Somebody on the server. */
async function someone(): Promise<string> {
  const userId = String(200000000000000000n + BigInt(++people));
  await db.member.create({ data: { guildId, userId, username: `u${people}`, displayName: `U ${people}`, joinedAt: monday } });
  return userId;
}

const register = async (typed: Partial<typeof facts> = {}, userId?: string, now = monday) => {
  const by = userId ?? (await someone());
  const { company } = await registerCompany(db, {
    guildId,
    userId: by,
    locale: 'fr',
    now,
    ...facts,
    siret: siretOf(++sirets),
    ...typed,
  });
  return { company, userId: by };
};
const decision = (companyId: number, now = monday) => ({ guildId, companyId, staffId, now });
const reread = (companyId: number) => db.company.findUniqueOrThrow({ where: { id: companyId } });
const approve = async (companyId: number, now = monday) =>
  approveCompany(db, decision(companyId, now), (await reread(companyId)).revision);
const verified = async (typed: Partial<typeof facts> = {}) => {
  const made = await register(typed);
  return { ...made, company: await approve(made.company.id) };
};
const acting = (companyId: number, actorId: string, isStaff = false) => ({ guildId, companyId, actorId, isStaff, now: monday });
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof UserError) return error.code;
      throw error;
    },
  );
const tasks = async () => (await waitingTasks(database)).map(({ name }) => name);
const kinds = async (companyId: number) =>
  (await db.companyEvent.findMany({ where: { companyId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind);
const joins = async (companyId: number, leadId: string) => {
  const userId = await someone();
  const { id } = await invite(db, acting(companyId, leadId), userId);
  await acceptInvitation(db, { guildId, userId, invitationId: id, locale: 'en', now: monday });
  return userId;
};

describe('registration', () => {
  test('a company, its first recruiter and its card, in one transaction', async () => {
    const { company, userId } = await register();
    expect(company).toMatchObject({
      state: 'pending',
      revision: 0,
      website: 'https://www.ateliers-du-nord.fr',
      createdBy: userId,
    });
    expect(await companyOf(db, { guildId, userId })).toMatchObject({ id: company.id });
    expect(await tasks()).toEqual(['companies.card']);
    expect(await kinds(company.id)).toEqual(['registered']);
  });

  test('all problems at once, and nothing is written', async () => {
    const userId = await someone();
    const typed = { ...facts, siret: '1', email: 'x', website: 'y' };
    expect(await codeOf(registerCompany(db, { guildId, userId, locale: 'fr', now: monday, ...typed }))).toBe(
      'companies.invalid_facts',
    );
    expect(await companyOf(db, { guildId, userId })).toBeNull();
  });

  test('50 people register one SIRET at once: one does, staff are told of the others', async () => {
    const siret = siretOf(++sirets);
    const all = await Promise.all(Array.from({ length: 50 }, () => someone()));
    const outcomes = await Promise.all(all.map((userId) => codeOf(register({ siret }, userId))));
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['ok', 'companies.siret_taken']));
    const [company, ...more] = await db.company.findMany({ where: { siret } });
    expect(more).toEqual([]);
    expect(await db.companyEvent.count({ where: { companyId: company?.id ?? 0, kind: 'duplicate' } })).toBe(49);
    expect((await tasks()).filter((name) => name === 'companies.note')).toHaveLength(49);
  });

  test('somebody who presses twenty times has one company', async () => {
    const userId = await someone();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => codeOf(register({}, userId))));
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['ok', 'companies.already_in']));
  });

  test('three a day by one person, and then a clear refusal', async () => {
    const userId = await someone();
    for (let time = 0; time < 3; time++) {
      const { company } = await verifiedBy(userId);
      await leaveCompany(db, { guildId, userId, companyId: company.id, now: monday });
    }
    expect(await codeOf(register({}, userId))).toBe('companies.too_many');
    const tomorrow = new Date(monday.getTime() + day + 1);
    expect(await codeOf(register({}, userId, tomorrow))).toBe('ok');
    expect(JSON.stringify(await exportCompanies(db, guildId, userId))).toContain(
      `"registrations":[{"at":"${monday.toISOString()}"}`,
    );
    await db.$transaction((tx) => forgetFormer(tx, tomorrow));
    expect(await db.companyRegistration.count({ where: { userId } })).toBe(1);
    // What is withdrawn, and so is no more, counts too.
    const another = await someone();
    for (let time = 0; time < 3; time++) {
      const { company } = await register({}, another);
      await leaveCompany(db, { guildId, userId: another, companyId: company.id, now: monday });
    }
    expect(await codeOf(register({}, another))).toBe('companies.too_many');
  });
  const verifiedBy = async (userId: string) => {
    const made = await register({}, userId);
    return { ...made, company: await approve(made.company.id) };
  };

  test('one that was refused is sent again by its people, and its SIRET is free for others meanwhile', async () => {
    const { company, userId } = await register();
    await refuseCompany(db, decision(company.id), 'Introuvable');
    const again = await register({ siret: company.siret, name: 'Autre nom' }, userId);
    expect(again.company).toMatchObject({ id: company.id, state: 'pending', name: 'Autre nom', reason: null });
    await refuseCompany(db, decision(company.id), 'Encore');
    const other = await register({ siret: company.siret });
    expect(other.company.id).not.toBe(company.id);
    expect(await codeOf(register({ siret: company.siret }, userId))).toBe('companies.siret_taken');
    const { wasRefused } = await getCard(db, { guildId, companyId: other.company.id });
    expect(wasRefused).toBe(true);
  });

  test('the SIRET of one that nobody answers for any more is free; whoever takes it inherits nothing and takes nothing away', async () => {
    const { company, userId } = await verified();
    const { id: companyId } = company;
    const offer = await db.offer.create({
      data: { guildId, companyId, authorId: userId, title: 'Menuiserie', createdAt: monday, submittedAt: monday },
    });
    await db.$transaction((tx) => recordResponses(tx, { guildId, companyId, hours: 2, count: 9 }));
    await leaveCompany(db, { guildId, userId, companyId, now: monday });
    const all = await Promise.all(Array.from({ length: 20 }, () => someone()));
    const outcomes = await Promise.all(all.map((one) => codeOf(register({ siret: company.siret, name: 'Reprise' }, one))));
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['ok', 'companies.siret_taken']));
    const newer = await db.company.findFirstOrThrow({ where: { siret: company.siret, replacedAt: null } });
    expect(newer).toMatchObject({
      state: 'pending',
      name: 'Reprise',
      verifiedUntil: null,
      responseHours: null,
      responseCount: 0,
    });
    expect(newer.id).not.toBe(companyId);
    expect(await reread(companyId)).toMatchObject({ name: facts.name, state: 'verified', replacedAt: monday });
    expect((await kinds(companyId)).slice(-2)).toEqual(['left', 'replaced']);
    expect(await getCard(db, { guildId, companyId: newer.id })).toMatchObject({ replaces: [facts.name] });
    const search = { guildId, typed: company.siret, now: monday, isStaff: false };
    expect(await codeOf(resolveCompany(db, search))).toBe('companies.unknown');
    expect((await resolveCompany(db, { ...search, isStaff: true })).id).toBe(newer.id);

    // Staff bring nobody back to it while another has its SIRET. That one is refused, or withdrawn, and the offer is still there.
    const back = () => codeOf(bring(db, { guildId, companyId, staffId, userId, locale: 'fr', now: monday }));
    expect(await back()).toBe('companies.siret_of_another');
    const stranger = all[outcomes.indexOf('ok')] ?? '';
    await leaveCompany(db, { guildId, userId: stranger, companyId: newer.id, now: monday });
    expect(await db.company.count({ where: { id: newer.id } })).toBe(0);
    expect(await db.offer.findUnique({ where: { id: offer.id } })).toMatchObject({ companyId });
    expect(await back()).toBe('ok');
    expect(await companyOf(db, { guildId, userId })).toMatchObject({ id: companyId, replacedAt: null, responseCount: 9 });
  });

  test('what was sent by a company keeps it: neither its last person nor time takes it away, while drafts go', async () => {
    const [sent, drafted] = [await register(), await register()];
    const made = { guildId, createdAt: monday };
    await db.offer.create({ data: { ...made, companyId: sent.company.id, submittedAt: monday } });
    await db.offer.create({ data: { ...made, companyId: drafted.company.id } });
    await refuseCompany(db, decision(sent.company.id), 'Non');
    await refuseCompany(db, decision(drafted.company.id), 'Non');
    await db.$transaction((tx) => forgetFormer(tx, new Date(monday.getTime() + 181 * day)));
    await leaveCompany(db, { guildId, userId: sent.userId, companyId: sent.company.id, now: monday });
    const left = await db.company.findMany({ where: { id: { in: [sent.company.id, drafted.company.id] } } });
    expect(left.map(({ id }) => id)).toEqual([sent.company.id]);
  });
});

describe('decisions', () => {
  test('50 staff verify at once: one does, for a year, with its trace', async () => {
    const { company } = await register();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => codeOf(approveCompany(db, decision(company.id), 0))));
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['ok', 'companies.already_decided']));
    const after = await reread(company.id);
    expect(after).toMatchObject({ state: 'verified', decidedBy: staffId, verifiedUntil: new Date(monday.getTime() + 365 * day) });
    expect([isVerified(after, monday), isVerified(after, new Date(monday.getTime() + 366 * day))]).toEqual([true, false]);
    expect(await db.auditEntry.count({ where: { subject: `company:${company.id}` } })).toBe(1);
    expect((await tasks()).sort()).toEqual([
      'companies.card',
      'companies.role',
      'companies.tell',
      'jobs.company_changed',
      'talents.company_changed',
    ]);
  });

  test('what changed since it was read is read again; a free address is not verified, nor one’s own company', async () => {
    const { company, userId } = await register({ email: 'patron@gmail.com' });
    expect(await codeOf(approve(company.id))).toBe('companies.free_mail');
    await editCompany(db, { guildId, userId, companyId: company.id, locale: 'fr', now: monday, ...facts, siret: company.siret });
    expect(await codeOf(approveCompany(db, decision(company.id), company.revision))).toBe('companies.changed');
    expect(await codeOf(approveCompany(db, { ...decision(company.id), staffId: userId }, 1))).toBe('companies.own');
    expect(await codeOf(approveCompany(db, { ...decision(company.id), guildId: '100000000000000002' }, 1))).toBe(
      'companies.unknown',
    );
    expect(await codeOf(approve(company.id))).toBe('ok');
  });

  test('a question, its answer, and the decision', async () => {
    const { company, userId } = await register();
    await askCompany(db, decision(company.id), 'Quel service ?');
    expect((await readQueue(db, { guildId, at: 9_999 })).card?.company.id).not.toBe(company.id);
    const own = { guildId, userId, companyId: company.id, locale: 'fr' as const, now: new Date(monday.getTime() + hour) };
    expect(await codeOf(answerStaff(db, { ...own, userId: await someone(), answer: 'x' }))).toBe('companies.unknown');
    const answered = await answerStaff(db, { ...own, answer: 'Les RH' });
    expect(answered).toMatchObject({ state: 'pending', question: 'Quel service ?', answer: 'Les RH', submittedAt: own.now });
    expect(await codeOf(answerStaff(db, { ...own, answer: 'Encore' }))).toBe('companies.nothing_asked');
    await approve(company.id);
    expect(await kinds(company.id)).toEqual(['registered', 'asked', 'answered', 'verified']);
  });

  test('harmless facts stand at once; who it is goes to staff, while it stays verified as it was', async () => {
    const { company, userId } = await verified();
    const edit = (typed: Partial<typeof facts>) =>
      editCompany(db, {
        guildId,
        userId,
        companyId: company.id,
        locale: 'fr',
        now: monday,
        ...facts,
        siret: company.siret,
        ...typed,
      });
    expect(await edit({})).toMatchObject({ outcome: 'unchanged' });
    expect(await edit({ about: 'Neuf.' })).toMatchObject({
      outcome: 'applied',
      company: { about: 'Neuf.', state: 'verified', review: null },
    });
    const proposed = await edit({ about: 'Mieux.', name: 'Ateliers du Sud' });
    expect(proposed).toMatchObject({
      outcome: 'proposed',
      risky: ['name'],
      company: { name: facts.name, about: 'Mieux.', state: 'verified', review: 'staff', proposal: { name: 'Ateliers du Sud' } },
    });
    // Taken back, nothing waits.
    expect(await edit({ about: 'Mieux.' })).toMatchObject({ company: { review: null, proposal: null } });
    await edit({ about: 'Mieux.', name: 'Ateliers du Sud' });
    await refuseCompany(db, decision(company.id), 'Non');
    expect(await reread(company.id)).toMatchObject({ name: facts.name, state: 'verified', review: null, proposal: null });
    await edit({ about: 'Mieux.', name: 'Ateliers du Sud' });
    await approve(company.id);
    expect(await reread(company.id)).toMatchObject({ name: 'Ateliers du Sud', review: null, proposal: null });
    const other = await verified();
    expect(await codeOf(edit({ about: 'Mieux.', name: 'Ateliers du Sud', siret: other.company.siret }))).toBe(
      'companies.siret_taken',
    );
  });

  test('two companies propose the same SIRET: staff are told of the other when they accept the second', async () => {
    const [one, two] = [await verified(), await verified()];
    const siret = siretOf(++sirets);
    for (const { company, userId } of [one, two])
      await editCompany(db, { guildId, userId, companyId: company.id, locale: 'fr', now: monday, ...facts, siret });
    expect(await codeOf(approve(one.company.id))).toBe('ok');
    expect(await codeOf(approve(two.company.id))).toBe('companies.siret_of_another');
  });

  test('a suspension hides its offers in the same transaction, is answered, and lifted as it was', async () => {
    const { company, userId } = await verified();
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await suspendCompany(db, decision(company.id), 'Plainte');
    expect(await reread(company.id)).toMatchObject({ state: 'suspended', reason: 'Plainte' });
    expect(await tasks()).toContain('jobs.company_changed');
    expect(await codeOf(suspendCompany(db, decision(company.id), 'Plainte'))).toBe('companies.not_suspendable');
    const own = { guildId, userId, companyId: company.id, locale: 'fr' as const, now: monday };
    expect(await codeOf(editCompany(db, { ...own, ...facts, siret: company.siret }))).toBe('companies.suspended');
    const answers = await Promise.all(Array.from({ length: 10 }, () => codeOf(answerStaff(db, { ...own, answer: 'Réglé' }))));
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['ok', 'companies.being_read']));
    expect(await codeOf(liftSuspension(db, decision(company.id), 0))).toBe('companies.changed');
    const { revision } = await reread(company.id);
    expect(await liftSuspension(db, decision(company.id), revision)).toMatchObject({
      state: 'verified',
      reason: null,
      review: null,
    });
    expect(await codeOf(liftSuspension(db, decision(company.id), revision))).toBe('companies.not_suspended');
    await suspendCompany(db, decision(company.id), 'Encore');
    const late = decision(company.id, new Date(monday.getTime() + 400 * day));
    expect(await liftSuspension(db, late, (await reread(company.id)).revision)).toMatchObject({ state: 'lapsed' });
  });

  test('a year later it lapses, after one reminder, and one click renews it', async () => {
    const { company, userId } = await verified();
    const at = (days: number) => new Date(monday.getTime() + days * day);
    const due = (days: number) =>
      db.$transaction(async (tx) => {
        await recallLapse(tx, at(days));
        await lapse(tx, at(days));
      });
    const own = { guildId, userId, companyId: company.id, locale: 'fr' as const };
    expect(await codeOf(askRenewal(db, { ...own, now: at(300) }))).toBe('companies.not_yet');
    await due(334);
    expect(await kinds(company.id)).toEqual(['registered', 'verified']);
    await due(336);
    await due(337);
    expect(await kinds(company.id)).toEqual(['registered', 'verified', 'expiring']);
    await due(366);
    expect(await reread(company.id)).toMatchObject({ state: 'lapsed', review: null });
    await askRenewal(db, { ...own, now: at(367) });
    await askRenewal(db, { ...own, now: at(367) });
    const since = company.verifiedSince;
    expect(await approve(company.id, at(368))).toMatchObject({ state: 'verified', verifiedUntil: at(733), review: null });
    expect((await reread(company.id)).verifiedSince).not.toEqual(since);
    expect((await kinds(company.id)).slice(-3)).toEqual(['lapsed', 'renewal_asked', 'renewed']);
  });
});

describe('people', () => {
  test('the lead invites; who is invited accepts, in one company at a time, however often they press', async () => {
    const { company, userId: leadId } = await verified();
    const guest = await someone();
    expect(await codeOf(invite(db, acting(company.id, await someone()), guest))).toBe('companies.unknown');
    expect(await codeOf(invite(db, acting(company.id, leadId), leadId))).toBe('companies.already_of_company');
    expect(await codeOf(invite(db, acting(company.id, leadId), '300000000000000001'))).toBe('companies.not_member');
    const { id } = await invite(db, acting(company.id, leadId), guest);
    expect(await codeOf(invite(db, acting(company.id, leadId), guest))).toBe('companies.already_invited');
    const other = await verified();
    const { id: second } = await invite(db, acting(other.company.id, other.userId), guest);
    const press = (invitationId: number) =>
      codeOf(acceptInvitation(db, { guildId, userId: guest, invitationId, locale: 'en', now: monday }));
    expect(await codeOf(acceptInvitation(db, { guildId, userId: leadId, invitationId: id, locale: 'en', now: monday }))).toBe(
      'companies.invitation_over',
    );
    const outcomes = await Promise.all([
      ...Array.from({ length: 10 }, () => press(id)),
      ...Array.from({ length: 10 }, () => press(second)),
    ]);
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await db.companyRecruiter.count({ where: { userId: guest, leftAt: null } })).toBe(1);
    // Who is not the lead invites nobody.
    const joined = await companyOf(db, { guildId, userId: guest });
    expect(await codeOf(invite(db, acting(joined?.id ?? 0, guest), await someone()))).toBe('companies.not_lead');
  });

  test('before staff verify a company nobody is written to for it; those who were asked are told once they did', async () => {
    const { company, userId: leadId } = await register();
    const guest = await someone();
    expect(await invite(db, acting(company.id, leadId), guest)).toMatchObject({ isTold: false });
    expect(await tasks()).not.toContain('companies.invite');
    expect(await invitationsOf(db, { guildId, userId: guest })).toHaveLength(1);
    await approve(company.id);
    expect((await tasks()).filter((name) => name === 'companies.invite')).toHaveLength(1);
    expect(await invite(db, acting(company.id, leadId), await someone())).toMatchObject({ isTold: true });
    expect((await tasks()).filter((name) => name === 'companies.invite')).toHaveLength(2);
    await suspendCompany(db, decision(company.id), 'Plainte');
    expect(await codeOf(invite(db, acting(company.id, leadId), await someone()))).toBe('companies.suspended');
  });

  test('an invitation is declined, withdrawn, or over after 14 days', async () => {
    const { company, userId: leadId } = await verified();
    const answer = { guildId, now: monday };
    const [a, b, c] = [await someone(), await someone(), await someone()];
    const first = await invite(db, acting(company.id, leadId), a);
    await declineInvitation(db, { ...answer, userId: a, invitationId: first.id });
    expect(await codeOf(declineInvitation(db, { ...answer, userId: a, invitationId: first.id }))).toBe(
      'companies.invitation_over',
    );
    expect(await codeOf(invite(db, acting(company.id, leadId), a))).toBe('companies.declined_recently');
    const second = await invite(db, acting(company.id, leadId), b);
    const { companyId: _, ...by } = acting(company.id, leadId);
    expect(await codeOf(withdrawInvitation(db, { ...by, actorId: b, invitationId: second.id }))).toBe('companies.unknown');
    await withdrawInvitation(db, { ...by, invitationId: second.id });
    const third = await invite(db, acting(company.id, leadId), c);
    await db.$transaction((tx) => expireInvitations(tx, new Date(monday.getTime() + 14 * day)));
    expect(await codeOf(acceptInvitation(db, { ...answer, userId: c, invitationId: third.id, locale: 'fr' }))).toBe(
      'companies.invitation_over',
    );
    const ends = await db.companyInvitation.findMany({ where: { companyId: company.id }, orderBy: { id: 'asc' } });
    expect(ends.map(({ endedAs }) => endedAs)).toEqual(['declined', 'withdrawn', 'expired']);
  });

  test('ten open at a time and twenty a day, and a company has twenty people', async () => {
    const { company, userId: leadId } = await verified();
    const ask = async () => codeOf(invite(db, acting(company.id, leadId), await someone()));
    const { companyId: _, ...by } = acting(company.id, leadId);
    for (let round = 0; round < 2; round++) {
      for (let time = 0; time < 10; time++) expect(await ask()).toBe('ok');
      expect(await ask()).toBe('companies.too_many_invitations');
      for (const { id } of await db.companyInvitation.findMany({ where: { companyId: company.id, endedAt: null } }))
        await withdrawInvitation(db, { ...by, invitationId: id });
    }
    expect(await ask()).toBe('companies.too_many_today');
    const bringIn = async () =>
      codeOf(bring(db, { guildId, companyId: company.id, staffId, userId: await someone(), locale: 'fr', now: monday }));
    for (let count = 1; count < 20; count++) expect(await bringIn()).toBe('ok');
    expect(await bringIn()).toBe('companies.too_many_people');
  });

  test('the lead is handed over, passes on by itself, and the last departure leaves the company without people', async () => {
    const { company, userId: first } = await verified();
    const second = await joins(company.id, first);
    const third = await joins(company.id, first);
    const leads = async () => (await recruitersOf(db, { guildId, companyId: company.id })).map(({ userId }) => userId);
    expect(await leads()).toEqual([first, second, third]);
    expect(await codeOf(handOver(db, acting(company.id, second), second))).toBe('companies.not_lead');
    await handOver(db, acting(company.id, first), third);
    expect(await leads()).toEqual([third, first, second]);
    await handOver(db, acting(company.id, third), first);
    await handOver(db, acting(company.id, first), third);
    await endForLeaving(db, { guildId, userId: third, now: monday });
    expect(await leads()).toEqual([first, second]);
    await removePerson(db, acting(company.id, first), second);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.member.updateMany({ where: { userId: first }, data: { leftAt: monday } });
    await db.$transaction((tx) => endOfAbsent(tx, monday));
    expect(await leads()).toEqual([]);
    expect(await reread(company.id)).toMatchObject({ state: 'verified' });
    expect((await tasks()).sort()).toEqual([
      'companies.card',
      'companies.role',
      'jobs.company_changed',
      'talents.company_changed',
    ]);
  });

  test('one that was never verified goes with its last person', async () => {
    const { company, userId } = await register();
    await db.company.update({
      where: { id: company.id },
      data: { cardChannelId: '1'.repeat(18), cardMessageId: '2'.repeat(18) },
    });
    await leaveCompany(db, { guildId, userId, companyId: company.id, now: monday });
    expect(await db.company.count({ where: { id: company.id } })).toBe(0);
    expect(await tasks()).toContain('companies.remove_card');
  });

  test('staff move somebody, leaving a trace; twenty clicks move them once', async () => {
    const from = await verified();
    const to = await verified();
    const moved = await joins(from.company.id, from.userId);
    const move = () =>
      codeOf(bring(db, { guildId, companyId: to.company.id, staffId, userId: moved, locale: 'fr', now: monday }));
    const outcomes = await Promise.all(Array.from({ length: 20 }, move));
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await companyOf(db, { guildId, userId: moved })).toMatchObject({ id: to.company.id });
    expect(await db.auditEntry.count({ where: { action: 'companies.bring', subject: `company:${to.company.id}` } })).toBe(1);
    const screen = await readPeople(db, acting(to.company.id, staffId, true));
    expect(screen).toMatchObject({ mayManage: true, recruiters: [{ userId: to.userId }, { userId: moved, locale: 'en' }] });
  });
});

test('a company is found by a part of its name without accents, or its SIRET: staff find all of them, others those that are verified', async () => {
  const { company } = await register({ name: 'Société Écléctique' });
  const seeing = { guildId, now: monday };
  const found = async (typed: string, isStaff: boolean) =>
    (await suggestCompanies(db, { ...seeing, typed, isStaff })).map(({ id }) => id);
  expect(await found('eclect', true)).toEqual([company.id]);
  expect(await found(company.siret.slice(4), true)).toEqual([company.id]);
  expect(await found('eclect', false)).toEqual([]);
  expect(await found('%', true)).toEqual([]);
  await approve(company.id);
  expect(await found('ECLECT', false)).toEqual([company.id]);
  for (const typed of ['societe eclectique', company.siret, String(company.id)])
    expect((await resolveCompany(db, { ...seeing, typed, isStaff: false })).id).toBe(company.id);
  expect(
    await codeOf(
      resolveCompany(db, { ...seeing, typed: company.name, isStaff: false, now: new Date(monday.getTime() + 366 * day) }),
    ),
  ).toBe('companies.unknown');
  await db.$transaction((tx) => recordResponses(tx, { guildId, companyId: company.id, hours: 30, count: 5 }));
  expect(await reread(company.id)).toMatchObject({ responseHours: 30, responseCount: 5 });
});

test('cards that are missing are promised once there is a channel', async () => {
  const { company } = await register();
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.channelBinding.create({ data: { guildId, key: 'hiring', channelId: '4'.repeat(18) } });
  await db.$transaction((tx) => promiseMissingCards(tx, guildId));
  expect((await waitingTasks(database)).map(({ payload }) => payload.companyId)).toContain(company.id);
});

test('who is erased is nowhere any more; their company stays, without their address', async () => {
  const { company, userId } = await verified();
  const colleague = await joins(company.id, userId);
  await askRenewalOf(company.id);
  await db.companyRecruiter.updateMany({ where: { userId }, data: { grantedRoleId: '5'.repeat(18), roleGiven: true } });
  const file = JSON.stringify(await exportCompanies(db, guildId, userId));
  expect(file).toContain(facts.email);
  expect(file).not.toContain(colleague);
  await db.$transaction((tx) => eraseCompanies(tx, guildId, userId, monday));
  for (const table of ['company', 'company_recruiter', 'company_event', 'company_invitation', 'company_registration']) {
    const { rows } = await database.pool.query(`SELECT 1 FROM ${table} AS one WHERE one::text LIKE $1`, [`%${userId}%`]);
    expect([table, rows]).toEqual([table, []]);
  }
  expect(await reread(company.id)).toMatchObject({ name: facts.name, email: '', createdBy: null });
  expect(await companyOf(db, { guildId, userId: colleague })).toMatchObject({ id: company.id });
  expect(await tasks()).toContain('companies.strip');
  expect(await codeOf(approve(company.id))).toBe('companies.free_mail');
});
const askRenewalOf = (id: number) => db.company.update({ where: { id }, data: { review: 'staff' } });

test('refused companies go after 180 days; of those without people for a year, what names somebody does', async () => {
  const [refused, former, living] = [await register(), await verified(), await verified()];
  await refuseCompany(db, decision(refused.company.id), 'Non');
  await leaveCompany(db, { guildId, userId: former.userId, companyId: former.company.id, now: monday });
  const after = (days: number) => db.$transaction((tx) => forgetFormer(tx, new Date(monday.getTime() + days * day)));
  await after(179);
  expect(await db.company.count({ where: { id: refused.company.id } })).toBe(1);
  await after(181);
  expect(await db.company.count({ where: { id: refused.company.id } })).toBe(0);
  await after(364);
  expect(await reread(former.company.id)).toMatchObject({ email: facts.email });
  await after(366);
  expect(await reread(former.company.id)).toMatchObject({ email: '', createdBy: null, name: facts.name });
  expect(await kinds(former.company.id)).toEqual([]);
  expect(await db.companyRecruiter.count({ where: { companyId: former.company.id } })).toBe(0);
  expect(await reread(living.company.id)).toMatchObject({ email: facts.email });
  expect(await kinds(living.company.id)).toEqual(['registered', 'verified']);
});
