import type { Text } from '../../../kernel/text.ts';
import type { ActionKind, ConditionKind, Event, Mode, TriggerKind } from '../rules/rule.ts';

export const modes: Record<Mode, Text> = {
  off: { fr: 'Arrêtée', en: 'Off' },
  shadow: { fr: 'En observation', en: 'Watching' },
  on: { fr: 'Active', en: 'On' },
};

export const events: Record<Event, Text> = {
  message: { fr: 'Un message est écrit', en: 'A message is written' },
  edit: { fr: 'Un message est modifié', en: 'A message is edited' },
  join: { fr: 'Une personne arrive', en: 'Somebody joins' },
  automod: { fr: 'AutoMod de Discord intervient', en: 'Discord’s AutoMod acts' },
};

/** As menus name them, with what each is for. */
export const triggers: Record<TriggerKind, { name: Text; help: Text }> = {
  words: {
    name: { fr: 'Des mots', en: 'Words' },
    help: {
      fr: 'Mots ou phrases, même déguisés : accents, chiffres, lettres semblables',
      en: 'Words or phrases, also disguised: accents, digits, look-alikes',
    },
  },
  expression: {
    name: { fr: 'Une expression régulière', en: 'A regular expression' },
    help: { fr: 'Pour les personnes qui les connaissent', en: 'For people who know them' },
  },
  link: {
    name: { fr: 'Des liens', en: 'Links' },
    help: { fr: 'Tout lien vers un site qui n’est pas autorisé', en: 'Any link to a site that is not allowed' },
  },
  blocked_link: {
    name: { fr: 'Un lien vers un site bloqué', en: 'A link to a blocked site' },
    help: { fr: 'Sites de cette règle, ou de la liste du serveur', en: 'Sites of this rule, or of the server’s list' },
  },
  shortener: {
    name: { fr: 'Un lien raccourci', en: 'A shortened link' },
    help: { fr: 'bit.ly et autres, qui cachent où ils mènent', en: 'bit.ly and others, which hide where they lead' },
  },
  masked_link: {
    name: { fr: 'Un lien masqué', en: 'A masked link' },
    help: { fr: 'Un texte qui annonce un site et mène à un autre', en: 'Words that name one site and lead to another' },
  },
  look_alike: {
    name: { fr: 'Un site qui en imite un autre', en: 'A site that imitates another' },
    help: {
      fr: 'disc0rd.com, discord.com.verify.top, lettres d’un autre alphabet',
      en: 'disc0rd.com, discord.com.verify.top, letters of another alphabet',
    },
  },
  invite: {
    name: { fr: 'Une invitation Discord', en: 'A Discord invite' },
    help: { fr: 'Vers un autre serveur que celui-ci', en: 'To another server than this one' },
  },
  mentions: {
    name: { fr: 'Beaucoup de mentions', en: 'Many mentions' },
    help: { fr: 'Personnes et rôles appelés dans un message', en: 'People and roles called in a message' },
  },
  everyone: {
    name: { fr: 'Un appel à tout le monde', en: 'A call to everybody' },
    help: { fr: '@everyone ou @here, même sans effet', en: '@everyone or @here, even without effect' },
  },
  duplicates: {
    name: { fr: 'Le même message plusieurs fois', en: 'The same message several times' },
    help: {
      fr: 'D’une personne, dans plusieurs salons, ou de plusieurs personnes',
      en: 'By one person, over channels, or by several people',
    },
  },
  burst: {
    name: { fr: 'Une rafale de messages', en: 'A burst of messages' },
    help: { fr: 'Trop de messages en peu de temps', en: 'Too many messages in a short time' },
  },
  attachments: {
    name: { fr: 'Beaucoup de fichiers', en: 'Many files' },
    help: { fr: 'Fichiers joints à un message', en: 'Files attached to a message' },
  },
  files: {
    name: { fr: 'Un fichier dangereux', en: 'A dangerous file' },
    help: { fr: 'Programmes, scripts, archives ou extensions choisies', en: 'Programs, scripts, archives or chosen extensions' },
  },
  image: {
    name: { fr: 'Une image connue', en: 'A known image' },
    help: { fr: 'Une image qui ressemble à celles que vous donnez', en: 'An image that resembles those that you give' },
  },
  spoilers: {
    name: { fr: 'Beaucoup de texte caché', en: 'Many spoilers' },
    help: { fr: 'Passages cachés dans un message', en: 'Hidden passages in a message' },
  },
  capitals: {
    name: { fr: 'Des majuscules', en: 'Capitals' },
    help: { fr: 'Un long message presque tout en majuscules', en: 'A long message almost all in capitals' },
  },
  zalgo: {
    name: { fr: 'Des lettres déformées', en: 'Distorted letters' },
    help: { fr: 'Signes empilés qui rendent le texte illisible', en: 'Stacked marks that make text unreadable' },
  },
  emoji: {
    name: { fr: 'Beaucoup d’émojis', en: 'Many emoji' },
    help: { fr: 'Émojis dans un message', en: 'Emoji in a message' },
  },
  lines: {
    name: { fr: 'Beaucoup de lignes', en: 'Many lines' },
    help: { fr: 'Un message qui remplit l’écran', en: 'A message that fills the screen' },
  },
  repetition: {
    name: { fr: 'Une répétition', en: 'A repetition' },
    help: { fr: 'Un caractère ou un mot, encore et encore', en: 'One character or word, again and again' },
  },
  hidden: {
    name: { fr: 'Des caractères invisibles', en: 'Invisible characters' },
    help: { fr: 'Glissés dans les mots pour passer les filtres', en: 'Put into words to pass filters' },
  },
  new_account: {
    name: { fr: 'Un compte récent', en: 'A new account' },
    help: { fr: 'Créé chez Discord il y a peu', en: 'Made at Discord a short time ago' },
  },
  join_rate: {
    name: { fr: 'Beaucoup d’arrivées', en: 'Many joins' },
    help: { fr: 'Trop de personnes arrivent en peu de temps', en: 'Too many people join in a short time' },
  },
  similar_names: {
    name: { fr: 'Des noms semblables', en: 'Similar names' },
    help: { fr: 'Plusieurs arrivées avec presque le même nom', en: 'Several joins with almost the same name' },
  },
  name: {
    name: { fr: 'Un nom', en: 'A name' },
    help: { fr: 'Mots dans le nom de la personne', en: 'Words in the name of the person' },
  },
  secret: {
    name: { fr: 'Un mot de passe publié', en: 'A leaked secret' },
    help: { fr: 'Jeton de bot, webhook, clé privée : à protéger', en: 'Bot token, webhook, private key: to protect' },
  },
  honeypot: {
    name: { fr: 'Un salon piège', en: 'A trap channel' },
    help: { fr: 'Un salon où personne n’écrit, sauf les robots', en: 'A channel where nobody writes but robots' },
  },
  job_spam: {
    name: { fr: 'Une fausse offre d’emploi', en: 'A false job offer' },
    help: { fr: 'Démarchage et argent facile hors des offres', en: 'Soliciting and easy money outside the offers' },
  },
  phishing: {
    name: { fr: 'Une arnaque', en: 'A scam' },
    help: { fr: 'Faux cadeaux, faux comptes de l’équipe, pages de connexion', en: 'False gifts, false staff, login pages' },
  },
  spam: {
    name: { fr: 'Une publicité', en: 'Advertising' },
    help: { fr: 'Publicité non voulue', en: 'Unwanted advertising' },
  },
  automod: {
    name: { fr: 'Une intervention d’AutoMod', en: 'AutoMod acted' },
    help: { fr: 'Discord a déjà agi par ses propres règles', en: 'Discord already acted by its own rules' },
  },
};

