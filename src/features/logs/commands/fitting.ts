import type { APIChannel, APIGuildMember } from 'discord-api-types/v10';
import type { GuildSettings } from '../../../infra/settings.ts';
import { overwritesOf } from '../../../kernel/overwrite.ts';
import type { RoleKey } from '../../../kernel/role.ts';
import { isSeenWith, permissionsIn, type Server } from '../../../kernel/sight.ts';
import type { permissionNames } from '../messages/setting.ts';

/** What the bot needs there. https://docs.discord.com/developers/topics/permissions */
const needed = {
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
} as const satisfies Record<keyof typeof permissionNames, bigint>;
type Missing = keyof typeof needed;

const isPermission = (name: string): name is Missing => Object.hasOwn(needed, name);

/** Whoever has only these must not read what people took back. */
const outsiders = [
  'learner',
  'alumni',
  'candidate',
  'recruiter',
  'newcomer',
  'mentor',
  'trainer',
] as const satisfies readonly RoleKey[];

/** Whether a log may stand in a channel. `seenBy`: a role that must not see it. */
export type Fitting = { isPublic: boolean; seenBy: string | null; missing: Missing[] };

export function fittingOf(
  { server, bot, roles }: { server: Server; bot: Pick<APIGuildMember, 'roles' | 'user'> } & Pick<GuildSettings, 'roles'>,
  channel: APIChannel,
): Fitting {
  const overwrites = overwritesOf(channel);
  const held = permissionsIn(server, overwrites, bot);
  return {
    isPublic: isSeenWith(server, overwrites),
    seenBy: outsiders.flatMap((key) => roles[key] ?? []).find((roleId) => isSeenWith(server, overwrites, [roleId])) ?? null,
    missing: Object.keys(needed).filter((name): name is Missing => isPermission(name) && (held & needed[name]) === 0n),
  };
}
