import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAdvice } from '../../../src/features/jobs/rules/advice.ts';
import { emptyContent, limits, type OfferContent } from '../../../src/features/jobs/rules/content.ts';
import { defaultSettings, type Facts, type Finding } from '../../../src/features/jobs/rules/finding.ts';
import { languageOf } from '../../../src/features/jobs/rules/law/language.ts';
import { isOpenToAll, openTitle } from '../../../src/features/jobs/rules/law/title.ts';
import { similarity } from '../../../src/features/jobs/rules/text/similar.ts';
import { findingLine } from '../../../src/features/jobs/views/draft.ts';

/** Every rule on the content of an offer: what sets it off, what must not, and what it says. */

const utc = (day: string) => new Date(`${day}T00:00:00Z`);

const missions =
  'Vous développez le site de réservation avec deux collègues, relisez leur code et suivez les retours des personnes qui l’utilisent.';
const good: OfferContent = {
  ...emptyContent,
  title: 'Développement web (F/H)',
  missions,
  profile: 'Vous savez écrire du JavaScript et du SQL, et aimez expliquer ce que vous faites.',
  process: 'Un échange de trente minutes, puis une demi-journée avec l’équipe. Réponse en une semaine.',
  contract: 'cdi',
  city: 'Lille',
  department: '59',
  remote: 'partial',
  remoteDays: 2,
  payMinCents: 2_800_000,
  payMaxCents: 3_200_000,
  payPeriod: 'year',
  skills: ['javascript', 'sql', 'git'],
  level: 'junior',
};
const facts: Facts = {
  today: utc('2026-11-23'),
  settings: { ...defaultSettings, blockedDomains: ['mauvais.example'] },
  companyName: 'Atelier du Nord',
  companyEmail: 'rh@atelier-du-nord.example',
  companyWebsite: 'https://www.atelier-du-nord.example',
  isRelayed: false,
  others: [],
  openCount: 0,
  postedToday: 0,
  verifiedSince: utc('2026-01-01'),
  isOpen: false,
};

const check = (change: Partial<OfferContent>, known: Partial<Facts> = {}): Finding[] =>
  checkAdvice({ ...good, ...change }, { ...facts, ...known });
const codes = (change: Partial<OfferContent>, known: Partial<Facts> = {}) => check(change, known).map(({ code }) => code);
const written = (sentence: string): Partial<OfferContent> => ({ missions: `${missions} ${sentence}` });

test('an offer that is well written has nothing to correct', () => expect(check({})).toEqual([]));

