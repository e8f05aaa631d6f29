import { audit } from '../../../infra/audit.ts';
import { type Db, lock, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { daysOutOfOrder } from '../messages/setting.ts';

export type MentoringSettings = {
  /** Somebody of staff is in the thread of each pair. */
  needsCoordinator: boolean;
  /** How long a mentor has to answer before the next is asked. */
  answerHours: number;
  /** Days of silence until a pair is asked, warned, and ended. */
  nudgeDays: number;
  warnDays: number;
  endDays: number;
};

const defaults: MentoringSettings = { needsCoordinator: false, answerHours: 72, nudgeDays: 21, warnDays: 35, endDays: 42 };

/** What a guild chose, and the defaults for the rest. */
export async function readMentoring(db: Db | Tx, guildId: string): Promise<MentoringSettings> {
  const row = await db.mentoringSetting.findUnique({ where: { guildId } });
  const chosen = Object.entries(row ?? {}).filter(([key, value]) => value !== null && Object.hasOwn(defaults, key));
  return { ...defaults, ...Object.fromEntries(chosen) };
}

/** Throws `mentors.days_out_of_order`. */
export const changeMentoring = (
  db: Db,
  { guildId, actorId, now }: Change,
  wanted: Partial<MentoringSettings>,
): Promise<MentoringSettings> =>
  db.$transaction(async (tx) => {
    await lock(tx, `mentors.setting:${guildId}`);
    const before = await readMentoring(tx, guildId);
    const after = { ...before, ...wanted };
    if (!(after.nudgeDays < after.warnDays && after.warnDays < after.endDays)) throw daysOutOfOrder(after);
    if (JSON.stringify(before) === JSON.stringify(after)) return before;
    // What nobody chose stays open to better defaults; but the days hold together.
    const { needsCoordinator, answerHours, nudgeDays, warnDays, endDays } = after;
    const days = wanted.nudgeDays ?? wanted.warnDays ?? wanted.endDays;
    const data = {
      ...(wanted.needsCoordinator !== undefined && { needsCoordinator }),
      ...(wanted.answerHours !== undefined && { answerHours }),
      ...(days !== undefined && { nudgeDays, warnDays, endDays }),
    };
    await tx.mentoringSetting.upsert({ where: { guildId }, create: { guildId, ...data }, update: data });
    await audit(tx, { guildId, actorId, action: 'mentors.settings', before, after, at: now });
    return after;
  });
