import { setImmediate as turn } from 'node:timers/promises';
import { InteractionType, MessageFlags } from 'discord-api-types/v10';
import { second, systemClock } from '../../src/kernel/time.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { startInteraction } from '../../src/sandbox/interactions/start.ts';
import { partialMember, userObject } from '../../src/sandbox/objects.ts';
import { joinGuild } from '../../src/sandbox/operations/members.ts';
import { createMessage } from '../../src/sandbox/operations/messages.ts';
import { addRole, addUser } from '../../src/sandbox/population.ts';
import type { Channel } from '../../src/sandbox/world.ts';
import { serve } from './child.ts';

/** A local Discord of which one bot is told. */
export type Place = { id: number; apiUrl: string; token: string; guildId: string; ownerId: string };

/** `{ name: 'member', path: ['find'], options: { text: 'dupont' } }`; `focused`: the option that is still being typed. */
export type Typed = { name: string; path?: readonly string[]; options?: Readonly<Record<string, string>>; focused?: string };

const sandboxes = new Map<number, Sandbox>();
let opened = 0;
/** Calls about members of the server of a sandbox, from `settle` on. */
const callsAbout = new Map<number, number>();

/** Events that go out before the loop turns, so that the bot gets them in bursts as from a busy guild. */
const burst = 200;

const membersInChunk = 1_000;

function sandboxOf(id: number): Sandbox {
  const sandbox = sandboxes.get(id);
  if (!sandbox) throw new Error(`no sandbox ${id}`);
  return sandbox;
}

function channelOf({ world }: Sandbox): Channel {
  const channel = [...world.channels.values()].find(({ name }) => name === 'général');
  if (!channel) throw new Error('no channel');
  return channel;
}

const ownerOf = ({ world, guildId }: Sandbox): string => world.guilds.get(guildId)?.owner_id ?? '';

const subcommand = 1;
const command = 1;
const text = 3;

function commandData({ world }: Sandbox, { name, path = [], options = {}, focused }: Typed): object {
  const values: object[] = Object.entries(options).map(([key, value]) => ({
    type: text,
    name: key,
    value,
    ...(key === focused && { focused: true }),
  }));
  const inner = path.toReversed().reduce((inside, word) => [{ type: subcommand, name: word, options: inside }], values);
  return { id: world.id(), type: command, name, options: inner };
}

/** Types a command as the owner and waits for what the bot says. Throws when it says nothing in time. */
async function type(sandbox: Sandbox, typed: Typed): Promise<string> {
  const { world } = sandbox;
  const { answer } = startInteraction(world, {
    type: typed.focused === undefined ? InteractionType.ApplicationCommand : InteractionType.ApplicationCommandAutocomplete,
    userId: ownerOf(sandbox),
    channel: channelOf(sandbox),
    data: commandData(sandbox, typed),
    commandName: typed.name,
  });
  const given = await answer;
  if (given.kind === 'choices') return JSON.stringify(given.choices);
  if (given.kind !== 'message') throw new Error(`/${typed.name} got ${given.kind}`);
  return JSON.stringify([given.message.content, given.message.components]);
}

/** What somebody did: pressed a button, chose in a select, or sent a form. */
export type Act = { userId: string; customId: string; values?: readonly string[]; fields?: readonly Field[] };
/** A field of a form: a text, or a box that is ticked. */
export type Field = { name: string; value: string | boolean };

const button = 2;
const select = 3;
const textDisplay = 10;
const textInput = 4;
const label = 18;
const checkbox = 23;

/** Under a message of the bot, as every button is. */
async function act(sandbox: Sandbox, { userId, customId, values, fields }: Act): Promise<{ milliseconds: number; said: string }> {
  const { world } = sandbox;
  const channel = channelOf(sandbox);
  const by = { actorId: world.application.id, reason: null };
  const message = createMessage(world, by, channel, {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: textDisplay, content: 'Bonjour' }],
  });
  await turn();
  const data = fields
    ? {
        custom_id: customId,
        components: fields.map(({ name, value }, index) => ({
          type: label,
          id: 2 * index + 1,
          component: { type: typeof value === 'string' ? textInput : checkbox, id: 2 * index + 2, custom_id: name, value },
        })),
      }
    : { custom_id: customId, id: 1, component_type: values ? select : button, ...(values && { values }) };
  const started = performance.now();
  const { answer } = startInteraction(world, {
    type: fields ? InteractionType.ModalSubmit : InteractionType.MessageComponent,
    userId,
    channel,
    data,
    message,
  });
  const given = await answer;
  const milliseconds = performance.now() - started;
  if (given.kind !== 'message') throw new Error(`${customId} got ${given.kind}`);
  return { milliseconds, said: JSON.stringify([given.message.content, given.message.components]) };
}

/** What somebody says in a stream: nobody of the team, who came long ago. */
export type Line = { text: string; authorId: string; joinedAt: string };