/** What sets a rule off, how grave it is, and what looks like it and must not. */
const byText: readonly { code: string; severity: 'error' | 'warning'; wrong: readonly string[]; right: readonly string[] }[] = [
  {
    code: 'age.limit',
    severity: 'error',
    wrong: [
      'Vous avez moins de 30 ans.',
      'Profil 25-35 ans.',
      'Âgé de 20 à 40 ans.',
      'Entre 18 et 30 ans.',
      'You are under 35.',
      'Aged 20 to 30.',
      '45 ans maximum.',
      'Limite d’âge : 50.',
    ],
    right: [
      'Il faut être majeur.',
      'Plus de 18 ans, car le poste est de nuit.',
      'Moins de 2 ans d’expérience.',
      'Une entreprise qui existe depuis 20 ans.',
      'Vous encadrez des enfants de 16 à 18 ans.',
      'Under 35 hours a week.',
      'We are under 50 people.',
    ],
  },
  {
    code: 'age.young',
    severity: 'warning',
    wrong: [
      'Équipe jeune et dynamique.',
      'Nous cherchons un jeune diplômé.',
      'Digital native apprécié.',
      'A young and dynamic team.',
    ],
    right: [
      'Vous accompagnez des jeunes diplômés dans leur recherche.',
      'Public : jeunes motivés en insertion.',
      'Une entreprise née en 2020.',
    ],
  },
  {
    code: 'sex.wanted',
    severity: 'error',
    wrong: [
      'Nous recherchons une femme pour ce poste.',
      'Hommes uniquement.',
      'Poste réservé aux femmes.',
      'Female candidates only.',
      'Recherche jeune fille.',
      'Looking for a strong man.',
    ],
    right: [
      'Ouvert aux femmes et aux hommes.',
      'Nous œuvrons pour l’égalité entre femmes et hommes.',
      'Poste ouvert : homme/femme.',
      'Any gender is welcome.',
    ],
  },
  {
    code: 'family.situation',
    severity: 'error',
    wrong: [
      'Vous êtes célibataire et sans enfants.',
      'Idéal pour jeune maman.',
      'Personne sans contrainte familiale.',
      'You must be single with no children.',
    ],
    right: [
      'Vous accueillez des femmes enceintes à la maternité.',
      'Vous réparez des cartes mères.',
      'Congés pour enfant malade.',
      'A single page application.',
      'Quelle que soit votre situation familiale.',
    ],
  },
  {
    code: 'origin.nationality',
    severity: 'error',
    wrong: [
      'De nationalité française uniquement.',
      'Européens uniquement.',
      'French citizens only.',
      'Candidat d’origine française.',
    ],
    right: [
      'Habilitation défense : nationalité française exigée par la loi.',
      'Toutes nationalités bienvenues.',
      'Autorisation de travailler en France.',
    ],
  },
  {
    code: 'language.native',
    severity: 'error',
    wrong: ['Anglais langue maternelle.', 'Native English speaker.', 'Français natif exigé.', 'Vous parlez sans accent.'],
    right: ['Anglais courant.', 'React Native et applications natives.', 'Cloud native.'],
  },
  {
    code: 'health.state',
    severity: 'error',
    wrong: [
      'Être en bonne santé.',
      'Excellente condition physique exigée.',
      'Pas de problème de dos.',
      'You must be able-bodied.',
    ],
    right: [
      'Nous travaillons pour le secteur de la santé.',
      'Port de charges de 15 kg.',
      'La santé des patients est notre affaire.',
    ],
  },
  {
    code: 'appearance.asked',
    severity: 'error',
    wrong: ['Bonne présentation exigée.', 'Physique agréable.', 'Sans tatouage.', 'Good-looking hostess.'],
    right: ['Vous soignez la présentation des plats.', 'Une présentation PowerPoint par mois.', 'Tenue fournie.'],
  },
  {
    code: 'photo.asked',
    severity: 'warning',
    wrong: ['Envoyez un CV avec photo.', 'Photo obligatoire.', 'Attach a recent picture.'],
    right: ['Vous prenez des photos de produits.', 'Retouche photo avec Photoshop.', 'Vous publiez avec photos et vidéos.'],
  },
  {
    code: 'belief.asked',
    severity: 'error',
    wrong: ['Le candidat est de préférence catholique pratiquant.', 'Personne non syndiquée.', 'Candidates must be Christian.'],
    right: ['École catholique de 300 élèves.', 'Sans distinction de convictions religieuses.', 'Secours catholique.'],
  },
  {
    code: 'life.habits',
    severity: 'warning',
    wrong: ['Non-fumeur.', 'Bonne moralité.'],
    right: ['Une enquête de bonne moralité est faite par la préfecture.', 'Espace non-fumeur.'],
  },
  {
    code: 'residence.asked',
    severity: 'warning',
    wrong: ['Vous devez habiter à Lille.', 'Résidant dans le Nord.', 'You must live in Paris.'],
    right: [
      'Vous êtes à Lille trois jours par semaine.',
      'Vous rencontrez les habitants à leur domicile.',
      'Une équipe basée à Lyon.',
    ],
  },
  {
    code: 'record.asked',
    severity: 'warning',
    wrong: ['Casier judiciaire vierge exigé.', 'Clean criminal record.'],
    right: ['Vous rangez les casiers du vestiaire.'],
  },
  {
    code: 'pay.history',
    severity: 'warning',
    wrong: ['Joignez vos trois dernières fiches de paie.', 'Tell us your current salary.'],
    right: ['Vous préparez les bulletins de paie des salariés.', 'Salaire selon la grille.'],
  },
  {
    code: 'trial.unpaid',
    severity: 'error',
    wrong: ['Une journée d’essai non rémunérée.', 'Test gratuit de deux jours.', 'An unpaid trial shift.'],
    right: ['Une journée d’essai payée.', 'Un test technique de trente minutes.', 'Vous testez la version gratuite.'],
  },
  {
    code: 'trial.long',
    severity: 'warning',
    wrong: ['Période d’essai de six mois.', 'Probation period of 6 months.'],
    right: ['Période d’essai de trois mois.', 'Une période d’essai de 4 mois.'],
  },
  {
    code: 'pay.unpaid',
    severity: 'error',
    wrong: ['Ce poste est non rémunéré.', 'Mission bénévole.', 'This is unpaid.'],
    right: ['Vous formez nos bénévoles.', 'Vous coordonnez les volunteers.', 'Une association de bénévoles.'],
  },
  {
    code: 'contract.other',
    severity: 'warning',
    wrong: ['Poste à pourvoir en CDD dès janvier.', 'Vous prendrez le statut d’auto-entrepreneur.'],
    right: ['Un CDI après un CDD dans la même équipe.', 'Contrat en CDI.'],
  },
  {
    code: 'level.other',
    severity: 'warning',
    wrong: ['Vous avez 5 ans d’expérience.', 'At least 4 years of experience.'],
    right: ['Vous avez 1 an d’expérience.', 'Nous avons 20 ans.'],
  },
  {
    code: 'contact.email',
    severity: 'warning',
    wrong: ['Écrivez à rh@atelier.example.', 'rh [at] atelier.example', 'jobs at atelier dot example'],
    right: ['Rendez-vous @ Lille.', 'Three weeks at school. Kotlin.'],
  },
  {
    code: 'contact.phone',
    severity: 'warning',
    wrong: ['Appelez le 01 99 00 12 34.', '+33 1 99 00 12 34', '0639981234'],
    right: ['SIRET 123 456 789 00012.', 'De 28 000 à 32 000 €.', 'Du 01/02/2027 au 03/04/2027.'],
  },
  { code: 'contact.invite', severity: 'error', wrong: ['Rejoignez discord.gg/abcd.'], right: ['Nous échangeons sur Discord.'] },
  {
    code: 'contact.mention',
    severity: 'error',
    wrong: ['@everyone lisez ceci', 'Voir <@123456789012345678>'],
    right: ['Une adresse @ retrouver.'],
  },
  {
    code: 'link.short',
    severity: 'error',
    wrong: ['Voir https://bit.ly/3xYz', 'tinyurl.com/abc'],
    right: ['Voir https://atelier-du-nord.example/offre', 'Node.js et Vue.js.'],
  },
  {
    code: 'link.blocked',
    severity: 'error',
    wrong: ['Voir https://jobs.mauvais.example/offre'],
    right: ['Voir https://pasmauvais.example'],
  },
  { code: 'text.exclaiming', severity: 'warning', wrong: ['Rejoignez-nous !!!'], right: ['Rejoignez-nous !'] },
  { code: 'text.stacked', severity: 'error', wrong: ['Z̴̡̛̗͚a̶̧͔͋l̵̢̗͝g̸̨̀o'], right: ['Élève à Ève, ça va où naïf'] },
  { code: 'text.ornament', severity: 'warning', wrong: ['𝗢𝗳𝗳𝗿𝗲 de rêve'], right: ['Ⓐ et Ⓑ'] },
  { code: 'text.emoji', severity: 'warning', wrong: ['🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀'], right: ['Bienvenue 🚲'] },
];

