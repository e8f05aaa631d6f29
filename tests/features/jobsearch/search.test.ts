import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filtersOf } from '../../../src/features/jobsearch/rules/filter.ts';
import { mark, plainText } from '../../../src/features/jobsearch/rules/words.ts';
import { forgetOld } from '../../../src/features/jobsearch/service/retention.ts';
import { countNews, readNews, search, searchWider, turnPage } from '../../../src/features/jobsearch/service/search.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { askEverything } from '../../bench/plan.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCompany, anOffer, factoryGuild as guildId, someone } from '../jobs/factory.ts';
import { aTalent } from '../talents/stage.ts';

/** What is found, what is not, and in which order, against PostgreSQL. */

let database: TestDatabase;
const now = new Date(monday.getTime() + day);
const person = { guildId, userId: someone() };

beforeAll(async () => {
  database = await freshDatabase();
  const company = await aCompany(database.db, { name: 'Brasserie des Flandres' });
  const make = (title: string, overrides: Parameters<typeof anOffer>[1] = {}) => anOffer(database.db, { title, ...overrides });
  await make('Développeuse web (F/H)', { companyId: company.id, skills: ['react', 'node'] });
  await make('Administration réseau (F/H)', {
    skills: ['network-administration'],
    city: 'Saint-Denis',
    department: '93',
    remote: 'none',
    level: 'confirmed',
    missions: 'Vous veillez sur les serveurs de nos agences et de nos entrepôts.',
    profile: 'Vous connaissez les commutateurs.',
  });
  await make('Ingénierie C# / .NET (F/H)', {
    skills: ['csharp', 'dotnet'],
    contract: 'apprenticeship',
    city: null,
    department: null,
    remote: 'full',
    level: null,
    missions: 'Vous participez à la refonte de la paie.',
    profile: 'Vous aimez les chiffres.',
  });
  await make('Pâtissier-chocolatier (F/H)', {
    skills: ['Tempérage'],
    city: 'Roubaix',
    department: '59',
    remote: 'none',
    contract: 'cdd',
    level: 'senior',
    missions: 'Vous préparez les chocolats de Noël.',
    profile: 'Vous avez de la patience.',
  });
  await make('Brouillon de développeur', { state: 'draft' });
  await make('Développeur caché', { state: 'hidden' });
  await make('Développeur périmé', { expiresAt: new Date(now.getTime() - hour) });
  await make('Développeur d’ailleurs', { guildId: '110000000000000009' });
  const suspended = await aCompany(database.db, { state: 'suspended', reason: 'Essai' });
  await make('Développeur suspendu', { companyId: suspended.id });
});
afterAll(() => database.close());

const found = async (typed: Parameters<typeof filtersOf>[0]) =>
  (await search(database.db, person, { filters: filtersOf(typed), now })).offers.map(({ title }) => title.replace(' (F/H)', ''));
const web = 'Développeuse web';
const network = 'Administration réseau';
const dotnet = 'Ingénierie C# / .NET';
const pastry = 'Pâtissier-chocolatier';

test('the database writes words and marks as the search asks for them', async () => {
  const typed = ['Développeur·euse C++ / C# & .NET', 'l’œuvre d’Art', 'asp.net', 'Node.js 20', 'Ça & là'];
  const { rows } = await database.pool.query<{ text: string; mark: string }>(
    `SELECT offer_text(typed) AS text, offer_mark('s', typed) AS mark FROM unnest($1::text[]) AS typed`,
    [typed],
  );
  expect(rows).toEqual(typed.map((one) => ({ text: plainText(one), mark: mark('s', one) })));
});

describe('words', () => {
  test.each([
    ['dev', [web]],
    ['développeurs', [web]],
    ['DEVELOPPEUSE', [web]],
    ['devlopeuse', [web]],
    ['reactjs', [web]],
    ['brasserie flandre', [web]],
    ['nodejs react', [web]],
    ['réseaux', [network]],
    ['administrateur reseau', [network]],
    ['serveur agence', [network]],
    ['c#', [dotnet]],
    ['.net', [dotnet]],
    ['alternant', [dotnet]],
    ['chocolat', [pastry]],
    ['chocolt', [pastry]],
    ['chocola', [pastry]],
    ['tempérages', [pastry]],
    ['patissier à roubaix', [pastry]],
    ['chocolat react', []],
    ['xylophone', []],
  ])('%s', async (text, titles) => expect(await found({ text })).toEqual(titles));

  test('words that are too common to search are as none, and a hostile one is only a word', async () => {
    expect(await found({ text: 'le la les' })).toHaveLength(4);
    expect(await found({ text: "') | !(dev:* <-> & \\ ''" })).toEqual([web]);
    expect(await found({ text: 'g0110000000000000009' })).toEqual([]);
  });

  test('the person is told how a mistyped word was read', async () => {
    const { readings } = await search(database.db, person, { filters: filtersOf({ text: 'devlopeuse react' }), now });
    expect(readings).toEqual([{ typed: 'devlopeuse', words: ['developpeuse'] }]);
  });
});

