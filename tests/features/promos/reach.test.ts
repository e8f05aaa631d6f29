import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultTemplate } from '../../../src/features/catalogue/rules/template.ts';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import { partsOf } from '../../../src/features/promos/rules/space.ts';
import { speakingPlaces } from '../../../src/features/promos/service/audience.ts';
import type { Place } from '../../../src/features/promos/service/place.ts';
import { chooseViews, readViews } from '../../../src/features/promos/service/view.ts';
import { freshDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const guildId = '900000000000000001';
const by = { guildId, actorId: '900000000000000002', now: monday };
const ids: number[] = [];

beforeAll(async () => {
  const course = await addEntry(db, by, { kind: 'course', name: 'CDA' });
  const campus = await addEntry(db, by, { kind: 'campus', name: 'Lille' });
  for (let index = 0; index < 30; index++) {
    const { id } = await db.promo.create({
      data: {
        guildId,
        courseId: course.id,
        campusId: campus.id,
        name: `CDA ${index}`,
        state: 'active',
        startsOn: new Date('2027-01-04'),
        // The last created ends first.
        endsOn: new Date(Date.UTC(2027, 7, 30 - index)),
        createdAt: monday,
        builtAt: monday,
        template: {},
      },
    });
    ids.push(id);
  }
});

test('what was shown is what is changed, when promos before it end meanwhile and the pages move', async () => {
  const page = await readViews(db, { guildId, userId: by.actorId, page: 0 });
  const [first = 0, last = 0] = [page.choices[0]?.id, page.choices.at(-1)?.id];
  expect([first, last]).toEqual([ids[0], ids[24]]);
  const beyond = ids[26] ?? 0;
  expect(await chooseViews(db, by, { first: ids[25] ?? 0, last: ids[29] ?? 0, chosen: [beyond] })).toBe(1);
  await db.promo.updateMany({ where: { id: { in: ids.slice(0, 5) } }, data: { clearingAt: monday } });

  const kept = ids[10] ?? 0;
  expect(await chooseViews(db, by, { first, last, chosen: [kept, beyond, 999_999] })).toBe(1);
  const seen = async () =>
    (await db.promoViewer.findMany({ where: { until: null }, orderBy: { promoId: 'asc' } })).map(({ promoId }) => promoId);
  expect(await seen()).toEqual([kept, beyond]);
  expect(await chooseViews(db, by, { first, last, chosen: [] })).toBe(1);
  expect(await seen()).toEqual([beyond]);
});

test('a promo is spoken to where its learners read, whatever forum of the staff comes first', () => {
  const [category] = defaultTemplate.categories;
  const [forum, team, text] = category?.channels ?? [];
  if (!category || !forum || !team || !text) throw new Error('no template');
  const general = [{ key: 'general', title: 'Suivi', content: 'x', tag: null }];
  const channels = [{ ...team, posts: general }, { ...team, key: 'office', kind: 'text' as const, posts: [] }, text, forum];
  const parts = partsOf('CDA', { categories: [{ ...category, channels }] }, (words) => words);
  const places = new Map(
    parts.map(({ key }): [string, Place] => [key, { key, discordId: `id of ${key}`, begunAt: null, former: null }]),
  );
  expect(speakingPlaces({ parts, places })).toEqual(['id of post:forum:general', 'id of channel:class']);
  places.delete('post:forum:general');
  expect(speakingPlaces({ parts, places })).toEqual(['id of channel:class']);
});
