import { bold, type Text, UserError } from '../../../kernel/text.ts';

export const text = {
  command: {
    fr: 'Trouver des personnes qui cherchent du travail, sans leur nom',
    en: 'Find people who look for work, without their names',
  },
  textOption: { fr: 'Compétences ou mots : react, sql', en: 'Skills or words: react, sql' },
  contractOption: { fr: 'Contrat que la personne cherche', en: 'Contract that the person wants' },
  placeOption: { fr: 'Lieu de travail : ville ou département', en: 'Place of work: city or department' },
  remoteOption: { fr: 'Télétravail proposé', en: 'Remote work you offer' },
  levelOption: { fr: 'Expérience', en: 'Experience' },
  offerOption: { fr: 'Classer pour l’une de vos offres', en: 'Rank for one of your offers' },
  title: (total: number): Text => ({
    fr: total === 0 ? 'Aucun profil' : total === 1 ? '1 profil' : `${total} profils`,
    en: total === 0 ? 'No profile' : total === 1 ? '1 profile' : `${total} profiles`,
  }),
  none: {
    fr: 'Aucun profil visible ne correspond. Retirez un filtre, ou publiez une offre : celles qui correspondent le sauront.',
    en: 'No visible profile matches. Take out a filter, or publish an offer: people who fit will be told of it.',
  },
  how: {
    fr: 'Cartes anonymes : la personne choisit si elle veut vous répondre. Sans offre choisie, l’ordre est le hasard, différent pour chaque entreprise.',
    en: 'Anonymous cards: people choose whether to answer you. Without an offer, the order is random and another for each company.',
  },
  ranked: (offer: string): Text => ({ fr: `Classés pour ${bold(offer)}.`, en: `Ranked for ${bold(offer)}.` }),
  filters: (parts: readonly Text[]): Text => ({
    fr: `Filtres : ${parts.map(({ fr }) => fr).join(' · ')}`,
    en: `Filters: ${parts.map(({ en }) => en).join(' · ')}`,
  }),
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  left: (cards: number): Text => ({
    fr: `Encore ${cards} carte${cards > 1 ? 's' : ''} à découvrir aujourd’hui.`,
    en: `${cards} more card${cards > 1 ? 's' : ''} to see today.`,
  }),
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  filter: { fr: 'Filtrer', en: 'Filter' },
  filterTitle: { fr: 'Filtrer les profils', en: 'Filter the profiles' },
  rank: { fr: 'Classer pour une offre', en: 'Rank for an offer' },
  noRank: { fr: 'Sans classement', en: 'No ranking' },
  contacts: { fr: 'Mes prises de contact', en: 'My contacts' },
  contact: { fr: 'Contacter', en: 'Contact' },
  asked: { fr: 'Réponse attendue', en: 'Waiting' },
  talking: { fr: 'En conversation', en: 'In conversation' },
  notAvailable: { fr: 'Pas disponible', en: 'Not available' },
  words: { fr: 'Compétences ou mots', en: 'Skills or words' },
  contract: { fr: 'Contrat', en: 'Contract' },
  place: { fr: 'Lieu de travail', en: 'Place of work' },
  placeHelp: {
    fr: 'Ville ou département : vous voyez qui accepterait d’y travailler.',
    en: 'City or department: you see who would work there.',
  },
  remote: { fr: 'Télétravail', en: 'Remote work' },
  level: { fr: 'Expérience', en: 'Experience' },
  home: (waiting: number): Text => ({
    fr: `Des personnes cherchent du travail : lisez leurs cartes.${waiting > 0 ? ` ${waiting} prise${waiting > 1 ? 's' : ''} de contact en attente.` : ''}`,
    en: `People look for work: read their cards.${waiting > 0 ? ` ${waiting} contact${waiting > 1 ? 's' : ''} waiting.` : ''}`,
  }),
  find: { fr: 'Trouver des profils', en: 'Find profiles' },
};

export const noCompany = () =>
  new UserError('talents.no_company', {
    fr: 'Pour voir les profils, inscrivez d’abord votre entreprise : `/entreprise inscrire`. L’équipe la vérifie et vous prévient dès que c’est fait.',
    en: 'To see profiles, first register your company: `/company register`. Staff verify it and you are told as soon as it is done.',
  });

export const notVerified = (name: string) =>
  new UserError('talents.not_verified', {
    fr: `Les profils sont réservés aux entreprises vérifiées, et ${bold(name)} ne l’est pas en ce moment. \`/entreprise voir\` dit où en est la vérification.`,
    en: `Profiles are for verified companies, and ${bold(name)} is not verified at this moment. \`/company show\` says where it stands.`,
  });

export const enoughToday = (limit: number) =>
  new UserError('talents.enough_today', {
    fr: `Votre entreprise a vu ${limit} cartes différentes aujourd’hui, le maximum. Celles déjà vues restent lisibles ; d’autres le seront demain. Pour toucher plus de monde, publiez une offre.`,
    en: `Your company has seen ${limit} different cards today, the most. Those stay readable; there will be others tomorrow. To reach more people, publish an offer.`,
  });

export const searchGone = () =>
  new UserError('talents.search_gone', {
    fr: 'Cette recherche n’est plus gardée. Relancez `/offre talents`.',
    en: 'This search is no longer kept. Run `/job talents` again.',
  });
