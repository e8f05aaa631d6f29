import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultTemplate } from '../../../src/features/catalogue/rules/template.ts';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import { cardsADay, leastFit, leftAloneFor, mostTold, pageSize } from '../../../src/features/talents/rules/limit.ts';
import { ownCard } from '../../../src/features/talents/service/card.ts';
import {
  answerContact,
  askContact,
  blockCompany,
  closeContacts,
  listContacts,
  unblock,
  withdrawContact,
} from '../../../src/features/talents/service/contact.ts';
import { matchOffer } from '../../../src/features/talents/service/match.ts';
import { findMeeting } from '../../../src/features/talents/service/meeting.ts';
import {
  askToConfirm,
  confirmProfile,
  deleteProfile,
  findProfile,
  hideAbsent,
  openProfile,
  pauseProfile,
  recordReminded,
  saveAbility,
  saveSearch,
} from '../../../src/features/talents/service/profile.ts';
import { fitsAtAll, rarityAmong, scoreSql } from '../../../src/features/talents/service/rank.ts';
import { eraseTalent, exportTalent, forgetTalents } from '../../../src/features/talents/service/retention.ts';
import { fitOf } from '../../../src/kernel/fit.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCompany, anOffer, aRecruiter, factoryGuild as guildId, someone } from '../jobs/factory.ts';
import { arbitraryDemand, arbitraryWish } from './arbitrary.ts';
import { aTalent, searching, today } from './stage.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );
const later = (age: number) => new Date(monday.getTime() + age);
const tasks = async (name: string) => (await waitingTasks(database)).filter((task) => task.name === name);
const tx = <T>(work: (tx: Parameters<Parameters<typeof db.$transaction>[0]>[0]) => Promise<T>) => db.$transaction(work);

beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE guild, catalogue_entry, promo, company, member, talent_profile, talent_block, talent_search CASCADE',
  );
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
});

async function aTeam(overrides: Parameters<typeof aCompany>[1] = {}) {
  const company = await aCompany(db, overrides);
  const recruiterId = await aRecruiter(db, company);
  const offer = await anOffer(db, { companyId: company.id });
  return { company, offer, by: (now = monday) => ({ guildId, userId: recruiterId, now }), recruiterId };
}
const numberOf = async (recruiterId: string, userId: string) => {
  const { company } = await db.companyRecruiter.findFirstOrThrow({ where: { userId: recruiterId }, include: { company: true } });
  await searching(db, recruiterId);
  return (await db.talentSight.findFirstOrThrow({ where: { companyId: company.id, userId } })).id;
};
const message = 'Nous cherchons quelqu’un comme vous pour notre équipe.';

