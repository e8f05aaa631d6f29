import type { MentorPause, MentorState } from '../../../../prisma/client/client.ts';
import { type Department, departmentName } from '../../../kernel/place.ts';
import { counted, cut, escapeMarkdown, type Text, UserError } from '../../../kernel/text.ts';
import type { Gap } from '../rules/profile.ts';

export const text = {
  feature: {
    fr: 'Qui peut accompagner : profils, accord de l’équipe, disponibilité',
    en: 'Who can mentor: profiles, approval by staff, availability',
  },
  purpose: {
    fr: 'Proposer aux personnes en formation quelqu’un qui peut les accompagner.',
    en: 'To offer learners somebody who can accompany them.',
  },
  retention: {
    fr: 'Votre profil : tant que vous accompagnez, puis un an ; un brouillon, 90 jours. Son historique : deux ans au plus. La liste des personnes à éviter : tant que vous êtes sur le serveur, puis un an.',
    en: 'Your profile: while you mentor, then a year; a draft, 90 days. Its history: two years at most. The list of people to avoid: while you are on the server, then a year.',
  },
  topic: {
    fr: 'Demander un mentor, ou accompagner quelqu’un. Vos échanges se font dans des fils privés.',
    en: 'Ask for a mentor, or accompany somebody. You talk in private threads.',
  },
  topicStaff: {
    fr: 'Les profils à accepter et les binômes qui ont besoin de vous. Seule l’équipe voit ce salon.',
    en: 'Profiles to approve and pairs that need you. Only staff see this channel.',
  },

  command: {
    fr: 'Votre profil de mentor : le créer, le modifier, le renouveler',
    en: 'Your mentor profile: make, change or renew it',
  },
  title: { fr: 'Mon profil de mentor', en: 'My mentor profile' },
  intro: {
    fr: [
      'Une heure de temps en temps peut changer le parcours de quelqu’un en formation. Vous dites ce que vous pouvez apporter et quand ; nous vous proposons des personnes à qui cela convient. **Vous acceptez ou non chaque demande.**',
      '1. Dites comment vous pouvez aider.\n2. Dites dans quel cadre : combien de personnes, comment vous rencontrer.\n3. Lisez la charte et envoyez. L’équipe vous répond ici.',
    ].join('\n\n'),
    en: [
      'An hour now and then can change the way of somebody in training. You say what you can bring and when; we propose people whom it suits. **You accept each request, or not.**',
      '1. Say how you can help.\n2. Say in which frame: how many people, how to meet.\n3. Read the charter and send. Staff answer you here.',
    ].join('\n\n'),
  },
  begin: { fr: 'Commencer : ce que je peux apporter', en: 'Begin: what I can help with' },
  next: { fr: 'Étape 2 sur 3 : le cadre', en: 'Step 2 of 3: the frame' },
  toCharter: { fr: 'Étape 3 sur 3 : lire la charte et envoyer', en: 'Step 3 of 3: read the charter and send' },
  sendAgain: { fr: 'Renvoyer à l’équipe', en: 'Send again to staff' },
  change: { fr: 'Modifier : comment j’aide', en: 'Change: how I help' },
  changeFrame: { fr: 'Modifier : le cadre', en: 'Change: the frame' },
  preferences: { fr: 'Mes préférences', en: 'My preferences' },
  avoided: { fr: 'Personnes à éviter', en: 'People to avoid' },
  pause: { fr: 'Mettre en pause', en: 'Pause' },
  resume: { fr: 'Reprendre', en: 'Resume' },
  renew: { fr: 'Renouveler pour un an', en: 'Renew for a year' },
  stop: { fr: 'Arrêter le mentorat', en: 'Stop mentoring' },
  back: { fr: 'Retour à mon profil', en: 'Back to my profile' },
  own: { fr: 'Mon profil de mentor', en: 'My mentor profile' },
  open: { fr: 'Voir mon profil', en: 'See my profile' },
  find: { fr: 'Aller au salon du mentorat', en: 'Go to the mentoring channel' },

  help: { fr: 'Je peux aider', en: 'I can help with' },
  skills: { fr: 'Compétences', en: 'Skills' },
  availability: { fr: 'Disponibilités', en: 'Availability' },
  languages: { fr: 'Langues', en: 'Languages' },
  about: { fr: 'Quelques mots', en: 'A few words' },
  capacity: { fr: 'Personnes accompagnées', en: 'People accompanied' },
  ways: { fr: 'Échanges', en: 'Meetings' },
  job: { fr: 'Métier', en: 'Job' },
  place: { fr: 'Lieu', en: 'Place' },
  timeZone: { fr: 'Fuseau', en: 'Time zone' },
  prefers: { fr: 'J’aimerais surtout aider', en: 'I would rather help' },
  none: { fr: 'non précisé', en: 'not said' },
  seats: (taken: number, capacity: number): Text => ({
    fr: `${taken} sur ${capacity} au plus`,
    en: `${taken} of at most ${capacity}`,
  }),
  overCapacity: {
    fr: 'Vous accompagnez plus de personnes que ce que vous avez indiqué : rien ne s’arrête, mais personne de plus ne vous est proposé.',
    en: 'You accompany more people than you said: nothing ends, but nobody more is proposed to you.',
  },

  helpTitle: { fr: 'Comment vous pouvez aider (1 sur 3)', en: 'How you can help (1 of 3)' },
  themesLabel: { fr: 'Sur quoi pouvez-vous aider ?', en: 'What can you help with?' },
  themesHelp: { fr: 'Un ou plusieurs sujets.', en: 'One theme or several.' },
  skillsHelp: {
    fr: 'Facultatif. Séparées par des virgules, 15 au plus : React, SQL, gestion de projet.',
    en: 'Optional. Separated by commas, 15 at most: React, SQL, project management.',
  },
  availabilityLabel: { fr: 'Quand êtes-vous disponible en général ?', en: 'When are you usually available?' },
  availabilityHelp: {
    fr: 'Matin 9 h à 12 h, après-midi 14 h à 18 h, soir 18 h à 21 h.',
    en: 'Morning 9 to 12, afternoon 2 to 6 pm, evening 6 to 9 pm.',
  },
  languagesLabel: { fr: 'Dans quelles langues ?', en: 'In which languages?' },
  aboutLabel: { fr: 'Votre parcours, et ce que vous proposez', en: 'Your background, and what you offer' },
  aboutHelp: {
    fr: 'Quelques phrases, lues par les personnes qui cherchent un mentor.',
    en: 'A few sentences, read by people who look for a mentor.',
  },

  frameTitle: { fr: 'Le cadre (2 sur 3)', en: 'The frame (2 of 3)' },
  capacityLabel: { fr: 'Combien de personnes à la fois, au plus ?', en: 'How many people at once, at most?' },
  capacityHelp: { fr: 'Une seule, c’est déjà beaucoup.', en: 'One is a lot already.' },
  waysLabel: { fr: 'Comment échanger ?', en: 'How to meet?' },
  jobLabel: { fr: 'Votre métier d’aujourd’hui', en: 'Your job today' },
  jobHelp: {
    fr: 'Facultatif. Par exemple : développement web dans une PME.',
    en: 'Optional. For instance: web development in a small company.',
  },
  placeLabel: { fr: 'Où ? Seulement pour « en personne »', en: 'Where? Only for “in person”' },
  placeHelp: {
    fr: 'Ville et département, ou département : « Lille (59) », « Nord ».',
    en: 'City and department, or department: “Lille (59)”, “Nord”.',
  },
  zoneLabel: { fr: 'Votre fuseau horaire', en: 'Your time zone' },
  zoneHelp: {
    fr: 'Pour comparer vos disponibilités. Sans choix : celui du serveur.',
    en: 'To compare availabilities. Without a choice: that of the server.',
  },
  zoneOfServer: { fr: 'Celui du serveur', en: 'That of the server' },

  charterTitle: { fr: 'La charte du mentorat', en: 'The mentoring charter' },
  charterVersion: (version: number): Text => ({ fr: `Version ${version}.`, en: `Version ${version}.` }),
  charterAgreed: (at: string): Text => ({ fr: `Vous l’avez acceptée le ${at}.`, en: `You agreed to it on ${at}.` }),
  agreeAndSend: { fr: 'J’accepte et j’envoie mon profil', en: 'I agree, send my profile' },
  agreeAndRenew: { fr: 'J’accepte et je renouvelle', en: 'I agree, renew' },
  charterChanged: {
    fr: 'La charte a changé depuis que vous l’avez acceptée. La voici.',
    en: 'The charter changed since you agreed to it. Here it is.',
  },
  sent: {
    fr: 'Votre profil est envoyé. L’équipe le lit et vous répond par message privé, en général sous 48 heures.',
    en: 'Your profile is sent. Staff read it and answer you by direct message, usually within 48 hours.',
  },
  renewed: (until: string): Text => ({
    fr: `C’est noté, merci : votre accord court jusqu’au ${until}.`,
    en: `Noted, thank you: your approval holds until ${until}.`,
  }),

  pauseTitle: { fr: 'Mettre en pause', en: 'Pause' },
  pauseLabel: { fr: 'Jusqu’à quel jour ? (facultatif)', en: 'Until which day? (optional)' },
  pauseHelp: {
    fr: 'Le jour du retour, par exemple 12/01/2027. Vide : jusqu’à ce que vous repreniez.',
    en: 'The day of your return, such as 12/01/2027 (day first). Empty: until you resume.',
  },
  askStop: {
    fr: 'Arrêter le mentorat ? Vos binômes en cours s’arrêtent, sans avoir à vous justifier, et un autre mentor est proposé aux personnes concernées. Votre profil est gardé un an : vous pourrez le renvoyer. Pour souffler quelque temps, la pause suffit : elle n’arrête aucun binôme.',
    en: 'Stop mentoring? Your pairs end, without having to explain yourself, and those concerned are offered another mentor. Your profile is kept for a year: you may send it again. To take a breath, a pause is enough: it ends no pair.',
  },
  stopSure: { fr: 'Oui, arrêter', en: 'Yes, stop' },
  stopped: {
    fr: 'C’est fait. Merci pour le temps donné. Vous pouvez revenir quand vous voulez.',
    en: 'Done. Thank you for the time you gave. Come back whenever you like.',
  },

  preferTitle: { fr: 'Qui j’aimerais surtout aider', en: 'Whom I would rather help' },
  preferIntro: {
    fr: 'Sans choix, tout le monde. Vos préférences comptent dans les propositions, elles n’excluent personne.',
    en: 'Without a choice, everybody. Preferences count in what is proposed, they exclude nobody.',
  },
  preferCourses: { fr: 'Formations', en: 'Courses' },
  preferCampuses: { fr: 'Campus', en: 'Campuses' },
  preferStages: { fr: 'Avancement', en: 'Stage' },
  stageNames: {
    beginning: { fr: 'Débute', en: 'Is starting' },
    progressing: { fr: 'Avance', en: 'Is getting on' },
    independent: { fr: 'Sait faire sans aide', en: 'Works on their own' },
  },
  noCatalogue: { fr: 'Le serveur n’a encore ni formation ni campus.', en: 'The server has no course or campus yet.' },
  pageOf: (page: number, pages: number): Text => ({ fr: `page ${page} sur ${pages}`, en: `page ${page} of ${pages}` }),
  nextCourses: { fr: 'Formations suivantes', en: 'Next courses' },
  previousCourses: { fr: 'Formations précédentes', en: 'Previous courses' },
  nextCampuses: { fr: 'Campus suivants', en: 'Next campuses' },
  previousCampuses: { fr: 'Campus précédents', en: 'Previous campuses' },

  avoidTitle: { fr: 'Personnes à éviter', en: 'People to avoid' },
  avoidIntro: {
    fr: 'Elles ne vous seront jamais proposées, ni vous à elles. **Cette liste est privée : ces personnes ne le savent pas, l’équipe non plus.** Un binôme en cours continue : il s’arrête par son propre bouton.',
    en: 'They are never proposed to you, nor you to them. **This list is private: they do not know, nor do staff.** A pair that is under way goes on: it has a button of its own to end.',
  },
  avoidNone: { fr: 'Votre liste est vide.', en: 'Your list is empty.' },
  avoidAdd: { fr: 'Ajouter quelqu’un', en: 'Add somebody' },
  avoidRemove: { fr: 'Retirer de la liste', en: 'Remove from the list' },
  unknownPerson: (id: string): Text => ({ fr: `Personne partie (${id})`, en: `Somebody who left (${id})` }),
} as const;

