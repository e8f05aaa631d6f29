import { API } from '@discordjs/core/http-only';
import { REST } from '@discordjs/rest';
import { AuditLogEvent, ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, hour, type MovableClock, minute, movableClock } from '../../src/kernel/time.ts';
import type { Dispatch } from '../../src/sandbox/dispatch.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import type { Persona } from '../../src/sandbox/persona/persona.ts';
import { addRole, botPermissions, defaultWorld } from '../../src/sandbox/population.ts';
import { loadWorld, saveWorld } from '../../src/sandbox/save.ts';
import type { Guild } from '../../src/sandbox/world.ts';

let clock: MovableClock;
let sandbox: Sandbox;
let api: API;
let lea: Persona;
let events: Dispatch[];
let guild: Guild;

beforeEach(async () => {
  clock = movableClock(new Date('2026-11-02T09:00:00Z'));
  sandbox = await startSandbox({ clock, world: defaultWorld(clock), strict: true, rateLimits: false });
  api = new API(new REST({ api: sandbox.apiUrl, retries: 0 }).setToken(sandbox.botToken));
  lea = sandbox.newPersona({ username: 'lea', globalName: 'Léa' });
  lea.join();
  guild = lea.guild;
  events = [];
  sandbox.world.listen((dispatch) => events.push(dispatch));
});
afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.violations).toEqual([]);
});

const names = () => events.map(({ event }) => event);
const generalId = () => lea.channel('général').id;
const bot = () => sandbox.applicationId;

const botRole = () => [...guild.roles.values()].find(({ bot_id }) => bot_id === bot());

test('the bot knows itself, its application, its gateway and its guilds', async () => {
  expect(await api.users.getCurrent()).toMatchObject({ id: bot(), bot: true });
  expect(await api.rest.get('/applications/@me')).toMatchObject({ id: bot(), bot: { id: bot() } });
  expect(await api.rest.get('/gateway/bot')).toMatchObject({ url: expect.stringContaining('ws://127.0.0.1'), shards: 1 });
  expect(await api.guilds.get(guild.id, { with_counts: true })).toMatchObject({ name: 'Simplon', approximate_member_count: 3 });
  expect(await api.users.getGuilds()).toMatchObject([{ id: guild.id, owner: false, permissions: String(botPermissions) }]);
});

