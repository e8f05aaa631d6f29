import {
  AutoModerationActionType as Action,
  AutoModerationRuleEventType as Event,
  AutoModerationRuleTriggerType as Trigger,
} from 'discord-api-types/v10';
import { readPattern } from '../automod/pattern.ts';
import type { Problem } from '../errors.ts';
import type { AutomodRule } from '../world.ts';
import { count, lengthOf, problem, type Rule, range, textLength } from './rule.ts';

export type AutomodSubject = Omit<AutomodRule, 'id' | 'guild_id' | 'creator_id'>;

const page = 'https://docs.discord.com/developers/resources/auto-moderation';
const metadataPage = `${page}#auto-moderation-rule-object-trigger-metadata-field-limits`;
const actionPage = `${page}#auto-moderation-action-object-action-types`;

/** Metadata that belongs to each kind of rule, with its limits. */
const words: Readonly<Partial<Record<Trigger, Readonly<Record<string, { most: number; length: number }>>>>> = {
  [Trigger.Keyword]: {
    keyword_filter: { most: 1000, length: 60 },
    regex_patterns: { most: 10, length: 260 },
    allow_list: { most: 100, length: 60 },
  },
  [Trigger.KeywordPreset]: { allow_list: { most: 1000, length: 60 } },
  [Trigger.MemberProfile]: {
    keyword_filter: { most: 1000, length: 60 },
    regex_patterns: { most: 10, length: 260 },
    allow_list: { most: 100, length: 60 },
  },
};

const listed = (subject: AutomodSubject): [key: string, items: readonly string[], limits: { most: number; length: number }][] =>
  Object.entries(words[subject.trigger_type] ?? {}).map(([key, limits]) => [
    key,
    (subject.trigger_metadata as Record<string, readonly string[] | undefined>)[key] ?? [],
    limits,
  ]);

const ofActions = (
  { actions }: AutomodSubject,
  check: (action: AutomodSubject['actions'][number], path: (string | number)[]) => Problem[],
): Problem[] => actions.flatMap((action, index) => check(action, ['actions', index]));

export const automodRules: readonly Rule<AutomodSubject>[] = [
  {
    name: 'a rule has a name of 1 to 100 characters',
    page: `${page}#auto-moderation-rule-object`,
    check: ({ name }) => textLength(['name'], name.trim(), { min: 1, max: 100 }),
  },
  {
    name: 'rules about profiles act when a member changes, all others when a message is sent',
    page: `${page}#auto-moderation-rule-object-event-types`,
    check: ({ event_type, trigger_type }) =>
      (event_type === Event.MemberUpdate) === (trigger_type === Trigger.MemberProfile)
        ? []
        : [problem(['event_type'], 'BASE_TYPE_BAD_VALUE', 'This event does not fit the trigger')],
  },
  {
    name: 'how many words, expressions and exceptions a rule takes, and how long they are',
    page: metadataPage,
    check: (subject) =>
      listed(subject).flatMap(([key, items, { most, length }]) => [
        ...count(['trigger_metadata', key], items, { max: most }),
        ...items.flatMap((item, index) =>
          lengthOf(item) >= 1 && lengthOf(item) <= length
            ? []
            : [problem(['trigger_metadata', key, index], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${length} in length.`)],
        ),
      ]),
  },
  {
    name: 'expressions are those of Rust',
    page: `${page}#auto-moderation-rule-object-trigger-metadata`,
    check: ({ trigger_metadata: { regex_patterns = [] } }) =>
      regex_patterns.flatMap((pattern, index) =>
        readPattern(pattern)
          ? []
          : [problem(['trigger_metadata', 'regex_patterns', index], 'REGEX_VALIDATION_ERROR', 'Invalid regex pattern')],
      ),
  },
  {
    name: 'at most 50 mentions may be allowed',
    page: `${page}#auto-moderation-rule-object-trigger-metadata`,
    check: ({ trigger_metadata: { mention_total_limit } }) =>
      range(['trigger_metadata', 'mention_total_limit'], mention_total_limit, 0, 50),
  },
  {
    name: 'at most 20 exempt roles and 50 exempt channels',
    page: `${page}#auto-moderation-rule-object`,
    check: ({ exempt_roles, exempt_channels }) => [
      ...count(['exempt_roles'], exempt_roles, { max: 20 }),
      ...count(['exempt_channels'], exempt_channels, { max: 50 }),
    ],
  },
  {
    name: 'a rule has 1 to 5 actions',
    page: `${page}#auto-moderation-rule-object`,
    check: ({ actions }) => count(['actions'], actions, { min: 1, max: 5 }),
  },
  {
    name: 'messages are blocked where messages are watched, and profiles where profiles are; timeouts are for keywords and mentions',
    page: actionPage,
    check: (subject) =>
      ofActions(subject, ({ type }, path) => {
        const ofProfile = subject.trigger_type === Trigger.MemberProfile;
        const fits =
          type === Action.BlockMemberInteraction
            ? ofProfile
            : type === Action.BlockMessage
              ? !ofProfile
              : type === Action.Timeout
                ? subject.trigger_type === Trigger.Keyword || subject.trigger_type === Trigger.MentionSpam
                : true;
        return fits ? [] : [problem([...path, 'type'], 'BASE_TYPE_BAD_VALUE', 'This action does not fit the trigger')];
      }),
  },
  {
    name: 'an explanation has at most 150 characters, and a timeout lasts at most four weeks',
    page: `${page}#auto-moderation-action-object-action-metadata`,
    check: (subject) =>
      ofActions(subject, ({ type, metadata }, path) => [
        ...textLength([...path, 'metadata', 'custom_message'], metadata?.custom_message, { max: 150 }),
        ...(type === Action.Timeout
          ? range([...path, 'metadata', 'duration_seconds'], metadata?.duration_seconds ?? -1, 0, 2_419_200)
          : []),
        ...(type === Action.SendAlertMessage && !metadata?.channel_id
          ? [problem([...path, 'metadata', 'channel_id'], 'BASE_TYPE_REQUIRED', 'This field is required')]
          : []),
      ]),
  },
];

export const incidentRules: readonly Rule<{ invites: number | null; dms: number | null }>[] = [
  {
    name: 'invites and direct messages are paused for at most 24 hours',
    page: 'https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions',
    check: ({ invites, dms }) => [...within(['invites_disabled_until'], invites), ...within(['dms_disabled_until'], dms)],
  },
];

/** `ahead`: in milliseconds. */
const within = (path: readonly string[], ahead: number | null): Problem[] =>
  ahead !== null && ahead > 86_400_000 ? [problem(path, 'BASE_TYPE_MAX_VALUE', 'Must not be more than 24 hours ahead.')] : [];
