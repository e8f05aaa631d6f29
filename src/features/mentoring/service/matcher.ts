/** The matching, for features that run it: pure, and nothing here reaches the database, so that a thread may load it. */
export { edgesOf } from '../rules/edge.ts';
export { type First, match } from '../rules/matching.ts';
export { defaultWeights, fitOf, rarityAmong, type Weighing, weightsWith } from '../rules/score.ts';
