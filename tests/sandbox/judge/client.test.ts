import { once } from 'node:events';
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  Client,
  GatewayIntentBits,
  type Interaction,
  InteractionType,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { minute, systemClock } from '../../../src/kernel/time.ts';
import { createFaults, type Faults } from '../../../src/sandbox/faults.ts';
import { attachGateway, type Gateway } from '../../../src/sandbox/gateway.ts';
import { startInteraction } from '../../../src/sandbox/interactions/start.ts';
import { loadJudge, type Violation } from '../../../src/sandbox/judge.ts';
import { allPermissions } from '../../../src/sandbox/permissions.ts';
import { addChannel, addGuild, addMember, addRole, addUser } from '../../../src/sandbox/population.ts';
import { createRateLimits } from '../../../src/sandbox/ratelimit.ts';
import { routes } from '../../../src/sandbox/rest/table.ts';
import { type RunningServer, startServer } from '../../../src/sandbox/server.ts';
import { type Channel, createWorld, type Guild, type World } from '../../../src/sandbox/world.ts';

let world: World;
let guild: Guild;
let general: Channel;
let running: RunningServer;
let gateway: Gateway;
let faults: Faults;
let bot: Client<true>;
let violations: Violation[];

beforeEach(async () => {
  const judge = await loadJudge();
  violations = [];
  faults = createFaults();
  world = createWorld(systemClock);
  addUser(world, { username: 'passerelle', bot: true, id: world.application.id });
  guild = addGuild(world, { name: 'Simplon', ownerId: addUser(world, { username: 'ines.moreau' }).id });
  const role = addRole(world, guild, {
    name: 'Passerelle',
    permissions: allPermissions,
    position: 9,
    botId: world.application.id,
  });
  addMember(world, guild, world.application.id, { roles: [role.id] });
  general = addChannel(world, guild, { name: 'général' });
  world.listen(({ event, data }) => violations.push(...judge.judgeDispatch(event, JSON.parse(JSON.stringify(data)))));

  const limits = createRateLimits(systemClock, { enabled: false });
  running = await startServer({ world, faults, limits, transportClock: systemClock, judge, violations, page: () => null }, 0);
  gateway = attachGateway(running.server, world, {
    inspect: (event, data) => violations.push(...judge.judgeDispatch(event, data)),
  });
  running.serveGateway(gateway);

  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMembers,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildModeration,
    ],
    rest: { api: `${running.url}/api` },
  });
  const ready = once(client, 'clientReady');
  await client.login(world.application.token);
  await ready;
  bot = client as Client<true>;
});

afterEach(async () => {
  await bot.destroy();
  gateway.stop();
  await running.stop();
  expect(violations).toEqual([]);
});

test('every route has its line in the table of the judge', async () => {
  const judge = await loadJudge();
  const unknown = routes.filter(({ method, template }) =>
    judge.judgeRequest(method, template, {}).some(({ message }) => message.includes('table')),
  );
  expect(unknown.map(({ method, template }) => `${method} ${template}`)).toEqual([]);
});

test('whatever discord.js does to a guild is good, and so is what it gets', async () => {
  const seen = await bot.guilds.fetch(guild.id);
  const role = await seen.roles.create({ name: 'Apprenant', permissions: ['ViewChannel'], hoist: true, reason: 'promo' });
  await role.edit({ name: 'Apprenante', colors: { primaryColor: 0xce0033 } });
  await seen.roles.setPositions([{ role: role.id, position: 1 }]);
  const category = await seen.channels.create({ name: 'Promo', type: ChannelType.GuildCategory });
  const overwrites = [{ id: seen.roles.everyone.id, deny: [PermissionFlagsBits.ViewChannel] }];
  const channel = await seen.channels.create({
    name: 'cours',
    type: ChannelType.GuildText,
    parent: category.id,
    permissionOverwrites: overwrites,
  });
  await channel.edit({ topic: 'Les cours', rateLimitPerUser: 5, position: 1 });
  await channel.permissionOverwrites.edit(role.id, { ViewChannel: true, SendMessages: false });
  await channel.permissionOverwrites.delete(role.id);
  const forum = await seen.channels.create({ name: 'questions', type: ChannelType.GuildForum });
  const post = await forum.threads.create({
    name: 'Comment tester ?',
    autoArchiveDuration: 1440,
    message: { content: 'Tout est dit.' },
  });
  await post.setArchived(true);
  const thread = await channel.threads.create({ name: 'Votre demande', type: ChannelType.PrivateThread, invitable: false });
  await thread.members.add(guild.owner_id);
  await thread.members.remove(guild.owner_id);
  await thread.delete();

  const learner = addUser(world, { username: 'yanis.benali' });
  addMember(world, guild, learner.id);
  const member = await seen.members.fetch(learner.id);
  await member.setNickname('Yanis Benali', 'identifié');
  await member.roles.add(role.id);
  await member.roles.set([]);
  // discord.js's own call adds a key in camel case, which the judge is right to refuse.
  const until = new Date(world.clock.now().getTime() + minute).toISOString();
  await bot.rest.patch(`/guilds/${guild.id}/members/${learner.id}`, { body: { communication_disabled_until: until } });
  await member.ban({ deleteMessageSeconds: 60, reason: 'essai' });
  await seen.bans.fetch(learner.id);
  await seen.bans.fetch();
  await seen.bans.remove(learner.id);
  await seen.fetchAuditLogs({ limit: 10 });
  await seen.channels.fetch();
  await seen.channels.fetchActiveThreads();
  await seen.roles.fetch();
  await seen.members.list({ limit: 10 });
  await seen.edit({ description: 'Une école ouverte' });
  await channel.delete();
  await role.delete();
  expect(guild.roles.size).toBe(2);
});

