import type { OfferContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import { about, error, type Placed, warning } from '../text/said.ts';

const wordNumbers: Readonly<Record<string, number>> = {
  un: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  huit: 8,
  eight: 8,
};

/** Trials that last too long or that nobody pays. */
export function checkTrial({ contract, months: length }: OfferContent, sentences: readonly Placed[]): Finding[] {
  const found: Finding[] = [];
  const unpaid = sentences.find(({ text }) =>
    /(?<![a-z])(?:(?:essai|test|journee|jour|semaine|periode|immersion|formation|training|trial)(?: [^ ]+){0,4} (?:non (?:remunere|paye)[es]*|pas (?:remunere|paye)[es]*|gratuit[es]*|benevole|unpaid|without pay|not paid)|(?:unpaid|free) (?:trial|test|training|probation|shift))(?![a-z])/.test(
      text,
    ),
  );
  if (unpaid)
    found.push(
      error({
        code: 'trial.unpaid',
        field: unpaid.field,
        source: 'Code du travail, art. L1221-20 et L8221-5',
        text: about(unpaid.shown, {
          fr: 'tout travail se paie, aussi à l’essai. Dites comment il est payé, ou remplacez-le par un entretien.',
          en: 'all work is paid, trials too. Say how it is paid, or hold an interview instead.',
        }),
      }),
    );
  for (const { text, shown, field } of sentences) {
    const [, number, unit] =
      /(?<![a-z])(?:periode d essai|essai|probation(?:ary)?(?: period)?|trial period)(?: [^ ]+){0,3} (\d{1,2}|un|deux|trois|quatre|cinq|six|huit|one|two|three|four|five|six|eight) (mois|months?|semaines?|weeks?)(?![a-z])/.exec(
        text,
      ) ?? [];
    if (number === undefined || unit === undefined) continue;
    const value = wordNumbers[number] ?? Number(number);
    const trial = /^(?:mois|month)/.test(unit) ? value : value / 4.345;
    const limit = contract === 'cdi' ? 4 : contract === 'cdd' ? (length !== null && length > 6 ? 1 : 0.5) : null;
    if (limit === null || trial <= limit + 0.05) continue;
    const most =
      limit === 0.5
        ? { fr: '2 semaines', en: '2 weeks' }
        : limit === 1
          ? { fr: '1 mois', en: '1 month' }
          : { fr: '4 mois avant renouvellement', en: '4 months before renewal' };
    found.push(
      warning({
        code: 'trial.long',
        field,
        source: contract === 'cdi' ? 'Code du travail, art. L1221-19' : 'Code du travail, art. L1242-10',
        text: about(shown, {
          fr: `période d’essai trop longue pour ce contrat : ${most.fr} au plus.`,
          en: `trial period too long for this contract: ${most.en} at most.`,
        }),
      }),
    );
    break;
  }
  return found;
}
