import type { Clock } from '../../kernel/time.ts';
import { second } from '../../kernel/time.ts';

/** How many events a session keeps for a socket that dropped. A session that missed more cannot be resumed. */
const replayLimit = 5_000;

/** How long a session outlives its socket; real sessions live for a few minutes. */
const sessionLife = 180 * second;

/** One identified connection of the bot, as long as it can be resumed; sockets come and go under it. */
export type Session = {
  readonly id: string;
  readonly token: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly largeThreshold: number;
  /** Whether a socket carries the session now. */
  isConnected(): boolean;
  /** Has been without a socket for too long. */
  isExpired(): boolean;
  /** Whether `sequence` is one that this session can be resumed from. `future`: it was never sent. */
  canResume(sequence: number): 'yes' | 'lost' | 'future';
  /** Numbers the event, keeps it for replays and sends it if a socket is there. `json` is the event's `d`. */
  dispatch(event: string, json: string): void;
  /** Gives the session a socket, after what it missed since `sequence` was sent again. */
  attach(send: (payload: string) => void, sequence: number): void;
  detach(): void;
};

export type SessionOptions = Pick<Session, 'id' | 'token' | 'intents' | 'shard' | 'largeThreshold'> & { clock: Clock };

export function createSession({ clock, ...identity }: SessionOptions): Session {
  let sequence = 0;
  let send: ((payload: string) => void) | null = null;
  let detachedAt = 0;
  let sent: { sequence: number; payload: string }[] = [];
  let forgotten = 0;

  const isExpired = () => send === null && clock.now().getTime() - detachedAt > sessionLife;

  return {
    ...identity,
    isConnected: () => send !== null,
    isExpired,
    canResume(from) {
      if (from > sequence) return 'future';
      return isExpired() || from < forgotten ? 'lost' : 'yes';
    },
    dispatch(event, json) {
      sequence += 1;
      const payload = `{"op":0,"t":"${event}","s":${sequence},"d":${json}}`;
      sent.push({ sequence, payload });
      if (sent.length > 2 * replayLimit) {
        sent = sent.slice(-replayLimit);
        forgotten = sequence - replayLimit;
      }
      send?.(payload);
    },
    attach(to, from) {
      for (const missed of sent) if (missed.sequence > from) to(missed.payload);
      send = to;
    },
    detach() {
      send = null;
      detachedAt = clock.now().getTime();
    },
  };
}
