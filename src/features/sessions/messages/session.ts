import { bold, counted, escapeMarkdown, type Text, UserError } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import type { Phase } from '../rules/life.ts';

export const text = {
  feature: { fr: 'Les rendez-vous des binômes : agenda, rappels, avis', en: 'Sessions of pairs: calendar, reminders, opinions' },
  purpose: {
    fr: 'Rappeler les rendez-vous, et savoir si l’accompagnement aide.',
    en: 'To remind of sessions, and to know whether the mentoring helps.',
  },
  retention: {
    fr: 'Un an après la fin du binôme ; ensuite vos réponses comptent sans votre nom.',
    en: 'A year after the pair ended; then your answers count without your name.',
  },

  length: { fr: 'Durée', en: 'Length' },
  where: { fr: 'Où', en: 'Where' },
  agenda: { fr: 'Pour commencer', en: 'To begin with' },
  inThread: { fr: 'Dans votre fil, par écrit', en: 'In your thread, in writing' },
  onSite: (host: string): Text => ({ fr: `Sur ${escapeMarkdown(host)}`, en: `On ${escapeMarkdown(host)}` }),
  join: { fr: 'Ouvrir le lien', en: 'Open the link' },
  planned: { fr: 'Nouveau rendez-vous', en: 'New session' },
  moved: { fr: 'Rendez-vous modifié', en: 'Session changed' },
  calledOff: { fr: 'Rendez-vous annulé', en: 'Session cancelled' },
  replaced: { fr: 'Ce rendez-vous a changé : voir plus bas.', en: 'This session has changed: see below.' },
  session: { fr: 'Rendez-vous', en: 'Session' },
  fileHelp: {
    fr: 'Le fichier joint l’ajoute à votre agenda, ou l’y met à jour.',
    en: 'The attached file adds it to your calendar, or updates it there.',
  },
  fileName: { fr: 'rendez-vous', en: 'session' },
  summary: (theme: string): Text => ({ fr: `Mentorat : ${theme}`, en: `Mentoring: ${theme}` }),
  inZone: (words: string, place: string): Text => ({ fr: `${words} (heure : ${place})`, en: `${words} (${place} time)` }),
  saved: {
    fr: 'C’est noté. La carte arrive dans votre fil, avec le fichier pour l’agenda.',
    en: 'Saved. The card comes in your thread, with the calendar file.',
  },
  savedNoThread: {
    fr: 'C’est noté. Chaque personne reçoit la carte en message privé, avec le fichier pour l’agenda.',
    en: 'Saved. Each of you gets the card by direct message, with the calendar file.',
  },
  unchanged: { fr: 'Rien n’a changé.', en: 'Nothing has changed.' },
  asksCancel: (words: string): Text => ({
    fr: `Annuler le rendez-vous du ${words} ? L’autre personne le saura, sans avoir à savoir pourquoi.`,
    en: `Cancel the session of ${words}? The other person will know, and need not know why.`,
  }),
  cancelled: { fr: 'Le rendez-vous est annulé. C’est dit dans votre fil.', en: 'The session is cancelled. Your thread says so.' },

  move: { fr: 'Modifier', en: 'Change' },
  cancel: { fr: 'Annuler le rendez-vous', en: 'Cancel the session' },
  open: { fr: 'Ouvrir', en: 'Open' },
  all: { fr: 'Tous les rendez-vous', en: 'All sessions' },
  plan: { fr: 'Planifier un rendez-vous', en: 'Plan a session' },
  previous: { fr: 'Précédents', en: 'Previous' },
  next: { fr: 'Suivants', en: 'Next' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  listTitle: (other: string): Text => ({ fr: `Vos rendez-vous avec ${other}`, en: `Your sessions with ${other}` }),
  listEmpty: { fr: 'Aucun rendez-vous pour le moment.', en: 'No session yet.' },
  somebody: { fr: 'une personne partie', en: 'somebody who left' },
  ended: {
    fr: 'Ce binôme est terminé : plus rien ne s’y planifie.',
    en: 'This pair has ended: nothing can be planned in it any more.',
  },
  hours: (sessions: number, length: Text): Text => ({
    fr: `${counted(sessions, 'rendez-vous tenu', 'rendez-vous tenus')}, ${length.fr} en tout.`,
    en: `${counted(sessions, 'session', 'sessions')} held, ${length.en} in all.`,
  }),
  own: (useful: string, comfort: string, people: number): Text => ({
    fr: `Ce que disent ${people} personnes que vous accompagnez, en moyenne sur 5 : utile ${useful}, à l’aise ${comfort}.`,
    en: `What ${people} people whom you accompany say, on average out of 5: useful ${useful}, at ease ${comfort}.`,
  }),
  choosePair: {
    fr: 'Avec qui ? Ce que vous avez rempli est gardé. Dans le fil d’un binôme la commande le sait déjà ; ailleurs, remplissez `avec`.',
    en: 'With whom? What you filled in is kept. In the thread of a pair the command already knows; elsewhere, fill in `with`.',
  },
  otherPair: {
    fr: 'Vous n’avez pas de binôme en cours avec cette personne. Avec qui planifier ?',
    en: 'You have no pair with that person at the moment. With whom would you like to plan?',
  },
  withWhom: (name: string): Text => ({ fr: `Avec ${name}`, en: `With ${name}` }),

  home: (at: Date): Text => ({
    fr: `Prochain rendez-vous de mentorat : ${timeOf(at)}.`,
    en: `Next mentoring session: ${timeOf(at)}.`,
  }),
  homeAsk: (at: Date): Text => ({
    fr: `Le rendez-vous du ${timeOf(at)} a-t-il eu lieu ?`,
    en: `Did the session of ${timeOf(at)} take place?`,
  }),
  homeOpinion: (at: Date): Text => ({
    fr: `Deux questions sur le rendez-vous du ${timeOf(at, 'D')}.`,
    en: `Two questions about the session of ${timeOf(at, 'D')}.`,
  }),
  answer: { fr: 'Répondre', en: 'Answer' },
} as const satisfies Record<string, Text | ((...given: never[]) => Text)>;

export const phases = {
  coming: { fr: 'Prévu', en: 'Planned' },
  running: { fr: 'En cours', en: 'Under way' },
  past: { fr: 'Passé, sans réponse', en: 'Past, no answer' },
  done: { fr: 'A eu lieu', en: 'Took place' },
  missed: { fr: 'N’a pas eu lieu', en: 'Did not take place' },
  cancelled: { fr: 'Annulé', en: 'Cancelled' },
} as const satisfies Record<Phase, Text>;

export const noPair = () =>
  new UserError('sessions.no_pair', {
    fr: 'Vous n’avez pas de binôme en cours. `/mentorat demande` vous propose une personne pour vous accompagner ; `/mentorat profil` propose votre aide.',
    en: 'You have no pair at the moment. `/mentoring request` offers you a mentor; `/mentoring profile` offers your help.',
  });

export const notYourPair = () =>
  new UserError('sessions.not_yours', {
    fr: 'Ce binôme ou ce rendez-vous n’existe pas, ou n’est pas le vôtre. `/accueil` montre les vôtres.',
    en: 'This pair or session does not exist, or is not yours. `/home` shows yours.',
  });

export const pairOver = () =>
  new UserError('sessions.pair_over', {
    fr: 'Ce binôme est terminé : plus rien ne s’y planifie. `/mentorat demande` propose une autre personne.',
    en: 'This pair has ended: nothing can be planned in it any more. `/mentoring request` offers somebody else.',
  });

export const tooMany = (most: number) =>
  new UserError('sessions.too_many', {
    fr: `Vous avez déjà ${most} rendez-vous à venir. Tenez-en un, ou annulez-en un, avant d’en ajouter.`,
    en: `You already have ${most} sessions to come. Hold one, or cancel one, before you add another.`,
  });

export const tooManyChanges = () =>
  new UserError('sessions.too_many_changes', {
    fr: 'Beaucoup de rendez-vous ont été planifiés ou modifiés dans ce binôme depuis hier, et chaque fois vous êtes prévenus. Mettez-vous d’accord dans votre fil, puis revenez demain. Annuler reste possible.',
    en: 'Many sessions were planned or changed in this pair since yesterday, and each time you are both told. Agree in your thread first, then come back tomorrow. You can still cancel.',
  });

export const taken = (words: Text) =>
  new UserError('sessions.taken', {
    fr: `Vous avez déjà un rendez-vous à ce moment-là : ${words.fr}. Choisissez un autre moment, ou modifiez celui-ci.`,
    en: `You already have a session at that time: ${words.en}. Choose another moment, or change that one.`,
  });

export const begun = () =>
  new UserError('sessions.begun', {
    fr: 'Ce rendez-vous a déjà commencé : il ne se déplace plus. Dites plutôt ce qu’il en a été, sur sa carte.',
    en: 'This session has already begun and can no longer be moved. Say what came of it instead, on its card.',
  });

export const settled = (phase: Phase) =>
  new UserError('sessions.settled', {
    fr: `Ce rendez-vous ne change plus. État : ${phases[phase].fr}.`,
    en: `This session can no longer be changed. State: ${phases[phase].en}.`,
  });

export const changedMeanwhile = () =>
  new UserError('sessions.changed', {
    fr: 'L’autre personne vient de modifier ce rendez-vous. Ouvrez-le de nouveau pour voir où il en est.',
    en: 'The other person has just changed this session. Open it again to see how it stands.',
  });

const examples: Text = {
  fr: 'Par exemple : `mardi prochain à 18h30`, `demain 14h`, `12/01 18h`.',
  en: 'For example: `next Tuesday 6pm`, `tomorrow 14:00`, `12/01 18:00` (day first).',
};

export const unread = (typed: string) =>
  new UserError('sessions.when', {
    fr: `${bold(typed)} : je ne comprends pas cette date. ${examples.fr}`,
    en: `${bold(typed)}: I do not understand this date. ${examples.en}`,
  });

export const noHour = (day: Text) =>
  new UserError('sessions.no_hour', {
    fr: `Compris : ${day.fr}. Il manque l’heure. ${examples.fr}`,
    en: `Understood: ${day.en}. The hour is missing. ${examples.en}`,
  });

export const past = (words: Text) =>
  new UserError('sessions.past', {
    fr: `Compris : ${words.fr}. C’est déjà passé. ${examples.fr}`,
    en: `Understood: ${words.en}. That is past already. ${examples.en}`,
  });

export const tooFar = (day: Text) =>
  new UserError('sessions.far', {
    fr: `Compris : ${day.fr}. Un rendez-vous se planifie au plus six mois à l’avance. ${examples.fr}`,
    en: `Understood: ${day.en}. Sessions are planned at most six months ahead. ${examples.en}`,
  });

export const otherWeekday = (day: Text) =>
  new UserError('sessions.weekday', {
    fr: `Le jour et la date ne vont pas ensemble : cette date est le ${day.fr}. Gardez l’un des deux, et recommencez.`,
    en: `The weekday and the date do not agree: that date is ${day.en}. Keep one of them and try again.`,
  });

export const skippedHour = (day: Text) =>
  new UserError('sessions.skipped', {
    fr: `Cette heure n’existe pas le ${day.fr} : les horloges avancent. Choisissez une heure plus tard.`,
    en: `That hour does not exist on ${day.en}: clocks go forward. Choose an hour later.`,
  });

export const badLength = (shortest: number, longest: number) =>
  new UserError('sessions.length', {
    fr: `La durée va de ${shortest} à ${longest} minutes. Par exemple : \`45\`, \`1h\`, \`1h30\`.`,
    en: `A session lasts ${shortest} to ${longest} minutes. For example: \`45\`, \`1h\`, \`1h30\`.`,
  });

export const badLink = () =>
  new UserError('sessions.link', {
    fr: 'Ce lien ne convient pas : il commence par `https://`, sans mot de passe, et fait 300 caractères au plus.',
    en: 'This link does not fit: it begins with `https://`, holds no password, and has at most 300 characters.',
  });

export const twoPlaces = () =>
  new UserError('sessions.two_places', {
    fr: 'Choisissez un salon vocal ou un lien, pas les deux.',
    en: 'Choose a voice channel or a link, not both.',
  });

export const badRoom = () =>
  new UserError('sessions.room', {
    fr: 'Ce salon ne convient pas : choisissez un salon vocal de ce serveur où vous pouvez entrer, l’autre personne et vous.',
    en: 'This channel does not fit: choose a voice channel of this server which both of you may enter.',
  });
