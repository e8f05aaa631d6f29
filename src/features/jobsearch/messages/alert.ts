import { s, type Text, UserError } from '../../../kernel/text.ts';

const hourOf = (hour: number): Text => ({ fr: `${hour} h`, en: `${hour}:00` });

export const text = {
  command: { fr: 'Recevoir les nouvelles offres, ou voir vos alertes', en: 'Be told of new offers, or see your alerts' },
  whenOption: { fr: 'Tout de suite, ou un résumé par jour', en: 'At once, or one digest a day' },
  hourOption: { fr: 'Heure du résumé, de 0 à 23', en: 'Hour of the digest, from 0 to 23' },
  whens: {
    digest: { fr: 'Un résumé par jour', en: 'One digest a day' },
    immediate: { fr: 'Dès la publication', en: 'As soon as it is published' },
  },

  title: { fr: 'Mes alertes', en: 'My alerts' },
  explain: (most: number, mostImmediate: number): Text => ({
    fr: `Une alerte vous prévient en message privé des nouvelles offres. ${most} au plus. En résumé : un seul message par jour, et aucun quand il n’y a rien. Dès la publication : ${mostImmediate} messages par jour au plus, le reste dans le résumé du jour suivant.`,
    en: `An alert tells you of new offers in a direct message. At most ${most}. As a digest: one message a day, and none when there is nothing. As soon as published: at most ${mostImmediate} messages a day, the rest in the next digest.`,
  }),
  none: { fr: 'Vous n’avez aucune alerte : rien ne vous est envoyé.', en: 'You have no alert: nothing is sent to you.' },
  line: (number: number, what: string): Text => ({ fr: `**Alerte ${number}** : ${what}`, en: `**Alert ${number}**: ${what}` }),
  daily: (hour: number): Text => ({
    fr: `Un résumé par jour à ${hourOf(hour).fr}`,
    en: `One digest a day at ${hourOf(hour).en}`,
  }),
  immediate: { fr: 'Dès la publication', en: 'As soon as published' },
  isOff: { fr: 'Arrêtée', en: 'Off' },
  matching: (count: number, most: number): Text =>
    count === 0
      ? { fr: 'Aucune offre ouverte ne correspond aujourd’hui.', en: 'No open offer fits today.' }
      : {
          fr: `${count >= most ? `Plus de ${most}` : count} offre${s(count)} ouverte${s(count)} correspond${count > 1 ? 'ent' : ''} déjà : \`/offre chercher\` les montre.`,
          en: `${count >= most ? `More than ${most}` : count} open offer${s(count)} already fit${count > 1 ? '' : 's'}: \`/job search\` shows them.`,
        },
  unknownWord: (typed: string, words: readonly string[]): Text =>
    words.length > 0
      ? {
          fr: `Aucune offre n’a jamais contenu « ${typed} ». Vouliez-vous écrire : ${words.join(', ')} ?`,
          en: `No offer has had “${typed}” so far. Did you mean: ${words.join(', ')}?`,
        }
      : {
          fr: `Aucune offre n’a jamais contenu « ${typed} » : vérifiez l’orthographe.`,
          en: `No offer has had “${typed}” so far: please check the spelling.`,
        },
  created: { fr: 'Alerte créée.', en: 'Alert created.' },
  changed: { fr: 'Alerte modifiée.', en: 'Alert changed.' },
  deleted: { fr: 'Alerte supprimée.', en: 'Alert deleted.' },
  create: { fr: 'Créer une alerte', en: 'Create an alert' },
  createTitle: { fr: 'Créer une alerte', en: 'Create an alert' },
  editTitle: { fr: 'Modifier l’alerte', en: 'Change the alert' },
  edit: (number: number): Text => ({ fr: `Modifier la ${number}`, en: `Change ${number}` }),
  off: (number: number): Text => ({ fr: `Arrêter la ${number}`, en: `Switch ${number} off` }),
  on: (number: number): Text => ({ fr: `Reprendre la ${number}`, en: `Switch ${number} on` }),
  remove: (number: number): Text => ({ fr: `Supprimer la ${number}`, en: `Delete ${number}` }),
  when: (number: number): Text => ({ fr: `Alerte ${number} : quand vous prévenir ?`, en: `Alert ${number}: when to tell you?` }),
  atHour: (hour: number): Text => ({ fr: `Chaque jour à ${hourOf(hour).fr}`, en: `Every day at ${hourOf(hour).en}` }),

  toldOne: { fr: 'Une nouvelle offre correspond à votre alerte', en: 'A new offer fits your alert' },
  toldMany: (count: number): Text => ({
    fr: `${count} nouvelle${s(count)} offre${s(count)} pour vous`,
    en: `${count} new offer${s(count)} for you`,
  }),
  more: (count: number): Text => ({
    fr: `… et ${count} de plus : \`/offre chercher\` les montre sur le serveur.`,
    en: `… and ${count} more: \`/job search\` shows them on the server.`,
  }),
  why: (what: string): Text => ({
    fr: `Vous recevez ce message pour votre alerte : ${what}. Un clic l’arrête.`,
    en: `You get this message because of your alert: ${what}. One click stops it.`,
  }),
  whyMany: (what: string): Text => ({
    fr: `Vous recevez ce message pour vos alertes : ${what}. Un clic arrête chacune.`,
    en: `You get this message because of your alerts: ${what}. One click stops each.`,
  }),
  stop: { fr: 'Arrêter cette alerte', en: 'Stop this alert' },
  stopOne: (what: string): Text => ({ fr: `Arrêter : ${what}`, en: `Stop: ${what}` }),
  stopped: (what: string): Text => ({
    fr: `L’alerte « ${what} » est arrêtée : elle ne vous enverra plus rien. Elle est supprimée dans 30 jours si vous ne la reprenez pas.`,
    en: `The alert “${what}” is off: it sends you nothing more. It is deleted in 30 days unless you switch it on again.`,
  }),
  resumed: (what: string): Text => ({ fr: `L’alerte « ${what} » reprend.`, en: `The alert “${what}” is on again.` }),
  resume: { fr: 'La reprendre', en: 'Switch it on again' },
  read: { fr: 'Lire l’offre', en: 'Read the offer' },
  readAll: { fr: 'Lire les offres', en: 'Read the offers' },
  threadName: (name: string): Text => ({ fr: `Alertes de ${name}`, en: `Alerts of ${name}` }),
};

export const tooManyAlerts = () =>
  new UserError('jobsearch.too_many_alerts', {
    fr: 'Vous avez déjà trois alertes, le maximum. Modifiez-en une ou supprimez-en une avec `/offre alerte`.',
    en: 'You already have three alerts, the most there may be. Change or delete one with `/job alert`.',
  });

export const emptyAlert = () =>
  new UserError('jobsearch.empty_alert', {
    fr: 'Cette alerte n’a aucun critère : elle vous enverrait toutes les offres. Donnez au moins un mot, un contrat, un lieu, le télétravail ou un niveau.',
    en: 'This alert asks for nothing: it would send you every offer. Give at least a word, a contract, a place, remote work or a level.',
  });

export const unknownAlert = () =>
  new UserError('jobsearch.unknown_alert', {
    fr: 'Cette alerte n’existe plus : elle ne vous enverra rien. `/offre alerte` montre les vôtres.',
    en: 'This alert no longer exists and sends you nothing. `/job alert` shows yours.',
  });
