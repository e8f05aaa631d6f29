import { bold, counted, s, type Text, UserError } from '../../../kernel/text.ts';
import type { SkillFault } from '../rules/request.ts';

export const text = {
  feature: {
    fr: 'Trouver un mentor : la demande, les propositions, l’accord',
    en: 'Find a mentor: the request, the proposals, the answer',
  },
  purpose: {
    fr: 'Trouver à chaque personne qui en demande un mentor qui lui convient.',
    en: 'To find for everybody who asks a mentor who fits.',
  },
  retention: {
    fr: 'Votre demande et les réponses des mentors : tant qu’elle attend (90 jours sans un clic la ferment), puis un an.',
    en: 'Your request and the answers of mentors: while it waits (90 days without a click close it), then a year.',
  },
  command: { fr: 'Demander un mentor, voir ou changer votre demande', en: 'Ask for a mentor, see or change your request' },
  ask: { fr: 'Demander un mentor', en: 'Ask for a mentor' },
  title: { fr: 'Ma demande de mentorat', en: 'My request for a mentor' },

  goals: { fr: 'Ce que vous voulez atteindre', en: 'What you want to reach' },
  goalsHelp: {
    fr: 'En quelques phrases. Le mentor à qui vous demandez le lit.',
    en: 'In a few sentences. The mentor whom you ask reads it.',
  },
  themes: { fr: 'Sujets', en: 'Themes' },
  themesHelp: {
    fr: 'Un ou plusieurs. Vous direz ensuite lequel compte le plus.',
    en: 'One or more. You then say which counts most.',
  },
  skills: { fr: 'Compétences, la plus importante d’abord', en: 'Skills, the most important first' },
  skillsHelp: {
    fr: 'Séparées par des virgules : React, SQL, gestion de projet. Vide : peu importe.',
    en: 'Separated by commas: React, SQL, project management. Empty: any.',
  },
  availability: { fr: 'Quand pouvez-vous échanger ?', en: 'When can you talk?' },
  availabilityHelp: {
    fr: 'Matin : 9 h–12 h. Après-midi : 14 h–18 h. Soir : 18 h–21 h.',
    en: 'Morning: 9–12. Afternoon: 14–18. Evening: 18–21.',
  },
  languages: { fr: 'Langues que vous parlez', en: 'Languages that you speak' },
  languagesHelp: { fr: 'Votre mentor en parlera au moins une.', en: 'Your mentor speaks at least one of them.' },

  moreTitle: { fr: 'Préciser ma demande', en: 'More about my request' },
  ways: { fr: 'Comment échanger', en: 'How to talk' },
  stage: { fr: 'Où en êtes-vous ?', en: 'How far are you?' },
  place: { fr: 'Où vivez-vous ?', en: 'Where do you live?' },
  placeHelp: {
    fr: 'Utile seulement pour se voir en personne : « Lille (59) », « Nord ». Vide : on ne le dit pas.',
    en: 'Useful only to meet in person: “Lille (59)”, “Nord”. Empty: not said.',
  },
  zone: { fr: 'À quelle heure vivez-vous ?', en: 'In which time zone do you live?' },
  guildZone: { fr: 'Celle du serveur', en: 'That of the server' },
  peopleTitle: { fr: 'Des personnes en particulier', en: 'People in particular' },
  preferred: (place: 1 | 2 | 3): Text => ({
    fr: ['Mentor que vous aimeriez', 'Votre deuxième souhait', 'Votre troisième souhait'][place - 1] ?? '',
    en: ['A mentor you would like', 'Your second wish', 'Your third wish'][place - 1] ?? '',
  }),
  preferredHelp: { fr: 'Facultatif. Compte dans les propositions.', en: 'Optional. Counts in the proposals.' },
  avoided: { fr: 'Personnes à ne jamais vous proposer', en: 'People never to be proposed to you' },
  avoidedHelp: { fr: 'Secret : personne ne le saura, équipe comprise.', en: 'Secret: nobody will know, staff included.' },

  edit: { fr: 'Modifier', en: 'Change' },
  more: { fr: 'Préciser', en: 'Say more' },
  people: { fr: 'Personnes', en: 'People' },
  see: { fr: 'Voir les mentors', en: 'See the mentors' },
  seeOthers: { fr: 'Voir d’autres mentors', en: 'See other mentors' },
  withdraw: { fr: 'Retirer ma demande', en: 'Withdraw my request' },
  back: { fr: 'Ma demande', en: 'My request' },
  keep: { fr: 'La garder', en: 'Keep it' },
  main: { fr: 'Quel sujet compte le plus ?', en: 'Which theme counts most?' },
  first: { fr: 'le plus important', en: 'the most important' },
  any: { fr: 'peu importe', en: 'any' },
  since: (when: string): Text => ({ fr: `Elle attend depuis le ${when}.`, en: `It has waited since ${when}.` }),
  nextStep: {
    fr: '**Et maintenant ?** Regardez qui pourrait vous accompagner et choisissez jusqu’à trois personnes, dans votre ordre. Vous pouvez aussi attendre : l’équipe voit votre demande, et la prochaine campagne en tient compte.',
    en: '**What now?** See who could help you and choose up to three people, in your order. You may also wait: staff see your request, and the next campaign counts it in.',
  },
  choicesTitle: { fr: 'Les personnes que vous avez choisies', en: 'The people you chose' },
  asked: (name: string, until: string): Text => ({
    fr: `**1.** ${bold(name)} a votre demande et répond d’ici ${until}.`,
    en: `**1.** ${bold(name)} has your request and answers by ${until}.`,
  }),
  questioned: (name: string, until: string): Text => ({
    fr: `**1.** ${bold(name)} vous a posé une question : répondez d’ici ${until}.`,
    en: `**1.** ${bold(name)} asked you a question: answer by ${until}.`,
  }),
  queued: (place: number, name: string): Text => ({
    fr: `**${place}.** ${bold(name)} : à votre demande si la personne d’avant ne peut pas.`,
    en: `**${place}.** ${bold(name)}: asked if the person before cannot.`,
  }),
  raise: (name: string): Text => ({ fr: `Passer avant : ${name}`, en: `Ask sooner: ${name}` }),
  drop: (name: string): Text => ({ fr: `Ne plus demander à ${name}`, en: `No longer ask ${name}` }),
  answer: { fr: 'Répondre à sa question', en: 'Answer the question' },

  proposalsTitle: { fr: 'Qui pourrait vous accompagner', en: 'Who could help you' },
  proposalsHow: {
    fr: 'Choisissez **dans votre ordre** : la première personne est prévenue tout de suite, les suivantes seulement si elle ne peut pas. Vous pourrez encore changer cet ordre.',
    en: 'Choose **in your order**: the first person is told at once, the others only if the first cannot. You can still change this order.',
  },
  choose: (left: number): Text => ({
    fr: left === 1 ? 'Choisir une personne' : `Choisir jusqu’à ${left} personnes, dans votre ordre`,
    en: left === 1 ? 'Choose a person' : `Choose up to ${left} people, in your order`,
  }),
  chosenAll: (most: number): Text => ({
    fr: `Vous avez choisi ${most} personnes : c’est le maximum à la fois.`,
    en: `You chose ${most} people: that is the most at once.`,
  }),
  nobody: { fr: 'Pour l’instant, personne ne correspond à votre demande.', en: 'For now nobody fits your request.' },
  noMentors: {
    fr: 'Aucun mentor n’a de place en ce moment.',
    en: 'No mentor has a place at the moment.',
  },
  noLanguage: {
    fr: 'Aucun mentor ne parle une de vos langues : ajoutez-en une si vous pouvez.',
    en: 'No mentor speaks one of your languages: add one if you can.',
  },
  noPlace: (speaking: number): Text => ({
    fr: `${counted(speaking, 'mentor parle une de vos langues mais n’a plus', 'mentors parlent une de vos langues mais n’ont plus')} de place.`,
    en: `${counted(speaking, 'mentor speaks one of your languages but has', 'mentors speak one of your languages but have')} no place left.`,
  }),
  littleCommon: (free: number): Text => ({
    fr: `${counted(free, 'mentor a', 'mentors ont')} une place, mais trop peu en commun avec votre demande ou une autre réponse en cours. Ajoutez des sujets ou des moments de la semaine.`,
    en: `${counted(free, 'mentor has', 'mentors have')} a place, but too little in common with your request or questions that wait. Add themes or moments of the week.`,
  }),
  stays: {
    fr: 'Votre demande reste : l’équipe la voit, et la prochaine campagne en tient compte. Revenez voir quand vous voulez.',
    en: 'Your request stays: staff see it, and the next campaign counts it in. Come back to look whenever you like.',
  },

  askWithdraw: {
    fr: 'Retirer votre demande ? La personne à qui elle a été transmise est prévenue qu’elle n’a plus à répondre. Vous pourrez en faire une autre.',
    en: 'Withdraw your request? The person who has it is told that there is nothing to answer any more. You can make another one.',
  },
  sureWithdraw: { fr: 'Oui, retirer ma demande', en: 'Yes, withdraw my request' },
  withdrawn: {
    fr: 'Votre demande est retirée. `/mentorat demande` en fait une autre.',
    en: 'Your request is withdrawn. `/mentoring request` makes another one.',
  },
  kept: {
    fr: 'C’est noté : votre demande reste ouverte, pour trois mois au moins.',
    en: 'Noted: your request stays open, for three months at least.',
  },
  expiring: (days: number): Text => ({
    fr: `Votre demande de mentorat attend depuis longtemps sans un clic de votre part. Voulez-vous la garder ? Sinon elle se ferme dans ${days} jours.`,
    en: `Your request for a mentor has waited long without a click of yours. Do you want to keep it? Otherwise it closes in ${days} days.`,
  }),
  expired: {
    fr: 'Votre demande de mentorat est fermée : 90 jours ont passé sans un clic. Sur le serveur, `/mentorat demande` en fait une autre.',
    en: 'Your request for a mentor is closed: 90 days passed without a click. On the server, `/mentoring request` makes another one.',
  },
  againNone: {
    fr: 'Votre ancienne demande n’est plus connue. Sur le serveur, `/mentorat demande` en fait une nouvelle en une minute.',
    en: 'Your former request is no longer known. On the server, `/mentoring request` makes a new one in a minute.',
  },

  homeNone: {
    fr: 'Une personne qui est passée par là peut vous accompagner : CV, entretiens, code, confiance.',
    en: 'Somebody who has walked the path can help you: CV, interviews, code, confidence.',
  },
  homeWaits: {
    fr: 'Votre demande de mentorat attend : choisissez qui vous accompagnera.',
    en: 'Your request for a mentor waits: choose who will help you.',
  },
  homeAsked: (name: string): Text => ({
    fr: `Votre demande de mentorat est chez ${bold(name)}.`,
    en: `Your request for a mentor is with ${bold(name)}.`,
  }),
  homeQuestion: (name: string): Text => ({
    fr: `${bold(name)} vous a posé une question avant de vous accompagner.`,
    en: `${bold(name)} asked you a question before helping you.`,
  }),
} as const;

