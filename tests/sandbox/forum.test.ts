import { AuditLogEvent, ChannelFlags, ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeEach, expect, test } from 'vitest';
import type { Channel } from '../../src/sandbox/world.ts';
import { onStage, type Stage } from './stage.ts';

let stage: Stage;
let forum: Channel;
onStage((started) => {
  stage = started;
});

const tagNames = ['Question', 'Projet', 'Officiel'];
const tagId = (name: string): string => forum.available_tags.find((tag) => tag.name === name)?.id ?? `no ${name}`;

beforeEach(async () => {
  const { id } = await stage.api.guilds.createChannel(stage.guild.id, {
    name: 'Promo CDA',
    type: ChannelType.GuildForum,
    available_tags: tagNames.map((name) => ({ name, moderated: name === 'Officiel', emoji_name: '📌' })) as never,
    default_reaction_emoji: { emoji_name: '👍', emoji_id: null },
    default_sort_order: 1,
  });
  forum = stage.lea.channel(id);
});

test('a forum is made with its tags, reaction and order, and in a community only', async () => {
  expect(await stage.api.channels.get(forum.id)).toMatchObject({
    name: 'promo-cda',
    available_tags: tagNames.map((name) => ({ name, moderated: name === 'Officiel', emoji_name: '📌', emoji_id: null })),
    default_reaction_emoji: { emoji_name: '👍', emoji_id: null },
    default_sort_order: 1,
    default_forum_layout: 0,
  });
  stage.guild.features = [];
  await expect(stage.api.guilds.createChannel(stage.guild.id, { name: 'x', type: ChannelType.GuildForum })).rejects.toMatchObject(
    { status: 400, code: 50024 },
  );
});

test('a member posts with tags by name; the post is a thread whose first message has its id', async () => {
  const first = stage.lea.post('promo-cda', { name: 'Besoin d’aide', content: 'Mon fetch échoue', tags: ['Question'] });
  expect(first.channel_id).toBe(first.id);
  expect(await stage.api.channels.get(first.id)).toMatchObject({
    type: ChannelType.PublicThread,
    parent_id: forum.id,
    name: 'Besoin d’aide',
    owner_id: stage.lea.user.id,
    applied_tags: [tagId('Question')],
    message_count: 0,
    total_message_sent: 0,
  });
  expect(forum.last_message_id).toBe(first.id);
  stage.claire.write(first.id, 'Quel message ?');
  expect(await stage.api.channels.get(first.id)).toMatchObject({ message_count: 1, total_message_sent: 1 });
  expect(stage.names()).toEqual(expect.arrayContaining(['THREAD_CREATE', 'MESSAGE_CREATE', 'THREAD_MEMBERS_UPDATE']));
  expect(() => stage.lea.post('promo-cda', { name: 'x', content: 'x', tags: ['Inconnu'] })).toThrow('no tag');
  expect(() => stage.lea.post('général', { name: 'x', content: 'x' })).toThrow('no forum');
});

test('SEND_MESSAGES posts, SEND_MESSAGES_IN_THREADS answers: each without the other', async () => {
  const post = stage.claire.post('promo-cda', { name: 'Général', content: 'Bienvenue' });
  const deny = (bits: bigint) =>
    stage.api.channels.editPermissionOverwrite(forum.id, stage.guild.id, { type: OverwriteType.Role, deny: String(bits) });
  await deny(PermissionFlagsBits.SendMessages);
  expect(() => stage.lea.post('promo-cda', { name: 'x', content: 'x' })).toThrow('Missing Permissions');
  expect(stage.lea.write(post.id, 'Merci').content).toBe('Merci');
  await deny(PermissionFlagsBits.SendMessagesInThreads | PermissionFlagsBits.CreatePublicThreads);
  expect(() => stage.lea.write(post.id, 'x')).toThrow('Missing Permissions');
  expect(stage.lea.post('promo-cda', { name: 'Le mien', content: 'Bonjour' }).content).toBe('Bonjour');
});

test('who has not passed the screening posts nothing, and embeds need their permission', async () => {
  const nora = stage.sandbox.newPersona({ username: 'nora' });
  nora.join({ pending: true });
  expect(() => nora.post('promo-cda', { name: 'x', content: 'x' })).toThrow('Missing Permissions');
  stage.deny(PermissionFlagsBits.EmbedLinks);
  const everyone = stage.guild.roles.get(stage.guild.id);
  if (everyone) everyone.permissions = String(BigInt(everyone.permissions) & ~PermissionFlagsBits.EmbedLinks);
  await expect(
    stage.api.channels.createForumThread(forum.id, { name: 'x', message: { embeds: [{ title: 'x' }] } }),
  ).rejects.toMatchObject({ status: 403, code: 50013 });
});

