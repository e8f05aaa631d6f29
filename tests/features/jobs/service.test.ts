import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Company } from '../../../prisma/client/client.ts';
import { text as reviewText } from '../../../src/features/jobs/messages/review.ts';
import { emptyContent, type OfferContent } from '../../../src/features/jobs/rules/content.ts';
import { draftKeptFor, endedKeptFor, endOf, mostAwake, renewDates } from '../../../src/features/jobs/rules/life.ts';
import { beginDraft, saveForm } from '../../../src/features/jobs/service/draft.ts';
import {
  closeOwn,
  endAbandoned,
  expireOffers,
  remindAuthors,
  renewOwn,
  settleCompany,
} from '../../../src/features/jobs/service/end.ts';
import {
  countWaiting,
  findLate,
  proposeOffers,
  readMine,
  readQueue,
  recordLate,
} from '../../../src/features/jobs/service/list.ts';
import type { Deed } from '../../../src/features/jobs/service/offer.ts';
import { findCompared, maySleep } from '../../../src/features/jobs/service/post.ts';
import { reportOffer } from '../../../src/features/jobs/service/report.ts';
import { eraseJobs, exportJobs, forgetOld } from '../../../src/features/jobs/service/retention.ts';
import { approveOffer, askChanges, keepOffer, refuseOffer, removeOffer } from '../../../src/features/jobs/service/review.ts';
import { changeHiring } from '../../../src/features/jobs/service/setting.ts';
import { submitOffer } from '../../../src/features/jobs/service/submit.ts';
import { dateOf, dayOf, todayIn } from '../../../src/kernel/day.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCompany, anOffer, aRecruiter, factoryGuild as guildId, someone } from './factory.ts';

let database: TestDatabase;
let db: TestDatabase['db'];
beforeAll(async () => {
  database = await freshDatabase();
  ({ db } = database);
});
afterAll(() => database.close());

let company: Company;
let author: string;
const staffId = someone();
const later = (milliseconds: number) => new Date(monday.getTime() + milliseconds);
beforeEach(async () => {
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  company = await aCompany(db, { verifiedSince: later(-200 * day) });
  author = await aRecruiter(db, company);
});

const deed = (offerId: number, actorId = author, now = monday): Deed => ({ guildId, offerId, actorId, now });
const codeOf = (error: unknown) => (error instanceof UserError ? error.code : error);
/** What somebody is told. */
const refusal = (act: () => Promise<unknown>): Promise<unknown> => act().then(() => 'done', codeOf);
const tally = (results: readonly unknown[]) =>
  Object.fromEntries([...new Set(results)].map((one) => [one, results.filter((other) => other === one).length]));
const tasks = async (name: string) =>
  (await waitingTasks(database)).filter((task) => task.name === name).map(({ payload }) => payload);

const things =
  'vélos boutiques horaires factures cartes capteurs tournées livraisons salles concerts repas jardins ruches machines stocks contrats paniers devis plans sentiers musées archives partitions voitures'.split(
    ' ',
  );
/** What somebody does all day, unlike any other: each number draws its own row of things. */
const differing = (number: number): string => {
  let drawn = number * 7_919 + 1;
  const chosen = Array.from({ length: 16 }, () => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return things[drawn % things.length];
  });
  return `Avec une équipe, vous concevez ${chosen.join(', ')}.`;
};
const aDraft = (number = 0, overrides: object = {}) =>
  anOffer(db, {
    companyId: company.id,
    authorId: author,
    state: 'draft',
    missions: differing(number),
    title: `Poste ${number} (F/H)`,
    ...overrides,
  });
const pending = (overrides: object = {}) =>
  anOffer(db, { companyId: company.id, authorId: author, state: 'pending', firstSentAt: monday, ...overrides });
const published = (overrides: object = {}) =>
  anOffer(db, { companyId: company.id, authorId: author, firstSentAt: later(-2 * day), ...overrides });
const one = (id: number) => db.offer.findUniqueOrThrow({ where: { id } });

