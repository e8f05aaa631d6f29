import { button, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { holds, isAdministrator, staff } from '../../../discord/policy.ts';
import { keysOf } from '../../../discord/router.ts';
import { coordinatorNotStaff } from '../messages/refusal.ts';
import { text } from '../messages/staff.ts';
import { listUncoordinated, setCoordinator } from '../service/staff.ts';
import { note } from '../views/part.ts';
import { waitingScreen } from '../views/staff.ts';
import { coordinatorId, waitingId } from '../wire.ts';

/** Throws `pairs.coordinator_not_staff`: what a pair says to each other is read by staff or by nobody. */
async function requireStaff({ discord, actor, settings }: Context, userId: string): Promise<void> {
  const [server, found, bound] = await Promise.all([
    discord.guilds.get(actor.guildId),
    outcomeOf(discord.guilds.getMember(actor.guildId, userId)),
    settings(),
  ]);
  if (!found.ok) throw coordinatorNotStaff();
  const { roles: roleIds, user } = found.value;
  const roles = server.roles.filter(({ id }) => id === actor.guildId || roleIds.includes(id));
  const isBoss = server.owner_id === userId || roles.some(({ permissions }) => isAdministrator(permissions));
  if (user.bot || !holds(staff, keysOf(bound, { roleIds, isAdministrator: isBoss }))) throw coordinatorNotStaff();
}

export const coordinate = select({
  id: coordinatorId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { pairId }, [userId = '']) {
    await requireStaff(context, userId);
    await setCoordinator(context.db, changeBy(context), { pairId, coordinatorId: userId });
    return note(context.t(text.chosen(`<@${userId}>`)));
  },
});

export const waiting = button({
  id: waitingId,
  policy: staff,
  answer: 'ephemeral',
  run: async ({ db, actor, locale }, { page }) => waitingScreen(await listUncoordinated(db, actor.guildId, page), locale),
});
