import { counted, plural, type Text } from '../../../kernel/text.ts';

const percent = (share: number): number => Math.round(share * 100);

export const text = {
  // Commands.
  list: { fr: 'Voir les règles automatiques du serveur', en: 'See the automatic rules of the server' },
  show: { fr: 'Voir une règle : ce qu’elle dit et ce qu’elle relève', en: 'See a rule: what it says and what it finds' },
  create: { fr: 'Créer une règle, pas à pas', en: 'Make a rule, step by step' },
  edit: { fr: 'Changer une règle', en: 'Change a rule' },
  try: { fr: 'Essayer une règle sur les derniers messages', en: 'Try a rule on the last messages' },
  mode: { fr: 'Activer, observer ou arrêter une règle', en: 'Turn a rule on or off, or let it watch' },
  delete: { fr: 'Supprimer une règle', en: 'Delete a rule' },
  lists: { fr: 'Les sites bloqués et autorisés, les images connues', en: 'Blocked and allowed sites, known images' },
  export: { fr: 'Télécharger une règle dans un fichier', en: 'Download a rule as a file' },
  import: { fr: 'Lire une règle d’un fichier', en: 'Read a rule from a file' },
  rule: { fr: 'Nom de la règle', en: 'Name of the rule' },
  wantedMode: { fr: 'Ce que la règle doit faire', en: 'What the rule shall do' },
  days: { fr: 'Jours d’observation', en: 'Days of watching' },
  file: { fr: 'Le fichier JSON d’une règle', en: 'The JSON file of a rule' },

  // The list.
  listTitle: { fr: 'Règles automatiques', en: 'Automatic rules' },
  listIntro: {
    fr: 'Une règle observe d’abord ; elle n’agit qu’une fois activée par une personne de l’administration.',
    en: 'A rule watches first; it acts only once an administrator has turned it on.',
  },
  none: { fr: 'Aucune règle pour l’instant.', en: 'No rule yet.' },
  count: (total: number): Text => ({ fr: counted(total, 'règle', 'règles'), en: counted(total, 'rule', 'rules') }),
  figures: (hits: number, people: number): Text => ({
    fr:
      hits === 0
        ? 'rien relevé en 30 jours'
        : `${counted(hits, 'message relevé', 'messages relevés')} en 30 jours, de ${counted(people, 'personne', 'personnes')}`,
    en:
      hits === 0
        ? 'nothing found in 30 days'
        : `${counted(hits, 'finding', 'findings')} in 30 days, of ${counted(people, 'person', 'people')}`,
  }),
  due: (due: number, isActing: boolean): Text =>
    isActing
      ? { fr: `a agi ${due} fois`, en: `acted ${counted(due, 'time', 'times')}` }
      : { fr: `aurait agi ${due} fois`, en: `would have acted ${counted(due, 'time', 'times')}` },
  precision: (share: number, judged: number): Text => ({
    fr: `${percent(share)} % de bonnes alertes (sur ${counted(judged, 'vérifiée', 'vérifiées')})`,
    en: `${percent(share)}% right (of ${judged} checked)`,
  }),
  unjudged: { fr: 'aucune alerte vérifiée', en: 'no finding checked' },
  shadowUntil: (when: string): Text => ({
    fr: `Observe jusqu’au ${when}, puis attend votre décision.`,
    en: `Watches until ${when}, then waits for your decision.`,
  }),
  shadowOver: {
    fr: 'Le temps d’observation est passé : elle continue d’observer jusqu’à votre décision.',
    en: 'The time of watching is over: it goes on watching until you decide.',
  },
  exceptions: (count: number): Text => ({
    fr: `${counted(count, 'texte', 'textes')} qu’elle ne relève plus (fausses alertes)`,
    en: `${counted(count, 'text', 'texts')} that it no longer finds (false alarms)`,
  }),

  // Buttons.
  newRule: { fr: 'Nouvelle règle', en: 'New rule' },
  open: { fr: 'Ouvrir une règle', en: 'Open a rule' },
  listsButton: { fr: 'Sites et images', en: 'Sites and images' },
  seed: { fr: 'Ajouter les règles proposées', en: 'Add the proposed rules' },
  seeded: (count: number): Text => ({
    fr:
      count === 0
        ? 'Toutes les règles proposées sont déjà là.'
        : `${counted(count, 'règle ajoutée', 'règles ajoutées')}, en observation.`,
    en: count === 0 ? 'All the proposed rules are there already.' : `${counted(count, 'rule', 'rules')} added, watching.`,
  }),
  turnOn: { fr: 'Activer', en: 'Turn on' },
  turnOff: { fr: 'Arrêter', en: 'Turn off' },
  watch: { fr: 'Observer', en: 'Let it watch' },
  watchLonger: { fr: 'Observer encore', en: 'Watch longer' },
  change: { fr: 'Changer', en: 'Change' },
  found: { fr: 'Ce qu’elle relève', en: 'What it finds' },
  drop: { fr: 'Supprimer', en: 'Delete' },
  sureDrop: { fr: 'Oui, supprimer', en: 'Yes, delete' },
  exportButton: { fr: 'Exporter', en: 'Export' },
  forget: { fr: 'Oublier les fausses alertes', en: 'Forget the false alarms' },
  back: { fr: 'Retour', en: 'Back' },
  previous: { fr: 'Précédent', en: 'Previous' },
  next: { fr: 'Suivant', en: 'Next' },
  all: { fr: 'Toutes les règles', en: 'All rules' },

  // The proposal at the end of the watch.
  proposalTitle: (count: number): Text => ({
    fr: plural(count, 'Une règle a fini d’observer', `${count} règles ont fini d’observer`),
    en: plural(count, 'A rule has watched for long enough', `${count} rules have watched for long enough`),
  }),
  proposal: (count: number): Text => ({
    fr: `Pendant son temps d’observation, ${plural(count, 'elle n’a rien fait', 'aucune n’a rien fait')}. Voici ce qui aurait été relevé. L’administration choisit ci-dessous ce qui devient actif ; le reste continue d’observer.`,
    en: `While watching, ${plural(count, 'it did nothing', 'none of them did anything')}. This is what would have been found. An administrator chooses below what becomes active; the rest goes on watching.`,
  }),
  proposalMore: (count: number): Text => ({
    fr: `… et ${counted(count, 'autre', 'autres')}, ici dès que vous aurez choisi, ou avec « Toutes les règles ».`,
    en: `… and ${counted(count, 'other', 'others')}, here once you have chosen, or with “All rules”.`,
  }),
  turnOnChosen: { fr: 'Activer…', en: 'Turn on…' },
  turnedOn: (names: readonly string[]): Text => ({
    fr: `${plural(names.length, 'Règle active', 'Règles actives')} : ${names.join(', ')}. « Toutes les règles » permet d’y revenir.`,
    en: `${plural(names.length, 'Rule', 'Rules')} turned on: ${names.join(', ')}. “All rules” lets you go back on it.`,
  }),

  daysTitle: { fr: 'Observer', en: 'Watching' },
  daysHelp: {
    fr: 'De 1 à 60 jours. La règle relève, sans rien faire.',
    en: 'From 1 to 60 days. The rule finds and does nothing.',
  },
  badDays: { fr: 'un nombre de 1 à 60 est attendu.', en: 'a number from 1 to 60 is expected.' },
  modeSet: (mode: Text): Text => ({ fr: `C’est fait. Mode : **${mode.fr}**.`, en: `Done. Mode: **${mode.en}**.` }),
  askDrop: (name: string): Text => ({
    fr: `Supprimer la règle ${name} ? Tout ce qu’elle a relevé part avec elle. Pour la mettre de côté, « Arrêter » suffit.`,
    en: `Delete the rule ${name}? All that it found goes with it. To put it aside, “Turn off” is enough.`,
  }),
  dropped: (name: string): Text => ({ fr: `La règle ${name} est supprimée.`, en: `The rule ${name} is deleted.` }),
  forgotten: (count: number): Text => ({
    fr:
      count === 0
        ? 'Il n’y avait rien à oublier.'
        : `${counted(count, 'texte peut', 'textes peuvent')} de nouveau être relevé${plural(count, '', 's')}.`,
    en: count === 0 ? 'There was nothing to forget.' : `${counted(count, 'text', 'texts')} may be found again.`,
  }),
  unreadable: {
    fr: 'Cette règle vient d’une autre version du programme et ne fait rien. Supprimez-la, ou importez-la de nouveau.',
    en: 'This rule comes from another version of the program and does nothing. Delete it, or import it again.',
  },

  // Writing one.
  newTitle: { fr: 'Nouvelle règle', en: 'New rule' },
  newIntro: {
    fr: 'Partez d’un modèle, ou choisissez ce que la règle doit reconnaître. Rien n’agit avant que vous l’activiez.',
    en: 'Begin with a model, or choose what the rule shall recognise. Nothing acts before you turn it on.',
  },
  template: { fr: 'Partir d’un modèle', en: 'Begin with a model' },
  recogniseText: { fr: 'Reconnaître un texte', en: 'Recognise a text' },
  recogniseElse: { fr: 'Reconnaître un lien, un fichier, une arrivée…', en: 'Recognise a link, a file, a join…' },
  blank: { fr: 'Commencer sans modèle', en: 'Begin without a model' },
  resume: { fr: 'Reprendre mon brouillon', en: 'Go on with my draft' },
  draftTitle: (name: string): Text => ({ fr: `Règle : ${name}`, en: `Rule: ${name}` }),
  unnamed: { fr: 'sans nom', en: 'without a name' },
  triggers: { fr: 'Déclencheurs', en: 'Triggers' },
  conditions: { fr: 'Conditions', en: 'Conditions' },
  actions: { fr: 'Actions', en: 'Actions' },
  nameButton: { fr: 'Nom et pause', en: 'Name and pause' },
  exempt: { fr: 'Exceptions', en: 'Exceptions' },
  counter: { fr: 'Compteur', en: 'Counter' },
  tryButton: { fr: 'Essayer', en: 'Try it' },
  tryText: { fr: 'Essayer sur un texte', en: 'Try on a text' },
  save: { fr: 'Enregistrer', en: 'Save' },
  abandon: { fr: 'Abandonner', en: 'Abandon' },
  abandoned: { fr: 'Le brouillon est abandonné.', en: 'The draft is abandoned.' },
  on: { fr: 'Quand la règle regarde', en: 'When the rule looks' },
  faults: { fr: 'Avant d’enregistrer, il manque :', en: 'Before it is saved, there is missing:' },
  ready: {
    fr: 'La règle est complète. Essayez-la, puis enregistrez : elle observera 7 jours.',
    en: 'The rule is complete. Try it, then save it: it will watch for 7 days.',
  },
  readyAgain: {
    fr: 'La règle est complète. Une fois enregistrée, elle observe de nouveau avant d’agir.',
    en: 'The rule is complete. Once saved, it watches again before it acts.',
  },
  add: { fr: 'Ajouter', en: 'Add' },
  pick: { fr: 'Changer ou retirer', en: 'Change or remove' },
  remove: { fr: 'Retirer', en: 'Remove' },
  turn: { fr: 'Dire le contraire', en: 'Say the contrary' },
  empty: { fr: 'Rien pour l’instant.', en: 'Nothing yet.' },
  saved: (name: string): Text => ({
    fr: `La règle ${name} est enregistrée. Elle observe 7 jours, sans rien faire, puis vous pose la question.`,
    en: `The rule ${name} is saved. It watches for 7 days, does nothing, then asks you.`,
  }),
  imported: {
    fr: 'Le fichier est lu. Relisez la règle, essayez-la, puis enregistrez.',
    en: 'The file is read. Read the rule, try it, then save it.',
  },
  nameTitle: { fr: 'Nom et pause', en: 'Name and pause' },
  pauseHelp: {
    fr: 'Après avoir agi sur une personne, la règle la laisse tranquille ce temps-là.',
    en: 'After it acted on a person, the rule leaves them alone for that long.',
  },
  exemptTitle: { fr: 'Exceptions', en: 'Exceptions' },
  exemptStaff: { fr: 'Laisser passer l’équipe et la modération', en: 'Let staff and moderators pass' },
  exemptRoles: { fr: 'Rôles', en: 'Roles' },
  exemptChannels: { fr: 'Salons', en: 'Channels' },
  exemptPeople: { fr: 'Personnes', en: 'People' },
  counterTitle: { fr: 'Compteur', en: 'Counter' },
  counterHelp: { fr: 'Vide : pas de compteur, la règle agit à chaque fois.', en: 'Empty: no counter, the rule acts each time.' },
  pieceTitle: (name: string): string => name,
  bounds: (min: number, max: number): Text => ({ fr: `De ${min} à ${max}.`, en: `From ${min} to ${max}.` }),
  timeBounds: (min: string, max: string): Text => ({ fr: `De ${min} à ${max}.`, en: `From ${min} to ${max}.` }),
  mostLines: (most: number): Text => ({ fr: `${most} au plus.`, en: `At most ${most}.` }),

  // Trying.
  tryTitle: { fr: 'Essai', en: 'Trial' },
  trySamples: { fr: 'Des messages d’exemple', en: 'Messages to try' },
  trySamplesHelp: { fr: 'Un par ligne, ou séparés par une ligne vide.', en: 'One a line, or apart by an empty line.' },
  tried: (tried: number, hits: number): Text => ({
    fr: `Sur ${counted(tried, 'message', 'messages')}, la règle en aurait relevé **${hits}** (${tried === 0 ? 0 : percent(hits / tried)} %).`,
    en: `Of ${counted(tried, 'message', 'messages')}, the rule would have found **${hits}** (${tried === 0 ? 0 : percent(hits / tried)}%).`,
  }),
  tryNote: {
    fr: 'L’essai suppose une personne ordinaire : ancienneté, rôles et fichiers n’y comptent pas.',
    en: 'The trial supposes somebody ordinary: how long they are here, roles and files do not count.',
  },
  tryOthers: (count: number): Text => ({
    fr: `… et ${counted(count, 'autre', 'autres')}`,
    en: `… and ${counted(count, 'other', 'others')}`,
  }),

  // Lists.
  listsTitle: { fr: 'Sites et images', en: 'Sites and images' },
  listsIntro: {
    fr: 'Les règles « site bloqué » et « liens » lisent ces listes. Un site y vaut pour tous ses sous-domaines.',
    en: 'The rules “blocked site” and “links” read these lists. A site counts for all its subdomains.',
  },
  blocked: { fr: 'Sites bloqués', en: 'Blocked sites' },
  allowed: { fr: 'Sites autorisés', en: 'Allowed sites' },
  sites: (count: number): Text => ({ fr: counted(count, 'site', 'sites'), en: counted(count, 'site', 'sites') }),
  images: { fr: 'Images à reconnaître', en: 'Images to recognise' },
  imageCount: (count: number): Text => ({ fr: counted(count, 'image', 'images'), en: counted(count, 'image', 'images') }),
  imagesHelp: {
    fr: 'Envoyées de nouveau, même réduites ou retouchées, la règle « Une image connue » les relève. Seule leur empreinte est gardée.',
    en: 'When they are sent again, resized or touched up too, the rule “A known image” finds them. Only their print is kept.',
  },
  imageFiles: { fr: 'Images, 8 Mo au plus chacune', en: 'Images, 8 MB each at most' },
  imageAdd: { fr: 'Ajouter une image', en: 'Add an image' },
  imageRemove: { fr: 'Ne plus reconnaître une image', en: 'Forget an image' },
  recognise: { fr: 'Reconnaître cette image', en: 'Recognise this image' },
  imagesAdded: (count: number): Text => ({
    fr: `${count === 0 ? 'Cette image était déjà connue.' : `${counted(count, 'image ajoutée', 'images ajoutées')}.`} Une règle active avec « Une image connue » la relève : voyez \`/regle liste\`.`,
    en: `${count === 0 ? 'That image was known already.' : `${counted(count, 'image', 'images')} added.`} A rule that is on with “A known image” finds it: see \`/rule list\`.`,
  }),
  imagesRemoved: (count: number): Text => ({
    fr: count === 0 ? 'Aucune image connue ne lui ressemble.' : `${counted(count, 'image oubliée', 'images oubliées')}.`,
    en: count === 0 ? 'No known image resembles it.' : `${counted(count, 'image', 'images')} forgotten.`,
  }),
  listAdd: { fr: 'Ajouter', en: 'Add' },
  listFile: { fr: 'Ajouter un fichier', en: 'Add a file' },
  listRemove: { fr: 'Retirer', en: 'Remove' },
  listDownload: { fr: 'Télécharger', en: 'Download' },
  domains: { fr: 'Sites, un par ligne', en: 'Sites, one a line' },
  listFileLabel: { fr: 'Fichier texte, un site par ligne', en: 'Text file, one site a line' },
  added: (added: number, refused: number): Text => ({
    fr: `${counted(added, 'site ajouté', 'sites ajoutés')}.${refused > 0 ? ` ${counted(refused, 'ligne', 'lignes')} sans nom de site, laissée${plural(refused, '', 's')} de côté.` : ''}`,
    en: `${counted(added, 'site', 'sites')} added.${refused > 0 ? ` ${counted(refused, 'line', 'lines')} without the name of a site, left aside.` : ''}`,
  }),
  removed: (count: number): Text => ({
    fr: count === 0 ? 'Aucun de ces sites n’était dans la liste.' : `${counted(count, 'site retiré', 'sites retirés')}.`,
    en: count === 0 ? 'None of these sites was in the list.' : `${counted(count, 'site', 'sites')} removed.`,
  }),

  // Home and diagnostic.
  homeCards: (count: number): Text => ({
    fr: `${counted(count, 'fiche', 'fiches')} des règles automatiques à regarder dans le salon de modération`,
    en: `${counted(count, 'card', 'cards')} of the automatic rules to look at in the moderation channel`,
  }),
  homeRules: { fr: 'Règles automatiques', en: 'Automatic rules' },
  blind: (count: number, names: string): Text => ({
    fr: `${counted(count, 'règle automatique a', 'règles automatiques ont')} besoin du texte des messages, que je ne peux pas lire : ${names}.`,
    en: `${counted(count, 'automatic rule needs', 'automatic rules need')} the text of messages, which I cannot read: ${names}.`,
  }),
  blindFix: {
    fr: 'Mettez `MESSAGE_CONTENT=on` dans la configuration du bot et activez « Message Content Intent » chez Discord, ou arrêtez ces règles.',
    en: 'Set `MESSAGE_CONTENT=on` in the bot’s configuration and turn “Message Content Intent” on at Discord, or turn these rules off.',
  },
};
