import { task } from '../../../infra/tasks.ts';
import { mentorGone } from '../../../kernel/mentoring.ts';
import { endAllOfMentor } from '../service/end.ts';

/** Somebody mentors no more: those whom they accompany are free to find another. */
export const gone = task(mentorGone, ({ db, clock }, { guildId, userId, at }) =>
  endAllOfMentor(db, { guildId, userId, now: clock.now() }, at ?? null),
);
