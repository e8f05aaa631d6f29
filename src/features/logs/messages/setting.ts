import type { LogKind } from '../../../kernel/log.ts';
import { type Text, UserError } from '../../../kernel/text.ts';

export const kindNames = {
  deletions: { fr: 'Messages supprimés', en: 'Deleted messages' },
  edits: { fr: 'Messages modifiés', en: 'Edited messages' },
  members: { fr: 'Arrivées et départs', en: 'Arrivals and departures' },
  roles: { fr: 'Rôles et noms', en: 'Roles and names' },
  voice: { fr: 'Salons vocaux', en: 'Voice channels' },
} as const satisfies Record<LogKind, Text>;

const days = (count: number): Text => ({ fr: `${count} jour${count > 1 ? 's' : ''}`, en: `${count} day${count > 1 ? 's' : ''}` });

export const text = {
  command: {
    fr: 'Choisir où le serveur tient ses journaux, et combien de temps',
    en: 'Choose where the server keeps its logs, and for how long',
  },
  kindOption: { fr: 'Quel journal', en: 'Which log' },
  channelOption: { fr: 'Où l’écrire : un salon réservé à la modération', en: 'Where to write it: a channel for moderators only' },
  daysOption: { fr: 'Combien de jours le garder (30 au départ)', en: 'For how many days to keep it (30 to begin with)' },
  textOption: {
    fr: 'Combien de jours garder le texte des messages (7 au départ)',
    en: 'For how many days to keep what messages said (7 to begin with)',
  },
  title: { fr: 'Journaux du serveur', en: 'Logs of the server' },
  intro: {
    fr: 'Un journal n’existe que si vous lui donnez un salon. Il ne parle que de ce que tout le monde peut lire, jamais d’une promo, d’un mentorat ou d’un fil privé.',
    en: 'A log exists only if you give it a channel. It only tells of what everybody may read, never of a promo, of mentoring or of a private thread.',
  },
  off: { fr: 'désactivé', en: 'off' },
  choose: { fr: 'Régler un journal', en: 'Set a log' },
  formTitle: { fr: 'Régler un journal', en: 'Set a log' },
  channelLabel: { fr: 'Salon (vide : pas de journal)', en: 'Channel (empty: no log)' },
  channelHelp: {
    fr: 'Réservé à la modération : personne d’autre ne doit le voir.',
    en: 'For moderators only: nobody else should see it.',
  },
  daysLabel: { fr: 'Jours de conservation (1 à 365)', en: 'Days kept (1 to 365)' },
  textLabel: { fr: 'Jours pour le texte des messages (1 à 30)', en: 'Days for what messages said (1 to 30)' },
  textHelp: { fr: 'Pour les messages supprimés ou modifiés seulement.', en: 'For deleted or edited messages only.' },
  ignoredLabel: { fr: 'Salons à ignorer', en: 'Channels to ignore' },
  contentOff: {
    fr: 'Le texte des messages n’est pas lu sur cette installation (`MESSAGE_CONTENT=off`) : les messages supprimés ou modifiés sont notés sans leur texte.',
    en: 'This installation does not read what messages say (`MESSAGE_CONTENT=off`): deleted or edited messages are told without their text.',
  },
  saved: (kind: LogKind, channelId: string): Text => ({
    fr: `Journal « ${kindNames[kind].fr} » : il s’écrit dans <#${channelId}>.`,
    en: `Log “${kindNames[kind].en}”: it is written in <#${channelId}>.`,
  }),
  stopped: (kind: LogKind): Text => ({
    fr: `Journal « ${kindNames[kind].fr} » désactivé. Ce qu’il a déjà écrit sera retiré à la date prévue.`,
    en: `Log “${kindNames[kind].en}” is off. What it wrote already goes when it was due to.`,
  }),
  on: (channelId: string, kept: number, ofText: number | null, ignored: number): Text => {
    const [whole, part] = [days(kept), days(ofText ?? 0)];
    return {
      fr: `<#${channelId}> · ${whole.fr}${ofText === null ? '' : `, texte ${part.fr}`}${ignored > 0 ? ` · ${ignored} ${ignored > 1 ? 'salons ignorés' : 'salon ignoré'}` : ''}`,
      en: `<#${channelId}> · ${whole.en}${ofText === null ? '' : `, text ${part.en}`}${ignored > 0 ? ` · ${ignored} ${ignored > 1 ? 'channels ignored' : 'channel ignored'}` : ''}`,
    };
  },
} satisfies Record<string, Text | ((...values: never[]) => Text)>;

export const permissionNames = {
  ViewChannel: { fr: 'Voir le salon', en: 'View Channel' },
  SendMessages: { fr: 'Envoyer des messages', en: 'Send Messages' },
  EmbedLinks: { fr: 'Intégrer des liens', en: 'Embed Links' },
  AttachFiles: { fr: 'Joindre des fichiers', en: 'Attach Files' },
  ReadMessageHistory: { fr: 'Voir les anciens messages', en: 'Read Message History' },
} as const satisfies Record<string, Text>;

export const noChannelYet = () =>
  new UserError('logs.no_channel', {
    fr: 'Ce journal n’a pas encore de salon. Choisissez-en un avec l’option `salon`.',
    en: 'This log has no channel yet. Choose one with the option `channel`.',
  });
export const badDays = () =>
  new UserError('logs.bad_days', {
    fr: 'Le texte des messages ne peut pas être gardé plus longtemps que le journal lui-même. Le journal se garde de 1 à 365 jours, le texte de 1 à 30 jours.',
    en: 'What messages said cannot be kept for longer than the log itself. A log is kept for 1 to 365 days, the text for 1 to 30 days.',
  });
export const isPublicChannel = (channelId: string) =>
  new UserError('logs.public_channel', {
    fr: `Tout le monde peut lire <#${channelId}> : un journal y montrerait ce que des personnes ont voulu retirer. Choisissez un salon réservé à la modération.`,
    en: `Everybody may read <#${channelId}>: a log would show there what people meant to take back. Choose a channel for moderators only.`,
  });
export const isSeenChannel = (channelId: string, roleId: string) =>
  new UserError('logs.seen_channel', {
    fr: `Les personnes qui ont le rôle <@&${roleId}> peuvent lire <#${channelId}> : un journal y montrerait ce que d’autres ont voulu retirer. Choisissez un salon réservé à la modération, ou retirez-lui ce rôle.`,
    en: `People with the role <@&${roleId}> may read <#${channelId}>: a log would show there what others meant to take back. Choose a channel for moderators only, or take that role from it.`,
  });
export const notWritable = (channelId: string, missing: readonly (keyof typeof permissionNames)[]) => {
  const list = (locale: 'fr' | 'en') => missing.map((name) => permissionNames[name][locale]).join(', ');
  return new UserError('logs.not_writable', {
    fr: `Je ne peux pas écrire dans <#${channelId}> : il me manque ${list('fr')}. Donnez-moi ces permissions dans ce salon, puis recommencez.`,
    en: `I cannot write in <#${channelId}>: I lack ${list('en')}. Give me these permissions in that channel, then try again.`,
  });
};
export const notText = () =>
  new UserError('logs.not_text', {
    fr: 'Un journal s’écrit dans un salon textuel de ce serveur. Choisissez-en un dans la liste.',
    en: 'A log is written in a text channel of this server. Choose one from the list.',
  });
export const needsKind = () =>
  new UserError('logs.needs_kind', {
    fr: 'Dites quel journal régler avec l’option `journal`, ou lancez la commande seule pour tout voir.',
    en: 'Say which log to set with the option `log`, or run the command alone to see all of them.',
  });
