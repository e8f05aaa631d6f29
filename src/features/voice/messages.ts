import { type Text, UserError } from '../../kernel/text.ts';

/** Why somebody who entered got no room. */
export type Problem = 'full' | 'closed' | 'forbidden';

export const text = {
  feature: {
    fr: 'Salles vocales à la demande : entrer dans le salon prévu ouvre une salle, qui disparaît dès qu’elle est vide.',
    en: 'Voice rooms on demand: entering the channel for it opens a room, which vanishes as soon as it is empty.',
  },
  room: (name: string): Text => ({ fr: `Salle de ${name}`, en: `${name}’s room` }),
  plainRoom: { fr: 'Salle', en: 'Room' },
  openedBy: (who: string): Text => ({ fr: `Salle ouverte par ${who}.`, en: `Room opened by ${who}.` }),
  opened: { fr: 'Salle à la demande.', en: 'Room on demand.' },
  seats: (seats: number): Text =>
    seats === 0
      ? { fr: 'Places : sans limite.', en: 'Places: no limit.' }
      : { fr: `Places : ${seats}.`, en: `Places: ${seats}.` },
  vanishes: {
    fr: 'Elle disparaît dès que plus personne n’y est, avec ses messages.',
    en: 'It vanishes as soon as nobody is left in it, with its messages.',
  },
  change: { fr: 'Changer le nom ou le nombre de places', en: 'Change the name or the number of places' },
  formTitle: { fr: 'Votre salle', en: 'Your room' },
  name: { fr: 'Nom de la salle', en: 'Name of the room' },
  seatsLabel: { fr: 'Nombre de places', en: 'Number of places' },
  seatsHelp: { fr: 'De 1 à 99. Vide ou 0 : sans limite.', en: 'From 1 to 99. Empty or 0: no limit.' },
  changed: {
    fr: 'C’est noté : la salle change dans un instant.',
    en: 'Noted: the room changes in a moment.',
  },
  problems: (promo: string): Record<Problem, Text> => ({
    full: {
      fr: `Il n’y a plus de place pour une nouvelle salle dans **${promo}** : Discord limite le nombre de salons. Restez dans le salon, une salle s’ouvrira pour vous dès qu’une autre se libère, ou rejoignez une salle déjà ouverte. L’équipe est prévenue.`,
      en: `There is no place left for another room in **${promo}**: Discord limits the number of channels. Stay in the channel and a room opens for you as soon as another one is free, or join a room that is open. Staff have been told.`,
    },
    closed: {
      fr: `**${promo}** est en silence ou terminée : aucune salle ne s’ouvre pour le moment. Si c’est un silence, restez dans le salon : votre salle s’ouvrira quand il sera levé.`,
      en: `**${promo}** is silent or has ended: no room opens for now. If it is a silence, stay in the channel: your room opens once it is lifted.`,
    },
    forbidden: {
      fr: `Je n’ai pas pu ouvrir votre salle dans **${promo}** : il me manque une permission. L’équipe est prévenue. Quittez le salon et revenez-y plus tard, ou rejoignez une salle déjà ouverte.`,
      en: `I could not open your room in **${promo}**: I lack a permission. Staff have been told. Leave the channel and come back later, or join a room that is open.`,
    },
  }),
  alerts: (promo: string): Record<Exclude<Problem, 'closed'>, Text> => ({
    full: {
      fr: `Plus de place pour les salles à la demande de **${promo}** : une catégorie a au plus 50 salons, et le serveur 500. Effacez des salons qui ne servent plus.`,
      en: `No place left for the rooms on demand of **${promo}**: a category has at most 50 channels, and the server 500. Delete channels that are no longer used.`,
    },
    forbidden: {
      fr: `Discord me refuse d’ouvrir les salles à la demande de **${promo}** : il me manque une permission sur le serveur ou dans sa catégorie. Demandez à l’administration du serveur de lancer \`/diagnostic\`, qui dit laquelle.`,
      en: `Discord does not let me open the rooms on demand of **${promo}**: I lack a permission on the server or in its category. Ask the server’s administrators to run \`/diagnostic\`, which says which one.`,
    },
  }),
  purpose: {
    fr: 'Ouvrir une salle vocale à qui en demande une, et savoir qui peut en changer le nom et le nombre de places.',
    en: 'To open a voice room to who asks for one, and to know who may change its name and number of places.',
  },
  retention: {
    fr: 'Jusqu’à ce que la salle soit vide.',
    en: 'Until the room is empty.',
  },
};

export const unknownRoom = () =>
  new UserError('voice.unknown', {
    fr: 'Cette salle n’existe plus. Entrez de nouveau dans le salon à la demande de votre promo pour en ouvrir une.',
    en: 'This room no longer exists. Enter your promo’s channel for rooms again to open one.',
  });

export const notYours = () =>
  new UserError('voice.not_yours', {
    fr: 'Seules la personne qui a ouvert la salle et l’équipe peuvent la changer.',
    en: 'Only the person who opened the room and staff may change it.',
  });

export const badSeats = () =>
  new UserError('voice.bad_seats', {
    fr: 'Le nombre de places va de 0 à 99 ; 0 veut dire sans limite.',
    en: 'The number of places goes from 0 to 99; 0 means no limit.',
  });

export const renamedLately = (when: string) =>
  new UserError('voice.renamed_lately', {
    fr: `Discord ne laisse renommer un salon que deux fois en dix minutes. Vous pourrez renommer la salle ${when} ; le nombre de places, lui, se change quand vous voulez.`,
    en: `Discord lets a channel be renamed only twice in ten minutes. You may rename the room ${when}; the number of places may be changed at any time.`,
  });
