import { counted, type Text, UserError } from '../../kernel/text.ts';

export const text = {
  feature: { fr: 'Les comptes piratés', en: 'Hacked accounts' },
  purpose: {
    fr: 'Protéger les personnes dont le compte est utilisé par quelqu’un d’autre : ce qu’il envoie est retiré, il ne peut plus écrire pendant un jour, et la personne apprend comment le récupérer.',
    en: 'To protect people whose account somebody else uses: what it sends is removed, it cannot write for a day, and its owner learns how to get it back.',
  },
  retention: { fr: 'Un an ; ce que le compte a envoyé, 90 jours.', en: 'A year; what the account sent, 90 days.' },
  reason: {
    fr: 'Protection, et non sanction : ce compte a envoyé la même chose dans plusieurs salons, comme un compte piraté.',
    en: 'Protection, not a sanction: this account sent the same to several channels, as a hacked one does.',
  },
  released: {
    fr: 'La personne utilise de nouveau elle-même son compte.',
    en: 'The person uses their account themselves again.',
  },

  /** `until` null: the account can still write. */
  told: (server: string, { until, isRemoved }: { until: string | null; isRemoved: boolean }): Text => ({
    fr: [
      `## Votre compte Discord est peut-être piraté`,
      `Il a envoyé la même chose dans plusieurs salons de **${server}**. Si ce n’est pas vous, quelqu’un d’autre s’en sert. Ce n’est pas une sanction et personne ne vous reproche rien.${isRemoved ? ' Nous avons retiré ces messages.' : ''}${until === null ? '' : ` Votre compte ne peut plus écrire sur ce serveur jusqu’au ${until}, le temps de le reprendre.`}`,
      '**Dans cet ordre :**',
      '1. **Changez votre mot de passe** : Paramètres (roue dentée), Mon compte, Modifier le mot de passe. Toutes les autres sessions sont alors fermées.',
      '2. **Vérifiez vos appareils** : Paramètres, Appareils, puis déconnectez tous ceux que vous ne connaissez pas.',
      '3. **Activez la double authentification** : Paramètres, Mon compte. Un mot de passe volé ne suffira plus.',
      '4. **Retirez les applications inconnues** : Paramètres, Applications autorisées.',
      '5. **Analysez votre ordinateur** avec un antivirus, surtout si vous avez ouvert un fichier ou un jeu « à tester ». Changez aussi le mot de passe de votre adresse e-mail.',
      'Vous n’avez plus accès au compte ? Écrivez à Discord : https://dis.gd/hacked',
      `Quand c’est fait, appuyez sur le bouton : la modération vérifiera avec vous${until === null ? ' que tout est en ordre' : ', puis vous pourrez de nouveau écrire'}.`,
    ].join('\n'),
    en: [
      `## Your Discord account may have been hacked`,
      `It sent the same to several channels of **${server}**. If that was not you, somebody else is using it. This is not a sanction and nobody blames you.${isRemoved ? ' We removed these messages.' : ''}${until === null ? '' : ` Your account cannot write on this server until ${until}, so that you can take it back.`}`,
      '**In this order:**',
      '1. **Change your password**: Settings (the cogwheel), My Account, Change Password. This closes all other sessions.',
      '2. **Check your devices**: Settings, Devices, then log out all that you do not know.',
      '3. **Turn on two-factor authentication**: Settings, My Account. A stolen password will no longer be enough.',
      '4. **Remove apps you do not know**: Settings, Authorized Apps.',
      '5. **Scan your computer** for viruses, above all if you opened a file or a game “to test”. Change the password of your e-mail address too.',
      'You cannot get into the account any more? Write to Discord: https://dis.gd/hacked',
      `When it is done, press the button: moderators will check with you${until === null ? ' that all is well' : ', then you can write again'}.`,
    ].join('\n'),
  }),
  back: { fr: 'J’ai récupéré mon compte', en: 'I have my account back' },
  threadName: { fr: 'Protection de votre compte', en: 'Protection of your account' },
  backNoted: {
    fr: 'Merci, c’est noté. La modération va vérifier avec vous que c’est bien vous, puis lèvera la protection. Sans nouvelles, la protection s’arrête d’elle-même.',
    en: 'Thank you, that is noted. Moderators will check with you that it is you, then end the protection. Otherwise it ends by itself.',
  },
  backAlready: {
    fr: 'C’est déjà noté : la modération s’en occupe. Vous n’avez rien d’autre à faire.',
    en: 'That is noted already: moderators are on it. You need not do anything else.',
  },
  backFree: {
    fr: 'La protection de votre compte est déjà terminée : vous pouvez écrire sur le serveur.',
    en: 'The protection of your account is over already: you can write on the server.',
  },

  cardTitle: { fr: 'Compte peut-être piraté', en: 'Account that may be hacked' },
  what: (who: string, at: string): Text => ({
    fr: `Le compte de ${who} a envoyé la même chose dans plusieurs salons, ${at}.`,
    en: `The account of ${who} sent the same to several channels, ${at}.`,
  }),
  removed: (count: number, found: number): Text => ({
    fr:
      found === 0
        ? 'Aucun de ses messages n’a été trouvé.'
        : `${counted(count, 'message retiré', 'messages retirés')} sur ${found}.${count < found ? ' S’il en reste longtemps, une permission me manque : voir `/diagnostic`.' : ''}`,
    en:
      found === 0
        ? 'None of its messages was found.'
        : `${counted(count, 'message', 'messages')} removed of ${found}.${count < found ? ' If some stay for long I lack a permission: see `/diagnostic`.' : ''}`,
  }),
  quiet: (until: string): Text => ({ fr: `Il ne peut pas écrire jusqu’au ${until}.`, en: `It cannot write until ${until}.` }),
  lifted: {
    fr: 'La protection a été levée autrement : par une commande, un recours ou Discord.',
    en: 'The protection was lifted elsewhere: by a command, an appeal or Discord.',
  },
  over: { fr: 'La protection est arrivée à sa fin.', en: 'The protection has come to its end.' },
  failed: {
    fr: 'Discord a refusé de l’empêcher d’écrire : voir `/diagnostic`.',
    en: 'Discord did not let us stop it from writing: see `/diagnostic`.',
  },
  already: (until: string): Text => ({
    fr: `Une exclusion temporaire était déjà en cours : elle reste telle quelle, jusqu’au ${until}.`,
    en: `A timeout was running already: it stays as it is, until ${until}.`,
  }),
  informed: {
    fr: 'La personne a reçu la marche à suivre pour récupérer son compte.',
    en: 'The person was told how to get their account back.',
  },
  recovered: (at: string): Text => ({
    fr: `La personne dit avoir récupéré son compte, ${at}.`,
    en: `The person says to have their account back, ${at}.`,
  }),
  check: {
    fr: 'Avant de lever : vérifiez par un autre moyen (téléphone, e-mail connu, équipe pédagogique) que c’est bien la personne. Qui a volé le compte lit aussi ses messages privés.',
    en: 'Before you lift it: check by another way (phone, a known e-mail address, trainers) that it is the person. Whoever stole the account reads its direct messages too.',
  },
  freed: (who: string, at: string): Text => ({
    fr: `Protection levée par ${who}, ${at} : c’était bien la personne.`,
    en: `Protection lifted by ${who}, ${at}: it was the person.`,
  }),
  acted: (who: string, at: string): Text => ({
    fr: `Une mesure a été prise par ${who}, ${at}.`,
    en: `${who} took a measure, ${at}.`,
  }),
  someone: { fr: 'la modération', en: 'the moderation team' },
  sent: { fr: 'Ce qu’il a envoyé :', en: 'What it sent:' },
  noText: { fr: 'Le texte de ces messages n’est pas connu.', en: 'What these messages said is not known.' },
  free: { fr: 'C’est bien la personne : lever', en: 'It is the person: lift' },
  extend: { fr: 'Prolonger d’un jour', en: 'One day more' },
  blind: {
    fr: 'Les comptes piratés sont mal reconnus : sans le texte des messages, ni liens ni images ne peuvent être comparés, et ce que le compte a envoyé ne peut pas être retrouvé.',
    en: 'Hacked accounts are hard to recognise: without what messages say, neither links nor images can be compared, and what the account sent cannot be found.',
  },
  blindFix: {
    fr: 'Autorisez « Message Content Intent » dans le portail de Discord et mettez `MESSAGE_CONTENT=on`, ou traitez ces comptes à la main.',
    en: 'Allow “Message Content Intent” in Discord’s portal and set `MESSAGE_CONTENT=on`, or handle such accounts by hand.',
  },
  act: { fr: 'Prendre une mesure', en: 'Take a measure' },
  freedNotice: { fr: 'C’est levé : la personne peut de nouveau écrire.', en: 'Lifted: the person can write again.' },
  extendedNotice: (until: string): Text => ({
    fr: `C’est prolongé jusqu’au ${until}.`,
    en: `It now lasts until ${until}.`,
  }),
};

