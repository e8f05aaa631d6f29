import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { edgesOf } from '../../../src/features/mentoring/rules/edge.ts';
import { match, prepare, seatedIn } from '../../../src/features/mentoring/rules/matching.ts';
import {
  bestMentors,
  defaultWeighing,
  defaultWeights,
  fitOf,
  rarityAmong,
  weightsWith,
} from '../../../src/features/mentoring/rules/score.ts';
import { matchWhole, mostSeated } from '../../../src/features/mentoring/rules/whole.ts';
import { type MatchedLearner, type MatchedMentor, parts, weeklyHours } from '../../../src/kernel/mentoring.ts';
import { randomOf } from './market.ts';
import { peopleOf } from './people.ts';

const learner: MatchedLearner = {
  id: 'l',
  themes: ['cv', 'interview'],
  skills: ['react', 'node'],
  languages: ['fr'],
  hours: weeklyHours(['tue_evening', 'sat_morning'], 60),
  ways: ['voice', 'in_person'],
  city: 'Lille',
  department: '59',
  avoids: [],
  course: 1,
  campus: 2,
  stage: 'beginning',
  preferred: [],
  waitingDays: 10,
};
const mentor: MatchedMentor = {
  id: 'm',
  themes: ['cv'],
  skills: ['react', 'node', 'vue'],
  languages: ['fr', 'en'],
  hours: weeklyHours(['tue_evening'], 60),
  ways: ['voice', 'in_person'],
  city: 'Lille',
  department: '59',
  avoids: [],
  seats: 1,
  courses: [1],
  prefersCourses: [],
  prefersCampuses: [],
  prefersStages: [],
};
const rarity = rarityAmong([mentor, { ...mentor, skills: ['react'] }]);
const pairOf = (l: Partial<MatchedLearner>, m: Partial<MatchedMentor>, weighing = defaultWeighing) =>
  fitOf({ ...learner, ...l }, { ...mentor, ...m }, rarity, weighing);

