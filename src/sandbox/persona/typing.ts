import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { resolved } from '../interactions/resolve.ts';
import { storeFiles } from '../operations/files.ts';
import type { Attachment, Channel, World } from '../world.ts';
import { commandData, sentValue } from './commands.ts';
import { ClientRefusal, type FileInput, type OptionInput, type VisibleCommand } from './persona.ts';
import { uploaded } from './uploads.ts';

const isFile = (input: OptionInput): input is FileInput => typeof input === 'object';

/** `data` of a slash command as the client sends it. While an option is `focused` the rest may still be empty. */
export function typedData(
  world: World,
  userId: string,
  place: Channel,
  found: VisibleCommand,
  options: Record<string, OptionInput>,
  focused: string | null,
): object {
  const attachments: Attachment[] = [];
  const attach = (input: OptionInput): string => {
    if (!isFile(input)) throw new ClientRefusal('a file is expected');
    const [stored] = storeFiles(world, place, {}, [uploaded(input, attachments.length)]);
    if (!stored) throw new ClientRefusal('a file is expected');
    attachments.push(stored);
    return stored.id;
  };
  const given = found.options.flatMap((option) => {
    const input = options[option.key] ?? options[option.name];
    const isFocused = option.key === focused || option.name === focused;
    if (input === undefined) {
      if (option.required && focused === null) throw new ClientRefusal(`${option.key} is required`);
      return isFocused ? [{ name: option.key, type: option.type, value: '', focused: true }] : [];
    }
    if (isFocused) return [{ name: option.key, type: option.type, value: String(input), focused: true }];
    try {
      return [{ name: option.key, type: option.type, value: sentValue(world, place, option, input, attach) }];
    } catch (error) {
      // While choices are looked for, what else stands in the line may be half typed: the client leaves it out.
      if (focused !== null && error instanceof ClientRefusal) return [];
      throw error;
    }
  });
  const unknown = Object.keys(options).filter(
    (key) => !found.options.some((option) => option.key === key || option.name === key),
  );
  if (unknown.length > 0) throw new ClientRefusal(`/${found.path} has no option ${unknown.join(', ')}`);
  const ids = (...kinds: number[]) => given.filter(({ type }) => kinds.includes(type)).map(({ value }) => String(value));
  const mentionable = ids(ApplicationCommandOptionType.Mentionable);
  const named = {
    users: [...ids(ApplicationCommandOptionType.User), ...mentionable.filter((id) => world.users.has(id))],
    roles: [...ids(ApplicationCommandOptionType.Role), ...mentionable.filter((id) => !world.users.has(id))],
    channels: ids(ApplicationCommandOptionType.Channel),
    attachments,
  };
  return commandData(
    found.command,
    found.path,
    given,
    resolved(world, world.guilds.get(place.guild_id ?? ''), place, userId, named),
  );
}
