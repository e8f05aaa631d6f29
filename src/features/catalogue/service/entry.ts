import type { CatalogueEntry } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, isDuplicate, Prisma, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { badName, type EntryKind, inUse, nameUsed, unknownEntry } from '../messages/catalogue.ts';
import { isName, nameLimit, tidyName } from '../rules/name.ts';
import { roleTask } from '../wire.ts';

export { isName, nameLimit, tidyName } from '../rules/name.ts';

export type Entry = CatalogueEntry;
export type { EntryKind } from '../messages/catalogue.ts';

/** Who changes what, and when. */

const named = (typed: string): string => {
  const name = tidyName(typed);
  if (!isName(name)) throw badName(nameLimit);
  return name;
};

/** Turns the unique index's refusal of a name into ours. */
async function withFreeName<T>(kind: EntryKind, name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, 'catalogue_entry_name')) throw nameUsed(kind, name);
    throw error;
  }
}

/** Its Discord role is made, renamed or deleted, as the entry says. */
export const promiseRole = (tx: Db | Tx, { guildId, id }: { guildId: string; id: number }): Promise<void> =>
  enqueue(tx, roleTask, { guildId, entryId: id }, { key: String(id) });

/** Throws `catalogue.bad_name`, `catalogue.name_used`. */
export async function addEntry(
  db: Db,
  change: Change,
  input: { kind: EntryKind; name: string; diploma?: boolean },
): Promise<Entry> {
  const { guildId, actorId, now } = change;
  const { kind, diploma = false } = input;
  const name = named(input.name);
  return withFreeName(kind, name, () =>
    db.$transaction(async (tx) => {
      const entry = await tx.catalogueEntry.create({ data: { guildId, kind, name, diploma, createdAt: now } });
      await audit(tx, {
        guildId,
        actorId,
        action: `catalogue.add_${kind}`,
        subject: `${kind}:${entry.id}`,
        after: { name, diploma },
        at: now,
      });
      await promiseRole(tx, entry);
      return entry;
    }),
  );
}

/** Locks an entry that is in use. Throws `catalogue.unknown`. */
export async function lockEntry(tx: Tx, { guildId, kind, id }: { guildId: string; kind: EntryKind; id: number }): Promise<Entry> {
  await tx.$queryRaw`SELECT id FROM catalogue_entry WHERE id = ${id} FOR UPDATE`;
  const entry = await tx.catalogueEntry.findFirst({ where: { id, guildId, kind, removedAt: null } });
  if (!entry) throw unknownEntry(kind);
  return entry;
}

/** Throws `catalogue.unknown`, `catalogue.bad_name`, `catalogue.name_used`. */
export async function editEntry(
  db: Db,
  change: Change,
  input: { kind: EntryKind; id: number; name?: string | undefined; diploma?: boolean | undefined },
): Promise<Entry> {
  const { guildId, actorId, now } = change;
  const { kind, id, diploma } = input;
  const name = input.name === undefined ? undefined : named(input.name);
  return withFreeName(kind, name ?? '', () =>
    db.$transaction(async (tx) => {
      const before = await lockEntry(tx, { guildId, kind, id });
      const data = { ...(name !== undefined && { name }), ...(diploma !== undefined && { diploma }) };
      const entry = await tx.catalogueEntry.update({ where: { id }, data });
      await audit(tx, {
        guildId,
        actorId,
        action: `catalogue.edit_${kind}`,
        subject: `${kind}:${id}`,
        before: { name: before.name, diploma: before.diploma },
        after: { name: entry.name, diploma: entry.diploma },
        at: now,
      });
      await promiseRole(tx, entry);
      return entry;
    }),
  );
}

/** What goes with an entry when it is removed, as the confirmation shows it. */
export type Removal = { entry: Entry; finished: number };

const ofEntry = ({ id, kind }: { id: number; kind: EntryKind }) => (kind === 'course' ? { courseId: id } : { campusId: id });

/** Promos that are still, or will be, on Discord. */
const alive: Prisma.PromoWhereInput = {
  OR: [{ state: { in: ['planned', 'active', 'ended'] } }, { state: 'cancelled', clearingAt: null }],
};

async function requireUnused(tx: Tx | Db, entry: Entry): Promise<void> {
  const where = { AND: [ofEntry(entry), alive] };
  const count = await tx.promo.count({ where });
  if (count === 0) return;
  const first = await tx.promo.findMany({ where, orderBy: { name: 'asc' }, take: 5, select: { name: true } });
  throw inUse(
    entry.kind,
    first.map(({ name }) => name),
    count,
  );
}

/** Throws `catalogue.unknown`, and `catalogue.in_use` while promos depend on it. */
export async function previewRemoval(db: Db, input: { guildId: string; kind: EntryKind; id: number }): Promise<Removal> {
  const entry = await getEntry(db, input);
  await requireUnused(db, entry);
  return { entry, finished: await db.promo.count({ where: ofEntry(entry) }) };
}

/** Throws as `previewRemoval`. A promo created at the same instant waits for the lock of the row, and then finds nothing. */
export const removeEntry = (
  db: Db,
  { guildId, actorId, now }: Change,
  { kind, id }: { kind: EntryKind; id: number },
): Promise<Entry> =>
  db.$transaction(async (tx) => {
    const entry = await lockEntry(tx, { guildId, kind, id });
    await requireUnused(tx, entry);
    const removed = await tx.catalogueEntry.update({ where: { id }, data: { removedAt: now } });
    await audit(tx, {
      guildId,
      actorId,
      action: `catalogue.remove_${kind}`,
      subject: `${kind}:${id}`,
      before: { name: entry.name },
      at: now,
    });
    await promiseRole(tx, removed);
    return removed;
  });

