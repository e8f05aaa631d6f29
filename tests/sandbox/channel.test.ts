import { AuditLogEvent, ChannelType, MessageFlags, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { addChannel, addRole } from '../../src/sandbox/population.ts';
import { onStage, type Stage } from './stage.ts';

let stage: Stage;
onStage((started) => {
  stage = started;
});

const category = (name: string) => addChannel(stage.sandbox.world, stage.guild, { name, type: ChannelType.GuildCategory });
const fill = (count: number, parent_id: string | null) => {
  for (let index = 0; index < count; index += 1)
    addChannel(stage.sandbox.world, stage.guild, { name: `salon-${index}`, parent_id });
};
const channels = () => [...stage.sandbox.world.channels.values()];

test('several channels move at once, take the overwrites of their category, and the log has each', async () => {
  const promo = category('Promo CDA');
  const hidden = { id: stage.guild.id, type: OverwriteType.Role, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) };
  const own = { id: stage.sandbox.applicationId, type: OverwriteType.Member, allow: hidden.deny, deny: '0' };
  promo.permission_overwrites = [hidden, own];
  const [first, second] = ['un', 'deux'].map((name) => addChannel(stage.sandbox.world, stage.guild, { name }));
  await stage.api.guilds.setChannelPositions(stage.guild.id, [
    { id: first?.id ?? '', position: 7, parent_id: promo.id, lock_permissions: true },
    { id: second?.id ?? '', position: 9 },
  ]);
  expect([first, second]).toMatchObject([
    { position: 7, parent_id: promo.id, permission_overwrites: [hidden, own] },
    { position: 9, parent_id: null, permission_overwrites: [] },
  ]);
  expect(stage.logged(AuditLogEvent.ChannelUpdate).map(({ target_id }) => target_id)).toEqual([first?.id, second?.id]);
  expect(stage.sent('CHANNEL_UPDATE')).toHaveLength(2);
  expect(() => stage.lea.channel('un')).toThrow('sees no channel');
});

test('a category holds fifty channels: created, moved one by one or together', async () => {
  const full = category('Pleine');
  fill(49, full.id);
  const refused = {
    status: 400,
    code: 50035,
    rawError: { errors: { parent_id: { _errors: [{ code: 'CHANNEL_PARENT_MAX_CHANNELS' }] } } },
  };
  const [first, second] = ['un', 'deux'].map((name) => addChannel(stage.sandbox.world, stage.guild, { name }));
  const both = [first, second].map((channel) => ({ id: channel?.id ?? '', parent_id: full.id }));
  await expect(stage.api.guilds.setChannelPositions(stage.guild.id, both)).rejects.toMatchObject(refused);
  expect([first?.parent_id, second?.parent_id]).toEqual([null, null]);
  await stage.api.channels.edit(first?.id ?? '', { parent_id: full.id });
  await stage.api.channels.edit(first?.id ?? '', { parent_id: full.id, topic: 'déjà dedans' });
  await expect(stage.api.channels.edit(second?.id ?? '', { parent_id: full.id })).rejects.toMatchObject(refused);
  await expect(stage.api.guilds.createChannel(stage.guild.id, { name: 'x', parent_id: full.id })).rejects.toMatchObject(refused);
});

test('a server holds 500 channels, threads aside, and 250 roles', async () => {
  fill(500 - channels().length, null);
  await stage.api.channels.createThread(stage.lea.channel('général').id, { name: 'Fil', type: ChannelType.PublicThread });
  await expect(stage.api.guilds.createChannel(stage.guild.id, { name: 'x' })).rejects.toMatchObject({ status: 400, code: 30013 });
  while (stage.guild.roles.size < 250) addRole(stage.sandbox.world, stage.guild, { name: 'rôle', position: 1 });
  await expect(stage.api.guilds.createRole(stage.guild.id, { name: 'x' })).rejects.toMatchObject({ status: 400, code: 30005 });
});

test('how many members hold each role', async () => {
  const role = await stage.api.guilds.createRole(stage.guild.id, { name: 'Promo' });
  await stage.api.guilds.addRoleToMember(stage.guild.id, stage.lea.user.id, role.id);
  expect(await stage.api.rest.get(`/guilds/${stage.guild.id}/roles/member-counts`)).toEqual({
    [role.id]: 1,
    [stage.botRole().id]: 1,
  });
});

test('a message of an announcement channel is published once', async () => {
  const news = await stage.api.guilds.createChannel(stage.guild.id, { name: 'annonces', type: ChannelType.GuildAnnouncement });
  const message = await stage.api.channels.createMessage(news.id, { content: 'La promo commence' });
  expect(await stage.api.channels.crosspostMessage(news.id, message.id)).toMatchObject({ flags: MessageFlags.Crossposted });
  await expect(stage.api.channels.crosspostMessage(news.id, message.id)).rejects.toMatchObject({ status: 400, code: 40033 });
  const general = stage.lea.channel('général').id;
  const plain = await stage.api.channels.createMessage(general, { content: 'x' });
  await expect(stage.api.channels.crosspostMessage(general, plain.id)).rejects.toMatchObject({ status: 400, code: 50024 });
  await stage.api.channels.edit(general, { type: ChannelType.GuildAnnouncement });
  expect(await stage.api.channels.crosspostMessage(general, plain.id)).toMatchObject({ id: plain.id });
  const voice = addChannel(stage.sandbox.world, stage.guild, { name: 'SOS', type: ChannelType.GuildVoice });
  await expect(stage.api.channels.edit(voice.id, { type: ChannelType.GuildText })).rejects.toMatchObject({ code: 50024 });
  const byLea = stage.lea.write(news.id, 'à moi');
  stage.deny(PermissionFlagsBits.ManageMessages);
  await expect(stage.api.channels.crosspostMessage(news.id, byLea.id)).rejects.toMatchObject({ status: 403, code: 50013 });
});
