import { counted, s, type Text, UserError } from '../../kernel/text.ts';

export const mostRules = 25;
export const titleLimit = 80;
export const bodyLimit = 600;

export const text = {
  feature: { fr: 'Le règlement du serveur', en: 'The rules of the server' },
  purpose: {
    fr: 'Faire connaître le règlement. Cette partie ne conserve rien sur les personnes.',
    en: 'To make the rules known. This part keeps nothing about people.',
  },
  retention: {
    fr: 'Rien n’est conservé ici.',
    en: 'Nothing is kept here.',
  },
  topic: {
    fr: 'Le règlement du serveur, et ce que vous pouvez faire quand quelque chose ne va pas.',
    en: 'The rules of the server, and what you can do when something is wrong.',
  },
  command: { fr: 'Lire le règlement du serveur', en: 'Read the rules of the server' },
  numberOption: { fr: 'Numéro de la règle à lire', en: 'Number of the rule to read' },
  title: { fr: 'Règlement', en: 'Rules' },
  intro: {
    fr: 'Ces règles valent pour tout le monde, équipe comprise, dans les salons comme en messages privés entre membres.',
    en: 'These rules hold for everybody, staff included, in channels and in direct messages between members.',
  },
  after: {
    fr: 'Quelque chose ne va pas ? **Signaler** prévient la modération, sans que votre nom soit montré. **Mes sanctions** montre ce qui vous concerne et permet un recours.',
    en: 'Is something wrong? **Report** tells the moderators, without showing your name. **My cases** shows what concerns you and lets you appeal.',
  },
  other: {
    fr: 'Le règlement s’ouvre dans la langue de votre Discord par le bouton « Lire en entier ».',
    en: 'The button “Read in full” opens the rules in the language of your Discord.',
  },
  none: {
    fr: 'Ce serveur n’a pas encore écrit son règlement. En attendant : du respect pour chaque personne, et le bon sens. Pour signaler un problème, utilisez le bouton **Signaler** ou écrivez à l’équipe.',
    en: 'This server has not written its rules yet. Meanwhile: respect for everybody, and common sense. To report a problem, use the button **Report** or write to staff.',
  },
  noneForAdmin: {
    fr: 'Ce serveur n’a pas encore de règlement. Reprenez le modèle proposé (neuf règles courtes, à changer ensuite), ou écrivez votre première règle.',
    en: 'This server has no rules yet. Take the proposed set (nine short rules, to be changed afterwards), or write your first one.',
  },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  pick: { fr: 'Ouvrir une règle', en: 'Open a rule' },
  all: { fr: 'Tout le règlement', en: 'All the rules' },
  where: { fr: 'Voir dans le salon', en: 'See in the channel' },
  read: { fr: 'Lire en entier', en: 'Read in full' },
  report: { fr: 'Signaler', en: 'Report' },
  mine: { fr: 'Mes sanctions', en: 'My cases' },
  rule: (number: number, title: string): Text => ({ fr: `Règle ${number} : ${title}`, en: `Rule ${number}: ${title}` }),
  retired: (title: string): Text => ({
    fr: `Règle retirée : ${title}`,
    en: `Retired rule: ${title}`,
  }),
  retiredNote: {
    fr: 'Cette règle ne fait plus partie du règlement. Elle reste lisible ici parce que des décisions passées la nomment.',
    en: 'This rule is no longer one of the rules. It can still be read here because past decisions name it.',
  },
  english: { fr: 'En anglais', en: 'In English' },
  noEnglish: {
    fr: 'Pas de version anglaise : chaque personne la lit en français.',
    en: 'No English version: everybody reads it in French.',
  },

  add: { fr: 'Ajouter', en: 'Add' },
  edit: { fr: 'Modifier', en: 'Edit' },
  up: { fr: 'Monter', en: 'Move up' },
  down: { fr: 'Descendre', en: 'Move down' },
  retire: { fr: 'Retirer', en: 'Retire' },
  model: { fr: 'Reprendre le modèle', en: 'Take the proposed set' },
  addTitle: { fr: 'Ajouter une règle', en: 'Add a rule' },
  editTitle: { fr: 'Modifier une règle', en: 'Edit a rule' },
  titleLabel: { fr: 'Titre', en: 'Title, in French' },
  bodyLabel: { fr: 'La règle', en: 'The rule, in French' },
  bodyHelp: { fr: 'Dites ce qui est attendu, simplement.', en: 'Say what is expected, in plain words.' },
  titleEnLabel: { fr: 'Titre en anglais', en: 'Title, in English' },
  bodyEnLabel: { fr: 'La règle en anglais', en: 'The rule, in English' },
  englishHelp: {
    fr: 'Facultatif. Sans elle, chaque personne lit le français.',
    en: 'Optional. Without it everybody reads the French one.',
  },
  added: (number: number): Text => ({ fr: `La règle ${number} est ajoutée.`, en: `Rule ${number} is added.` }),
  edited: (number: number): Text => ({ fr: `La règle ${number} est modifiée.`, en: `Rule ${number} is changed.` }),
  moved: (number: number): Text => ({ fr: `Cette règle est maintenant la ${number}.`, en: `This rule is now number ${number}.` }),
  adopted: (count: number): Text => ({
    fr: `${count} règles sont en place. Relisez-les et changez ce que vous voulez.`,
    en: `${count} rules are in place. Read them again and change what you like.`,
  }),
  retireAsk: (cases: number): Text => ({
    fr: `Retirer cette règle ? Elle disparaît du règlement et les suivantes changent de numéro.${
      cases > 0
        ? ` ${counted(cases, 'décision la nomme', 'décisions la nomment')} : ${cases > 1 ? 'elles la gardent' : 'elle la garde'}.`
        : ''
    }`,
    en: `Retire this rule? It leaves the rules, and the numbers of those after it change.${
      cases > 0 ? ` ${counted(cases, 'decision names it, and keeps it', 'decisions name it, and keep it')}.` : ''
    }`,
  }),
  retireSure: { fr: 'Oui, la retirer', en: 'Yes, retire it' },
  keep: { fr: 'Non, la garder', en: 'No, keep it' },
  retiredSaid: {
    fr: 'La règle est retirée. Les décisions passées la nomment toujours.',
    en: 'The rule is retired. Past decisions still name it.',
  },
  toWrite: {
    fr: 'Le serveur n’a pas encore de règlement : un modèle de neuf règles est prêt.',
    en: 'The server has no rules yet: a set of nine is ready.',
  },
  write: { fr: 'Écrire le règlement', en: 'Write the rules' },
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
} as const;

