/** What the points of somebody make the program propose, never do. */
export type Proposal = 'none' | 'timeout' | 'removal';

export type Steps = { timeoutAt: number; removalAt: number };

export const proposalFor = (points: number, { timeoutAt, removalAt }: Steps): Proposal =>
  points >= removalAt ? 'removal' : points >= timeoutAt ? 'timeout' : 'none';

/** A timeout that is proposed lasts a day. */
export const proposedSeconds = 86_400;
