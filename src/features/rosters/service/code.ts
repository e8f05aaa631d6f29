import { audit } from '../../../infra/audit.ts';
import { type Db, lock, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Kind } from '../../../kernel/kind.ts';
import { findMember, identityOf } from '../../members/service.ts';
import { enrol, enrolmentsOf, lockPeople } from '../../promos/service/enrol.ts';
import { requireOpen } from '../../promos/service/member.ts';
import { getPromo, lockPromo, type Promo } from '../../promos/service/promo.ts';
import { nobodyExpected } from '../messages/expected.ts';
import { hashOf, mostTries, newCode, readCode, tryWindow } from '../rules/code.ts';
import { obstacleTo } from '../rules/difference.ts';

/** A person and their code, which exists nowhere else in this form. */
export type CodeLine = { lastName: string; firstName: string; email: string; code: string };

type Place = { guildId: string; promoId: number };

/** Gives new codes to those of these addresses who have not come; their former ones die. */
export async function giveCodes(tx: Tx, { guildId, promoId }: Place, emails: readonly string[]): Promise<CodeLine[]> {
  const lines = await tx.$queryRaw<{ id: number; lastName: string; firstName: string; email: string }[]>`
    SELECT id, last_name AS "lastName", first_name AS "firstName", email FROM roster_line
    WHERE promo_id = ${promoId} AND claimed_by IS NULL AND lower(email) = ANY (${[...emails]}::text[])
    ORDER BY fold(last_name), fold(first_name), id FOR UPDATE`;
  const codes = lines.map(() => newCode());
  await tx.$executeRaw`
    WITH round AS MATERIALIZED (SELECT nextval('roster_code_round')::int AS number)
    UPDATE roster_line AS line SET code_hash = new.hash, code_round = round.number
    FROM unnest(${lines.map(({ id }) => id)}::integer[], ${codes.map((code) => hashOf(guildId, code))}::text[]) AS new (id, hash), round
    WHERE line.id = new.id`;
  return lines.map(({ lastName, firstName, email }, index) => ({ lastName, firstName, email, code: codes[index] ?? '' }));
}

/** When codes were last made for a promo, as a number that no other time has; 0: never. */
export async function codeRound(db: Db | Tx, promoId: number): Promise<number> {
  const { _max: last } = await db.rosterLine.aggregate({ where: { promoId }, _max: { codeRound: true } });
  return last.codeRound ?? 0;
}

/**
 * New codes for everybody who is expected in a promo; null when others were made since `round`, which would die unseen. Throws
 * `promos.unknown`, `promos.over`, `rosters.nobody_expected`.
 */
export const renewCodes = (
  db: Db,
  { guildId, actorId, now }: Change,
  { promoId, round }: { promoId: number; round: number },
): Promise<{ promo: Promo; codes: CodeLine[] } | null> =>
  db.$transaction(async (tx) => {
    const promo = await lockPromo(tx, { guildId, promoId });
    requireOpen(promo);
    if ((await codeRound(tx, promoId)) !== round) return null;
    const expected = await tx.$queryRaw<{ email: string }[]>`
      SELECT lower(email) AS email FROM roster_line WHERE promo_id = ${promoId} AND claimed_by IS NULL`;
    if (expected.length === 0) throw nobodyExpected(promo.name);
    const emails = expected.map(({ email }) => email);
    const codes = await giveCodes(tx, { guildId, promoId }, emails);
    const after = { codes: codes.length };
    await audit(tx, { guildId, actorId, action: 'rosters.renew_codes', subject: `promo:${promoId}`, after, at: now });
    return { promo, codes };
  });

/** Who a code says somebody to be. `addedBy`: who imported the list; null once erased. */
export type Claim = {
  lineId: number;
  promo: Promo;
  lastName: string;
  firstName: string;
  email: string;
  addedBy: string | null;
};

export type Taken =
  | { result: 'taken'; claim: Claim }
  /** No such code, or no longer: one answer for all, so that it tells nothing to who guesses. */
  | { result: 'wrong' }
  /** Too many wrong ones; the next may be typed at `until`. */
  | { result: 'limited'; until: Date }
  // The code is right, and has not served:
  /** Its person learns in another promo. */
  | { result: 'elsewhere'; promo: string }
  /** They are identified as somebody who does not learn. */
  | { result: 'kind'; kind: Kind }
  /** They have their line already. */
  | { result: 'placed'; promo: string };

