import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import type { Chart } from '../../infra/chart.ts';
import { paragraph } from '../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { dimensions, states, text } from './messages.ts';
import type { Line, Stats, Table } from './service.ts';

const shown = (value: number | null, locale: Locale): string => (value === null ? text.hidden[locale] : String(value));

const colon = (locale: Locale): string => (locale === 'fr' ? ' : ' : ': ');

const columns = [
  { name: text.offers, of: ({ offers }: Omit<Line, 'label'>) => offers },
  { name: text.applications, of: ({ applications }: Omit<Line, 'label'>) => applications },
  { name: text.hires, of: ({ hires }: Omit<Line, 'label'>) => hires },
] as const;

/** Offers have no campus: that column is left out there. */
const columnsOf = ({ dimension }: Table) => columns.filter(({ name }) => dimension !== 'campus' || name !== text.offers);

const numbersOf = (table: Table, line: Omit<Line, 'label'>, locale: Locale): string =>
  columnsOf(table)
    .map(({ name, of }) => `${name[locale].toLowerCase()}${colon(locale)}${shown(of(line), locale)}`)
    .join(' · ');

/** Lines of a table that a message shows; the file has all. */
const mostLines = 12;

function tableText(table: Table, locale: Locale): string {
  // What never happened is not worth a line, and says nothing.
  const lines = table.lines.filter(({ offers, applications, hires }) => offers || applications !== 0 || hires !== 0);
  const left = lines.length - mostLines;
  return [
    `### ${dimensions[table.dimension][locale]}`,
    ...lines
      .slice(0, mostLines)
      .map((line) => `**${escapeMarkdown(cut(line.label[locale], 24))}** · ${numbersOf(table, line, locale)}`),
    ...(left > 0 ? [text.more(left)[locale]] : []),
    `${text.total[locale]} · ${numbersOf(table, table.total, locale)}`,
  ].join('\n');
}

/** What the chart draws: the months. Null when there is nothing to draw. */
export function chartOf({ tables }: Stats, locale: Locale): Chart | null {
  const lines = tables.find(({ dimension }) => dimension === 'month')?.lines ?? [];
  const series = columns.map(({ name, of }) => ({ name: name[locale], values: lines.map(of) }));
  if (!series.some(({ values }) => values.some((value) => value))) return null;
  return { title: text.chart[locale], categories: lines.map(({ label }) => label[locale]), series };
}

/** https://docs.discord.com/developers/components/reference#media-gallery */
const longestDescription = 1_024;

/** The chart for who does not see it: the same numbers, in words. */
function spokenChart({ tables }: Stats, locale: Locale): string {
  const table = tables.find(({ dimension }) => dimension === 'month');
  if (!table) return text.chart[locale];
  const lines = table.lines.map(
    (line) => `${line.label[locale]}${colon(locale)}${columns.map(({ of }) => shown(of(line), locale)).join(', ')}`,
  );
  return cut(`${text.chart[locale]}. ${lines.join(' ; ')}.`, longestDescription);
}

/** The numbers as text, as a picture and as a file. `picture`: null when it could not be drawn. */
export function statsCard(stats: Stats, { picture, csv }: { picture: Buffer | null; csv: string }, locale: Locale): Message {
  const { now, review, response, tables } = stats;
  const today = now.map(({ state, count }) => `${count} ${states[state][locale]}`).join(', ') || text.noOffer[locale];
  const times = [
    ...(review ? [text.review(review.median, review.p90)] : []),
    ...(response !== null ? [text.response(response)] : []),
  ];
  const [pictureName, fileName] = [text.picture[locale], text.file[locale]];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: ComponentType.Container,
        components: [
          paragraph(`## ${text.title[locale]}`),
          paragraph(
            [
              `${text.now[locale]} : ${today}.`,
              ...(times.length > 0 ? times : [text.tooFewTimes]).map((one) => (typeof one === 'string' ? one : one[locale])),
            ].join('\n'),
          ),
          ...(picture
            ? [
                {
                  type: ComponentType.MediaGallery as const,
                  items: [{ media: { url: `attachment://${pictureName}` }, description: spokenChart(stats, locale) }],
                },
              ]
            : [paragraph((chartOf(stats, locale) ? text.noChart : text.nothing)[locale])]),
          ...tables.filter(({ lines }) => lines.length > 0).map((table) => paragraph(tableText(table, locale))),
          paragraph(`-# ${text.notes[locale]}\n-# ${text.privacy[locale]}`),
          { type: ComponentType.File, file: { url: `attachment://${fileName}` } },
        ],
      },
    ],
    files: [
      ...(picture ? [{ name: pictureName, data: picture, contentType: 'image/png' }] : []),
      { name: fileName, data: csv, contentType: 'text/csv' },
    ],
  };
}

/** All tables one below the other, as rows of a file. */
export const rowsOf = ({ tables }: Stats, locale: Locale): string[][] => [
  [
    text.dimension[locale],
    text.group[locale],
    ...[...columns, { name: text.medianReview }, { name: text.medianResponse }].map(({ name }) => name[locale]),
  ],
  ...tables.flatMap((table) =>
    [...table.lines, { ...table.total, label: text.total }].map((line) => [
      dimensions[table.dimension][locale],
      line.label[locale],
      ...columns.map(({ of, name }) => (table.dimension === 'campus' && name === text.offers ? '' : shown(of(line), locale))),
      ...[line.review, line.response].map((hours) => (hours === null ? '' : String(Math.round(hours)))),
    ]),
  ),
];
