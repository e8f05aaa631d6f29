import { audit } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import { lock } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { type Category, categories } from '../../../kernel/moderation.ts';
import { defaultThresholds, type Thresholds } from '../rules/threshold.ts';

export type ReportSettings = { thresholds: Thresholds; daily: number; remindHours: number; unfounded: number };

type Row = { thresholds: unknown; daily: number; remindHours: number; unfounded: number };

const known = (thresholds: unknown): Thresholds => {
  const chosen = (thresholds ?? {}) as Partial<Record<Category, number>>;
  const entries = (Object.keys(categories) as Category[]).map((key) => [key, chosen[key] ?? defaultThresholds[key]]);
  return Object.fromEntries(entries) as Thresholds;
};

const settingsOf = (row: Row | null): ReportSettings => ({
  thresholds: known(row?.thresholds),
  daily: row?.daily ?? 10,
  remindHours: row?.remindHours ?? 24,
  unfounded: row?.unfounded ?? 5,
});

export const readReportSettings = async (db: Db | Tx, guildId: string): Promise<ReportSettings> =>
  settingsOf(await db.reportSetting.findUnique({ where: { guildId } }));

export type Wanted = {
  threshold?: { category: Category; people: number };
  daily?: number;
  remindHours?: number;
  unfounded?: number;
};

/** With nothing wanted it only reads. */
export const changeReportSettings = (db: Db, { guildId, actorId, now }: Change, wanted: Wanted): Promise<ReportSettings> =>
  db.$transaction(async (tx) => {
    await lock(tx, `report_setting:${guildId}`);
    const before = await readReportSettings(tx, guildId);
    const { threshold, ...numbers } = wanted;
    if (!threshold && Object.keys(numbers).length === 0) return before;
    const thresholds = threshold ? { ...before.thresholds, [threshold.category]: threshold.people } : before.thresholds;
    const data = { ...numbers, thresholds: { ...thresholds } };
    const row = await tx.reportSetting.upsert({ where: { guildId }, create: { guildId, ...data }, update: data });
    const after = settingsOf(row);
    await audit(tx, { guildId, actorId, action: 'reports.set', before, after, at: now });
    return after;
  });
