import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, isDuplicate, lock, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { alreadyIn, elsewhere, notIn, over, severalPromos } from '../messages/member.ts';
import { rolesGiven, wantsEntryRoles, wantsRole } from '../rules/life.ts';
import { kindTask, permitTask, rolesTask } from '../wire.ts';
import { settleKinds } from './kind.ts';
import { lockPromo, type Promo } from './promo.ts';

export type Part = 'learner' | 'trainer';

/** From so many on, people wait for each other: Discord changes about one role a second, and single persons must not wait for a whole promo. */
const crowd = 10;
/** In so many lines, of the eight that the program works off at once. */
const lines = 3;

const oneEach = (guildId: string, userIds: readonly string[]) =>
  [...new Set(userIds)].map((userId, index) => ({
    payload: { guildId, userId },
    key: `${guildId}:${userId}`,
    ...(userIds.length >= crowd && { queue: `promos.crowd:${guildId}:${index % lines}` }),
  }));

/** Promises the roles of people, one task each. */
export const promiseRoles = (tx: Db | Tx, guildId: string, userIds: readonly string[]): Promise<void> =>
  enqueueAll(tx, rolesTask, oneEach(guildId, userIds));

/** Promises that people become alumni, or learners again. */
export const promiseKinds = (tx: Tx, guildId: string, userIds: readonly string[]): Promise<void> =>
  enqueueAll(tx, kindTask, oneEach(guildId, userIds));

export const promisePermissions = (tx: Tx, { guildId, promoId }: { guildId: string; promoId: number }): Promise<void> =>
  enqueue(tx, permitTask, { guildId, promoId }, { key: String(promoId) });

type Admission = { guildId: string; promoId: number; userId: string; part: Part; now: Date };

/** Enters a person and promises what follows. The caller has checked that they may. */
export async function admit(tx: Tx, { guildId, promoId, userId, part, now }: Admission): Promise<void> {
  await tx.promoMember.create({ data: { promoId, guildId, userId, part, addedAt: now } });
  await settleKinds(tx, { guildId, userIds: [userId] });
  await promiseRoles(tx, guildId, [userId]);
  if (part === 'trainer') await promisePermissions(tx, { guildId, promoId });
}

/** The same, with its trace. */
export async function admitTraced(
  tx: Tx,
  { guildId, actorId, now }: Change,
  { promoId, userId, part }: { promoId: number; userId: string; part: Part },
): Promise<void> {
  await admit(tx, { guildId, promoId, userId, part, now });
  await audit(tx, {
    guildId,
    actorId,
    targetId: userId,
    action: 'promos.add_member',
    subject: `promo:${promoId}`,
    after: { part },
    at: now,
  });
}

/** True for who is in it now. */
export const isInside = async (tx: Tx, { promoId, userId }: { promoId: number; userId: string }): Promise<boolean> =>
  (await tx.promoMember.count({ where: { promoId, userId, leftAt: null } })) > 0;

/** Ends a membership, which remains in the history, and promises what follows. */
async function dismiss(
  tx: Tx,
  { id, guildId, promoId, userId, part }: { id: number; guildId: string; promoId: number; userId: string; part: Part },
  now: Date,
): Promise<void> {
  await tx.promoMember.update({ where: { id }, data: { leftAt: now } });
  await settleKinds(tx, { guildId, userIds: [userId] });
  await promiseRoles(tx, guildId, [userId]);
  if (part === 'trainer') await promisePermissions(tx, { guildId, promoId });
}

/** The promos of a person are changed one after the other, so that the rule of one active promo holds at the same instant too. */
export const lockPerson = (tx: Tx, guildId: string, userId: string): Promise<void> => lock(tx, personLock(guildId, userId));

export const personLock = (guildId: string, userId: string): string => `promos.person:${guildId}:${userId}`;

/** Throws `promos.over`. */
export function requireOpen({ state, name }: Promo): void {
  if (state !== 'planned' && state !== 'active') throw over(name);
}

/** The other promo, planned or running, where a person learns. */
export const learnsIn = (tx: Tx, { guildId, userId, except }: { guildId: string; userId: string; except: number }) =>
  tx.promoMember.findFirst({
    where: {
      guildId,
      userId,
      part: 'learner',
      leftAt: null,
      promoId: { not: except },
      promo: { state: { in: ['planned', 'active'] } },
    },
    include: { promo: { select: { name: true } } },
  });

async function withoutDouble<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, 'promo_member_open')) throw alreadyIn(name);
    throw error;
  }
}

export type Addition = {
  promoId: number;
  userId: string;
  part: Part /** Staff say that this second promo is meant. */;
  isSecond: boolean;
};

