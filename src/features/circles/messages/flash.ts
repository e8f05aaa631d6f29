import { counted, plural, s, type Text, UserError } from '../../../kernel/text.ts';

type State = 'open' | 'taken' | 'done' | 'cancelled' | 'withdrawn' | 'expired' | 'lapsed';

export const whens = {
  now: { fr: 'Maintenant', en: 'Now' },
  today: { fr: 'Aujourd’hui', en: 'Today' },
  week: { fr: 'Cette semaine', en: 'This week' },
} as const satisfies Record<string, Text>;
export type When = keyof typeof whens;

export const wishes = {
  weekly: { fr: 'Oui, tant que je n’en ai pas pris cette semaine', en: 'Yes, while I have taken none this week' },
  always: { fr: 'Oui, même si j’en ai déjà pris cette semaine', en: 'Yes, even if I have taken some this week' },
  never: { fr: 'Non, aucune demande flash', en: 'No, no flash requests' },
} as const satisfies Record<string, Text>;
export type Wish = keyof typeof wishes;

export const text = {
  command: {
    name: { en: 'mentoring flash', fr: 'mentorat flash' },
    description: {
      fr: 'Demander une aide rapide à un mentor, ou choisir d’en recevoir les demandes',
      en: 'Ask a mentor for quick help, or choose to get such requests',
    },
  },

  formTitle: { fr: 'Une aide flash', en: 'Flash help' },
  theme: { fr: 'Pour quoi ?', en: 'What for?' },
  about: { fr: 'Votre demande en quelques mots', en: 'Your request in a few words' },
  aboutHelp: {
    fr: 'Les mentors la lisent avant de répondre. N’y mettez ni nom ni adresse.',
    en: 'Mentors read it before they answer. Leave out names and addresses.',
  },
  when: { fr: 'Quand cela vous arrange', en: 'When it suits you' },
  skills: { fr: 'Technologies, pour une question de code', en: 'Technologies, for a question about code' },
  skillsHelp: { fr: 'Séparées par des virgules : React, SQL', en: 'Separated by commas: React, SQL' },
  languages: { fr: 'Langues dans lesquelles vous pouvez parler', en: 'Languages in which you can talk' },

  title: { fr: 'Aide flash', en: 'Flash help' },
  intro: {
    fr: 'Une seule séance, sur un seul sujet. Des mentors reçoivent votre demande, la première personne disponible la prend.',
    en: 'One session, on one theme. Mentors get your request, and the first who is free takes it.',
  },
  neither: {
    fr: 'Les personnes en formation demandent ici une seule séance sur un seul sujet, et les mentors dont le profil est accepté la prennent. Rien ne vous attend ici.',
    en: 'Learners ask here for one session on one theme, and mentors whose profile is approved take it. Nothing waits for you here.',
  },
  left: (left: number): Text => ({
    fr:
      left > 0
        ? `Il vous reste ${counted(left, 'demande', 'demandes')} sur 7 jours.`
        : 'Vous avez fait toutes vos demandes de ces 7 jours.',
    en:
      left > 0
        ? `You have ${counted(left, 'request', 'requests')} left for these 7 days.`
        : 'You have made all your requests of these 7 days.',
  }),
  ask: { fr: 'Demander une aide flash', en: 'Ask for flash help' },
  withdraw: { fr: 'Retirer ma demande', en: 'Withdraw my request' },
  askOther: { fr: 'Faire une nouvelle demande', en: 'Make a new request' },
  mentor: { fr: 'Demander un mentor', en: 'Ask for a mentor' },
  circles: { fr: 'Voir les cercles', en: 'See the circles' },
  state: {
    open: { fr: 'Attend un mentor', en: 'Waits for a mentor' },
    taken: { fr: 'Un mentor a répondu', en: 'A mentor answered' },
    done: { fr: 'Terminée', en: 'Done' },
    cancelled: { fr: 'Annulée', en: 'Cancelled' },
    withdrawn: { fr: 'Retirée', en: 'Withdrawn' },
    expired: { fr: 'Sans réponse', en: 'No answer' },
    lapsed: { fr: 'Close sans suite', en: 'Closed, nothing came of it' },
  } satisfies Record<State, Text>,
  suits: (when: Text): Text => ({ fr: `Quand : ${when.fr.toLowerCase()}`, en: `When: ${when.en.toLowerCase()}` }),
  spoken: (names: Text): Text => ({ fr: `Langues : ${names.fr.toLowerCase()}`, en: `Languages: ${names.en}` }),
  technologies: (names: Text): Text => ({ fr: `Technologies : ${names.fr}`, en: `Technologies: ${names.en}` }),
  thread: (place: string): Text => ({ fr: `Votre fil privé : ${place}`, en: `Your private thread: ${place}` }),

  asked: (count: number, until: string): Text =>
    count > 0
      ? {
          fr: `Votre demande est partie à ${counted(count, 'mentor', 'mentors')}. Dès qu’une personne la prend, un fil privé s’ouvre pour vous deux. Réponse au plus tard : ${until}.`,
          en: `Your request went to ${counted(count, 'mentor', 'mentors')}. As soon as somebody takes it, a private thread opens for the two of you. Answer at the latest: ${until}.`,
        }
      : {
          fr: `Aucun mentor n’est libre pour cela en ce moment. Nous continuons à chercher jusqu’au ${until} et vous prévenons dans tous les cas. En attendant, un accompagnement plus long ou un cercle peut aussi vous aider.`,
          en: `No mentor is free for this at the moment. We keep looking until ${until} and will tell you in any case. Meanwhile longer mentoring or a circle may help too.`,
        },
  withdrawn: {
    fr: 'Votre demande est retirée. Les mentors sont prévenus.',
    en: 'Your request is withdrawn. The mentors are told.',
  },

  // For mentors.
  wishTitle: { fr: 'Recevoir des demandes flash ?', en: 'Get flash requests?' },
  wishNow: (wish: Wish): Text => ({
    fr: `Votre choix : ${wishes[wish].fr.toLowerCase()}.`,
    en: `Your choice: ${wishes[wish].en.toLowerCase()}.`,
  }),
  bound: (most: number): Text => ({
    fr: `Vous n’en recevez jamais plus de ${most} en 24 heures.`,
    en: `You never get more than ${most} in 24 hours.`,
  }),
  wishSaved: { fr: 'C’est enregistré.', en: 'Saved.' },
  waiting: (count: number): Text => ({
    fr: `${counted(count, 'demande flash attend', 'demandes flash attendent')} une réponse.`,
    en: `${counted(count, 'flash request waits', 'flash requests wait')} for an answer.`,
  }),
  see: { fr: 'Voir', en: 'See' },
  request: (theme: Text): Text => ({ fr: `Aide flash : ${theme.fr}`, en: `Flash help: ${theme.en}` }),
  requestHow: (until: string): Text => ({
    fr: `Une personne en formation cherche quelqu’un pour une seule séance. La première réponse l’emporte ; sans réponse de votre part, il ne se passe rien. Ouverte jusqu’au ${until}.`,
    en: `A learner looks for somebody for one session. The first answer counts; if you do not answer, nothing happens. Open until ${until}.`,
  }),
  take: { fr: 'Je prends', en: 'I take it' },
  pass: { fr: 'Pas cette fois', en: 'Not this time' },
  stop: { fr: 'Plus de demandes flash', en: 'No more flash requests' },
  takenByYou: {
    fr: 'Merci ! Un fil privé s’ouvre dans un instant pour vous deux.',
    en: 'Thank you! A private thread opens in a moment for the two of you.',
  },
  passed: { fr: 'C’est noté, merci d’avoir répondu.', en: 'Noted, thank you for answering.' },
  stopped: {
    fr: 'Vous ne recevrez plus de demandes flash. `/mentorat flash` permet d’en recevoir de nouveau.',
    en: 'You will get no more flash requests. `/mentoring flash` lets you get them again.',
  },
  over: {
    taken: {
      fr: 'Cette demande flash est déjà prise. Merci quand même !',
      en: 'This flash request is already taken. Thank you all the same!',
    },
    withdrawn: { fr: 'Cette demande flash a été retirée.', en: 'This flash request was withdrawn.' },
    expired: { fr: 'Cette demande flash est close.', en: 'This flash request is closed.' },
  },

  // The thread.
  room: (theme: Text, number: number): Text => ({
    fr: `Flash n° ${number} · ${theme.fr}`,
    en: `Flash no. ${number} · ${theme.en}`,
  }),
  welcome: (learner: string, mentor: string): Text => ({
    fr: `${learner}, ${mentor} prend votre demande. Dites-vous bonjour et choisissez un moment.`,
    en: `${learner}, ${mentor} takes your request. Say hello and choose a moment.`,
  }),
  agendaTitle: { fr: 'Pour cette séance', en: 'For this session' },
  agenda: {
    cv: {
      fr: '1. Envoyez le CV sans adresse ni numéro, et une offre visée.\n2. Lecture à deux : ce qui se comprend en dix secondes, ce qui manque.\n3. Trois changements à faire, pas plus.',
      en: '1. Send the CV without address and number, and one offer you aim at.\n2. Read it together: what is clear in ten seconds, what is missing.\n3. Three changes to make, no more.',
    },
    interview: {
      fr: '1. Choisissez le poste et le temps : vingt minutes de questions.\n2. L’entretien, sans s’interrompre.\n3. Ce qui a convaincu, une chose à travailler, une question à préparer.',
      en: '1. Choose the post and the time: twenty minutes of questions.\n2. The interview, without interruptions.\n3. What convinced, one thing to work on, one question to prepare.',
    },
    code_review: {
      fr: '1. Dites ce que le code devrait faire, ce qu’il fait, et ce que vous avez essayé.\n2. Cherchez à deux, la personne en formation tient le clavier.\n3. Notez ce qui a débloqué la situation.',
      en: '1. Say what the code should do, what it does, and what you tried.\n2. Look for it together; the learner keeps the keyboard.\n3. Write down what solved it.',
    },
  },
  kept: {
    fr: 'Ce fil disparaît 48 heures après « C’est fait » ou « Annuler », et de toute façon au bout de 14 jours : gardez ailleurs ce qui vous est utile.',
    en: 'This thread disappears 48 hours after “Done” or “Cancel”, and after 14 days in any case: keep elsewhere what you need.',
  },
  done: { fr: 'C’est fait', en: 'Done' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  report: { fr: 'Signaler un problème', en: 'Report a problem' },
  ended: {
    done: (minutes: number): Text => ({ fr: `Séance terminée : ${minutes} minutes.`, en: `Session done: ${minutes} minutes.` }),
    cancelled: { fr: 'Cette aide flash est annulée.', en: 'This flash session is cancelled.' },
    lapsed: { fr: 'Cette aide flash est close, faute de nouvelles.', en: 'This flash session is closed, as there was no news.' },
  },
  disappears: (when: string): Text => ({ fr: `Ce fil disparaît ${when}.`, en: `This thread disappears ${when}.` }),
  doneMentor: (minutes: number): Text => ({
    fr: `Merci ! ${minutes} minutes sont comptées pour vous. Si c’était plus ou moins, corrigez ici.`,
    en: `Thank you! ${minutes} minutes are counted for you. If it was more or less, correct it here.`,
  }),
  minutesPlaceholder: { fr: 'La durée de la séance', en: 'The length of the session' },
  minutes: (count: number): Text => ({ fr: `${count} minutes`, en: `${count} minutes` }),
  minutesSaved: (count: number): Text => ({ fr: `C’est noté : ${count} minutes.`, en: `Noted: ${count} minutes.` }),
  helpedAsk: {
    fr: 'Votre séance flash est terminée. Vous a-t-elle aidé à avancer ? Votre réponse reste privée.',
    en: 'Your flash session is over. Did it help you get on? Your answer stays private.',
  },
  yes: { fr: 'Oui', en: 'Yes' },
  no: { fr: 'Pas vraiment', en: 'Not really' },
  helped: {
    yes: { fr: 'Merci, bonne suite !', en: 'Thank you, and good luck!' },
    no: {
      fr: 'Merci de l’avoir dit. Un accompagnement plus long vous irait peut-être mieux.',
      en: 'Thank you for saying so. Longer mentoring may suit you better.',
    },
  },
  cancelledNote: {
    fr: 'C’est annulé, sans reproche pour personne. L’autre personne le voit dans le fil.',
    en: 'It is cancelled, and nobody is blamed. The other person sees it in the thread.',
  },

  // What a learner is told.
  noAnswer: {
    fr: 'Aucun mentor n’a pu prendre votre demande flash en 48 heures. Ce n’est pas vous : tout le monde était occupé. Vous pouvez redemander, demander un mentor pour plus longtemps, ou rejoindre un cercle.',
    en: 'No mentor could take your flash request within 48 hours. It is not you: everybody was busy. You can ask again, ask for a mentor for longer, or join a circle.',
  },
  mentorCancelled: {
    fr: 'Le mentor ne peut finalement pas faire votre séance flash. Cette demande ne compte pas : vous pouvez redemander tout de suite.',
    en: 'The mentor cannot do your flash session after all. This request does not count: you can ask again at once.',
  },

  learnerCancelled: {
    fr: 'La séance flash que vous aviez prise est annulée. Vous n’avez rien à faire, merci d’avoir proposé votre aide.',
    en: 'The flash session that you took is cancelled. There is nothing to do, thank you for offering your help.',
  },

  reportTitle: { fr: 'Signaler un problème', en: 'Report a problem' },
  reportWords: { fr: 'Que se passe-t-il ?', en: 'What is happening?' },
  reportHelp: {
    fr: 'Seule l’équipe le lit. Vous quittez ce fil tout de suite.',
    en: 'Only staff read it. You leave this thread at once.',
  },
  reported: {
    fr: 'L’équipe est prévenue et vous répondra. Le mentorat ne vous proposera plus cette personne, et ne vous proposera plus à elle.',
    en: 'Staff are told and will answer you. Mentoring will not bring you together with this person again.',
  },

  home: {
    open: { fr: 'Votre demande flash attend un mentor.', en: 'Your flash request waits for a mentor.' },
    taken: { fr: 'Votre séance flash est à faire.', en: 'Your flash session is to be done.' },
    mentorTaken: { fr: 'Une séance flash que vous avez prise est à faire.', en: 'A flash session that you took is to be done.' },
  },
} as const;

export const flashOpen = () =>
  new UserError('circles.flash_open', {
    fr: 'Vous avez déjà une aide flash en cours. Terminez-la ou retirez-la avant d’en demander une autre : `/mentorat flash`.',
    en: 'You already have a flash request under way. Finish or withdraw it before you ask another: `/mentoring flash`.',
  });

export const flashWeek = (most: number, next: string) =>
  new UserError('circles.flash_week', {
    fr: `Vous avez fait ${counted(most, 'demande flash', 'demandes flash')} en 7 jours. La prochaine sera possible ${next}. Un accompagnement plus long est possible dès maintenant : \`/mentorat demande\`.`,
    en: `You made ${counted(most, 'flash request', 'flash requests')} in 7 days. The next is possible ${next}. Longer mentoring is possible right now: \`/mentoring request\`.`,
  });

export const flashTooManySkills = (most: number) =>
  new UserError('circles.flash_skills', {
    fr: `${most} technologie${s(most)} au plus, de 40 caractères au plus chacune.`,
    en: `At most ${most} ${plural(most, 'technology', 'technologies')}, each of at most 40 characters.`,
  });

export const flashNotYours = () =>
  new UserError('circles.flash_not_yours', {
    fr: 'Cette aide flash n’est pas la vôtre. `/mentorat flash` montre les vôtres.',
    en: 'This flash request is not yours. `/mentoring flash` shows yours.',
  });

export const flashGone = () =>
  new UserError('circles.flash_taken', {
    fr: 'Cette demande flash est déjà prise ou close. Merci quand même !',
    en: 'This flash request is already taken or closed. Thank you all the same!',
  });

export const flashLeft = () =>
  new UserError('circles.flash_left', {
    fr: 'Vous n’êtes plus sur ce serveur. Revenez-y pour prendre une demande flash.',
    en: 'You are no longer on this server. Come back to it to take a flash request.',
  });

export const flashNotMentor = () =>
  new UserError('circles.flash_not_mentor', {
    fr: 'Pour prendre une demande flash, votre profil de mentor doit être accepté et actif : `/mentorat profil`.',
    en: 'To take a flash request your mentor profile must be approved and active: `/mentoring profile`.',
  });

export const flashNotTaken = () =>
  new UserError('circles.flash_over', {
    fr: 'Cette aide flash n’est plus en cours. `/mentorat flash` montre où vous en êtes.',
    en: 'This flash session is no longer under way. `/mentoring flash` shows where you are.',
  });

export const alreadyReported = () =>
  new UserError('circles.already_reported', {
    fr: 'Vous l’avez déjà signalé : l’équipe s’en occupe.',
    en: 'You have reported it already: staff are looking at it.',
  });