describe.each(byText)('$code', ({ code, severity, wrong, right }) => {
  test.each(wrong)('is said of: %s', (sentence) => {
    const finding = check(written(sentence)).find((found) => found.code === code);
    expect(finding?.severity).toBe(severity);
    expect(finding?.field).toBe(code === 'level.other' ? 'level' : 'missions');
  });
  test.each(right)('is not said of: %s', (sentence) => expect(codes(written(sentence))).not.toContain(code));
});

describe('a title', () => {
  test.each([
    ['Développeur web', 'title.marker'],
    ['Vendeuse en boulangerie', 'title.sex'],
    ['Femme de ménage', 'title.sex'],
    ['Homme à tout faire', 'title.sex'],
    ['Hôtesse d’accueil', 'title.sex'],
    ['Waitress', 'title.sex'],
    ['Salesman', 'title.sex'],
    ['Recrutement urgent', 'title.vague'],
    ['Web', 'title.short'],
    ['OFFRE DE DÉVELOPPEMENT', 'text.shouting'],
    ['Office manager (F/H)', 'language.term'],
    ['x'.repeat(limits.title + 37), 'title.long'],
  ])('%s: %s', (title, code) => expect(codes({ title })).toContain(code));

  test.each([
    'Développeur web (H/F)',
    'Développeur F-H',
    'Technicien h / f',
    'Infirmier (m/w/d)',
    'Développeuse ou développeur',
    'Développeur·se web',
    'Vendeur(se)',
    'Comptable',
    'Architecte cloud',
    'Serveur homme/femme',
    'Aide à domicile',
    'Employee support',
    'Chargé ou chargée d’accueil',
    'Développeur web F/H/X',
    'Conseiller/ère',
    'Hôte ou hôtesse d’accueil (F/H)',
  ])('is open to all: %s', (title) => {
    expect(isOpenToAll(title)).toBe(true);
    expect(codes({ title }).filter((code) => code.startsWith('title.'))).toEqual([]);
    expect(openTitle(title, 80)).toBe(title);
  });

  test('that speaks to men gets its mark, within the limit, once', () => {
    expect(openTitle('Développeur web', 80)).toBe('Développeur web (F/H)');
    expect(openTitle(openTitle('Technicien', 80), 80)).toBe('Technicien (F/H)');
    const long = openTitle(`Technicien ${'réseau '.repeat(12)}`.slice(0, 80), 80);
    expect(long.length).toBeLessThanOrEqual(80);
    expect(long).toMatch(/réseau \(F\/H\)$/);
  });
});

