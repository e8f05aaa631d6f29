import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeEach, expect, test } from 'vitest';
import { day, movableClock } from '../../src/kernel/time.ts';
import {
  channelPermissions,
  guildPermissions,
  hasPermission,
  isAboveMember,
  isAboveRole,
  maySee,
  type Permission,
} from '../../src/sandbox/permissions.ts';
import { addChannel, addGuild, addMember, addRole, addThread, addUser } from '../../src/sandbox/population.ts';
import { type Channel, createWorld, type Guild, type Role, type User, type World } from '../../src/sandbox/world.ts';

let world: World;
let guild: Guild;
let owner: User;
let person: User;
let learner: Role;
let moderator: Role;
const clock = movableClock(new Date('2026-11-02T09:00:00Z'));

beforeEach(() => {
  world = createWorld(clock);
  owner = addUser(world, { username: 'owner' });
  person = addUser(world, { username: 'person' });
  guild = addGuild(world, { name: 'Simplon', ownerId: owner.id });
  learner = addRole(world, guild, { name: 'Learner', position: 2 });
  moderator = addRole(world, guild, { name: 'Moderator', position: 5, permissions: PermissionFlagsBits.KickMembers });
  addMember(world, guild, person.id, { roles: [learner.id] });
});

const bits = (...permissions: Permission[]) => String(permissions.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n));
type Rule = { who: 'everyone' | 'learner' | 'moderator' | 'person'; allow?: Permission[]; deny?: Permission[] };

function channelWith(rules: readonly Rule[], type: ChannelType = ChannelType.GuildText): Channel {
  const ids = { everyone: guild.id, learner: learner.id, moderator: moderator.id, person: person.id };
  return addChannel(world, guild, {
    name: 'place',
    type,
    permission_overwrites: rules.map(({ who, allow = [], deny = [] }) => ({
      id: ids[who],
      type: who === 'person' ? OverwriteType.Member : OverwriteType.Role,
      allow: bits(...allow),
      deny: bits(...deny),
    })),
  });
}

type Row = {
  name: string;
  rules: Rule[];
  roles?: ('learner' | 'moderator')[];
  sees: boolean;
  sends: boolean;
  type?: ChannelType;
};

test.each<Row>([
  { name: 'without overwrites the roles decide', rules: [], sees: true, sends: true },
  { name: 'everyone is denied the view', rules: [{ who: 'everyone', deny: ['ViewChannel'] }], sees: false, sends: false },
  {
    name: 'a role is let in',
    rules: [
      { who: 'everyone', deny: ['ViewChannel'] },
      { who: 'learner', allow: ['ViewChannel'] },
    ],
    sees: true,
    sends: true,
  },
  {
    name: 'another role is let in',
    rules: [
      { who: 'everyone', deny: ['ViewChannel'] },
      { who: 'moderator', allow: ['ViewChannel'] },
    ],
    sees: false,
    sends: false,
  },
  {
    name: 'of two roles the one that allows wins',
    rules: [
      { who: 'learner', deny: ['SendMessages'] },
      { who: 'moderator', allow: ['SendMessages'] },
    ],
    roles: ['learner', 'moderator'],
    sees: true,
    sends: true,
  },
  {
    name: 'the member wins over the roles',
    rules: [
      { who: 'learner', allow: ['SendMessages'] },
      { who: 'person', deny: ['SendMessages'] },
    ],
    sees: true,
    sends: false,
  },
  {
    name: 'the member is let in against everyone',
    rules: [
      { who: 'everyone', deny: ['ViewChannel'] },
      { who: 'person', allow: ['ViewChannel'] },
    ],
    sees: true,
    sends: true,
  },
  {
    name: 'who does not see does nothing',
    rules: [{ who: 'person', deny: ['ViewChannel'], allow: ['SendMessages'] }],
    sees: false,
    sends: false,
  },
  {
    name: 'who may not connect sees a voice channel, and nothing more',
    rules: [{ who: 'everyone', deny: ['Connect'] }],
    sees: true,
    sends: false,
    type: ChannelType.GuildVoice,
  },
])('$name', ({ rules, roles = ['learner'], sees, sends, type }) => {
  const member = guild.members.get(person.id);
  if (member) member.roles = roles.map((role) => (role === 'learner' ? learner.id : moderator.id));
  const channel = channelWith(rules, type);
  const held = channelPermissions(world, channel, person.id);
  expect({ sees: maySee(world, person.id, channel.id), sends: hasPermission(held, 'SendMessages') }).toEqual({ sees, sends });
});

