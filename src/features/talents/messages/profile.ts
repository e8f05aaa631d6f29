import { bold, counted, type Text, UserError } from '../../../kernel/text.ts';
import type { Finding, Leak } from '../rules/anonymity.ts';
import type { Gap } from '../rules/profile.ts';

export const text = {
  feature: { fr: 'Les profils des personnes qui cherchent', en: 'Profiles of people who look for work' },
  purpose: {
    fr: 'Montrer votre profil sans votre nom aux entreprises vérifiées, si vous le voulez ; vous demander avant de leur dire qui vous êtes ; vous signaler les offres qui vous correspondent.',
    en: 'To show your profile without your name to verified companies, if you want it; to ask you before they learn who you are; to tell you of offers that fit.',
  },
  retention: {
    fr: 'Le profil : jusqu’à ce que vous le supprimiez, 1 an en pause, 30 jours après un départ du serveur. Les questions des entreprises et leurs réponses : 1 an. Ce qu’une entreprise a vu : 1 an. Les offres signalées : 6 mois. Une recherche de profils : 1 jour.',
    en: 'The profile: until you delete it, 1 year on pause, 30 days after leaving the server. Questions of companies and their answers: 1 year. What a company saw: 1 year. Offers you were told of: 6 months. A search for profiles: 1 day.',
  },
  command: {
    fr: 'Votre profil, montré sans votre nom aux entreprises vérifiées',
    en: 'Your profile, shown without your name to verified companies',
  },
  title: { fr: 'Mon profil', en: 'My profile' },
  intro: {
    fr: 'Laissez les entreprises venir à vous. Vous dites ce que vous cherchez et ce que vous savez faire ; les entreprises vérifiées voient une carte **sans nom, sans photo, sans âge**. Si l’une d’elles veut vous parler, nous vous demandons d’abord. Vous pouvez tout arrêter à chaque instant.',
    en: 'Let companies come to you. You say what you look for and what you can do; verified companies see a card **without name, photo or age**. When one of them wants to talk to you, we ask you first. You can stop it all at any moment.',
  },
  begin: { fr: 'Créer mon profil', en: 'Make my profile' },
  editSearch: { fr: 'Ma recherche', en: 'What I look for' },
  editAbility: { fr: 'Mes compétences', en: 'What I can do' },
  next: { fr: 'Étape suivante : mes compétences', en: 'Next step: what I can do' },
  publish: { fr: 'Rendre visible', en: 'Make visible' },
  pause: { fr: 'Mettre en pause', en: 'Pause' },
  keep: { fr: 'Le laisser visible', en: 'Keep it visible' },
  remove: { fr: 'Supprimer', en: 'Delete' },
  tellOn: { fr: 'Me signaler des offres', en: 'Tell me of offers' },
  tellOff: { fr: 'Ne plus me signaler d’offres', en: 'Stop telling me of offers' },
  blocks: { fr: 'Entreprises bloquées', en: 'Blocked companies' },
  open: (since: string): Text => ({
    fr: `**Visible** par les entreprises vérifiées, sans votre nom. Confirmé le ${since}.`,
    en: `**Visible** to verified companies, without your name. Confirmed on ${since}.`,
  }),
  closed: { fr: '**En pause** : aucune entreprise ne le voit.', en: '**Paused**: no company sees it.' },
  draft: { fr: '**Pas encore visible** : aucune entreprise ne le voit.', en: '**Not visible yet**: no company sees it.' },
  missing: (gaps: readonly Gap[]): Text => ({
    fr: `Il manque encore : ${gaps.map((gap) => gapNames[gap].fr).join(', ')}.`,
    en: `Still missing: ${gaps.map((gap) => gapNames[gap].en).join(', ')}.`,
  }),
  preview: {
    fr: '**Voici exactement ce que les entreprises voient.** Le numéro est différent pour chacune.',
    en: '**This is exactly what companies see.** The number is another for each of them.',
  },
  hidden: (name: string, links: readonly string[]): Text => ({
    fr: `**Seulement après votre accord**, pour une seule entreprise : ${name}${links.length > 0 ? `, ${links.join(' , ')}` : ' (aucun lien)'}.`,
    en: `**Only once you agree**, for one company alone: ${name}${links.length > 0 ? `, ${links.join(' , ')}` : ' (no link)'}.`,
  }),
  seen: (companies: number): Text => ({
    fr:
      companies === 0
        ? 'Aucune entreprise n’a encore vu votre carte.'
        : `${counted(companies, 'entreprise a', 'entreprises ont')} vu votre carte.`,
    en:
      companies === 0
        ? 'No company has seen your card yet.'
        : `${counted(companies, 'company has', 'companies have')} seen your card.`,
  }),
  telling: (on: boolean): Text =>
    on
      ? {
          fr: 'Nous vous signalons les offres qui vous correspondent, un message par jour au plus.',
          en: 'We tell you of offers that fit, at most one message a day.',
        }
      : { fr: 'Nous ne vous signalons pas d’offres.', en: 'We do not tell you of offers.' },
  consentTitle: { fr: 'Avant de rendre votre profil visible', en: 'Before your profile becomes visible' },
  consent: {
    fr: [
      '- Les personnes qui recrutent pour une **entreprise vérifiée par l’équipe** voient votre carte : recherche, lieu, niveau, compétences, présentation. Rien d’autre.',
      '- Votre formation et votre campus n’y figurent que si au moins cinq profils visibles les partagent.',
      '- Si une entreprise veut vous parler, vous lisez d’abord son nom, son offre et son message. **Sans votre accord, elle n’apprend rien.** Un refus ne dit que « pas disponible ».',
      '- Si vous acceptez, une conversation privée s’ouvre : elle y voit votre prénom, votre nom, vos liens et votre compte Discord.',
      '- Nous vous signalons les offres qui vous correspondent, un message par jour au plus ; un bouton l’arrête.',
      '- Après six mois, nous vous demandons si le profil est encore juste. Pause et suppression ont lieu tout de suite.',
    ].join('\n'),
    en: [
      '- People who recruit for a **company that staff verified** see your card: what you look for, place, level, skills, a few words. Nothing else.',
      '- Your course and campus are on it only when at least five visible profiles share them.',
      '- When a company wants to talk to you, you first read its name, its offer and its message. **Without your consent it learns nothing.** A no says only “not available”.',
      '- If you accept, a private conversation opens: there it sees your first and last name, your links and your Discord account.',
      '- We tell you of offers that fit, at most one message a day; a button stops it.',
      '- After six months we ask whether the profile still holds. Pause and deletion take effect at once.',
    ].join('\n'),
  },
  agree: { fr: 'J’accepte et je le rends visible', en: 'I agree, make it visible' },
  back: { fr: 'Retour à mon profil', en: 'Back to my profile' },
  askDelete: {
    fr: 'Supprimer votre profil ? Votre carte disparaît tout de suite et les questions en attente sont closes. Les conversations déjà ouvertes restent.',
    en: 'Delete your profile? Your card disappears at once and questions that wait are closed. Conversations that are open stay.',
  },
  confirmDelete: { fr: 'Oui, supprimer mon profil', en: 'Yes, delete my profile' },
  deleted: {
    fr: 'Votre profil est supprimé. Plus aucune entreprise ne le voit.',
    en: 'Your profile is deleted. No company sees it any more.',
  },
  blocksTitle: {
    fr: 'Ces entreprises ne voient pas votre profil et ne peuvent pas vous écrire, qu’elles soient déjà inscrites ici ou non. Choisissez celles que vous voulez débloquer.',
    en: 'These companies do not see your profile and cannot write to you, whether they are registered here or not. Choose those to unblock.',
  },
  noBlocks: {
    fr: 'Aucune entreprise n’est bloquée. Vous pouvez en bloquer une par son nom avant qu’elle vous écrive, par exemple celle où vous travaillez, même si elle n’est pas encore inscrite ici.',
    en: 'No company is blocked. You can block one by its name before it writes to you, such as the one where you work, even if it is not registered here yet.',
  },
  avoid: { fr: 'Bloquer une entreprise par son nom', en: 'Block a company by its name' },
  avoidTitle: { fr: 'Bloquer une entreprise', en: 'Block a company' },
  avoidName: { fr: 'Nom, SIREN ou SIRET', en: 'Name, SIREN or SIRET' },
  avoidHelp: {
    fr: 'Le SIREN couvre tous ses établissements. Un nom couvre aussi ceux qui commencent par les mêmes mots.',
    en: 'The SIREN covers all its sites. A name also covers those that begin with the same words.',
  },
  pageOf: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  unblock: { fr: 'Entreprises à débloquer', en: 'Companies to unblock' },

  searchTitle: { fr: 'Ce que vous cherchez (1 sur 2)', en: 'What you look for (1 of 2)' },
  contracts: { fr: 'Contrats souhaités', en: 'Contracts you want' },
  place: { fr: 'Où ?', en: 'Where?' },
  placeHelp: {
    fr: 'Ville et département, ou département : « Lille (59) », « Nord ».',
    en: 'City and department, or department: “Lille (59)”, “Nord”.',
  },
  mobility: { fr: 'Jusqu’où ?', en: 'How far would you go?' },
  remote: { fr: 'Télétravail souhaité', en: 'Remote work' },
  anyRemote: { fr: 'Peu importe', en: 'Any' },
  start: { fr: 'À partir de quand ?', en: 'From when?' },
  startHelp: { fr: 'Une date (01/09/2027). Vide : dès maintenant.', en: 'A day (01/09/2027: day first). Empty: now.' },
  abilityTitle: { fr: 'Ce que vous savez faire (2 sur 2)', en: 'What you can do (2 of 2)' },
  skills: { fr: 'Compétences', en: 'Skills' },
  skillsHelp: {
    fr: 'Séparées par des virgules, 15 au plus : React, SQL, gestion de projet.',
    en: 'Separated by commas, 15 at most: React, SQL, project management.',
  },
  level: { fr: 'Expérience dans ce métier', en: 'Experience in this trade' },
  pitch: { fr: 'Quelques mots sur votre travail', en: 'A few words on your work' },
  pitchHelp: {
    fr: 'Ce que vous aimez faire, un projet. Sans nom, âge, contact ni lien : la carte est anonyme.',
    en: 'What you like to do, a project. No name, age, contact or link: the card is anonymous.',
  },
  links: { fr: 'Liens : portfolio, GitHub, LinkedIn', en: 'Links: portfolio, GitHub, LinkedIn' },
  linksHelp: {
    fr: 'Un par ligne, 3 au plus. Montrés seulement à une entreprise que vous acceptez.',
    en: 'One a line, 3 at most. Shown only to a company that you accept.',
  },

  homeNone: {
    fr: 'Les entreprises peuvent vous trouver sans connaître votre nom, si vous le voulez.',
    en: 'Companies can find you without knowing your name, if you want it.',
  },
  homeDraft: { fr: 'Votre profil n’est pas visible par les entreprises.', en: 'Your profile is not visible to companies.' },
  homeOpen: {
    fr: 'Votre profil est visible par les entreprises vérifiées, sans votre nom.',
    en: 'Your profile is visible to verified companies, without your name.',
  },
  reminded: {
    fr: 'Votre profil est visible depuis six mois par les entreprises vérifiées, toujours sans votre nom. Cherchez-vous encore ? Sans réponse, il sera mis en pause dans trois mois.',
    en: 'Verified companies have seen your profile for six months, still without your name. Are you still looking? Without an answer it will be paused in three months.',
  },
  hiredAsk: {
    fr: 'Bravo pour votre nouvel emploi ! Votre profil est encore visible par les entreprises. Voulez-vous le mettre en pause ?',
    en: 'Congratulations on your new job! Companies still see your profile. Do you want to pause it?',
  },
  silentHidden: {
    fr: 'Sans réponse depuis neuf mois, votre profil est en pause : aucune entreprise ne le voit. Un clic le rend à nouveau visible.',
    en: 'Nine months without an answer: your profile is paused, no company sees it. One click makes it visible again.',
  },
  kept: { fr: 'Merci. Votre profil reste visible.', en: 'Thank you. Your profile stays visible.' },
  paused: {
    fr: 'Votre profil est en pause : aucune entreprise ne le voit. `/offre profil` le rend à nouveau visible.',
    en: 'Your profile is paused: no company sees it. `/job profile` makes it visible again.',
  },
  quiet: {
    fr: 'Nous ne vous signalerons plus d’offres. `/offre profil` permet d’y revenir.',
    en: 'We will not tell you of offers any more. `/job profile` lets you change that.',
  },
};