describe('sending', () => {
  test('of 50 at once, five are open; the day of a young company has one', async () => {
    const drafts = await Promise.all(Array.from({ length: 50 }, (_, number) => aDraft(number + 1)));
    const results = await Promise.all(drafts.map(({ id }) => refusal(() => submitOffer(db, deed(id)))));
    expect(tally(results)).toEqual({ done: 5, 'jobs.quota': 45 });
    expect(await db.offer.count({ where: { companyId: company.id, state: 'pending' } })).toBe(5);

    await db.offer.updateMany({
      where: { companyId: company.id, state: 'pending' },
      data: { state: 'closed', closedAt: monday, endedAs: 'closed' },
    });
    await db.company.update({ where: { id: company.id }, data: { verifiedSince: later(-10 * day) } });
    await db.offer.updateMany({ where: { companyId: company.id }, data: { firstSentAt: null } });
    const rest = drafts.filter((_, index) => results[index] !== 'done').slice(0, 50);
    const young = await Promise.all(rest.map(({ id }) => refusal(() => submitOffer(db, deed(id)))));
    expect(tally(young)).toEqual({ done: 1, 'jobs.quota': 44 });
    // To close it is no way around, and the next day is another.
    const { id } = await db.offer.findFirstOrThrow({ where: { companyId: company.id, state: 'pending' } });
    await closeOwn(db, deed(id), 'closed');
    const next = rest.find((draft) => draft.id !== id)?.id ?? 0;
    expect(await refusal(() => submitOffer(db, deed(next)))).toBe('jobs.quota');
    expect(await refusal(() => submitOffer(db, deed(next, author, later(day))))).toBe('done');
  }, 30_000);

  test('one of 50 clicks on the same draft; errors, states of the company, other people', async () => {
    const { id } = await aDraft(1);
    const clicks = await Promise.all(Array.from({ length: 50 }, () => refusal(() => submitOffer(db, deed(id)))));
    expect(tally(clicks)).toEqual({ done: 1, 'jobs.already_sent': 49 });
    const wrong = await aDraft(2, { contract: null });
    expect(await refusal(() => submitOffer(db, deed(wrong.id)))).toBe('jobs.errors');
    expect(await refusal(() => submitOffer(db, deed(wrong.id, someone())))).toBe('jobs.unknown');
    for (const state of ['pending', 'asked', 'lapsed'] as const) {
      await db.company.update({ where: { id: company.id }, data: { state } });
      expect(await refusal(() => submitOffer(db, deed(wrong.id)))).toBe('jobs.not_verified');
    }
    await db.companyRecruiter.updateMany({ where: { userId: author }, data: { leftAt: monday } });
    expect(await refusal(() => submitOffer(db, deed(wrong.id)))).toBe('jobs.no_company');
  });

  test('three approved offers and no report: online at once, reviewed after', async () => {
    for (let number = 0; number < 3; number++)
      await published({ decidedAt: monday, state: 'closed', closedAt: monday, endedAs: 'filled', publishedAt: monday });
    const { id } = await aDraft(1);
    expect(await submitOffer(db, deed(id))).toMatchObject({ became: 'published' });
    expect(await one(id)).toMatchObject({ state: 'published', decidedAt: null });
    expect(await tasks('jobsearch.offer_published')).toEqual([{ guildId, offerId: id }]);
    expect(await tasks('talents.offer_published')).toEqual([{ guildId, offerId: id }]);
    await approveOffer(db, deed(id, staffId), (await one(id)).revision);
    expect((await one(id)).decidedBy).toBe(staffId);
    await reportOffer(db, deed(id, someone()), { category: 'fraud', comment: 'Ils demandent un chèque.' });
    const second = await aDraft(2);
    expect(await submitOffer(db, deed(second.id))).toMatchObject({ became: 'pending' });
  });

  test('drafts: ten at most, saved by any form, forgotten after 90 days', async () => {
    const begin = () =>
      beginDraft(db, { guildId, actorId: author, now: monday, locale: 'fr', isAlumni: false }, () => ({
        ...emptyContent,
        title: 'X',
      }));
    const results = await Promise.all(Array.from({ length: 50 }, () => refusal(() => begin())));
    expect(tally(results)).toEqual({ done: 10, 'jobs.too_many_drafts': 40 });
    const [first] = await db.offer.findMany({ where: { authorId: author } });
    await saveForm(db, deed(first?.id ?? 0, author, later(80 * day)), {
      fields: [],
      write: (content) => ({ ...content, title: 'Y' }),
    });
    await db.$transaction((tx) => forgetOld(tx, later(draftKeptFor + hour)));
    expect((await db.offer.findMany({ where: { authorId: author } })).map(({ title }) => title)).toEqual(['Y']);
  });
});