test('whatever discord.js does to messages is good, and so is what it gets', async () => {
  const channel = await bot.channels.fetch(general.id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('not a text channel');
  const button = new ButtonBuilder().setCustomId('jobs:apply:42').setLabel('Postuler').setStyle(ButtonStyle.Primary);
  const message = await channel.send({
    content: 'Bonjour',
    embeds: [{ title: 'Offre', fields: [{ name: 'Ville', value: 'Lille', inline: true }] }],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
    files: [{ attachment: Buffer.from('bonjour'), name: 'cv.txt' }],
    allowedMentions: { parse: [] },
    nonce: 'job-42',
    enforceNonce: true,
  });
  await message.edit({ content: 'Bonsoir', components: [] });
  const reaction = await message.react('✅');
  await reaction.users.remove();
  await message.pin();
  await channel.messages.fetchPins();
  await message.unpin();
  const answer = await message.reply('Merci');
  await bot.rest.post(`/channels/${general.id}/messages/${message.id}/threads`, { body: { name: 'Discussion' } });
  await channel.messages.fetch({ limit: 5 });
  await channel.sendTyping();
  await channel.bulkDelete([answer.id, (await channel.send('encore')).id]);
  await channel.send({
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: 17, components: [{ type: 10, content: '# Bienvenue' }] }],
  });
  await message.delete();
  const owner = await bot.users.fetch(guild.owner_id);
  await owner.send('En privé');
  expect(world.messages.get(general.id)?.size).toBeGreaterThan(0);
});

test('commands, and every kind of answer to an interaction, are good', async () => {
  await bot.application.fetch();
  await bot.application.commands.set([
    {
      name: 'offre',
      description: 'Une offre',
      nameLocalizations: { 'en-GB': 'offer' },
      defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
      options: [
        { type: ApplicationCommandOptionType.String, name: 'titre', description: 'Son titre', required: true, maxLength: 80 },
      ],
    },
  ]);
  const [command] = [...(await bot.application.commands.fetch()).values()];
  if (!command) throw new Error('no command');
  const run = async (answer: (interaction: Interaction<'cached'>) => Promise<unknown>) => {
    const answered = once(bot, 'interactionCreate').then(([interaction]) => answer(interaction as Interaction<'cached'>));
    const data = { id: command.id, name: 'offre', type: 1, options: [{ name: 'titre', type: 3, value: 'Développeuse' }] };
    startInteraction(world, {
      type: InteractionType.ApplicationCommand,
      userId: guild.owner_id,
      channel: general,
      data,
      commandName: 'offre',
    });
    await answered;
  };
  await run(async (interaction) => {
    if (!interaction.isChatInputCommand()) throw new Error('not a command');
    await interaction.reply({ content: 'Offre enregistrée', flags: MessageFlags.Ephemeral, withResponse: true });
    await interaction.followUp({ content: 'Et voilà' });
    await interaction.editReply('Offre publiée');
    await interaction.fetchReply();
  });
  await run(async (interaction) => {
    if (!interaction.isChatInputCommand()) throw new Error('not a command');
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('Plus tard');
    await interaction.deleteReply();
  });
  await run(async (interaction) => {
    if (!interaction.isChatInputCommand()) throw new Error('not a command');
    const input = new TextInputBuilder().setCustomId('title').setStyle(TextInputStyle.Short).setLabel('Titre');
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
    await interaction.showModal(new ModalBuilder().setCustomId('jobs:form').setTitle('Offre').addComponents(row));
  });
});

test('a call that fails on demand has no effect; one whose reply is lost has it', async () => {
  const send = (content: string) => bot.rest.post(`/channels/${general.id}/messages`, { body: { content } });
  const contents = () => [...(world.messages.get(general.id)?.values() ?? [])].map(({ content }) => content);

  faults.next({ method: 'POST', route: '/channels/:channel_id/messages', status: 403 });
  await expect(send('refusé')).rejects.toMatchObject({ status: 403, code: 50013 });
  faults.next({ method: 'POST', status: 400, afterEffect: true });
  await expect(send('perdu')).rejects.toMatchObject({ status: 400 });
  expect(contents()).toEqual(['perdu']);
  faults.next({ status: 500 });
  await send('deuxième essai');
  faults.next({ status: 429, retryAfter: 0.01 });
  await send('un peu plus tard');
  faults.next({ status: 'closed' });
  await vi.waitFor(() => send('coupé').catch(() => expect.fail('still cut')));
  expect(contents()).toEqual(['perdu', 'deuxième essai', 'un peu plus tard', 'coupé']);
  expect(faults.hits.map(({ status }) => status)).toEqual([403, 400, 500, 429, 'closed']);
});
