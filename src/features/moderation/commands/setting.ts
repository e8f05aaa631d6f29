import { command } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { integer, optional } from '../../../discord/options.ts';
import { admin } from '../../../discord/policy.ts';
import { note } from '../../../kernel/piece.ts';
import { settingText } from '../messages/setting.ts';
import { changeModeration } from '../service/setting.ts';

export const settings = command({
  name: { en: 'setup moderation', fr: 'configurer moderation' },
  description: settingText.command,
  policy: admin,
  answer: 'ephemeral',
  options: {
    low: optional(integer({ fr: 'léger', description: settingText.low, min: 0, max: 1_000 })),
    medium: optional(integer({ fr: 'moyen', description: settingText.medium, min: 0, max: 1_000 })),
    high: optional(integer({ fr: 'grave', description: settingText.high, min: 0, max: 1_000 })),
    timeout: optional(integer({ fr: 'exclusion', description: settingText.timeout, min: 1, max: 1_000 })),
    removal: optional(integer({ fr: 'départ', description: settingText.removal, min: 1, max: 1_000 })),
    decay: optional(integer({ fr: 'oubli', description: settingText.decay, min: 1, max: 365 })),
    evidence: optional(integer({ fr: 'preuves', description: settingText.evidence, min: 1, max: 365 })),
    appeal: optional(integer({ fr: 'recours', description: settingText.appeal, min: 1, max: 30 })),
  },
  async run(context, { low, medium, high, timeout, removal, decay, evidence, appeal }) {
    const wanted = {
      ...(low !== undefined && { pointsLow: low }),
      ...(medium !== undefined && { pointsMedium: medium }),
      ...(high !== undefined && { pointsHigh: high }),
      ...(timeout !== undefined && { timeoutAt: timeout }),
      ...(removal !== undefined && { removalAt: removal }),
      ...(decay !== undefined && { decayDays: decay }),
      ...(evidence !== undefined && { evidenceDays: evidence }),
      ...(appeal !== undefined && { appealDays: appeal }),
    };
    return note(context.t(settingText.settings(await changeModeration(context.db, changeBy(context), wanted))));
  },
});
