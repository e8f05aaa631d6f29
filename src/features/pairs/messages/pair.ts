import { counted, type Text } from '../../../kernel/text.ts';

/** `Alice` and the like come escaped. */
export const text = {
  // The thread.
  threadName: (mentor: string, learner: string) => `${mentor} · ${learner}`,
  somebody: { fr: 'quelqu’un', en: 'somebody' },
  welcomeTitle: { fr: 'Bienvenue dans votre binôme', en: 'Welcome to your pair' },
  welcome: (mentor: string, learner: string): Text => ({
    fr: `**${mentor}** accompagne **${learner}**. Ce fil est privé, pour vous deux. L’équipe du projet peut l’ouvrir, et y vient si vous demandez de l’aide.`,
    en: `**${mentor}** mentors **${learner}**. This thread is private, for the two of you. The project team can open it, and comes when you ask for help.`,
  }),
  coordinated: (coordinator: string): Text => ({
    fr: `${coordinator}, de l’équipe, suit ce binôme et lit ce fil.`,
    en: `${coordinator}, of staff, looks after this pair and reads this thread.`,
  }),
  agendaTitle: { fr: 'Pour la première rencontre', en: 'For your first meeting' },
  agenda: {
    fr: '1. Faire connaissance : votre parcours, ce qui vous plaît.\n2. Choisir un ou deux objectifs.\n3. Trouver un rythme : toutes les deux semaines convient souvent.',
    en: '1. Get to know each other: your path, what you like.\n2. Choose one or two goals.\n3. Find a rhythm: every two weeks often works well.',
  },
  goalsTitle: { fr: 'Vos objectifs', en: 'Your goals' },
  noGoals: { fr: 'Aucun objectif pour l’instant. Ajoutez le premier ensemble.', en: 'No goal yet. Add the first one together.' },
  goalDone: { fr: 'atteint', en: 'done' },
  pausedUntil: (day: string): Text => ({ fr: `En pause jusqu’au ${day}.`, en: `Paused until ${day}.` }),
  pausedTitle: { fr: 'En pause', en: 'Paused' },

  plan: { fr: 'Proposer un rendez-vous', en: 'Propose a session' },
  goals: { fr: 'Objectifs', en: 'Goals' },
  notes: { fr: 'Mes notes', en: 'My notes' },
  rest: { fr: 'Pause', en: 'Pause' },
  end: { fr: 'Terminer', en: 'End' },
  report: { fr: 'Demander de l’aide', en: 'Ask for help' },
  well: { fr: 'Tout va bien', en: 'All is well' },
  resume: { fr: 'Reprendre', en: 'Go on' },
  reopen: { fr: 'Rouvrir un fil', en: 'Open a new thread' },

  // Without a thread.
  metTitle: { fr: 'Vous avez un binôme', en: 'You have a pair' },
  metMentor: (learner: string): Text => ({
    fr: `Vous accompagnez maintenant **${learner}**. Votre fil privé n’a pas pu être créé pour l’instant : écrivez-lui directement. Vous y serez dès qu’il existera.`,
    en: `You now mentor **${learner}**. Your private thread could not be made for now: write to them directly. You will be in it as soon as it is there.`,
  }),
  metLearner: (mentor: string): Text => ({
    fr: `**${mentor}** vous accompagne maintenant. Votre fil privé n’a pas pu être créé pour l’instant : écrivez-lui directement. Vous y serez dès qu’il existera.`,
    en: `**${mentor}** now mentors you. Your private thread could not be made for now: write to them directly. You will be in it as soon as it is there.`,
  }),

  // What is said to both.
  nudgeDays: (days: number): Text => ({
    fr: `${counted(days, 'jour', 'jours')} sans nouvelles ici : tout va bien ? Un clic suffit.`,
    en: `No news here for ${counted(days, 'day', 'days')}: is all well? One click is enough.`,
  }),
  warnDays: (days: number, endDay: string): Text => ({
    fr: `Toujours sans nouvelles depuis ${counted(days, 'jour', 'jours')}. Sans un mot ni un clic de l’une ou de l’autre, ce binôme s’arrêtera vers le ${endDay}. Une pause est possible.`,
    en: `Still no news for ${counted(days, 'day', 'days')}. Without a word or a click from either of you, this pair ends around ${endDay}. You may also pause it.`,
  }),
  remind: {
    fr: 'L’équipe prend de vos nouvelles : tout va bien ? Un clic suffit.',
    en: 'Staff would like to hear from you: is all well? One click is enough.',
  },
  paused: (day: string): Text => ({
    fr: `Ce binôme est en pause jusqu’au ${day}. Il reprendra tout seul ; d’ici là, aucun rappel.`,
    en: `This pair is paused until ${day}. It goes on by itself then; until that day, no reminders.`,
  }),
  resumed: {
    fr: 'La pause est finie : votre binôme reprend. Et si vous fixiez le prochain rendez-vous ?',
    en: 'The pause is over: your pair goes on. Why not plan the next session?',
  },
  absent: (day: string): Text => ({
    fr: `L’une des deux personnes n’est plus sur le serveur : le binôme est en pause. Sans retour, il s’arrêtera vers le ${day}.`,
    en: `One of the two people is no longer on the server: the pair is paused. If they do not come back, it ends around ${day}.`,
  }),
  back: {
    fr: 'Tout le monde est de retour sur le serveur : le binôme continue.',
    en: 'Everybody is back on the server: the pair continues.',
  },
  lost: {
    fr: 'Le fil de votre binôme a été supprimé. Le binôme continue : un clic suffit pour ouvrir un nouveau fil.',
    en: 'The thread of your pair was deleted. The pair continues: one click opens a new thread.',
  },
  waiting: {
    fr: 'L’équipe choisit d’abord la personne qui suivra votre binôme. Votre fil privé s’ouvre juste après : vous n’avez rien à faire.',
    en: 'Staff first choose who looks after your pair. Your private thread opens right after: there is nothing for you to do.',
  },
  waitingThread: {
    fr: 'L’équipe choisit d’abord la personne qui suivra votre binôme. Ce fil est fermé d’ici là et se rouvre tout seul : vous n’avez rien à faire.',
    en: 'Staff first choose who looks after your pair. This thread is closed until then and opens again by itself: there is nothing for you to do.',
  },
  closing: {
    fr: 'Ce binôme est terminé. Merci pour le temps que vous vous êtes donné. Ce fil est fermé et sera supprimé dans 30 jours : gardez d’ici là ce qui vous est utile.',
    en: 'This pair has ended. Thank you for the time you gave each other. This thread is closed and is deleted in 30 days: keep what is useful to you before then.',
  },
  allWell: { fr: 'C’est noté, merci. Bonne continuation à vous deux.', en: 'Noted, thank you. All the best to both of you.' },

  // Own answers.
  reopening: {
    fr: 'Un nouveau fil s’ouvre : vous y serez dans un instant.',
    en: 'A new thread is being opened: you will be in it in a moment.',
  },
  pairsTitle: { fr: 'Vos binômes', en: 'Your pairs' },
  pairsNone: { fr: 'Aucun binôme en cours.', en: 'No pair at the moment.' },
  asMentor: (name: string): Text => ({ fr: `Vous accompagnez **${name}**`, en: `You mentor **${name}**` }),
  asLearner: (name: string): Text => ({ fr: `**${name}** vous accompagne`, en: `**${name}** mentors you` }),
  inThread: (thread: string): Text => ({ fr: `Votre fil : ${thread}`, en: `Your thread: ${thread}` }),
  noThread: { fr: 'Le fil privé n’existe pas encore.', en: 'The private thread is not there yet.' },
  lostThread: { fr: 'Le fil privé a été supprimé.', en: 'The private thread was deleted.' },
  noThreadYet: {
    fr: 'L’équipe choisit d’abord la personne qui suivra votre binôme ; le fil privé s’ouvre juste après.',
    en: 'Staff first choose who looks after your pair; the private thread opens right after.',
  },
  goalsCount: (done: number, all: number): Text => ({
    fr: `${counted(all, 'objectif', 'objectifs')}, ${counted(done, 'atteint', 'atteints')}`,
    en: `${counted(all, 'goal', 'goals')}, ${done} done`,
  }),
  previous: { fr: 'Précédents', en: 'Previous' },
  next: { fr: 'Suivants', en: 'Next' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),

  // Mon espace, and the card of a person for staff.
  homeOne: (said: string, thread: string | null) => (thread ? `${said} : ${thread}` : `${said}.`),
  homeLost: (said: string): Text => ({
    fr: `${said}. Le fil privé a été supprimé : un clic suffit pour en ouvrir un autre.`,
    en: `${said}. The private thread was deleted: one click opens another.`,
  }),
  homeMany: (count: number): Text => ({ fr: `Vous avez ${count} binômes.`, en: `You have ${count} pairs.` }),
  homeOpen: { fr: 'Mes binômes', en: 'My pairs' },
  cardMentor: (name: string): Text => ({ fr: `Accompagne **${name}**`, en: `Mentors **${name}**` }),
  cardLearner: (name: string): Text => ({ fr: `**${name}** l’accompagne`, en: `Mentored by **${name}**` }),
  since: (day: string): Text => ({ fr: `depuis le ${day}`, en: `since ${day}` }),
} as const;
