import { ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import type { Chart } from '../../infra/chart.ts';
import { caseKinds, categories } from '../../kernel/moderation.ts';
import { paragraph, sheet } from '../../kernel/piece.ts';
import { cut, type Locale, type Text } from '../../kernel/text.ts';
import { type Span, spans, text } from './messages.ts';
import type { Month, Stats } from './service.ts';

const monthName = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );

const series = [
  { name: text.cases, of: ({ cases }: Month) => cases },
  { name: text.reports, of: ({ reports }: Month) => reports },
  { name: text.appeals, of: ({ appeals }: Month) => appeals },
] as const;

/** The months, as bars; null when there is nothing to draw. */
export function chartOf({ months }: Stats, locale: Locale): Chart | null {
  if (!months.some((month) => series.some(({ of }) => of(month) > 0))) return null;
  return {
    title: text.chart[locale],
    categories: months.map(({ month }) => monthName(month, locale)),
    series: series.map(({ name, of }) => ({ name: name[locale], values: months.map(of) })),
  };
}

/** https://docs.discord.com/developers/components/reference#media-gallery */
const longestDescription = 1_024;

/** The chart for who does not see it: the same numbers, in words. */
function spokenChart({ months }: Stats, locale: Locale): string {
  const names = series.map(({ name }) => name[locale].toLowerCase()).join(', ');
  const said = months.map((month) => `${monthName(month.month, locale)} : ${series.map(({ of }) => of(month)).join(', ')}`);
  return cut(`${text.chart[locale]} (${names}). ${said.join(' ; ')}.`, longestDescription);
}

const list = <K extends string>(counts: readonly { key: K; count: number }[], names: Record<K, Text>, locale: Locale): string =>
  counts.map(({ key, count }) => `${names[key][locale]} ${count}`).join(' · ') || text.none[locale];

function linesOf(stats: Stats, locale: Locale): string[] {
  const { kinds, categories: reported, voided, own, active, accounts } = stats;
  const part = (heading: Text, ...lines: (string | Text)[]) =>
    [`**${heading[locale]}**`, ...lines.map((line) => (typeof line === 'string' ? line : line[locale]))].join('\n');
  return [
    part(
      text.cases,
      list(
        kinds.map(({ kind: key, count }) => ({ key, count })),
        caseKinds,
        locale,
      ),
      [text.active(active)[locale], ...(voided > 0 ? [text.voided(voided)[locale]] : [])].join(' · '),
      ...(own > 0 ? [text.own(own)] : []),
    ),
    part(
      text.reports,
      list(
        reported.map(({ category: key, count }) => ({ key, count })),
        categories,
        locale,
      ),
      text.answered(stats.openReports, stats.reportHours),
    ),
    part(text.appeals, text.outcomes(stats.upheld, stats.changed, stats.openAppeals, stats.appealHours)),
    part(
      text.rules,
      text.hits(stats.hits, stats.observed, stats.mistaken, stats.restored),
      ...(accounts > 0 ? [text.accounts(accounts)] : []),
    ),
    part(text.votes, text.voted(stats.votes, stats.adopted, stats.openVotes)),
  ];
}

/** The numbers as text and as a picture, which is null when it could not be drawn. */
export function statsScreen(
  stats: Stats,
  { span, picture, isDrawn }: { span: Span; picture: Buffer | null; isDrawn: boolean },
  locale: Locale,
): Message {
  const name = text.picture[locale];
  const gallery = {
    type: ComponentType.MediaGallery as const,
    items: [{ media: { url: `attachment://${name}` }, description: spokenChart(stats, locale) }],
  };
  return {
    ...sheet([
      paragraph(`## ${text.title(spans[span])[locale]}`),
      ...linesOf(stats, locale).map(paragraph),
      ...(picture ? [gallery] : isDrawn ? [paragraph(`-# ${text.noChart[locale]}`)] : []),
      paragraph(`-# ${text.notes[locale]}`),
    ]),
    ...(picture && { files: [{ name, data: picture, contentType: 'image/png' }] }),
  };
}