test('the text says the value, the limit and what to do, and what was typed is safe to show', () => {
  const [long] = check({ missions: 'a '.repeat(768).padEnd(1_537, 'b') });
  expect(long?.text).toEqual({
    fr: '1537 caractères, limite 1500. Raccourcissez de 37 caractères.',
    en: '1537 characters, the limit is 1500. Shorten by 37 characters.',
  });
  const shown = check(written('**Vous** avez moins de 30 ans <@123456789012345678>.')).find(({ code }) => code === 'age.limit');
  expect(shown?.text.fr).toContain('\\*\\*Vous\\*\\* avez moins de 30 ans \\<\\@123456789012345678\\>');
  expect(shown?.source).toBe('Code du travail, art. L5331-2 et L1132-1');
});

describe('contracts', () => {
  const internship = {
    contract: 'internship',
    agreement: true,
    months: 2,
    payMinCents: null,
    payMaxCents: null,
    payPeriod: null,
    level: null,
  } as const;
  const paid = (cents: number, payPeriod: 'hour' | 'day' | 'month' | 'year' = 'month') => ({
    payMinCents: cents,
    payMaxCents: cents,
    payPeriod,
  });
  test.each<[string, Partial<OfferContent>, string[]]>([
    ['an internship of two months may be without pay', internship, []],
    ['an internship has an agreement', { ...internship, agreement: false }, ['internship.agreement']],
    ['an internship has a duration', { ...internship, months: null, ...paid(70_000) }, ['internship.months']],
    ['an internship of seven months', { ...internship, months: 7, ...paid(70_000) }, ['internship.long']],
    ['an internship of three months without pay', { ...internship, months: 3 }, ['internship.unpaid']],
    ['an internship of three months paid too little', { ...internship, months: 3, ...paid(60_000) }, ['internship.low']],
    ['an internship of three months by the hour, at the least', { ...internship, months: 3, ...paid(450, 'hour') }, []],
    ['an internship for somebody experienced', { ...internship, level: 'senior' }, ['internship.job']],
    ['an apprenticeship has a rhythm', { contract: 'apprenticeship' }, ['apprenticeship.rhythm']],
    [
      'an apprenticeship of four months',
      { contract: 'apprenticeship', rhythm: '3 semaines, 1 semaine', months: 4 },
      ['apprenticeship.months'],
    ],
    [
      'an apprenticeship names the age of its law',
      { contract: 'apprenticeship', rhythm: '3/1', missions: `${missions} Moins de 30 ans.` },
      [],
    ],
    ['an apprenticeship below its scale', { contract: 'apprenticeship', rhythm: '3/1', ...paid(40_000) }, ['apprenticeship.low']],
    ['a fixed term has a duration', { contract: 'cdd' }, ['fixed_term.months']],
    ['a fixed term of eighteen months', { contract: 'cdd', months: 18 }, []],
    ['a fixed term of nineteen months', { contract: 'cdd', months: 19 }, ['fixed_term.long']],
    ['temporary work says how long', { contract: 'temporary' }, ['temporary.months']],
    ['temporary work of two years', { contract: 'temporary', months: 24 }, ['temporary.long']],
    ['a permanent contract has no end', { months: 12 }, ['permanent.months']],
    [
      'a freelance is no employee',
      { contract: 'freelance', ...paid(35_000, 'day'), missions: `${missions} Horaires imposés, 35 h.` },
      ['freelance.employee'],
    ],
    ['a freelance by the month', { contract: 'freelance', ...paid(350_000) }, ['freelance.period']],
    ['half time remote without days', { remoteDays: null }, ['remote.days']],
    ['few skills', { skills: ['sql'] }, ['skills.few']],
    ['no pay', { payMinCents: null, payMaxCents: null, payPeriod: null }, ['pay.empty']],
    [
      'no pay, with a reason',
      { payMinCents: null, payMaxCents: null, payPeriod: null, payReason: 'selon la grille de la convention' },
      ['pay.reason'],
    ],
    [
      'pay that cannot be read is said elsewhere',
      { payMinCents: null, payMaxCents: null, payPeriod: null, typed: { pay: 'beaucoup' } },
      [],
    ],
    ['the minimum wage of a month, as people round it', paid(182_300), []],
    ['less than the minimum wage', paid(170_000), ['pay.minimum']],
    ['less than the minimum wage by the hour', paid(1_150, 'hour'), ['pay.minimum']],
    ['a range of more than double', { payMinCents: 2_500_000, payMaxCents: 6_000_000 }, ['pay.wide']],
    ['a slip of the pen', paid(3_200_000, 'month'), ['pay.unlikely']],
  ])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected));
});