export const notYours = () =>
  new UserError('mentoring.unknown_request', {
    fr: 'Cette demande n’attend plus, ou n’est pas la vôtre. Sur le serveur, `/mentorat demande` montre la vôtre.',
    en: 'This request no longer waits, or is not yours. On the server, `/mentoring request` shows yours.',
  });

export const hasMentor = () =>
  new UserError('mentoring.has_mentor', {
    fr: 'Quelqu’un vous accompagne déjà. `/mentorat suivi` montre votre binôme ; quand il sera terminé, vous pourrez demander une autre personne.',
    en: 'Somebody accompanies you already. `/mentoring status` shows your pair; once it is over, you can ask for another person.',
  });

const faultText = (fault: SkillFault): Text =>
  fault.fault === 'many'
    ? { fr: `15 compétences au plus, vous en avez donné ${fault.count}`, en: `at most 15 skills, you gave ${fault.count}` }
    : {
        fr: `trop long, 40 caractères au plus : ${fault.skills.map(bold).join(', ')}`,
        en: `too long, at most 40 characters: ${fault.skills.map(bold).join(', ')}`,
      };
export const badSkills = (faults: readonly SkillFault[]) =>
  new UserError('mentoring.skills', {
    fr: `**Compétences** : ${faults.map((fault) => faultText(fault).fr).join(' ; ')}.`,
    en: `**Skills**: ${faults.map((fault) => faultText(fault).en).join('; ')}.`,
  });