describe('review', () => {
  test('one decision of 50, whatever it is; what changed since, one’s own, and what is decided are refused', async () => {
    const { id } = await pending();
    const acts = Array.from({ length: 50 }, (_, index) =>
      refusal(() => (index % 2 ? approveOffer(db, deed(id, someone()), 0) : refuseOffer(db, deed(id, someone()), 'Non.'))),
    );
    expect(tally(await Promise.all(acts))).toEqual({ done: 1, 'jobs.already_decided': 49 });
    const { id: second } = await pending({ revision: 3, missions: differing(1) });
    expect(await refusal(() => approveOffer(db, deed(second, staffId), 2))).toBe('jobs.changed');
    expect(await refusal(() => approveOffer(db, deed(second, author), 3))).toBe('jobs.own_offer');
    await approveOffer(db, deed(second, staffId), 3);
    expect(await tasks('jobs.told')).toContainEqual(expect.objectContaining({ offerId: second, what: 'approved' }));
    expect(await db.auditEntry.findFirst({ where: { subject: `offer:${second}` } })).toMatchObject({
      action: 'jobs.approve',
      before: { state: 'pending' },
    });
    await db.company.update({ where: { id: company.id }, data: { state: 'suspended', reason: 'Vu.' } });
    const { id: third } = await pending();
    expect(await refusal(() => approveOffer(db, deed(third, staffId), 0))).toBe('jobs.company_not_verified');
    expect(await refusal(() => approveOffer(db, { ...deed(third, staffId), guildId: '999999999999999999' }, 0))).toBe(
      'jobs.unknown',
    );
  });

  test('asks add up until the author has answered; what staff read is what they approve', async () => {
    const { id } = await pending();
    await askChanges(db, deed(id, staffId), { missions: 'Plus court.' });
    await askChanges(db, deed(id, staffId), { pay: 'Précisez.' });
    expect((await one(id)).changes).toEqual({ missions: 'Plus court.', pay: 'Précisez.' });
    expect(await refusal(() => approveOffer(db, deed(id, staffId), 0))).toBe('jobs.not_waiting');
    const write = (content: OfferContent) => ({ ...content, missions: `${content.missions} Mieux.` });
    await saveForm(db, deed(id), { fields: ['missions'], write });
    expect(await one(id)).toMatchObject({ state: 'asked', revision: 1, changes: { pay: 'Précisez.' } });
    await submitOffer(db, deed(id));
    expect(await one(id)).toMatchObject({ state: 'pending', changes: null });
    // Corrected while it waits: the card that staff read is an old one.
    const { revision } = await one(id);
    await saveForm(db, deed(id), { fields: ['missions'], write });
    expect(await refusal(() => approveOffer(db, deed(id, staffId), revision))).toBe('jobs.changed');
    expect(
      await refusal(() => saveForm(db, deed(id), { fields: [], write: (content) => ({ ...content, contract: null }) })),
    ).toBe('jobs.edit_errors');
  });

  test('a risky edit waits beside what is shown; approved it replaces it, refused it leaves it', async () => {
    const { id } = await published();
    const edit = (pay: number) =>
      saveForm(db, deed(id), { fields: ['pay'], write: (content) => ({ ...content, payMinCents: pay, payMaxCents: pay }) });
    expect((await edit(2_000_000)).edit).toBe('proposed');
    expect(await one(id)).toMatchObject({ payMinCents: 2_800_000, proposedAt: monday });
    const before = await countWaiting(db, guildId);
    await refuseOffer(db, deed(id, staffId), 'Trop bas.');
    expect(await one(id)).toMatchObject({ state: 'published', payMinCents: 2_800_000, proposal: null });
    expect(await countWaiting(db, guildId)).toBe(before - 1);
    await edit(2_100_000);
    const { revision } = await one(id);
    await approveOffer(db, deed(id, staffId), revision);
    expect(await one(id)).toMatchObject({ payMinCents: 2_100_000, proposal: null });
    expect((await edit(3_300_000)).edit).toBe('applied');
    expect((await edit(3_300_000)).edit).toBe('same');
    const until = new Date('2027-02-15T00:00:00Z');
    await saveForm(db, deed(id), { fields: ['dates'], write: (content) => ({ ...content, deadline: until }) });
    await approveOffer(db, deed(id, staffId), (await one(id)).revision);
    expect((await one(id)).expiresAt).toEqual(new Date('2027-02-15T23:00:00Z'));
  });

  test('staff are told once of what waits for 48 hours', async () => {
    const own = { guildId: '110000000000000077' };
    const { id } = await anOffer(db, { ...own, state: 'pending' });
    expect(await findLate(db, { ...own, now: later(47 * hour) })).toBeNull();
    expect(await findLate(db, { ...own, now: later(49 * hour) })).toMatchObject({ total: 1, ids: [id] });
    await recordLate(db, [id], later(49 * hour));
    expect(await findLate(db, { ...own, now: later(60 * hour) })).toBeNull();
  });
});

