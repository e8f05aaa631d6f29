import { Resvg } from '@resvg/resvg-js';
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../chart.ts';
import { fontFiles } from './font.ts';

const width = 900;
const height = 480;
const font = 'DejaVu Sans';
/** Told apart by anybody, in print too: Okabe and Ito's colours, with a pattern each, and the number on each bar. */
const colours = ['#0072B2', '#E69F00', '#009E73', '#CC79A7'];

use([BarChart, AriaComponent, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** A PNG of the bars. */
export function drawBars({ title, categories, series }: Chart): Uint8Array {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    color: colours,
    textStyle: { fontFamily: font, fontSize: 13, color: '#222222' },
    aria: { enabled: true, decal: { show: true } },
    title: { text: title, left: 16, top: 12, textStyle: { fontFamily: font, fontSize: 18 } },
    legend: { bottom: 12, itemWidth: 24, itemHeight: 14, itemGap: 32, textStyle: { fontFamily: font, fontSize: 13 } },
    grid: { left: 56, right: 24, top: 64, bottom: 84 },
    xAxis: { type: 'category', data: [...categories], axisLabel: { interval: 0, rotate: categories.length > 8 ? 35 : 0 } },
    yAxis: { type: 'value', minInterval: 1 },
    series: series.map(({ name, values }) => ({
      type: 'bar' as const,
      name,
      data: values.map((value) => value ?? '-'),
      label: { show: true, position: 'top' as const, fontFamily: font, fontSize: 10 },
      labelLayout: { hideOverlap: true },
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();

  const files = [fontFiles.regular, fontFiles.bold];
  const picture = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: files, defaultFontFamily: font } }).render();
  return picture.asPng();
}
