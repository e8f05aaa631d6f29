import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { features } from '../src/app.ts';
import type { FormComponent } from '../src/discord/command.ts';
import { commandsJson } from '../src/discord/deploy.ts';
import type { Locale } from '../src/kernel/text.ts';

/** Everything that the features declare, against Discord's rules and ours, before Discord sees any of it. */

/** A name and what people read of it, in both languages: of a command, subcommand, option or choice. */
type Spoken = {
  name: string;
  name_localizations?: Record<string, string | null> | null;
  description?: string;
  description_localizations?: Record<string, string | null> | null;
};
type Node = Spoken & {
  type?: number;
  required?: boolean;
  options?: readonly Node[];
  choices?: readonly (Spoken & { value: string | number })[];
};

const commands = commandsJson(features.flatMap((feature) => feature.commands)) as readonly Node[];
const slash = commands.filter(({ description }) => description !== undefined);
const menusOf = (type: ApplicationCommandType) => commands.filter((command) => command.type === type);
const menus = [...menusOf(ApplicationCommandType.User), ...menusOf(ApplicationCommandType.Message)];

/** A command or option with the words that lead to it. */
type Place = { path: string; node: Node };
function placesOf(node: Node, before = ''): Place[] {
  const path = `${before} ${node.name}`.trim();
  return [{ path, node }, ...(node.options ?? []).flatMap((option) => placesOf(option, path))];
}
const places = slash.flatMap((command) => placesOf(command));

const both: readonly Locale[] = ['en', 'fr'];
const nameIn = ({ name, name_localizations }: Spoken, locale: Locale): string =>
  locale === 'en' ? name : (name_localizations?.fr ?? '');
const descriptionIn = ({ description = '', description_localizations }: Spoken, locale: Locale): string =>
  locale === 'en' ? description : (description_localizations?.fr ?? '');

