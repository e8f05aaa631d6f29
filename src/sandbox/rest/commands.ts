import { ApplicationCommandType, type InteractionContextType } from 'discord-api-types/v10';
import { z } from 'zod';
import { day } from '../../kernel/time.ts';
import { bits, parse } from '../draft.ts';
import { invalidForm, refuse } from '../errors.ts';
import { guildFor } from '../operations/find.ts';
import type { OptionSubject } from '../rules/command.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import { type Command, timeOf, type World } from '../world.ts';
import { commandObject } from './localized.ts';
import { type Call, nothing, ok, param, type Route, route } from './route.ts';

const localizations = z.record(z.string(), z.string().nullable()).nullish();

const option: z.ZodType<OptionSubject> = z.lazy(() =>
  z.object({
    type: z.number().int().min(1).max(11),
    name: z.string(),
    name_localizations: localizations,
    description: z.string(),
    description_localizations: localizations,
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z
      .array(z.object({ name: z.string(), name_localizations: localizations, value: z.union([z.string(), z.number()]) }))
      .optional(),
    options: z.array(option).optional(),
    channel_types: z.array(z.number().int()).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    min_length: z.number().int().min(0).max(6000).optional(),
    max_length: z.number().int().min(1).max(6000).optional(),
  }),
);

const fields = z.object({
  name: z.string(),
  name_localizations: localizations,
  description: z.string().nullish(),
  description_localizations: localizations,
  options: z.array(option).nullish(),
  default_member_permissions: bits.nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.number().int().min(0).max(2)).nullish(),
  nsfw: z.boolean().nullish(),
});
const newCommand = fields.extend({ type: z.number().int().min(1).max(3).nullish() });
type NewCommand = z.output<typeof newCommand>;

/** What each kind may have, globally and in each guild: https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const most: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};
const createsADay = 200;

const scopeOf = (call: Call): string | null => {
  if (param(call, 'application_id') !== call.world.application.id) throw refuse('missingAccess');
  const guildId = call.params.guild_id;
  return guildId === undefined ? null : guildFor(call.world, call.actorId, guildId).id;
};

const inScope = (world: World, scope: string | null) => [...world.commands.values()].filter(({ guild_id }) => guild_id === scope);

function commandIn(call: Call): Command {
  const scope = scopeOf(call);
  const command = call.world.commands.get(param(call, 'command_id'));
  if (!command || command.guild_id !== scope) throw refuse('unknownCommand');
  return command;
}

function check(given: NewCommand, path: readonly (string | number)[] = []): void {
  const { options, description, type, ...rest } = given;
  enforce(
    ruleTable.command,
    { ...rest, type: type ?? ApplicationCommandType.ChatInput, description: description ?? '', ...(options ? { options } : {}) },
    path,
  );
}

/** A command as it will be kept; one with the same name and kind keeps its id. */
function stored(world: World, scope: string | null, given: NewCommand, known: Command | undefined): Command {
  const withoutDms = given.dm_permission === false ? ([0] as InteractionContextType[]) : null;
  return {
    id: known?.id ?? world.id(),
    version: world.id(),
    type: (given.type ?? ApplicationCommandType.ChatInput) as ApplicationCommandType,
    guild_id: scope,
    name: given.name,
    name_localizations: (given.name_localizations ?? null) as Command['name_localizations'],
    description: given.description ?? '',
    description_localizations: (given.description_localizations ?? null) as Command['description_localizations'],
    options: (given.options ?? []) as unknown as Command['options'],
    default_member_permissions: given.default_member_permissions ?? null,
    nsfw: given.nsfw ?? false,
    contexts: (given.contexts as InteractionContextType[] | null | undefined) ?? withoutDms,
    permissions: known?.permissions ?? [],
  };
}

const same = (a: Pick<Command, 'name' | 'type'>) => (b: Pick<Command, 'name' | 'type'>) => a.name === b.name && a.type === b.type;

