import type { Text } from '../../../kernel/text.ts';

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
    fr: 'Votre profil : tant que vous accompagnez, puis un an ; un brouillon, 90 jours. Son historique : deux ans au plus. Une mesure de modération : tant qu’elle dure. La liste des personnes à éviter : tant que vous êtes sur le serveur, puis un an.',
    en: 'Your profile: while you mentor, then a year; a draft, 90 days. Its history: two years at most. A measure of moderation: while it lasts. The list of people to avoid: while you are on the server, then a year.',
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
  attestation: { fr: 'Mon attestation', en: 'My attestation' },
  badge: { fr: 'Temps donné', en: 'Time given' },
  hideBadge: { fr: 'Masquer mes heures', en: 'Hide my hours' },
  showBadge: { fr: 'Montrer mes heures', en: 'Show my hours' },
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
    fr: 'Elles ne vous seront jamais proposées, ni vous à elles. **Cette liste est privée : personne d’autre ne la lit, l’équipe non plus.** Si l’équipe voulait former ce binôme, elle lirait seulement que ce n’est pas possible, sans la raison. Un binôme en cours continue : il s’arrête par son propre bouton.',
    en: 'They are never proposed to you, nor you to them. **This list is private: nobody else reads it, nor do staff.** If staff wanted to make that pair, they would only read that it cannot be, without the reason. A pair that is under way goes on: it has a button of its own to end.',
  },
  avoidNone: { fr: 'Votre liste est vide.', en: 'Your list is empty.' },
  avoidAdd: { fr: 'Ajouter quelqu’un', en: 'Add somebody' },
  avoidRemove: { fr: 'Retirer de la liste', en: 'Remove from the list' },
  unknownPerson: (id: string): Text => ({ fr: `Personne partie (${id})`, en: `Somebody who left (${id})` }),
} as const;
