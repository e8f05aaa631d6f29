import {
  type APIChannel,
  type APIGuildForumChannel,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Context } from '../../../discord/context.ts';
import { emptyCategory, whichRole } from '../messages/template.ts';
import { type ChannelSeen, learnerRoles, levelOf, templateFrom } from '../rules/reading.ts';
import { type ChannelKind, type Level, mostChannels, type Template } from '../rules/template.ts';

const kindOf: Partial<Record<ChannelType, ChannelKind>> = {
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.GuildText]: 'text',
  [ChannelType.GuildAnnouncement]: 'text',
  [ChannelType.GuildVoice]: 'voice',
};

/** Roles that a promo's people have beside their own: a hand-made category often grants one of them. */
type Roles = { everyone: string; learner: readonly string[]; trainer: readonly string[] };

/** What overwrites leave to a person with these roles. Discord's order: everyone, then denials of roles, then what roles allow. */
function rightsOf(channel: APIChannel, roles: Roles, held: readonly string[], base: bigint): bigint {
  const overwrites = ('permission_overwrites' in channel ? channel.permission_overwrites : undefined) ?? [];
  const everyone = overwrites.find(({ id }) => id === roles.everyone);
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Role && held.includes(id));
  const afterEveryone = (base & ~BigInt(everyone?.deny ?? 0)) | BigInt(everyone?.allow ?? 0);
  const denied = own.reduce((bits, { deny }) => bits | BigInt(deny), 0n);
  return own.reduce((bits, { allow }) => bits | BigInt(allow), afterEveryone & ~denied);
}

function levelFrom(bits: bigint, kind: ChannelKind): Level {
  const may = (bit: bigint) => (bits & bit) !== 0n;
  const { ViewChannel, SendMessages, SendMessagesInThreads, Connect } = PermissionFlagsBits;
  return levelOf({
    see: may(ViewChannel),
    send: kind === 'voice' ? may(Connect) : may(SendMessages),
    answer: kind !== 'voice' && may(SendMessagesInThreads),
  });
}

/**
 * Reads a category made by hand, or that of a promo: its channels in order but those that come and go, who may do what in them, and the posts
 * of its forums. Its learners are those of the one role that it names and that is nobody else's; of several, `learnerId` says which. Throws `catalogue.empty_category`,
 * `catalogue.which_role`.
 */
export async function readCategory(
  { db, discord, actor, settings, features }: Context,
  { categoryId, learnerId }: { categoryId: string; learnerId: string | null },
): Promise<{ name: string; template: Template }> {
  const { guildId } = actor;
  const [passing, found, roles, active] = await Promise.all([
    Promise.all(features.map((feature) => feature.passing?.(db, guildId) ?? [])),
    discord.guilds.getChannels(guildId),
    discord.guilds.getRoles(guildId),
    discord.guilds.getActiveThreads(guildId),
  ]);
  // The library says less of them than Discord: https://docs.discord.com/developers/resources/guild#get-guild-channels
  const channels = found as APIChannel[];
  const bound = (await settings()).roles;
  const isPassing = new Set(passing.flat());
  const category = channels.find(({ id, type }) => id === categoryId && type === ChannelType.GuildCategory);
  const inside = channels
    .filter((channel) => 'parent_id' in channel && channel.parent_id === categoryId && kindOf[channel.type])
    .filter(({ id }) => !isPassing.has(id))
    .sort((a, b) => ('position' in a && 'position' in b ? a.position - b.position : 0))
    .slice(0, mostChannels);
  if (!category || inside.length === 0) throw emptyCategory();

  const base = BigInt(roles.find(({ id }) => id === guildId)?.permissions ?? 0);
  const { learner: general = [], ...others } = bound;
  const overwrites = [category, ...inside].flatMap((one) =>
    'permission_overwrites' in one ? (one.permission_overwrites ?? []) : [],
  );
  const candidates = learnerRoles(
    roles.map(({ id, permissions, managed }) => ({ id, permissions: BigInt(permissions), isManaged: managed })),
    {
      named: new Set(overwrites.flatMap(({ id, type }) => (type === OverwriteType.Role ? [id] : []))),
      others: new Set([guildId, ...Object.values(others).flat(), ...general]),
    },
  );
  if (learnerId === null && candidates.length > 1) throw whichRole(candidates.map((id) => `<@&${id}>`));
  const own = learnerId === null ? candidates : [learnerId];
  const audience: Roles = { everyone: guildId, learner: [...own, ...general], trainer: bound.trainer ?? [] };

  const seen: ChannelSeen[] = [];
  for (const channel of inside) {
    const kind = kindOf[channel.type];
    if (!kind) continue;
    const learner = levelFrom(rightsOf(channel, audience, audience.learner, base), kind);
    const trainer = levelFrom(rightsOf(channel, audience, [...audience.learner, ...audience.trainer], base), kind);
    const tags = kind === 'forum' ? (channel as APIGuildForumChannel).available_tags : [];
    const posts = [];
    for (const thread of kind === 'forum' ? active.threads : []) {
      if (!('parent_id' in thread) || thread.parent_id !== channel.id) continue;
      const [opening] = await discord.channels.getMessages(thread.id, { limit: 1, after: '0' });
      const [applied] = 'applied_tags' in thread ? (thread.applied_tags ?? []) : [];
      const tag = tags.find(({ id }) => id === applied)?.name ?? null;
      posts.push({ title: thread.name ?? '', content: opening?.content ?? '', tag });
    }
    const topic = 'topic' in channel ? (channel.topic ?? '') : '';
    // A trainer sees at least what learners see: hand-made categories let trainers in by their account, which no role shows.
    seen.push({
      kind,
      name: channel.name ?? '',
      topic,
      levels: { learner, trainer: trainer === 'none' ? 'write' : trainer },
      posts,
    });
  }
  return { name: category.name ?? '', template: templateFrom(seen) };
}
