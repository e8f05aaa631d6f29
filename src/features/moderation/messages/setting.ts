import { counted, type Text, UserError } from '../../../kernel/text.ts';

type Said = {
  pointsLow: number;
  pointsMedium: number;
  pointsHigh: number;
  timeoutAt: number;
  removalAt: number;
  decayDays: number;
  evidenceDays: number;
  appealDays: number;
};

export const settingText = {
  command: { fr: 'Régler la modération : points, seuils, durées', en: 'Set moderation up: points, thresholds, delays' },
  low: { fr: 'Points d’un fait léger (20)', en: 'Points of something minor (20)' },
  medium: { fr: 'Points d’un fait de gravité moyenne (40)', en: 'Points of something of medium severity (40)' },
  high: { fr: 'Points d’un fait grave (80)', en: 'Points of something severe (80)' },
  timeout: {
    fr: 'Points à partir desquels une exclusion temporaire est proposée (50)',
    en: 'Points from which a timeout is proposed (50)',
  },
  removal: { fr: 'Points à partir desquels un départ est proposé (100)', en: 'Points from which a removal is proposed (100)' },
  decay: { fr: 'Jours après lesquels les points ne comptent plus (30)', en: 'Days after which points no longer count (30)' },
  evidence: { fr: 'Jours pendant lesquels les preuves sont gardées (90)', en: 'Days for which evidence is kept (90)' },
  appeal: { fr: 'Jours pour répondre à un recours (7)', en: 'Days to answer an appeal (7)' },
  settings: (one: Said): Text => ({
    fr: [
      '**Réglages de la modération**',
      `- Points : ${one.pointsLow} pour un fait léger, ${one.pointsMedium} pour un fait moyen, ${one.pointsHigh} pour un fait grave ; ils comptent pendant ${counted(one.decayDays, 'jour', 'jours')}.`,
      `- À ${one.timeoutAt} points une exclusion temporaire est proposée, à ${one.removalAt} un départ. Ce sont des propositions : rien n’est automatique.`,
      `- Messages et fichiers gardés comme preuves : ${counted(one.evidenceDays, 'jour', 'jours')}.`,
      `- Un recours reçoit sa réponse en ${counted(one.appealDays, 'jour', 'jours')}.`,
      'Pour changer : /configurer moderation avec les options voulues. Les affaires déjà ouvertes gardent leurs points.',
    ].join('\n'),
    en: [
      '**Moderation settings**',
      `- Points: ${one.pointsLow} for something minor, ${one.pointsMedium} for medium, ${one.pointsHigh} for severe; they count for ${counted(one.decayDays, 'day', 'days')}.`,
      `- At ${one.timeoutAt} points a timeout is proposed, at ${one.removalAt} a removal. These are proposals: nothing is automatic.`,
      `- Messages and files kept as evidence: ${counted(one.evidenceDays, 'day', 'days')}.`,
      `- An appeal is answered within ${counted(one.appealDays, 'day', 'days')}.`,
      'To change them: /setup moderation with the options you want. Cases that are already open keep their points.',
    ].join('\n'),
  }),
} as const;

export const pointsOutOfOrder = ({ pointsLow, pointsMedium, pointsHigh }: Said) =>
  new UserError('moderation.points_out_of_order', {
    fr: `Les points doivent croître avec la gravité : léger (${pointsLow}), moyen (${pointsMedium}), grave (${pointsHigh}). Donnez-les ensemble.`,
    en: `Points must grow with severity: minor (${pointsLow}), medium (${pointsMedium}), severe (${pointsHigh}). Give them together.`,
  });

export const stepsOutOfOrder = ({ timeoutAt, removalAt }: Said) =>
  new UserError('moderation.steps_out_of_order', {
    fr: `Le seuil de l’exclusion temporaire (${timeoutAt}) doit être inférieur à celui du départ (${removalAt}). Donnez-les ensemble.`,
    en: `The threshold of a timeout (${timeoutAt}) must be below that of a removal (${removalAt}). Give them together.`,
  });
