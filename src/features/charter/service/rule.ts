import type { ServerRule } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, lock, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { mostRules, noRuleNumber, ruleChanged, ruleRetired, rulesThere, ruleUnknown, tooManyRules } from '../messages.ts';
import { model } from '../rules.ts';
import { promisePanel } from './panel.ts';

export type { ServerRule } from '../../../../prisma/client/client.ts';

/** As an admin types it; English may be empty. */
export type TypedRule = Pick<ServerRule, 'title' | 'body' | 'titleEn' | 'bodyEn'>;

/** The rules of today, in their order. */
export const listRules = (db: Db | Tx, guildId: string): Promise<ServerRule[]> =>
  db.serverRule.findMany({ where: { guildId, retiredAt: null }, orderBy: { number: 'asc' } });

export const countRules = (db: Db | Tx, guildId: string): Promise<number> =>
  db.serverRule.count({ where: { guildId, retiredAt: null } });

/** A rule of today or a retired one. Throws `charter.unknown`. */
export async function findRule(db: Db | Tx, { guildId, ruleId }: { guildId: string; ruleId: number }): Promise<ServerRule> {
  const rule = await db.serverRule.findFirst({ where: { id: ruleId, guildId } });
  if (!rule) throw ruleUnknown();
  return rule;
}

/** Throws `charter.no_number`. */
export async function findRuleByNumber(db: Db, { guildId, number }: { guildId: string; number: number }): Promise<ServerRule> {
  const rule = await db.serverRule.findFirst({ where: { guildId, number, retiredAt: null } });
  if (!rule) throw noRuleNumber(await countRules(db, guildId));
  return rule;
}

/** Decisions that name it. */
export const countCases = (db: Db, ruleId: number): Promise<number> => db.moderationCase.count({ where: { ruleId } });

/** Numbers follow each other: who changes the rules of a server waits for whoever is at it. */
const lockRules = (tx: Tx, guildId: string): Promise<void> => lock(tx, `charter:${guildId}`);

async function lockRule(tx: Tx, { guildId }: Change, ruleId: number): Promise<ServerRule> {
  await lockRules(tx, guildId);
  const rule = await findRule(tx, { guildId, ruleId });
  if (rule.retiredAt) throw ruleRetired();
  return rule;
}

async function record(tx: Tx, by: Change, action: `charter.${string}`, rule: ServerRule | null, numbers?: object): Promise<void> {
  await audit(tx, {
    guildId: by.guildId,
    actorId: by.actorId,
    action,
    ...(rule && { subject: `rule:${rule.id}` }),
    ...(numbers && { after: numbers }),
    at: by.now,
  });
  await promisePanel(tx, by.guildId);
}

/** The last of the rules. Throws `charter.too_many`. */
export const addRule = (db: Db, by: Change, typed: TypedRule): Promise<ServerRule> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    await lockRules(tx, guildId);
    const number = (await countRules(tx, guildId)) + 1;
    if (number > mostRules) throw tooManyRules();
    const rule = await tx.serverRule.create({ data: { ...typed, guildId, number, createdAt: now, updatedAt: now } });
    await record(tx, by, 'charter.add', rule, { number });
    return rule;
  });

/** Throws `charter.rules_there` when there is one already. */
export const adoptModel = (db: Db, by: Change): Promise<number> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    await lockRules(tx, guildId);
    if ((await countRules(tx, guildId)) > 0) throw rulesThere();
    await tx.serverRule.createMany({
      data: model.map((written, index) => ({ ...written, guildId, number: index + 1, createdAt: now, updatedAt: now })),
    });
    await record(tx, by, 'charter.model', null, { rules: model.length });
    return model.length;
  });

/** `version`: when the rule that was read was last changed. Throws `charter.unknown`, `retired`, `changed`. */
export const editRule = (
  db: Db,
  by: Change,
  { ruleId, version }: { ruleId: number; version: number },
  typed: TypedRule,
): Promise<ServerRule> =>
  db.$transaction(async (tx) => {
    const rule = await lockRule(tx, by, ruleId);
    if (rule.updatedAt.getTime() !== version) throw ruleChanged();
    // Two edits of the same moment are two versions.
    const updatedAt = new Date(Math.max(by.now.getTime(), version + 1));
    const edited = await tx.serverRule.update({ where: { id: ruleId }, data: { ...typed, updatedAt } });
    await record(tx, by, 'charter.edit', edited);
    return edited;
  });

/** Changes places with its neighbour; the first and the last stay where they are. Throws `charter.unknown`, `retired`. */
export const moveRule = (db: Db, by: Change, { ruleId, way }: { ruleId: number; way: 'up' | 'down' }): Promise<ServerRule> =>
  db.$transaction(async (tx) => {
    const rule = await lockRule(tx, by, ruleId);
    const to = rule.number + (way === 'up' ? -1 : 1);
    const other = await tx.serverRule.findFirst({ where: { guildId: by.guildId, number: to, retiredAt: null } });
    if (!other) return rule;
    // A number is taken by one rule of today: the one that moves is none for a moment.
    await tx.serverRule.update({ where: { id: ruleId }, data: { retiredAt: by.now } });
    await tx.serverRule.update({ where: { id: other.id }, data: { number: rule.number } });
    const moved = await tx.serverRule.update({ where: { id: ruleId }, data: { number: to, retiredAt: null } });
    await record(tx, by, 'charter.move', moved, { from: rule.number, to });
    return moved;
  });

/** Leaves the rules, and stays named by the cases. Throws `charter.unknown`, `retired`. */
export const retireRule = (db: Db, by: Change, ruleId: number): Promise<ServerRule> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    const rule = await lockRule(tx, by, ruleId);
    const retired = await tx.serverRule.update({ where: { id: ruleId }, data: { retiredAt: now } });
    const after = await tx.serverRule.findMany({
      where: { guildId, retiredAt: null, number: { gt: rule.number } },
      orderBy: { number: 'asc' },
      select: { id: true, number: true },
    });
    // One by one: each takes the number that the one before has just left.
    for (const { id, number } of after) await tx.serverRule.update({ where: { id }, data: { number: number - 1 } });
    await record(tx, by, 'charter.retire', retired, { number: rule.number });
    return retired;
  });
