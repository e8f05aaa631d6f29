/** The matching, for features that run it: pure, and nothing here reaches the database, so that a thread may load it. */
export { edgesOf } from '../rules/edge.ts';
export { type First, match } from '../rules/matching.ts';
export { defaultWeights, rarityAmong, type Weighing, weightsWith } from '../rules/part.ts';
export { fitOf } from '../rules/score.ts';
