import { addEntry, resolveEntry } from '../../../src/features/catalogue/service/entry.ts';
import { createPromo } from '../../../src/features/promos/service/create.ts';
import { addMember } from '../../../src/features/promos/service/member.ts';
import type { Promo } from '../../../src/features/promos/service/promo.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import type { Story } from '../onboarding/story.ts';

export type Cast = {
  name: string;
  course?: string;
  campus?: string;
  learners?: readonly Persona[];
  trainers?: readonly Persona[];
  remote?: boolean;
  end?: string;
};

/** A campus or course, the same one for the same name. */
async function entry(story: Story, by: { guildId: string; actorId: string; now: Date }, kind: 'campus' | 'course', name: string) {
  const { guildId } = by;
  if (await story.db.catalogueEntry.count({ where: { guildId, kind, name, removedAt: null } }))
    return resolveEntry(story.db, { guildId, kind, typed: name });
  return addEntry(story.db, by, { kind, name });
}

/** A promo that has begun, with its space and its people, managed by the owner of the server. */
export async function runningPromo(story: Story, { name, course = 'CDA', campus = 'Lille', ...cast }: Cast): Promise<Promo> {
  const by = { guildId: story.sandbox.guildId, actorId: story.boss.user.id, now: story.clock.now() };
  const courseId = (await entry(story, by, 'course', course)).id;
  const campusId = (await entry(story, by, 'campus', campus)).id;
  const promo = await story.db.$transaction((tx) =>
    createPromo(
      tx,
      by,
      {
        do: 'create',
        courseId,
        campusId,
        name,
        start: '2027-01-04',
        end: cast.end ?? '2027-06-30',
        managerId: story.boss.user.id,
        trainerIds: (cast.trainers ?? []).map(({ user }) => user.id),
        remote: cast.remote ?? false,
        early: false,
      },
      '2027-01-11',
    ),
  );
  for (const { user } of cast.learners ?? [])
    await addMember(story.db, by, { promoId: promo.id, userId: user.id, part: 'learner', isSecond: false });
  await story.settle();
  return promo;
}
