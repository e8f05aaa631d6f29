import { audit } from '../../../infra/audit.ts';
import { type Db, lock, Prisma, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { settled, unknownRule } from '../messages.ts';
import type { Line } from '../rules/account.ts';
import { compile } from '../rules/compile.ts';
import { type Mode, syncTask } from '../wire.ts';
import { findSetting, freeBeside, listOurs, type Ours, promiseSync, readSource, type Setting } from './sync.ts';

export type Overview = {
  enabled: boolean;
  syncedAt: Date | null;
  foreign: number;
  /** Discord refused for want of a permission. */
  refused: boolean;
  lines: Line[];
  drifted: Ours[];
};

/** What Discord runs or would run, and why not the rest. */
export async function readOverview(db: Db, guildId: string): Promise<Overview> {
  const setting: Pick<Setting, 'enabled' | 'syncedAt' | 'missing' | 'foreignWords' | 'foreignMentions'> = (await findSetting(
    db,
    guildId,
  )) ?? { enabled: false, syncedAt: null, missing: [], foreignWords: 0, foreignMentions: 0 };
  const source = await readSource(db, guildId, { missing: new Set(setting.missing), free: freeBeside(setting) });
  const [ours, fault] = await Promise.all([
    listOurs(db, guildId),
    db.fault.findUnique({ where: { guildId_key: { guildId, key: syncTask.name } }, select: { code: true } }),
  ]);
  return {
    enabled: setting.enabled,
    syncedAt: setting.syncedAt,
    foreign: setting.foreignWords + setting.foreignMentions,
    refused: fault !== null,
    lines: compile(source).lines,
    drifted: ours.filter(({ drift }) => drift !== null),
  };
}

/** How many wait for an administrator's choice. */
export const countDrifted = (db: Db, guildId: string): Promise<number> =>
  db.automodRule.count({ where: { guildId, drift: { not: null }, isLeft: false } });

export const turn = (db: Db, { guildId, actorId, now }: Change, mode: Mode): Promise<void> =>
  db.$transaction(async (tx) => {
    await lock(tx, `automod:${guildId}`);
    const enabled = mode === 'on';
    const before = (await findSetting(tx, guildId))?.enabled ?? false;
    await tx.automodSetting.upsert({ where: { guildId }, create: { guildId, enabled }, update: { enabled } });
    if (before !== enabled)
      await audit(tx, { guildId, actorId, action: 'automod.turn', before: { enabled: before }, after: { enabled }, at: now });
    await promiseSync(tx, guildId);
  });

/** Throws `automod.unknown_rule`, `automod.settled`. */
async function decide(
  tx: Tx,
  { guildId, actorId, now }: Change,
  ruleId: number,
  {
    action,
    where,
    data,
  }: {
    action: 'automod.restore' | 'automod.leave';
    where: Prisma.AutomodRuleWhereInput;
    data: Prisma.AutomodRuleUpdateManyMutationInput;
  },
): Promise<void> {
  const row = await tx.automodRule.findFirst({ where: { id: ruleId, guildId }, select: { drift: true } });
  if (!row) throw unknownRule();
  const { count } = await tx.automodRule.updateMany({
    where: { id: ruleId, guildId, drift: { not: null }, ...where },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) throw settled();
  await audit(tx, { guildId, actorId, action, subject: `automod:${ruleId}`, before: { drift: row.drift }, at: now });
  await promiseSync(tx, guildId);
}

/** As we wrote it, whatever stands there. Throws `automod.unknown_rule`, `automod.settled`. */
export const restoreRule = (db: Db, change: Change, ruleId: number): Promise<void> =>
  db.$transaction((tx) =>
    decide(tx, change, ruleId, {
      action: 'automod.restore',
      where: {},
      data: { drift: null, noticedAt: null, isLeft: false, asked: Prisma.DbNull, written: Prisma.DbNull },
    }),
  );

/** Throws `automod.unknown_rule`, `automod.settled`. */
export const leaveRule = (db: Db, change: Change, ruleId: number): Promise<void> =>
  db.$transaction((tx) =>
    decide(tx, change, ruleId, { action: 'automod.leave', where: { isLeft: false }, data: { isLeft: true } }),
  );