describe('reports', () => {
  test('50 at once by three people hide it once; kept, it takes three others', async () => {
    const { id } = await published();
    const people = [someone(), someone(), someone()];
    const reports = Array.from({ length: 50 }, (_, index) =>
      refusal(() => reportOffer(db, deed(id, people[index % 3] ?? ''), { category: 'fraud', comment: 'Douteux.' })),
    );
    const results = tally(await Promise.all(reports));
    expect(results.done).toBe(3);
    expect(await one(id)).toMatchObject({ state: 'hidden', hiddenAt: monday, reportedAt: monday });
    expect((await tasks('jobs.told')).filter(({ what }) => what === 'hidden')).toHaveLength(1);
    expect(await refusal(() => reportOffer(db, deed(id, someone()), { category: 'other', comment: 'Trop tard.' }))).toBe(
      'jobs.unknown',
    );
    const { expiresAt } = await one(id);
    await keepOffer(db, deed(id, staffId, later(3 * day)));
    // The hidden days are given back.
    expect((await one(id)).expiresAt).toEqual(new Date((expiresAt?.getTime() ?? 0) + 3 * day));
    expect(await refusal(() => reportOffer(db, deed(id, people[0]), { category: 'other', comment: 'Encore.' }))).toBe(
      'jobs.already_reported',
    );
    for (let number = 0; number < 3; number++)
      await reportOffer(db, deed(id, someone()), { category: 'other', comment: 'Encore.' });
    await refuseOffer(db, deed(id, staffId), 'C’est une arnaque.');
    expect(await one(id)).toMatchObject({ state: 'closed', endedAs: 'reported' });
    expect(await tasks('applications.offer_closed')).toEqual([{ guildId, offerId: id }]);
    const own = await published();
    expect(await refusal(() => reportOffer(db, deed(own.id), { category: 'other', comment: 'Moi-même.' }))).toBe('jobs.unknown');
  });
});

const report = (id: number, person = someone()) => reportOffer(db, deed(id, person), { category: 'other', comment: 'Douteux.' });
const queued = async (id: number) => {
  const total = await countWaiting(db, guildId);
  const ids = await Promise.all(Array.from({ length: total }, (_, at) => readQueue(db, { guildId, at })));
  return ids.some(({ offerId }) => offerId === id);
};

