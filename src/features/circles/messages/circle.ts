import { bold, counted, escapeMarkdown, type Text } from '../../../kernel/text.ts';

export const text = {
  command: {
    name: { en: 'mentoring circle', fr: 'mentorat cercle' },
    description: {
      fr: 'Rejoindre ou ouvrir un cercle : un mentor, quelques personnes, un thème',
      en: 'Join or open a circle: one mentor, a few people, one theme',
    },
  },
  option: {
    mentor: {
      fr: 'mentor',
      description: {
        fr: 'Pour l’équipe : ouvrir un cercle au nom de cette personne',
        en: 'For staff: open a circle for this person',
      },
    },
  },

  listTitle: { fr: 'Les cercles', en: 'The circles' },
  listIntro: {
    fr: 'Un cercle réunit un mentor et quelques personnes autour d’un thème, dans un fil privé, jusqu’à une date.',
    en: 'A circle brings together a mentor and a few people around a theme, in a private thread, until a date.',
  },
  none: {
    fr: 'Aucun cercle n’est ouvert en ce moment. Les prochains seront annoncés ici.',
    en: 'No circle is open at the moment. The next ones will be announced.',
  },
  page: (page: number, of: number): Text => ({ fr: `Page ${page} sur ${of}`, en: `Page ${page} of ${of}` }),
  previous: { fr: 'Précédent', en: 'Previous' },
  next: { fr: 'Suivant', en: 'Next' },
  show: { fr: 'Voir', en: 'See' },
  open: { fr: 'Ouvrir un cercle', en: 'Open a circle' },
  own: { fr: 'Le cercle que vous menez', en: 'The circle you lead' },
  you: {
    inside: { fr: 'Vous en êtes', en: 'You are in it' },
    waiting: (place: number): Text => ({ fr: `Liste d’attente : place ${place}`, en: `Waiting list: place ${place}` }),
  },

  formTitle: { fr: 'Un cercle', en: 'A circle' },
  title: { fr: 'Nom du cercle', en: 'Name of the circle' },
  titleHelp: { fr: 'Par exemple : Préparer ses entretiens', en: 'For example: Getting ready for interviews' },
  theme: { fr: 'Thème', en: 'Theme' },
  about: { fr: 'Ce que vous ferez ensemble', en: 'What you will do together' },
  seats: { fr: 'Nombre de places', en: 'Number of seats' },
  seatsOf: (count: number): Text => ({ fr: `${count} places`, en: `${count} seats` }),
  end: { fr: 'Dernier jour', en: 'Last day' },
  endHelp: { fr: 'Comme 30/06/2027 ; dans six mois au plus', en: 'Like 30/06/2027 (day first); within six months' },
  draft: {
    fr: 'Voici ce que les personnes en formation verront. Rien n’est publié pour l’instant.',
    en: 'This is what learners will see. Nothing is published yet.',
  },
  edit: { fr: 'Modifier', en: 'Change' },
  who: { fr: 'Choisir qui peut rejoindre', en: 'Choose who may join' },
  publish: { fr: 'Ouvrir le cercle', en: 'Open the circle' },
  drop: { fr: 'Abandonner', en: 'Discard' },
  dropped: { fr: 'Le projet de cercle est abandonné.', en: 'The draft of the circle is discarded.' },
  published: {
    fr: 'Le cercle est ouvert. Il est annoncé dans le salon du mentorat, et son fil privé s’ouvre dans un instant.',
    en: 'The circle is open. It is announced in the mentoring channel, and its private thread opens in a moment.',
  },
  saved: { fr: 'C’est enregistré.', en: 'Saved.' },
  audience: { fr: 'Formations ou promos', en: 'Courses or promos' },
  audienceHelp: {
    fr: 'Leurs noms, séparés par des virgules. Vide : toutes les personnes en formation.',
    en: 'Their names, separated by commas. Empty: every learner.',
  },

  cardTitle: (title: string): Text => ({ fr: `Cercle · ${title}`, en: `Circle · ${title}` }),
  ledBy: { fr: 'Avec', en: 'With' },
  until: { fr: 'Jusqu’au', en: 'Until' },
  forWhom: { fr: 'Pour', en: 'For' },
  everybody: { fr: 'Toutes les personnes en formation', en: 'Every learner' },
  places: { fr: 'Places', en: 'Seats' },
  free: (free: number, seats: number, waiting: number): Text =>
    free > 0
      ? {
          fr: `${counted(free, 'place libre', 'places libres')} sur ${seats}`,
          en: `${counted(free, 'free seat', 'free seats')} of ${seats}`,
        }
      : {
          fr: `Complet (${seats})${waiting > 0 ? ` · liste d’attente : ${counted(waiting, 'personne', 'personnes')}` : ' · liste d’attente ouverte'}`,
          en: `Full (${seats})${waiting > 0 ? ` · waiting list: ${counted(waiting, 'person', 'people')}` : ' · waiting list open'}`,
        },
  nobody: { fr: 'Mentor à venir', en: 'Mentor to come' },
  join: { fr: 'Rejoindre', en: 'Join' },
  joinList: { fr: 'Rejoindre la liste d’attente', en: 'Join the waiting list' },
  paused: {
    fr: 'Ce cercle est en pause : son mentor n’est pas disponible pour le moment.',
    en: 'This circle pauses: its mentor is not available for now.',
  },
  pausedUntil: (back: string): Text => ({
    fr: `Ce cercle est en pause : son mentor revient le ${back}.`,
    en: `This circle pauses: its mentor is back on ${back}.`,
  }),
  over: { fr: 'Ce cercle est terminé.', en: 'This circle is over.' },

  joined: (title: string): Text => ({
    fr: `Vous êtes dans le cercle ${bold(title)}. Son fil privé apparaît dans un instant dans votre liste.`,
    en: `You are in the circle ${bold(title)}. Its private thread appears in your list in a moment.`,
  }),
  queued: (title: string, place: number): Text => ({
    fr: `Le cercle ${bold(title)} est complet. Vous êtes à la place ${place} de la liste d’attente : nous vous prévenons dès qu’une place se libère.`,
    en: `The circle ${bold(title)} is full. You are at place ${place} of the waiting list: you will be told as soon as a seat is free.`,
  }),
  left: (title: string): Text => ({
    fr: `Vous avez quitté le cercle ${bold(title)}. Personne n’a à se justifier.`,
    en: `You left the circle ${bold(title)}. Nobody has to give reasons.`,
  }),
  removed: (who: string): Text => ({
    fr: `${who} n’est plus dans le cercle, et l’apprend par un message neutre.`,
    en: `${who} is no longer in the circle, and learns it by a neutral message.`,
  }),

  leave: { fr: 'Quitter', en: 'Leave' },
  leaveList: { fr: 'Quitter la liste d’attente', en: 'Leave the waiting list' },
  manage: { fr: 'Voir le cercle', en: 'See the circle' },
  plan: { fr: 'Prévoir une rencontre', en: 'Plan a meeting' },
  replan: { fr: 'Déplacer la rencontre', en: 'Move the meeting' },
  prolong: { fr: 'Prolonger', en: 'Prolong' },
  finish: { fr: 'Terminer le cercle', en: 'End the circle' },
  finishSure: (title: string): Text => ({
    fr: `Terminer le cercle ${bold(title)} maintenant ? Le fil sera fermé pour tout le monde, puis supprimé dans 30 jours.`,
    en: `End the circle ${bold(title)} now? The thread will be closed for everybody, then deleted in 30 days.`,
  }),
  finishYes: { fr: 'Oui, terminer', en: 'Yes, end it' },
  finished: {
    fr: 'Le cercle est terminé. Tout le monde est prévenu dans le fil.',
    en: 'The circle is over. Everybody is told in the thread.',
  },
  removeSomebody: { fr: 'Retirer une personne du cercle', en: 'Remove somebody from the circle' },
  insiders: { fr: 'Dans le cercle', en: 'In the circle' },
  noInsiders: { fr: 'Personne pour l’instant', en: 'Nobody yet' },
  nextMeeting: { fr: 'Prochaine rencontre', en: 'Next meeting' },
  noMeeting: { fr: 'Aucune rencontre prévue', en: 'No meeting planned' },
  backToList: { fr: 'Tous les cercles', en: 'All circles' },

  // The thread.
  room: (title: string): Text => ({ fr: `Cercle · ${title}`, en: `Circle · ${title}` }),
  welcome: (mentor: string): Text => ({
    fr: `Bienvenue dans ce cercle, mené par ${mentor}. Présentez-vous en deux phrases et dites ce que vous en attendez : c’est la meilleure première rencontre.`,
    en: `Welcome to this circle, led by ${mentor}. Introduce yourselves in two sentences and say what you hope for: it is the best first meeting.`,
  }),
  rules: (until: string): Text => ({
    fr: `Ce qui se dit ici reste ici. Chaque personne peut partir quand elle veut. Le cercle dure jusqu’au ${until} ; 30 jours plus tard, ce fil est supprimé.`,
    en: `What is said here stays here. Everybody may leave at any time. The circle lasts until ${until}; 30 days later this thread is deleted.`,
  }),
  report: { fr: 'Signaler un problème', en: 'Report a problem' },
  reportHelp: {
    fr: 'Seule l’équipe le lit. Si vous n’êtes pas mentor de ce cercle, vous le quittez tout de suite.',
    en: 'Only staff read it. Unless you are its mentor, you leave this circle at once.',
  },
  reported: { fr: 'L’équipe est prévenue et vous répondra.', en: 'Staff are told and will answer you.' },
  reportedLeft: {
    fr: 'L’équipe est prévenue et vous répondra. Vous ne faites plus partie de ce cercle, et le mentorat ne vous proposera plus son mentor.',
    en: 'Staff are told and will answer you. You are no longer in this circle, and mentoring will not propose its mentor to you again.',
  },
  news: {
    warned: (until: string, canProlong: boolean): Text => ({
      fr: `Ce cercle se termine le ${until}, dans une semaine.${canProlong ? ' Le mentor peut le prolonger une fois.' : ''}`,
      en: `This circle ends on ${until}, in a week.${canProlong ? ' The mentor may prolong it once.' : ''}`,
    }),
    prolonged: (until: string): Text => ({
      fr: `Bonne nouvelle : ce cercle continue jusqu’au ${until}.`,
      en: `Good news: this circle goes on until ${until}.`,
    }),
    paused: {
      fr: 'Le mentor de ce cercle n’est pas disponible pour le moment. Vous pouvez continuer à échanger ; l’équipe cherche une suite et vous la dira ici.',
      en: 'The mentor of this circle is not available for now. You can go on talking; staff are looking for a way on and will tell you here.',
    },
    away: (back: string): Text => ({
      fr: `Le mentor de ce cercle fait une pause et revient le ${back}. Vous gardez votre place, et vous pouvez continuer à échanger ici.`,
      en: `The mentor of this circle takes a break and is back on ${back}. You keep your seat, and you can go on talking here.`,
    }),
    back: (mentor: string): Text => ({
      fr: `${mentor} est de retour : le cercle reprend.`,
      en: `${mentor} is back: the circle goes on.`,
    }),
    given: (mentor: string): Text => ({
      fr: `${mentor} mène ce cercle à partir de maintenant. Bienvenue !`,
      en: `${mentor} leads this circle from now on. Welcome!`,
    }),
    ended: (until: string): Text => ({
      fr: `Ce cercle est terminé. Merci pour ces échanges ! Ce fil reste lisible jusqu’au ${until}, puis il est supprimé.`,
      en: `This circle is over. Thank you all! This thread can be read until ${until}, then it is deleted.`,
    }),
  },

  planTitle: { fr: 'La prochaine rencontre', en: 'The next meeting' },
  when: { fr: 'Quand ?', en: 'When?' },
  whenHelp: {
    fr: 'À l’heure de chez vous : « mardi prochain à 18h30 », « demain 14h », « 12/01 18h ».',
    en: 'In your own time zone: “next Tuesday 6pm”, “tomorrow 14:00”, “12/01 18:00” (day first).',
  },
  length: { fr: 'Durée', en: 'Length' },
  lengthOf: (minutes: number): Text => ({ fr: `${minutes} minutes`, en: `${minutes} minutes` }),
  place: { fr: 'Où ? (salon vocal ou lien)', en: 'Where? (voice channel or link)' },
  planned: (when: string): Text => ({
    fr: `La rencontre est prévue : ${when}. Elle est annoncée dans le fil, et rappelée la veille.`,
    en: `The meeting is planned: ${when}. It is announced in the thread, and reminded the day before.`,
  }),
  meeting: (when: string, minutes: number): Text => ({ fr: `${when}, ${minutes} minutes`, en: `${when}, ${minutes} minutes` }),
  meetingDone: { fr: 'Rencontre faite', en: 'Meeting done' },
  meetingCancelled: { fr: 'Rencontre annulée', en: 'Meeting cancelled' },
  met: { fr: 'C’est fait', en: 'Done' },
  unmet: { fr: 'Annuler la rencontre', en: 'Cancel the meeting' },
  metNote: (minutes: number): Text => ({ fr: `C’est noté : ${minutes} minutes.`, en: `Noted: ${minutes} minutes.` }),
  unmetNote: { fr: 'La rencontre est annulée, et le fil le dit.', en: 'The meeting is cancelled, and the thread says so.' },
  reminder: (when: string): Text => ({ fr: `Rappel : votre rencontre est ${when}.`, en: `Reminder: your meeting is ${when}.` }),

  prolongTitle: { fr: 'Prolonger le cercle', en: 'Prolong the circle' },
  prolonged: (until: string): Text => ({ fr: `Le cercle continue jusqu’au ${until}.`, en: `The circle goes on until ${until}.` }),

  // What somebody is told.
  told: {
    let_in: (title: string, place: string): Text => ({
      fr: `Une place s’est libérée : vous êtes dans le cercle ${bold(title)}. ${place}`.trim(),
      en: `A seat is free: you are in the circle ${bold(title)}. ${place}`.trim(),
    }),
    removed: (title: string): Text => ({
      fr: `Votre place dans le cercle ${bold(title)} est libérée. Si vous avez une question, l’équipe est là. D’autres aides restent possibles.`,
      en: `Your seat in the circle ${bold(title)} is given up. If you have a question, staff are there. Other help is still possible.`,
    }),
    away: (title: string, back: string): Text => ({
      fr: `Pendant votre pause, votre cercle ${bold(title)} vous attend jusqu’au ${back}. Les personnes le savent dans le fil. Si vous préférez qu’il continue sans vous, dites-le à l’équipe : elle peut le confier à quelqu’un d’autre.`,
      en: `During your break your circle ${bold(title)} waits for you until ${back}. People know it from the thread. If you would rather have it go on without you, tell staff: they can give it to somebody else.`,
    }),
    absent: (title: string, until: string): Text => ({
      fr: `Votre profil de mentor est en pause, et votre cercle ${bold(title)} aussi. Sans nouvelles de votre part, il se termine le ${until}, sauf si l’équipe le confie à quelqu’un d’autre. Pour le reprendre : \`/mentorat profil\`.`,
      en: `Your mentor profile pauses, and so does your circle ${bold(title)}. Without a word from you it ends on ${until}, unless staff give it to somebody else. To go on with it: \`/mentoring profile\`.`,
    }),
    closed: (title: string): Text => ({
      fr: `Le cercle ${bold(title)} se termine avant qu’une place se libère pour vous. D’autres aides restent possibles.`,
      en: `The circle ${bold(title)} ends before a seat was free for you. Other help is still possible.`,
    }),
  },

  // Staff.
  staffTitle: (title: string): Text => ({ fr: `Cercle sans mentor · ${title}`, en: `Circle without a mentor · ${title}` }),
  staffHow: (since: string, people: number, until: string): Text => ({
    fr: `Le mentor n’est plus disponible (${since}). ${counted(people, 'personne', 'personnes')} dans le cercle. Confiez-le à quelqu’un dont le profil est accepté, ou terminez-le. Sans rien faire, il se termine ${until}, ou reprend si le mentor revient.`,
    en: `The mentor is no longer available (${since}). ${counted(people, 'person', 'people')} in the circle. Give it to somebody whose profile is approved, or end it. If you do nothing it ends ${until}, or goes on if the mentor comes back.`,
  }),
  giveTo: { fr: 'Confier à…', en: 'Give it to…' },
  given: (mentor: string): Text => ({ fr: `${mentor} mène ce cercle maintenant.`, en: `${mentor} leads this circle now.` }),
  settled: {
    open: { fr: 'Ce cercle a de nouveau un mentor.', en: 'This circle has a mentor again.' },
    ended: { fr: 'Ce cercle est terminé.', en: 'This circle is over.' },
  },
  reportTitle: { fr: 'Signalement dans le mentorat', en: 'Report in mentoring' },
  reportBy: { fr: 'De la part de', en: 'From' },
  reportFlash: (id: number): Text => ({ fr: `Aide flash n° ${id}`, en: `Flash session no. ${id}` }),
  // Forgotten a year after the end.
  reportCircle: (title: string): Text => ({
    fr: `Cercle ${title && bold(title)}`.trim(),
    en: `Circle ${title && bold(title)}`.trim(),
  }),
  reportAbout: { fr: 'Au sujet de', en: 'About' },
  reportThread: { fr: 'Fil', en: 'Thread' },
  erased: { fr: 'Personne effacée', en: 'Erased person' },
  handle: { fr: 'Traité', en: 'Handled' },
  settledAs: { fr: 'Traité', en: 'Handled' },
  handledNote: { fr: 'C’est noté : ce signalement est traité.', en: 'Noted: this report is handled.' },

  home: {
    inside: (title: string): Text => ({
      fr: `Vous êtes dans le cercle « ${escapeMarkdown(title)} ».`,
      en: `You are in the circle “${escapeMarkdown(title)}”.`,
    }),
    led: (title: string): Text => ({
      fr: `Vous menez le cercle « ${escapeMarkdown(title)} ».`,
      en: `You lead the circle “${escapeMarkdown(title)}”.`,
    }),
    unsettled: (title: string): Text => ({
      fr: `La rencontre du cercle « ${escapeMarkdown(title)} » a-t-elle eu lieu ?`,
      en: `Did the meeting of the circle “${escapeMarkdown(title)}” take place?`,
    }),
    some: (count: number): Text => ({
      fr: `${counted(count, 'cercle est ouvert', 'cercles sont ouverts')} aux personnes en formation.`,
      en: `${counted(count, 'circle is open', 'circles are open')} to learners.`,
    }),
    orphans: (count: number): Text => ({
      fr: `${counted(count, 'cercle n’a', 'cercles n’ont')} plus de mentor.`,
      en: `${counted(count, 'circle has', 'circles have')} no mentor any more.`,
    }),
    reports: (count: number): Text => ({
      fr: `${counted(count, 'signalement du mentorat attend', 'signalements du mentorat attendent')} dans le salon de suivi.`,
      en: `${counted(count, 'mentoring report waits', 'mentoring reports wait')} in the follow-up channel.`,
    }),
  },
} as const;
