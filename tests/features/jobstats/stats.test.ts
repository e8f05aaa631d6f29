import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cell, fewest, monthsUntil, suppress, suppressTogether } from '../../../src/features/jobstats/rules.ts';
import { readStats } from '../../../src/features/jobstats/service.ts';
import { chartOf, rowsOf, statsCard } from '../../../src/features/jobstats/views.ts';
import { type Chart, drawChart } from '../../../src/infra/chart.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { monday } from '../../support/monday.ts';
import { aCompany, anOffer, someone } from '../jobs/factory.ts';
import { messageOf, type Story, startStory } from '../onboarding/story.ts';

/** Groups in which everybody applied once. */
let last = 0;
const each = (values: readonly number[]): Cell[] =>
  values.map((count) => ({ count, people: count < fewest ? Array.from({ length: count }, () => String(++last)) : null }));

describe('small groups', () => {
  test.each([
    [[12, 7, 0, 30], [12, 7, 0, 30], 49],
    [[12, 3, 30], [null, null, 30], 45],
    [[2, 4, 30], [null, null, 30], 36],
    [[1, 1, 9, 30], [null, null, null, 30], 41],
    [[3, 0, 0], [null, 0, 0], null],
    [[1, 1, 1, 1, 1], [null, null, null, null, null], null],
    [[4, 8], [null, null], 12],
    [[], [], 0],
  ])('%j are shown as %j of %j', (values, shown, total) => expect(suppress(each(values))).toEqual({ values: shown, total }));

  test('are of people, not of what they sent', () => {
    const often = (count: number, ...people: string[]): Cell => ({ count, people });
    expect(suppress([often(6, 'lea'), ...each([30, 40])])).toEqual({ values: [null, null, 40], total: 76 });
    // The same two people in two groups are two people.
    expect(suppress([often(6, 'lea', 'tom'), often(9, 'lea', 'tom'), ...each([30])])).toEqual({
      values: [null, null, null],
      total: 45,
    });
    expect(suppress([often(6, 'lea', 'tom'), often(9, 'ana', 'zoé', 'eli'), ...each([30])])).toEqual({
      values: [null, null, 30],
      total: 45,
    });
  });

  test('nobody finds them in another table of the same people either', () => {
    const one = (name: number): Cell => ({ count: 1, people: [String(name)] });
    const months = [1, 2, 3, 4, 5].map(one);
    expect(suppressTogether([months, each([5, 0]), each([5])])).toEqual([
      { values: [null, null, null, null, null], total: null },
      { values: [null, 0], total: null },
      { values: [null], total: null },
    ]);
    expect(suppressTogether([each([9, 8]), each([17])])).toEqual([
      { values: [9, 8], total: 17 },
      { values: [17], total: 17 },
    ]);
  });

  test('nobody finds a hidden one by subtraction, and no more is hidden than needed', () => {
    const groups = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 200 })), { maxLength: 14 });
    fc.assert(
      fc.property(groups, (values) => {
        const { values: shown, total } = suppress(each(values));
        const hidden = values.filter((_, index) => shown[index] === null);
        for (const [index, value] of values.entries()) {
          expect(shown[index] === null || shown[index] === value).toBe(true);
          if (value > 0 && value < fewest) expect(shown[index]).toBeNull();
          if (value === 0) expect(shown[index]).toBe(0);
        }
        if (total === null || hidden.length === 0) return;
        // What is left when all that is shown is taken from the total has more than one explanation.
        const rest = total - shown.reduce<number>((sum, value) => sum + (value ?? 0), 0);
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(rest).toBeGreaterThan(hidden.length);
        expect(rest).toBeGreaterThanOrEqual(fewest);
        const withoutLargest = hidden.filter((value) => value >= fewest);
        expect(withoutLargest.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });

  test('twelve months end with this one, on the calendar of the server', () => {
    expect(monthsUntil(new Date('2027-01-31T23:30:00Z'), 'Europe/Paris').at(-1)).toBe('2027-02');
    expect(monthsUntil(new Date('2027-01-31T22:30:00Z'), 'Europe/Paris')).toEqual([
      ...Array.from({ length: 11 }, (_, index) => `2026-${String(index + 2).padStart(2, '0')}`),
      '2027-01',
    ]);
  });
});

