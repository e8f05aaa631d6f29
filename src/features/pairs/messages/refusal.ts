import { counted, UserError } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';

export const mentorUnavailable = () =>
  new UserError('pairs.mentor_unavailable', {
    fr: 'Cette personne n’accompagne pas en ce moment. Choisissez quelqu’un d’autre.',
    en: 'This person is not mentoring at the moment. Choose somebody else.',
  });

export const mentorFull = () =>
  new UserError('pairs.mentor_full', {
    fr: 'Cette personne accompagne déjà autant de monde qu’elle le peut. Choisissez quelqu’un d’autre, ou attendez qu’une place se libère.',
    en: 'This person already mentors as many people as they can. Choose somebody else, or wait for a free place.',
  });

export const learnerHasMentor = () =>
  new UserError('pairs.learner_has_mentor', {
    fr: 'Cette personne a déjà quelqu’un qui l’accompagne. Un seul binôme à la fois : le premier doit se terminer d’abord.',
    en: 'This person already has a mentor. One pair at a time: the first one has to end before.',
  });

/** Says neither who avoids whom nor why. */
export const keptApart = () =>
  new UserError('pairs.kept_apart', {
    fr: 'Ces deux personnes ne peuvent pas former un binôme. Choisissez quelqu’un d’autre.',
    en: 'These two people cannot be paired. Choose somebody else.',
  });

export const samePerson = () =>
  new UserError('pairs.same_person', {
    fr: 'Il faut deux personnes pour un binôme. Choisissez quelqu’un d’autre.',
    en: 'A pair takes two people. Choose somebody else.',
  });

export const personGone = () =>
  new UserError('pairs.person_gone', {
    fr: 'L’une de ces deux personnes n’est plus sur le serveur. Choisissez quelqu’un d’autre.',
    en: 'One of these two people is no longer on the server. Choose somebody else.',
  });

export const unknownPair = () =>
  new UserError('pairs.unknown', {
    fr: 'Ce binôme n’est pas le vôtre, ou n’existe plus. Vos binômes sont dans `/accueil`.',
    en: 'This pair is not yours, or is no more. Your pairs are in `/home`.',
  });

export const pairOver = () =>
  new UserError('pairs.over', {
    fr: 'Ce binôme est terminé : il n’y a plus rien à changer. `/mentorat suivi` dit ce que vous pouvez faire maintenant.',
    en: 'This pair has ended: there is nothing left to change. `/mentoring status` says what you can do now.',
  });

export const noPair = () =>
  new UserError('pairs.none', {
    fr: 'Vous n’avez pas de binôme en cours. `/mentorat demande` pour trouver quelqu’un, `/mentorat profil` pour accompagner.',
    en: 'You have no pair at the moment. `/mentoring request` to find somebody, `/mentoring profile` to mentor.',
  });

export const nothingPaused = () =>
  new UserError('pairs.nothing_paused', {
    fr: 'Rien n’est en pause : vous n’avez rien à faire.',
    en: 'Nothing is paused: there is nothing to do.',
  });

export const pausedByStaff = () =>
  new UserError('pairs.paused_by_staff', {
    fr: 'L’équipe a mis ce binôme en pause. Pour en parler, utilisez le bouton « Demander de l’aide » du fil.',
    en: 'Staff have paused this pair. To talk about it, use the button “Ask for help” in the thread.',
  });

export const pausedAbsent = () =>
  new UserError('pairs.paused_absent', {
    fr: 'L’autre personne n’est plus sur le serveur. Le binôme reprend dès son retour ; vous pouvez aussi le terminer.',
    en: 'The other person is no longer on the server. The pair goes on as soon as they are back; you may also end it.',
  });

export const badDay = () =>
  new UserError('pairs.bad_day', {
    fr: 'Je ne comprends pas cette date. Écrivez par exemple `15/03/2027` ou `15 mars 2027`.',
    en: 'I do not understand this date. Write for instance `15/03/2027` or `15 March 2027`.',
  });

export const badPause = (days: number) =>
  new UserError('pairs.bad_pause', {
    fr: `Choisissez une date à partir de demain, dans ${days} jours au plus. Pour une absence plus longue, mieux vaut terminer le binôme.`,
    en: `Choose a date from tomorrow on, within ${days} days. For a longer absence it is better to end the pair.`,
  });

export const tooManyGoals = (most: number) =>
  new UserError('pairs.too_many_goals', {
    fr: `Vous avez déjà ${counted(most, 'objectif', 'objectifs')}, c’est le maximum. Supprimez-en un pour en ajouter un autre.`,
    en: `You already have ${counted(most, 'goal', 'goals')}, which is the most. Delete one to add another.`,
  });

export const unknownGoal = () =>
  new UserError('pairs.unknown_goal', {
    fr: 'Cet objectif n’existe plus. Rouvrez la liste avec le bouton « Objectifs ».',
    en: 'This goal is no more. Open the list again with the button “Goals”.',
  });

export const threadThere = () =>
  new UserError('pairs.thread_there', {
    fr: 'Le fil de ce binôme existe déjà. Vous le trouvez dans `/accueil`.',
    en: 'The thread of this pair is there already. You find it in `/home`.',
  });

export const tooManyReports = () =>
  new UserError('pairs.too_many_reports', {
    fr: 'L’équipe a déjà vos signalements et va vous répondre. En cas d’urgence, écrivez directement à une personne de l’équipe.',
    en: 'Staff already have your reports and will answer you. In an emergency write to somebody of staff directly.',
  });

export const unknownReport = () =>
  new UserError('pairs.unknown_report', {
    fr: 'Ce signalement n’existe plus. La liste de ceux qui attendent est dans `/accueil`.',
    en: 'This report is no more. Those that wait are in `/home`.',
  });

export const reportHandled = () =>
  new UserError('pairs.report_handled', {
    fr: 'Quelqu’un de l’équipe a déjà traité ce signalement. Il n’y a plus rien à faire.',
    en: 'Somebody of staff has already handled this report. There is nothing left to do.',
  });

export const ownReport = () =>
  new UserError('pairs.own_report', {
    fr: 'Ce signalement vous concerne. Une autre personne de l’équipe s’en occupe.',
    en: 'This report concerns you. Somebody else of staff handles it.',
  });

export const ownEnd = () =>
  new UserError('pairs.own_end', {
    fr: 'Vous étiez dans ce binôme. Une autre personne de l’équipe lit ce mot.',
    en: 'You were part of this pair. Somebody else of staff reads this word.',
  });

export const coordinatorNotStaff = () =>
  new UserError('pairs.coordinator_not_staff', {
    fr: 'Seule une personne de l’équipe peut suivre un binôme. Choisissez quelqu’un d’autre.',
    en: 'Only somebody of staff can look after a pair. Choose somebody else.',
  });

export const coordinatorInPair = () =>
  new UserError('pairs.coordinator_in_pair', {
    fr: 'Cette personne fait partie du binôme : quelqu’un d’autre doit le suivre.',
    en: 'This person is part of the pair: somebody else has to look after it.',
  });

export const remindedLately = (at: Date) =>
  new UserError('pairs.reminded_lately', {
    fr: `Ce binôme a déjà eu un rappel ${timeOf(at, 'R')}. Laissez-lui un jour pour répondre.`,
    en: `This pair was already reminded ${timeOf(at, 'R')}. Give them a day to answer.`,
  });

export const notActive = () =>
  new UserError('pairs.not_active', {
    fr: 'Ce binôme est en pause ou terminé. Rouvrez sa fiche pour voir où il en est.',
    en: 'This pair is paused or over. Open its card again to see where it stands.',
  });
