import { schedule } from '../../infra/tasks.ts';
import { hour, minute } from '../../kernel/time.ts';
import { meetExpected } from './service/meeting.ts';
import { forgetRosters } from './service/retention.ts';

export const forget = schedule('rosters.forget', hour, (tx, { clock }) => forgetRosters(tx, clock.now()), [
  'roster_line',
  'roster_plan',
  'roster_try',
]);

export const meet = schedule('rosters.meet', 10 * minute, (tx, { clock }) => meetExpected(tx, clock.now()), ['roster_line']);