let story: Story;
let staff: Persona;
let guildId: string;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('aissatou.diop');
  guildId = story.sandbox.guildId;
  const { db } = story;
  const company = await aCompany(db, { guildId });
  const [lille, roubaix] = await Promise.all(
    ['Lille', '=HYPERLINK("x")'].map((name) =>
      db.catalogueEntry.create({ data: { guildId, kind: 'campus', name, createdAt: monday } }),
    ),
  );
  const cdi = await anOffer(db, { guildId, companyId: company.id, createdAt: new Date(monday.getTime() - 3 * hour) });
  await db.offer.update({ where: { id: cdi.id }, data: { decidedAt: monday } });
  for (let index = 0; index < 5; index++) {
    const createdAt = new Date(monday.getTime() - (40 + index) * day);
    const { id } = await anOffer(db, {
      guildId,
      companyId: company.id,
      contract: 'internship',
      createdAt,
      expiresAt: new Date(monday.getTime() + 60 * day),
    });
    await db.offer.update({ where: { id }, data: { decidedAt: new Date(createdAt.getTime() + (index + 1) * 10 * hour) } });
  }
  const people = (count: number, data: { campusId: number | null; hired?: number; ago: number; contract?: number }) =>
    db.application.createMany({
      data: Array.from({ length: count }, (_, index) => {
        const sentAt = new Date(monday.getTime() - data.ago * day);
        const isHired = index < (data.hired ?? 0);
        return {
          guildId,
          offerId: data.contract ?? cdi.id,
          userId: someone(),
          message: 'x',
          consentVersion: 1,
          consentedAt: sentAt,
          sentAt,
          stageAt: sentAt,
          answeredAt: new Date(sentAt.getTime() + 72 * hour),
          campusId: data.campusId,
          ...(isHired && { stage: 'hired' as const, closedAt: sentAt }),
        };
      }),
    });
  await people(12, { campusId: lille?.id ?? 0, ago: 1, hired: 6 });
  await people(3, { campusId: roubaix?.id ?? 0, ago: 1 });
  await people(9, { campusId: null, ago: 40 });
  await people(50, { campusId: null, ago: 500 });
  await people(7, { campusId: null, ago: 2, contract: (await anOffer(db, { companyId: company.id })).id });
  // They are told of what becomes of their offers, and Discord must know them.
  await db.offer.updateMany({ data: { authorId: staff.user.id } });
  await db.application.updateMany({ where: { offer: { guildId: { not: guildId } } }, data: { guildId: '999999999999999999' } });
  story.clock.advance(day);
});

const read = () => readStats(story.db, { guildId, timeZone: 'Europe/Paris', now: story.clock.now() });

test('numbers of this server and of twelve months, where small groups are hidden', async () => {
  const { tables, review, response, now } = await read();
  const [months, contracts, campuses] = tables;
  expect(months?.lines).toHaveLength(12);
  expect(months?.total).toMatchObject({ offers: 6, applications: 24, hires: 6 });
  expect(contracts?.lines.find(({ label }) => label.en === 'Internship')).toMatchObject({ offers: 5, applications: 0 });
  expect(campuses?.lines.map(({ label: { fr }, applications, hires }) => [fr, applications, hires])).toEqual([
    ['=HYPERLINK("x")', null, 0],
    ['Lille', 12, 6],
    ['Sans campus', null, 0],
  ]);
  expect(campuses?.total).toMatchObject({ offers: null, applications: 24, hires: 6 });
  expect(response).toBe(72);
  expect(campuses?.lines.map((line) => [line.review, line.response])).toEqual([
    [null, null],
    [null, 72],
    [null, null],
  ]);
  const internship = contracts?.lines.find(({ label }) => label.en === 'Internship');
  expect(internship?.review).toBeCloseTo(30);
  expect(contracts?.lines.find(({ label }) => label.en === 'Apprenticeship')).toMatchObject({ review: null, response: null });
  expect(review?.median).toBeCloseTo(25);
  expect(now).toEqual([{ state: 'published', count: 6 }]);
});

