import type { Text } from '../../../kernel/text.ts';

/** What those who may take part read. Names that somebody typed come escaped. */
export const text = {
  invite: (name: string): Text => ({ fr: `Mentorat : ${name}`, en: `Mentoring: ${name}` }),
  invitation: (closing: string): Text => ({
    fr: `En formation ? Trouvez une personne qui a suivi votre chemin et peut vous accompagner.\nAlumni, ou de l’équipe pédagogique ? Accompagnez une personne en formation, à votre rythme.\n\nAppuyez sur **Participer** avant le ${closing}. Les binômes sont formés ensuite, selon ce que chaque personne a dit de ses besoins et de ses disponibilités.`,
    en: `Learning? Find somebody who has walked your path and can help you.\nAlumni, or a trainer? Accompany a learner, at your own pace.\n\nPress **Take part** before ${closing}. Pairs are formed afterwards, from what everybody said of their needs and their time.`,
  }),
  over: {
    fr: 'Les inscriptions sont closes. Les personnes inscrites recevront bientôt une réponse.',
    en: 'It no longer takes people. Those who joined will soon hear of it.',
  },
  stopped: { fr: 'Cette campagne est annulée.', en: 'This campaign is cancelled.' },
  finished: {
    fr: 'Les binômes sont formés. Vous pouvez demander un mentor à tout moment avec `/mentorat demande`.',
    en: 'The pairs are formed. You can ask for a mentor at any time with `/mentoring request`.',
  },
  join: { fr: 'Participer', en: 'Take part' },
  asLearner: { fr: 'Avoir un mentor', en: 'Have a mentor' },
  asMentor: { fr: 'Accompagner quelqu’un', en: 'Accompany somebody' },
  askPart: {
    fr: 'Vous pouvez participer de deux façons. Que souhaitez-vous ?',
    en: 'You can take part in two ways. Which one do you want?',
  },
  leave: { fr: 'Ne plus participer', en: 'Leave the campaign' },
  left: (name: string): Text => ({
    fr: `Vous ne participez plus à ${name}. Vous pouvez revenir jusqu’à la clôture.`,
    en: `You no longer take part in ${name}. You may come back until it closes.`,
  }),
  request: { fr: 'Remplir ma demande', en: 'Fill my request' },
  profile: { fr: 'Remplir mon profil', en: 'Fill my profile' },
  status: { fr: 'Voir où j’en suis', en: 'See where I stand' },
  joined: {
    learner: (name: string, closing: string): Text => ({
      fr: `Vous participez à ${name}. Les binômes sont formés après le ${closing} : vous recevrez une réponse, quelle qu’elle soit.`,
      en: `You take part in ${name}. Pairs are formed after ${closing}: you will have an answer either way.`,
    }),
    mentor: (name: string, closing: string): Text => ({
      fr: `Merci ! Vous participez à ${name} pour accompagner quelqu’un. Les binômes sont formés après le ${closing} : vous recevrez une réponse, quelle qu’elle soit.`,
      en: `Thank you! You take part in ${name} to accompany somebody. Pairs are formed after ${closing}: you will have an answer either way.`,
    }),
  },
  missing: {
    learner: {
      fr: '**Il manque votre demande** : dites ce qui vous aiderait. Votre participation compte dès qu’elle est là.',
      en: '**Your request is missing**: say what would help you. You count as soon as it is there.',
    },
    mentor: {
      fr: '**Il manque votre profil** : dites en quoi vous pouvez aider. Votre participation compte dès que l’équipe l’a accepté.',
      en: '**Your profile is missing**: say what you can help with. You count as soon as staff have approved it.',
    },
  },
  remind: (name: string, closing: string): Text => ({
    fr: `Vous participez à ${name}, qui se termine le ${closing}.`,
    en: `You take part in ${name}, which ends on ${closing}.`,
  }),

  // What came of it.
  paired: {
    learner: (name: string, mentor: string): Text => ({
      fr: `${name} : vous avez un mentor, ${mentor}. Votre fil privé s’ouvre dans le salon du mentorat ; dites-y bonjour.`,
      en: `${name}: you have a mentor, ${mentor}. Your private thread opens in the mentoring channel; say hello there.`,
    }),
    mentor: (name: string, count: number, learners: string): Text => ({
      fr: `${name} : vous accompagnez ${learners}. ${count > 1 ? 'Un fil privé par personne s’ouvre' : 'Votre fil privé s’ouvre'} dans le salon du mentorat. Merci !`,
      en: `${name}: you accompany ${learners}. ${count > 1 ? 'A private thread for each opens' : 'Your private thread opens'} in the mentoring channel. Thank you!`,
    }),
  },
  because: (reasons: string): Text => ({ fr: `Ce qui vous rapproche : ${reasons}.`, en: `What you share: ${reasons}.` }),
  alone: {
    learner: (name: string): Text => ({
      fr: `${name} : il n’y a pas eu de mentor pour vous cette fois. Votre demande reste ouverte : vous pouvez voir les mentors disponibles et en choisir, ou préciser ce que vous cherchez.`,
      en: `${name}: there was no mentor for you this time. Your request stays open: you can see who is free and choose, or say more of what you look for.`,
    }),
    noRequest: (name: string): Text => ({
      fr: `${name} : votre demande n’était pas là à la clôture, nous n’avons donc pas pu vous proposer de mentor. Vous pouvez la remplir maintenant et choisir parmi les mentors disponibles.`,
      en: `${name}: your request was not there at the close, so we could not propose a mentor. You can fill it now and choose among those who are free.`,
    }),
    mentor: (name: string): Text => ({
      fr: `${name} : personne n’avait besoin de vous cette fois. Votre profil reste visible, et quelqu’un peut vous demander à tout moment. Merci d’avoir proposé votre aide.`,
      en: `${name}: nobody needed you this time. Your profile stays visible, and somebody may ask you at any time. Thank you for offering.`,
    }),
    noProfile: (name: string): Text => ({
      fr: `${name} : votre profil n’était pas encore accepté à la clôture. Vous pouvez le compléter : des personnes cherchent un mentor toute l’année.`,
      en: `${name}: your profile was not approved yet at the close. You can complete it: people look for a mentor all year round.`,
    }),
    paired: (name: string): Text => ({
      fr: `${name} est terminée. Vous aviez déjà un mentor : rien ne change pour vous.`,
      en: `${name} is over. You already had a mentor: nothing changes for you.`,
    }),
  },
  cancelled: {
    learner: (name: string): Text => ({
      fr: `${name} est annulée. Votre demande reste ouverte : vous pouvez voir les mentors disponibles et en choisir.`,
      en: `${name} is cancelled. Your request stays open: you can see who is free and choose.`,
    }),
    mentor: (name: string): Text => ({
      fr: `${name} est annulée. Votre profil ne change pas : quelqu’un peut vous demander à tout moment.`,
      en: `${name} is cancelled. Your profile does not change: somebody may ask you at any time.`,
    }),
  },
};