const saidAs = ({ text, authorId, joinedAt }: Line): object => ({
  content: text,
  author: {
    id: authorId,
    username: `camille${authorId.slice(-5)}`,
    global_name: null,
    discriminator: '0',
    avatar: null,
    bot: false,
    public_flags: 0,
  },
  member: { roles: [], joined_at: joinedAt, deaf: false, mute: false, flags: 0, nick: null, avatar: null, permissions: '0' },
});

/** What was said is of no use any more, and must not slow down what follows. */
function forget({ world }: Sandbox): void {
  for (const messages of world.messages.values()) messages.clear();
  world.interactions.clear();
}

export const handlers = {
  async open(): Promise<Place> {
    const sandbox = await startSandbox({ rateLimits: false, strict: false });
    const id = ++opened;
    sandboxes.set(id, sandbox);
    const { apiUrl, botToken: token, guildId } = sandbox;
    return { id, apiUrl, token, guildId, ownerId: ownerOf(sandbox) };
  },

  async close({ id }: { id: number }): Promise<void> {
    await sandboxOf(id).stop();
    sandboxes.delete(id);
  },

  /** One interaction after another: milliseconds from the event to the callback of each, and what the last one said. */
  async converse({ id, typed, count }: { id: number; typed: readonly Typed[]; count: number }) {
    const sandbox = sandboxOf(id);
    const milliseconds: number[] = [];
    let said = '';
    for (let index = 0; index < count; index++) {
      const started = performance.now();
      said = await type(sandbox, typed[index % typed.length] as Typed);
      milliseconds.push(performance.now() - started);
      // The callback itself is answered before the next person types.
      await turn();
    }
    forget(sandbox);
    return { milliseconds, said };
  },

  /** People with roles of their own, by the names of these: how many of each. */
  async people({ id, counts }: { id: number; counts: Readonly<Record<string, number>> }) {
    const { world, guildId } = sandboxOf(id);
    const guild = world.guilds.get(guildId);
    const [someone] = guild?.members.values() ?? [];
    if (!guild || !someone) throw new Error('nobody');
    return Object.fromEntries(
      Object.entries(counts).map(([name, count]) => {
        const roleId = addRole(world, guild, { name }).id;
        const userIds = Array.from({ length: count }, (_, index) => addUser(world, { username: `${name}${index}` }).id);
        for (const userId of userIds) guild.members.set(userId, { ...someone, user_id: userId, nick: null, roles: [roleId] });
        return [name, { roleId, userIds }];
      }),
    );
  },

  /** Milliseconds from the event to the callback, and what was said. */
  act: ({ id, ...what }: Act & { id: number }) => act(sandboxOf(id), what),

  /** `count` new accounts join within `over` milliseconds, while the owner types a command again and again: how long each answer took. */
  async raid({ id, count, over, typed, every }: { id: number; count: number; over: number; typed: Typed; every: number }) {
    const sandbox = sandboxOf(id);
    const { world, guildId } = sandbox;
    const guild = world.guilds.get(guildId);
    if (!guild) throw new Error('no guild');
    const answers: number[] = [];
    let joining = true;
    const commands = (async () => {
      while (joining) {
        const asked = performance.now();
        await type(sandbox, typed);
        answers.push(performance.now() - asked);
        await new Promise<void>((resolve) => void systemClock.after(every, resolve));
      }
    })();
    const started = performance.now();
    for (let joined = 0; joined < count; ) {
      const due = Math.min(count, Math.ceil(((performance.now() - started) / over) * count));
      for (; joined < due; joined++) joinGuild(world, guild, addUser(world, { username: `crypto_${joined}` }).id);
      await new Promise<void>((resolve) => void systemClock.after(20, resolve));
    }
    joining = false;
    await commands;
    return { answers, milliseconds: performance.now() - started };
  },

  /** A role that whoever types the commands has from now on. */
  async dress({ id }: { id: number }): Promise<string> {
    const sandbox = sandboxOf(id);
    const guild = sandbox.world.guilds.get(sandbox.guildId);
    if (!guild) throw new Error('no guild');
    const role = addRole(sandbox.world, guild, { name: 'Alumni' });
    guild.members.get(ownerOf(sandbox))?.roles.push(role.id);
    return role.id;
  },

  /** People who learn, the role that says so, and the one that they will have. */
  async settle({ id, count }: { id: number; count: number }) {
    const { world, guildId } = sandboxOf(id);
    const guild = world.guilds.get(guildId);
    if (!guild) throw new Error('no guild');
    const learner = addRole(world, guild, { name: 'En formation' }).id;
    const alumni = addRole(world, guild, { name: 'Alumni' }).id;
    const [someone] = guild.members.values();
    if (!someone) throw new Error('nobody');
    const userIds = Array.from({ length: count }, (_, index) => addUser(world, { username: `lina.petit${index}` }).id);
    // They were always there: hundreds who join in the same instant would be measured too.
    for (const userId of userIds) guild.members.set(userId, { ...someone, user_id: userId, nick: null, roles: [learner] });
    const { faults } = sandboxOf(id);
    const { strike } = faults;
    callsAbout.set(id, 0);
    faults.strike = (method, template, path) => {
      if (path.includes(`/guilds/${guildId}/members`)) callsAbout.set(id, (callsAbout.get(id) ?? 0) + 1);
      return strike(method, template, path);
    };
    return { userIds, learner, alumni };
  },

  /** Waits until all of them have the one role in the place of the other, and says what was asked about members meanwhile. */
  async graduation({
    id,
    userIds,
    alumni,
    learner,
  }: {
    id: number;
    userIds: readonly string[];
    alumni: string;
    learner: string;
  }) {
    const { world, guildId } = sandboxOf(id);
    const guild = world.guilds.get(guildId);
    const left = new Set(userIds);
    const started = performance.now();
    while (left.size > 0) {
      for (const userId of left) {
        const roles = guild?.members.get(userId)?.roles ?? [];
        if (roles.includes(alumni) && !roles.includes(learner)) left.delete(userId);
      }
      if (performance.now() - started > 300 * second) throw new Error(`${left.size} people are no alumni`);
      await new Promise<void>((resolve) => void systemClock.after(20, resolve));
    }
    return { calls: callsAbout.get(id) ?? 0, milliseconds: performance.now() - started };
  },

  /** Keeps `inFlight` interactions open for `settle` and then `measured` milliseconds, and counts what was completed in the latter. */
  async crowd({
    id,
    typed,
    inFlight,
    settle,
    measured,
  }: {
    id: number;
    typed: Typed;
    inFlight: number;
    settle: number;
    measured: number;
  }) {
    const sandbox = sandboxOf(id);
    let open = true;
    let completed = 0;
    let lost = 0;
    const person = async () => {
      while (open) {
        await type(sandbox, typed).then(
          () => completed++,
          () => lost++,
        );
      }
    };
    const people: Promise<void>[] = [];
    const pause = (milliseconds: number) => new Promise<void>((resolve) => void systemClock.after(milliseconds, resolve));
    const started = performance.now();
    // They come one after the other: all at once would measure the wave.
    const step = Math.ceil(inFlight / (settle / 2 / 20));
    while (people.length < inFlight) {
      for (let count = 0; count < step && people.length < inFlight; count++) people.push(person());
      await pause(20);
    }
    await pause(Math.max(0, settle - (performance.now() - started)));
    const before = { at: performance.now(), completed, lost };
    await pause(measured);
    const elapsed = (performance.now() - before.at) / second;
    open = false;
    return { perSecond: (completed - before.completed) / elapsed, lost: lost - before.lost };
  },

  /** Somebody writes `count` messages. Over when the bot, which reads events in order, has answered a command that came after them. */
  async chatter({
    id,
    count,
    after,
    lines = [],
  }: {
    id: number;
    count: number;
    after: Typed;
    lines?: readonly Line[];
  }): Promise<void> {
    const sandbox = sandboxOf(id);
    const { world, guildId } = sandbox;
    const channel = channelOf(sandbox);
    let written: object = {};
    const stop = world.listen(({ event, data }) => {
      if (event === 'MESSAGE_CREATE') written = data;
    });
    createMessage(world, { actorId: ownerOf(sandbox), reason: null }, channel, {
      content: 'Bonjour ! Qui a déjà déployé un bot ?',
    });
    stop();
    for (let index = 0; index < count; index++) {
      const line = lines[index % lines.length];
      const data = line ? { ...written, ...saidAs(line), id: world.id() } : { ...written, id: world.id() };
      world.emit({ event: 'MESSAGE_CREATE', data, guildId, channelId: channel.id, only: null });
      if (index % burst === burst - 1) await turn();
    }
    await type(sandbox, after);
    forget(sandbox);
  },

  /** Sends a guild's member list, as in answer to a request for it. Over as `chatter` is. */
  async crowdIn({ id, count, after }: { id: number; count: number; after: Typed }): Promise<void> {
    const sandbox = sandboxOf(id);
    const { world, guildId } = sandbox;
    const chunks = Math.ceil(count / membersInChunk);
    for (let index = 0; index < chunks; index++) {
      const members = Array.from({ length: Math.min(membersInChunk, count - index * membersInChunk) }, (_, offset) =>
        someone(world.id(), index * membersInChunk + offset, guildId),
      );
      const data = { guild_id: guildId, members, chunk_index: index, chunk_count: chunks };
      world.emit({ event: 'GUILD_MEMBERS_CHUNK', data, guildId, channelId: null, only: null });
      // One at a time, or the socket of a slow reader would hold them all and count against nobody.
      await type(sandbox, after);
    }
    forget(sandbox);
  },
};

function someone(id: string, index: number, guildId: string): object {
  const user = {
    id,
    username: `camille.martin${index}`,
    global_name: `Camille Martin ${index}`,
    bot: false,
    locale: 'fr' as const,
  };
  const member = {
    user_id: id,
    nick: index % 2 === 0 ? `Camille M. ${index}` : null,
    roles: [guildId, String(BigInt(guildId) + BigInt(1 + (index % 10)))],
    joined_at: '2026-01-05T09:00:00.000Z',
    pending: false,
    communication_disabled_until: null,
    flags: 0,
  };
  return { ...partialMember(member), user: userObject({ ...user, closedDms: false }) };
}

serve(handlers);
