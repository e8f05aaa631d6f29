import { API } from '@discordjs/core/http-only';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createRest } from '../../src/discord/client.ts';
import { type Command, command, userCommand } from '../../src/discord/command.ts';
import { createDeployment } from '../../src/discord/deploy.ts';
import { choice, optional, string } from '../../src/discord/options.ts';
import { admin, anyone, staff } from '../../src/discord/policy.ts';
import { movableClock } from '../../src/kernel/time.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { monday } from '../support/monday.ts';

const sandbox = await startSandbox({ clock: movableClock(monday), strict: true, rateLimits: false });
const { world, applicationId, guildId } = sandbox;
const rest = createRest({ token: sandbox.botToken, apiUrl: sandbox.apiUrl });
const api = new API(rest);
let calls: string[] = [];
rest.on('response', ({ method, path }) => void calls.push(`${method} ${path.replace(/\?.*/, '')}`));
afterAll(() => sandbox.stop());
beforeEach(() => {
  world.commands.clear();
  calls = [];
  expect(sandbox.violations.splice(0)).toEqual([]);
});

const globally = `/applications/${applicationId}/commands`;
const inGuild = `/applications/${applicationId}/guilds/${guildId}/commands`;
/** How often the list was replaced. */
const puts = (route: string) => calls.filter((call) => call === `PUT ${route}`).length;

const chat = (en: string, fr: string, more: Partial<Parameters<typeof command>[0]> = {}): Command =>
  command({
    name: { en, fr },
    description: { en: `About ${en}`, fr: `À propos de ${fr}` },
    policy: anyone,
    answer: 'ephemeral',
    options: {
      text: optional(string({ fr: 'texte', description: { en: 'Text', fr: 'Texte' }, min: 1, max: 50 })),
      kind: choice({ fr: 'genre', description: { en: 'Kind', fr: 'Genre' }, choices: { a: { en: 'A', fr: 'À' } } }),
    },
    run: async () => ({}),
    ...more,
  });
const card = userCommand({ name: { en: 'Card', fr: 'Fiche' }, policy: staff, answer: 'ephemeral', run: async () => ({}) });
const declared = [
  chat('home', 'accueil', { options: {} }),
  chat('setup role', 'configurer rôle', { policy: admin }),
  chat('setup show', 'configurer voir', { policy: admin, options: {} }),
  card,
];
const deploy = (commands: readonly Command[], guild?: string) => createDeployment(api, applicationId, guild, commands).deploy();
const isCurrent = (commands: readonly Command[], guild?: string) =>
  createDeployment(api, applicationId, guild, commands).isCurrent();
const known = () => [...world.commands.values()].map(({ name }) => name).sort();

test('all is sent once, and nothing when Discord has it', async () => {
  expect(await isCurrent(declared)).toBe(false);
  await deploy(declared);
  expect(known()).toEqual(['Card', 'home', 'setup']);
  expect(puts(globally)).toBe(1);
  expect(await isCurrent(declared)).toBe(true);

  calls = [];
  await deploy(declared);
  await deploy([card, ...declared.slice(0, -1)]);
  expect(calls).toEqual([`GET ${globally}`, `GET ${globally}`]);
});

describe('one call when something differs', () => {
  const [home, role, show] = declared as [Command, Command, Command];
  test.each<[string, readonly Command[]]>([
    ['a new command', [...declared, chat('my data', 'mes données')]],
    ['a command less', [home, role, show]],
    ['a subcommand less', [home, role, card]],
    ['a French name', [home, role, show, { ...card, name: { en: 'Card', fr: 'Carte' } } as Command]],
    ['a French description', [{ ...home, description: { en: 'About home', fr: 'Autre' } } as Command, role, show, card]],
    ['who sees it', [home, role, show, { ...card, policy: admin } as Command]],
    ['an option that became required', [chat('home', 'accueil'), role, show, card]],
    ['a limit', [home, chat('setup role', 'configurer rôle', { policy: admin, options: {} }), show, card]],
  ])('%s', async (_, changed) => {
    await deploy(declared);
    calls = [];
    expect(await isCurrent(changed)).toBe(false);
    await deploy(changed);
    expect(puts(globally)).toBe(1);
    expect(await isCurrent(changed)).toBe(true);
  });

  test('what somebody else removed on Discord', async () => {
    await deploy(declared);
    world.commands.delete([...world.commands.values()].find(({ name }) => name === 'home')?.id ?? '');
    await deploy(declared);
    expect(known()).toEqual(['Card', 'home', 'setup']);
    expect(puts(globally)).toBe(2);
  });
});

describe('with a guild', () => {
  test('the commands are there and nowhere else, and nothing is sent again', async () => {
    await deploy(declared, guildId);
    expect([...world.commands.values()].map((one) => one.guild_id)).toEqual([guildId, guildId, guildId]);
    expect([puts(inGuild), puts(globally)]).toEqual([1, 0]);

    calls = [];
    await deploy(declared, guildId);
    expect(calls).toEqual([`GET ${globally}`, `GET ${inGuild}`]);
    expect([await isCurrent(declared, guildId), await isCurrent(declared)]).toEqual([true, false]);
  });

  test('those of a former deployment to every guild make way: nobody sees a command twice', async () => {
    await deploy(declared);
    expect(await isCurrent(declared, guildId)).toBe(false);
    await deploy(declared, guildId);
    expect([...world.commands.values()].map((one) => one.guild_id)).toEqual([guildId, guildId, guildId]);
    expect(await isCurrent(declared, guildId)).toBe(true);
  });

  test('a person sees each command once, in their language', async () => {
    await deploy(declared, guildId);
    const person = sandbox.newPersona({ username: 'deploy.fr', locale: 'fr' });
    person.join();
    expect(person.commands().map(({ name }) => name)).toEqual(['accueil']);
    const owner = sandbox.persona('claire.moreau');
    expect(owner.commands().map(({ name }) => name)).toEqual(['accueil', 'configurer rôle', 'configurer voir']);
  });
});

test('subcommands of one parent that ask for different permissions are a mistake of ours, found before anything is sent', () => {
  const mixed = [
    chat('setup role', 'configurer rôle', { policy: admin }),
    chat('setup find', 'configurer chercher', { policy: staff }),
  ];
  expect(() => createDeployment(api, applicationId, undefined, mixed)).toThrow(/different permissions/);
  expect(() => createDeployment(api, applicationId, undefined, [chat('setup role', 'configurer')])).toThrow(/as many words/);
});
