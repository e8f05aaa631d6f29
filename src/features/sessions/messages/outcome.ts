import { type Text, UserError } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import type { Absent, Outcome, Reminder } from '../rules/life.ts';
import { phases } from './session.ts';

export const outcomeText = {
  remind: (which: Reminder, at: Date, other: string): Text =>
    which === 'day'
      ? {
          fr: `Rappel : rendez-vous avec ${other}, ${timeOf(at)} (${timeOf(at, 'R')}).`,
          en: `Reminder: a session with ${other}, ${timeOf(at)} (${timeOf(at, 'R')}).`,
        }
      : {
          fr: `Bientôt : rendez-vous avec ${other} ${timeOf(at, 'R')}.`,
          en: `Soon: a session with ${other} ${timeOf(at, 'R')}.`,
        },
  atHome: (words: string): Text => ({ fr: `Chez vous : ${words}.`, en: `Where you are: ${words}.` }),
  place: (where: string): Text => ({ fr: `Où : ${where}`, en: `Where: ${where}` }),
  goThread: { fr: 'Aller au fil', en: 'Go to the thread' },

  ask: (other: string, at: Date): Text => ({
    fr: `Votre rendez-vous avec ${other}, ${timeOf(at)} : a-t-il eu lieu ? La première réponse compte pour vous deux.`,
    en: `Your session with ${other}, ${timeOf(at)}: did it take place? The first answer counts for both of you.`,
  }),
  askInThread: (link: string): Text => ({
    fr: `Ce rendez-vous a-t-il eu lieu ? Répondez sur sa carte : ${link}`,
    en: `Did this session take place? Answer on its card: ${link}`,
  }),
  done: { fr: 'A eu lieu', en: 'Took place' },
  missed: { fr: 'N’a pas eu lieu', en: 'Did not take place' },
  off: { fr: 'Annulé avant', en: 'Cancelled before' },
  askAbsent: {
    fr: 'Cela arrive. Qui n’a pas pu venir ? Personne n’est jugé : cela aide seulement à suivre les rendez-vous.',
    en: 'It happens. Who could not come? Nobody is judged: it only helps to keep track of sessions.',
  },
  absent: {
    mentor: { fr: 'La personne qui accompagne n’a pas pu venir', en: 'The mentor could not come' },
    learner: { fr: 'La personne accompagnée n’a pas pu venir', en: 'The learner could not come' },
    both: { fr: 'Ni l’une ni l’autre', en: 'Neither of us' },
  } as const satisfies Record<Absent, Text>,
  thanks: {
    done: { fr: 'Merci, le rendez-vous est compté.', en: 'Thank you, the session is counted.' },
    missed: { fr: 'Merci, c’est noté. Un autre moment ?', en: 'Thank you, noted. Another time?' },
    cancelled: { fr: 'Merci, c’est noté : annulé.', en: 'Thank you, noted: cancelled.' },
  } as const satisfies Record<Outcome, Text>,
  corrected: { fr: 'Corrigé.', en: 'Corrected.' },
  already: { fr: 'C’était déjà dit.', en: 'That was said already.' },
  correctHelp: {
    fr: 'Une erreur ? Vous pouvez corriger une fois, dans les sept jours.',
    en: 'A mistake? You can correct it once, within seven days.',
  },
  askHelp: {
    fr: 'A-t-il eu lieu ? La première réponse compte pour vous deux.',
    en: 'Did it take place? The first answer counts for both of you.',
  },
} as const;

export const notYet = () =>
  new UserError('sessions.not_yet', {
    fr: 'Ce rendez-vous n’a pas encore commencé. Vous pouvez le modifier ou l’annuler sur sa carte.',
    en: 'This session has not begun yet. You can change or cancel it on its card.',
  });

export const tooLateToSay = (outcome: Outcome | null) =>
  new UserError('sessions.too_late', {
    fr: outcome
      ? `Ce rendez-vous est noté (${phases[outcome].fr.toLowerCase()}) et ne se corrige plus. Si c’est une erreur, écrivez à l’équipe.`
      : 'Ce rendez-vous est trop ancien pour dire ce qu’il en a été.',
    en: outcome
      ? `This session is settled (${phases[outcome].en.toLowerCase()}) and can no longer be corrected. If that is wrong, write to the staff.`
      : 'This session is too long ago to say what came of it.',
  });
