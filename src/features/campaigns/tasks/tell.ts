import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { type Reason, tellingRoom } from '../../../kernel/mentoring.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { day, hour } from '../../../kernel/time.ts';
import { findParticipant, promiseReminders } from '../service/join.ts';
import { pairsOfPerson } from '../service/preview.ts';
import { forgetCampaigns } from '../service/retention.ts';
import { outcomeInThread, outcomeMessage, reminder } from '../views/taking.ts';
import { clearTask, remindTask, tellTask } from '../wire.ts';

const roomOf = async ({ settings }: TaskContext, guildId: string, locale: Locale) =>
  tellingRoom((await settings(guildId)).channels, locale);

/** Tells one person what came of the campaign, once: by direct message, else in a private thread, where the same has buttons. */
export const tellOutcome = task(tellTask, async (context, { guildId, campaignId, userId }) => {
  const { db, tell } = context;
  const person = await findParticipant(db, { guildId, id: campaignId, userId });
  if (!person || (person.campaign.state !== 'published' && person.campaign.state !== 'cancelled')) return;
  const locale = localeOf(person.locale);
  const found = person.campaign.state === 'published' ? await pairsOfPerson(db, { id: campaignId, userId }) : [];
  // Whoever accompanies was perhaps put into a pair by hand, and the other way round: they are told of the side on which they joined.
  const pairs = found
    .filter((pair) => (person.part === 'learner' ? pair.learnerId : pair.mentorId) === userId)
    .map((pair) => ({ ...pair, reasons: pair.reasons as unknown as readonly Reason[] }));
  const { campaign, part, why, isReady, isPaired } = person;
  const outcome = { campaign, part, why, isReady, isPaired, pairs };
  const room = await roomOf(context, guildId, locale);
  await tell({
    guildId,
    userId,
    key: `campaigns.told:${campaignId}`,
    message: outcomeMessage(outcome, locale),
    thread: room && { ...room, message: outcomeInThread(outcome, locale) },
  });
});

/** Says that their form is missing, once, while there is still time. */
export const remind = task(remindTask, async (context, { guildId, campaignId, userId }) => {
  const { db, tell } = context;
  const person = await findParticipant(db, { guildId, id: campaignId, userId });
  if (!person || person.isReady || person.isPaired || person.campaign.state !== 'open') return;
  const locale = localeOf(person.locale);
  await tell({
    guildId,
    userId,
    key: `campaigns.remind:${campaignId}`,
    message: reminder(person, locale),
    thread: await roomOf(context, guildId, locale),
  });
});

/** Gone already is as good. */
export const clear = task(clearTask, async ({ discord, outcome, reason }, { channelId, messageId }) => {
  await outcome(discord.channels.deleteMessage(channelId, messageId, { reason: reason(`campaigns.clear:${messageId}`) }));
});

export const keepReminders = schedule('campaigns.remind', hour, (tx, { clock }) => promiseReminders(tx, clock.now()), [
  'campaign_participant',
]);
export const forget = schedule('campaigns.forget', day, (tx, { clock }) => forgetCampaigns(tx, clock.now()), [
  'mentoring_campaign',
]);
