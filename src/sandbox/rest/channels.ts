import { ChannelType } from 'discord-api-types/v10';
import { z } from 'zod';
import { bits, id, parse } from '../draft.ts';
import { invalidForm, refuse } from '../errors.ts';
import { channelObject } from '../objects.ts';
import { type ChannelFields, deleteChannel, modifyChannel } from '../operations/channels.ts';
import { channelFor, isThreadChannel } from '../operations/find.ts';
import { removeOverwrite, setOverwrite } from '../operations/overwrites.ts';
import { changeThread, deleteThread, type ThreadChange } from '../operations/threads.ts';
import { requireInChannel } from '../permissions.ts';
import { actOf, type Call, nothing, ok, param, type Route, route } from './route.ts';

const overwrite = z.object({
  id,
  type: z.number().int().min(0).max(1),
  allow: bits.nullish().transform((value) => value ?? '0'),
  deny: bits.nullish().transform((value) => value ?? '0'),
});

const tag = z.object({
  id: id.nullish(),
  name: z.string().max(20),
  moderated: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  emoji_id: id.nullish().transform((value) => value ?? null),
  emoji_name: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
});

const archiveAfter = z.union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10080)]);

const common = z.object({
  name: z.string(),
  topic: z.string().nullish(),
  nsfw: z.boolean().nullish(),
  position: z.number().int().min(0).nullish(),
  rate_limit_per_user: z.number().int().nullish(),
  parent_id: id.nullish(),
  permission_overwrites: z.array(overwrite).max(100).nullish(),
  available_tags: z.array(tag).max(20).nullish(),
  default_reaction_emoji: z
    .object({
      emoji_id: id.nullish().transform((value) => value ?? null),
      emoji_name: z
        .string()
        .nullish()
        .transform((value) => value ?? null),
    })
    .nullish(),
  default_sort_order: z.number().int().nullish(),
  default_forum_layout: z.number().int().nullish(),
  default_auto_archive_duration: archiveAfter.nullish(),
  default_thread_rate_limit_per_user: z.number().int().nullish(),
  bitrate: z.number().int().nullish(),
  user_limit: z.number().int().nullish(),
});

/** Fields where `null` is a value of its own; elsewhere it means "as it is". */
const nullable: readonly string[] = ['topic', 'parent_id', 'default_reaction_emoji', 'default_sort_order'];

const present = <T extends object>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => value !== undefined && (value !== null || nullable.includes(key))),
  ) as T;

const kinds = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildCategory,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
] as const;

export const newChannel = common
  .extend({ type: z.union(kinds.map((kind) => z.literal(kind))).nullish() })
  .transform(({ type, ...fields }) => ({
    ...(present(fields) as unknown as ChannelFields & { name: string }),
    type: (type ?? ChannelType.GuildText) as ChannelType,
  }));

/** Flags, and the change between text and announcements, are for a channel that is there already. */
const changedChannel = common
  .extend({ flags: z.number().int().nullish(), type: z.number().int().nullish() })
  .partial()
  .transform((fields) => present(fields) as unknown as ChannelFields);

const changedThread = z
  .object({
    name: z.string(),
    archived: z.boolean(),
    locked: z.boolean(),
    invitable: z.boolean(),
    auto_archive_duration: archiveAfter,
    rate_limit_per_user: z.number().int().nullish(),
    applied_tags: z.array(id).max(5),
    flags: z.number().int(),
  })
  .partial()
  .transform((fields) => present(fields) as unknown as ThreadChange);

const channelIn = (call: Call) => channelFor(call.world, call.actorId, param(call, 'channel_id'));

export const channelRoutes: readonly Route[] = [
  route('GET', '/channels/:channel_id', (call) => ok(channelObject(call.world, channelIn(call), call.actorId))),
  route('PATCH', '/channels/:channel_id', (call) => {
    const channel = channelIn(call);
    if (channel.guild_id === null) throw refuse('dmWrongAction');
    if (isThreadChannel(channel)) changeThread(call.world, actOf(call), channel, parse(changedThread, call.body));
    else modifyChannel(call.world, actOf(call), channel, parse(changedChannel, call.body));
    return ok(channelObject(call.world, channel, call.actorId));
  }),
  route('DELETE', '/channels/:channel_id', (call) => {
    const channel = channelIn(call);
    const object = channelObject(call.world, channel, call.actorId);
    if (channel.guild_id === null) return ok(object);
    if (isThreadChannel(channel)) deleteThread(call.world, actOf(call), channel);
    else deleteChannel(call.world, actOf(call), channel);
    return ok(object);
  }),
  route('PUT', '/channels/:channel_id/permissions/:overwrite_id', (call) => {
    const { type, allow, deny } = parse(overwrite.omit({ id: true }), call.body);
    const target = param(call, 'overwrite_id');
    if (!/^\d{17,20}$/.test(target))
      throw invalidForm({ path: ['overwrite_id'], code: 'NUMBER_TYPE_COERCE', message: 'Value is not snowflake.' });
    setOverwrite(call.world, actOf(call), channelIn(call), { id: target, type, allow, deny });
    return nothing;
  }),
  route('DELETE', '/channels/:channel_id/permissions/:overwrite_id', (call) => {
    removeOverwrite(call.world, actOf(call), channelIn(call), param(call, 'overwrite_id'));
    return nothing;
  }),
  route('POST', '/channels/:channel_id/typing', (call) => {
    const channel = channelIn(call);
    if (channel.guild_id) requireInChannel(call.world, call.actorId, channel, 'SendMessages');
    return nothing;
  }),
];
