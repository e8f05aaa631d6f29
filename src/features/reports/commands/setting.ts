import { command } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { choice, integer, optional } from '../../../discord/options.ts';
import { admin } from '../../../discord/policy.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { thresholdAlone } from '../messages/refusal.ts';
import { categoryNames, setting } from '../messages/report.ts';
import { highestThreshold } from '../rules/threshold.ts';
import { changeReportSettings } from '../service/setting.ts';

export const settings = command({
  name: { en: 'setup reports', fr: 'configurer signalements' },
  description: setting.command,
  policy: admin,
  answer: 'ephemeral',
  options: {
    category: optional(choice({ fr: 'motif', description: setting.categoryOption, choices: categoryNames })),
    people: optional(integer({ fr: 'personnes', description: setting.peopleOption, min: 1, max: highestThreshold })),
    daily: optional(integer({ fr: 'par-jour', description: setting.dailyOption, min: 1, max: 50 })),
    reminder: optional(integer({ fr: 'rappel', description: setting.remindOption, min: 1, max: 168 })),
    unfounded: optional(integer({ fr: 'abusifs', description: setting.unfoundedOption, min: 1, max: 50 })),
  },
  async run(context, { category, people, daily, reminder, unfounded }) {
    if ((category === undefined) !== (people === undefined)) throw thresholdAlone();
    const wanted = {
      ...(category !== undefined && people !== undefined && { threshold: { category, people } }),
      ...(daily !== undefined && { daily }),
      ...(reminder !== undefined && { remindHours: reminder }),
      ...(unfounded !== undefined && { unfounded }),
    };
    return plainNote(context.t(setting.shown(await changeReportSettings(context.db, changeBy(context), wanted))));
  },
});
