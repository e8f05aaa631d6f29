import { bold, type Text, UserError } from '../../../kernel/text.ts';

const mentionable = (count: number): Text => ({
  fr: count > 1 ? `${count} personnes` : `${count} personne`,
  en: count === 1 ? '1 person' : `${count} people`,
});

const space = (count: number): Text => ({
  fr: count > 1 ? `${count} salons et catégories` : `${count} salon ou catégorie`,
  en: count === 1 ? '1 channel or category' : `${count} channels and categories`,
});

const many = (count: number) => count > 1;

export const text = {
  endTitle: (name: string): Text => ({ fr: `Terminer ${name} aujourd’hui ?`, en: `End ${name} today?` }),
  endAlumni: (count: number): Text =>
    count === 0
      ? { fr: 'Personne en formation : personne ne devient alumni.', en: 'No learners: nobody becomes alumni.' }
      : {
          fr: `${mentionable(count).fr} en formation : alumni dès maintenant, sauf ${many(count) ? 'celles qui suivent' : 'si elle suit'} une autre promo.`,
          en: `${mentionable(count).en} in training: alumni from now on, ${count === 1 ? 'unless they are' : 'except those who are'} in another promo.`,
        },
  endSpace: (channels: number, day: Text): Text =>
    channels === 0
      ? { fr: 'Aucun salon : l’espace n’est pas encore ouvert.', en: 'No channels: the space is not open yet.' }
      : {
          fr: `${space(channels).fr} : lecture seule, puis suppression le ${day.fr}.`,
          en: `${space(channels).en}: read-only, then deleted on ${day.en}.`,
        },
  byHand: (count: number): Text => ({
    fr: many(count)
      ? `${count} salons créés à la main dans sa catégorie : ils ne seront pas supprimés, et l’équipe en recevra la liste.`
      : '1 salon créé à la main dans sa catégorie : il ne sera pas supprimé, et l’équipe en sera prévenue.',
    en:
      count === 1
        ? '1 channel made by hand in its category: it will not be deleted, and the staff will be told.'
        : `${count} channels made by hand in its category: they will not be deleted, and the staff will get the list.`,
  }),
  leftover: (name: string, channels: string, count: number): Text => ({
    fr: many(count)
      ? `L’espace de **${name}** est supprimé. Ces salons y avaient été créés à la main, et je les ai laissés : ${channels}. Supprimez-les, ou rangez-les ailleurs.`
      : `L’espace de **${name}** est supprimé. Ce salon y avait été créé à la main, et je l’ai laissé : ${channels}. Supprimez-le, ou rangez-le ailleurs.`,
    en: `The space of **${name}** is deleted. ${count === 1 ? 'This channel was' : 'These channels were'} made there by hand, and I left ${count === 1 ? 'it' : 'them'}: ${channels}. Delete ${count === 1 ? 'it' : 'them'}, or put ${count === 1 ? 'it' : 'them'} elsewhere.`,
  }),
  undoBuildTitle: (name: string): Text => ({ fr: `Tout défaire et annuler ${name} ?`, en: `Undo and cancel ${name}?` }),
  undoBuildSpace: (channels: number): Text => ({
    fr: channels === 0 ? 'Aucun salon n’a encore été créé.' : `${space(channels).fr} : suppression tout de suite.`,
    en: channels === 0 ? 'No channel has been made yet.' : `${space(channels).en}: deleted at once.`,
  }),
  noWayBack: {
    fr: 'Il n’y aura pas de retour possible. `/promo annuler` laisse une semaine pour changer d’avis.',
    en: 'There will be no way back. `/promo cancel` leaves a week to change one’s mind.',
  },
  confirmUndoBuild: { fr: 'Tout défaire et annuler', en: 'Undo and cancel' },
  cancelTitle: (name: string): Text => ({ fr: `Annuler ${name} ?`, en: `Cancel ${name}?` }),
  cancelPeople: (count: number): Text =>
    count === 0
      ? { fr: 'Personne n’est dans la promo.', en: 'Nobody is in the promo.' }
      : {
          fr: `${mentionable(count).fr} : plus de rôle de la promo, et personne ne devient alumni.`,
          en: `${mentionable(count).en}: no role of the promo any more, and nobody becomes alumni.`,
        },
  postponeTitle: (name: string): Text => ({ fr: `Changer les dates de ${name} ?`, en: `Change the dates of ${name}?` }),
  newDates: (dates: Text): Text => ({ fr: `Nouvelles dates : ${dates.fr}.`, en: `New dates: ${dates.en}.` }),
  reopens: (count: number): Text =>
    count === 0
      ? { fr: 'La promo reprend, et les salons s’ouvrent.', en: 'The promo resumes, and the channels open.' }
      : {
          fr: `La promo reprend : ${mentionable(count).fr} de nouveau en formation, et les salons s’ouvrent.`,
          en: `The promo resumes: ${mentionable(count).en} in training again, and the channels open.`,
        },
  people: (count: number): Text =>
    count === 0
      ? { fr: 'Personne n’est encore dans la promo.', en: 'Nobody is in the promo yet.' }
      : { fr: `${mentionable(count).fr} dans la promo.`, en: `${mentionable(count).en} in the promo.` },
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

export const notUnfinished = (name: string) =>
  new UserError('promos.not_unfinished', {
    fr: `Cette alerte n’est plus d’actualité : l’espace de ${bold(name)} n’est pas resté inachevé. \`/promo annuler\` annule la promo, avec une semaine pour revenir en arrière.`,
    en: `This alert is out of date: the space of ${bold(name)} did not stay unfinished. \`/promo cancel\` cancels the promo, with a week to go back.`,
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
