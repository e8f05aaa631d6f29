import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { getEntry, isName, lockEntry, nameLimit, tidyName } from '../../catalogue/service/entry.ts';
import { readTemplate, type Template, variantOf } from '../../catalogue/service/template.ts';
import { badDates, badName, nameUsed, noRoom, tooManyTrainers } from '../messages/create.ts';
import { type Peak, peakOf, shortages } from '../rules/budget.ts';
import { type Day, dateOf } from '../rules/day.ts';
import { dateProblem } from '../rules/life.ts';
import type { Counts } from '../rules/space.ts';
import { buildTask, type NewPromo } from '../wire.ts';
import { wavesFor, wavesOf } from './budget.ts';
import { begin } from './calendar.ts';
import { admit } from './member.ts';
import { findNamesake, type Promo } from './promo.ts';

/** Trainers that are named at the creation; others are added later. */
export const mostTrainers = 5;

/** What a person asks for, checked, with the template that the space will follow. */
export type Checked = { promo: NewPromo; template: Template; course: string; campus: string; diploma: boolean };

/** Throws `promos.bad_name`, `promos.bad_dates`, `promos.name_used`, `catalogue.unknown`. */
export async function checkPromo(db: Db, { guildId, today }: { guildId: string; today: Day }, asked: NewPromo): Promise<Checked> {
  const name = tidyName(asked.name);
  if (!isName(name)) throw badName(nameLimit);
  const problem = dateProblem({ start: asked.start, end: asked.end, today });
  if (problem) throw badDates(problem);
  if (asked.trainerIds.length > mostTrainers) throw tooManyTrainers(mostTrainers);
  const [course, campus] = await Promise.all([
    getEntry(db, { guildId, kind: 'course', id: asked.courseId }),
    getEntry(db, { guildId, kind: 'campus', id: asked.campusId }),
  ]);
  if (await findNamesake(db, { guildId, name })) throw nameUsed(name);
  return {
    promo: { ...asked, name },
    template: variantOf(readTemplate(course.template), asked.remote),
    course: course.name,
    campus: campus.name,
    diploma: course.diploma,
  };
}

/** The fullest that the server will be with it. Throws `promos.no_room` when that is more than Discord allows. */
export async function requireRoom(
  db: Db,
  { guildId, there, today }: { guildId: string; there: Counts; today: Day },
  { promo, template, diploma }: Checked,
): Promise<Peak> {
  const waves = await wavesOf(db, { guildId, today });
  const own = wavesFor({ ...promo, template, diploma }, today);
  const short = shortages(template, { there, waves, own, today });
  if (short.length > 0) throw noRoom(short);
  return peakOf(there, [...waves, ...own], today);
}

/** Creates it, and what follows from its dates, in the transaction that confirms it. The unique index has the last word on its name. */
export async function createPromo(tx: Tx, { guildId, actorId, now }: Change, asked: NewPromo, today: Day): Promise<Promo> {
  const problem = dateProblem({ start: asked.start, end: asked.end, today });
  if (problem) throw badDates(problem);
  // Both rows stay until we commit: whoever removes one waits, and then finds this promo.
  const campus = await lockEntry(tx, { guildId, kind: 'campus', id: asked.campusId });
  const course = await lockEntry(tx, { guildId, kind: 'course', id: asked.courseId });
  const row = await tx.promo.create({
    data: {
      guildId,
      courseId: course.id,
      campusId: campus.id,
      name: asked.name,
      remote: asked.remote,
      early: asked.early,
      startsOn: dateOf(asked.start),
      endsOn: dateOf(asked.end),
      managerId: asked.managerId,
      createdAt: now,
      template: variantOf(readTemplate(course.template), asked.remote),
    },
  });
  const { id: promoId } = row;
  await audit(tx, {
    guildId,
    actorId,
    targetId: asked.managerId,
    action: 'promos.create',
    subject: `promo:${promoId}`,
    after: { course: course.id, campus: campus.id, start: asked.start, end: asked.end, remote: asked.remote, early: asked.early },
    at: now,
  });
  for (const userId of new Set(asked.trainerIds)) await admit(tx, { guildId, promoId, userId, part: 'trainer', now });
  if (asked.start <= today) await begin(tx, { guildId, promoId });
  else if (asked.early) await enqueue(tx, buildTask, { guildId, promoId }, { key: String(promoId) });
  return { ...row, course, campus };
}
