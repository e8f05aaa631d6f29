import type { Text } from '../../../kernel/text.ts';

export const text = {
  title: { fr: 'Mentorat', en: 'Mentoring' },
  body: {
    fr: [
      'Ici, des alumni et des personnes de l’équipe pédagogique accompagnent celles et ceux qui se forment.',
      '**Vous êtes en formation ?** Dites ce que vous cherchez : nous vous proposons les mentors qui vous conviennent, avec les raisons. Vous choisissez.',
      '**Vous avez fini votre formation, ou vous formez ?** Proposez votre aide, à votre rythme : vous acceptez chaque demande, ou non.',
      'Les échanges ont lieu dans un fil privé. Chaque personne peut arrêter à tout moment, sans avoir à se justifier.',
    ].join('\n\n'),
    en: [
      'Here, alumni and trainers accompany those who are in training.',
      '**Are you in training?** Say what you look for: we propose the mentors who suit you, with the reasons. You choose.',
      '**Have you finished your training, or do you teach?** Offer your help, at your own pace: you accept each request, or not.',
      'You talk in a private thread. Either can stop at any moment, without having to explain.',
    ].join('\n\n'),
  },
  short: {
    fr: 'Les réponses aux boutons sont dans la langue de votre Discord.',
    en: 'Answers to the buttons are in the language of your Discord.',
  },
  request: { fr: 'Demander un mentor', en: 'Ask for a mentor' },
  profile: { fr: 'Devenir mentor', en: 'Become a mentor' },
  status: { fr: 'Mon mentorat', en: 'My mentoring' },
  flash: { fr: 'Une question rapide', en: 'A quick question' },
} as const satisfies Record<string, Text>;
