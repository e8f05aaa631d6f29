import type { Message } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import type { Measure, Severity } from '../../../kernel/moderation.ts';
import { second } from '../../../kernel/time.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { planGone, unreadableDuration } from '../messages/refusal.ts';
import { readLength } from '../rules/duration.ts';
import { requireRoom } from '../service/case.ts';
import { requireAllowed } from '../service/guard.ts';
import { changePlan, type Plan, type PlanChange, readPlan, readPreview, savePlan } from '../service/plan.ts';
import { planScreen, releaseScreen } from '../views/plan.ts';
import { toldContent } from '../views/told.ts';
import type { Deed, Sanction } from '../wire.ts';
import { readLinked, readStanding } from './person.ts';

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

type Seen = Awaited<ReturnType<typeof readStanding>>;

/** Before anything is kept: a refused measure leaves what is shown as it was. */
async function requirePossible({ db, actor }: Context, targetId: string, deed: Sanction, { standing }: Seen): Promise<void> {
  requireAllowed(deed, standing);
  await requireRoom(db, { guildId: actor.guildId, userId: targetId, kind: deed.kind });
}

/** The plan as whoever decides reads it. */
async function sanctionScreen(context: Context, plan: Plan, deed: Sanction, { server }: Seen): Promise<Message> {
  const { db, actor, clock, locale } = context;
  const { guildId } = actor;
  const now = clock.now();
  const [preview, spoken, settings] = await Promise.all([
    readPreview(db, { guildId, now }, plan),
    languageOf(db, { guildId, userId: plan.targetId }),
    context.settings(),
  ]);
  const { kind, reason, seconds } = deed;
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

/** The end of a sanction before it is confirmed. */
export async function proposeRelease(
  context: Context,
  targetId: string,
  deed: Extract<Deed, { do: 'release' }>,
): Promise<Message> {
  const { db, actor, clock, locale } = context;
  const plan = await savePlan(db, changeBy(context), { targetId, deed });
  return releaseScreen(plan, deed, await readPreview(db, { guildId: actor.guildId, now: clock.now() }, plan), locale);
}

/** Refused before anything is kept; then the message that a link names, and the plan. */
export async function propose(context: Context, targetId: string, asked: Asked, link = ''): Promise<Message> {
  const deed = sanctionOf(asked);
  const seen = await readStanding(context, targetId);
  await requirePossible(context, targetId, deed, seen);
  const read = link.trim() === '' ? null : await readLinked(context, { link, targetId });
  const plan = await savePlan(context.db, changeBy(context), { targetId, deed, read });
  return sanctionScreen(context, plan, plan.deed.do === 'sanction' ? plan.deed : deed, seen);
}

/** The same for a plan of one's own that is changed: a refusal leaves it as it is shown. */
export async function proposeChange(context: Context, planId: number, change: PlanChange, link = ''): Promise<Message> {
  const { db } = context;
  const { targetId, deed, version } = await sanctionIn(context, planId);
  const changed = { ...deed, ...change };
  const seen = await readStanding(context, targetId);
  await requirePossible(context, targetId, changed, seen);
  const read = link.trim() === '' ? null : await readLinked(context, { link, targetId });
  const plan = await changePlan(db, changeBy(context), { planId, version, change, read });
  return sanctionScreen(context, plan, plan.deed.do === 'sanction' ? plan.deed : changed, seen);
}

/** A plan of one's own that is a sanction. Throws `moderation.plan_gone`. */
export async function sanctionIn(
  context: Context,
  planId: number,
): Promise<{ targetId: string; deed: Sanction; version: number }> {
  const { targetId, deed, version } = await readPlan(context.db, changeBy(context), planId);
  if (deed.do !== 'sanction') throw planGone();
  return { targetId, deed, version };
}
