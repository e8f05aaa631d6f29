import type { ModerationCase } from '../../../../prisma/client/client.ts';
import type { Tx } from '../../../infra/db.ts';
import type { CaseKind, Origin, Severity, Source } from '../../../kernel/moderation.ts';
import { day, second } from '../../../kernel/time.ts';

/** What becomes a case. `authorId` null: the program decides, by `origin`. */
export type NewCase = {
  guildId: string;
  userId: string;
  kind: CaseKind;
  origin: Origin;
  authorId: string | null;
  behalfId?: string | null;
  severity?: Severity | null;
  reason: string;
  ruleId?: number | null;
  evidenceId?: number | null;
  /** Of a timeout or temporary ban. */
  seconds?: number | null;
  /** Of a ban: messages of the last seconds that go too. */
  deleteSeconds?: number;
  source?: Source | null;
  /** Of what Discord already did: the entry of its audit log. */
  auditId?: string | null;
  /** Done already, together with many others: nobody is told and nothing is left to do at Discord. */
  isCarriedOut?: boolean;
  now: Date;
};

/**
 * The one door through which anybody is noted, warned or sanctioned. The number follows the last one of the server: whoever opens a case holds
 * the row of the settings until the end of the transaction, so that a rollback leaves no gap.
 */
export async function openCase(tx: Tx, input: NewCase): Promise<ModerationCase> {
  const { guildId, userId, kind, origin, authorId, reason, source, now } = input;
  const setting = await tx.moderationSetting.upsert({
    where: { guildId },
    update: { lastCase: { increment: 1 } },
    create: { guildId, lastCase: 1 },
  });
  const severity = input.severity ?? null;
  const weights = { low: setting.pointsLow, medium: setting.pointsMedium, high: setting.pointsHigh };
  const points = severity ? weights[severity] : 0;
  return tx.moderationCase.create({
    data: {
      guildId,
      number: setting.lastCase,
      userId,
      kind,
      origin,
      state: kind === 'note' || input.auditId || input.isCarriedOut ? 'done' : 'pending',
      authorId,
      behalfId: input.behalfId ?? null,
      severity,
      points,
      pointsUntil: points > 0 ? new Date(now.getTime() + setting.decayDays * day) : null,
      reason,
      ruleId: input.ruleId ?? null,
      evidenceId: input.evidenceId ?? null,
      deleteSeconds: input.deleteSeconds ?? 0,
      source: source?.kind ?? null,
      sourceId: source?.id ?? null,
      endsAt: input.seconds ? new Date(now.getTime() + input.seconds * second) : null,
      auditId: input.auditId ?? null,
      createdAt: now,
      updatedAt: now,
    },
  });
}
