import { AuditLogEvent, ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { day, hour, minute } from '../../src/kernel/time.ts';
import type { Persona } from '../../src/sandbox/persona/persona.ts';
import { addChannel, addRole } from '../../src/sandbox/population.ts';
import { loadWorld, saveWorld } from '../../src/sandbox/save.ts';
import { onStage, type Stage } from './stage.ts';

let stage: Stage;
onStage((started) => {
  stage = started;
});

const general = () => stage.claire.channel('général').id;
const visitor = (username: string): Persona => stage.sandbox.newPersona({ username });

test('an invite grants its roles, counts its uses, and is told to the bot', async () => {
  const role = addRole(stage.sandbox.world, stage.guild, { name: 'En attente CDA' });
  const invite = await stage.api.channels.createInvite(
    general(),
    { max_age: 0, max_uses: 2, unique: true, role_ids: [role.id] },
    { reason: 'promo CDA' },
  );
  expect(invite).toMatchObject({
    uses: 0,
    max_uses: 2,
    max_age: 0,
    temporary: false,
    expires_at: null,
    roles: [{ id: role.id, name: 'En attente CDA' }],
    inviter: { id: stage.sandbox.applicationId },
  });
  const emilie = visitor('emilie');
  emilie.join({ invite: invite.code });
  expect(emilie.member?.roles).toEqual([role.id]);
  expect(stage.sent('GUILD_MEMBER_ADD')).toMatchObject([{ user: { id: emilie.user.id }, roles: [role.id] }]);
  expect(await stage.api.guilds.getInvites(stage.guild.id)).toMatchObject([{ code: invite.code, uses: 1 }]);
  expect(stage.sent('INVITE_CREATE')).toMatchObject([{ code: invite.code, guild_id: stage.guild.id, role_ids: [role.id] }]);
  expect(stage.logged(AuditLogEvent.InviteCreate)).toMatchObject([{ reason: 'promo CDA', target_id: null }]);

  visitor('bilal').join({ invite: `https://discord.gg/${invite.code}` });
  const order = stage.names().filter((name) => name === 'INVITE_DELETE' || name === 'GUILD_MEMBER_ADD');
  expect(order).toEqual(['GUILD_MEMBER_ADD', 'INVITE_DELETE', 'GUILD_MEMBER_ADD']);
  expect(() => visitor('chloe').join({ invite: invite.code })).toThrow('Unknown Invite');
  await expect(stage.api.invites.get(invite.code)).rejects.toMatchObject({ status: 404, code: 10006 });
});

test('who is a member already receives the roles, without a use', async () => {
  const role = addRole(stage.sandbox.world, stage.guild, { name: 'Promo' });
  const { code } = await stage.api.channels.createInvite(general(), { role_ids: [role.id], max_uses: 1 });
  stage.lea.join({ invite: code });
  expect(stage.lea.member?.roles).toEqual([role.id]);
  expect(stage.names()).toContain('GUILD_MEMBER_UPDATE');
  expect(await stage.api.guilds.getInvites(stage.guild.id)).toMatchObject([{ uses: 0 }]);
});

test('it dies of age on the clock, without an event', async () => {
  const { code, expires_at } = await stage.api.channels.createInvite(general(), { max_age: 3600 });
  expect(new Date(expires_at ?? '').getTime()).toBe(stage.clock.now().getTime() + hour);
  stage.clock.advance(hour - minute);
  expect(await stage.api.invites.get(code, { with_counts: true })).toMatchObject({ approximate_member_count: 3 });
  stage.clock.advance(minute);
  await expect(stage.api.invites.get(code)).rejects.toMatchObject({ code: 10006 });
  expect(await stage.api.channels.getInvites(general())).toEqual([]);
  expect(stage.names()).not.toContain('INVITE_DELETE');
});

test('without `unique` a like invite is given again; an invite lasts a day unless told', async () => {
  const first = await stage.api.channels.createInvite(general(), {});
  stage.clock.advance(hour);
  expect((await stage.api.channels.createInvite(general(), {})).code).toBe(first.code);
  expect((await stage.api.channels.createInvite(general(), { max_uses: 1 })).code).not.toBe(first.code);
  expect((await stage.api.channels.createInvite(general(), { unique: true })).code).not.toBe(first.code);
  expect(stage.sent('INVITE_CREATE')).toHaveLength(3);
  stage.clock.advance(day);
  expect((await stage.api.channels.createInvite(general(), {})).code).not.toBe(first.code);
});

test('permissions: to create, to grant, to list, to delete', async () => {
  const { api, guild } = stage;
  const above = addRole(stage.sandbox.world, guild, { name: 'Direction', position: 50 });
  const below = addRole(stage.sandbox.world, guild, { name: 'Promo', position: 1 });
  const denied = { status: 403, code: 50013 };
  await expect(api.channels.createInvite(general(), { role_ids: [above.id] })).rejects.toMatchObject(denied);
  await expect(api.channels.createInvite(general(), { role_ids: [guild.id] })).rejects.toMatchObject({ code: 50028 });
  await expect(api.channels.createInvite(general(), { role_ids: ['100000000000000000'] })).rejects.toMatchObject({ code: 10011 });
  const { code } = await api.channels.createInvite(general(), { role_ids: [below.id] });
  const category = addChannel(stage.sandbox.world, guild, { name: 'Promo', type: ChannelType.GuildCategory });
  await expect(api.channels.createInvite(category.id, {})).rejects.toMatchObject({ status: 400, code: 50024 });

  stage.deny(PermissionFlagsBits.ManageRoles);
  await expect(api.channels.createInvite(general(), { role_ids: [below.id] })).rejects.toMatchObject(denied);
  stage.deny(PermissionFlagsBits.ManageGuild);
  expect(await api.guilds.getInvites(guild.id)).toMatchObject([{ code }]);
  expect((await api.guilds.getInvites(guild.id))[0]).not.toHaveProperty('uses');
  stage.deny(PermissionFlagsBits.ViewAuditLog, PermissionFlagsBits.ManageChannels, PermissionFlagsBits.CreateInstantInvite);
  await expect(api.guilds.getInvites(guild.id)).rejects.toMatchObject(denied);
  await expect(api.channels.getInvites(general())).rejects.toMatchObject(denied);
  await expect(api.channels.createInvite(general(), {})).rejects.toMatchObject(denied);
  await expect(api.invites.delete(code)).rejects.toMatchObject(denied);
  expect(() => stage.lea.createInvite('général')).toThrow('Missing Permissions');
});

test('deleted by hand, it is told and logged; with its channel it goes silently; a deleted role leaves it', async () => {
  const { api, guild } = stage;
  const role = await api.guilds.createRole(guild.id, { name: 'Promo' });
  const { code } = await api.channels.createInvite(general(), { role_ids: [role.id] });
  await api.guilds.deleteRole(guild.id, role.id);
  expect(await api.invites.get(code)).not.toHaveProperty('roles');
  expect(await api.invites.delete(code, { reason: 'fin' })).toMatchObject({ code });
  expect(stage.sent('INVITE_DELETE')).toEqual([{ channel_id: general(), guild_id: guild.id, code }]);
  expect(stage.logged(AuditLogEvent.InviteDelete)).toMatchObject([{ reason: 'fin' }]);
  const room = await api.guilds.createChannel(guild.id, { name: 'salle' });
  const other = stage.claire.createInvite(room.id, { max_age: 0 });
  await api.channels.delete(room.id);
  await expect(api.invites.get(other)).rejects.toMatchObject({ code: 10006 });
  expect(stage.sent('INVITE_DELETE')).toHaveLength(1);
});

test('a bot that does not manage the channel hears of none of its invites', async () => {
  const room = await stage.api.guilds.createChannel(stage.guild.id, { name: 'salle' });
  await stage.api.channels.editPermissionOverwrite(room.id, stage.sandbox.applicationId, {
    type: OverwriteType.Member,
    deny: String(PermissionFlagsBits.ManageChannels),
  });
  stage.claire.createInvite(room.id);
  expect(stage.names()).not.toContain('INVITE_CREATE');
});

test('the banned stay out, the screened come in pending, and a temporary member without a role goes when offline', async () => {
  const code = stage.claire.createInvite('général', { temporary: true });
  const [bilal, chloe, emilie] = [visitor('bilal'), visitor('chloe'), visitor('emilie')];
  stage.guild.bans.set(bilal.user.id, null);
  expect(() => bilal.join({ invite: code })).toThrow('banned');
  stage.guild.screening = true;
  chloe.join({ invite: code });
  emilie.join({ invite: code, pending: false });
  expect([chloe.member?.pending, emilie.member?.pending]).toEqual([true, false]);
  const role = await stage.api.guilds.createRole(stage.guild.id, { name: 'Promo' });
  await stage.api.guilds.addRoleToMember(stage.guild.id, emilie.user.id, role.id);
  for (const person of [chloe, emilie, stage.lea]) person.goOffline();
  expect([chloe, emilie, stage.lea].map(({ member }) => member !== null)).toEqual([false, true, true]);
});

test('a thousand invites are the most', async () => {
  for (let index = 0; index < 1_000; index += 1) stage.claire.createInvite('général', { unique: true });
  await expect(stage.api.channels.createInvite(general(), { unique: true })).rejects.toMatchObject({ status: 400, code: 30016 });
});

test('invites and voices are saved with the world, and a world saved before them is still read', () => {
  const code = stage.claire.createInvite('général', { max_age: 0 });
  const room = addChannel(stage.sandbox.world, stage.guild, { name: 'SOS', type: ChannelType.GuildVoice });
  stage.lea.joinVoice(room.id);
  const saved = saveWorld(stage.sandbox.world);
  expect([...loadWorld(saved, stage.clock).voiceStates.values()]).toMatchObject([
    { channel_id: room.id, user_id: stage.lea.user.id },
  ]);
  expect(loadWorld(saved, stage.clock).invites.get(code)).toMatchObject({ max_age: 0, uses: 0 });
  const { invites: _, voiceStates: __, ...older } = JSON.parse(saved);
  expect(loadWorld(JSON.stringify(older), stage.clock).invites.size).toBe(0);
});
