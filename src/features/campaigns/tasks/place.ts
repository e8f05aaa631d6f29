import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringKey } from '../../../kernel/mentoring.ts';
import { hour } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { addressOf } from '../../promos/service/audience.ts';
import { shownOf } from '../rules.ts';
import { findPlace, promiseLate, recordGone, recordProblem, recordShown } from '../service/place.ts';
import { inviteMessage } from '../views/taking.ts';
import { placeTask } from '../wire.ts';

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>;

/** Where a place is today: a promo's general post may have been made again since. */
async function whereTo({ db, settings }: TaskContext, { promoId, campaign: { guildId } }: Place): Promise<string | null> {
  const { locale, channels } = await settings(guildId);
  if (promoId === null) return channels[mentoringKey] ?? null;
  return (await addressOf(db, { guildId, promoId }, locale))?.channelId ?? null;
}

/** A promo's post sleeps after a quiet week, and nothing in it can be edited then. */
async function wake({ discord, outcome, reason }: TaskContext, channelId: string): Promise<void> {
  const there = await outcome(discord.channels.get(channelId));
  if (there.ok && 'thread_metadata' in there.value && there.value.thread_metadata?.archived)
    await outcome(discord.channels.edit(channelId, { archived: false }, { reason: reason('campaigns.place') }));
}

/** Asks people to take part: posted once, edited when its words change, moved when its place is another one. */
async function invite(context: TaskContext, place: Place): Promise<void> {
  const { db, post, settings, discord, outcome, reason } = context;
  const { id: placeId, campaign } = place;
  const channelId = (await whereTo(context, place)) ?? place.channelId;
  if (!channelId) return recordProblem(db, placeId, 'nowhere');
  const { locale } = await settings(campaign.guildId);
  const former = place.channelId !== channelId && place.channelId && place.messageId ? place : null;
  const messageId = former ? null : place.messageId;
  if (messageId !== null) await wake(context, channelId);
  const posted = await post({
    channelId,
    messageId,
    message: inviteMessage(campaign, locale),
    key: `campaigns.place:${placeId}`,
    since: campaign.openedAt ?? campaign.createdAt,
  });
  if (!posted.ok) return posted.why === 'gone' ? recordGone(db, placeId) : recordProblem(db, placeId, 'forbidden');
  // One that asks in a place where nobody is sent any more.
  if (former?.channelId && former.messageId)
    await outcome(
      discord.channels.deleteMessage(former.channelId, former.messageId, { reason: reason(`campaigns.place:${placeId}`) }),
    );
  await recordShown(db, { placeId, channelId, messageId: posted.value.id, state: campaign.state });
}

/** Says that it is over, where it asked. What somebody deleted meanwhile is not posted again. */
async function finish(context: TaskContext, place: Place): Promise<void> {
  const { db, discord, outcome, settings } = context;
  const { id: placeId, channelId, messageId, campaign } = place;
  if (!channelId || !messageId) return;
  await wake(context, channelId);
  const { locale } = await settings(campaign.guildId);
  const { content = '', embeds = [], components = [] } = inviteMessage(campaign, locale);
  const edited = await outcome(discord.channels.editMessage(channelId, messageId, { content, embeds, components } as never));
  const at = edited.ok ? { channelId, messageId } : { channelId, messageId: null };
  if (!edited.ok && edited.why !== 'gone') return recordProblem(db, placeId, 'forbidden');
  await recordShown(db, { placeId, ...at, state: campaign.state });
}

/** Brings one place to what its campaign says now. Tries of the same place follow each other, so that an older state never has the last word. */
export const place = task(placeTask, (context, key) =>
  inTurn(context.db, `campaigns.place:${key.placeId}`, async () => {
    const found = await findPlace(context.db, key);
    if (!found || found.shown === shownOf(found.campaign.state) || found.campaign.state === 'draft') return;
    await (found.campaign.state === 'open' ? invite(context, found) : finish(context, found));
  }),
);

/** What an abandoned task left behind, and where Discord refused. */
export const keepPlaces = schedule('campaigns.keep_places', hour, (tx) => promiseLate(tx), ['campaign_place']);