describe('what staff may do', () => {
  test('one report waits for staff: kept, removed, or settled after its author closed the offer', async () => {
    const { id } = await published();
    const [kept, ended] = [await published(), await published()];
    const { revision } = await one(id);
    for (const offer of [{ id }, kept, ended]) await report(offer.id);
    expect(await queued(id)).toBe(true);
    expect(await tasks('jobs.card')).toContainEqual({ guildId, offerId: id });
    // Whoever read it before the report has not read the report.
    expect((await one(id)).revision).toBe(revision + 1);
    expect(await refusal(() => approveOffer(db, deed(id, staffId), revision + 1))).toBe('jobs.reports_first');
    await removeOffer(db, deed(id, staffId), 'C’est une arnaque.');
    expect(await one(id)).toMatchObject({ state: 'closed', endedAs: 'reported', flaggedAt: null });
    await keepOffer(db, deed(kept.id, staffId));
    expect(await one(kept.id)).toMatchObject({ state: 'published', flaggedAt: null });
    expect(await queued(kept.id)).toBe(false);
    await closeOwn(db, deed(ended.id), 'closed');
    expect(await queued(ended.id)).toBe(true);
    await keepOffer(db, deed(ended.id, staffId));
    expect(await one(ended.id)).toMatchObject({ state: 'closed', endedAs: 'closed', flaggedAt: null });
    // What was reported in bad faith costs no trust.
    await removeOffer(db, deed(kept.id, staffId), 'Retirée à la demande de l’entreprise.');
    expect(await one(kept.id)).toMatchObject({ state: 'closed', endedAs: 'refused' });
    expect(await refusal(() => removeOffer(db, deed(kept.id, staffId), 'Encore.'))).toBe('jobs.not_shown');
    // Who reported it takes the report back with their data.
    const [other, person] = [await published(), someone()];
    await report(other.id, person);
    await db.$transaction((tx) => eraseJobs(tx, guildId, person, monday));
    expect(await queued(other.id)).toBe(false);
  });

  test('nobody decides for the company for which they recruit', async () => {
    await aRecruiter(db, company, { userId: staffId });
    const [waiting, shown] = [await pending(), await published()];
    await report(shown.id);
    for (const act of [
      () => approveOffer(db, deed(waiting.id, staffId), 0),
      () => askChanges(db, deed(waiting.id, staffId), { title: 'Autre.' }),
      () => refuseOffer(db, deed(waiting.id, staffId), 'Non.'),
      () => keepOffer(db, deed(shown.id, staffId)),
      () => removeOffer(db, deed(shown.id, staffId), 'Non.'),
    ])
      expect(await refusal(act)).toBe('jobs.own_company');
    await db.companyRecruiter.deleteMany({ where: { userId: staffId } });
  });

  test('published at once, it stays in the queue until somebody has read it', async () => {
    const { id } = await published({ decidedAt: null });
    await askChanges(db, deed(id, staffId), { missions: 'Précisez.' });
    expect(await one(id)).toMatchObject({ decidedAt: null, changes: { missions: 'Précisez.' } });
    await saveForm(db, deed(id), { fields: ['pay'], write: (content) => ({ ...content, payMinCents: 2_000_000 }) });
    await refuseOffer(db, deed(id, staffId), 'Trop bas.');
    expect(await one(id)).toMatchObject({ state: 'published', decidedAt: null });
    expect(await queued(id)).toBe(true);
    await approveOffer(db, deed(id, staffId), (await one(id)).revision);
    expect(await queued(id)).toBe(false);
  });

  test('kept after its last day, a hidden offer ends', async () => {
    const { id } = await published({ deadline: dateOf(todayIn('Europe/Paris', later(2 * day))), expiresAt: later(3 * day) });
    for (let number = 0; number < 3; number++) await report(id);
    await keepOffer(db, deed(id, staffId, later(5 * day)));
    expect(await one(id)).toMatchObject({ state: 'closed', endedAs: 'expired' });
    expect((await tasks('jobs.told')).filter(({ offerId }) => offerId === id).map(({ what }) => what)).toEqual([
      'hidden',
      'expired',
    ]);
  });

  test('domains: two hundred, and the next is refused', async () => {
    const own = { guildId: '110000000000000078', actorId: staffId, now: monday };
    const blockedDomains = Array.from({ length: 200 }, (_, at) => `site-${at}.example`);
    await db.hiringSetting.create({ data: { guildId: own.guildId, blockedDomains } });
    expect(await refusal(() => changeHiring(db, own, { block: 'un-de-plus.example' }))).toBe('jobs.too_many_domains');
    expect((await changeHiring(db, own, { block: 'un-de-plus.example', unblock: 'site-1.example' })).blockedDomains).toHaveLength(
      200,
    );
    expect(reviewText.settings('4,50', '12,02', blockedDomains).fr.length).toBeLessThan(1_500);
  });
});

