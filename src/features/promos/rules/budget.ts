import type { Day } from '../../../kernel/day.ts';
import type { Template } from '../../catalogue/service/template.ts';
import { type Counts, limits, needsOf, overfull, type Shortage } from './space.ts';

/** Roles and channels that come (or, below zero, go) on a day. */
export type Wave = Counts & { on: Day };

/** The fullest that a server will be, and on which day. */
export type Peak = { roles: number; channels: number; rolesOn: Day; channelsOn: Day };

/** From what is there today, through all that comes and goes. On a day that has both, what comes is first. */
export function peakOf(there: Counts, waves: readonly Wave[], today: Day): Peak {
  const peak: Peak = { ...there, rolesOn: today, channelsOn: today };
  let { roles, channels } = there;
  for (const { on, ...wave } of [...waves].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : b.channels - a.channels))) {
    roles += wave.roles;
    channels += wave.channels;
    const day = on < today ? today : on;
    if (roles > peak.roles) Object.assign(peak, { roles, rolesOn: day });
    if (channels > peak.channels) Object.assign(peak, { channels, channelsOn: day });
  }
  return peak;
}

export const isTooFull = ({ roles, channels }: Counts): boolean => roles > limits.roles || channels > limits.channels;

/** What Discord would be asked beyond its limits on the fullest day with a space, `own`, among all that comes and goes. */
export function shortages(
  template: Template,
  { there, waves, own, today }: { there: Counts; waves: readonly Wave[]; own: readonly Wave[]; today: Day },
): Shortage[] {
  const needed = needsOf(template);
  const without = peakOf(there, waves, today);
  const peak = peakOf(there, [...waves, ...own], today);
  const short = (what: 'roles' | 'channels', on: Day): Shortage[] =>
    // A day that is too full without this space is not its doing.
    peak[what] > limits[what] && peak[what] > without[what]
      ? [{ what, limit: limits[what], there: peak[what] - needed[what], needed: needed[what], ...(on > today && { on }) }]
      : [];
  return [...short('roles', peak.rolesOn), ...short('channels', peak.channelsOn), ...overfull(template)];
}
