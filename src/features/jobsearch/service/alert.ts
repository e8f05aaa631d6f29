import type { JobAlert } from '../../../../prisma/client/client.ts';
import { type Db, lock, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { emptyAlert, tooManyAlerts, unknownAlert } from '../messages/alert.ts';
import { type Filters, isEmpty } from '../rules/filter.ts';
import { digestHour, mostAlerts } from '../rules/limit.ts';
import type { Person } from './offer.ts';
import { preview, type Reading } from './search.ts';

/** When somebody is told: as soon as an offer is there, or once a day. `hour`: of their digests, in the server's zone; null: as they said before. */
export type When = { isImmediate: boolean; hour: number | null };

export type Alert = JobAlert & {
  /** Offers that match today. */
  matching: number;
  /** Words that no offer has, and what they may have meant. */
  readings: readonly Reading[];
};
export type Alerts = { alerts: readonly JobAlert[]; digestHour: number };

async function chooseHour(tx: Tx, { guildId, userId }: Person, hour: number | null, now: Date): Promise<void> {
  await tx.jobSeeker.upsert({
    where: { guildId_userId: { guildId, userId } },
    create: { guildId, userId, digestHour: hour ?? digestHour, usedAt: now },
    update: { ...(hour !== null && { digestHour: hour }), usedAt: now },
  });
}

/** As the index of offers is asked; in the words that were typed, since an offer with them may come. */
async function queryOf(db: Db, query: string): Promise<string> {
  const [row] = await db.$queryRaw<{ query: string }[]>`SELECT to_tsquery('offer_words', ${query})::text AS query`;
  return row?.query ?? '';
}

type Wanted = { filters: Filters; locale: Locale; now: Date };

async function understood(db: Db, person: Person, { filters, now }: Wanted) {
  const { count, readings, query } = await preview(db, person, { filters, now });
  const stored = await queryOf(db, query);
  if (isEmpty(filters) || stored === '') throw emptyAlert();
  return { matching: count, readings, query: stored };
}

/** Throws `jobsearch.too_many_alerts` and `jobsearch.empty_alert`. */
export async function createAlert(db: Db, person: Person, wanted: Wanted & { when: When }): Promise<Alert> {
  const { guildId, userId } = person;
  const { filters, locale, when, now } = wanted;
  const { matching, readings, query } = await understood(db, person, wanted);
  const alert = await db.$transaction(async (tx) => {
    await lock(tx, `jobsearch.alerts:${guildId}:${userId}`);
    const taken = await tx.jobAlert.findMany({ where: { guildId, userId }, select: { slot: true } });
    const slot = Array.from({ length: mostAlerts }, (_, index) => index + 1).find((free) =>
      taken.every((one) => one.slot !== free),
    );
    if (slot === undefined) throw tooManyAlerts();
    await chooseHour(tx, person, when.hour, now);
    return tx.jobAlert.create({
      data: {
        guildId,
        userId,
        slot,
        locale,
        ...filters,
        query,
        isImmediate: when.isImmediate,
        createdAt: now,
        changedAt: now,
      },
    });
  });
  return { ...alert, matching, readings };
}

async function findAlert(db: Db | Tx, { guildId, userId }: Person, alertId: number): Promise<JobAlert> {
  const alert = await db.jobAlert.findFirst({ where: { id: alertId, guildId, userId } });
  if (!alert) throw unknownAlert();
  return alert;
}

/** Another person's alert does not exist. Throws `jobsearch.unknown_alert`. */
export const getAlert = (db: Db, person: Person, alertId: number): Promise<JobAlert> => findAlert(db, person, alertId);

/** What it looks for from now on. Throws as `createAlert` does. */
export async function changeAlert(db: Db, person: Person, wanted: Wanted & { alertId: number }): Promise<Alert> {
  const { filters, locale, now, alertId } = wanted;
  await findAlert(db, person, alertId);
  const { matching, readings, query } = await understood(db, person, wanted);
  const { count } = await db.jobAlert.updateMany({
    where: { id: alertId, ...person },
    data: { ...filters, locale, query, changedAt: now },
  });
  if (count === 0) throw unknownAlert();
  return { ...(await findAlert(db, person, alertId)), matching, readings };
}

/** Throws `jobsearch.unknown_alert`. */
export const chooseWhen = (db: Db, person: Person, { alertId, when, now }: { alertId: number; when: When; now: Date }) =>
  db.$transaction(async (tx) => {
    await findAlert(tx, person, alertId);
    await chooseHour(tx, person, when.hour, now);
    await tx.jobAlert.updateMany({ where: { id: alertId, ...person }, data: { isImmediate: when.isImmediate, changedAt: now } });
  });

/** Switched off, nothing is told that waits because of it. Throws `jobsearch.unknown_alert`. */
export const switchAlert = (
  db: Db,
  { guildId, userId }: Person,
  { alertId, isOn, now }: { alertId: number; isOn: boolean; now: Date },
): Promise<JobAlert> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.jobAlert.updateMany({ where: { id: alertId, guildId, userId }, data: { isOn, changedAt: now } });
    if (count === 0) throw unknownAlert();
    if (!isOn) await tx.alertMatch.deleteMany({ where: { alertId, toldAt: null } });
    return findAlert(tx, { guildId, userId }, alertId);
  });

/** Throws `jobsearch.unknown_alert`. */
export async function deleteAlert(db: Db, { guildId, userId }: Person, alertId: number): Promise<void> {
  const { count } = await db.jobAlert.deleteMany({ where: { id: alertId, guildId, userId } });
  if (count === 0) throw unknownAlert();
}

export async function readAlerts(db: Db, { guildId, userId }: Person): Promise<Alerts> {
  const [alerts, seeker] = await Promise.all([
    db.jobAlert.findMany({ where: { guildId, userId }, orderBy: { slot: 'asc' } }),
    db.jobSeeker.findUnique({ where: { guildId_userId: { guildId, userId } }, select: { digestHour: true } }),
  ]);
  return { alerts, digestHour: seeker?.digestHour ?? digestHour };
}
