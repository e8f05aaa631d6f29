import { AuditLogEvent } from 'discord-api-types/v10';
import { z } from 'zod';
import { id, parse } from '../draft.ts';
import { auditEntryObject, channelObject, guildObject, threadMemberObject, userOf } from '../objects.ts';
import { announceGuild } from '../operations/announce.ts';
import { audit, changesBetween, entriesOf } from '../operations/audit.ts';
import { createChannel, moveChannels } from '../operations/channels.ts';
import { guildFor } from '../operations/find.ts';
import { setIncidents } from '../operations/incidents.ts';
import { maySee, requireInGuild } from '../permissions.ts';
import { channelsOf } from '../population.ts';
import type { Guild } from '../world.ts';
import { newChannel } from './channels.ts';
import { actOf, type Call, limitOf, nothing, ok, param, type Route, route } from './route.ts';

export const guildIn = (call: Call): Guild => guildFor(call.world, call.actorId, param(call, 'guild_id'));

const guildFields = z.object({
  name: z.string().min(2).max(100).optional(),
  description: z.string().max(300).nullish(),
  preferred_locale: z
    .string()
    .nullish()
    .transform((value) => (value ?? undefined) as Guild['preferred_locale'] | undefined),
  system_channel_id: id.nullish(),
  rules_channel_id: id.nullish(),
  public_updates_channel_id: id.nullish(),
  safety_alerts_channel_id: id.nullish(),
  system_channel_flags: z.number().int().optional(),
  verification_level: z.number().int().min(0).max(4).optional(),
  default_message_notifications: z.number().int().min(0).max(1).optional(),
  explicit_content_filter: z.number().int().min(0).max(2).optional(),
  features: z.array(z.string()).optional(),
});

const until = z.iso.datetime({ offset: true }).nullish();
const incidentFields = z.object({ invites_disabled_until: until, dms_disabled_until: until });

const positions = z.array(
  z.object({ id, position: z.number().int().nullish(), parent_id: id.nullish(), lock_permissions: z.boolean().nullish() }),
);

export const guildRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild_id', (call) => {
    const guild = guildIn(call);
    const counts =
      call.query.get('with_counts') === 'true'
        ? { approximate_member_count: guild.members.size, approximate_presence_count: 1 }
        : {};
    return ok({ ...guildObject(call.world, guild), ...counts });
  }),
  route('PATCH', '/guilds/:guild_id', (call) => {
    const fields = parse(guildFields, call.body);
    const guild = guildIn(call);
    requireInGuild(call.world, call.actorId, guild, 'ManageGuild');
    const before = { ...guild };
    Object.assign(guild, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
    const changes = changesBetween<Guild>(before, guild, [
      'name',
      'description',
      'preferred_locale',
      'system_channel_id',
      'rules_channel_id',
    ]);
    audit(call.world, guild, actOf(call), { type: AuditLogEvent.GuildUpdate, targetId: guild.id, changes });
    announceGuild(call.world, guild);
    return ok(guildObject(call.world, guild));
  }),
  route('GET', '/guilds/:guild_id/channels', (call) =>
    ok(
      channelsOf(call.world, guildIn(call).id)
        .filter((channel) => !channel.thread)
        .map((channel) => channelObject(call.world, channel)),
    ),
  ),
  route('POST', '/guilds/:guild_id/channels', (call) => {
    const { type, ...fields } = parse(newChannel, call.body);
    return ok(channelObject(call.world, createChannel(call.world, actOf(call), guildIn(call), type, fields)), 201);
  }),
  route('PATCH', '/guilds/:guild_id/channels', (call) => {
    const moves = parse(positions, call.body);
    moveChannels(call.world, actOf(call), guildIn(call), moves);
    return nothing;
  }),
  route('GET', '/guilds/:guild_id/threads/active', (call) => {
    const threads = channelsOf(call.world, guildIn(call).id).filter(
      (channel) => channel.thread?.metadata.archived === false && maySee(call.world, call.actorId, channel.id),
    );
    const members = threads.flatMap((channel) =>
      (channel.thread?.members ?? [])
        .filter(({ user_id }) => user_id === call.actorId)
        .map((member) => threadMemberObject(channel, member)),
    );
    return ok({ threads: threads.map((channel) => channelObject(call.world, channel, call.actorId)), members, has_more: false });
  }),
  route('PUT', '/guilds/:guild_id/incident-actions', (call) =>
    ok(setIncidents(call.world, actOf(call), guildIn(call), parse(incidentFields, call.body))),
  ),
  route('GET', '/guilds/:guild_id/audit-logs', (call) => {
    const guild = guildIn(call);
    const { query } = call;
    const entries = entriesOf(call.world, call.actorId, guild, {
      userId: query.get('user_id'),
      type: query.get('action_type') === null ? null : Number(query.get('action_type')),
      before: query.get('before'),
      after: query.get('after'),
    });
    const page = entries.slice(0, limitOf(call, { default: 50, max: 100 }));
    const people = new Set(
      page.flatMap(({ user_id, target_id }) => [user_id, target_id ?? '']).filter((person) => call.world.users.has(person)),
    );
    return ok({
      audit_log_entries: page.map(auditEntryObject),
      users: [...people].map((person) => userOf(call.world, person)),
      integrations: [],
      webhooks: [],
      guild_scheduled_events: [],
      threads: [],
      application_commands: [],
      auto_moderation_rules: [...guild.automod.values()].filter(({ id: rule }) =>
        page.some(({ target_id }) => target_id === rule),
      ),
    });
  }),
];
