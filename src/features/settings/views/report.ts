import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { Locale } from '../../../kernel/text.ts';
import { placesText, reportText, stepText } from '../messages/report.ts';
import { text } from '../messages/setup.ts';
import { diagnoseId, type Step } from '../wire.ts';
import { card, listing, textBudget } from './card.ts';

const sections: readonly {
  title: keyof typeof reportText & ('created' | 'adopted' | 'mended' | 'noticed' | 'refused');
  of: readonly Step['did'][];
}[] = [
  { title: 'refused', of: ['refused', 'lost'] },
  { title: 'created', of: ['created'] },
  { title: 'adopted', of: ['adopted'] },
  { title: 'mended', of: ['mended', 'deployed'] },
  { title: 'noticed', of: ['passed', 'forgot'] },
];

/** What the last run did not manage, for who looks at the settings later. */
export function unsettled(report: readonly Step[], locale: Locale): string {
  const lines = linesOf(
    report.filter(({ did }) => did === 'refused' || did === 'lost'),
    locale,
  );
  if (lines.length === 0) return '';
  return `**${reportText.refused[locale]}**\n${listing(lines, 600, (count) => text.more(count)[locale])}`;
}

const headline = (report: readonly Step[]) => {
  if (report.some(({ did }) => did === 'refused' || did === 'lost')) return reportText.partial;
  return report.every(({ did }) => did === 'kept') ? reportText.unchanged : reportText.done;
};

/** Mentions in one line: a longer one would be cut in the middle of one. */
const mentions = 20;

/** Places that were just created or adopted share a line with others of their kind; whatever needs a word has its own. */
function linesOf(steps: readonly Step[], locale: Locale): string[] {
  const isPlain = (line: Step) => line.did === 'adopted' || (line.did === 'created' && line.lacking.length === 0);
  const grouped = (['role', 'category', 'channel', 'overwrite'] as const).flatMap((what) => {
    const ids = steps.flatMap((line) => (isPlain(line) && 'id' in line && line.what === what ? [line.id] : []));
    return Array.from({ length: Math.ceil(ids.length / mentions) }, (_, index) =>
      placesText(what, ids.slice(index * mentions, (index + 1) * mentions)),
    );
  });
  const told = steps.filter((line) => !isPlain(line)).map(stepText);
  return [...grouped, ...told].map((line) => `- ${line[locale]}`);
}

/** What a run of `/setup auto` did, what it could not do first. */
export function runReport(report: readonly Step[], locale: Locale): Message {
  const budget = Math.floor(textBudget / sections.length);
  const blocks = sections.flatMap(({ title, of }) => {
    const lines = linesOf(
      report.filter(({ did }) => of.includes(did)),
      locale,
    );
    return lines.length === 0
      ? []
      : [`**${reportText[title][locale]}**\n${listing(lines, budget, (count) => text.more(count)[locale])}`];
  });
  const kept = report.flatMap((line) => (line.did === 'kept' && line.roles + line.channels > 0 ? [stepText(line)[locale]] : []));
  return card(
    [`## ${headline(report)[locale]}`, ...blocks, ...kept],
    [{ label: text.diagnose[locale], customId: diagnoseId.encode({}), style: ButtonStyle.Secondary }],
  );
}

export const stillRunning = (locale: Locale): Message => card([reportText.running[locale]]);