/** Arrays of words and numbers on one line, as the formatter of this repository writes them. */
const pretty = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replaceAll(/\[\s+([^[\]{}]*?)\s+\]/g, (_, inner: string) => `[${inner.replaceAll(/\s*\n\s*/g, ' ')}]`)}\n`;

test('what Discord is told of our commands', async () => {
  await expect(pretty(commands)).toMatchFileSnapshot('__snapshots__/commands.json');
});

describe.each(both)('in %s', (locale) => {
  // https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
  const rule = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

  test.each(places)('/$path has a name and a description that Discord takes', ({ node }) => {
    const name = nameIn(node, locale);
    expect(name).toMatch(rule);
    expect(name).toBe(name.toLowerCase());
    const description = descriptionIn(node, locale);
    expect(description.length).toBeGreaterThanOrEqual(1);
    expect(description.length).toBeLessThanOrEqual(100);
    expect(description.trim()).toBe(description);
    for (const choice of node.choices ?? []) {
      expect(nameIn(choice, locale).length).toBeGreaterThanOrEqual(1);
      expect(nameIn(choice, locale).length).toBeLessThanOrEqual(100);
    }
  });

  test('no two of a kind have the same name', () => {
    const families: readonly (readonly Spoken[])[] = [
      slash,
      ...places.flatMap(({ node }) => [node.options ?? [], node.choices ?? []]),
      menusOf(ApplicationCommandType.User),
      menusOf(ApplicationCommandType.Message),
    ];
    for (const family of families) {
      const names = family.map((one) => nameIn(one, locale));
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test.each(menus.map((menu) => [menu.name, menu] as const))(
    'the context menu %s has a name of 1 to 32 characters',
    (_, menu) => {
      expect(nameIn(menu, locale).trim()).toMatch(/^.{1,32}$/u);
    },
  );

  test.each(slash.map((command) => [command.name, command] as const))('/%s has at most 8000 characters in all', (_, command) => {
    const own = ({ node }: Place) => [
      nameIn(node, locale),
      descriptionIn(node, locale),
      ...(node.choices ?? []).flatMap((choice) => [nameIn(choice, locale), String(choice.value)]),
    ];
    expect(placesOf(command).flatMap(own).join('').length).toBeLessThanOrEqual(8_000);
  });
});

test('no more commands than Discord takes', () => {
  expect(slash.length).toBeLessThanOrEqual(100);
  expect(menusOf(ApplicationCommandType.User).length).toBeLessThanOrEqual(15);
  expect(menusOf(ApplicationCommandType.Message).length).toBeLessThanOrEqual(15);
});

test.each(places)('/$path has at most 25 of each, and what is required first', ({ node: { options = [], choices = [] } }) => {
  expect(options.length).toBeLessThanOrEqual(25);
  expect(choices.length).toBeLessThanOrEqual(25);
  expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
  const required = options.map((option) => option.required ?? false);
  expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
});

test('a command runs itself or has subcommands, and never both', () => {
  const isSub = ({ type }: Node) => type === Type.Subcommand || type === Type.SubcommandGroup;
  for (const { path, node } of places) {
    const options = node.options ?? [];
    expect([path, options.some(isSub) && !options.every(isSub)]).toEqual([path, false]);
  }
  const groups = places.filter(({ node }) => node.type === Type.SubcommandGroup);
  for (const { path, node } of groups)
    expect([path, node.options?.every(({ type }) => type === Type.Subcommand)]).toEqual([path, true]);
});

describe('names of what leaves the process and comes back', () => {
  const named = features.flatMap(({ name, components, tasks, schedules }) => [
    ...components.map(({ id }) => ({ feature: name, name: id.prefix, begins: `${name}:` })),
    ...tasks.map(({ contract }) => ({ feature: name, name: contract.name, begins: `${name}.` })),
    ...schedules.map((schedule) => ({ feature: name, name: schedule.name, begins: `${name}.` })),
  ]);

  /** Whatever is confirmed about a promo begins alike, whichever feature does it. */
  const isConfirmation = (name: string) => /^promos:confirm:[a-z_]+$/.test(name);

  /** So does whatever is done about an offer. */
  const isOfOffer = (name: string) => /^jobs:[a-z_]+(:[a-z_]+)?$/.test(name);

  /** And whatever is done about mentoring, which several features share. */
  const isOfMentoring = (name: string) => /^mentoring:[a-z_]+(:[a-z_]+)?$/.test(name);

  /** And whatever is done in moderation. */
  const isOfModeration = (name: string) => /^moderation:[a-z_]+(:[a-z_]+)?$/.test(name);

  const isShared = (name: string) => [isConfirmation, isOfOffer, isOfMentoring, isOfModeration].some((shared) => shared(name));
  test.each(named.filter(({ name }) => !isShared(name)))('$name belongs to the feature $feature', ({ name, begins }) => {
    expect(name.startsWith(begins)).toBe(true);
    expect(name.slice(begins.length)).toMatch(/^[a-z_]+$/);
  });

  test('each is used once', () => {
    const once = (names: readonly string[]) => expect(names).toEqual([...new Set(names)]);
    once(features.map(({ name }) => name));
    once(features.flatMap(({ components }) => components.map(({ id }) => id.prefix)));
    once(features.flatMap(({ tasks }) => tasks.map(({ contract }) => contract.name)));
    once(features.flatMap(({ schedules }) => schedules.map(({ name }) => name)));
    once(features.flatMap(({ commands }) => commands.map(({ type, name }) => `${type} ${name.en}`)));
  });
});

describe('what scripts and other programs may rely on', () => {
  const components = new Map(features.flatMap((feature) => feature.components.map((one) => [one.id.prefix, one] as const)));
  const paths = features.flatMap(({ commands }) => commands.map(({ name }) => name.en));

  test.each([
    ['onboarding:start', 'button'],
    ['onboarding:accept', 'button'],
    ['onboarding:kind', 'select'],
    ['onboarding:form', 'form'],
    ['onboarding:approve', 'button'],
    ['onboarding:refuse', 'button'],
    ['onboarding:ask', 'button'],
    ['promos:confirm', 'button'],
    ['promos:confirm:import', 'button'],
    ['onboarding:code', 'button'],
    ['onboarding:code_form', 'form'],
  ])('%s is a %s', (prefix, type) => {
    expect(components.get(prefix)?.type).toBe(type);
  });

  test.each([
    ['onboarding:form', ['first_name', 'last_name', 'email']],
    ['onboarding:refusal', ['reason']],
    ['onboarding:question', ['question']],
    ['onboarding:code_form', ['code']],
  ])('the form %s has the fields %j', (prefix, fields) => {
    const { components: labels } = (components.get(prefix) as FormComponent).reopen('en', prefix, {});
    expect([...JSON.stringify(labels).matchAll(/"custom_id":"(\w+)"/g)].map(([, field]) => field)).toEqual(fields);
  });

  test.each(['home', 'identify', 'member show', 'member find', 'my data', 'diagnostic'])('/%s exists', (path) => {
    expect(paths).toContain(path);
  });
  test.each(['create', 'list', 'show', 'add', 'remove', 'move', 'postpone', 'end', 'cancel', 'lock', 'unlock', 'check', 'view'])(
    '/promo %s exists',
    (word) => expect(paths).toContain(`promo ${word}`),
  );
  test('/promo import has the options that scripts fill', () => {
    const command = features.flatMap(({ commands }) => commands).find(({ name }) => name.en === 'promo import');
    expect(command?.type === 'chat' ? Object.keys(command.options) : []).toEqual(['promo', 'file']);
  });
  test('a code is never kept to be corrected', () => {
    expect((components.get('onboarding:code_form') as FormComponent).fieldNames).toEqual([]);
  });
  test('/promo create has the options that scripts fill', () => {
    const create = features.flatMap(({ commands }) => commands).find(({ name }) => name.en === 'promo create');
    const options = create?.type === 'chat' ? Object.keys(create.options) : [];
    expect(options).toEqual(expect.arrayContaining(['course', 'campus', 'name', 'start', 'end', 'manager']));
  });
  test.each([
    'campus add',
    'campus rename',
    'campus remove',
    'campus list',
    'course add',
    'course edit',
    'course remove',
    'course list',
  ])('/%s exists', (path) => expect(paths).toContain(path));
  test.each(['auto', 'role', 'channel', 'show', 'language', 'timezone'])('/setup %s exists', (word) => {
    expect(paths).toContain(`setup ${word}`);
  });
});
