import { createHash } from 'node:crypto';
import { type APIGuildForumChannel, type APIThreadChannel, AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { offersKey } from '../../../kernel/hiring.ts';
import { departments, isDepartment, regionOf, regions } from '../../../kernel/place.ts';
import type { Locale } from '../../../kernel/text.ts';
import { day, hour, minute } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { asleepFor, mostAwake } from '../rules/life.ts';
import { looksOf } from '../rules/looks.ts';
import { regionTag, type Tag, tagsOf, wantedTags } from '../rules/tag.ts';
import { endAbandoned, expireOffers, promiseCompanies, promiseComparisons, recordLost, remindAuthors } from '../service/end.ts';
import { promiseMissingCards, promiseStaffReminders } from '../service/list.ts';
import { contentOf, type Offer } from '../service/offer.ts';
import {
  beginPost,
  findCompared,
  findPosting,
  forgetBegun,
  maySleep,
  promiseLook,
  promiseRegions,
  recordPost,
  recordShown,
  regionsInUse,
} from '../service/post.ts';
import { forgetOld } from '../service/retention.ts';
import { postCard, postName } from '../views/card.ts';
import { compareTask, postTask } from '../wire.ts';

type Wanted = { name: string; message: ReturnType<typeof postCard>; tags: string[]; isClosed: boolean };

function wantedOf(offer: Offer, locale: Locale): Wanted {
  const content = contentOf(offer);
  return {
    name: postName(offer, locale),
    message: postCard(offer, content, locale),
    tags: tagsOf(content, locale),
    isClosed: offer.state !== 'published',
  };
}

const digestOf = (wanted: Wanted): string => createHash('sha256').update(JSON.stringify(wanted)).digest('base64url').slice(0, 22);

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const tooManyAwake = 160_006;

/** A post is at the top of its forum for as long as Discord lets it. */
const awake = 10_080;

/** The forum has the tags that its offers need. Those of a region that loses its place go, and posts of one that gains it get it. */
async function ensureTags(
  { db, discord, reason }: TaskContext,
  guildId: string,
  forum: APIGuildForumChannel,
  locale: Locale,
): Promise<Tag[]> {
  const known: readonly Tag[] = forum.available_tags;
  const wanted = wantedTags(known, await regionsInUse(db, guildId), regions, locale);
  const has = (name: string) => known.find((tag) => tag.name === name);
  if (wanted.every(has)) return [...known];
  const available_tags = wanted.map((name) => {
    const former = forum.available_tags.find((tag) => tag.name === name);
    return former ?? { name, moderated: false, emoji_id: null, emoji_name: null };
  });
  const changed = await discord.channels.edit(
    forum.id,
    { available_tags: available_tags as never },
    { reason: reason('jobs.tags') },
  );
  const gained = wanted.filter((name) => !has(name));
  const places = Object.keys(departments).filter((code) => isDepartment(code) && gained.includes(regionTag(regionOf(code))));
  if (places.length > 0) await db.$transaction((tx) => promiseRegions(tx, guildId, places));
  return (changed as APIGuildForumChannel).available_tags;
}

const idsOf = (names: readonly string[], tags: readonly Tag[]): string[] =>
  names.flatMap((name) => tags.find((tag) => tag.name === name)?.id ?? []).slice(0, 5);

async function readForum({ discord, outcome }: TaskContext, channelId: string): Promise<APIGuildForumChannel | null> {
  const read = await outcome(discord.channels.get(channelId));
  if (!read.ok && read.why === 'forbidden') throw read.error;
  return read.ok && read.value.type === ChannelType.GuildForum ? (read.value as APIGuildForumChannel) : null;
}

/** The post, made once: what a try that was cut made is found in the audit log. Null without a forum. */
async function ensurePost(context: TaskContext, offer: Offer, locale: Locale): Promise<string | null> {
  const { db, discord, clock, outcome, made, reason, settings } = context;
  const { id: offerId, guildId, threadId } = offer;
  if (threadId) return threadId;
  const channelId = (await settings(guildId)).channels[offersKey];
  if (offer.begunAt) {
    const former = await made(guildId, AuditLogEvent.ThreadCreate, keyOf(offerId, offer.begunAt));
    if (!former.ok) throw former.error;
    const post = former.value ? await outcome(discord.channels.get(former.value)) : null;
    if (former.value && post?.ok) {
      const { parent_id } = post.value as APIThreadChannel;
      await recordPost(db, { offerId, channelId: parent_id ?? channelId ?? '', threadId: former.value });
      return former.value;
    }
    // Made and deleted meanwhile: the next one has a name of its own.
    if (former.value) await forgetBegun(db, offerId);
  }
  if (offer.state !== 'published' || offer.lostAt || !channelId) return null;
  const forum = await readForum(context, channelId);
  if (!forum) return null;
  const tags = await ensureTags(context, guildId, forum, locale);
  const wanted = wantedOf(offer, locale);
  const begunAt = await beginPost(db, offer, clock.now());
  const created = await outcome(
    discord.channels.createForumThread(
      channelId,
      {
        name: wanted.name,
        auto_archive_duration: awake,
        message: wanted.message as never,
        applied_tags: idsOf(wanted.tags, tags),
      },
      { reason: reason(keyOf(offerId, begunAt)) },
    ) as Promise<APIThreadChannel>,
  );
  if (!created.ok) throw created.error;
  await recordPost(db, { offerId, channelId, threadId: created.value.id });
  await recordShown(db, { offerId, shown: digestOf(wanted), looks: looksOf(created.value), now: clock.now() });
  return created.value.id;
}

const keyOf = (offerId: number, begunAt: Date): string => `jobs.post:${offerId}:${begunAt.getTime()}`;

async function bring(context: TaskContext, offer: Offer): Promise<void> {
  const { db, discord, clock, outcome, reason, settings } = context;
  const { id: offerId, guildId } = offer;
  const { locale } = await settings(guildId);
  const threadId = await ensurePost(context, offer, locale);
  const fresh = threadId ? await findPosting(db, { guildId, offerId }) : null;
  if (!threadId || !fresh) return;
  const wanted = wantedOf(fresh, locale);
  const shown = digestOf(wanted);
  const isSame = fresh.shown === shown;
  if (isSame && fresh.checkedAt !== null) return;
  const lost = () => recordLost(db, { guildId, offerId, threadId, now: clock.now() });
  const why = { reason: reason(`jobs.post:${offerId}`) };

  const read = await outcome(discord.channels.get(threadId));
  if (!read.ok && read.why === 'gone') return lost();
  if (!read.ok) throw read.error;
  let thread = read.value as APIThreadChannel;
  const forum = fresh.channelId ? await readForum(context, fresh.channelId) : null;
  const tags = forum ? await ensureTags(context, guildId, forum, locale) : [];
  const applied = idsOf(wanted.tags, tags);
  const differs = [...applied].sort().join() !== [...(thread.applied_tags ?? [])].sort().join();
  // A name may be changed twice in ten minutes only.
  const change = {
    ...(thread.name !== wanted.name && { name: wanted.name }),
    ...(forum && differs && { applied_tags: applied }),
  };
  const { archived = false, locked = false } = thread.thread_metadata ?? {};
  const isRight = Object.keys(change).length === 0 && locked === wanted.isClosed;
  const record = () => recordShown(db, { offerId, shown, looks: looksOf(thread), now: clock.now() });
  // It says what it must, and is asleep as it should or may be: to read it is enough.
  if (isSame && isRight && archived && (wanted.isClosed || (await maySleep(db, fresh)))) {
    const found = await outcome(discord.channels.getMessage(threadId, threadId));
    if (!found.ok && found.why === 'gone') return wanted.isClosed ? record() : lost();
    if (!found.ok) throw found.error;
    return record();
  }
  if (archived || !isRight) {
    const opened = await outcome(
      discord.channels.edit(threadId, { archived: false, locked: wanted.isClosed, ...change } as never, why),
    );
    if (!opened.ok && opened.why === 'gone') return lost();
    // Nothing is wrong but that it sleeps, and as many threads are awake as Discord takes.
    if (!opened.ok && opened.code === tooManyAwake && isSame && isRight) return record();
    if (!opened.ok) throw opened.error;
    thread = opened.value as APIThreadChannel;
  }
  const edited = await outcome(discord.channels.editMessage(threadId, threadId, wanted.message as never));
  if (!edited.ok && edited.code === 10008) {
    // The message that opens it was deleted: nothing is left to read in it.
    await outcome(discord.channels.delete(threadId, why));
    return lost();
  }
  if (!edited.ok && edited.why === 'gone') return lost();
  if (!edited.ok) throw edited.error;
  if (wanted.isClosed) {
    const closed = await outcome(discord.channels.edit(threadId, { archived: true, locked: true } as never, why));
    if (!closed.ok && closed.why !== 'gone') throw closed.error;
    if (closed.ok) thread = closed.value as APIThreadChannel;
  }
  await record();
}

/** Brings the post of an offer to what the database says: made, edited, or closed. One at a time on each forum, whose tags they share. */
export const post = task(postTask, (context, key) =>
  inTurn(context.db, `jobs.forum:${key.guildId}`, async () => {
    const offer = await findPosting(context.db, key);
    if (offer) await bring(context, offer);
  }),
);

/** Posts that differ, sleep, or that Discord does not list, are looked at a few at a time. */
const looked = 50;

/** One reading for all the posts of a server: those that are not there, sleep, lag behind, or were changed by hand are looked at again. */
export const compare = task(compareTask, async ({ db, discord, outcome, clock }, { guildId }) => {
  const read = await outcome(discord.guilds.getActiveThreads(guildId));
  if (!read.ok) throw read.error;
  const awakeOnes = new Map(read.value.threads.map((thread) => [thread.id, thread as APIThreadChannel]));
  const longAgo = clock.now().getTime() - asleepFor;
  const drifted = (await findCompared(db, guildId, [...awakeOnes.keys()])).filter((offer) => {
    const { threadId, state, shown, looks, checkedAt, newer } = offer;
    const thread = threadId ? awakeOnes.get(threadId) : undefined;
    if (shown === null || threadId === null || checkedAt === null) return true;
    if (state !== 'published') return thread !== undefined;
    if (!thread) return newer < mostAwake || checkedAt.getTime() < longAgo;
    return looksOf(thread) !== looks;
  });
  await promiseLook(db, drifted.slice(0, looked));
});

export const keepPosts = schedule(
  'jobs.keep_posts',
  hour,
  async (tx, { clock }) => {
    await promiseComparisons(tx);
    await promiseMissingCards(tx);
    await promiseCompanies(tx);
    await endAbandoned(tx, clock.now());
  },
  ['offer'],
);

export const end = schedule(
  'jobs.end',
  10 * minute,
  async (tx, { clock }) => {
    await expireOffers(tx, clock.now());
    await remindAuthors(tx, clock.now());
  },
  ['offer'],
);

export const remind = schedule('jobs.remind', hour, (tx, { clock }) => promiseStaffReminders(tx, clock.now()), ['offer']);

export const forget = schedule('jobs.forget', day, (tx, { clock }) => forgetOld(tx, clock.now()), ['offer']);
