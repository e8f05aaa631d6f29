import type { MovableClock } from '../kernel/time.ts';
import type { Persona } from './persona/persona.ts';
import type { User, World } from './world.ts';

export type SandboxOptions = {
  /** 0: any free port. */
  port?: number;
  /** Default: one that follows the system clock. */
  clock?: MovableClock;
  /** Judge every request, answer and event against Discord's schemas. */
  strict?: boolean;
  /** Serve the page. */
  page?: boolean;
  world?: World;
};

/** A running local Discord. */
export type Sandbox = {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** `url` + `/api`: the REST base that discord.js wants. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly applicationId: string;
  /** The first guild. */
  readonly guildId: string;
  readonly world: World;
  readonly clock: MovableClock;
  /** By id, username or displayed name. */
  persona(userIdOrName: string): Persona;
  newPersona(person: { username: string; globalName?: string; locale?: User['locale'] }): Persona;
  stop(): Promise<void>;
};
