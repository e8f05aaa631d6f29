import type {
  APIChatInputApplicationCommandInteraction,
  APIContextMenuInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
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

const composer = (of = window) => of.page.locator('.composer textarea');
const option = (key: string) => window.page.locator(`#command-option-${key}`);
const answered = (text: string) => window.page.locator('.message.ephemeral', { hasText: text }).last().waitFor();
const last = <T>() => stage.bot.received.at(-1) as T;

async function pick(path: string): Promise<void> {
  await composer().fill('/');
  await window.page.locator(`[data-command="${path}"]`).click();
}

it('lists commands in the language of the person', async () => {
  await composer().fill('/mon');
  await window.page.getByRole('option', { name: '/montrer' }).waitFor();
  expect(await window.page.getByRole('option', { name: '/montrer' }).innerText()).toContain('Montre toutes les options');
  const john = await stage.enter('john');
  await composer(john).fill('/sh');
  expect(await john.page.getByRole('option', { name: '/show' }).innerText()).toContain('Shows all options');
  await john.close();
  await composer().fill('');
});

it('runs a subcommand from the keyboard alone', async () => {
  await composer().focus();
  await window.page.keyboard.type('/offre pub');
  await window.page.keyboard.press('Enter');
  await option('title').waitFor();
  await expect.poll(() => window.page.evaluate('document.activeElement.id')).toBe('command-option-title');
  await window.page.keyboard.type('Développeuse');
  await window.page.keyboard.press('Enter');
  await answered('got job');
  const { data } = last<APIChatInputApplicationCommandInteraction>();
  expect(data.options).toMatchObject([{ name: 'post', type: 1, options: [{ name: 'title', value: 'Développeuse' }] }]);
});

it('holds back a command with a required option left empty or a choice not in the list', async () => {
  await pick('show');
  const before = stage.bot.received.length;
  await option('text').fill('hello');
  await option('kind').fill('nobody');
  await window.page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await window.page.getByText('Choisissez une valeur dans la liste.').waitFor();
  await option('text').fill('');
  await window.page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await window.page.getByText('Cette option est obligatoire.').waitFor();
  expect(stage.bot.received.length).toBe(before);
  await window.page.keyboard.press('Escape');
});

it('sends options of every kind, with the suggestions of the bot', async () => {
  await pick('show');
  await option('text').fill('hello');
  await option('kind').click();
  await window.page.getByRole('option', { name: 'En formation' }).click();
  const add = async (key: string) => window.page.getByRole('button', { name: `Ajouter une option ${key}`, exact: true }).click();

  await add('city');
  await option('city').fill('li');
  await window.page.getByRole('option', { name: 'Liévin' }).click();
  await add('count');
  await option('count').fill('3');
  await add('ratio');
  await option('ratio').fill('2,5');
  await add('sure');
  await window.page.getByRole('option', { name: 'Vrai' }).click();
  await add('who');
  await option('who').fill('amina');
  await window.page.getByRole('option', { name: 'Amina Diallo' }).click();
  await add('role');
  await window.page.getByRole('option', { name: 'Équipe' }).click();
  await add('place');
  await option('place').fill('gene');
  await window.page.getByRole('option', { name: 'général' }).click();
  await add('whom');
  await option('whom').fill('john');
  await window.page.getByRole('option', { name: 'John Smith' }).click();
  await add('cv');
  await option('cv').setInputFiles({ name: 'cv.txt', mimeType: 'text/plain', buffer: Buffer.from('my cv') });
  await window.page.getByText('cv.txt').waitFor();
  await window.page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await answered('got show');

  const { options = [], resolved } = last<APIChatInputApplicationCommandInteraction>().data;
  const values = Object.fromEntries(options.map((sent) => [sent.name, 'value' in sent ? sent.value : null]));
  const { amina, john, role, general } = stage.ids;
  expect(values).toMatchObject({
    text: 'hello',
    kind: 'learner',
    city: 'liévin',
    count: 3,
    ratio: 2.5,
    sure: true,
    who: amina,
    role,
    place: general,
    whom: john,
  });
  expect(resolved?.attachments?.[String(values.cv)]).toMatchObject({ filename: 'cv.txt', size: 5 });
});

it('uses the commands of messages and of members, by their menus', async () => {
  await window.page
    .locator('.message', { hasText: 'Hello all' })
    .locator('.content')
    .click({ button: 'right', position: { x: 4, y: 8 } });
  await window.page.getByRole('menuitem', { name: 'Signaler' }).click();
  await answered('got Report');
  await window.page.locator('.people .person', { hasText: 'Amina' }).click();
  await window.page.getByRole('menuitem', { name: 'Qui est-ce' }).click();
  await answered('got Who is it');
  const used = (text: string) =>
    window.page.locator('.message.ephemeral', { hasText: text }).last().locator('.reference .mention').innerText();
  expect([await used('got Report'), await used('got Who is it'), await used('got job')]).toEqual([
    'Signaler',
    'Qui est-ce',
    '/offre publier',
  ]);
  expect(last<APIContextMenuInteraction>().data.target_id).toBe(stage.ids.amina);
});

it('fills in a form: what is typed, chosen and uploaded', async () => {
  await pick('form typed');
  await window.page.locator('#command-name').press('Enter');
  const dialog = window.page.getByRole('dialog', { name: 'About you' });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('Seen by staff only.');
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  await expect
    .poll(() => dialog.getByRole('alert').allInnerTexts())
    .toEqual(['Ce champ est obligatoire.', 'Ce champ est obligatoire.']);
  await dialog.getByRole('textbox', { name: 'First name' }).fill('L');
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  await dialog.getByText('2 caractères au moins.').waitFor();

  await dialog.getByRole('textbox', { name: 'First name' }).fill('Léa');
  await dialog.getByRole('textbox', { name: 'About' }).fill('Two\nlines');
  await choose(window.page, 'campus', ['lens']);
  await dialog
    .locator('input[name=cv]')
    .setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('pdf') });
  await dialog.getByText('cv.pdf').waitFor();
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  await answered('got form show:form');
  await dialog.waitFor({ state: 'hidden' });
  const sent = JSON.stringify(last<APIModalSubmitInteraction>().data);
  for (const part of ['Léa', 'Two\\nlines', '"values":["lens"]', '"filename":"cv.pdf"']) expect(sent).toContain(part);
});

