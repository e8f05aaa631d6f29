import type { Group } from '../wire.ts';

/** Who of a raid is meant. */
export const ofGroup = <T extends { isYoung: boolean; isAlike: boolean }>(people: readonly T[], group: Group): T[] =>
  people.filter(({ isYoung, isAlike }) => group === 'all' || (group === 'young' ? isYoung : isAlike));

/** Names on a page of the plan: as many as a menu has options. */
export const pageSize = 25;
