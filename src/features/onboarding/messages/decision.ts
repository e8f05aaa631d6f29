import { roleNames } from '../../../kernel/role.ts';
import { type Text, UserError } from '../../../kernel/text.ts';

/** What a decision could not do; said on the card. `role:…` names the role of the bot. */
export type Shortfall = 'nickname' | 'untold' | 'left' | `role:${string}`;

/** Of a key that is no more, an old card shows the key. */
const namesByKey: Readonly<Record<string, Text | undefined>> = roleNames;

export const text = {
  card: (id: number): Text => ({ fr: `Demande d’identification n° ${id}`, en: `Identification request no. ${id}` }),
  kind: { fr: 'Situation', en: 'Situation' },
  status: { fr: 'État', en: 'Status' },
  sent: { fr: 'Envoyée', en: 'Sent' },
  pending: { fr: 'À traiter', en: 'To be decided' },
  asked: { fr: 'En attente d’une précision de la personne', en: 'Waiting for details from the person' },
  accepted: (by: string, when: string): Text => ({ fr: `Acceptée par ${by}, ${when}`, en: `Accepted by ${by}, ${when}` }),
  acceptedByCode: (by: string, when: string): Text => ({
    fr: `Acceptée ${when} par un code de la liste de sa promo, importée par ${by}`,
    en: `Accepted ${when} by a code of the list of their promo, imported by ${by}`,
  }),
  refused: (by: string, when: string): Text => ({ fr: `Refusée par ${by}, ${when}`, en: `Refused by ${by}, ${when}` }),
  withdrawn: (when: string): Text => ({
    fr: `Annulée ${when} : la personne a retiré sa demande`,
    en: `Cancelled ${when}: the person withdrew it`,
  }),
  abandoned: (when: string): Text => ({
    fr: `Annulée ${when} : la personne a quitté le serveur`,
    en: `Cancelled ${when}: the person left the server`,
  }),
  someone: { fr: 'une personne dont les données sont effacées', en: 'a person whose data was erased' },
  question: { fr: 'Précision demandée', en: 'What was asked' },
  answer: { fr: 'Réponse de la personne', en: 'Answer of the person' },
  reason: { fr: 'Motif', en: 'Reason' },
  shortfalls: { fr: 'Ce qui n’a pas pu être fait', en: 'What could not be done' },
  nickname: {
    fr: 'Pseudo inchangé : Discord ne laisse pas le bot renommer une personne placée au-dessus de lui, ni la personne à qui le serveur appartient.',
    en: 'Nickname unchanged: Discord lets the bot rename neither a person placed above it nor the owner of the server.',
  },
  untold: {
    fr: 'La personne n’a pas pu être prévenue : ses messages privés sont fermés, et le salon d’accueil n’a pas pu servir.',
    en: 'The person could not be told: their direct messages are closed, and the welcome channel could not be used.',
  },
  left: {
    fr: 'La personne a quitté le serveur ; si elle revient, ses rôles lui seront donnés.',
    en: 'The person left the server; if they come back, they will be given their roles.',
  },
  role: (key: string): Text => ({
    fr: `Rôle « ${namesByKey[key]?.fr ?? key} » inchangé : il n’est pas réglé, ou il est placé au-dessus du bot. L’administration du serveur peut lancer \`/diagnostic\`, qui dit comment y remédier.`,
    en: `Role “${namesByKey[key]?.en ?? key}” unchanged: it is not bound, or it is placed above the bot. The server’s administrators can run \`/diagnostic\`, which says how to mend it.`,
  }),

  approve: { fr: 'Accepter', en: 'Accept' },
  refuse: { fr: 'Refuser', en: 'Refuse' },
  ask: { fr: 'Demander une précision', en: 'Ask for details' },
  address: { fr: 'Voir l’adresse', en: 'See the address' },
  kindHelp: {
    fr: 'Une erreur ? Changez-la dans le menu ci-dessous avant d’accepter.',
    en: 'A mistake? Change it in the menu below before you accept.',
  },
  changeKind: { fr: 'Changer la situation avant d’accepter', en: 'Change the situation before accepting' },
  refusalTitle: { fr: 'Refuser la demande', en: 'Refuse the request' },
  reasonLabel: { fr: 'Motif', en: 'Reason' },
  reasonHelp: { fr: 'La personne le lira tel quel.', en: 'The person will read it as it is.' },
  questionTitle: { fr: 'Demander une précision', en: 'Ask for details' },
  questionLabel: { fr: 'Ce qu’il faut préciser', en: 'What you need to know' },

  approved: (name: string): Text => ({
    fr: `Demande de ${name} acceptée. Les rôles, le pseudo et le message suivent ; la carte dira ce qui n’a pas pu être fait.`,
    en: `Request of ${name} accepted. The roles, nickname and message follow; the card will tell what could not be done.`,
  }),
  approvedWithoutCard: (name: string): Text => ({
    fr: `Demande de ${name} acceptée. Les rôles, le pseudo et le message suivent. Aucun salon des demandes n’est réglé : l’administration du serveur verra avec \`/diagnostic\` ce qui n’a pas pu être fait.`,
    en: `Request of ${name} accepted. The roles, nickname and message follow. No requests channel is set: the server’s administrators can run \`/diagnostic\`, which tells what could not be done.`,
  }),
  approvedWithoutRole: (name: string, role: Text): Text => ({
    fr: `Demande de ${name} acceptée, mais ses espaces restent fermés : le rôle « ${role.fr} » n’est pas réglé. Demandez à l’administration du serveur de le régler avec \`/diagnostic\` ; ${name} le recevra aussitôt, sans rien redemander.`,
    en: `Request of ${name} accepted, but their spaces stay closed: the role “${role.en}” is not bound. Ask the server’s administrators to bind it with \`/diagnostic\`; ${name} will be given it at once, without asking again.`,
  }),
  refusalSaved: (name: string): Text => ({
    fr: `Demande de ${name} refusée. La personne est prévenue du motif et peut recommencer.`,
    en: `Request of ${name} refused. The person is told the reason and can try again.`,
  }),
  questionSaved: (name: string): Text => ({
    fr: `Question envoyée à ${name}. La demande revient ici dès sa réponse.`,
    en: `Question sent to ${name}. The request comes back here as soon as they answer.`,
  }),
  kindSaved: (name: string, kind: Text): Text => ({
    fr: `Situation de ${name} : ${kind.fr}. Reste à accepter la demande.`,
    en: `Situation of ${name}: ${kind.en}. The request is still to be accepted.`,
  }),
  addressOf: (name: string, email: string): Text => ({
    fr: `Adresse de ${name} : ${email}`,
    en: `Address of ${name}: ${email}`,
  }),
  others: (count: number): Text => ({
    fr: count > 1 ? `Voir les ${count} demandes en attente` : 'Voir la demande en attente',
    en: count > 1 ? `See the ${count} waiting requests` : 'See the waiting request',
  }),
  /** `asked`: those that staff asked something about. */
  waiting: (pending: number, asked: number): Text => ({
    fr: [
      ...(pending > 0
        ? [pending > 1 ? `${pending} demandes d’identification à traiter.` : '1 demande d’identification à traiter.']
        : []),
      ...(asked > 0 ? [`${asked} en attente de la réponse de la personne.`] : []),
    ].join(' '),
    en: [
      ...(pending > 0
        ? [pending > 1 ? `${pending} identification requests to decide.` : '1 identification request to decide.']
        : []),
      ...(asked > 0 ? [`${asked} waiting for the person’s answer.`] : []),
    ].join(' '),
  }),
  ofPerson: {
    draft: (): Text => ({
      fr: 'Présentation commencée, pas encore envoyée.',
      en: 'Introduction begun, not sent yet.',
    }),
    pending: (id: number, when: string): Text => ({
      fr: `Demande n° ${id} envoyée le ${when}, à traiter.`,
      en: `Request no. ${id} sent on ${when}, to be decided.`,
    }),
    asked: (id: number, when: string): Text => ({
      fr: `Demande n° ${id} envoyée le ${when}, en attente d’une précision de la personne.`,
      en: `Request no. ${id} sent on ${when}, waiting for details from the person.`,
    }),
  },
  see: { fr: 'Voir la demande', en: 'See the request' },
  position: (at: number, total: number): Text => ({ fr: `Demande ${at} sur ${total}`, en: `Request ${at} of ${total}` }),
  previous: { fr: 'Précédente', en: 'Previous' },
  next: { fr: 'Suivante', en: 'Next' },
  noneWaiting: {
    fr: 'Aucune demande n’attend : tout le monde a sa réponse.',
    en: 'No request is waiting: everybody has their answer.',
  },
  late: (count: number): Text => ({
    fr:
      count > 1
        ? `${count} demandes d’identification attendent une réponse depuis plus de 24 heures.`
        : '1 demande d’identification attend une réponse depuis plus de 24 heures.',
    en:
      count > 1
        ? `${count} identification requests have been waiting for an answer for more than 24 hours.`
        : '1 identification request has been waiting for an answer for more than 24 hours.',
  }),
  number: (id: number): Text => ({ fr: `n° ${id}`, en: `no. ${id}` }),
  andOthers: (count: number): Text => ({
    fr: count > 1 ? `- et ${count} autres` : '- et 1 autre',
    en: count > 1 ? `- and ${count} others` : '- and 1 other',
  }),
  answered: (id: number): Text => ({
    fr: `La demande d’identification n° ${id} a reçu la réponse que vous attendiez : elle est de nouveau à traiter.`,
    en: `Identification request no. ${id} has the answer that you were waiting for: it is to be decided again.`,
  }),
  openCard: { fr: 'Aller à la demande', en: 'Go to the request' },

  topicWelcome: { fr: 'Premiers pas : présentez-vous ici.', en: 'First steps: introduce yourself here.' },
  topicRequests: { fr: 'Demandes d’identification à traiter par l’équipe.', en: 'Identification requests for the staff.' },
};