test('without SendMessages the permissions that need it are gone', () => {
  const held = channelPermissions(world, channelWith([{ who: 'person', deny: ['SendMessages'] }]), person.id);
  expect((['AttachFiles', 'EmbedLinks', 'MentionEveryone'] as const).filter((name) => hasPermission(held, name))).toEqual([]);
});

test('the owner and administrators hold everything, whatever a channel denies', () => {
  const channel = channelWith([{ who: 'everyone', deny: ['ViewChannel'] }]);
  expect(hasPermission(channelPermissions(world, channel, owner.id), 'ManageRoles')).toBe(true);
  learner.permissions = bits('Administrator');
  expect(hasPermission(channelPermissions(world, channel, person.id), 'BanMembers')).toBe(true);
});

test('a member in timeout only reads, until it ends on the clock', () => {
  const member = guild.members.get(person.id);
  if (member) member.communication_disabled_until = new Date(clock.now().getTime() + day).toISOString();
  const channel = channelWith([{ who: 'person', allow: ['SendMessages'] }]);
  expect(channelPermissions(world, channel, person.id)).toBe(
    PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory,
  );
  clock.advance(day + 1);
  expect(hasPermission(channelPermissions(world, channel, person.id), 'SendMessages')).toBe(true);
});

test('a thread has the permissions of its parent, with its own permission to send', () => {
  const parent = channelWith([{ who: 'person', deny: ['SendMessages'] }]);
  const thread = addThread(world, parent, { name: 'thread', ownerId: owner.id });
  expect(hasPermission(channelPermissions(world, thread, person.id), 'SendMessages')).toBe(true);
  parent.permission_overwrites = [{ id: person.id, type: OverwriteType.Member, allow: '0', deny: bits('SendMessagesInThreads') }];
  expect(hasPermission(channelPermissions(world, thread, person.id), 'SendMessages')).toBe(false);
});

test('a private thread exists for its members and for who manages threads', () => {
  const thread = addThread(world, channelWith([]), { name: 'thread', ownerId: owner.id, type: ChannelType.PrivateThread });
  expect(maySee(world, person.id, thread.id)).toBe(false);
  learner.permissions = bits('ManageThreads');
  expect(maySee(world, person.id, thread.id)).toBe(true);
  learner.permissions = '0';
  thread.thread?.members.push({ user_id: person.id, join_timestamp: clock.now().toISOString() });
  expect(maySee(world, person.id, thread.id)).toBe(true);
});

test('a direct message is seen by its two people only', () => {
  const other = addUser(world, { username: 'other' });
  const dm = addChannel(world, guild, { name: '', type: ChannelType.DM });
  Object.assign(dm, { guild_id: null, recipients: [person.id, other.id] });
  expect([person, other, owner].map(({ id }) => maySee(world, id, dm.id))).toEqual([true, true, false]);
});

test('who is not in the guild holds nothing there', () => {
  const stranger = addUser(world, { username: 'stranger' });
  expect(guildPermissions(world, guild, stranger.id)).toBe(0n);
  expect(maySee(world, stranger.id, channelWith([]).id)).toBe(false);
});

test('hierarchy: only below oneself, of two roles at one position the older is above, the owner above all and below nobody', () => {
  const other = addUser(world, { username: 'other' });
  addMember(world, guild, other.id, { roles: [moderator.id] });
  const younger = addRole(world, guild, { name: 'younger', position: moderator.position });
  expect({
    aboveLower: isAboveRole(guild, other.id, learner),
    aboveOwn: isAboveRole(guild, other.id, moderator),
    aboveYounger: isAboveRole(guild, other.id, younger),
    aboveMember: isAboveMember(guild, other.id, person.id),
    belowMember: isAboveMember(guild, person.id, other.id),
    equal: isAboveMember(guild, other.id, other.id),
    overOwner: isAboveMember(guild, other.id, owner.id),
    byOwner: isAboveMember(guild, owner.id, other.id),
  }).toEqual({
    aboveLower: true,
    aboveOwn: false,
    aboveYounger: true,
    aboveMember: true,
    belowMember: false,
    equal: false,
    overOwner: false,
    byOwner: true,
  });
});
