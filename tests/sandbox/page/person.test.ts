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

/** The browser itself reports a request that was refused. */
const isNoRefusal = (fault: string): boolean => !/status of 40[03]/.test(fault);

it('lets a moderator silence somebody from the menu, who is told until when; the log has the reason', async () => {
  const claire = await stage.enter('claire.moreau');
  const john = await stage.enter('john');
  const line = claire.page.locator('.people [data-user-id]', { hasText: 'John Smith' });
  await line.click({ button: 'right' });
  await claire.page.getByRole('menuitem', { name: 'Exclure temporairement John Smith' }).click();
  const dialog = claire.page.getByRole('dialog', { name: 'Exclure temporairement John Smith' });
  await dialog.getByRole('radio', { name: '1 heure' }).check();
  await dialog.getByRole('textbox', { name: 'Raison (facultative)' }).fill('Insultes répétées');
  await dialog.getByRole('textbox', { name: 'Raison (facultative)' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await line.locator('.timed-out', { hasText: 'exclusion temporaire jusqu’au' }).waitFor({ state: 'attached' });
  await john.page.getByRole('status').getByText('You are timed out until').waitFor();
  await expect.poll(() => john.page.locator('.composer textarea').count()).toBe(0);
  await expect.poll(() => john.page.locator('.timed-out').count()).toBe(0);

  await claire.page.getByRole('button', { name: 'Journal d’audit' }).click();
  const entry = claire.page.getByRole('list', { name: 'Journal d’audit' }).locator('[data-audit=timeout]').first();
  await expect
    .poll(() => entry.innerText())
    .toMatch(/Claire Moreau a exclu temporairement John Smith, jusqu’au .*Raison\s: Insultes répétées/s);
  await claire.page.keyboard.press('Escape');
  await line.click({ button: 'right' });
  await claire.page.getByRole('menuitem', { name: 'Mettre fin à l’exclusion de John Smith' }).click();
  await claire.page.getByRole('dialog').getByRole('button', { name: 'Mettre fin à l’exclusion de John Smith' }).click();
  await john.page.locator('.composer textarea').waitFor();
  expect(stage.sandbox.persona('john').member?.communication_disabled_until).toBeNull();

  await john.page.locator('.people [data-user-id]', { hasText: 'Amina' }).click({ button: 'right' });
  await john.page.getByRole('menuitem', { name: 'Mention' }).waitFor();
  await expect.poll(() => john.page.getByRole('menuitem', { name: /Timeout|Kick|Ban/ }).count()).toBe(0);
  await john.page.keyboard.press('Escape');
  expect(await john.page.getByRole('button', { name: 'Audit Log' }).count()).toBe(0);

  const amina = stage.sandbox.persona('amina');
  const written = amina.write(stage.general, 'à supprimer');
  await claire.page.locator(`[data-message="${written.id}"]`).click({ button: 'right' });
  await claire.page.getByRole('menuitem', { name: 'Supprimer le message' }).click();
  await john.page.locator(`[data-message="${written.id}"]`).waitFor({ state: 'detached' });
  const own = stage.sandbox.persona('john').write(stage.general, 'helo');
  await john.page.locator(`[data-message="${own.id}"]`).click({ button: 'right' });
  await john.page.getByRole('menuitem', { name: 'Edit Message' }).click();
  await john.page.getByRole('textbox', { name: 'Edit Message' }).fill('hello');
  await john.page.keyboard.press('Enter');
  await claire.page.locator(`[data-message="${own.id}"]`, { hasText: 'hello' }).waitFor();

  await claire.page.locator('.people [data-user-id]', { hasText: 'Amina' }).click({ button: 'right' });
  await claire.page.getByRole('menuitem', { name: 'Expulser Amina Diallo' }).click();
  await claire.page.getByRole('dialog').getByRole('button', { name: 'Expulser Amina Diallo' }).click();
  await expect.poll(() => amina.member).toBeNull();
  expect([...claire.faults, ...john.faults]).toEqual([]);
  await claire.close();
  await john.close();
});

it('shows what AutoMod keeps back to its author, the alert to the team, and what is paused', async () => {
  const { sandbox } = stage;
  const boss = sandbox.persona('claire.moreau');
  const secret = boss.channel('secret').id;
  boss.automod.create({
    name: 'Jeux',
    event_type: 1,
    trigger_type: 1,
    trigger_metadata: { keyword_filter: ['casino*'] },
    actions: [
      { type: 1, metadata: { custom_message: 'No gambling here.' } },
      { type: 2, metadata: { channel_id: secret } },
    ],
    enabled: true,
  });
  const john = await stage.enter('john');
  await john.page.locator('.composer textarea').fill('my casino');
  await john.page.keyboard.press('Enter');
  const kept = john.page.locator('.message.blocked');
  await kept.getByRole('alert').getByText('No gambling here.').waitFor();
  expect(await kept.innerText()).toContain('my casino');
  expect(await john.page.locator('.composer textarea').inputValue()).toBe('');
  expect(boss.messages(stage.general).some(({ content }) => content === 'my casino')).toBe(false);

  const claire = await openWindow(`${sandbox.url}/?as=${boss.user.id}#guild/${secret}`);
  const alert = claire.page.locator('.message.automod', { hasText: 'my casino' });
  await expect
    .poll(() => alert.innerText())
    .toMatch(/a bloqué un message de John Smith dans #général.*Mot-clé\s: casino\* · Règle\s: Jeux/s);
  boss.pauseIncidents({ invites_disabled_until: new Date(sandbox.clock.now().getTime() + 3_600_000).toISOString() });
  await claire.page.getByRole('status').getByText('Les invitations sont suspendues jusqu’au').waitFor();
  expect(await john.page.getByText('Invites are paused').count()).toBe(0);

  const nora = sandbox.newPersona({ username: 'nora', globalName: 'Nora', locale: 'en-US' });
  const outside = await openWindow(`${sandbox.url}/?as=${nora.user.id}`);
  await outside.page.getByRole('status').getByText('Invites are paused until').waitFor();
  await outside.page.getByRole('button', { name: 'Join the server' }).click();
  await outside.page.getByRole('alert').getByText('Invites to this server are paused for now.').waitFor();
  expect(nora.member).toBeNull();
  expect([...claire.faults, ...john.faults, ...outside.faults].filter(isNoRefusal)).toEqual([]);
  for (const window of [john, claire, outside]) await window.close();
});