/** `Saint-Denis (93)`, each way in which it could be meant. */
const placesText = (typed: string, among: readonly string[], or: string): string =>
  among.map((one) => bold(`${typed} (${one})`)).join(or);

export const unknownPlace = (typed: string, among: readonly string[]) =>
  new UserError('mentoring.place', {
    fr:
      among.length > 0
        ? `Il y a plusieurs ${bold(typed)} : ajoutez le département, ${placesText(typed, among, ' ou ')}.`
        : `Je ne trouve pas ${bold(typed)}. Écrivez la ville et son département, « Lille (59) », ou le département seul.`,
    en:
      among.length > 0
        ? `There are several ${bold(typed)}: add the department, ${placesText(typed, among, ' or ')}.`
        : `${bold(typed)} is not found. Write the city and its department, “Lille (59)”, or the department alone.`,
  });

const mentions = (ids: readonly string[]): string => ids.map((id) => `<@${id}>`).join(', ');
export const notMentors = (ids: readonly string[]) =>
  new UserError('mentoring.not_mentor', {
    fr: `${mentions(ids)} : pas de profil de mentor pour l’instant. Choisissez d’autres personnes, ou laissez vide.`,
    en: `${mentions(ids)}: no mentor profile for now. Choose other people, or leave it empty.`,
  });
