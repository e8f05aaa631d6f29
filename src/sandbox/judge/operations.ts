import { z } from 'zod';
import { snowflake } from '../../kernel/wire.ts';

/** A published schema by its name, several of which one must fit, a list of one, or one that the document does not name. */
export type Shape = string | readonly string[] | { listOf: string | readonly string[] } | z.core.$ZodType;

/** What a route takes and what it gives. Without `gives` it answers 204. */
export type Operation = { takes?: Shape; gives?: Shape };

const listOf = (name: string): Shape => ({ listOf: name });
const position = z.int().min(0).nullish();
const image = z.string().nullish();
const webhookName = z.string().min(1).max(80);

const channel = ['GuildChannelResponse', 'PrivateChannelResponse', 'ThreadResponse'];
const channelChange = ['UpdateGuildChannelRequestPartial', 'UpdateThreadRequestPartial', 'UpdateDMRequestPartial'];
const webhook = ['GuildIncomingWebhookResponse', 'ApplicationIncomingWebhookResponse', 'ChannelFollowerWebhookResponse'];
const invite = ['GuildInviteResponse', 'GroupDMInviteResponse', 'FriendInviteResponse'];
const scheduledEvent = ['ExternalScheduledEventResponse', 'StageScheduledEventResponse', 'VoiceScheduledEventResponse'];
export const automodRule = [
  'DefaultKeywordRuleResponse',
  'KeywordRuleResponse',
  'MLSpamRuleResponse',
  'MentionSpamRuleResponse',
  'UserProfileRuleResponse',
];
const callback = [
  'ApplicationCommandAutocompleteCallbackRequest',
  'CreateMessageInteractionCallbackRequest',
  'LaunchActivityInteractionCallbackRequest',
  'ModalInteractionCallbackRequest',
  'PongInteractionCallbackRequest',
  'UpdateMessageInteractionCallbackRequest',
];

const reads = (gives: Shape): Operation => ({ gives });
const creates = (takes: Shape, gives: Shape): Operation => ({ takes, gives });
const acts = (takes?: Shape): Operation => (takes === undefined ? {} : { takes });

/**
 * The part of Discord's document that bots of a community use: which schema each route takes and gives. Bodies that the document spells out
 * in place, without a name, are spelled out here. Adding a route is adding a line. https://github.com/discord/discord-api-spec
 */
