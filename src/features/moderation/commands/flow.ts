import { button, chosenRow, messageCommand, select, userCommand } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { form, longText, menu, radio, shortText } from '../../../discord/form.ts';
import { moderator } from '../../../discord/policy.ts';
import { actId, type Severity, severities } from '../../../kernel/moderation.ts';
import { note } from '../../../kernel/piece.ts';
import { measureChoices, measureHelp, text } from '../messages/act.ts';
import { durationText } from '../messages/duration.ts';
import { proposedSeconds } from '../rules/points.ts';
import { liftCase } from '../service/end.ts';
import { cancelPlan, confirmPlan, getLiftable, readPlan, requireEvidence, savePlan } from '../service/plan.ts';
import { doneScreen } from '../views/plan.ts';
import { cancelId, changeFormId, changeId, confirmId, liftFormId, liftId, planFormId, planRuleId, stepId } from '../wire.ts';
import { longestReason } from './act.ts';
import { evidenceOf, isAdmin, readStanding } from './person.ts';
import { propose, proposeChange, sanctionIn, sanctionOf } from './preview.ts';

const fields = {
  measure: menu({ label: text.measure, choices: measureChoices, descriptions: measureHelp }),
  severity: radio({ label: text.severity, description: text.severityHelp, choices: severities, required: false }),
  duration: shortText({ label: text.duration, description: text.durationHelp, max: 40, required: false }),
  reason: longText({ label: text.reason, description: text.reasonHelp, min: 3, max: longestReason }),
  evidence: shortText({ label: text.evidence, description: text.evidenceHelp, max: 200, required: false }),
};
const common = { policy: moderator } as const;

export const planForm = form({
  id: planFormId,
  ...common,
  answer: 'ephemeral',
  title: text.formTitle,
  fields,
  async run(context, { userId, evidenceId, source, sourceId }, { measure: [kind = 'warning'], ...typed }) {
    const { db, actor } = context;
    if (evidenceId > 0) await requireEvidence(db, { guildId: actor.guildId, userId }, evidenceId);
    const asked = {
      kind,
      reason: typed.reason,
      severity: typed.severity as Severity | null,
      duration: typed.duration,
      evidenceId: evidenceId > 0 ? evidenceId : null,
      source: source === 'none' || sourceId === 0 ? null : { kind: source, id: sourceId },
    };
    return propose(context, userId, asked, typed.evidence);
  },
});

/** From a card of a person, a report, a hit… */
export const begin = button({
  id: actId,
  ...common,
  answer: 'modal',
  run: async ({ locale }, about) => planForm.open(locale, about, { measure: ['warning'] }),
});

export const warnPerson = userCommand({
  name: { en: 'Warn', fr: text.menu.fr },
  ...common,
  answer: 'modal',
  run: async ({ locale }, { userId }) =>
    planForm.open(locale, { userId, evidenceId: 0, source: 'none', sourceId: 0 }, { measure: ['warning'] }),
});

/** What the message says is kept at once: it may be gone when the form is sent. */
export const warnAuthor = messageCommand({
  name: { en: 'Warn', fr: text.menu.fr },
  ...common,
  answer: 'modal',
  async run(context, message) {
    const { db, actor, clock, locale } = context;
    const deed = sanctionOf({ kind: 'warning', reason: '' });
    const read = evidenceOf(actor.guildId, message, clock.now());
    const plan = await savePlan(db, changeBy(context), { targetId: message.author.id, deed, read });
    return changeForm.open(locale, { planId: plan.id }, { measure: ['warning'] });
  },
});

export const changeForm = form({
  id: changeFormId,
  ...common,
  answer: 'update',
  title: text.formTitle,
  fields,
  async run(context, { planId }, { measure: [kind = 'warning'], severity, duration, reason, evidence }) {
    const { deed } = await sanctionIn(context, planId);
    const { ruleId, behalfId, source, deleteSeconds } = deed;
    const fresh = sanctionOf({
      kind,
      reason,
      severity: severity as Severity | null,
      duration,
      ruleId,
      evidenceId: deed.evidenceId,
      behalfId: behalfId ?? undefined,
      source,
      days: deleteSeconds / 86_400,
    });
    const { do: _, ...change } = fresh;
    return proposeChange(context, planId, change, evidence);
  },
});

export const change = button({
  id: changeId,
  ...common,
  answer: 'modal',
  async run(context, { planId }) {
    const { deed } = await sanctionIn(context, planId);
    const { kind, severity, seconds, reason } = deed;
    const duration = seconds === null ? '' : durationText(seconds, 4)[context.locale];
    return changeForm.open(context.locale, { planId }, { measure: [kind], severity, duration, reason });
  },
});

export const chooseRule = select({
  id: planRuleId,
  ...common,
  answer: 'update',
  run: (context, { planId }, [value]) =>
    proposeChange(context, planId, { ruleId: value === undefined ? null : chosenRow(value) }),
});

/** What the points propose, instead of what was chosen: still only shown. */
export const takeStep = button({
  id: stepId,
  ...common,
  answer: 'update',
  run: (context, { planId, kind }) =>
    proposeChange(context, planId, { kind, seconds: kind === 'timeout' ? proposedSeconds : null }),
});

export const confirm = button({
  id: confirmId,
  ...common,
  answer: 'update',
  async run(context, { planId, version }) {
    const { db, locale } = context;
    const by = changeBy(context);
    const { deed, targetId } = await readPlan(db, by, planId);
    const standing = deed.do === 'sanction' ? (await readStanding(context, targetId)).standing : null;
    return doneScreen(await confirmPlan(db, by, { planId, version, standing, isAdmin: await isAdmin(context) }), locale);
  },
});

export const cancel = button({
  id: cancelId,
  ...common,
  answer: 'update',
  async run({ db, actor, t }, { planId }) {
    await cancelPlan(db, { guildId: actor.guildId, actorId: actor.userId }, planId);
    return note(t(text.cancelled));
  },
});

export const liftForm = form({
  id: liftFormId,
  ...common,
  answer: 'ephemeral',
  title: text.liftTitle,
  fields: { reason: longText({ label: text.reason, description: text.reasonHelp, min: 3, max: longestReason }) },
  run: async (context, { caseId }, { reason }) =>
    doneScreen(
      await liftCase(context.db, changeBy(context), { caseId, reason, isAdmin: await isAdmin(context) }),
      context.locale,
    ),
});

export const lift = button({
  id: liftId,
  ...common,
  answer: 'modal',
  async run(context, { caseId }) {
    await getLiftable(context.db, { guildId: context.actor.guildId, caseId, isAdmin: await isAdmin(context) });
    return liftForm.open(context.locale, { caseId });
  },
});
