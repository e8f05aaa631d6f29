import { commission } from './studio.ts';

/** Bars side by side, a group of them for each category. A value that is null has no bar. Texts are in the reader's language. */
export type Chart = {
  title: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
};

/** A picture of the chart, as PNG; null when it could not be drawn. */
export const drawChart = (chart: Chart): Promise<Buffer | null> => commission({ kind: 'chart', work: chart });