/** Throws `promos.over`, `promos.already_in`, and `promos.elsewhere` for a learner who is in another promo, unless `isSecond`. */
export const addMember = (db: Db, by: Change, { promoId, userId, part, isSecond }: Addition): Promise<Promo> =>
  db.$transaction(async (tx) => {
    const { guildId } = by;
    await lockPerson(tx, guildId, userId);
    const promo = await lockPromo(tx, { guildId, promoId });
    requireOpen(promo);
    if (await isInside(tx, { promoId, userId })) throw alreadyIn(promo.name);
    const other = part === 'learner' && !isSecond ? await learnsIn(tx, { guildId, userId, except: promoId }) : null;
    if (other) throw elsewhere(other.promo.name);
    await withoutDouble(promo.name, () => admitTraced(tx, by, { promoId, userId, part }));
    return promo;
  });

/** Throws `promos.not_in`. */
export const removeMember = (
  db: Db,
  { guildId, actorId, now }: Change,
  { promoId, userId }: { promoId: number; userId: string },
): Promise<Promo> =>
  db.$transaction(async (tx) => {
    await lockPerson(tx, guildId, userId);
    const promo = await lockPromo(tx, { guildId, promoId });
    const membership = await tx.promoMember.findFirst({ where: { promoId, userId, leftAt: null } });
    if (!membership) throw notIn(promo.name);
    await dismiss(tx, membership, now);
    const { part } = membership;
    await audit(tx, {
      guildId,
      actorId,
      targetId: userId,
      action: 'promos.remove_member',
      subject: `promo:${promoId}`,
      before: { part },
      at: now,
    });
    return promo;
  });

export type Move = { userId: string; to: number; from: number | null };

/** From one promo to another, as what they were. Throws `promos.not_in`, `promos.several` when `from` must be said, `promos.over`, `promos.already_in`. */
export const moveMember = (
  db: Db,
  { guildId, actorId, now }: Change,
  { userId, to, from }: Move,
): Promise<{ from: string; to: Promo }> =>
  db.$transaction(async (tx) => {
    await lockPerson(tx, guildId, userId);
    const promo = await lockPromo(tx, { guildId, promoId: to });
    requireOpen(promo);
    const memberships = await tx.promoMember.findMany({
      where: {
        guildId,
        userId,
        leftAt: null,
        ...(from === null ? { promoId: { not: to }, promo: { state: { in: ['planned', 'active'] } } } : { promoId: from }),
      },
      include: { promo: { select: { name: true } } },
    });
    const [left, ...others] = memberships;
    if (!left) throw notIn(null);
    if (others.length > 0) throw severalPromos(memberships.map((one) => one.promo.name));
    if (left.promoId === to || (await isInside(tx, { promoId: to, userId }))) throw alreadyIn(promo.name);
    await dismiss(tx, left, now);
    await withoutDouble(promo.name, () => admit(tx, { guildId, promoId: to, userId, part: left.part, now }));
    await audit(tx, {
      guildId,
      actorId,
      targetId: userId,
      action: 'promos.move_member',
      subject: `promo:${to}`,
      before: { promo: left.promoId },
      after: { promo: to },
      at: now,
    });
    return { from: left.promo.name, to: promo };
  });

export type WantedRoles = {
  /** Roles of promos, courses and campuses that the person holds or held: those not `wanted` are taken back. */
  managed: string[];
  wanted: string[];
  given: ReturnType<typeof rolesGiven>;
};

/** The Discord roles that a person's promos give them now; null for who never was in one. */
export async function rolesFor(
  db: Db | Tx,
  { guildId, userId }: { guildId: string; userId: string },
): Promise<WantedRoles | null> {
  const memberships = await db.promoMember.findMany({
    where: { guildId, userId },
    include: { promo: { include: { course: true, campus: true, places: { where: { key: 'role' } } } } },
  });
  if (memberships.length === 0) return null;
  const present = (ids: readonly (string | null | undefined)[]): string[] => [
    ...new Set(ids.filter((id) => typeof id === 'string')),
  ];
  const rolesOf = ({ places, course, campus }: (typeof memberships)[number]['promo']) => [
    places[0]?.discordId,
    course.roleId,
    campus.roleId,
  ];
  const current = memberships.filter(({ leftAt }) => leftAt === null);
  const held = current.filter(({ promo }) => wantsRole(promo));
  return {
    managed: present(memberships.flatMap(({ promo }) => rolesOf(promo))),
    wanted: present(held.flatMap(({ promo }) => (wantsEntryRoles(promo) ? rolesOf(promo) : [promo.places[0]?.discordId]))),
    given: rolesGiven(current.map(({ part, promo }) => ({ part, state: promo.state }))),
  };
}

/** Somebody came back to the server: the roles of their promos wait for them. Most who join have none, and cost one question. */
export async function welcomeBack(db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<void> {
  if (await db.promoMember.count({ where: { guildId, userId } })) await promiseRoles(db, guildId, [userId]);
}
