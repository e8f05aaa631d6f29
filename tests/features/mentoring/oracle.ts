import loadHighs from 'highs';
import type { Instance } from './market.ts';

/** Its types are those of the CommonJS build, whose module is an object; the one that Node loads is the function itself. */
const { solve } = await (loadHighs as unknown as typeof loadHighs.default)();

const sum = (terms: readonly string[]): string => (terms.length === 0 ? '0 x0' : terms.join(' + '));

/** What keeps an instance to its seats, with `x0`, `x1` … for its edges. */
function seatsOf({ learners, mentors, edges }: Instance): string[] {
  const named = edges.map((edge, index) => ({ ...edge, name: `x${index}` }));
  const byLearner = Map.groupBy(named, ({ learner }) => learner);
  const byMentor = Map.groupBy(named, ({ mentor }) => mentor);
  return [
    ...learners.flatMap(({ id }) =>
      byLearner.has(id) ? [`${sum((byLearner.get(id) ?? []).map(({ name }) => name))} <= 1`] : [],
    ),
    ...mentors.flatMap(({ id, capacity }) =>
      byMentor.has(id) ? [`${sum((byMentor.get(id) ?? []).map(({ name }) => name))} <= ${capacity}`] : [],
    ),
  ];
}

function solved(lines: readonly string[], seconds: number): number | null {
  const found = solve(lines.join('\n'), { time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5e-6, output_flag: false });
  return found.Status === 'Optimal' ? found.ObjectiveValue : null;
}

/** The largest total of both scores; of the matchings that seat `size` when it is given. A transport problem: the answer of its linear relaxation is whole. */
export function bestTotal(instance: Instance, size?: number): number {
  const { edges } = instance;
  if (edges.length === 0) return 0;
  const all = edges.map((_, index) => `x${index}`);
  const found = solved(
    [
      'Maximize',
      ` obj: ${edges.map(({ learnerScore, mentorScore }, index) => `${(learnerScore + mentorScore).toFixed(12)} x${index}`).join(' + ')}`,
      'Subject To',
      ...seatsOf(instance),
      ...(size === undefined ? [] : [`${sum(all)} = ${size}`]),
      'End',
    ],
    60,
  );
  if (found === null) throw new Error('no largest total was found');
  return found;
}

/**
 * The fewest pairs that can block a matching of `size` learners; null when that takes longer than `seconds`. A pair does not block (`z` = 0) when the learner has
 * something as good or all seats of the mentor are taken by people as good.
 */
export function fewestBlocking(instance: Instance, size: number, seconds: number): number | null {
  const { edges, mentors } = instance;
  if (edges.length === 0) return 0;
  const capacity = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  const all = edges.map((_, index) => `x${index}`);
  const covers = edges.flatMap((edge, index) => {
    const seats = capacity.get(edge.mentor) ?? 0;
    if (seats === 0) return [];
    const terms = edges.flatMap((other, number) => {
      const own = other.learner === edge.learner && other.learnerScore >= edge.learnerScore ? seats : 0;
      const guest = other.mentor === edge.mentor && other.mentorScore >= edge.mentorScore ? 1 : 0;
      return own + guest > 0 ? [`${own + guest} x${number}`] : [];
    });
    return [`${sum([...terms, `${seats} z${index}`])} >= ${seats}`];
  });
  const found = solved(
    [
      'Minimize',
      ` obj: ${edges.map((_, index) => `z${index}`).join(' + ')}`,
      'Subject To',
      ...seatsOf(instance),
      `${sum(all)} = ${size}`,
      ...covers,
      'Binary',
      ...edges.map((_, index) => `x${index} z${index}`),
      'End',
    ],
    seconds,
  );
  return found === null ? null : Math.round(found);
}