export const charter: readonly Text[] = [
  {
    fr: '**Je réponds** aux demandes, même pour dire non. Quand je ne peux plus, je me mets en pause.',
    en: '**I answer** requests, even to say no. When I cannot any more, I pause.',
  },
  {
    fr: '**Je suis là aux rendez-vous**, et je préviens quand j’ai un empêchement.',
    en: '**I am there at the sessions**, and say so beforehand when I cannot.',
  },
  {
    fr: '**Ce que l’on me confie reste entre nous**, sauf si quelqu’un est en danger : dans ce cas, je préviens l’équipe.',
    en: '**What I am told stays between us**, unless somebody is in danger: then I tell staff.',
  },
  {
    fr: '**Je conseille, je ne décide pas.** Je ne fais pas le travail à la place de la personne.',
    en: '**I advise, I do not decide.** I do not do the work in their place.',
  },
  {
    fr: '**Respect et égalité** : ni discrimination, ni séduction, ni argent, ni vente. Nos échanges passent par le fil privé.',
    en: '**Respect and equality**: no discrimination, no seduction, no money, no sales. We talk in the private thread.',
  },
  {
    fr: '**Chacun peut arrêter à tout moment**, sans avoir à se justifier.',
    en: '**Either can stop at any moment**, without having to explain.',
  },
];

