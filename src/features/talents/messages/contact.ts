import { bold, type Text, UserError } from '../../../kernel/text.ts';

type State = 'asked' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

export const text = {
  formTitle: { fr: 'Proposer un échange', en: 'Propose to talk' },
  message: { fr: 'Votre message', en: 'Your message' },
  messageHelp: {
    fr: 'Pourquoi cette personne, et ce que vous proposez. Elle le lit avant de répondre.',
    en: 'Why this person, and what you propose. They read it before they answer.',
  },
  chooseOffer: { fr: 'Pour laquelle de vos offres ?', en: 'For which of your offers?' },
  sent: (number: string, open: number, max: number): Text => ({
    fr: `Votre message est transmis au profil n° ${number}, qui a 7 jours pour répondre. Nous vous dirons sa réponse. Prises de contact en attente : ${open} sur ${max}.`,
    en: `Your message goes to profile no. ${number}, who has 7 days to answer. You will be told the answer. Contacts that wait: ${open} of ${max}.`,
  }),

  asking: (company: string): Text => ({ fr: `${company} souhaite vous parler`, en: `${company} would like to talk to you` }),
  askingFor: (offer: string): Text => ({ fr: `Au sujet de l’offre : ${offer}`, en: `About the offer: ${offer}` }),
  noOffer: { fr: 'Offre retirée depuis', en: 'Offer withdrawn since' },
  theySay: { fr: 'Message', en: 'Message' },
  about: { fr: 'L’entreprise', en: 'The company' },
  askHow: {
    fr: 'L’entreprise ne sait pas qui vous êtes. **Accepter** ouvre une conversation privée où elle voit votre prénom, votre nom, vos liens et votre compte Discord ; si la conversation ne peut pas s’ouvrir, chaque personne reçoit par message de quoi joindre l’autre. **Décliner** lui dit seulement « pas disponible ».',
    en: 'The company does not know who you are. **Accept** opens a private conversation in which it sees your first and last name, your links and your Discord account; should the conversation be impossible, each of you is sent what is needed to reach the other. **Decline** tells it only “not available”.',
  },
  until: (when: string): Text => ({
    fr: `Vous pouvez répondre jusqu’au ${when}. Sans réponse : « pas disponible ».`,
    en: `You can answer until ${when}. No answer: “not available”.`,
  }),
  accept: { fr: 'Accepter', en: 'Accept' },
  decline: { fr: 'Décliner', en: 'Decline' },
  block: { fr: 'Bloquer cette entreprise', en: 'Block this company' },
  threadName: { fr: 'Une entreprise souhaite vous parler', en: 'A company would like to talk to you' },

  accepted: (company: string): Text => ({
    fr: `Vous avez accepté de parler avec ${bold(company)}. La conversation privée s’ouvre dans un instant.`,
    en: `You agreed to talk to ${bold(company)}. The private conversation opens in a moment.`,
  }),
  declined: (company: string): Text => ({
    fr: `C’est noté : ${bold(company)} apprend seulement que vous n’êtes pas disponible, et ne vous redemandera pas avant six mois.`,
    en: `Noted: ${bold(company)} learns only that you are not available, and will not ask again for six months.`,
  }),
  blocked: (company: string): Text => ({
    fr: `${bold(company)} ne voit plus votre profil et ne peut plus vous écrire ici. \`/offre profil\` permet de débloquer.`,
    en: `${bold(company)} no longer sees your profile and cannot write to you here. \`/job profile\` lets you unblock it.`,
  }),
  companyGone: {
    fr: 'Cette entreprise n’est plus vérifiée : sa question est close et elle n’a rien appris de vous.',
    en: 'This company is no longer verified: its question is closed and it learned nothing of you.',
  },

  notAvailable: (number: string): Text => ({
    fr: `Le profil n° ${number} n’est pas disponible. D’autres personnes cherchent : \`/offre talents\`.`,
    en: `Profile no. ${number} is not available. Other people are looking: \`/job talents\`.`,
  }),
  notAvailableThread: { fr: 'Réponse à votre prise de contact', en: 'Answer to your contact' },

  thread: (number: string, company: string): Text => ({
    fr: `Profil n° ${number} · ${company}`,
    en: `Profile no. ${number} · ${company}`,
  }),
  opening: (company: string): Text => ({ fr: `Premier échange avec ${company}`, en: `First talk with ${company}` }),
  openingHow: {
    fr: 'Vous pouvez vous écrire ici : personne d’autre sur le serveur ne lit cette conversation, sauf l’équipe qui administre. Signalez à l’équipe ce qui vous gêne.',
    en: 'You can write to each other here: nobody else on the server reads this conversation, except staff who administer it. Tell staff of anything that bothers you.',
  },
  person: { fr: 'La personne', en: 'The person' },
  links: { fr: 'Liens', en: 'Links' },
  offer: { fr: 'Offre', en: 'Offer' },
  met: (number: string): Text => ({
    fr: `La personne du profil n° ${number} accepte de vous parler. La conversation privée n’a pas pu s’ouvrir ; voici comment la joindre :`,
    en: `The person of profile no. ${number} agrees to talk to you. The private conversation could not open; here is how to reach them:`,
  }),
  metPerson: (company: string): Text => ({
    fr: `La conversation privée avec ${bold(company)} n’a pas pu s’ouvrir. Comme convenu, l’entreprise a reçu votre nom, vos liens et votre compte Discord. La personne qui recrute :`,
    en: `The private conversation with ${bold(company)} could not open. As agreed, the company was sent your name, your links and your Discord account. The recruiter:`,
  }),

  waitingTitle: { fr: 'Des entreprises souhaitent vous parler', en: 'Companies would like to talk to you' },
  nothingWaits: { fr: 'Aucune entreprise n’attend votre réponse.', en: 'No company waits for your answer.' },
  homeWaiting: (count: number): Text => ({
    fr:
      count === 1
        ? 'Une entreprise souhaite vous parler et attend votre réponse.'
        : `${count} entreprises souhaitent vous parler et attendent votre réponse.`,
    en:
      count === 1
        ? 'A company would like to talk to you and waits for your answer.'
        : `${count} companies would like to talk to you and wait for your answer.`,
  }),
  read: { fr: 'Lire et répondre', en: 'Read and answer' },
  homeTalks: (companies: number): Text => ({
    fr: `Vous avez accepté de parler avec ${companies === 1 ? 'une entreprise, qui sait' : `${companies} entreprises, qui savent`} qui vous êtes.`,
    en: `You agreed to talk to ${companies === 1 ? 'a company, which knows' : `${companies} companies, which know`} who you are.`,
  }),
  talks: { fr: 'Mes échanges', en: 'My conversations' },
  noTalks: {
    fr: 'Aucune entreprise ne sait qui vous êtes : vous n’avez accepté aucun échange.',
    en: 'No company knows who you are: you have accepted no conversation.',
  },
  talkSince: (when: string): Text => ({ fr: `accepté le ${when}`, en: `accepted on ${when}` }),
  talkIn: (thread: string): Text => ({ fr: `Votre conversation : ${thread}`, en: `Your conversation: ${thread}` }),
  talkTold: (recruiters: string): Text => ({
    fr: `La conversation n’a pas pu s’ouvrir : l’entreprise a reçu votre nom, vos liens et votre compte Discord. Personne à joindre : ${recruiters}`,
    en: `The conversation could not open: the company was sent your name, your links and your Discord account. Whom to reach: ${recruiters}`,
  }),
  talkSoon: { fr: 'La conversation s’ouvre dès que possible.', en: 'The conversation opens as soon as it can.' },
  talkShut: {
    fr: 'L’équipe a suspendu cette entreprise : elle ne lit plus votre conversation.',
    en: 'Staff suspended this company: it no longer reads your conversation.',
  },

  listTitle: (open: number, max: number): Text => ({
    fr: `Mes prises de contact · ${open} sur ${max} en attente`,
    en: `My contacts · ${open} of ${max} waiting`,
  }),
  listEmpty: {
    fr: 'Aucune prise de contact pour le moment. `/offre talents` montre les profils.',
    en: 'No contact yet. `/job talents` shows the profiles.',
  },
  state: {
    asked: { fr: 'en attente', en: 'waiting' },
    accepted: { fr: 'a accepté', en: 'accepted' },
    declined: { fr: 'pas disponible', en: 'not available' },
    expired: { fr: 'pas disponible', en: 'not available' },
    withdrawn: { fr: 'retirée', en: 'withdrawn' },
  } as const satisfies Record<State, Text>,
  withdraw: { fr: 'Retirer', en: 'Withdraw' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
};

export const unknownProfile = () =>
  new UserError('talents.unknown_profile', {
    fr: 'Ce profil n’est pas dans ce que votre entreprise a vu. `/offre talents` montre les profils visibles.',
    en: 'This profile is not among those that your company saw. `/job talents` shows the visible ones.',
  });

/** The same words whether somebody paused, declined, blocked the company or left: a company learns nothing of why. */
export const notAvailable = () =>
  new UserError('talents.not_available', {
    fr: 'Cette personne n’est pas disponible. D’autres cherchent : `/offre talents`.',
    en: 'This person is not available. Others are looking: `/job talents`.',
  });

export const alreadyAsked = () =>
  new UserError('talents.already_asked', {
    fr: 'Votre entreprise a déjà écrit à cette personne, qui n’a pas encore répondu.',
    en: 'Your company already wrote to this person, who has not answered yet.',
  });

export const alreadyTalking = (threadId: string | null) =>
  new UserError('talents.already_talking', {
    fr: `Cette personne a déjà accepté de vous parler${threadId ? ` : <#${threadId}>` : ''}.`,
    en: `This person already agreed to talk to you${threadId ? `: <#${threadId}>` : ''}.`,
  });

export const tooManyContacts = (max: number) =>
  new UserError('talents.too_many_contacts', {
    fr: `Votre entreprise a ${max} prises de contact en attente, le maximum. Une place se libère à chaque réponse, au bout de 7 jours, ou si vous en retirez une.`,
    en: `Your company has ${max} contacts waiting, the most. A place frees with each answer, after 7 days, or when you withdraw one.`,
  });

export const noOffer = () =>
  new UserError('talents.no_offer', {
    fr: 'Une prise de contact porte sur une offre publiée : publiez-en une avec `/offre publier`, puis revenez.',
    en: 'A contact is about a published offer: publish one with `/job post`, then come back.',
  });

export const unknownOffer = () =>
  new UserError('talents.unknown_offer', {
    fr: 'Cette offre n’est pas une offre publiée de votre entreprise.',
    en: 'This offer is not a published one of your company.',
  });

export const notWaiting = () =>
  new UserError('talents.not_waiting', {
    fr: 'Cette question n’attend plus de réponse : vous avez répondu, l’entreprise l’a retirée, ou son délai est passé.',
    en: 'This question no longer waits for an answer: you answered it, the company withdrew it, or its time is over.',
  });

export const unknownContact = () =>
  new UserError('talents.unknown_contact', {
    fr: 'Cette prise de contact n’existe pas, ou n’est pas la vôtre.',
    en: 'This contact does not exist, or is not yours.',
  });
