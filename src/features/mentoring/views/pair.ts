import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, paragraph, row, selectOf, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { doubts as doubtTexts, hindranceText, text } from '../messages/pair.ts';
import type { Preview } from '../service/pair.ts';
import type { Proposal } from '../service/propose.ts';
import { pairSureId, pairWithId } from '../wire.ts';
import { fitText } from './reason.ts';

/** What staff weigh before they pair two people. Who avoids whom is not said. */
export function previewScreen(
  { mentorId, learnerId, mentor, learner, fit, slots, doubts, hindrance }: Preview,
  locale: Locale,
): Message {
  const body = paragraph(
    [
      `## ${text.title(cut(mentor, 60), cut(learner, 60))[locale]}`,
      `<@${mentorId}> · <@${learnerId}>`,
      ...(hindrance
        ? [`**${hindranceText(hindrance)[locale]}**`]
        : [
            fit ? fitText(fit, slots, 'staff', locale) : text.noScore[locale],
            ...doubts.map((doubt) => `- ${doubtTexts[doubt][locale]}`),
            text.how[locale],
          ]),
    ].join('\n'),
  );
  if (hindrance) return sheet([body]);
  return sheet(
    [body],
    row(
      buttonOf(
        text.confirm[locale],
        pairSureId.encode({ mentorId, learnerId }),
        doubts.length > 0 ? ButtonStyle.Danger : ButtonStyle.Success,
      ),
    ),
  );
}

/** The best mentors of a request, for staff to choose from. */
export const pairChoice = (
  { requestId, learner }: { requestId: number; learner: string },
  proposals: readonly Proposal[],
  locale: Locale,
): Message =>
  sheet(
    [
      paragraph(`## ${text.choose(cut(learner, 60))[locale]}`),
      ...(proposals.length === 0
        ? [paragraph(text.nobody[locale])]
        : proposals.map(({ mentorId, name, job, fit, slots }) =>
            paragraph(
              cut(
                `**${escapeMarkdown(cut(name || '?', 60))}** (<@${mentorId}>)${job ? ` · ${escapeMarkdown(cut(job, 100))}` : ''}\n${fitText(fit, slots, 'staff', locale)}`,
                600,
              ),
            ),
          )),
    ],
    ...(proposals.length === 0
      ? []
      : [
          selectOf(
            pairWithId.encode({ requestId }),
            text.placeholder[locale],
            proposals.map(({ mentorId, name }) => ({ value: mentorId, label: cut(name || '?', 100) })),
          ),
        ]),
  );