export const unknownAccount = () =>
  new UserError('compromised.unknown', {
    fr: 'Cette alerte n’existe plus. Les autres sont dans le salon de la modération.',
    en: 'This alert no longer exists. The others are in the moderators’ channel.',
  });
export const alreadyDecided = () =>
  new UserError('compromised.decided', {
    fr: 'Une personne de l’équipe s’en est déjà occupée : voyez la carte, elle vient d’être mise à jour.',
    en: 'Somebody of the team has handled it already: see the card, which was just updated.',
  });
export const alreadyExtended = () =>
  new UserError('compromised.extended', {
    fr: 'C’est déjà prolongé : la carte montre la nouvelle date. Appuyez sur son bouton pour un jour de plus.',
    en: 'It was extended already: the card shows the new date. Press its button for one day more.',
  });
export const isLongest = () =>
  new UserError('compromised.longest', {
    fr: 'Discord ne permet pas plus de 28 jours. Prenez une autre mesure, ou attendez la fin.',
    en: 'Discord does not allow more than 28 days. Take another measure, or wait for the end.',
  });
export const isLifted = () =>
  new UserError('compromised.lifted', {
    fr: 'La protection a été levée autrement : par une commande, un recours ou Discord. S’il en faut une autre, choisissez « Prendre une mesure ».',
    en: 'The protection was lifted elsewhere: by a command, an appeal or Discord. If another one is needed, choose “Take a measure”.',
  });
export const otherTimeout = () =>
  new UserError('compromised.other_timeout', {
    fr: 'Une autre exclusion temporaire est en cours pour cette personne : changez celle-là, depuis ses cas (menu « Cas »).',
    en: 'Another timeout of this person is running: change that one, from their cases (menu “Cases”).',
  });
