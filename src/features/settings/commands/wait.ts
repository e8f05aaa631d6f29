import type { Context } from '../../../discord/context.ts';
import { minute, second } from '../../../kernel/time.ts';
import { findRun, type Run } from '../service/run.ts';
import { onFinish } from '../tasks/finish.ts';

/** Another process may do the work: look again now and then. */
const pause = second;
/** A server from nothing takes some thirty calls; Discord's pace for creations makes that a few seconds. */
const patience = minute;

/** Waits for a run to finish, so that its report is the answer. `null` when it takes longer: the report stays in the database. */
export async function awaitRun({ db, clock }: Pick<Context, 'db' | 'clock'>, runId: number): Promise<Run | null> {
  const deadline = clock.now().getTime() + patience;
  for (;;) {
    // Listens before it looks: a finish between the two is not missed.
    let stop = () => {};
    const woken = new Promise<void>((resolve) => {
      const stops = [onFinish(resolve), clock.after(pause, resolve)];
      stop = () => {
        for (const end of stops) end();
      };
    });
    const run = await findRun(db, runId);
    if (run?.finishedAt || clock.now().getTime() >= deadline) {
      stop();
      return run?.finishedAt ? run : null;
    }
    await woken;
    stop();
  }
}
