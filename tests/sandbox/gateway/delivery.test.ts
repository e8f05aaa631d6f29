import { once } from 'node:events';
import { GatewayIntentBits } from 'discord.js';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { movableClock, second } from '../../../src/kernel/time.ts';
import { BlockedByAutomod } from '../../../src/sandbox/errors.ts';
import { contentHidden, intentsAllow } from '../../../src/sandbox/gateway/intents.ts';
import { userOf } from '../../../src/sandbox/objects.ts';
import { act } from '../../../src/sandbox/operations/audit.ts';
import { createAutomodRule } from '../../../src/sandbox/operations/automod.ts';
import { kickMember } from '../../../src/sandbox/operations/members.ts';
import { createMessage } from '../../../src/sandbox/operations/messages.ts';
import { addMember, addRole, addUser } from '../../../src/sandbox/population.ts';
import type { Channel } from '../../../src/sandbox/world.ts';
import { dispatches, intents, onStage, type Stage, until } from './stage.ts';

let stage: Stage;
const restart = onStage((started) => {
  stage = started;
});

test('a client hears of members who join and of messages it may see', async () => {
  const bot = await stage.online();
  const joined = once(bot, 'guildMemberAdd');
  stage.join('yanis.benali');
  expect((await joined)[0].user.username).toBe('yanis.benali');

  const heard: string[] = [];
  bot.on('messageCreate', (message) => heard.push(message.content));
  stage.say(stage.hidden, 'entre nous');
  stage.say(stage.open, 'bonjour');
  stage.say(stage.open, 'pour elle seule', { only: stage.guild.owner_id });
  stage.say(stage.open, 'à tous');
  await until(() => expect(heard).toContain('à tous'));
  expect(heard).toEqual(['bonjour', 'à tous']);
});

test('2500 members come in three chunks', async () => {
  for (let index = 0; index < 2_498; index += 1) stage.join(`personne.${index}`);
  const bot = await stage.online();
  const seen = dispatches(bot);
  expect(stage.guildIn(bot).large).toBe(true);
  const members = await stage.guildIn(bot).members.fetch();
  expect(members.size).toBe(2_500);
  const chunks = seen.filter(({ event }) => event === 'GUILD_MEMBERS_CHUNK').map(({ data }) => data);
  expect(chunks.map((chunk) => [(chunk.members as unknown[]).length, chunk.chunk_index, chunk.chunk_count])).toEqual([
    [1000, 0, 3],
    [1000, 1, 3],
    [500, 2, 3],
  ]);
});

test('members are found by prefix and by id; a second request for all within 30 s is limited', async () => {
  const clock = movableClock(new Date('2026-09-01T08:00:00Z'));
  await restart({ transportClock: clock });
  const wanted = addUser(stage.world, { username: 'zoe.garnier' }).id;
  addMember(stage.world, stage.guild, wanted);
  const bot = await stage.connect();
  bot.identify({ intents: 1 << 1 });
  await bot.event('READY');
  const answers = () => bot.received.filter(({ t }) => t === 'GUILD_MEMBERS_CHUNK').map(({ d }) => d);
  const names = (chunk: Record<string, unknown> | undefined) =>
    ((chunk?.members ?? []) as { user: { username: string } }[]).map((one) => one.user.username);

  bot.send(8, { guild_id: stage.guild.id, query: 'ZOE', limit: 10, nonce: 'par-nom' });
  bot.send(8, { guild_id: stage.guild.id, user_ids: [wanted, '111111111111111111'] });
  bot.send(8, { guild_id: stage.guild.id, query: '', limit: 0 });
  await until(() => expect(answers()).toHaveLength(3));
  expect(names(answers()[0])).toEqual(['zoe.garnier']);
  expect(answers()[0]?.nonce).toBe('par-nom');
  expect(names(answers()[1])).toEqual(['zoe.garnier']);
  expect(answers()[1]?.not_found).toEqual(['111111111111111111']);
  expect(names(answers()[2])).toHaveLength(3);

  bot.send(8, { guild_id: stage.guild.id, query: '', limit: 0, nonce: 'encore' });
  const limited = await bot.event('RATE_LIMITED');
  expect(limited.d).toEqual({ opcode: 8, retry_after: 30, meta: { guild_id: stage.guild.id, nonce: 'encore' } });
  clock.advance(30 * second);
  bot.send(8, { guild_id: stage.guild.id, query: '', limit: 0 });
  await until(() => expect(answers()).toHaveLength(4));
});

