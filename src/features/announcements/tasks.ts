import type { APIMessage } from 'discord-api-types/v10';
import { schedule, type TaskContext, task } from '../../infra/tasks.ts';
import { day, hour } from '../../kernel/time.ts';
import { inTurn } from '../catalogue/service/turn.ts';
import { type Address, addressOf } from '../promos/service/audience.ts';
import { forgetDrafts } from './service/draft.ts';
import { findPlace, promiseLate, recordProblem, recordRemoved, recordShown } from './service/place.ts';
import { forgetOldAnnouncements } from './service/retention.ts';
import { announcementMessage, isAnnouncement } from './views.ts';
import { announcementsKey, placeTask } from './wire.ts';

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>;

/** Where a place is today: a promo's general post may have been made again since. */
async function whereTo({ db, settings }: TaskContext, { promoId, announcement }: Place): Promise<Address> {
  const { locale, channels } = await settings(announcement.guildId);
  if (promoId === null) return { channelId: channels[announcementsKey] ?? null, roleId: null };
  const address = await addressOf(db, { guildId: announcement.guildId, promoId }, locale);
  return address ?? { channelId: null, roleId: null };
}

/** Discord remembers a nonce for some minutes: a later try looks for the announcement's number among the last messages. */
async function findPosted(
  { discord, applicationId, attempt }: TaskContext,
  channelId: string,
  id: number,
): Promise<APIMessage | undefined> {
  if (attempt === 1) return undefined;
  const recent = await discord.channels.getMessages(channelId, { limit: 100 });
  return recent.find((message) => message.author.id === applicationId && isAnnouncement(message, id));
}

async function postIn(context: TaskContext, place: Place): Promise<void> {
  const { db, discord, outcome, settings } = context;
  const { id: placeId, announcement } = place;
  const { revision } = announcement;
  const { channelId, roleId } = await whereTo(context, place);
  if (!channelId) return recordProblem(db, { placeId, problem: 'nowhere', hasMessage: false });
  const { locale } = await settings(announcement.guildId);
  const message = announcementMessage(announcement, { locale, roleId });
  const posted = await outcome(
    (async () => {
      const former = await findPosted(context, channelId, announcement.id);
      // What was posted by a try that was cut may have been edited since.
      if (former) return discord.channels.editMessage(channelId, former.id, message);
      return discord.channels.createMessage(channelId, {
        ...message,
        nonce: `announce-${placeId}-${place.revision}`,
        enforce_nonce: true,
      });
    })(),
  );
  if (posted.ok) return recordShown(db, { placeId, channelId, messageId: posted.value.id, revision });
  await recordProblem(db, { placeId, problem: posted.why === 'gone' ? 'gone' : 'forbidden', hasMessage: false });
}

async function editIn(context: TaskContext, place: Place, at: { channelId: string; messageId: string }): Promise<void> {
  const { db, discord, outcome, settings } = context;
  const { id: placeId, announcement } = place;
  const { roleId } = await whereTo(context, place);
  const { locale } = await settings(announcement.guildId);
  const edited = await outcome(
    discord.channels.editMessage(at.channelId, at.messageId, announcementMessage(announcement, { locale, roleId })),
  );
  if (edited.ok) return recordShown(db, { placeId, ...at, revision: announcement.revision });
  // Somebody deleted it there: it is not posted again behind their back.
  const isGone = edited.why === 'gone';
  await recordProblem(db, { placeId, problem: isGone ? 'gone' : 'forbidden', hasMessage: !isGone });
}

async function removeFrom(context: TaskContext, place: Place): Promise<void> {
  const { db, discord, outcome, reason } = context;
  const { id: placeId, announcement } = place;
  const channelId = place.channelId ?? (await whereTo(context, place)).channelId;
  if (!channelId) return recordRemoved(db, placeId);
  const removed = await outcome(
    (async () => {
      const messageId = place.messageId ?? (await findPosted(context, channelId, announcement.id))?.id;
      if (messageId)
        await discord.channels.deleteMessage(channelId, messageId, { reason: reason(`announcements.place:${placeId}`) });
    })(),
  );
  if (removed.ok || removed.why === 'gone') return recordRemoved(db, placeId);
  await recordProblem(db, { placeId, problem: 'forbidden', hasMessage: true });
}

/** Brings one place to what its announcement says now. Tries of the same place follow each other, so that an older text never has the last word. */
export const place = task(placeTask, (context, key) =>
  inTurn(context.db, `announcements.place:${key.placeId}`, async () => {
    const found = await findPlace(context.db, key);
    if (!found) return;
    const { announcement, channelId, messageId, revision, problem } = found;
    if (announcement.state === 'withdrawn') return removeFrom(context, found);
    if (announcement.state !== 'posted' || problem === 'gone' || (messageId && revision >= announcement.revision)) return;
    if (channelId && messageId) return editIn(context, found, { channelId, messageId });
    await postIn(context, found);
  }),
);

/** What an abandoned task left behind. */
export const keepPlaces = schedule('announcements.keep', hour, (tx) => promiseLate(tx), ['announcement_place']);

export const forget = schedule(
  'announcements.forget',
  day,
  async (tx, { clock }) => {
    await forgetDrafts(tx, clock.now());
    await forgetOldAnnouncements(tx, clock.now());
  },
  ['announcement'],
);
