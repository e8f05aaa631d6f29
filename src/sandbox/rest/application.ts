import { z } from 'zod';
import { id, parse } from '../draft.ts';
import { refuse } from '../errors.ts';
import { applicationFlags } from '../gateway/ready.ts';
import { channelObject, memberObject, userOf } from '../objects.ts';
import { openDm } from '../operations/channels.ts';
import { guildFor } from '../operations/find.ts';
import { guildPermissions } from '../permissions.ts';
import { type Call, ok, param, type Route, route } from './route.ts';

const ownUser = ({ world, actorId }: Call) => ({
  ...userOf(world, actorId),
  mfa_enabled: true,
  locale: 'en-US',
  premium_type: 0,
  verified: true,
  email: null,
});

function application({ world }: Call): object {
  const owner = [...world.guilds.values()][0]?.owner_id ?? world.application.id;
  const flags = applicationFlags(world.application);
  return {
    id: world.application.id,
    name: world.application.name,
    icon: null,
    description: '',
    type: null,
    bot: userOf(world, world.application.id),
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags,
    flags_new: String(flags),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    owner: userOf(world, owner),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
    integration_types_config: { '0': {} },
  };
}

export const applicationRoutes: readonly Route[] = [
  route('GET', '/gateway', ({ gateway }) => ok({ url: gateway.url() }), { open: true }),
  route('GET', '/gateway/bot', ({ gateway }) =>
    ok({ url: gateway.url(), shards: 1, session_start_limit: gateway.sessionStartLimit() }),
  ),
  route('GET', '/applications/@me', (call) => ok(application(call))),
  route('GET', '/oauth2/applications/@me', (call) => ok(application(call))),
  route('GET', '/users/@me', (call) => ok(ownUser(call))),
  route('GET', '/users/@me/guilds', ({ world, actorId, query }) => {
    const guilds = [...world.guilds.values()].filter(({ members }) => members.has(actorId));
    return ok(
      guilds.map((guild) => ({
        id: guild.id,
        name: guild.name,
        icon: null,
        banner: null,
        owner: guild.owner_id === actorId,
        permissions: String(guildPermissions(world, guild, actorId)),
        features: guild.features,
        ...(query.get('with_counts') === 'true'
          ? { approximate_member_count: guild.members.size, approximate_presence_count: 1 }
          : {}),
      })),
    );
  }),
  route('GET', '/users/@me/guilds/:guild_id/member', ({ world, actorId, params }) => {
    const member = guildFor(world, actorId, params.guild_id ?? '').members.get(actorId);
    if (!member) throw refuse('unknownMember');
    return ok(memberObject(world, member));
  }),
  route('POST', '/users/@me/channels', ({ world, actorId, body }) => {
    const { recipient_id } = parse(z.object({ recipient_id: id }), body);
    return ok(channelObject(world, openDm(world, actorId, recipient_id), actorId));
  }),
  route('GET', '/users/:user_id', (call) => {
    const user = param(call, 'user_id');
    if (!call.world.users.has(user)) throw refuse('unknownUser');
    return ok(userOf(call.world, user));
  }),
];
