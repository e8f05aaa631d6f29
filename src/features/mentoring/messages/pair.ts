import { bold, type Text, UserError } from '../../../kernel/text.ts';
import type { Doubt } from '../service/fit.ts';
import type { Hindrance } from '../service/pair.ts';

export const text = {
  command: { fr: 'Former un binôme à la main', en: 'Pair two people by hand' },
  mentor: { fr: 'La personne qui accompagne', en: 'Who accompanies' },
  learner: { fr: 'La personne à accompagner', en: 'Who is accompanied' },
  title: (mentor: string, learner: string): Text => ({
    fr: `${bold(mentor)} accompagne ${bold(learner)} ?`,
    en: `${bold(mentor)} to accompany ${bold(learner)}?`,
  }),
  noScore: {
    fr: 'Score inconnu : leurs réponses ne permettent pas de le calculer.',
    en: 'No score: what they said does not let it be computed.',
  },
  confirm: { fr: 'Former ce binôme', en: 'Make this pair' },
  how: {
    fr: 'Un fil privé s’ouvre aussitôt pour les deux. La demande en attente, s’il y en a une, se ferme.',
    en: 'A private thread opens at once for both. The request that waits, if any, is closed.',
  },
  done: (mentor: string, learner: string): Text => ({
    fr: `C’est fait : ${bold(mentor)} accompagne ${bold(learner)}. Leur fil privé s’ouvre dans un instant.`,
    en: `Done: ${bold(mentor)} accompanies ${bold(learner)}. Their private thread opens in a moment.`,
  }),
  doneWaiting: (mentor: string, learner: string): Text => ({
    fr: `C’est fait : ${bold(mentor)} accompagne ${bold(learner)}. Leur fil privé s’ouvre dès qu’une personne de l’équipe suit ce binôme.`,
    en: `Done: ${bold(mentor)} accompanies ${bold(learner)}. Their private thread opens as soon as somebody of staff looks after this pair.`,
  }),
  choose: (learner: string): Text => ({
    fr: `Qui pour accompagner ${bold(learner)} ?`,
    en: `Who to accompany ${bold(learner)}?`,
  }),
  placeholder: { fr: 'Choisir un mentor', en: 'Choose a mentor' },
  nobody: {
    fr: 'Aucun mentor libre ne correspond à cette demande. `/mentorat binome` permet de former un binôme tout de même.',
    en: 'No free mentor fits this request. `/mentoring pair` can pair two people all the same.',
  },
} as const;

export const doubts: Record<Doubt, Text> = {
  request: {
    fr: 'Cette personne n’a pas fait de demande : prévenez-la d’abord.',
    en: 'This person made no request: tell them first.',
  },
  language: { fr: 'D’après leurs réponses, aucune langue en commun.', en: 'By their answers, no language in common.' },
  time: { fr: 'Aucun moment de la semaine en commun.', en: 'No moment of the week in common.' },
  low: { fr: 'Peu de choses en commun.', en: 'Little in common.' },
};

const hindrances: Record<Hindrance, Text> = {
  same: { fr: 'C’est deux fois la même personne.', en: 'That is twice the same person.' },
  mentor: {
    fr: 'La première personne n’a pas de profil de mentor approuvé et actif en ce moment.',
    en: 'The first person has no mentor profile that is approved and active at the moment.',
  },
  full: {
    fr: 'Ce mentor n’a plus de place. Son nombre de places se change dans `/mentorat profil`.',
    en: 'This mentor has no place left. The number of places is changed in `/mentoring profile`.',
  },
  accompanied: { fr: 'Cette personne a déjà un mentor.', en: 'This person has a mentor already.' },
  apart: {
    fr: 'Ces deux personnes ne peuvent pas former un binôme. La raison reste privée ; choisissez quelqu’un d’autre.',
    en: 'These two cannot be paired. The reason stays private; choose somebody else.',
  },
  gone: { fr: 'La personne à accompagner n’est pas sur le serveur.', en: 'Whoever is to be accompanied is not on the server.' },
};
export const hindranceText = (hindrance: Hindrance): Text => hindrances[hindrance];
export const cannotPair = (hindrance: Hindrance) => new UserError(`mentoring.pair_${hindrance}`, hindrances[hindrance]);
