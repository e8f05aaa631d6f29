import { z } from 'zod';
import { id, parse } from '../draft.ts';
import {
  type AutomodChange,
  type AutomodFields,
  automodRuleBy,
  automodRulesOf,
  createAutomodRule,
  deleteAutomodRule,
  modifyAutomodRule,
} from '../operations/automod.ts';
import { guildIn } from './guilds.ts';
import { actOf, nothing, ok, param, type Route, route } from './route.ts';

/** `null` means the same as a key that is left out. */
const maybe = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined);

const strings = maybe(z.array(z.string()));
const action = z.object({
  type: z.number().int().min(1).max(4),
  metadata: z
    .object({
      channel_id: maybe(id),
      duration_seconds: maybe(z.number().int()),
      custom_message: maybe(z.string()),
    })
    .nullish()
    .transform((metadata) => bare(metadata ?? {})),
});

const fields = z.object({
  name: z.string(),
  event_type: z.number().int().min(1).max(2),
  trigger_type: z.union([z.literal(1), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
  trigger_metadata: maybe(
    z
      .object({
        keyword_filter: strings,
        regex_patterns: strings,
        allow_list: strings,
        presets: maybe(z.array(z.number().int().min(1).max(3))),
        mention_total_limit: maybe(z.number().int()),
        mention_raid_protection_enabled: maybe(z.boolean()),
      })
      .transform((metadata) => bare(metadata)),
  ),
  actions: maybe(z.array(action)),
  enabled: maybe(z.boolean()),
  exempt_roles: maybe(z.array(id)),
  exempt_channels: maybe(z.array(id)),
});

const bare = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

const base = '/guilds/:guild_id/auto-moderation/rules';

export const automodRoutes: readonly Route[] = [
  route('GET', base, (call) => ok(automodRulesOf(call.world, actOf(call), guildIn(call)))),
  route('POST', base, (call) => {
    const given = bare(parse(fields, call.body)) as unknown as AutomodFields;
    return ok(createAutomodRule(call.world, actOf(call), guildIn(call), given));
  }),
  route('GET', `${base}/:rule_id`, (call) => ok(automodRuleBy(call.world, actOf(call), guildIn(call), param(call, 'rule_id')))),
  route('PATCH', `${base}/:rule_id`, (call) => {
    // A rule keeps its kind: what the body says of it is passed over.
    const { trigger_type: _, ...given } = parse(fields.partial(), call.body);
    const change = bare(given) as unknown as AutomodChange;
    return ok(modifyAutomodRule(call.world, actOf(call), guildIn(call), param(call, 'rule_id'), change));
  }),
  route('DELETE', `${base}/:rule_id`, (call) => {
    deleteAutomodRule(call.world, actOf(call), guildIn(call), param(call, 'rule_id'));
    return nothing;
  }),
];
