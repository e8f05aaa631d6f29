import { type APIThreadChannel, GatewayDispatchEvents, type GatewayMessageUpdateDispatchData } from 'discord-api-types/v10';
import { instant } from '../../../discord/command.ts';
import type { World } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { minute } from '../../../kernel/time.ts';
import {
  type Around,
  factsOfAutomod,
  factsOfJoin,
  factsOfMessage,
  factsOfThread,
  filesOf,
  isOfPerson,
  keyOfAutomod,
  keyOfJoin,
  keyOfMessage,
  picturesOf,
  type Who,
  type Written,
} from '../rules/event.ts';
import type { Facts } from '../rules/facts.ts';
import type { Hit } from '../rules/hit.ts';
import { fingerprintOf } from '../rules/print.ts';
import { openWindows, type Windows } from '../rules/windows.ts';
import type { Happening } from '../service/hit.ts';
import { promisePictures } from '../service/image.ts';
import { memoryOf, type Ready } from '../service/memory.ts';
import { ownExecution } from '../service/person.ts';
import { keepFound } from '../service/watch.ts';

/** What a message costs that sets nothing off: some looks into memory. Only a hit asks the database. */

/** An edit that Discord tells of later than this is none. */
const editedLately = 5 * minute;

type Held = { ready: Ready; windows: Windows };
type Rest = Pick<Happening, 'key' | 'sentAt' | 'files' | 'isHeld'>;

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

function follow(
  world: World,
  { ready }: Held,
  { facts, hits, rest }: { facts: Facts; hits: readonly Hit[]; rest: Rest },
): Promise<void> {
  const { db, places, clock } = world;
  // Whoever administers the server by Discord's own permission is of the team too; that is asked for a hit alone.
  const isBoss = !facts.isStaff && places.isAdministrator(facts.guildId, facts.authorId, facts.roleIds);
  return keepFound(db, ready, { facts, hits, isBoss, ...rest, now: clock.now() });
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
    const found = watch(world, held, factsOfMessage(kind, message, around), () => ({
      key: keyOfMessage(message),
      sentAt: new Date(message.edited_timestamp ?? message.timestamp),
      files: filesOf(message),
    }));
    if (!held.ready.engine.seesImages || picturesOf(message).length === 0) return found;
    const payload = { guildId, channelId: message.channel_id, messageId: message.id, event: kind };
    const promised = promisePictures(world.db, keyOfMessage(message), payload);
    return found ? found.then(() => promised) : promised;
  });
}

export const written = instant(GatewayDispatchEvents.MessageCreate, (world, message) => look(world, 'message', message));

/** Discord edits messages too, to show where a link leads: those have no time of edition, and may lack their author. */
export const edited = instant(GatewayDispatchEvents.MessageUpdate, (world, message: GatewayMessageUpdateDispatchData) => {
  const { edited_timestamp: at, author } = message;
  // It also says so when it pins a message, long after it was edited: what was written then is not judged by the rules of today.
  if (!at || !author || world.clock.now().getTime() - Date.parse(at) > editedLately) return undefined;
  return look(world, 'edit', message);
});

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

/**
 * Somebody as Discord knows them at this moment; null for whoever left. Without their roles nobody can say whether a rule leaves them alone, so nothing is done
 * to them.
 */
async function personOf(world: World, guildId: string, userId: string): Promise<Who | null> {
  const member = await outcomeOf(world.discord.guilds.getMember(guildId, userId));
  if (!member.ok) return null;
  const { user, nick, joined_at, roles } = member.value;
  return { name: nick ?? user.global_name ?? user.username, joinedAt: joined_at ? Date.parse(joined_at) : null, roleIds: roles };
}

async function readExecution(world: World, held: Held, execution: Parameters<typeof factsOfAutomod>[0]): Promise<void> {
  const { guild_id: guildId, channel_id: channelId, user_id: userId } = execution;
  const who = await personOf(world, guildId, userId);
  if (!who) return;
  const now = world.clock.now().getTime();
  const facts = factsOfAutomod(execution, who, aroundOf(world, held, channelId, who.roleIds, now));
  const key = keyOfAutomod(execution, fingerprintOf(facts), now);
  const rest = { key, sentAt: null, files: [] };
  await watch(world, held, facts, () => rest);
  // What Discord held back by a rule of ours was found by that rule: it is shown and kept as if we had removed it.
  if (await ownExecution(world.db, { guildId, discordId: execution.rule_id })) {
    const { automod: _automod, ...written_ } = facts;
    await watch(world, held, { ...written_, kind: 'message' }, () => ({ ...rest, isHeld: true }));
  }
}

/** A thread is named by whoever opens it, in words that stand in no message. */
async function readThread(world: World, thread: APIThreadChannel): Promise<void> {
  const { guild_id: guildId, owner_id: ownerId, parent_id: parentId, id, name } = thread;
  if (!guildId || !ownerId || !parentId || ownerId === world.applicationId) return;
  await withRules(world, guildId, async (held) => {
    if (held.ready.rules.size === 0) return;
    const now = world.clock.now().getTime();
    const around = { ...world.places.above(id), parentId, isStaff: false, raidLevel: held.ready.raidLevel, now };
    const parent = { id, name, guildId, ownerId, isForum: thread.applied_tags !== undefined };
    const nobody = { name: '', joinedAt: null, roleIds: [] };
    // Most names set nothing off: who it was is asked for the others alone.
    if (held.ready.engine.read(factsOfThread(parent, nobody, around), openWindows()).length === 0) return;
    const who = await personOf(world, guildId, ownerId);
    if (!who) return;
    const isStaff = who.roleIds.some((one) => held.ready.staffRoleIds.has(one));
    const facts = factsOfThread(parent, who, { ...around, isStaff });
    const hits = held.ready.engine.read(facts, openWindows());
    if (hits.length > 0)
      await follow(world, held, {
        facts,
        hits,
        rest: { key: `thread:${id}:${fingerprintOf(facts) ?? ''}`, sentAt: null, files: [] },
      });
  });
}

export const opened = instant(GatewayDispatchEvents.ThreadCreate, (world, thread) =>
  'newly_created' in thread && thread.newly_created ? readThread(world, thread as APIThreadChannel) : undefined,
);
export const renamed = instant(GatewayDispatchEvents.ThreadUpdate, (world, thread) =>
  readThread(world, thread as APIThreadChannel),
);
