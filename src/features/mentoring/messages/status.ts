import { bold, type Text, UserError } from '../../../kernel/text.ts';

export const text = {
  command: { fr: 'Où en est votre mentorat, et ce qui vous attend', en: 'Where your mentoring stands, and what waits for you' },
  title: { fr: 'Mon mentorat', en: 'My mentoring' },
  nothing: {
    fr: 'Rien en cours. En formation, vous pouvez demander un mentor ; comme alumni ou dans l’équipe pédagogique, proposer votre aide.',
    en: 'Nothing under way. As a learner you can ask for a mentor; as alumni or trainer, offer your help.',
  },
  ownTitle: { fr: 'Votre demande', en: 'Your request' },
  ownWaits: { fr: 'Elle attend que vous choisissiez des mentors.', en: 'It waits for you to choose mentors.' },
  waitingTitle: { fr: 'Des personnes vous demandent', en: 'People who ask for you' },
  pairsTitle: { fr: 'Vos binômes', en: 'Your pairs' },
  pair: (name: string, since: string, asMentor: boolean): Text =>
    asMentor
      ? { fr: `Vous accompagnez ${bold(name)} depuis le ${since}.`, en: `You have accompanied ${bold(name)} since ${since}.` }
      : { fr: `${bold(name)} vous accompagne depuis le ${since}.`, en: `${bold(name)} has accompanied you since ${since}.` },
  pairPaused: { fr: 'En pause.', en: 'Paused.' },
  plan: { fr: 'Planifier', en: 'Plan' },
  end: { fr: 'Terminer', en: 'End' },
  profile: { fr: 'Mon profil de mentor', en: 'My mentor profile' },
  offer: { fr: 'Proposer mon aide', en: 'Offer my help' },
  status: { fr: 'Mon mentorat', en: 'My mentoring' },

  leaveCommand: { fr: 'Quitter le mentorat', en: 'Leave mentoring' },
  leaveTitle: { fr: 'Quitter le mentorat ?', en: 'Leave mentoring?' },
  leaveRequest: { fr: 'Votre demande est retirée.', en: 'Your request is withdrawn.' },
  leaveProfile: {
    fr: 'Votre profil de mentor est retiré : personne ne vous le demandera plus.',
    en: 'Your mentor profile is withdrawn: nobody asks you any more.',
  },
  leavePair: (name: string, asMentor: boolean): Text =>
    asMentor
      ? {
          fr: `Vous cessez d’accompagner ${bold(name)}, à qui une autre personne est proposée.`,
          en: `You no longer accompany ${bold(name)}, who is offered somebody else.`,
        }
      : { fr: `${bold(name)} cesse de vous accompagner.`, en: `${bold(name)} no longer accompanies you.` },
  leaveHow: {
    fr: 'Sans reproche ni raison à donner. Vous pourrez revenir quand vous voudrez.',
    en: 'Without blame or reason to give. You can come back whenever you like.',
  },
  leaveSure: { fr: 'Oui, quitter le mentorat', en: 'Yes, leave mentoring' },
  left: {
    fr: 'C’est fait : vous avez quitté le mentorat. Merci pour le chemin parcouru.',
    en: 'Done: you left mentoring. Thank you for the way walked together.',
  },
} as const;

export const nothingToLeave = () =>
  new UserError('mentoring.nothing_to_leave', {
    fr: 'Vous n’avez ni demande, ni profil de mentor, ni binôme en cours : il n’y a rien à quitter.',
    en: 'You have no request, no mentor profile and no pair under way: there is nothing to leave.',
  });
