import { type Text, UserError } from '../kernel/text.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** What may be wrong with a field of a form; said after the field's label. */
export const problem = {
  empty: { fr: 'à remplir.', en: 'please fill it in.' },
  tooShort: (min: number, typed: number): Text => ({
    fr: `${plural(min, 'caractère', 'caractères')} au moins (vous en avez tapé ${typed}).`,
    en: `at least ${plural(min, 'character', 'characters')} (you typed ${typed}).`,
  }),
  tooLong: (max: number, typed: number): Text => ({
    fr: `${plural(max, 'caractère', 'caractères')} au plus (vous en avez tapé ${typed}).`,
    en: `at most ${plural(max, 'character', 'characters')} (you typed ${typed}).`,
  }),
  howMany: (min: number, max: number): Text =>
    min === max
      ? { fr: `choisissez-en ${min}.`, en: `choose ${min}.` }
      : { fr: `choisissez-en entre ${min} et ${max}.`, en: `choose between ${min} and ${max}.` },
  notAChoice: { fr: 'ce choix n’existe plus.', en: 'this choice no longer exists.' },
  tooHeavy: (bytes: number): Text => ({
    fr: `fichier trop lourd : ${Math.floor(bytes / 1_000_000)} Mo au plus.`,
    en: `file too large: at most ${Math.floor(bytes / 1_000_000)} MB.`,
  }),
  ofField: (label: Text, problem: Text): Text => ({
    fr: `**${label.fr}** : ${problem.fr}`,
    en: `**${label.en}**: ${problem.en}`,
  }),
};

export const invalidForm = (problems: readonly Text[]) =>
  new UserError('form.invalid', {
    fr: `Il reste à corriger :\n${problems.map(({ fr }) => `- ${fr}`).join('\n')}`,
    en: `Please correct:\n${problems.map(({ en }) => `- ${en}`).join('\n')}`,
  });

export const correct: Text = { fr: 'Corriger', en: 'Correct' };

/** The way on from what is no longer active. */
export const home: Text = { fr: 'Mon espace', en: 'My space' };

export const staleComponent = () =>
  new UserError('router.stale', {
    fr: 'Ce message est ancien et n’est plus actif. Sur le serveur, `/accueil` vous montre ce que vous pouvez faire.',
    en: 'This message is old and no longer active. On the server, `/home` shows you what you can do.',
  });

export const staleCommand = () =>
  new UserError('router.changed', {
    fr: 'Cette commande a changé. Tapez-la de nouveau : Discord vous montrera ce qu’elle attend.',
    en: 'This command has changed. Type it again: Discord will show you what it expects.',
  });

export const notAllowed = () =>
  new UserError('router.denied', {
    fr: 'Cette action est réservée à d’autres rôles que les vôtres. Si vous pensez que c’est une erreur, écrivez à l’équipe.',
    en: 'This action is for other roles than yours. If you think that is a mistake, write to the staff.',
  });

export const tooSoon = (seconds: number) =>
  new UserError('router.cooldown', {
    fr: `Vous venez de le faire. Réessayez dans ${plural(seconds, 'seconde', 'secondes')}.`,
    en: `You just did that. Try again in ${plural(seconds, 'second', 'seconds')}.`,
  });

export const unavailable = () =>
  new UserError('router.unavailable', {
    fr: 'Le service est indisponible pour un moment et n’a rien enregistré. Réessayez dans une minute.',
    en: 'The service is unavailable for a moment and saved nothing. Try again in a minute.',
  });

export const bug = (reference: string): Text => ({
  fr: `Une erreur de notre côté a empêché cette action. Réessayez ; si cela continue, donnez cette référence à l’équipe : \`${reference}\`.`,
  en: `An error on our side prevented this. Try again; if it goes on, give this reference to the staff: \`${reference}\`.`,
});

export const fileTooHeavy = (bytes: number) =>
  new UserError('file.too_heavy', {
    fr: `Ce fichier est trop lourd : ${Math.floor(bytes / 1_000_000)} Mo au plus. Gardez seulement la feuille et les colonnes utiles, puis recommencez.`,
    en: `This file is too large: at most ${Math.floor(bytes / 1_000_000)} MB. Keep only the sheet and columns that are needed, then try again.`,
  });

export const fileAway = () =>
  new UserError('file.away', {
    fr: 'Discord n’a pas donné ce fichier à temps. Recommencez dans un instant.',
    en: 'Discord did not give this file in time. Try again in a moment.',
  });

export const fileGone = () =>
  new UserError('file.gone', {
    fr: 'Le fichier n’a pas pu être lu chez Discord. Joignez-le à nouveau et recommencez.',
    en: 'The file could not be read from Discord. Attach it again and retry.',
  });
