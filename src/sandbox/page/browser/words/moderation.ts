import type { AuditKind, AuditView, Sanction } from '../../wire.ts';

/** The words of timeouts, sanctions, AutoMod and the audit log. */

type Told = Pick<AuditView, 'by' | 'target' | 'channel' | 'count' | 'added' | 'removed' | 'rule'> & { until: string };

const untold: Told = { by: '', target: '', channel: '', count: 1, added: [], removed: [], rule: '', until: '' };

const durations = [
  { seconds: 60, fr: '60 secondes', en: '60 seconds' },
  { seconds: 300, fr: '5 minutes', en: '5 minutes' },
  { seconds: 600, fr: '10 minutes', en: '10 minutes' },
  { seconds: 3_600, fr: '1 heure', en: '1 hour' },
  { seconds: 86_400, fr: '1 jour', en: '1 day' },
  { seconds: 604_800, fr: '1 semaine', en: '1 week' },
];

const histories = [
  { seconds: 0, fr: 'Ne rien supprimer', en: 'Don’t delete any' },
  { seconds: 3_600, fr: 'De la dernière heure', en: 'Previous hour' },
  { seconds: 86_400, fr: 'Des dernières 24 heures', en: 'Previous 24 hours' },
  { seconds: 604_800, fr: 'Des 7 derniers jours', en: 'Previous 7 days' },
];

/** Seconds of each choice; `words.timeoutFor` and `words.deletedSince` name it by its place. */
export const timeoutSeconds = durations.map(({ seconds }) => seconds);
export const deletedSeconds = histories.map(({ seconds }) => seconds);

const toldInFrench: Record<AuditKind, (told: Told) => string> = {
  guild: ({ by }) => `${by} a modifié les réglages du serveur.`,
  channelCreate: ({ by, target }) => `${by} a créé le salon ${target}.`,
  channelUpdate: ({ by, target }) => `${by} a modifié le salon ${target}.`,
  channelDelete: ({ by, target }) => `${by} a supprimé le salon ${target}.`,
  overwrites: ({ by, target }) => `${by} a changé les permissions du salon ${target}.`,
  kick: ({ by, target }) => `${by} a expulsé ${target}.`,
  ban: ({ by, target }) => `${by} a banni ${target}.`,
  unban: ({ by, target }) => `${by} a révoqué le bannissement de ${target}.`,
  member: ({ by, target }) => `${by} a modifié le profil de ${target}.`,
  timeout: ({ by, target, until }) => `${by} a exclu temporairement ${target}, jusqu’au ${until}.`,
  timeoutEnd: ({ by, target }) => `${by} a mis fin à l’exclusion temporaire de ${target}.`,
  roles: ({ by, target, added, removed }) =>
    [
      `${by} a modifié les rôles de ${target} :`,
      ...added.map((name) => `ajout de ${name}`),
      ...removed.map((name) => `retrait de ${name}`),
    ]
      .join(', ')
      .replace(':,', ':')
      .concat('.'),
  voiceMove: ({ by }) => `${by} a déplacé quelqu’un vers un autre salon vocal.`,
  voiceLeave: ({ by }) => `${by} a déconnecté quelqu’un d’un salon vocal.`,
  roleCreate: ({ by, target }) => `${by} a créé le rôle ${target}.`,
  roleUpdate: ({ by, target }) => `${by} a modifié le rôle ${target}.`,
  roleDelete: ({ by, target }) => `${by} a supprimé le rôle ${target}.`,
  inviteCreate: ({ by, target }) => `${by} a créé l’invitation ${target}.`,
  inviteDelete: ({ by, target }) => `${by} a supprimé l’invitation ${target}.`,
  messageDelete: ({ by, target, channel, count }) =>
    count > 1
      ? `${by} a supprimé ${count} messages de ${target} dans #${channel}.`
      : `${by} a supprimé un message de ${target} dans #${channel}.`,
  bulkDelete: ({ by, target, count }) => `${by} a supprimé ${count} messages d’un coup dans #${target}.`,
  pin: ({ by, target, channel }) => `${by} a épinglé un message de ${target} dans #${channel}.`,
  unpin: ({ by, target, channel }) => `${by} a désépinglé un message de ${target} dans #${channel}.`,
  threadCreate: ({ by, target }) => `${by} a créé le fil ${target}.`,
  threadUpdate: ({ by, target }) => `${by} a modifié le fil ${target}.`,
  threadDelete: ({ by, target }) => `${by} a supprimé le fil ${target}.`,
  ruleCreate: ({ by, target }) => `${by} a créé la règle AutoMod ${target}.`,
  ruleUpdate: ({ by, target }) => `${by} a modifié la règle AutoMod ${target}.`,
  ruleDelete: ({ by, target }) => `${by} a supprimé la règle AutoMod ${target}.`,
  blocked: ({ target, channel, rule }) => `AutoMod a bloqué un message de ${target} dans #${channel} (règle ${rule}).`,
  flagged: ({ target, rule }) => `AutoMod a signalé ${target} à l’équipe (règle ${rule}).`,
  silenced: ({ target, rule }) => `AutoMod a exclu temporairement ${target} (règle ${rule}).`,
  quarantined: ({ target, rule }) => `AutoMod a refusé le nom de ${target} (règle ${rule}).`,
  other: ({ by }) => `${by} a fait une autre action.`,
};