describe('one’s own profile', () => {
  const who = { guildId, userId: '330000000000000001', now: monday };
  const search = {
    contracts: ['cdi'],
    city: 'Lille',
    department: '59',
    mobility: 'department',
    remote: null,
    availableFrom: null,
  } as const;
  const ability = {
    skills: 'ReactJS, sql, Apiculture',
    level: 'junior',
    pitch: 'Des sites sobres.',
    links: 'github.com/lea',
  } as const;

  test('is nobody’s business before the person agreed to the text, and to that text', async () => {
    expect(await refused(saveAbility(db, { who, locale: 'fr' }, ability))).toBe('talents.no_profile');
    expect(await refused(openProfile(db, who, 1))).toBe('talents.no_profile');
    await saveSearch(db, { who, locale: 'fr' }, search);
    expect(await refused(openProfile(db, who, 1))).toBe('talents.incomplete');
    const saved = await saveAbility(db, { who, locale: 'en' }, ability);
    expect(saved).toMatchObject({
      isOpen: false,
      skills: ['react', 'sql', 'Apiculture'],
      skillKeys: ['react', 'sql', 'apiculture'],
      locale: 'en',
      consentVersion: null,
    });
    expect(await openProfile(db, who, 2)).toBe('stale');
    expect(await openProfile(db, who, 1)).toMatchObject({ isOpen: true, consentVersion: 1, consentedAt: monday });
    await expect(database.pool.query('UPDATE talent_profile SET consent_version = NULL, consented_at = NULL')).rejects.toThrow(
      'talent_profile_consent',
    );
    await expect(database.pool.query("UPDATE talent_profile SET skills = '{}'")).rejects.toThrow('talent_profile_whole');
    expect(await pauseProfile(db, who, 'own')).toBe(true);
    expect(await pauseProfile(db, who, 'own')).toBe(false);
    await deleteProfile(db, who);
    expect(await refused(deleteProfile(db, who))).toBe('talents.no_profile');
  });

  test('takes nothing that names its person: not in the words, nor among the skills', async () => {
    await db.member.create({
      data: { guildId, userId: who.userId, username: 'leadub', displayName: 'Léa du 59', joinedAt: monday },
    });
    await saveSearch(db, { who, locale: 'fr' }, search);
    const save = (change: Partial<Record<keyof typeof ability, string>>) =>
      refused(saveAbility(db, { who, locale: 'fr' }, { ...ability, ...change, level: 'junior' }));
    expect(await save({ pitch: 'Léa, 24 ans' })).toBe('talents.not_anonymous');
    expect(await save({ skills: 'sql, lea@example.fr' })).toBe('talents.not_anonymous');
    expect(await save({ skills: 'Node.js, .NET, ASP.NET, C#' })).toBe('done');
    expect(await save({ skills: ',' })).toBe('talents.no_skill');
    expect(await save({ skills: Array.from({ length: 16 }, (_, n) => `art ${n}`).join(',') })).toBe('talents.too_many_skills');
    expect(await save({ skills: 'x'.repeat(41) })).toBe('talents.skill_too_long');
    expect(await save({ links: 'bonjour' })).toBe('talents.bad_links');
    expect(await save({ links: 'a.fr b.fr c.fr d.fr' })).toBe('talents.too_many_links');
  });

  test('is asked about after six months and hidden three months after the question, unless confirmed', async () => {
    const [silent, active, late] = [await aTalent(db), await aTalent(db), await aTalent(db)];
    await tx((one) => askToConfirm(one, later(181 * day)));
    expect(await tasks('talents.remind')).toEqual([]);
    await tx((one) => askToConfirm(one, later(183 * day)));
    expect(await tasks('talents.remind')).toHaveLength(3);
    for (const userId of [silent, active]) await recordReminded(db, { guildId, userId }, later(183 * day));
    await confirmProfile(db, { guildId, userId: active, now: later(200 * day) });
    await tx((one) => askToConfirm(one, later(274 * day)));
    const open = async (userId: string) => (await findProfile(db, { guildId, userId }))?.isOpen;
    // Nobody is hidden for a silence after a question that did not reach them.
    expect([await open(silent), await open(active), await open(late)]).toEqual([false, true, true]);
    expect((await tasks('talents.hidden')).map(({ payload }) => payload.userId)).toEqual([silent]);
  });

  test('is hidden when its person left the server', async () => {
    const userId = await aTalent(db);
    await db.member.create({ data: { guildId, userId, username: 'a', displayName: 'A', joinedAt: monday, leftAt: monday } });
    await tx((one) => hideAbsent(one, later(day)));
    expect(await findProfile(db, { guildId, userId })).toMatchObject({ isOpen: false, pausedAs: 'left' });
  });
});

