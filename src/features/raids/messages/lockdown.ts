import { counted, type Text, UserError } from '../../../kernel/text.ts';

const both = (fr: string, en: string): Text => ({ fr, en });

export const text = {
  command: both('Fermer des salons un moment, ou voir ce qui est fermé', 'Close channels for a while, or see what is closed'),
  channelOption: both(
    'Un seul salon ; sinon, tous ceux où tout le monde écrit',
    'One channel only; otherwise all where everybody writes',
  ),
  minutesOption: both('Pour combien de minutes (60 ; 1440 au plus)', 'For how many minutes (60; 1440 at most)'),
  reasonOption: both('Pourquoi, pour l’équipe de modération', 'Why, for the moderation team'),
  formTitle: both('Fermer des salons', 'Close channels'),
  minutesLabel: both('Pour combien de minutes', 'For how many minutes'),
  minutesHelp: both('De 5 à 1440, soit 24 heures', 'From 5 to 1440, which is 24 hours'),
  reasonLabel: both('Pourquoi (pour l’équipe)', 'Why (for the team)'),
  planTitle: (count: number): Text =>
    both(`Fermer ${counted(count, 'salon', 'salons')} ?`, `Close ${counted(count, 'channel', 'channels')}?`),
  plan: (minutes: number): Text =>
    both(
      `Pendant ${counted(minutes, 'minute', 'minutes')}, seules l’administration et la modération pourront y écrire. Un message l’expliquera dans chaque salon. Ensuite, chaque salon redevient exactement comme avant.`,
      `For ${counted(minutes, 'minute', 'minutes')} only administrators and moderators may write there. A message in each channel explains it. Then each channel is exactly as before.`,
    ),
  more: (count: number): Text => both(`… et ${counted(count, 'autre', 'autres')}`, `… and ${counted(count, 'other', 'others')}`),
  confirm: both('Fermer', 'Close'),
  started: (until: string): Text =>
    both(
      `C’est parti : les salons se ferment, jusqu’à ${until}. /verrouiller permet de les rouvrir avant.`,
      `Under way: the channels close, until ${until}. /lockdown opens them again before that.`,
    ),
  running: both('Ce qui est fermé', 'What is closed'),
  one: (count: number, until: string): Text =>
    both(
      `${counted(count, 'salon fermé', 'salons fermés')} jusqu’à ${until}`,
      `${counted(count, 'channel closed', 'channels closed')} until ${until}`,
    ),
  because: (reason: string): Text => both(`Raison : ${reason}`, `Reason: ${reason}`),
  refused: (channels: string): Text =>
    both(
      `Je n’ai pas pu fermer ${channels} : il me manque une permission. \`/diagnostic\` dit laquelle.`,
      `I could not close ${channels}: I lack a permission. \`/diagnostic\` says which one.`,
    ),
  open: both('Rouvrir', 'Open again'),
  ending: both('Les salons rouvrent dans un instant.', 'The channels open again in a moment.'),
  notice: (until: string): Text =>
    both(
      `Ce salon est fermé un moment, jusqu’à ${until} au plus tard. L’équipe de modération s’en occupe ; vous n’avez rien à faire.`,
      `This channel is closed for a while, until ${until} at the latest. The moderators are taking care of it; you have nothing to do.`,
    ),
  reopened: both(
    'Ce salon est de nouveau ouvert. Merci de votre patience.',
    'This channel is open again. Thank you for your patience.',
  ),
  home: (count: number): Text =>
    both(
      `${counted(count, 'salon est fermé', 'salons sont fermés')} pour tout le monde.`,
      `${counted(count, 'channel is', 'channels are')} closed for everybody.`,
    ),
  homeButton: both('Voir ce qui est fermé', 'See what is closed'),
};

export const nothingToClose = () =>
  new UserError('raids.nothing_to_close', {
    fr: 'Il n’y a rien à fermer : aucun salon où tout le monde écrit, ou ils sont déjà fermés. Choisissez un salon avec l’option « salon ».',
    en: 'There is nothing to close: no channel where everybody writes, or they are closed already. Choose one with the option “channel”.',
  });

export const cannotClose = () =>
  new UserError('raids.cannot_close', {
    fr: 'Seuls les salons de texte, d’annonces et les forums se ferment. Choisissez-en un autre.',
    en: 'Only text channels, announcement channels and forums close. Choose another one.',
  });

export const badMinutes = () =>
  new UserError('raids.bad_minutes', {
    fr: 'Donnez une durée en minutes, de 5 à 1440 (24 heures).',
    en: 'Give a time in minutes, from 5 to 1440 (24 hours).',
  });

export const alreadyClosed = () =>
  new UserError('raids.already_closed', {
    fr: 'Un de ces salons vient d’être fermé par quelqu’un d’autre. Relancez /verrouiller pour voir ce qui reste.',
    en: 'One of these channels was just closed by somebody else. Use /lockdown again to see what is left.',
  });

export const unknownLockdown = () =>
  new UserError('raids.unknown_lockdown', {
    fr: 'Il n’y a plus rien à faire ici : ces salons sont ouverts, ou la demande a expiré. /verrouiller montre ce qui est fermé.',
    en: 'There is nothing left to do here: these channels are open, or the request expired. /lockdown shows what is closed.',
  });