export const ruleUnknown = () =>
  new UserError('charter.unknown', {
    fr: 'Cette règle n’existe pas sur ce serveur. `/reglement` les montre toutes.',
    en: 'There is no such rule on this server. `/rules` shows them all.',
  });

export const noRuleNumber = (count: number) =>
  new UserError('charter.no_number', {
    fr: `Aucune règle ne porte ce numéro : le règlement en compte ${count}. \`/reglement\` les montre toutes.`,
    en: `No rule has that number: there ${count === 1 ? 'is' : 'are'} ${count} rule${s(count)}. \`/rules\` shows them all.`,
  });

export const tooManyRules = () =>
  new UserError('charter.too_many', {
    fr: `Le règlement a déjà ${mostRules} règles, le maximum. Retirez-en une, ou réunissez-en deux, puis recommencez.`,
    en: `There are already ${mostRules} rules, the most there can be. Retire one, or join two, then try again.`,
  });

export const ruleRetired = () =>
  new UserError('charter.retired', {
    fr: 'Cette règle est déjà retirée : elle ne change plus. `/reglement` montre celles d’aujourd’hui.',
    en: 'This rule is already retired: it changes no more. `/rules` shows those of today.',
  });

export const ruleChanged = () =>
  new UserError('charter.changed', {
    fr: 'Quelqu’un a modifié cette règle pendant que vous écriviez. Rouvrez-la avec `/reglement`, puis reprenez votre texte.',
    en: 'Somebody changed this rule while you were writing. Open it again with `/rules`, then take up your text.',
  });

export const rulesThere = () =>
  new UserError('charter.rules_there', {
    fr: 'Le règlement a déjà des règles : le modèle ne les remplace pas. Ajoutez ou modifiez celles que vous voulez avec `/reglement`.',
    en: 'There are rules already: the proposed set does not replace them. Add or edit those you like with `/rules`.',
  });
