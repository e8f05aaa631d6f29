import { s, type Text, UserError } from '../../../kernel/text.ts';

export const text = {
  command: { fr: 'Voir les offres que vous gardez', en: 'See the offers that you keep' },
  title: { fr: 'Mes offres gardées', en: 'Offers I keep' },
  counted: (total: number, closed: number): Text => ({
    fr: `${total} offre${s(total)}${closed > 0 ? `, dont ${closed} fermée${s(closed)}` : ''}. Personne d’autre ne les voit.`,
    en: `${total} offer${s(total)}${closed > 0 ? `, of which ${closed} closed` : ''}. Nobody else sees them.`,
  }),
  none: {
    fr: 'Vous ne gardez aucune offre. Pressez *Garder* sous une offre pour la retrouver ici.',
    en: 'You keep no offer. Press *Save* under an offer to find it here again.',
  },
  saved: {
    fr: 'Offre gardée. Vous la retrouvez dans `/offre gardées` ; l’entreprise n’en sait rien.',
    en: 'Offer saved. You find it in `/job saved`; the company is not told.',
  },
  dropped: { fr: 'Vous ne gardez plus cette offre.', en: 'You no longer keep this offer.' },
  again: { fr: 'La garder de nouveau', en: 'Keep it again' },
  undo: { fr: 'Ne plus la garder', en: 'No longer keep it' },
  list: { fr: 'Mes offres gardées', en: 'Offers I keep' },
  drop: { fr: 'Retirer', en: 'Remove' },
  dropClosed: { fr: 'Retirer les offres fermées', en: 'Remove closed offers' },
};

export const offerGone = () =>
  new UserError('jobsearch.offer_gone', {
    fr: 'Cette offre n’est plus ouverte : elle ne peut plus être gardée. `/offre chercher` en montre d’autres.',
    en: 'This offer is no longer open and cannot be saved. `/job search` shows others.',
  });

export const tooManySaved = (mostSaved: number) =>
  new UserError('jobsearch.too_many_saved', {
    fr: `Vous gardez déjà ${mostSaved} offres, le maximum. Retirez-en dans \`/offre gardées\`, puis gardez celle-ci.`,
    en: `You already keep ${mostSaved} offers, the most there may be. Remove some in \`/job saved\`, then save this one.`,
  });