test.each([
  ['fr', 'Le recrutement sur douze mois', 'masqué', 'recrutement'],
  ['en-US', 'Recruiting over twelve months', 'hidden', 'recruiting'],
] as const)('/job stats in %s: a picture, its words, the text and a file', async (locale, title, hidden, name) => {
  staff.setLocale(locale);
  story.clock.advance(hour);
  const message = messageOf(await staff.run('job stats'));
  const said = JSON.stringify(message.components);
  expect(said).toContain(title);
  expect(said).toContain(hidden);
  expect(message.attachments.map(({ filename }) => filename)).toEqual([`${name}.png`, `${name}.csv`]);
  const [picture, csv] = message.attachments.map(({ id }) => story.sandbox.world.files.get(id)?.bytes ?? new Uint8Array());
  expect([...(picture?.slice(0, 8) ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const alternative = /"description":"([^"]+)"/.exec(said)?.[1] ?? '';
  expect(alternative.length).toBeGreaterThan(200);
  const rows = Buffer.from(csv ?? []).toString('utf8');
  expect(rows).toContain(`;"'=HYPERLINK(""x"")";;${hidden};0`);
  expect(rows.trim().split('\r\n')).toHaveLength(1 + 13 + 7 + 4);
  staff.setLocale('fr');
});

test('not for others; from Mon espace for staff', async () => {
  const lea = await story.arrive('lea.dubois');
  lea.member?.roles.splice(0, 10, story.roleId('En formation'));
  expect((await lea.run('job stats')).message?.content).toContain('réservée à d’autres rôles');
  expect(JSON.stringify((await staff.run('home')).message)).toContain('jobstats:open');
});

test('without a picture the numbers are there; a message stays within Discord’s limits at its longest', async () => {
  const stats = await read();
  for (const locale of ['fr', 'en'] as const) {
    const plain = statsCard(stats, { picture: null, csv: '' }, locale);
    expect(plain.files).toHaveLength(1);
    const line = {
      label: { fr: 'é'.repeat(90), en: 'é'.repeat(90) },
      offers: 99_999,
      applications: 999_999,
      hires: 999_999,
      review: 9_999,
      response: 9_999,
    };
    const long = { ...stats, tables: stats.tables.map((table) => ({ ...table, lines: Array.from({ length: 40 }, () => line) })) };
    const card = JSON.stringify(statsCard(long, { picture: Buffer.from('x'), csv: '' }, locale).components);
    const words = [...card.matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map(([, content = '']) => content).join('');
    expect(words.length).toBeLessThanOrEqual(4_000);
    expect(rowsOf(long, locale)).toHaveLength(1 + 3 * 41);
    expect(chartOf(stats, locale)?.series).toHaveLength(3);
    const empty = await readStats(story.db, { guildId: '999999999999999998', timeZone: 'Europe/Paris', now: monday });
    expect(chartOf(empty, locale)).toBeNull();
    expect(JSON.stringify(statsCard(empty, { picture: null, csv: '' }, locale))).toMatch(/Rien à montrer|Nothing to show/);
  }
});

test('what cannot be drawn is no picture, and the program goes on', async () => {
  expect(await drawChart({ title: '', categories: [], series: null } as never)).toBeNull();
  // One at a time, and who comes after a failure has a picture all the same.
  const chart: Chart = { title: 'x', categories: ['a'], series: [{ name: 'b', values: [1] }] };
  const [broken, drawn] = await Promise.all([drawChart({ ...chart, series: null } as never), drawChart(chart)]);
  expect([broken, drawn?.subarray(1, 4).toString()]).toEqual([null, 'PNG']);
});
