import type { Problem } from '../errors.ts';
import { duplicates, problem, type Rule, range, textLength } from './rule.ts';

export type PlaceSubject = {
  name?: string | undefined;
  topic?: string | null | undefined;
  rate_limit_per_user?: number | null | undefined;
  bitrate?: number | undefined;
  user_limit?: number | undefined;
  default_sort_order?: number | null | undefined;
  default_forum_layout?: number | undefined;
  default_reaction_emoji?: Emoji | null | undefined;
  available_tags?: readonly (Emoji & { name: string })[] | undefined;
  forum: boolean;
  stage?: boolean;
};

type Emoji = { emoji_id?: string | null | undefined; emoji_name?: string | null | undefined };

const channelPage = 'https://docs.discord.com/developers/resources/channel';
const guildPage = 'https://docs.discord.com/developers/resources/guild';

/** Channels and threads. */
export const placeRules: readonly Rule<PlaceSubject>[] = [
  {
    name: 'a channel or thread has a name of 1 to 100 characters',
    page: `${channelPage}#channel-object`,
    check: ({ name }) => textLength(['name'], name?.trim(), { min: 1, max: 100 }),
  },
  {
    name: 'a topic has at most 1024 characters, 4096 in a forum',
    page: `${channelPage}#modify-channel`,
    check: ({ topic, forum }) => textLength(['topic'], topic, { max: forum ? 4096 : 1024 }),
  },
  {
    name: 'slow mode lasts at most six hours',
    page: `${channelPage}#modify-channel`,
    check: ({ rate_limit_per_user }) => range(['rate_limit_per_user'], rate_limit_per_user, 0, 21_600),
  },
  {
    name: 'a voice channel takes at most 99 people, a stage 10,000',
    page: `${channelPage}#modify-channel`,
    check: ({ user_limit, stage }) => range(['user_limit'], user_limit, 0, stage ? 10_000 : 99),
  },
  {
    name: 'a bitrate is at least 8,000 bits a second',
    page: `${channelPage}#modify-channel`,
    check: ({ bitrate }) => range(['bitrate'], bitrate, 8_000, Number.MAX_SAFE_INTEGER),
  },
  {
    name: 'without boosts a bitrate is at most 96,000 bits a second, 64,000 on a stage',
    page: `${channelPage}#modify-channel`,
    refusal: 'bitrateTooHigh',
    check: ({ bitrate = 0, stage }) =>
      bitrate > (stage ? 64_000 : 96_000) ? [problem(['bitrate'], 'BITRATE', 'Bitrate is too high')] : [],
  },
  {
    name: 'posts are sorted by activity or by creation, and laid out as a list or a gallery',
    page: `${channelPage}#channel-object-sort-order-types`,
    check: ({ default_sort_order, default_forum_layout }) => [
      ...range(['default_sort_order'], default_sort_order, 0, 1),
      ...range(['default_forum_layout'], default_forum_layout, 0, 2),
    ],
  },
  {
    name: 'a tag or a default reaction is one emoji, of the server or of Unicode',
    page: `${channelPage}#forum-tag-object`,
    check: ({ available_tags = [], default_reaction_emoji }) => [
      ...available_tags.flatMap((tag, index) => twoEmoji(['available_tags', index], tag)),
      ...twoEmoji(['default_reaction_emoji'], default_reaction_emoji),
    ],
  },
  {
    name: 'two tags of a forum have two names',
    page: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes#json',
    refusal: 'tagNamesTwice',
    check: ({ available_tags = [] }) =>
      duplicates(available_tags, ({ name }) => name.toLowerCase()).map(() =>
        problem(['available_tags'], 'TAG_NAMES', 'Tag names must be unique'),
      ),
  },
];

const twoEmoji = (path: readonly (string | number)[], emoji: Emoji | null | undefined): Problem[] =>
  emoji?.emoji_id && emoji.emoji_name
    ? [problem(path, 'BASE_TYPE_CONFLICT', 'Only one of emoji_id and emoji_name may be set')]
    : [];

export const inviteRules: readonly Rule<{ max_age?: number | null | undefined; max_uses?: number | null | undefined }>[] = [
  {
    name: 'an invite lasts at most seven days, or for ever',
    page: `${channelPage}#create-channel-invite`,
    check: ({ max_age }) => range(['max_age'], max_age, 0, 604_800),
  },
  {
    name: 'an invite is for at most 100 people, or for all',
    page: `${channelPage}#create-channel-invite`,
    check: ({ max_uses }) => range(['max_uses'], max_uses, 0, 100),
  },
];

export const roleRules: readonly Rule<{ name?: string | null | undefined; color?: number | null | undefined }>[] = [
  {
    name: 'a role has a name of at most 100 characters',
    page: `${guildPage}#create-guild-role`,
    check: ({ name }) => textLength(['name'], name, { max: 100 }),
  },
  {
    name: 'a colour is a 24-bit number',
    page: `${guildPage}#create-guild-role`,
    check: ({ color }) => range(['color'], color, 0, 0xffffff),
  },
];

/** `untilMs`: how far ahead a timeout ends. */
export const memberRules: readonly Rule<{ nick?: string | null | undefined; untilMs?: number | undefined }>[] = [
  {
    name: 'a nickname has at most 32 characters',
    page: 'https://docs.discord.com/developers/resources/user#usernames-and-nicknames',
    check: ({ nick }) => textLength(['nick'], nick, { max: 32 }),
  },
  {
    name: 'a timeout lasts at most 28 days',
    page: `${guildPage}#modify-guild-member`,
    check: ({ untilMs }) =>
      untilMs !== undefined && untilMs > 28 * 86_400_000
        ? [
            {
              path: ['communication_disabled_until'],
              code: 'BASE_TYPE_MAX_VALUE',
              message: 'Must not be more than 28 days ahead.',
            },
          ]
        : [],
  },
];

export const banRules: readonly Rule<{ delete_message_seconds?: number | undefined }>[] = [
  {
    name: 'a ban deletes the messages of at most seven days',
    page: `${guildPage}#create-guild-ban`,
    check: ({ delete_message_seconds }) => range(['delete_message_seconds'], delete_message_seconds, 0, 604_800),
  },
];

export const reasonRules: readonly Rule<{ reason: string | null }>[] = [
  {
    name: 'a reason has at most 512 characters',
    page: 'https://docs.discord.com/developers/resources/audit-log',
    check: ({ reason }) => textLength(['reason'], reason, { max: 512 }),
  },
];
