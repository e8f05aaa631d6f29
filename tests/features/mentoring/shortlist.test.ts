import { afterAll, expect, test } from 'vitest';
import { bestMentors, defaultWeighing, rarityAmong } from '../../../src/features/mentoring/rules/score.ts';
import { readMatched } from '../../../src/features/mentoring/service/matched.ts';
import { fittingMentors } from '../../../src/features/mentoring/service/propose.ts';
import { languages, slots, stages, themes, ways } from '../../../src/kernel/mentoring.ts';
import { skills as known } from '../../../src/kernel/skill.ts';
import { day } from '../../../src/kernel/time.ts';
import { freshDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { randomOf } from './market.ts';

/** The five best that a learner is shown are those of the score over everybody, in communities at random. */

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const keysOf = (record: object): string[] => Object.keys(record);
const skills = known.slice(0, 12).map(({ id }) => id);
const zones = [null, null, null, 'Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'Asia/Kolkata'];
const places = [
  { city: 'Lille', department: '59' },
  { city: 'lille', department: '59' },
  { city: 'Roubaix', department: '59' },
  { city: null, department: '62' },
  { city: null, department: '13' },
  { city: null, department: '974' },
  { city: null, department: null },
];

async function community(seed: number) {
  const random = randomOf(seed);
  const below = (count: number) => Math.floor(random() * count);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const some = <T>(list: readonly T[], least: number, most: number): T[] => [
    ...new Set(Array.from({ length: least + below(most - least + 1) }, () => one(list))),
  ];
  const guildId = String(310_000_000_000_000_000n + BigInt(seed));
  await db.guild.create({ data: { id: guildId, createdAt: monday, timeZone: one(['Europe/Paris', 'Indian/Reunion']) } });
  const entry = (kind: 'course' | 'campus', name: string) =>
    db.catalogueEntry.create({ data: { guildId, kind, name, createdAt: monday } });
  const courses = [await entry('course', 'CDA'), await entry('course', 'TSSR')];
  const campus = await entry('campus', 'Lille');
  const promos = await Promise.all(
    courses.map(({ id: courseId, name }) =>
      db.promo.create({
        data: {
          guildId,
          courseId,
          campusId: campus.id,
          name,
          startsOn: monday,
          endsOn: new Date(monday.getTime() + 200 * day),
          createdAt: monday,
          state: 'active',
          template: {},
        } as never,
      }),
    ),
  );
  const person = () => ({
    guildId,
    themes: some(keysOf(themes), 1, 4),
    skillKeys: some(skills, 0, 5),
    languages: some(['fr', 'fr', 'fr', ...keysOf(languages).slice(0, 4)], 1, 3),
    availability: some(slots, 1, 6),
    timeZone: one(zones),
    ways: some(keysOf(ways), 1, 3),
    ...one(places),
    createdAt: monday,
    updatedAt: monday,
  });
  const ids = Array.from({ length: 250 }, (_, index) => String(320_000_000_000_000_000n + BigInt(seed * 1_000 + index)));
  await db.mentorProfile.createMany({
    data: ids.map((userId) => ({
      ...person(),
      userId,
      state: 'approved' as const,
      capacity: 1 + below(3),
      prefersCourses: random() < 0.3 ? some(courses, 1, 2).map(({ id }) => id) : [],
      prefersCampuses: random() < 0.3 ? [one([campus.id, 999_999])] : [],
      prefersStages: random() < 0.3 ? some(keysOf(stages), 1, 2) : [],
      charterVersion: 1,
      charterAt: monday,
      decidedAt: monday,
      approvedUntil: new Date(monday.getTime() + 365 * day),
    })),
  });
  const userId = String(330_000_000_000_000_000n + BigInt(seed));
  const joined = [...ids.filter(() => random() < 0.4), ...(random() < 0.8 ? [userId] : [])];
  await db.promoMember.createMany({
    data: joined.map((id) => ({
      guildId,
      promoId: one(promos).id,
      userId: id,
      part: 'learner' as const,
      addedAt: monday,
      leftAt: id === userId ? null : one([null, monday]),
    })) as never,
  });
  const request = await db.mentoringRequest.create({
    data: {
      ...person(),
      userId,
      goals: 'Avancer.',
      skills: [],
      stage: one([null, ...keysOf(stages)]),
      createdAt: new Date(monday.getTime() - below(90) * day),
    },
  });
  if (random() < 0.4)
    await db.mentoringPreference.createMany({
      data: some(ids, 1, 3).map((mentorId, index) => ({ requestId: request.id, guildId, mentorId, place: index + 1 })),
    });
  return request;
}

test('in communities at random, wherever people live and whatever they have in common', async () => {
  let shown = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const request = await community(seed);
    const { mentors, learners, weeks } = await readMatched(db, request.guildId, { now: monday });
    const [learner] = learners;
    if (!learner) throw new Error('no learner');
    const weighing = { ...defaultWeighing, offsetMinutes: weeks.get(learner.id)?.offset ?? 0 };
    const scores = (found: readonly { fit: { learnerScore: number; score: number } }[]) =>
      found.map(({ fit }) => [fit.learnerScore.toFixed(9), fit.score.toFixed(9)]);
    const best = bestMentors(learner, mentors, 5, weighing, rarityAmong(mentors));
    const { fitting } = await fittingMentors(db, request, { now: monday });
    expect([seed, scores(fitting)]).toEqual([seed, scores(best)]);
    shown += fitting.length;
  }
  expect(shown).toBeGreaterThan(30);
});

test('of mentors who are all alike each request is shown others', async () => {
  const request = await community(99);
  await db.mentorProfile.updateMany({
    where: { guildId: request.guildId },
    data: {
      ...{ themes: ['cv'], skillKeys: [], languages: ['fr'], availability: ['tue_evening'], ways: ['voice'], timeZone: null },
      city: null,
      department: null,
      prefersCourses: [],
      prefersCampuses: [],
      prefersStages: [],
    },
  });
  await db.promoMember.deleteMany();
  await db.mentoringPreference.deleteMany();
  const said = { themes: ['cv'], languages: ['fr'], availability: ['tue_evening'], ways: ['voice'], state: 'waiting' as const };
  const own = await db.mentoringRequest.update({ where: { id: request.id }, data: said });
  const { id: _id, ...copy } = own;
  const other = await db.mentoringRequest.create({ data: { ...copy, userId: '330000000000009999' } });
  const shownTo = async (one: typeof own) =>
    (await fittingMentors(db, one, { now: monday })).fitting.map(({ mentor }) => mentor.id);
  const [first, second] = [await shownTo(own), await shownTo(other)];
  expect(first).toHaveLength(5);
  expect(await shownTo(own)).toEqual(first);
  expect(second).not.toEqual(first);
});
