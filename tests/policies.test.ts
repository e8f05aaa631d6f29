import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { features } from '../src/app.ts';
import { notAllowed } from '../src/discord/messages.ts';
import { holds, type Policy } from '../src/discord/policy.ts';
import { keysOf } from '../src/discord/router.ts';
import { type RoleKey, roleKeys } from '../src/kernel/role.ts';
import type { Outcome, Persona } from '../src/sandbox/persona/persona.ts';
import { addRole } from '../src/sandbox/population.ts';
import { startTestApp, type TestApp } from './support/app.ts';

/** Who may do what: every command, menu, button, select and form against everybody, as one table and through the whole program. */

/** Somebody with one role of the bot, with Discord's Administrator permission, or with nothing. */
const everybody = [...roleKeys, 'administrator', 'nobody'] as const;
type Somebody = (typeof everybody)[number];

const keysHeld = (who: Somebody): ReadonlySet<RoleKey> =>
  keysOf(
    { roles: Object.fromEntries(roleKeys.map((key) => [key, [key]])) },
    { roleIds: [who], isAdministrator: who === 'administrator' },
  );

/** Something that a person may do, and how a hostile client would ask for it. */
type Deed = { name: string; policy: Policy; forge(person: Persona): Promise<Outcome> };

/** Values that a custom id may carry: a number, an id of Discord, a role of the bot, some word. */
const samples = [
  '1',
  '100000000000000001',
  'learner',
  'join',
  'seats',
  'waiting',
  'none',
  'young',
  'kick',
  'timeout',
  'yes',
  'voice',
  'up',
];

/** Some custom id that the declaration takes: one that it does not is refused as outdated, whoever sends it. */
function sampleId({ prefix, decode }: { prefix: string; decode(id: string): unknown }): string {
  let ids = [prefix];
  for (let values = 0; values <= 4; values++) {
    for (const id of ids) {
      try {
        decode(id);
        return id;
      } catch {
        // Not that one.
      }
    }
    ids = ids.flatMap((id) => samples.map((sample) => `${id}:${sample}`));
  }
  throw new Error(`no sample of a custom id ${prefix}`);
}

let app: TestApp;
const commandOf = (name: string, type: ApplicationCommandType) => {
  const found = [...app.sandbox.world.commands.values()].find((command) => command.name === name && command.type === type);
  if (!found) throw new Error(`Discord has no command ${name}`);
  return found;
};

/** `setup role` as Discord would send it, with no option filled in. */
function typed(path: string): object {
  const [first = '', ...words] = path.split(' ');
  const { id, name, type, options } = commandOf(first, ApplicationCommandType.ChatInput);
  const nest = (level: readonly APIApplicationCommandOption[], [word, ...deeper]: readonly string[]): object[] => {
    const found = level.find((option) => option.name === word);
    if (!found) return [];
    const inner =
      found.type === ApplicationCommandOptionType.Subcommand || found.type === ApplicationCommandOptionType.SubcommandGroup
        ? (found.options ?? [])
        : [];
    return [{ name: found.name, type: found.type, options: nest(inner, deeper) }];
  };
  return { id, name, type, options: nest(options, words) };
}

const panelOf = (person: Persona) => {
  const [panel] = person.messages('bienvenue');
  if (!panel) throw new Error('no panel');
  return panel;
};

const deeds: readonly Deed[] = features.flatMap(({ commands, components }) => [
  ...commands.map(({ type, name, policy }): Deed => {
    if (type === 'chat') return { name: `/${name.en}`, policy, forge: (person) => person.forge.command(typed(name.en)) };
    const kind = type === 'user' ? ApplicationCommandType.User : ApplicationCommandType.Message;
    return {
      name: `${type} menu “${name.en}”`,
      policy,
      forge: (person) =>
        person.forge.command({
          id: commandOf(name.en, kind).id,
          name: name.en,
          type: kind,
          target_id: type === 'user' ? person.user.id : panelOf(person).id,
          resolved: { users: {}, members: {}, messages: {} },
        }),
    };
  }),
  ...components.map(({ type, id, policy }): Deed => {
    const customId = sampleId(id);
    return {
      name: `${type} ${id.prefix}`,
      policy,
      async forge(person) {
        if (type === 'form') {
          // A form is opened by a press, never by another form.
          await person.press(panelOf(person), 'onboarding:start');
          return person.forge.modal(customId, []);
        }
        return type === 'button'
          ? person.forge.component(panelOf(person), customId, ComponentType.Button)
          : person.forge.component(panelOf(person), customId, ComponentType.StringSelect, []);
      },
    };
  }),
]);

const guarded = deeds.filter(({ policy }) => policy.roles !== 'everyone');
const isDenied = ({ message }: Outcome): boolean => Object.values(notAllowed().text).includes(message?.content ?? '');

const personas = new Map<Somebody, Persona>();
const personaOf = (who: Somebody): Persona => {
  const persona = personas.get(who);
  if (!persona) throw new Error(`no persona ${who}`);
  return persona;
};

