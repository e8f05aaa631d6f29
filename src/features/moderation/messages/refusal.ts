import { type Text, UserError } from '../../../kernel/text.ts';
import type { Obstacle } from '../rules/guard.ts';
import { durationText } from './duration.ts';

const obstacleTexts: Record<Obstacle, Text> = {
  self: {
    fr: 'Vous ne pouvez pas prendre de mesure contre vous-même. Choisissez une autre personne.',
    en: 'You cannot act against yourself. Choose somebody else.',
  },
  bot: {
    fr: 'C’est un bot : on ne le sanctionne pas. Pour le retirer, passez par les paramètres du serveur, dans *Intégrations*.',
    en: 'This is a bot, which cannot be sanctioned. To remove it, use *Integrations* in the server’s settings.',
  },
  owner: {
    fr: 'Cette personne est propriétaire du serveur : aucune mesure ne peut la viser. Parlez-lui directement.',
    en: 'This person owns the server: nobody can act against them. Talk to them directly.',
  },
  team: {
    fr: 'Cette personne fait partie de l’équipe : seule l’administration peut prendre une mesure à son sujet. Prévenez-la.',
    en: 'This person is on the team: only administrators can act on them. Tell an administrator.',
  },
  above: {
    fr: 'Le rôle de cette personne est égal ou supérieur au vôtre. Demandez à quelqu’un dont le rôle est plus haut.',
    en: 'This person’s role is equal to or higher than yours. Ask somebody with a higher role.',
  },
  absent: {
    fr: 'Cette personne n’est pas sur le serveur. Vous pouvez écrire une note, ou la bannir pour qu’elle ne revienne pas.',
    en: 'This person is not on the server. You can write a note, or ban them so that they do not come back.',
  },
  administrator: {
    fr: 'Discord n’exclut temporairement personne qui a la permission *Administrateur*. Retirez-la d’abord, ou choisissez une autre mesure.',
    en: 'Discord times out nobody who has the *Administrator* permission. Take it away first, or choose another measure.',
  },
  bot_below: {
    fr: 'Mon rôle est en dessous de celui de cette personne : Discord refuserait. Demandez à l’administration de le monter dans *Paramètres du serveur → Rôles*.',
    en: 'My role is below this person’s: Discord would refuse. Ask an administrator to move it up in *Server Settings → Roles*.',
  },
  permission: {
    fr: 'Il me manque une permission sur le serveur. Demandez à l’administration de lancer `/diagnostic`, qui dit laquelle.',
    en: 'I lack a permission on the server. Ask an administrator to run `/diagnostic`, which says which one.',
  },
};

export const refusedBy = (obstacle: Obstacle) => new UserError(`moderation.${obstacle}`, obstacleTexts[obstacle]);

export const alreadySanctioned = ({ kind, number }: { kind: string; number: number }) =>
  kind === 'timeout'
    ? new UserError('moderation.already_timed_out', {
        fr: `Cette personne est déjà exclue pour un temps (cas n° ${number}). Attendez la fin, ou levez d’abord cette exclusion depuis son cas.`,
        en: `This person is already timed out (case no. ${number}). Wait for its end, or lift that timeout first from its case.`,
      })
    : new UserError('moderation.already_banned', {
        fr: `Cette personne est déjà bannie (cas n° ${number}). Pour changer la durée, levez d’abord ce bannissement avec \`/moderation debannir\`.`,
        en: `This person is already banned (case no. ${number}). To change how long, lift that ban first with \`/mod unban\`.`,
      });

export const needsAdmin = () =>
  new UserError('moderation.needs_admin', {
    fr: 'Un bannissement définitif, et sa levée, reviennent à l’administration. Donnez une durée pour bannir temporairement, ou demandez à une personne de l’administration.',
    en: 'A permanent ban, and its lifting, are for administrators. Give a duration to ban for a time, or ask an administrator.',
  });

export const badDuration = ({ least, most }: { least: number; most: number }) => {
  const [from, to] = [durationText(least), durationText(most)];
  return new UserError('moderation.bad_duration', {
    fr: `La durée va de ${from.fr} à ${to.fr}. Écrivez par exemple \`2 h\`, \`3 jours\` ou \`1 semaine\`.`,
    en: `The duration goes from ${from.en} to ${to.en}. Write for example \`2 h\`, \`3 days\` or \`1 week\`.`,
  });
};

