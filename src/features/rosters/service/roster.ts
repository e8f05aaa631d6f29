import { audit } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { minute } from '../../../kernel/time.ts';
import { type Entrant, type Entry, enrol, enrolmentsOf, lockPeople } from '../../promos/service/enrol.ts';
import { requireOpen } from '../../promos/service/member.ts';
import { getPromo, lockPromo, type Promo } from '../../promos/service/promo.ts';
import { planGone } from '../messages/import.ts';
import { compare, type Difference, digestOf, isNothing, type Known, planMinutes, type RosterLine } from '../rules/difference.ts';
import { keyOf } from '../rules/file.ts';
import { type ReadFile, readFile } from '../wire.ts';
import { type CodeLine, giveCodes } from './code.ts';

/** What an import would do. `planId` is confirmed; null when there is nothing to do. */
export type Preview = {
  planId: number | null;
  promo: Promo;
  difference: Difference;
  invalid: ReadFile['invalid'];
  expected: number;
};

type Place = { guildId: string; promoId: number };

const readRoster = (db: Db | Tx, { guildId, promoId }: Place): Promise<RosterLine[]> => db.$queryRaw<RosterLine[]>`
  SELECT line.id, line.last_name AS "lastName", line.first_name AS "firstName", line.email, line.claimed_by AS "claimedBy",
    line.code_hash IS NOT NULL AS "hasCode",
    EXISTS (SELECT FROM promo_member AS person
      WHERE person.promo_id = line.promo_id AND person.user_id = line.claimed_by AND person.left_at IS NULL) AS "isIn"
  FROM roster_line AS line WHERE line.promo_id = ${promoId} AND line.guild_id = ${guildId}
  ORDER BY fold(line.last_name), fold(line.first_name), line.id`;

/** Those of these addresses who are on the server and whose identity is confirmed. */
async function findKnown(db: Db | Tx, { guildId, promoId }: Place, emails: readonly string[]): Promise<Known[]> {
  const members = await db.$queryRaw<Omit<Known, 'isIn' | 'elsewhere'>[]>`
    SELECT user_id AS "userId", first_name AS "firstName", last_name AS "lastName", email, kind::text AS kind FROM member
    WHERE guild_id = ${guildId} AND identified_at IS NOT NULL AND left_at IS NULL AND lower(email) = ANY (${emails.map(keyOf)}::text[])`;
  const enrolments = await enrolmentsOf(db, { guildId, promoId, userIds: members.map(({ userId }) => userId) });
  return members.map((member) => ({ ...member, ...(enrolments.get(member.userId) ?? { isIn: false, elsewhere: null }) }));
}

async function differenceOf(db: Db | Tx, place: Place, file: ReadFile): Promise<Difference> {
  const roster = await readRoster(db, place);
  const open = roster.filter(({ claimedBy }) => claimedBy === null);
  return compare(
    file,
    roster,
    await findKnown(
      db,
      place,
      [...file.lines, ...open].map(({ email }) => email),
    ),
  );
}

/** People of a promo's list who have not come. */
export const countExpected = (db: Db | Tx, promoId: number): Promise<number> =>
  db.rosterLine.count({ where: { promoId, claimedBy: null } });

/** Says what a file would change, and keeps it to be confirmed. Throws `promos.unknown`, `promos.over`. */
export const previewImport = (db: Db, by: Change, { promoId, file }: { promoId: number; file: ReadFile }): Promise<Preview> =>
  db.$transaction((tx) => preview(tx, by, promoId, file));

async function preview(tx: Tx, { guildId, actorId, now }: Change, promoId: number, file: ReadFile): Promise<Preview> {
  const promo = await getPromo(tx, { guildId, promoId });
  requireOpen(promo);
  const difference = await differenceOf(tx, { guildId, promoId }, file);
  const plan = isNothing(difference)
    ? null
    : await tx.rosterPlan.create({
        data: { guildId, userId: actorId, promoId, file, digest: digestOf(difference), createdAt: now },
        select: { id: true },
      });
  return { planId: plan?.id ?? null, promo, difference, invalid: file.invalid, expected: await countExpected(tx, promoId) };
}

export type Applied = { promo: Promo; difference: Difference; codes: CodeLine[]; expected: number };

/** Who the list or the server changed under is shown again what would be done, and confirms that instead. */
export type Confirmed = { isApplied: true; applied: Applied } | { isApplied: false; preview: Preview };

