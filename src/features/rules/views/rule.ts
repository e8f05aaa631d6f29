import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, paragraph, row, rows, selectOf, separator, sheet } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { modes } from '../messages/kind.ts';
import { text } from '../messages/rule.ts';
import { saidRule } from '../messages/said.ts';
import { pageSize } from '../rules/limit.ts';
import type { Rule } from '../rules/rule.ts';
import type { ListCounts } from '../service/list.ts';
import type { Proposal } from '../service/proposal.ts';
import type { Figures, RulePage, RuleRow } from '../service/rule.ts';
import {
  dropId,
  editId,
  exportId,
  forgetId,
  foundId,
  imageAddId,
  imageRemoveId,
  type ListKind,
  listAddId,
  listFileId,
  listId,
  listKinds,
  listRemoveId,
  listSaveId,
  listsId,
  modeId,
  newId,
  openId,
  seedId,
  showId,
  sureDropId,
  turnOnId,
} from '../wire.ts';

/** Longest that the words of a rule may be in a message that says other things too. */
const longestRule = 2_400;

export const saidFigures = (figures: Figures, isActing: boolean, locale: Locale): string => {
  const { hits, people, due, founded, mistaken } = figures;
  const judged = founded + mistaken;
  return [
    text.figures(hits, people)[locale],
    ...(hits > 0 ? [text.due(due, isActing)[locale]] : []),
    ...(hits > 0 ? [judged === 0 ? text.unjudged[locale] : text.precision(founded / judged, judged)[locale]] : []),
  ].join(' · ');
};

export const turnsOf = (
  { page, total, size }: { page: number; total: number; size: number },
  idOf: (page: number) => string,
  locale: Locale,
) => {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  return [
    ...(page > 0 ? [buttonOf(text.previous[locale], idOf(page - 1))] : []),
    ...(page < last ? [buttonOf(text.next[locale], idOf(page + 1))] : []),
  ];
};

/** Rules page by page; `done` says what was just done. */
export function listScreen({ rows: shown, total, page, isSeeded }: RulePage, locale: Locale, done = ''): Message {
  const line = (rule: RulePage['rows'][number]): string =>
    `${bold(rule.name)} · ${modes[rule.mode][locale]}\n-# ${saidFigures(rule.figures, rule.mode === 'on', locale)}`;
  const options = shown.map(({ id, name, mode }) => ({
    label: cut(name, 100),
    value: String(id),
    description: modes[mode][locale],
  }));
  return sheet(
    [
      paragraph(`## ${text.listTitle[locale]}\n${text.listIntro[locale]}`),
      ...(done === '' ? [] : [paragraph(done)]),
      separator,
      paragraph(total === 0 ? text.none[locale] : `${shown.map(line).join('\n')}\n-# ${text.count(total)[locale]}`),
    ],
    ...(options.length > 0 ? [selectOf(openId.encode({}), text.open[locale], options)] : []),
    ...rows([
      buttonOf(text.newRule[locale], newId.encode({}), ButtonStyle.Primary),
      ...(isSeeded && total > 0 ? [] : [buttonOf(text.seed[locale], seedId.encode({}))]),
      buttonOf(text.listsButton[locale], listsId.encode({})),
      ...turnsOf({ page, total, size: pageSize }, (to) => listId.encode({ page: to }), locale),
    ]),
  );
}

export type Shown = { row: RuleRow; rule: Rule | null; figures: Figures; exceptions: number };

/** What a rule says, how it does, and what can be done with it. */
export function ruleScreen({ row: kept, rule, figures, exceptions }: Shown, now: Date, locale: Locale, done = ''): Message {
  const { id: ruleId, revision, mode, name, shadowUntil } = kept;
  const watch =
    shadowUntil === null
      ? []
      : [shadowUntil > now ? text.shadowUntil(timeOf(shadowUntil, 'D'))[locale] : text.shadowOver[locale]];
  const to = (wanted: 'off' | 'shadow' | 'on') => modeId.encode({ ruleId, revision, mode: wanted });
  const ways = [
    ...(mode !== 'on' && rule ? [buttonOf(text.turnOn[locale], to('on'), ButtonStyle.Success)] : []),
    ...(mode !== 'off' ? [buttonOf(text.turnOff[locale], to('off'))] : []),
    ...(rule ? [buttonOf((mode === 'shadow' ? text.watchLonger : text.watch)[locale], to('shadow'))] : []),
    ...(rule ? [buttonOf(text.change[locale], editId.encode({ ruleId }))] : []),
    buttonOf(text.found[locale], foundId.encode({ ruleId, page: 0 })),
    ...(rule ? [buttonOf(text.exportButton[locale], exportId.encode({ ruleId }))] : []),
    ...(exceptions > 0 ? [buttonOf(text.forget[locale], forgetId.encode({ ruleId }))] : []),
    buttonOf(text.drop[locale], dropId.encode({ ruleId }), ButtonStyle.Danger),
    buttonOf(text.all[locale], listId.encode({ page: 0 })),
  ];
  return sheet(
    [
      paragraph(`## ${escapeMarkdown(name)}`),
      ...(done === '' ? [] : [paragraph(done)]),
      paragraph(
        [
          `**${modes[mode][locale]}**`,
          ...watch,
          saidFigures(figures, mode === 'on', locale),
          ...(exceptions > 0 ? [text.exceptions(exceptions)[locale]] : []),
        ].join('\n'),
      ),
      separator,
      paragraph(rule ? cut(saidRule(rule, locale), longestRule) : text.unreadable[locale]),
    ],
    ...rows(ways),
  );
}

