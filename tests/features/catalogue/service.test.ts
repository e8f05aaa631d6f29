import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addEntry,
  editEntry,
  listEntries,
  previewRemoval,
  removeEntry,
  resolveEntry,
  suggestEntries,
} from '../../../src/features/catalogue/service/entry.ts';
import {
  channelsOf,
  copyTemplate,
  dropChannel,
  getTemplate,
  resetTemplate,
  saveChannel,
} from '../../../src/features/catalogue/service/template.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const guildId = '100000000000000001';
const by = { guildId, actorId: '100000000000000002', now: monday };
const codeOf = (error: unknown) => (error instanceof UserError ? error.code : String(error));
const refused = (work: Promise<unknown>) => work.then(() => 'done', codeOf);

describe('campuses and courses', () => {
  test('a name is unique whatever its case and accents, in its kind and server', async () => {
    await addEntry(database.db, by, { kind: 'campus', name: '  Écully ' });
    expect(await refused(addEntry(database.db, by, { kind: 'campus', name: 'ecully' }))).toBe('catalogue.name_used');
    expect(await refused(addEntry(database.db, by, { kind: 'course', name: 'ecully' }))).toBe('done');
    expect(
      await refused(addEntry(database.db, { ...by, guildId: '100000000000000009' }, { kind: 'campus', name: 'Écully' })),
    ).toBe('done');
  });

  test.each([[''], ['   '], ['🎉'], ['a'.repeat(81)], ['\u200b']])('the name %j is refused', async (name) => {
    expect(await refused(addEntry(database.db, by, { kind: 'campus', name }))).toBe('catalogue.bad_name');
  });

  test('of ten at once with the same name, one is added', async () => {
    const tries = Array.from({ length: 10 }, () => refused(addEntry(database.db, by, { kind: 'campus', name: 'Lille' })));
    const ends = await Promise.all(tries);
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(['done', 'catalogue.name_used']));
  });

  test('each promises its role, once', async () => {
    const entry = await addEntry(database.db, by, { kind: 'course', name: 'TSSR', diploma: true });
    await editEntry(database.db, by, { kind: 'course', id: entry.id, name: 'TSSR 2' });
    const tasks = (await waitingTasks(database)).filter(({ payload }) => payload.entryId === entry.id);
    expect(tasks).toEqual([{ name: 'catalogue.role', payload: { guildId, entryId: entry.id } }]);
  });

  test('is found by its id, or its name in any case; a name of digits is a name first', async () => {
    const first = await addEntry(database.db, by, { kind: 'campus', name: 'Saint-Étienne' });
    expect((await resolveEntry(database.db, { guildId, kind: 'campus', typed: 'saint-etienne' })).id).toBe(first.id);
    expect((await resolveEntry(database.db, { guildId, kind: 'campus', typed: String(first.id) })).id).toBe(first.id);
    expect(await refused(resolveEntry(database.db, { guildId, kind: 'course', typed: String(first.id) }))).toBe(
      'catalogue.unknown',
    );
    expect(await suggestEntries(database.db, { guildId, kind: 'campus', typed: 'eti' })).toEqual([
      { id: first.id, name: 'Saint-Étienne' },
    ]);
    expect(await suggestEntries(database.db, { guildId, kind: 'campus', typed: '%' })).toEqual([]);
  });

  test('another server’s is unknown', async () => {
    const { entries } = await listEntries(database.db, { guildId, kind: 'campus' });
    const id = entries[0]?.id ?? 0;
    const stranger = { ...by, guildId: '100000000000000009' };
    expect(await refused(removeEntry(database.db, stranger, { kind: 'campus', id }))).toBe('catalogue.unknown');
  });

  test('is not removed while a promo lives, and keeps the name of finished ones', async () => {
    const campus = await addEntry(database.db, by, { kind: 'campus', name: 'Roubaix' });
    const course = await addEntry(database.db, by, { kind: 'course', name: 'CDA' });
    const promo = await database.db.promo.create({
      data: {
        guildId,
        courseId: course.id,
        campusId: campus.id,
        name: 'CDA Roubaix',
        startsOn: new Date('2027-02-01'),
        endsOn: new Date('2027-08-01'),
        createdAt: monday,
        template: {},
      },
    });
    expect(await refused(previewRemoval(database.db, { guildId, kind: 'campus', id: campus.id }))).toBe('catalogue.in_use');
    expect(await refused(removeEntry(database.db, by, { kind: 'course', id: course.id }))).toBe('catalogue.in_use');
    await database.db.promo.update({
      where: { id: promo.id },
      data: { state: 'archived', endedAt: monday, deleteOn: monday, clearingAt: monday },
    });
    expect(await previewRemoval(database.db, { guildId, kind: 'campus', id: campus.id })).toMatchObject({ finished: 1 });
    const ends = await Promise.all([1, 2, 3].map(() => refused(removeEntry(database.db, by, { kind: 'campus', id: campus.id }))));
    expect(ends.sort()).toEqual(['catalogue.unknown', 'catalogue.unknown', 'done']);
    expect(await refused(addEntry(database.db, by, { kind: 'campus', name: 'Roubaix' }))).toBe('done');
  });
});

describe('templates', () => {
  const edit = { name: 'salon', learner: 'read', trainer: 'write', variant: 'both', content: '' } as const;

  test('a course begins with the default one, and of ten editors at once none undoes another', async () => {
    const { id: courseId } = await addEntry(database.db, by, { kind: 'course', name: 'DevOps' });
    const before = await getTemplate(database.db, { guildId, courseId });
    expect(before.isOwn).toBe(false);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        saveChannel(database.db, by, { courseId, key: 'text', edit: { ...edit, name: `salon ${index}` } }),
      ),
    );
    const after = await getTemplate(database.db, { guildId, courseId });
    expect(channelsOf(after.template)).toHaveLength(channelsOf(before.template).length + 10);
    expect((await resetTemplate(database.db, by, courseId)).isOwn).toBe(false);
  });

  test('refuses what Discord or the form could not hold, and says which line', async () => {
    const { id: courseId } = await addEntry(database.db, by, { kind: 'course', name: 'Data' });
    const forum = (content: string) => saveChannel(database.db, by, { courseId, key: 'forum', edit: { ...edit, content } });
    await expect(forum('Général | Bonjour\nsans barre\n | vide')).rejects.toMatchObject({ code: 'catalogue.bad_posts' });
    const many = Array.from({ length: 16 }, (_, index) => `Sujet ${index} | Texte`).join('\n');
    expect(await refused(forum(many))).toBe('catalogue.template_too_large');
    expect(await refused(dropChannel(database.db, by, { courseId, key: 'nowhere' }))).toBe('catalogue.unknown_channel');
    for (const key of ['forum', 'team', 'class', 'room', 'sos', 'talk']) await dropChannel(database.db, by, { courseId, key });
    expect(await refused(dropChannel(database.db, by, { courseId, key: 'demand' }))).toBe('catalogue.last_channel');
  });

  test('is copied as it is at that moment', async () => {
    const from = await addEntry(database.db, by, { kind: 'course', name: 'Source' });
    const to = await addEntry(database.db, by, { kind: 'course', name: 'Cible' });
    await saveChannel(database.db, by, { courseId: from.id, key: 'text', edit });
    const copied = await copyTemplate(database.db, by, { from: from.id, to: to.id });
    expect(copied.template).toEqual((await getTemplate(database.db, { guildId, courseId: from.id })).template);
    expect(await refused(copyTemplate(database.db, by, { from: to.id, to: to.id }))).toBe('catalogue.same_course');
  });
});
