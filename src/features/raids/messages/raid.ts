import type { RaidLevel } from '../../../kernel/moderation.ts';
import { raidLevels } from '../../../kernel/moderation.ts';
import { counted, plural, type Text, UserError } from '../../../kernel/text.ts';

const both = (fr: string, en: string): Text => ({ fr, en });

export const text = {
  feature: both('Les arrivées massives et le verrouillage', 'Raids and lockdown'),
  purpose: both(
    'Protéger le serveur quand beaucoup de comptes arrivent d’un coup, et savoir qui a décidé quoi.',
    'To protect the server when many accounts arrive at once, and to know who decided what.',
  ),
  retention: both(
    'Les alertes et les verrouillages : un an après leur fin. Une liste que personne n’a confirmée : un jour.',
    'Alerts and lockdowns: a year after their end. A list that nobody confirmed: a day.',
  ),

  setting: both('Régler la protection contre les arrivées massives', 'Set up the protection against raids'),
  lowOption: both('Score d’une minute à partir duquel prévenir (30)', 'Score of a minute from which to alert (30)'),
  mediumOption: both(
    'Score à partir duquel suspendre les messages privés (80)',
    'Score from which direct messages are paused (80)',
  ),
  highOption: both(
    'Score à partir duquel suspendre aussi les invitations (150)',
    'Score from which invites are paused too (150)',
  ),
  calmOption: both('Minutes de calme avant de baisser d’un niveau (10)', 'Calm minutes before going down a level (10)'),
  settings: ({ low, medium, high, calmMinutes }: { low: number; medium: number; high: number; calmMinutes: number }): Text =>
    both(
      [
        '**Protection contre les arrivées massives**',
        'Chaque arrivée d’une même minute compte : 0,5 pour un compte ancien, 1 pour un compte de moins d’un mois, 1,5 pour un compte de moins d’une semaine, trois fois plus quand au moins cinq portent le même genre de nom, et rien pour une personne attendue par une invitation de promo.',
        `- **${raidLevels.low.fr}** à partir de ${low} : l’équipe de modération est prévenue.`,
        `- **${raidLevels.medium.fr}** à partir de ${medium} : les messages privés entre membres sont suspendus, l’accueil attend.`,
        `- **${raidLevels.high.fr}** à partir de ${high} : les invitations aussi sont suspendues.`,
        `Le niveau baisse d’un cran après ${counted(calmMinutes, 'minute', 'minutes')} de calme.`,
        'Pour changer : /configurer raids avec les options voulues.',
      ].join('\n'),
      [
        '**Protection against raids**',
        'Each arrival of the same minute counts: 0.5 for an old account, 1 for one of less than a month, 1.5 for one of less than a week, three times as much when at least five are called alike, and nothing for somebody whom a promo’s invite expects.',
        `- **${raidLevels.low.en}** from ${low}: the moderators are told.`,
        `- **${raidLevels.medium.en}** from ${medium}: direct messages between members are paused, welcomes wait.`,
        `- **${raidLevels.high.en}** from ${high}: invites are paused too.`,
        `The level goes down a step after ${counted(calmMinutes, 'calm minute', 'calm minutes')}.`,
        'To change them: /setup raids with the options you want.',
      ].join('\n'),
    ),

  show: both('Voir le niveau d’alerte du serveur', 'See how tense the server is'),
  change: both('Changer le niveau d’alerte du serveur', 'Change how tense the server is'),
  levelOption: both('Le nouveau niveau', 'The new level'),

  title: (level: RaidLevel): Text => both(`Niveau d’alerte : ${raidLevels[level].fr}`, `Level: ${raidLevels[level].en}`),
  over: both('L’alerte est terminée', 'The alert is over'),
  calm: both(
    'Aucune arrivée massive en ce moment. Vous pouvez relever le niveau à la main, ou fermer des salons avec /verrouiller.',
    'No raid at the moment. You can raise the level by hand, or close channels with /lockdown.',
  ),
  cause: {
    joins: both('Beaucoup de comptes arrivent en même temps.', 'Many accounts arrive at the same time.'),
    rule: both('Une règle automatique l’a demandé.', 'An automatic rule asked for it.'),
    moderator: both('L’équipe de modération l’a demandé.', 'The moderation team asked for it.'),
  },
  since: both('Depuis', 'Since'),
  until: both('Terminée', 'Ended'),
  peak: both('Niveau le plus haut', 'Highest level'),
  people: both('Personnes arrivées et encore inconnues', 'People who arrived and are not known yet'),
  peopleOf: (all: number, young: number, alike: number): Text =>
    both(
      `${all}, dont ${counted(young, 'compte', 'comptes')} de moins d’une semaine et ${alike} au nom semblable à d’autres`,
      `${all}, of which ${counted(young, 'account', 'accounts')} of less than a week and ${alike} called like others`,
    ),
  swept: (done: number, failed: number): Text =>
    both(
      `${counted(done, 'personne écartée', 'personnes écartées')}${failed > 0 ? `, ${counted(failed, 'n’a pas pu l’être', 'n’ont pas pu l’être')}` : ''}`,
      `${counted(done, 'person sent away', 'people sent away')}${failed > 0 ? `, ${failed} could not be` : ''}`,
    ),
  sweptName: both('Écartées', 'Sent away'),
  paused: both('Suspendu par Discord', 'Paused by Discord'),
  invites: (until: string): Text => both(`les invitations, jusqu’à ${until}`, `invites, until ${until}`),
  dms: (until: string): Text =>
    both(`les messages privés entre membres, jusqu’à ${until}`, `direct messages between members, until ${until}`),
  nothing: both('rien', 'nothing'),
  refused: both(
    'Discord me refuse de suspendre les invitations ou les messages : il me manque la permission de gérer le serveur. `/diagnostic` dit comment la donner.',
    'Discord does not let me pause invites or messages: I lack the permission to manage the server. `/diagnostic` says how to give it.',
  ),
  next: both(
    'Regardez qui est arrivé, écartez les comptes suspects, ou terminez l’alerte si ce sont de vraies personnes. Sans nouvelle arrivée, le niveau baisse tout seul.',
    'Look at who arrived, send suspicious accounts away, or end the alert if they are real people. Without new arrivals the level goes down by itself.',
  ),
  alert: (level: RaidLevel): Text =>
    both(
      `Arrivée massive : le niveau passe à **${raidLevels[level].fr}**. Tout est sur la fiche de l’alerte.`,
      `Raid: the level is now **${raidLevels[level].en}**. All of it is on the card of the alert.`,
    ),
  seeCard: both('Voir la fiche', 'See the card'),
  seePeople: both('Voir qui est arrivé', 'See who arrived'),
  lower: (level: RaidLevel): Text => both(`Baisser à : ${raidLevels[level].fr}`, `Lower to: ${raidLevels[level].en}`),
  end: both('Terminer l’alerte', 'End the alert'),
  lock: both('Verrouiller des salons', 'Close channels'),
  set: (level: RaidLevel): Text =>
    level === 'none'
      ? both(
          'L’alerte est terminée. Les suspensions seront levées dans un instant.',
          'The alert is over. What was paused is released in a moment.',
        )
      : both(
          `Le niveau est maintenant : **${raidLevels[level].fr}**. La fiche est dans le salon de la modération.`,
          `The level is now: **${raidLevels[level].en}**. Its card is in the moderators’ channel.`,
        ),

  peopleTitle: both('Qui est arrivé pendant l’alerte', 'Who arrived during the alert'),
  noPeople: both(
    'Personne d’inconnu n’est arrivé pendant cette alerte, ou tout le monde est déjà parti.',
    'Nobody unknown arrived during this alert, or everybody has left already.',
  ),
  choose: both(
    'Choisissez qui écarter. Vous verrez la liste des noms avant toute chose, et pourrez garder des personnes.',
    'Choose whom to send away. You will see the names first, and may keep people.',
  ),
  group: {
    young: (count: number): Text => both(`Comptes récents (${count})`, `Fresh accounts (${count})`),
    similar: (count: number): Text => both(`Noms qui se ressemblent (${count})`, `Called alike (${count})`),
    all: (count: number): Text => both(`Tout le monde (${count})`, `Everybody (${count})`),
  },
  kick: both('Expulser :', 'Kick:'),
  ban: both('Bannir définitivement :', 'Ban for good:'),
  planTitle: {
    kick: both('Expulser ces personnes ?', 'Kick these people?'),
    ban: both('Bannir définitivement ces personnes ?', 'Ban these people for good?'),
  },
  plan: (chosen: number, kept: number): Text =>
    both(
      `${counted(chosen, 'personne sera écartée', 'personnes seront écartées')}, ${counted(kept, 'est gardée', 'sont gardées')}. Chaque personne écartée aura une sanction à son nom, qu’elle verra et pourra contester si elle revient. Elle n’en est pas avertie : Discord bloquerait un bot qui écrit à tant de monde.`,
      `${counted(chosen, 'person is sent away', 'people are sent away')}, ${kept} ${plural(kept, 'is', 'are')} kept. Each person sent away has a case, which they see and may appeal if they come back. They are not told: Discord would block a bot that writes to so many.`,
    ),
  keep: both('Qui garder, sur cette page', 'Whom to keep, on this page'),
  keptMark: both('gardée', 'kept'),
  confirm: { kick: both('Expulser', 'Kick'), ban: both('Bannir', 'Ban') },
  previous: both('Page précédente', 'Previous page'),
  following: both('Page suivante', 'Next page'),
  begun: (count: number): Text =>
    both(
      `C’est parti pour ${counted(count, 'personne', 'personnes')}. La fiche de l’alerte dira où on en est.`,
      `Under way for ${counted(count, 'person', 'people')}. The card of the alert will say how far it is.`,
    ),
  sweepReason: both('Arrivée massive de comptes suspects.', 'A raid of suspicious accounts.'),
  home: (level: RaidLevel): Text =>
    both(`Alerte en cours : niveau ${raidLevels[level].fr}.`, `Alert under way: level ${raidLevels[level].en}.`),
  homeButton: both('Voir l’alerte', 'See the alert'),
};

