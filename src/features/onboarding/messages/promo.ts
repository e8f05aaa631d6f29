import { type Text, UserError } from '../../../kernel/text.ts';

const promoCount = (count: number): Text => ({
  fr: `${count} promo${count > 1 ? 's' : ''}`,
  en: `${count} promo${count === 1 ? '' : 's'}`,
});

export const text = {
  // Choosing.
  courseTitle: { fr: 'Votre formation', en: 'Your course' },
  courseHelp: {
    fr: 'Étape 1 sur 2 : choisissez votre formation. Vous choisirez ensuite votre promo.',
    en: 'Step 1 of 2: choose your course. You will then choose your promo.',
  },
  courses: { fr: 'Choisir une formation', en: 'Choose a course' },
  promoCount,
  promoTitle: { fr: 'Votre promo', en: 'Your promo' },
  promoHelp: (course: string): Text => ({
    fr: `Étape 2 sur 2 : choisissez votre promo de **${course}**. Un court formulaire s’ouvre ensuite.`,
    en: `Step 2 of 2: choose your promo of **${course}**. A short form then opens.`,
  }),
  joinHelp: (course: string): Text => ({
    fr: `Étape 2 sur 2 : choisissez la promo de **${course}** que vous voulez rejoindre. Votre demande part aussitôt à l’équipe ; il n’y a rien à remplir.`,
    en: `Step 2 of 2: choose the promo of **${course}** that you want to join. Your request goes to the staff at once; there is nothing to fill in.`,
  }),
  promos: { fr: 'Choisir une promo', en: 'Choose a promo' },
  remote: { fr: 'à distance', en: 'at a distance' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  situation: { fr: 'Changer de situation', en: 'Change situation' },
  back: { fr: 'Autre formation', en: 'Another course' },
  notListed: { fr: 'Ma formation ou ma promo n’est pas dans la liste', en: 'My course or promo is not in the list' },
  goOn: { fr: 'Continuer sans choisir de promo', en: 'Go on without a promo' },
  keep: { fr: 'Garder ma promo', en: 'Keep my promo' },
  chosen: (name: string): Text => ({ fr: `Promo choisie jusqu’ici : **${name}**.`, en: `Promo chosen so far: **${name}**.` }),
  gone: {
    fr: '**Cette promo est terminée, annulée, ou n’existe pas.** Choisissez-en une autre.',
    en: '**This promo has ended, was cancelled, or does not exist.** Choose another one.',
  },
  goneUnsent: {
    fr: '**La promo que vous aviez choisie est terminée ou annulée.** Votre demande n’est pas encore partie, et ce que vous avez écrit est gardé : choisissez une autre promo, ou continuez sans promo.',
    en: '**The promo that you had chosen has ended or was cancelled.** Your request has not gone yet, and what you wrote is kept: choose another promo, or go on without one.',
  },
  goneSent: {
    fr: '**La promo que vous aviez choisie est terminée ou annulée.** Vos corrections sont envoyées, sans promo. Choisissez-en une autre si elle est dans la liste.',
    en: '**The promo that you had chosen has ended or was cancelled.** Your corrections are sent, without a promo. Choose another one if it is in the list.',
  },
  noneLeft: {
    fr: 'Aucune promo n’est ouverte aux demandes en ce moment. L’équipe pourra vous ajouter plus tard.',
    en: 'No promo is open to requests at the moment. The staff can add you later.',
  },
  noneToJoin: {
    fr: 'Aucune autre promo n’est ouverte aux demandes en ce moment.',
    en: 'No other promo is open to requests at the moment.',
  },

  // A request to join.
  join: { fr: 'Rejoindre une promo', en: 'Join a promo' },
  joinStanding: { fr: 'Votre demande pour rejoindre une promo', en: 'Your request to join a promo' },
  joinSent: {
    fr: 'C’est envoyé. Votre identité reste confirmée. La réponse viendra en message privé ou, si les vôtres sont fermés, dans un fil privé du salon d’accueil. Rien d’autre à faire.',
    en: 'It is sent. Your identity stays confirmed. The answer will come by direct message or, if yours are closed, in a private thread of the welcome channel. Nothing else to do.',
  },
  joinNamed: (name: string): Text => ({ fr: `Rejoindre ${name}`, en: `Join ${name}` }),
  joinThis: { fr: 'Rejoindre cette promo', en: 'Join this promo' },
  expected: (name: string): Text => ({
    fr: `On vous attend dans la promo **${name}** : votre invitation le dit.`,
    en: `You are expected in the promo **${name}**: your invite says so.`,
  }),
  otherPromo: { fr: 'Choisir une autre promo', en: 'Choose another promo' },
  joinRefused: (reason: string): Text => ({
    fr: `Votre identité reste confirmée. Votre demande pour rejoindre une promo n’a pas été acceptée. La raison donnée par l’équipe :\n> ${reason}`,
    en: `Your identity stays confirmed. Your request to join a promo was not accepted. The reason given by the staff:\n> ${reason}`,
  }),
  joinWithdrawn: {
    fr: 'Votre demande pour rejoindre une promo est retirée. Votre identité reste confirmée, rien d’autre ne change.',
    en: 'Your request to join a promo is withdrawn. Your identity stays confirmed, nothing else changes.',
  },
  homeJoin: {
    fr: 'Vous entrez dans une promo, ou dans une de plus ? Demandez-le, sans rien remplir.',
    en: 'Entering a promo, or one more? Ask for it, with nothing to fill in.',
  },
  homeJoinSent: {
    fr: 'Votre demande pour rejoindre une promo est chez l’équipe.',
    en: 'Your request to join a promo is with the staff.',
  },
  homeJoinRefused: {
    fr: 'Votre demande pour rejoindre une promo n’a pas été acceptée ; vous pouvez recommencer.',
    en: 'Your request to join a promo was not accepted; you can try again.',
  },

  // What the person is told.
  joinAccepted: (name: string): Text => ({
    fr: `Bonne nouvelle, ${name} : votre demande est acceptée.`,
    en: `Good news, ${name}: your request is accepted.`,
  }),
  joinRead: (name: string): Text => ({
    fr: `${name}, l’équipe a répondu à votre demande.`,
    en: `${name}, the staff have answered your request.`,
  }),
  inside: (promo: string): Text => ({
    fr: `Vous êtes dans la promo **${promo}** : ses salons vous sont ouverts.`,
    en: `You are in the promo **${promo}**: its channels are open to you.`,
  }),
  insideLater: (promo: string, start: Text): Text => ({
    fr: `Vous êtes dans la promo **${promo}**. Ses salons s’ouvriront le premier jour, ${start.fr}.`,
    en: `You are in the promo **${promo}**. Its channels will open on the first day, ${start.en}.`,
  }),
  over: (promo: string): Text => ({
    fr: `La promo **${promo}** s’est terminée ou a été annulée entre-temps : vous n’y entrez pas. **Mon espace** montre celles que vous pouvez rejoindre.`,
    en: `The promo **${promo}** has ended or was cancelled meanwhile: you do not enter it. **My space** shows those that you can join.`,
  }),
  elsewhere: (promo: string): Text => ({
    fr: `Vous êtes déjà en formation dans une autre promo : **${promo}** ne s’y ajoute pas. Si vous suivez les deux, demandez-le dans **Mon espace**.`,
    en: `You already learn in another promo: **${promo}** is not added to it. If you follow both, ask for it in **My space**.`,
  }),

  // What staff read.
  joinCard: (id: number): Text => ({ fr: `Demande n° ${id} : rejoindre une promo`, en: `Request no. ${id}: joining a promo` }),
  identifiedAs: (kind: Text): Text => ({
    fr: `Identité déjà confirmée (${kind.fr}). Demande à rejoindre une promo.`,
    en: `Identity already confirmed (${kind.en}). Asks to join a promo.`,
  }),
  asked: { fr: 'Promo demandée', en: 'Promo asked for' },
  noPromo: { fr: 'Aucune n’a été choisie', en: 'None was chosen' },
  managedBy: (who: string): Text => ({ fr: `Gestion de projet : ${who}`, en: `Project manager: ${who}` }),
  begun: { fr: 'En cours', en: 'Running' },
  planned: { fr: 'À venir', en: 'Planned' },
  closed: {
    fr: 'Terminée ou annulée : accepter ne fera pas entrer la personne dans cette promo.',
    en: 'Ended or cancelled: accepting will not let the person into this promo.',
  },
  learnsIn: { fr: 'Déjà en formation dans', en: 'Already learns in' },
  adds: { fr: 'Accepter ajoute la promo demandée, en plus.', en: 'Accepting adds the promo asked for, besides.' },
  addsNot: {
    fr: 'Accepter confirme l’identité, sans ajouter la promo demandée : `/promo deplacer` ou `/promo ajouter` avec l’option `seconde` le fera.',
    en: 'Accepting confirms the identity, without adding the promo asked for: `/promo move`, or `/promo add` with the option `second`, will.',
  },
  overShort: (promo: string): Text => ({
    fr: `La personne n’est pas entrée dans **${promo}** : cette promo est terminée ou annulée. \`/promo ajouter\` la fait entrer dans une autre.`,
    en: `The person did not enter **${promo}**: this promo has ended or was cancelled. \`/promo add\` lets them into another.`,
  }),
  elsewhereShort: (promo: string): Text => ({
    fr: `La personne n’est pas entrée dans **${promo}** : elle est déjà en formation dans une autre promo. \`/promo deplacer\` la change de promo ; \`/promo ajouter\` avec l’option \`seconde\` lui en donne deux.`,
    en: `The person did not enter **${promo}**: they already learn in another promo. \`/promo move\` moves them; \`/promo add\` with the option \`second\` gives them both.`,
  }),
  entered: (promo: string): Text => ({ fr: `La personne est dans **${promo}**.`, en: `The person is in **${promo}**.` }),
  joinApproved: (name: string): Text => ({
    fr: `Demande de ${name} acceptée. La personne est prévenue.`,
    en: `Request of ${name} accepted. The person is told.`,
  }),
  call: (manager: string, promo: string): Text => ({
    fr: `${manager}, cette demande concerne votre promo **${promo}**.`,
    en: `${manager}, this request is about your promo **${promo}**.`,
  }),
  change: { fr: 'Changer la promo', en: 'Change the promo' },
  add: { fr: 'Ajouter une promo', en: 'Add a promo' },
  changeTitle: { fr: 'Promo de la demande', en: 'Promo of the request' },
  changeCourse: { fr: 'Choisissez la formation.', en: 'Choose the course.' },
  changePromo: (course: string): Text => ({
    fr: `Choisissez la promo de **${course}**.`,
    en: `Choose the promo of **${course}**.`,
  }),
  drop: { fr: 'Sans promo', en: 'Without a promo' },
  changed: (name: string, promo: string): Text => ({
    fr: `Promo demandée pour ${name} : **${promo}**. Reste à accepter la demande.`,
    en: `Promo asked for ${name}: **${promo}**. The request is still to be accepted.`,
  }),
  dropped: (name: string): Text => ({
    fr: `Demande de ${name} : plus de promo. Reste à accepter la demande.`,
    en: `Request of ${name}: no promo any more. The request is still to be accepted.`,
  }),
  ofYours: (count: number): Text => ({
    fr: count > 1 ? `${count} concernent vos promos.` : '1 concerne l’une de vos promos.',
    en: count > 1 ? `${count} are about your promos.` : '1 is about one of your promos.',
  }),
  lateManagers: (who: string): Text => ({ fr: `Promos gérées par : ${who}`, en: `Promos managed by: ${who}` }),
};

export const promoGone = () =>
  new UserError('onboarding.promo_gone', {
    fr: 'Cette promo est terminée, annulée, ou n’existe pas. Tapez `/présentation` pour choisir parmi celles qui sont ouvertes.',
    en: 'This promo has ended, was cancelled, or does not exist. Type `/identify` to choose among those that are open.',
  });

export const promoNeedsKind = () =>
  new UserError('onboarding.promo_needs_kind', {
    fr: 'Une promo ne va qu’avec les situations **En formation** et **Équipe pédagogique**. Changez d’abord la situation.',
    en: 'A promo goes with the situations **Learner** and **Trainer** only. Change the situation first.',
  });

export const notIdentified = () =>
  new UserError('onboarding.not_identified', {
    fr: 'Il faut d’abord que votre identité soit confirmée en formation, en équipe pédagogique ou alumni : tapez `/présentation`. Vous y choisirez aussi votre promo.',
    en: 'Your identity must first be confirmed as a learner, a trainer or an alumni: type `/identify`. You will choose your promo there too.',
  });

export const alreadyInside = () =>
  new UserError('onboarding.already_inside', {
    fr: 'Vous êtes déjà dans cette promo. `/accueil` vous y mène.',
    en: 'You are already in this promo. `/home` takes you there.',
  });

export const otherRequest = () =>
  new UserError('onboarding.other_request', {
    fr: 'Vous avez déjà une demande de modification chez l’équipe. Attendez sa réponse, ou retirez-la avec `/présentation`, puis demandez à rejoindre la promo.',
    en: 'You already have a request for a change with the staff. Wait for their answer, or withdraw it with `/identify`, then ask to join the promo.',
  });

export const joinsOnly = () =>
  new UserError('onboarding.joins_only', {
    fr: 'L’identité de cette personne est déjà confirmée : cette demande ne porte que sur une promo. Refusez-la si elle ne convient pas.',
    en: 'This person’s identity is already confirmed: this request is about a promo only. Refuse it if it does not fit.',
  });
