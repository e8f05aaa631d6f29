import { type APIEmbedField, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { actId, myCasesOfId, proposeId } from '../../../kernel/moderation.ts';
import { buttonOf, linkTo, paragraph, placeOf, row, rows, selectOf, separator, sheet } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { saidReason, saidStep, text } from '../messages/hit.ts';
import { text as ruleText } from '../messages/rule.ts';
import type { Found } from '../rules/hit.ts';
import { cardPageSize, pageSize, shownHits } from '../rules/limit.ts';
import type { Found as OfPerson } from '../service/card.ts';
import type { HitPage, HitWith } from '../service/hit.ts';
import type { Restoring } from '../service/restore.ts';
import {
  closeId,
  foundedId,
  foundId,
  hitIdOpen,
  hitPickId,
  hitsId,
  hitsPageId,
  judgeId,
  mistakenId,
  recogniseId,
  restoreAllId,
  restoreId,
  showId,
} from '../wire.ts';
import { turnsOf } from './rule.ts';

const reasonsOf = ({ found }: Pick<HitWith, 'found'>, locale: Locale): string =>
  (found as unknown as Found[]).map(({ reason }) => saidReason(reason, locale)).join(' ; ');

/** As moderators read it: a password or key that somebody published by mistake is not published again. */
function contentOf({ content, found }: Pick<HitWith, 'content' | 'found'>): string {
  const spans = (found as unknown as Found[]).filter(({ kind }) => kind === 'secret').flatMap((one) => one.spans);
  return spans.reduceRight((text_, { start, end }) => `${text_.slice(0, start)}•••${text_.slice(end)}`, content);
}

/** What was written, in one line; who joins has written nothing. */
const wordsOf = (hit: Pick<HitWith, 'content' | 'event' | 'found'>, length: number, locale: Locale): string => {
  const { event } = hit;
  const content = contentOf(hit);
  if (event === 'join') return `*${text.joined[locale]}*`;
  return content === '' ? `*${text.noWords[locale]}*` : cut(escapeMarkdown(content).replace(/\s+/g, ' '), length);
};

const verdictOf = ({ verdict, mode, isDue }: HitWith, locale: Locale): string => {
  if (verdict) return text[verdict][locale];
  if (mode === 'shadow') return text.shadow[locale];
  return (isDue ? text.unjudged : text.counted)[locale];
};

const isRefused = ({ doneAt, failure }: HitWith['restores'][number]): boolean => doneAt === null && failure !== null;

/** What was refused may be tried again; of a key that somebody published nothing was kept. */
const canComeBack = ({ messages, restores, found }: Pick<HitWith, 'messages' | 'restores' | 'found'>): boolean =>
  !(found as unknown as Found[]).some(({ kind }) => kind === 'secret') &&
  messages.some(
    ({ removedAt, messageId }) => removedAt !== null && !restores.some((one) => one.messageId === messageId && !isRefused(one)),
  );

const restoredOf = ({ guildId, restores }: HitWith, locale: Locale): string[] =>
  restores.map((one) =>
    one.restoredId
      ? text.restored(placeOf(guildId, one.channelId, one.restoredId))[locale]
      : (isRefused(one) ? text.refusedBack : one.doneAt ? text.notRestored : text.restoring)[locale],
  );

const nameOf = ({ userName }: Pick<HitWith, 'userName'>): string => cut(escapeMarkdown(userName), 80);
const whoOf = (hit: Pick<HitWith, 'userId' | 'userName'>): string => `<@${hit.userId}> (${nameOf(hit)})`;

const linesOf = (hit: HitWith, locale: Locale): string =>
  [
    `**${escapeMarkdown(cut(hit.rule.name, 80))}**${hit.channelId ? ` · <#${hit.channelId}>` : ''} · ${timeOf(hit.createdAt, 'R')} · ${verdictOf(hit, locale)}`,
    `> ${wordsOf(hit, 180, locale)}`,
    `-# ${cut(reasonsOf(hit, locale), 200)}`,
    ...hit.actions.slice(0, 4).map(({ kind, state }) => `-# ${saidStep(kind, state)[locale]}`),
    ...restoredOf(hit, locale).map((line) => `-# ${line}`),
  ].join('\n');

/** From where a moderator begins a sanction. */
const sourceOf = ({ id, userId, evidenceId }: Pick<HitWith, 'id' | 'userId' | 'evidenceId'>) => ({
  userId,
  evidenceId: evidenceId ?? 0,
  source: 'hit' as const,
  sourceId: id,
});

/** The card of what was found of one person or of a crowd: an embed, since it is edited as more comes and mentions moderators. */
export function cardMessage(
  { card, hits, total, removed, history, people }: OfPerson,
  roleIds: readonly string[],
  locale: Locale,
): Message {
  const { id: cardId, userId, closedAt, isCall, calledAt } = card;
  const isOne = userId !== null;
  const [last] = hits;
  const shown = hits.slice(0, shownHits);
  const more = total - shown.length;
  const fields: APIEmbedField[] = isOne
    ? [
        { name: text.person[locale], value: `<@${userId}> (${last ? nameOf(last) : '…'})`, inline: true },
        { name: text.history[locale], value: text.historyOf(history.cases, history.points)[locale], inline: true },
      ]
    : [{ name: text.people[locale], value: text.crowd(people)[locale] }];
  // Mentioned once: an edit mentions nobody.
  const call = isCall && calledAt === null && roleIds.length > 0 ? roleIds.map((id) => `<@&${id}>`).join(' ') : '';
  const source = isOne && last ? sourceOf(last) : null;
  const restoring =
    removed === 0 || !last
      ? []
      : total === 1 && canComeBack(last)
        ? [buttonOf(text.restore[locale], restoreId.encode({ hitId: last.id }), ButtonStyle.Success)]
        : [buttonOf(text.restoreAll[locale], restoreAllId.encode({ cardId }), ButtonStyle.Success)];
  return {
    content: call === '' ? '' : text.call(call)[locale],
    allowed_mentions: call === '' ? { parse: [] } : { parse: [], roles: [...roleIds].slice(0, 100) },
    embeds: [
      {
        title: text.cardTitle(total)[locale],
        description: cut(
          [
            ...shown.map((hit) => (isOne ? linesOf(hit, locale) : `${whoOf(hit)}\n${linesOf(hit, locale)}`)),
            ...(more > 0 ? [text.others(more)[locale]] : []),
            ...(closedAt ? [`**${text.closed[locale]}**`] : []),
          ].join('\n\n'),
          3_800,
        ),
        fields,
      },
    ],
    components: last
      ? rows([
          ...(closedAt || !source
            ? []
            : [
                buttonOf(text.act[locale], actId.encode(source), ButtonStyle.Primary),
                buttonOf(text.vote[locale], proposeId.encode(source)),
              ]),
          ...restoring,
          ...(total === 1 && last.verdict === null
            ? [
                buttonOf(text.mistakenButton[locale], mistakenId.encode({ hitId: last.id })),
                buttonOf(text.foundedButton[locale], foundedId.encode({ hitId: last.id })),
              ]
            : []),
          ...(total > 1 ? [buttonOf(text.see[locale], hitsId.encode({ cardId }))] : []),
          ...(closedAt ? [] : [buttonOf(text.close[locale], closeId.encode({ cardId }))]),
        ])
      : [],
  };
}

/** One of them in full, and what can be done about it. */
export function hitScreen(hit: HitWith, locale: Locale, done = ''): Message {
  const { id: hitId, guildId, userId, userName, channelId, messageId, actions, messages } = hit;
  const isThere = messageId !== null && !messages.some((one) => one.messageId === messageId && one.removedAt !== null);
  const body = [
    `**${text.rule[locale]}** : ${escapeMarkdown(hit.rule.name)}`,
    `**${text.person[locale]}** : <@${userId}> (${escapeMarkdown(cut(userName, 80))})`,
    ...(channelId ? [`**${text.where[locale]}** : <#${channelId}> · ${timeOf(hit.createdAt)}`] : []),
    `**${text.why[locale]}** : ${cut(reasonsOf(hit, locale), 500)}`,
    ...(actions.length > 0
      ? [`**${text.done[locale]}** : ${actions.map(({ kind, state }) => saidStep(kind, state)[locale]).join(', ')}`]
      : []),
    ...restoredOf(hit, locale),
    verdictOf(hit, locale),
  ].join('\n');
  return sheet(
    [
      paragraph(`## ${text.hitTitle(hitId)[locale]}`),
      ...(done === '' ? [] : [paragraph(done)]),
      paragraph(body),
      separator,
      paragraph(
        `> ${cut(hit.event === 'join' || hit.content === '' ? wordsOf(hit, 100, locale) : escapeMarkdown(contentOf(hit)).replace(/\n/g, '\n> '), 2_000)}`,
      ),
    ],
    ...rows([
      ...(hit.mode === 'on'
        ? [
            buttonOf(text.act[locale], actId.encode(sourceOf(hit)), ButtonStyle.Primary),
            buttonOf(text.vote[locale], proposeId.encode(sourceOf(hit))),
          ]
        : []),
      ...(hit.evidence?.files.some(({ contentType }) => contentType.startsWith('image/'))
        ? [buttonOf(ruleText.recognise[locale], recogniseId.encode({ hitId }))]
        : []),
      ...(canComeBack(hit) ? [buttonOf(text.restore[locale], restoreId.encode({ hitId }), ButtonStyle.Success)] : []),
      ...(hit.verdict === 'mistaken' ? [] : [buttonOf(text.mistakenButton[locale], mistakenId.encode({ hitId }))]),
      ...(hit.verdict === 'founded' ? [] : [buttonOf(text.foundedButton[locale], foundedId.encode({ hitId }))]),
      ...(channelId && messageId && isThere ? [linkTo(text.seeIt[locale], placeOf(guildId, channelId, messageId))] : []),
    ]),
  );
}

/** All hits of a card page by page, each to be looked at. */
export const hitsScreen = ({ card, hits, total, page }: OfPerson, locale: Locale): Message =>
  sheet(
    [
      paragraph(`## ${text.cardTitle(total)[locale]}`),
      paragraph(
        cut(
          hits.map((hit) => (card.userId === null ? `${whoOf(hit)}\n${linesOf(hit, locale)}` : linesOf(hit, locale))).join('\n'),
          3_600,
        ),
      ),
    ],
    ...(hits.length > 0
      ? [
          selectOf(
            hitPickId.encode({}),
            text.pick[locale],
            hits.map((hit) => ({
              value: String(hit.id),
              label: cut(`${text.hitTitle(hit.id)[locale]} · ${card.userId === null ? hit.userName : hit.rule.name}`, 100),
              ...(hit.content !== '' && { description: cut(contentOf(hit).replace(/\s+/g, ' '), 100) }),
            })),
          ),
        ]
      : []),
    ...rows(turnsOf({ page, total, size: cardPageSize }, (to) => hitsPageId.encode({ cardId: card.id, page: to }), locale)),
  );

/** What a rule finds, page by page, each to be judged by one click. */
export function foundScreen(rule: { id: number; name: string }, { hits, total, page }: HitPage, locale: Locale): Message {
  const of = (hit: HitWith) => [
    separator,
    paragraph(`<@${hit.userId}> · ${linesOf(hit, locale)}`),
    row(
      buttonOf(text.mistakenButton[locale], judgeId.encode({ hitId: hit.id, verdict: 'mistaken', page }), ButtonStyle.Secondary, {
        disabled: hit.verdict === 'mistaken',
      }),
      buttonOf(text.foundedButton[locale], judgeId.encode({ hitId: hit.id, verdict: 'founded', page }), ButtonStyle.Secondary, {
        disabled: hit.verdict === 'founded',
      }),
      buttonOf(text.see[locale], hitIdOpen.encode({ hitId: hit.id })),
    ),
  ];
  return sheet(
    [
      paragraph(`## ${text.foundTitle(bold(cut(rule.name, 80)))[locale]}`),
      ...(total === 0 ? [paragraph(text.foundNone[locale])] : hits.flatMap(of)),
    ],
    ...rows([
      ...turnsOf({ page, total, size: pageSize }, (to) => foundId.encode({ ruleId: rule.id, page: to }), locale),
      buttonOf(ruleText.back[locale], showId.encode({ ruleId: rule.id })),
    ]),
  );
}

/** Longest name of an embed's author. */
const longestAuthor = 256;

/** A message that was taken away by mistake, as it was written. Its words stand in an embed, which holds them in full and calls nobody. */
export function restoredMessage({ restore, hit, content, sentAt, files, lost }: Restoring, locale: Locale): Message {
  return {
    embeds: [
      {
        author: { name: cut(hit.userName, longestAuthor) },
        title: text.restoredTitle(restore.id)[locale],
        ...(content !== '' && { description: content }),
        ...(lost.length > 0 && {
          fields: [{ name: '\u200b', value: cut(text.lostFiles(escapeMarkdown(lost.join(', ')))[locale], 1_000) }],
        }),
        footer: { text: text.restoredNote[locale] },
        ...(sentAt && { timestamp: sentAt.toISOString() }),
      },
    ],
    allowed_mentions: { parse: [] },
    ...(files.length > 0 && { files: files.map(({ name, data }) => ({ name, data: Buffer.from(data) })) }),
  };
}

/** Tells whose message it was. */
export const restoredNotice = (
  { guildId, channelId, restoredId }: { guildId: string; channelId: string; restoredId: string },
  hasCase: boolean,
  locale: Locale,
): Message => ({
  content: text.restoredDm(`<#${channelId}>`, hasCase)[locale],
  components: [row(linkTo(text.seeIt[locale], placeOf(guildId, channelId, restoredId)))],
});

/** What a rule tells the person, in its author's words or ours. */
export function ruleNotice(
  hit: HitWith,
  { words, isRemoved, hasCase, server }: { words: string; isRemoved: boolean; hasCase: boolean; server: string },
  locale: Locale,
): Message {
  const place = hit.channelId ? `<#${hit.channelId}>` : null;
  return {
    embeds: [
      {
        title: cut(text.dmTitle(server)[locale], 256),
        description: words === '' ? text.dm(place, isRemoved, escapeMarkdown(hit.rule.name))[locale] : cut(words, 4_000),
      },
    ],
    components: hasCase ? [row(buttonOf(text.seeOwn[locale], myCasesOfId.encode({ guildId: hit.guildId })))] : [],
  };
}

export const reasonOfCase = (hit: HitWith, locale: Locale): string =>
  cut(text.caseReason(cut(hit.rule.name, 80), reasonsOf(hit, locale))[locale], 900);

export const threadWords = (roleIds: readonly string[], locale: Locale): Message => ({
  content: text.threadWords(roleIds.map((id) => `<@&${id}>`).join(' '))[locale],
  allowed_mentions: { parse: [], roles: [...roleIds].slice(0, 100) },
});
