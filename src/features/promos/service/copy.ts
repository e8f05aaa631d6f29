import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { hour } from '../../../kernel/time.ts';
import { isName, lockEntry, nameLimit, tidyName } from '../../catalogue/service/entry.ts';
import { readTemplate, variantOf } from '../../catalogue/service/template.ts';
import { type CopyProblem, hasProblems, noneChosen, tooManyCopies } from '../messages/copy.ts';
import { badName, planGone } from '../messages/create.ts';
import { type Peak, peakOf, type Wave } from '../rules/budget.ts';
import { mostCopies, nextName, shifted } from '../rules/copy.ts';
import { type Day, dayOf } from '../rules/day.ts';
import { dateProblem, planHours } from '../rules/life.ts';
import type { Counts } from '../rules/space.ts';
import { type Copying, deed } from '../wire.ts';
import { wavesFor, wavesOf } from './budget.ts';
import { createPromo } from './create.ts';
import type { Promo } from './promo.ts';

export type Item = Copying['items'][number];

/** One promo to be, with the name of what it copies and what stands against it. */
export type Copy = Item & { source: string; problem: CopyProblem | null };

export type CopyPreview = { planId: number; planned: Copying; copies: Copy[]; peak: Peak; today: Day };

/** Changes a plan of one's own that is still fresh; a second click waits for the first. Throws `promos.plan_gone`. */
export const changeCopying = (
  db: Db,
  { guildId, actorId, now }: Change,
  planId: number,
  otherwise: (planned: Copying, tx: Tx) => Promise<Copying> | Copying,
): Promise<Copying> =>
  db.$transaction(async (tx) => {
    const oldest = new Date(now.getTime() - planHours * hour);
    const [row] = await tx.$queryRaw<{ deed: unknown }[]>`
      SELECT deed FROM promo_plan WHERE id = ${planId} AND guild_id = ${guildId} AND user_id = ${actorId} AND created_at > ${oldest} FOR UPDATE`;
    const planned = row && deed.parse(row.deed);
    if (planned?.do !== 'copy') throw planGone();
    const changed = await otherwise(planned, tx);
    if (changed.sources.length > mostCopies) throw tooManyCopies(mostCopies);
    await tx.promoPlan.update({ where: { id: planId }, data: { deed: changed } });
    return changed;
  });

type Moving = { weeks: number; team: Copying['team'] };

/** What the chosen promos become. Their team is that of today, without those who left the server. Throws `promos.none_chosen`. */
export const moveCopies = (db: Db, by: Change, planId: number, { weeks, team }: Moving): Promise<Copying> =>
  changeCopying(db, by, planId, async (planned, tx) => {
    if (planned.sources.length === 0) throw noneChosen();
    const { guildId, actorId } = by;
    const rows = await tx.promo.findMany({
      where: { guildId, id: { in: planned.sources } },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    });
    const trainers = await tx.$queryRaw<{ promoId: number; userId: string }[]>`
      SELECT person.promo_id AS "promoId", person.user_id AS "userId" FROM promo_member AS person
      JOIN member ON member.guild_id = person.guild_id AND member.user_id = person.user_id AND member.left_at IS NULL
      WHERE person.promo_id = ANY (${planned.sources}::integer[]) AND person.left_at IS NULL AND person.part = 'trainer' ORDER BY person.id`;
    if (rows.length === 0) throw noneChosen();
    const items = rows.map((row): Item => {
      const start = dayOf(row.startsOn);
      return {
        sourceId: row.id,
        courseId: row.courseId,
        campusId: row.campusId,
        name: nextName(row.name, { start, weeks }),
        start: shifted(start, weeks),
        end: shifted(dayOf(row.endsOn), weeks),
        managerId: team === 'none' ? actorId : (row.managerId ?? actorId),
        trainerIds: team === 'both' ? trainers.flatMap(({ promoId, userId }) => (promoId === row.id ? [userId] : [])) : [],
        remote: row.remote,
        early: false,
      };
    });
    return { ...planned, weeks, team, items };
  });

