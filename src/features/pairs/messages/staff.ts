import { counted, type Text } from '../../../kernel/text.ts';

export const text = {
  // Who coordinates.
  questionTitle: { fr: 'Qui suit ce binôme ?', en: 'Who looks after this pair?' },
  question: (mentor: string, learner: string): Text => ({
    fr: `**${mentor}** va accompagner **${learner}**. Leur fil s’ouvrira dès qu’une personne de l’équipe est choisie.`,
    en: `**${mentor}** is going to mentor **${learner}**. Their thread opens as soon as somebody of staff is chosen.`,
  }),
  questionPick: { fr: 'Choisir une personne de l’équipe', en: 'Choose somebody of staff' },
  questionAnswered: (coordinator: string): Text => ({
    fr: `${coordinator} suit ce binôme.`,
    en: `${coordinator} looks after this pair.`,
  }),
  questionOver: { fr: 'Il n’y a plus personne à choisir pour ce binôme.', en: 'Nobody is to be chosen for this pair any more.' },
  chosen: (coordinator: string): Text => ({
    fr: `${coordinator} suit maintenant ce binôme et entre dans leur fil.`,
    en: `${coordinator} now looks after this pair and joins their thread.`,
  }),
  waitingTitle: (count: number): Text => ({
    fr: `${counted(count, 'binôme attend', 'binômes attendent')} une personne de l’équipe`,
    en: `${counted(count, 'pair waits', 'pairs wait')} for somebody of staff`,
  }),
  waitingNone: { fr: 'Aucun binôme n’attend.', en: 'No pair waits.' },
  see: { fr: 'Voir', en: 'See' },

  // Silence.
  warnTitle: { fr: 'Un binôme reste silencieux', en: 'A pair is silent' },
  warn: (mentor: string, learner: string, days: number): Text => ({
    fr: `**${mentor}** et **${learner}** n’échangent plus depuis ${counted(days, 'jour', 'jours')}. Un mot de votre part peut aider.`,
    en: `**${mentor}** and **${learner}** have not talked for ${counted(days, 'day', 'days')}. A word from you may help.`,
  }),
  endedTitle: { fr: 'Un binôme s’est arrêté', en: 'A pair has ended' },
  ended: (mentor: string, learner: string): Text => ({
    fr: `**${mentor}** et **${learner}** n’ont pas donné de nouvelles : leur binôme est terminé.`,
    en: `**${mentor}** and **${learner}** gave no news: their pair has ended.`,
  }),

  // Reports.
  reportTitle: (id: number): Text => ({ fr: `Demande d’aide n° ${id}`, en: `Call for help no. ${id}` }),
  reportBy: { fr: 'Qui demande', en: 'Who asks' },
  reportAbout: { fr: 'À propos de', en: 'About' },
  aboutOther: (name: string): Text => ({
    fr: `${name}, l’autre personne du binôme`,
    en: `${name}, the other person of the pair`,
  }),
  aboutCoordinator: (name: string): Text => ({ fr: `${name}, qui suit le binôme`, en: `${name}, who looks after the pair` }),
  aboutFormer: { fr: 'La personne qui suivait le binôme', en: 'Whoever looked after the pair' },
  aboutElse: { fr: 'Autre chose', en: 'Something else' },
  reportLeft: { fr: 'Cette personne a quitté le binôme.', en: 'This person has left the pair.' },
  reportRole: (isMentor: boolean): Text => ({
    fr: isMentor ? 'mentor du binôme' : 'en formation, dans ce binôme',
    en: isMentor ? 'mentor of the pair' : 'learner of the pair',
  }),
  discreet: {
    fr: 'L’autre personne ne sait pas qu’il y a eu un message.',
    en: 'The other person does not know that there was a message.',
  },
  handle: { fr: 'Traiter', en: 'Handle' },
  handleTitle: { fr: 'Traiter la demande d’aide', en: 'Handle the call for help' },
  note: { fr: 'Ce que vous avez fait', en: 'What you did' },
  noteHelp: { fr: 'Pour l’équipe seulement.', en: 'For staff only.' },
  handled: { fr: 'Demande traitée. La note reste sur sa carte.', en: 'Handled. The note stays on its card.' },
  handledAt: (who: string, at: string): Text => ({ fr: `Réponse de ${who} ${at}`, en: `Handled by ${who} ${at}` }),
  coordinatorTold: (mentor: string, learner: string): Text => ({
    fr: `Quelqu’un du binôme **${mentor}** et **${learner}**, que vous suivez, demande de l’aide. Le message est dans le salon de suivi du mentorat.`,
    en: `Somebody of the pair **${mentor}** and **${learner}**, which you look after, asks for help. The message is in the mentoring channel of staff.`,
  }),
  reportOpen: { fr: 'Lire', en: 'Read' },
  sealed: {
    fr: 'Un binôme a besoin d’aide. Une personne qui pourrait être concernée lit ce salon : le message s’ouvre avec ce bouton, pour le reste de l’équipe.',
    en: 'A pair needs help. Somebody whom it may concern reads this channel: the message opens with this button, for the rest of staff.',
  },
  sealedHandled: { fr: 'Cette demande a eu sa réponse.', en: 'This call for help has been answered.' },
  reportThread: { fr: 'Ouvrir le fil', en: 'Open the thread' },
  reportPause: { fr: 'Mettre le binôme en pause', en: 'Pause the pair' },
  reportEnd: { fr: 'Terminer le binôme', en: 'End the pair' },
  reportEndWhy: { fr: 'Pourquoi ? Pour l’équipe seulement', en: 'Why? For staff only' },
  pausedFor: (day: string): Text => ({
    fr: `Binôme en pause jusqu’au ${day}. Les deux le lisent dans leur fil. La demande d’aide attend toujours votre réponse.`,
    en: `Pair paused until ${day}. Both read it in their thread. The call for help still waits for your answer.`,
  }),
  stopped: {
    fr: 'Le binôme est terminé, les deux le savent. La demande d’aide attend toujours votre réponse.',
    en: 'The pair has ended, and both know. The call for help still waits for your answer.',
  },

  // Why it ended.
  whyTitle: { fr: 'Un binôme s’est terminé, avec un mot pour l’équipe', en: 'A pair has ended, with a word for staff' },
  why: (mentor: string, learner: string, who: string): Text => ({
    fr: `**${mentor}** et **${learner}** ne sont plus en binôme. Ce que dit **${who}** :`,
    en: `**${mentor}** and **${learner}** are no longer a pair. What **${who}** says:`,
  }),
  whySealed: {
    fr: 'L’une des deux personnes lit ce salon : le mot s’ouvre avec ce bouton, pour le reste de l’équipe.',
    en: 'One of the two reads this channel: the word opens with this button, for the rest of staff.',
  },
  whyOpen: { fr: 'Lire', en: 'Read' },
  reportsTitle: (count: number): Text => ({
    fr: `${counted(count, 'demande d’aide attend', 'demandes d’aide attendent')}`,
    en: `${counted(count, 'call for help waits', 'calls for help wait')}`,
  }),
  reportsNone: { fr: 'Aucune demande d’aide n’attend.', en: 'No call for help waits.' },
} as const;
