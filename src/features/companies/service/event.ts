import type { CompanyEvent, CompanyEventKind } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import { cardTask, noteTask, tellTask } from '../wire.ts';
import { type Company, leadOrder, type Recruiter } from './company.ts';

export type { CompanyEvent, CompanyEventKind } from '../../../../prisma/client/client.ts';

/** What a company's people, its lead, or one person are told by a message of its own. */
export const audiences = {
  asked: 'all',
  verified: 'all',
  refused: 'all',
  changed: 'all',
  kept: 'all',
  renewed: 'all',
  not_renewed: 'all',
  suspended: 'all',
  lifted: 'all',
  expiring: 'all',
  lapsed: 'all',
  joined: 'lead',
  declined: 'lead',
  brought: 'person',
  removed: 'person',
  handed: 'person',
} as const satisfies Partial<Record<CompanyEventKind, 'all' | 'lead' | 'person'>>;
export type ToldKind = keyof typeof audiences;
export const isTold = (kind: CompanyEventKind): kind is ToldKind => Object.hasOwn(audiences, kind);

/** What staff are told by a message of its own. */
const noted = ['resubmitted', 'answered', 'proposed', 'renewal_asked', 'duplicate'] as const;
export type NotedKind = (typeof noted)[number];
export const isNoted = (kind: CompanyEventKind): kind is NotedKind => noted.some((one) => one === kind);

type NewEvent = {
  company: Pick<Company, 'id' | 'guildId'>;
  kind: CompanyEventKind;
  actorId: string | null;
  personId?: string;
  note?: string;
  now: Date;
};

/** Writes down what happened, and promises what follows from it: the card shows it, and whoever it concerns is told. */
export async function recordEvent(tx: Tx, { company, kind, actorId, personId, note, now }: NewEvent): Promise<void> {
  const { id: companyId, guildId } = company;
  const { id: eventId } = await tx.companyEvent.create({
    data: { companyId, guildId, kind, actorId, at: now, personId: personId ?? null, note: note ?? null },
  });
  // Nothing of the company changed by it, and its note says it all.
  if (kind !== 'duplicate') await promiseCard(tx, { guildId, companyId });
  if (isTold(kind)) await enqueue(tx, tellTask, { guildId, eventId }, { key: String(eventId) });
  if (isNoted(kind)) await enqueue(tx, noteTask, { guildId, eventId }, { key: String(eventId) });
}

export const promiseCard = (tx: Tx | Db, { guildId, companyId }: { guildId: string; companyId: number }): Promise<void> =>
  enqueue(tx, cardTask, { guildId, companyId }, { key: String(companyId) });

export type TheirEvent = CompanyEvent & { company: Company };

export const findEvent = (db: Db, { guildId, eventId }: { guildId: string; eventId: number }): Promise<TheirEvent | null> =>
  db.companyEvent.findFirst({ where: { id: eventId, guildId }, include: { company: true } });

/** Whom to tell of an event, with their language; those who left meanwhile are told only what concerns themselves. */
export async function audienceOf(db: Db, event: CompanyEvent): Promise<Pick<Recruiter, 'userId' | 'locale'>[]> {
  const { kind, companyId, personId, actorId } = event;
  if (!isTold(kind)) return [];
  const audience = audiences[kind];
  const select = { userId: true, locale: true } as const;
  if (audience === 'person') {
    const last = personId
      ? await db.companyRecruiter.findFirst({ where: { companyId, userId: personId }, orderBy: { id: 'desc' }, select })
      : null;
    return last ? [last] : [];
  }
  const present = await db.companyRecruiter.findMany({ where: { companyId, leftAt: null }, orderBy: leadOrder, select });
  const people = audience === 'lead' ? present.slice(0, 1) : present;
  return people.filter(({ userId }) => userId !== actorId && userId !== personId);
}

/** Somebody could not be reached: the card says so. */
export const recordUntold = (db: Db, { id, guildId, companyId }: CompanyEvent): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.companyEvent.updateMany({ where: { id, untold: false }, data: { untold: true } });
    if (count > 0) await promiseCard(tx, { guildId, companyId });
  });
