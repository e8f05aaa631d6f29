import { command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { choice, integer, type Option, optional, string, user } from '../../../discord/options.ts';
import { moderator } from '../../../discord/policy.ts';
import { type Measure, severities } from '../../../kernel/moderation.ts';
import { commandText, optionText } from '../messages/act.ts';
import { durationText } from '../messages/duration.ts';
import { refusedBy } from '../messages/refusal.ts';
import { boundsOf, readDuration, usualBanSeconds, usualSeconds } from '../rules/duration.ts';
import { banOf, resolveRule, suggestRules } from '../service/plan.ts';
import { ruleProposal } from '../views/plan.ts';
import { isAdmin } from './person.ts';
import { type Asked, propose, proposeRelease } from './preview.ts';

/** The audit log and the message to the person hold this much without being cut. */
export const longestReason = 600;

const common = { policy: moderator, answer: 'ephemeral' } as const;

const person = user({ fr: 'personne', description: optionText.person });
const reason = string({ fr: 'motif', description: optionText.reason, min: 3, max: longestReason });
const severity = optional(choice({ fr: 'gravité', description: optionText.severity, choices: severities }));
const rule = optional(
  string({
    fr: 'règle',
    description: optionText.rule,
    max: 100,
    complete: async ({ db, actor, locale }, typed) =>
      (await suggestRules(db, actor.guildId, typed)).map((one) => ruleProposal(one, locale)),
  }),
);
const evidence = optional(string({ fr: 'preuve', description: optionText.evidence, max: 200 }));
const behalf = optional(user({ fr: 'au-nom-de', description: optionText.behalf }));

/** What is typed so far when it can be read, then the usual ones; each value is read again when it comes back. */
const durationOption = (kind: 'timeout' | 'tempban', description: { fr: string; en: string }): Option<string> =>
  string({
    fr: 'durée',
    description,
    max: 40,
    complete: async ({ locale }, typed) => {
      const usual = kind === 'timeout' ? usualSeconds : usualBanSeconds;
      const read = readDuration(typed);
      const { least = 0, most = 0 } = boundsOf(kind) ?? {};
      const fits = read !== null && read >= least && read <= most ? [read] : [];
      return [...new Set([...fits, ...usual])].map((seconds) => ({ name: durationText(seconds)[locale], value: `${seconds} s` }));
    },
  });

type Typed = {
  person: string;
  reason: string;
  severity?: Asked['severity'] | undefined;
  rule?: string | undefined;
  evidence?: string | undefined;
  behalf?: string | undefined;
  duration?: string | undefined;
  messages?: number | undefined;
};

async function ask(context: Context, kind: Measure, typed: Typed) {
  const { db, actor } = context;
  const ruleId = typed.rule === undefined ? null : await resolveRule(db, actor.guildId, typed.rule);
  const asked: Asked = {
    kind,
    reason: typed.reason.trim(),
    severity: typed.severity,
    duration: typed.duration,
    ruleId,
    behalfId: typed.behalf,
    days: typed.messages,
  };
  return propose(context, typed.person, asked, typed.evidence);
}

export const warn = command({
  ...commandText.warn,
  ...common,
  options: { person, reason, severity, rule, evidence, behalf },
  run: (context, typed) => ask(context, 'warning', typed),
});

export const writeNote = command({
  ...commandText.note,
  ...common,
  options: {
    person,
    reason: string({ fr: 'texte', description: optionText.note, min: 3, max: longestReason }),
    evidence,
    behalf,
  },
  run: (context, typed) => ask(context, 'note', typed),
});

export const timeout = command({
  ...commandText.timeout,
  ...common,
  options: { person, duration: durationOption('timeout', optionText.duration), reason, severity, rule, evidence, behalf },
  run: (context, typed) => ask(context, 'timeout', typed),
});

export const kick = command({
  ...commandText.kick,
  ...common,
  options: { person, reason, severity, rule, evidence, behalf },
  run: (context, typed) => ask(context, 'kick', typed),
});

export const ban = command({
  ...commandText.ban,
  ...common,
  options: {
    person,
    reason,
    duration: optional(durationOption('tempban', optionText.banDuration)),
    severity,
    rule,
    messages: optional(integer({ fr: 'messages', description: optionText.messages, min: 0, max: 7 })),
    evidence,
    behalf,
  },
  run: (context, typed) => ask(context, typed.duration === undefined ? 'ban' : 'tempban', typed),
});

export const unban = command({
  ...commandText.unban,
  ...common,
  options: { person, reason: string({ fr: 'motif', description: optionText.liftReason, min: 3, max: longestReason }) },
  async run(context, { person: userId, reason: why }) {
    const { db, actor, discord } = context;
    const { guildId } = actor;
    const banned = await outcomeOf(discord.guilds.getMemberBan(guildId, userId));
    if (!banned.ok && banned.why === 'forbidden') throw refusedBy('permission');
    const found = await banOf(db, { guildId, userId, isBanned: banned.ok, isAdmin: await isAdmin(context) });
    const deed = { do: 'release', reason: why.trim(), caseId: found?.id ?? null } as const;
    return proposeRelease(context, userId, deed);
  },
});