/**
 * Does exactly what was shown, once, for the one who was shown it: lines are added, corrected and removed, those who are on the server enter, and
 * the others are given a code. Throws `rosters.plan_gone`, `promos.over`.
 */
export const confirmImport = (db: Db, by: Change, planId: number): Promise<Confirmed> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const oldest = new Date(now.getTime() - planMinutes * minute);
    const [plan] = await tx.$queryRaw<{ promoId: number; file: unknown; digest: string }[]>`
      DELETE FROM roster_plan WHERE id = ${planId} AND guild_id = ${guildId} AND user_id = ${actorId} AND created_at > ${oldest}
      RETURNING promo_id AS "promoId", file, digest`;
    if (!plan) throw planGone();
    const { promoId } = plan;
    const file = readFile.parse(plan.file);
    const foreseen = await differenceOf(tx, { guildId, promoId }, file);
    await lockPeople(tx, { guildId, userIds: [...foreseen.entering, ...foreseen.present].map(({ userId }) => userId) });
    const promo = await lockPromo(tx, { guildId, promoId });
    requireOpen(promo);
    const difference = await differenceOf(tx, { guildId, promoId }, file);
    if (digestOf(difference) !== plan.digest) return { isApplied: false, preview: await preview(tx, by, promoId, file) };
    const codes = await apply(tx, by, promo, difference);
    return { isApplied: true, applied: { promo, difference, codes, expected: await countExpected(tx, promoId) } };
  });

async function apply(tx: Tx, { guildId, actorId, now }: Change, promo: Promo, difference: Difference): Promise<CodeLine[]> {
  const { id: promoId } = promo;
  const { added, changed, removed, entering, coded } = difference;
  await tx.rosterLine.deleteMany({ where: { promoId, id: { in: removed.map(({ id }) => id) } } });
  await tx.$executeRaw`
    UPDATE roster_line AS line SET last_name = new.last_name, first_name = new.first_name, email = new.email
    FROM unnest(${changed.map(({ id }) => id)}::integer[], ${changed.map(({ to }) => to.lastName)}::text[],
      ${changed.map(({ to }) => to.firstName)}::text[], ${changed.map(({ to }) => to.email)}::text[]) AS new (id, last_name, first_name, email)
    WHERE line.id = new.id AND line.promo_id = ${promoId}`;
  await tx.$executeRaw`
    INSERT INTO roster_line (promo_id, guild_id, last_name, first_name, email, added_by, added_at)
    SELECT ${promoId}, ${guildId}, new.last_name, new.first_name, new.email, ${actorId}, ${now}
    FROM unnest(${added.map(({ lastName }) => lastName)}::text[], ${added.map(({ firstName }) => firstName)}::text[],
      ${added.map(({ email }) => email)}::text[]) AS new (last_name, first_name, email)`;
  await letIn(tx, promo, {
    here: [...entering, ...difference.present],
    entrants: entering.map(({ userId }) => ({ userId, actorId })),
    by: 'list',
    now,
  });
  const codes = await giveCodes(
    tx,
    { guildId, promoId },
    coded.map(({ email }) => keyOf(email)),
  );
  await audit(tx, {
    guildId,
    actorId,
    action: 'rosters.import',
    subject: `promo:${promoId}`,
    after: {
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      entered: entering.length,
      codes: codes.length,
    },
    at: now,
  });
  return codes;
}

type Entering = {
  here: readonly { email: string; userId: string }[];
  /** Of them, those who are not in the promo yet, and in whose name they enter. */
  entrants: readonly Entrant[];
  by: Entry;
  now: Date;
};

/** Ticks off those whom the server knows, and enters those of them who are not in. The caller has locked them and the promo. */
export async function letIn(tx: Tx, promo: Promo, { here, entrants, by, now }: Entering): Promise<void> {
  await tx.$executeRaw`
    UPDATE roster_line AS line SET claimed_by = here.user_id, claimed_at = ${now}, code_hash = NULL
    FROM unnest(${here.map(({ email }) => keyOf(email))}::text[], ${here.map(({ userId }) => userId)}::text[]) AS here (email, user_id)
    WHERE line.promo_id = ${promo.id} AND lower(line.email) = here.email AND line.claimed_by IS NULL`;
  await enrol(tx, promo, { entrants, by, now });
}
