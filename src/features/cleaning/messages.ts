import { counted, type Text, UserError } from '../../kernel/text.ts';

const messages = (count: number): Text => ({
  fr: counted(count, 'message', 'messages'),
  en: counted(count, 'message', 'messages'),
});

export const text = {
  feature: { fr: 'Le nettoyage des salons', en: 'Cleaning channels' },
  purpose: {
    fr: 'Retirer beaucoup de messages à la fois, avec une trace : qui l’a demandé, ce qui a été retiré.',
    en: 'To remove many messages at once, with a trace: who asked for it, what was removed.',
  },
  retention: {
    fr: 'Le texte des messages retirés : 7 jours. Le reste : un an.',
    en: 'What the removed messages said: 7 days. The rest: a year.',
  },
  command: { fr: 'Retirer beaucoup de messages à la fois, après un aperçu', en: 'Remove many messages at once, after a preview' },
  person: { fr: 'Seulement les messages de cette personne', en: 'Only messages of this person' },
  words: {
    fr: 'Seulement ceux qui contiennent ces mots (accents et majuscules ne comptent pas)',
    en: 'Only those with these words (accents and case do not matter)',
  },
  number: {
    fr: 'Combien au plus, les plus récents (100 sans autre choix)',
    en: 'How many at most, the latest (100 without another choice)',
  },
  time: { fr: 'Seulement les plus récents que cela', en: 'Only those younger than this' },
  channel: { fr: 'Dans quel salon (ici sans autre choix)', en: 'In which channel (here without another choice)' },
  everywhere: { fr: 'Dans tous les salons que vous pouvez lire', en: 'In every channel that you can read' },
  spans: {
    '10m': { fr: '10 minutes', en: '10 minutes' },
    '1h': { fr: '1 heure', en: '1 hour' },
    '6h': { fr: '6 heures', en: '6 hours' },
    '1d': { fr: '1 jour', en: '1 day' },
    '7d': { fr: '7 jours', en: '7 days' },
    '14d': { fr: '14 jours', en: '14 days' },
    '30d': { fr: '30 jours', en: '30 days' },
  },
  previewTitle: (count: number): Text => ({
    fr: `Retirer ${messages(count).fr} ?`,
    en: `Remove ${messages(count).en}?`,
  }),
  places: (shown: string, others: number): Text => ({
    fr: `Dans ${shown}${others > 0 ? ` et ${counted(others, 'autre salon', 'autres salons')}` : ''}`,
    en: `In ${shown}${others > 0 ? ` and ${counted(others, 'other channel', 'other channels')}` : ''}`,
  }),
  span: (oldest: string, newest: string): Text => ({
    fr: `Du ${oldest} au ${newest}`,
    en: `From ${oldest} to ${newest}`,
  }),
  by: (people: string, others: number): Text => ({
    fr: `De ${people}${others > 0 ? ` et ${counted(others, 'autre personne', 'autres personnes')}` : ''}`,
    en: `By ${people}${others > 0 ? ` and ${counted(others, 'other person', 'other people')}` : ''}`,
  }),
  old: (count: number): Text => ({
    fr: `${messages(count).fr} de plus de 14 jours : Discord ne les retire qu’un par un, comptez environ ${counted(Math.ceil(count / 50), 'minute', 'minutes')}.`,
    en: `${messages(count).en} older than 14 days: Discord removes them one by one only, in about ${counted(Math.ceil(count / 50), 'minute', 'minutes')}.`,
  }),
  stays: (pinned: number, ours: number): Text => ({
    fr: `Restent en place : ${[pinned > 0 && counted(pinned, 'message épinglé', 'messages épinglés'), ours > 0 && counted(ours, 'message de Passerelle', 'messages de Passerelle')].filter(Boolean).join(', ')}.`,
    en: `These stay: ${[pinned > 0 && counted(pinned, 'pinned message', 'pinned messages'), ours > 0 && counted(ours, 'message of Passerelle', 'messages of Passerelle')].filter(Boolean).join(', ')}.`,
  }),
  cutShort: {
    fr: 'Je n’ai pas lu plus loin : relancez ensuite pour la suite.',
    en: 'I did not read any further: run it again afterwards for the rest.',
  },
  passed: (count: number): Text => ({
    fr: `${counted(count, 'salon laissé', 'salons laissés')} de côté : je ne peux pas y retirer de messages.`,
    en: `${counted(count, 'channel', 'channels')} left out: I cannot remove messages there.`,
  }),
  lines: { fr: 'Les premiers :', en: 'The first ones:' },
  noText: { fr: 'sans texte', en: 'no text' },
  only: {
    fr: 'Seuls les messages de cet aperçu seront retirés. C’est définitif.',
    en: 'Only the messages of this preview will be removed. It cannot be undone.',
  },
  confirm: { fr: 'Confirmer', en: 'Confirm' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  cancelled: { fr: 'Annulé : rien n’a été retiré.', en: 'Cancelled: nothing was removed.' },
  refresh: { fr: 'Actualiser', en: 'Refresh' },
  running: (done: number, total: number): Text => ({
    fr: `Nettoyage en cours : ${done} sur ${total}. Le résultat sera écrit dans le salon de la modération.`,
    en: `Cleaning: ${done} of ${total}. The outcome will be written in the moderators’ channel.`,
  }),
  doneTitle: { fr: 'Nettoyage terminé', en: 'Cleaning done' },
  done: (removed: number, gone: number, kept: number): Text => ({
    fr: `${counted(removed, 'message retiré', 'messages retirés')}${gone > 0 ? ` · ${gone} déjà ${gone > 1 ? 'partis' : 'parti'}` : ''}${kept > 0 ? ` · ${kept} ${kept > 1 ? 'restent' : 'reste'} (${kept > 1 ? 'épinglés' : 'épinglé'} depuis, ou permission manquante : voir \`/diagnostic\`)` : ''}.`,
    en: `${counted(removed, 'message', 'messages')} removed${gone > 0 ? ` · ${gone} gone already` : ''}${kept > 0 ? ` · ${kept} ${kept > 1 ? 'stay' : 'stays'} (pinned since, or a missing permission: see \`/diagnostic\`)` : ''}.`,
  }),
  asked: (asker: string, where: string): Text => ({ fr: `Demandé par ${asker}, ${where}`, en: `Asked by ${asker}, ${where}` }),
  here: (channel: string): Text => ({ fr: `dans ${channel}`, en: `in ${channel}` }),
  all: { fr: 'dans plusieurs salons', en: 'in several channels' },
  someone: { fr: 'une personne effacée', en: 'somebody who was erased' },
  ofPerson: (person: string): Text => ({ fr: `Messages de ${person}`, en: `Messages of ${person}` }),
  withWords: (words: string): Text => ({ fr: `Avec les mots « ${words} »`, en: `With the words “${words}”` }),
  younger: (since: string): Text => ({ fr: `Depuis ${since}`, en: `Since ${since}` }),
  read: { fr: 'Lire ce qui a été retiré', en: 'Read what was removed' },
  readUntil: (until: string): Text => ({
    fr: `Le texte reste lisible jusqu’au ${until}, par la personne qui a nettoyé et par l’administration.`,
    en: `The text can be read until ${until}, by whoever cleaned and by admins.`,
  }),
  fileIntro: { fr: 'Ce qui a été retiré :', en: 'What was removed:' },
  file: { fr: 'messages-retires.txt', en: 'removed-messages.txt' },
  files: { fr: 'fichiers : ', en: 'files: ' },
};

export const needsFilter = () =>
  new UserError('cleaning.needs_filter', {
    fr: 'Dites quoi retirer : une personne, des mots, un nombre ou une durée. Par exemple : `/nettoyer nombre:20`.',
    en: 'Say what to remove: a person, words, a number or a time. For example: `/clean number:20`.',
  });
export const tooWide = () =>
  new UserError('cleaning.too_wide', {
    fr: 'Dans tous les salons, choisissez aussi une personne ou des mots.',
    en: 'In every channel, choose a person or words as well.',
  });
export const oneOrAll = () =>
  new UserError('cleaning.one_or_all', {
    fr: 'Choisissez un salon, ou tous : pas les deux.',
    en: 'Choose one channel or all of them, not both.',
  });
export const noWords = () =>
  new UserError('cleaning.no_words', {
    fr: 'Cette installation ne lit pas le texte des messages (`MESSAGE_CONTENT=off`) : je ne peux pas chercher des mots. Choisissez une personne, un nombre ou une durée.',
    en: 'This installation does not read what messages say (`MESSAGE_CONTENT=off`), so I cannot look for words. Choose a person, a number or a time.',
  });
export const emptyWords = () =>
  new UserError('cleaning.empty_words', {
    fr: 'Ces mots ne contiennent ni lettre ni chiffre lisible. Écrivez au moins deux caractères visibles.',
    en: 'These words have nothing that can be read. Type at least two visible characters.',
  });
export const notSeen = (channelId: string) =>
  new UserError('cleaning.not_seen', {
    fr: `Vous ne pouvez pas lire <#${channelId}> : vous ne pouvez donc pas y retirer de messages. Choisissez un salon que vous voyez.`,
    en: `You cannot read <#${channelId}>, so you cannot remove messages there. Choose a channel that you see.`,
  });
export const notMine = (channelId: string) =>
  new UserError('cleaning.not_mine', {
    fr: `Je ne peux pas retirer de messages dans <#${channelId}>. Il m’y faut « Voir le salon », « Voir les anciens messages » et « Gérer les messages » : donnez-les-moi, puis recommencez.`,
    en: `I cannot remove messages in <#${channelId}>. I need View Channel, Read Message History and Manage Messages there: give them to me, then try again.`,
  });
export const notHere = () =>
  new UserError('cleaning.not_here', {
    fr: 'On ne peut nettoyer qu’un salon ou un fil où l’on écrit. Choisissez-en un avec l’option `salon`.',
    en: 'Only a channel or thread in which people write can be cleaned. Choose one with the option `channel`.',
  });
export const nothing = (stays: number, { byWords, byTime }: { byWords: boolean; byTime: boolean }) => {
  const ways = (locale: 'fr' | 'en') =>
    [
      ...(byTime ? [{ fr: 'une durée plus longue', en: 'a longer time' }] : []),
      ...(byWords ? [{ fr: 'd’autres mots', en: 'other words' }] : []),
      { fr: 'un autre salon', en: 'another channel' },
    ]
      .map((way) => way[locale])
      .join(locale === 'fr' ? ' ou ' : ' or ');
  return new UserError('cleaning.nothing', {
    fr: `Aucun message à retirer${stays > 0 ? ` (${counted(stays, 'épinglé ou de Passerelle reste', 'épinglés ou de Passerelle restent')})` : ''}. Essayez ${ways('fr')}.`,
    en: `No message to remove${stays > 0 ? ` (${counted(stays, 'that is pinned or of Passerelle stays', 'that are pinned or of Passerelle stay')})` : ''}. Try ${ways('en')}.`,
  });
};
export const unknownCleaning = () =>
  new UserError('cleaning.unknown', {
    fr: 'Ce nettoyage n’existe plus. Relancez `/nettoyer`.',
    en: 'This cleaning no longer exists. Run `/clean` again.',
  });
export const notYours = () =>
  new UserError('cleaning.not_yours', {
    fr: 'Seule la personne qui a demandé ce nettoyage peut s’en servir. Vous pouvez lancer le vôtre : `/nettoyer`.',
    en: 'Only whoever asked for this cleaning can use it. You can run your own: `/clean`.',
  });
export const tooLate = () =>
  new UserError('cleaning.too_late', {
    fr: 'Cet aperçu a plus de 15 minutes : d’autres messages sont arrivés depuis. Relancez `/nettoyer` pour en voir un nouveau.',
    en: 'This preview is more than 15 minutes old: other messages have come since. Run `/clean` again to see a new one.',
  });
export const isCancelled = () =>
  new UserError('cleaning.cancelled', {
    fr: 'Ce nettoyage a été annulé : rien n’a été retiré. Relancez `/nettoyer` si besoin.',
    en: 'This cleaning was cancelled: nothing was removed. Run `/clean` again if needed.',
  });
export const textGone = () =>
  new UserError('cleaning.text_gone', {
    fr: 'Le texte de ces messages n’est plus conservé : il l’est pendant 7 jours.',
    en: 'The text of these messages is no longer kept: it is kept for 7 days.',
  });
