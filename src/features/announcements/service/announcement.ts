import type { AnnouncementPlace, Announcement as Row } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { notPosted, unknownAnnouncement } from '../messages.ts';
import { promisePlaces } from './place.ts';

export type Place = AnnouncementPlace;
/** An announcement with the places where it is, or is to be. */
export type Announcement = Row & { places: Place[] };

type Key = { guildId: string; id: number };

const withPlaces = { places: { orderBy: [{ name: 'asc' as const }, { id: 'asc' as const }] } };

/** Throws `announcements.unknown`. */
export async function getAnnouncement(db: Db | Tx, { guildId, id }: Key): Promise<Announcement> {
  const found = await db.announcement.findFirst({ where: { id, guildId }, include: withPlaces });
  if (!found) throw unknownAnnouncement();
  return found;
}

async function lockAnnouncement(tx: Tx, key: Key): Promise<Announcement> {
  await tx.$queryRaw`SELECT id FROM announcement WHERE id = ${key.id} FOR UPDATE`;
  return getAnnouncement(tx, key);
}

/** Where a message of it is, or may be. */
const livePlaces = ({ places }: Announcement): number[] =>
  places.filter(({ problem, messageId }) => messageId !== null || problem === null).map(({ id }) => id);

/**
 * New words: of a draft, by its author, before it is posted; of a posted one everywhere it is. Throws `announcements.unknown`,
 * `announcements.not_posted` once it is withdrawn.
 */
export const rewrite = (
  db: Db,
  { guildId, actorId, now }: Change,
  { id, title, body }: { id: number; title: string; body: string },
): Promise<Announcement> =>
  db.$transaction(async (tx) => {
    const before = await lockAnnouncement(tx, { guildId, id });
    if (before.state === 'withdrawn') throw notPosted();
    if (before.state === 'draft' && before.authorId !== actorId) throw unknownAnnouncement();
    const words = { title: title === '' ? null : title, body };
    if (before.state === 'draft') {
      await tx.announcement.update({ where: { id }, data: words });
      return getAnnouncement(tx, { guildId, id });
    }
    const revision = before.revision + 1;
    await tx.announcement.update({ where: { id }, data: { ...words, revision, editedAt: now } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'announcements.edit',
      subject: `announcement:${id}`,
      before: { revision: before.revision },
      after: { revision },
      at: now,
    });
    await promisePlaces(tx, guildId, livePlaces(before));
    return getAnnouncement(tx, { guildId, id });
  });

/** Takes it away from everywhere. Throws `announcements.unknown`, `announcements.not_posted`. */
export const withdraw = (db: Db, { guildId, actorId, now }: Change, id: number): Promise<Announcement> =>
  db.$transaction(async (tx) => {
    const before = await lockAnnouncement(tx, { guildId, id });
    if (before.state !== 'posted') throw notPosted();
    await tx.announcement.update({ where: { id }, data: { state: 'withdrawn', withdrawnAt: now } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'announcements.withdraw',
      subject: `announcement:${id}`,
      before: { state: 'posted' },
      after: { state: 'withdrawn' },
      at: now,
    });
    await promisePlaces(
      tx,
      guildId,
      before.places.map((place) => place.id),
    );
    return getAnnouncement(tx, { guildId, id });
  });

/** Tries again where Discord refused, once staff have mended why. Throws `announcements.unknown`, `announcements.not_posted` for a draft. */
export const retry = (db: Db, { guildId, actorId, now }: Change, id: number): Promise<Announcement> =>
  db.$transaction(async (tx) => {
    const before = await lockAnnouncement(tx, { guildId, id });
    if (before.state === 'draft') throw notPosted();
    const failed = before.places.filter(({ problem }) => problem !== null).map((place) => place.id);
    await tx.announcementPlace.updateMany({ where: { id: { in: failed } }, data: { problem: null } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'announcements.retry',
      subject: `announcement:${id}`,
      after: { places: failed.length },
      at: now,
    });
    await promisePlaces(tx, guildId, failed);
    return getAnnouncement(tx, { guildId, id });
  });

export const pageSize = 10;

export type AnnouncementPage = { announcements: Announcement[]; total: number; page: number };

/** The last ones first, drafts left out; `page` begins at 0. */
export async function listAnnouncements(db: Db, { guildId, page }: { guildId: string; page: number }): Promise<AnnouncementPage> {
  const where = { guildId, state: { not: 'draft' as const } };
  const total = await db.announcement.count({ where });
  const shown = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  const announcements = await db.announcement.findMany({
    where,
    orderBy: [{ postedAt: 'desc' }, { id: 'desc' }],
    skip: shown * pageSize,
    take: pageSize,
    include: withPlaces,
  });
  return { announcements, total, page: shown };
}

export type Suggested = { id: number; title: string | null; body: string };

/** Posted ones whose title or text holds what was typed, or of that number; the last first, for the autocomplete. */
export const suggestAnnouncements = (db: Db, { guildId, typed }: { guildId: string; typed: string }): Promise<Suggested[]> => {
  const part = `%${typed.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return db.$queryRaw`
    SELECT id, title, left(body, 100) AS body FROM announcement
    WHERE guild_id = ${guildId} AND state = 'posted' AND (fold(coalesce(title, '') || ' ' || left(body, 300)) LIKE fold(${part}) OR id::text = ${typed.trim()})
    ORDER BY posted_at DESC, id DESC LIMIT 25`;
};

/** What a person typed or chose: its number, or the beginning of its title. Throws `announcements.unknown`, `announcements.not_posted`. */
export async function resolveAnnouncement(db: Db, { guildId, typed }: { guildId: string; typed: string }): Promise<Announcement> {
  const id = /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : (await suggestAnnouncements(db, { guildId, typed }))[0]?.id;
  if (id === undefined) throw unknownAnnouncement();
  const found = await getAnnouncement(db, { guildId, id });
  if (found.state === 'draft') throw unknownAnnouncement();
  if (found.state === 'withdrawn') throw notPosted();
  return found;
}
