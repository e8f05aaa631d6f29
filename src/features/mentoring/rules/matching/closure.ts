import { at, realAt } from './market.ts';

/** What stays in a pipe whose capacity is a difference of sums. */
const tiny = 1e-9;

/**
 * The set of tasks of the largest total value that holds, with each task, all those it needs: the closure problem (Picard 1976), solved as a minimum cut
 * by blocking flows (Dinic 1970). `needs` holds pairs, task after needed task. Answers whether each task is in; null when more than `mostWork` arcs
 * would be looked at.
 */
export function bestClosure(values: Float64Array, needs: readonly number[], mostWork: number): Int32Array | null {
  const count = values.length;
  const source = count;
  const sink = count + 1;
  const arcs = 2 * (count + needs.length / 2);
  const to = new Int32Array(arcs);
  const room = new Float64Array(arcs);
  const before = new Int32Array(arcs);
  const last = new Int32Array(count + 2).fill(-1);
  let used = 0;
  const pipe = (a: number, b: number, width: number) => {
    for (const [tail, head, size] of [
      [a, b, width],
      [b, a, 0],
    ] as const) {
      to[used] = head;
      room[used] = size;
      before[used] = at(last, tail);
      last[tail] = used++;
    }
  };
  values.forEach((value, task) => {
    if (value >= 0) pipe(source, task, value);
    else pipe(task, sink, -value);
  });
  for (let index = 0; index < needs.length; index += 2) pipe(needs[index] ?? 0, needs[index + 1] ?? 0, Number.MAX_VALUE);

  const depth = new Int32Array(count + 2);
  const queue = new Int32Array(count + 2);
  const next = new Int32Array(count + 2);
  const path = new Int32Array(count + 2);
  let work = 0;

  function layer(): boolean {
    depth.fill(-1);
    depth[source] = 0;
    queue[0] = source;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const node = at(queue, head);
      for (let arc = at(last, node); arc >= 0; arc = at(before, arc)) {
        work++;
        const other = at(to, arc);
        if (at(depth, other) >= 0 || realAt(room, arc) <= tiny) continue;
        depth[other] = at(depth, node) + 1;
        queue[tail++] = other;
      }
    }
    return at(depth, sink) >= 0;
  }

  /** One path of the layers, filled; false when there is none left. */
  function fill(): boolean {
    let length = 0;
    let node = source;
    while (node !== sink) {
      const arc = at(next, node);
      work++;
      if (arc < 0) {
        if (length === 0) return false;
        node = at(to, at(path, --length) ^ 1);
        next[node] = at(before, at(next, node));
        continue;
      }
      const other = at(to, arc);
      if (realAt(room, arc) > tiny && at(depth, other) === at(depth, node) + 1) {
        path[length++] = arc;
        node = other;
      } else next[node] = at(before, arc);
    }
    let width = Number.MAX_VALUE;
    for (let step = 0; step < length; step++) width = Math.min(width, realAt(room, at(path, step)));
    for (let step = 0; step < length; step++) {
      const arc = at(path, step);
      room[arc] = realAt(room, arc) - width;
      room[arc ^ 1] = realAt(room, arc ^ 1) + width;
    }
    return true;
  }

  while (layer()) {
    next.set(last);
    while (fill()) if (work > mostWork) return null;
  }
  return Int32Array.from({ length: count }, (_, task) => Number(at(depth, task) >= 0));
}