describe('the card', () => {
  test('has nothing of the person, and a number that only one company knows', async () => {
    const userId = await aTalent(db, { links: ['https://github.com/lea'], city: 'Wannehain' });
    const [one, other] = [await aTeam(), await aTeam()];
    const seen = [
      await searching(db, one.recruiterId),
      await searching(db, other.recruiterId),
      await searching(db, one.recruiterId),
    ];
    const [a, b, again] = seen.map(({ shown }) => shown[0]?.number ?? 0);
    expect(a).not.toBe(b);
    expect(again).toBe(a);
    const json = JSON.stringify(seen);
    for (const secret of [userId, 'github', 'Wannehain']) expect(json).not.toContain(secret);
    // What another company was given opens nothing.
    expect(await refused(askContact(db, one.by(), { number: b ?? 0, offerId: one.offer.id, message, locale: 'fr' }))).toBe(
      'talents.unknown_profile',
    );
  });

  test('says course and campus when five visible profiles share both, and not for four', async () => {
    const by = { guildId, actorId: '330000000000000009', now: monday };
    const [course, campus, elsewhere] = [
      await addEntry(db, by, { kind: 'course', name: 'CDA' }),
      await addEntry(db, by, { kind: 'campus', name: 'Lille' }),
      await addEntry(db, by, { kind: 'campus', name: 'Lens' }),
    ];
    const promoAt = (campusId: number, name: string, startsOn: string) =>
      db.promo.create({
        data: {
          guildId,
          courseId: course.id,
          campusId,
          name,
          startsOn: new Date(startsOn),
          endsOn: new Date('2027-06-01'),
          createdAt: monday,
          template: defaultTemplate,
        },
      });
    const lille = await promoAt(campus.id, 'CDA Lille 1', '2026-09-01');
    const lens = await promoAt(elsewhere.id, 'CDA Lens 1', '2026-12-01');
    const enter = (promoId: number, userId: string) =>
      db.promoMember.create({ data: { promoId, guildId, userId, part: 'learner', addedAt: monday } });
    const people = [];
    for (let n = 0; n < 5; n++) people.push(await aTalent(db));
    for (const userId of people.slice(0, 4)) await enter(lille.id, userId);
    const [first = '', , , , last = ''] = people;
    const studies = async (userId = first) => (await ownCard(db, { guildId, userId }))?.card.studies ?? null;
    expect(await studies()).toBeNull();
    await enter(lille.id, last);
    expect(await studies()).toEqual({ course: 'CDA', campus: 'Lille' });
    // One of them is in another place now, and another one is hidden: four again.
    await enter(lens.id, last);
    expect([await studies(), await studies(last)]).toEqual([null, null]);
    await db.promoMember.deleteMany({ where: { promoId: lens.id } });
    await pauseProfile(db, { guildId, userId: last, now: monday }, 'own');
    expect(await studies()).toBeNull();
  });
});