describe('filters', () => {
  test.each([
    [{ place: 'Lille' }, [dotnet, web]],
    [{ place: 'nord' }, [dotnet, pastry, web]],
    [{ place: 'Hauts-de-France' }, [dotnet, pastry, web]],
    [{ place: 'St Denis' }, [dotnet, network]],
    [{ place: '93' }, [dotnet, network]],
    [{ place: 'Roubaix', remote: 'none' }, [pastry]],
    [{ contract: 'apprenticeship' }, [dotnet]],
    [{ remote: 'partial' }, [dotnet, web]],
    [{ level: 'senior' }, [dotnet, pastry]],
    [{ level: 'junior', contract: 'cdi' }, [web]],
    [{ text: 'dev', place: 'Marseille' }, []],
  ])('%j', async (typed, titles) => expect((await found(typed)).sort()).toEqual([...titles].sort()));

  test('nothing found: what to loosen is counted, and one step finds it', async () => {
    const filters = filtersOf({ text: 'dev', place: 'Roubaix', level: 'senior' });
    const none = await search(database.db, person, { filters, now });
    expect(none.total).toBe(0);
    expect(none.wider).toEqual([{ step: 'text', count: 2 }]);
    const nearer = await search(database.db, person, { filters: filtersOf({ text: 'dev', place: 'Roubaix' }), now });
    expect(nearer.wider).toEqual([
      { step: 'department', count: 1 },
      { step: 'region', count: 1 },
      { step: 'place', count: 1 },
      { step: 'text', count: 2 },
    ]);
    const wider = await searchWider(database.db, person, { number: nearer.number, step: 'department', now });
    expect(wider.offers.map(({ title }) => title)).toEqual(['Développeuse web (F/H)']);
    await expect(searchWider(database.db, person, { number: nearer.number, step: 'place', now })).rejects.toMatchObject({
      code: 'jobsearch.search_replaced',
    });
  });
});

describe('what can be found follows what happens', () => {
  const state = async (id: number, data: object) => database.db.offer.update({ where: { id }, data });
  test('an offer that is closed, hidden, edited or shown again, a company that is suspended or renamed', async () => {
    const company = await aCompany(database.db, { name: 'Xanadu' });
    const offer = await anOffer(database.db, { title: 'Fauconnerie', companyId: company.id });
    expect(await found({ text: 'fauconnerie' })).toEqual(['Fauconnerie']);
    await state(offer.id, { title: 'Autruchonnerie' });
    expect([await found({ text: 'fauconnerie' }), await found({ text: 'autruchonnerie' })]).toEqual([[], ['Autruchonnerie']]);
    await state(offer.id, { state: 'hidden', hiddenAt: now });
    expect(await found({ text: 'autruchonnerie' })).toEqual([]);
    await state(offer.id, { state: 'published', hiddenAt: null });
    await database.db.company.update({ where: { id: company.id }, data: { name: 'Shangri-La' } });
    expect([await found({ text: 'xanadu' }), await found({ text: 'shangri la' })]).toEqual([[], ['Autruchonnerie']]);
    await database.db.company.update({ where: { id: company.id }, data: { state: 'suspended', reason: 'Essai' } });
    expect(await found({ text: 'autruchonnerie' })).toEqual([]);
    await database.db.company.update({ where: { id: company.id }, data: { state: 'verified' } });
    expect(await found({ text: 'autruchonnerie' })).toEqual(['Autruchonnerie']);
    await state(offer.id, { state: 'closed', closedAt: now, endedAs: 'filled' });
    expect(await found({ text: 'autruchonnerie' })).toEqual([]);
    await database.db.$transaction((tx) => forgetOld(tx, now));
    expect(await database.db.offerWord.count({ where: { word: { in: ['fauconnerie', 'autruchonnerie', 'xanadu'] } } })).toBe(0);
    expect(await database.db.offerWord.count({ where: { word: 'chocolatier' } })).toBe(1);
  });

  test('fifty offers published at once are all found', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        anOffer(database.db, { title: `Horlogerie ${index} zinzolin`, missions: `Montres ${index}` }),
      ),
    );
    const all = await search(database.db, person, { filters: filtersOf({ text: 'zinzolin' }), now });
    expect(all.total).toBe(50);
  });
});

