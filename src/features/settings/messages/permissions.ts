import type { PermissionName } from '../../../kernel/feature.ts';
import type { Text } from '../../../kernel/text.ts';

/** Permissions as Discord's own settings call them in each language, so that people find the switch. */
const names: Partial<Record<PermissionName, Text>> = {
  Administrator: { fr: 'Administrateur', en: 'Administrator' },
  AddReactions: { fr: 'Ajouter des réactions', en: 'Add Reactions' },
  AttachFiles: { fr: 'Joindre des fichiers', en: 'Attach Files' },
  BanMembers: { fr: 'Bannir des membres', en: 'Ban Members' },
  Connect: { fr: 'Se connecter', en: 'Connect' },
  CreateInstantInvite: { fr: 'Créer une invitation', en: 'Create Invite' },
  CreatePrivateThreads: { fr: 'Créer des fils privés', en: 'Create Private Threads' },
  CreatePublicThreads: { fr: 'Créer des fils publics', en: 'Create Public Threads' },
  EmbedLinks: { fr: 'Intégrer des liens', en: 'Embed Links' },
  KickMembers: { fr: 'Expulser des membres', en: 'Kick Members' },
  ManageChannels: { fr: 'Gérer les salons', en: 'Manage Channels' },
  ManageEvents: { fr: 'Gérer les événements', en: 'Manage Events' },
  ManageGuild: { fr: 'Gérer le serveur', en: 'Manage Server' },
  ManageMessages: { fr: 'Gérer les messages', en: 'Manage Messages' },
  ManageNicknames: { fr: 'Gérer les pseudos', en: 'Manage Nicknames' },
  ManageRoles: { fr: 'Gérer les rôles', en: 'Manage Roles' },
  ManageThreads: { fr: 'Gérer les fils', en: 'Manage Threads' },
  ManageWebhooks: { fr: 'Gérer les webhooks', en: 'Manage Webhooks' },
  MentionEveryone: { fr: 'Mentionner @everyone, @here et tous les rôles', en: 'Mention @everyone, @here and All Roles' },
  ModerateMembers: { fr: 'Exclure temporairement des membres', en: 'Timeout Members' },
  MoveMembers: { fr: 'Déplacer des membres', en: 'Move Members' },
  MuteMembers: { fr: 'Rendre les membres muets', en: 'Mute Members' },
  PinMessages: { fr: 'Épingler des messages', en: 'Pin Messages' },
  ReadMessageHistory: { fr: 'Voir les anciens messages', en: 'Read Message History' },
  SendMessages: { fr: 'Envoyer des messages', en: 'Send Messages' },
  SendMessagesInThreads: { fr: 'Envoyer des messages dans les fils', en: 'Send Messages in Threads' },
  Speak: { fr: 'Parler', en: 'Speak' },
  Stream: { fr: 'Vidéo', en: 'Video' },
  UseExternalEmojis: { fr: 'Utiliser des émojis externes', en: 'Use External Emoji' },
  UseVAD: { fr: 'Utiliser la détection de la voix', en: 'Use Voice Activity' },
  ViewAuditLog: { fr: 'Voir les logs du serveur', en: 'View Audit Log' },
  ViewChannel: { fr: 'Voir les salons', en: 'View Channels' },
};

const nameOf = (permission: string): Text => names[permission as PermissionName] ?? { fr: permission, en: permission };

/** « Gérer les rôles », « Voir les salons » */
export const permissionList = (permissions: readonly string[]): Text => ({
  fr: permissions.map((permission) => `« ${nameOf(permission).fr} »`).join(', '),
  en: permissions.map((permission) => `“${nameOf(permission).en}”`).join(', '),
});
