import type { Context } from '../../../discord/context.ts';
import { holds, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { text as decisionText } from '../messages/decision.ts';
import { text } from '../messages/presentation.ts';
import { countWaiting } from '../service/decision.ts';
import { type Standing, standingOf } from '../service/request.ts';
import { correctId, queueId, startId } from '../wire.ts';

function ownItem({ identity, request }: Standing, guildId: string): HomeItem | null {
  const start = startId.encode({});
  switch (request?.status) {
    case 'draft':
      return { text: text.homeDraft, waiting: true, button: { label: text.resume, customId: start } };
    case 'pending':
      return { text: text.homePending, button: { label: text.seeRequest, customId: start } };
    case 'asked':
      return {
        text: text.homeAsked,
        waiting: true,
        button: { label: text.correct, customId: correctId.encode({ guildId, requestId: request.id }) },
      };
    case 'refused':
      return { text: text.homeRefused, waiting: true, button: { label: text.tryAgain, customId: start } };
    default:
      return identity ? null : { text: text.homeNew, waiting: true, button: { label: text.introduce, customId: start } };
  }
}

/** My request and, for staff, those that wait for them. Staff who were there before the bot are not asked to introduce themselves. */
export async function home({ db, actor, keys }: Context): Promise<readonly HomeItem[]> {
  const isStaff = holds(staff, await keys());
  const standing = await standingOf(db, actor);
  const own = isStaff && !standing.request ? null : ownItem(standing, actor.guildId);
  const waiting = isStaff ? await countWaiting(db, actor.guildId) : 0;
  const queue: HomeItem = {
    text: decisionText.waiting(waiting),
    waiting: true,
    button: { label: decisionText.others(waiting), customId: queueId.encode({}) },
  };
  return [...(waiting > 0 ? [queue] : []), ...(own ? [own] : [])];
}
