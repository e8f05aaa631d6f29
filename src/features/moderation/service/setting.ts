import type { ModerationSetting } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { pointsOutOfOrder, stepsOutOfOrder } from '../messages/setting.ts';
import { lockCases } from './case.ts';

export type ModerationSettings = Omit<ModerationSetting, 'guildId' | 'lastCase' | 'lastAuditId'>;

const defaults: ModerationSettings = {
  pointsLow: 20,
  pointsMedium: 40,
  pointsHigh: 80,
  timeoutAt: 50,
  removalAt: 100,
  decayDays: 30,
  evidenceDays: 90,
  appealDays: 7,
};
const keys = Object.keys(defaults) as (keyof ModerationSettings)[];

/** What a guild chose. */
export async function readModeration(db: Db | Tx, guildId: string): Promise<ModerationSettings> {
  const row = await db.moderationSetting.findUnique({ where: { guildId } });
  return Object.fromEntries(keys.map((key) => [key, row?.[key] ?? defaults[key]])) as ModerationSettings;
}

/** Throws `moderation.points_out_of_order`, `moderation.steps_out_of_order`. */
export const changeModeration = (
  db: Db,
  { guildId, actorId, now }: Change,
  wanted: Partial<ModerationSettings>,
): Promise<ModerationSettings> =>
  db.$transaction(async (tx) => {
    await lockCases(tx, guildId);
    const before = await readModeration(tx, guildId);
    const after = { ...before, ...wanted };
    if (!(after.pointsLow <= after.pointsMedium && after.pointsMedium <= after.pointsHigh)) throw pointsOutOfOrder(after);
    if (after.timeoutAt >= after.removalAt) throw stepsOutOfOrder(after);
    if (keys.every((key) => before[key] === after[key])) return before;
    await tx.moderationSetting.update({ where: { guildId }, data: after });
    await audit(tx, { guildId, actorId, action: 'moderation.settings', before, after, at: now });
    return after;
  });