describe('edits of what is online', () => {
  test('the employer of a relayed offer is read like any text', async () => {
    const alumni = someone();
    const { id } = await anOffer(db, { authorId: alumni, relayedFor: 'Petit Atelier' });
    const rename = (relayedFor: string) =>
      saveForm(db, deed(id, alumni), { fields: ['company'], write: (content) => ({ ...content, relayedFor }) });
    expect((await rename('Google France')).edit).toBe('proposed');
    expect((await one(id)).relayedFor).toBe('Petit Atelier');
    await refuseOffer(db, deed(id, staffId), 'Ce n’est pas elle.');
    expect((await one(id)).relayedFor).toBe('Petit Atelier');
    expect(await refusal(() => rename('Écrivez sur https://bit.ly/abc'))).toBe('jobs.edit_errors');
    await rename('Grand Atelier');
    await approveOffer(db, deed(id, staffId), (await one(id)).revision);
    expect((await one(id)).relayedFor).toBe('Grand Atelier');
    // Nobody speaks for another company than their own.
    const own = await published();
    await saveForm(db, deed(own.id), {
      fields: ['title'],
      write: (content) => ({ ...content, relayedFor: 'Google', title: 'Autre (F/H)' }),
    });
    expect(await one(own.id)).toMatchObject({ relayedFor: null, proposal: { relayedFor: null } });
  });

  test('small corrections add up against what staff read', async () => {
    const missions =
      'Vous concevez les plannings des musées, les archives des concerts et les partitions des orchestres avec une équipe de quatre personnes.';
    const { id } = await published({ missions });
    const correct = (from: string, to: string) =>
      saveForm(db, deed(id), {
        fields: ['missions'],
        write: (content) => ({ ...content, missions: content.missions.replace(from, to) }),
      });
    expect((await correct('plannings', 'planings')).edit).toBe('applied');
    expect((await correct('concerts', 'concert')).edit).toBe('applied');
    expect((await correct('orchestres', 'orchestre')).edit).toBe('applied');
    expect((await correct('personnes', 'personne')).edit).toBe('proposed');
    await approveOffer(db, deed(id, staffId), (await one(id)).revision);
    expect(await one(id)).toMatchObject({ readTexts: null });
    expect((await correct('partitions', 'partition')).edit).toBe('applied');
    const skills = ['javascript', 'hommes uniquement', 'payer 50 € de frais de dossier'];
    expect(
      await refusal(() => saveForm(db, deed(id), { fields: ['skills'], write: (content) => ({ ...content, skills }) })),
    ).toBe('jobs.edit_errors');
  });

  test('however much is wrong, the refusal fits in a message', async () => {
    const { id } = await published();
    const wrong =
      'Hommes uniquement, moins de 30 ans, célibataires, sans enfant. Payez 50 € de frais de dossier par coupon PCS. Écrivez sur WhatsApp. ';
    const said = await saveForm(db, deed(id), {
      fields: [],
      write: (content) => ({
        ...content,
        ...{
          title: 'X',
          missions: wrong.repeat(15),
          profile: wrong.repeat(10),
          process: wrong.repeat(8),
          accessibility: wrong.repeat(4),
        },
        ...{ contract: null, remote: null, department: null, rhythm: wrong, skills: [wrong] },
        typed: { pay: 'x'.repeat(150), dates: 'y'.repeat(400), place: 'z'.repeat(100), posts: '99', link: 'w'.repeat(200) },
      }),
    }).catch((error: unknown) => error);
    expect(said).toBeInstanceOf(UserError);
    if (!(said instanceof UserError)) return;
    expect(said.code).toBe('jobs.edit_errors');
    for (const locale of ['fr', 'en'] as const) {
      expect(said.text[locale].length).toBeLessThan(1_900);
      expect(said.text[locale]).toMatch(/… (?:et|and) \d+/);
    }
  });
});

describe('renewing', () => {
  const days = { today: new Date('2027-01-11'), until: new Date('2027-02-25') };
  test.each([
    ['never shortens', { startsOn: null, deadline: '2027-04-11' }, { startsOn: null, deadline: '2027-04-11' }],
    ['moves the last day', { startsOn: null, deadline: '2027-01-15' }, { startsOn: null, deadline: '2027-02-25' }],
    [
      'stops at the first day',
      { startsOn: '2027-02-01', deadline: '2027-01-15' },
      { startsOn: '2027-02-01', deadline: '2027-02-01' },
    ],
    [
      'forgets a first day that has come',
      { startsOn: '2027-01-11', deadline: '2027-01-11' },
      { startsOn: null, deadline: '2027-02-25' },
    ],
    ['needs no last day', { startsOn: '2027-03-01', deadline: null }, { startsOn: '2027-03-01', deadline: null }],
  ])('%s', (_, before, after) => {
    const read = ({ startsOn, deadline }: { startsOn: string | null; deadline: string | null }) => ({
      startsOn: startsOn === null ? null : new Date(startsOn),
      deadline: deadline === null ? null : new Date(deadline),
    });
    expect(renewDates(read(before), days)).toEqual(read(after));
  });

  test('an edit that waits gets the new day too, and nothing contradicts itself afterwards', async () => {
    const { id } = await published({ deadline: dateOf(dayOf(later(3 * day))), startsOn: dateOf(dayOf(later(20 * day))) });
    await saveForm(db, deed(id), { fields: ['pay'], write: (content) => ({ ...content, payMinCents: 2_000_000 }) });
    await renewOwn(db, deed(id));
    const start = dateOf(dayOf(later(20 * day)));
    expect((await one(id)).deadline).toEqual(start);
    await approveOffer(db, deed(id, staffId), (await one(id)).revision);
    expect(await one(id)).toMatchObject({ deadline: start, expiresAt: endOf(start, 'Europe/Paris'), payMinCents: 2_000_000 });
    const added = saveForm(db, deed(id), {
      fields: ['skills'],
      write: (content) => ({ ...content, skills: ['javascript', 'sql', 'react'] }),
    });
    expect((await added).edit).toBe('applied');
    const long = await published({ expiresAt: later(90 * day) });
    expect((await renewOwn(db, deed(long.id))).expiresAt).toEqual(later(90 * day));
  });
});