describe('two people', () => {
  test('why they fit, as data, what counts most first', () => {
    const reasons = pairOf({}, {})?.reasons ?? [];
    expect(Object.fromEntries(reasons.map(({ part, items }) => [part, items]))).toEqual({
      skills: ['react', 'node'],
      themes: ['cv'],
      time: ['tue_evening'],
      field: ['1'],
      language: ['fr'],
      place: ['59'],
      waiting: [],
    });
    const shares = reasons.map(({ part, value }) => defaultWeights[part] * value);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(pairOf({}, {})?.score).toBeGreaterThan(0.75);
  });

  test.each<[string, Partial<MatchedLearner>, Partial<MatchedMentor>]>([
    ['no seat', {}, { seats: 0 }],
    ['whom the learner avoids', { avoids: ['m'] }, {}],
    ['whom the mentor avoids', {}, { avoids: ['l'] }],
    ['no language in common', { languages: ['uk'] }, {}],
    ['no language at all', { languages: [] }, {}],
    ['no way in common', { ways: ['text'] }, {}],
    ['only in person, far apart', { ways: ['in_person'] }, { department: '974' }],
    ['themselves', { id: 'm' }, {}],
    [
      'too little in common',
      { skills: ['cobol'], themes: ['confidence'], course: 7, hours: new Set([1]), waitingDays: 0 },
      { department: '974' },
    ],
  ])('never: %s', (_, l, m) => expect(pairOf(l, m)).toBeNull());

  test.each<[string, Partial<MatchedLearner>, Partial<MatchedMentor>, 'learnerScore' | 'mentorScore']>([
    ['a mentor whom the learner prefers', { preferred: ['m'] }, {}, 'learnerScore'],
    ['a learner of a kind that the mentor would rather help', {}, { prefersStages: ['beginning'] }, 'mentorScore'],
    ['who has waited longer', { waitingDays: 60 }, {}, 'mentorScore'],
  ])('counts for one side alone: %s', (_, l, m, side) => {
    const [before, after] = [pairOf({}, {}), pairOf(l, m)];
    const other = side === 'learnerScore' ? 'mentorScore' : 'learnerScore';
    expect(after?.[side]).toBeGreaterThan(before?.[side] ?? 1);
    expect(after?.[other]).toBe(before?.[other]);
  });

  test('the first wish, the rare skill and the first mentor count more', () => {
    expect(pairOf({}, { themes: ['cv'] })?.score).toBeGreaterThan(pairOf({}, { themes: ['interview'] })?.score ?? 1);
    expect(pairOf({ preferred: ['m', 'x'] }, {})?.learnerScore).toBeGreaterThan(
      pairOf({ preferred: ['x', 'm'] }, {})?.learnerScore ?? 1,
    );
    // `react` is everywhere, `node` is not, and their order alone would say the contrary.
    const even = pairOf({ skills: ['node', 'react'] }, { skills: ['react'] })?.score ?? 1;
    expect(pairOf({ skills: ['react', 'node'] }, { skills: ['node'] })?.score).toBeGreaterThan(even);
  });

  test('the place counts only for who would meet in person', () => {
    const far = { department: '13', city: null };
    expect(pairOf({}, far)?.score).toBeLessThan(pairOf({}, {})?.score ?? 0);
    expect(pairOf({ ways: ['voice'] }, far)?.score).toBe(pairOf({ ways: ['voice'] }, {})?.score);
  });

  test('a campaign changes weights; their sum stays 1', () => {
    const changed = weightsWith({ skills: 5, place: 0 });
    expect(Object.values(changed).reduce((a, b) => a + b, 0)).toBeCloseTo(1);
    expect(Object.keys(changed).sort()).toEqual(Object.keys(parts).sort());
    const only = { ...defaultWeighing, weights: weightsWith({ ...defaultWeights, themes: 0 }) };
    expect(pairOf({}, {}, only)?.reasons.map(({ part }) => part)).not.toContain('themes');
    expect(() => weightsWith({ time: -1 })).toThrow(RangeError);
    expect(() => weightsWith(Object.fromEntries(Object.keys(parts).map((part) => [part, 0])))).toThrow(RangeError);
  });

  test('what the law protects is no part of what is read', () => {
    expectTypeOf<keyof MatchedLearner>().toEqualTypeOf<
      | 'id'
      | 'themes'
      | 'skills'
      | 'languages'
      | 'hours'
      | 'ways'
      | 'city'
      | 'department'
      | 'avoids'
      | 'course'
      | 'campus'
      | 'stage'
      | 'preferred'
      | 'waitingDays'
    >();
  });

  test('any two: within [0, 1]; more in common is never worse; names change nothing', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = randomOf(seed);
        const { learners, mentors } = peopleOf(random, { learners: 1, mentors: 12 });
        const known = rarityAmong(mentors);
        const [asking] = learners;
        if (!asking) return;
        const all = { ...defaultWeighing, minimum: 0 };
        for (const other of mentors) {
          const found = fitOf(asking, other, known, all);
          if (!found) continue;
          const values = [found.learnerScore, found.mentorScore, found.score, ...found.reasons.map(({ value }) => value)];
          expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
          const more = [
            { ...other, skills: [...other.skills, ...asking.skills.slice(0, 1)] },
            { ...other, themes: [...new Set([...other.themes, ...asking.themes.slice(0, 1)])] },
            { ...other, hours: new Set([...other.hours, ...asking.hours]) },
            { ...other, languages: [...new Set([...other.languages, ...asking.languages])] },
            ...(asking.course === null ? [] : [{ ...other, courses: [...other.courses, asking.course] }]),
          ];
          for (const better of more) {
            const next = fitOf(asking, better, known, all);
            expect(next?.learnerScore).toBeGreaterThanOrEqual(found.learnerScore - 1e-12);
            expect(next?.mentorScore).toBeGreaterThanOrEqual(found.mentorScore - 1e-12);
          }
          const renamed = (id: string) => `x${id}`;
          const again = fitOf(
            { ...asking, id: renamed(asking.id), preferred: asking.preferred.map(renamed), avoids: asking.avoids.map(renamed) },
            { ...other, id: renamed(other.id) },
            known,
            all,
          );
          expect(again).toEqual(found);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('many people', () => {
  const { learners, mentors } = peopleOf(randomOf(4), { learners: 120, mentors: 300 });
  const among = rarityAmong(mentors);
  const everyFit = new Map(
    learners.map((one) => [
      one.id,
      mentors.flatMap((other) => {
        const found = fitOf(one, other, among);
        return found ? [{ mentor: other.id, ...found }] : [];
      }),
    ]),
  );

  test('all pairs that may be, at the scores that are shown', () => {
    const edges = edgesOf(learners, mentors);
    const expected = [...everyFit].flatMap(([id, fits]) =>
      fits.map(({ mentor: other, learnerScore, mentorScore }) => ({
        learner: id,
        mentor: other,
        learnerScore: expect.closeTo(learnerScore, 9),
        mentorScore: expect.closeTo(mentorScore, 9),
      })),
    );
    expect(edges.length).toBe(expected.length);
    for (const start of [0, 5_000]) expect(edges.slice(start, start + 200)).toEqual(expected.slice(start, start + 200));
  });

  test('of too many pairs, nearly the best of each learner, in whatever order people come', () => {
    const edges = edgesOf(learners, mentors, { most: 10 });
    const byLearner = Map.groupBy(edges, ({ learner: id }) => id);
    let [kept, best] = [0, 0];
    for (const [id, fits] of everyFit) {
      const own = byLearner.get(id) ?? [];
      expect(own.length).toBeLessThanOrEqual(10);
      kept += own.reduce((sum, { learnerScore, mentorScore }) => sum + (learnerScore + mentorScore) / 2, 0);
      best += fits
        .map(({ score }) => score)
        .sort((a, b) => b - a)
        .slice(0, 10)
        .reduce((a, b) => a + b, 0);
    }
    expect(kept / best).toBeGreaterThan(0.95);
    const turned = edgesOf(learners.toReversed(), mentors.toReversed(), { most: 10 });
    const named = (list: typeof edges) => list.map(({ learner: id, mentor: other }) => `${id} ${other}`).sort();
    expect(named(turned)).toEqual(named(edges));
    const room = mentors.map(({ id, seats }) => ({ id, capacity: seats }));
    const alone = [...everyFit].filter(([, fits]) => fits.length === 0).map(([id]) => id);
    expect(match({ learners, mentors: room, edges, seed: 1 }).unmatched).toEqual(alone);
  });

  test('the five best mentors of a learner, with reasons', () => {
    for (const one of learners.slice(0, 20)) {
      const best = bestMentors(one, mentors, 5);
      const expected = (everyFit.get(one.id) ?? []).sort(
        (a, b) => b.learnerScore - a.learnerScore || b.score - a.score || (a.mentor < b.mentor ? -1 : 1),
      );
      expect(best.map(({ mentor: { id } }) => id)).toEqual(expected.slice(0, 5).map(({ mentor: id }) => id));
      expect(best.every(({ fit: { reasons } }) => reasons.length > 0)).toBe(true);
    }
    expect(bestMentors(learner, [], 5)).toEqual([]);
  });

  test('when not all pairs are weighed, as many are seated as if they were', () => {
    const weighing = defaultWeighing;
    let missed = 0;
    for (const seed of [1, 2, 3, 4]) {
      const few = peopleOf(randomOf(seed), { learners: 120, mentors: 40 });
      const all = mostSeated({ ...few, weighing, seed: 1 });
      expect(mostSeated({ ...few, weighing, seed: 1, most: 2 })).toBe(all);
      const room = few.mentors.map(({ id, seats }) => ({ id, capacity: seats }));
      const edges = edgesOf(few.learners, few.mentors, { most: 2 });
      missed += all - seatedIn(prepare({ ...few, mentors: room, edges, seed: 1 }).largest).length;
    }
    expect(missed).toBeGreaterThan(0);
    // All share the same few best; nobody stays without beside a free seat of somebody who would do.
    const many = Array.from({ length: 21 }, (_, index) => ({ ...learner, id: `l${index}`, ways: [] }));
    const some = Array.from({ length: 8 }, (_, index) => ({ ...mentor, id: `m${index}`, ...(index >= 3 && { skills: [] }) }));
    const { of, suits } = matchWhole({ learners: many, mentors: some, weighing, seed: 1, most: 3 });
    expect([of.seats.pairs.length, of.stable.pairs.length]).toEqual([8, 8]);
    expect([suits(learner), suits({ ...learner, languages: ['ta'] })]).toEqual([true, false]);
  });

  test('who would rather be together is counted over all pairs, those that staff fixed too', () => {
    const liked = { ...mentor, id: 'liked' };
    const other = { ...mentor, id: 'other', skills: [], seats: 0 };
    const pair = fitOf(learner, { ...other, seats: 1 }, rarity);
    if (!pair) throw new Error('a pair');
    const { of } = matchWhole({
      learners: [learner, { ...learner, id: 'second', skills: ['sql'], course: null }],
      mentors: [liked, other],
      held: [{ learner: 'l', mentor: 'other', learnerScore: pair.learnerScore, mentorScore: pair.mentorScore }],
      weighing: defaultWeighing,
      seed: 1,
    });
    expect(of.seats.pairs).toEqual([{ learner: 'second', mentor: 'liked' }]);
    expect(of.seats.blocking).toEqual([{ learner: 'l', mentor: 'liked' }]);
  });

  test('an edge and the fit that is told are the same to the last bit, under any weights', () => {
    const weighing = { ...defaultWeighing, weights: weightsWith({ themes: 0.5, skills: 0.125, time: 0, field: 0.2 }) };
    const found = new Map(edgesOf(learners, mentors, { weighing }).map((edge) => [`${edge.learner} ${edge.mentor}`, edge]));
    for (const one of learners.slice(0, 40))
      for (const two of mentors) {
        const fit = fitOf(one, two, among, weighing);
        const edge = found.get(`${one.id} ${two.id}`);
        if (edge?.learnerScore !== fit?.learnerScore || edge?.mentorScore !== fit?.mentorScore)
          throw new Error(`${one.id} ${two.id} differ`);
      }
  });
});
