import { task } from '../../../infra/tasks.ts';
import { offerMatched, offersKey } from '../../../kernel/hiring.ts';
import { localeOf } from '../../../kernel/text.ts';
import { todayIn } from '../../promos/service/day.ts';
import { findNotice, matchOffer, recordTold } from '../service/match.ts';
import { matchMessage } from '../views/match.ts';
import { noticeTask } from '../wire.ts';

export const match = task(offerMatched, async ({ db, clock, settings }, { guildId, offerId }) => {
  const now = clock.now();
  const { timeZone } = await settings(guildId);
  await matchOffer(db, { guildId, offerId, today: todayIn(timeZone, now), now });
});

/** One message, once. Whoever takes no direct messages finds the offer in *Mon espace*; whoever may not apply any more is told nothing. */
export const notice = task(noticeTask, async (context, { guildId, noticeId }) => {
  const { db, clock, settings, tell } = context;
  const { timeZone, channels } = await settings(guildId);
  const found = await findNotice(db, { guildId, noticeId, today: todayIn(timeZone, clock.now()) });
  if (!found) return;
  if (!(await context.mayUse({ guildId, userId: found.userId }, 'seeker'))) return;
  const message = matchMessage(found, channels[offersKey] ?? null, localeOf(found.locale));
  await tell({ guildId, userId: found.userId, key: `talents.match:${found.id}`, message, thread: null });
  await recordTold(db, found.id, clock.now());
});
