import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  getAnnouncement,
  resolveAnnouncement,
  rewrite,
  suggestAnnouncements,
  withdraw,
} from '../../../src/features/announcements/service/announcement.ts';
import {
  beginDraft,
  choosePromos,
  confirmDraft,
  forgetDrafts,
  readChoices,
  saveDraft,
} from '../../../src/features/announcements/service/draft.ts';
import { promiseLate } from '../../../src/features/announcements/service/place.ts';
import {
  eraseAnnouncements,
  exportAnnouncements,
  forgetOldAnnouncements,
} from '../../../src/features/announcements/service/retention.ts';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

let database: TestDatabase;
const guildId = '100000000000000001';
const by = { guildId, actorId: '100000000000000002', now: monday };
const other = { ...by, actorId: '100000000000000003' };
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );
const words = { title: 'Fermeture', body: 'Le centre est fermé lundi.', isMentioning: false };
const later = (milliseconds: number) => new Date(monday.getTime() + milliseconds);

let campus: { id: number };
let course: { id: number };
const ids: number[] = [];
/** A promo with a space, and people of whom one is in every promo. */
async function promo(name: string, where: { campusId: number; state?: 'active' | 'ended'; built?: boolean }) {
  const { state = 'active', built = true } = where;
  const { id } = await database.db.promo.create({
    data: {
      guildId,
      courseId: course.id,
      campusId: where.campusId,
      name,
      state,
      startsOn: new Date('2027-01-04'),
      endsOn: new Date('2027-08-01'),
      createdAt: monday,
      template: {},
      ...(built && { builtAt: monday }),
      ...(state === 'ended' && { endedAt: monday, deleteOn: monday }),
      members: {
        create: ['100000000000000050', `10000000000000006${ids.length}`].map((userId) => ({
          guildId,
          userId,
          part: 'learner' as const,
          addedAt: monday,
        })),
      },
    },
  });
  ids.push(id);
  return id;
}

beforeAll(async () => {
  database = await freshDatabase();
  campus = await addEntry(database.db, by, { kind: 'campus', name: 'Lille' });
  const elsewhere = await addEntry(database.db, by, { kind: 'campus', name: 'Lyon' });
  course = await addEntry(database.db, by, { kind: 'course', name: 'CDA' });
  await promo('CDA Lille 1', { campusId: campus.id });
  await promo('CDA Lille 2', { campusId: campus.id });
  await promo('CDA Lyon', { campusId: elsewhere.id });
  await promo('CDA Lille finie', { campusId: campus.id, state: 'ended' });
  await promo('CDA Lille sans espace', { campusId: campus.id, built: false });
});
afterAll(() => database.close());

const draftFor = (entryId: number) => saveDraft(database.db, by, { to: 'entry', entryId }, words);

