import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWindow } from '../../support/browser.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

it('lets one choose who to be, by name or role', async () => {
  const { page, faults, close } = await openWindow(stage.sandbox.url);
  await page.getByRole('searchbox', { name: 'Rechercher' }).fill('equipe');
  await expect.poll(() => page.locator('.chooser-person').count()).toBe(1);
  await page.getByRole('link', { name: 'Amina Diallo' }).first().click();
  await page.locator('.self-name', { hasText: 'Amina Diallo' }).waitFor();
  expect(new URL(page.url()).searchParams.get('as')).toBe(stage.ids.amina);

  await page.getByRole('button', { name: 'Changer de personne', exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'John Smith' }).first().click();
  await page.locator('.self-name', { hasText: 'John Smith' }).waitFor();
  await page.getByRole('button', { name: 'Be someone else', exact: true }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('shows each person only the channels that are theirs', async () => {
  const owner = await stage.enter('claire.moreau');
  const amina = await stage.enter('amina');
  await expect.poll(() => owner.page.locator('.channel', { hasText: 'secret' }).count()).toBe(1);
  await expect.poll(() => amina.page.locator('.channel', { hasText: 'secret' }).count()).toBe(0);
  const secret = [...stage.sandbox.world.channels.values()].find(({ name }) => name === 'secret')?.id;
  const read = await amina.page.request.get(`${stage.sandbox.url}/persona/${stage.ids.amina}/channels/${secret}`);
  expect(read.ok()).toBe(false);
  await owner.close();
  await amina.close();
});

it('carries a message from one window to another, as text', async () => {
  const amina = await stage.enter('amina');
  const john = await stage.enter('john');
  const typed = '<img src=x onerror="window.hacked = true"> **hello** [x](javascript:alert(1))';
  await amina.page.locator('.composer textarea').fill(typed);
  await amina.page.keyboard.press('Enter');
  const message = john.page.locator('.message', { hasText: 'onerror' });
  await message.waitFor();
  await expect
    .poll(() => message.locator('.content').innerText())
    .toBe('<img src=x onerror="window.hacked = true"> hello [x](javascript:alert(1))');
  await expect.poll(() => message.locator('img, a').count()).toBe(0);
  expect(await john.page.evaluate(() => 'hacked' in globalThis)).toBe(false);

  await message.hover();
  await message.getByRole('button', { name: 'Add Reaction 👍' }).click();
  await amina.page.locator('.reaction', { hasText: '1' }).waitFor();
  expect([...amina.faults, ...john.faults]).toEqual([]);
  await amina.close();
  await john.close();
});

it('marks what was not read, until it is', async () => {
  const amina = await stage.enter('amina');
  const john = await stage.enter('john');
  const other = stage.sandbox.world.channels;
  const quiet = await stage.bot.api.guilds.createChannel(stage.sandbox.guildId, { name: 'quiet' });
  const line = john.page.locator(`[data-channel-id="${quiet.id}"]`);
  await line.waitFor();
  await expect.poll(() => line.getAttribute('class')).not.toContain('unread');
  await amina.page.locator(`[data-channel-id="${quiet.id}"]`).click();
  await amina.page.locator('.composer textarea').fill(`Hello <@${stage.ids.john}>`);
  await amina.page.keyboard.press('Enter');
  await john.page.locator(`[data-channel-id="${quiet.id}"].unread .badge`, { hasText: '1' }).waitFor();
  await line.click();
  await john.page.locator('.message.pinged').waitFor();
  await expect.poll(() => line.getAttribute('class')).not.toContain('unread');
  expect(other.has(quiet.id)).toBe(true);
  await amina.close();
  await john.close();
});

it('brings somebody new in: created, joined, screened, gone again', async () => {
  const { page, faults, close } = await openWindow(stage.sandbox.url);
  await page.getByRole('textbox', { name: 'Nom affiché' }).fill('Zoé O’Neil');
  await page.getByRole('button', { name: 'Créer et devenir cette personne' }).click();
  await page.getByText('Vous n’êtes pas sur le serveur « Simplon ».').waitFor();
  await page.getByRole('button', { name: 'Rejoindre, puis accepter le règlement' }).click();
  await page.getByText('Vous devez accepter le règlement du serveur').waitFor();
  await expect.poll(() => page.locator('.composer textarea').count()).toBe(0);
  await page.getByRole('button', { name: 'Accepter le règlement' }).click();
  await page.locator('.composer textarea').waitFor();
  await page.locator('.people .person', { hasText: 'Zoé O’Neil' }).waitFor();

  await page.getByRole('button', { name: 'Réglages de la personne' }).click();
  await page.getByLabel('Langue').selectOption('en-US');
  await page.getByRole('button', { name: 'Close my direct messages' }).click();
  await page.getByText('DMs closed').waitFor();
  expect(stage.sandbox.persona('Zoé O’Neil').user).toMatchObject({ locale: 'en-US', closedDms: true });
  await page.getByRole('button', { name: 'Leave the server' }).click();
  await page.getByText('You are not on the server “Simplon”.').waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('shows a direct message as it comes', async () => {
  const amina = await stage.enter('amina');
  const { id } = await stage.bot.api.users.createDM(stage.ids.amina);
  await stage.bot.api.channels.createMessage(id, { content: 'Your request is accepted.' });
  await amina.page.locator('.rail-button.home .badge', { hasText: '1' }).waitFor();
  await amina.page.getByRole('button', { name: 'Messages privés' }).click();
  await amina.page.getByText('Your request is accepted.').waitFor();
  await amina.page.locator('.rail-button.home .badge').waitFor({ state: 'detached' });
  await amina.close();
});

it('sends a file, and takes a message back', async () => {
  const amina = await stage.enter('amina');
  const john = await stage.enter('john');
  await amina.page
    .locator('.composer-attach input')
    .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('the plan') });
  await amina.page.locator('.file-chip', { hasText: 'plan.txt' }).waitFor();
  await amina.page.locator('.composer textarea').focus();
  await amina.page.keyboard.press('Enter');
  const link = john.page.getByRole('link', { name: 'plan.txt' });
  const file = await john.page.request.get(new URL((await link.getAttribute('href')) ?? '', stage.sandbox.url).href);
  expect(await file.text()).toBe('the plan');

  const mine = amina.page.locator('.message', { hasText: 'plan.txt' });
  await mine.hover();
  await mine.getByRole('button', { name: 'Actions du message' }).click();
  await amina.page.getByRole('menuitem', { name: 'Supprimer le message' }).click();
  await link.waitFor({ state: 'detached' });
  expect([...amina.faults, ...john.faults]).toEqual([]);
  await amina.close();
  await john.close();
});

it('stays usable for somebody who may type nowhere', async () => {
  const until = new Date(stage.sandbox.clock.now().getTime() + 3_600_000).toISOString();
  await stage.bot.api.guilds.editMember(stage.sandbox.guildId, stage.ids.john, { communication_disabled_until: until });
  const john = await stage.enter('john');
  await john.page.getByText('You are timed out until').waitFor();
  await stage.bot.api.guilds.editMember(stage.sandbox.guildId, stage.ids.john, { communication_disabled_until: null });
  await john.page.locator('.composer textarea').waitFor();
  expect(john.faults).toEqual([]);
  await john.close();
});

it('moves the clock for every window', async () => {
  const amina = await stage.enter('amina');
  const john = await stage.enter('john');
  const before = stage.sandbox.clock.now().getTime();
  const shown = async () => Date.parse((await john.page.locator('.clock time').getAttribute('datetime')) ?? '');
  await amina.page.getByRole('button', { name: 'Avancer d’une semaine' }).click();
  await expect.poll(shown).toBeGreaterThanOrEqual(before + 7 * 86_400_000 - 60_000);
  await amina.close();
  await john.close();
});
