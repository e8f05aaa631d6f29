import type { Db } from '../../../infra/db.ts';
import { type EntryPage, listEntries } from '../../catalogue/service/entry.ts';
import type { Who } from './mentor.ts';

/** Names of entries of the catalogue that are still there. */
export async function namesOf(db: Db, guildId: string, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const entries = await db.catalogueEntry.findMany({
    where: { guildId, id: { in: [...ids] }, removedAt: null },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true },
  });
  return new Map(entries.map(({ id, name }) => [id, name]));
}

export type Lists = { courses: EntryPage; campuses: EntryPage };

/** A page of the courses and one of the campuses, among which somebody says whom they would rather help. */
export async function readLists(
  db: Db,
  { guildId }: Pick<Who, 'guildId'>,
  { courses, campuses }: { courses: number; campuses: number },
): Promise<Lists> {
  const [ofCourses, ofCampuses] = await Promise.all([
    listEntries(db, { guildId, kind: 'course', page: courses }),
    listEntries(db, { guildId, kind: 'campus', page: campuses }),
  ]);
  return { courses: ofCourses, campuses: ofCampuses };
}
