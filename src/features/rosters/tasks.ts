import { schedule } from '../../infra/tasks.ts';
import { hour } from '../../kernel/time.ts';
import { forgetRosters } from './service/retention.ts';

export const forget = schedule('rosters.forget', hour, (tx, { clock }) => forgetRosters(tx, clock.now()));