/** One line of the card for each thing that could not be done. */
export function shortfallText(shortfall: string): Text {
  if (shortfall === 'nickname' || shortfall === 'untold' || shortfall === 'left') return text[shortfall];
  return text.role(shortfall.replace(/^role:/, ''));
}

export const unknownRequest = () =>
  new UserError('onboarding.unknown_request', {
    fr: 'Cette demande n’existe pas, ou n’existe plus. Ouvrez `/accueil` pour voir celles qui attendent.',
    en: 'This request does not exist, or no longer does. Open `/home` to see those that wait.',
  });

export const ownRequest = () =>
  new UserError('onboarding.own_request', {
    fr: 'C’est votre propre demande : quelqu’un d’autre de l’équipe doit en décider.',
    en: 'This is your own request: somebody else of the staff must decide it.',
  });

const words = {
  accepted: { fr: 'acceptée', en: 'accepted' },
  refused: { fr: 'refusée', en: 'refused' },
} satisfies Record<string, Text>;

export const alreadyDecided = (status: keyof typeof words, by: string | null) =>
  new UserError('onboarding.already_decided', {
    fr: `Cette demande est déjà ${words[status].fr}${by ? ` par <@${by}>` : ''}. Rien n’a changé.`,
    en: `This request is already ${words[status].en}${by ? ` by <@${by}>` : ''}. Nothing has changed.`,
  });

export const changedSince = () =>
  new UserError('onboarding.changed', {
    fr: 'Cette demande a changé depuis que vous l’avez lue. Relisez-la, à jour, dans le salon des demandes ou dans `/accueil`, puis décidez.',
    en: 'This request has changed since you read it. Read it again, up to date, in the requests channel or in `/home`, then decide.',
  });

export const notWaiting = () =>
  new UserError('onboarding.not_waiting', {
    fr: 'Cette demande n’attend plus de réponse : la personne l’a retirée ou a quitté le serveur.',
    en: 'This request no longer waits for an answer: the person withdrew it or left the server.',
  });
