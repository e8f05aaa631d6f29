import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWindow } from '../../support/browser.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

it('keeps all within reach in a window as wide as a telephone', async () => {
  const { page, faults, close } = await stage.enter('amina');
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = () => page.evaluate('document.documentElement.scrollWidth');
  const pane = await page.locator('.pane').boundingBox();
  expect(pane).toMatchObject({ x: 0, width: 390 });
  expect(await wide()).toBe(390);
  await expect.poll(() => page.locator('.sidebar').isVisible()).toBe(false);
  for (const button of await page.locator('.pane-header button').all()) {
    const box = await button.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  }

  await page.getByRole('button', { name: 'Ouvrir la liste des salons' }).click();
  await page.getByRole('button', { name: 'Changer de personne', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.sidebar').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Ouvrir la liste des salons' }).click();
  await page.locator('.channel', { hasText: 'général' }).click();
  await page.locator('.sidebar').waitFor({ state: 'hidden' });

  await expect.poll(() => page.locator('.people').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Liste des membres' }).click();
  await page.locator('.people .person', { hasText: 'John Smith' }).click();
  const profile = await page.getByRole('dialog', { name: 'John Smith' }).boundingBox();
  expect(profile && profile.x >= 0 && profile.x + profile.width <= 390).toBe(true);
  await page.keyboard.press('Escape');
  await page.mouse.click(20, 400);
  await page.locator('.people').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Liste des membres' }).click();
  await page.locator('.people .person', { hasText: 'John Smith' }).click();
  await page.getByRole('menuitem', { name: 'Mentionner' }).click();
  await page.locator('.people').waitFor({ state: 'hidden' });
  expect(await wide()).toBe(390);
  expect(faults).toEqual([]);
  await close();
});

it('fits the chooser and the way in to a narrow window', async () => {
  const { page, faults, close } = await openWindow(stage.sandbox.url);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('textbox', { name: 'Nom affiché' }).fill('Zoé');
  expect(await page.evaluate("document.querySelector('.welcome').scrollWidth")).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Créer et devenir cette personne' }).click();
  await page.getByText('Imite un serveur où Discord demande d’accepter son règlement').waitFor();
  await page.getByRole('button', { name: 'Ouvrir la liste des salons' }).click();
  await page.getByRole('button', { name: 'Réglages de la personne' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});
