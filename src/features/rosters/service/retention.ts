import type { Db, Tx } from '../../../infra/db.ts';
import { day, minute } from '../../../kernel/time.ts';
import { findMember } from '../../members/service.ts';
import { tryWindow } from '../rules/code.ts';
import { planMinutes } from '../rules/difference.ts';
import { keyOf } from '../rules/file.ts';

/** How long a list outlives its promo. */
const keptFor = 30 * day;

/** The lines of a person: those that they claimed, and those that have their address. */
const linesOf = (db: Db | Tx, { guildId, userId, email }: { guildId: string; userId: string; email: string | null }) =>
  db.$queryRaw<{ id: number }[]>`
    SELECT id FROM roster_line WHERE guild_id = ${guildId} AND claimed_by = ${userId}
    UNION SELECT id FROM roster_line WHERE guild_id = ${guildId} AND lower(email) = ${email && keyOf(email)}`;

export async function exportRosters(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const where = { guildId, userId };
  const email = (await findMember(db, where))?.email ?? null;
  const ids = await linesOf(db, { ...where, email });
  const [lines, tries, plans, linesToConfirm, imported] = await Promise.all([
    db.rosterLine.findMany({
      where: { id: { in: ids.map(({ id }) => id) } },
      select: { lastName: true, firstName: true, email: true, addedAt: true, claimedAt: true, promo: { select: { name: true } } },
      orderBy: { id: 'asc' },
    }),
    db.rosterTry.findMany({ where, select: { triedAt: true } }),
    // What a file says is of other people.
    db.rosterPlan.findMany({ where, select: { createdAt: true, promo: { select: { name: true } } } }),
    db.$queryRaw`
      SELECT line, created_at AS "createdAt" FROM roster_plan, jsonb_path_query(file, '$.lines[*]') AS line
      WHERE guild_id = ${guildId} AND lower(line ->> 'email') = ${email && keyOf(email)}`,
    db.rosterLine.count({ where: { guildId, addedBy: userId } }),
  ]);
  return { lines, wrongCodes: tries, importsToConfirm: plans, linesToConfirm, linesImported: imported };
}

/** The row of the member still has the address: this comes before theirs. */
export async function eraseRosters(tx: Tx, guildId: string, userId: string): Promise<void> {
  const where = { guildId, userId };
  const email = (await findMember(tx, where))?.email ?? null;
  const ids = (await linesOf(tx, { ...where, email })).map(({ id }) => id);
  const lines = await tx.rosterLine.findMany({ where: { id: { in: ids } }, select: { email: true } });
  const emails = [...new Set([...(email ? [email] : []), ...lines.map((line) => line.email)].map(keyOf))];
  await tx.rosterLine.deleteMany({ where: { id: { in: ids } } });
  await tx.rosterLine.updateMany({ where: { guildId, addedBy: userId }, data: { addedBy: null } });
  await tx.rosterTry.deleteMany({ where });
  await tx.$executeRaw`
    DELETE FROM roster_plan WHERE guild_id = ${guildId} AND (user_id = ${userId} OR EXISTS (
      SELECT FROM jsonb_path_query(file, '$.*[*].email') AS typed WHERE lower(typed #>> '{}') = ANY (${emails}::text[])))`;
}

/** Lists of promos that are long over, files that nobody confirmed, wrong codes that no longer count. */
export async function forgetRosters(tx: Tx, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  await tx.$executeRaw`
    DELETE FROM roster_line USING promo
    WHERE promo.id = promo_id AND promo.state NOT IN ('planned', 'active') AND promo.ended_at < ${before(keptFor)}`;
  await tx.rosterPlan.deleteMany({ where: { createdAt: { lt: before(planMinutes * minute) } } });
  await tx.rosterTry.deleteMany({ where: { triedAt: { lt: before(tryWindow) } } });
}
