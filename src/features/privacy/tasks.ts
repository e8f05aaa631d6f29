import { schedule } from '../../infra/tasks.ts';
import { hour } from '../../kernel/time.ts';
import { sweepTraces } from './service.ts';

export const sweep = schedule('privacy.sweep', hour, (tx, { clock }) => sweepTraces(tx, clock.now()));