export const operations: Readonly<Record<string, Operation>> = {
  'GET /gateway': reads('GatewayResponse'),
  'GET /gateway/bot': reads('GatewayBotResponse'),

  'GET /applications/@me': reads('PrivateApplicationResponse'),
  'PATCH /applications/@me': creates('ApplicationFormPartial', 'PrivateApplicationResponse'),
  'GET /oauth2/applications/@me': reads('PrivateApplicationResponse'),
  'GET /applications/{application_id}/commands': reads(listOf('ApplicationCommandResponse')),
  'POST /applications/{application_id}/commands': creates('ApplicationCommandCreateRequest', 'ApplicationCommandResponse'),
  'PUT /applications/{application_id}/commands': creates(
    listOf('ApplicationCommandUpdateRequest'),
    listOf('ApplicationCommandResponse'),
  ),
  'GET /applications/{application_id}/commands/{command_id}': reads('ApplicationCommandResponse'),
  'PATCH /applications/{application_id}/commands/{command_id}': creates(
    'ApplicationCommandPatchRequestPartial',
    'ApplicationCommandResponse',
  ),
  'DELETE /applications/{application_id}/commands/{command_id}': acts(),
  'GET /applications/{application_id}/guilds/{guild_id}/commands': reads(listOf('ApplicationCommandResponse')),
  'POST /applications/{application_id}/guilds/{guild_id}/commands': creates(
    'ApplicationCommandCreateRequest',
    'ApplicationCommandResponse',
  ),
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': creates(
    listOf('ApplicationCommandUpdateRequest'),
    listOf('ApplicationCommandResponse'),
  ),
  'GET /applications/{application_id}/guilds/{guild_id}/commands/permissions': reads(listOf('CommandPermissionsResponse')),
  'GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': reads('ApplicationCommandResponse'),
  'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': creates(
    'ApplicationCommandPatchRequestPartial',
    'ApplicationCommandResponse',
  ),
  'DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': acts(),
  'GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions': reads('CommandPermissionsResponse'),

  'GET /channels/{channel_id}': reads(channel),
  'PATCH /channels/{channel_id}': creates(channelChange, channel),
  'DELETE /channels/{channel_id}': reads(channel),
  'PUT /channels/{channel_id}/permissions/{overwrite_id}': acts(
    z.strictObject({
      // In the path already; discord.js repeats it.
      id: snowflake.optional(),
      type: z.union([z.literal(0), z.literal(1)]).nullish(),
      allow: z.union([z.int(), z.string().regex(/^\d+$/)]).nullish(),
      deny: z.union([z.int(), z.string().regex(/^\d+$/)]).nullish(),
    }),
  ),
  'DELETE /channels/{channel_id}/permissions/{overwrite_id}': acts(),
  'GET /channels/{channel_id}/messages': reads(listOf('MessageResponse')),
  'POST /channels/{channel_id}/messages': creates('MessageCreateRequest', 'MessageResponse'),
  'POST /channels/{channel_id}/messages/bulk-delete': acts(z.strictObject({ messages: z.array(snowflake).min(2).max(100) })),
  'GET /channels/{channel_id}/messages/{message_id}': reads('MessageResponse'),
  'PATCH /channels/{channel_id}/messages/{message_id}': creates('MessageEditRequestPartial', 'MessageResponse'),
  'DELETE /channels/{channel_id}/messages/{message_id}': acts(),
  'POST /channels/{channel_id}/messages/{message_id}/crosspost': reads('MessageResponse'),
  'POST /channels/{channel_id}/messages/{message_id}/threads': creates('CreateTextThreadWithMessageRequest', 'ThreadResponse'),
  'GET /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}': reads(listOf('UserResponse')),
  'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': acts(),
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': acts(),
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}': acts(),
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}': acts(),
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions': acts(),
  'GET /channels/{channel_id}/messages/pins': reads('PinnedMessagesResponse'),
  'PUT /channels/{channel_id}/messages/pins/{message_id}': acts(),
  'DELETE /channels/{channel_id}/messages/pins/{message_id}': acts(),
  'GET /channels/{channel_id}/pins': reads(listOf('MessageResponse')),
  'PUT /channels/{channel_id}/pins/{message_id}': acts(),
  'DELETE /channels/{channel_id}/pins/{message_id}': acts(),
  'POST /channels/{channel_id}/threads': creates(
    ['CreateTextThreadWithoutMessageRequest', 'CreateForumThreadRequest'],
    'CreatedThreadResponse',
  ),
  'GET /channels/{channel_id}/thread-members': reads(listOf('ThreadMemberResponse')),
  'GET /channels/{channel_id}/thread-members/{user_id}': reads('ThreadMemberResponse'),
  'PUT /channels/{channel_id}/thread-members/@me': acts(),
  'DELETE /channels/{channel_id}/thread-members/@me': acts(),
  'PUT /channels/{channel_id}/thread-members/{user_id}': acts(),
  'DELETE /channels/{channel_id}/thread-members/{user_id}': acts(),
  'GET /channels/{channel_id}/threads/archived/private': reads('ThreadsResponse'),
  'GET /channels/{channel_id}/threads/archived/public': reads('ThreadsResponse'),
  'GET /channels/{channel_id}/users/@me/threads/archived/private': reads('ThreadsResponse'),
  'POST /channels/{channel_id}/typing': acts(),
  'GET /channels/{channel_id}/invites': reads({ listOf: 'GuildInviteResponse' }),
  'POST /channels/{channel_id}/invites': creates('CreateGuildInviteRequest', invite),
  'GET /channels/{channel_id}/webhooks': reads(listOf('GuildIncomingWebhookResponse')),
  'POST /channels/{channel_id}/webhooks': creates(
    z.strictObject({ name: webhookName, avatar: image }),
    'GuildIncomingWebhookResponse',
  ),
  'PUT /channels/{channel_id}/voice-status': acts(z.strictObject({ status: z.string().max(500).nullish() })),
  'POST /channels/{channel_id}/polls/{message_id}/expire': reads('MessageResponse'),

  'GET /guilds/{guild_id}': reads('GuildWithCountsResponse'),
  'PATCH /guilds/{guild_id}': creates('GuildPatchRequestPartial', 'GuildResponse'),
  'GET /guilds/{guild_id}/preview': reads('GuildPreviewResponse'),
  'GET /guilds/{guild_id}/audit-logs': reads('GuildAuditLogResponse'),
  'GET /guilds/{guild_id}/auto-moderation/rules': reads({ listOf: automodRule }),
  'POST /guilds/{guild_id}/auto-moderation/rules': creates(
    [
      'DefaultKeywordListUpsertRequest',
      'KeywordUpsertRequest',
      'MLSpamUpsertRequest',
      'MentionSpamUpsertRequest',
      'UserProfileUpsertRequest',
    ],
    automodRule,
  ),
  'GET /guilds/{guild_id}/auto-moderation/rules/{rule_id}': reads(automodRule),
  'PATCH /guilds/{guild_id}/auto-moderation/rules/{rule_id}': creates(
    [
      'DefaultKeywordListUpsertRequestPartial',
      'KeywordUpsertRequestPartial',
      'MLSpamUpsertRequestPartial',
      'MentionSpamUpsertRequestPartial',
      'UserProfileUpsertRequestPartial',
    ],
    automodRule,
  ),
  'DELETE /guilds/{guild_id}/auto-moderation/rules/{rule_id}': acts(),
  'GET /guilds/{guild_id}/bans': reads(listOf('GuildBanResponse')),
  'GET /guilds/{guild_id}/bans/{user_id}': reads('GuildBanResponse'),
  'PUT /guilds/{guild_id}/bans/{user_id}': acts('BanUserFromGuildRequest'),
  'DELETE /guilds/{guild_id}/bans/{user_id}': acts('UnbanUserFromGuildRequest'),
  'POST /guilds/{guild_id}/bulk-ban': creates('BulkBanUsersRequest', 'BulkBanUsersResponse'),
  'GET /guilds/{guild_id}/channels': reads(listOf('GuildChannelResponse')),
  'POST /guilds/{guild_id}/channels': creates('CreateGuildChannelRequest', 'GuildChannelResponse'),
  'PATCH /guilds/{guild_id}/channels': acts(
    z.array(
      z.strictObject({
        id: snowflake.nullish(),
        position,
        parent_id: snowflake.nullish(),
        lock_permissions: z.boolean().nullish(),
      }),
    ),
  ),
  'GET /guilds/{guild_id}/emojis': reads(listOf('EmojiResponse')),
  'PUT /guilds/{guild_id}/incident-actions': creates('GuildIncidentActionsRequest', 'GuildIncidentsDataResponse'),
  'GET /guilds/{guild_id}/invites': reads(listOf('GuildInviteResponse')),
  'GET /guilds/{guild_id}/members': reads(listOf('GuildMemberResponse')),
  'GET /guilds/{guild_id}/members/search': reads(listOf('GuildMemberResponse')),
  'PATCH /guilds/{guild_id}/members/@me': creates(
    z.strictObject({ nick: z.string().max(32).nullish(), avatar: image, banner: image, bio: z.string().max(190).nullish() }),
    'PrivateGuildMemberResponse',
  ),
  'GET /guilds/{guild_id}/members/{user_id}': reads('GuildMemberResponse'),
  'PATCH /guilds/{guild_id}/members/{user_id}': creates(
    z.strictObject({
      nick: z.string().max(32).nullish(),
      roles: z.array(snowflake).max(350).nullish(),
      mute: z.boolean().nullish(),
      deaf: z.boolean().nullish(),
      channel_id: snowflake.nullish(),
      communication_disabled_until: z.iso.datetime({ offset: true }).nullish(),
      flags: z.int().nullish(),
    }),
    'GuildMemberResponse',
  ),
  'DELETE /guilds/{guild_id}/members/{user_id}': acts(),
  'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}': acts(),
  'DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}': acts(),
  'GET /guilds/{guild_id}/onboarding': reads('UserGuildOnboardingResponse'),
  'PUT /guilds/{guild_id}/onboarding': creates('UpdateGuildOnboardingRequest', 'GuildOnboardingResponse'),
  'GET /guilds/{guild_id}/roles': reads(listOf('GuildRoleResponse')),
  'POST /guilds/{guild_id}/roles': creates('CreateRoleRequest', 'GuildRoleResponse'),
  'PATCH /guilds/{guild_id}/roles': creates(listOf('UpdateRolePositionsRequest'), listOf('GuildRoleResponse')),
  'GET /guilds/{guild_id}/roles/member-counts': reads(z.record(snowflake, z.int())),
  'GET /guilds/{guild_id}/roles/{role_id}': reads('GuildRoleResponse'),
  'PATCH /guilds/{guild_id}/roles/{role_id}': creates('UpdateRoleRequestPartial', 'GuildRoleResponse'),
  'DELETE /guilds/{guild_id}/roles/{role_id}': acts(),
  'GET /guilds/{guild_id}/scheduled-events': reads(z.array(z.unknown())),
  'POST /guilds/{guild_id}/scheduled-events': creates(
    ['ExternalScheduledEventCreateRequest', 'StageScheduledEventCreateRequest', 'VoiceScheduledEventCreateRequest'],
    scheduledEvent,
  ),
  'GET /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}': reads(scheduledEvent),
  'PATCH /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}': creates(
    [
      'ExternalScheduledEventPatchRequestPartial',
      'StageScheduledEventPatchRequestPartial',
      'VoiceScheduledEventPatchRequestPartial',
    ],
    scheduledEvent,
  ),
  'DELETE /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}': acts(),
  'GET /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users': reads(listOf('ScheduledEventUserResponse')),
  'GET /guilds/{guild_id}/threads/active': reads('ThreadsResponse'),
  'GET /guilds/{guild_id}/voice-states/@me': reads('VoiceStateResponse'),
  'GET /guilds/{guild_id}/voice-states/{user_id}': reads('VoiceStateResponse'),
  'PATCH /guilds/{guild_id}/voice-states/@me': acts('UpdateSelfVoiceStateRequestPartial'),
  'GET /guilds/{guild_id}/webhooks': reads(listOf('GuildIncomingWebhookResponse')),
  'GET /guilds/{guild_id}/welcome-screen': reads('GuildWelcomeScreenResponse'),

  'POST /interactions/{interaction_id}/{interaction_token}/callback': creates(callback, 'InteractionCallbackResponse'),
  'GET /invites/{code}': reads(invite),
  'DELETE /invites/{code}': reads(invite),

  'GET /users/@me': reads('UserPIIResponse'),
  'PATCH /users/@me': creates('BotAccountPatchRequest', 'UserPIIResponse'),
  'POST /users/@me/channels': creates('CreatePrivateChannelRequest', ['PrivateChannelResponse', 'PrivateGroupChannelResponse']),
  'GET /users/@me/guilds': reads(listOf('MyGuildResponse')),
  'DELETE /users/@me/guilds/{guild_id}': acts(),
  'GET /users/@me/guilds/{guild_id}/member': reads('PrivateGuildMemberResponse'),
  'GET /users/{user_id}': reads('UserResponse'),

  'GET /webhooks/{webhook_id}': reads(webhook),
  'PATCH /webhooks/{webhook_id}': creates(
    z.strictObject({ name: webhookName.optional(), avatar: image, channel_id: snowflake.nullish() }),
    webhook,
  ),
  'DELETE /webhooks/{webhook_id}': acts(),
  'GET /webhooks/{webhook_id}/{webhook_token}': reads(webhook),
  'POST /webhooks/{webhook_id}/{webhook_token}': creates(
    ['IncomingWebhookRequestPartial', 'IncomingWebhookUpdateRequestPartial'],
    'MessageResponse',
  ),
  'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': reads('MessageResponse'),
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': creates(
    'IncomingWebhookUpdateRequestPartial',
    'MessageResponse',
  ),
  'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': acts(),
};
