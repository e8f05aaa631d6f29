import {
  type APIChannel,
  type APIRole,
  type APIThreadChannel,
  AuditLogEvent,
  ChannelType,
  type RESTPostAPIGuildChannelJSONBody,
} from 'discord-api-types/v10';
import type { Outcome } from '../../../discord/failure.ts';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { tagsOf } from '../../catalogue/service/template.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { categoryOverwrites, channelOverwrites, type Doors, toJson } from '../rules/access.ts';
import { isFrozen, wantsSpace } from '../rules/life.ts';
import { channelSeen, countsOf, isCategory, isForum, type Server, typeOf } from '../rules/server.ts';
import { limits, moves, type Part } from '../rules/space.ts';
import { promisePermissions } from '../service/member.ts';
import {
  beginPlace,
  forgetPlaces,
  orderedCategories,
  promiseUnfinished,
  readSpace,
  recordBuilt,
  recordPlace,
  recordProblem,
  type Space,
} from '../service/place.ts';
import { promiseClearings } from '../service/silence.ts';
import { buildTask, type Problem } from '../wire.ts';
import { readServer } from './server.ts';

/** A space at work: what it knows grows as it creates. */
export type Work = { context: TaskContext; space: Space; server: Server; ids: Map<string, string> };

const keyOf = ({ space }: Work, part: string) => `promos.build:${space.promo.id}:${part}`;

export function doorsOf({ space, server, ids }: Work): Doors {
  const role = ids.get('role');
  if (role === undefined) throw new Error('a promo without its role has no doors');
  return { everyone: server.id, role, bot: server.botId, people: space.people, held: server.held };
}

/** Why a part cannot be made, when that is known beforehand: Discord's limits. */
function fullFor({ server, ids }: Work, part: Part): boolean {
  const { roles, channels } = countsOf(server);
  if (part.what === 'role') return roles >= limits.roles;
  if (part.what === 'post') return false;
  if (channels >= limits.channels) return true;
  if (part.what === 'category') return false;
  return server.channels.filter(({ parentId }) => parentId === ids.get(part.category)).length >= limits.inCategory;
}

function bodyOf(work: Work, part: Extract<Part, { what: 'category' | 'channel' }>): RESTPostAPIGuildChannelJSONBody {
  const doors = doorsOf(work);
  if (part.what === 'category')
    return {
      name: part.name,
      type: ChannelType.GuildCategory,
      permission_overwrites: toJson(categoryOverwrites(part.channels, doors)),
    };
  const { channel, name, topic } = part;
  return {
    name,
    type: typeOf[channel.kind],
    ...(channel.kind !== 'voice' && topic !== '' && { topic }),
    ...(channel.kind === 'forum' && { available_tags: tagsOf(channel).map((tag) => ({ name: tag })) }),
    parent_id: work.ids.get(part.category) ?? null,
    permission_overwrites: toJson(channelOverwrites(channel, doors)),
  };
}

async function createPost(work: Work, part: Extract<Part, { what: 'post' }>): Promise<Outcome<{ id: string }>> {
  const { discord, outcome, reason } = work.context;
  const forumId = work.ids.get(part.forum) ?? '';
  const forum = work.server.channels.find(({ id }) => id === forumId);
  if (!forum || !isForum(forum)) return { ok: true, value: { id: '' } };
  const tag = forum.tags.find(({ name }) => name === part.tag)?.id;
  return outcome(
    discord.channels.createForumThread(
      forumId,
      {
        name: part.name,
        message: { content: part.content, allowed_mentions: { parse: [] } },
        ...(tag !== undefined && { applied_tags: [tag] }),
      },
      { reason: reason(keyOf(work, part.key)) },
    ),
  );
}

/** What a try that was cut made of this part; its id is not in the database yet. */
async function formerOf(work: Work, part: Part): Promise<Outcome<string | null>> {
  const { context, server, ids, space } = work;
  if (!space.places.get(part.key)?.begunAt) return { ok: true, value: null };
  if (part.what === 'post') {
    // The bot's own open posts say it: a post has no reason in the audit log that lasts as long.
    const { threads } = await context.discord.guilds.getActiveThreads(server.id);
    const found = (threads as APIThreadChannel[]).find(
      (thread) => thread.parent_id === ids.get(part.forum) && thread.name === part.name && thread.owner_id === server.botId,
    );
    return { ok: true, value: found?.id ?? null };
  }
  const type = part.what === 'role' ? AuditLogEvent.RoleCreate : AuditLogEvent.ChannelCreate;
  const made = await context.made(server.id, type, keyOf(work, part.key));
  if (!made.ok || made.value === null) return made;
  const list: readonly { id: string }[] = part.what === 'role' ? server.roles : server.channels;
  return { ok: true, value: list.some(({ id }) => id === made.value) ? made.value : null };
}

