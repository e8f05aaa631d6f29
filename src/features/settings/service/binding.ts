import { audit } from '../../../infra/audit.ts';
import { type Db, lock, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import type { ChannelNeed, Feature } from '../../../kernel/feature.ts';
import { type RoleKey, roleKeys } from '../../../kernel/role.ts';
import type { Locale } from '../../../kernel/text.ts';
import { channelGone, notBound, roleGone, roleRefused, unknownNeed, unknownTimeZone, wrongChannel } from '../messages/setup.ts';
import { channelProblem, roleProblem } from '../rules/binding.ts';
import type { ChannelFacts, GuildFacts } from '../rules/guild.ts';
import { mergeNeeds } from '../rules/needs.ts';

/** Who changes the settings of which guild, when; `features` are told. */
export type Change = { guildId: string; actorId: string; now: Date; features: readonly Feature[] };

/** Serialises the changes of a guild's settings, and makes sure that it has a row. */
async function begin(tx: Tx, { guildId, now }: Change): Promise<void> {
  await lock(tx, `settings:${guildId}`);
  await tx.guild.upsert({ where: { id: guildId }, update: {}, create: { id: guildId, createdAt: now } });
}

async function announce(tx: Tx, { features, guildId }: Change, key: string): Promise<void> {
  for (const feature of features) await feature.bound?.(tx, guildId, key);
}

type RoleBinding = { key: RoleKey; roleId: string };
type ChannelBinding = { key: string; channelId: string };

/** Binds without asking whether it may. False when it was so already. */
export async function attachRole(tx: Tx, change: Change, { key, roleId }: RoleBinding): Promise<boolean> {
  const { guildId, actorId, now } = change;
  await begin(tx, change);
  const { count } = await tx.roleBinding.createMany({ data: [{ guildId, key, roleId }], skipDuplicates: true });
  if (count === 0) return false;
  await audit(tx, { guildId, actorId, action: 'settings.bind_role', subject: `role:${key}`, after: { roleId }, at: now });
  await announce(tx, change, key);
  return true;
}

export async function detachRole(tx: Tx, change: Change, { key, roleId }: RoleBinding): Promise<boolean> {
  const { guildId, actorId, now } = change;
  await begin(tx, change);
  const { count } = await tx.roleBinding.deleteMany({ where: { guildId, key, roleId } });
  if (count === 0) return false;
  await audit(tx, { guildId, actorId, action: 'settings.unbind_role', subject: `role:${key}`, before: { roleId }, at: now });
  await announce(tx, change, key);
  return true;
}

/** Binds a channel in the place of the former one, without asking whether it may. False when it was so already. */
export async function attachChannel(tx: Tx, change: Change, { key, channelId }: ChannelBinding): Promise<boolean> {
  const { guildId, actorId, now } = change;
  await begin(tx, change);
  const where = { guildId_key: { guildId, key } };
  const former = await tx.channelBinding.findUnique({ where });
  if (former?.channelId === channelId) return false;
  await tx.channelBinding.upsert({ where, update: { channelId }, create: { guildId, key, channelId } });
  await audit(tx, {
    guildId,
    actorId,
    action: 'settings.bind_channel',
    subject: `channel:${key}`,
    before: former && { channelId: former.channelId },
    after: { channelId },
    at: now,
  });
  await announce(tx, change, key);
  return true;
}

export async function detachChannel(tx: Tx, change: Change, { key, channelId }: ChannelBinding): Promise<boolean> {
  const { guildId, actorId, now } = change;
  await begin(tx, change);
  const { count } = await tx.channelBinding.deleteMany({ where: { guildId, key, channelId } });
  if (count === 0) return false;
  await audit(tx, {
    guildId,
    actorId,
    action: 'settings.unbind_channel',
    subject: `channel:${key}`,
    before: { channelId },
    at: now,
  });
  await announce(tx, change, key);
  return true;
}

/**
 * Lets a Discord role play a role of the bot; throws when it may not. Binding again changes nothing, even when it may no longer be: the
 * answer is where it is freed.
 */
export const bindRole = (db: Db, { guild, ...change }: Change & { guild: GuildFacts }, binding: RoleBinding): Promise<void> =>
  db.$transaction(async (tx) => {
    const role = guild.roles.find(({ id }) => id === binding.roleId);
    if (!role) throw roleGone();
    await begin(tx, change);
    const { roles } = await readSettings(tx, change.guildId);
    const played = roleKeys.filter((key) => roles[key]?.includes(role.id));
    if (played.includes(binding.key)) return;
    const need = mergeNeeds(change.features).roles.find(({ key }) => key === binding.key);
    const problem = roleProblem(guild, role, need ?? { key: binding.key, permissions: [] }, played);
    if (problem) throw roleRefused(role, problem);
    await attachRole(tx, change, binding);
  });

/** Lets the bot use a channel for a need, with which it answers. As for roles, binding again changes nothing. */
export const bindChannel = (
  db: Db,
  { guild, ...change }: Change & { guild: GuildFacts },
  binding: ChannelBinding,
): Promise<{ need: ChannelNeed; channel: ChannelFacts }> =>
  db.$transaction(async (tx) => {
    const { channels } = mergeNeeds(change.features);
    const need = channels.find(({ key }) => key === binding.key);
    if (!need) throw unknownNeed(channels.map(({ key }) => key));
    const channel = guild.channels.find(({ id }) => id === binding.channelId);
    if (!channel) throw channelGone();
    await begin(tx, change);
    const { channels: bound } = await readSettings(tx, change.guildId);
    const problem = bound[need.key] === channel.id ? null : channelProblem(guild, channel, need);
    if (problem) throw wrongChannel(problem, need);
    await attachChannel(tx, change, binding);
    return { need, channel };
  });

export const unbindRole = (db: Db, change: Change, binding: RoleBinding): Promise<void> =>
  db.$transaction(async (tx) => {
    if (!(await detachRole(tx, change, binding))) throw notBound();
  });

export const unbindChannel = (db: Db, change: Change, binding: ChannelBinding): Promise<void> =>
  db.$transaction(async (tx) => {
    if (!(await detachChannel(tx, change, binding))) throw notBound();
  });

/** The language of what the bot posts in public. What it keeps posted is written again. */
export const chooseLanguage = (db: Db, change: Change, locale: Locale): Promise<void> =>
  db.$transaction(async (tx) => {
    await begin(tx, change);
    const { guildId, actorId, now } = change;
    const before = await tx.guild.findUniqueOrThrow({ where: { id: guildId } });
    if (before.locale === locale) return;
    await tx.guild.update({ where: { id: guildId }, data: { locale } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'settings.language',
      before: { locale: before.locale },
      after: { locale },
      at: now,
    });
    await announce(tx, change, 'language');
  });

/** IANA names that this runtime knows, `UTC` among them. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];

/** The time zone of what the bot writes and plans. Answers with its IANA name. */
export const chooseTimeZone = (db: Db, change: Change, typed: string): Promise<string> =>
  db.$transaction(async (tx) => {
    const timeZone = timeZones.find((name) => name.toLowerCase() === typed.trim().toLowerCase());
    if (timeZone === undefined) throw unknownTimeZone(typed);
    await begin(tx, change);
    const { guildId, actorId, now } = change;
    const before = await tx.guild.findUniqueOrThrow({ where: { id: guildId } });
    if (before.timeZone === timeZone) return timeZone;
    await tx.guild.update({ where: { id: guildId }, data: { timeZone } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'settings.timezone',
      before: { timeZone: before.timeZone },
      after: { timeZone },
      at: now,
    });
    return timeZone;
  });
