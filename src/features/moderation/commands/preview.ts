import type { Message } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import type { Measure, Severity } from '../../../kernel/moderation.ts';
import { second } from '../../../kernel/time.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { unreadableDuration } from '../messages/refusal.ts';
import { readLength } from '../rules/duration.ts';
import { requireRoom } from '../service/case.ts';
import { requireAllowed } from '../service/guard.ts';
import { type Plan, readPreview, savePlan } from '../service/plan.ts';
import { planScreen, releaseScreen } from '../views/plan.ts';
import { toldContent } from '../views/told.ts';
import type { Sanction } from '../wire.ts';
import { keepLinked, readStanding } from './person.ts';

/** What a measure weighs when nobody says: a removal is never light. */
const usualSeverity: Record<Measure, Severity | null> = {
  note: null,
  warning: 'low',
  timeout: 'medium',
  kick: 'high',
  tempban: 'high',
  ban: 'high',
};

/** What somebody chose or typed of a measure. */
export type Asked = {
  kind: Measure;
  reason: string;
  severity?: Severity | null | undefined;
  duration?: string | undefined;
  ruleId?: number | null;
  evidenceId?: number | null;
  behalfId?: string | undefined;
  days?: number | undefined;
  source?: Sanction['source'];
};

/** Throws `moderation.unreadable_duration`. */
export function sanctionOf(asked: Asked): Sanction {
  const { kind, reason, severity, duration, ruleId = null, evidenceId = null, behalfId = null, days = 0, source = null } = asked;
  const isTimed = kind === 'timeout' || kind === 'tempban';
  const seconds = isTimed ? readLength(kind, duration ?? '') : null;
  if (isTimed && seconds === null) throw unreadableDuration();
  const weight = kind === 'note' ? null : (severity ?? usualSeverity[kind]);
  const deleteSeconds = kind === 'ban' || kind === 'tempban' ? days * 86_400 : 0;
  return { do: 'sanction', kind, severity: weight, reason, ruleId, evidenceId, behalfId, seconds, deleteSeconds, source };
}

/** The plan as whoever decides reads it, once nothing stands in its way. */
export async function showPlan(context: Context, plan: Plan): Promise<Message> {
  const { db, actor, clock, locale } = context;
  const { guildId } = actor;
  const now = clock.now();
  if (plan.deed.do === 'release') return releaseScreen(plan, plan.deed, await readPreview(db, { guildId, now }, plan), locale);
  const { deed, targetId } = plan;
  const [{ standing, server }, preview, spoken, settings] = await Promise.all([
    readStanding(context, targetId),
    readPreview(db, { guildId, now }, plan),
    languageOf(db, { guildId, userId: targetId }),
    context.settings(),
  ]);
  requireAllowed(deed, standing);
  const { kind, reason, seconds } = deed;
  await requireRoom(db, { guildId, userId: targetId, kind });
  const read =
    kind === 'note'
      ? null
      : toldContent(
          {
            guildId,
            server,
            kind,
            reason,
            rule: preview.rule,
            seconds,
            endsAt: seconds === null ? null : new Date(now.getTime() + seconds * second),
            appealDays: preview.setting.appealDays,
            code: null,
          },
          spoken ?? settings.locale,
        );
  return planScreen(plan, deed, { preview, read, now }, locale);
}

/** Refused before anything is kept; then the message that a link names, and the plan. */
export async function propose(context: Context, targetId: string, asked: Asked, link = ''): Promise<Message> {
  const deed = sanctionOf(asked);
  const { standing } = await readStanding(context, targetId);
  requireAllowed(deed, standing);
  const ownEvidence = link.trim() === '' ? null : await keepLinked(context, { link, targetId });
  const evidenceId = ownEvidence ?? deed.evidenceId;
  return showPlan(
    context,
    await savePlan(context.db, changeBy(context), { targetId, deed: { ...deed, evidenceId }, ownEvidence }),
  );
}
