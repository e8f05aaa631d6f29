import type { Text } from '../../../kernel/text.ts';
import type { DefaultKey } from '../rules/defaults.ts';

/** Names of the proposed rules, in the language of the server. */
export const defaults: Record<DefaultKey, Text> = {
  phishing: { fr: 'Arnaques et faux liens', en: 'Scams and false links' },
  spam: { fr: 'Publicité', en: 'Advertising' },
  job_spam: { fr: 'Fausses offres d’emploi', en: 'False job offers' },
  compromised: { fr: 'Compte sans doute volé', en: 'Account probably stolen' },
  flood: { fr: 'Rafales et répétitions', en: 'Bursts and repetitions' },
  crowd: { fr: 'Le même message par plusieurs comptes', en: 'The same message from several accounts' },
  everyone: { fr: 'Appels à tout le monde', en: 'Calls to everybody' },
  mentions: { fr: 'Trop de mentions', en: 'Too many mentions' },
  secrets: { fr: 'Jetons et clés publiés', en: 'Leaked tokens and keys' },
  invites: { fr: 'Invitations d’autres serveurs', en: 'Invites to other servers' },
  programs: { fr: 'Programmes joints', en: 'Attached programs' },
  archives: { fr: 'Archives de nouvelles personnes', en: 'Archives from newcomers' },
  shorteners: { fr: 'Liens raccourcis de nouvelles personnes', en: 'Shortened links from newcomers' },
  blocked: { fr: 'Sites bloqués', en: 'Blocked sites' },
  images: { fr: 'Images connues', en: 'Known images' },
  noise: { fr: 'Messages illisibles', en: 'Unreadable messages' },
  capitals: { fr: 'Longs messages en majuscules', en: 'Long messages in capitals' },
  insults: { fr: 'Insultes', en: 'Insults' },
  impostors: { fr: 'Noms qui imitent l’équipe', en: 'Names that imitate the team' },
  raid_links: { fr: 'Liens pendant une alerte', en: 'Links during an alert' },
  namesakes: { fr: 'Arrivées aux noms semblables', en: 'Joins with similar names' },
  automod: { fr: 'Interventions d’AutoMod', en: 'What AutoMod did' },
};
