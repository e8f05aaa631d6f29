import { command } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { boolean, integer, optional } from '../../../discord/options.ts';
import { admin } from '../../../discord/policy.ts';
import { note } from '../../../kernel/piece.ts';
import { text } from '../messages/setting.ts';
import { changeMentoring } from '../service/setting.ts';

export const settings = command({
  name: { en: 'setup mentoring', fr: 'configurer mentorat' },
  description: text.command,
  policy: admin,
  answer: 'ephemeral',
  options: {
    coordinator: optional(boolean({ fr: 'coordination', description: text.coordinatorOption })),
    answer: optional(integer({ fr: 'réponse', description: text.answerOption, min: 24, max: 336 })),
    nudge: optional(integer({ fr: 'nouvelles', description: text.nudgeOption, min: 7, max: 180 })),
    warn: optional(integer({ fr: 'avertissement', description: text.warnOption, min: 8, max: 364 })),
    end: optional(integer({ fr: 'fin', description: text.endOption, min: 9, max: 365 })),
  },
  async run(context, { coordinator, answer, nudge, warn, end }) {
    const wanted = {
      ...(coordinator !== undefined && { needsCoordinator: coordinator }),
      ...(answer !== undefined && { answerHours: answer }),
      ...(nudge !== undefined && { nudgeDays: nudge }),
      ...(warn !== undefined && { warnDays: warn }),
      ...(end !== undefined && { endDays: end }),
    };
    return note(context.t(text.settings(await changeMentoring(context.db, changeBy(context), wanted))));
  },
});
