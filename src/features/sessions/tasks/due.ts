import { schedule, task } from '../../../infra/tasks.ts';
import { pairEnded } from '../../../kernel/mentoring.ts';
import { day, hour, minute } from '../../../kernel/time.ts';
import { endSessions, promiseAlerts, promiseLeftovers, promiseQuestions, promiseReminders } from '../service/due.ts';
import { forgetOld } from '../service/retention.ts';

export const ended = task(pairEnded, ({ db, clock }, pair) => endSessions(db, pair, clock.now()));

export const due = schedule(
  'sessions.due',
  minute,
  async (tx, { clock }) => {
    await promiseReminders(tx, clock.now());
    await promiseQuestions(tx, clock.now());
  },
  ['mentoring_session'],
);

export const mend = schedule(
  'sessions.mend',
  hour,
  async (tx, { clock }) => {
    await promiseLeftovers(tx, clock.now());
    await promiseAlerts(tx, clock.now());
  },
  ['mentoring_session', 'mentoring_opinion'],
);

export const forget = schedule('sessions.forget', day, (tx, { clock }) => forgetOld(tx, clock.now()), [
  'mentoring_session',
  'mentoring_opinion',
]);