describe('searching', () => {
  test('is for people of a company that is verified at this moment', async () => {
    await aTalent(db);
    expect(await refused(searching(db, someone()))).toBe('talents.no_company');
    for (const state of ['pending', 'asked', 'lapsed', 'refused', 'suspended'] as const) {
      const { recruiterId } = await aTeam({ state, reason: 'x' });
      expect(await refused(searching(db, recruiterId))).toBe('talents.not_verified');
    }
    const { recruiterId, company } = await aTeam({ verifiedUntil: later(day) });
    expect((await searching(db, recruiterId)).total).toBe(1);
    expect(await refused(searching(db, recruiterId, {}, { now: later(day) }))).toBe('talents.not_verified');
    await db.companyRecruiter.updateMany({ where: { companyId: company.id }, data: { leftAt: monday } });
    expect(await refused(searching(db, recruiterId))).toBe('talents.no_company');
  });

  test('filters by skills and words, contract, where work would be, remote, level', async () => {
    const { recruiterId, company } = await aTeam();
    const lea = await aTalent(db, { skills: ['react', 'project-management'], pitch: 'Élevage d’abeilles connecté' });
    const ali = await aTalent(db, {
      skills: ['php'],
      contracts: ['internship'],
      city: 'Lens',
      department: '62',
      mobility: 'region',
      level: 'senior',
      remote: 'full',
    });
    const zoe = await aTalent(db, { skills: ['php', 'react', 'javascript'], city: 'Roubaix', mobility: 'city', remote: 'none' });
    await aTalent(db, { isOpen: false });
    await aTalent(db, { guildId: '110000000000000002' });
    const found = async (filters: Parameters<typeof searching>[2]) => {
      const { shown, total } = await searching(db, recruiterId, filters);
      expect(total).toBe(shown.length);
      const sights = await db.talentSight.findMany({ where: { companyId: company.id } });
      return shown.map(({ number }) => sights.find(({ id }) => id === number)?.userId).sort();
    };
    const sorted = (...ids: string[]) => ids.sort();
    expect(await found({})).toEqual(sorted(lea, ali, zoe));
    expect(await found({ text: 'reactjs' })).toEqual(sorted(lea, zoe));
    expect(await found({ text: 'php react' })).toEqual([zoe]);
    expect(await found({ text: 'java' })).toEqual([]);
    expect(await found({ text: 'abeil connect' })).toEqual([lea]);
    expect(await found({ text: 'gestion de projet' })).toEqual([lea]);
    expect(await found({ text: 'ELEVAGE' })).toEqual([lea]);
    expect(await found({ text: "%_' OR 1=1 --" })).toEqual([]);
    expect(await found({ contract: 'internship' })).toEqual([ali]);
    expect(await found({ level: 'senior' })).toEqual([ali]);
    expect(await found({ remote: 'full' })).toEqual(sorted(lea, ali));
    expect(await found({ city: 'Roubaix', department: '59' })).toEqual(sorted(lea, ali, zoe));
    expect(await found({ city: 'Lille', department: '59' })).toEqual(sorted(lea, ali));
    expect(await found({ city: null, department: '69' })).toEqual([]);
  });

  test('ranks for an offer of theirs and says why; another’s is theirs only', async () => {
    const { recruiterId, offer } = await aTeam();
    const other = await aTeam();
    await aTalent(db, { skills: ['php'], contracts: ['cdd'] });
    await aTalent(db, { skills: ['javascript'] });
    await aTalent(db, { skills: ['sql', 'javascript'] });
    const { shown } = await searching(db, recruiterId, { offerId: offer.id });
    const scores = shown.map(({ fit }) => fit?.score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(0.95);
    expect(shown[2]?.fit?.obstacles).toEqual(['contract']);
    expect((await searching(db, recruiterId, { offerId: other.offer.id })).filters.offerId).toBeNull();
  });

  test('an order of chance is stable for a company, and another for the next', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => aTalent(db)));
    const order = async ({ recruiterId, company }: Awaited<ReturnType<typeof aTeam>>) => {
      const ids: string[] = [];
      for (let page = 0; page * pageSize < people.length; page++) {
        const { shown } = await searching(db, recruiterId, {}, { page });
        const sights = await db.talentSight.findMany({ where: { companyId: company.id } });
        ids.push(...shown.map(({ number }) => sights.find(({ id }) => id === number)?.userId ?? ''));
      }
      return ids;
    };
    const [one, other] = [await aTeam(), await aTeam()];
    const first = await order(one);
    expect([...first].sort()).toEqual([...people].sort());
    expect(await order(one)).toEqual(first);
    expect(await order(other)).not.toEqual(first);
  });

  test('a company discovers a hundred cards a day, also with twenty pages at once, and reads them again freely', async () => {
    const { recruiterId, company } = await aTeam();
    await Promise.all(Array.from({ length: cardsADay + 12 }, () => aTalent(db)));
    const pages = await Promise.all(
      Array.from({ length: 23 }, (_, page) =>
        searching(db, recruiterId, {}, { page }).catch((error: unknown) => error as UserError),
      ),
    );
    const seen = await db.talentSight.count({ where: { companyId: company.id } });
    expect(seen).toBe(cardsADay);
    expect(pages.some((page) => page instanceof UserError && page.code === 'talents.enough_today')).toBe(true);
    const known = pages.findIndex((page) => 'shown' in page && page.shown.length === pageSize);
    expect((await searching(db, recruiterId, {}, { page: known })).left).toBe(0);
    const closed = pages.findIndex((page) => page instanceof UserError);
    expect((await searching(db, recruiterId, {}, { page: closed, day: '2027-01-12' })).shown.length).toBeGreaterThan(0);
  });
});

test('the ranking in SQL is the fit of the rules, and keeps from nobody an offer that fits', async () => {
  const wishes = fc.sample(arbitraryWish, { numRuns: 150, seed: 11 }).map(({ profile }) => profile);
  const ids: string[] = [];
  for (const { skillKeys: skills, ...wish } of wishes)
    ids.push(
      await aTalent(db, { ...wish, contracts: [...wish.contracts], skills: [...skills], availableFrom: wish.availableFrom }),
    );
  const at = new Date(`${today}T00:00:00Z`);
  for (const { offer } of fc.sample(arbitraryDemand, { numRuns: 40, seed: 12 })) {
    const rarity = await rarityAmong(db, guildId, offer.skillKeys);
    const rows = await db.$queryRaw<{ userId: string; score: number; fits: boolean }[]>`
      SELECT user_id AS "userId", ${scoreSql(offer, { rarity, today: at })} AS score, ${fitsAtAll(offer, leastFit)} AS fits
      FROM talent_profile AS profile WHERE guild_id = ${guildId}`;
    const byId = new Map(rows.map((row) => [row.userId, row]));
    for (const [index, wish] of wishes.entries()) {
      const fit = fitOf(wish, offer, { rarity, today: at });
      const row = byId.get(ids[index] ?? '');
      expect(row?.score).toBeCloseTo(fit.score, 9);
      if (fit.obstacles.length > 0) expect(row?.fits).toBe(false);
      else if (fit.score >= leastFit) expect(row?.fits).toBe(true);
    }
  }
});

