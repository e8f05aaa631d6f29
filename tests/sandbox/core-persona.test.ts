import { ApplicationCommandType, ChannelType, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeEach, expect, test } from 'vitest';
import { movableClock } from '../../src/kernel/time.ts';
import { act } from '../../src/sandbox/operations/audit.ts';
import { banUser, giveRole, kickMember } from '../../src/sandbox/operations/members.ts';
import { setOverwrite } from '../../src/sandbox/operations/overwrites.ts';
import { postMessage } from '../../src/sandbox/operations/posting.ts';
import { mayUse } from '../../src/sandbox/persona/commands.ts';
import { createPersona } from '../../src/sandbox/persona/driver.ts';
import type { Persona } from '../../src/sandbox/persona/persona.ts';
import { addChannel, addRole, addUser, defaultWorld } from '../../src/sandbox/population.ts';
import type { Channel, Command, CommandPermission, Guild, Role, World } from '../../src/sandbox/world.ts';

const clock = movableClock(new Date('2026-11-02T09:00:00Z'));
let world: World;
let guild: Guild;
let general: Channel;
let staff: Role;
let lea: Persona;
let heard: string[];

beforeEach(() => {
  world = defaultWorld(clock);
  [guild] = world.guilds.values() as unknown as [Guild];
  [general] = world.channels.values() as unknown as [Channel];
  staff = addRole(world, guild, { name: 'Équipe', permissions: PermissionFlagsBits.ManageGuild });
  lea = createPersona(world, addUser(world, { username: 'lea' }), () => guild);
  lea.join();
  heard = [];
  lea.listen(({ event }) => heard.push(event));
});

const owner = () => act(guild.owner_id);

const command = (more: Partial<Command> = {}): Command => ({
  id: world.id(),
  version: world.id(),
  type: ApplicationCommandType.ChatInput,
  guild_id: null,
  name: 'setup',
  name_localizations: null,
  description: 'Settings',
  description_localizations: null,
  options: [],
  default_member_permissions: null,
  nsfw: false,
  contexts: null,
  permissions: [],
  ...more,
});

type Row = {
  name: string;
  roles?: ('staff' | 'none')[];
  needs?: bigint | null;
  permissions?: (ids: { staff: string; everyone: string; lea: string; place: string }) => CommandPermission[];
  may: boolean;
};
test.each<Row>([
  { name: 'nothing is asked for', may: true },
  { name: 'a permission is asked for that the person lacks', needs: PermissionFlagsBits.ManageGuild, may: false },
  { name: 'a permission is asked for that a role gives', needs: PermissionFlagsBits.ManageGuild, roles: ['staff'], may: true },
  { name: '0 is for administrators only', needs: 0n, roles: ['staff'], may: false },
  {
    name: 'a role is let in',
    needs: 0n,
    roles: ['staff'],
    permissions: ({ staff: id }) => [{ id, type: 1, permission: true }],
    may: true,
  },
  { name: 'everyone is shut out', permissions: ({ everyone: id }) => [{ id, type: 1, permission: false }], may: false },
  {
    name: 'the person wins over everyone',
    permissions: ({ everyone, lea: id }) => [
      { id: everyone, type: 1, permission: false },
      { id, type: 2, permission: true },
    ],
    may: true,
  },
  { name: 'the channel is shut', permissions: ({ place: id }) => [{ id, type: 3, permission: false }], may: false },
])('who may use a command: $name', ({ roles = [], needs = null, permissions, may }) => {
  if (roles.includes('staff')) giveRole(world, owner(), guild, lea.user.id, staff.id, true);
  const ids = { staff: staff.id, everyone: guild.id, lea: lea.user.id, place: general.id };
  const subject = command({
    default_member_permissions: needs === null ? null : String(needs),
    permissions: permissions?.(ids) ?? [],
  });
  expect(mayUse(world, subject, lea.user.id, general)).toBe(may);
  expect(mayUse(world, subject, guild.owner_id, general)).toBe(true);
});

