import type { MentorPause, MentorState } from '../../../../prisma/client/client.ts';
import type { Text } from '../../../kernel/text.ts';

export const charter: readonly Text[] = [
  {
    fr: '**Je réponds** aux demandes, même pour dire non. Quand je ne peux plus, je me mets en pause.',
    en: '**I answer** requests, even to say no. When I cannot any more, I pause.',
  },
  {
    fr: '**Je suis là aux rendez-vous**, et je préviens quand j’ai un empêchement.',
    en: '**I am there at the sessions**, and say so beforehand when I cannot.',
  },
  {
    fr: '**Ce que l’on me confie reste entre nous**, sauf si quelqu’un est en danger : dans ce cas, je préviens l’équipe.',
    en: '**What I am told stays between us**, unless somebody is in danger: then I tell staff.',
  },
  {
    fr: '**Je conseille, je ne décide pas.** Je ne fais pas le travail à la place de la personne.',
    en: '**I advise, I do not decide.** I do not do the work in their place.',
  },
  {
    fr: '**Respect et égalité** : ni discrimination, ni séduction, ni argent, ni vente. Nos échanges passent par le fil privé.',
    en: '**Respect and equality**: no discrimination, no seduction, no money, no sales. We talk in the private thread.',
  },
  {
    fr: '**Chaque personne peut arrêter à tout moment**, sans avoir à se justifier.',
    en: '**Either can stop at any moment**, without having to explain.',
  },
];

export const stateNames: Readonly<Record<MentorState, Text>> = {
  draft: { fr: 'Brouillon', en: 'Draft' },
  pending: { fr: 'En attente de l’équipe', en: 'Waiting for staff' },
  asked: { fr: 'À compléter', en: 'Changes asked' },
  approved: { fr: 'Mentor', en: 'Mentor' },
  paused: { fr: 'Mentor, en pause', en: 'Mentor, paused' },
  withdrawn: { fr: 'Mentorat arrêté', en: 'Stopped mentoring' },
};

/** Why, as the person reads it. */
export const pauseNames: Readonly<Record<MentorPause, Text>> = {
  own: { fr: 'à votre demande', en: 'as you asked' },
  silence: { fr: 'parce que des demandes sont restées sans réponse', en: 'because requests were left unanswered' },
  renewal: { fr: 'parce que votre accord est à renouveler', en: 'because your approval is to be renewed' },
  sanction: { fr: 'le temps d’une mesure de modération', en: 'while a measure of moderation lasts' },
  absent: { fr: 'parce que vous avez quitté le serveur', en: 'because you left the server' },
};

/** Where a profile stands and what comes next, as its person reads it. */
export const standing = {
  draftBegun: {
    fr: '**Brouillon** : personne ne le voit encore. Il reste une ou deux étapes.',
    en: '**Draft**: nobody sees it yet. One or two steps are left.',
  },
  draftWhole: {
    fr: '**Brouillon complet** : il ne manque que votre accord sur la charte.',
    en: '**Complete draft**: only your agreement to the charter is missing.',
  },
  refused: (reason: string): Text => ({
    fr: `**L’équipe n’a pas accepté ce profil** :\n${reason}\nVous pouvez le modifier et le renvoyer.`,
    en: `**Staff did not accept this profile**:\n${reason}\nYou may change it and send it again.`,
  }),
  pending: {
    fr: '**Envoyé** : l’équipe le lit et vous répond par message privé. Vous pouvez encore le modifier.',
    en: '**Sent**: staff read it and answer you by direct message. You may still change it.',
  },
  asked: (comment: string): Text => ({
    fr: `**L’équipe vous demande une modification** :\n${comment}\nModifiez ce qu’il faut, puis renvoyez.`,
    en: `**Staff ask you for a change**:\n${comment}\nChange what is needed, then send it again.`,
  }),
  approved: (until: string): Text => ({
    fr: `**Vous êtes mentor**, jusqu’au ${until}. Des demandes peuvent vous arriver par message privé.`,
    en: `**You are a mentor**, until ${until}. Requests may reach you by direct message.`,
  }),
  full: {
    fr: '**Vous êtes mentor.** Vos places sont toutes prises : aucune nouvelle demande ne vous arrive.',
    en: '**You are a mentor.** All your seats are taken: no new request reaches you.',
  },
  expiring: (until: string): Text => ({
    fr: `Votre accord court jusqu’au ${until} : un clic le renouvelle pour un an.`,
    en: `Your approval holds until ${until}: one click renews it for a year.`,
  }),
  paused: (why: Text, until: string | null): Text => ({
    fr: `**En pause** ${why.fr}${until ? `, retour le ${until}` : ''}. Personne de nouveau ne vous est proposé ; vos binômes continuent.`,
    en: `**Paused** ${why.en}${until ? `, back on ${until}` : ''}. Nobody new is proposed to you; your pairs go on.`,
  }),
  withdrawn: {
    fr: '**Vous avez arrêté le mentorat.** Pour reprendre, relisez votre profil et renvoyez-le.',
    en: '**You stopped mentoring.** To come back, read your profile again and send it.',
  },
  removed: (reason: string): Text => ({
    fr: `**L’équipe a mis fin à votre mentorat** :\n${reason}\nPour en parler, écrivez à l’équipe. Vous pouvez aussi modifier votre profil et le renvoyer.`,
    en: `**Staff ended your mentoring**:\n${reason}\nTo talk about it, write to staff. You may also change your profile and send it again.`,
  }),
} as const;

/** Lines of *Mon espace*. */
export const homeText = {
  offer: {
    fr: 'Vous pouvez accompagner quelqu’un en formation, une heure de temps en temps.',
    en: 'You can accompany somebody in training, an hour now and then.',
  },
  begin: { fr: 'Devenir mentor', en: 'Become a mentor' },
  draft: { fr: 'Votre profil de mentor n’est pas encore envoyé.', en: 'Your mentor profile is not sent yet.' },
  finish: { fr: 'Le terminer', en: 'Finish it' },
  pending: { fr: 'Votre profil de mentor est chez l’équipe.', en: 'Staff have your mentor profile.' },
  asked: {
    fr: 'L’équipe vous demande une modification de votre profil de mentor.',
    en: 'Staff ask you to change your mentor profile.',
  },
  fix: { fr: 'Le modifier', en: 'Change it' },
  approved: { fr: 'Vous êtes mentor.', en: 'You are a mentor.' },
  paused: { fr: 'Votre mentorat est en pause.', en: 'Your mentoring is paused.' },
  renew: { fr: 'Votre accord de mentor est à renouveler.', en: 'Your mentor approval is to be renewed.' },
} as const satisfies Record<string, Text>;
