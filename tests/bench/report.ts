import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { counted, type Fact, isMet, type Measure, median } from './measure.ts';

const rounded = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3 });

const inUnit = (value: number, unit: Measure['unit']): string => `${rounded(value)}${unit === '/s' ? '' : ' '}${unit}`;

/** How a value that counts is written: a ratio has no unit. */
const written = ({ counts, unit }: Measure, value: number): string =>
  counts === 'ratio' ? `${value.toFixed(2)} ×` : inUnit(value, unit);

function cells(measure: Measure): string[] {
  const { what, ours, against, unit, target } = measure;
  const values = counted(measure);
  const met = isMet(measure);
  return [
    what,
    inUnit(median(ours), unit),
    against ? inUnit(median(against), unit) : '',
    written(measure, median(values)),
    `${written(measure, Math.min(...values))} – ${written(measure, Math.max(...values))}`,
    target ? ('most' in target ? `≤ ${written(measure, target.most)}` : `≥ ${written(measure, target.least)}`) : '',
    met === null ? '' : met ? 'ok' : 'MISSED',
  ];
}

const heading = ['what', 'ours', 'against', 'result', 'spread', 'target', ''];

/** Medians of the repeats, one line a measure. */
export function tableOf(measures: readonly Measure[], facts: readonly Fact[]): string {
  const rows = [heading, ...measures.map(cells)];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column === heading.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const missed = measures.filter((measure) => isMet(measure) === false).length + facts.filter(({ holds }) => !holds).length;
  return [
    ...rows.map(line),
    '',
    ...facts.map(({ what, holds }) => `${holds ? 'ok' : 'MISSED'}: ${what}`),
    missed === 0 ? 'Every target is met.' : `${missed} ${missed === 1 ? 'target is' : 'targets are'} MISSED.`,
  ].join('\n');
}

/** Everything that was measured, for machines: raw repeats in the order they were taken. */
export async function writeReport(
  file: string,
  isQuick: boolean,
  measures: readonly Measure[],
  facts: readonly Fact[],
): Promise<void> {
  const processors = cpus();
  const report = {
    machine: {
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      cpu: processors[0]?.model,
      cores: processors.length,
    },
    quick: isQuick,
    measures: measures.map((measure) => {
      const values = counted(measure);
      return {
        ...measure,
        medians: { ours: median(measure.ours), ...(measure.against && { against: median(measure.against) }) },
        result: median(values),
        spread: [Math.min(...values), Math.max(...values)],
        met: isMet(measure),
      };
    }),
    facts,
  };
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
}
