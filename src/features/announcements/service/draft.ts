import { audit } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { day } from '../../../kernel/time.ts';
import { findEntry } from '../../catalogue/service/entry.ts';
import { countPeopleOf, countReachable, type Reachable, reachablePromos } from '../../promos/service/audience.ts';
import { nobodyReached, noChannel, notDraft, unknownAnnouncement } from '../messages.ts';
import { type Announcement, getAnnouncement } from './announcement.ts';
import { promisePlaces } from './place.ts';

/** A draft is kept that long. */
const draftLife = day;

export type Written = { title: string; body: string; isMentioning: boolean };

/** For whom: `members` are people of the server, as Discord counts them; `hasChannel`: its announcements channel is bound. */
export type Audience =
  | { to: 'all'; members: number; hasChannel: boolean }
  | { to: 'entry'; entryId: number }
  | { to: 'promos'; announcementId: number };

/** A draft of one's own that is still fresh, and nobody else changes it until the transaction ends. */
async function lockDraft(tx: Tx, { guildId, actorId, now }: Change, id: number): Promise<Announcement> {
  await tx.$queryRaw`SELECT id FROM announcement WHERE id = ${id} FOR UPDATE`;
  const draft = await getAnnouncement(tx, { guildId, id });
  if (draft.state !== 'draft') throw notDraft();
  if (draft.authorId !== actorId || draft.createdAt.getTime() < now.getTime() - draftLife) throw unknownAnnouncement();
  return draft;
}

const placesOf = (promos: readonly Pick<Reachable, 'id' | 'name'>[]) => promos.map(({ id, name }) => ({ promoId: id, name }));

/** A draft without words, for which promos are being chosen. Throws `announcements.nobody` when there is none to choose. */
export async function beginDraft(db: Db, { guildId, actorId, now }: Change): Promise<number> {
  if ((await countReachable(db, { guildId })) === 0) throw nobodyReached();
  const { id } = await db.announcement.create({ data: { guildId, authorId: actorId, audience: 'promos', createdAt: now } });
  return id;
}

export const choiceSize = 25;

export type Choices = {
  announcementId: number;
  promos: (Reachable & { isChosen: boolean })[];
  chosen: number;
  total: number;
  page: number;
};

async function choicesOf(tx: Db | Tx, { guildId, id, places }: Announcement, page: number): Promise<Choices> {
  const total = await countReachable(tx, { guildId });
  const shown = Math.min(page, Math.max(0, Math.ceil(total / choiceSize) - 1));
  const promos = await reachablePromos(tx, { guildId }, { limit: choiceSize, offset: shown * choiceSize, order: 'creation' });
  const chosen = new Set(places.map(({ promoId }) => promoId));
  return {
    announcementId: id,
    promos: promos.map((promo) => ({ ...promo, isChosen: chosen.has(promo.id) })),
    chosen: chosen.size,
    total,
    page: shown,
  };
}

/** A page of the promos that a draft may be for; `page` begins at 0. */
export const readChoices = (db: Db, by: Change, { id, page }: { id: number; page: number }): Promise<Choices> =>
  db.$transaction(async (tx) => choicesOf(tx, await lockDraft(tx, by, id), page));

/** Chooses promos among those that were shown, from the `first` to the `last`; all others stay as they are. */
export const choosePromos = (
  db: Db,
  by: Change,
  { id, page, first, last, chosen }: { id: number; page: number; first: number; last: number; chosen: readonly number[] },
): Promise<Choices> =>
  db.$transaction(async (tx) => {
    const { guildId } = await lockDraft(tx, by, id);
    const promos = await reachablePromos(tx, { guildId, between: { first, last } }, { limit: choiceSize, order: 'creation' });
    await tx.announcementPlace.deleteMany({ where: { announcementId: id, promoId: { in: promos.map((promo) => promo.id) } } });
    await tx.announcementPlace.createMany({
      data: placesOf(promos.filter((promo) => chosen.includes(promo.id))).map((place) => ({ ...place, announcementId: id })),
    });
    return choicesOf(tx, await getAnnouncement(tx, { guildId: by.guildId, id }), page);
  });

type Reach = {
  audience: Announcement['audience'];
  audienceName: string | null;
  places: { promoId: number | null; name: string }[];
  people: number;
};

async function reachOf(tx: Tx, { guildId }: Change, to: Exclude<Audience, { to: 'promos' }>): Promise<Reach> {
  if (to.to === 'all') {
    if (!to.hasChannel) throw noChannel();
    return { audience: 'all', audienceName: null, places: [{ promoId: null, name: '' }], people: to.members };
  }
  const entry = await findEntry(tx, { guildId, id: to.entryId });
  if (!entry || entry.removedAt) throw nobodyReached();
  const promos = await reachablePromos(tx, {
    guildId,
    ...(entry.kind === 'course' ? { courseId: entry.id } : { campusId: entry.id }),
  });
  if (promos.length === 0) throw nobodyReached();
  const ids = promos.map(({ id }) => id);
  return { audience: entry.kind, audienceName: entry.name, places: placesOf(promos), people: await countPeopleOf(tx, ids) };
}

/**
 * Keeps what somebody wrote, with the places where it would be posted, until they confirm it. Throws `announcements.nobody`,
 * `announcements.no_channel`, and for promos chosen before `announcements.unknown`, `announcements.not_draft`.
 */
export const saveDraft = (db: Db, by: Change, to: Audience, { title, body, isMentioning }: Written): Promise<Announcement> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const words = { title: title === '' ? null : title, body, mentions: isMentioning };
    if (to.to !== 'promos') {
      const { places, ...reach } = await reachOf(tx, by, to);
      const { id } = await tx.announcement.create({
        data: { guildId, authorId: actorId, createdAt: now, ...words, ...reach, places: { create: places } },
      });
      return getAnnouncement(tx, { guildId, id });
    }
    const draft = await lockDraft(tx, by, to.announcementId);
    const chosen = draft.places.flatMap(({ promoId }) => promoId ?? []);
    const promos = await reachablePromos(tx, { guildId, promoIds: chosen });
    if (promos.length === 0) throw nobodyReached();
    const ids = promos.map(({ id }) => id);
    await tx.announcementPlace.deleteMany({ where: { announcementId: draft.id, promoId: { notIn: ids } } });
    await tx.announcement.update({ where: { id: draft.id }, data: { ...words, people: await countPeopleOf(tx, ids) } });
    return getAnnouncement(tx, { guildId, id: draft.id });
  });

/** Posts what was shown, in the places that were shown, once. Throws `announcements.unknown`, `announcements.not_draft`. */
export const confirmDraft = (db: Db, by: Change, id: number): Promise<Announcement> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const draft = await lockDraft(tx, by, id);
    if (draft.body === '' || draft.places.length === 0) throw unknownAnnouncement();
    await tx.announcement.update({ where: { id }, data: { state: 'posted', postedAt: now } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'announcements.post',
      subject: `announcement:${id}`,
      after: { audience: draft.audience, places: draft.places.length, mentions: draft.mentions },
      at: now,
    });
    await promisePlaces(
      tx,
      guildId,
      draft.places.map((place) => place.id),
    );
    return getAnnouncement(tx, { guildId, id });
  });

export async function forgetDrafts(tx: Tx, now: Date): Promise<void> {
  await tx.announcement.deleteMany({ where: { state: 'draft', createdAt: { lt: new Date(now.getTime() - draftLife) } } });
}
