import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { endId, planId, profileId, requestId as requestButtonId } from '../../../kernel/mentoring.ts';
import { buttonOf, paragraph, type Row, row, rows, separator, sheet } from '../../../kernel/piece.ts';
import { cut, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text as requestText } from '../messages/request.ts';
import { text } from '../messages/status.ts';
import type { Leaving } from '../service/leave.ts';
import type { OwnPair, Status } from '../service/status.ts';
import { leaveSureId, mentorsId } from '../wire.ts';
import { answerButtons, questionLine } from './ask.ts';
import { queueRows, queueText } from './request.ts';

const nameOf = (name: string): string => cut(name || '?', 60);

const pairText = ({ other, createdAt, asMentor, state, threadId }: OwnPair, number: number, locale: Locale): string =>
  [
    `**${number}.** ${text.pair(nameOf(other), timeOf(createdAt, 'D'), asMentor)[locale]}`,
    state === 'paused' ? text.pairPaused[locale] : '',
    threadId ? `<#${threadId}>` : '',
  ]
    .filter(Boolean)
    .join(' ');

/** Pairs with buttons, in one message: with its other parts it must stay under Discord's 40 components. */
const buttonedPairs = 6;

/** Everything that waits for somebody, of either side, each with its next step. `offers`: what their roles let them begin. */
export function statusScreen(
  { own, waiting, pairs, mentor }: Status,
  { asks, helps }: { asks: boolean; helps: boolean },
  locale: Locale,
): Message {
  const body = [paragraph(`## ${text.title[locale]}`)];
  const below: Row[] = [];
  if (waiting.length > 0) {
    body.push(paragraph(`### ${text.waitingTitle[locale]}`));
    waiting.forEach((question, index) => {
      body.push(paragraph(cut(questionLine(question, locale, index + 1), 560)));
      below.push(row(...answerButtons(question, locale, waiting.length > 1 ? `${index + 1}. ` : '')));
    });
  }
  if (own) {
    const { id: requestId, guildId } = own.request;
    body.push(
      paragraph(`### ${text.ownTitle[locale]}\n${own.asks.length > 0 ? queueText(own.asks, locale) : text.ownWaits[locale]}`),
    );
    below.push(
      row(
        buttonOf(requestText.see[locale], mentorsId.encode({ guildId, requestId }), ButtonStyle.Primary),
        buttonOf(requestText.back[locale], requestButtonId.encode({})),
      ),
      ...queueRows(own, locale),
    );
  }
  if (pairs.length > 0) {
    body.push(separator, paragraph(`### ${text.pairsTitle[locale]}`));
    body.push(paragraph(pairs.map((pair, index) => pairText(pair, index + 1, locale)).join('\n')));
    const number = (index: number) => (pairs.length > 1 ? `${index + 1}. ` : '');
    below.push(
      ...rows(
        pairs
          .slice(0, buttonedPairs)
          .flatMap(({ id: pairId }, index) => [
            buttonOf(`${number(index)}${text.plan[locale]}`, planId.encode({ pairId })),
            buttonOf(`${number(index)}${text.end[locale]}`, endId.encode({ pairId })),
          ]),
      ),
    );
  }
  if (!own && waiting.length + pairs.length === 0) body.push(paragraph(text.nothing[locale]));
  const isLearner = pairs.some(({ asMentor }) => !asMentor);
  const more = [
    ...(asks && !own && !isLearner ? [buttonOf(requestText.ask[locale], requestButtonId.encode({}), ButtonStyle.Primary)] : []),
    ...(mentor !== null || helps ? [buttonOf(text[mentor === null ? 'offer' : 'profile'][locale], profileId.encode({}))] : []),
  ];
  return sheet(body, ...below, ...rows(more));
}

/** All that ends, before it does. */
export const leaveScreen = ({ hasRequest, hasProfile, pairs }: Leaving, locale: Locale): Message =>
  sheet(
    [
      paragraph(
        [
          `## ${text.leaveTitle[locale]}`,
          ...(hasRequest ? [`- ${text.leaveRequest[locale]}`] : []),
          ...(hasProfile ? [`- ${text.leaveProfile[locale]}`] : []),
          ...pairs.map(({ other, asMentor }) => `- ${text.leavePair(nameOf(other), asMentor)[locale]}`),
          '',
          text.leaveHow[locale],
        ].join('\n'),
      ),
    ],
    row(buttonOf(text.leaveSure[locale], leaveSureId.encode({}), ButtonStyle.Danger)),
  );