it('fills in a form: choices', async () => {
  await pick('form chosen');
  await window.page.locator('#command-name').press('Enter');
  const dialog = window.page.getByRole('dialog', { name: 'Your choices' });
  await dialog.waitFor();
  await choose(window.page, 'mentor', [stage.ids.amina]);
  await choose(window.page, 'where', [stage.ids.general]);
  await dialog.getByRole('radio', { name: 'Choice cdd' }).check();
  for (const day of ['mon', 'tue', 'wed']) await dialog.getByRole('checkbox', { name: `Choice ${day}` }).check();
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  await dialog.getByText('Choisissez entre 1 et 2 éléments.').waitFor();
  await dialog.getByRole('checkbox', { name: 'Choice wed' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'I agree' }).check();
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  await answered('got form show:choices');
  const sent = JSON.stringify(last<APIModalSubmitInteraction>().data);
  for (const part of [stage.ids.amina, stage.ids.general, '"value":"cdd"', '"values":["mon","tue"]', '"value":true'])
    expect(sent).toContain(part);
});

it('fills in a form: roles and mentionables', async () => {
  await pick('form mentions');
  await window.page.locator('#command-name').press('Enter');
  const dialog = window.page.getByRole('dialog', { name: 'Mentions' });
  await dialog.waitFor();
  await choose(window.page, 'role', [stage.ids.role]);
  await choose(window.page, 'anyone', [stage.ids.john, stage.ids.role], true);
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  await answered('got form show:mentions');
});

it('says which command got no answer, once its time is over', async () => {
  await pick('silent');
  await window.page.locator('#command-name').press('Enter');
  await expect.poll(() => last<APIChatInputApplicationCommandInteraction>().data.name).toBe('silent');
  await window.page.getByRole('button', { name: 'Avancer d’une heure' }).click();
  await window.page.getByText('/silent · L’application ne répond pas').waitFor();
});

it('meets no error and asks nothing of the network', () => {
  expect(window.faults).toEqual([]);
  expect(stage.sandbox.violations).toEqual([]);
});
