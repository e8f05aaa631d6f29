import { z } from 'zod';
import { roleKeys } from '../../kernel/role.ts';
import { customId, snowflake, taskContract } from '../../kernel/wire.ts';

export const unbindRoleId = customId('settings:unbind_role', { key: z.enum(roleKeys), roleId: snowflake });
export const unbindChannelId = customId('settings:unbind_channel', { key: z.string(), channelId: snowflake });
/** All settings, from *Mon espace*. */
export const settingsId = customId('settings:show', {});
export const diagnoseId = customId('settings:diagnose', {});
export const mendId = customId('settings:mend', {});
/** The same as `settings:diagnose`, in the message of a diagnostic. */
export const recheckId = customId('settings:recheck', {});

/** `isResumed`: a former task of the run was lost after it began, so what it created is looked for as on a second try. */
export const setUpTask = taskContract(
  'settings.set_up',
  z.object({ guildId: snowflake, runId: z.number().int(), isResumed: z.boolean() }),
);

/** Tells of the faults up to that one. */
export const tellFaultsTask = taskContract('settings.tell_faults', z.object({ guildId: snowflake, upTo: z.number().int() }));

/** Reads which servers the bot is on. */
export const readGuildsTask = taskContract('settings.read_guilds', z.object({}));

const id = z.string();
const what = z.enum(['role', 'channel', 'category', 'overwrite']);
const permissions = z.array(z.string());

/** A line of the report of `/setup auto`, as `setup_run.report` keeps it. */
export const step = z.discriminatedUnion('did', [
  z.object({ did: z.literal('created'), what, key: z.string(), id, name: z.string(), lacking: permissions }),
  z.object({ did: z.literal('adopted'), what, key: z.string(), id }),
  z.object({ did: z.literal('forgot'), what, key: z.string(), id }),
  z.object({ did: z.literal('mended'), what, key: z.string(), id }),
  z.object({
    did: z.literal('passed'),
    what,
    key: z.string(),
    id,
    why: z.enum(['above', 'managed', 'dangerous', 'public', 'kind', 'blind', 'taken']),
  }),
  z.object({
    did: z.literal('refused'),
    what,
    key: z.string(),
    name: z.string(),
    why: z.enum(['forbidden', 'full']),
    missing: permissions,
  }),
  z.object({ did: z.literal('deployed') }),
  z.object({ did: z.literal('lost'), why: z.enum(['guild', 'audit_log']) }),
  z.object({ did: z.literal('kept'), roles: z.number(), channels: z.number() }),
]);
export type Step = z.infer<typeof step>;
