import { edgesOf } from '../../src/features/mentoring/rules/edge.ts';
import { match } from '../../src/features/mentoring/rules/matching.ts';
import { bestMentors, defaultWeighing, rarityAmong } from '../../src/features/mentoring/rules/score.ts';
import { say } from '../../src/infra/process.ts';
import { type Family, families, type Instance, instanceOf, randomOf, type Size, totalOf } from '../features/mentoring/market.ts';
import { bestTotal, fewestBlocking } from '../features/mentoring/oracle.ts';
import { peopleOf } from '../features/mentoring/people.ts';
import { type Fact, type Measure, quantile } from './measure.ts';
import type { Scale } from './scale.ts';

/** Small enough for the exact minimum of blocking pairs; the last one for the exact total alone. */
const small: readonly Size[] = [
  { learners: 40, mentors: 12, degree: 5 },
  { learners: 40, mentors: 15, degree: 8 },
  { learners: 40, mentors: 30, degree: 4, capacity: 1.3 },
  { learners: 30, mentors: 30, degree: 3, capacity: 1 },
];
const large: Size = { learners: 300, mentors: 100, degree: 12 };
const longest = 10;

const timed = <T>(act: () => T): { value: T; milliseconds: number } => {
  const began = performance.now();
  const value = act();
  return { value, milliseconds: performance.now() - began };
};
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const cell = (value: string | number, width = 9): string => String(value).padStart(width);

type Judged = { ours: number; exact: number | null; share: number; milliseconds: number };

function judge(instance: Instance, seed: number, isCounted: boolean): Judged {
  const { value, milliseconds } = timed(() => match({ ...instance, seed }));
  const ours = value.blocking.length;
  const exact = ours === 0 ? 0 : isCounted ? fewestBlocking(instance, value.pairs.length, longest) : null;
  return { ours, exact, share: totalOf(instance, value) / bestTotal(instance, value.pairs.length), milliseconds };
}

/** A line of a family: its blocking pairs beside the fewest, its total beside the largest of the same size. */
function lineOf(family: Family, judged: readonly Judged[]): string {
  const known = judged.filter(({ exact }) => exact !== null);
  const sum = (pick: (one: Judged) => number) => known.reduce((total, one) => total + pick(one), 0);
  return [
    family.padEnd(11),
    cell(judged.length),
    cell(sum(({ ours }) => ours)),
    cell(sum(({ exact }) => exact ?? 0)),
    cell(known.filter(({ ours, exact }) => ours === exact).length),
    cell(judged.length - known.length),
    cell(mean(judged.map(({ share }) => share)).toFixed(3)),
    cell(Math.min(...judged.map(({ share }) => share)).toFixed(3)),
    cell(mean(judged.map(({ milliseconds }) => milliseconds)).toFixed(1)),
  ].join('');
}

/** How good the answers are, by family, against the exact ones. */
function quality(count: number): Fact[] {
  const heading = [
    'family'.padEnd(11),
    ...['instances', 'blocking', 'fewest', 'equal', 'unknown', 'total', 'least', 'ms'].map((word) => cell(word)),
  ];
  const facts: Fact[] = [];
  const shares: number[] = [];
  for (const [what, sizes] of [
    [`up to ${small[0]?.learners ?? 0} learners`, small],
    [`${large.learners} learners, ${large.mentors} mentors (only where none blocks is the fewest known)`, [large]],
  ] as const) {
    say(`\nmatching, ${what}: pairs that block and the fewest that can; total, as a share of the largest of the same size`);
    say(heading.join(''));
    for (const family of families) {
      const judged = sizes.flatMap((size) =>
        Array.from({ length: count }, (_, seed) => judge(instanceOf(family, size, randomOf(seed)), seed, sizes === small)),
      );
      say(lineOf(family, judged));
      const share = mean(judged.map((one) => one.share));
      shares.push(share);
      facts.push({
        what: `matching, ${what}, ${family}: total ≥ 0.85 of the largest`,
        holds: share >= 0.85,
        detail: share.toFixed(4),
      });
    }
  }
  const all = mean(shares);
  return [...facts, { what: 'matching: total ≥ 0.9 of the largest on average', holds: all >= 0.9, detail: all.toFixed(4) }];
}

/** Time and memory by the number of learners, a fifth as many mentors, 20 edges each. */
function curve(sizes: readonly number[]): void {
  say('\nmatching at scale, 20 edges a learner: milliseconds, MB more, seated, blocking');
  for (const learners of sizes) {
    const instance = instanceOf('uniform', { learners, mentors: learners / 5, degree: 20 }, randomOf(1));
    const before = process.memoryUsage();
    const { value, milliseconds } = timed(() => match({ ...instance, seed: 1 }));
    const after = process.memoryUsage();
    const used = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
    say(
      `${cell(learners)} learners${cell(milliseconds.toFixed(0))} ms${cell(Math.max(0, used).toFixed(0))} MB${cell(value.pairs.length)}${cell(value.blocking.length)}`,
    );
  }
}

/** From what people said to who is paired, and the five best of many. */
function speed({ launches }: Scale): Measure[] {
  const { learners, mentors } = peopleOf(randomOf(1), { learners: 10_000, mentors: 2_000 });
  const room = mentors.map(({ id, seats }) => ({ id, capacity: seats }));
  const scored: number[] = [];
  const matched: number[] = [];
  for (let turn = 0; turn < launches; turn++) {
    const edges = timed(() => edgesOf(learners, mentors));
    const answer = timed(() => match({ learners, mentors: room, edges: edges.value, seed: 1 }));
    scored.push(edges.milliseconds);
    matched.push(answer.milliseconds);
  }
  const crowd = peopleOf(randomOf(2), { learners: 60, mentors: 5_000 });
  const rarity = rarityAmong(crowd.mentors);
  const best = crowd.learners.map(
    (learner) => timed(() => bestMentors(learner, crowd.mentors, 5, defaultWeighing, rarity)).milliseconds,
  );
  return [
    { what: '10 000 learners × 2 000 mentors: scored', unit: 'ms', ours: scored, counts: 'value' },
    { what: '10 000 learners × 2 000 mentors: matched', unit: 'ms', ours: matched, counts: 'value' },
    {
      what: '10 000 learners × 2 000 mentors, 20 each: scored and matched once, warm',
      unit: 's',
      ours: scored.map((milliseconds, turn) => (milliseconds + (matched[turn] ?? 0)) / 1000),
      counts: 'value',
      target: { most: 1 },
    },
    { what: 'five best of 5 000 mentors: p50', unit: 'ms', ours: [quantile(best, 0.5)], counts: 'value' },
    { what: 'five best of 5 000 mentors: p99', unit: 'ms', ours: [quantile(best, 0.99)], counts: 'value', target: { most: 15 } },
  ];
}

/** How good and how fast mentors are found. */
export function measureMentoring(scale: Scale): { measures: Measure[]; facts: Fact[] } {
  const isQuick = scale.launches === 1;
  const facts = quality(isQuick ? 1 : 10);
  curve(isQuick ? [1_000, 10_000] : [1_000, 10_000, 100_000]);
  return { measures: speed(scale), facts };
}
