import type { GuildSettings } from '../infra/settings.ts';
import type { Discord } from './context.ts';
import { outcomeOf } from './failure.ts';
import { holds, seeker, staff } from './policy.ts';
import { keysOf } from './router.ts';

const asked = { seeker, staff } as const;

/** Whether somebody who does not click could use at this moment what has that policy; false once they left. */
export type Holder = {
  mayUse(person: { guildId: string; userId: string }, policy: keyof typeof asked): Promise<boolean>;
};

/** Who is an administrator by a permission of Discord alone is not known here. */
export const createHolder = (discord: Discord, settings: (guildId: string) => Promise<GuildSettings>): Holder => ({
  async mayUse({ guildId, userId }, policy) {
    const member = await outcomeOf(discord.guilds.getMember(guildId, userId));
    if (!member.ok) return false;
    return holds(asked[policy], keysOf(await settings(guildId), { roleIds: member.value.roles, isAdministrator: false }));
  },
});
