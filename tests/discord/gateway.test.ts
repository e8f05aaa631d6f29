import { EventEmitter } from 'node:events';
import type { Client } from 'discord.js';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { event, instant } from '../../src/discord/command.ts';
import type { World } from '../../src/discord/context.ts';
import { createGateway } from '../../src/discord/gateway.ts';
import type { Router } from '../../src/discord/router.ts';
import { createMetrics } from '../../src/infra/metrics.ts';
import { waitUntil } from '../../src/kernel/time.ts';
import { testLogger } from '../support/logger.ts';

test('a flood of events waits for its turn, in its order; what is looked at at once does not, and one that fails stops nobody', async () => {
  const seen: number[] = [];
  const looked: number[] = [];
  let working = 0;
  let most = 0;
  const gates: (() => void)[] = [];
  const joined = event(GatewayDispatchEvents.GuildMemberAdd, async (_world, data) => {
    working++;
    most = Math.max(most, working);
    await new Promise<void>((resolve) => gates.push(resolve));
    working--;
    seen.push(Number(data.guild_id));
    if (Number(data.guild_id) === 3) throw new Error('not this one');
  });
  const written = instant(GatewayDispatchEvents.GuildMemberAdd, (_world, data) => void looked.push(Number(data.guild_id)));
  const ws = new EventEmitter();
  const client = Object.assign(new EventEmitter(), { ws }) as unknown as Client;
  const warnings: string[] = [];
  const log = { ...testLogger(), warn: (_: unknown, said: string) => void warnings.push(said) };
  const world = { features: [{ events: [joined, written] }], log } as unknown as World;
  const gateway = createGateway(client, {} as Router, world, createMetrics());
  const flood = Array.from({ length: 40 }, (_, index) => index);
  for (const index of flood) ws.emit(GatewayDispatchEvents.GuildMemberAdd, { guild_id: String(index) });
  expect(looked).toEqual(flood);
  expect(gateway.inFlight).toBe(40);
  while (seen.length < 40) {
    await waitUntil(() => gates.length > 0, 1_000);
    gates.shift()?.();
    await Promise.resolve();
  }
  expect(await waitUntil(() => gateway.inFlight === 0, 1_000)).toBe(true);
  expect(seen).toEqual(flood);
  expect(most).toBe(6);
  expect(warnings).toEqual(['an event could not be handled']);
});