export const levelsOutOfOrder = ({ low, medium, high }: { low: number; medium: number; high: number }) =>
  new UserError('raids.levels_out_of_order', {
    fr: `Les seuils doivent monter : ${raidLevels.low.fr} (${low}), puis ${raidLevels.medium.fr} (${medium}), puis ${raidLevels.high.fr} (${high}). Donnez-les ensemble.`,
    en: `The thresholds must go up: ${raidLevels.low.en} (${low}), then ${raidLevels.medium.en} (${medium}), then ${raidLevels.high.en} (${high}). Give them together.`,
  });

export const unknownRaid = () =>
  new UserError('raids.unknown', {
    fr: 'Cette alerte n’existe plus. `/raid voir` montre celle en cours.',
    en: 'This alert no longer exists. `/raid show` shows the one under way.',
  });

export const unknownSweep = () =>
  new UserError('raids.unknown_sweep', {
    fr: 'Cette liste n’est plus à confirmer : elle l’a été, elle a expiré, ou elle est à quelqu’un d’autre. Repartez de la fiche de l’alerte.',
    en: 'This list is no longer to be confirmed: it was, it expired, or it is somebody else’s. Begin again from the card of the alert.',
  });

export const nobodyToSweep = () =>
  new UserError('raids.nobody', {
    fr: 'Il n’y a personne à écarter dans ce groupe. Choisissez-en un autre.',
    en: 'There is nobody to send away in this group. Choose another one.',
  });

export const alreadySweeping = () =>
  new UserError('raids.already_sweeping', {
    fr: 'Une autre liste est en train d’être traitée pour cette alerte. Attendez qu’elle soit finie, puis confirmez la vôtre.',
    en: 'Another list is being carried out for this alert. Wait until it is done, then confirm yours.',
  });

export const onlyAdminsBan = () =>
  new UserError('raids.only_admins_ban', {
    fr: 'Bannir définitivement est réservé à l’administration. Vous pouvez expulser, ou demander à une personne de l’administration.',
    en: 'Only administrators ban for good. You may kick, or ask an administrator.',
  });