const toldInEnglish: Record<AuditKind, (told: Told) => string> = {
  guild: ({ by }) => `${by} updated the settings of the server.`,
  channelCreate: ({ by, target }) => `${by} created the channel ${target}.`,
  channelUpdate: ({ by, target }) => `${by} updated the channel ${target}.`,
  channelDelete: ({ by, target }) => `${by} deleted the channel ${target}.`,
  overwrites: ({ by, target }) => `${by} changed the permissions of the channel ${target}.`,
  kick: ({ by, target }) => `${by} kicked ${target}.`,
  ban: ({ by, target }) => `${by} banned ${target}.`,
  unban: ({ by, target }) => `${by} unbanned ${target}.`,
  member: ({ by, target }) => `${by} updated ${target}.`,
  timeout: ({ by, target, until }) => `${by} timed out ${target}, until ${until}.`,
  timeoutEnd: ({ by, target }) => `${by} removed the timeout of ${target}.`,
  roles: ({ by, target, added, removed }) =>
    [
      `${by} updated the roles of ${target}:`,
      ...added.map((name) => `${name} added`),
      ...removed.map((name) => `${name} removed`),
    ]
      .join(', ')
      .replace(':,', ':')
      .concat('.'),
  voiceMove: ({ by }) => `${by} moved somebody to another voice channel.`,
  voiceLeave: ({ by }) => `${by} disconnected somebody from a voice channel.`,
  roleCreate: ({ by, target }) => `${by} created the role ${target}.`,
  roleUpdate: ({ by, target }) => `${by} updated the role ${target}.`,
  roleDelete: ({ by, target }) => `${by} deleted the role ${target}.`,
  inviteCreate: ({ by, target }) => `${by} created the invite ${target}.`,
  inviteDelete: ({ by, target }) => `${by} deleted the invite ${target}.`,
  messageDelete: ({ by, target, channel, count }) =>
    count > 1
      ? `${by} deleted ${count} messages by ${target} in #${channel}.`
      : `${by} deleted a message by ${target} in #${channel}.`,
  bulkDelete: ({ by, target, count }) => `${by} bulk deleted ${count} messages in #${target}.`,
  pin: ({ by, target, channel }) => `${by} pinned a message by ${target} in #${channel}.`,
  unpin: ({ by, target, channel }) => `${by} unpinned a message by ${target} in #${channel}.`,
  threadCreate: ({ by, target }) => `${by} created the thread ${target}.`,
  threadUpdate: ({ by, target }) => `${by} updated the thread ${target}.`,
  threadDelete: ({ by, target }) => `${by} deleted the thread ${target}.`,
  ruleCreate: ({ by, target }) => `${by} created the AutoMod rule ${target}.`,
  ruleUpdate: ({ by, target }) => `${by} updated the AutoMod rule ${target}.`,
  ruleDelete: ({ by, target }) => `${by} deleted the AutoMod rule ${target}.`,
  blocked: ({ target, channel, rule }) => `AutoMod blocked a message by ${target} in #${channel} (rule ${rule}).`,
  flagged: ({ target, rule }) => `AutoMod alerted the team about ${target} (rule ${rule}).`,
  silenced: ({ target, rule }) => `AutoMod timed out ${target} (rule ${rule}).`,
  quarantined: ({ target, rule }) => `AutoMod refused the name of ${target} (rule ${rule}).`,
  other: ({ by }) => `${by} did something else.`,
};

const titlesInFrench: Record<Sanction, (name: string) => string> = {
  timeout: (name) => `Exclure temporairement ${name}`,
  timeoutEnd: (name) => `Mettre fin à l’exclusion de ${name}`,
  kick: (name) => `Expulser ${name}`,
  ban: (name) => `Bannir ${name}`,
  unban: (name) => `Révoquer le bannissement de ${name}`,
};

const titlesInEnglish: Record<Sanction, (name: string) => string> = {
  timeout: (name) => `Timeout ${name}`,
  timeoutEnd: (name) => `Remove Timeout from ${name}`,
  kick: (name) => `Kick ${name}`,
  ban: (name) => `Ban ${name}`,
  unban: (name) => `Revoke Ban of ${name}`,
};

