import { bold, type Text, UserError } from '../../../kernel/text.ts';

export const text = {
  title: (name: string): Text => ({ fr: `Les personnes attendues dans ${name}`, en: `Who is expected in ${name}` }),
  home: (name: string, count: number): Text => ({
    fr: `**${name}** : ${count} personne${count > 1 ? 's attendues, pas encore arrivées' : ' attendue, pas encore arrivée'}.`,
    en: `**${name}**: ${count} ${count === 1 ? 'person' : 'people'} expected, not arrived yet.`,
  }),
  withoutCode: { fr: 'sans code', en: 'no code' },
  toCheck: (who: string, name: string, kind: Text): Text => ({
    fr: `à vérifier : ${who} a cette adresse (${name}, ${kind.fr})`,
    en: `to be checked: ${who} has this address (${name}, ${kind.en})`,
  }),
  checking: { fr: 'À vérifier', en: 'To be checked' },
  checkingHelp: {
    fr: 'Une personne du serveur a la même adresse. Elle entre d’elle-même dans les minutes qui suivent, sauf sous un autre nom, dans une autre situation, en formation ailleurs, ou retirée de la promo : alors, si c’est bien elle, `/promo ajouter` la fait entrer, puis `/promo importer` la coche. Un code déjà donné reste bon.',
    en: 'Somebody on the server has the same address. They enter by themselves within minutes, unless under another name, in another situation, learning elsewhere, or taken out of the promo: then, if it is really them, `/promo add` brings them in, and `/promo import` ticks them off. A code that was given stays good.',
  },
  renewedSince: {
    fr: 'Des codes ont été faits depuis que cette page est affichée : rien n’a changé, et ceux-là restent bons. La voici à jour.',
    en: 'Codes were made since this page was shown: nothing was changed, and those stay good. Here it is up to date.',
  },
  arrived: (arrived: number, total: number): Text => ({
    fr: `${arrived} personne${arrived > 1 ? 's' : ''} sur ${total} déjà là.`,
    en: `${arrived} of ${total} people already here.`,
  }),
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  help: (count: number): Text => ({
    fr: `De nouveaux codes remplacent les anciens, qui ne servent plus : ${count} personne${count > 1 ? 's auront' : ' aura'} besoin du nouveau.`,
    en: `New codes replace the former ones, which stop working: ${count} ${count === 1 ? 'person' : 'people'} will need the new one.`,
  }),
  renew: { fr: 'Refaire les codes', en: 'Make new codes' },
  renewed: (name: string): Text => ({
    fr: `Nouveaux codes pour **${name}** : les anciens ne servent plus.`,
    en: `New codes for **${name}**: the former ones no longer work.`,
  }),
  noList: (name: string): Text => ({
    fr: `**${name}** n’a pas de liste. \`/promo importer\` en lit une, en CSV ou en Excel.`,
    en: `**${name}** has no list. \`/promo import\` reads one, from CSV or Excel.`,
  }),
  allHere: (name: string): Text => ({
    fr: `Tout le monde est arrivé : plus personne n’est attendu dans **${name}**.`,
    en: `Everybody has arrived: nobody is expected in **${name}** any more.`,
  }),
};

export const nobodyExpected = (name: string) =>
  new UserError('rosters.nobody_expected', {
    fr: `Plus personne n’est attendu dans ${bold(name)} : il n’y a pas de code à refaire.`,
    en: `Nobody is expected in ${bold(name)} any more: there is no code to make.`,
  });