export const stateNames: Readonly<Record<MentorState, Text>> = {
  draft: { fr: 'Brouillon', en: 'Draft' },
  pending: { fr: 'En attente de l’équipe', en: 'Waiting for staff' },
  asked: { fr: 'À compléter', en: 'Changes asked' },
  approved: { fr: 'Mentor', en: 'Mentor' },
  paused: { fr: 'Mentor, en pause', en: 'Mentor, paused' },
  withdrawn: { fr: 'Mentorat arrêté', en: 'Stopped mentoring' },
};

/** Why, as the person reads it. */
export const pauseNames: Readonly<Record<MentorPause, Text>> = {
  own: { fr: 'à votre demande', en: 'as you asked' },
  silence: { fr: 'parce que des demandes sont restées sans réponse', en: 'because requests were left unanswered' },
  renewal: { fr: 'parce que votre accord est à renouveler', en: 'because your approval is to be renewed' },
  sanction: { fr: 'le temps d’une mesure de modération', en: 'while a measure of moderation lasts' },
  absent: { fr: 'parce que vous avez quitté le serveur', en: 'because you left the server' },
};

/** Where a profile stands and what comes next, as its person reads it. */
export const standing = {
  draftBegun: {
    fr: '**Brouillon** : personne ne le voit encore. Il reste une ou deux étapes.',
    en: '**Draft**: nobody sees it yet. One or two steps are left.',
  },
  draftWhole: {
    fr: '**Brouillon complet** : il ne manque que votre accord sur la charte.',
    en: '**Complete draft**: only your agreement to the charter is missing.',
  },
  refused: (reason: string): Text => ({
    fr: `**L’équipe n’a pas accepté ce profil** :\n${reason}\nVous pouvez le modifier et le renvoyer.`,
    en: `**Staff did not accept this profile**:\n${reason}\nYou may change it and send it again.`,
  }),
  pending: {
    fr: '**Envoyé** : l’équipe le lit et vous répond par message privé. Vous pouvez encore le modifier.',
    en: '**Sent**: staff read it and answer you by direct message. You may still change it.',
  },
  asked: (comment: string): Text => ({
    fr: `**L’équipe vous demande une modification** :\n${comment}\nModifiez ce qu’il faut, puis renvoyez.`,
    en: `**Staff ask you for a change**:\n${comment}\nChange what is needed, then send it again.`,
  }),
  approved: (until: string): Text => ({
    fr: `**Vous êtes mentor**, jusqu’au ${until}. Des demandes peuvent vous arriver par message privé.`,
    en: `**You are a mentor**, until ${until}. Requests may reach you by direct message.`,
  }),
  full: {
    fr: '**Vous êtes mentor.** Vos places sont toutes prises : aucune nouvelle demande ne vous arrive.',
    en: '**You are a mentor.** All your seats are taken: no new request reaches you.',
  },
  expiring: (until: string): Text => ({
    fr: `Votre accord court jusqu’au ${until} : un clic le renouvelle pour un an.`,
    en: `Your approval holds until ${until}: one click renews it for a year.`,
  }),
  paused: (why: Text, until: string | null): Text => ({
    fr: `**En pause** ${why.fr}${until ? `, retour le ${until}` : ''}. Personne de nouveau ne vous est proposé ; vos binômes continuent.`,
    en: `**Paused** ${why.en}${until ? `, back on ${until}` : ''}. Nobody new is proposed to you; your pairs go on.`,
  }),
  withdrawn: {
    fr: '**Vous avez arrêté le mentorat.** Pour reprendre, relisez votre profil et renvoyez-le.',
    en: '**You stopped mentoring.** To come back, read your profile again and send it.',
  },
  removed: (reason: string): Text => ({
    fr: `**L’équipe a mis fin à votre mentorat** :\n${reason}\nPour en parler, écrivez à l’équipe. Vous pouvez aussi modifier votre profil et le renvoyer.`,
    en: `**Staff ended your mentoring**:\n${reason}\nTo talk about it, write to staff. You may also change your profile and send it again.`,
  }),
} as const;

