import type { MentorPause } from '../../../../prisma/client/client.ts';
import type { Text } from '../../../kernel/text.ts';

/** What a person is told of their profile. */
export const told = {
  approved: (until: string): Text => ({
    fr: `**Bienvenue parmi les mentors !** L’équipe a accepté votre profil, jusqu’au ${until}. Quand une personne vous choisit, vous recevez un message avec ses objectifs : vous acceptez, vous refusez, ou vous posez une question. Rien d’autre à faire d’ici là.`,
    en: `**Welcome among the mentors!** Staff approved your profile, until ${until}. When somebody chooses you, you get a message with their goals: accept, decline, or ask a question. Nothing else to do until then.`,
  }),
  asked: (comment: string): Text => ({
    fr: `L’équipe a lu votre profil de mentor et vous demande une modification :\n${comment}\nModifiez-le, puis renvoyez-le.`,
    en: `Staff read your mentor profile and ask you for a change:\n${comment}\nChange it, then send it again.`,
  }),
  refused: (reason: string): Text => ({
    fr: `L’équipe n’a pas accepté votre profil de mentor :\n${reason}\nVous pouvez le modifier et le renvoyer.`,
    en: `Staff did not accept your mentor profile:\n${reason}\nYou may change it and send it again.`,
  }),
  removed: (reason: string): Text => ({
    fr: `L’équipe a mis fin à votre mentorat :\n${reason}\nVos binômes en cours s’arrêtent. Pour en parler, écrivez à l’équipe.`,
    en: `Staff ended your mentoring:\n${reason}\nYour pairs end. To talk about it, write to staff.`,
  }),
  expiring: (until: string): Text => ({
    fr: `Merci pour votre mentorat. Votre accord court jusqu’au ${until} : continuez-vous un an de plus ? Un clic suffit. Sans réponse, votre profil se met en pause ce jour-là, et vos binômes continuent.`,
    en: `Thank you for mentoring. Your approval holds until ${until}: do you go on for another year? One click is enough. Without an answer your profile is paused that day, and your pairs go on.`,
  }),
  lapsed: {
    fr: 'Un an a passé : votre profil de mentor est en pause, et vos binômes continuent. Un clic le remet en route pour un an.',
    en: 'A year has passed: your mentor profile is paused, and your pairs go on. One click brings it back for a year.',
  },
  held: {
    fr: 'Le temps d’une mesure de modération, votre mentorat est en pause : personne de nouveau ne vous est proposé. Il reprend ensuite de lui-même.',
    en: 'While a measure of moderation lasts, your mentoring is paused: nobody new is proposed to you. It resumes by itself afterwards.',
  },
  resumed: (cause: MentorPause | null): Text =>
    cause === 'absent'
      ? {
          fr: 'Bon retour ! Votre profil de mentor est de nouveau proposé.',
          en: 'Welcome back! Your mentor profile is proposed again.',
        }
      : {
          fr: 'La pause est terminée : votre profil de mentor est de nouveau proposé. Si le moment est mal choisi, mettez-le en pause.',
          en: 'The pause is over: your mentor profile is proposed again. If this is a bad moment, pause it.',
        },
} as const;