test('without MESSAGE_CONTENT only direct messages, mentions and its own messages keep their text', async () => {
  const bot = await stage.online(stage.client(intents.filter((intent) => intent !== GatewayIntentBits.MessageContent)));
  const direct: Channel = {
    ...stage.open,
    id: stage.world.id(),
    type: ChannelType.DM,
    guild_id: null,
    recipients: [stage.guild.owner_id, bot.user.id],
  };
  stage.world.channels.set(direct.id, direct);
  const seen = dispatches(bot);
  stage.say(stage.open, 'rien que pour les membres', { embeds: [{ title: 'carte' }] });
  stage.say(stage.open, 'bonjour le bot', { mentions: [bot.user.id] });
  stage.say(stage.open, 'sa réponse', { author_id: bot.user.id });
  stage.say(direct, 'en privé');
  await until(() => expect(seen).toHaveLength(4));
  expect(seen.map(({ data }) => data.content)).toEqual(['', 'bonjour le bot', 'sa réponse', 'en privé']);
  expect(seen[0]?.data.embeds).toEqual([]);
});

test('events without their intent are not sent', async () => {
  const bot = await stage.online(stage.client([GatewayIntentBits.Guilds]));
  const seen = dispatches(bot);
  stage.join('eva.colin');
  stage.say(stage.open, 'bonjour');
  const channelData = { id: stage.open.id, guild_id: stage.guild.id, type: 0, name: 'renommé' };
  stage.world.emit({ event: 'CHANNEL_UPDATE', data: channelData, guildId: stage.guild.id, channelId: stage.open.id, only: null });
  await until(() => expect(seen.map(({ event }) => event)).toEqual(['CHANNEL_UPDATE']));
});

test('two shards share the guilds, and direct messages go to the first', async () => {
  const shard = Number((BigInt(stage.guild.id) >> 22n) % 2n);
  const pair = await Promise.all([stage.connect(), stage.connect()]);
  pair.forEach((bot, index) => {
    bot.identify({ shard: [index, 2], intents: (1 << 0) | (1 << 12) });
  });
  await Promise.all(pair.map((bot) => bot.event('READY')));
  await until(() => expect(pair[shard]?.received.map(({ t }) => t)).toContain('GUILD_CREATE'));
  const direct: Channel = {
    ...stage.open,
    id: stage.world.id(),
    type: ChannelType.DM,
    guild_id: null,
    recipients: [stage.guild.owner_id, stage.world.application.id],
  };
  stage.world.channels.set(direct.id, direct);
  stage.say(direct, 'bonjour');
  await pair[0]?.event('MESSAGE_CREATE');
  expect(pair[1 - shard]?.received.map(({ t }) => t)).not.toContain('GUILD_CREATE');
  expect(pair[1]?.received.map(({ t }) => t)).not.toContain('MESSAGE_CREATE');
});

test('what a closed message quotes is judged by its own author', () => {
  const quoted = { content: 'la question', author: { id: 'bot' }, poll: {} };
  const answer = { guild_id: '1', content: 'la réponse', author: { id: 'someone' }, poll: {}, referenced_message: quoted };
  expect(contentHidden('MESSAGE_CREATE', answer, GatewayIntentBits.GuildMessages, 'bot')).toEqual({
    guild_id: '1',
    author: { id: 'someone' },
    content: '',
    embeds: [],
    attachments: [],
    components: [],
    referenced_message: { guild_id: '1', ...quoted },
  });
  expect(contentHidden('MESSAGE_CREATE', answer, GatewayIntentBits.MessageContent, 'bot')).toBeNull();
  const execution = { content: 'insulte', matched_content: 'insulte', rule_id: '1' };
  expect(contentHidden('AUTO_MODERATION_ACTION_EXECUTION', execution, 0, 'bot')).toEqual({
    content: '',
    matched_content: '',
    rule_id: '1',
  });
});

