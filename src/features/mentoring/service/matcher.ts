/** The matching, for features that run it: pure, and nothing here reaches the database, so that a thread may load it. */
export type { First } from '../rules/matching.ts';
export { defaultWeights, rarityAmong, type Weighing, weightsWith } from '../rules/part.ts';
export { fitOf } from '../rules/score.ts';
export { offsets } from '../rules/time.ts';
export { type Held, matchWhole } from '../rules/whole.ts';
