import type { RaidLevel } from '../../../kernel/moderation.ts';
import { second } from '../../../kernel/time.ts';
import { type Arrival, isAbove, levelFor, mostWatched, scoreOf, type Thresholds, watched } from './level.ts';

/** How often the same level is told again, so that the raid does not go down while it lasts. */
const tellAgain = 10 * second;

/** A minute of arrivals takes so many before a score is worth computing: the lightest threshold is 3. */
const fewest = 2;

type Server = { arrivals: Arrival[]; told: RaidLevel; toldAt: number };

/**
 * The arrivals of the last minute, by server. It only makes a raid known at once: who restarts finds it again in the database, where
 * the members' arrivals are. At most 300 arrivals a server are held, and none once a minute has passed without one.
 */
export function createWatch() {
  const servers = new Map<string, Server>();

  return {
    /** Takes one arrival; the level to raise to, or null when nothing new is to be said. */
    see(guildId: string, arrival: Arrival, thresholds: Thresholds): RaidLevel | null {
      const { at } = arrival;
      const server = servers.get(guildId) ?? { arrivals: [], told: 'none', toldAt: 0 };
      const others = server.arrivals.filter((other) => other.at > at - watched && other.userId !== arrival.userId);
      server.arrivals = [...others, arrival].slice(-mostWatched);
      servers.set(guildId, server);
      if (servers.size > 1) forget(at);
      if (server.arrivals.length < fewest) return null;
      const level = levelFor(scoreOf(server.arrivals), thresholds);
      if (level === 'none') return null;
      if (!isAbove(level, server.told) && at - server.toldAt < tellAgain) return null;
      server.told = level;
      server.toldAt = at;
      return level;
    },
  };

  function forget(now: number): void {
    for (const [guildId, { arrivals }] of servers) {
      const last = arrivals.at(-1);
      if (!last || last.at <= now - watched) servers.delete(guildId);
    }
  }
}

export type Watch = ReturnType<typeof createWatch>;
