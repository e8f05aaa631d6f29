import { bold, counted, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import type { Finding } from '../rules/finding.ts';

export const text = {
  feature: { fr: 'Les offres d’emploi, du brouillon à la fin', en: 'Job offers, from the draft to the end' },
  purpose: {
    fr: 'Publier des offres relues par l’équipe, répondre de ce qui est écrit, et traiter les signalements.',
    en: 'To publish offers that staff have read, to know who answers for them, and to settle reports.',
  },
  retention: {
    fr: 'Un brouillon, une offre refusée ou à modifier : 90 jours après le dernier changement. Une offre terminée reste, et ne dit plus qui l’a écrite ni relue après 2 ans ; ses signalements sont alors supprimés.',
    en: 'A draft, a refused offer or one to change: 90 days after the last change. An offer that has ended stays, and after 2 years no longer says who wrote or reviewed it; its reports are deleted then.',
  },
  offersTopic: {
    fr: 'Les offres d’emploi, relues par l’équipe. Ouvrez une offre pour postuler, la garder ou la signaler.',
    en: 'Job offers, read by staff. Open one to apply, save or report it.',
  },

  // Commands and forms
  postCommand: { fr: 'Publier une offre d’emploi : deux courts formulaires', en: 'Post a job offer: two short forms' },
  mineCommand: {
    fr: 'Vos offres et brouillons : où ils en sont, que faire',
    en: 'Your offers and drafts: where they stand, what to do',
  },
  editCommand: { fr: 'Modifier une de vos offres', en: 'Change one of your offers' },
  closeCommand: { fr: 'Clôturer une de vos offres, pourvue ou non', en: 'Close one of your offers, filled or not' },
  renewCommand: { fr: 'Prolonger une de vos offres de 45 jours', en: 'Keep one of your offers open for 45 more days' },
  showCommand: { fr: 'Lire une offre en ligne', en: 'Read an offer that is online' },
  offerOption: { fr: 'L’offre : tapez un mot de son intitulé', en: 'The offer: type a word of its title' },
  asOption: { fr: 'Pourquoi elle se termine', en: 'Why it ends' },
  filled: { fr: 'Le poste est pourvu', en: 'The post is filled' },
  closed: { fr: 'Je ne cherche plus', en: 'I no longer look for anybody' },

  textForm: { fr: 'Votre offre : 1. le poste', en: 'Your offer: 1. the work' },
  termsForm: { fr: 'Votre offre : 2. les conditions', en: 'Your offer: 2. the terms' },
  moreForm: { fr: 'Votre offre : 3. précisions (facultatif)', en: 'Your offer: 3. details (optional)' },
  title: { fr: 'Intitulé du poste', en: 'Job title' },
  titleHelp: {
    fr: 'Par exemple : Développement web (F/H). 80 caractères au plus.',
    en: 'For example: Web developer (F/H). At most 80 characters.',
  },
  missions: { fr: 'Missions', en: 'What the person will do' },
  missionsHelp: {
    fr: 'Le travail de tous les jours, l’équipe, les outils. 1500 caractères au plus.',
    en: 'Everyday work, the team, the tools. At most 1500 characters.',
  },
  profile: { fr: 'Profil et compétences', en: 'Profile and skills' },
  profileHelp: {
    fr: 'Ce qu’il faut savoir faire ; ce qui s’apprend sur place. 900 caractères au plus.',
    en: 'What one must know; what is learned there. At most 900 characters.',
  },
  process: { fr: 'Comment vous recrutez', en: 'How you recruit' },
  processHelp: {
    fr: 'Étapes, délai de réponse. 500 caractères au plus.',
    en: 'Steps, and how soon you answer. At most 500 characters.',
  },
  link: { fr: 'Lien pour postuler (facultatif)', en: 'Link to apply (optional)' },
  linkHelp: { fr: 'Laissez vide pour recevoir les candidatures ici.', en: 'Leave empty to receive applications here.' },
  company: { fr: 'Entreprise où vous travaillez', en: 'Company where you work' },
  companyHelp: {
    fr: 'L’offre dira que vous la relayez. L’équipe la relit toujours.',
    en: 'The offer will say that you relay it. Staff always read it first.',
  },
  contract: { fr: 'Contrat', en: 'Contract' },
  place: { fr: 'Ville et département', en: 'City and department' },
  placeHelp: {
    fr: 'Par exemple : Lille (59). Vide si tout est à distance.',
    en: 'For example: Lille (59). Empty when all is remote.',
  },
  remote: { fr: 'Télétravail', en: 'Remote work' },
  pay: { fr: 'Salaire brut, avec sa période', en: 'Gross pay, with its period' },
  payHelp: {
    fr: '28 000 - 32 000 € par an ; 12,50 € par heure. Sinon la raison : selon profil.',
    en: '28,000 - 32,000 € a year; 12.50 € an hour. Otherwise the reason: depends on profile.',
  },
  dates: { fr: 'Début, durée, rythme, date limite', en: 'Start, duration, rhythm, last day to apply' },
  datesHelp: {
    fr: 'À partir du 01/03/2027, 6 mois, candidatures jusqu’au 15/02/2027. Ou : dès que possible.',
    en: 'From 01/03/2027, 6 months, apply until 15/02/2027. Or: as soon as possible.',
  },
  skills: { fr: 'Compétences, séparées par des virgules', en: 'Skills, separated by commas' },
  skillsHelp: { fr: 'Quinze au plus : React, SQL, gestion de projet', en: 'Fifteen at most: React, SQL, project management' },
  level: { fr: 'Niveau', en: 'Level' },
  conditions: { fr: 'Conditions', en: 'Conditions' },
  diploma: { fr: 'Un diplôme est demandé', en: 'A diploma is asked for' },
  agreement: { fr: 'Stage : une convention sera signée', en: 'Internship: an agreement will be signed' },
  posts: { fr: 'Nombre de postes', en: 'Number of posts' },
  accessibility: { fr: 'Accessibilité du poste (facultatif)', en: 'Accessibility (optional)' },
  accessibilityHelp: {
    fr: 'Locaux, aménagements, référent handicap. 300 caractères au plus.',
    en: 'Premises, adjustments, a contact for disability. At most 300 characters.',
  },

  // The draft
  draftTitle: { fr: 'Votre brouillon, comme on le verra', en: 'Your draft, as it will be seen' },
  openTitle: { fr: 'Votre offre, comme on la verra', en: 'Your offer, as it will be seen' },
  applied: {
    fr: 'C’est enregistré : l’offre en ligne change dans un instant.',
    en: 'Saved: the online offer changes in a moment.',
  },
  proposed: {
    fr: 'C’est enregistré. Cette modification est relue par l’équipe ; l’offre reste en ligne comme avant en attendant.',
    en: 'Saved. Staff read this change; meanwhile the offer stays online as it was.',
  },
  same: { fr: 'Rien n’a changé : le texte est le même.', en: 'Nothing has changed: the text is the same.' },
  waiting: {
    fr: 'L’équipe relit votre offre, en général sous 48 h.',
    en: 'Staff are reading your offer, usually within 48 hours.',
  },
  isAsked: { fr: 'L’équipe demande ces modifications :', en: 'Staff ask for these changes:' },
  ask: (field: Text, typed: string): Text => ({ fr: `- **${field.fr}** : ${typed}`, en: `- **${field.en}**: ${typed}` }),
  isRefused: (typed: string): Text => ({
    fr: `Cette offre n’a pas été acceptée : ${typed}\nVous pouvez la corriger et l’envoyer de nouveau.`,
    en: `This offer was not accepted: ${typed}\nYou can correct it and send it again.`,
  }),
  errors: (number: number): Text => ({
    fr: `### À corriger avant l’envoi (${number})`,
    en: `### To correct before sending (${number})`,
  }),
  warnings: (number: number): Text => ({
    fr: `### À vérifier, l’équipe le verra aussi (${number})`,
    en: `### To check, staff will see it too (${number})`,
  }),
  finding: ({ field, text: said, source }: { field: Text | null; text: Text; source: Finding['source'] }): Text => {
    const from = source ? ` (${source})` : '';
    if (!field) return { fr: `- ${said.fr}${from}`, en: `- ${said.en}${from}` };
    return { fr: `- **${field.fr}** : ${said.fr}${from}`, en: `- **${field.en}**: ${said.en}${from}` };
  },
  moreFindings: (number: number): Text => ({
    fr: `… et ${counted(number, 'autre remarque', 'autres remarques')} : « Toutes les remarques ».`,
    en: `… and ${counted(number, 'more remark', 'more remarks')}: “All remarks”.`,
  }),
  noFinding: { fr: 'Rien à corriger : vous pouvez l’envoyer.', en: 'Nothing to correct: you can send it.' },
  nextForm: {
    fr: 'Il reste les conditions : contrat, lieu, salaire, dates. Appuyez sur « Conditions ».',
    en: 'The terms remain: contract, place, pay, dates. Press “Terms”.',
  },
  editText: { fr: 'Le poste', en: 'The work' },
  editTerms: { fr: 'Conditions', en: 'Terms' },
  editMore: { fr: 'Précisions', en: 'Details' },
  submit: { fr: 'Envoyer à l’équipe', en: 'Send to staff' },
  drop: { fr: 'Supprimer', en: 'Delete' },
  applications: { fr: 'Candidatures', en: 'Applications' },
  preview: { fr: 'Aperçu entier', en: 'Whole preview' },
  allFindings: { fr: 'Toutes les remarques', en: 'All remarks' },
  back: { fr: 'Retour à l’offre', en: 'Back to the offer' },
  sureDrop: (title: string): Text => ({
    fr: `Supprimer ${title ? bold(title) : 'ce brouillon'} ? Cela ne se reprend pas.`,
    en: `Delete ${title ? bold(title) : 'this draft'}? This cannot be undone.`,
  }),
  yesDrop: { fr: 'Oui, supprimer', en: 'Yes, delete' },
  dropped: { fr: 'Le brouillon est supprimé.', en: 'The draft is deleted.' },
  sent: {
    fr: 'Votre offre est envoyée. L’équipe la relit, en général sous 48 h, et vous recevrez sa réponse en message privé.',
    en: 'Your offer is sent. Staff read it, usually within 48 hours, and you will be told their answer in a direct message.',
  },
  published: {
    fr: 'Votre offre est en ligne dans un instant. L’équipe la relira ensuite.',
    en: 'Your offer goes online in a moment. Staff will read it afterwards.',
  },

  // One's offers
  mineTitle: { fr: '## Vos offres', en: '## Your offers' },
  noneYet: {
    fr: 'Vous n’avez encore aucune offre. « Publier une offre » en commence une.',
    en: 'You have no offer yet. “Post an offer” begins one.',
  },
  untitled: { fr: 'Sans intitulé', en: 'Untitled' },
  states: {
    draft: { fr: 'Brouillon', en: 'Draft' },
    pending: { fr: 'En relecture', en: 'Being reviewed' },
    asked: { fr: 'À modifier', en: 'To change' },
    published: { fr: 'En ligne', en: 'Online' },
    hidden: { fr: 'Masquée', en: 'Hidden' },
    closed: { fr: 'Terminée', en: 'Ended' },
    refused: { fr: 'Refusée', en: 'Refused' },
  },
  ends: {
    filled: { fr: 'Pourvue', en: 'Filled' },
    closed: { fr: 'Clôturée', en: 'Closed' },
    expired: { fr: 'Arrivée à sa fin', en: 'Expired' },
    author_left: { fr: 'Clôturée', en: 'Closed' },
    company_left: { fr: 'Clôturée avec l’entreprise', en: 'Closed with its company' },
    deleted: { fr: 'Clôturée', en: 'Closed' },
    reported: { fr: 'Retirée après des signalements', en: 'Removed after reports' },
    refused: { fr: 'Retirée par l’équipe', en: 'Removed by staff' },
  },
  endsOn: (at: Date): Text => ({ fr: `jusqu’au ${timeOf(at, 'D')}`, en: `until ${timeOf(at, 'D')}` }),
  sentOn: (at: Date): Text => ({ fr: `envoyée ${timeOf(at, 'R')}`, en: `sent ${timeOf(at, 'R')}` }),
  touchedOn: (at: Date): Text => ({ fr: `modifiée ${timeOf(at, 'R')}`, en: `changed ${timeOf(at, 'R')}` }),
  editWaits: { fr: 'modification en relecture', en: 'a change is being reviewed' },
  postLost: { fr: 'son message a été supprimé : à vous de choisir', en: 'its post was deleted: you choose what follows' },
  pick: { fr: 'Ouvrir une offre', en: 'Open an offer' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  post: { fr: 'Publier une offre', en: 'Post an offer' },
  mine: { fr: 'Mes offres', en: 'My offers' },
  fill: { fr: 'Poste pourvu', en: 'Filled' },
  close: { fr: 'Clôturer', en: 'Close' },
  renew: { fr: 'Prolonger', en: 'Renew' },
  repost: { fr: 'Publier de nouveau', en: 'Post again' },
  closedNow: (title: string, as: 'filled' | 'closed'): Text =>
    as === 'filled'
      ? {
          fr: `${bold(title)} est marquée comme pourvue. Les personnes qui ont postulé auront une réponse : nous vous la demanderons.`,
          en: `${bold(title)} is marked as filled. Those who applied will be answered: we will ask you for it.`,
        }
      : {
          fr: `${bold(title)} est clôturée. Les personnes qui ont postulé auront une réponse : nous vous la demanderons.`,
          en: `${bold(title)} is closed. Those who applied will be answered: we will ask you for it.`,
        },
  renewedNow: (title: string, until: Date): Text => ({
    fr: `${bold(title)} reste en ligne jusqu’au ${timeOf(until, 'D')}.`,
    en: `${bold(title)} stays online until ${timeOf(until, 'D')}.`,
  }),
  /** `day` as it is spoken; `start` when the work begins that day, `passed` when its first day had come. */
  renewedUntilDay: (title: string, day: Text, more: 'start' | 'passed' | null): Text => {
    const said = {
      start: {
        fr: ' Le travail commence ce jour-là : pour plus, changez d’abord la date de début.',
        en: ' The work starts that day: for longer, first change the start date.',
      },
      passed: {
        fr: ' Le jour de début étant passé, le début devient « dès que possible ».',
        en: ' As the start date has passed, the start becomes “as soon as possible”.',
      },
    };
    return {
      fr: `${bold(title)} reste en ligne jusqu’au ${day.fr} inclus.${more ? said[more].fr : ''}`,
      en: `${bold(title)} stays online until ${day.en} included.${more ? said[more].en : ''}`,
    };
  },
  repostedNow: (title: string): Text => ({
    fr: `${bold(title)} revient dans le forum dans un instant.`,
    en: `${bold(title)} comes back to the forum in a moment.`,
  }),

  // Mon espace
  homePost: {
    fr: '**Publier une offre** en cinq minutes : deux formulaires, un aperçu, et l’équipe relit.',
    en: '**Post an offer** in five minutes: two forms, a preview, and staff read it.',
  },
  homeDrafts: (number: number): Text => ({
    fr: `Vous avez ${counted(number, 'brouillon d’offre', 'brouillons d’offres')}, gardés 90 jours.`,
    en: `You have ${counted(number, 'draft of an offer', 'drafts of offers')}, kept for 90 days.`,
  }),
  homeAsked: (number: number): Text => ({
    fr: `L’équipe vous demande de modifier ${counted(number, 'offre', 'offres')}.`,
    en: `Staff ask you to change ${counted(number, 'offer', 'offers')}.`,
  }),
  homeLost: (number: number): Text => ({
    fr: `Le message de ${counted(number, 'offre', 'offres')} a été supprimé : publier de nouveau, ou clôturer ?`,
    en: `The post of ${counted(number, 'offer', 'offers')} was deleted: post again, or close?`,
  }),
  homeEnding: (number: number): Text => ({
    fr: `${counted(number, 'offre se termine', 'offres se terminent')} dans trois jours ou moins : prolonger, ou pourvue ?`,
    en: `${counted(number, 'offer ends', 'offers end')} within three days: renew, or filled?`,
  }),
  homeOpen: (number: number): Text => ({
    fr: `Vous avez ${counted(number, 'offre en cours', 'offres en cours')}.`,
    en: `You have ${counted(number, 'offer under way', 'offers under way')}.`,
  }),
} satisfies Record<string, Text | Record<string, Text> | ((...values: never[]) => Text)>;
