import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { text } from '../messages.ts';
import { expectedPromo, recordLeave, seeRoles } from '../service/arrival.ts';

/** Discord gives the role before it tells of the arrival. */
export const joined = event(GatewayDispatchEvents.GuildMemberAdd, async ({ db, clock }, { guild_id, user, roles }) => {
  if (!user.bot) await seeRoles(db, { guildId: guild_id, userId: user.id, roleIds: roles, now: clock.now() });
});

/** Also of who was on the server already and opened an invite, and of who now is in a promo. */
export const changed = event(GatewayDispatchEvents.GuildMemberUpdate, async ({ db, clock }, { guild_id, user, roles }) => {
  if (!user.bot) await seeRoles(db, { guildId: guild_id, userId: user.id, roleIds: roles, now: clock.now() });
});

export const left = event(GatewayDispatchEvents.GuildMemberRemove, ({ db }, { guild_id, user }) =>
  recordLeave(db, { guildId: guild_id, userId: user.id }),
);

export async function card({ db, actor }: Context, userId: string): Promise<readonly HomeItem[]> {
  const promo = await expectedPromo(db, { guildId: actor.guildId, userId });
  return promo ? [{ text: text.card(escapeMarkdown(promo.name)) }] : [];
}
