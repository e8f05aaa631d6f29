import { type APISelectMenuOption, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, paragraph, row, selectOf, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text } from '../messages/change.ts';
import { text as pairText } from '../messages/pair.ts';
import { mostGoals } from '../rules/limit.ts';
import type { OwnPair, PairKey } from '../service/pair.ts';
import type { Goal } from '../service/thread.ts';
import { goalAddId, goalDropId, goalEditId, goalPickId, goalProgressId, goalsId, noteEditId } from '../wire.ts';
import { goalLine } from './pair.ts';

export const steps = [0, 25, 50, 75, 100] as const;

/** What the pair aims at, to one of the two. */
export function goalsScreen(address: PairKey, goals: readonly Goal[], locale: Locale): Message {
  return sheet(
    [
      paragraph(`## ${pairText.goalsTitle[locale]}`),
      paragraph(text.goalsHow[locale]),
      ...(goals.length === 0 ? [paragraph(pairText.noGoals[locale])] : goals.map((goal) => paragraph(goalLine(goal, locale)))),
    ],
    ...(goals.length > 0
      ? [
          selectOf(
            goalPickId.encode(address),
            text.goalPick[locale],
            goals.map(({ id, place, text: goal, progress }) => ({
              value: String(id),
              label: cut(`${place}. ${goal}`, 100),
              description: text.progress(progress)[locale],
            })),
          ),
        ]
      : []),
    row(buttonOf(text.goalAdd[locale], goalAddId.encode(address), ButtonStyle.Primary, { disabled: goals.length >= mostGoals })),
  );
}

/** One goal, and how far it is. */
export const goalScreen = (address: PairKey, goal: Goal, locale: Locale): Message => {
  const key = { ...address, goalId: goal.id };
  return sheet(
    [paragraph(`## ${pairText.goalsTitle[locale]}`), paragraph(goalLine(goal, locale))],
    selectOf(
      goalProgressId.encode(key),
      text.goalProgress[locale],
      steps.map((step) => ({ value: String(step), label: text.progress(step)[locale], default: step === goal.progress })),
    ),
    row(
      buttonOf(text.goalEdit[locale], goalEditId.encode(key)),
      buttonOf(text.goalDrop[locale], goalDropId.encode(key), ButtonStyle.Danger),
      buttonOf(text.goalBack[locale], goalsId.encode(address)),
    ),
  );
};

export const noteScreen = (address: PairKey, written: string, locale: Locale): Message =>
  sheet(
    [
      paragraph(`## ${text.notesTitle[locale]}`),
      paragraph(`-# ${text.notesHow[locale]}`),
      paragraph(written === '' ? text.noteEmpty[locale] : cut(escapeMarkdown(written), 3_600)),
    ],
    row(buttonOf(text.noteEdit[locale], noteEditId.encode(address), ButtonStyle.Primary)),
  );

/** The choice of one's availability, which is not a pair. */
export const ownValue = 'own';

const optionOf = ({ id, otherName }: OwnPair, locale: Locale): APISelectMenuOption => ({
  value: String(id),
  label: cut((otherName ? text.pairWith(otherName) : text.pairWithNobody)[locale], 100),
});

/** Which one, when somebody has several. */
export const pickScreen = (
  customId: string,
  question: string,
  { pairs, hasOwn }: { pairs: readonly OwnPair[]; hasOwn: boolean },
  locale: Locale,
): Message => ({
  content: question,
  components: [
    selectOf(customId, cut(question, 150), [
      ...(hasOwn ? [{ value: ownValue, label: text.availability[locale], description: text.availabilityHow[locale] }] : []),
      ...pairs.map((pair) => optionOf(pair, locale)),
    ]),
  ],
});
