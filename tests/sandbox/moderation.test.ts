import { AuditLogEvent, PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { day, hour, minute } from '../../src/kernel/time.ts';
import type { Persona } from '../../src/sandbox/persona/persona.ts';
import { addGuild, addRole } from '../../src/sandbox/population.ts';
import { onStage, type Stage } from './stage.ts';

let stage: Stage;
onStage((current) => {
  stage = current;
});

const {
  KickMembers,
  BanMembers,
  ModerateMembers,
  ManageMessages,
  ManageRoles,
  ManageChannels,
  ManageGuild,
  ViewAuditLog,
  ManageNicknames,
} = PermissionFlagsBits;

/** A moderator below the bot, above everybody else. */
function moderator(
  permissions = KickMembers |
    BanMembers |
    ModerateMembers |
    ManageMessages |
    ManageRoles |
    ManageChannels |
    ManageNicknames |
    ViewAuditLog,
): Persona {
  const role = addRole(stage.sandbox.world, stage.guild, { name: 'Modération', permissions, position: 20 });
  const max = stage.sandbox.newPersona({ username: 'max', globalName: 'Max' });
  max.join();
  max.member?.roles.push(role.id);
  return max;
}

const person = (username: string): Persona => {
  const one = stage.sandbox.newPersona({ username });
  one.join();
  return one;
};

test('what a moderator does by Discord’s own menus stands in the log with its reason, and the bot hears of it', async () => {
  const { lea, guild, api, sent, sandbox } = stage;
  const max = moderator();
  addRole(sandbox.world, guild, { name: 'Apprenants', position: 1 });
  const nora = person('nora');
  const [first, second] = [nora.write('général', 'un'), nora.write('général', 'deux')];
  const since = guild.auditLog.at(-1)?.id ?? '0';
  max.giveRole(lea.user.id, 'Apprenants', 'admise');
  max.takeRole(lea.user.id, 'Apprenants');
  max.rename(lea.user.id, 'Léa M.', 'vrai nom');
  max.slowMode('général', 30, 'trop vite');
  max.timeout(lea.user.id, new Date(stage.clock.now().getTime() + hour), 'insultes');
  expect(lea.member?.communication_disabled_until).toBe(new Date(stage.clock.now().getTime() + hour).toISOString());
  max.timeout(lea.user.id, null, 'excuses');
  max.remove(first);
  max.remove(second);
  max.kick(lea.user.id, ' départ ');
  max.ban(nora.user.id, 'publicité', 3600);
  max.unban(nora.user.id, 'recours accepté');

  const fresh = guild.auditLog.filter(({ id }) => BigInt(id) > BigInt(since));
  expect(fresh.map(({ action_type, reason, user_id }) => [action_type, reason, user_id])).toEqual(
    [
      [AuditLogEvent.MemberRoleUpdate, 'admise'],
      [AuditLogEvent.MemberRoleUpdate, null],
      [AuditLogEvent.MemberUpdate, 'vrai nom'],
      [AuditLogEvent.ChannelUpdate, 'trop vite'],
      [AuditLogEvent.MemberUpdate, 'insultes'],
      [AuditLogEvent.MemberUpdate, 'excuses'],
      [AuditLogEvent.MessageDelete, null],
      [AuditLogEvent.MemberKick, 'départ'],
      [AuditLogEvent.MemberBanAdd, 'publicité'],
      [AuditLogEvent.MemberBanRemove, 'recours accepté'],
    ].map((entry) => [...entry, max.user.id]),
  );
  const heard = sent('GUILD_AUDIT_LOG_ENTRY_CREATE').slice(-fresh.length) as { id: string; reason?: string }[];
  expect(heard.map(({ id }) => id)).toEqual(fresh.map(({ id }) => id));

  const page = await api.guilds.getAuditLogs(guild.id, { user_id: max.user.id, limit: 3 });
  expect(page.audit_log_entries.map(({ id }) => id)).toEqual(
    fresh
      .map(({ id }) => id)
      .slice(-3)
      .toReversed(),
  );
  expect(page.users.map(({ id }) => id)).toEqual(expect.arrayContaining([max.user.id, nora.user.id]));
  const bans = await api.guilds.getAuditLogs(guild.id, { action_type: AuditLogEvent.MemberBanAdd });
  expect(bans.audit_log_entries).toMatchObject([{ target_id: nora.user.id, reason: 'publicité' }]);
  const older = await api.guilds.getAuditLogs(guild.id, { before: fresh[1]?.id ?? '', user_id: max.user.id });
  expect(older.audit_log_entries.map(({ id }) => id)).toEqual([fresh[0]?.id]);
  const newer = await api.guilds.getAuditLogs(guild.id, { after: fresh[7]?.id ?? '' });
  expect(newer.audit_log_entries.map(({ id }) => id)).toEqual(fresh.slice(8).map(({ id }) => id));
  expect(max.auditLog({ type: AuditLogEvent.MemberKick })).toMatchObject([{ target_id: lea.user.id }]);
  stage.clock.advance(46 * day);
  expect(max.auditLog({ userId: max.user.id })).toEqual([]);
});

test('who may not, may not: permissions, the hierarchy, and oneself', () => {
  const { lea, claire } = stage;
  const max = moderator(KickMembers);
  const refusals: (() => unknown)[] = [
    () => lea.kick(max.user.id),
    () => lea.remove(claire.write('général', 'a')),
    () => lea.auditLog(),
    () => lea.slowMode('général', 5),
    () => lea.pauseIncidents({ invites_disabled_until: null }),
    () => max.kick(claire.user.id),
    () => max.ban(lea.user.id),
    () => max.bulkBan([lea.user.id]),
    () => max.timeout(lea.user.id, new Date(stage.clock.now().getTime() + hour)),
    () => max.timeout(max.user.id, null),
    () => max.giveRole(lea.user.id, 'Modération'),
  ];
  for (const refused of refusals) expect(refused).toThrow('Missing Permissions');
  expect(() => claire.kick(lea.user.id, 'a'.repeat(513))).toThrow('Invalid Form Body');
  expect(lea.member).not.toBeNull();
  expect(() => max.giveRole(lea.user.id, 'Inconnu')).toThrow('there is no role');
});

test('deleted messages of one author in one channel are counted by one entry for five minutes, without another event', () => {
  const { lea, claire, sent, logged, clock } = stage;
  const nora = person('nora');
  const written = ['a', 'b', 'c'].map((text) => lea.write('général', text));
  const other = nora.write('général', 'd');
  const events = () =>
    (sent('GUILD_AUDIT_LOG_ENTRY_CREATE') as { action_type: number }[]).filter(({ action_type }) => action_type === 72).length;
  claire.remove(written[0] ?? '');
  claire.remove(written[1] ?? '');
  claire.remove(other);
  expect(logged(72).map(({ target_id, options }) => [target_id, options?.count])).toEqual([
    [lea.user.id, '2'],
    [nora.user.id, '1'],
  ]);
  expect(logged(72)[0]?.options?.channel_id).toBe(lea.channel('général').id);
  expect(events()).toBe(2);
  clock.advance(6 * minute);
  claire.remove(written[2] ?? '');
  expect(events()).toBe(3);
  lea.remove(lea.write('général', 'à moi'));
  expect(events()).toBe(3);
});

test('many are banned at once, with what they wrote lately; who stands above is left', async () => {
  const { claire, guild, api, lea } = stage;
  const [nora, ines] = [person('nora'), person('ines')];
  const old = nora.write('général', 'ancien');
  stage.clock.advance(2 * hour);
  nora.write('général', 'récent');
  expect(claire.bulkBan([nora.user.id, ines.user.id, guild.owner_id], 'raid', 3600)).toEqual({
    banned_users: [nora.user.id, ines.user.id],
    failed_users: [guild.owner_id],
  });
  expect(lea.messages('général').map(({ content }) => content)).toContain(old.content);
  expect(lea.messages('général').map(({ content }) => content)).not.toContain('récent');
  expect(stage.logged(AuditLogEvent.MemberBanAdd)).toMatchObject([{ reason: 'raid' }, { reason: 'raid' }]);
  claire.unban(ines.user.id);
  expect(await api.guilds.bulkBanUsers(guild.id, { user_ids: [ines.user.id] }, { reason: 'encore' })).toMatchObject({
    banned_users: [ines.user.id],
  });
  await expect(api.guilds.bulkBanUsers(guild.id, { user_ids: [ines.user.id] })).rejects.toMatchObject({ code: 500000 });
});

test('slow mode makes people wait between two messages, not the bot and not those who moderate', async () => {
  const { lea, api, clock } = stage;
  const max = moderator();
  const general = lea.channel('général').id;
  await api.channels.edit(general, { rate_limit_per_user: 60 }, { reason: 'trop vite' });
  lea.write('général', 'un');
  expect(() => lea.write('général', 'deux')).toThrow('slowmode');
  for (const text of ['a', 'b']) {
    max.write('général', text);
    await api.channels.createMessage(general, { content: text });
  }
  clock.advance(minute);
  lea.write('général', 'trois');
});

test('incident actions pause invites for a while, and direct messages between members but not with the bot', async () => {
  const { api, guild, lea, claire, clock, sent, sandbox } = stage;
  const { code } = await api.channels.createInvite(lea.channel('général').id, {});
  const until = new Date(clock.now().getTime() + hour).toISOString();
  const put = (body: object) => api.rest.put(`/guilds/${guild.id}/incident-actions`, { body });
  expect(await put({ invites_disabled_until: until, dms_disabled_until: until })).toEqual({
    invites_disabled_until: until,
    dms_disabled_until: until,
  });
  expect(sent('GUILD_UPDATE').at(-1)).toMatchObject({ incidents_data: { invites_disabled_until: until } });
  expect(await api.guilds.get(guild.id)).toMatchObject({ incidents_data: { dms_disabled_until: until } });

  const nora = sandbox.newPersona({ username: 'nora' });
  expect(() => nora.join({ invite: code })).toThrow('Invites are paused');
  expect(() => nora.join()).toThrow('Invites are paused');
  const direct = lea.openDm(claire.user.id).id;
  expect(() => lea.write(direct, 'salut')).toThrow('Cannot send messages to this user');
  const { id } = await api.users.createDM(lea.user.id);
  await api.channels.createMessage(id, { content: 'le bot écrit' });
  lea.write('dm', 'et l’on répond');

  expect(await put({ dms_disabled_until: null })).toEqual({ invites_disabled_until: until, dms_disabled_until: null });
  lea.write(direct, 'salut');
  clock.advance(hour);
  nora.join({ invite: code });
  claire.pauseIncidents({ invites_disabled_until: null });
  expect(await api.guilds.get(guild.id)).toMatchObject({ incidents_data: null });
  stage.deny(ManageGuild);
  await expect(put({ invites_disabled_until: until })).rejects.toMatchObject({ code: 50013 });
});

test('who was banned keeps the conversation with the bot: writes, and is not written to unless a server is shared', async () => {
  const { api, lea, guild, sandbox, sent } = stage;
  const { id } = await api.users.createDM(lea.user.id);
  const message = await api.channels.createMessage(id, {
    content: 'Faire recours ?',
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Recours', custom_id: 'moderation:appeal:1' }] }],
  });
  await api.guilds.banUser(guild.id, lea.user.id, {}, { reason: 'insultes' });
  await expect(api.channels.createMessage(id, { content: 'encore' })).rejects.toMatchObject({ status: 403, code: 50278 });
  lea.write('dm', 'RECOURS-1234');
  expect(sent('MESSAGE_CREATE').at(-1)).toMatchObject({ channel_id: id, content: 'RECOURS-1234', author: { id: lea.user.id } });

  sandbox.world.sessions = 1;
  const pressed = lea.press(message.id, 'moderation:appeal');
  const [interaction] = sent('INTERACTION_CREATE') as { id: string; token: string; context: number; user: { id: string } }[];
  expect(interaction).toMatchObject({ context: 1, user: { id: lea.user.id } });
  await api.interactions.reply(interaction?.id ?? '', interaction?.token ?? '', { content: 'Nous vous lisons.' });
  expect((await pressed).message?.content).toBe('Nous vous lisons.');
  await api.interactions.followUp(sandbox.applicationId, interaction?.token ?? '', { content: 'Encore un mot.' });
  expect(lea.messages('dm').map(({ content }) => content)).toEqual([
    'Faire recours ?',
    'RECOURS-1234',
    'Nous vous lisons.',
    'Encore un mot.',
  ]);

  const other = addGuild(sandbox.world, { name: 'Autre', ownerId: lea.user.id });
  other.members.set(sandbox.applicationId, {
    ...guild.members.get(sandbox.applicationId),
    user_id: sandbox.applicationId,
    roles: [],
  } as never);
  await api.channels.createMessage(id, { content: 'par l’autre serveur' });
  lea.closeDms();
  await expect(api.channels.createMessage(id, { content: 'fermé' })).rejects.toMatchObject({ code: 50007 });
});

test('a timeout leaves nothing but reading, and ends by itself', async () => {
  const { lea, api, guild, clock } = stage;
  const message = lea.write('général', 'bonjour');
  await api.channels.addMessageReaction(message.channel_id, message.id, encodeURIComponent('👍'));
  const until = new Date(clock.now().getTime() + 10 * minute).toISOString();
  await api.guilds.editMember(guild.id, lea.user.id, { communication_disabled_until: until }, { reason: 'calme' });
  expect(await api.guilds.getMember(guild.id, lea.user.id)).toMatchObject({ communication_disabled_until: until });
  expect(lea.members().find(({ user }) => user.id === lea.user.id)).toMatchObject({ timedOutUntil: until });
  expect(() => lea.write('général', 'a')).toThrow('Missing Permissions');
  expect(() => lea.react(message, '👍')).toThrow('Missing Permissions');
  expect(lea.messages('général').map(({ content }) => content)).toContain('bonjour');
  clock.advance(10 * minute);
  lea.react(message, '👍');
  lea.write('général', 'me revoilà');
});
