import { bold, escapeMarkdown, type Text, UserError } from '../../../kernel/text.ts';

export const parts = {
  learner: { fr: 'En formation', en: 'Learner' },
  trainer: { fr: 'Équipe pédagogique', en: 'Trainer' },
} as const satisfies Record<string, Text>;

export const text = {
  added: (who: string, name: string, next: Text): Text => ({
    fr: `${who} est dans **${name}**. ${next.fr}`,
    en: `${who} is in **${name}**. ${next.en}`,
  }),
  removed: (who: string, name: string): Text => ({
    fr: `${who} n’est plus dans **${name}**.`,
    en: `${who} is no longer in **${name}**.`,
  }),
  moved: (who: string, from: string, to: string, next: Text): Text => ({
    fr: `${who} passe de **${from}** à **${to}**. ${next.fr}`,
    en: `${who} moves from **${from}** to **${to}**. ${next.en}`,
  }),
  rolesNow: { fr: 'Ses rôles suivent dans un instant.', en: 'Their roles follow in a moment.' },
  rolesLater: (name: string, start: Text): Text => ({
    fr: `Les rôles et les salons de **${name}** viendront le premier jour, ${start.fr}.`,
    en: `The roles and channels of **${name}** will come on the first day, ${start.en}.`,
  }),
};

export const over = (name: string) =>
  new UserError('promos.over', {
    fr: `${bold(name)} est terminée ou annulée : plus personne n’y entre.`,
    en: `${bold(name)} has ended or was cancelled: nobody enters it any more.`,
  });

export const alreadyIn = (name: string) =>
  new UserError('promos.already_in', {
    fr: `Cette personne est déjà dans ${bold(name)}. Rien n’a changé.`,
    en: `This person is already in ${bold(name)}. Nothing has changed.`,
  });

export const elsewhere = (name: string) =>
  new UserError('promos.elsewhere', {
    fr: `Cette personne est déjà en formation dans ${bold(name)}. Déplacez-la avec \`/promo deplacer\`, ou ajoutez l’option \`seconde\` si les deux sont voulues.`,
    en: `This person already learns in ${bold(name)}. Move them with \`/promo move\`, or add the option \`second\` if both are meant.`,
  });

export const notIn = (name: string | null) =>
  new UserError('promos.not_in', {
    fr: name
      ? `Cette personne n’est pas dans ${bold(name)}.`
      : 'Cette personne n’est dans aucune promo d’où la déplacer. `/promo ajouter` la fait entrer.',
    en: name ? `This person is not in ${bold(name)}.` : 'This person is in no promo to move from. `/promo add` brings them in.',
  });

export const severalPromos = (names: readonly string[]) =>
  new UserError('promos.several', {
    fr: `Cette personne est dans plusieurs promos : ${names.map(escapeMarkdown).join(', ')}. Dites de laquelle avec l’option \`depuis\`.`,
    en: `This person is in several promos: ${names.map(escapeMarkdown).join(', ')}. Say from which one with the option \`from\`.`,
  });
