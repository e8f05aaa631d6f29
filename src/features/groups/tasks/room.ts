import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { day, hour, minute } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import type { Problem } from '../messages.ts';
import { closeDue, forgetFinished, promiseOpen } from '../service/publish.ts';
import { type Plan, readPlan, recordProblem } from '../service/room.ts';
import { findRound } from '../service/round.ts';
import { problemMessage } from '../views.ts';
import { alertsKey, roomsTask } from '../wire.ts';
import { closeRooms } from './close.ts';
import { hasRoom, openRooms, openWork } from './open.ts';
import { Refusal } from './refusal.ts';

async function bring(context: TaskContext, plan: Plan, locale: 'fr' | 'en'): Promise<'full' | null> {
  if (plan.round.closingAt) {
    await closeRooms(context, plan);
    return null;
  }
  // Before the promo's space there is nothing to put rooms in, and after it nobody to let in.
  if (!plan.roleId) return null;
  const work = await openWork(context, plan, plan.roleId, locale);
  if (!hasRoom(work)) return 'full';
  await openRooms(work);
  return null;
}

/** Whoever published may be gone by the time that Discord refuses: the staff hear of it once. */
async function tellStaff({ post, settings, clock }: TaskContext, { round, promoName }: Plan, problem: Problem): Promise<void> {
  const { channels, locale } = await settings(round.guildId);
  const channelId = channels[alertsKey];
  if (!channelId) return;
  const at = clock.now();
  const posted = await post({
    channelId,
    messageId: null,
    message: problemMessage({ promoName, round, problem }, locale),
    key: `groups.problem:${round.id}:${problem}:${round.closingAt ? 'closing' : at.getTime()}`,
    since: round.closingAt ?? at,
  });
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
}

/** Brings the rooms of a round to what the database says. The rounds of a promo share a channel, so their tasks follow each other. */
export const rooms = task(roomsTask, async (context, key) => {
  const { db, settings } = context;
  const { locale } = await settings(key.guildId);
  const found = await findRound(db, key);
  if (!found) return;
  await inTurn(db, `groups.rooms:${found.promoId}`, async () => {
    const plan = await readPlan(db, key, locale);
    if (!plan?.round.publishedAt || plan.round.closedAt) return;
    const { id: roundId } = plan.round;
    const problem = await bring(context, plan, locale).then(
      (why) => why,
      (error: unknown) => {
        if (error instanceof Refusal) return 'forbidden' as const;
        throw error;
      },
    );
    if (problem === plan.round.problem || (problem === null && plan.round.closingAt)) return;
    if (problem) await tellStaff(context, plan, problem);
    await recordProblem(db, { roundId, problem });
  });
});

export const due = schedule('groups.due', 10 * minute, (tx, { clock }) => closeDue(tx, clock.now()), ['group_round']);
export const keepRooms = schedule('groups.keep', hour, (tx) => promiseOpen(tx), ['group_round']);
export const forget = schedule('groups.forget', day, (tx) => forgetFinished(tx), ['group_round']);