describe('a company asks somebody', () => {
  test('five questions wait at most, also with fifty at once', async () => {
    const { recruiterId, by, offer, company } = await aTeam();
    const people = await Promise.all(Array.from({ length: 10 }, () => aTalent(db)));
    for (const page of [0, 1]) await searching(db, recruiterId, {}, { page });
    const known = (await db.talentSight.findMany({ where: { companyId: company.id } })).map(({ id }) => id);
    expect(known).toHaveLength(people.length);
    const ask = (number: number) => refused(askContact(db, by(), { number, offerId: offer.id, message, locale: 'fr' }));
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, n) => ask(known[n % 10] ?? 0)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(5);
    expect(new Set(outcomes)).toEqual(new Set(['done', 'talents.already_asked', 'talents.too_many_contacts']));
    expect(await db.talentContact.count({ where: { companyId: company.id, state: 'asked' } })).toBe(5);
    expect(await tasks('talents.ask')).toHaveLength(5);
    // The database keeps it even from who forgets to ask it.
    await expect(
      database.pool.query(
        "INSERT INTO talent_contact (guild_id, company_id, user_id, number, slot, message, asked_at, closes_at) SELECT guild_id, company_id, '1', 1, slot, '', asked_at, closes_at FROM talent_contact LIMIT 1",
      ),
    ).rejects.toThrow('talent_contact_slot');
    expect(await db.auditEntry.findFirst({ where: { action: 'talents.contact' } })).toMatchObject({
      after: { companyId: company.id, offerId: offer.id },
    });
    const { contacts, open } = await listContacts(db, by(), 0);
    expect(open).toBe(5);
    await withdrawContact(db, by(), contacts[0]?.id ?? 0);
    expect(await refused(withdrawContact(db, by(), contacts[0]?.id ?? 0))).toBe('talents.not_waiting');
    expect(await refused(withdrawContact(db, (await aTeam()).by(), contacts[1]?.id ?? 0))).toBe('talents.unknown_contact');
  });

  test('about a published offer of its own, somebody who is visible to it', async () => {
    const team = await aTeam();
    const { by, recruiterId, offer, company } = team;
    const userId = await aTalent(db);
    const number = await numberOf(recruiterId, userId);
    const ask = (change: object = {}) =>
      refused(askContact(db, by(), { number, offerId: offer.id, message, locale: 'fr', ...change }));
    expect(await ask({ offerId: (await aTeam()).offer.id })).toBe('talents.unknown_offer');
    expect(await ask({ offerId: (await anOffer(db, { companyId: company.id, state: 'draft' })).id })).toBe(
      'talents.unknown_offer',
    );
    expect(await ask({ number: 99_999_999 })).toBe('talents.unknown_profile');
    await pauseProfile(db, { guildId, userId, now: monday }, 'own');
    expect(await ask()).toBe('talents.not_available');
  });

  test('a no, a silence, a block and a pause all read the same, and the person is left alone for six months', async () => {
    const { by, recruiterId, offer, company } = await aTeam();
    const [no, silent, blocker] = [await aTalent(db), await aTalent(db), await aTalent(db)];
    const ask = async (userId: string, now = monday) =>
      refused(askContact(db, by(now), { number: await numberOf(recruiterId, userId), offerId: offer.id, message, locale: 'fr' }));
    for (const userId of [no, silent, blocker]) expect(await ask(userId)).toBe('done');
    const contactOf = async (userId: string) => (await db.talentContact.findFirstOrThrow({ where: { userId } })).id;
    const as = (userId: string, now = monday) => ({ guildId, userId, now });
    expect(await refused(answerContact(db, as(silent), { contactId: await contactOf(no), answer: 'accepted' }))).toBe(
      'talents.unknown_contact',
    );
    expect(
      await refused(
        answerContact(db, { ...as(no), guildId: '110000000000000002' }, { contactId: await contactOf(no), answer: 'accepted' }),
      ),
    ).toBe('talents.unknown_contact');
    await answerContact(db, as(no), { contactId: await contactOf(no), answer: 'declined' });
    await blockCompany(db, as(blocker), await contactOf(blocker));
    expect((await searching(db, recruiterId)).total).toBe(2);
    await tx((one) => closeContacts(one, later(6 * day)));
    expect(await db.talentContact.count({ where: { state: 'asked' } })).toBe(1);
    await tx((one) => closeContacts(one, later(7 * day)));
    expect(
      await refused(answerContact(db, as(silent, later(8 * day)), { contactId: await contactOf(silent), answer: 'accepted' })),
    ).toBe('talents.not_waiting');
    expect(await tasks('talents.answered')).toHaveLength(3);
    const sights = await db.talentSight.findMany({ where: { companyId: company.id } });
    const again = async (userId: string, now: Date) =>
      refused(
        askContact(db, by(now), {
          number: sights.find((one) => one.userId === userId)?.id ?? 0,
          offerId: offer.id,
          message,
          locale: 'fr',
        }),
      );
    for (const userId of [no, silent, blocker]) expect(await again(userId, later(30 * day))).toBe('talents.not_available');
    const { shown } = await searching(db, recruiterId, {}, { now: later(30 * day) });
    expect(shown.map(({ standing }) => standing)).toEqual(['unavailable', 'unavailable']);
    expect(await again(no, later(leftAloneFor + day))).toBe('done');
    expect(await again(blocker, later(leftAloneFor + day))).toBe('talents.not_available');
    await unblock(db, as(blocker), [company.id]);
    expect(await again(blocker, later(leftAloneFor + day))).toBe('done');
  });

  test('one answer counts, with fifty at once, and a company that is no longer verified learns nothing', async () => {
    const { by, recruiterId, offer, company } = await aTeam();
    const [userId, other] = [await aTalent(db), await aTalent(db)];
    for (const person of [userId, other])
      await askContact(db, by(), { number: await numberOf(recruiterId, person), offerId: offer.id, message, locale: 'fr' });
    const [first, second] = await db.talentContact.findMany({ orderBy: { id: 'asc' } });
    const contactId = first?.id ?? 0;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        refused(answerContact(db, { guildId, userId, now: monday }, { contactId, answer: n % 2 ? 'accepted' : 'declined' })),
      ),
    );
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect((await tasks('talents.open')).length + (await tasks('talents.answered')).length).toBe(1);
    await db.company.update({ where: { id: company.id }, data: { state: 'suspended', reason: 'x' } });
    const late = await answerContact(
      db,
      { guildId, userId: other, now: monday },
      { contactId: second?.id ?? 0, answer: 'accepted' },
    );
    expect(late.state).toBe('gone');
    expect(await findMeeting(db, { guildId, contactId: second?.id ?? 0 })).toBeNull();
  });

  test('whoever accepted meets who asked, or the others of the company when that one has left', async () => {
    const { by, recruiterId, offer, company } = await aTeam();
    const userId = await aTalent(db, { links: ['https://github.com/lea'] });
    await db.member.create({ data: { guildId, userId, username: 'lea', displayName: 'Léa', joinedAt: monday } });
    await askContact(db, by(), { number: await numberOf(recruiterId, userId), offerId: offer.id, message, locale: 'fr' });
    const { id: contactId } = await db.talentContact.findFirstOrThrow();
    await answerContact(db, { guildId, userId, now: monday }, { contactId, answer: 'accepted' });
    const colleague = await aRecruiter(db, company);
    expect(await findMeeting(db, { guildId, contactId })).toMatchObject({
      recruiterIds: [recruiterId],
      person: { name: 'Léa', links: ['https://github.com/lea'] },
    });
    expect(
      await refused(
        askContact(db, by(), { number: await numberOf(recruiterId, userId), offerId: offer.id, message, locale: 'fr' }),
      ),
    ).toBe('talents.already_talking');
    await db.companyRecruiter.updateMany({ where: { userId: recruiterId }, data: { leftAt: monday } });
    expect((await findMeeting(db, { guildId, contactId }))?.recruiterIds).toEqual([colleague]);
  });
});

