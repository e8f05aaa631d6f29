import { schedule, task } from '../../../infra/tasks.ts';
import { day, minute } from '../../../kernel/time.ts';
import { speakingPlaces } from '../service/audience.ts';
import { keepCalendar, keepNight } from '../service/calendar.ts';
import { forgetPlans } from '../service/confirm.ts';
import { readSpace, recordAlert } from '../service/place.ts';
import { forgetOldMembers } from '../service/retention.ts';
import { alertMessage, noticeMessage } from '../views/alert.ts';
import { alertTask, noticeTask } from '../wire.ts';

const alertsKey = 'alerts';

/** A week before the end, and before the deletion, in the promo's general post; without one, where its learners read. */
export const notice = task(noticeTask, async ({ db, post, settings }, { guildId, promoId, which }) => {
  const { locale, channels } = await settings(guildId);
  const space = await readSpace(db, { guildId, promoId }, locale);
  const { promo } = space ?? {};
  if (!space || !promo || promo.clearingAt || promo.state !== (which === 'end' ? 'active' : 'ended')) return;
  const message = noticeMessage({ which, promo, roleId: space.places.get('role')?.discordId ?? null }, locale);
  const date = (which === 'end' ? promo.endsOn : promo.deleteOn)?.getTime() ?? 0;
  const since = which === 'end' ? promo.endToldAt : promo.deletionToldAt;
  // In order: the first that still exists.
  for (const channelId of [...speakingPlaces(space), ...(channels[alertsKey] ? [channels[alertsKey]] : [])]) {
    const posted = await post({
      channelId,
      messageId: null,
      message,
      key: `promos.notice:${promoId}:${which}:${date}:${channelId}`,
      ...(since && { since }),
    });
    if (posted.ok) return;
    if (posted.why === 'forbidden') throw posted.error;
  }
});

/** What Discord refused of a space, with *resume* and *undo*; edited to its outcome. */
export const alert = task(alertTask, async ({ db, post, settings }, { guildId, promoId }) => {
  const { locale, channels } = await settings(guildId);
  const space = await readSpace(db, { guildId, promoId }, locale);
  if (!space) return;
  const { promo } = space;
  const { alertChannelId, alertMessageId } = promo;
  const channelId = alertChannelId ?? channels[alertsKey];
  if (!channelId || (!alertMessageId && promo.problem === null)) return;
  const posted = await post({
    channelId,
    messageId: alertMessageId,
    message: alertMessage(promo, locale),
    key: `promos.alert:${promoId}:${alertMessageId ?? 'first'}`,
  });
  if (!posted.ok) {
    if (posted.why === 'forbidden') throw posted.error;
    return;
  }
  if (posted.value.id !== alertMessageId)
    await recordAlert(db, { promoId, former: alertMessageId, channelId: posted.value.channel_id, messageId: posted.value.id });
});

export const calendar = schedule('promos.calendar', 10 * minute, (tx, { clock }) => keepCalendar(tx, clock.now()), ['promo']);

export const night = schedule('promos.night', 30 * minute, (tx, { clock }) => keepNight(tx, clock.now()), ['promo']);

export const forget = schedule(
  'promos.forget',
  day,
  async (tx, { clock }) => {
    await forgetPlans(tx, clock.now());
    await forgetOldMembers(tx, clock.now());
  },
  ['promo', 'promo_plan'],
);