describe('days', () => {
  test.each<[string, Partial<OfferContent>, string[]]>([
    ['all in order', { startsOn: utc('2027-01-04'), deadline: utc('2026-12-15') }, []],
    ['a start that is over', { startsOn: utc('2026-11-22') }, ['start.past']],
    ['a start today', { startsOn: utc('2026-11-23') }, []],
    ['a start in two years', { startsOn: utc('2028-11-23') }, ['start.far']],
    ['a deadline that is over', { deadline: utc('2026-11-22') }, ['deadline.past']],
    ['a deadline too far away', { deadline: utc('2027-07-01') }, ['deadline.far']],
    ['a deadline after the start', { startsOn: utc('2026-12-10'), deadline: utc('2026-12-20') }, ['deadline.after_start']],
  ])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected));
  test('an open offer may have begun', () => expect(codes({ startsOn: utc('2026-11-01') }, { isOpen: true })).toEqual([]));
});

describe('the link to apply', () => {
  test.each([
    ['https://www.atelier-du-nord.example/jobs/3', []],
    ['https://jobs.atelier-du-nord.example/3', []],
    ['https://autre.example/3', ['link.other']],
    ['http://atelier-du-nord.example/3', ['link.insecure']],
    ['https://bit.ly/3', ['link.short']],
    ['https://mauvais.example', ['link.blocked']],
  ])('%s', (applyUrl, expected) => expect(codes({ applyUrl })).toEqual(expected));
});

describe('near duplicates', () => {
  const other = { id: 1, title: 'Développement web', text: `${good.missions}\n${good.profile}` };
  test('the same text is refused, with its share', () => {
    const [found] = check({ missions: good.missions.replace('deux', 'DEUX !') }, { others: [other] });
    expect(found?.code).toBe('offer.duplicate');
    expect(found?.text.fr).toMatch(/« Développement web » : .* \d+ %/);
  });
  test('another text is not', () => {
    const text =
      'Vous tenez la caisse du magasin, rangez les rayons et conseillez les personnes qui entrent, du mardi au samedi.';
    expect(codes({ missions: text }, { others: [other] })).toEqual([]);
  });
  test('similarity is 1 for the same, 0 for nothing in common, and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (one, two) => {
        const share = similarity(one, two);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(similarity(two, one)).toBe(share);
        expect(similarity(one, one)).toBe(1);
      }),
    );
    expect(similarity('un deux trois quatre cinq six', 'sept huit neuf dix onze douze')).toBe(0);
  });
});