const gapNames: Readonly<Record<Gap, Text>> = {
  contracts: { fr: 'le contrat souhaité', en: 'the contract you want' },
  department: { fr: 'le lieu', en: 'the place' },
  skills: { fr: 'vos compétences', en: 'your skills' },
  level: { fr: 'votre expérience', en: 'your experience' },
};

const leaks: Readonly<Record<Leak, Text>> = {
  email: { fr: 'une adresse e-mail', en: 'an e-mail address' },
  phone: { fr: 'un numéro de téléphone', en: 'a phone number' },
  link: { fr: 'un lien : mettez-le dans le champ des liens', en: 'a link: put it in the field for links' },
  handle: { fr: 'un pseudo', en: 'a user name' },
  name: { fr: 'votre nom', en: 'your name' },
  age: { fr: 'votre âge', en: 'your age' },
  sex: { fr: 'le genre', en: 'gender' },
  family: { fr: 'la situation familiale', en: 'family situation' },
  origin: { fr: 'l’origine, la nationalité ou les convictions', en: 'origin, nationality or beliefs' },
  health: { fr: 'la santé', en: 'health' },
  school: { fr: 'le centre ou la promo', en: 'the school or class' },
};

export type FieldFinding = Finding & { field: Text };

/** Everything at once, each with the words that say it. */
const foundLines = (findings: readonly FieldFinding[], locale: 'fr' | 'en'): string =>
  findings
    .map(
      ({ field, leak, excerpt }) =>
        `- ${bold(field[locale])}${locale === 'fr' ? ' :' : ':'} ${leaks[leak][locale]} (${bold(excerpt)})`,
    )
    .join('\n');

