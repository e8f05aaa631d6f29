import { type Rule, range, textLength } from './rule.ts';

export type PlaceSubject = {
  name?: string | undefined;
  topic?: string | null | undefined;
  rate_limit_per_user?: number | null | undefined;
  forum: boolean;
};

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