test.each([
  { what: 'a wrong token', path: '/users/@me', headers: { authorization: 'Bot wrong' }, status: 401, code: 0 },
  { what: 'an unknown route', path: '/nowhere', headers: {}, status: 404, code: 0 },
  { what: 'a known path with a wrong verb', path: '/users/@me', method: 'DELETE', headers: {}, status: 405, code: 0 },
  { what: 'no User-Agent', path: '/users/@me', headers: { 'user-agent': '' }, status: 400, code: 40333 },
  {
    what: 'bad JSON',
    path: '/users/@me/channels',
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
    status: 400,
    code: 50109,
  },
])('$what is refused', async ({ path, method = 'GET', body, headers, status, code }) => {
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${sandbox.botToken}`, ...headers },
    ...(body ? { body } : {}),
  });
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { code } });
});

test('another version of the API, and requests of other sites, are refused', async () => {
  expect(await (await fetch(`${sandbox.apiUrl}/v6/users/@me`)).json()).toMatchObject({ code: 50041 });
  expect((await fetch(`${sandbox.apiUrl}/v10/users/@me`, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
});

test('roles: made, given, changed, sorted, taken and deleted below the bot; the log has the reason', async () => {
  const role = await api.guilds.createRole(
    guild.id,
    { name: 'Apprenants', permissions: '0', hoist: true },
    { reason: 'réglage: learner' },
  );
  const second = await api.guilds.createRole(guild.id, { name: 'Alumni' });
  await api.guilds.addRoleToMember(guild.id, lea.user.id, role.id, { reason: 'admise' });
  await api.guilds.addRoleToMember(guild.id, lea.user.id, role.id);
  await api.guilds.editRole(guild.id, role.id, { name: 'Apprenantes et apprenants', color: 0x00ff00 });
  await api.guilds.setRolePositions(guild.id, [{ id: second.id, position: 2 }]);
  expect(guild.roles.get(second.id)?.position).toBe(2);
  expect(guild.roles.get(role.id)?.position).toBe(1);
  expect(lea.member?.roles).toEqual([role.id]);
  const log = await api.guilds.getAuditLogs(guild.id, { action_type: AuditLogEvent.RoleCreate });
  expect(log.audit_log_entries.map(({ target_id, reason, user_id }) => ({ target_id, reason, user_id }))).toEqual([
    { target_id: second.id, reason: undefined, user_id: bot() },
    { target_id: role.id, reason: 'réglage: learner', user_id: bot() },
  ]);
  await api.guilds.deleteRole(guild.id, role.id);
  expect(lea.member?.roles).toEqual([]);
  expect(names().filter((name) => name === 'GUILD_MEMBER_UPDATE')).toHaveLength(1);
  expect(names()).toEqual(
    expect.arrayContaining(['GUILD_ROLE_CREATE', 'GUILD_ROLE_UPDATE', 'GUILD_ROLE_DELETE', 'GUILD_AUDIT_LOG_ENTRY_CREATE']),
  );
});

test('hierarchy over HTTP: roles above the bot, its own, and permissions that it lacks', async () => {
  const above = addRole(sandbox.world, guild, { name: 'Direction', position: 50 });
  const below = addRole(sandbox.world, guild, { name: 'Apprenants', position: 1 });
  const denied = { status: 403, code: 50013 };
  await expect(api.guilds.addRoleToMember(guild.id, lea.user.id, above.id)).rejects.toMatchObject(denied);
  await expect(api.guilds.editRole(guild.id, above.id, { name: 'x' })).rejects.toMatchObject(denied);
  await expect(api.guilds.editRole(guild.id, botRole()?.id ?? '', { name: 'x' })).rejects.toMatchObject(denied);
  await expect(api.guilds.createRole(guild.id, { permissions: String(PermissionFlagsBits.Administrator) })).rejects.toMatchObject(
    denied,
  );
  await expect(api.guilds.setRolePositions(guild.id, [{ id: below.id, position: 60 }])).rejects.toMatchObject(denied);
  await expect(api.guilds.editMember(guild.id, guild.owner_id, { nick: 'x' })).rejects.toMatchObject(denied);
  lea.member?.roles.push(above.id);
  await expect(api.guilds.editMember(guild.id, lea.user.id, { nick: 'x' })).rejects.toMatchObject(denied);
  await expect(api.guilds.removeMember(guild.id, lea.user.id)).rejects.toMatchObject(denied);
  await expect(api.guilds.addRoleToMember(guild.id, lea.user.id, below.id)).resolves.toBeUndefined();
  await expect(api.guilds.addRoleToMember(guild.id, lea.user.id, '100000000000000000')).rejects.toMatchObject({
    status: 404,
    code: 10011,
  });
  await expect(api.guilds.getMember(guild.id, '100000000000000000')).rejects.toMatchObject({ status: 404, code: 10013 });
});

test('members: nickname, timeout, search, list, kick, ban with messages, unban', async () => {
  await api.guilds.editMember(guild.id, lea.user.id, { nick: 'Léa Martin' });
  await api.guilds.editMember(guild.id, lea.user.id, {
    communication_disabled_until: new Date(clock.now().getTime() + hour).toISOString(),
  });
  expect(() => lea.write('général', 'x')).toThrow('Missing Permissions');
  clock.advance(2 * hour);
  lea.write('général', 'insulte');
  expect(await api.guilds.searchForMembers(guild.id, { query: 'léa', limit: 10 })).toMatchObject([{ nick: 'Léa Martin' }]);
  expect(await api.guilds.getMembers(guild.id, { limit: 1000 })).toHaveLength(3);

  await api.guilds.removeMember(guild.id, lea.user.id, { reason: 'calme' });
  expect(lea.member).toBeNull();
  lea.join();
  await api.guilds.banUser(guild.id, lea.user.id, { delete_message_seconds: 3600 }, { reason: 'insultes' });
  expect(await api.guilds.getMemberBan(guild.id, lea.user.id)).toMatchObject({ reason: 'insultes' });
  expect(() => lea.join()).toThrow('banned');
  expect(
    (await api.channels.getMessages(sandbox.persona('claire.moreau').channel('général').id)).some(
      ({ content }) => content === 'insulte',
    ),
  ).toBe(false);
  await api.guilds.unbanUser(guild.id, lea.user.id);
  await expect(api.guilds.unbanUser(guild.id, lea.user.id)).rejects.toMatchObject({ code: 10026 });
  expect(names()).toEqual(
    expect.arrayContaining([
      'GUILD_MEMBER_UPDATE',
      'GUILD_MEMBER_REMOVE',
      'GUILD_BAN_ADD',
      'GUILD_BAN_REMOVE',
      'MESSAGE_DELETE_BULK',
    ]),
  );
});

test('membership screening: pending until it is passed, and silent', () => {
  guild.screening = true;
  const nora = sandbox.newPersona({ username: 'nora' });
  nora.join();
  expect(nora.member?.pending).toBe(true);
  expect(() => nora.write('général', 'x')).toThrow('Missing Permissions');
  expect(nora.messages('général')).not.toEqual([]);
  nora.passScreening();
  expect(events.at(-1)).toMatchObject({ event: 'GUILD_MEMBER_UPDATE', data: { pending: false, user: { id: nora.user.id } } });
});

test('channels: a private category, what is inside, overwrites, and what each may see', async () => {
  const overwrites = [
    { id: guild.id, type: OverwriteType.Role, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) },
    { id: bot(), type: OverwriteType.Member, allow: String(PermissionFlagsBits.ViewChannel), deny: '0' },
  ];
  const category = await api.guilds.createChannel(guild.id, {
    name: 'Promo CDA',
    type: ChannelType.GuildCategory,
    permission_overwrites: overwrites,
  });
  const text = await api.guilds.createChannel(guild.id, { name: 'Entraide Générale', parent_id: category.id });
  expect(text).toMatchObject({ name: 'entraide-générale', permission_overwrites: overwrites });
  expect(() => lea.channel(text.id)).toThrow('sees no channel');
  const heard: string[] = [];
  lea.listen(({ event }) => heard.push(event));
  await api.channels.editPermissionOverwrite(text.id, lea.user.id, {
    type: OverwriteType.Member,
    allow: String(PermissionFlagsBits.ViewChannel),
  });
  expect(lea.channel(text.id).name).toBe('entraide-générale');
  await api.channels.deletePermissionOverwrite(text.id, lea.user.id);
  expect(heard).toEqual(['CHANNEL_CREATE', 'CHANNEL_DELETE']);
  await api.channels.edit(text.id, { topic: 'Questions', rate_limit_per_user: 5 });
  await api.channels.delete(category.id);
  expect(await api.channels.get(text.id)).toMatchObject({ parent_id: null, topic: 'Questions' });
});

test('a bot that shuts itself out gets 50001, and one that lacks a permission 50013', async () => {
  const text = await api.guilds.createChannel(guild.id, {
    name: 'secret',
    permission_overwrites: [{ id: guild.id, type: OverwriteType.Role, deny: String(PermissionFlagsBits.ViewChannel) }],
  });
  await expect(api.channels.get(text.id)).rejects.toMatchObject({ status: 403, code: 50001 });
  const role = botRole();
  if (role) role.permissions = String(botPermissions & ~PermissionFlagsBits.ManageChannels);
  await expect(api.guilds.createChannel(guild.id, { name: 'x' })).rejects.toMatchObject({ status: 403, code: 50013 });
  await expect(
    api.channels.editPermissionOverwrite(generalId(), lea.user.id, {
      type: OverwriteType.Member,
      allow: String(PermissionFlagsBits.ManageChannels),
    }),
  ).rejects.toMatchObject({ status: 403, code: 50013 });
  await expect(api.channels.get('100000000000000000')).rejects.toMatchObject({ status: 404, code: 10003 });
});

test('messages: pages, edits, pins, reactions, nonce, bulk delete and its limits', async () => {
  const sent = [];
  for (let index = 0; index < 5; index++) sent.push(await api.channels.createMessage(generalId(), { content: `m${index}` }));
  const [first, second, third, fourth] = sent;
  const page = await api.channels.getMessages(generalId(), { limit: 2, before: third?.id ?? '' });
  expect(page.map(({ content }) => content)).toEqual(['m1', 'm0']);
  expect(
    (await api.channels.getMessages(generalId(), { limit: 2, after: second?.id ?? '' })).map(({ content }) => content),
  ).toEqual(['m3', 'm2']);

  await api.channels.editMessage(generalId(), first?.id ?? '', { content: 'changé' });
  const byLea = lea.write('général', 'à moi');
  await expect(api.channels.editMessage(generalId(), byLea.id, { content: 'volé' })).rejects.toMatchObject({ code: 50005 });
  await api.channels.pinMessage(generalId(), byLea.id);
  expect(await api.rest.get(`/channels/${generalId()}/messages/pins`)).toMatchObject({
    items: [{ message: { id: byLea.id } }],
    has_more: false,
  });
  await api.channels.addMessageReaction(generalId(), byLea.id, '👍');
  lea.react(byLea, '👍');
  expect(lea.messages('général').find(({ id }) => id === byLea.id)).toMatchObject({
    reactions: [{ emoji: { name: '👍' }, count: 2, me: true }],
  });

  const nonced = { content: 'une fois', nonce: 'offer-1', enforce_nonce: true };
  const once = await api.channels.createMessage(generalId(), nonced);
  expect((await api.channels.createMessage(generalId(), nonced)).id).toBe(once.id);
  clock.advance(10 * minute);
  expect((await api.channels.createMessage(generalId(), nonced)).id).not.toBe(once.id);

  await api.channels.bulkDeleteMessages(generalId(), [third?.id ?? '', fourth?.id ?? '']);
  await expect(api.channels.bulkDeleteMessages(generalId(), [once.id])).rejects.toMatchObject({ code: 50016 });
  clock.advance(15 * day);
  await expect(api.channels.bulkDeleteMessages(generalId(), [once.id, byLea.id])).rejects.toMatchObject({ code: 50034 });
  await api.channels.deleteMessage(generalId(), byLea.id, { reason: 'signalement' });
  await expect(api.channels.getMessage(generalId(), byLea.id)).rejects.toMatchObject({ code: 10008 });
});

test('a message pings whom allowed_mentions lets it', async () => {
  const role = await api.guilds.createRole(guild.id, { name: 'Promo', mentionable: true });
  const content = `<@${lea.user.id}> <@&${role.id}> @everyone`;
  expect(await api.channels.createMessage(generalId(), { content })).toMatchObject({
    mentions: [{ id: lea.user.id }],
    mention_roles: [role.id],
    mention_everyone: true,
  });
  expect(await api.channels.createMessage(generalId(), { content, allowed_mentions: { parse: [] } })).toMatchObject({
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
  });
  expect(await api.channels.createMessage(generalId(), { content, allowed_mentions: { users: [lea.user.id] } })).toMatchObject({
    mentions: [{ id: lea.user.id }],
    mention_roles: [],
  });
  expect(lea.write('général', '@everyone').mention_everyone).toBe(false);
});

test('files arrive with their description and are served by the CDN', async () => {
  const message = await api.channels.createMessage(generalId(), {
    content: 'le guide',
    files: [{ name: 'guide.pdf', data: Buffer.from('%PDF'), contentType: 'application/pdf' }],
    attachments: [{ id: '0', description: 'Le guide du bot' }],
  } as never);
  const [attachment] = message.attachments;
  expect(attachment).toMatchObject({ filename: 'guide.pdf', description: 'Le guide du bot', size: 4 });
  const file = await fetch(attachment?.url ?? '');
  expect({ text: await file.text(), disposition: file.headers.get('content-disposition') }).toEqual({
    text: '%PDF',
    disposition: "attachment; filename*=UTF-8''guide.pdf",
  });
});

test('threads: from a message, private, members, locked, listed when archived', async () => {
  const message = await api.channels.createMessage(generalId(), { content: 'sujet' });
  const thread = await api.channels.createThread(generalId(), { name: 'Sujet' }, message.id);
  expect(thread.id).toBe(message.id);
  await expect(api.channels.createThread(generalId(), { name: 'Encore' }, message.id)).rejects.toMatchObject({ code: 160004 });
  const hidden = await api.channels.createThread(generalId(), {
    name: 'Privé',
    type: ChannelType.PrivateThread,
    invitable: false,
  });
  await api.threads.addMember(hidden.id, lea.user.id);
  expect((await api.threads.getAllMembers(hidden.id)).map(({ user_id }) => user_id)).toEqual([bot(), lea.user.id]);
  expect((await api.guilds.getActiveThreads(guild.id)).threads.map(({ id }) => id)).toEqual([thread.id, hidden.id]);
  await api.threads.removeMember(hidden.id, lea.user.id);
  expect(() => lea.channel(hidden.id)).toThrow('sees no channel');
  await api.channels.edit(thread.id, { archived: true, locked: true });
  expect(() => lea.write(thread.id, 'x')).toThrow('Thread is archived');
  const { threads } = (await api.rest.get(`/channels/${generalId()}/threads/archived/public`)) as { threads: { id: string }[] };
  expect(threads.map(({ id }) => id)).toEqual([thread.id]);
  await api.channels.delete(hidden.id);
  expect(names()).toEqual(expect.arrayContaining(['THREAD_CREATE', 'THREAD_UPDATE', 'THREAD_DELETE', 'THREAD_MEMBERS_UPDATE']));
});

test('a forum takes posts with tags, and no plain messages', async () => {
  const forum = await api.guilds.createChannel(guild.id, {
    name: 'Offres',
    type: ChannelType.GuildForum,
    available_tags: [{ name: 'CDI' }] as never,
  });
  const [tag] = (forum as unknown as { available_tags: { id: string }[] }).available_tags;
  const post = await api.channels.createForumThread(forum.id, {
    name: 'Développeuse',
    message: { content: 'Lille' },
    applied_tags: [tag?.id ?? ''],
  });
  expect(post).toMatchObject({ parent_id: forum.id, applied_tags: [tag?.id] });
  expect(await api.channels.getMessage(post.id, post.id)).toMatchObject({ content: 'Lille' });
  await expect(api.channels.createMessage(forum.id, { content: 'x' })).rejects.toMatchObject({ code: 50008 });
  await expect(api.channels.createForumThread(forum.id, { name: 'x', message: {} })).rejects.toMatchObject({ code: 50006 });
  expect((await api.guilds.getActiveThreads(guild.id)).threads).toHaveLength(1);
  expect(sandbox.violations.splice(0)).toMatchObject([{ message: 'Cannot send an empty message' }]);
});

test('commands: overwritten in bulk, ids kept, localized on request, hidden by default permissions', async () => {
  const body = [
    { name: 'home', name_localizations: { fr: 'accueil' }, description: 'My space' },
    {
      name: 'setup',
      description: 'Settings',
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      options: [{ type: 1, name: 'show', description: 'Show' }],
    },
  ];
  const before = await api.applicationCommands.bulkOverwriteGlobalCommands(bot(), body);
  const after = await api.applicationCommands.bulkOverwriteGlobalCommands(bot(), body);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(await api.applicationCommands.getGlobalCommands(bot(), { with_localizations: true })).toMatchObject([
    { name_localizations: { fr: 'accueil' } },
    {},
  ]);
  expect(Object.keys((await api.applicationCommands.getGlobalCommands(bot()))[0] ?? {})).not.toContain('name_localizations');
  expect(lea.commands().map(({ path }) => path)).toEqual(['home']);
  expect(
    sandbox
      .persona('claire.moreau')
      .commands()
      .map(({ path }) => path),
  ).toEqual(['home', 'setup show']);
  await expect(api.applicationCommands.bulkOverwriteGlobalCommands(bot(), [...body, ...body])).rejects.toMatchObject({
    code: 50035,
  });
  const [home] = after;
  await api.applicationCommands.editGlobalCommand(bot(), home?.id ?? '', { description: 'Mine' });
  await api.applicationCommands.deleteGlobalCommand(bot(), home?.id ?? '');
  await expect(api.applicationCommands.getGlobalCommand(bot(), home?.id ?? '')).rejects.toMatchObject({ code: 10063 });
  const tooMany = Array.from({ length: 101 }, (_, index) => ({ name: `c${index}`, description: 'x' }));
  await expect(api.applicationCommands.bulkOverwriteGlobalCommands(bot(), tooMany)).rejects.toMatchObject({ code: 30032 });
});

test('a saved world is the same world, on another clock', async () => {
  const message = lea.write('général', 'à garder', { files: [{ name: 'a.txt', content: 'é' }] });
  await api.channels.createThread(generalId(), { name: 'Fil' });
  const saved = saveWorld(sandbox.world);
  const restored = loadWorld(saved, movableClock(new Date('2026-11-03T09:00:00Z')));
  expect(saveWorld(restored)).toBe(saved);
  expect(restored.messages.get(message.channel_id)?.get(message.id)?.content).toBe('à garder');
  expect(new TextDecoder().decode([...restored.files.values()][0]?.bytes)).toBe('é');
  expect(BigInt(restored.id())).toBeGreaterThan(BigInt(sandbox.world.lastId));
  expect(() => loadWorld('{}', clock)).toThrow('not a saved world');
});
