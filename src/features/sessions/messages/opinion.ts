import { counted, type Text, UserError } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';

/** Words for 1 to 5: nobody has to count stars. */
export const usefulWords = {
  5: { fr: 'Très utile', en: 'Very useful' },
  4: { fr: 'Utile', en: 'Useful' },
  3: { fr: 'Moyennement utile', en: 'Somewhat useful' },
  2: { fr: 'Peu utile', en: 'Not very useful' },
  1: { fr: 'Pas utile', en: 'Not useful' },
} as const satisfies Record<number, Text>;

export const comfortWords = {
  5: { fr: 'Tout à fait à l’aise', en: 'Fully at ease' },
  4: { fr: 'Plutôt à l’aise', en: 'Rather at ease' },
  3: { fr: 'Ni à l’aise, ni mal à l’aise', en: 'Neither at ease nor ill at ease' },
  2: { fr: 'Plutôt mal à l’aise', en: 'Rather ill at ease' },
  1: { fr: 'Mal à l’aise', en: 'Ill at ease' },
} as const satisfies Record<number, Text>;
export type Mark = keyof typeof usefulWords;
export const isMark = (value: number): value is Mark => Object.hasOwn(usefulWords, value);

export const opinionText = {
  title: { fr: 'Deux questions', en: 'Two questions' },
  useful: { fr: 'Ce rendez-vous vous a-t-il été utile ?', en: 'Was this session useful to you?' },
  comfort: { fr: 'Vous sentez-vous à l’aise ?', en: 'Do you feel at ease?' },
  comfortHelp: { fr: 'Avec l’autre personne de votre binôme.', en: 'With the other person of your pair.' },
  comment: { fr: 'Autre chose à dire ?', en: 'Anything else?' },
  commentHelp: {
    fr: 'L’équipe peut le lire. L’autre personne de votre binôme, jamais.',
    en: 'Staff may read it. The other person of your pair never will.',
  },
  contact: { fr: 'Je voudrais que l’équipe me contacte', en: 'I would like staff to contact me' },
  contactHelp: { fr: 'En privé, quelle que soit votre réponse.', en: 'In private, whatever you answered.' },
  lastTitle: { fr: 'Avant de nous quitter', en: 'Before you go' },
  lastUseful: { fr: 'Cet accompagnement a-t-il été utile ?', en: 'Was this mentoring useful?' },
  lastComfort: { fr: 'Étiez-vous à l’aise ?', en: 'Were you at ease?' },
  give: { fr: 'Donner mon avis', en: 'Give my opinion' },
  ask: (at: Date): Text => ({
    fr: `Votre rendez-vous du ${timeOf(at, 'D')} a eu lieu. Deux questions, une demi-minute ; l’autre personne ne lira pas vos réponses.`,
    en: `Your session of ${timeOf(at, 'D')} took place. Two questions, half a minute; the other person will not read your answers.`,
  }),
  askAfter: {
    fr: 'Deux questions, une demi-minute ; l’autre personne ne lira pas vos réponses.',
    en: 'Two questions, half a minute; the other person will not read your answers.',
  },
  askInThread: (link: string): Text => ({
    fr: `Deux questions sur ce rendez-vous vous attendent sur sa carte : ${link}`,
    en: `Two questions about this session wait for you on its card: ${link}`,
  }),
  thanks: { fr: 'Merci, c’est enregistré.', en: 'Thank you, it is saved.' },
  thanksLow: {
    fr: 'Merci de l’avoir dit. Quelqu’un de l’équipe va vous écrire ; l’autre personne de votre binôme n’en saura rien.',
    en: 'Thank you for saying so. Somebody of staff will write to you; the other person of your pair will not know.',
  },

  alertTitle: { fr: 'Un binôme a besoin de vous', en: 'A pair needs you' },
  alertYours: {
    fr: 'Un avis vient d’être donné dans un binôme que vous suivez. À lire, puis prenez des nouvelles en privé.',
    en: 'An opinion was given in a pair that you look after. Read it, then ask how they are in private.',
  },
  alert: {
    fr: 'Un avis vient d’être donné dans un binôme. À lire par une personne de l’équipe qui n’en fait pas partie, puis prenez des nouvelles en privé.',
    en: 'An opinion was given in a pair. For one of staff who is not part of it to read, then ask how they are in private.',
  },
  read: { fr: 'Lire', en: 'Read' },
  readTitle: { fr: 'Un avis', en: 'An opinion' },
  aboutSession: (who: string, other: string, at: Date): Text => ({
    fr: `${who}, en binôme avec ${other}, sur le rendez-vous du ${timeOf(at, 'D')}`,
    en: `${who}, paired with ${other}, about the session of ${timeOf(at, 'D')}`,
  }),
  aboutLast: (who: string, other: string): Text => ({
    fr: `${who}, sur la fin de son binôme avec ${other}`,
    en: `${who}, about the end of the pair with ${other}`,
  }),
  wantsContact: { fr: 'Souhaite que l’équipe prenne contact', en: 'Would like staff to get in touch' },
  discreet: {
    fr: 'L’autre personne du binôme ne lit pas ces réponses : parlez-en seulement à qui a répondu.',
    en: 'The other person of the pair does not read these answers: speak of them only to who answered.',
  },
  wordsTitle: { fr: 'Ce que disent les binômes', en: 'What pairs say' },
  wordsNone: { fr: 'Rien d’écrit depuis trois mois.', en: 'Nothing was written for three months.' },
  homeWords: (count: number): Text => ({
    fr: `${counted(count, 'mot écrit', 'mots écrits')} dans les avis de mentorat depuis un mois.`,
    en: `${counted(count, 'comment', 'comments')} in mentoring opinions during the last month.`,
  }),
  usefulName: { fr: 'Utile', en: 'Useful' },
  comfortName: { fr: 'À l’aise', en: 'At ease' },
  commentName: { fr: 'Ce qui est dit', en: 'What they say' },
} as const;