export const conditions: Record<ConditionKind, { name: Text; help: Text }> = {
  channels: { name: { fr: 'Dans ces salons', en: 'In these channels' }, help: { fr: 'Salons choisis', en: 'Chosen channels' } },
  categories: {
    name: { fr: 'Dans ces catégories', en: 'In these categories' },
    help: { fr: 'Catégories choisies', en: 'Chosen categories' },
  },
  roles: {
    name: { fr: 'La personne a ces rôles', en: 'The person has these roles' },
    help: { fr: 'L’un d’eux, ou tous', en: 'One of them, or all' },
  },
  member_age: {
    name: { fr: 'Sur le serveur depuis peu', en: 'Recently on the server' },
    help: { fr: 'Moins de jours que…', en: 'Fewer days than…' },
  },
  account_age: {
    name: { fr: 'Compte récent', en: 'Recent account' },
    help: { fr: 'Moins de jours que…', en: 'Fewer days than…' },
  },
  has_attachment: {
    name: { fr: 'Avec un fichier', en: 'With a file' },
    help: { fr: 'Un fichier est joint', en: 'A file is attached' },
  },
  has_image: {
    name: { fr: 'Avec une image', en: 'With an image' },
    help: { fr: 'Une image est jointe', en: 'An image is attached' },
  },
  has_link: {
    name: { fr: 'Avec un lien', en: 'With a link' },
    help: { fr: 'Le texte contient un lien', en: 'The text has a link' },
  },
  has_code: {
    name: { fr: 'Avec du code', en: 'With code' },
    help: { fr: 'Le texte contient un bloc de code', en: 'The text has a code block' },
  },
  is_reply: {
    name: { fr: 'C’est une réponse', en: 'It is a reply' },
    help: { fr: 'Réponse à un message', en: 'A reply to a message' },
  },
  is_forward: {
    name: { fr: 'C’est un transfert', en: 'It is forwarded' },
    help: { fr: 'Message transféré', en: 'A forwarded message' },
  },
  length: { name: { fr: 'Assez long', en: 'Long enough' }, help: { fr: 'Nombre de caractères', en: 'How many characters' } },
  raid: {
    name: { fr: 'Pendant une alerte', en: 'During an alert' },
    help: { fr: 'Niveau d’alerte du serveur', en: 'Alert level of the server' },
  },
  hours: {
    name: { fr: 'À ces heures', en: 'At these hours' },
    help: { fr: 'À l’heure du serveur', en: 'In the server’s time zone' },
  },
  weekdays: { name: { fr: 'Ces jours-là', en: 'On these days' }, help: { fr: 'Jours de la semaine', en: 'Days of the week' } },
};

