import { second } from '../../src/kernel/time.ts';

/** How long everything is done, and how often; times in milliseconds. */
export type Scale = {
  warmUp: number;
  /** Turns of each side, for what is quickly measured: short ones, so that two neighbours have the same machine. */
  turns: number;
  interactions: number;
  events: number;
  /** Turns of each side, for what needs fresh processes. */
  launches: number;
  /** With so many in flight at most `inFlight / 1.6` a second can be completed: see `slowness`. */
  crowd: { inFlight: number; settle: number; measured: number };
  members: number;
  /** Accounts that arrive in a raid, and within how long. */
  raid: { accounts: number; over: number };
  /** Times that each search is done in a turn. */
  searches: number;
};

export const full: Scale = {
  warmUp: 6 * second,
  turns: 45,
  interactions: 400,
  events: 4_000,
  launches: 3,
  crowd: { inFlight: 2_500, settle: 5 * second, measured: 4 * second },
  members: 100_000,
  raid: { accounts: 5_000, over: 60 * second },
  searches: 100,
};

/** To see that it runs: too short and too seldom to believe. */
export const quick: Scale = {
  ...full,
  warmUp: second / 2,
  turns: 3,
  interactions: 400,
  events: 5_000,
  launches: 1,
  crowd: { ...full.crowd, settle: 3 * second, measured: second },
  raid: { accounts: 500, over: 6 * second },
  searches: 10,
};
