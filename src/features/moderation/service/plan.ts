import type { ModerationCase, ServerRule } from '../../../../prisma/client/client.ts';
import type { Db, Prisma, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { hour } from '../../../kernel/time.ts';
import { notActive, notBanned, planChanged, planGone, unknownEvidence, unknownRule } from '../messages/refusal.ts';
import { type Deed, deed, type Sanction } from '../wire.ts';
import { getCase, openCase } from './case.ts';
import { isActive, releaseCase, requireLifter } from './end.ts';
import { keepEvidence, type NewEvidence } from './evidence.ts';
import { requireAllowed, type Standing } from './guard.ts';
import { activePoints } from './points.ts';
import { type ModerationSettings, readModeration } from './setting.ts';

/** How long somebody may think about what they are shown. */
const planLife = hour;

export type Plan = {
  id: number;
  /** How often it was changed: only what is shown is confirmed. */
  version: number;
  targetId: string;
  deed: Deed;
};

const jsonOf = (planned: Deed): Prisma.InputJsonValue => planned as Prisma.InputJsonValue;

/** The message that was read for a plan, kept with it. */
async function keepFor(tx: Tx, planned: Deed, read: NewEvidence | null): Promise<{ deed: Deed; own: number | null }> {
  if (read === null || planned.do !== 'sanction') return { deed: planned, own: null };
  const own = await keepEvidence(tx, read);
  return { deed: { ...planned, evidenceId: own }, own };
}

/** Keeps what somebody is shown until they confirm it. `read`: a message that is its evidence. */
export const savePlan = (
  db: Db,
  { guildId, actorId, now }: Change,
  { targetId, deed: planned, read = null }: { targetId: string; deed: Deed; read?: NewEvidence | null },
): Promise<Plan> =>
  db.$transaction(async (tx) => {
    const { deed: kept, own } = await keepFor(tx, planned, read);
    const { id, version } = await tx.moderationPlan.create({
      data: { guildId, userId: actorId, targetId, deed: jsonOf(kept), evidenceId: own, createdAt: now },
      select: { id: true, version: true },
    });
    return { id, version, targetId, deed: kept };
  });

/** One's own, while it is fresh. Throws `moderation.plan_gone`. */
export async function readPlan(
  db: Db | Tx,
  { guildId, actorId, now }: Change,
  planId: number,
): Promise<Plan & { ownEvidence: number | null }> {
  const row = await db.moderationPlan.findFirst({
    where: { id: planId, guildId, userId: actorId, createdAt: { gt: new Date(now.getTime() - planLife) } },
  });
  if (!row) throw planGone();
  const { id, version, targetId, evidenceId: ownEvidence } = row;
  return { id, version, targetId, deed: deed.parse(row.deed), ownEvidence };
}

export type PlanChange = Partial<Omit<Sanction, 'do'>>;

/**
 * The same plan with something else in it; a message that was read for the former one goes when another takes its place. `version`: of the plan that was
 * changed. Throws `moderation.plan_gone`, `moderation.plan_changed`, `moderation.unknown_rule`.
 */
export const changePlan = (
  db: Db,
  by: Change,
  { planId, version, change, read = null }: { planId: number; version: number; change: PlanChange; read?: NewEvidence | null },
): Promise<Plan> =>
  db.$transaction(async (tx) => {
    const plan = await readPlan(tx, by, planId);
    if (plan.deed.do !== 'sanction') throw planGone();
    if (change.ruleId) await requireRule(tx, by.guildId, change.ruleId);
    const { deed: changed, own } = await keepFor(tx, { ...plan.deed, ...change }, read);
    const { count } = await tx.moderationPlan.updateMany({
      where: { id: planId, version },
      data: { deed: jsonOf(changed), version: { increment: 1 }, ...(own !== null && { evidenceId: own }) },
    });
    if (count === 0) throw planChanged();
    if (own !== null && plan.ownEvidence !== null) await dropUnused(tx, [plan.ownEvidence]);
    return { id: planId, version: version + 1, targetId: plan.targetId, deed: changed };
  });

async function requireRule(tx: Tx | Db, guildId: string, ruleId: number): Promise<void> {
  if ((await tx.serverRule.count({ where: { id: ruleId, guildId, retiredAt: null } })) === 0) throw unknownRule();
}

async function release(
  tx: Tx,
  by: Change,
  targetId: string,
  { caseId, reason }: Extract<Deed, { do: 'release' }>,
  isAdmin: boolean,
) {
  const { guildId, actorId: authorId, now } = by;
  const ended = caseId === null ? null : await getCase(tx, { guildId, caseId });
  requireLifter(ended, isAdmin);
  if (ended) return releaseCase(tx, { guildId, caseId: ended.id, authorId, reason, origin: 'command', now });
  return openCase(tx, { guildId, userId: targetId, kind: 'release', origin: 'command', authorId, reason, now });
}

async function sanction(tx: Tx, { guildId, actorId: authorId, now }: Change, userId: string, planned: Sanction) {
  const { do: _, evidenceId, ruleId, source, ...rest } = planned;
  if (ruleId !== null) await requireRule(tx, guildId, ruleId);
  // It may have been purged meanwhile.
  const kept = evidenceId === null ? null : await tx.moderationEvidence.findFirst({ where: { id: evidenceId, guildId } });
  const origin = source?.kind === 'account' ? 'compromised' : source?.kind === 'hit' ? 'rule' : (source?.kind ?? 'command');
  return openCase(tx, { guildId, userId, authorId, origin, ...rest, ruleId, evidenceId: kept?.id ?? null, source, now });
}

/**
 * Does what was shown, once. A refusal leaves the plan as it was. `standing`: what Discord says at this moment of who acts, on whom. Throws
 * `moderation.plan_gone`, `moderation.plan_changed`, what stands in the way, and what `openCase` and `releaseCase` refuse.
 */
export const confirmPlan = (
  db: Db,
  by: Change,
  { planId, version, standing, isAdmin }: { planId: number; version: number; standing: Standing | null; isAdmin: boolean },
): Promise<ModerationCase> =>
  db.$transaction(async (tx) => {
    const plan = await readPlan(tx, by, planId);
    if (plan.version !== version) throw planChanged();
    const { count } = await tx.moderationPlan.deleteMany({ where: { id: planId, version } });
    if (count === 0) throw planGone();
    if (plan.deed.do === 'release') return release(tx, by, plan.targetId, plan.deed, isAdmin);
    if (!standing || standing.target.id !== plan.targetId) throw planGone();
    requireAllowed(plan.deed, standing);
    return sanction(tx, by, plan.targetId, plan.deed);
  });

/** Nobody wants it any more: what was read for it goes too. */
export const cancelPlan = (db: Db, { guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>, planId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const plan = await tx.moderationPlan.findFirst({ where: { id: planId, guildId, userId: actorId } });
    if (!plan) return;
    await tx.moderationPlan.deleteMany({ where: { id: planId } });
    if (plan.evidenceId !== null) await dropUnused(tx, [plan.evidenceId]);
  });

/** What was read for plans, unless a case came of it. */
async function dropUnused(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.moderationEvidence.deleteMany({ where: { id: { in: [...ids] }, cases: { none: {} } } });
}

export async function forgetPlans(tx: Tx, now: Date): Promise<void> {
  const old = { createdAt: { lt: new Date(now.getTime() - planLife) } };
  const plans = await tx.moderationPlan.findMany({ where: old, select: { evidenceId: true } });
  await tx.moderationPlan.deleteMany({ where: old });
  await dropUnused(
    tx,
    plans.flatMap(({ evidenceId }) => evidenceId ?? []),
  );
}

export type Preview = {
  setting: ModerationSettings;
  /** The last cases, newest first. */
  cases: ModerationCase[];
  /** How many there are in all. */
  total: number;
  points: number;
  rules: ServerRule[];
  rule: ServerRule | null;
  ended: ModerationCase | null;
};

const shownCases = 5;

/** What whoever decides sees beside the plan. */
export async function readPreview(
  db: Db,
  { guildId, now }: Pick<Change, 'guildId' | 'now'>,
  { targetId, deed: planned }: Plan,
): Promise<Preview> {
  const about = { guildId, userId: targetId, kind: { not: 'release' as const }, voidedAt: null, hiddenAt: null };
  const [setting, cases, total, points, rules, ended] = await Promise.all([
    readModeration(db, guildId),
    db.moderationCase.findMany({ where: about, orderBy: { createdAt: 'desc' }, take: shownCases }),
    db.moderationCase.count({ where: about }),
    activePoints(db, { guildId, userId: targetId }, now),
    db.serverRule.findMany({ where: { guildId, retiredAt: null }, orderBy: { number: 'asc' }, take: 25 }),
    planned.do === 'release' && planned.caseId !== null ? getCase(db, { guildId, caseId: planned.caseId }) : null,
  ]);
  const ruleId = planned.do === 'sanction' ? planned.ruleId : null;
  return { setting, cases, total, points, rules, rule: rules.find(({ id }) => id === ruleId) ?? null, ended };
}

/** Rules of the server that begin with a number or hold words. */
export async function suggestRules(db: Db, guildId: string, typed: string): Promise<ServerRule[]> {
  const rules = await db.serverRule.findMany({ where: { guildId, retiredAt: null }, orderBy: { number: 'asc' } });
  const wanted = typed.trim().toLowerCase();
  return rules.filter(({ number, title, titleEn }) => `${number}. ${title} ${titleEn}`.toLowerCase().includes(wanted));
}

/** By its number, or by its id when it was chosen among the proposals (`#12`). Throws `moderation.unknown_rule`. */
export async function resolveRule(db: Db, guildId: string, typed: string): Promise<number> {
  const [, mark, digits = ''] = /^(#?)(\d{1,9})\b/.exec(typed.trim()) ?? [];
  const where = mark === '#' ? { id: Number(digits) } : { number: Number(digits) };
  const found = digits === '' ? null : await db.serverRule.findFirst({ where: { ...where, guildId, retiredAt: null } });
  if (!found) throw unknownRule();
  return found.id;
}

/** The evidence that a card names, when it is of this server and about this person. Throws `moderation.unknown_evidence`. */
export async function requireEvidence(
  db: Db,
  { guildId, userId }: { guildId: string; userId: string },
  evidenceId: number,
): Promise<void> {
  if ((await db.moderationEvidence.count({ where: { id: evidenceId, guildId, userId } })) === 0) throw unknownEvidence();
}

/** The ban that somebody is under: its case, or null for one that nobody opened a case for. Throws `moderation.not_banned`. */
export async function banOf(
  db: Db,
  { guildId, userId, isBanned, isAdmin }: { guildId: string; userId: string; isBanned: boolean; isAdmin: boolean },
): Promise<ModerationCase | null> {
  const active = await db.moderationCase.findFirst({
    where: { guildId, userId, kind: { in: ['tempban', 'ban'] }, endedAt: null, voidedAt: null },
  });
  if (!active && !isBanned) throw notBanned();
  requireLifter(active, isAdmin);
  return active;
}

/** A sanction that somebody wants to lift. Throws `moderation.unknown_case`, `not_active`, `needs_admin`. */
export async function getLiftable(
  db: Db,
  { guildId, caseId, isAdmin }: { guildId: string; caseId: number; isAdmin: boolean },
): Promise<ModerationCase & { userId: string }> {
  const found = await getCase(db, { guildId, caseId });
  const { userId } = found;
  if (!isActive(found) || userId === null) throw notActive();
  requireLifter(found, isAdmin);
  return { ...found, userId };
}
