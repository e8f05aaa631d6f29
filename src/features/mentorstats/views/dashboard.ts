import { ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { Chart } from '../../../infra/chart.ts';
import { container, paragraph, screen, selectOf } from '../../../kernel/piece.ts';
import { cut, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import type { Average } from '../../sessions/service/opinion.ts';
import { listNames, text } from '../messages.ts';
import type { Dashboard } from '../service/dashboard.ts';
import { lists, listsId } from '../wire.ts';

const monthName = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );

const series = [
  { name: text.begun, of: ({ begun }: Dashboard['months'][number]) => begun },
  { name: text.ended, of: ({ ended }: Dashboard['months'][number]) => ended },
  { name: text.held, of: ({ sessions }: Dashboard['months'][number]) => sessions },
] as const;

/** The months, as bars; null when there is nothing to draw. */
export function chartOf({ months }: Dashboard, locale: Locale): Chart | null {
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
function spokenChart({ months }: Dashboard, locale: Locale): string {
  const names = series.map(({ name }) => name[locale].toLowerCase()).join(', ');
  const said = months.map((month) => `${monthName(month.month, locale)} : ${series.map(({ of }) => of(month)).join(', ')}`);
  return cut(`${text.chart[locale]} (${names}). ${said.join(' ; ')}.`, longestDescription);
}

function linesOf(dashboard: Dashboard, opinion: Average | null, locale: Locale): string[] {
  const { waiting, waitingSince, pairs, quiet, silent, paused, mentors, seats, pending, planned, done, missed } = dashboard;
  return [
    text.waiting(waiting, waitingSince && timeOf(waitingSince, 'D')),
    text.pairs(pairs, quiet, silent, paused),
    text.mentors(mentors, seats, pending),
    text.sessions(planned, done, missed),
    opinion ? text.satisfaction(opinion.useful, opinion.comfort, opinion.answers) : text.fewOpinions,
  ].map((line) => line[locale]);
}

/** The numbers as text and as a picture, and the way to what they count. `picture`: null when it could not be drawn. */
export function dashboardScreen(
  dashboard: Dashboard,
  { opinion, picture, isDrawn }: { opinion: Average | null; picture: Buffer | null; isDrawn: boolean },
  locale: Locale,
): Message {
  const name = text.picture[locale];
  const gallery = {
    type: ComponentType.MediaGallery as const,
    items: [{ media: { url: `attachment://${name}` }, description: spokenChart(dashboard, locale) }],
  };
  return {
    ...screen([
      container([
        paragraph(`## ${text.title[locale]}`),
        paragraph(linesOf(dashboard, opinion, locale).join('\n')),
        ...(picture ? [gallery] : isDrawn ? [paragraph(`-# ${text.noChart[locale]}`)] : []),
      ]),
      selectOf(
        listsId.encode({}),
        text.open[locale],
        lists.map((value) => ({ value, label: listNames[value][locale] })),
      ),
    ]),
    ...(picture && { files: [{ name, data: picture, contentType: 'image/png' }] }),
  };
}
