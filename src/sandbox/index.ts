import { type MovableClock, minute, movableClock, systemClock } from '../kernel/time.ts';
import { createFaults, type Faults } from './faults.ts';
import { attachGateway, type Gateway } from './gateway.ts';
import { loadJudge, type Violation } from './judge.ts';
import { archiveQuietThreads } from './operations/threads.ts';
import { isOwn } from './page/guard.ts';
import { createPersona } from './persona/driver.ts';
import type { Persona } from './persona/persona.ts';
import { addUser, defaultWorld } from './population.ts';
import { createRateLimits } from './ratelimit.ts';
import { type PageHandler, startServer } from './server.ts';
import type { Guild, User, World } from './world.ts';

export type SandboxOptions = {
  /** 0: any free port. */
  port?: number;
  /** Default: one that follows the system clock. A given `world` must have been made on it. */
  clock?: MovableClock;
  /** Judge every request, answer and event against Discord's schemas. */
  strict?: boolean;
  /** Serve the page. */
  page?: boolean;
  world?: World;
  /** Hold the bot to Discord's rate limits; default true. */
  rateLimits?: boolean;
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
  readonly gateway: Gateway;
  readonly faults: Faults;
  /** What the judge found, and errors of the sandbox itself. */
  readonly violations: Violation[];
  /** By id, username or displayed name. */
  persona(userIdOrName: string): Persona;
  newPersona(person: { username: string; globalName?: string; locale?: User['locale'] }): Persona;
  stop(): Promise<void>;
};

/** How often quiet threads are looked for. */
const archivePeriod = 10 * minute;

/** Starts a local Discord on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? movableClock();
  const world = options.world ?? defaultWorld(clock);
  const violations: Violation[] = [];
  const faults = createFaults();
  const judge = options.strict ? await loadJudge() : null;
  let page: { handle: PageHandler; stop(): void } | null = null;
  const server = await startServer(
    {
      world,
      faults,
      limits: createRateLimits(systemClock, { enabled: options.rateLimits ?? true }),
      transportClock: systemClock,
      judge,
      violations,
      page: () => page?.handle ?? null,
    },
    options.port ?? 0,
  );
  world.origin = server.url;
  const inspect = (event: string, data: object) => {
    if (judge) violations.push(...judge.judgeDispatch(event, JSON.parse(JSON.stringify(data))));
  };
  const gateway = attachGateway(server.server, world, { accept: isOwn, inspect });
  server.serveGateway(gateway);
  // The gateway completes a GUILD_CREATE for each session, and has it judged then.
  const stopJudging = judge ? world.listen(({ event, data }) => event !== 'GUILD_CREATE' && inspect(event, data)) : () => {};

  const stopArchiving = repeat(clock, archivePeriod, () => archiveQuietThreads(world));
  const home = (): Guild => {
    const [first] = world.guilds.values();
    if (!first) throw new Error('this world has no guild');
    return first;
  };
  const personas = new Map<string, Persona>();
  const personaOf = (user: User): Persona => {
    const persona = personas.get(user.id) ?? createPersona(world, user, home);
    personas.set(user.id, persona);
    return persona;
  };

  const sandbox: Sandbox = {
    url: server.url,
    apiUrl: `${server.url}/api`,
    botToken: world.application.token,
    applicationId: world.application.id,
    guildId: home().id,
    world,
    clock,
    gateway,
    faults,
    violations,
    persona(userIdOrName) {
      const people = [...world.users.values()].filter((user) => !user.bot);
      const user = people.find(({ id, username, global_name }) => [id, username, global_name].includes(userIdOrName));
      if (!user) throw new Error(`nobody is called ${userIdOrName}`);
      return personaOf(user);
    },
    newPersona: (person) => personaOf(addUser(world, person)),
    async stop() {
      stopArchiving();
      stopJudging();
      for (const { settle } of [...world.waiting.values()]) settle({ kind: 'silence' });
      page?.stop();
      gateway.stop();
      await server.stop();
    },
  };
  if (options.page) {
    const { attachPage } = await import('./page/page.ts');
    page = attachPage(server.server, sandbox);
  }
  return sandbox;
}

/** Runs `callback` every `period` of the clock until stopped. */
function repeat(clock: MovableClock, period: number, callback: () => void): () => void {
  let cancel = () => {};
  const arm = () => {
    cancel = clock.after(period, () => {
      callback();
      arm();
    });
  };
  arm();
  return () => cancel();
}