function requireRoom(world: World, scope: string | null, types: readonly number[]): void {
  for (const [type, limit] of Object.entries(most))
    if (types.filter((one) => one === Number(type)).length > limit) throw refuse('tooManyCommands');
  const since = world.clock.now().getTime() - day;
  if (inScope(world, scope).filter(({ id }) => timeOf(id) > since).length >= createsADay) throw refuse('tooManyCommandCreates');
}

const shown = (call: Call, command: Command) => commandObject(call.world, command, { localizations: true });

const list = (call: Call) => {
  const scope = scopeOf(call);
  const localizationsWanted = call.query.get('with_localizations') === 'true';
  const locale = call.locale ?? undefined;
  return ok(
    inScope(call.world, scope).map((command) =>
      commandObject(call.world, command, { localizations: localizationsWanted, locale }),
    ),
  );
};

const create = (call: Call) => {
  const given = parse(newCommand, call.body);
  const scope = scopeOf(call);
  check(given);
  const known = inScope(call.world, scope).find(same({ name: given.name, type: given.type ?? 1 }));
  if (!known) requireRoom(call.world, scope, [...inScope(call.world, scope).map(({ type }) => type), given.type ?? 1]);
  const command = stored(call.world, scope, given, known);
  call.world.commands.set(command.id, command);
  return ok(shown(call, command), known ? 200 : 201);
};

const overwriteAll = (call: Call) => {
  const given = parse(z.array(newCommand), call.body);
  const scope = scopeOf(call);
  for (const [index, command] of given.entries()) check(command, [index]);
  for (const [index, command] of given.entries()) {
    const key = { name: command.name, type: (command.type ?? 1) as ApplicationCommandType };
    if (given.slice(0, index).some((other) => same(key)({ name: other.name, type: (other.type ?? 1) as ApplicationCommandType })))
      throw invalidForm({
        path: [index],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      });
  }
  const before = inScope(call.world, scope);
  requireRoom(
    call.world,
    scope,
    given.map(({ type }) => type ?? 1),
  );
  const commands = given.map((command) =>
    stored(call.world, scope, command, before.find(same({ name: command.name, type: command.type ?? 1 }))),
  );
  for (const { id } of before) call.world.commands.delete(id);
  for (const command of commands) call.world.commands.set(command.id, command);
  return ok(commands.map((command) => shown(call, command)));
};

const edit = (call: Call) => {
  const given = parse(fields.partial(), call.body);
  const known = commandIn(call);
  const whole: NewCommand = {
    ...(known as unknown as NewCommand),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    type: known.type,
  };
  check(whole);
  const command = stored(call.world, known.guild_id, whole, known);
  call.world.commands.set(command.id, command);
  return ok(shown(call, command));
};

const remove = (call: Call) => {
  call.world.commands.delete(commandIn(call).id);
  return nothing;
};

const permissionsOf = (call: Call, command: Command) => ({
  id: command.id,
  application_id: call.world.application.id,
  guild_id: param(call, 'guild_id'),
  permissions: command.permissions,
});

const ofApplication = '/applications/:application_id/commands';
const ofGuild = '/applications/:application_id/guilds/:guild_id/commands';

export const commandRoutes: readonly Route[] = [
  ...[ofApplication, ofGuild].flatMap((base) => [
    route('GET', base, list),
    route('POST', base, create),
    route('PUT', base, overwriteAll),
    route('GET', `${base}/:command_id`, (call) => ok(shown(call, commandIn(call)))),
    route('PATCH', `${base}/:command_id`, edit),
    route('DELETE', `${base}/:command_id`, remove),
  ]),
  route('GET', `${ofGuild}/permissions`, (call) => {
    scopeOf(call);
    return ok(
      [...call.world.commands.values()]
        .filter(({ permissions }) => permissions.length > 0)
        .map((command) => permissionsOf(call, command)),
    );
  }),
  route('GET', `${ofGuild}/:command_id/permissions`, (call) => {
    scopeOf(call);
    const command = call.world.commands.get(param(call, 'command_id'));
    // 10066: commands whose permissions nobody changed have none to show.
    if (!command || command.permissions.length === 0) throw refuse('unknownCommandPermissions');
    return ok(permissionsOf(call, command));
  }),
];
