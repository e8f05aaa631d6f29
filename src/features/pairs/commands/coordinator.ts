import { button, select } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { staff } from '../../../discord/policy.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { coordinatorNotStaff } from '../messages/refusal.ts';
import { text } from '../messages/staff.ts';
import { listUncoordinated, setCoordinator } from '../service/staff.ts';
import { waitingScreen } from '../views/staff.ts';
import { coordinatorId, waitingId } from '../wire.ts';

export const coordinate = select({
  id: coordinatorId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { pairId }, [userId = '']) {
    // What a pair says to each other is read by staff or by nobody.
    if (!(await context.mayUse({ guildId: context.actor.guildId, userId }, 'staff'))) throw coordinatorNotStaff();
    await setCoordinator(context.db, changeBy(context), { pairId, coordinatorId: userId });
    return plainNote(context.t(text.chosen(`<@${userId}>`)));
  },
});

export const waiting = button({
  id: waitingId,
  policy: staff,
  answer: 'ephemeral',
  run: async ({ db, actor, locale }, { page }) => waitingScreen(await listUncoordinated(db, actor.guildId, page), locale),
});
