import { bold, type Text, UserError } from '../../../kernel/text.ts';
import type { Why } from '../wire.ts';

export const text = {
  title: (name: string): Text => ({
    fr: `${name} aimerait que vous l’accompagniez`,
    en: `${name} would like you to be their mentor`,
  }),
  who: (userId: string): Text => ({ fr: `Sur le serveur : <@${userId}>`, en: `On the server: <@${userId}>` }),
  goals: { fr: 'Ce que cette personne veut atteindre', en: 'What they want to reach' },
  themes: { fr: 'Sujets', en: 'Themes' },
  skills: { fr: 'Compétences', en: 'Skills' },
  why: { fr: 'Pourquoi vous', en: 'Why you' },
  times: { fr: 'Moments en commun, à votre heure', en: 'Times in common, by your clock' },
  noTimes: { fr: 'Aucun pour l’instant : à voir ensemble', en: 'None for now: to be seen together' },
  yourQuestion: { fr: 'Votre question', en: 'Your question' },
  theirAnswer: { fr: 'Sa réponse', en: 'Their answer' },
  until: (when: string): Text => ({
    fr: `Répondez d’ici ${when}. Décliner n’a pas besoin de raison ; sans réponse, la demande passe à quelqu’un d’autre.`,
    en: `Answer by ${when}. Declining needs no reason; without an answer the request goes to somebody else.`,
  }),
  waitsLearner: {
    fr: 'Vous avez posé une question : la réponse est attendue.',
    en: 'You asked a question: the answer is awaited.',
  },
  accept: { fr: 'Accepter', en: 'Accept' },
  decline: { fr: 'Décliner', en: 'Decline' },
  ask: { fr: 'Poser une question', en: 'Ask a question' },
  remind: (name: string, when: string): Text => ({
    fr: `${bold(name)} attend toujours votre réponse, d’ici ${when}. Un non est aussi une réponse utile.`,
    en: `${bold(name)} still waits for your answer, by ${when}. A no is a helpful answer too.`,
  }),

  accepted: (name: string): Text => ({
    fr: `Merci ! Vous accompagnez ${bold(name)}. Votre fil privé s’ouvre dans un instant, avec une proposition pour commencer.`,
    en: `Thank you! You are now the mentor of ${bold(name)}. Your private thread opens in a moment, with a proposal to begin with.`,
  }),
  acceptedWaiting: (name: string): Text => ({
    fr: `Merci ! Vous accompagnez ${bold(name)}. L’équipe choisit d’abord la personne qui suivra votre binôme ; votre fil privé s’ouvre juste après.`,
    en: `Thank you! You are now the mentor of ${bold(name)}. Staff first choose who looks after your pair; your private thread opens right after.`,
  }),
  declined: (name: string): Text => ({
    fr: `C’est noté, sans autre explication à donner : ${bold(name)} l’apprend avec tact, et la demande passe à quelqu’un d’autre.`,
    en: `Noted, nothing more to explain: ${bold(name)} is told with tact, and the request goes to somebody else.`,
  }),
  notNow: {
    fr: 'Pas en ce moment ? Mettez votre profil en pause, il reviendra tout seul :',
    en: 'Not now? Pause your profile, it comes back by itself:',
  },
  pauseFor: { fr: 'Faire une pause de…', en: 'Pause for…' },
  months: { '1': { fr: '1 mois', en: '1 month' }, '3': { fr: '3 mois', en: '3 months' }, '6': { fr: '6 mois', en: '6 months' } },
  paused: (until: string): Text => ({
    fr: `Votre profil est en pause jusqu’au ${until}. Personne ne vous demandera d’ici là, et vos binômes continuent. \`/mentorat reprendre\` pour revenir plus tôt.`,
    en: `Your profile is paused until ${until}. Nobody asks you before, and your pairs go on. \`/mentoring resume\` to come back sooner.`,
  }),

  questionTitle: { fr: 'Poser une question', en: 'Ask a question' },
  question: { fr: 'Votre question', en: 'Your question' },
  questionHelp: {
    fr: 'La personne la reçoit et répond ; vous aurez ensuite de nouveau tout votre temps.',
    en: 'The person is sent it and answers; you then have all your time again.',
  },
  questionSent: (name: string): Text => ({
    fr: `Votre question est transmise à ${bold(name)}. Vous recevrez la réponse ici ; vous pouvez aussi accepter ou décliner avant.`,
    en: `Your question goes to ${bold(name)}. You are sent the answer here; you may also accept or decline before.`,
  }),
  questionFrom: (name: string): Text => ({
    fr: `${bold(name)} aimerait en savoir plus avant de vous accompagner :`,
    en: `${bold(name)} would like to know more before becoming your mentor:`,
  }),
  answerUntil: (when: string): Text => ({
    fr: `Répondez d’ici ${when}, sinon la demande passe à la personne suivante.`,
    en: `Answer by ${when}, or else the request goes to the next person.`,
  }),
  answer: { fr: 'Répondre', en: 'Answer' },
  answerTitle: { fr: 'Répondre à votre mentor', en: 'Answer the mentor' },
  answerField: { fr: 'Votre réponse', en: 'Your answer' },
  answerSent: (name: string): Text => ({
    fr: `Votre réponse est transmise à ${bold(name)}, qui a de nouveau tout son temps pour décider.`,
    en: `Your answer goes to ${bold(name)}, who has all the time again to decide.`,
  }),

  closed: (name: string): Text => ({
    fr: `La demande de ${bold(name)} n’attend plus de réponse : merci d’y avoir pensé. Vous n’avez rien à faire.`,
    en: `The request of ${bold(name)} no longer waits for an answer: thank you for thinking about it. There is nothing to do.`,
  }),
  silenceMentor: {
    fr: 'Une demande de mentorat est restée une semaine sans réponse de votre part. Votre profil est en pause, pour que personne n’attende en vain : rien n’est perdu. Sur le serveur, `/mentorat reprendre` quand vous serez disponible.',
    en: 'A request for a mentor stayed a week without an answer of yours. Your profile is paused, so that nobody waits in vain: nothing is lost. On the server, `/mentoring resume` once you are available.',
  },
  silenceLearner: (name: string): Text => ({
    fr: `${bold(name)} ne répond pas depuis une semaine et ne figure plus parmi les mentors proposés pour l’instant. Votre demande continue sans cette personne.`,
    en: `${bold(name)} has not answered for a week and is no longer proposed as a mentor for now. Your request goes on without them.`,
  }),

  /** What became of a question, for whoever learns. */
  news: (why: Exclude<Why, 'dropped'>, name: string | null): Text => {
    const who = name === null ? { fr: 'La personne choisie', en: 'The person you chose' } : { fr: bold(name), en: bold(name) };
    const said: Record<typeof why, Text> = {
      declined: {
        fr: `${who.fr} ne peut pas vous accompagner en ce moment.`,
        en: `${who.en} cannot be your mentor at the moment.`,
      },
      expired: { fr: `${who.fr} n’a pas répondu à temps.`, en: `${who.en} did not answer in time.` },
      unavailable: { fr: `${who.fr} n’a plus de place ou fait une pause.`, en: `${who.en} has no place left or is pausing.` },
      unreached: {
        fr: `Aucun message n’a pu atteindre ${name === null ? 'la personne choisie' : bold(name)}.`,
        en: `No message could reach ${name === null ? 'the person you chose' : bold(name)}.`,
      },
      unanswered: {
        fr: `La question de ${name === null ? 'la personne choisie' : bold(name)} est restée sans réponse de votre part.`,
        en: `The question of ${name === null ? 'the person you chose' : bold(name)} stayed without an answer of yours.`,
      },
    };
    return said[why];
  },
  next: (name: string): Text => ({
    fr: `Nous venons de transmettre votre demande à ${bold(name)}.`,
    en: `Your request has just gone to ${bold(name)}.`,
  }),
  nobodyNext: {
    fr: 'Personne d’autre n’est dans votre liste : choisissez parmi de nouvelles propositions.',
    en: 'Nobody else is on your list: choose among new proposals.',
  },
  homeWaiting: (count: number): Text => ({
    fr: count > 1 ? `${count} personnes vous demandent de les accompagner.` : 'Une personne vous demande de l’accompagner.',
    en: count > 1 ? `${count} people ask you to be their mentor.` : 'Somebody asks you to be their mentor.',
  }),
  read: { fr: 'Voir et répondre', en: 'Read and answer' },
} as const;

