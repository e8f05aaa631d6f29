import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandPermissionType,
  ApplicationCommandType,
  InteractionContextType,
  type LocalizationMap,
} from 'discord-api-types/v10';
import { channelPermissions, hasPermission } from '../permissions.ts';
import type { Channel, Command, User, World } from '../world.ts';
import { ClientRefusal, type OptionInput, type VisibleCommand, type VisibleOption } from './persona.ts';

/**
 * Whether a person may use a command there: its permission overwrites decide, else its default permissions.
 * https://docs.discord.com/developers/interactions/application-commands#permissions
 */
export function mayUse(world: World, command: Command, userId: string, channel: Channel): boolean {
  if (command.guild_id !== null && command.guild_id !== channel.guild_id) return false;
  const context = channel.guild_id === null ? InteractionContextType.BotDM : InteractionContextType.Guild;
  if (command.contexts !== null && !command.contexts.includes(context)) return false;
  if (channel.guild_id === null) return true;
  const held = channelPermissions(world, channel, userId);
  if (hasPermission(held, 'Administrator')) return true;
  if (!hasPermission(held, 'UseApplicationCommands')) return false;
  const guild = world.guilds.get(channel.guild_id);
  const member = guild?.members.get(userId);
  if (!guild || !member) return false;

  const overwrites = command.permissions;
  const of = (type: number, id: string) =>
    overwrites.find((overwrite) => overwrite.type === type && overwrite.id === id)?.permission;
  const allChannels = String(BigInt(guild.id) - 1n);
  const inChannel =
    of(ApplicationCommandPermissionType.Channel, channel.parent_id && channel.thread ? channel.parent_id : channel.id) ??
    of(ApplicationCommandPermissionType.Channel, allChannels);
  if (inChannel === false) return false;
  const own = of(ApplicationCommandPermissionType.User, userId);
  if (own !== undefined) return own;
  const byRole = member.roles.flatMap((id) => of(ApplicationCommandPermissionType.Role, id) ?? []);
  if (byRole.length > 0) return byRole.includes(true);
  const everyone = of(ApplicationCommandPermissionType.Role, guild.id);
  if (everyone !== undefined) return everyone;

  if (command.default_member_permissions === null) return true;
  const needed = BigInt(command.default_member_permissions);
  return needed !== 0n && (held & needed) === needed;
}

const inLanguage = (text: string, localizations: LocalizationMap | null | undefined, locale: User['locale']): string =>
  localizations?.[locale] ?? text;

const foldable: readonly number[] = [ApplicationCommandOptionType.Subcommand, ApplicationCommandOptionType.SubcommandGroup];

type Node = {
  name: string;
  name_localizations?: LocalizationMap | null | undefined;
  description: string;
  description_localizations?: LocalizationMap | null | undefined;
  options?: readonly APIApplicationCommandOption[] | undefined;
};

/** Subcommands become entries of their own, `setup role`. */
export function* folded(
  command: Command,
  locale: User['locale'],
  node: Node = command,
  before: { path: string; name: string } = { path: '', name: '' },
): Generator<VisibleCommand> {
  const path = `${before.path} ${node.name}`.trim();
  const name = `${before.name} ${inLanguage(node.name, node.name_localizations, locale)}`.trim();
  const options = node.options ?? [];
  const inside = options.filter(({ type }) => foldable.includes(type));
  if (inside.length > 0) {
    for (const child of inside) yield* folded(command, locale, child as Node, { path, name });
    return;
  }
  yield {
    command,
    path,
    name,
    description: inLanguage(node.description, node.description_localizations, locale),
    options: options.map((option) => visibleOption(option, locale)),
  };
}

/** Bounds of values and of lengths are read alike: an option has one kind of them. */
type Bounds = { min_value?: number; max_value?: number; min_length?: number; max_length?: number };