export const unreadableDuration = () =>
  new UserError('moderation.unreadable_duration', {
    fr: 'Je n’ai pas compris la durée. Écrivez un nombre et une unité : `30 min`, `2 h`, `3 jours`, `1 semaine`, `1 mois`.',
    en: 'I did not understand the duration. Write a number and a unit: `30 min`, `2 h`, `3 days`, `1 week`, `1 month`.',
  });

export const sameAsTarget = () =>
  new UserError('moderation.behalf_is_target', {
    fr: 'La mesure ne peut pas être prise au nom de la personne qu’elle vise. Choisissez une autre personne, ou laissez vide.',
    en: 'You cannot act on behalf of the person concerned. Choose somebody else, or leave it empty.',
  });

export const deleteTooMuch = () =>
  new UserError('moderation.delete_too_much', {
    fr: 'Discord efface les messages de 7 jours au plus. Pour les plus anciens, utilisez `/clean`.',
    en: 'Discord deletes messages of at most 7 days. For older ones use `/clean`.',
  });

export const planGone = () =>
  new UserError('moderation.plan_gone', {
    fr: 'Cette mesure est déjà confirmée, annulée ou trop ancienne : rien de plus n’a été fait. Recommencez si elle est encore utile.',
    en: 'This measure is already confirmed, cancelled or too old: nothing more was done. Begin again if it is still needed.',
  });

export const planChanged = () =>
  new UserError('moderation.plan_changed', {
    fr: 'Cette mesure a changé depuis ce qui est affiché : rien n’est fait. Appuyez sur **Modifier** pour relire ce qui est prévu, puis envoyez.',
    en: 'This measure has changed since what is shown: nothing is done. Press **Change** to read again what is planned, then send.',
  });

export const unknownCase = () =>
  new UserError('moderation.unknown_case', {
    fr: 'Ce cas n’existe pas sur ce serveur. Vérifiez son numéro.',
    en: 'There is no such case on this server. Check its number.',
  });

export const notActive = () =>
  new UserError('moderation.not_active', {
    fr: 'Cette sanction est déjà terminée : il n’y a rien à lever.',
    en: 'This sanction is already over: there is nothing to lift.',
  });

export const notBanned = () =>
  new UserError('moderation.not_banned', {
    fr: 'Cette personne n’est pas bannie : elle peut déjà revenir avec une invitation.',
    en: 'This person is not banned: they can already come back with an invite.',
  });

export const unknownRule = () =>
  new UserError('moderation.unknown_rule', {
    fr: 'Cette règle n’existe pas ou n’est plus en vigueur. Choisissez-en une dans la liste, ou laissez vide.',
    en: 'There is no such rule, or it is no longer in force. Choose one from the list, or leave it empty.',
  });

export const unknownEvidence = () =>
  new UserError('moderation.unknown_evidence', {
    fr: 'Ce message n’est plus gardé comme preuve. Recommencez sans lui, ou donnez un lien vers un autre message.',
    en: 'This message is no longer kept as evidence. Begin again without it, or give a link to another message.',
  });

export const badLink = () =>
  new UserError('moderation.bad_link', {
    fr: 'Je ne trouve pas ce message sur ce serveur, ou vous ne pouvez pas le lire. Copiez le lien par un clic droit sur le message, *Copier le lien du message*.',
    en: 'I cannot find this message on this server, or you cannot read it. Copy the link by a right click on the message, *Copy Message Link*.',
  });

export const unreadLink = () =>
  new UserError('moderation.unread_link', {
    fr: 'Discord ne me donne pas le texte de ce message par un lien. Faites un clic droit dessus, puis *Applications* et *Avertir* : le texte et les fichiers seront gardés.',
    en: 'Discord does not give me the text of this message by a link. Right-click it, then *Apps* and *Warn*: its text and files will be kept.',
  });

export const notFromThem = () =>
  new UserError('moderation.not_from_them', {
    fr: 'Ce message a été écrit par quelqu’un d’autre que la personne concernée. Donnez un lien vers un message de cette personne.',
    en: 'This message was written by somebody other than the person concerned. Give a link to a message of theirs.',
  });