/** Lines of *Mon espace*. */
export const homeText = {
  offer: {
    fr: 'Vous pouvez accompagner quelqu’un en formation, une heure de temps en temps.',
    en: 'You can accompany somebody in training, an hour now and then.',
  },
  begin: { fr: 'Devenir mentor', en: 'Become a mentor' },
  draft: { fr: 'Votre profil de mentor n’est pas encore envoyé.', en: 'Your mentor profile is not sent yet.' },
  finish: { fr: 'Le terminer', en: 'Finish it' },
  pending: { fr: 'Votre profil de mentor est chez l’équipe.', en: 'Staff have your mentor profile.' },
  asked: {
    fr: 'L’équipe vous demande une modification de votre profil de mentor.',
    en: 'Staff ask you to change your mentor profile.',
  },
  fix: { fr: 'Le modifier', en: 'Change it' },
  approved: { fr: 'Vous êtes mentor.', en: 'You are a mentor.' },
  paused: { fr: 'Votre mentorat est en pause.', en: 'Your mentoring is paused.' },
  renew: { fr: 'Votre accord de mentor est à renouveler.', en: 'Your mentor approval is to be renewed.' },
} as const satisfies Record<string, Text>;

const gapNames: Readonly<Record<Gap, Text>> = {
  help: { fr: 'comment vous pouvez aider', en: 'how you can help' },
  frame: { fr: 'le cadre', en: 'the frame' },
};

