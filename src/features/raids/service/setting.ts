import { audit } from '../../../infra/audit.ts';
import { type Db, lock, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { levelsOutOfOrder } from '../messages/raid.ts';
import { defaultThresholds, type Thresholds } from '../rules/level.ts';

export type RaidSettings = Thresholds & { calmMinutes: number };

const defaults: RaidSettings = { ...defaultThresholds, calmMinutes: 10 };

/** What a guild chose, and the defaults. */
export async function readRaidSettings(db: Db | Tx, guildId: string): Promise<RaidSettings> {
  const { guildId: _guild, ...chosen } = (await db.raidSetting.findUnique({ where: { guildId } })) ?? { guildId };
  return { ...defaults, ...chosen };
}

/** Throws `raids.levels_out_of_order`. */
export const changeRaidSettings = (
  db: Db,
  { guildId, actorId, now }: Change,
  wanted: Partial<RaidSettings>,
): Promise<RaidSettings> =>
  db.$transaction(async (tx) => {
    await lock(tx, `raids.setting:${guildId}`);
    const before = await readRaidSettings(tx, guildId);
    const after = { ...before, ...wanted };
    if (!(after.low < after.medium && after.medium < after.high)) throw levelsOutOfOrder(after);
    if (JSON.stringify(before) === JSON.stringify(after)) return before;
    await tx.raidSetting.upsert({ where: { guildId }, create: { guildId, ...after }, update: after });
    await audit(tx, { guildId, actorId, action: 'raids.settings', before, after, at: now });
    return after;
  });