async function create(work: Work, part: Part): Promise<Outcome<{ id: string }>> {
  const { context, server } = work;
  const why = { reason: context.reason(keyOf(work, part.key)) };
  if (part.what === 'role') {
    const body = { name: part.name, permissions: '0', mentionable: false };
    const made: Outcome<APIRole> = await context.outcome(context.discord.guilds.createRole(server.id, body, why));
    if (made.ok) work.server = { ...server, roles: [...server.roles, made.value] };
    return made;
  }
  if (part.what === 'post') return createPost(work, part);
  const made = await context.outcome<APIChannel>(context.discord.guilds.createChannel(server.id, bodyOf(work, part), why));
  if (made.ok) work.server = { ...server, channels: [...server.channels, channelSeen(made.value)] };
  return made;
}

/** True when Discord still has what the database has a number for. Posts close by themselves and are taken at their word. */
function isThere({ server }: Work, part: Part, id: string): boolean {
  if (part.what === 'post') return true;
  const list: readonly { id: string }[] = part.what === 'role' ? server.roles : server.channels;
  return list.some((one) => one.id === id);
}

/** Makes one part when it is missing. Returns what prevents it. */
async function provide(work: Work, part: Part): Promise<Omit<Problem, 'names'> | null> {
  const { context, space, ids } = work;
  const { id: promoId } = space.promo;
  const { key } = part;
  const known = space.places.get(key)?.discordId;
  if (known && isThere(work, part, known)) {
    ids.set(key, known);
    return null;
  }
  if (known) {
    const within =
      part.what === 'channel' ? space.parts.flatMap((one) => (one.what === 'post' && one.forum === key ? [one.key] : [])) : [];
    await forgetPlaces(context.db, { promoId, keys: [key, ...within] });
    for (const lost of [key, ...within]) (space.places as Map<string, unknown>).delete(lost);
  }
  const former = await formerOf(work, part);
  if (!former.ok) return { why: 'forbidden', code: former.code, place: key };
  if (former.value === null && fullFor(work, part)) return { why: 'full', code: 0, place: key };
  if (former.value === null) await beginPlace(context.db, { promoId, key, now: context.clock.now() });
  const made = former.value === null ? await create(work, part) : { ok: true as const, value: { id: former.value } };
  if (!made.ok) return { why: 'forbidden', code: made.code, place: key };
  ids.set(key, made.value.id);
  await recordPlace(context.db, { promoId, key, discordId: made.value.id });
  return null;
}

async function sortCategories({ context, server }: Work): Promise<void> {
  const wanted = await orderedCategories(context.db, server.id);
  const moved = moves(server.channels.filter(isCategory), wanted);
  // The order of categories is a comfort: where Discord refuses it, the space is complete all the same.
  if (moved.length > 0)
    await context.outcome(
      context.discord.guilds.setChannelPositions(server.id, moved, { reason: context.reason('promos.order') }),
    );
}

/** Everything that is missing of a space, in order. False when Discord refuses to go on: staff are told. */
export async function buildSpace(work: Work): Promise<boolean> {
  const { context, space } = work;
  const { db } = context;
  const { id: promoId, guildId } = space.promo;
  for (const [index, part] of space.parts.entries()) {
    const problem = await provide(work, part);
    if (!problem) continue;
    const names = space.parts.slice(index).map(({ name }) => name);
    await recordProblem(db, { guildId, promoId, problem: { ...problem, names } });
    return false;
  }
  await sortCategories(work);
  await recordBuilt(db, { guildId, promoId, now: context.clock.now() });
  return true;
}

/** Reads what a space must be and what Discord has; null when there is nothing to work on. */
export async function openWork(context: TaskContext, key: { guildId: string; promoId: number }): Promise<Work | null> {
  const { locale } = await context.settings(key.guildId);
  const space = await readSpace(context.db, key, locale);
  if (!space) return null;
  const server = await context.outcome(readServer(context.discord, key.guildId, context.applicationId));
  if (!server.ok) {
    // Off the server, the bot has nothing to build.
    if (server.why === 'gone') return null;
    throw server.error;
  }
  const ids = new Map([...space.places].flatMap(([part, { discordId }]) => (discordId === null ? [] : [[part, discordId]])));
  return { context, space, server: server.value, ids };
}

/** One worker at a time on a promo's space, in any process. */
export const spaceTurn = (promoId: number): string => `promos.space:${promoId}`;

/**
 * Makes a promo's space: role, categories, channels, ready posts. Each creation is noted before and recorded after, so that whoever comes
 * after a crash finds what was made.
 */
export const build = task(buildTask, (context, key) =>
  inTurn(context.db, spaceTurn(key.promoId), async () => {
    const work = await openWork(context, key);
    if (!work || !wantsSpace(work.space.promo) || !(await buildSpace(work))) return;
    // A channel is made open; one of a silent space is closed with its permissions kept, like those that were there before.
    if (isFrozen(work.space.promo)) await promisePermissions(context.db, key);
  }),
);

/** What no task carries any more. */
export const keepSpaces = schedule(
  'promos.spaces',
  hour,
  async (tx) => {
    await promiseUnfinished(tx);
    await promiseClearings(tx);
  },
  ['promo'],
);
