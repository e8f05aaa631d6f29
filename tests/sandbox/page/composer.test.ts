import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Window } from '../../support/browser.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
let amina: Window;

beforeAll(async () => {
  stage = await setStage();
  amina = await stage.enter('amina');
});

afterAll(async () => {
  await amina.close();
  await stage.stop();
});

const field = () => amina.page.locator('.composer textarea');
const said = () => stage.sandbox.persona('amina').messages('général');

it('grows with a long line', async () => {
  await field().fill('court');
  const low = (await field().boundingBox())?.height ?? 0;
  await field().fill('un mot puis un autre '.repeat(60));
  await expect.poll(async () => (await field().boundingBox())?.height ?? 0).toBeGreaterThan(low * 2);
  await field().fill('');
  await expect.poll(async () => (await field().boundingBox())?.height).toBe(low);
});

it('counts what is left near the end, and keeps a message that is too long', async () => {
  await field().fill('a'.repeat(1799));
  await expect.poll(() => amina.page.locator('.composer-left').count()).toBe(0);
  await field().fill('a'.repeat(1990));
  await expect.poll(() => amina.page.locator('.composer-left').innerText()).toBe('10');
  await field().fill('a'.repeat(2012));
  await expect.poll(() => amina.page.locator('.composer-left').innerText()).toBe('-12');
  const before = said().length;
  await amina.page.keyboard.press('Enter');
  await amina.page.getByRole('alert').getByText('retirez-en 12').waitFor();
  await field().fill('a'.repeat(2000));
  await amina.page.keyboard.press('Enter');
  await expect.poll(() => said().at(-1)?.content).toBe('a'.repeat(2000));
  expect(said().length).toBe(before + 1);
});

it('keeps a mistyped command to oneself, and sends what only looks a little like one', async () => {
  const before = said().length;
  for (const typed of ['/unknowncmd', '/unknowncmd Léa Dubois']) {
    await field().fill(typed);
    await amina.page.keyboard.press('Enter');
    await amina.page.getByRole('alert').getByText('La commande /unknowncmd n’existe pas ici').waitFor();
    await expect.poll(() => field().inputValue()).toBe(typed);
  }
  await field().fill('');
  await amina.page.getByRole('alert').waitFor({ state: 'detached' });
  await field().fill('/etc/hosts, par exemple');
  await amina.page.keyboard.press('Enter');
  await expect.poll(() => said().at(-1)?.content).toBe('/etc/hosts, par exemple');
  expect(said().length).toBe(before + 1);
  expect(amina.faults).toEqual([]);
});
