import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { Locale } from '../../../kernel/text.ts';
import { reportText, stepText } from '../messages/report.ts';
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

const headline = (report: readonly Step[]) => {
  if (report.some(({ did }) => did === 'refused' || did === 'lost')) return reportText.partial;
  return report.every(({ did }) => did === 'kept') ? reportText.unchanged : reportText.done;
};

/** What a run of `/setup auto` did, what it could not do first. */
export function runReport(report: readonly Step[], locale: Locale): Message {
  const budget = Math.floor(textBudget / sections.length);
  const blocks = sections.flatMap(({ title, of }) => {
    const lines = report.filter(({ did }) => of.includes(did)).map((line) => `- ${stepText(line)[locale]}`);
    return lines.length === 0
      ? []
      : [`**${reportText[title][locale]}**\n${listing(lines, budget, (count) => text.more(count)[locale])}`];
  });
  const kept = report.filter(({ did }) => did === 'kept').map((line) => stepText(line)[locale]);
  return card(
    [`## ${headline(report)[locale]}`, ...blocks, ...kept],
    [{ label: text.diagnose[locale], customId: diagnoseId.encode({}), style: ButtonStyle.Secondary }],
  );
}

export const stillRunning = (locale: Locale): Message => card([reportText.running[locale]]);