/** What is wrong with what was typed, said together. */
export const problems = {
  tooManySkills: (count: number, max: number): Text => ({
    fr: `Compétences : ${count}, c’est trop. Gardez les ${max} plus utiles.`,
    en: `Skills: ${count} are too many. Keep the ${max} most useful ones.`,
  }),
  skillTooLong: (long: readonly string[], max: number): Text => {
    const names = long.map((skill) => `« ${escapeMarkdown(cut(skill, 60))} »`).join(', ');
    return {
      fr: `Compétences : ${names} dépasse${long.length > 1 ? 'nt' : ''} ${max} caractères. Séparez-les par des virgules.`,
      en: `Skills: ${names} ${long.length > 1 ? 'are' : 'is'} longer than ${max} characters. Separate them by commas.`,
    };
  },
  placeMissing: {
    fr: 'Lieu : dites où, pour vous rencontrer en personne. Par exemple « Lille (59) ».',
    en: 'Place: say where, to meet in person. For instance “Lille (59)”.',
  },
  placeUnknown: (typed: string, among: readonly Department[]): Text => {
    const shown = escapeMarkdown(cut(typed, 60));
    const names = among.map((code) => `${departmentName(code)} (${code})`).join(', ');
    return among.length > 0
      ? {
          fr: `Lieu : il y a plusieurs « ${shown} ». Ajoutez le département : ${names}.`,
          en: `Place: there are several “${shown}”. Add the department: ${names}.`,
        }
      : {
          fr: `Lieu : nous ne connaissons pas « ${shown} ». Écrivez la ville et le département, « Lille (59) », ou le département seul.`,
          en: `Place: we do not know “${shown}”. Write city and department, “Lille (59)”, or the department alone.`,
        };
  },
} as const;

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

