import { s, type Text, UserError } from '../../../kernel/text.ts';

export const text = {
  feature: { fr: 'Chercher une offre', en: 'Finding an offer' },
  purpose: {
    fr: 'Retrouver les offres qui vous intéressent, et vous prévenir des nouvelles si vous le demandez.',
    en: 'To find the offers that interest you, and tell you of new ones if you ask for it.',
  },
  retention: {
    fr: 'Votre dernière recherche : un jour. Vos offres gardées : 90 jours après leur fermeture. Vos alertes : jusqu’à ce que vous les supprimiez, 30 jours une fois arrêtées ou après votre départ. Les offres signalées par vos alertes : 90 jours. Votre dernière visite et l’heure de vos résumés : 180 jours.',
    en: 'Your last search: a day. The offers that you keep: 90 days after they close. Your alerts: until you delete them, 30 days once they are off or you have left. Offers that your alerts told you of: 90 days. Your last visit and the hour of your digests: 180 days.',
  },
  topic: {
    fr: 'Chercher une offre, garder celles qui vous plaisent, recevoir les nouvelles, suivre vos candidatures.',
    en: 'Search for an offer, keep the ones you like, be told of new ones, follow your applications.',
  },

  command: {
    fr: 'Chercher une offre par mots, contrat, lieu, télétravail ou niveau',
    en: 'Search offers by words, contract, place, remote work or level',
  },
  textOption: {
    fr: 'Métier, compétence ou entreprise, par exemple « dev react »',
    en: 'Trade, skill or company, such as “dev react”',
  },
  contractOption: { fr: 'Type de contrat', en: 'Kind of contract' },
  placeOption: { fr: 'Ville, département ou région', en: 'City, department or region' },
  remoteOption: { fr: 'Télétravail', en: 'Remote work' },
  levelOption: { fr: 'Niveau d’expérience', en: 'Level of experience' },

  search: { fr: 'Chercher une offre', en: 'Search offers' },
  formTitle: { fr: 'Chercher une offre', en: 'Search offers' },
  textLabel: { fr: 'Métier, compétence ou entreprise', en: 'Trade, skill or company' },
  textHint: { fr: 'Les fautes de frappe ne gênent pas', en: 'Typing errors do not matter' },
  placeLabel: { fr: 'Ville, département ou région', en: 'City, department or region' },
  placeHint: { fr: 'Lille, Nord, 59, Hauts-de-France…', en: 'Lille, Nord, 59, Hauts-de-France…' },
  contractLabel: { fr: 'Contrat', en: 'Contract' },
  remoteLabel: { fr: 'Télétravail', en: 'Remote work' },
  levelLabel: { fr: 'Niveau', en: 'Level' },
  any: { fr: 'Indifférent', en: 'Any' },

  title: { fr: 'Offres', en: 'Offers' },
  newsTitle: { fr: 'Nouvelles offres', en: 'New offers' },
  everything: { fr: 'toutes les offres', en: 'all offers' },
  asked: (what: string): Text => ({ fr: `Recherche : ${what}`, en: `Search: ${what}` }),
  since: (when: string): Text => ({ fr: `Publiées depuis ${when}`, en: `Published since ${when}` }),
  counted: (total: number, isCut: boolean): Text =>
    isCut
      ? {
          fr: `Plus de ${total} offres : voici les plus récentes, les plus proches de votre recherche d’abord. Précisez-la pour en voir moins.`,
          en: `More than ${total} offers: here are the newest, the closest to your search first. Be more precise to see fewer.`,
        }
      : { fr: `${total} offre${s(total)}`, en: `${total} offer${s(total)}` },
  readAs: (typed: string, words: readonly string[]): Text => ({
    fr: `Aucune offre ne contient « ${typed} ». Nous avons cherché : ${words.join(', ')}.`,
    en: `No offer has “${typed}”. We searched for: ${words.join(', ')}.`,
  }),
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  open: { fr: 'Voir', en: 'View' },
  refine: { fr: 'Modifier la recherche', en: 'Change the search' },
  follow: { fr: 'M’alerter des prochaines', en: 'Tell me of new ones' },
  isClosed: { fr: 'Fermée depuis votre recherche', en: 'Closed since your search' },
  closed: { fr: 'Fermée', en: 'Closed' },
  shared: (skills: string): Text => ({ fr: `Dans votre profil : ${skills}`, en: `In your profile: ${skills}` }),
  published: (when: string): Text => ({ fr: `publiée ${when}`, en: `published ${when}` }),
  months: (count: number): Text => ({ fr: `${count} mois`, en: `${count} month${s(count)}` }),
  everywhere: { fr: 'partout en France', en: 'anywhere in France' },

  nothing: {
    fr: 'Aucune offre ne correspond à tout cela pour le moment.',
    en: 'No offer has all of that at the moment.',
  },
  nothingAtAll: {
    fr: 'Aucune offre n’est publiée pour le moment. Une alerte vous préviendra de la première.',
    en: 'No offer is published at the moment. An alert will tell you of the first.',
  },
  noNews: {
    fr: 'Rien de nouveau depuis votre dernière visite. Une alerte vous préviendrait des prochaines offres.',
    en: 'Nothing new since your last visit. An alert would tell you of the next offers.',
  },
  widerHint: { fr: 'En élargissant, vous en trouvez :', en: 'A wider search finds some:' },
  noWider: {
    fr: 'Essayez d’autres mots, ou demandez à être alerté dès qu’une offre correspond.',
    en: 'Try other words, or ask to be told when an offer fits.',
  },
  steps: {
    level: { fr: 'Tous les niveaux', en: 'Any level' },
    remote: { fr: 'Avec ou sans télétravail', en: 'Remote or not' },
    department: { fr: 'Tout le département', en: 'The whole department' },
    region: { fr: 'Toute la région', en: 'The whole region' },
    contract: { fr: 'Tous les contrats', en: 'Any contract' },
    place: { fr: 'Partout', en: 'Anywhere' },
    text: { fr: 'Sans les mots', en: 'Without the words' },
  },
  wider: (step: Text, count: number): Text => ({ fr: `${step.fr} (${count})`, en: `${step.en} (${count})` }),

  news: { fr: 'Nouvelles offres', en: 'New offers' },
  newsHome: (count: string): Text => ({
    fr: `${count} depuis votre dernière visite.`,
    en: `${count} since your last visit.`,
  }),
  newsCount: (count: number, most: number): Text =>
    count > most
      ? { fr: `Plus de ${most} nouvelles offres`, en: `More than ${most} new offers` }
      : {
          fr: `${count} nouvelle${s(count)} offre${s(count)}`,
          en: `${count} new offer${s(count)}`,
        },
  searchHome: {
    fr: 'Cherchez parmi les offres d’emploi, de stage et d’alternance.',
    en: 'Search for jobs, internships and apprenticeships.',
  },

  panelTitle: { fr: 'Chercher une offre', en: 'Find an offer' },
  panel: {
    fr: 'Cherchez parmi les offres relues par l’équipe, gardez celles qui vous plaisent, et demandez à recevoir les prochaines : tout ce que vous faites ici n’est visible que de vous.',
    en: 'Search the offers that staff have read, keep the ones you like, and ask to be told of the next: whatever you do here, only you see it.',
  },
  saved: { fr: 'Mes offres gardées', en: 'Offers I keep' },
  alerts: { fr: 'Mes alertes', en: 'My alerts' },
  profile: { fr: 'Mon profil', en: 'My profile' },
  applications: { fr: 'Mes candidatures', en: 'My applications' },
};

export const searchReplaced = () =>
  new UserError('jobsearch.search_replaced', {
    fr: 'Cette recherche n’est plus gardée : une autre a suivi, ou un jour a passé. Lancez-la de nouveau avec `/offre chercher`.',
    en: 'This search is no longer kept: another followed, or a day went by. Start it again with `/job search`.',
  });
