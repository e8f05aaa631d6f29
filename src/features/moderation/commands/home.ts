import type { Context } from '../../../discord/context.ts';
import { holds, moderator } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { actId, myCasesId } from '../../../kernel/moderation.ts';
import { homeText } from '../messages/act.ts';
import { told } from '../messages/told.ts';
import { activePoints, countCases, hasOwnCases } from '../service/points.ts';

/** One's own cases, for whoever has some. */
export async function home({ db, actor }: Context): Promise<readonly HomeItem[]> {
  const has = await hasOwnCases(db, { guildId: actor.guildId, userId: actor.userId });
  return has ? [{ text: homeText.own, button: { label: told.mine, customId: myCasesId.encode({}) } }] : [];
}

/** On the card of a person, for moderators: how many cases, and the way to a measure. */
export async function card({ db, actor, keys, clock }: Context, userId: string): Promise<readonly HomeItem[]> {
  if (!holds(moderator, await keys()) || userId === actor.userId) return [];
  const who = { guildId: actor.guildId, userId };
  const [count, points] = await Promise.all([countCases(db, who), activePoints(db, who, clock.now())]);
  const act = { label: homeText.act, customId: actId.encode({ userId, evidenceId: 0, source: 'none', sourceId: 0 }) };
  return [{ text: count === 0 ? homeText.none : homeText.count(count, points), button: act }];
}