test('a discord.js client hears of AutoMod’s rules and acts, and of who moderates, without what people wrote', async () => {
  const { world, guild } = stage;
  const { Guilds, GuildModeration, AutoModerationConfiguration, AutoModerationExecution } = GatewayIntentBits;
  const powers = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ViewAuditLog;
  guild.members.get(world.application.id)?.roles.push(addRole(world, guild, { name: 'Bot', permissions: powers }).id);
  const bot = await stage.online(stage.client([Guilds, GuildModeration, AutoModerationConfiguration, AutoModerationExecution]));
  const seen = dispatches(bot);
  const acted = once(bot, 'autoModerationActionExecution');
  const author = addUser(world, { username: 'yanis' }).id;
  addMember(world, guild, author);
  const rule = createAutomodRule(world, act(guild.owner_id), guild, {
    name: 'Jeux',
    event_type: 1,
    trigger_type: 1,
    trigger_metadata: { keyword_filter: ['casino'] },
    actions: [{ type: 1, metadata: {} }],
    enabled: true,
  });
  expect(() => createMessage(world, act(author), stage.open, { content: 'au casino' })).toThrow(BlockedByAutomod);
  expect((await acted)[0]).toMatchObject({
    ruleId: rule.id,
    userId: author,
    content: '',
    matchedKeyword: 'casino',
    messageId: null,
  });
  kickMember(world, act(guild.owner_id, 'jeux'), guild, author);
  await until(() =>
    expect(seen.map(({ event, data }) => [event, data.action_type])).toEqual([
      ['GUILD_AUDIT_LOG_ENTRY_CREATE', 140],
      ['AUTO_MODERATION_RULE_CREATE', undefined],
      ['GUILD_AUDIT_LOG_ENTRY_CREATE', 143],
      ['AUTO_MODERATION_ACTION_EXECUTION', undefined],
      ['GUILD_AUDIT_LOG_ENTRY_CREATE', 20],
    ]),
  );
});

test('of others in a thread only bots with GUILD_MEMBERS hear, and of itself every bot', () => {
  const others = { guild_id: '1', added_members: [{ user_id: 'someone' }] };
  const itself = { guild_id: '1', added_members: [], removed_member_ids: ['bot'] };
  expect(intentsAllow(GatewayIntentBits.Guilds, 'THREAD_MEMBERS_UPDATE', others, 'bot')).toBe(false);
  expect(intentsAllow(GatewayIntentBits.Guilds, 'THREAD_MEMBERS_UPDATE', itself, 'bot')).toBe(true);
  expect(intentsAllow(GatewayIntentBits.GuildMembers, 'THREAD_MEMBERS_UPDATE', others, 'bot')).toBe(true);
  expect(intentsAllow(0, 'GUILD_MEMBER_UPDATE', { guild_id: '1', user: { id: 'bot' } }, 'bot')).toBe(true);
  expect(intentsAllow(0, 'GUILD_MEMBER_UPDATE', { guild_id: '1', user: { id: 'someone' } }, 'bot')).toBe(false);
});

test('a bot that is put out of a guild hears that it is gone, and nothing of it afterwards', async () => {
  const bot = await stage.online();
  const seen = dispatches(bot);
  const { guild, world } = stage;
  guild.members.delete(bot.user.id);
  const left = { guild_id: guild.id, user: userOf(world, bot.user.id) };
  world.emit({ event: 'GUILD_MEMBER_REMOVE', data: left, guildId: guild.id, channelId: null, only: null });
  stage.join('lea.petit');
  addMember(world, guild, bot.user.id);
  await until(() => expect(seen.map(({ event }) => event)).toEqual(['GUILD_DELETE', 'GUILD_MEMBER_ADD']));
  expect(bot.guilds.cache.size).toBe(0);
});
