import { type APIButtonComponent, type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { caseId, caseKinds, ruleTitle } from '../../../kernel/moderation.ts';
import { buttonOf, placeOf, plainNote, row, rows } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { wishes } from '../messages/appeal.ts';
import { text } from '../messages/review.ts';
import type { AppealFile, Late, LateAppeal, QueuePage } from '../service/review.ts';
import { decideIds, pageId, queueId } from '../wire.ts';
import { quoted } from './appeal.ts';

type Made = { authorId: string | null; behalfId: string | null };
const mentions = ({ authorId, behalfId }: Made): string | null => {
  const people = [...new Set([authorId, behalfId].flatMap((id) => (id ? [`<@${id}>`] : [])))];
  return people.length > 0 ? people.join(', ') : null;
};

function whoMay({ made }: AppealFile): Text {
  const not = mentions(made);
  if (not) return text.notBy(not);
  return made.origin === 'rule' || made.origin === 'compromised' ? text.anybody : text.notErased;
}

/** All that is said where every moderator reads it of a case that some of them may not see. */
function hiddenEmbed({ appeal, made }: AppealFile, locale: Locale): APIEmbed {
  const { state, dueAt } = appeal;
  const due = state === 'open' && dueAt ? [{ name: text.due[locale], value: timeOf(dueAt, 'D') }] : [];
  return {
    title: text.title(made.number)[locale],
    description: text.hidden[locale],
    fields: [{ name: text.state[locale], value: text.states[state][locale] }, ...due],
  };
}

/** `isPosted`: where the person concerned may read it too, if they are on the team. Who took the decision, or answered, is not in it. */
function embedOf(file: AppealFile, isPosted: boolean, locale: Locale): APIEmbed {
  const { appeal, made, rule, others, othersCount, points } = file;
  const { state, decidedAt, decidedBy, dueAt, toldVia } = appeal;
  const field = (label: Text, value: string) => ({ name: label[locale], value: cut(value, 1_024) });
  const by = isPosted ? null : mentions(made);
  const past = others.map(
    ({ number, kind, createdAt }) => `- n° ${number}, ${caseKinds[kind][locale]}, ${timeOf(createdAt, 'D')}`,
  );
  const more = othersCount - others.length;
  const stands = !decidedAt
    ? text.states[state][locale]
    : isPosted
      ? `${text.states[state][locale]}, ${timeOf(decidedAt)}`
      : `${text.states[state][locale]}, ${text.by(decidedBy ? `<@${decidedBy}>` : text.erased[locale], timeOf(decidedAt))[locale]}`;
  return {
    title: text.title(made.number)[locale],
    description: appeal.text === '' ? `-# ${text.erased[locale]}` : quoted(appeal.text, 2_400),
    fields: [
      field(text.state, stands),
      field(text.person, made.userId ? `<@${made.userId}>` : text.erased[locale]),
      field(text.wish, wishes[appeal.wish][locale]),
      field(
        text.decision,
        [
          `${caseKinds[made.kind][locale]}, ${timeOf(made.createdAt)}${by ? `, ${by}` : ''}`,
          ...(rule ? [escapeMarkdown(ruleTitle(rule, locale))] : []),
        ].join('\n'),
      ),
      ...(made.reason === '' ? [] : [field(text.reason, quoted(made.reason, 700))]),
      field(
        text.past,
        [
          othersCount === 0 ? text.noPast[locale] : past.join('\n'),
          ...(more > 0 ? [text.others(more)[locale]] : []),
          text.points(points)[locale],
        ].join('\n'),
      ),
      ...(state === 'open' && dueAt
        ? [
            field(text.due, `${timeOf(dueAt, 'D')} (${timeOf(dueAt, 'R')})`),
            field(text.who, (isPosted ? text.notErased : whoMay(file))[locale]),
          ]
        : []),
      ...(appeal.answer === '' ? [] : [field(text.answer, quoted(appeal.answer, 700))]),
      ...(toldVia === 'none' ? [field(text.attention, text.untold[locale])] : []),
    ],
  };
}

function buttonsOf({ appeal, made }: AppealFile, canReduce: boolean, locale: Locale): APIButtonComponent[] {
  const id = appeal.id;
  const decide = (
    outcome: 'accept' | 'reduce' | 'uphold',
    style: ButtonStyle.Success | ButtonStyle.Primary | ButtonStyle.Secondary,
  ) => buttonOf(text[outcome][locale], decideIds[outcome].encode({ appealId: id }), style);
  return [
    ...(appeal.state === 'open'
      ? [
          decide('accept', ButtonStyle.Success),
          ...(canReduce ? [decide('reduce', ButtonStyle.Primary)] : []),
          decide('uphold', ButtonStyle.Secondary),
        ]
      : []),
    buttonOf(text.seeCase[locale], caseId.encode({ caseId: made.id })),
  ];
}

type Card = Message & { components: NonNullable<Message['components']> };

/** The appeal with all that can be done about it, in the channel of the moderators. `canReduce`: something is left to make lighter. */
export const appealCard = (file: AppealFile, canReduce: boolean, locale: Locale): Card => ({
  content: '',
  embeds: [file.made.hiddenAt ? hiddenEmbed(file, locale) : embedOf(file, true, locale)],
  components: rows(buttonsOf(file, canReduce, locale)),
});

/** The queue of one moderator, one appeal at a time. */
export function queueScreen({ file, at, total }: QueuePage, canReduce: boolean, locale: Locale): Message {
  if (!file) return plainNote(text.noneWaiting[locale]);
  const turns = [
    ...(at > 0 ? [buttonOf(text.previous[locale], pageId.encode({ page: at - 1 }))] : []),
    ...(at < total - 1 ? [buttonOf(text.next[locale], pageId.encode({ page: at + 1 }))] : []),
  ];
  return {
    content: text.position(at + 1, total)[locale],
    embeds: [embedOf(file, false, locale)],
    components: [...rows(buttonsOf(file, canReduce, locale)), ...(turns.length > 0 ? [row(...turns)] : [])],
  };
}

/** What a moderator is told after a decision, with the way to the other appeals. */
export const decidedMessage = (said: Text, waiting: number, locale: Locale): Message =>
  plainNote(
    [said[locale], ...(waiting > 0 ? [text.waiting(waiting)[locale]] : [])].join('\n'),
    ...(waiting > 0 ? [row(buttonOf(text.seeWaiting(waiting)[locale], queueId.encode({})))] : []),
  );

function lateLine({ appeal, made }: LateAppeal, locale: Locale): string {
  const { guildId, cardChannelId, cardMessageId, sentAt } = appeal;
  const link = cardChannelId && cardMessageId ? `\n  ${placeOf(guildId, cardChannelId, cardMessageId)}` : '';
  const who = made.hiddenAt ? text.hiddenCase[locale] : made.userId ? `<@${made.userId}>` : text.erased[locale];
  return `- ${text.lateLine(made.number, who, sentAt ? timeOf(sentAt, 'R') : '')[locale]}${link}`;
}

/** To moderators, of the appeals that wait for too long. `ownerId`: who can decide when nobody else is there. */
export function lateMessage({ late, total }: Late, ownerId: string | null, locale: Locale): Message {
  const lines = late.map((one) => lateLine(one, locale));
  const more = total - late.length;
  const owner = ownerId ? [text.owner(`<@${ownerId}>`)[locale]] : [];
  return {
    content: text.late(total)[locale],
    embeds: [{ description: cut([...lines, ...(more > 0 ? [text.others(more)[locale]] : []), '', ...owner].join('\n'), 4_000) }],
    components: [row(buttonOf(text.seeWaiting(total)[locale], queueId.encode({})))],
  };
}
