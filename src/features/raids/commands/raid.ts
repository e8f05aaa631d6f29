import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, command, event, instant, select } from '../../../discord/command.ts';
import { type Context, changeBy, type World } from '../../../discord/context.ts';
import { choice, integer, optional } from '../../../discord/options.ts';
import { admin, holds, moderator } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { type RaidLevel, raidLevels } from '../../../kernel/moderation.ts';
import { note } from '../../../kernel/piece.ts';
import { bornAt } from '../../../kernel/snowflake.ts';
import { minute } from '../../../kernel/time.ts';
import { text as lockText } from '../messages/lockdown.ts';
import { text } from '../messages/raid.ts';
import { createWatch, type Watch } from '../rules/watch.ts';
import { runningLockdowns } from '../service/lockdown.ts';
import { arrivedIn, findOpenRaid, getRaid, levelOf, raiseLevel, restoreCard, setLevel } from '../service/raid.ts';
import { changeRaidSettings, type RaidSettings, readRaidSettings } from '../service/setting.ts';
import { confirmSweep, draftSweep, keepPeople, readSweep, sweptOf } from '../service/sweep.ts';
import { levelSet, peopleScreen, raidScreen, sweepBegun, sweepScreen } from '../views/raid.ts';
import { confirmSweepId, gatherId, keepId, levelId, peopleId, runningId, showId, sweepPageId } from '../wire.ts';

async function screenOf({ db, actor, locale }: Context) {
  const raid = await findOpenRaid(db, actor.guildId);
  return raidScreen(raid && { raid, arrived: await arrivedIn(db, raid), swept: await sweptOf(db, raid.id) }, locale);
}

export const show = command({
  name: { en: 'raid show', fr: 'raid voir' },
  description: text.show,
  policy: moderator,
  answer: 'ephemeral',
  options: {},
  run: screenOf,
});
export const open = button({ id: showId, policy: moderator, answer: 'ephemeral', run: screenOf });

async function setTo(context: Context, level: RaidLevel) {
  await setLevel(context.db, { ...changeBy(context), level });
  return levelSet(level, context.locale);
}

export const change = command({
  name: { en: 'raid level', fr: 'raid niveau' },
  description: text.change,
  policy: moderator,
  answer: 'ephemeral',
  options: { level: choice({ fr: 'niveau', description: text.levelOption, choices: raidLevels }) },
  run: (context, { level }) => setTo(context, level),
});
export const changeTo = button({
  id: levelId,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { level }) => setTo(context, level),
});

export const settings = command({
  name: { en: 'setup raids', fr: 'configurer raids' },
  description: text.setting,
  policy: admin,
  answer: 'ephemeral',
  options: {
    low: optional(integer({ fr: 'vigilance', description: text.lowOption, min: 3, max: 1_000 })),
    medium: optional(integer({ fr: 'alerte', description: text.mediumOption, min: 3, max: 1_000 })),
    high: optional(integer({ fr: 'raid', description: text.highOption, min: 3, max: 1_000 })),
    calm: optional(integer({ fr: 'calme', description: text.calmOption, min: 1, max: 1_440 })),
  },
  async run(context, { low, medium, high, calm }) {
    const wanted = {
      ...(low !== undefined && { low }),
      ...(medium !== undefined && { medium }),
      ...(high !== undefined && { high }),
      ...(calm !== undefined && { calmMinutes: calm }),
    };
    return note(context.t(text.settings(await changeRaidSettings(context.db, changeBy(context), wanted))));
  },
});

const isAdmin = async ({ keys }: Context): Promise<boolean> => holds(admin, await keys());

export const people = button({
  id: peopleId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, { raidId }) {
    const { db, actor, locale } = context;
    const raid = await getRaid(db, { guildId: actor.guildId, raidId });
    return peopleScreen(raid, await arrivedIn(db, raid), { isAdmin: await isAdmin(context) }, locale);
  },
});

const planPage = async (context: Context, place: { sweepId: number; page: number }) =>
  sweepScreen(await readSweep(context.db, changeBy(context), place), context.locale);

export const gather = button({
  id: gatherId,
  policy: moderator,
  answer: 'update',
  async run(context, chosen) {
    const { id } = await draftSweep(context.db, changeBy(context), { ...chosen, isAdmin: await isAdmin(context) });
    return planPage(context, { sweepId: id, page: 0 });
  },
});
export const turn = button({ id: sweepPageId, policy: moderator, answer: 'update', run: planPage });
export const keep = select({
  id: keepId,
  policy: moderator,
  answer: 'update',
  async run(context, place, userIds) {
    await keepPeople(context.db, changeBy(context), { ...place, userIds });
    return planPage(context, place);
  },
});
export const confirm = button({
  id: confirmSweepId,
  policy: moderator,
  answer: 'update',
  async run(context, { sweepId }) {
    const { count } = await confirmSweep(context.db, changeBy(context), { sweepId, isAdmin: await isAdmin(context) });
    return sweepBegun(count, context.locale);
  },
});

/** A watch for each running program: in tests several share one process. */
const watches = new WeakMap<World['db'], { watch: Watch; thresholds: Map<string, { settings: RaidSettings; at: number }> }>();

function watchOf({ db }: World) {
  const known = watches.get(db) ?? { watch: createWatch(), thresholds: new Map() };
  watches.set(db, known);
  return known;
}

/** For how long thresholds are believed: in a raid they are not asked for at each arrival. */
const believed = minute / 2;

export const joined = instant(GatewayDispatchEvents.GuildMemberAdd, (world, { guild_id: guildId, user, roles, joined_at }) => {
  if (user.bot) return;
  const { db, clock } = world;
  const now = clock.now();
  const { watch, thresholds } = watchOf(world);
  const arrival = {
    userId: user.id,
    at: joined_at ? Date.parse(joined_at) : now.getTime(),
    createdAt: bornAt(user.id).getTime(),
    username: user.username,
    isExpected: roles.length > 0,
  };
  const see = (settings: RaidSettings): Promise<void> | undefined => {
    const level = watch.see(guildId, arrival, settings);
    if (!level || level === 'none') return;
    return db.$transaction((tx) => raiseLevel(tx, { guildId, level, cause: 'joins', now })).then(() => undefined);
  };
  const known = thresholds.get(guildId);
  if (known && now.getTime() - known.at < believed) return see(known.settings);
  return readRaidSettings(db, guildId).then((settings) => {
    thresholds.set(guildId, { settings, at: now.getTime() });
    return see(settings);
  });
});

export const messageDeleted = event(GatewayDispatchEvents.MessageDelete, async ({ db }, { guild_id, id }) => {
  if (guild_id) await restoreCard(db, { guildId: guild_id, messageIds: [id] });
});
export const messagesDeleted = event(GatewayDispatchEvents.MessageDeleteBulk, async ({ db }, { guild_id, ids }) => {
  if (guild_id) await restoreCard(db, { guildId: guild_id, messageIds: ids });
});

export async function home({ db, actor, keys }: Context): Promise<readonly HomeItem[]> {
  if (!holds(moderator, await keys())) return [];
  const level = await levelOf(db, actor.guildId);
  const closed = (await runningLockdowns(db, actor.guildId)).flatMap(({ channels }) => channels).length;
  return [
    ...(level === 'none'
      ? []
      : [{ text: text.home(level), waiting: true, button: { label: text.homeButton, customId: showId.encode({}) } }]),
    ...(closed === 0
      ? []
      : [{ text: lockText.home(closed), button: { label: lockText.homeButton, customId: runningId.encode({}) } }]),
  ];
}
