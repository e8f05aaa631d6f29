import { day } from '../../../kernel/time.ts';

/** Open offers of one company, or of one alumni who relays. */
export const mostOpen = 5;
/** New offers a day, unless the company is verified for three months. */
export const mostADay = 1;
export const trustedAge = 90 * day;

type Count = { openCount: number; postedToday: number; verifiedSince: Date | null; today: Date };

/** Which limit one more would pass; null when there is room. */
export function quotaOf({ openCount, postedToday, verifiedSince, today }: Count): 'open' | 'daily' | null {
  if (openCount >= mostOpen) return 'open';
  const isEstablished = verifiedSince !== null && today.getTime() - verifiedSince.getTime() >= trustedAge;
  return !isEstablished && postedToday >= mostADay ? 'daily' : null;
}