export const preferredSelf = () =>
  new UserError('mentoring.self', {
    fr: 'Vous vous êtes choisi vous-même dans une des listes. Choisissez d’autres personnes.',
    en: 'You chose yourself in one of the lists. Choose other people.',
  });
export const preferredAvoided = () =>
  new UserError('mentoring.both', {
    fr: 'La même personne est souhaitée et à éviter. Gardez-la dans une seule des deux listes.',
    en: 'The same person is wished for and avoided. Keep them in one of the two lists.',
  });
export const chosenEnough = (left: number, most: number) =>
  new UserError('mentoring.chosen', {
    fr:
      left > 0
        ? `${most} personnes au plus à la fois : vous pouvez encore en choisir ${left}.`
        : `Vous avez déjà choisi ${most} personnes. Retirez-en une, ou attendez leur réponse.`,
    en:
      left > 0
        ? `At most ${most} people at once: you can still choose ${left}.`
        : `You have already chosen ${most} people. Take one off, or wait for their answer.`,
  });
export const noLongerFree = () =>
  new UserError('mentoring.not_free', {
    fr: 'Une des personnes choisies n’est plus disponible, ou a déjà trois demandes en attente. Ouvrez de nouveau la liste : elle est à jour.',
    en: 'One of the people chosen is no longer available, or has three questions waiting already. Open the list again: it is up to date.',
  });
export const nothingWaits = () =>
  new UserError('mentoring.changed', {
    fr: 'Cela vient de changer. `/mentorat suivi` montre où en est votre demande.',
    en: 'This has just changed. `/mentoring status` shows where your request stands.',
  });

/** `3 jours`. */
export const daysText = (days: number): Text => ({ fr: `${days} jour${s(days)}`, en: `${days} day${s(days)}` });
