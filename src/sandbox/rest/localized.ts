import type { Command, World } from '../world.ts';

/** `localizations`: the whole dictionaries; otherwise only the texts of one `locale`, as Discord answers. */
export function commandObject(
  world: World,
  command: Command,
  shown: { localizations: boolean; locale?: string | undefined },
): object {
  return localized(
    {
      id: command.id,
      application_id: world.application.id,
      version: command.version,
      type: command.type,
      ...(command.guild_id ? { guild_id: command.guild_id } : {}),
      name: command.name,
      name_localizations: command.name_localizations,
      description: command.description,
      description_localizations: command.description_localizations,
      default_member_permissions: command.default_member_permissions,
      dm_permission: command.contexts === null || command.contexts.includes(1),
      contexts: command.contexts,
      integration_types: [0],
      nsfw: command.nsfw,
      ...(command.options.length > 0 ? { options: command.options } : {}),
    },
    shown,
  );
}

/** Walks a command, its options and their choices, which are localized alike. */
function localized(
  node: Record<string, unknown>,
  shown: { localizations: boolean; locale?: string | undefined },
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'options' || key === 'choices')
      result[key] = (value as Record<string, unknown>[]).map((child) => localized(child, shown));
    else if (!key.endsWith('_localizations')) result[key] = value;
    else if (shown.localizations) result[key] = value;
    else {
      const text = shown.locale ? (value as Record<string, string> | null)?.[shown.locale] : undefined;
      if (text) result[key.replace('_localizations', '_localized')] = text;
    }
  }
  return result;
}
