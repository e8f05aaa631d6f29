import type { Facts } from '../facts.ts';
import { normalise } from '../normal.ts';
import { all, byAuthor, byChannel, byName, byPrint } from '../windows.ts';
import { type Group, least, mostSteps, type Placed, type Reader } from './common.ts';

/** Is it the k-th newest, and is that one still in the window? */
const isFull = (times: readonly number[], limit: number, since: number): boolean =>
  (times[limit - 1] ?? Number.NEGATIVE_INFINITY) >= since;

export function windowReaders(group: Group): Reader[] {
  const readers: Reader[] = [];
  const scopes = (scope: 'person' | 'channels' | 'people') =>
    (group.duplicates ?? []).filter(({ trigger }) => trigger.scope === scope);
  for (const scope of ['person', 'channels', 'people'] as const) {
    const placed = scopes(scope);
    if (placed.length === 0) continue;
    const longest = Math.max(...placed.map(({ trigger }) => trigger.seconds)) * 1_000;
    const highest = Math.max(...placed.map(({ trigger }) => trigger.least));
    const lowest = least(placed.map(({ trigger }) => trigger.least));
    const leastLetters = least(placed.map(({ trigger }) => trigger.letters));
    readers.push(({ facts, windows, print, substance, reading }, emit) => {
      if (facts.kind !== 'message' || print === 0 || substance < leastLetters || reading.hasCode) return;
      const chain =
        scope === 'people'
          ? windows.sent.walk(byPrint, print, facts.at - longest)
          : windows.sent.walk(byAuthor, facts.authorId, facts.at - longest);
      const times: number[] = [];
      const seen = new Set<string>();
      const others: { channelId: string; messageId: string }[] = [];
      let steps = 0;
      for (const sent of chain) {
        if (++steps > mostSteps || times.length >= highest) break;
        if (sent.print !== print) continue;
        if (sent.authorId === facts.authorId && sent.messageId !== facts.messageId)
          others.push({ channelId: sent.channelId, messageId: sent.messageId });
        const key = scope === 'person' ? sent.messageId : scope === 'channels' ? sent.channelId : sent.authorId;
        if (seen.has(key)) continue;
        seen.add(key);
        times.push(sent.at);
      }
      if (times.length < lowest) return;
      for (const one of placed) {
        const { least: limit, seconds, letters } = one.trigger;
        if (substance >= letters && isFull(times, limit, facts.at - seconds * 1_000))
          emit(one, { code: 'duplicates', values: [scope], count: times.length, limit, seconds }, [], others);
      }
    });
  }
  for (const scope of ['person', 'channel'] as const) {
    const placed = (group.burst ?? []).filter(({ trigger }) => trigger.scope === scope);
    if (placed.length === 0) continue;
    const longest = Math.max(...placed.map(({ trigger }) => trigger.seconds)) * 1_000;
    const highest = Math.max(...placed.map(({ trigger }) => trigger.least));
    const lowest = least(placed.map(({ trigger }) => trigger.least));
    readers.push(({ facts, windows }, emit) => {
      if (facts.kind !== 'message' || facts.channelId === null) return;
      const key = scope === 'person' ? facts.authorId : facts.channelId;
      const times: number[] = [];
      const seen = new Set<string>();
      const others: { channelId: string; messageId: string }[] = [];
      for (const sent of windows.sent.walk(scope === 'person' ? byAuthor : byChannel, key, facts.at - longest)) {
        // What is told again after a restart was read from the copies already.
        if (seen.has(sent.messageId)) continue;
        seen.add(sent.messageId);
        times.push(sent.at);
        if (sent.authorId === facts.authorId && sent.messageId !== facts.messageId)
          others.push({ channelId: sent.channelId, messageId: sent.messageId });
        if (times.length >= highest) break;
      }
      if (times.length < lowest) return;
      for (const one of placed) {
        const { least: limit, seconds } = one.trigger;
        if (isFull(times, limit, facts.at - seconds * 1_000))
          emit(one, { code: 'burst', values: [scope], count: times.length, limit, seconds }, [], others);
      }
    });
  }
  return readers;
}

export function joinReaders(group: Group): Reader[] {
  const readers: Reader[] = [];
  const over = (
    placed: readonly (Placed<'join_rate'> | Placed<'similar_names'>)[],
    chain: number,
    keyOf: (facts: Facts) => string,
  ): void => {
    if (placed.length === 0) return;
    const longest = Math.max(...placed.map(({ trigger }) => trigger.seconds)) * 1_000;
    const highest = Math.max(...placed.map(({ trigger }) => trigger.least));
    readers.push(({ facts, windows }, emit) => {
      const key = keyOf(facts);
      if (key === '') return;
      const times: number[] = [];
      const seen = new Set<string>();
      for (const { userId, at } of windows.joined.walk(chain, key, facts.at - longest)) {
        if (seen.has(userId)) continue;
        seen.add(userId);
        times.push(at);
        if (times.length >= highest) break;
      }
      for (const one of placed) {
        const { kind, least: limit, seconds } = one.trigger;
        if (isFull(times, limit, facts.at - seconds * 1_000))
          emit(one, {
            code: kind,
            values: kind === 'similar_names' ? [facts.authorName] : [],
            count: times.length,
            limit,
            seconds,
          });
      }
    });
  };
  over(group.join_rate ?? [], all, () => 'all');
  over(group.similar_names ?? [], byName, ({ authorName }) => nameKey(authorName));
  return readers;
}

/** What raiders have in common, whose names differ by a number. Too short a name says nothing. */
export function nameKey(name: string): string {
  const letters = normalise(name).replace(/[^\p{L}]/gu, '');
  return letters.length >= 4 ? letters : '';
}
