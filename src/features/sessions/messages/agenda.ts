import { s, type Text } from '../../../kernel/text.ts';

/** What a session is about, with a first agenda that nobody has to follow. */
export const agendas = {
  cv: {
    name: { fr: 'Relire un CV', en: 'CV review' },
    steps: [
      { fr: 'Dire le poste visé, en une phrase', en: 'Say which job is aimed at, in one sentence' },
      {
        fr: 'Lire le CV trente secondes, puis dire ce qu’on en retient',
        en: 'Read the CV for thirty seconds, then say what stays',
      },
      {
        fr: 'Reprendre ensemble un projet : le besoin, ce qui a été fait, le résultat',
        en: 'Rework one project together: the need, what was done, the result',
      },
      {
        fr: 'Choisir trois changements, et une date pour la nouvelle version',
        en: 'Choose three changes, and a date for the next version',
      },
    ],
  },
  interview: {
    name: { fr: 'S’entraîner à un entretien', en: 'Mock interview' },
    steps: [
      { fr: 'Choisir une offre réelle et le rôle de chaque personne', en: 'Choose a real offer and who plays whom' },
      { fr: 'Vingt minutes d’entretien, sans s’interrompre', en: 'Twenty minutes of interview, without a stop' },
      { fr: 'Un retour : deux points forts, deux points à travailler', en: 'Feedback: two strengths, two things to work on' },
      { fr: 'Rejouer la question la plus difficile', en: 'Play the hardest question again' },
    ],
  },
  code_review: {
    name: { fr: 'Relire du code', en: 'Code review' },
    steps: [
      { fr: 'Montrer le projet et dire ce qui pose question', en: 'Show the project and say what raises questions' },
      { fr: 'Lire ensemble un fichier, de l’entrée à la sortie', en: 'Read one file together, from input to output' },
      { fr: 'Améliorer un point tout de suite, à deux', en: 'Improve one point at once, as two' },
      { fr: 'Noter la suite : tests, noms, structure', en: 'Note what comes next: tests, names, structure' },
    ],
  },
  career: {
    name: { fr: 'Parler du parcours', en: 'Career talk' },
    steps: [
      { fr: 'Où j’en suis, ce qui me donne envie, ce qui m’inquiète', en: 'Where I am, what I would like, what worries me' },
      { fr: 'Deux pistes, avec leurs premiers pas', en: 'Two options, with their first steps' },
      { fr: 'À qui parler, quelles offres lire', en: 'Whom to talk to, which offers to read' },
      { fr: 'Un pas à faire avant la prochaine fois', en: 'One step before the next time' },
    ],
  },
  free: {
    name: { fr: 'Sujet libre', en: 'Free topic' },
    steps: [
      { fr: 'Comment s’est passée la période écoulée', en: 'How things have gone since last time' },
      { fr: 'La question du jour', en: 'Today’s question' },
      { fr: 'Ce qu’on retient, et la date suivante', en: 'What to remember, and the next date' },
    ],
  },
} as const satisfies Record<string, { name: Text; steps: readonly Text[] }>;
export type Theme = keyof typeof agendas;
export const isTheme = (value: string | null): value is Theme => value !== null && Object.hasOwn(agendas, value);

/** For a menu, and the choices of a command. */
export const themeNames = {
  cv: agendas.cv.name,
  interview: agendas.interview.name,
  code_review: agendas.code_review.name,
  career: agendas.career.name,
  free: agendas.free.name,
} as const satisfies Record<Theme, Text>;

/** `1 h 30`, `45 minutes`. */
export function lengthName(minutes: number): Text {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return { fr: `${rest} minutes`, en: `${rest} minutes` };
  if (rest === 0) return { fr: `${hours} heure${s(hours)}`, en: `${hours} hour${s(hours)}` };
  return { fr: `${hours} h ${String(rest).padStart(2, '0')}`, en: `${hours} h ${rest} min` };
}