beforeAll(async () => {
  app = await startTestApp({ ready: true });
  const boss = app.sandbox.persona('claire.moreau');
  const bound = new Map((await app.db.roleBinding.findMany()).map(({ key, roleId }) => [key, roleId]));
  const administrator = addRole(app.sandbox.world, boss.guild, {
    name: 'Administration Discord',
    permissions: PermissionFlagsBits.Administrator,
  });
  app.clock.advance(1_000);
  for (const who of everybody) {
    const persona = app.sandbox.newPersona({ username: `only.${who}`, locale: 'fr' });
    persona.join();
    personas.set(who, persona);
  }
  await app.settle();
  for (const [who, { member }] of personas) {
    const role = who === 'administrator' ? administrator.id : bound.get(who);
    member?.roles.splice(0, Number.POSITIVE_INFINITY, ...(role ? [role] : []));
  }
});

test('who may do what', async () => {
  const mark = (policy: Policy, who: Somebody) => (holds(policy, keysHeld(who)) ? 'x' : '·');
  const rows = deeds.map(({ name, policy }) => [name, ...everybody.map((who) => mark(policy, who))]);
  const table = [['', ...everybody], ['---', ...everybody.map(() => ':-:')], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  await expect(`${table.join('\n')}\n`).toMatchFileSnapshot('__snapshots__/policies.md');
});

test('everybody has the role that they are named after, and no other', () => {
  for (const who of everybody) expect(personaOf(who).member?.roles).toHaveLength(who === 'nobody' ? 0 : 1);
});

const policies = [
  ...new Set(features.flatMap(({ commands, components }) => [...commands, ...components].map(({ policy }) => policy))),
];
/** Of those to whom every policy says the same, one is enough; Discord's Administrator comes by a way of its own. */
const rightsOf = (who: Somebody): string => policies.map((policy) => holds(policy, keysHeld(who))).join();
const forgers = everybody.filter(
  (who, index) => who === 'administrator' || everybody.findIndex((other) => rightsOf(other) === rightsOf(who)) === index,
);

/**
 * The router asks the policy of whatever comes, and the table above says what each policy answers. So of what has the same kind and policy everybody
 * forges one, and whatever there is is forged by somebody whose it is and by somebody whose it is not, each time others.
 */
const forgeries = new Map<Somebody, Deed[]>(forgers.map((who) => [who, []]));
const kindOf = ({ name, policy }: Deed): string => `${name.split(/[ ]/)[0]?.replace(/^\/.*/, '/')} ${policy.name}`;
const seen = new Set<string>();
guarded.forEach((deed, turn) => {
  const sides = [true, false].map((isTheirs) => forgers.filter((who) => holds(deed.policy, keysHeld(who)) === isTheirs));
  const isFirst = !seen.has(kindOf(deed));
  seen.add(kindOf(deed));
  const chosen = isFirst ? forgers : sides.flatMap((side) => side[turn % side.length] ?? []);
  for (const who of chosen) forgeries.get(who)?.push(deed);
});

test('whatever is guarded is forged from both sides', () => {
  for (const deed of guarded) {
    const by = forgers.filter((who) => forgeries.get(who)?.includes(deed));
    expect([deed.name, new Set(by.map((who) => holds(deed.policy, keysHeld(who)))).size]).toEqual([deed.name, 2]);
  }
});

describe.each(forgers)('forged by %s', (who) => {
  test('what is not theirs is refused, and what is theirs is not', async () => {
    const deeds = forgeries.get(who) ?? [];
    const told: [string, boolean][] = [];
    for (const { name, forge } of deeds) {
      const outcome = await forge(personaOf(who));
      expect([name, outcome.failed]).toEqual([name, null]);
      told.push([name, isDenied(outcome)]);
    }
    const keys = keysHeld(who);
    expect(told).toEqual(deeds.map(({ name, policy }) => [name, !holds(policy, keys)]));
    await app.settle();
  });
});

describe('what Discord shows to whom', () => {
  /** First words of the commands that a person sees, sorted. */
  const seenBy = (who: Somebody) =>
    [
      ...new Set(
        personaOf(who)
          .commands()
          .map(({ path }) => path.split(' ')[0] ?? ''),
      ),
    ].sort();

  test('is readable', async () => {
    const lines = everybody.map((who) => `${who}: ${seenBy(who).join(' ')} (${seenBy(who).length})`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('__snapshots__/commands-by-role.txt');
  });

  test.each(everybody)('%s sees a command when one of its subcommands is theirs, and not otherwise', (who) => {
    const keys = keysHeld(who);
    const theirs = features.flatMap(({ commands }) =>
      commands.flatMap(({ type, name, policy }) =>
        // Discord hides by its own permissions, and knows nothing of those who have a role of the bot alone.
        type === 'chat' && (policy.permission === null || holds(policy, keys)) ? [name.en.split(' ')[0] ?? ''] : [],
      ),
    );
    expect(seenBy(who)).toEqual([...new Set(theirs)].sort());
    const menus = features.flatMap(({ commands }) =>
      commands.flatMap(({ type, name, policy }) => (type !== 'chat' && holds(policy, keys) ? [name.en] : [])),
    );
    expect(
      personaOf(who)
        .menus()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(menus.sort());
  });

  test.each(['learner', 'alumni', 'mentor', 'recruiter', 'candidate', 'newcomer', 'nobody'] as const)(
    '%s has at most 8 to choose from',
    (who) => expect(seenBy(who).length).toBeLessThanOrEqual(8),
  );
});
