import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row, selectOf } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale, localeOf } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/ask.ts';
import { listed, skillText, slotText, themeName } from '../messages/reason.ts';
import { text as requestText } from '../messages/request.ts';
import type { Question } from '../service/answer.ts';
import { acceptId, answerId, declineId, mentorsId, notNowId, questionId, type Why } from '../wire.ts';
import { keptReasons, reasonsText } from './reason.ts';

const shown = (typed: string, limit: number): string => cut(escapeMarkdown(typed), limit) || '—';
const nameOf = (name: string): string => cut(name || '?', 60);

/** What a mentor can answer; `number` where several questions stand in one message. */
export const answerButtons = ({ id: askId, guildId, state }: Question, locale: Locale, number = ''): APIButtonComponent[] => [
  buttonOf(`${number}${text.accept[locale]}`, acceptId.encode({ guildId, askId }), ButtonStyle.Success),
  buttonOf(`${number}${text.decline[locale]}`, declineId.encode({ guildId, askId })),
  ...(state === 'asked' ? [buttonOf(`${number}${text.ask[locale]}`, questionId.encode({ guildId, askId }))] : []),
];

/** The question as a mentor is asked it. Works where nobody has roles: a direct message, a thread. */
export function questionMessage(question: Question): Message {
  const locale = localeOf(question.mentorLocale);
  const { request, learner, dueAt, state } = question;
  const reasons = keptReasons(question.reasons);
  const times = listed(
    question.mentorSlots.map((slot) => slotText(slot, locale)),
    locale,
  );
  const why = reasonsText(
    reasons.filter(({ part }) => part !== 'time'),
    [],
    'mentor',
    locale,
  );
  return {
    embeds: [
      {
        title: cut(text.title(escapeMarkdown(nameOf(learner)))[locale], 256),
        description: [
          text.who(request.userId)[locale],
          state === 'question' ? text.waitsLearner[locale] : dueAt ? text.until(timeOf(dueAt))[locale] : '',
        ].join('\n'),
        fields: [
          ...(question.question && question.answer
            ? [
                { name: text.yourQuestion[locale], value: shown(question.question, 1_000) },
                { name: text.theirAnswer[locale], value: shown(question.answer, 1_000) },
              ]
            : []),
          { name: text.goals[locale], value: shown(request.goals, 1_000) },
          { name: text.themes[locale], value: request.themes.map((id) => themeName(id)[locale]).join(', ') || '—' },
          ...(request.skills.length > 0
            ? [{ name: text.skills[locale], value: cut(request.skills.map((id) => skillText(id, locale)).join(', '), 1_000) }]
            : []),
          { name: text.times[locale], value: cut(times || text.noTimes[locale], 1_000) },
          ...(why ? [{ name: text.why[locale], value: cut(why, 1_000) }] : []),
        ],
      },
    ],
    components: [row(...answerButtons(question, locale))],
  };
}

export function remindMessage(question: Question): Message {
  const locale = localeOf(question.mentorLocale);
  return {
    content: text.remind(nameOf(question.learner), question.dueAt ? timeOf(question.dueAt) : '')[locale],
    components: [row(...answerButtons(question, locale))],
  };
}

/** To whoever learns: the mentor's question. */
export function askedBackMessage({ id: askId, guildId, request, mentor, question, dueAt }: Question): Message {
  const locale = localeOf(request.locale);
  return {
    content: [
      text.questionFrom(nameOf(mentor))[locale],
      `> ${shown((question ?? '').replace(/\s+/g, ' '), 1_000)}`,
      dueAt ? text.answerUntil(timeOf(dueAt))[locale] : '',
    ].join('\n'),
    components: [row(buttonOf(text.answer[locale], answerId.encode({ guildId, askId }), ButtonStyle.Primary))],
  };
}

export const closedMessage = ({ learner, mentorLocale }: Question): Message => ({
  content: text.closed(nameOf(learner))[localeOf(mentorLocale)],
});
export const silenceMentorMessage = (locale: Locale): Message => ({ content: text.silenceMentor[locale] });
export const silenceLearnerMessage = (mentor: string, locale: Locale): Message => ({
  content: text.silenceLearner(nameOf(mentor))[locale],
});

/** What became of a question and what comes next, in one message. `name` null: the mentor is forgotten. */
export function newsMessage(
  request: { id: number; guildId: string; locale: string },
  { why, name, next }: { why: Exclude<Why, 'dropped'>; name: string | null; next: string | null },
): Message {
  const locale = localeOf(request.locale);
  const address = { guildId: request.guildId, requestId: request.id };
  return {
    content: `${text.news(why, name === null ? null : nameOf(name))[locale]} ${next === null ? text.nobodyNext[locale] : text.next(nameOf(next))[locale]}`,
    components: [
      row(
        buttonOf(
          requestText[next === null ? 'see' : 'seeOthers'][locale],
          mentorsId.encode(address),
          next === null ? ButtonStyle.Primary : ButtonStyle.Secondary,
        ),
      ),
    ],
  };
}

/** In the place of the question, once it is answered. */
export const acceptedNote = (learner: string, isWaiting: boolean, locale: Locale): Message => ({
  content: (isWaiting ? text.acceptedWaiting : text.accepted)(nameOf(learner))[locale],
  embeds: [],
  components: [],
});

export const declinedNote = (guildId: string, learner: string, locale: Locale): Message => ({
  content: `${text.declined(nameOf(learner))[locale]}\n${text.notNow[locale]}`,
  embeds: [],
  components: [
    selectOf(
      notNowId.encode({ guildId }),
      text.pauseFor[locale],
      Object.entries(text.months).map(([value, label]) => ({ value, label: label[locale] })),
    ),
  ],
});

/** In short, among others that wait. */
export function questionLine(question: Question, locale: Locale, number: number): string {
  const { learner, request, dueAt, state } = question;
  return [
    `**${number}.** ${bold(nameOf(learner))}${dueAt && state === 'asked' ? ` · ${timeOf(dueAt, 'R')}` : ''}`,
    `> ${shown(request.goals.replace(/\s+/g, ' '), 300)}`,
    ...(state === 'question' ? [text.waitsLearner[locale]] : []),
    reasonsText(keptReasons(question.reasons), question.mentorSlots, 'mentor', locale),
  ]
    .filter(Boolean)
    .join('\n');
}