describe('a published offer', () => {
  const match = (offerId: number, day = today) => matchOffer(db, { guildId, offerId, today: day, now: monday });

  test('is told to the best of those who fit, each once a day, whoever runs it how often', async () => {
    const { company, offer } = await aTeam();
    const perfect = await aTalent(db);
    await aTalent(db, { tellsOffers: false });
    await aTalent(db, { isOpen: false });
    await aTalent(db, { skills: ['php'] });
    await aTalent(db, { contracts: ['internship'] });
    await aTalent(db, { city: 'Lyon', department: '69' });
    const blocker = await aTalent(db);
    await db.talentBlock.create({ data: { guildId, userId: blocker, companyId: company.id, at: monday } });
    const counts = await Promise.all(Array.from({ length: 10 }, () => match(offer.id)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect((await db.talentNotice.findMany()).map(({ userId }) => userId)).toEqual([perfect]);
    const next = [await anOffer(db, { companyId: company.id }), await anOffer(db), await anOffer(db)];
    const others = await Promise.all(next.map(({ id }) => match(id)));
    // The one who blocked the company hears of one of the two others today; nobody hears of two.
    expect(others.reduce((sum, count) => sum + count)).toBe(1);
    expect(await match((await anOffer(db)).id, '2027-01-12')).toBe(2);
    expect(await tasks('talents.notice')).toHaveLength(4);
    expect(await match((await anOffer(db, { state: 'draft' })).id)).toBe(0);
  });

  test('is told to twenty-five at most, the best', async () => {
    await Promise.all(
      Array.from({ length: mostTold + 10 }, (_, n) =>
        aTalent(db, { skills: n < mostTold ? ['javascript', 'sql'] : ['javascript'] }),
      ),
    );
    const offer = await anOffer(db);
    expect(await match(offer.id)).toBe(mostTold);
    const told = await db.talentNotice.findMany({ select: { userId: true } });
    const skills = await db.talentProfile.findMany({ where: { userId: { in: told.map(({ userId }) => userId) } } });
    expect(skills.every((profile) => profile.skills.length === 2)).toBe(true);
  });
});

describe('what is kept of somebody', () => {
  test('is theirs to read, without the other side, and goes with all that it left on Discord', async () => {
    const { by, recruiterId, offer } = await aTeam();
    const userId = await aTalent(db);
    await askContact(db, by(), { number: await numberOf(recruiterId, userId), offerId: offer.id, message, locale: 'fr' });
    const { id: contactId } = await db.talentContact.findFirstOrThrow();
    const [own, theirs] = [
      JSON.stringify(await exportTalent(db, guildId, userId)),
      JSON.stringify(await exportTalent(db, guildId, recruiterId)),
    ];
    expect(own).toContain(message);
    expect(own).not.toContain(recruiterId);
    expect(theirs).toContain(message);
    expect(theirs).not.toContain(userId);
    await answerContact(db, { guildId, userId, now: monday }, { contactId, answer: 'accepted' });
    await db.talentContact.update({ where: { id: contactId }, data: { begunAt: monday, threadId: '440000000000000001' } });
    await tx((one) => eraseTalent(one, guildId, recruiterId));
    expect(await db.talentContact.findFirstOrThrow()).toMatchObject({ askedBy: null, message: '' });
    await tx((one) => eraseTalent(one, guildId, userId));
    expect(await db.talentContact.count()).toBe(0);
    expect((await tasks('talents.clear')).map(({ payload }) => payload)).toEqual([
      { guildId, contactId, threadId: '440000000000000001' },
    ]);
  });

  test('is deleted once it has outlived its use; deleting a profile closes what waits', async () => {
    const { by, recruiterId, offer } = await aTeam();
    const [userId, gone] = [await aTalent(db), await aTalent(db)];
    await askContact(db, by(), { number: await numberOf(recruiterId, userId), offerId: offer.id, message, locale: 'fr' });
    await deleteProfile(db, { guildId, userId, now: monday });
    expect(await db.talentContact.findFirstOrThrow()).toMatchObject({ state: 'declined' });
    expect(await db.talentSight.count({ where: { userId } })).toBe(0);
    await db.talentProfile.updateMany({ where: { userId: gone }, data: { isOpen: false, pausedAs: 'left', updatedAt: monday } });
    await tx((one) => forgetTalents(one, later(29 * day)));
    expect(await db.talentProfile.count()).toBe(1);
    await tx((one) => forgetTalents(one, later(31 * day)));
    expect(await db.talentProfile.count()).toBe(0);
    await tx((one) => forgetTalents(one, later(366 * day)));
    expect(await db.talentContact.count()).toBe(0);
  });
});
