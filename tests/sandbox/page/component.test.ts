import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Window } from '../../support/browser.ts';
import { choose, type Stage, setStage } from './stage.ts';

let stage: Stage;
let window: Window;

beforeAll(async () => {
  stage = await setStage();
  window = await stage.enter('claire.moreau');
});

afterAll(async () => {
  await window.close();
  await stage.stop();
});

const last = () => stage.bot.received.at(-1) as APIMessageComponentInteraction;
const answered = (text: string) => window.page.locator('.message.ephemeral', { hasText: text }).last().waitFor();

it('draws mentions, embeds and markdown, and no markup of anyone', async () => {
  const message = window.page.locator('.message', { hasText: 'Hello all' });
  await expect.poll(() => message.locator('.mention').allInnerTexts()).toEqual(['@Amina Diallo', '@Équipe', 'général']);
  await expect.poll(() => message.locator('strong').first().innerText()).toBe('all');
  await expect.poll(() => message.innerText()).toContain('<script>window.hacked = true</script>');
  await expect.poll(() => message.locator('.embed-title').innerText()).toBe('An offer');
  expect(await window.page.evaluate(() => 'hacked' in globalThis)).toBe(false);
});

it('hides a spoiler until it is clicked', async () => {
  const spoiler = window.page.locator('.spoiler').first();
  const inside = spoiler.locator('span');
  await expect.poll(() => inside.isVisible()).toBe(false);
  await spoiler.click();
  await expect.poll(() => inside.isVisible()).toBe(true);
});

it('presses buttons of every style', async () => {
  await window.page.getByRole('button', { name: 'Primary' }).click();
  await answered('got show:primary');
  await window.page.getByRole('button', { name: 'Later' }).click();
  await answered('got it later');
  await expect
    .poll(() =>
      window.page.evaluate(
        "(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector('.messages'))",
      ),
    )
    .toBeLessThan(2);
  expect(await window.page.getByRole('button', { name: 'Closed' }).isDisabled()).toBe(true);
  const link = window.page.getByRole('link', { name: 'Site' });
  await expect.poll(() => link.getAttribute('href')).toBe('https://simplon.co');
  await expect.poll(() => link.getAttribute('rel')).toContain('noopener');
});

it.each([
  ['show:users', () => [stage.ids.amina]],
  ['show:roles', () => [stage.ids.role]],
  ['show:channels', () => [stage.ids.general]],
])('chooses one value in %s', async (customId, values) => {
  await choose(window.page, customId, values());
  await answered(`got ${customId} ${values().join(',')}`);
  expect(last().data).toMatchObject({ custom_id: customId, values: values() });
});

it('chooses several strings, sent when the list is left', async () => {
  await choose(window.page, 'show:strings', ['one', 'three'], true);
  await answered('got show:strings one,three');
});

it('chooses people and roles together', async () => {
  await choose(window.page, 'show:mentionables', [stage.ids.role, stage.ids.john], true);
  await answered('got show:mentionables');
  expect(new Set((last().data as { values: string[] }).values)).toEqual(new Set([stage.ids.role, stage.ids.john]));
});

it('finds a value by the keyboard alone, accents aside', async () => {
  await window.page.locator('.select-button[data-custom-id="show:roles"]').focus();
  await window.page.keyboard.press('ArrowDown');
  await window.page.keyboard.type('equipe');
  await window.page.keyboard.press('Enter');
  await answered(`got show:roles ${stage.ids.role}`);
});

it('draws components V2', async () => {
  const container = window.page.locator('.v2-container');
  expect(await window.page.evaluate("getComputedStyle(document.querySelector('.v2-container')).borderLeftColor")).toBe(
    'rgb(206, 0, 51)',
  );
  await expect.poll(() => container.locator('.v2-section').count()).toBe(2);
  await expect.poll(() => container.locator('.v2-separator.large').count()).toBe(1);
  await expect.poll(() => container.getByRole('img', { name: 'A dot', exact: true }).count()).toBe(1);
  expect(await window.page.evaluate("document.querySelector('.v2-thumbnail').naturalWidth")).toBe(1);
  await expect.poll(() => container.getByRole('img', { name: 'A dot, larger' }).count()).toBe(1);
  await expect.poll(() => container.getByRole('link', { name: 'notes.txt' }).getAttribute('href')).toMatch(/^\/cdn\//);
  await expect.poll(() => container.innerText()).toContain('<script>window.hacked = true</script>');
  await container.getByRole('button', { name: 'Open' }).click();
  await answered('got show:open');
});

it('shows an ephemeral answer to nobody else, and lets it be dismissed', async () => {
  const other = await stage.enter('amina');
  await window.page.getByRole('button', { name: 'Primary' }).click();
  const mine = window.page.locator('.message.ephemeral');
  await answered('got show:primary');
  await expect.poll(() => other.page.locator('.message.ephemeral').count()).toBe(0);
  const count = await mine.count();
  await mine.last().getByRole('button', { name: 'Supprimer le message' }).click();
  await expect.poll(() => mine.count()).toBe(count - 1);
  expect(other.faults).toEqual([]);
  await other.close();
});

it('follows a message that the bot changes', async () => {
  await window.page.getByRole('button', { name: 'Update' }).click();
  await window.page.getByText('the message changed').waitFor();
  await expect.poll(() => window.page.getByRole('button', { name: 'Update' }).count()).toBe(0);
});

it('says it when the bot is not there to answer', async () => {
  await stage.bot.stop();
  await window.page.getByRole('button', { name: 'Open' }).click();
  await window.page.getByText('L’application ne répond pas').waitFor();
  await window.page.getByText('Le bot est hors ligne').waitFor();
});

it('meets no error and asks nothing of the network', () => {
  expect(window.faults).toEqual([]);
});
