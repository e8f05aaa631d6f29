import { counted, type Text, UserError } from '../../../kernel/text.ts';

export const text = {
  command: {
    fr: 'Régler le mentorat : délais, silence, accompagnement par l’équipe',
    en: 'Set mentoring up: delays, silence, coordination',
  },
  coordinatorOption: {
    fr: 'Une personne de l’équipe dans le fil de chaque binôme : à choisir s’il y a des mineurs',
    en: 'Somebody of staff in the thread of each pair: choose it if there are minors',
  },
  answerOption: { fr: 'Heures pour répondre à une demande (72)', en: 'Hours to answer a request (72)' },
  nudgeOption: {
    fr: 'Jours de silence avant de prendre des nouvelles (21)',
    en: 'Days of silence before asking how it goes (21)',
  },
  warnOption: { fr: 'Jours de silence avant l’avertissement (35)', en: 'Days of silence before the warning (35)' },
  endOption: { fr: 'Jours de silence avant la fin du binôme (42)', en: 'Days of silence before the pair ends (42)' },
  settings: ({ needsCoordinator, answerHours, nudgeDays, warnDays, endDays }: Said): Text => ({
    fr: [
      '**Réglages du mentorat**',
      `- ${needsCoordinator ? 'Une personne de l’équipe est présente dans le fil de chaque binôme.' : 'Les binômes échangent sans l’équipe ; elle peut être invitée.'}`,
      `- Un mentor a ${answerHours} h pour répondre ; ensuite, le suivant est sollicité.`,
      `- Sans nouvelles d’un binôme : un message après ${counted(nudgeDays, 'jour', 'jours')}, un avertissement après ${counted(warnDays, 'jour', 'jours')}, la fin après ${counted(endDays, 'jour', 'jours')}.`,
      'Pour changer : /configurer mentorat avec les options voulues.',
    ].join('\n'),
    en: [
      '**Mentoring settings**',
      `- ${needsCoordinator ? 'Somebody of staff is in the thread of each pair.' : 'Pairs talk without staff, who can be invited.'}`,
      `- A mentor has ${answerHours} h to answer; then the next one is asked.`,
      `- Without news of a pair: a message after ${counted(nudgeDays, 'day', 'days')}, a warning after ${counted(warnDays, 'day', 'days')}, the end after ${counted(endDays, 'day', 'days')}.`,
      'To change them: /setup mentoring with the options you want.',
    ].join('\n'),
  }),
} as const;

type Said = { needsCoordinator: boolean; answerHours: number; nudgeDays: number; warnDays: number; endDays: number };

export const daysOutOfOrder = ({ nudgeDays, warnDays, endDays }: Pick<Said, 'nudgeDays' | 'warnDays' | 'endDays'>) =>
  new UserError('mentors.days_out_of_order', {
    fr: `Les jours doivent se suivre : le message (${nudgeDays}), puis l’avertissement (${warnDays}), puis la fin (${endDays}). Donnez-les ensemble.`,
    en: `The days must follow each other: the message (${nudgeDays}), then the warning (${warnDays}), then the end (${endDays}). Give them together.`,
  });