/** The last message to each of the two. */
export const lastText = {
  ended: {
    fr: 'Votre binôme est terminé. Merci pour ce temps partagé.',
    en: 'Your pair has ended. Thank you for the time you shared.',
  },
  alone: {
    fr: 'Votre binôme est terminé : l’autre personne n’utilise plus ce service. Merci pour ce temps partagé. Ce que vous aviez écrit ensemble a été supprimé.',
    en: 'Your pair has ended: the other person no longer uses this service. Thank you for the time you shared. What you wrote together was deleted.',
  },
  dropped: (count: number): Text =>
    count === 1
      ? {
          fr: 'Le rendez-vous prévu est annulé ; le fichier joint l’enlève de votre agenda.',
          en: 'The session that was planned is cancelled; the attached file takes it out of your calendar.',
        }
      : {
          fr: `Les ${count} rendez-vous prévus sont annulés ; les fichiers joints les enlèvent de votre agenda.`,
          en: `The ${count} sessions that were planned are cancelled; the attached files take them out of your calendar.`,
        },
  ask: {
    fr: 'Deux dernières questions, une demi-minute ; l’autre personne ne lira pas vos réponses.',
    en: 'Two last questions, half a minute; the other person will not read your answers.',
  },
  next: {
    learner: {
      fr: 'Vous pouvez aussi chercher tout de suite une autre personne pour vous accompagner, avec la même demande : jamais la même.',
      en: 'You may also look for another mentor at once, with the same request: never the same person.',
    },
    mentor: {
      fr: 'Votre place est de nouveau libre : d’autres personnes peuvent vous demander. `/mentorat pause` si vous préférez souffler.',
      en: 'Your place is free again: other people may ask you. `/mentoring pause` if you would rather rest.',
    },
  },
  look: { fr: 'Chercher une autre personne', en: 'Look for another mentor' },
} as const;

export const alreadySaid = () =>
  new UserError('sessions.said', {
    fr: 'Vous avez déjà donné votre avis, merci. Une fois suffit.',
    en: 'You have given your opinion already, thank you. Once is enough.',
  });

export const notOpen = () =>
  new UserError('sessions.not_open', {
    fr: 'Il n’y a rien à dire de ce rendez-vous pour le moment : les questions viennent quand il a eu lieu, et restent un mois.',
    en: 'There is nothing to say about this session at the moment: the questions come once it took place, and stay for a month.',
  });

export const nothingToRead = () =>
  new UserError('sessions.nothing_to_read', {
    fr: 'Il n’y a rien à lire ici pour vous : cet avis a été retiré, ou une autre personne de l’équipe s’en occupe.',
    en: 'There is nothing to read here for you: this opinion was withdrawn, or somebody else of staff sees to it.',
  });
