import { type Text, UserError } from '../../kernel/text.ts';

export const text = {
  feature: { fr: 'Savoir qui est qui : fiche et recherche', en: 'Know who is who: card and search' },
  show: { fr: 'Voir la fiche d’une personne', en: 'See a person’s card' },
  find: { fr: 'Retrouver une personne par son nom ou sa promo', en: 'Find a person by their name or promo' },
  card: { fr: 'Fiche', en: 'Member card' },
  member: { fr: 'La personne', en: 'The person' },
  text: {
    fr: 'Prénom, nom, pseudo, promo ou adresse, dans n’importe quel ordre : une partie suffit',
    en: 'First name, last name, nickname, promo or address, in any order: any part will do',
  },
  searchTitle: { fr: 'Retrouver une personne', en: 'Find a person' },
  searchLabel: { fr: 'Nom, pseudo, promo ou adresse', en: 'Name, nickname, promo or address' },
  searchHome: { fr: 'Retrouver quelqu’un sur le serveur.', en: 'Find someone on the server.' },
  search: { fr: 'Chercher', en: 'Search' },
  name: { fr: 'Prénom et nom', en: 'First and last name' },
  kind: { fr: 'Situation', en: 'Situation' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  account: { fr: 'Compte Discord', en: 'Discord account' },
  joined: { fr: 'Arrivée', en: 'Joined' },
  left: { fr: 'Départ', en: 'Left' },
  identified: { fr: 'Identité confirmée', en: 'Identity confirmed' },
  decision: (when: string, by: string | null): Text => ({
    fr: by ? `${when}, par ${by}` : when,
    en: by ? `${when}, by ${by}` : when,
  }),
  unidentified: {
    fr: 'Identité à confirmer : cette personne n’a pas de demande en cours.',
    en: 'Identity to be confirmed: this person has no open request.',
  },
  hasLeft: { fr: 'a quitté le serveur', en: 'left the server' },
  notIdentified: { fr: 'identité à confirmer', en: 'identity to be confirmed' },
  results: (total: number, query: string): Text => ({
    fr: total > 1 ? `${total} personnes pour « ${query} »` : `1 personne pour « ${query} »`,
    en: total > 1 ? `${total} people for “${query}”` : `1 person for “${query}”`,
  }),
  nobody: (query: string): Text => ({
    fr: `Personne ne correspond à « ${query} ». Essayez avec une partie du nom seulement, ou avec le pseudo Discord.`,
    en: `Nobody matches “${query}”. Try only a part of the name, or the Discord nickname.`,
  }),
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  open: { fr: 'Ouvrir une fiche', en: 'Open a card' },
  purpose: {
    fr: 'Savoir qui est membre du serveur, pour l’accueil et le suivi par l’équipe.',
    en: 'Know who is a member of the server, so that staff can welcome and support them.',
  },
  retention: {
    fr: 'Pendant la présence sur le serveur, puis 3 ans pour une identité confirmée, 30 jours sinon. Après un effacement, votre nom Discord et votre présence sont notés de nouveau tant que vous restez sur le serveur.',
    en: 'While on the server, then 3 years for a confirmed identity, 30 days otherwise. After an erasure, your Discord name and presence are noted again for as long as you stay on the server.',
  },
};

export const unknownMember = () =>
  new UserError('members.unknown', {
    fr: 'Cette personne n’est pas dans le fichier : c’est un bot, ou elle vient d’arriver. Réessayez dans un instant.',
    en: 'This person has no card: it is a bot, or they have just arrived. Try again in a moment.',
  });

export const emptySearch = () =>
  new UserError('members.empty_search', {
    fr: 'Tapez au moins une lettre ou un chiffre d’un nom, d’un pseudo, d’une promo ou d’une adresse.',
    en: 'Type at least one letter or digit of a name, a nickname, a promo or an address.',
  });
