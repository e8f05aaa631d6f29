import { z } from 'zod';
import { id, parse } from '../draft.ts';
import { refuse } from '../errors.ts';
import { memberObject, userOf } from '../objects.ts';
import { memberBy } from '../operations/find.ts';
import { banUser, banUsers, giveRole, kickMember, modifyMember, unbanUser } from '../operations/members.ts';
import { requireInGuild } from '../permissions.ts';
import { guildIn } from './guilds.ts';
import { actOf, type Call, limitOf, nothing, ok, param, type Route, route } from './route.ts';

const fields = z.object({
  nick: z.string().nullish(),
  roles: z.array(id).nullish(),
  communication_disabled_until: z.iso.datetime({ offset: true }).nullish(),
  channel_id: id.nullish(),
  mute: z.boolean().nullish(),
  deaf: z.boolean().nullish(),
});

/** Ids are digits without leading zeros: the longer is the larger. A list of 100 000 is sorted for each page, hence no BigInt. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

const setRole = (given: boolean) => (call: Call) => {
  giveRole(call.world, actOf(call), guildIn(call), param(call, 'user_id'), param(call, 'role_id'), given);
  return nothing;
};

const banFields = z.object({
  delete_message_seconds: z.number().int().nullish(),
  delete_message_days: z.number().int().nullish(),
});
const secondsOf = ({ delete_message_seconds, delete_message_days }: z.output<typeof banFields>) =>
  delete_message_seconds ?? (delete_message_days ?? 0) * 86_400;

export const memberRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild_id/members', (call) => {
    const guild = guildIn(call);
    if (!call.world.application.intents.members) throw refuse('missingAccess');
    const after = call.query.get('after') ?? '0';
    const members = [...guild.members.values()]
      .filter(({ user_id }) => compareIds(user_id, after) > 0)
      .sort((a, b) => compareIds(a.user_id, b.user_id));
    return ok(members.slice(0, limitOf(call, { default: 1, max: 1000 })).map((member) => memberObject(call.world, member)));
  }),
  route('GET', '/guilds/:guild_id/members/search', (call) => {
    const query = (call.query.get('query') ?? '').toLowerCase();
    const members = [...guildIn(call).members.values()].filter(({ user_id, nick }) =>
      [nick, call.world.users.get(user_id)?.username, call.world.users.get(user_id)?.global_name].some((name) =>
        name?.toLowerCase().startsWith(query),
      ),
    );
    return ok(members.slice(0, limitOf(call, { default: 1, max: 1000 })).map((member) => memberObject(call.world, member)));
  }),
  route('GET', '/guilds/:guild_id/members/:user_id', (call) =>
    ok(memberObject(call.world, memberBy(call.world, guildIn(call), param(call, 'user_id')))),
  ),
  route('PATCH', '/guilds/:guild_id/members/@me', (call) => {
    const { nick } = parse(fields, call.body);
    return ok(memberObject(call.world, modifyMember(call.world, actOf(call), guildIn(call), call.actorId, { nick })));
  }),
  route('PATCH', '/guilds/:guild_id/members/:user_id', (call) => {
    const given = parse(fields, call.body);
    return ok(memberObject(call.world, modifyMember(call.world, actOf(call), guildIn(call), param(call, 'user_id'), given)));
  }),
  route('DELETE', '/guilds/:guild_id/members/:user_id', (call) => {
    kickMember(call.world, actOf(call), guildIn(call), param(call, 'user_id'));
    return nothing;
  }),
  route('PUT', '/guilds/:guild_id/members/:user_id/roles/:role_id', setRole(true)),
  route('DELETE', '/guilds/:guild_id/members/:user_id/roles/:role_id', setRole(false)),
  route('GET', '/guilds/:guild_id/bans', (call) => {
    const guild = guildIn(call);
    requireInGuild(call.world, call.actorId, guild, 'BanMembers');
    const after = BigInt(call.query.get('after') ?? '0');
    const bans = [...guild.bans]
      .filter(([user]) => BigInt(user) > after)
      .map(([user, reason]) => ({ reason, user: userOf(call.world, user) }));
    return ok(bans.slice(0, limitOf(call, { default: 1000, max: 1000 })));
  }),
  route('GET', '/guilds/:guild_id/bans/:user_id', (call) => {
    const guild = guildIn(call);
    requireInGuild(call.world, call.actorId, guild, 'BanMembers');
    const user = param(call, 'user_id');
    const reason = guild.bans.get(user);
    if (reason === undefined) throw refuse('unknownBan');
    return ok({ reason, user: userOf(call.world, user) });
  }),
  route('PUT', '/guilds/:guild_id/bans/:user_id', (call) => {
    const seconds = secondsOf(parse(banFields, call.body));
    banUser(call.world, actOf(call), guildIn(call), param(call, 'user_id'), seconds);
    return nothing;
  }),
  route('DELETE', '/guilds/:guild_id/bans/:user_id', (call) => {
    unbanUser(call.world, actOf(call), guildIn(call), param(call, 'user_id'));
    return nothing;
  }),
  route('POST', '/guilds/:guild_id/bulk-ban', (call) => {
    const { user_ids, ...given } = parse(banFields.extend({ user_ids: z.array(id) }), call.body);
    return ok(banUsers(call.world, actOf(call), guildIn(call), user_ids, secondsOf(given)));
  }),
];
