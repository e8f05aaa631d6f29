import { ComponentType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import type { Feature, HomeItem } from '../../../src/kernel/feature.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { forgetErrors, loggedErrors } from '../../support/logger.ts';

const textOf = ({ message }: Outcome): string => JSON.stringify(message?.components ?? null);

const [first] = features;
if (!first) throw new Error('no feature');
/** A feature with nothing but a home. */
const withHome = (name: string, home: NonNullable<Feature['home']>): Feature => ({
  ...first,
  name,
  needs: { roles: [], channels: [] },
  commands: [],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  home,
});
const items = (count: number): HomeItem[] =>
  Array.from({ length: count }, (_, index) => ({
    text: { fr: `Chose ${index}`, en: `Thing ${index}` },
    button: { label: { fr: 'Ouvrir', en: 'Open' }, customId: `many:open:${index}` },
  }));

describe('/home', () => {
  let app: TestApp;
  let boss: Persona;
  beforeAll(async () => {
    const many = withHome('many', async () => items(20));
    const broken = withHome('broken', async () => {
      throw new Error('no home today');
    });
    app = await startTestApp({ features: [...features, many, broken] });
    boss = app.sandbox.persona('claire.moreau');
  });

  test('shows an administrator the set-up that waits, first, although a feature fails', async () => {
    const home = await boss.run('home');
    expect(textOf(home)).toMatch(/configuration n’est pas terminée.*Ce que vous pouvez faire/s);
    expect(textOf(home)).toContain('n’a pas pu s’afficher');
    expect(loggedErrors().join()).toContain('no home today');
    forgetErrors();
    if (!home.message) throw new Error('no home');
    expect(textOf(await boss.press(home.message, 'settings:diagnose'))).toContain('Diagnostic');
  });

  test('is the way on from a button that is no longer active', async () => {
    const home = await boss.run('home');
    const stale = await boss.forge.component(home.message ?? '', 'gone:button:1', ComponentType.Button);
    if (!stale.message) throw new Error('no answer');
    expect(textOf(await boss.press(stale.message, 'home:open'))).toContain('Mon espace');
    forgetErrors();
  });

  test('gives an administrator the settings and the diagnostic, whatever waits', async () => {
    const home = await boss.run('home');
    if (!home.message) throw new Error('no home');
    expect(textOf(home)).toContain('settings:diagnose');
    expect(textOf(await boss.press(home.message, 'settings:show'))).toContain('Rôles');
    forgetErrors();
  });

  test('turns its pages in the same message', async () => {
    const home = await boss.run('home');
    if (!home.message) throw new Error('no home');
    const next = await boss.press(home.message, 'home:page:1');
    expect(next.message?.id).toBe(home.message.id);
    expect(textOf(next)).toContain('Page 2');
    expect(textOf(next)).toContain('Chose 0');
    expect(textOf(next)).not.toContain('settings:diagnose');
    forgetErrors();
  });

  test('is the person’s own, in their language, behind the button of a panel too', async () => {
    await boss.run('setup auto');
    await app.settle();
    const person = app.sandbox.newPersona({ username: 'newcomer', globalName: 'Alex_Doe', locale: 'en-US' });
    person.join();
    await app.settle();
    const panel = person.messages('bienvenue')[0];
    if (!panel) throw new Error('no panel');
    const opened = await person.press(panel, 'home:open');
    expect(textOf(opened)).toContain('Hello **Alex');
    expect(textOf(opened)).not.toContain('set-up is not finished');
    expect(boss.messages('bienvenue').some(({ id }) => id === opened.message?.id)).toBe(false);
    forgetErrors();
  });
});
