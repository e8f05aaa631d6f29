import { GatewayDispatchEvents, type GatewayMessageUpdateDispatchData } from 'discord-api-types/v10';
import { instant } from '../../../discord/command.ts';
import type { World } from '../../../discord/context.ts';
import {
  type Around,
  factsOfAutomod,
  factsOfJoin,
  factsOfMessage,
  filesOf,
  isOfPerson,
  keyOfAutomod,
  keyOfJoin,
  keyOfMessage,
  type Written,
} from '../rules/event.ts';
import type { Facts } from '../rules/facts.ts';
import { fingerprintOf } from '../rules/print.ts';

import type { Windows } from '../rules/windows.ts';
import { type Happening, recordHits } from '../service/hit.ts';
import { memoryOf, type Ready } from '../service/memory.ts';
import { presentPerson } from '../service/person.ts';

/** What a message costs that sets nothing off: some looks into memory. Only a hit asks the database. */

type Held = { ready: Ready; windows: Windows };
type Rest = Pick<Happening, 'key' | 'sentAt' | 'files'>;

function aroundOf(world: World, { ready }: Held, channelId: string | undefined, roleIds: readonly string[], now: number): Around {
  const { parentId, categoryId } = channelId === undefined ? { parentId: null, categoryId: null } : world.places.above(channelId);
  const isStaff = roleIds.length > 0 && roleIds.some((id) => ready.staffRoleIds.has(id));
  return { parentId, categoryId, isStaff, raidLevel: ready.raidLevel, now };
}

/** Reads what happened, and writes down what it sets off. Nothing to wait for when it sets nothing off. */
function watch(world: World, held: Held, facts: Facts, rest: () => Rest): Promise<void> | undefined {
  const hits = held.ready.engine.read(facts, held.windows);
  return hits.length === 0 ? undefined : follow(world, held, { facts, hits, rest: rest() });
}

async function follow(
  world: World,
  { ready }: Held,
  { facts, hits, rest }: { facts: Facts; hits: readonly Happening['hits'][number]['hit'][]; rest: Rest },
): Promise<void> {
  const print = fingerprintOf(facts.text);
  // Whoever administers the server by Discord's own permission is of the team too; that is asked for a hit alone.
  const isBoss = !facts.isStaff && world.places.isAdministrator(facts.guildId, facts.authorId, facts.roleIds);
  const found = hits.flatMap((hit) => {
    const rule = ready.rules.get(hit.ruleId);
    if (!rule || (isBoss && rule.exemptions.staff)) return [];
    return print !== null && ready.exceptions.get(rule.id)?.has(print) ? [] : [{ hit, rule }];
  });
  if (found.length === 0) return;
  await recordHits(world.db, { facts, ...rest, hits: found, now: world.clock.now() });
}

/** With the rules in memory at once; the first of a server, and the first after a change, wait until they are read. */
function withRules(world: World, guildId: string, work: (held: Held) => Promise<void> | undefined): Promise<void> | undefined {
  const memory = memoryOf(world.db);
  memory.look(world.log);
  const held = memory.peek(guildId);
  return held ? work(held) : memory.load(guildId, world.clock.now()).then(work);
}

function look(world: World, kind: 'message' | 'edit', message: Written): Promise<void> | undefined {
  const { guild_id: guildId } = message;
  if (guildId === undefined || !isOfPerson(message)) return undefined;
  return withRules(world, guildId, (held) => {
    if (held.ready.rules.size === 0) return undefined;
    const now = world.clock.now().getTime();
    const around = aroundOf(world, held, message.channel_id, message.member?.roles ?? [], now);
    return watch(world, held, factsOfMessage(kind, message, around), () => ({
      key: keyOfMessage(message),
      sentAt: new Date(message.edited_timestamp ?? message.timestamp),
      files: filesOf(message),
    }));
  });
}

export const written = instant(GatewayDispatchEvents.MessageCreate, (world, message) => look(world, 'message', message));

/** Discord edits messages too, to show where a link leads: those have no time of edition, and may lack their author. */
export const edited = instant(GatewayDispatchEvents.MessageUpdate, (world, message: GatewayMessageUpdateDispatchData) =>
  message.edited_timestamp && message.author ? look(world, 'edit', message) : undefined,
);

export const joined = instant(GatewayDispatchEvents.GuildMemberAdd, (world, member) =>
  member.user.bot
    ? undefined
    : withRules(world, member.guild_id, (held) => {
        if (held.ready.rules.size === 0) return undefined;
        const around = { raidLevel: held.ready.raidLevel, now: world.clock.now().getTime() };
        return watch(world, held, factsOfJoin(member, around), () => ({ key: keyOfJoin(member), sentAt: null, files: [] }));
      }),
);

export const executed = instant(GatewayDispatchEvents.AutoModerationActionExecution, (world, execution) =>
  withRules(world, execution.guild_id, (held) => {
    if (![...held.ready.rules.values()].some(({ on }) => on.includes('automod'))) return undefined;
    return readExecution(world, held, execution);
  }),
);

async function readExecution(world: World, held: Held, execution: Parameters<typeof factsOfAutomod>[0]): Promise<void> {
  const who = await presentPerson(world.db, { guildId: execution.guild_id, userId: execution.user_id });
  const now = world.clock.now().getTime();
  const facts = factsOfAutomod(execution, who, aroundOf(world, held, execution.channel_id, who.roleIds, now));
  const key = keyOfAutomod(execution, fingerprintOf(facts.text), now);
  await watch(world, held, facts, () => ({ key, sentAt: null, files: [] }));
}