describe('languages', () => {
  test.each([
    [missions, 'fr'],
    ['You build the site with two colleagues and review what they write, for the people who use it.', 'en'],
    [
      'You build the site with the team and the people who use it. Vous développez le site avec les personnes qui sont dans la salle.',
      'both',
    ],
    ['React, Node, SQL', null],
  ])('%s', (text, language) => expect(languageOf(text)).toBe(language));
  test('an offer in English alone is to be written in French, one in both is not', () => {
    const english = 'You build the site with two colleagues and review what they write, for the people who use it every day.';
    expect(codes({ missions: english })).toEqual(['language.foreign']);
    expect(codes({ missions: `${missions} ${english}` })).toEqual([]);
  });
  test('a foreign term that the text explains is left alone', () => {
    expect(codes({ title: 'Product owner (F/H)' })).toEqual(['language.term']);
    expect(codes({ title: 'Product owner (F/H)', ...written('En tant que responsable de produit.') })).toEqual([]);
  });
});

describe('scams', () => {
  test('a scam stops the author with neutral words and tells staff what it is', () => {
    const found = check(written('Le candidat règle 75 € de frais de dossier avant la prise de poste.'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'scam.fee', severity: 'error', field: 'missions' });
    expect(found[0]?.text.fr).not.toMatch(/arnaque|fraude/);
    expect(found[0]?.forStaff?.fr).toMatch(/^paiement demandé aux candidats : « .*75 €.*signes d’arnaque/);
  });
  test('what may be one is a warning', () => {
    const [found] = check(
      { process: 'Contactez notre responsable sur WhatsApp au +33 6 39 98 00 11 dès maintenant.' },
      { companyEmail: 'atelier-rh@gmail.com' },
    ).filter(({ code }) => code.startsWith('scam.'));
    expect(found).toMatchObject({ code: 'scam.messenger', severity: 'warning', field: 'process' });
  });
  test('a hidden word gives itself away', () =>
    expect(codes(written('Ecrivez nous sur T é l é g r a m uniquement.'))).toContain('scam.messenger'));
});

describe('whatever is typed', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary-ascii', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 200 }));
  test('the rules answer, in both languages, and the same twice', () => {
    fc.assert(
      fc.property(anything, anything, anything, (title, text, process) => {
        const change = { title, missions: text, profile: text, process, payReason: title };
        const found = check(change);
        expect(check(change)).toEqual(found);
        for (const { text: said } of found) expect(said.fr !== '' && said.en !== '').toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  const size = 20_000;
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  test.each([
    ['one letter', 'a'],
    ['spaces', ' '],
    ['letters apart', 'a '],
    ['dots', 'a.'],
    ['figures', '1 '],
    ['amounts', '12 € '],
    ['fees', 'frais de '],
    ['you pay', 'vous payez 12 € frais de dossier '],
    ['addresses', 'a@b.'],
    ['links', 'www.a.b.c/'],
    ['phones', '01 02 03 '],
    ['accents', 'e\u0301\u0301'],
    ['leet', 'wh4t5'],
    ['capitals', 'ABC !!!'],
    ['newlines', 'a\n'],
    ['brackets', '((('],
    ['one word', 'abcdefghij1@.-_'],
    ['a real text', `${missions} `],
  ])('20 000 characters of %s take no time', (_, piece) => {
    const change = { missions: fill(piece) };
    check(change);
    const took = Math.min(
      ...[1, 2, 3, 4, 5].map(() => {
        const began = performance.now();
        check(change);
        return performance.now() - began;
      }),
    );
    expect(took).toBeLessThan(50);
  });
});

test('a remark names the part that it is about, and the quota none', () => {
  const said = { field: 'title', severity: 'error', text: { fr: 'à revoir', en: 'to see' } } as const;
  expect(findingLine({ ...said, code: 'title.short' }, 'en')).toBe('- **Title**: to see');
  expect(findingLine({ ...said, code: 'quota.daily' }, 'fr')).toBe('- à revoir');
});
