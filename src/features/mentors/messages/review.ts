import type { MentorEventKind, MentorPause } from '../../../../prisma/client/client.ts';
import { counted, s, type Text } from '../../../kernel/text.ts';

/** What staff read. */
export const text = {
  card: (name: string): Text => ({ fr: `Profil de mentor : ${name}`, en: `Mentor profile: ${name}` }),
  person: { fr: 'Personne', en: 'Person' },
  unknown: { fr: 'pas identifiée par l’équipe', en: 'not identified by staff' },
  gone: { fr: 'a quitté le serveur', en: 'has left the server' },
  state: { fr: 'État', en: 'State' },
  until: (at: string): Text => ({ fr: `jusqu’au ${at}`, en: `until ${at}` }),
  because: (cause: MentorPause): Text => causes[cause],
  since: { fr: 'Envoyé', en: 'Sent' },
  pairs: { fr: 'Binômes en cours', en: 'Pairs under way' },
  charter: { fr: 'Charte', en: 'Charter' },
  charterAgreed: (version: number, at: string): Text => ({
    fr: `version ${version}, acceptée le ${at}`,
    en: `version ${version}, agreed to on ${at}`,
  }),
  comment: { fr: 'Dernier mot de l’équipe', en: 'Last word of staff' },
  history: { fr: 'Historique', en: 'History' },
  attention: { fr: 'À savoir', en: 'To know' },
  roleMissing: {
    fr: 'Le rôle des mentors n’a pas pu être donné : voyez /diagnostic.',
    en: 'The role of mentors could not be given: see /diagnostic.',
  },
  untold: {
    fr: 'La personne n’a pas pu être prévenue : ses messages privés sont fermés. *Mon espace* le lui dira.',
    en: 'The person could not be told: their direct messages are closed. *Mon espace* will tell them.',
  },

  approve: { fr: 'Accepter', en: 'Approve' },
  ask: { fr: 'Demander une modification', en: 'Ask for a change' },
  refuse: { fr: 'Ne pas accepter', en: 'Do not accept' },
  remove: { fr: 'Mettre fin au mentorat', en: 'End the mentoring' },
  commentTitle: { fr: 'Demander une modification', en: 'Ask for a change' },
  commentLabel: { fr: 'Que faut-il modifier ?', en: 'What is to be changed?' },
  told: { fr: 'La personne lit ce texte tel quel.', en: 'The person reads this text as it is.' },
  refusalTitle: { fr: 'Ne pas accepter ce profil', en: 'Do not accept this profile' },
  reasonLabel: { fr: 'Pourquoi ?', en: 'Why?' },
  removalTitle: { fr: 'Mettre fin au mentorat', en: 'End the mentoring' },
  reasonHelp: {
    fr: 'La personne le lit tel quel. Ses binômes en cours, s’il y en a, s’arrêtent.',
    en: 'The person reads it as it is. Their pairs, if any, end.',
  },
  approved: (who: string, until: string): Text => ({
    fr: `${who} est mentor jusqu’au ${until} : un message le lui dit.`,
    en: `${who} is a mentor until ${until}, and is told by a message.`,
  }),
  asked: (who: string): Text => ({ fr: `${who} reçoit votre demande.`, en: `${who} gets your request.` }),
  refused: (who: string): Text => ({
    fr: `${who} reçoit votre réponse, et peut corriger son profil.`,
    en: `${who} gets your answer, and may correct the profile.`,
  }),
  removed: (who: string): Text => ({
    fr: `Le mentorat de ${who} s’arrête, et ses binômes avec lui. La personne reçoit votre réponse.`,
    en: `The mentoring of ${who} ends, and their pairs with it. The person gets your answer.`,
  }),

  noneWaiting: { fr: 'Aucun profil de mentor n’attend de décision.', en: 'No mentor profile waits for a decision.' },
  position: (at: number, total: number): Text => ({
    fr: `Profil ${at} sur ${total} en attente`,
    en: `Profile ${at} of ${total} that wait`,
  }),
  previous: { fr: 'Précédent', en: 'Previous' },
  next: { fr: 'Suivant', en: 'Next' },
  waiting: (count: number): Text => ({
    fr: `${counted(count, 'profil de mentor attend', 'profils de mentor attendent')} une décision de l’équipe.`,
    en: `${counted(count, 'mentor profile waits', 'mentor profiles wait')} for a decision of the staff.`,
  }),
  seeWaiting: (count: number): Text => ({
    fr: `Voir ${count > 1 ? `les ${count} profils` : 'le profil'} en attente`,
    en: `See the ${count > 1 ? `${count} profiles` : 'profile'} that wait${count > 1 ? '' : 's'}`,
  }),
  late: (count: number): Text => ({
    fr: `${counted(count, 'profil de mentor attend', 'profils de mentor attendent')} une décision depuis plus de 48 h.`,
    en: `${counted(count, 'mentor profile has', 'mentor profiles have')} been waiting for a decision for more than 48 hours.`,
  }),
  andOthers: (count: number): Text => ({
    fr: `… et ${count} autre${s(count)}.`,
    en: `… and ${counted(count, 'other', 'others')}.`,
  }),
  see: { fr: 'Voir la fiche', en: 'See the card' },
  seeMentor: { fr: 'Voir le profil de mentor', en: 'See the mentor profile' },
  resent: (who: string): Text => ({
    fr: `${who} a modifié et renvoyé son profil de mentor : à relire.`,
    en: `${who} changed their mentor profile and sent it again: please read it.`,
  }),
  edited: (count: number): Text => ({
    fr: `${counted(count, 'mentor a modifié sa', 'mentors ont modifié leur')} présentation ou ${count > 1 ? 'leur' : 'son'} métier depuis l’accord de l’équipe : à relire.`,
    en: `${counted(count, 'mentor has', 'mentors have')} changed their presentation or job since staff approved it: please read.`,
  }),
  ofPerson: (state: Text, pairs: number): Text => ({
    fr: `Mentorat : ${state.fr.toLowerCase()}${pairs > 0 ? `, accompagne ${counted(pairs, 'personne', 'personnes')}` : ''}.`,
    en: `Mentoring: ${state.en.toLowerCase()}${pairs > 0 ? `, accompanies ${counted(pairs, 'person', 'people')}` : ''}.`,
  }),
} as const;

