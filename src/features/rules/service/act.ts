import type { RuleAction } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import { activeSanction, lockCases, openCase } from '../../moderation/service/case.ts';
import { keepEvidence } from '../../moderation/service/evidence.ts';
import { addPoints } from '../../moderation/service/mistake.ts';
import { raiseLevel } from '../../raids/service/raid.ts';
import type { Step } from '../rules/plan.ts';
import { cardTask } from '../wire.ts';
import { getHit, type HitWith } from './hit.ts';
import { hold } from './hold.ts';

type Address = { guildId: string; hitId: number; place: number };
export type Acting = { hit: HitWith; action: RuleAction; step: Step };

/** Null for one that is done, or is no more: its rule or its person was erased. */
export async function readAction(db: Db | Tx, { guildId, hitId, place }: Address): Promise<Acting | null> {
  const found = await db.ruleAction.findUnique({
    where: { hitId_place: { hitId, place } },
    include: { hit: { select: { guildId: true } } },
  });
  if (!found || found.hit.guildId !== guildId || found.state !== 'pending') return null;
  const { hit: _guild, ...action } = found;
  return { hit: await getHit(db, guildId, hitId), action, step: action.data as unknown as Step };
}

export type Ending = { state: 'done' | 'passed' | 'refused'; code?: string };

/** What became of it, which the card shows. */
export async function recordAction(db: Db | Tx, { hit, action }: Acting, { state, code }: Ending, now: Date): Promise<void> {
  const { guildId, cardId } = hit;
  await db.ruleAction.updateMany({ where: { id: action.id, state: 'pending' }, data: { state, code: code ?? null, at: now } });
  if (cardId !== null) await enqueue(db, cardTask, { guildId, cardId }, { key: String(cardId) });
}

/** Somebody said meanwhile that the rule was wrong: nothing more is to come of it. */
export const isTakenBack = ({ hit }: Acting): boolean => hit.verdict === 'mistaken';

type Work = (tx: Tx, acting: Acting) => Promise<Ending>;

/** What only the database does: the effect and its record in one, however often the task runs. */
const once = (db: Db, address: Address, now: Date, work: Work): Promise<void> =>
  db.$transaction(async (tx) => {
    // Whoever takes the hit back holds it too: either this is undone with it, or it never happens.
    await tx.$queryRaw`SELECT id FROM rule_hit WHERE id = ${address.hitId} FOR UPDATE`;
    const acting = await readAction(tx, address);
    if (!acting) return;
    const ending: Ending = isTakenBack(acting) ? { state: 'passed', code: 'mistaken' } : await work(tx, acting);
    await recordAction(tx, acting, ending, now);
  });

/**
 * Warning, timeout and points: one case. Whoever is timed out already is warned only, and who was erased meanwhile is left alone.
 */
export const sanction = (db: Db, address: Address, { reason, now }: { reason: string; now: Date }): Promise<void> =>
  once(db, address, now, async (tx, { hit, step }) => {
    if (step.kind !== 'sanction') return { state: 'passed' };
    const { guildId, userId, id } = hit;
    await lockCases(tx, guildId);
    const isFree = (await activeSanction(tx, { guildId, userId, kind: 'timeout' })) === null;
    const isTimeout = step.seconds !== null && isFree;
    if (!isTimeout && step.severity === null && step.points === 0) return { state: 'passed', code: 'already' };
    const opened = await openCase(tx, {
      guildId,
      userId,
      kind: isTimeout ? 'timeout' : 'warning',
      origin: 'rule',
      authorId: null,
      severity: step.severity,
      reason,
      evidenceId: hit.evidenceId,
      seconds: isTimeout ? step.seconds : null,
      source: { kind: 'hit', id },
      now,
    });
    if (step.points > 0) await addPoints(tx, { caseId: opened.id, points: step.points, now });
    await tx.ruleHit.update({ where: { id }, data: { caseId: opened.id } });
    return { state: 'done' };
  });

export const raise = (db: Db, address: Address, now: Date): Promise<void> =>
  once(db, address, now, async (tx, { hit, step }) => {
    if (step.kind !== 'raise') return { state: 'passed' };
    await raiseLevel(tx, { guildId: hit.guildId, level: step.level, cause: 'rule', now });
    return { state: 'done' };
  });

/** The channel is held from now on, or for longer when it is held already. */
export const holdChannel = (db: Db, address: Address, now: Date): Promise<void> =>
  once(db, address, now, async (tx, { hit, step }) => {
    if ((step.kind !== 'slow_mode' && step.kind !== 'lock') || hit.channelId === null) return { state: 'passed' };
    await hold(tx, {
      guildId: hit.guildId,
      channelId: hit.channelId,
      kind: step.kind === 'lock' ? 'lock' : 'slow',
      interval: step.kind === 'lock' ? 0 : step.interval,
      seconds: step.seconds,
      now,
    });
    return { state: 'done' };
  });

/** What one of the other messages said, before it goes: it must be able to come back. */
export const keepOther = (
  db: Db,
  { id, guildId, channelId, messageId }: HitWith['messages'][number],
  message: { userId: string; content: string; sentAt: Date; files: Parameters<typeof keepEvidence>[1]['files'] },
  now: Date,
): Promise<void> =>
  db.$transaction(async (tx) => {
    const kept = await tx.ruleMessage.findFirst({
      where: { guildId, messageId, evidenceId: { not: null } },
      select: { evidenceId: true },
    });
    const evidenceId = kept?.evidenceId ?? (await keepEvidence(tx, { guildId, channelId, messageId, ...message, now }));
    await tx.ruleMessage.updateMany({ where: { id, evidenceId: null }, data: { evidenceId } });
  });

export const recordRemoved = (db: Db, id: number, now: Date) =>
  db.ruleMessage.updateMany({ where: { id, removedAt: null }, data: { removedAt: now } });
