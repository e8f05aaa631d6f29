import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { Feature } from '../../../kernel/feature.ts';
import { cut, type Locale } from '../../../kernel/text.ts';
import { adviceFor, refusalOf } from '../messages/findings.ts';
import { text } from '../messages/setup.ts';
import type { FaultGroup, Finding } from '../rules/findings.ts';
import { diagnoseId, mendId, recheckId } from '../wire.ts';
import { type CardButton, card, listing, textBudget } from './card.ts';

const isNote = (finding: Finding): boolean => finding.kind === 'feature' && finding.advice.isNote === true;

/** Each thing that is wrong, numbered, with what to do; a button mends what the bot can. */
export function diagnosticCard(all: readonly Finding[], locale: Locale, { isMending = false } = {}): Message {
  const findings = all.filter((finding) => !isNote(finding));
  const notes = all.filter(isNote).map((finding) => {
    const { problem, fix } = adviceFor(finding);
    return `- ${problem[locale]} ${fix[locale]}`;
  });
  const known = notes.length > 0 ? `${text.toKnow[locale]}\n${listing(notes, 1_200, (count) => text.more(count)[locale])}` : '';
  const title = `## ${text.diagnosticTitle(findings.length)[locale]}`;
  const recheck: CardButton = { label: text.again[locale], customId: recheckId.encode({}) };
  const unfinished = isMending ? text.mendUnfinished[locale] : '';
  if (findings.length === 0) return card([title, unfinished || text.healthy[locale], known], [recheck]);

  const lines = findings.map((finding, index) => {
    const { problem, fix } = adviceFor(finding);
    return `**${index + 1}.** ${problem[locale]}\n→ ${fix[locale]}`;
  });
  const mendable = findings.filter(({ remedy }) => remedy !== null).length;
  return card(
    [
      title,
      unfinished,
      listing(lines, textBudget - 200 - known.length, (count) => text.otherFindings(count)[locale]),
      mendable > 0 ? text.mendable(mendable)[locale] : '',
      known,
    ],
    [
      ...(mendable > 0 ? [{ label: text.mend[locale], customId: mendId.encode({}), style: ButtonStyle.Primary as const }] : []),
      recheck,
    ],
  );
}

/** What Discord refused lately, for the staff's channel: one line a kind of task. */
export function faultAlert(
  groups: readonly FaultGroup[],
  features: readonly Pick<Feature, 'name' | 'description'>[],
  locale: Locale,
): Message {
  const lines = groups.map(({ task, code, count }) => {
    const description = features.find(({ name }) => task.startsWith(`${name}.`))?.description[locale];
    const line = text.faultLine(task, refusalOf(code), count)[locale];
    return description ? `${line}. ${cut(description, 150)}` : line;
  });
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return {
    content: cut([text.faultsTold(total)[locale], listing(lines, 1_500, (count) => text.more(count)[locale])].join('\n'), 2_000),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Primary,
            label: text.diagnose[locale],
            custom_id: diagnoseId.encode({}),
          },
        ],
      },
    ],
  };
}