test('tags: at most five, known ones, moderated ones by those who manage threads', async () => {
  expect(() => stage.lea.post('promo-cda', { name: 'x', content: 'x', tags: ['Officiel'] })).toThrow('Missing Permissions');
  const byBot = await stage.api.channels.createForumThread(forum.id, {
    name: 'Règles',
    message: { content: 'À lire' },
    applied_tags: [tagId('Officiel')],
  });
  expect(byBot).toMatchObject({ applied_tags: [tagId('Officiel')] });
  await expect(
    stage.api.channels.createForumThread(forum.id, {
      name: 'x',
      message: { content: 'x' },
      applied_tags: ['100000000000000000'],
    }),
  ).rejects.toMatchObject({ status: 404, code: 10087 });
  await expect(
    stage.api.channels.createForumThread(forum.id, {
      name: 'x',
      message: { content: 'x' },
      applied_tags: Array.from({ length: 6 }, () => tagId('Question')),
    }),
  ).rejects.toMatchObject({ status: 400, code: 50035 });
  await stage.api.channels.edit(byBot.id, { applied_tags: [tagId('Projet'), tagId('Officiel')] });
  expect(stage.logged(AuditLogEvent.ThreadUpdate).at(-1)?.changes).toMatchObject([{ key: 'applied_tags' }]);
  expect(stage.sandbox.violations.splice(0)).toMatchObject([{ path: 'applied_tags' }]);
});

test('a forum may require a tag: 40067, or 40066 when there is none for who asks', async () => {
  await stage.api.channels.edit(forum.id, { flags: ChannelFlags.RequireTag | ChannelFlags.Pinned });
  expect(await stage.api.channels.get(forum.id)).toMatchObject({ flags: ChannelFlags.RequireTag });
  const refused = (code: number) => expect.objectContaining({ status: 400, code });
  const without = () => stage.api.channels.createForumThread(forum.id, { name: 'x', message: { content: 'x' } });
  await expect(without()).rejects.toEqual(refused(40067));
  expect(() => stage.lea.post('promo-cda', { name: 'x', content: 'x' })).toThrow('A tag is required');
  const [, , official] = forum.available_tags;
  await stage.api.channels.edit(forum.id, { available_tags: official ? [official] : [] });
  expect(() => stage.lea.post('promo-cda', { name: 'x', content: 'x' })).toThrow('no tags available');
  await expect(without()).rejects.toEqual(refused(40067));
});

test('edited tags keep their posts by their id; a removed one leaves them', async () => {
  const post = stage.lea.post('promo-cda', { name: 'Aide', content: 'x', tags: ['Question', 'Projet'] });
  const [question] = forum.available_tags;
  if (!question) expect.fail('the forum has tags');
  await stage.api.channels.edit(forum.id, { available_tags: [{ ...question, name: 'Aide' }, { name: 'Stage' }] as never });
  expect(forum.available_tags.map(({ name }) => name)).toEqual(['Aide', 'Stage']);
  expect(await stage.api.channels.get(post.id)).toMatchObject({ applied_tags: [question.id] });
  expect(stage.names()).toContain('THREAD_UPDATE');
  await expect(
    stage.api.channels.edit(forum.id, { available_tags: [{ ...question, id: '100000000000000000' }] }),
  ).rejects.toMatchObject({ code: 10087 });
  await expect(
    stage.api.channels.edit(forum.id, { available_tags: [{ ...question, emoji_name: null, emoji_id: '100000000000000000' }] }),
  ).rejects.toMatchObject({ code: 10014 });
  await expect(
    stage.api.channels.edit(forum.id, {
      available_tags: Array.from({ length: 21 }, (_, index) => ({ name: `tag ${index}` })) as never,
    }),
  ).rejects.toMatchObject({ code: 50035 });
  expect(stage.sandbox.violations.splice(0)).toMatchObject([{ path: 'available_tags' }]);
});

test('one post is pinned at a time, by those who manage threads; nothing else can be', async () => {
  const first = stage.lea.post('promo-cda', { name: 'Un', content: 'x' });
  const second = stage.lea.post('promo-cda', { name: 'Deux', content: 'x' });
  await stage.api.channels.edit(first.id, { flags: ChannelFlags.Pinned });
  expect(await stage.api.channels.get(first.id)).toMatchObject({ flags: ChannelFlags.Pinned });
  await expect(stage.api.channels.edit(second.id, { flags: ChannelFlags.Pinned })).rejects.toMatchObject({ code: 30047 });
  await stage.api.channels.edit(first.id, { flags: 0 as ChannelFlags });
  await stage.api.channels.edit(second.id, { flags: ChannelFlags.Pinned });
  const plain = await stage.api.channels.createThread(stage.lea.channel('général').id, {
    name: 'Fil',
    type: ChannelType.PublicThread,
  });
  await expect(stage.api.channels.edit(plain.id, { flags: ChannelFlags.Pinned })).rejects.toMatchObject({ code: 50035 });
  stage.deny(PermissionFlagsBits.ManageThreads);
  await expect(stage.api.channels.edit(second.id, { flags: 0 as ChannelFlags })).rejects.toMatchObject({ code: 50013 });
});

test('a locked post takes no answer but of those who manage threads; an archived one wakes up', async () => {
  const post = stage.lea.post('promo-cda', { name: 'Aide', content: 'x' });
  await stage.api.channels.edit(post.id, { locked: true });
  expect(() => stage.lea.write(post.id, 'x')).toThrow('Thread is locked');
  stage.claire.write(post.id, 'clos');
  await stage.api.channels.edit(post.id, { locked: false, archived: true });
  stage.lea.write(post.id, 'encore');
  expect(await stage.api.channels.get(post.id)).toMatchObject({ thread_metadata: { archived: false, locked: false } });
});
