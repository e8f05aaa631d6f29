import type { Text } from '../../../kernel/text.ts';

/**
 * Why an application is declined: how the company finds it in the list, and what the candidate reads, which is true, about the application and never the
 * person, and says what helps next time.
 */
export const reasons = {
  experience: {
    label: { fr: 'Plus d’expérience est nécessaire', en: 'More experience is needed' },
    told: {
      fr: 'Ce poste demande plus d’expérience que votre parcours n’en montre aujourd’hui. Un projet, un stage ou une contribution visibles feront la différence la prochaine fois.',
      en: 'This position needs more experience than your path shows today. A project, an internship or a contribution that can be seen will make the difference next time.',
    },
  },
  skills: {
    label: { fr: 'Compétences différentes de celles du poste', en: 'Skills other than those of the position' },
    told: {
      fr: 'Vos compétences sont réelles, mais différentes de celles dont l’équipe a besoin pour ce poste. D’autres offres du serveur y correspondent peut-être mieux.',
      en: 'Your skills are real, but other than those the team needs for this position. Other offers of the server may suit them better.',
    },
  },
  contract: {
    label: { fr: 'Contrat ou rythme qui ne conviennent pas', en: 'Contract or rhythm that does not fit' },
    told: {
      fr: 'Le contrat ou le rythme que vous cherchez ne correspond pas à celui du poste. Précisez-le dans votre message : les bonnes offres vous trouveront plus vite.',
      en: 'The contract or rhythm you look for is not that of the position. Say it in your message: the right offers will find you sooner.',
    },
  },
  place: {
    label: { fr: 'Lieu ou mobilité', en: 'Place or mobility' },
    told: {
      fr: 'Le lieu de travail ne convenait pas à la situation que vous décrivez. La recherche d’offres permet de choisir un département ou le télétravail.',
      en: 'The place of work did not suit the situation you describe. The search for offers lets you choose a department or remote work.',
    },
  },
  dates: {
    label: { fr: 'Dates qui ne correspondent pas', en: 'Dates that do not match' },
    told: {
      fr: 'Vos dates et celles du poste ne se rencontrent pas. Rien n’est à reprendre dans votre candidature : l’entreprise vous invite à regarder ses prochaines offres.',
      en: 'Your dates and those of the position do not meet. Nothing is wrong with your application: the company invites you to look at its next offers.',
    },
  },
  someone_else: {
    label: { fr: 'Une autre candidature a été retenue', en: 'Somebody else was chosen' },
    told: {
      fr: 'Une autre candidature a été retenue. La vôtre a été lue avec attention, et ce choix ne dit rien de votre valeur.',
      en: 'Somebody else was chosen. Your application was read with care, and this choice says nothing of your worth.',
    },
  },
  filled: {
    label: { fr: 'Le poste est déjà pourvu', en: 'The position is already filled' },
    told: {
      fr: 'Le poste a été pourvu avant que votre candidature puisse être étudiée. D’autres offres vous attendent.',
      en: 'The position was filled before your application could be considered. Other offers are waiting for you.',
    },
  },
  paused: {
    label: { fr: 'Le recrutement est suspendu ou annulé', en: 'Hiring is paused or cancelled' },
    told: {
      fr: 'L’entreprise a suspendu ou annulé ce recrutement. Cela ne tient pas à votre candidature.',
      en: 'The company has paused or cancelled this hiring. This has nothing to do with your application.',
    },
  },
  no_answer: {
    label: { fr: 'Offre close sans réponse', en: 'Offer closed without an answer' },
    told: {
      fr: 'L’offre est close et l’entreprise n’a pas donné de réponse. Nous préférons vous le dire plutôt que de vous laisser attendre. Cela ne dit rien de votre candidature, et l’équipe en est informée.',
      en: 'The offer is closed and the company gave no answer. We would rather tell you than leave you waiting. This says nothing of your application, and the staff know.',
    },
  },
} as const satisfies Record<string, { label: Text; told: Text }>;

export type Reason = keyof typeof reasons;

/** All but the one that is ours to give. */
export const companyReasons = (Object.keys(reasons) as Reason[]).filter((reason) => reason !== 'no_answer');

export const isReason = (value: string | null | undefined): value is Reason =>
  value !== null && value !== undefined && Object.hasOwn(reasons, value);