test('a person hears of what they may see, and of nothing else', () => {
  const hidden = addChannel(world, guild, {
    name: 'équipe',
    permission_overwrites: [{ id: guild.id, type: 0, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) }],
  });
  postMessage(world, hidden, { authorId: guild.owner_id, draft: { content: 'entre nous' }, files: [] });
  postMessage(world, general, {
    authorId: world.application.id,
    draft: { content: 'à un autre' },
    files: [],
    only: guild.owner_id,
  });
  expect(heard).toEqual([]);
  postMessage(world, general, { authorId: world.application.id, draft: { content: 'à vous' }, files: [], only: lea.user.id });
  expect(heard).toEqual(['MESSAGE_CREATE']);
  setOverwrite(world, owner(), hidden, { id: lea.user.id, type: 1, allow: String(PermissionFlagsBits.ViewChannel), deny: '0' });
  expect(heard.slice(1)).toEqual(['CHANNEL_CREATE']);
  expect(lea.messages('équipe').map(({ content }) => content)).toEqual(['entre nous']);
});

test.each([
  { name: 'kicked', leave: () => kickMember(world, owner(), guild, lea.user.id) },
  { name: 'banned', leave: () => banUser(world, owner(), guild, lea.user.id) },
  { name: 'gone', leave: () => lea.leave() },
])('who is $name loses sight of the server, and hears that', ({ leave }) => {
  leave();
  expect(heard).toContain('GUILD_DELETE');
  expect(lea.channels()).toEqual([]);
  expect(lea.members()).toEqual([]);
  expect(() => lea.write('général', 'x')).toThrow('sees no channel');
  heard.length = 0;
  postMessage(world, general, { authorId: guild.owner_id, draft: { content: 'sans elle' }, files: [] });
  expect(heard).toEqual([]);
});

test('joining is announced in the system channel, unless that is switched off', () => {
  const notices = () =>
    [...(world.messages.get(general.id)?.values() ?? [])]
      .filter(({ type }) => type === MessageType.UserJoin)
      .map(({ author_id }) => author_id);
  expect(notices()).toEqual([lea.user.id]);
  guild.system_channel_flags = 1;
  createPersona(world, addUser(world, { username: 'nora' }), () => guild).join();
  expect(notices()).toEqual([lea.user.id]);
});

test('a person opens the conversation with the bot, writes, edits, deletes; the bot alone gets it', () => {
  const received: string[] = [];
  world.listen(({ event, only }) => {
    if (only?.includes(world.application.id)) received.push(event);
  });
  const dm = lea.openDm();
  expect(dm.type).toBe(ChannelType.DM);
  const message = lea.write('dm', 'bonjour');
  lea.edit(message, 'bonsoir');
  lea.remove(message);
  expect(received).toEqual(['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE']);
  expect(lea.messages('dm')).toEqual([]);
});

test('a person edits and deletes their own messages only', () => {
  const other = createPersona(world, addUser(world, { username: 'nora' }), () => guild);
  other.join();
  const message = other.write('général', 'à moi');
  expect(() => lea.edit(message, 'volé')).toThrow('another user');
  expect(() => lea.remove(message)).toThrow('Missing Permissions');
});

test('a moderator times somebody out, who neither writes nor clicks until then, and bans them', async () => {
  const moderators = addRole(world, guild, {
    name: 'Modération',
    permissions: PermissionFlagsBits.ModerateMembers | PermissionFlagsBits.BanMembers,
  });
  const max = createPersona(world, addUser(world, { username: 'max' }), () => guild);
  max.join();
  const until = new Date(clock.now().getTime() + 60_000);
  expect(() => max.timeout(lea.user.id, until)).toThrow();
  giveRole(world, owner(), guild, max.user.id, moderators.id, true);
  max.timeout(lea.user.id, until);
  expect(heard.at(-1)).toBe('GUILD_MEMBER_UPDATE');
  expect(() => lea.write(general.name ?? '', 'ici')).toThrow();
  await expect(lea.forge.command({ name: 'setup' }, { channel: general.id })).rejects.toThrow('timed out');
  expect(() => lea.timeout(max.user.id, null)).toThrow();
  clock.advance(60_000);
  expect(lea.write(general.name ?? '', 'ici').content).toBe('ici');
  max.ban(lea.user.id);
  expect(() => lea.join()).toThrow();
  max.unban(lea.user.id);
  lea.join();
  expect(guild.members.has(lea.user.id)).toBe(true);
});