test('the last day ends where the server is, whatever the season', () => {
  const last = new Date('2027-02-15');
  expect(endOf(last, 'Europe/Paris')).toEqual(new Date('2027-02-15T23:00:00Z'));
  expect(endOf(last, 'America/Martinique')).toEqual(new Date('2027-02-16T04:00:00Z'));
  expect(endOf(last, 'Pacific/Noumea')).toEqual(new Date('2027-02-15T13:00:00Z'));
  // The night in which the hour changes.
  expect(endOf(new Date('2027-03-27'), 'Europe/Paris')).toEqual(new Date('2027-03-27T23:00:00Z'));
  expect(endOf(new Date('2027-03-28'), 'Europe/Paris')).toEqual(new Date('2027-03-28T22:00:00Z'));
});

describe('the end', () => {
  test('a draft is not closed; an offer that is hidden ends after 45 days', async () => {
    const draft = await aDraft(30);
    expect(await refusal(() => closeOwn(db, deed(draft.id), 'filled'))).toBe('jobs.not_sent');
    const { id } = await published({ state: 'hidden', hiddenAt: monday });
    const look = (now: Date) => db.$transaction((tx) => expireOffers(tx, now));
    await look(later(44 * day));
    expect((await one(id)).state).toBe('hidden');
    await look(later(45 * day));
    expect(await one(id)).toMatchObject({ state: 'closed', endedAs: 'expired' });
    expect(await tasks('applications.offer_closed')).toContainEqual({ guildId, offerId: id });
  });

  test('closing is always possible, once of 50; renewing moves the last day and counts against nothing', async () => {
    const { id } = await published({ deadline: new Date('2026-12-01T00:00:00Z') });
    for (let number = 0; number < 5; number++) await published();
    const renewed = await renewOwn(db, deed(id));
    expect(renewed.expiresAt.getTime()).toBeGreaterThanOrEqual(later(44 * day).getTime());
    expect(endOf((await one(id)).deadline ?? monday, 'Europe/Paris')).toEqual(renewed.expiresAt);
    const closes = await Promise.all(Array.from({ length: 50 }, () => refusal(() => closeOwn(db, deed(id), 'filled'))));
    expect(tally(closes)).toEqual({ done: 1, 'jobs.already_ended': 49 });
    expect(await refusal(() => renewOwn(db, deed(id)))).toBe('jobs.not_renewable');
    expect(await tasks('applications.offer_closed')).toEqual([{ guildId, offerId: id }]);
  });

  test('authors are told three days before, once; then it ends', async () => {
    const { id } = await published({ expiresAt: later(10 * day) });
    const at = (now: Date) =>
      db.$transaction(async (tx) => {
        await expireOffers(tx, now);
        await remindAuthors(tx, now);
      });
    await at(later(6 * day));
    const told = async () => (await tasks('jobs.told')).filter(({ offerId }) => offerId === id).map(({ what }) => what);
    expect(await told()).toEqual([]);
    await at(later(7.5 * day));
    await at(later(8 * day));
    expect(await told()).toEqual(['expiring']);
    await at(later(10 * day));
    expect(await told()).toEqual(['expiring', 'expired']);
    expect(await one(id)).toMatchObject({ state: 'closed', endedAs: 'expired' });
  });

  test('hidden for 45 days an offer ends, whatever hid it: who applied is owed an answer', async () => {
    const reported = await published({ state: 'hidden', hiddenAt: monday, reportedAt: monday, expiresAt: later(10 * day) });
    for (const [at, state] of [
      [44, 'hidden'],
      [45, 'closed'],
    ] as const) {
      await db.$transaction((tx) => expireOffers(tx, later(at * day)));
      expect((await one(reported.id)).state).toBe(state);
    }
    expect((await tasks('applications.offer_closed')).map(({ offerId }) => offerId)).toContain(reported.id);
  });

  test('a company that is suspended hides its offers, verified again shows them with what remained, left closes them', async () => {
    const { id } = await published({ expiresAt: later(10 * day) });
    const reported = await published({ state: 'hidden', hiddenAt: monday, reportedAt: monday });
    const colleague = await aRecruiter(db, company);
    const orphan = await published({ authorId: colleague });
    const settle = (now: Date) => settleCompany(db, { guildId, companyId: company.id, now });
    await db.company.update({ where: { id: company.id }, data: { state: 'suspended', reason: 'Vu.' } });
    await Promise.all([settle(monday), settle(monday)]);
    expect(await one(id)).toMatchObject({ state: 'hidden', hiddenAt: monday });
    // Hidden time does not run.
    await db.$transaction((tx) => expireOffers(tx, later(20 * day)));
    await db.company.update({ where: { id: company.id }, data: { state: 'verified', reason: null } });
    await settle(later(20 * day));
    expect(await one(id)).toMatchObject({ state: 'published', hiddenAt: null, expiresAt: later(30 * day) });
    expect((await one(reported.id)).state).toBe('hidden');

    await db.member.create({
      data: {
        guildId,
        userId: colleague,
        username: 'parti',
        displayName: 'Parti',
        joinedAt: monday,
        leftAt: monday,
      },
    });
    await db.$transaction((tx) => endAbandoned(tx, later(20 * day)));
    expect(await one(orphan.id)).toMatchObject({ state: 'closed', endedAs: 'author_left' });
    expect(await tasks('jobs.orphaned')).toEqual([{ guildId, offerId: orphan.id, userId: author }]);
    await db.companyRecruiter.updateMany({ where: { companyId: company.id }, data: { leftAt: monday } });
    await settle(later(21 * day));
    expect(await one(id)).toMatchObject({ state: 'closed', endedAs: 'company_left' });
    expect(await one(reported.id)).toMatchObject({ state: 'closed', endedAs: 'company_left' });
  });
});

