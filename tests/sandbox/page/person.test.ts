import { afterAll, beforeAll, expect, it } from 'vitest';
import { addRole } from '../../../src/sandbox/population.ts';
import { openWindow } from '../../support/browser.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  const { world, guildId } = stage.sandbox;
  const guild = world.guilds.get(guildId);
  if (!guild) throw new Error('the stage has a guild');
  const mentor = addRole(world, guild, { name: 'Mentorat' });
  await stage.bot.api.guilds.addRoleToMember(guildId, stage.ids.amina, mentor.id);
});

afterAll(() => stage.stop());

it('says who runs the server, and every role of everybody', async () => {
  const { page, faults, close } = await openWindow(stage.sandbox.url);
  const start = page.getByRole('region', { name: /^Administre le serveur : un bon point de départ/ });
  await expect.poll(() => start.locator('[data-person]').count()).toBe(1);
  await start.getByRole('link', { name: 'Claire Moreau' }).first().waitFor();
  const roles = page.locator('.chooser-person', { hasText: 'Amina Diallo' }).locator('.role-list li');
  expect((await roles.allInnerTexts()).toSorted()).toEqual(['Mentorat', 'Équipe']);
  await page.getByRole('searchbox').fill('mentorat');
  await expect.poll(() => page.locator('.chooser-person').count()).toBe(1);
  expect(faults).toEqual([]);
  await close();
});

it('shows who somebody is to whoever clicks on them, wherever their name is', async () => {
  const { page, faults, close } = await stage.enter('john');
  const profile = page.getByRole('dialog', { name: 'Amina Diallo' });
  for (const place of ['.people [data-user-id]', '.content .mention']) {
    await page.locator(place, { hasText: 'Amina Diallo' }).first().click();
    await profile.waitFor();
    expect((await profile.locator('.role-list li').allInnerTexts()).toSorted()).toEqual(['Mentorat', 'Équipe']);
    await expect.poll(() => profile.locator('.profile-username').innerText()).toBe('amina');
    const joined = stage.sandbox.persona('amina').member?.joined_at;
    await expect.poll(() => profile.locator('time').getAttribute('datetime')).toBe(joined);
    await profile.getByRole('menuitem', { name: 'Who is it' }).waitFor();
    await page.keyboard.press('Escape');
    await profile.waitFor({ state: 'detached' });
  }
  await page.locator('.people [data-user-id]', { hasText: 'Claire' }).click();
  await page.getByRole('dialog', { name: 'Claire Moreau' }).getByText('Server Owner').waitFor();
  await page.locator('.people [data-user-id]', { hasText: 'Amina' }).click({ button: 'right' });
  await page.getByRole('menu', { name: 'Actions on Amina Diallo' }).waitFor();
  await expect.poll(() => page.locator('.profile-card').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});
