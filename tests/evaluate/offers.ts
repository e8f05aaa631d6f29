import { z } from 'zod';
import { judge, type Verdict } from '../../src/features/jobs/rules/scam/judge.ts';

/** One labelled offer a line, as `npm run evaluate -- offers` reads it. Other keys are left alone. */
const labelled = z.object({
  title: z.string(),
  text: z.string(),
  company: z.string(),
  email: z.string(),
  label: z.enum(['scam', 'ok']),
  hard: z.boolean().default(false),
});

export type LabelledOffer = z.output<typeof labelled> & { line: number };

/** A line that is no labelled offer, numbered from 1, and why. */
export type WrongLine = { line: number; why: string };

function parse(text: string): { value: unknown } | { why: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { why: error instanceof Error ? error.message : 'not JSON' };
  }
}

/** Reads JSON lines; empty ones are skipped. */
export function readOffers(file: string): { offers: LabelledOffer[]; wrong: WrongLine[] } {
  const offers: LabelledOffer[] = [];
  const wrong: WrongLine[] = [];
  file
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((text, index) => {
      if (text.trim() === '') return;
      const line = index + 1;
      const json = parse(text);
      if ('why' in json) {
        wrong.push({ line, why: json.why });
        return;
      }
      const offer = labelled.safeParse(json.value);
      if (offer.success) offers.push({ ...offer.data, line });
      else wrong.push({ line, why: offer.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') });
    });
  return { offers, wrong };
}

export type Miss = { offer: LabelledOffer; verdict: Verdict };

export type Measured = {
  size: number;
  scams: number;
  caught: number;
  /** Of what was called a scam, how much was; 1 when nothing was called one. */
  precision: number;
  /** Of the scams, how many were found; 1 when there is none. */
  recall: number;
  misses: Miss[];
};

export const judgeOffer = ({ title, text, company, email }: LabelledOffer): Verdict =>
  judge({
    texts: [
      { field: 'title', text: title },
      { field: 'text', text },
    ],
    company,
    email,
  });

export function measure(offers: readonly LabelledOffer[]): Measured {
  const judged = offers.map((offer) => ({ offer, verdict: judgeOffer(offer) }));
  const scams = judged.filter(({ offer }) => offer.label === 'scam');
  const called = judged.filter(({ verdict }) => verdict.isScam);
  const caught = scams.filter(({ verdict }) => verdict.isScam).length;
  return {
    size: offers.length,
    scams: scams.length,
    caught,
    precision: called.length === 0 ? 1 : caught / called.length,
    recall: scams.length === 0 ? 1 : caught / scams.length,
    misses: judged.filter(({ offer, verdict }) => (offer.label === 'scam') !== verdict.isScam),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export const summary = (name: string, { size, scams, precision, recall }: Measured): string =>
  `${name.padEnd(9)} ${String(size).padStart(5)} offers, ${String(scams).padStart(5)} scams   precision ${percent(precision)}   recall ${percent(recall)}`;

/** What was misjudged, and what weighed in it. */
export function describeMiss({ offer, verdict }: Miss): string {
  const kind = offer.label === 'scam' ? 'missed scam' : 'false alarm';
  const hits = verdict.hits.map(({ family, weight, phrase }) => `      ${family} ${weight.toFixed(2)}: ${phrase}`);
  return [`  line ${offer.line}, ${kind}, score ${verdict.score.toFixed(2)}: ${offer.title}`, ...hits].join('\n');
}