/** Throws `catalogue.unknown`. */
export async function getEntry(
  db: Db | Tx,
  { guildId, kind, id }: { guildId: string; kind: EntryKind; id: number },
): Promise<Entry> {
  const entry = await db.catalogueEntry.findFirst({ where: { id, guildId, kind, removedAt: null } });
  if (!entry) throw unknownEntry(kind);
  return entry;
}

/** The same whatever its kind, removed or not; null when it never was of this server. */
export const findEntry = (db: Db | Tx, { guildId, id }: { guildId: string; id: number }): Promise<Entry | null> =>
  db.catalogueEntry.findFirst({ where: { id, guildId } });

/** What a person typed or chose for a campus or a course: its id, or its name in any case and without accents. Throws `catalogue.unknown`. */
export async function resolveEntry(
  db: Db,
  { guildId, kind, typed }: { guildId: string; kind: EntryKind; typed: string },
): Promise<Entry> {
  const name = tidyName(typed);
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM catalogue_entry
    WHERE guild_id = ${guildId} AND kind = ${kind}::entry_kind AND removed_at IS NULL AND (fold(name) = fold(${name}) OR id::text = ${name})
    ORDER BY fold(name) = fold(${name}) LIMIT 1`;
  if (!row) throw unknownEntry(kind);
  return getEntry(db, { guildId, kind, id: row.id });
}

/** Those whose name holds what was typed, for the autocomplete. */
export const suggestEntries = (
  db: Db,
  { guildId, kind, typed, limit = 25 }: { guildId: string; kind: EntryKind; typed: string; limit?: number },
): Promise<{ id: number; name: string }[]> => {
  const part = `%${tidyName(typed).replace(/[\\%_]/g, '\\$&')}%`;
  return db.$queryRaw`
    SELECT id, name FROM catalogue_entry
    WHERE guild_id = ${guildId} AND kind = ${kind}::entry_kind AND removed_at IS NULL AND fold(name) LIKE fold(${part})
    ORDER BY fold(name) LIMIT ${limit}`;
};

export const pageSize = 25;

export type Listed = Pick<Entry, 'id' | 'name' | 'diploma' | 'roleId'> & { promos: number; hasTemplate: boolean };
export type EntryPage = { kind: EntryKind; entries: Listed[]; total: number; page: number };

/** A page of the campuses or courses of a server, by name, with how many promos each has; `page` begins at 0. */
export async function listEntries(
  db: Db,
  { guildId, kind, page = 0 }: { guildId: string; kind: EntryKind; page?: number },
): Promise<EntryPage> {
  const total = await db.catalogueEntry.count({ where: { guildId, kind, removedAt: null } });
  const shown = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  const reference = kind === 'course' ? Prisma.sql`course_id` : Prisma.sql`campus_id`;
  const entries = await db.$queryRaw<Listed[]>`
    SELECT entry.id, entry.name, entry.diploma, entry.role_id AS "roleId", entry.template IS NOT NULL AS "hasTemplate",
      (SELECT count(*)::int FROM promo WHERE promo.${reference} = entry.id AND state IN ('planned', 'active')) AS promos
    FROM catalogue_entry AS entry
    WHERE guild_id = ${guildId} AND kind = ${kind}::entry_kind AND removed_at IS NULL
    ORDER BY fold(name) LIMIT ${pageSize} OFFSET ${shown * pageSize}`;
  return { kind, entries, total, page: shown };
}

/** How many campuses and courses a server has. */
export async function countEntries(db: Db, guildId: string): Promise<Record<EntryKind, number>> {
  const where = { guildId, removedAt: null };
  const [campus, course] = await Promise.all([
    db.catalogueEntry.count({ where: { ...where, kind: 'campus' } }),
    db.catalogueEntry.count({ where: { ...where, kind: 'course' } }),
  ]);
  return { campus, course };
}

/** Notes that a creation of the role begins: what comes of it is then looked for before another one is made. */
export const beginRole = async (db: Db, { id, now }: { id: number; now: Date }): Promise<void> => {
  await db.catalogueEntry.update({ where: { id }, data: { roleBegunAt: now } });
};

/** The role that Discord has for an entry; null once it is deleted. */
export const recordRole = async (db: Db, { id, roleId }: { id: number; roleId: string | null }): Promise<void> => {
  await db.catalogueEntry.update({ where: { id }, data: { roleId, roleBegunAt: null } });
};

/** A Discord role was deleted: when it was of a campus or course in use, it comes back. */
export const restoreRole = (db: Db, { guildId, roleId }: { guildId: string; roleId: string }): Promise<void> =>
  db.$transaction(async (tx) => {
    const entry = await tx.catalogueEntry.findFirst({ where: { guildId, roleId, removedAt: null } });
    if (entry) await promiseRole(tx, entry);
  });

/** Promises the roles that are missing, or that remain of what was removed: what an abandoned task left. */
export async function promiseRoles(tx: Tx): Promise<void> {
  const left = await tx.guild.findMany({ where: { leftAt: { not: null } }, select: { id: true } });
  const owed = await tx.catalogueEntry.findMany({
    where: {
      guildId: { notIn: left.map(({ id }) => id) },
      OR: [
        { removedAt: null, roleId: null },
        { removedAt: { not: null }, roleId: { not: null } },
      ],
    },
    select: { id: true, guildId: true },
  });
  for (const entry of owed) await promiseRole(tx, entry);
}
