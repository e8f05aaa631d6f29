import { hiddenWords, normalise, type Sentence, sentencesOf } from '../text/normal.ts';
import { honest, noExperience, tradeWork } from './claim.ts';
import { mailDoubt } from './email.ts';
import { type ScamFamily, type Setting, signalsOf } from './signal.ts';

/** What is judged: the texts of an offer by their field, and who signs. */
export type Posting<Field extends string = string> = {
  texts: readonly { field: Field; text: string }[];
  company: string;
  email: string;
};

/** What made an offer look like a scam, in the words of its author. */
export type Hit<Field extends string = string> = { family: ScamFamily; weight: number; field: Field | null; phrase: string };

export type Verdict<Field extends string = string> = {
  /** `scamScore` or more: a scam. From `doubtful`: somebody should look. */
  score: number;
  isScam: boolean;
  isDoubtful: boolean;
  /** The heaviest of each family, heaviest first. */
  hits: readonly Hit<Field>[];
};

export const scamScore = 0.9;
export const doubtful = 0.6;
/** A sign so strong that honest words beside it change nothing. */
const strong = 0.8;
/** What each sign of an honest employer takes off weak signs, and at most. */
const honestSign = 0.12;
const mostHonest = 0.48;

const lastWords = (sentences: readonly Sentence[], index: number): Sentence | null => {
  const [one, two] = [sentences[index], sentences[index + 1]];
  return one && two && one.text.length + two.text.length < 320
    ? { shown: `${one.shown} ${two.shown}`, text: `${one.text} ${two.text}` }
    : null;
};

/** Families whose halves are often in two sentences that follow: “A kit is needed. You buy it for €49.” */
const spanning: ReadonlySet<ScamFamily> = new Set(['fee', 'mule', 'cheque', 'task', 'parcel', 'papers']);
/** What two sentences say together is less sure than what one says. */
const spanned = 0.95;

/**
 * Judges by ideas that meet in a sentence, or in two that follow, after the tricks of spelling are undone. Each family counts once, with its heaviest
 * sentence, so that a long text is no worse than a short one.
 */
export function judge<Field extends string>({ texts, company, email }: Posting<Field>): Verdict<Field> {
  const all = normalise(
    texts
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 20_000),
  );
  const setting: Setting = { isTrade: tradeWork.test(all), hasNoExperience: noExperience.test(all) };
  const heaviest = new Map<ScamFamily, Hit<Field>>();
  const keep = (hit: Hit<Field>) => {
    const known = heaviest.get(hit.family);
    if (!known || known.weight < hit.weight) heaviest.set(hit.family, hit);
  };
  for (const { field, text } of texts) {
    const sentences = sentencesOf(text);
    sentences.forEach((sentence, index) => {
      for (const { family, weight } of signalsOf(sentence, setting)) keep({ family, weight, field, phrase: sentence.shown });
      const both = lastWords(sentences, index);
      if (!both) return;
      for (const { family, weight } of signalsOf(both, setting))
        if (spanning.has(family)) keep({ family, weight: weight * spanned, field, phrase: both.shown });
    });
    const hidden = hiddenWords(text);
    if (hidden.length > 0) keep({ family: 'hidden', weight: 0.7, field, phrase: hidden.join(', ') });
  }
  const doubt = mailDoubt(company, email);
  if (doubt > 0) keep({ family: 'email', weight: doubt, field: null, phrase: email });

  const hits = [...heaviest.values()].sort((a, b) => b.weight - a.weight);
  const total = hits.reduce((sum, { weight }) => sum + weight, 0);
  const isStrong = (hits[0]?.weight ?? 0) >= strong;
  const relief = isStrong ? 0 : Math.min(mostHonest, honest.filter((sign) => sign.test(all)).length * honestSign);
  const score = Math.max(0, total - relief);
  return { score, isScam: score >= scamScore, isDoubtful: score >= doubtful, hits };
}
