import { z } from 'zod';
import { bits, id, parse } from '../draft.ts';
import { roleObject } from '../objects.ts';
import { roleBy } from '../operations/find.ts';
import { createRole, deleteRole, modifyRole, moveRoles, type RoleFields } from '../operations/roles.ts';
import { guildIn } from './guilds.ts';
import { actOf, type Call, nothing, ok, param, type Route, route } from './route.ts';

const fields = z.object({
  name: z.string().nullish(),
  permissions: bits.nullish(),
  color: z.number().int().nullish(),
  colors: z.object({ primary_color: z.number().int().nullish() }).nullish(),
  hoist: z.boolean().nullish(),
  mentionable: z.boolean().nullish(),
  unicode_emoji: z.string().nullish(),
});

function readFields(call: Call): RoleFields {
  const { colors, ...given } = parse(fields, call.body);
  const color = given.color ?? colors?.primary_color;
  return Object.fromEntries(
    Object.entries({ ...given, color }).filter(([, value]) => value !== undefined && value !== null),
  ) as RoleFields;
}

export const roleRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild_id/roles', (call) => ok([...guildIn(call).roles.values()].map(roleObject))),
  route('GET', '/guilds/:guild_id/roles/member-counts', (call) => {
    const { roles, members } = guildIn(call);
    const held = [...members.values()].flatMap((member) => member.roles);
    const counts = Map.groupBy(held, (id) => id);
    return ok(
      Object.fromEntries([...roles.keys()].filter((id) => counts.has(id)).map((id) => [id, counts.get(id)?.length ?? 0])),
    );
  }),
  route('GET', '/guilds/:guild_id/roles/:role_id', (call) => ok(roleObject(roleBy(guildIn(call), param(call, 'role_id'))))),
  route('POST', '/guilds/:guild_id/roles', (call) => {
    const given = readFields(call);
    return ok(roleObject(createRole(call.world, actOf(call), guildIn(call), given)));
  }),
  route('PATCH', '/guilds/:guild_id/roles', (call) => {
    const moves = parse(z.array(z.object({ id, position: z.number().int().nullish() })), call.body);
    return ok(moveRoles(call.world, actOf(call), guildIn(call), moves).map(roleObject));
  }),
  route('PATCH', '/guilds/:guild_id/roles/:role_id', (call) => {
    const given = readFields(call);
    return ok(roleObject(modifyRole(call.world, actOf(call), guildIn(call), param(call, 'role_id'), given)));
  }),
  route('DELETE', '/guilds/:guild_id/roles/:role_id', (call) => {
    deleteRole(call.world, actOf(call), guildIn(call), param(call, 'role_id'));
    return nothing;
  }),
];