export const invalidProfile = (wrong: readonly Text[]) =>
  new UserError('mentors.invalid', {
    fr: `Il reste à corriger :\n${list(wrong.map(({ fr }) => fr))}`,
    en: `Please correct:\n${list(wrong.map(({ en }) => en))}`,
  });

export const noProfile = () =>
  new UserError('mentors.no_profile', {
    fr: 'Il n’y a pas de profil de mentor ici. Pour en créer un : /mentorat profil.',
    en: 'There is no mentor profile here. To make one: /mentoring profile.',
  });

export const notVolunteer = () =>
  new UserError('mentors.not_volunteer', {
    fr: 'Le mentorat est ouvert aux alumni et à l’équipe pédagogique. Si vous en faites partie, identifiez-vous d’abord avec *Mon espace*.',
    en: 'Mentoring is open to alumni and trainers. If you are one, identify yourself first in *Mon espace*.',
  });

export const notAMentor = () =>
  new UserError('mentors.not_a_mentor', {
    fr: 'Seul un profil accepté par l’équipe le permet. Voyez où en est le vôtre avec /mentorat profil.',
    en: 'Only a profile that staff approved allows it. See where yours stands with /mentoring profile.',
  });

export const incomplete = (gaps: readonly Gap[]) =>
  new UserError('mentors.incomplete', {
    fr: `Avant l’envoi, il manque encore : ${gaps.map((gap) => gapNames[gap].fr).join(', ')}.`,
    en: `Before it is sent, still missing: ${gaps.map((gap) => gapNames[gap].en).join(', ')}.`,
  });

export const alreadyApproved = () =>
  new UserError('mentors.already_approved', {
    fr: 'Votre profil est déjà accepté : vos modifications comptent tout de suite, rien n’est à renvoyer.',
    en: 'Your profile is approved already: what you change counts at once, nothing is to be sent.',
  });

export const tooManySent = (times: number) =>
  new UserError('mentors.too_many_sent', {
    fr: `Votre profil a été envoyé ${times} fois cette semaine. Attendez quelques jours, ou écrivez à l’équipe.`,
    en: `Your profile was sent ${times} times this week. Wait some days, or write to staff.`,
  });

export const notYet = (from: string) =>
  new UserError('mentors.not_yet', {
    fr: `Il n’y a rien à renouveler pour l’instant : ce sera possible à partir du ${from}, et nous vous le rappellerons.`,
    en: `There is nothing to renew for now: it will be possible from ${from}, and we will remind you.`,
  });

