import type { Text } from '../../../kernel/text.ts';

export const text = {
  statusDoor: { fr: 'Mon mentorat', en: 'My mentoring' },

  // Goals.
  goalAdd: { fr: 'Ajouter un objectif', en: 'Add a goal' },
  goalText: { fr: 'Objectif', en: 'Goal' },
  goalHelp: { fr: 'Court et concret : « Envoyer cinq candidatures ».', en: 'Short and concrete: “Send five applications”.' },
  goalPick: { fr: 'Choisir un objectif à changer', en: 'Choose a goal to change' },
  goalProgress: { fr: 'Où en êtes-vous ?', en: 'How far are you?' },
  goalEdit: { fr: 'Réécrire', en: 'Rewrite' },
  goalDrop: { fr: 'Supprimer', en: 'Delete' },
  goalBack: { fr: 'Tous les objectifs', en: 'All goals' },
  goalsHow: {
    fr: 'Cinq au plus. Chaque personne du binôme peut les changer ; ils s’affichent en haut de votre fil.',
    en: 'Five at most. Either of you may change them; they are shown at the top of your thread.',
  },
  progress: (percent: number): Text => ({
    fr: percent === 100 ? '100 % · atteint' : `${percent} %`,
    en: percent === 100 ? '100% · done' : `${percent}%`,
  }),

  // Notes.
  notesTitle: { fr: 'Vos notes', en: 'Your notes' },
  notesHow: {
    fr: 'Personne d’autre ne peut les lire.',
    en: 'Only you can read them.',
  },
  noteEmpty: { fr: 'Rien pour l’instant.', en: 'Nothing yet.' },
  noteEdit: { fr: 'Écrire', en: 'Write' },
  noteText: { fr: 'Notes', en: 'Notes' },
  noteHelp: { fr: 'Laissez vide pour les supprimer.', en: 'Leave empty to delete them.' },

  // Pause.
  pauseCommand: { fr: 'Mettre en pause un binôme, ou votre disponibilité', en: 'Pause a pair, or your availability' },
  resumeCommand: { fr: 'Reprendre après une pause', en: 'Go on after a pause' },
  until: { fr: 'Date du retour', en: 'Date of return' },
  untilHelp: {
    fr: 'Par exemple 15/03/2027. Le binôme reprendra ce jour-là.',
    en: 'For instance 15/03/2027. The pair goes on that day.',
  },
  untilHelpMentor: {
    fr: 'Par exemple 15/03/2027. Personne ne vous sera proposé d’ici là.',
    en: 'For instance 15/03/2027. Nobody is proposed to you before.',
  },
  pauseTitle: { fr: 'Mettre en pause', en: 'Pause' },
  pausePick: { fr: 'Que voulez-vous mettre en pause ?', en: 'What do you want to pause?' },
  resumePick: { fr: 'Que voulez-vous reprendre ?', en: 'What shall go on?' },
  availability: { fr: 'Ma disponibilité', en: 'My availability' },
  availabilityHow: { fr: 'Vos binômes continuent, aucune nouvelle demande', en: 'Your pairs continue, no new request' },
  pairWith: (name: string): Text => ({ fr: `Binôme avec ${name}`, en: `Pair with ${name}` }),
  pairWithNobody: { fr: 'Binôme', en: 'Pair' },
  paused: (day: string): Text => ({
    fr: `Binôme en pause jusqu’au ${day}. C’est dit dans votre fil.`,
    en: `Pair paused until ${day}. Your thread says so.`,
  }),
  pausedMentor: (day: string): Text => ({
    fr: `Votre disponibilité est en pause jusqu’au ${day}. Vos binômes continuent.`,
    en: `Your availability is paused until ${day}. Your pairs continue.`,
  }),
  resumed: { fr: 'Votre binôme reprend. C’est dit dans votre fil.', en: 'Your pair goes on. Your thread says so.' },
  resumedMentor: { fr: 'Vous êtes de nouveau disponible. Merci !', en: 'You are available again. Thank you!' },

  // End.
  endCommand: { fr: 'Terminer un binôme, à tout moment', en: 'End a pair, at any time' },
  endTitle: { fr: 'Terminer le binôme', en: 'End the pair' },
  endPick: { fr: 'Quel binôme voulez-vous terminer ?', en: 'Which pair do you want to end?' },
  endHow: {
    fr: 'Un binôme peut s’arrêter à tout moment, sans justification.',
    en: 'A pair may end at any time, and nobody has to say why.',
  },
  choice: { fr: 'Ce qui décrit le mieux la fin', en: 'What describes the end best' },
  reason: { fr: 'Pourquoi ? Pour l’équipe seulement', en: 'Why? For staff only' },
  reasonHelp: { fr: 'Facultatif. L’autre personne ne le lira jamais.', en: 'Optional. The other person never reads it.' },
  ended: {
    fr: 'Le binôme est terminé. L’autre personne est prévenue avec des mots neutres, et votre fil se ferme.',
    en: 'The pair has ended. The other person is told in neutral words, and your thread closes.',
  },

  // Report.
  reportTitle: { fr: 'Demander de l’aide à l’équipe', en: 'Ask staff for help' },
  about: { fr: 'Qui est concerné ?', en: 'Who is it about?' },
  what: { fr: 'Que se passe-t-il ?', en: 'What is happening?' },
  whatHelp: {
    fr: 'Seule l’équipe le lit. L’autre personne n’en saura rien.',
    en: 'Only staff read it. The other person is not told.',
  },
  leave: { fr: 'Je veux quitter ce binôme maintenant', en: 'I want to leave this pair now' },
  reported: {
    fr: 'Merci. L’équipe a votre message et va vous répondre. L’autre personne n’en sait rien.',
    en: 'Thank you. Staff have your message and will answer you. The other person knows nothing of it.',
  },
  reportedLeft: {
    fr: 'Merci. L’équipe a votre message et va vous répondre. Le binôme est terminé ; l’autre personne sait seulement cela.',
    en: 'Thank you. Staff have your message and will answer you. The pair has ended; that is all the other person is told.',
  },
} as const;

export const choices = {
  finished: { fr: 'Nous avons fait ce que nous voulions', en: 'We have done what we wanted' },
  stop: { fr: 'J’arrête là', en: 'I stop here' },
} as const satisfies Record<string, Text>;

export const abouts = {
  other: { fr: 'L’autre personne du binôme', en: 'The other person of the pair' },
  coordinator: { fr: 'La personne de l’équipe qui suit le binôme', en: 'The person of staff who looks after the pair' },
  else: { fr: 'Autre chose', en: 'Something else' },
} as const satisfies Record<string, Text>;