export const actions: Record<ActionKind, { name: Text; help: Text }> = {
  delete: {
    name: { fr: 'Retirer le message', en: 'Remove the message' },
    help: { fr: 'Un clic le rétablit', en: 'One click brings it back' },
  },
  keep: {
    name: { fr: 'Garder une copie', en: 'Keep a copy' },
    help: { fr: 'Une fiche dans le salon de modération', en: 'A card in the moderation channel' },
  },
  dm: {
    name: { fr: 'Écrire à la personne', en: 'Write to the person' },
    help: { fr: 'Vos mots, ou les nôtres', en: 'Your words, or ours' },
  },
  warn: { name: { fr: 'Avertir', en: 'Warn' }, help: { fr: 'Un avertissement avec des points', en: 'A warning with points' } },
  timeout: {
    name: { fr: 'Exclure pour un temps', en: 'Time out' },
    help: { fr: 'La personne ne peut plus écrire', en: 'The person may not write' },
  },
  add_role: { name: { fr: 'Donner un rôle', en: 'Give a role' }, help: { fr: 'À la personne', en: 'To the person' } },
  remove_role: { name: { fr: 'Retirer un rôle', en: 'Take a role' }, help: { fr: 'À la personne', en: 'From the person' } },
  slow_mode: {
    name: { fr: 'Ralentir le salon', en: 'Slow the channel' },
    help: { fr: 'Pour un temps, puis comme avant', en: 'For a time, then as before' },
  },
  lock: {
    name: { fr: 'Fermer le salon', en: 'Lock the channel' },
    help: { fr: 'Pour un temps, puis comme avant', en: 'For a time, then as before' },
  },
  raise: {
    name: { fr: 'Monter l’alerte du serveur', en: 'Raise the server’s alert' },
    help: { fr: 'Niveau contre les arrivées massives', en: 'Level against raids' },
  },
  alert: {
    name: { fr: 'Prévenir la modération', en: 'Tell the moderators' },
    help: { fr: 'Une fiche, avec un appel si vous voulez', en: 'A card, with a call if you wish' },
  },
  points: {
    name: { fr: 'Ajouter des points', en: 'Add points' },
    help: { fr: 'Ils proposent, sans sanctionner seuls', en: 'They propose, and sanction nobody by themselves' },
  },
  thread: {
    name: { fr: 'Ouvrir un fil', en: 'Open a thread' },
    help: { fr: 'Sous le message, pour en parler', en: 'On the message, to talk about it' },
  },
  secure: {
    name: { fr: 'Protéger le compte', en: 'Secure the account' },
    help: { fr: 'Compte sans doute volé : pause et aide', en: 'Account probably stolen: pause and help' },
  },
};
