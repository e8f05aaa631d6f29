import { schedule, task } from '../../infra/tasks.ts';
import { tellingRoom } from '../../kernel/mentoring.ts';
import { localeOf } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { languageOf } from '../onboarding/service/language.ts';
import { promiseThanks } from './service/hours.ts';
import { thanksMessage } from './views/letter.ts';
import { thankTask } from './wire.ts';

/** Tells a mentor, once a step, what their hours amount to. */
export const thank = task(thankTask, async ({ db, settings, tell }, { guildId, userId, badge }) => {
  const { channels, locale: common } = await settings(guildId);
  const locale = localeOf((await languageOf(db, { guildId, userId })) ?? common);
  await tell({
    guildId,
    userId,
    key: `mentorstats.thanks:${badge}`,
    message: thanksMessage({ guildId, badge }, locale),
    thread: tellingRoom(channels, locale),
  });
});

/** How far back a settled session may change what somebody reached: longer than anybody may take to settle or correct one. */
const settledWithin = 40 * day;

export const thankDue = schedule(
  'mentorstats.thank_due',
  day,
  (tx, { clock }) => promiseThanks(tx, new Date(clock.now().getTime() - settledWithin)),
  ['mentoring_session', 'mentoring_flash', 'mentoring_circle_meeting'],
);