export const moderationInFrench = {
  timedOut: (until: string) =>
    `Exclusion temporaire jusqu’au ${until}. D’ici là vous pouvez lire, mais ni écrire, ni réagir, ni utiliser de bouton sur ce serveur.`,
  timedOutMember: (until: string) => `exclusion temporaire jusqu’au ${until}`,
  nameRefused: 'AutoMod n’accepte pas votre nom sur ce serveur : vous ne pouvez pas écrire tant qu’il n’a pas changé.',
  slowModeOn: (seconds: number) => `Mode lent : un message toutes les ${seconds} s.`,
  tooSoon: 'Le mode lent est activé dans ce salon : attendez un peu avant d’écrire à nouveau.',
  invitesPaused: (until: string) => `Les invitations sont suspendues jusqu’au ${until} : personne ne peut rejoindre le serveur.`,
  invitesPausedNow: 'Les invitations à ce serveur sont suspendues pour le moment. Réessayez plus tard.',
  dmsPaused: (until: string) => `Les messages privés entre membres sont suspendus jusqu’au ${until}.`,
  directRefused:
    'Votre message n’a pas été remis : cette personne n’accepte pas vos messages, ou vous n’avez aucun serveur en commun où ils sont permis.',
  writeTo: (name: string) => `Écrire à ${name}`,
  editMessage: 'Modifier le message',
  saveEdit: 'Enregistrer',
  sanction: (kind: Sanction, name: string) => (titlesInFrench[kind] ?? titlesInFrench.timeout)(name),
  timeoutLasts: 'Durée',
  timeoutFor: (index: number) => durations[index]?.fr ?? '',
  deleteHistory: 'Messages à supprimer',
  deletedSince: (index: number) => histories[index]?.fr ?? '',
  sanctionReason: 'Raison (facultative)',
  sanctionReasonHint: 'Elle figure dans le journal d’audit, que l’équipe peut lire.',
  auditLog: 'Journal d’audit',
  noAudit: 'Rien dans le journal pour le moment.',
  auditReason: (reason: string) => `Raison : ${reason}`,
  told: (kind: AuditKind, told: Partial<Told>) => (toldInFrench[kind] ?? toldInFrench.other)({ ...untold, ...told }),
  blockedMessage: 'AutoMod a bloqué ce message : personne d’autre ne le voit.',
  blockedReason: (explanation: string) => `L’équipe du serveur précise : ${explanation}`,
  blockedText: 'AutoMod a bloqué ce texte. Modifiez-le, puis réessayez.',
  alertBlocked: (name: string, channel: string) => `a bloqué un message de ${name} dans ${channel}`,
  alertFlagged: (name: string, channel: string) => `a signalé un message de ${name} dans ${channel}`,
  alertProfile: (name: string) => `a refusé le nom de ${name}`,
  alertKeyword: (keyword: string) => `Mot-clé : ${keyword}`,
  alertRule: (rule: string) => `Règle : ${rule}`,
};

export const moderationInEnglish: typeof moderationInFrench = {
  timedOut: (until) =>
    `You are timed out until ${until}. Until then you can read, but not write, react or use buttons on this server.`,
  timedOutMember: (until) => `timed out until ${until}`,
  nameRefused: 'AutoMod does not accept your name on this server: you cannot write until it has changed.',
  slowModeOn: (seconds) => `Slowmode: one message every ${seconds} s.`,
  tooSoon: 'Slowmode is on in this channel: wait a little before you write again.',
  invitesPaused: (until) => `Invites are paused until ${until}: nobody can join the server.`,
  invitesPausedNow: 'Invites to this server are paused for now. Try again later.',
  dmsPaused: (until) => `Direct messages between members are paused until ${until}.`,
  directRefused:
    'Your message could not be delivered: this person does not accept your messages, or you share no server where they are allowed.',
  writeTo: (name) => `Message ${name}`,
  editMessage: 'Edit Message',
  saveEdit: 'Save',
  sanction: (kind, name) => (titlesInEnglish[kind] ?? titlesInEnglish.timeout)(name),
  timeoutLasts: 'Duration',
  timeoutFor: (index) => durations[index]?.en ?? '',
  deleteHistory: 'Delete Message History',
  deletedSince: (index) => histories[index]?.en ?? '',
  sanctionReason: 'Reason (optional)',
  sanctionReasonHint: 'It stands in the audit log, which the team can read.',
  auditLog: 'Audit Log',
  noAudit: 'Nothing in the log yet.',
  auditReason: (reason) => `Reason: ${reason}`,
  told: (kind, told) => (toldInEnglish[kind] ?? toldInEnglish.other)({ ...untold, ...told }),
  blockedMessage: 'AutoMod blocked this message: nobody else sees it.',
  blockedReason: (explanation) => `The server’s team says: ${explanation}`,
  blockedText: 'AutoMod blocked this text. Change it, then try again.',
  alertBlocked: (name, channel) => `blocked a message by ${name} in ${channel}`,
  alertFlagged: (name, channel) => `flagged a message by ${name} in ${channel}`,
  alertProfile: (name) => `refused the name of ${name}`,
  alertKeyword: (keyword) => `Keyword: ${keyword}`,
  alertRule: (rule) => `Rule: ${rule}`,
};
