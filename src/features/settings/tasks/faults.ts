import { schedule, task } from '../../../infra/tasks.ts';
import { minute } from '../../../kernel/time.ts';
import { groupFaults } from '../rules/findings.ts';
import { markTold, promiseFaults, untoldFaults } from '../service/health.ts';
import { faultAlert } from '../views/diagnostic.ts';
import { tellFaultsTask } from '../wire.ts';

export const watchFaults = schedule('settings.faults', minute, (tx) => promiseFaults(tx), ['fault']);

/**
 * Tells staff once of what Discord refused, all of it in one message. When the alerts' own channel refuses it, nobody can be told there: the
 * faults remain in `/diagnostic`, and saying so again every minute would help nobody.
 */
export const tellFaults = task(tellFaultsTask, async ({ db, clock, features, post, settings }, { guildId, upTo }) => {
  const { channels, locale } = await settings(guildId);
  const faults = await untoldFaults(db, guildId, upTo);
  const [first] = faults;
  if (!first || channels.alerts === undefined) return;
  await post({
    channelId: channels.alerts,
    messageId: null,
    message: faultAlert(groupFaults(faults), features, locale),
    key: `settings.faults:${guildId}:${upTo}`,
    since: first.createdAt,
  });
  await markTold(db, guildId, { upTo, now: clock.now() });
});
