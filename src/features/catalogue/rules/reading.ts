import { PermissionFlagsBits } from 'discord-api-types/v10';
import {
  type ChannelKind,
  channelKinds,
  freshKey,
  generalKey,
  isSpokenIn,
  type Level,
  type Template,
  type TemplateChannel,
} from './template.ts';

/** A channel of a category made by hand, as far as a template can hold it. */
export type ChannelSeen = {
  kind: ChannelKind;
  name: string;
  topic: string;
  /** What everybody, and the roles of learners and trainers, may do there. */
  levels: { learner: Level; trainer: Level };
  /** Titles, tags and first messages of its pinned and open posts. */
  posts: readonly { title: string; content: string; tag: string | null }[];
};

/** Turns a category made by hand into a template. The name of the category gives way to the promo's. */
export function templateFrom(seen: readonly ChannelSeen[]): Template {
  const channels: TemplateChannel[] = [];
  for (const { kind, name, topic, levels, posts } of seen) {
    const isSpoken = levels.learner !== 'none' && !channels.some(isSpokenIn);
    channels.push({
      key: freshKey(channels.map(({ key }) => key)),
      kind,
      name: name.slice(0, 90),
      levels: { ...levels, staff: 'write' },
      variant: 'both',
      topic: topic.slice(0, 1_000),
      posts: posts.slice(0, 15).map(({ title, content, tag }, index) => ({
        key: index === 0 && isSpoken ? generalKey : `post${index + 1}`,
        title: title.slice(0, 90),
        content: (content.trim() || title).slice(0, 1_800),
        tag: tag === null ? null : tag.slice(0, 20),
      })),
    });
  }
  return { categories: [{ name: '{promo}', channels }] };
}

/** Learners of a template have no less than to read what everybody else may, unless nobody but the team sees it. */
export const levelOf = (may: { see: boolean; send: boolean; answer: boolean }): Level => {
  if (!may.see) return 'none';
  if (may.send) return 'write';
  return may.answer ? 'answer' : 'read';
};

/** A role of a server, as far as it says whose it is. */
export type RoleSeen = { id: string; permissions: bigint; isManaged: boolean };

const { Administrator, ManageGuild, ManageChannels, ManageRoles, ManageMessages, ManageThreads, ManageWebhooks } =
  PermissionFlagsBits;
const { ManageNicknames, KickMembers, BanMembers, ModerateMembers, MuteMembers, DeafenMembers, MoveMembers } =
  PermissionFlagsBits;

/** By any of these a role is of people who run the server. */
const elevated =
  Administrator |
  ManageGuild |
  ManageChannels |
  ManageRoles |
  ManageMessages |
  ManageThreads |
  ManageWebhooks |
  ManageNicknames |
  KickMembers |
  BanMembers |
  ModerateMembers |
  MuteMembers |
  DeafenMembers |
  MoveMembers;

/**
 * Of the roles that a category names, those that may be its learners': not one that the bot knows as another's, nor of an integration, nor of
 * people who run the server.
 */
export const learnerRoles = (
  roles: readonly RoleSeen[],
  { named, others }: { named: ReadonlySet<string>; others: ReadonlySet<string> },
): string[] =>
  roles
    .filter(({ id, permissions, isManaged }) => named.has(id) && !others.has(id) && !isManaged && (permissions & elevated) === 0n)
    .map(({ id }) => id);

export const isKind = (kind: string): kind is ChannelKind => (channelKinds as readonly string[]).includes(kind);
