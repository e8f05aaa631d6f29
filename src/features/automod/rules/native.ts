import {
  AutoModerationActionType as Action,
  type APIAutoModerationRule,
  AutoModerationRuleEventType as Event,
  type RESTPostAPIAutoModerationRuleJSONBody,
  AutoModerationRuleTriggerType as Trigger,
} from 'discord-api-types/v10';
import { z } from 'zod';

/** A rule of Discord's AutoMod as we ask for it and as we compare it: lists without order, nothing that we do not set. */
export const nativeSchema = z.object({
  kind: z.enum(['words', 'mentions']),
  name: z.string(),
  isEnabled: z.boolean(),
  keywords: z.array(z.string()),
  patterns: z.array(z.string()),
  allowed: z.array(z.string()),
  /** Mentions that are let pass; null for words. */
  limit: z.number().int().nullable(),
  isBlocked: z.boolean(),
  /** What the author of a message reads when it is held back. */
  explanation: z.string(),
  alertChannelId: z.string().nullable(),
  /** 0: none. */
  timeoutSeconds: z.number().int(),
  exemptRoles: z.array(z.string()),
  exemptChannels: z.array(z.string()),
});
export type Native = z.output<typeof nativeSchema>;
export type Kind = Native['kind'];

/** Discord's limits. https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-metadata-field-limits */
export const limits = {
  keywordRules: 6,
  mentionRules: 1,
  keywords: 1_000,
  keywordLength: 60,
  patterns: 10,
  patternLength: 260,
  allowed: 100,
  mentions: 50,
  exemptRoles: 20,
  exemptChannels: 50,
  explanation: 150,
  name: 100,
} as const;

/** By which a rule of ours is told from others when a crash left it unrecorded. */
export const namePrefix = 'Passerelle · ';

export const kindOf = ({ trigger_type }: APIAutoModerationRule): Kind | null =>
  trigger_type === Trigger.Keyword ? 'words' : trigger_type === Trigger.MentionSpam ? 'mentions' : null;

/** Lists of Discord have no order that matters. */
export const ordered = (list: readonly string[] = []): string[] => [...new Set(list)].sort();

export function readNative(given: APIAutoModerationRule): Native {
  const { trigger_metadata: found = {}, actions } = given;
  const metadataOf = (type: Action) => actions.find((one) => one.type === type)?.metadata;
  return {
    kind: kindOf(given) ?? 'words',
    name: given.name,
    isEnabled: given.enabled,
    keywords: ordered(found.keyword_filter),
    patterns: ordered(found.regex_patterns),
    allowed: ordered(found.allow_list),
    limit: found.mention_total_limit ?? null,
    isBlocked: actions.some(({ type }) => type === Action.BlockMessage),
    explanation: metadataOf(Action.BlockMessage)?.custom_message ?? '',
    alertChannelId: metadataOf(Action.SendAlertMessage)?.channel_id ?? null,
    timeoutSeconds: metadataOf(Action.Timeout)?.duration_seconds ?? 0,
    exemptRoles: ordered(given.exempt_roles),
    exemptChannels: ordered(given.exempt_channels),
  };
}

/** As Discord takes it. */
export const bodyOf = (native: Native): RESTPostAPIAutoModerationRuleJSONBody => ({
  name: native.name,
  event_type: Event.MessageSend,
  trigger_type: native.kind === 'words' ? Trigger.Keyword : Trigger.MentionSpam,
  trigger_metadata:
    native.kind === 'words'
      ? { keyword_filter: native.keywords, regex_patterns: native.patterns, allow_list: native.allowed }
      : { mention_total_limit: native.limit ?? limits.mentions },
  actions: [
    { type: Action.BlockMessage, metadata: { custom_message: native.explanation } },
    ...(native.alertChannelId === null
      ? []
      : [{ type: Action.SendAlertMessage, metadata: { channel_id: native.alertChannelId } }]),
    ...(native.timeoutSeconds === 0 ? [] : [{ type: Action.Timeout, metadata: { duration_seconds: native.timeoutSeconds } }]),
  ],
  enabled: native.isEnabled,
  exempt_roles: native.exemptRoles,
  exempt_channels: native.exemptChannels,
});

/** The same rule, but for roles and channels that are no more: Discord takes those out by itself. */
export function areSame(one: Native, other: Native, missing: ReadonlySet<string> = new Set()): boolean {
  const written = (native: Native): string => {
    const { exemptRoles, exemptChannels } = native;
    const there = (ids: readonly string[]) => ids.filter((id) => !missing.has(id));
    return JSON.stringify(
      nativeSchema.parse({ ...native, exemptRoles: there(exemptRoles), exemptChannels: there(exemptChannels) }),
    );
  };
  return written(one) === written(other);
}
