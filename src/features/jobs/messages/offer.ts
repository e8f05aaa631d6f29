import { counted, escapeMarkdown, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';

/** The parts of an offer, as forms, findings and requests name them. */
export const fieldNames = {
  company: { fr: 'Entreprise d’une offre relayée', en: 'Company of a relayed offer' },
  title: { fr: 'Intitulé', en: 'Title' },
  missions: { fr: 'Missions', en: 'Work to do' },
  profile: { fr: 'Profil et compétences', en: 'Profile and skills' },
  process: { fr: 'Comment vous recrutez', en: 'How you recruit' },
  link: { fr: 'Lien pour postuler', en: 'Link to apply' },
  contract: { fr: 'Contrat', en: 'Contract' },
  place: { fr: 'Lieu', en: 'Place' },
  remote: { fr: 'Télétravail', en: 'Remote work' },
  pay: { fr: 'Salaire brut', en: 'Gross pay' },
  dates: { fr: 'Début, durée, date limite', en: 'Start, duration, last day' },
  skills: { fr: 'Compétences', en: 'Skills' },
  level: { fr: 'Niveau', en: 'Level' },
  conditions: { fr: 'Conditions', en: 'Conditions' },
  posts: { fr: 'Nombre de postes', en: 'Number of posts' },
  accessibility: { fr: 'Accessibilité', en: 'Accessibility' },
} as const satisfies Record<string, Text>;

/** The card, as candidates read it. */
export const card = {
  missions: { fr: 'Missions', en: 'What you will do' },
  profile: { fr: 'Profil recherché', en: 'Who we look for' },
  process: { fr: 'Comment se passe le recrutement', en: 'How recruiting works' },
  accessibility: { fr: 'Accessibilité', en: 'Accessibility' },
  skills: { fr: 'Compétences', en: 'Skills' },
  level: { fr: 'Niveau', en: 'Level' },
  contract: { fr: 'Contrat', en: 'Contract' },
  place: { fr: 'Lieu', en: 'Place' },
  pay: { fr: 'Salaire', en: 'Pay' },
  start: { fr: 'Début', en: 'Start' },
  deadline: { fr: 'Candidatures jusqu’au', en: 'Apply until' },
  rhythm: { fr: 'Rythme', en: 'Rhythm' },
  posts: { fr: 'Postes', en: 'Posts' },
  soon: { fr: 'dès que possible', en: 'as soon as possible' },
  diploma: { fr: 'Diplôme demandé', en: 'Diploma asked for' },
  noDiploma: { fr: 'Sans condition de diplôme', en: 'No diploma needed' },
  months: (months: number): Text => ({ fr: `${months} mois`, en: counted(months, 'month', 'months') }),
  remoteDays: (days: number): Text => ({
    fr: `télétravail ${counted(days, 'jour', 'jours')} par semaine`,
    en: `remote ${counted(days, 'day', 'days')} a week`,
  }),
  anywhere: { fr: 'Partout en France', en: 'Anywhere in France' },
  noPay: (reason: string): Text => ({
    fr: `non indiqué (${escapeMarkdown(reason)})`,
    en: `not given (${escapeMarkdown(reason)})`,
  }),
  unknown: { fr: 'à préciser', en: 'to be told' },
  by: (name: string): Text => ({
    fr: `**${escapeMarkdown(name)}**, entreprise vérifiée par l’équipe`,
    en: `**${escapeMarkdown(name)}**, a company verified by staff`,
  }),
  byUnverified: (name: string): Text => ({
    fr: `**${escapeMarkdown(name)}**, entreprise en attente de vérification`,
    en: `**${escapeMarkdown(name)}**, a company that waits to be verified`,
  }),
  relayed: (name: string): Text => ({
    fr: `**${escapeMarkdown(name)}**, offre relayée par une personne de la communauté qui y travaille`,
    en: `**${escapeMarkdown(name)}**, relayed by a member of the community who works there`,
  }),
  responds: (hours: number): Text =>
    hours <= 48
      ? {
          fr: `Répond en ${counted(Math.max(1, hours), 'heure', 'heures')} en général.`,
          en: `Usually answers within ${counted(Math.max(1, hours), 'hour', 'hours')}.`,
        }
      : {
          fr: `Répond en ${Math.round(hours / 24)} jours en général.`,
          en: `Usually answers within ${Math.round(hours / 24)} days.`,
        },
  until: (expiresAt: Date): Text => ({
    fr: `En ligne jusqu’au ${timeOf(expiresAt, 'D')}.`,
    en: `Online until ${timeOf(expiresAt, 'D')}.`,
  }),
  apply: { fr: 'Postuler', en: 'Apply' },
  applyThere: { fr: 'Postuler sur leur site', en: 'Apply on their site' },
  save: { fr: 'Garder', en: 'Save' },
  recommend: { fr: 'Recommander quelqu’un', en: 'Recommend somebody' },
  report: { fr: 'Signaler', en: 'Report' },
  hiddenName: { fr: 'Offre en cours de vérification', en: 'Offer being checked' },
  hidden: {
    fr: '## Offre en cours de vérification\nL’équipe vérifie cette offre. Elle réapparaîtra ici si tout est en ordre ; les candidatures déjà envoyées sont gardées.',
    en: '## Offer being checked\nStaff are checking this offer. It comes back here if all is in order; applications already sent are kept.',
  },
  ended: {
    filled: { fr: 'Ce poste est pourvu.', en: 'This post is filled.' },
    closed: { fr: 'Cette offre est clôturée.', en: 'This offer is closed.' },
    expired: { fr: 'Cette offre est arrivée à sa fin.', en: 'This offer has come to its end.' },
    author_left: {
      fr: 'Cette offre est clôturée : la personne qui recrutait est partie.',
      en: 'This offer is closed: its recruiter has left.',
    },
    company_left: {
      fr: 'Cette offre est clôturée : l’entreprise est partie.',
      en: 'This offer is closed: the company has left.',
    },
    deleted: { fr: 'Cette offre est clôturée.', en: 'This offer is closed.' },
    reported: { fr: 'Cette offre a été retirée par l’équipe.', en: 'This offer was removed by staff.' },
    refused: { fr: 'Cette offre a été retirée par l’équipe.', en: 'This offer was removed by staff.' },
  },
  endedHelp: {
    fr: 'On ne peut plus y postuler. Qui avait postulé aura une réponse.',
    en: 'Nobody can apply any more. Whoever applied will be answered.',
  },
  filledName: (title: string): Text => ({ fr: `[Pourvue] ${title}`, en: `[Filled] ${title}` }),
  closedName: (title: string): Text => ({ fr: `[Terminée] ${title}`, en: `[Closed] ${title}` }),
  removedName: { fr: '[Retirée] Offre retirée par l’équipe', en: '[Removed] Offer removed by staff' },
} satisfies Record<string, Text | Record<string, Text> | ((...values: never[]) => Text)>;
