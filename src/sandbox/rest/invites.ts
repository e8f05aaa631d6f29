import { z } from 'zod';
import { id, parse } from '../draft.ts';
import { refuse } from '../errors.ts';
import { fullInviteObject, inviteObject } from '../objects/invite.ts';
import { channelFor, guildOf } from '../operations/find.ts';
import { createInvite, deleteInvite, inviteBy, invitesOf } from '../operations/invites.ts';
import { guildPermissions, hasPermission, requireInChannel } from '../permissions.ts';
import { guildIn } from './guilds.ts';
import { actOf, type Call, ok, param, type Route, route } from './route.ts';

const newInvite = z.object({
  max_age: z.number().int().nullish(),
  max_uses: z.number().int().nullish(),
  temporary: z.boolean().nullish(),
  unique: z.boolean().nullish(),
  role_ids: z.array(id).max(250).nullish(),
});

const channelIn = (call: Call) => channelFor(call.world, call.actorId, param(call, 'channel_id'));

export const inviteRoutes: readonly Route[] = [
  route('POST', '/channels/:channel_id/invites', (call) => {
    const channel = channelIn(call);
    const invite = createInvite(call.world, actOf(call), channel, parse(newInvite, call.body));
    return ok(fullInviteObject(call.world, guildOf(call.world, channel), invite));
  }),
  route('GET', '/channels/:channel_id/invites', (call) => {
    const channel = channelIn(call);
    const guild = guildOf(call.world, channel);
    requireInChannel(call.world, call.actorId, channel, 'ManageChannels');
    const invites = invitesOf(call.world, guild).filter(({ channel_id }) => channel_id === channel.id);
    return ok(invites.map((invite) => fullInviteObject(call.world, guild, invite)));
  }),
  // https://docs.discord.com/developers/resources/guild#get-guild-invites: how they are used is told with MANAGE_GUILD only.
  route('GET', '/guilds/:guild_id/invites', (call) => {
    const guild = guildIn(call);
    const held = guildPermissions(call.world, guild, call.actorId);
    if (!hasPermission(held, 'ManageGuild') && !hasPermission(held, 'ViewAuditLog')) throw refuse('missingPermissions');
    const shown = hasPermission(held, 'ManageGuild') ? fullInviteObject : inviteObject;
    return ok(invitesOf(call.world, guild).map((invite) => shown(call.world, guild, invite)));
  }),
  route(
    'GET',
    '/invites/:code',
    (call) => {
      const { invite, guild } = inviteBy(call.world, param(call, 'code'));
      const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 1 };
      return ok({
        ...inviteObject(call.world, guild, invite),
        ...(call.query.get('with_counts') === 'true' ? counts : {}),
      });
    },
    { open: true },
  ),
  route('DELETE', '/invites/:code', (call) => {
    const { invite, guild } = deleteInvite(call.world, actOf(call), param(call, 'code'));
    return ok(inviteObject(call.world, guild, invite));
  }),
];
