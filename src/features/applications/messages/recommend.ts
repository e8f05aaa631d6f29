import { bold, type Text, UserError } from '../../../kernel/text.ts';

export const recommendText = {
  title: { fr: 'Recommander quelqu’un', en: 'Recommend somebody' },
  member: { fr: 'La personne en formation', en: 'The learner' },
  memberHelp: {
    fr: 'Elle doit donner son accord avant que l’entreprise lise quoi que ce soit.',
    en: 'They must agree before the company reads anything.',
  },
  words: { fr: 'Ce que l’entreprise lira de vous', en: 'What the company will read from you' },
  wordsHelp: {
    fr: 'Un projet mené ensemble, une qualité que vous avez vue.',
    en: 'A project done together, a quality you have seen.',
  },
  asked: (title: string): Text => ({
    fr: `Votre recommandation pour ${bold(title)} est enregistrée. La personne doit d’abord donner son accord ; l’entreprise ne voit rien avant, et seulement si la personne postule.`,
    en: `Your recommendation for ${bold(title)} is saved. The person must agree first; the company sees nothing before, and only if the person applies.`,
  }),
  ask: (who: string, title: string, company: string): Text => ({
    fr: `${who} souhaite vous recommander à ${bold(company)} pour l’offre ${bold(title)}, avec ces mots :`,
    en: `${who} would like to recommend you to ${bold(company)} for the offer ${bold(title)}, with these words:`,
  }),
  askNote: {
    fr: 'Si vous acceptez, l’entreprise lira ces mots à côté de votre candidature, quand vous l’enverrez. Si vous refusez, personne ne le saura.',
    en: 'If you agree, the company will read these words beside your application, when you send it. If you refuse, nobody will know.',
  },
  agree: { fr: 'J’accepte', en: 'I agree' },
  read: { fr: 'Lire et répondre', en: 'Read and answer' },
  refuse: { fr: 'Non merci', en: 'No thank you' },
  agreed: (link: string | null): Text => ({
    fr: `C’est noté : ces mots accompagneront votre candidature. ${link ? `L’offre : ${link}` : 'Sur le serveur, `/offre chercher` mène à l’offre.'}`,
    en: `Noted: these words will go with your application. ${link ? `The offer: ${link}` : 'On the server, `/job search` leads to the offer.'}`,
  }),
  refused: {
    fr: 'C’est noté : rien n’est transmis, et la personne n’en est pas informée.',
    en: 'Noted: nothing is passed on, and the person is not told.',
  },
  apply: { fr: 'Postuler', en: 'Apply' },
  home: (title: string): Text => ({
    fr: `Une recommandation vous est proposée pour ${bold(title)}. Votre accord est nécessaire.`,
    en: `Somebody would like to recommend you for ${bold(title)}. Your consent is needed.`,
  }),
};

export const notLearner = () =>
  new UserError('applications.not_learner', {
    fr: 'On recommande une personne en formation, présente sur le serveur et identifiée. Choisissez-en une autre.',
    en: 'A recommendation is for a learner who is on the server and identified. Choose somebody else.',
  });

export const notYourself = () =>
  new UserError('applications.yourself', {
    fr: 'Une recommandation est pour quelqu’un d’autre que vous. Pour vous, le bouton *Postuler* de l’offre suffit.',
    en: 'A recommendation is for somebody other than you. For yourself, the button *Apply* of the offer is enough.',
  });

export const recommendedTwice = () =>
  new UserError('applications.recommended', {
    fr: 'Vous avez déjà recommandé cette personne pour cette offre. Sa réponse reste la sienne.',
    en: 'You have already recommended this person for this offer. The answer is theirs.',
  });

export const tooManyRecommendations = (most: number) =>
  new UserError('applications.many_recommendations', {
    fr: `${most} de vos recommandations attendent un accord, ce qui est le plus possible. Attendez une réponse avant d’en faire une autre.`,
    en: `${most} of your recommendations are waiting for consent, which is the most at a time. Wait for an answer before you make another.`,
  });

export const unknownRecommendation = () =>
  new UserError('applications.unknown_recommendation', {
    fr: 'Cette recommandation n’attend plus de réponse. *Mon espace* montre ce qui vous attend.',
    en: 'This recommendation no longer waits for an answer. *My space* shows what is waiting for you.',
  });
