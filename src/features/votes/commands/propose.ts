import { button, command } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { form, longText, menu, radio, shortText } from '../../../discord/form.ts';
import { user } from '../../../discord/options.ts';
import { moderator } from '../../../discord/policy.ts';
import { readStanding } from '../../../discord/standing.ts';
import { proposeId, severities } from '../../../kernel/moderation.ts';
import { plainNote } from '../../../kernel/piece.ts';
import type { Standing } from '../../../kernel/standing.ts';
import { aboutSelf, unknownPerson, unknownRule, unknownSource, unreadableLength } from '../messages/refusal.ts';
import { measureNames, text } from '../messages/vote.ts';
import { lengthOf } from '../rules/vote.ts';
import { proposeVote } from '../service/vote.ts';
import { proposeFormId } from '../wire.ts';

/** Whoever left can still be kept out. Throws `votes.unknown_person`. */
async function standingOf(context: Context, userId: string): Promise<Standing> {
  const { standing } = await readStanding(context, userId);
  if (!standing.target.isPresent && !(await outcomeOf(context.discord.users.get(userId))).ok) throw unknownPerson();
  return standing;
}

function ruleTyped(typed: string): number | null {
  if (typed === '') return null;
  const number = /^\D{0,10}(\d{1,2})$/.exec(typed)?.[1];
  if (number === undefined) throw unknownRule();
  return Number(number);
}

export const proposeForm = form({
  id: proposeFormId,
  policy: moderator,
  answer: 'ephemeral',
  title: text.formTitle,
  fields: {
    measure: radio({ label: text.measure, description: text.measureHelp, choices: measureNames }),
    duration: shortText({ label: text.length, description: text.lengthHelp, max: 20, required: false }),
    severity: menu({ label: text.severity, choices: severities }),
    rule: shortText({ label: text.rule, description: text.ruleHelp, max: 12, required: false }),
    reason: longText({ label: text.reason, description: text.reasonHelp, min: 3, max: 500 }),
  },
  async run(context, { userId, evidenceId, source, sourceId }, { measure, duration, severity, rule, reason }) {
    const chosen = measure ?? 'warning';
    const seconds = lengthOf(chosen, duration);
    if (seconds === undefined) throw unreadableLength();
    if (source === 'vote' || (source !== 'none' && sourceId === 0)) throw unknownSource();
    await proposeVote(context.db, changeBy(context), {
      standing: await standingOf(context, userId),
      measure: chosen,
      seconds,
      severity: severity[0] ?? 'medium',
      ruleNumber: ruleTyped(rule),
      reason,
      evidenceId: evidenceId === 0 ? null : evidenceId,
      source: source === 'none' ? null : { kind: source, id: sourceId },
    });
    return plainNote(context.t(text.proposed));
  },
});

const filled = { measure: 'warning', severity: 'medium' };

export const propose = button({
  id: proposeId,
  policy: moderator,
  answer: 'modal',
  async run({ actor, locale }, params) {
    if (params.userId === actor.userId) throw aboutSelf();
    return proposeForm.open(locale, params, filled);
  },
});

export const proposeCommand = command({
  name: { en: 'mod vote', fr: 'moderation voter' },
  description: text.command,
  policy: moderator,
  answer: 'modal',
  options: { person: user({ fr: 'personne', description: text.personOption }) },
  async run({ actor, locale }, { person: userId }) {
    if (userId === actor.userId) throw aboutSelf();
    return proposeForm.open(locale, { userId, evidenceId: 0, source: 'none', sourceId: 0 }, filled);
  },
});
