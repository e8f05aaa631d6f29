import { type PayPeriod, payPeriods } from '../../../../kernel/hiring.ts';
import type { OfferContent } from '../content.ts';
import type { Facts, Finding } from '../finding.ts';
import { about, error, type Placed, warning } from '../text/said.ts';

/** Hours of a full-time job of 35 hours a week (Code du travail, L3121-27): 151.67 a month. */
export const hoursIn: Readonly<Record<PayPeriod, number>> = { hour: 1, day: 7, month: 35 * (52 / 12), year: 35 * 52 };

/** More than this for a period is a slip of the pen: net cents of no job that is offered here. */
const unlikely: Readonly<Record<PayPeriod, { least: number; most: number }>> = {
  hour: { least: 300, most: 25_000 },
  day: { least: 3_000, most: 200_000 },
  month: { least: 30_000, most: 2_500_000 },
  year: { least: 600_000, most: 30_000_000 },
};
/** A range whose top is so many times its bottom says nothing. */
const widest = 2;

const directive = 'Directive (UE) 2023/970, art. 5';

const euros = (cents: number): { fr: string; en: string } => {
  const value = cents / 100;
  const digits = Number.isInteger(value) ? 0 : 2;
  const write = (locale: string) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  return { fr: `${write('fr-FR').replaceAll('\u202f', ' ')} €`, en: `€${write('en-GB')}` };
};

export const hourlyCents = (cents: number, period: PayPeriod): number => cents / hoursIn[period];

function checkMinimum(content: OfferContent, { settings }: Facts, cents: number, period: PayPeriod): Finding[] {
  const { contract, months } = content;
  const hourly = hourlyCents(cents, period);
  const given = { fr: `${euros(cents).fr} ${payPeriods[period].fr}`, en: `${euros(cents).en} ${payPeriods[period].en}` };
  // A month at full time is rounded by people to the euro.
  const below = (least: number) => hourly < least * 0.998;
  const needed = (least: number) =>
    euros(Math.ceil((least * hoursIn[period]) / (period === 'hour' ? 1 : 100)) * (period === 'hour' ? 1 : 100));
  if (contract === 'internship') {
    const least = settings.internshipHourCents;
    if (months === null || months <= 2 || !below(least)) return [];
    return [
      error({
        code: 'internship.low',
        field: 'pay',
        source: 'Code de l’éducation, art. L124-6 et D124-8',
        text: {
          fr: `${given.fr} pour un stage de ${months} mois : le minimum est de ${euros(least).fr} par heure, soit ${needed(least).fr} ${payPeriods[period].fr} à temps plein. Augmentez le montant.`,
          en: `${given.en} for an internship of ${months} months: the least is ${euros(least).en} an hour, ${needed(least).en} ${payPeriods[period].en} at full time. Raise it.`,
        },
      }),
    ];
  }
  if (contract === 'apprenticeship') {
    // 27 % of the minimum wage: the lowest step of the scale, before 18 (D6222-26).
    const least = settings.minimumHourCents * 0.27;
    if (!below(least)) return [];
    return [
      warning({
        code: 'apprenticeship.low',
        field: 'pay',
        source: 'Code du travail, art. D6222-26',
        text: {
          fr: `${given.fr} : moins que le premier échelon de l’alternance, ${needed(least).fr} ${payPeriods[period].fr}. Vérifiez le montant.`,
          en: `${given.en}: less than the first step of apprentices, ${needed(least).en} ${payPeriods[period].en}. Check it.`,
        },
      }),
    ];
  }
  if (contract === 'freelance' || !below(settings.minimumHourCents)) return [];
  const least = settings.minimumHourCents;
  return [
    warning({
      code: 'pay.minimum',
      field: 'pay',
      source: 'Code du travail, art. L3231-2',
      text: {
        fr: `${given.fr} : moins que le SMIC, ${needed(least).fr} ${payPeriods[period].fr} à temps plein. Augmentez le montant, ou dites le temps partiel et le taux horaire.`,
        en: `${given.en}: less than the minimum wage, ${needed(least).en} ${payPeriods[period].en} at full time. Raise it, or say that it is part time and the hourly rate.`,
      },
    }),
  ];
}