const waysOut: Readonly<Record<MentorPause, Text>> = {
  own: { fr: 'Reprenez quand vous voulez.', en: 'Resume whenever you like.' },
  silence: { fr: 'Reprenez quand vous voulez.', en: 'Resume whenever you like.' },
  renewal: { fr: 'Renouvelez votre accord avec /mentorat profil.', en: 'Renew your approval with /mentoring profile.' },
  sanction: { fr: 'Elle s’arrête avec la mesure de modération.', en: 'It ends with the measure of moderation.' },
  absent: { fr: 'Elle s’arrête quand vous revenez sur le serveur.', en: 'It ends when you come back to the server.' },
};

/** Also of a pause that the person ended while another goes on. */
export const stillPaused = (cause: MentorPause): Text => ({
  fr: `Votre mentorat reste en pause ${pauseNames[cause].fr}. ${waysOut[cause].fr}`,
  en: `Your mentoring stays paused ${pauseNames[cause].en}. ${waysOut[cause].en}`,
});
export const pausedByOthers = (cause: MentorPause) => new UserError('mentors.paused_by_others', stillPaused(cause));

export const notADay = (typed: string) =>
  new UserError('mentors.not_a_day', {
    fr: `« ${escapeMarkdown(cut(typed, 60))} » n’est pas une date. Écrivez-la ainsi : 12/01/2027.`,
    en: `“${escapeMarkdown(cut(typed, 60))}” is no date. Write it so: 12/01/2027 (day first).`,
  });
export const pauseTooShort = () =>
  new UserError('mentors.pause_too_short', {
    fr: 'Le jour du retour doit être à venir. Sans date, la pause dure jusqu’à ce que vous repreniez.',
    en: 'The day of the return must be to come. Without one, the pause lasts until you resume.',
  });
export const pauseTooLong = () =>
  new UserError('mentors.pause_too_long', {
    fr: 'Une pause dure un an au plus. Sans date, elle dure jusqu’à ce que vous repreniez.',
    en: 'A pause lasts a year at most. Without a date, it lasts until you resume.',
  });

export const tooManyPreferred = (max: number) =>
  new UserError('mentors.too_many_preferred', {
    fr: `Vos préférences sont limitées à ${max} choix. Retirez-en d’abord, ou n’en gardez aucune : cela veut dire tout le monde.`,
    en: `Preferences are limited to ${max} choices. Remove some first, or keep none: that means everybody.`,
  });

export const avoidSelf = () =>
  new UserError('mentors.avoid_self', {
    fr: 'Vous ne pouvez pas vous éviter vous-même. Choisissez quelqu’un d’autre.',
    en: 'You cannot avoid yourself. Choose somebody else.',
  });
export const tooManyAvoided = (max: number) =>
  new UserError('mentors.too_many_avoided', {
    fr: `Votre liste est limitée à ${counted(max, 'personne', 'personnes')}. Retirez-en d’abord.`,
    en: `Your list is limited to ${counted(max, 'person', 'people')}. Remove somebody first.`,
  });

const decidedBy = (userId: string | null, locale: 'fr' | 'en'): string =>
  userId === null ? '' : locale === 'fr' ? ` <@${userId}> a répondu en dernier.` : ` <@${userId}> answered last.`;

export const nothingToDecide = (by: string | null) =>
  new UserError('mentors.nothing_to_decide', {
    fr: `Ce profil n’attend plus de décision.${decidedBy(by, 'fr')}`,
    en: `This profile waits for no decision any more.${decidedBy(by, 'en')}`,
  });
export const changedSince = () =>
  new UserError('mentors.changed', {
    fr: 'Ce profil vient de changer. Relisez sa fiche, puis décidez.',
    en: 'This profile has just changed. Read its card again, then decide.',
  });
export const notDecidable = () =>
  new UserError('mentors.not_decidable', {
    fr: 'Ce profil n’est pas envoyé, ou la personne a arrêté : il n’y a rien à lui demander pour l’instant.',
    en: 'This profile is not sent, or the person stopped: there is nothing to ask them for now.',
  });
export const ownProfile = () =>
  new UserError('mentors.own_profile', {
    fr: 'C’est votre propre profil : quelqu’un d’autre de l’équipe décide.',
    en: 'This is your own profile: somebody else of the staff decides.',
  });
