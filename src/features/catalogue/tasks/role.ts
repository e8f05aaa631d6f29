import { AuditLogEvent } from 'discord-api-types/v10';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { beginRole, type Entry, findEntry, promiseRoles, recordRole } from '../service/entry.ts';
import { inTurn } from '../service/turn.ts';
import { roleTask } from '../wire.ts';

async function createRole(
  { db, discord, clock, reason, made }: TaskContext,
  { id, guildId, name, roleBegunAt }: Entry,
): Promise<void> {
  const key = `catalogue.role:${id}`;
  if (roleBegunAt) {
    const former = await made(guildId, AuditLogEvent.RoleCreate, key);
    if (!former.ok) throw former.error;
    const roles = former.value ? await discord.guilds.getRoles(guildId) : [];
    if (former.value && roles.some((role) => role.id === former.value)) return recordRole(db, { id, roleId: former.value });
  }
  await beginRole(db, { id, now: clock.now() });
  const role = await discord.guilds.createRole(guildId, { name, permissions: '0', mentionable: false }, { reason: reason(key) });
  await recordRole(db, { id, roleId: role.id });
}

/** Brings the Discord role of a campus or a course to what the database says: there under its name, or gone. */
export const role = task(roleTask, (context, { guildId, entryId }) =>
  inTurn(context.db, `catalogue.role:${entryId}`, async () => {
    const { db, discord, outcome, reason } = context;
    const entry = await findEntry(db, { guildId, id: entryId });
    if (!entry) return;
    const { id, name, roleId, removedAt } = entry;
    const why = { reason: reason(`catalogue.role:${id}`) };
    if (removedAt) {
      if (!roleId) return;
      const deleted = await outcome(discord.guilds.deleteRole(guildId, roleId, why));
      if (!deleted.ok && deleted.why !== 'gone') throw deleted.error;
      return recordRole(db, { id, roleId: null });
    }
    if (!roleId) return createRole(context, entry);
    const renamed = await outcome(discord.guilds.editRole(guildId, roleId, { name }, why));
    if (renamed.ok) return;
    if (renamed.why !== 'gone') throw renamed.error;
    await recordRole(db, { id, roleId: null });
    await createRole(context, { ...entry, roleId: null, roleBegunAt: null });
  }),
);

/** What Discord refused, once staff have mended why. */
export const keepRoles = schedule('catalogue.roles', hour, (tx) => promiseRoles(tx), ['catalogue_entry']);
