import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { caseKinds, caseId as openCaseId, severities } from '../../../kernel/moderation.ts';
import { buttonOf, note, paragraph, row, rows, selectOf, separator, sheet } from '../../../kernel/piece.ts';
import { cut, type Locale } from '../../../kernel/text.ts';
import { day, second, timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/act.ts';
import { durationText } from '../messages/duration.ts';
import { proposalFor } from '../rules/points.ts';
import type { ModerationCase } from '../service/case.ts';
import type { Plan, Preview } from '../service/plan.ts';
import { cancelId, changeId, confirmId, type Deed, planRuleId, type Sanction, stepId } from '../wire.ts';
import { quoted } from './told.ts';

const mention = (userId: string): string => `<@${userId}>`;

/** Points that the measure would add. */
const pointsOf = ({ severity }: Sanction, { setting }: Preview): number =>
  severity === null ? 0 : { low: setting.pointsLow, medium: setting.pointsMedium, high: setting.pointsHigh }[severity];

function facts(deed: Sanction, preview: Preview, now: Date, locale: Locale): string {
  const { severity, seconds, deleteSeconds, behalfId, evidenceId } = deed;
  return [
    ...(severity === null ? [] : [text.severityLine(severities[severity], pointsOf(deed, preview))[locale]]),
    ...(seconds === null
      ? []
      : [text.durationLine(durationText(seconds), timeOf(new Date(now.getTime() + seconds * second)))[locale]]),
    ...(deleteSeconds > 0 ? [text.deletionLine(Math.ceil((deleteSeconds * second) / day))[locale]] : []),
    ...(behalfId === null ? [] : [text.behalfLine(mention(behalfId))[locale]]),
    ...(evidenceId === null ? [] : [text.evidenceLine[locale]]),
  ].join('\n');
}

function history({ cases, total }: Preview, locale: Locale): string {
  const lines = cases.map(
    ({ number, kind, createdAt, points }) => text.historyLine(number, caseKinds[kind], timeOf(createdAt, 'R'), points)[locale],
  );
  const older = total - cases.length;
  return [text.history(total)[locale], ...lines, ...(older > 0 ? [text.older(older)[locale]] : [])].join('\n');
}

function outlook(deed: Sanction, preview: Preview, locale: Locale): string {
  const { points, setting } = preview;
  const after = points + pointsOf(deed, preview);
  const proposal = proposalFor(after, setting);
  const next = proposal === 'none' ? text.proposal.none(setting.timeoutAt - after) : text.proposal[proposal];
  return [text.points(points, after)[locale], next[locale]].join('\n');
}

/** What the points propose, unless the measure is already that or more. */
function proposals(plan: Plan, deed: Sanction, preview: Preview, locale: Locale): APIButtonComponent[] {
  const proposal = proposalFor(preview.points + pointsOf(deed, preview), preview.setting);
  const planId = plan.id;
  if (deed.kind === 'note' || proposal === 'none') return [];
  return [
    ...(deed.kind === 'warning' ? [buttonOf(text.takeTimeout[locale], stepId.encode({ planId, kind: 'timeout' }))] : []),
    ...(proposal === 'removal' && (deed.kind === 'warning' || deed.kind === 'timeout')
      ? [buttonOf(text.takeKick[locale], stepId.encode({ planId, kind: 'kick' }))]
      : []),
  ];
}

/** What would be done, and all that whoever decides should know before they confirm. `read`: what the person will be sent. */
export function planScreen(
  plan: Plan,
  deed: Sanction,
  { preview, read, now }: { preview: Preview; read: string | null; now: Date },
  locale: Locale,
): Message {
  const planId = plan.id;
  const { rules } = preview;
  const about = facts(deed, preview, now, locale);
  const words =
    read === null
      ? [text.reasonLine(quoted(deed.reason, 1_400))[locale], text.willNotRead[locale]].join('\n')
      : `${text.willRead[locale]}\n${cut(
          read
            .split('\n')
            .map((line) => `> ${line}`)
            .join('\n'),
          2_200,
        )}`;
  const suggested = proposals(plan, deed, preview, locale);
  return sheet(
    [
      paragraph(`${text.title(caseKinds[deed.kind], mention(plan.targetId))[locale]}\n${text.nothingYet[locale]}`),
      ...(about === '' ? [] : [paragraph(about)]),
      separator,
      paragraph(`${history(preview, locale)}\n${outlook(deed, preview, locale)}`),
      separator,
      paragraph(words),
    ],
    ...(rules.length > 0
      ? [
          selectOf(
            planRuleId.encode({ planId }),
            text.chooseRule[locale],
            rules.map(({ id, number, title, titleEn }) => ({
              label: cut(`${number}. ${locale === 'en' && titleEn ? titleEn : title}`, 100),
              value: String(id),
              default: id === deed.ruleId,
            })),
            { min: 0 },
          ),
        ]
      : []),
    ...rows(suggested),
    row(
      buttonOf(text.confirm[locale], confirmId.encode({ planId, version: plan.version }), ButtonStyle.Danger),
      buttonOf(text.change[locale], changeId.encode({ planId })),
      buttonOf(text.cancel[locale], cancelId.encode({ planId })),
    ),
  );
}

export function releaseScreen(plan: Plan, deed: Extract<Deed, { do: 'release' }>, { ended }: Preview, locale: Locale): Message {
  const planId = plan.id;
  return sheet(
    [
      paragraph(
        `${text.lifting(ended?.number ?? null, ended ? caseKinds[ended.kind] : null, mention(plan.targetId))[locale]}\n${text.nothingYet[locale]}`,
      ),
      paragraph(text.reasonLine(quoted(deed.reason, 1_400))[locale]),
    ],
    row(
      buttonOf(text.confirm[locale], confirmId.encode({ planId, version: plan.version }), ButtonStyle.Success),
      buttonOf(text.cancel[locale], cancelId.encode({ planId })),
    ),
  );
}

/** After the confirmation. */
export function doneScreen({ id, number, kind, userId }: ModerationCase, locale: Locale): Message {
  const next = kind === 'note' ? text.noted : kind === 'release' ? text.liftUnderway : text.underway;
  const who = userId === null ? '–' : mention(userId);
  return note(
    `${text.done(number, caseKinds[kind], who)[locale]} ${next[locale]}`,
    row(buttonOf(text.seeCase[locale], openCaseId.encode({ caseId: id }))),
  );
}

/** A rule among the proposals of an option: its id, so that another of the same number cannot take its place. */
export const ruleProposal = (
  { id, number, title, titleEn }: { id: number; number: number; title: string; titleEn: string },
  locale: Locale,
) => ({ name: cut(`${number}. ${locale === 'en' && titleEn ? titleEn : title}`, 100), value: `#${id}` });