describe('before it is posted', () => {
  test('a campus or a course reaches its open promos, each person counted once', async () => {
    const forCampus = await draftFor(campus.id);
    expect(forCampus).toMatchObject({ audience: 'campus', audienceName: 'Lille', people: 3, state: 'draft' });
    expect(forCampus.places.map(({ name }) => name)).toEqual(['CDA Lille 1', 'CDA Lille 2']);
    const forCourse = await draftFor(course.id);
    expect(forCourse).toMatchObject({ audience: 'course', people: 4 });
    expect(forCourse.places).toHaveLength(3);
  });

  test('nobody to reach, no channel, and a campus of another server are refused', async () => {
    const empty = await addEntry(database.db, by, { kind: 'campus', name: 'Vide' });
    expect(await refused(draftFor(empty.id))).toBe('announcements.nobody');
    const stranger = { ...by, guildId: '100000000000000009' };
    expect(await refused(saveDraft(database.db, stranger, { to: 'entry', entryId: campus.id }, words))).toBe(
      'announcements.nobody',
    );
    expect(await refused(saveDraft(database.db, by, { to: 'all', members: 40, hasChannel: false }, words))).toBe(
      'announcements.no_channel',
    );
    expect(await refused(beginDraft(database.db, stranger))).toBe('announcements.nobody');
  });

  test('promos are chosen and unchosen; a forged choice of another server’s is ignored', async () => {
    const id = await beginDraft(database.db, by);
    const [first = 0, second = 0, third = 0] = ids;
    expect(await refused(saveDraft(database.db, by, { to: 'promos', announcementId: id }, words))).toBe('announcements.nobody');
    const shown = { id, page: 0, first, last: third };
    await choosePromos(database.db, by, { ...shown, chosen: [first, third, 999_999, Number.NaN] });
    expect((await readChoices(database.db, by, { id, page: 5 })).promos.map(({ isChosen }) => isChosen)).toEqual([
      true,
      false,
      true,
    ]);
    await choosePromos(database.db, by, { ...shown, chosen: [first, second] });
    const draft = await saveDraft(database.db, by, { to: 'promos', announcementId: id }, words);
    expect(draft.places.map(({ promoId }) => promoId)).toEqual([first, second]);
    expect(draft.people).toBe(3);
    expect(await refused(choosePromos(database.db, other, { ...shown, chosen: [third] }))).toBe('announcements.unknown');
  });

  test('a choice among what was shown leaves the rest alone, however the pages moved since', async () => {
    const id = await beginDraft(database.db, by);
    const [first = 0, second = 0, third = 0] = ids;
    await choosePromos(database.db, by, { id, page: 0, first, last: third, chosen: [first, third] });
    await choosePromos(database.db, by, { id, page: 0, first: second, last: second, chosen: [second] });
    const chosen = async () =>
      (await readChoices(database.db, by, { id, page: 0 })).promos.flatMap((one) => (one.isChosen ? [one.id] : []));
    expect(await chosen()).toEqual([first, second, third]);
    // Out of what was shown nothing is chosen either.
    await choosePromos(database.db, by, { id, page: 0, first: second, last: third, chosen: [first] });
    expect(await chosen()).toEqual([first]);
  });

  test('only its author posts it, while it is fresh', async () => {
    const { id } = await draftFor(campus.id);
    expect(await refused(confirmDraft(database.db, other, id))).toBe('announcements.unknown');
    expect(await refused(rewrite(database.db, other, { id, title: '', body: 'Autre' }))).toBe('announcements.unknown');
    expect(await refused(confirmDraft(database.db, { ...by, guildId: '100000000000000009' }, id))).toBe('announcements.unknown');
    expect(await refused(confirmDraft(database.db, { ...by, now: later(2 * day) }, id))).toBe('announcements.unknown');
    expect(await refused(withdraw(database.db, by, id))).toBe('announcements.not_posted');
    await database.db.$transaction((tx) => forgetDrafts(tx, later(2 * day)));
    expect(await refused(confirmDraft(database.db, by, id))).toBe('announcements.unknown');
  });
});

