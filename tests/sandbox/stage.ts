import { API } from '@discordjs/core/http-only';
import { REST } from '@discordjs/rest';
import { afterEach, beforeEach, expect } from 'vitest';
import { type MovableClock, movableClock } from '../../src/kernel/time.ts';
import type { Dispatch } from '../../src/sandbox/dispatch.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import type { Persona } from '../../src/sandbox/persona/persona.ts';
import { defaultWorld } from '../../src/sandbox/population.ts';
import type { Guild, Role } from '../../src/sandbox/world.ts';

/** A local Discord of one guild with its owner, the bot and a member, and the bot's own REST. The clock stands still. */
export type Stage = {
  clock: MovableClock;
  sandbox: Sandbox;
  api: API;
  guild: Guild;
  claire: Persona;
  lea: Persona;
  /** All that happened since. */
  events: Dispatch[];
  names(): string[];
  /** Events of that name, as Discord sent them. */
  sent(event: string): object[];
  /** What the audit log says of one kind of action, newest last. */
  logged(type: number): Guild['auditLog'];
  botRole(): Role;
  /** A bot with these permissions more, or less. */
  allow(...permissions: bigint[]): void;
  deny(...permissions: bigint[]): void;
};

async function build(): Promise<Stage> {
  const clock = movableClock(new Date('2026-11-02T09:00:00Z'));
  const sandbox = await startSandbox({ clock, world: defaultWorld(clock), strict: true, rateLimits: false });
  const lea = sandbox.newPersona({ username: 'lea', globalName: 'Léa' });
  lea.join();
  const { guild } = lea;
  const events: Dispatch[] = [];
  sandbox.world.listen((dispatch) => events.push(dispatch));
  const botRole = () => {
    const role = [...guild.roles.values()].find(({ bot_id }) => bot_id === sandbox.applicationId);
    return role ?? expect.fail('the bot has a role of its own');
  };
  const sum = (permissions: bigint[]) => permissions.reduce((all, bit) => all | bit, 0n);
  return {
    clock,
    sandbox,
    api: new API(new REST({ api: sandbox.apiUrl, retries: 0 }).setToken(sandbox.botToken)),
    guild,
    claire: sandbox.persona('claire.moreau'),
    lea,
    events,
    names: () => events.map(({ event }) => event),
    sent: (event) => events.filter((dispatch) => dispatch.event === event).map(({ data }) => data),
    logged: (type) => guild.auditLog.filter(({ action_type }) => action_type === type),
    botRole,
    allow(...permissions) {
      botRole().permissions = String(BigInt(botRole().permissions) | sum(permissions));
    },
    deny(...permissions) {
      botRole().permissions = String(BigInt(botRole().permissions) & ~sum(permissions));
    },
  };
}

/** A fresh stage for each test of a file, held to Discord's schemas at its end. */
export function onStage(use: (stage: Stage) => void): void {
  let current: Stage;
  beforeEach(async () => {
    current = await build();
    use(current);
  });
  afterEach(async () => {
    await current.sandbox.stop();
    expect(current.sandbox.violations).toEqual([]);
  });
}
