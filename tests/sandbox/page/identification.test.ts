import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../../../src/app.ts';
import { movableClock } from '../../../src/kernel/time.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { defaultWorld } from '../../../src/sandbox/population.ts';
import { openWindow, type Window } from '../../support/browser.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { testLogger } from '../../support/logger.ts';

/** The whole program, and two people at their windows: what a stranger does first after `npm start`. */
let sandbox: Sandbox;
let app: App;
let database: TestDatabase;
let staff: Window;

beforeAll(async () => {
  const clock = movableClock();
  database = await freshDatabase();
  sandbox = await startSandbox({ clock, world: defaultWorld(clock), page: true, strict: true });
  app = await startApp({
    discordToken: sandbox.botToken,
    discordApiUrl: sandbox.apiUrl,
    discordGuildId: undefined,
    databaseUrl: database.url,
    httpPort: 0,
    messageContent: false,
    clock,
    log: testLogger(),
  });
  staff = await openWindow(`${sandbox.url}/?as=${sandbox.persona('claire.moreau').user.id}`);
  await staff.page.locator('.composer textarea').fill('/setup auto');
  await staff.page.locator('[data-command="setup auto"]').click();
  await staff.page.locator('#command-name').press('Enter');
  await staff.page.locator('.channel', { hasText: 'bienvenue' }).waitFor();
});

afterAll(async () => {
  await staff.close();
  await app.stop();
  await sandbox.stop();
  await database.close();
});

const people = [
  {
    locale: 'fr',
    typed: 'zoe',
    first: 'Zoé',
    last: 'Martin',
    notice: 'Les règles, et vos données',
    accept: 'J’accepte',
    kind: 'En formation',
    welcome: 'Bienvenue, Zoé',
  },
  {
    locale: 'en-US',
    typed: 'grace',
    first: 'Grace',
    last: 'Hopper',
    notice: 'The rules, and your data',
    accept: 'I accept',
    kind: 'Learner',
    welcome: 'Welcome, Grace',
  },
];

it.each(people)('identifies a newcomer who reads Discord in $locale', { timeout: 60_000 }, async (person) => {
  const { page, faults, close } = await openWindow(sandbox.url);
  await page.getByRole('textbox', { name: 'Nom affiché' }).fill(person.typed);
  await page.getByLabel('Langue').selectOption(person.locale);
  await page.getByRole('button', { name: 'Créer et devenir cette personne' }).click();
  await page.locator('.outside-card .button.success').click();
  await page.locator('.channel', { hasText: 'bienvenue' }).click();

  await page.locator('[data-custom-id="onboarding:start"]').first().click();
  await page.getByText(person.notice).waitFor();
  await page.getByRole('button', { name: person.accept }).click();
  await page.locator('.select-button[data-custom-id^="onboarding:kind"]').click();
  await page.locator('.option[data-value=learner]', { hasText: person.kind }).click();
  const form = page.getByRole('dialog');
  await form.locator('[name=first_name]').fill(person.first);
  await form.locator('[name=last_name]').fill(person.last);
  await form.locator('[name=email]').fill(`${person.typed}@example.org`);
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });

  await staff.page.locator('.channel', { hasText: 'demandes' }).click();
  const card = staff.page.locator('.message', { hasText: `${person.first} ${person.last}` }).first();
  await card.getByRole('button', { name: 'Accepter' }).click();
  await page.locator('.self-name', { hasText: `${person.first} ${person.last}` }).waitFor();
  await page.locator('.rail-button.home .badge').waitFor();
  await page.locator('.rail-button.home').click();
  await page.getByText(person.welcome).waitFor();
  await card.getByRole('button', { name: 'Accepter' }).waitFor({ state: 'detached' });
  expect([...faults, ...staff.faults]).toEqual([]);
  await close();
});

it('did nothing that Discord would not have', () => {
  expect(sandbox.violations).toEqual([]);
});
