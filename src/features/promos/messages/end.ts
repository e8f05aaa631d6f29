import { bold, type Text, UserError } from '../../../kernel/text.ts';

const mentionable = (count: number): Text => ({
  fr: count > 1 ? `${count} personnes` : `${count} personne`,
  en: count === 1 ? '1 person' : `${count} people`,
});

export const text = {
  endTitle: (name: string): Text => ({ fr: `Terminer ${name} aujourd’hui ?`, en: `End ${name} today?` }),
  endAlumni: (count: number): Text => ({
    fr: `${mentionable(count).fr} en formation : alumni dès maintenant, sauf celles qui suivent une autre promo.`,
    en: `${mentionable(count).en} in training: alumni from now on, except those who are in another promo.`,
  }),
  endSpace: (channels: number, day: Text): Text => ({
    fr: `${channels} salons et catégories : lecture seule, puis supprimés le ${day.fr}.`,
    en: `${channels} channels and categories: read-only, then deleted on ${day.en}.`,
  }),
  cancelTitle: (name: string): Text => ({ fr: `Annuler ${name} ?`, en: `Cancel ${name}?` }),
  cancelPeople: (count: number): Text => ({
    fr: `${mentionable(count).fr} : plus de rôle de la promo, et personne ne devient alumni.`,
    en: `${mentionable(count).en}: no role of the promo any more, and nobody becomes alumni.`,
  }),
  postponeTitle: (name: string): Text => ({ fr: `Changer les dates de ${name} ?`, en: `Change the dates of ${name}?` }),
  newDates: (dates: Text): Text => ({ fr: `Nouvelles dates : ${dates.fr}.`, en: `New dates: ${dates.en}.` }),
  reopens: (count: number): Text => ({
    fr: `La promo reprend : ${mentionable(count).fr} de nouveau en formation, et les salons s’ouvrent.`,
    en: `The promo resumes: ${mentionable(count).en} in training again, and the channels open.`,
  }),
  people: (count: number): Text => ({
    fr: `${mentionable(count).fr} de la promo.`,
    en: `${mentionable(count).en} of the promo.`,
  }),
  canUndo: { fr: 'Vous pourrez revenir en arrière jusqu’à la suppression.', en: 'You can undo it until the deletion.' },
  confirmEnd: { fr: 'Terminer la promo', en: 'End the promo' },
  confirmCancel: { fr: 'Annuler la promo', en: 'Cancel the promo' },
  confirmPostpone: { fr: 'Changer les dates', en: 'Change the dates' },
  ended: (name: string): Text => ({
    fr: `**${name}** est terminée. Les salons et les rôles suivent dans un instant.`,
    en: `**${name}** has ended. The channels and roles follow in a moment.`,
  }),
  cancelled: (name: string): Text => ({
    fr: `**${name}** est annulée. Les salons et les rôles suivent dans un instant.`,
    en: `**${name}** is cancelled. The channels and roles follow in a moment.`,
  }),
  postponed: (name: string, end: Text): Text => ({
    fr: `**${name}** se termine maintenant le ${end.fr}.`,
    en: `**${name}** now ends on ${end.en}.`,
  }),
  undone: (name: string): Text => ({
    fr: `**${name}** reprend comme avant. Les salons et les rôles suivent dans un instant.`,
    en: `**${name}** goes on as before. The channels and roles follow in a moment.`,
  }),
  lockedNow: (name: string): Text => ({
    fr: `Silence dans **${name}** : les personnes en formation ne font plus que lire. \`/promo deverrouiller\` remet tout comme avant.`,
    en: `Silence in **${name}**: learners only read from now on. \`/promo unlock\` puts everything back as it was.`,
  }),
  unlockedNow: (name: string): Text => ({
    fr: `Le silence est levé dans **${name}** : chaque salon retrouve ses permissions.`,
    en: `The silence is lifted in **${name}**: each channel gets its permissions back.`,
  }),
  noticeEnd: (mention: string, name: string, end: Text): Text => ({
    fr: `${mention} **${name}** se termine le ${end.fr}. Ce jour-là, les salons passent en lecture seule et vous rejoignez les alumni. Gardez une copie de ce qui compte pour vous.`,
    en: `${mention} **${name}** ends on ${end.en}. On that day the channels become read-only and you join the alumni. Keep a copy of what matters to you.`,
  }),
  noticeDeletion: (mention: string, name: string, day: Text): Text => ({
    fr: `${mention} L’espace de **${name}** sera supprimé le ${day.fr}. Gardez d’ici là une copie de ce qui compte pour vous ; vous restez alumni.`,
    en: `${mention} The space of **${name}** will be deleted on ${day.en}. Until then, keep a copy of what matters to you; you remain alumni.`,
  }),
};

export const alreadyEnded = (name: string) =>
  new UserError('promos.already_ended', {
    fr: `${bold(name)} est déjà terminée ou annulée. Rien n’a changé.`,
    en: `${bold(name)} has already ended or was cancelled. Nothing has changed.`,
  });

export const notBegun = (name: string) =>
  new UserError('promos.not_begun', {
    fr: `${bold(name)} n’a pas commencé : \`/promo annuler\` la retire, \`/promo reporter\` change ses dates.`,
    en: `${bold(name)} has not begun: \`/promo cancel\` takes it back, \`/promo postpone\` changes its dates.`,
  });

export const notEnded = (name: string) =>
  new UserError('promos.not_ended', {
    fr: `${bold(name)} n’est ni terminée ni annulée : il n’y a rien à défaire.`,
    en: `${bold(name)} has neither ended nor been cancelled: there is nothing to undo.`,
  });

export const tooLateToUndo = (name: string) =>
  new UserError('promos.too_late', {
    fr: `Il est trop tard pour ${bold(name)} : elle est annulée, ou son espace est supprimé. Son nom, ses dates et ses personnes restent dans l’historique.`,
    en: `It is too late for ${bold(name)}: it was cancelled, or its space is deleted. Its name, dates and people remain in the history.`,
  });

export const mustPostpone = (name: string) =>
  new UserError('promos.must_postpone', {
    fr: `La date de fin de ${bold(name)} est passée. \`/promo reporter\` lui en donne une autre, et la promo reprend.`,
    en: `The end date of ${bold(name)} has passed. \`/promo postpone\` gives it another one, and the promo resumes.`,
  });

export const notOpen = (name: string) =>
  new UserError('promos.not_open', {
    fr: `L’espace de ${bold(name)} n’est pas ouvert : il n’y a rien à mettre en silence.`,
    en: `The space of ${bold(name)} is not open: there is nothing to silence.`,
  });

export const alreadyLocked = (name: string) =>
  new UserError('promos.already_locked', {
    fr: `${bold(name)} est déjà en silence. \`/promo deverrouiller\` le lève.`,
    en: `${bold(name)} is already silent. \`/promo unlock\` lifts it.`,
  });

export const notLocked = (name: string) =>
  new UserError('promos.not_locked', {
    fr: `${bold(name)} n’est pas en silence. Rien n’a changé.`,
    en: `${bold(name)} is not silent. Nothing has changed.`,
  });
