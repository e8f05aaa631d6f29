/** What is done with the thread of a pair is done one after the other. */
export const turnOf = (pairId: number): string => `pairs.room:${pairId}`;
