export const text = {
  feature: { fr: 'Les arrivées massives et le verrouillage', en: 'Raids and lockdown' },
  purpose: {
    fr: 'Protéger le serveur quand beaucoup de comptes arrivent d’un coup.',
    en: 'To protect the server when many accounts come at once.',
  },
  retention: {
    fr: 'Les alertes : un an.',
    en: 'Alerts: a year.',
  },
};