describe('pages', () => {
  test('stay what they were, whatever is published or closed meanwhile, and end where they end', async () => {
    const first = await search(database.db, person, { filters: filtersOf({ text: 'zinzolin' }), now });
    const second = await turnPage(database.db, person, { number: first.number, page: 1, now });
    const gone = second.offers[0]?.id ?? 0;
    await anOffer(database.db, { title: 'Zinzolin tout neuf', publishedAt: now, createdAt: now });
    await database.db.offer.update({ where: { id: gone }, data: { state: 'closed', closedAt: now, endedAs: 'filled' } });
    const again = await turnPage(database.db, person, { number: first.number, page: 1, now });
    expect(again.offers.map(({ id }) => id)).toEqual(second.offers.map(({ id }) => id));
    expect(again.offers[0]?.isOpen).toBe(false);
    const seen = await Promise.all(
      [0, 1, 2, 3, 4].map(async (page) => (await turnPage(database.db, person, { number: first.number, page, now })).offers),
    );
    expect(new Set(seen.flat().map(({ id }) => id)).size).toBe(50);
    expect((await turnPage(database.db, person, { number: first.number, page: 99, now })).page).toBe(4);
  });

  test('nobody turns the pages of another person’s search, nor of one that was replaced', async () => {
    const { number } = await search(database.db, person, { filters: filtersOf({ text: 'zinzolin' }), now });
    const other = { guildId, userId: someone() };
    await expect(turnPage(database.db, other, { number, page: 0, now })).rejects.toMatchObject({
      code: 'jobsearch.search_replaced',
    });
    await search(database.db, person, { filters: filtersOf({ text: 'dev' }), now });
    await expect(turnPage(database.db, person, { number, page: 0, now })).rejects.toMatchObject({
      code: 'jobsearch.search_replaced',
    });
  });

  test('a profile puts what fits it first, and says which skills are shared', async () => {
    await aTalent(database.db, {
      ...person,
      contracts: ['apprenticeship'],
      skills: ['csharp'],
      createdAt: now,
    });
    const all = await search(database.db, person, { filters: filtersOf({ place: '59' }), now });
    expect(all.offers[0]).toMatchObject({ title: 'Ingénierie C# / .NET (F/H)', shared: ['csharp'] });
    expect((await turnPage(database.db, person, { number: all.number, page: 0, now })).offers[0]?.shared).toEqual(['csharp']);
  });
});

test('since the last visit: each offer is new once, and coming back within the hour shows the same', async () => {
  const visitor = { guildId, userId: someone() };
  await readNews(database.db, visitor, now);
  const later = new Date(now.getTime() + 2 * hour);
  expect(await countNews(database.db, visitor, later)).toBe(0);
  await anOffer(database.db, { title: 'Toute fraîche', createdAt: new Date(now.getTime() + hour) });
  expect(await countNews(database.db, visitor, later)).toBe(1);
  const titles = async (at: Date) => (await readNews(database.db, visitor, at)).offers.map(({ title }) => title);
  expect(await titles(later)).toEqual(['Toute fraîche']);
  expect(await titles(new Date(later.getTime() + 60_000))).toEqual(['Toute fraîche']);
  expect(await titles(new Date(later.getTime() + 3 * hour))).toEqual([]);
});

test('no question reads all offers', async () => {
  const crowd = '110000000000000077';
  await database.pool.query(
    `INSERT INTO offer (guild_id, relayed_for, state, title, missions, contract, remote, department, created_at, published_at, expires_at)
    SELECT $1, 'Ici', 'published', 'Métier ' || n, 'Vous faites ceci et cela, ' || n % 9, 'cdi', 'none', '59', $2, $2::timestamptz - make_interval(mins => n), $2::timestamptz + interval '9 days'
    FROM generate_series(1, 6000) AS n`,
    [crowd, now],
  );
  await database.pool.query('ANALYZE offer; ANALYZE listed_offer; ANALYZE offer_word');
  const reader = { guildId: crowd, userId: person.userId };
  const plans = await askEverything(database.url, [
    (db) => search(db, reader, { filters: filtersOf({ text: 'metier' }), now }),
    (db) => search(db, reader, { filters: filtersOf({ text: 'metier 77', place: 'Lille', level: 'junior' }), now }),
    (db) => search(db, reader, { filters: filtersOf({ text: 'mtier' }), now }),
    (db) => search(db, reader, { filters: filtersOf({}), now }),
    (db) => readNews(db, reader, now),
    (db) => countNews(db, reader, now),
  ]);
  expect(plans.length).toBeGreaterThan(8);
  expect(plans.filter(({ plan }) => /Seq Scan on (offer|listed_offer)\b/.test(plan))).toEqual([]);
  // Many match, so that only the newest are looked at, and all of them are counted as many.
  const many = await search(database.db, reader, { filters: filtersOf({ text: 'metier' }), now });
  expect(many).toMatchObject({ isCut: true, total: 100 });
  const few = await search(database.db, reader, { filters: filtersOf({ text: 'metier 5999' }), now });
  expect(few.offers.map(({ title }) => title)).toEqual(['Métier 5999']);
});