describe('once it is posted', () => {
  test('of ten presses at once, one posts it: one task for each place, one line in the audit log', async () => {
    const { id, places } = await draftFor(campus.id);
    const ends = await Promise.all(Array.from({ length: 10 }, () => refused(confirmDraft(database.db, by, id))));
    expect(ends.sort()).toEqual([...Array.from({ length: 9 }, () => 'announcements.not_draft'), 'done']);
    const promised = (await waitingTasks(database)).filter(({ name }) => name === 'announcements.place');
    expect(promised.map(({ payload }) => payload.placeId).sort()).toEqual(places.map((place) => place.id).sort());
    const log = await database.db.auditEntry.findMany({ where: { subject: `announcement:${id}` } });
    expect(log).toMatchObject([{ action: 'announcements.post', after: { audience: 'campus', places: 2, mentions: false } }]);
    expect(JSON.stringify(log.map(({ before, after }) => [before, after]))).not.toContain('Fermeture');
  });

  test('the database holds one place a promo, and one for the server', async () => {
    const { id } = await draftFor(campus.id);
    const again = (promoId: number | null) =>
      database.db.announcementPlace.create({ data: { announcementId: id, promoId, name: '' } });
    await expect(again(ids[0] ?? 0)).rejects.toThrow();
    await again(null);
    await expect(again(null)).rejects.toThrow();
  });

  test('two who edit and withdraw at once: nothing is left half done', async () => {
    const { id } = await draftFor(campus.id);
    await confirmDraft(database.db, by, id);
    const ends = await Promise.all([
      refused(rewrite(database.db, other, { id, title: '', body: 'Corrigé' })),
      refused(withdraw(database.db, by, id)),
      refused(withdraw(database.db, other, id)),
    ]);
    expect(ends.filter((end) => end === 'announcements.not_posted').length).toBeGreaterThanOrEqual(1);
    expect((await getAnnouncement(database.db, { guildId, id })).state).toBe('withdrawn');
    expect(await refused(rewrite(database.db, by, { id, title: '', body: 'Trop tard' }))).toBe('announcements.not_posted');
  });

  test('is found by its number or words, a withdrawn one no more', async () => {
    const { id } = await saveDraft(
      database.db,
      by,
      { to: 'entry', entryId: campus.id },
      { ...words, title: 'Portes ouvertes à Écully' },
    );
    expect(await suggestAnnouncements(database.db, { guildId, typed: 'ecully' })).toEqual([]);
    await confirmDraft(database.db, by, id);
    expect(await suggestAnnouncements(database.db, { guildId, typed: 'ecully' })).toMatchObject([{ id }]);
    expect(await suggestAnnouncements(database.db, { guildId, typed: '%' })).toEqual([]);
    expect((await resolveAnnouncement(database.db, { guildId, typed: String(id) })).id).toBe(id);
    await withdraw(database.db, by, id);
    expect(await refused(resolveAnnouncement(database.db, { guildId, typed: String(id) }))).toBe('announcements.not_posted');
  });

  test('what a lost task left is promised again', async () => {
    const { id, places } = await draftFor(campus.id);
    await confirmDraft(database.db, by, id);
    await database.pool.query('SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker._private_jobs))');
    await database.db.$transaction((tx) => promiseLate(tx));
    const promised = (await waitingTasks(database)).map(({ payload }) => payload.placeId);
    expect(promised).toEqual(expect.arrayContaining(places.map((place) => place.id)));
  });
});

describe('personal data', () => {
  test('an author reads what they wrote, and leaves no trace when they go', async () => {
    const author = { ...by, actorId: '100000000000000077' };
    const { id } = await saveDraft(database.db, author, { to: 'entry', entryId: campus.id }, words);
    await confirmDraft(database.db, author, id);
    await saveDraft(database.db, author, { to: 'entry', entryId: campus.id }, words);
    const { written } = await exportAnnouncements(database.db, guildId, author.actorId);
    expect(written).toMatchObject([{ title: 'Fermeture', state: 'posted' }, { state: 'draft' }]);
    await database.db.$transaction((tx) => eraseAnnouncements(tx, guildId, author.actorId));
    expect(await database.db.announcement.count({ where: { authorId: author.actorId } })).toBe(0);
    expect((await getAnnouncement(database.db, { guildId, id })).state).toBe('posted');
  });

  test('is forgotten a year after it was posted', async () => {
    await database.db.$transaction((tx) => forgetOldAnnouncements(tx, later(364 * day)));
    expect(await database.db.announcement.count({ where: { state: 'posted' } })).toBeGreaterThan(0);
    await database.db.$transaction((tx) => forgetOldAnnouncements(tx, later(366 * day)));
    expect(await database.db.announcement.count({ where: { state: { not: 'draft' } } })).toBe(0);
  });
});
