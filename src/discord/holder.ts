import type { GuildSettings } from '../infra/settings.ts';
import type { RoleKey } from '../kernel/role.ts';
import type { Discord } from './context.ts';
import type { Delivery } from './delivery.ts';
import { keysOf } from './router.ts';

type Asking = Pick<Delivery, 'outcome'> & { discord: Discord; settings(guildId: string): Promise<GuildSettings> };

/** Roles of the bot that somebody who does not click holds at this moment; none once they left. Discord alone knows who is an administrator. */
export async function keysHeld(
  { discord, outcome, settings }: Asking,
  { guildId, userId }: { guildId: string; userId: string },
): Promise<ReadonlySet<RoleKey>> {
  const member = await outcome(discord.guilds.getMember(guildId, userId));
  if (!member.ok) return new Set();
  return keysOf(await settings(guildId), { roleIds: member.value.roles, isAdministrator: false });
}
