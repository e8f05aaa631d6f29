import type { MentorHoldKind, MentorPause } from '../../../../prisma/client/client.ts';

/** What people call the reasons: the first is said of somebody for whom several hold. */
const pauses: readonly (readonly [kind: MentorHoldKind, cause: MentorPause])[] = [
  ['absent', 'absent'],
  ['ban', 'sanction'],
  ['sanction', 'sanction'],
  ['timeout', 'sanction'],
  ['renewal', 'renewal'],
  ['silence', 'silence'],
  ['own', 'own'],
];

export type Hold = { kind: MentorHoldKind; until: Date | null };
export type Pause = { as: MentorPause; until: Date | null };

/** The pause that these reasons make; null without one. Several of a kind last as long as the longest. */
export function pauseOf(holds: readonly Hold[]): Pause | null {
  const first = pauses.find(([kind]) => holds.some((hold) => hold.kind === kind));
  if (!first) return null;
  const [, as] = first;
  const same = holds.filter(({ kind }) => pauses.some(([one, cause]) => one === kind && cause === as));
  const ends = same.flatMap(({ until }) => (until ? [until.getTime()] : []));
  return { as, until: ends.length < same.length ? null : new Date(Math.max(...ends)) };
}
