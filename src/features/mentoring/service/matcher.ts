/** The matching, for features that run it: pure, and nothing here reaches the database, so that a thread may load it. */
export { type First, match } from '../rules/matching.ts';
export { defaultWeights, edgesOf, fitOf, rarityOf, type Weights } from '../rules/score.ts';
