import { contracts } from '../../../../kernel/hiring.ts';
import type { OfferContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import { about, error, type Placed, warning } from '../text/said.ts';

/** Months, by law. */
export const longest = { internship: 6, fixedTerm: 18, fixedTermAtAll: 36, temporary: 18, apprenticeship: 36 } as const;
/** Months of the shortest apprenticeship. */
export const shortestApprenticeship = 6;

const months = (value: number) => ({ fr: `${value} mois`, en: `${value} months` });

function tooLong(value: number, limit: number): { fr: string; en: string } {
  return {
    fr: `${value} mois, limite ${limit} : retirez ${months(value - limit).fr}`,
    en: `${value} months, the limit is ${limit}: take off ${months(value - limit).en}`,
  };
}

function checkInternship(
  { months: length, agreement, level, payMinCents }: OfferContent,
  sentences: readonly Placed[],
): Finding[] {
  const found: Finding[] = [];
  if (!agreement)
    found.push(
      error({
        code: 'internship.agreement',
        field: 'conditions',
        source: 'Code de l’éducation, art. L124-1',
        text: {
          fr: 'Stage : une convention entre l’école, la personne et vous est obligatoire. Cochez « convention de stage ».',
          en: 'Internship: an agreement between the school, the person and you is required. Tick “internship agreement”.',
        },
      }),
    );
  if (length === null)
    found.push(
      error({
        code: 'internship.months',
        field: 'dates',
        source: 'Code de l’éducation, art. L124-5',
        text: {
          fr: 'Stage : durée à indiquer, 6 mois au plus. Écrivez par exemple « 3 mois ».',
          en: 'Internship: say how long, 6 months at most. Write for example “3 months”.',
        },
      }),
    );
  else if (length > longest.internship) {
    const said = tooLong(length, longest.internship);
    found.push(
      error({
        code: 'internship.long',
        field: 'dates',
        source: 'Code de l’éducation, art. L124-5',
        text: {
          fr: `Stage de ${said.fr}, ou proposez une alternance ou un CDD.`,
          en: `Internship of ${said.en}, or offer an apprenticeship or a fixed-term contract.`,
        },
      }),
    );
  }
  if (length !== null && length > 2 && payMinCents === null)
    found.push(
      error({
        code: 'internship.unpaid',
        field: 'pay',
        source: 'Code de l’éducation, art. L124-6',
        text: {
          fr: `Stage de ${length} mois : une gratification est due au-delà de 2 mois. Indiquez-la par heure ou par mois.`,
          en: `Internship of ${length} months: an allowance is due beyond 2 months. Give it by the hour or by the month.`,
        },
      }),
    );
  const asksWork = sentences.find(({ text }) =>
    /(?<![a-z])(?:remplace(?:r|ment|rez)|accroissement temporaire|en autonomie totale|experience (?:exigee|requise|obligatoire|de \d)|replac(?:e|ing) (?:a|an|the|our)|\d+ (?:years?|ans) (?:of |d )?experience)(?![a-z])/.test(
      text,
    ),
  );
  if (asksWork || level === 'confirmed' || level === 'senior')
    found.push(
      warning({
        code: 'internship.job',
        field: asksWork?.field ?? 'level',
        source: 'Code de l’éducation, art. L124-7',
        text: about(asksWork?.shown ?? 'Stage', {
          fr: 'un stage ne remplace pas un emploi et ne demande pas d’expérience. Décrivez ce que la personne apprendra et qui l’accompagne.',
          en: 'an internship replaces no job and asks for no experience. Say what the person will learn, and with whom.',
        }),
      }),
    );
  return found;
}

function checkApprenticeship({ months: length, rhythm }: OfferContent): Finding[] {
  const found: Finding[] = [];
  if (rhythm === null || rhythm.trim() === '')
    found.push(
      error({
        code: 'apprenticeship.rhythm',
        field: 'dates',
        source: 'Code du travail, art. L6221-1 et L6325-3',
        text: {
          fr: 'Alternance : rythme à indiquer, par exemple « 3 semaines en entreprise, 1 semaine en formation ».',
          en: 'Apprenticeship: give its rhythm, for example “3 weeks in the company, 1 week of training”.',
        },
      }),
    );
  if (length !== null && (length < shortestApprenticeship || length > longest.apprenticeship))
    found.push(
      warning({
        code: 'apprenticeship.months',
        field: 'dates',
        source: 'Code du travail, art. L6222-7-1',
        text: {
          fr: `Alternance de ${length} mois : un contrat dure de ${shortestApprenticeship} à ${longest.apprenticeship} mois, sauf exception. Vérifiez la durée.`,
          en: `Apprenticeship of ${length} months: a contract lasts ${shortestApprenticeship} to ${longest.apprenticeship} months, with exceptions. Check how long.`,
        },
      }),
    );
  return found;
}

function checkFixedTerm({ months: length }: OfferContent): Finding[] {
  const source = 'Code du travail, art. L1242-8-1';
  if (length === null)
    return [
      error({
        code: 'fixed_term.months',
        field: 'dates',
        source: 'Code du travail, art. L1242-7',
        text: {
          fr: 'CDD : durée à indiquer, par exemple « 8 mois ».',
          en: 'Fixed-term contract: say how long, for example “8 months”.',
        },
      }),
    ];
  if (length > longest.fixedTermAtAll) {
    const said = tooLong(length, longest.fixedTermAtAll);
    return [
      error({
        code: 'fixed_term.long',
        field: 'dates',
        source: 'Code du travail, art. L1242-8-2',
        text: {
          fr: `CDD de ${said.fr}, ou proposez un CDI.`,
          en: `Fixed-term contract of ${said.en}, or offer a permanent one.`,
        },
      }),
    ];
  }
  if (length > longest.fixedTerm)
    return [
      warning({
        code: 'fixed_term.long',
        field: 'dates',
        source,
        text: {
          fr: `CDD de ${length} mois, limite ${longest.fixedTerm} sauf exception (accord de branche, objet défini, étranger). Dites laquelle dans les missions.`,
          en: `Fixed-term contract of ${length} months, the limit is ${longest.fixedTerm} with exceptions (branch agreement, defined purpose, abroad). Say which in the missions.`,
        },
      }),
    ];
  return [];
}

function checkTemporary({ months: length }: OfferContent): Finding[] {
  const source = 'Code du travail, art. L1251-12-1';
  if (length === null)
    return [
      warning({
        code: 'temporary.months',
        field: 'dates',
        source: 'Code du travail, art. L1251-11',
        text: {
          fr: 'Intérim : indiquez la durée prévue de la mission.',
          en: 'Temporary work: say how long the assignment should last.',
        },
      }),
    ];
  if (length <= longest.temporary) return [];
  const said = tooLong(length, longest.temporary);
  return [
    warning({
      code: 'temporary.long',
      field: 'dates',
      source,
      text: {
        fr: `Intérim : ${said.fr}, ou dites l’exception qui s’applique.`,
        en: `Temporary work: ${said.en}, or say which exception applies.`,
      },
    }),
  ];
}

/** What makes an employee of somebody who is said to be free: https://www.urssaf.fr, “lien de subordination”. */
const subordinate =
  /(?<![a-z])(?:horaires? (?:fixes?|imposes?|de bureau|obligatoires?)|35 ?h(?:eures)?|vos conges|conges payes|lien hierarchique|sous l autorite|responsable hierarchique|exclusivite|exclusivement pour nous|mutuelle|tickets? restaurants?|fixed hours|paid (?:leave|holiday)|line manager|exclusively for us|report(?:ing|s)? to)(?![a-z])/;

function checkFreelance({ payPeriod }: OfferContent, sentences: readonly Placed[]): Finding[] {
  const found: Finding[] = [];
  const hit = sentences.find(({ text }) => subordinate.test(text));
  if (hit)
    found.push(
      warning({
        code: 'freelance.employee',
        field: hit.field,
        source: 'Code du travail, art. L8221-6',
        text: about(hit.shown, {
          fr: 'cela décrit un emploi salarié. Choisissez CDI ou CDD, ou décrivez une mission avec un résultat, sans horaires ni hiérarchie.',
          en: 'this describes employment. Choose a permanent or fixed-term contract, or describe a mission with a result, without hours or hierarchy.',
        }),
      }),
    );
  if (payPeriod === 'month' || payPeriod === 'year')
    found.push(
      warning({
        code: 'freelance.period',
        field: 'pay',
        source: 'Code du travail, art. L8221-6',
        text: {
          fr: 'Freelance : le tarif se donne par jour ou par heure, pas par mois ni par an.',
          en: 'Freelance: the rate is by the day or by the hour, not by the month or year.',
        },
      }),
    );
  return found;
}

/** Words of the text that name another contract than the one chosen. */
const named: readonly { contract: keyof typeof contracts; found: RegExp }[] = [
  {
    contract: 'cdi',
    found: /(?<![a-z])(?:poste|contrat|embauche|recrutement|offre)(?: [^ ]+){0,3} en cdi(?![a-z])|^cdi(?![a-z])/,
  },
  {
    contract: 'cdd',
    found: /(?<![a-z])(?:poste|contrat|embauche|recrutement|offre)(?: [^ ]+){0,3} en cdd(?![a-z])|^cdd (?:de|d)(?![a-z])/,
  },
  {
    contract: 'internship',
    found: /(?<![a-z])(?:ce|un|le) stage de \d|convention de stage(?! possible)|stage (?:conventionne|obligatoire)/,
  },
  { contract: 'freelance', found: /(?<![a-z])statut (?:d )?(?:auto entrepreneur|independant|freelance|micro entrepreneur)/ },
];

/** The rules of each kind of contract, and what the text says against it. */
export function checkContract(content: OfferContent, sentences: readonly Placed[]): Finding[] {
  const { contract, months: length, level } = content;
  const found: Finding[] = [];
  if (contract === 'internship') found.push(...checkInternship(content, sentences));
  if (contract === 'apprenticeship') found.push(...checkApprenticeship(content));
  if (contract === 'cdd') found.push(...checkFixedTerm(content));
  if (contract === 'temporary') found.push(...checkTemporary(content));
  if (contract === 'freelance') found.push(...checkFreelance(content, sentences));
  if (contract === 'cdi' && length !== null)
    found.push(
      warning({
        code: 'permanent.months',
        field: 'dates',
        source: 'Code du travail, art. L1221-2',
        text: {
          fr: `CDI de ${length} mois : un CDI n’a pas de terme. Retirez la durée, ou choisissez CDD.`,
          en: `Permanent contract of ${length} months: it has no end. Remove the duration, or choose fixed-term.`,
        },
      }),
    );
  if (contract !== null) {
    const other = named
      .filter((name) => name.contract !== contract)
      .flatMap((name) => sentences.filter(({ text }) => name.found.test(text)).map((hit) => ({ hit, name })))[0];
    if (other)
      found.push(
        warning({
          code: 'contract.other',
          field: other.hit.field,
          source: 'Code du travail, art. L5331-3',
          text: about(other.hit.shown, {
            fr: `le texte parle d’un autre contrat que « ${contracts[contract].fr} ». Corrigez l’un ou l’autre.`,
            en: `the text speaks of another contract than “${contracts[contract].en}”. Correct one or the other.`,
          }),
        }),
      );
  }
  const years = sentences
    .map((sentence) => ({
      sentence,
      years: Number(/(?<!\d)(\d{1,2}) (?:ans?|annees?|years?)(?: [^ ]+)? (?:d |of )?experience/.exec(sentence.text)?.[1] ?? 0),
    }))
    .find(({ years }) => years >= 3);
  if (years && (level === 'beginner' || level === 'junior'))
    found.push(
      warning({
        code: 'level.other',
        field: 'level',
        source: 'Code du travail, art. L5331-3',
        text: about(years.sentence.shown, {
          fr: `${years.years} ans d’expérience, mais le niveau choisi est pour débuter. Alignez les deux.`,
          en: `${years.years} years of experience, but the level chosen is for beginners. Make them agree.`,
        }),
      }),
    );
  return found;
}