export const namesSomebody = (findings: readonly FieldFinding[]) => {
  const lines = (locale: 'fr' | 'en') => foundLines(findings, locale);
  return new UserError('talents.not_anonymous', {
    fr: `Votre carte est anonyme : ni contact, ni nom, ni rien de ce que la loi interdit de prendre en compte. À retirer :\n${lines('fr')}`,
    en: `Your card is anonymous: no contact, no name, nothing that the law forbids to choose by. Please take out:\n${lines('en')}`,
  });
};

/** Kept as it is, and shown: the person alone knows what their words say. */
export const doubtsText = (findings: readonly FieldFinding[]): Text => ({
  fr: `**À relire.** Ces mots disent peut-être qui vous êtes, ou ce que la loi interdit de prendre en compte. S’ils n’en disent rien, laissez-les.\n${foundLines(findings, 'fr')}`,
  en: `**Please read again.** These words may say who you are, or what the law forbids to choose by. If they do not, leave them.\n${foundLines(findings, 'en')}`,
});

export const saysNoCompany = (typed: string) =>
  new UserError('talents.says_no_company', {
    fr: `${bold(typed)} ne désigne aucune entreprise : écrivez son nom, ou les 9 chiffres de son SIREN.`,
    en: `${bold(typed)} says no company: write its name, or the 9 digits of its SIREN.`,
  });

