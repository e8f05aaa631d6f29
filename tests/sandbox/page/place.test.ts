import { ChannelFlags, ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addRole } from '../../../src/sandbox/population.ts';
import { openWindow } from '../../support/browser.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
let forumId: string;
let roomId: string;
let smallId: string;

beforeAll(async () => {
  stage = await setStage();
  const { guilds, channels } = stage.bot.api;
  const forum = await guilds.createChannel(stage.sandbox.guildId, {
    name: 'promo-cda',
    type: ChannelType.GuildForum,
    available_tags: [
      { name: 'Question', emoji_name: '❓' },
      { name: 'Projet', emoji_name: '🛠️' },
      { name: 'Officiel', emoji_name: '📌', moderated: true },
    ] as never,
  });
  forumId = forum.id;
  await channels.edit(forumId, { flags: ChannelFlags.RequireTag });
  const official = (forum as { available_tags?: { id: string }[] }).available_tags?.[2]?.id ?? '';
  const rules = await channels.createForumThread(forumId, {
    name: 'Absences et retards',
    message: { content: 'Prévenez avant **9 h**.' },
    applied_tags: [official],
  });
  await channels.edit(rules.id, { flags: ChannelFlags.Pinned });
  const room = (name: string, user_limit = 0) =>
    guilds.createChannel(stage.sandbox.guildId, { name, type: ChannelType.GuildVoice, user_limit });
  roomId = (await room('Salle commune')).id;
  smallId = (await room('Binôme', 1)).id;
});

afterAll(() => stage.stop());

/** The browser itself reports a request that was refused. */
const isNoRefusal = (fault: string): boolean => !/status of 40[04]/.test(fault);

const open = async (username: string, channelId: string) =>
  openWindow(`${stage.sandbox.url}/?as=${stage.sandbox.persona(username).user.id}#guild/${channelId}`);

it('shows the posts of a forum, takes a new one with its tag, and another person answers it', async () => {
  const amina = await open('amina', forumId);
  await amina.page.locator('.post', { hasText: 'Absences et retards' }).filter({ hasText: 'épinglé' }).waitFor();
  await amina.page.getByRole('button', { name: 'Nouveau post' }).click();
  const form = amina.page.getByRole('form', { name: 'Nouveau post' });
  await form.getByRole('textbox', { name: 'Titre' }).fill('Mon fetch échoue');
  await form.getByRole('textbox', { name: 'Message' }).fill('Il renvoie `undefined`.');
  expect(await form.getByRole('button', { name: 'Publier' }).isDisabled()).toBe(true);
  expect(await form.getByRole('button', { name: 'Officiel' }).isDisabled()).toBe(true);
  await form.getByRole('button', { name: 'Question' }).click();
  await form.getByRole('button', { name: 'Publier' }).click();
  await amina.page.locator('.messages .post-tags .tag', { hasText: 'Question' }).waitFor();

  const john = await open('john', forumId);
  const card = john.page.locator('.post', { hasText: 'Mon fetch échoue' });
  await expect.poll(() => card.innerText()).toContain('Amina Diallo');
  await john.page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: 'Projet' }).click();
  await card.waitFor({ state: 'detached' });
  await john.page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: 'Question' }).click();
  await card.click();
  await john.page.locator('.composer textarea').fill('It needs await.');
  await john.page.keyboard.press('Enter');
  await amina.page.locator('.message', { hasText: 'It needs await.' }).waitFor();
  expect([...amina.faults, ...john.faults]).toEqual([]);
  await amina.close();
  await john.close();
});

it('offers no new post to who may only answer', async () => {
  await stage.bot.api.channels.editPermissionOverwrite(forumId, stage.sandbox.guildId, {
    type: OverwriteType.Role,
    deny: String(PermissionFlagsBits.SendMessages),
  });
  const john = await open('john', forumId);
  await john.page.getByText('You do not have permission to post in this forum.').waitFor();
  await expect.poll(() => john.page.getByRole('button', { name: 'New Post' }).count()).toBe(0);
  await john.page.locator('.post', { hasText: 'Absences' }).click();
  await john.page.locator('.composer textarea').waitFor();
  expect(john.faults).toEqual([]);
  await john.close();
});

it('shows who is in which room, lets one enter and leave, and follows a move by the bot', async () => {
  const amina = await open('amina', roomId);
  const john = await open('john', roomId);
  await amina.page.getByRole('button', { name: 'Rejoindre le vocal' }).click();
  await amina.page.locator('.room-panel', { hasText: 'Salle commune' }).waitFor();
  await john.page.getByRole('group', { name: 'In Salle commune' }).getByText('Amina Diallo').waitFor();
  await john.page.getByRole('button', { name: 'Join Voice' }).click();
  await john.page.locator('.room-tile').nth(1).waitFor();

  await stage.bot.api.guilds.editMember(stage.sandbox.guildId, stage.ids.amina, { channel_id: smallId });
  await amina.page.locator('.room-panel', { hasText: 'Binôme' }).waitFor();
  await john.page.locator(`[data-channel-id="${smallId}"] .room-limit`, { hasText: '1/1' }).waitFor();
  await john.page.locator(`[data-channel-id="${smallId}"]`).click();
  await john.page.getByText('This voice channel is full.').waitFor();
  await john.page.getByRole('button', { name: 'Join Voice' }).click();
  await john.page.getByRole('alert').getByText('Binôme is full').waitFor();
  expect(stage.sandbox.persona('john').voice()?.id).toBe(roomId);

  await amina.page.locator('.room-panel').getByRole('button', { name: 'Quitter le vocal' }).click();
  await amina.page.locator('.room-panel').waitFor({ state: 'detached' });
  expect([...amina.faults, ...john.faults].filter(isNoRefusal)).toEqual([]);
  await amina.close();
  await john.close();
});

it('lets somebody outside in by an invite, with its role; a wrong code is refused', async () => {
  const { world } = stage.sandbox;
  const [guild] = world.guilds.values();
  if (!guild) expect.fail('the world has a guild');
  const role = addRole(world, guild, { name: 'Promo CDA', color: 0x3498db, hoist: true });
  const { code } = await stage.bot.api.channels.createInvite(stage.general, { role_ids: [role.id], max_uses: 1 });
  const nora = stage.sandbox.newPersona({ username: 'nora', globalName: 'Nora Belaïd' });
  const { page, faults, close } = await openWindow(`${stage.sandbox.url}/?as=${nora.user.id}`);
  await page.getByRole('textbox', { name: 'Code ou lien d’invitation' }).fill('rien');
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click();
  await page.getByRole('alert').getByText('Unknown Invite').waitFor();
  await page.getByRole('textbox', { name: 'Code ou lien d’invitation' }).fill(`https://discord.gg/${code}`);
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click();
  await page.getByRole('region', { name: 'Promo CDA' }).getByText('Nora Belaïd').waitFor();
  expect(nora.member?.roles).toEqual([role.id]);
  expect(world.invites.has(code)).toBe(false);

  const second = addRole(world, guild, { name: 'Promo TSSR' });
  const other = await stage.bot.api.channels.createInvite(stage.general, { role_ids: [second.id] });
  await stage.bot.api.channels.createMessage(stage.general, { content: `https://discord.gg/${other.code}` });
  await page.getByRole('button', { name: `https://discord.gg/${other.code}` }).click();
  await expect.poll(() => nora.member?.roles).toEqual([role.id, second.id]);
  expect(faults.filter(isNoRefusal)).toEqual([]);
  await close();
});
