import { ChannelType } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
let thread: string;

beforeAll(async () => {
  stage = await setStage();
  const { api } = stage.bot;
  const opened = await api.channels.createThread(stage.general, { name: 'Your introduction', type: ChannelType.PrivateThread });
  thread = opened.id;
  await api.threads.addMember(thread, stage.ids.amina);
  await api.channels.createMessage(thread, { content: 'Just between us' });
  await api.guilds.createChannel(stage.sandbox.guildId, { name: 'Salle commune', type: ChannelType.GuildVoice });
});

afterAll(() => stage.stop());

it('lists a private thread only to those who joined it; others who may see it find it behind a button', async () => {
  const amina = await stage.enter('amina');
  const claire = await stage.enter('claire.moreau');
  const john = await stage.enter('john');
  const line = `.channels [data-channel-id="${thread}"]`;
  await amina.page.locator(line).waitFor();
  await expect.poll(() => claire.page.locator(line).count()).toBe(0);

  await claire.page.getByRole('button', { name: 'Fils', exact: true }).click();
  await claire.page
    .getByRole('region', { name: 'Autres fils ouverts' })
    .getByRole('button', { name: 'Your introduction Fil ouvert par Passerelle · avec Amina Diallo' })
    .click();
  await claire.page.getByText('Just between us').waitFor();
  await claire.page.locator(`${line}.current`).waitFor();
  await claire.page.locator(`[data-channel-id="${stage.general}"]`).click();
  await claire.page.locator(line).waitFor({ state: 'detached' });

  await john.page.getByRole('button', { name: 'Threads', exact: true }).click();
  await john.page.getByText('No thread in this channel yet.').waitFor();
  for (const { faults, close } of [amina, claire, john]) {
    expect(faults).toEqual([]);
    await close();
  }
});

it('calls a place by its kind: no # for a thread or a voice channel', async () => {
  const { page, close } = await stage.enter('amina');
  await expect.poll(() => page.locator('.beginning h2').innerText()).toContain('#général');
  await page.locator(`[data-channel-id="${thread}"]`).click();
  await expect.poll(() => page.locator('.beginning').innerText()).toBe('Your introduction\n\nFil ouvert par Passerelle');
  await expect
    .poll(() => page.locator('.composer textarea').getAttribute('placeholder'))
    .toBe('Envoyer un message dans «\u00a0Your introduction\u00a0»');
  await page.locator('.channel', { hasText: 'Salle commune' }).click();
  await expect.poll(() => page.locator('.beginning h2').innerText()).toBe('Bienvenue dans Salle commune\u00a0!');
  await close();
});

it('follows a link to a message as far as the message', async () => {
  const { api } = stage.bot;
  const target = await api.channels.createMessage(stage.general, { content: 'The one that is meant' });
  const john = stage.sandbox.persona('john');
  for (let count = 0; count < 40; count += 1) john.write('général', `After it ${count}`);
  const url = `https://discord.com/channels/${stage.sandbox.guildId}/${stage.general}/${target.id}`;
  await api.channels.createMessage(thread, { content: `[Go to it](${url})` });
  const { page, faults, close } = await stage.enter('amina');
  const meant = page.locator(`[data-message="${target.id}"]`);
  const inView = async () => {
    const { y = -1, height = 0 } = (await meant.boundingBox()) ?? {};
    return y > 48 && y + height < 900;
  };
  await meant.waitFor();
  expect(await inView()).toBe(false);
  await page.locator(`[data-channel-id="${thread}"]`).click();
  await page.getByRole('button', { name: 'Go to it' }).click();
  await page.locator(`.message.sought[data-message="${target.id}"]`).waitFor();
  await expect.poll(inView).toBe(true);
  expect(faults).toEqual([]);
  await close();
});