/** Pay that is missing, too low, or says nothing. */
export function checkPay(content: OfferContent, facts: Facts, sentences: readonly Placed[]): Finding[] {
  const { contract, payMinCents, payMaxCents, payPeriod, payReason, months, typed } = content;
  const found: Finding[] = [];
  const unpaid = sentences.find(
    ({ text }) =>
      /(?<![a-z])(?:non (?:remuneree?s?|payee?s?)|sans (?:remuneration|salaire|indemnite)|benevol(?:e|es|at)|pas de (?:remuneration|salaire)|unpaid|no (?:pay|salary)|volunteer (?:position|role|basis)|on a voluntary basis)(?![a-z])/.test(
        text,
      ) &&
      !/(?<![a-z])(?:nos|des|les|our|the|with|aux|de) (?:[a-z]+ )?(?:benevoles?|volunteers?)|association|(?:gerer|encadrer|animer|recruter|coordonner|formation des)/.test(
        text,
      ),
  );
  const mayBeUnpaid = contract === 'internship' && months !== null && months <= 2;
  if (unpaid && !mayBeUnpaid)
    found.push(
      error({
        code: 'pay.unpaid',
        field: unpaid.field,
        source: 'Code du travail, art. L1221-1 et L8221-5',
        text: about(unpaid.shown, {
          fr: 'un travail se paie. Indiquez la rémunération ; seul un stage de 2 mois au plus peut s’en passer.',
          en: 'work is paid. Give the pay; only an internship of 2 months at most may do without.',
        }),
      }),
    );
  if (payMinCents === null || payMaxCents === null || payPeriod === null) {
    // Of a longer internship, the rule on its allowance says it.
    if (typed.pay !== undefined || mayBeUnpaid || (contract === 'internship' && months !== null)) return found;
    if (payReason === null)
      found.push(
        error({
          code: 'pay.empty',
          field: 'pay',
          source: directive,
          text: {
            fr: 'Rémunération : indiquez une fourchette brute et sa période, par exemple « 28 000 - 32 000 € par an ».',
            en: 'Pay: give a gross range and its period, for example “28,000 - 32,000 € a year”.',
          },
        }),
      );
    else
      found.push(
        warning({
          code: 'pay.reason',
          field: 'pay',
          source: directive,
          text: about(payReason, {
            fr: 'sans fourchette, l’équipe vérifiera cette raison. Chaque personne a droit à la fourchette avant l’entretien : ajoutez-la si possible.',
            en: 'without a range, staff will check this reason. People have a right to the range before the interview: add it if you can.',
          }),
        }),
      );
    return found;
  }
  const { least, most } = unlikely[payPeriod];
  if (payMinCents < least || payMaxCents > most) {
    const said = {
      fr: `${euros(payMinCents).fr} à ${euros(payMaxCents).fr} ${payPeriods[payPeriod].fr}`,
      en: `${euros(payMinCents).en} to ${euros(payMaxCents).en} ${payPeriods[payPeriod].en}`,
    };
    found.push(
      warning({
        code: 'pay.unlikely',
        field: 'pay',
        source: 'Code du travail, art. L5331-3',
        text: {
          fr: `${said.fr} : ce montant surprend pour cette période. Vérifiez les zéros et la période.`,
          en: `${said.en}: this is surprising for that period. Check the zeros and the period.`,
        },
      }),
    );
  } else if (payMaxCents > payMinCents * widest)
    found.push(
      warning({
        code: 'pay.wide',
        field: 'pay',
        source: directive,
        text: {
          fr: `De ${euros(payMinCents).fr} à ${euros(payMaxCents).fr} : plus du double. Resserrez à ${euros(payMinCents * widest).fr} au plus, ou publiez deux offres.`,
          en: `From ${euros(payMinCents).en} to ${euros(payMaxCents).en}: more than double. Narrow it to ${euros(payMinCents * widest).en} at most, or publish two offers.`,
        },
      }),
    );
  return [...found, ...checkMinimum(content, facts, payMinCents, payPeriod)];
}