type Typed = { guildId: string; userId: string; typed: string; now: Date };

/** Counts a wrong code, unless there were too many: then until when nothing is looked at. */
async function limitOf(tx: Tx, { guildId, userId, now }: Typed): Promise<Date | null> {
  const since = new Date(now.getTime() - tryWindow);
  await tx.rosterTry.deleteMany({ where: { guildId, userId, triedAt: { lte: since } } });
  const tries = await tx.rosterTry.findMany({ where: { guildId, userId }, orderBy: { triedAt: 'asc' } });
  const oldest = tries.at(-mostTries);
  return oldest ? new Date(oldest.triedAt.getTime() + tryWindow) : null;
}

/**
 * Uses a code: its line is this person's from now on, who enters the promo. To be called in the transaction that says who they are, which must be
 * committed whatever the result, so that a wrong code counts. However many type the same one at once, one of them is taken.
 */
export async function takeCode(tx: Tx, input: Typed): Promise<Taken> {
  const { guildId, userId, typed, now } = input;
  await lock(tx, `rosters.try:${guildId}:${userId}`);
  const until = await limitOf(tx, input);
  if (until) return { result: 'limited', until };
  const taken = await take(tx, { guildId, userId, typed: readCode(typed), now });
  if (taken.result === 'wrong') await tx.rosterTry.create({ data: { guildId, userId, triedAt: now } });
  return taken;
}

async function take(
  tx: Tx,
  { guildId, userId, typed, now }: Omit<Typed, 'typed'> & { typed: string | null },
): Promise<Exclude<Taken, { result: 'limited' }>> {
  if (typed === null) return { result: 'wrong' };
  const codeHash = hashOf(guildId, typed);
  const found = await tx.rosterLine.findFirst({ where: { guildId, codeHash }, select: { id: true, promoId: true } });
  if (!found) return { result: 'wrong' };
  const { id: lineId, promoId } = found;
  // In the order of an import: people, promo, lines.
  await lockPeople(tx, { guildId, userIds: [userId] });
  const promo = await lockPromo(tx, { guildId, promoId });
  if (promo.state !== 'planned' && promo.state !== 'active') return { result: 'wrong' };
  const enrolment = (await enrolmentsOf(tx, { guildId, promoId, userIds: [userId] })).get(userId);
  const [line] = await tx.$queryRaw<Omit<Claim, 'lineId' | 'promo'>[]>`
    SELECT last_name AS "lastName", first_name AS "firstName", email, added_by AS "addedBy" FROM roster_line
    WHERE id = ${lineId} AND code_hash = ${codeHash} AND claimed_by IS NULL FOR UPDATE`;
  if (!line) return { result: 'wrong' };
  if (await tx.rosterLine.count({ where: { promoId, claimedBy: userId } })) return { result: 'placed', promo: promo.name };
  const kind = identityOf(await findMember(tx, { guildId, userId }))?.kind ?? 'learner';
  const obstacle = obstacleTo({ kind, elsewhere: enrolment?.isIn ? null : (enrolment?.elsewhere ?? null) });
  if (obstacle?.why === 'kind') return { result: 'kind', kind: obstacle.kind };
  if (obstacle) return { result: 'elsewhere', promo: obstacle.promo };
  await tx.rosterLine.update({ where: { id: lineId }, data: { claimedBy: userId, claimedAt: now, codeHash: null } });
  const entrants = [{ userId, actorId: line.addedBy ?? userId }];
  if (!enrolment?.isIn) await enrol(tx, promo, { entrants, by: 'code', now });
  return { result: 'taken', claim: { lineId, promo, ...line } };
}

/** The promo, while codes may be made for it. Throws `promos.unknown`, `promos.over`. */
export async function getOpenPromo(db: Db, key: Place): Promise<Promo> {
  const promo = await getPromo(db, key);
  requireOpen(promo);
  return promo;
}
