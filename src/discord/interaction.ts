import {
  type APIInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  type APIApplicationCommandInteractionDataBasicOption as BasicOption,
  type APIApplicationCommandInteractionDataOption as CommandOption,
} from 'discord-api-types/v10';
import type { Submitted } from './command.ts';
import type { Actor } from './context.ts';
import { isAdministrator } from './policy.ts';

/** The words of the command typed, `setup role`, and the options of its last word. */
export function pathOf({ name, options = [] }: { name: string; options?: CommandOption[] }): {
  path: string;
  options: readonly BasicOption[];
} {
  const words = [name];
  let inner = options;
  for (;;) {
    const [first] = inner;
    if (first?.type !== ApplicationCommandOptionType.Subcommand && first?.type !== ApplicationCommandOptionType.SubcommandGroup)
      break;
    words.push(first.name);
    inner = (first.options ?? []) as CommandOption[];
  }
  return { path: words.join(' '), options: inner as readonly BasicOption[] };
}

export const filledOf = (options: readonly BasicOption[]): Record<string, BasicOption['value']> =>
  Object.fromEntries(options.map(({ name, value }) => [name, value]));

/**
 * Who acts. In a direct message Discord says nothing of the guild: it is `guildId` of the custom id, and the person has no role there
 * as far as we know. `null`: no guild can be told.
 */
export function actorOf(interaction: APIInteraction, addressedGuild?: unknown): Actor | null {
  const { member } = interaction;
  const guildId = interaction.guild_id ?? (typeof addressedGuild === 'string' ? addressedGuild : undefined);
  const user = member?.user ?? interaction.user;
  if (!guildId || !user) return null;
  return {
    guildId,
    userId: user.id,
    username: user.username,
    displayName: member?.nick ?? user.global_name ?? user.username,
    roleIds: member?.roles ?? [],
    isAdministrator: member ? isAdministrator(member.permissions) : false,
    isPresent: member !== undefined,
  };
}

type SubmittedComponent = { custom_id?: string; value?: string | boolean | null; values?: string[] };

/** What was typed and chosen in a form, by field. */
export function submittedOf({ data }: APIModalSubmitInteraction): Submitted {
  const values: Record<string, string | readonly string[] | boolean | null> = {};
  for (const row of data.components) {
    const inner = 'component' in row ? [row.component] : 'components' in row ? row.components : [];
    for (const { custom_id, value, values: chosen } of inner as SubmittedComponent[]) {
      if (custom_id !== undefined) values[custom_id] = chosen ?? value ?? null;
    }
  }
  return { values, resolved: 'resolved' in data ? (data.resolved as Submitted['resolved']) : undefined };
}
