import { GatewayIntentBits } from 'discord-api-types/v10';
import { memberObject } from '../objects.ts';
import type { Member, World } from '../world.ts';
import type { Session } from './session.ts';

/** What op 8 asks: a prefix of a name, some users, or with an empty prefix and no limit everybody. */
export type MemberRequest = {
  guild_id: string;
  query?: string | undefined;
  limit?: number | undefined;
  presences?: boolean | undefined;
  user_ids?: string[] | undefined;
  nonce?: string | undefined;
};

const chunkSize = 1_000;
const mostByName = 100;
const mostByIds = 100;
const nonceLimit = 32;

/**
 * The `d` of each GUILD_MEMBERS_CHUNK that answers. A guild that the bot is not in has no members.
 * https://docs.discord.com/developers/events/gateway-events#request-guild-members
 */
export function memberChunks(world: World, session: Session, request: MemberRequest): object[] {
  const guild = world.guilds.get(request.guild_id);
  const everybody = guild?.members.has(world.application.id) ? guild.members : new Map<string, Member>();
  const { members, missing } = found(world, session, everybody, request);
  const count = Math.max(1, Math.ceil(members.length / chunkSize));
  return Array.from({ length: count }, (_, index) => ({
    guild_id: request.guild_id,
    members: members.slice(index * chunkSize, (index + 1) * chunkSize).map((member) => memberObject(world, member)),
    chunk_index: index,
    chunk_count: count,
    ...(missing.length > 0 ? { not_found: missing } : {}),
    // Nobody here has a presence: Discord, too, leaves out those who are offline.
    ...(request.presences && (session.intents & GatewayIntentBits.GuildPresences) !== 0 ? { presences: [] } : {}),
    ...(request.nonce !== undefined && Buffer.byteLength(request.nonce) <= nonceLimit ? { nonce: request.nonce } : {}),
  }));
}

function found(
  world: World,
  session: Session,
  everybody: Map<string, Member>,
  { user_ids: ids, query, limit }: MemberRequest,
): { members: Member[]; missing: string[] } {
  if (ids !== undefined) {
    const asked = ids.slice(0, mostByIds);
    return { members: asked.flatMap((id) => everybody.get(id) ?? []), missing: asked.filter((id) => !everybody.has(id)) };
  }
  const prefix = (query ?? '').toLowerCase();
  if (prefix === '' && !limit) {
    const mayList = (session.intents & GatewayIntentBits.GuildMembers) !== 0;
    return { members: mayList ? [...everybody.values()] : [...everybody.values()].filter(isBot(world)), missing: [] };
  }
  const named = [...everybody.values()].filter((member) =>
    namesOf(world, member).some((name) => name.toLowerCase().startsWith(prefix)),
  );
  return { members: named.slice(0, Math.min(limit || mostByName, mostByName)), missing: [] };
}

const isBot = (world: World) => (member: Member) => member.user_id === world.application.id;

function namesOf(world: World, member: Member): string[] {
  const user = world.users.get(member.user_id);
  return [user?.username, user?.global_name, member.nick].filter((name) => typeof name === 'string');
}
