import { escapeMarkdown, type Text } from '../../../kernel/text.ts';
import type { Difference } from '../rules/drift.ts';
import type { Problem } from '../wire.ts';

export const text = {
  title: (name: string): Text => ({ fr: `L’espace de ${name} n’est pas complet`, en: `The space of ${name} is not complete` }),
  why: ({ why, code }: Pick<Problem, 'why' | 'code'>): Text =>
    why === 'full'
      ? {
          fr: 'Le serveur a atteint une limite de Discord (250 rôles, 500 salons, 50 par catégorie). Supprimez ce qui ne sert plus, puis reprenez.',
          en: 'The server has reached a limit of Discord (250 roles, 500 channels, 50 a category). Delete what is no longer used, then resume.',
        }
      : {
          fr: `Discord me l’a refusé (code ${code}) : il me manque sans doute « Gérer les rôles » ou « Gérer les salons ». Demandez à l’administration du serveur de lancer \`/diagnostic\`, qui le précise, puis reprenez.`,
          en: `Discord refused it to me (code ${code}): I probably lack “Manage Roles” or “Manage Channels”. Ask the server’s administrators to run \`/diagnostic\`, which tells, then resume.`,
        },
  missing: { fr: 'Ce qui manque', en: 'What is missing' },
  resume: { fr: 'Reprendre', en: 'Resume' },
  undo: { fr: 'Tout défaire et annuler', en: 'Undo and cancel' },
  resumed: (name: string): Text => ({ fr: `Je reprends l’espace de **${name}**.`, en: `I resume the space of **${name}**.` }),
  undone: (name: string): Text => ({
    fr: `**${name}** est annulée, et ce qui avait été créé est supprimé.`,
    en: `**${name}** is cancelled, and what had been created is deleted.`,
  }),
  settled: (name: string): Text => ({ fr: `L’espace de **${name}** est complet.`, en: `The space of **${name}** is complete.` }),
  dropped: (name: string): Text => ({
    fr: `**${name}** est annulée ; son espace est supprimé.`,
    en: `**${name}** is cancelled; its space is deleted.`,
  }),

  driftTitle: (name: string, count: number): Text => ({
    fr: `${name} : ${count} différence${count > 1 ? 's' : ''} avec Discord`,
    en: `${name}: ${count} difference${count === 1 ? '' : 's'} with Discord`,
  }),
  driftNone: (name: string): Text => ({
    fr: `**${name}** : tout est comme prévu.`,
    en: `**${name}**: all is as it should be.`,
  }),
  driftNoSpace: (name: string): Text => ({
    fr: `**${name}** n’a pas d’espace en ce moment : il n’y a rien à vérifier.`,
    en: `**${name}** has no space at the moment: there is nothing to check.`,
  }),
  apply: { fr: 'Tout remettre en ordre', en: 'Put everything right' },
  applied: (name: string): Text => ({
    fr: `Je remets **${name}** en ordre. Vérifiez à nouveau dans un instant.`,
    en: `I put **${name}** right. Check again in a moment.`,
  }),
  again: { fr: 'Vérifier à nouveau', en: 'Check again' },
  nightly: (count: number): Text => ({
    fr: `Cette nuit, ${count > 1 ? `${count} promos diffèrent` : '1 promo diffère'} de ce qui est prévu. Choisissez-en une pour voir quoi, et la remettre en ordre.`,
    en: `Last night, ${count > 1 ? `${count} promos differ` : '1 promo differs'} from what is planned. Choose one to see how, and put it right.`,
  }),
  differences: (count: number): Text => ({
    fr: `${count} différence${count > 1 ? 's' : ''}`,
    en: `${count} difference${count === 1 ? '' : 's'}`,
  }),
  allDrifted: (count: number): Text => ({ fr: `Voir les ${count} promos`, en: `See all ${count} promos` }),
  noneDrifted: {
    fr: 'La nuit dernière, aucune promo ne différait de ce qui est prévu.',
    en: 'Last night, no promo differed from what is planned.',
  },
  choose: { fr: 'Voir une promo…', en: 'See a promo…' },
  others: (count: number): Text => ({ fr: `… et ${count} de plus.`, en: `… and ${count} more.` }),
};

/** Names as Discord or somebody has them, in our sentence. */
const typed = escapeMarkdown;

/** A line of the plan: what differs, and so what will be done. */
export function differenceText(difference: Difference): Text {
  switch (difference.what) {
    case 'missing':
      return {
        fr: `« ${typed(difference.name)} » manque : à recréer (son ancien contenu est perdu).`,
        en: `“${typed(difference.name)}” is missing: to be made again (its former content is lost).`,
      };
    case 'renamed':
      return {
        fr: `Le rôle s’appelle « ${typed(difference.from)} » : à renommer « ${typed(difference.to)} ».`,
        en: `The role is called “${typed(difference.from)}”: to be renamed “${typed(difference.to)}”.`,
      };
    case 'moved':
      return {
        fr: `<#${difference.id}> n’est plus dans la catégorie « ${typed(difference.category)} » : à y remettre.`,
        en: `<#${difference.id}> is no longer in the category “${typed(difference.category)}”: to be put back there.`,
      };
    case 'entry_role':
      return {
        fr: `Le rôle « ${typed(difference.name)} » manque : à recréer, puis à redonner aux personnes de la promo.`,
        en: `The role “${typed(difference.name)}” is missing: to be made again, then given back to the people of the promo.`,
      };
    case 'without_entry_role':
      return {
        fr: `<@${difference.userId}> n’a pas le rôle <@&${difference.roleId}> : à donner.`,
        en: `<@${difference.userId}> lacks the role <@&${difference.roleId}>: to be given.`,
      };
    case 'permissions':
      return {
        fr: `Les permissions de <#${difference.id}> ont changé : à rétablir.`,
        en: `The permissions of <#${difference.id}> have changed: to be restored.`,
      };
    case 'without_role':
      return {
        fr: `<@${difference.userId}> est de la promo sans avoir son rôle : à donner.`,
        en: `<@${difference.userId}> is in the promo without its role: to be given.`,
      };
    case 'without_membership':
      return {
        fr: `<@${difference.userId}> a le rôle sans être de la promo : à retirer.`,
        en: `<@${difference.userId}> has the role without being in the promo: to be taken back.`,
      };
  }
}