export const tooManyAvoided = (max: number) =>
  new UserError('talents.too_many_avoided', {
    fr: `Vous avez déjà nommé ${max} entreprises, le maximum. Débloquez-en une d’abord.`,
    en: `You already named ${max} companies, the most there may be. Unblock one first.`,
  });

export const unknownPlace = (typed: string) =>
  new UserError('talents.unknown_place', {
    fr: `Je ne trouve pas ${bold(typed)}. Écrivez la ville avec son département, « Lille (59) », ou le département seul, « Nord ».`,
    en: `I cannot find ${bold(typed)}. Write the city with its department, “Lille (59)”, or the department alone, “Nord”.`,
  });

export const severalPlaces = (typed: string, departments: readonly string[]) =>
  new UserError('talents.several_places', {
    fr: `Il y a plusieurs ${bold(typed)} : ajoutez le département (${departments.join(', ')}).`,
    en: `There are several places called ${bold(typed)}: add the department (${departments.join(', ')}).`,
  });

export const notADay = (typed: string) =>
  new UserError('talents.not_a_day', {
    fr: `${bold(typed)} n’est pas une date. Écrivez-la ainsi : 01/09/2027, ou laissez vide pour « dès maintenant ».`,
    en: `${bold(typed)} is not a day. Write it like 01/09/2027 (day first), or leave it empty for “now”.`,
  });

export const tooManySkills = (given: number, max: number) =>
  new UserError('talents.too_many_skills', {
    fr: `Vous avez donné ${given} compétences : gardez les ${max} qui comptent le plus.`,
    en: `You gave ${given} skills: keep the ${max} that matter most.`,
  });

export const noSkill = () =>
  new UserError('talents.no_skill', { fr: 'Donnez au moins une compétence.', en: 'Give at least one skill.' });

export const skillTooLong = (long: readonly string[], max: number) =>
  new UserError('talents.skill_too_long', {
    fr: `Une compétence tient en ${max} caractères. À raccourcir : ${long.map(bold).join(', ')}.`,
    en: `A skill has at most ${max} characters. Please shorten: ${long.map(bold).join(', ')}.`,
  });

export const badLinks = (bad: readonly string[]) =>
  new UserError('talents.bad_links', {
    fr: `Ce ne sont pas des adresses web : ${bad.map(bold).join(', ')}. Exemple : https://github.com/vous.`,
    en: `These are no web addresses: ${bad.map(bold).join(', ')}. For instance: https://github.com/you.`,
  });

export const tooManyLinks = (given: number, max: number) =>
  new UserError('talents.too_many_links', {
    fr: `Vous avez donné ${given} liens : ${max} au plus.`,
    en: `You gave ${given} links: ${max} at most.`,
  });

export const noProfile = () =>
  new UserError('talents.no_profile', {
    fr: 'Vous n’avez pas de profil. `/offre profil` en crée un en deux étapes.',
    en: 'You have no profile. `/job profile` makes one in two steps.',
  });

export const incomplete = (gaps: readonly Gap[]) => new UserError('talents.incomplete', text.missing(gaps));