const causes: Readonly<Record<MentorPause, Text>> = {
  own: { fr: 'de son propre choix', en: 'by their own choice' },
  silence: { fr: 'des demandes sont restées sans réponse', en: 'requests were left unanswered' },
  renewal: { fr: 'accord à renouveler', en: 'approval to be renewed' },
  sanction: { fr: 'mesure de modération', en: 'measure of moderation' },
  absent: { fr: 'a quitté le serveur', en: 'has left the server' },
};

const verbs: Readonly<Record<MentorEventKind, Text>> = {
  sent: { fr: 'Envoyé', en: 'Sent' },
  resent: { fr: 'Modifié et renvoyé', en: 'Changed and sent again' },
  edited: { fr: 'Présentation ou métier modifiés', en: 'Presentation or job changed' },
  asked: { fr: 'Modification demandée', en: 'Change asked for' },
  approved: { fr: 'Accepté', en: 'Approved' },
  refused: { fr: 'Pas accepté', en: 'Not accepted' },
  removed: { fr: 'Mentorat arrêté par l’équipe', en: 'Mentoring ended by staff' },
  paused: { fr: 'En pause', en: 'Paused' },
  resumed: { fr: 'Pause terminée', en: 'Pause over' },
  withdrawn: { fr: 'Mentorat arrêté', en: 'Stopped mentoring' },
  expiring: { fr: 'Renouvellement demandé', en: 'Asked to renew' },
  renewed: { fr: 'Renouvelé', en: 'Renewed' },
};

/** One line of the history; `who` is somebody of staff. */
export const eventText = (kind: MentorEventKind, cause: MentorPause | null, who: string | null): Text => ({
  fr: `${verbs[kind].fr}${who ? ` par ${who}` : ''}${cause ? ` (${causes[cause].fr})` : ''}`,
  en: `${verbs[kind].en}${who ? ` by ${who}` : ''}${cause ? ` (${causes[cause].en})` : ''}`,
});
