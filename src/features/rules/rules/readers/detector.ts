import type { Facts } from '../facts.ts';
import { findSecret, shortestSecret } from '../secret.ts';
import { type Group, least, mostQuoted, type Placed, type Reader } from './common.ts';

export function detectors(group: Group): Reader[] {
  const readers: Reader[] = [];
  for (const kind of ['phishing', 'spam', 'job_spam'] as const) {
    const placed: readonly Placed<'phishing' | 'spam' | 'job_spam'>[] = group[kind] ?? [];
    const lowest = least(placed.map(({ trigger }) => trigger.score));
    if (placed.length > 0)
      readers.push(({ weighed, facts }, emit) => {
        const all = weighed();
        const { score, families } = all[kind];
        if (score < lowest) return;
        for (const one of placed) {
          if (score < one.trigger.score) continue;
          if (one.trigger.kind === 'job_spam' && isIn(one.trigger.channelIds, facts)) continue;
          emit(one, { code: kind, values: families, score, limit: one.trigger.score }, all.spans.slice(0, mostQuoted));
        }
      });
  }
  if (group.secret)
    readers.push(({ reading }, emit) => {
      if (reading.longestToken < shortestSecret && !reading.text.includes('-----BEGIN')) return;
      for (const one of group.secret ?? []) {
        const found = findSecret(reading.text, one.trigger.secrets);
        if (found) emit(one, { code: 'secret', values: [found.kind] }, [{ start: found.start, end: found.end }]);
      }
    });
  return readers;
}

const isIn = (ids: readonly string[], { channelId, parentId, categoryId }: Facts): boolean =>
  ids.length > 0 && [channelId, parentId, categoryId].some((id) => id !== null && ids.includes(id));