function visibleOption(option: APIApplicationCommandOption, locale: User['locale']): VisibleOption {
  const bounds: Bounds = option as Bounds;
  const { choices = [] } = option as {
    choices?: { name: string; name_localizations?: LocalizationMap | null; value: string | number }[];
  };
  return {
    key: option.name,
    name: inLanguage(option.name, option.name_localizations, locale),
    description: inLanguage(option.description, option.description_localizations, locale),
    type: option.type,
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices: choices.map((choice) => ({ name: inLanguage(choice.name, choice.name_localizations, locale), value: choice.value })),
    channelTypes: ('channel_types' in option ? option.channel_types : undefined) ?? [],
    min: bounds.min_value ?? bounds.min_length ?? null,
    max: bounds.max_value ?? bounds.max_length ?? null,
  };
}

const {
  String: text,
  Integer,
  Number: decimal,
  Boolean: yesNo,
  User: user,
  Channel: channelType,
  Role,
  Mentionable,
  Attachment,
} = ApplicationCommandOptionType;

/** What the client sends for one option, or its refusal. `files` collects attachments and returns their id. */
export function sentValue(
  world: World,
  channel: Channel,
  option: VisibleOption,
  input: OptionInput,
  attach: (input: OptionInput) => string,
): string | number | boolean {
  const wrong = (why: string) => new ClientRefusal(`${option.key}: ${why}`);
  if (option.choices.length > 0) {
    const choice = option.choices.find(({ name, value }) => value === input || name === input);
    if (!choice) throw wrong('not one of the choices');
    return choice.value;
  }
  if (option.type === text) {
    if (typeof input !== 'string') throw wrong('a text is expected');
    if (option.min !== null && input.length < option.min) throw wrong(`at least ${option.min} characters`);
    if (input.length > (option.max ?? 6000)) throw wrong(`at most ${option.max ?? 6000} characters`);
    return input;
  }
  if (option.type === Integer || option.type === decimal) {
    if (typeof input !== 'number' || (option.type === Integer && !Number.isInteger(input))) throw wrong('a number is expected');
    if (input < (option.min ?? -(2 ** 53)) || input > (option.max ?? 2 ** 53)) throw wrong('out of bounds');
    return input;
  }
  if (option.type === yesNo) {
    if (typeof input !== 'boolean') throw wrong('true or false is expected');
    return input;
  }
  if (option.type === Attachment) return attach(input);
  if (typeof input !== 'string') throw wrong('an id is expected');
  const guild = world.guilds.get(channel.guild_id ?? '');
  const isUser = world.users.has(input);
  const isRole = guild?.roles.has(input) ?? false;
  const place = world.channels.get(input);
  if (option.type === user && !isUser) throw wrong('nobody has this id');
  if (option.type === Role && !isRole) throw wrong('no role has this id');
  if (option.type === Mentionable && !isUser && !isRole) throw wrong('nobody and no role has this id');
  if (
    option.type === channelType &&
    (place?.guild_id !== channel.guild_id || (option.channelTypes.length > 0 && !option.channelTypes.includes(place.type)))
  )
    throw wrong('no such channel of a kind that fits');
  return input;
}

/** `data` of the interaction: options nested below their subcommand, and what they name. */
export function commandData(command: Command, path: string, options: readonly object[], extra: object): object {
  const [, ...deeper] = path.split(' ');
  let nested: readonly object[] = options;
  let level: readonly { name: string; type: number; options?: unknown }[] = command.options;
  const types = deeper.map((name) => {
    const found = level.find((option) => option.name === name);
    level = (found?.options as typeof level | undefined) ?? [];
    return found?.type ?? ApplicationCommandOptionType.Subcommand;
  });
  for (const [index, name] of deeper.toReversed().entries()) nested = [{ name, type: types.at(-1 - index), options: nested }];
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id ? { guild_id: command.guild_id } : {}),
    ...(command.type === ApplicationCommandType.ChatInput && nested.length > 0 ? { options: nested } : {}),
    ...extra,
  };
}
