import { PermissionFlagsBits } from 'discord-api-types/v10';
import { heldBy } from '../kernel/overwrite.ts';
import type { Standing } from '../kernel/standing.ts';
import type { Context } from './context.ts';
import { outcomeOf } from './failure.ts';
import { admin, holds, isAdministrator, moderator, staff } from './policy.ts';
import { keysOf } from './router.ts';

/** What Discord says of the server at this moment. */
const serverOf = ({ discord, actor }: Context) => discord.guilds.get(actor.guildId);
type Server = Awaited<ReturnType<typeof serverOf>>;

const highest = ({ roles }: Server, ids: readonly string[]): number =>
  Math.max(0, ...roles.filter(({ id }) => ids.includes(id)).map(({ position }) => position));

/** Who acts, on whom, and what the bot may: read from Discord at each click, for roles change. */
export async function readStanding(context: Context, targetId: string): Promise<{ standing: Standing; server: string }> {
  const { actor, discord, applicationId } = context;
  const { guildId } = actor;
  const [server, member, bot, settings, adminToo] = await Promise.all([
    serverOf(context),
    outcomeOf(discord.guilds.getMember(guildId, targetId)),
    discord.guilds.getMember(guildId, applicationId),
    context.settings(),
    context.keys().then((keys) => holds(admin, keys)),
  ]);
  const user = member.ok
    ? member.value.user
    : await outcomeOf(discord.users.get(targetId)).then((one) => (one.ok ? one.value : null));
  const roleIds = member.ok ? member.value.roles : [];
  const held = member.ok ? heldBy(server, { user: { id: targetId }, roles: roleIds }) : 0n;
  const targetKeys = keysOf(settings, {
    roleIds,
    isAdministrator: isAdministrator(String(held & PermissionFlagsBits.Administrator)),
  });
  return {
    server: server.name,
    standing: {
      actor: {
        id: actor.userId,
        isOwner: server.owner_id === actor.userId,
        isAdmin: adminToo,
        position: highest(server, actor.roleIds),
      },
      target: {
        id: targetId,
        isBot: targetId === applicationId || (user?.bot ?? false),
        isOwner: server.owner_id === targetId,
        isPresent: member.ok,
        isAdministrator: (held & PermissionFlagsBits.Administrator) !== 0n,
        isTeam: holds(moderator, targetKeys) || holds(staff, targetKeys),
        position: highest(server, roleIds),
      },
      bot: { position: highest(server, bot.roles), permissions: heldBy(server, bot) },
    },
  };
}
