import type { GuildSettings } from '../infra/settings.ts';
import { snowflake } from '../kernel/wire.ts';
import type { Discord } from './context.ts';
import { outcomeOf } from './failure.ts';
import { admin, guardian, holds, isAdministrator, learner, moderator, seeker, staff } from './policy.ts';
import { keysOf } from './router.ts';

const asked = { admin, guardian, learner, moderator, seeker, staff } as const;

/** Whether somebody who does not click could use at this moment what has that policy; false for a bot, and for whoever left. */
export type Holder = {
  mayUse(person: { guildId: string; userId: string }, policy: keyof typeof asked): Promise<boolean>;
};

export function createHolder(discord: Discord, settings: (guildId: string) => Promise<GuildSettings>): Holder {
  /** Discord's Administrator permission, which the owner has too, counts as a role. */
  async function isBoss(guildId: string, userId: string, roleIds: readonly string[]): Promise<boolean> {
    const server = await discord.guilds.get(guildId);
    const roles = server.roles.filter(({ id }) => id === guildId || roleIds.includes(id));
    return server.owner_id === userId || roles.some(({ permissions }) => isAdministrator(permissions));
  }
  return {
    async mayUse({ guildId, userId }, policy) {
      if (!snowflake.safeParse(userId).success) return false;
      const member = await outcomeOf(discord.guilds.getMember(guildId, userId));
      if (!member.ok || member.value.user.bot) return false;
      const { roles: roleIds } = member.value;
      const may = (isAdmin: boolean, bound: GuildSettings) =>
        holds(asked[policy], keysOf(bound, { roleIds, isAdministrator: isAdmin }));
      const bound = await settings(guildId);
      if (may(false, bound)) return true;
      // Asked only where it could change the answer.
      return may(true, bound) && (await isBoss(guildId, userId, roleIds));
    },
  };
}
