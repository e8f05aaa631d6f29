import type { Db, Tx } from '../../../infra/db.ts';
import { findMember } from '../../members/service.ts';
import { dayOf } from '../../promos/service/day.ts';
import type { Promo } from '../../promos/service/promo.ts';
import { type By, learnersOf, ownPromo, promiseRooms } from './round.ts';

export const pageSize = 10;

export type Past = {
  id: number;
  number: number;
  madeAt: Date;
  publishedAt: Date | null;
  until: Date | null;
  closingAt: Date | null;
  groups: number;
  people: number;
};
export type HistoryPage = { promo: Promo; rounds: Past[]; total: number; page: number };

/** The groups of a promo, the last first; `page` begins at 0. Throws `promos.unknown`, `groups.not_yours`. */
export async function readHistory(db: Db, by: By, { promoId, page }: { promoId: number; page: number }): Promise<HistoryPage> {
  const promo = await ownPromo(db, by, promoId);
  const total = await db.groupRound.count({ where: { promoId } });
  const shown = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  const rows = await db.groupRound.findMany({
    where: { promoId },
    orderBy: { number: 'desc' },
    skip: shown * pageSize,
    take: pageSize,
    include: { _count: { select: { teams: true, places: true } } },
  });
  return {
    promo,
    rounds: rows.map(({ _count, ...round }) => ({ ...round, groups: _count.teams, people: _count.places })),
    total,
    page: shown,
  };
}

export type Line = { round: number; madeOn: string; group: number; lastName: string; firstName: string; userId: string };

/** Everybody of every group of a promo, the first groups first. Throws `promos.unknown`, `groups.not_yours`. */
export async function readLines(db: Db, by: By, promoId: number): Promise<{ promo: Promo; lines: Line[] }> {
  const { guildId } = by;
  const promo = await ownPromo(db, by, promoId);
  const places = await db.groupPlace.findMany({
    where: { round: { promoId } },
    select: { userId: true, team: { select: { number: true } }, round: { select: { number: true, madeAt: true } } },
  });
  const names = new Map<string, { firstName: string | null; lastName: string | null; name: string }>(
    (await learnersOf(db, promoId)).map((one) => [one.userId, one]),
  );
  for (const { userId } of places) {
    if (names.has(userId)) continue;
    // Somebody who left the promo.
    const member = await findMember(db, { guildId, userId });
    names.set(userId, {
      firstName: member?.firstName ?? null,
      lastName: member?.lastName ?? null,
      name: member?.displayName ?? '',
    });
  }
  const lines = places.map(({ userId, team, round }) => {
    const person = names.get(userId);
    return {
      round: round.number,
      madeOn: dayOf(round.madeAt),
      group: team.number,
      lastName: person?.lastName ?? person?.name ?? '',
      firstName: person?.firstName ?? '',
      userId,
    };
  });
  const order = (a: Line, b: Line) => a.round - b.round || a.group - b.group || a.lastName.localeCompare(b.lastName, 'fr');
  return { promo, lines: lines.sort(order) };
}

export async function exportGroups(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const round = { select: { number: true, madeAt: true, publishedAt: true, until: true, promo: { select: { name: true } } } };
  const [places, made] = await Promise.all([
    db.groupPlace.findMany({
      where: { guildId, userId },
      select: { level: true, team: { select: { number: true } }, round },
      orderBy: { id: 'asc' },
    }),
    db.groupRound.findMany({ where: { guildId, madeBy: userId }, select: round.select, orderBy: { id: 'asc' } }),
  ]);
  return { groups: places, made };
}

export async function eraseGroups(tx: Tx, guildId: string, userId: string): Promise<void> {
  const open = await tx.groupRound.findMany({
    where: { guildId, publishedAt: { not: null }, closingAt: null, places: { some: { userId } } },
    select: { id: true, guildId: true },
  });
  await tx.groupPlace.deleteMany({ where: { guildId, userId } });
  await tx.groupRound.updateMany({ where: { guildId, madeBy: userId }, data: { madeBy: null } });
  for (const round of open) await promiseRooms(tx, round);
}