/** Throws `promos.bad_name`, `promos.plan_gone` for a copy that is not in the plan. */
export const nameCopy = (
  db: Db,
  by: Change,
  planId: number,
  { sourceId, name }: { sourceId: number; name: string },
): Promise<Copying> =>
  changeCopying(db, by, planId, (planned) => {
    const tidy = tidyName(name);
    if (!isName(tidy)) throw badName(nameLimit);
    if (!planned.items.some((item) => item.sourceId === sourceId)) throw planGone();
    return { ...planned, items: planned.items.map((item) => (item.sourceId === sourceId ? { ...item, name: tidy } : item)) };
  });

/** Each copy with what stands against it, and the fullest that the server will be: spaces of this year go before those of the next come. */
export async function previewCopies(
  db: Db | Tx,
  { guildId }: Pick<Change, 'guildId'>,
  { planId, planned, there, today }: { planId: number; planned: Copying; there: Counts; today: Day },
): Promise<CopyPreview> {
  const { items } = planned;
  const [sources, entries, taken, waves] = await Promise.all([
    db.promo.findMany({
      where: { guildId, id: { in: items.map(({ sourceId }) => sourceId) } },
      select: { id: true, name: true },
    }),
    db.catalogueEntry.findMany({
      where: { guildId, removedAt: null, id: { in: items.flatMap(({ courseId, campusId }) => [courseId, campusId]) } },
    }),
    db.$queryRaw<{ name: string; used: boolean; folded: string }[]>`
      SELECT wanted.name, fold(wanted.name) AS folded, EXISTS (
        SELECT FROM promo WHERE guild_id = ${guildId} AND fold(promo.name) = fold(wanted.name) AND state <> 'cancelled') AS used
      FROM unnest(${items.map(({ name }) => name)}::text[]) AS wanted (name)`,
    wavesOf(db, { guildId, today }),
  ]);
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const sourceOf = new Map(sources.map(({ id, name }) => [id, name]));
  const nameOf = new Map(taken.map((one) => [one.name, one]));
  const folded = items.map(({ name }) => nameOf.get(name)?.folded);
  const problemOf = (item: Item): CopyProblem | null => {
    const mine = nameOf.get(item.name);
    if (!entryOf.has(item.courseId) || !entryOf.has(item.campusId)) return 'removed';
    if (!isName(item.name)) return 'bad_name';
    if (mine?.used) return 'name_used';
    if (folded.filter((one) => one === mine?.folded).length > 1) return 'twice';
    return dateProblem({ ...item, today });
  };
  const copies = items.map(
    (item): Copy => ({ ...item, source: sourceOf.get(item.sourceId) ?? item.name, problem: problemOf(item) }),
  );
  const coming = items.flatMap((item): Wave[] => {
    const course = entryOf.get(item.courseId);
    const template = variantOf(readTemplate(course?.template ?? null), item.remote);
    return wavesFor({ ...item, template, diploma: course?.diploma ?? false }, today);
  });
  return { planId, planned, copies, peak: peakOf(there, [...waves, ...coming], today), today };
}

/**
 * All of them or none. Campuses and then courses are locked in the order of their ids: two who copy at once wait for each other and never in
 * a circle.
 */
export async function createCopies(tx: Tx, by: Change, { items }: Copying, today: Day): Promise<Promo> {
  const idsOf = (key: 'campusId' | 'courseId') => [...new Set(items.map((item) => item[key]))].sort((a, b) => a - b);
  for (const id of idsOf('campusId')) await lockEntry(tx, { guildId: by.guildId, kind: 'campus', id });
  for (const id of idsOf('courseId')) await lockEntry(tx, { guildId: by.guildId, kind: 'course', id });
  let first: Promo | undefined;
  for (const { sourceId: _, ...item } of items) {
    const promo = await createPromo(tx, by, { do: 'create', ...item }, today);
    first ??= promo;
  }
  if (!first) throw hasProblems();
  return first;
}