test('of many posts the newest stay awake; a single one does not sleep', async () => {
  const own = { guildId: '110000000000000079' };
  const { id } = await anOffer(db, { ...own, publishedAt: later(-day) });
  const first = async () => maySleep(db, { ...(await one(id)), company: null });
  expect(await first()).toBe(false);
  await db.offer.createMany({
    data: Array.from({ length: mostAwake }, () => ({
      ...own,
      ...{ state: 'published' as const, contract: 'cdi' as const, remote: 'none' as const },
      ...{ createdAt: monday, publishedAt: monday, expiresAt: later(day) },
    })),
  });
  expect(await first()).toBe(true);
  const placed = await findCompared(db, own.guildId, []);
  expect(placed.find((offer) => offer.id === id)?.newer).toBe(mostAwake);
});

test('lists: what waits for their author first; the open ones are found by any word', async () => {
  const closed = await published({ state: 'closed', closedAt: monday, endedAs: 'filled', title: 'Ancienne' });
  const draft = await aDraft(7);
  const open = await published({ title: 'Intégration Éléphant (F/H)' });
  const page = await readMine(db, { guildId, userId: author, page: 0 });
  expect(page.offers.map(({ id }) => id)).toEqual([draft.id, open.id, closed.id]);
  const found = (text: string) => proposeOffers(db, { guildId, text, states: ['published'] });
  expect((await found(`elephant ${company.name}`)).map(({ id }) => id)).toEqual([open.id]);
  expect(await found('100%_')).toEqual([]);
});

test('a person’s offers, reviews and reports are exported and erased; what was shown stays without its author', async () => {
  const draft = await aDraft(1);
  const open = await published({ decidedBy: staffId });
  await reportOffer(db, deed(open.id, staffId), { category: 'other', comment: 'Vu par moi.' });
  expect(JSON.stringify(await exportJobs(db, guildId, author))).not.toContain(staffId);
  expect(await exportJobs(db, guildId, staffId)).toMatchObject({ reports: [{ comment: 'Vu par moi.' }] });
  for (const person of [author, staffId]) await db.$transaction((tx) => eraseJobs(tx, guildId, person, monday));
  expect(await db.offer.count({ where: { id: draft.id } })).toBe(0);
  expect(await one(open.id)).toMatchObject({ state: 'closed', endedAs: 'author_left', authorId: null, decidedBy: null });
  expect(await db.offerReport.count({ where: { reporterId: staffId } })).toBe(0);

  const old = await published({ state: 'closed', closedAt: monday, endedAs: 'filled', decidedBy: staffId });
  await db.$transaction((tx) => forgetOld(tx, later(endedKeptFor + day)));
  expect(await one(old.id)).toMatchObject({ authorId: null, decidedBy: null, title: old.title });
});
