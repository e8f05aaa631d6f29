import { counted, type Text } from '../../kernel/text.ts';

export const spans = {
  '7': { fr: '7 jours', en: '7 days' },
  '30': { fr: '30 jours', en: '30 days' },
  '90': { fr: '3 mois', en: '3 months' },
  '365': { fr: 'un an', en: 'a year' },
} as const satisfies Record<string, Text>;
export type Span = keyof typeof spans;

const hours = (count: number): Text => {
  const minutes = Math.max(1, Math.round(count * 60));
  if (minutes < 60) return { fr: counted(minutes, 'minute', 'minutes'), en: counted(minutes, 'minute', 'minutes') };
  return count < 48
    ? { fr: counted(Math.round(count), 'heure', 'heures'), en: counted(Math.round(count), 'hour', 'hours') }
    : { fr: counted(Math.round(count / 24), 'jour', 'jours'), en: counted(Math.round(count / 24), 'day', 'days') };
};

export const text = {
  feature: { fr: 'Les chiffres de la modération', en: 'The numbers of moderation' },
  purpose: {
    fr: 'Cette partie ne conserve rien : elle compte ce que les autres conservent, sans classer personne.',
    en: 'This part keeps nothing: it counts what the others keep, without ranking anybody.',
  },
  retention: { fr: 'Rien n’est conservé ici.', en: 'Nothing is kept here.' },
  command: {
    fr: 'Voir ce que fait la modération, en chiffres et sans classement',
    en: 'See what moderation does, in numbers and without a ranking',
  },
  period: { fr: 'Sur quelle durée (30 jours sans autre choix)', en: 'Over which time (30 days without another choice)' },
  title: (span: Text): Text => ({ fr: `Modération : ${span.fr}`, en: `Moderation: ${span.en}` }),
  cases: { fr: 'Cas', en: 'Cases' },
  reports: { fr: 'Signalements', en: 'Reports' },
  appeals: { fr: 'Recours', en: 'Appeals' },
  rules: { fr: 'Règles automatiques', en: 'Automatic rules' },
  votes: { fr: 'Votes de l’équipe', en: 'Team votes' },
  none: { fr: 'rien sur cette période', en: 'nothing in that time' },
  voided: (count: number): Text => ({ fr: `${count} ${count > 1 ? 'annulés' : 'annulé'}`, en: `${count} void` }),
  active: (count: number): Text => ({
    fr: `${counted(count, 'sanction en cours', 'sanctions en cours')} aujourd’hui`,
    en: `${counted(count, 'sanction', 'sanctions')} running today`,
  }),
  own: (count: number): Text => ({
    fr: `Dont ${count} par vous : ce nombre n’est montré qu’à vous.`,
    en: `${count} of them by you: only you see this number.`,
  }),
  answered: (open: number, median: number | null): Text => ({
    fr: `${open} en attente${median === null ? '' : ` · réponse en ${hours(median).fr} (médiane)`}`,
    en: `${open} waiting${median === null ? '' : ` · answered within ${hours(median).en} (median)`}`,
  }),
  outcomes: (upheld: number, changed: number, open: number, median: number | null): Text => ({
    fr: `${upheld} ${upheld > 1 ? 'confirmés' : 'confirmé'}, ${changed} ${changed > 1 ? 'décisions changées' : 'décision changée'}, ${open} en attente${median === null ? '' : ` · décision en ${hours(median).fr} (médiane)`}`,
    en: `${upheld} upheld, ${changed} changed, ${open} waiting${median === null ? '' : ` · decided within ${hours(median).en} (median)`}`,
  }),
  hits: (hits: number, observed: number, mistaken: number, restored: number): Text => ({
    fr: `${counted(hits, 'alerte', 'alertes')}, ${observed} en observation, ${counted(mistaken, 'fausse alerte', 'fausses alertes')}, ${counted(restored, 'message remis', 'messages remis')}`,
    en: `${counted(hits, 'hit', 'hits')}, ${observed} observed only, ${counted(mistaken, 'false alert', 'false alerts')}, ${counted(restored, 'message', 'messages')} restored`,
  }),
  voted: (all: number, adopted: number, open: number): Text => ({
    fr: `${counted(all, 'vote', 'votes')}, ${adopted} ${adopted > 1 ? 'adoptés' : 'adopté'}, ${open} en cours`,
    en: `${counted(all, 'vote', 'votes')}, ${adopted} adopted, ${open} open`,
  }),
  accounts: (count: number): Text => ({
    fr: `${counted(count, 'compte piraté protégé', 'comptes piratés protégés')}`,
    en: `${counted(count, 'hacked account', 'hacked accounts')} protected`,
  }),
  chart: { fr: 'Par mois', en: 'By month' },
  picture: { fr: 'moderation.png', en: 'moderation-chart.png' },
  noChart: {
    fr: 'Le graphique n’a pas pu être dessiné. Les chiffres sont complets.',
    en: 'The chart could not be drawn. The numbers are complete.',
  },
  notes: {
    fr: 'Ces chiffres sont ceux de toute l’équipe : aucune personne n’y est classée ni comparée. Les cas annulés ne comptent que comme annulés ; protéger un compte piraté n’est pas une sanction.',
    en: 'These are the numbers of the whole team: nobody is ranked or compared. Void cases count as void only; to protect a hacked account is no sanction.',
  },
};
