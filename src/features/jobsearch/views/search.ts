import { type APIButtonComponent, type APIMessageTopLevelComponent, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { applicationsId, profileId } from '../../../kernel/hiring.ts';
import { buttonOf, paragraph, row, sheet } from '../../../kernel/piece.ts';
import { escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/search.ts';
import { widerThan } from '../rules/filter.ts';
import { pagesOf } from '../rules/rank.ts';
import type { Found } from '../service/search.ts';
import { alertsId, askId, followId, newsId, pageId, refineId, savedId, widerId } from '../wire.ts';
import { filtersSaid, offerSection } from './offer.ts';

/** What was asked, how much was found, and how mistyped words were read. */
function head({ kind, filters, since, total, isCut, readings }: Found, locale: Locale): string {
  const asked =
    kind === 'news' && since
      ? text.since(timeOf(since))[locale]
      : text.asked(escapeMarkdown(filtersSaid(filters, locale)))[locale];
  return [
    `### ${kind === 'news' ? text.newsTitle[locale] : text.title[locale]}`,
    asked,
    ...readings.map(({ typed, words }) => text.readAs(typed, words)[locale]),
    ...(total > 0 ? [text.counted(total, isCut)[locale]] : []),
  ].join('\n');
}

/** What to say when there is nothing, and what would find something. */
function nothing({ kind, filters, wider }: Found, locale: Locale): string {
  if (kind === 'news') return text.noNews[locale];
  const isAll = widerThan(filters).length === 0 && filters.text === '' && !filters.place;
  if (isAll && wider.length === 0) return text.nothingAtAll[locale];
  return `${text.nothing[locale]}\n${wider.length > 0 ? text.widerHint[locale] : text.noWider[locale]}`;
}

const rowsOf = (...groups: APIButtonComponent[][]): APIMessageTopLevelComponent[] =>
  groups.filter((buttons) => buttons.length > 0).map((buttons) => row(...buttons));

/** One page of what a search found: at most 39 of the 40 components of a message. */
export function foundPage(found: Found, locale: Locale): Message {
  const { number, kind, offers, page, total, wider, filters } = found;
  const pages = pagesOf(total);
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], pageId.encode({ number, page: page - 1 }))] : []),
    ...(page < pages - 1 ? [buttonOf(text.next[locale], pageId.encode({ number, page: page + 1 }), ButtonStyle.Primary)] : []),
  ];
  // Around a city there is more, and whoever finds enough may still want it.
  const around =
    total === 0
      ? []
      : widerThan(filters)
          .filter(({ step }) => step === 'department' && kind === 'search')
          .slice(0, 1);
  const loosen = [
    ...wider.map(({ step, count }) =>
      buttonOf(text.wider(text.steps[step], count)[locale], widerId.encode({ number, step }), ButtonStyle.Primary),
    ),
    ...around.map(({ step }) => buttonOf(text.steps[step][locale], widerId.encode({ number, step }))),
  ];
  const isNarrow = filtersSaid(filters, locale) !== text.everything[locale];
  const next = [
    kind === 'search'
      ? buttonOf(text.refine[locale], refineId.encode({ number }))
      : buttonOf(text.search[locale], askId.encode({}), ButtonStyle.Primary),
    ...(isNarrow
      ? [buttonOf(text.follow[locale], followId.encode({ number }))]
      : [buttonOf(text.alerts[locale], alertsId.encode({}))]),
  ];
  return sheet(
    [
      paragraph(head(found, locale)),
      ...(total === 0 ? [paragraph(nothing(found, locale))] : []),
      ...offers.map((offer) => offerSection(offer, locale, text.isClosed[locale])),
      ...(pages > 1 ? [paragraph(text.page(page + 1, pages)[locale])] : []),
    ],
    ...rowsOf([...turns, ...next].slice(0, 5), total === 0 ? loosen : loosen.slice(0, 1)),
  );
}

/** What everybody who looks for work finds in the channel. */
export const panelMessage = (locale: Locale): Message => ({
  embeds: [{ title: text.panelTitle[locale], description: text.panel[locale] }],
  components: [
    row(
      buttonOf(text.search[locale], askId.encode({}), ButtonStyle.Primary),
      buttonOf(text.news[locale], newsId.encode({})),
      buttonOf(text.saved[locale], savedId.encode({})),
      buttonOf(text.alerts[locale], alertsId.encode({})),
    ),
    row(buttonOf(text.profile[locale], profileId.encode({})), buttonOf(text.applications[locale], applicationsId.encode({}))),
  ],
});