export const unknownAsk = () =>
  new UserError('mentoring.unknown_ask', {
    fr: 'Cette demande n’existe plus, ou ne vous est pas adressée. Sur le serveur, `/mentorat suivi` montre ce qui vous attend.',
    en: 'This request no longer exists, or is not addressed to you. On the server, `/mentoring status` shows what waits for you.',
  });

const answers: Record<string, Text> = {
  accepted: { fr: 'Vous avez déjà accepté : le fil privé est ouvert.', en: 'You accepted already: the private thread is open.' },
  declined: { fr: 'Vous avez déjà décliné cette demande.', en: 'You declined this request already.' },
  expired: {
    fr: 'Le délai est passé et la demande est allée à quelqu’un d’autre. Merci tout de même.',
    en: 'The time is over and the request went to somebody else. Thank you all the same.',
  },
};
export const alreadyAnswered = (state: string) =>
  new UserError(
    'mentoring.answered',
    answers[state] ?? {
      fr: 'Cette demande n’attend plus de réponse : la personne a trouvé, ou ne cherche plus.',
      en: 'This request no longer waits for an answer: the person found somebody, or no longer looks.',
    },
  );
export const isFull = () =>
  new UserError('mentoring.full', {
    fr: 'Vous accompagnez déjà autant de personnes que vous l’avez dit, ou votre profil est en pause. La demande va à quelqu’un d’autre ; `/mentorat profil` change votre nombre de places.',
    en: 'You accompany as many people as you said already, or your profile is paused. The request goes to somebody else; `/mentoring profile` changes your places.',
  });
export const learnerTaken = () =>
  new UserError('mentoring.taken', {
    fr: 'Quelqu’un accompagne cette personne depuis peu. Merci : vous n’avez rien d’autre à faire.',
    en: 'Somebody has begun to accompany this person. Thank you: there is nothing else to do.',
  });
export const answersLater = () =>
  new UserError('mentoring.question_waits', {
    fr: 'Votre question attend déjà une réponse. Vous pouvez aussi accepter ou décliner sans l’attendre.',
    en: 'Your question waits for an answer already. You may also accept or decline without waiting for it.',
  });
