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
      fr: '**Il manque votre demande** : dites ce qui vous aiderait, ici ou avec `/mentorat demande` sur le serveur. Votre participation compte dès qu’elle est là.',
      en: '**Your request is missing**: say what would help you, here or with `/mentoring request` on the server. You count as soon as it is there.',
    },
    mentor: {
      fr: '**Il manque votre profil** : dites en quoi vous pouvez aider, ici ou avec `/mentorat profil` sur le serveur. Votre participation compte dès que l’équipe l’a accepté.',
      en: '**Your profile is missing**: say what you can help with, here or with `/mentoring profile` on the server. You count as soon as staff have approved it.',
    },
  },
  remind: (name: string, closing: string): Text => ({
    fr: `Vous participez à ${name}, qui se termine le ${closing}.`,
    en: `You take part in ${name}, which ends on ${closing}.`,
  }),

  // What came of it.
  paired: {
    learner: (name: string, mentor: string): Text => ({
      fr: `${name} : vous avez un mentor, ${mentor}. Votre fil privé s’ouvre dans le salon du mentorat ; dites-y bonjour. \`/mentorat suivi\` montre où vous en êtes.`,
      en: `${name}: you have a mentor, ${mentor}. Your private thread opens in the mentoring channel; say hello there. \`/mentoring status\` shows where you stand.`,
    }),
    mentor: (name: string, count: number, learners: string): Text => ({
      fr: `${name} : vous accompagnez ${learners}. ${count > 1 ? 'Un fil privé par personne s’ouvre' : 'Votre fil privé s’ouvre'} dans le salon du mentorat. \`/mentorat suivi\` montre où vous en êtes. Merci !`,
      en: `${name}: you accompany ${learners}. ${count > 1 ? 'A private thread for each opens' : 'Your private thread opens'} in the mentoring channel. \`/mentoring status\` shows where you stand. Thank you!`,
    }),
  },
  because: (reasons: string): Text => ({ fr: `Ce qui vous rapproche : ${reasons}.`, en: `What you share: ${reasons}.` }),
  alone: {
    learner: (name: string): Text => ({
      fr: `${name} : il n’y a pas eu de mentor pour vous cette fois. Votre demande reste ouverte : \`/mentorat demande\` montre les mentors disponibles pour en choisir, ou permet de préciser ce que vous cherchez.`,
      en: `${name}: there was no mentor for you this time. Your request stays open: \`/mentoring request\` shows who is free so that you can choose, or lets you say more of what you look for.`,
    }),
    noRequest: (name: string): Text => ({
      fr: `${name} : votre demande n’était pas là à la clôture, nous n’avons donc pas pu vous proposer de mentor. Vous pouvez la remplir maintenant avec \`/mentorat demande\` et choisir parmi les mentors disponibles.`,
      en: `${name}: your request was not there at the close, so we could not propose a mentor. You can fill it now with \`/mentoring request\` and choose among those who are free.`,
    }),
    mentor: (name: string): Text => ({
      fr: `${name} : personne n’avait besoin de vous cette fois. Votre profil (\`/mentorat profil\`) reste visible, et quelqu’un peut vous demander à tout moment. Merci d’avoir proposé votre aide.`,
      en: `${name}: nobody needed you this time. Your profile (\`/mentoring profile\`) stays visible, and somebody may ask you at any time. Thank you for offering.`,
    }),
    noProfile: (name: string): Text => ({
      fr: `${name} : votre profil n’était pas encore accepté à la clôture. Vous pouvez le compléter avec \`/mentorat profil\` : des personnes cherchent un mentor toute l’année.`,
      en: `${name}: your profile was not approved yet at the close. You can complete it with \`/mentoring profile\`: people look for a mentor all year round.`,
    }),
    paired: (name: string): Text => ({
      fr: `${name} est terminée. Vous aviez déjà un mentor : rien ne change pour vous. \`/mentorat suivi\` montre votre binôme.`,
      en: `${name} is over. You already had a mentor: nothing changes for you. \`/mentoring status\` shows your pair.`,
    }),
  },
  cancelled: {
    learner: (name: string): Text => ({
      fr: `${name} est annulée. Votre demande reste ouverte : \`/mentorat demande\` montre les mentors disponibles pour en choisir.`,
      en: `${name} is cancelled. Your request stays open: \`/mentoring request\` shows who is free so that you can choose.`,
    }),
    mentor: (name: string): Text => ({
      fr: `${name} est annulée. Votre profil (\`/mentorat profil\`) ne change pas : quelqu’un peut vous demander à tout moment.`,
      en: `${name} is cancelled. Your profile (\`/mentoring profile\`) does not change: somebody may ask you at any time.`,
    }),
    noRequest: (name: string): Text => ({
      fr: `${name} est annulée. Vous pouvez demander un mentor à tout moment avec \`/mentorat demande\`.`,
      en: `${name} is cancelled. You can ask for a mentor at any time with \`/mentoring request\`.`,
    }),
    noProfile: (name: string): Text => ({
      fr: `${name} est annulée. Vous pouvez proposer votre aide à tout moment avec \`/mentorat profil\`.`,
      en: `${name} is cancelled. You can offer your help at any time with \`/mentoring profile\`.`,
    }),
    paired: (name: string): Text => ({
      fr: `${name} est annulée. Vous avez déjà un mentor : rien ne change pour vous. \`/mentorat suivi\` montre votre binôme.`,
      en: `${name} is cancelled. You already have a mentor: nothing changes for you. \`/mentoring status\` shows your pair.`,
    }),
  },
};
