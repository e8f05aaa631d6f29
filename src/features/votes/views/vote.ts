import { type APIButtonComponent, type APIEmbedField, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { caseId as openCaseId, severities } from '../../../kernel/moderation.ts';
import { buttonOf, linkTo, paragraph, placeOf, type Row, row, separator, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { choiceNames, lengthText, measureNames, stateNames, text } from '../messages/vote.ts';
import { cast, confirmFor, quorum } from '../rules/vote.ts';
import type { VoteCard } from '../service/card.ts';
import type { VotePage } from '../service/vote.ts';
import { ballotId, choices, confirmId, declineId, expediteId, queueId, showId, withdrawId } from '../wire.ts';

type Vote = VoteCard['vote'];

/** Roles that one message names: a server may bind many, and a message has its limit. */
const mostCalled = 20;

const who = (userId: string, name: string | null): string =>
  name === null ? `<@${userId}>` : `<@${userId}> (${cut(escapeMarkdown(name), 80)})`;

export const measureOf = ({ measure, seconds }: Pick<Vote, 'measure' | 'seconds'>, locale: Locale): string => {
  const name = measure in measureNames ? measureNames[measure as keyof typeof measureNames][locale] : measure;
  return seconds === null ? name : `${name}, ${lengthText(seconds)[locale]}`;
};

/** What is proposed, with all that its reason rests on. */
function proposalOf({ vote, rule }: VoteCard, locale: Locale): string {
  const heads = [
    `**${measureOf(vote, locale)}**`,
    severities[vote.severity][locale].toLowerCase(),
    ...(rule ? [`${text.ruleOf(rule.number)[locale]} (${cut(escapeMarkdown(rule.title), 90)})`] : []),
  ];
  return `${heads.join(' · ')}\n${cut(escapeMarkdown(vote.reason), 700)}`;
}

function evidenceOf({ vote, evidence }: VoteCard, locale: Locale): string | null {
  if (!evidence) return null;
  const { content, files, channelId, messageId } = evidence;
  const said = content === '' ? text.wordless[locale] : `> ${cut(escapeMarkdown(content).replace(/\s*\n\s*/g, '\n> '), 700)}`;
  const link = messageId ? `\n${placeOf(vote.guildId, channelId, messageId)}` : '';
  return `${said}${files > 0 ? `\n${text.files(files)[locale]}` : ''}${link}`;
}

function outcomeOf({ vote, counts, opened }: VoteCard, locale: Locale): string {
  if (vote.state === 'open')
    return [
      text.castSoFar(cast(counts), quorum)[locale],
      text.closes(timeOf(vote.closesAt), timeOf(vote.closesAt, 'R'))[locale],
    ].join('\n');
  const decided = vote.decidedReason !== null || vote.decidedBy !== null;
  const decider = vote.decidedBy ? `<@${vote.decidedBy}>` : text.somebody[locale];
  return [
    text.result(counts)[locale],
    ...(vote.closedAt ? [text.closed(timeOf(vote.closedAt))[locale]] : []),
    ...(decided ? [text.decidedBy(decider, cut(escapeMarkdown(vote.decidedReason ?? ''), 400))[locale]] : []),
    ...(opened ? [(opened.hasFailed ? text.caseFailed : text.caseOf)(opened.number)[locale]] : []),
    ...(vote.state === 'adopted' && !opened ? [text.alreadySanctioned[locale]] : []),
  ].join('\n');
}

/** Three ways to answer, then how to end it; afterwards the way to what came of it. */
function waysOf({ vote, opened, evidence }: VoteCard, locale: Locale): Row[] {
  const address = { voteId: vote.id };
  const link =
    evidence?.messageId != null
      ? [linkTo(text.evidence[locale], placeOf(vote.guildId, evidence.channelId, evidence.messageId))]
      : [];
  if (vote.state === 'open') {
    const ballots = choices.map((choice) =>
      buttonOf(
        choiceNames[choice][locale],
        ballotId.encode({ choice, ...address }),
        choice === 'yes' ? ButtonStyle.Primary : ButtonStyle.Secondary,
      ),
    );
    return [
      row(...ballots),
      row(
        buttonOf(text.expedite[locale], expediteId.encode(address)),
        buttonOf(text.withdraw[locale], withdrawId.encode(address)),
        ...link,
      ),
    ];
  }
  const after: APIButtonComponent[] = [
    ...(opened ? [buttonOf(text.seeCase[locale], openCaseId.encode({ caseId: opened.id }))] : []),
    ...link,
  ];
  return after.length > 0 ? [row(...after)] : [];
}

/** A vote for whoever may read it. `callRoles`: those whom its first posting calls. */
export function voteCard(card: VoteCard, locale: Locale, callRoles: readonly string[] = []): Message {
  const { vote, history } = card;
  const evidence = evidenceOf(card, locale);
  const fields: APIEmbedField[] = [
    {
      name: text.about[locale],
      value: `${who(vote.userId, history.name)}\n${text.historyOf(history.cases, history.points)[locale]}`,
    },
    { name: text.proposal[locale], value: proposalOf(card, locale) },
    ...(evidence ? [{ name: text.evidence[locale], value: evidence }] : []),
    { name: text.by[locale], value: vote.proposedBy ? `<@${vote.proposedBy}>` : text.somebody[locale] },
    { name: text.ballots[locale], value: outcomeOf(card, locale) },
  ];
  const isCalling = vote.state === 'open' && callRoles.length > 0;
  return {
    ...(isCalling && {
      content: `${callRoles
        .slice(0, mostCalled)
        .map((id) => `<@&${id}>`)
        .join(' ')} ${text.call[locale]}`,
    }),
    embeds: [{ title: text.title(vote.id)[locale], description: `**${stateNames[vote.state][locale]}**`, fields }],
    components: waysOf(card, locale),
    allowed_mentions: isCalling ? { parse: [], roles: callRoles.slice(0, mostCalled) } : { parse: [] },
  };
}

/** The same where the person concerned reads: nothing of it, and the way to it for the others. */
export const sealedVote = (vote: Vote, locale: Locale): Message => ({
  embeds: [{ title: text.title(vote.id)[locale], description: `**${stateNames[vote.state][locale]}**\n${text.sealed[locale]}` }],
  components: [row(buttonOf(text.open[locale], showId.encode({ voteId: vote.id }), ButtonStyle.Primary))],
});

/** The last word on a permanent ban; afterwards what it was. */
export function askMessage(
  card: VoteCard,
  locale: Locale,
  options: { callRoles: readonly string[]; isSealed: boolean },
): Message {
  const { vote, history } = card;
  const isOpen = vote.state === 'confirming';
  const { callRoles, isSealed } = options;
  const until = new Date((vote.closedAt ?? vote.closesAt).getTime() + confirmFor);
  const said = isSealed ? text.sealed[locale] : text.ask(who(vote.userId, history.name), timeOf(until))[locale];
  const address = { voteId: vote.id };
  return {
    ...(isOpen &&
      callRoles.length > 0 && {
        content: callRoles
          .slice(0, mostCalled)
          .map((id) => `<@&${id}>`)
          .join(' '),
      }),
    embeds: [
      {
        title: text.askTitle(vote.id, measureOf(vote, locale))[locale],
        description: isOpen ? said : `**${stateNames[vote.state][locale]}**`,
      },
    ],
    components: isOpen
      ? [
          row(
            buttonOf(text.confirm[locale], confirmId.encode(address), ButtonStyle.Danger),
            buttonOf(text.decline[locale], declineId.encode(address)),
          ),
        ]
      : [],
    allowed_mentions: isOpen && callRoles.length > 0 ? { parse: [], roles: callRoles.slice(0, mostCalled) } : { parse: [] },
  };
}

/** All that is under way. */
export function votesScreen({ votes, total, page }: VotePage, size: number, locale: Locale): Message {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const lines = votes.flatMap(({ vote, cast: count }, index) => [
    ...(index > 0 ? [separator] : []),
    paragraph(
      [
        `**${text.title(vote.id)[locale]}** · ${stateNames[vote.state][locale]}`,
        `<@${vote.userId}> · ${measureOf(vote, locale)}`,
        ...(vote.state === 'open' ? [`${text.castSoFar(count, quorum)[locale]} ${timeOf(vote.closesAt, 'R')}`] : []),
      ].join('\n'),
    ),
    row(buttonOf(text.open[locale], showId.encode({ voteId: vote.id }))),
  ]);
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], queueId.encode({ page: page - 1 }))] : []),
    ...(page < last ? [buttonOf(text.next[locale], queueId.encode({ page: page + 1 }))] : []),
  ];
  return sheet([paragraph(`## ${text.queueTitle(total)[locale]}`), ...lines], ...(turns.length > 0 ? [row(...turns)] : []));
}
