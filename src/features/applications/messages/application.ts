import { bold, s, type Text, UserError } from '../../../kernel/text.ts';
import type { Stage } from '../rules/stage.ts';

const en = (count: number): string => (count === 1 ? '' : 's');

export const stageNames: Readonly<Record<Stage, Text>> = {
  sent: { fr: 'Envoyée', en: 'Sent' },
  seen: { fr: 'Lue', en: 'Read' },
  interview: { fr: 'Entretien', en: 'Interview' },
  offer: { fr: 'Proposition', en: 'Job offer' },
  hired: { fr: 'Embauche', en: 'Hired' },
  declined: { fr: 'Non retenue', en: 'Declined' },
  withdrawn: { fr: 'Retirée', en: 'Withdrawn' },
};

/** What an end or a step means, for who chooses it. */
export const stageHelp: Readonly<Partial<Record<Stage, Text>>> = {
  interview: { fr: 'Vous souhaitez rencontrer la personne', en: 'You want to meet the person' },
  offer: { fr: 'Vous lui proposez le poste', en: 'You offer them the position' },
  hired: { fr: 'La personne a accepté', en: 'The person accepted' },
  declined: { fr: 'Vous choisirez ensuite une raison', en: 'You will choose a reason next' },
};

export const text = {
  feature: { fr: 'Les candidatures', en: 'Applications' },
  topic: {
    fr: 'Les conversations privées entre les personnes qui postulent et les entreprises s’ouvrent ici. Personne d’autre ne les voit.',
    en: 'Private conversations between those who apply and companies open here. Nobody else sees them.',
  },
  company: { fr: 'l’entreprise', en: 'the company' },
  somebody: { fr: 'Une personne', en: 'Somebody' },

  // One's own applications.
  mineTitle: (total: number): Text => ({
    fr: `Mes candidatures (${total})`,
    en: `My applications (${total})`,
  }),
  mineEmpty: {
    fr: 'Vous n’avez encore postulé à aucune offre. `/offre chercher` montre celles qui sont ouvertes.',
    en: 'You have not applied to any offer yet. `/job search` shows those that are open.',
  },
  boardsEmpty: {
    fr: 'Aucune offre en ligne n’attend de candidature pour vous. `/offre publier` en crée une, et les réponses arrivent ici.',
    en: 'You have no offer online that could receive applications. `/job post` makes one, and the answers arrive here.',
  },
  counted: (stage: Text, count: number): Text => ({ fr: `${stage.fr} : ${count}`, en: `${stage.en}: ${count}` }),
  sentOn: (at: string): Text => ({ fr: `envoyée ${at}`, en: `sent ${at}` }),
  talk: (thread: string): Text => ({ fr: `Conversation : ${thread}`, en: `Conversation: ${thread}` }),
  withdraw: { fr: 'Retirer', en: 'Withdraw' },
  askWithdrawal: (title: string): Text => ({
    fr: `**Retirer votre candidature à ${bold(title)} ?**\nVotre message, votre CV et la conversation sont effacés, ici et chez l’entreprise, qui apprend seulement que la candidature est retirée. Vous pourrez postuler de nouveau tant que l’offre est ouverte.`,
    en: `**Withdraw your application to ${bold(title)}?**\nYour message, your CV and the conversation are deleted, here and for the company, which only learns that the application was withdrawn. You can apply again while the offer is open.`,
  }),
  confirmWithdrawal: { fr: 'Oui, retirer ma candidature', en: 'Yes, withdraw my application' },
  keep: { fr: 'Non, la garder', en: 'No, keep it' },
  withdrawn: {
    fr: 'Votre candidature est retirée : votre message, votre CV et la conversation sont effacés.',
    en: 'Your application is withdrawn: your message, your CV and the conversation are deleted.',
  },
  purge: { fr: 'Effacer', en: 'Delete' },
  askPurge: (title: string): Text => ({
    fr: `**Effacer ce que vous avez envoyé pour ${bold(title)} ?**\nVotre message, votre CV et la conversation sont effacés, ici et chez l’entreprise. La réponse reçue ne change pas.`,
    en: `**Delete what you sent for ${bold(title)}?**\nYour message, your CV and the conversation are deleted, here and for the company. The answer you received does not change.`,
  }),
  confirmPurge: { fr: 'Oui, effacer', en: 'Yes, delete' },
  gone: {
    fr: 'C’est effacé : il ne reste rien de votre message, de votre CV ni de la conversation.',
    en: 'Deleted: nothing is left of your message, your CV or the conversation.',
  },
  onHold: {
    fr: 'Offre en pause : votre candidature est gardée, et la suite vous sera dite.',
    en: 'Offer on hold: your application is kept, and you will be told what follows.',
  },
  boardsTitle: { fr: 'Candidatures à mes offres', en: 'Applications to my offers' },
  boardsLine: (open: number, total: number): Text => ({
    fr: `${open} en cours sur ${total}`,
    en: `${open} open of ${total}`,
  }),
  offerStates: {
    published: { fr: 'en ligne', en: 'online' },
    hidden: { fr: 'en pause', en: 'on hold' },
    closed: { fr: 'close', en: 'closed' },
  } as Readonly<Record<string, Text>>,
  previousBoards: { fr: 'Offres précédentes', en: 'Previous offers' },
  nextBoards: { fr: 'Offres suivantes', en: 'Next offers' },

  // The board of an offer.
  boardTitle: (title: string): Text => ({ fr: `Candidatures · ${title}`, en: `Applications · ${title}` }),
  boardEmpty: { fr: 'Aucune candidature ici pour le moment.', en: 'No application here for now.' },
  frozenNote: {
    fr: 'L’équipe vérifie cette offre : ses candidatures n’avancent pas d’ici là. Il reste possible de répondre non.',
    en: 'The staff are checking this offer: its applications do not move meanwhile. It is still possible to answer no.',
  },
  pausedNote: {
    fr: 'Cette offre est masquée tant que l’entreprise n’est pas de nouveau vérifiée. Les personnes qui ont postulé attendent toujours votre réponse.',
    en: 'This offer is hidden until the company is verified again. The people who applied still wait for your answer.',
  },
  outcomeNote: {
    fr: 'L’offre est close : dites ce que deviennent les candidatures encore ouvertes. Les personnes attendent votre réponse.',
    en: 'The offer is closed: say what becomes of the applications that are still open. The people wait for your answer.',
  },
  filter: { fr: 'Étape à afficher', en: 'Stage to show' },
  filterOpen: { fr: 'En cours', en: 'Open' },
  filterAll: { fr: 'Toutes', en: 'All' },
  open: { fr: 'Ouvrir', en: 'Open' },
  back: { fr: 'Retour aux candidatures', en: 'Back to the applications' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Précédentes', en: 'Previous' },
  next: { fr: 'Suivantes', en: 'Next' },
  recommendedBy: (who: string): Text => ({ fr: `Recommandation de ${who}`, en: `Recommended by ${who}` }),
  recommended: { fr: 'recommandation', en: 'recommended' },
  withCv: { fr: 'CV joint', en: 'CV attached' },
  cvHere: (link: string): Text => ({ fr: `[CV dans la conversation](${link})`, en: `[CV in the conversation](${link})` }),
  cv: { fr: 'Recevoir le CV', en: 'Get the CV' },
  cvSent: (count: number): Text => ({
    fr: `Faute de fil privé, envoyée par message privé à ${count} personne${s(count)}.`,
    en: `Without a private thread, sent by direct message to ${count} ${count === 1 ? 'person' : 'people'}.`,
  }),
  cvGiven: { fr: 'Voici le CV. Il n’est visible que pour vous.', en: 'Here is the CV. Only you can see it.' },
  stageLabel: { fr: 'Faire avancer la candidature', en: 'Move the application on' },
  reasonLabel: { fr: 'Pourquoi ?', en: 'Why?' },
  reasonTitle: (name: string): Text => ({
    fr: `**Ne pas retenir la candidature de ${name}.**\nChoisissez la raison la plus juste : la personne reçoit aussitôt le texte qui l’accompagne, et rien d’autre.`,
    en: `**Decline the application of ${name}.**\nChoose the truest reason: the person receives at once the text that goes with it, and nothing else.`,
  }),
  undo: { fr: 'Annuler ce refus', en: 'Take this back' },
  undoNote: {
    fr: 'Une erreur ? Vous pouvez revenir en arrière pendant dix minutes.',
    en: 'A mistake? You can take it back for ten minutes.',
  },
  purged: {
    fr: 'Le message et le CV sont effacés.',
    en: 'The message and the CV are deleted.',
  },

  // The private thread.
  room: (name: string, title: string): string => `${name} · ${title}`,
  opening: (people: string): Text => ({
    fr: `${people}, cette conversation vous est réservée.`,
    en: `${people}, this conversation is yours alone.`,
  }),
  openingTitle: (title: string): Text => ({ fr: `Candidature à ${title}`, en: `Application to ${title}` }),
  openingHelp: {
    fr: 'Échangez ici comme par messagerie. L’entreprise ouvre la candidature pour la faire avancer ; la personne peut la retirer à tout moment, ce qui efface tout.',
    en: 'Talk here as in a messenger. The company opens the application to move it on; the person can withdraw it at any time, which deletes everything.',
  },
  stage: { fr: 'Étape', en: 'Stage' },
  openCard: { fr: 'Ouvrir (entreprise)', en: 'Open (company)' },
  withdrawHere: { fr: 'Retirer ma candidature', en: 'Withdraw my application' },
  cvMessage: { fr: 'Le CV joint à la candidature.', en: 'The CV that came with the application.' },
  deliveredTitle: (name: string, title: string): Text => ({
    fr: `Nouvelle candidature de ${name} à ${bold(title)}`,
    en: `New application of ${name} to ${bold(title)}`,
  }),
  deliveredHelp: {
    fr: 'Aucun fil privé n’a pu être ouvert sur le serveur. Répondez depuis `/offre candidatures`.',
    en: 'No private thread could be opened on the server. Answer from `/job applications`.',
  },

  // Elsewhere.
  homeWaiting: (count: number, most: number): Text =>
    count > most
      ? {
          fr: `Plus de ${most} candidatures à vos offres attendent une réponse.`,
          en: `More than ${most} applications to your offers are waiting for an answer.`,
        }
      : {
          fr: `${count} candidature${s(count)} à vos offres attend${count > 1 ? 'ent' : ''} une réponse.`,
          en: `${count} application${en(count)} to your offers ${count === 1 ? 'is' : 'are'} waiting for an answer.`,
        },
  homeMine: (count: number): Text => ({
    fr: `Vous avez ${count} candidature${s(count)} en cours.`,
    en: `You have ${count} open application${en(count)}.`,
  }),
  homeButton: { fr: 'Candidatures', en: 'Applications' },
  purpose: {
    fr: 'Transmettre votre candidature à l’entreprise que vous choisissez, avec votre accord, suivre la réponse, et dire à l’équipe quand une entreprise ne répond pas. Les recommandations ne sont transmises qu’avec l’accord de la personne.',
    en: 'To pass on your application to the company you choose, with your consent, to follow its answer, and to tell the staff when a company does not answer. Recommendations are passed on only with the consent of the person.',
  },
  retention: {
    fr: 'Message, CV et conversation : jusqu’au retrait, sinon 6 mois après la fin ; la candidature elle-même : 2 ans après le dernier changement, sans nom si vous effacez vos données. Vous pouvez effacer les trois plus tôt dans vos candidatures. Un CV passe par notre base le temps d’arriver dans la conversation, 30 jours au plus. Recommandations : 30 jours sans accord, 6 mois sinon.',
    en: 'Message, CV and conversation: until withdrawn, otherwise 6 months after the end; the application itself: 2 years after its last change, without a name if you erase your data. You can delete all three sooner, in your applications. A CV stays in our database only until it is in the conversation, 30 days at most. Recommendations: 30 days without consent, otherwise 6 months.',
  },
};

export const unknownApplication = () =>
  new UserError('applications.unknown', {
    fr: 'Cette candidature n’existe pas, ou n’est plus à vous. `/offre candidatures` montre les vôtres.',
    en: 'This application does not exist, or is no longer yours. `/job applications` shows yours.',
  });

export const notYourOffer = () =>
  new UserError('applications.not_yours', {
    fr: 'Les candidatures à cette offre sont réservées aux personnes qui recrutent pour l’entreprise. `/offre candidatures` montre les vôtres.',
    en: 'The applications to this offer are for those who recruit for the company. `/job applications` shows yours.',
  });

export const frozen = () =>
  new UserError('applications.frozen', {
    fr: 'L’équipe vérifie cette offre : une candidature ne peut pas avancer d’ici là. Vous pouvez déjà répondre non ; le reste sera possible dès que l’équipe aura conclu.',
    en: 'The staff are checking this offer: an application cannot move on meanwhile. You can already answer no; the rest will be possible as soon as the staff have decided.',
  });

export const illegalMove = (stage: Stage) =>
  new UserError('applications.illegal', {
    fr: `Cette candidature est à l’étape « ${stageNames[stage].fr} » : ce changement n’est pas ou plus possible. Ouvrez-la de nouveau pour voir la suite.`,
    en: `This application is at the stage “${stageNames[stage].en}”: this change is not possible, or no longer. Open it again to see what is next.`,
  });

export const tooLateToUndo = () =>
  new UserError('applications.undo', {
    fr: 'Un refus peut être annulé pendant dix minutes, et ce délai est passé. Écrivez à la personne si vous souhaitez la revoir : elle pourra postuler à une autre offre.',
    en: 'A refusal can be taken back for ten minutes, and that time is over. Write to the person if you want to see them again: they can apply to another offer.',
  });

export const nothingLeft = () =>
  new UserError('applications.undo_gone', {
    fr: 'La personne a effacé ce qu’elle avait envoyé, ou a quitté le serveur : ce refus ne peut plus être annulé. Elle pourra postuler de nouveau.',
    en: 'The person deleted what they had sent, or left the server: this refusal can no longer be taken back. They can apply again.',
  });

export const noFile = () =>
  new UserError('applications.no_file', {
    fr: 'Le CV n’est plus ici : il est dans la conversation avec la personne, ou il a été effacé.',
    en: 'The CV is no longer here: it is in the conversation with the person, or was deleted.',
  });
