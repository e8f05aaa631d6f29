import type { Text } from '../../../kernel/text.ts';

export const text = {
  feature: { fr: 'Les journaux du serveur', en: 'The logs of the server' },
  purpose: {
    fr: 'Savoir ce qui s’est passé quand une personne demande de l’aide. Les journaux ne parlent que des salons que tout le monde peut lire, ou toutes les personnes en formation ou alumni : jamais d’une promo, d’un mentorat, d’une candidature ni d’un fil privé. Ce qui s’y écrit n’est copié que si un journal des modifications ou des suppressions est actif.',
    en: 'To know what happened when somebody asks for help. Logs only tell of channels that everybody may read, or all learners or all alumni: never of a promo, of mentoring, of an application or of a private thread. What is written there is copied only while a log of edits or deletions is on.',
  },
  retention: {
    fr: 'Selon le journal : 30 jours au départ, et 7 jours pour ce qui est écrit dans les messages. L’équipe d’administration peut changer ces durées (un an et 30 jours au plus).',
    en: 'By log: 30 days to begin with, and 7 days for what messages say. Admins may change both (a year and 30 days at most).',
  },
  withoutContent: {
    fr: 'Journaux : les suppressions et les modifications sont notées sans le texte des messages.',
    en: 'Logs: deletions and edits are told without what the messages said.',
  },
  contentFix: {
    fr: 'Mettez `MESSAGE_CONTENT=on` dans la configuration et activez « Message Content Intent » dans le portail des développeurs de Discord ; ou arrêtez ces journaux : `/configurer journaux`.',
    en: 'Set `MESSAGE_CONTENT=on` in the configuration and switch on “Message Content Intent” in Discord’s developer portal; or stop these logs: `/setup logs`.',
  },
  unfit: (channelId: string): Text => ({
    fr: `Journaux : <#${channelId}> ne convient plus à un journal.`,
    en: `Logs: <#${channelId}> no longer suits a log.`,
  }),
} satisfies Record<string, Text | ((...values: never[]) => Text)>;
