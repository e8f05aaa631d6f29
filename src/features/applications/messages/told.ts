import { bold, s, type Text } from '../../../kernel/text.ts';
import type { Stage } from '../rules/stage.ts';
import { type Reason, reasons } from './reason.ts';

const applications = (count: number): Text => ({
  fr: `${count} candidature${s(count)}`,
  en: `${count} application${count === 1 ? '' : 's'}`,
});

/** What the candidate hears of a change. */
export const stageTold = (stage: Stage, title: string, company: string): Text => {
  const [offer, name] = [bold(title), bold(company)];
  const said: Readonly<Record<Stage, Text>> = {
    sent: { fr: `Votre candidature à ${offer} est partie.`, en: `Your application to ${offer} is on its way.` },
    seen: {
      fr: `Bonne nouvelle : ${name} a ouvert votre candidature à ${offer}. La réponse vous sera dite ici.`,
      en: `Good news: ${name} opened your application to ${offer}. You will be told the answer here.`,
    },
    interview: {
      fr: `${name} souhaite vous rencontrer pour ${offer} ! Convenez d’un moment dans votre conversation.`,
      en: `${name} would like to meet you about ${offer}! Agree on a time in your conversation.`,
    },
    offer: {
      fr: `${name} vous propose le poste ${offer}. Prenez le temps d’en parler avec l’entreprise avant de répondre.`,
      en: `${name} offers you the position ${offer}. Take the time to talk it over with the company before you answer.`,
    },
    hired: {
      fr: `Félicitations : votre embauche pour ${offer} chez ${name} est confirmée !`,
      en: `Congratulations: you are hired for ${offer} at ${name}!`,
    },
    declined: {
      fr: `Votre candidature à ${offer} chez ${name} n’est pas retenue.`,
      en: `Your application to ${offer} at ${name} was not selected.`,
    },
    withdrawn: { fr: `Votre candidature à ${offer} est retirée.`, en: `Your application to ${offer} is withdrawn.` },
  };
  return said[stage];
};

export const told = {
  reason: (reason: Reason): Text => reasons[reason].told,
  courage: {
    fr: 'Merci d’avoir postulé. `/offre chercher` montre les offres ouvertes ; l’équipe peut relire votre prochaine candidature.',
    en: 'Thank you for applying. `/job search` shows the open offers; the staff can read over your next application.',
  },
  undone: (title: string, company: string): Text => ({
    fr: `Le refus de votre candidature à ${bold(title)} était une erreur de manipulation : ${bold(company)} continue de l’étudier. Nos excuses pour ce faux message.`,
    en: `The refusal of your application to ${bold(title)} was a slip: ${bold(company)} is still considering it. Our apologies for that message.`,
  }),
  paused: (title: string, company: string): Text => ({
    fr: `L’offre ${bold(title)} de ${bold(company)} est en pause depuis deux jours. Votre candidature est gardée et vous n’avez rien à faire : si l’offre n’est pas rouverte, elle sera close et vous recevrez une réponse. Vous pouvez aussi retirer votre candidature dans \`/offre candidatures\`.`,
    en: `The offer ${bold(title)} of ${bold(company)} has been on hold for two days. Your application is kept and there is nothing for you to do: if the offer is not opened again, it will be closed and you will receive an answer. You can also withdraw your application in \`/job applications\`.`,
  }),
  fileLost: (title: string, company: string): Text => ({
    fr: `Votre CV pour ${bold(title)} n’est pas, ou n’est plus, dans votre conversation avec ${bold(company)}, et nous n’en avons pas gardé de copie. Si l’entreprise vous le demande, envoyez-le-lui de nouveau. Le reste de votre candidature ne change pas.`,
    en: `Your CV for ${bold(title)} is not, or no longer, in your conversation with ${bold(company)}, and we kept no copy of it. If the company asks you for it, send it again. The rest of your application does not change.`,
  }),
  talk: (thread: string): Text => ({ fr: `Votre conversation : ${thread}`, en: `Your conversation: ${thread}` }),
  withdrawn: (title: string): Text => ({
    fr: `Une candidature à votre offre ${bold(title)} a été retirée. Vous n’avez rien à faire ; les autres sont dans \`/offre candidatures\`.`,
    en: `An application to your offer ${bold(title)} was withdrawn. There is nothing for you to do; the others are in \`/job applications\`.`,
  }),
  remind: (count: number, title: string): Text => ({
    fr: `${applications(count).fr} à votre offre ${bold(title)} attend${count > 1 ? 'ent' : ''} une réponse depuis une semaine ou plus. Quelques clics dans \`/offre candidatures\` suffisent, et une réponse, même négative, compte beaucoup pour la personne.`,
    en: `${applications(count).en} to your offer ${bold(title)} ${count === 1 ? 'has' : 'have'} been waiting for an answer for a week or more. A few clicks in \`/job applications\` are enough, and an answer, even a negative one, means a lot to the person.`,
  }),
  outcome: (count: number, title: string): Text => ({
    fr: `Votre offre ${bold(title)} est close. Que deviennent ses candidatures encore ouvertes (${count}) ? Répondez sous quatorze jours dans \`/offre candidatures\` ; ensuite les personnes recevront une réponse neutre de notre part.`,
    en: `Your offer ${bold(title)} is closed. What becomes of its applications that are still open (${count})? Answer within fourteen days in \`/job applications\`; after that the people will receive a neutral answer from us.`,
  }),
  thread: { fr: 'Candidatures', en: 'Applications' },
  staffTitle: { fr: 'Candidatures sans réponse', en: 'Applications without an answer' },
  staffLate: (count: number, title: string, company: string): Text => ({
    fr: `${applications(count).fr} à ${bold(title)} (${bold(company)}) ${count > 1 ? 'sont' : 'est'} sans réponse depuis deux semaines ou plus, malgré un rappel. Un appel à l’entreprise aide souvent.`,
    en: `${applications(count).en} to ${bold(title)} (${bold(company)}) ${count === 1 ? 'has' : 'have'} had no answer for two weeks or more, despite a reminder. A call to the company often helps.`,
  }),
  staffOrphan: {
    fr: 'Plus personne ne recrute pour cette offre sur le serveur : l’équipe peut répondre à la place de l’entreprise.',
    en: 'Nobody recruits for this offer on the server any more: the staff can answer in place of the company.',
  },
  staffClosed: (count: number, title: string, company: string): Text => ({
    fr: `L’offre ${bold(title)} (${bold(company)}) est close depuis deux semaines et ${applications(count).fr} ${count > 1 ? 'étaient' : 'était'} sans réponse : chaque personne a reçu une réponse neutre.`,
    en: `The offer ${bold(title)} (${bold(company)}) was closed two weeks ago and ${applications(count).en} had no answer: each person received a neutral one.`,
  }),
  board: { fr: 'Voir les candidatures', en: 'See the applications' },
};