export const askDrop = ({ id: ruleId, revision, name }: RuleRow, locale: Locale): Message =>
  sheet(
    [paragraph(text.askDrop(bold(name))[locale])],
    row(
      buttonOf(text.sureDrop[locale], sureDropId.encode({ ruleId, revision }), ButtonStyle.Danger),
      buttonOf(text.back[locale], showId.encode({ ruleId })),
    ),
  );

export const dropped = (name: string, locale: Locale): Message =>
  sheet([paragraph(text.dropped(bold(name))[locale])], row(buttonOf(text.all[locale], listId.encode({ page: 0 }))));

/** A rule as a file: what a person may read, change and bring back. */
export function ruleFile({ id: _id, mode: _mode, ...rule }: Rule, ruleId: number): Message {
  return {
    content: `\`regle-${ruleId}.json\``,
    files: [{ name: `regle-${ruleId}.json`, data: `${JSON.stringify(rule, null, 2)}\n`, contentType: 'application/json' }],
  };
}

/** The two lists of sites, and the pictures. */
export function listsScreen(counts: ListCounts & { images: number }, locale: Locale, done = ''): Message {
  const of = (kind: ListKind) => [
    paragraph(`**${text[kind][locale]}** · ${text.sites(counts[kind])[locale]}`),
    row(
      buttonOf(text.listAdd[locale], listAddId.encode({ kind })),
      buttonOf(text.listFile[locale], listFileId.encode({ kind })),
      buttonOf(text.listRemove[locale], listRemoveId.encode({ kind }), ButtonStyle.Secondary, { disabled: counts[kind] === 0 }),
      buttonOf(text.listDownload[locale], listSaveId.encode({ kind }), ButtonStyle.Secondary, { disabled: counts[kind] === 0 }),
    ),
  ];
  return sheet(
    [
      paragraph(`## ${text.listsTitle[locale]}\n${text.listsIntro[locale]}`),
      ...(done === '' ? [] : [paragraph(done)]),
      ...listKinds.flatMap((kind) => [separator, ...of(kind)]),
      separator,
      paragraph(`**${text.images[locale]}** · ${text.imageCount(counts.images)[locale]}\n-# ${text.imagesHelp[locale]}`),
      row(
        buttonOf(text.imageAdd[locale], imageAddId.encode({})),
        buttonOf(text.imageRemove[locale], imageRemoveId.encode({}), ButtonStyle.Secondary, { disabled: counts.images === 0 }),
      ),
    ],
    row(buttonOf(text.all[locale], listId.encode({ page: 0 }))),
  );
}

export const listFile = (kind: ListKind, domains: readonly string[]): Message => ({
  content: `\`${kind}.txt\``,
  files: [{ name: `${kind}.txt`, data: `${domains.join('\n')}\n`, contentType: 'text/plain' }],
});

/** Proposes in the channel of moderators all that have watched for long enough: one message, one menu. */
export function proposalMessage({ rows: shown, total }: Proposal, locale: Locale): Message {
  const options = shown.map(({ id, revision, name, figures }) => ({
    label: cut(name, 100),
    value: `${id}-${revision}`,
    description: cut(saidFigures(figures, false, locale), 100),
  }));
  // As many as stand in an embed, each with its figures: long names leave room for the others.
  const lines = shown.map(
    ({ name, figures }) => `**${escapeMarkdown(cut(name, 40))}**\n-# ${saidFigures(figures, false, locale)}`,
  );
  return {
    embeds: [
      {
        title: text.proposalTitle(total)[locale],
        description: [
          text.proposal(total)[locale],
          '',
          cut(lines.join('\n'), 3_500),
          ...(total > shown.length ? [text.proposalMore(total - shown.length)[locale]] : []),
        ].join('\n'),
      },
    ],
    components: [
      selectOf(turnOnId.encode({}), text.turnOnChosen[locale], options, { max: options.length }),
      row(buttonOf(text.all[locale], listId.encode({ page: 0 }))),
    ],
  };
}
