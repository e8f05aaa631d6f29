import type { API } from '@discordjs/core/http-only';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Text } from '../kernel/text.ts';
import type { ChatCommand, Command } from './command.ts';
import type { Deployment } from './context.ts';
import type { Policy } from './policy.ts';

type CommandJson = RESTPutAPIApplicationCommandsJSONBody[number];

const where = { contexts: [InteractionContextType.Guild], integration_types: [ApplicationIntegrationType.GuildInstall] };

/** Discord shows a command when one of its subcommands may be used: the widest of their permissions, and no bit at all when one is for everyone. */
function visibility(policies: readonly Policy[]): string | null {
  const permissions = new Set(policies.map(({ permission }) => permission));
  const [only] = permissions;
  if (permissions.has(null) || only === undefined || only === null) return null;
  if (permissions.size > 1)
    throw new Error(`subcommands of one command ask for different permissions: ${policies.map(({ name }) => name).join(', ')}`);
  return only.toString();
}

const named = (name: Text, description: Text) => ({
  name: name.en,
  name_localizations: { fr: name.fr },
  description: description.en,
  description_localizations: { fr: description.fr },
});

/** Required options first, as Discord wants them. */
const optionsOf = ({ options }: ChatCommand): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .sort(([, a], [, b]) => Number(b.required) - Number(a.required))
    .map(([name, option]) => option.json(name));

function word(text: Text, index: number): Text {
  const [en, fr] = [text.en.split(' ')[index], text.fr.split(' ')[index]];
  if (!en || !fr) throw new Error(`a command needs as many words in French as in English: ${text.en} / ${text.fr}`);
  return { en, fr };
}

/** The subcommands of `parent` from their word at `depth` on; a word that several share becomes a group. */
function fold(commands: readonly ChatCommand[], depth: number): APIApplicationCommandOption[] {
  const byWord = Map.groupBy(commands, ({ name }) => word(name, depth).en);
  return [...byWord.values()].map((members) => {
    const [first] = members as [ChatCommand];
    const text = word(first.name, depth);
    if (members.length === 1 && first.name.en.split(' ').length === depth + 1)
      return { type: ApplicationCommandOptionType.Subcommand, ...named(text, first.description), options: optionsOf(first) };
    return {
      type: ApplicationCommandOptionType.SubcommandGroup,
      ...named(text, text),
      options: fold(members, depth + 1) as never,
    };
  });
}

/** Everything declared, as the JSON that Discord takes: `setup role` and `setup show` become one command with two subcommands. */
export function commandsJson(commands: readonly Command[]): CommandJson[] {
  const chats = commands.filter((command) => command.type === 'chat');
  const menus = commands.filter((command) => command.type !== 'chat');
  const byFirst = Map.groupBy(chats, ({ name }) => word(name, 0).en);
  const slash = [...byFirst.values()].map((members): CommandJson => {
    const [first] = members as [ChatCommand];
    const text = word(first.name, 0);
    const common = {
      type: ApplicationCommandType.ChatInput,
      default_member_permissions: visibility(members.map(({ policy }) => policy)),
      ...where,
    } as const;
    if (members.length === 1 && first.name.en.split(' ').length === 1)
      return { ...common, ...named(text, first.description), options: optionsOf(first) };
    return { ...common, ...named(text, text), options: fold(members, 1) };
  });
  const context = menus.map(
    ({ type, name, policy }): CommandJson => ({
      type: type === 'user' ? ApplicationCommandType.User : ApplicationCommandType.Message,
      name: name.en,
      name_localizations: { fr: name.fr },
      default_member_permissions: visibility([policy]),
      ...where,
    }),
  );
  return [...slash, ...context];
}

const ignored: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'nsfw',
  'default_permission',
  'name_localized',
  'description_localized',
  'handler',
]);

/** What Discord adds or leaves out of what it was sent does not count as a difference. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, inner]) =>
      !ignored.has(key) &&
      inner !== null &&
      inner !== undefined &&
      inner !== '' &&
      inner !== false &&
      !(Array.isArray(inner) && inner.length === 0),
  );
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, essence(inner)]));
}

const fingerprint = (commands: readonly unknown[]): string =>
  JSON.stringify(
    (commands as readonly { type?: number; name: string }[])
      .map((command) => essence({ type: ApplicationCommandType.ChatInput, ...command }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  );

/** Commands of one guild have no contexts, though Discord answers with some: https://docs.discord.com/developers/interactions/application-commands#application-command-object */
const withoutContexts = ({ contexts: _, integration_types: __, ...command }: CommandJson) => command;

/** Compares with what Discord has, in one guild and only there or everywhere, and replaces it when it differs. */
export function createDeployment(
  api: API,
  applicationId: string,
  guildId: string | undefined,
  commands: readonly Command[],
): Deployment {
  const declared = commandsJson(commands);
  const { applicationCommands } = api;
  const everywhere = () => applicationCommands.getGlobalCommands(applicationId, { with_localizations: true });
  const replaceEverywhere = (wanted: CommandJson[]) => applicationCommands.bulkOverwriteGlobalCommands(applicationId, wanted);
  const isSame = (found: readonly unknown[], wanted: readonly unknown[]) => fingerprint(found) === fingerprint(wanted);

  if (!guildId) {
    const isCurrent = async () => isSame(await everywhere(), declared);
    return {
      isCurrent,
      async deploy() {
        if (!(await isCurrent())) await replaceEverywhere(declared);
      },
    };
  }

  const wanted = declared.map(withoutContexts);
  const isCurrentThere = async () => {
    const found = await applicationCommands.getGuildCommands(applicationId, guildId, { with_localizations: true });
    return isSame((found as CommandJson[]).map(withoutContexts), wanted);
  };
  // Discord would show those of a former deployment a second time.
  const isElsewhere = async () => (await everywhere()).length > 0;
  return {
    isCurrent: async () => !(await isElsewhere()) && (await isCurrentThere()),
    async deploy() {
      if (await isElsewhere()) await replaceEverywhere([]);
      if (!(await isCurrentThere()))
        await applicationCommands.bulkOverwriteGuildCommands(applicationId, guildId, wanted as never);
    },
  };
}
