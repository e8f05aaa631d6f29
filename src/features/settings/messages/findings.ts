import type { Advice } from '../../../kernel/feature.ts';
import { roleNames } from '../../../kernel/role.ts';
import { type Locale, plural, type Text } from '../../../kernel/text.ts';
import type { Finding } from '../rules/findings.ts';
import { permissionList } from './permissions.ts';

const roleMention = (id: string) => `<@&${id}>`;
const channelMention = (id: string) => `<#${id}>`;
/** What Discord's code means, in words. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const refusals: Readonly<Record<number, Text>> = {
  50001: { fr: 'le salon m’est invisible', en: 'I cannot see the channel' },
  50013: { fr: 'il me manque une permission', en: 'I lack a permission' },
  10003: { fr: 'le salon n’existe plus', en: 'the channel no longer exists' },
  10011: { fr: 'le rôle n’existe plus', en: 'the role no longer exists' },
};

export const refusalOf = (code: number): Text =>
  refusals[code] ?? { fr: `code ${code} de Discord`, en: `Discord’s code ${code}` };

const noRemedyForRole: Text = {
  fr: 'Donnez-moi la permission « Gérer les rôles », puis lancez `/configurer auto`.',
  en: 'Give me the permission “Manage Roles”, then run `/setup auto`.',
};
const noRemedyForChannel: Text = {
  fr: 'Donnez-moi la permission « Gérer les salons », puis lancez `/configurer auto`.',
  en: 'Give me the permission “Manage Channels”, then run `/setup auto`.',
};
const willMend: Text = { fr: 'Appuyez sur « Réparer », je m’en charge.', en: 'Press “Mend”, I will see to it.' };
const unless = (remedy: Finding['remedy'], otherwise: Text): Text => (remedy ? willMend : otherwise);

/** What is wrong, and what to do: in plain words, and with the names that Discord's settings show. */
export function adviceFor(finding: Finding): Advice {
  switch (finding.kind) {
    case 'guild_permission': {
      const list = permissionList(finding.permissions);
      return {
        problem: { fr: `Il me manque sur ce serveur : ${list.fr}.`, en: `On this server I lack: ${list.en}.` },
        fix: {
          fr: 'Ouvrez Paramètres du serveur, puis Rôles, choisissez mon rôle et activez ces permissions.',
          en: 'Open Server Settings, then Roles, choose my role and turn these permissions on.',
        },
      };
    }
    case 'role_above':
      return {
        problem: {
          fr: `Le rôle ${roleMention(finding.roleId)} (${roleNames[finding.key].fr}) est placé au-dessus du mien : je ne peux ni le donner ni le retirer.`,
          en: `The role ${roleMention(finding.roleId)} (${roleNames[finding.key].en}) is above mine: I can neither give it nor take it away.`,
        },
        fix: {
          fr: 'Dans Paramètres du serveur, puis Rôles, faites glisser mon rôle au-dessus de celui-ci.',
          en: 'In Server Settings, then Roles, drag my role above this one.',
        },
      };
    case 'role_dangerous': {
      const list = permissionList(finding.permissions);
      return {
        problem: {
          fr: `Le rôle ${roleMention(finding.roleId)} (${roleNames[finding.key].fr}) donne ${list.fr}, et je le donne à chaque personne acceptée : elle a ce pouvoir sur le serveur.`,
          en: `The role ${roleMention(finding.roleId)} (${roleNames[finding.key].en}) gives ${list.en}, and I give it to each person who is accepted: they have that power over the server.`,
        },
        fix: {
          fr: 'Dans Paramètres du serveur, puis Rôles, retirez-lui ces permissions, ou choisissez un autre rôle avec `/configurer rôle`.',
          en: 'In Server Settings, then Roles, remove these permissions from it, or choose another role with `/setup role`.',
        },
      };
    }
    case 'role_deleted':
      return {
        problem: {
          fr: `Le rôle Discord attribué à « ${roleNames[finding.key].fr} » a été supprimé.`,
          en: `The Discord role bound to “${roleNames[finding.key].en}” was deleted.`,
        },
        fix: unless(finding.remedy, noRemedyForRole),
      };
    case 'role_unbound': {
      const list = (locale: Locale) => finding.keys.map((key) => roleNames[key][locale]).join(', ');
      return {
        problem: {
          fr: `Aucun rôle Discord n’est attribué à : ${list('fr')}.`,
          en: `No Discord role is bound to: ${list('en')}.`,
        },
        fix: finding.remedy
          ? {
              fr: 'Appuyez sur « Réparer » pour créer ce qui manque, ou choisissez un rôle existant avec `/configurer rôle`.',
              en: 'Press “Mend” to create what is missing, or choose an existing role with `/setup role`.',
            }
          : noRemedyForRole,
      };
    }
    case 'staff_hidden': {
      const list = permissionList(finding.permissions);
      return {
        problem: {
          fr: `Le rôle ${roleMention(finding.roleId)} (${roleNames[finding.key].fr}) n’a pas ${list.fr} : Discord lui cache les commandes de l’équipe.`,
          en: `The role ${roleMention(finding.roleId)} (${roleNames[finding.key].en}) lacks ${list.en}: Discord hides staff commands from it.`,
        },
        fix: {
          fr: 'Activez cette permission dans Paramètres du serveur, puis Rôles. Les boutons, eux, fonctionnent déjà.',
          en: 'Turn this permission on in Server Settings, then Roles. Buttons already work.',
        },
      };
    }
    case 'channel_deleted':
      return {
        problem: {
          fr: `Le salon choisi pour \`${finding.key}\` a été supprimé.`,
          en: `The channel chosen for \`${finding.key}\` was deleted.`,
        },
        fix: unless(finding.remedy, noRemedyForChannel),
      };
    case 'channel_unbound': {
      const list = finding.keys.map((key) => `\`${key}\``).join(', ');
      return {
        problem: { fr: `Aucun salon n’est choisi pour : ${list}.`, en: `No channel is chosen for: ${list}.` },
        fix: finding.remedy
          ? {
              fr: 'Appuyez sur « Réparer » pour créer ce qui manque, ou choisissez un salon existant avec `/configurer salon`.',
              en: 'Press “Mend” to create what is missing, or choose an existing channel with `/setup channel`.',
            }
          : noRemedyForChannel,
      };
    }
    case 'channel_kind':
      return {
        problem:
          finding.expected === 'forum'
            ? {
                fr: `${channelMention(finding.channelId)} (\`${finding.key}\`) devrait être un forum.`,
                en: `${channelMention(finding.channelId)} (\`${finding.key}\`) should be a forum.`,
              }
            : {
                fr: `${channelMention(finding.channelId)} (\`${finding.key}\`) devrait être un salon textuel.`,
                en: `${channelMention(finding.channelId)} (\`${finding.key}\`) should be a text channel.`,
              },
        fix: {
          fr: 'Choisissez un autre salon avec `/configurer salon`.',
          en: 'Choose another channel with `/setup channel`.',
        },
      };
    case 'channel_permission': {
      const list = permissionList(finding.permissions);
      return {
        problem: {
          fr: `Dans ${channelMention(finding.channelId)} (\`${finding.key}\`), il me manque : ${list.fr}.`,
          en: `In ${channelMention(finding.channelId)} (\`${finding.key}\`) I lack: ${list.en}.`,
        },
        fix: unless(finding.remedy, {
          fr: 'Dans les paramètres de ce salon, Permissions, ajoutez mon rôle et autorisez-les.',
          en: 'In this channel’s settings, Permissions, add my role and allow them.',
        }),
      };
    }
    case 'channel_public':
      return {
        problem: {
          fr: `${channelMention(finding.channelId)} (\`${finding.key}\`) contient des données personnelles et tout le monde peut le lire.`,
          en: `${channelMention(finding.channelId)} (\`${finding.key}\`) holds personal data and everybody can read it.`,
        },
        fix: unless(finding.remedy, {
          fr: 'Dans les paramètres de ce salon, Permissions, rendez-le privé.',
          en: 'In this channel’s settings, Permissions, make it private.',
        }),
      };
    case 'channel_hidden': {
      const roles = finding.roleIds.slice(0, 5).map(roleMention).join(', ');
      return {
        problem: {
          fr: `${channelMention(finding.channelId)} (\`${finding.key}\`) est invisible pour ${roles}, qui devraient le voir.`,
          en: `${channelMention(finding.channelId)} (\`${finding.key}\`) is hidden from ${roles}, who should see it.`,
        },
        fix: unless(finding.remedy, {
          fr: 'Dans les paramètres de ce salon, Permissions, ajoutez ces rôles.',
          en: 'In this channel’s settings, Permissions, add these roles.',
        }),
      };
    }
    case 'panel_missing':
      return {
        problem: {
          fr: `Le message que je garde dans ${channelMention(finding.channelId)} (\`${finding.key}\`) n’y est pas.`,
          en: `The message that I keep in ${channelMention(finding.channelId)} (\`${finding.key}\`) is not there.`,
        },
        fix: unless(finding.remedy, {
          fr: 'Autorisez-moi à voir ce salon et à y écrire : je le publierai de nouveau.',
          en: 'Allow me to see this channel and to write there: I will post it again.',
        }),
      };
    case 'intent_off':
      return {
        problem:
          finding.intent === 'members'
            ? {
                fr: 'Discord ne me prévient pas des arrivées et des départs : l’option « Server Members Intent » est désactivée.',
                en: 'Discord does not tell me who joins and leaves: the option “Server Members Intent” is off.',
              }
            : {
                fr: 'Discord me cache le texte des messages : l’option « Message Content Intent » est désactivée.',
                en: 'Discord hides the text of messages from me: the option “Message Content Intent” is off.',
              },
        fix: {
          fr: 'Sur discord.com/developers, ouvrez l’application, page Bot, et activez cette option, puis redémarrez le bot.',
          en: 'On discord.com/developers, open the application, page Bot, turn this option on, then restart the bot.',
        },
      };
    case 'commands_not_deployed':
      return {
        problem: { fr: 'Mes commandes ne sont pas à jour dans Discord.', en: 'My commands are not up to date in Discord.' },
        fix: willMend,
      };
    case 'task_dead':
      return {
        problem: {
          fr: `${finding.count} ${plural(finding.count, 'tâche a échoué', 'tâches ont échoué')} trop de fois : \`${finding.name}\`.`,
          en: `${finding.count} ${plural(finding.count, 'task has', 'tasks have')} failed too often: \`${finding.name}\`.`,
        },
        fix: {
          fr: 'Corrigez d’abord le reste, puis appuyez sur « Réparer » pour réessayer.',
          en: 'Correct the rest first, then press “Mend” to try again.',
        },
      };
    case 'queue_late':
      return {
        problem: {
          fr: `Les tâches ont ${finding.seconds} secondes de retard.`,
          en: `Tasks are ${finding.seconds} seconds late.`,
        },
        fix: {
          fr: 'Attendez quelques minutes. Si le retard grandit, la personne qui héberge le bot doit regarder son journal.',
          en: 'Wait a few minutes. If they get later, whoever hosts the bot should look at its log.',
        },
      };
    case 'database_slow':
      return {
        problem: {
          fr: `La base de données met ${finding.milliseconds} millisecondes à répondre.`,
          en: `The database takes ${finding.milliseconds} milliseconds to answer.`,
        },
        fix: {
          fr: 'La personne qui héberge le bot doit vérifier la charge et le disque de la base.',
          en: 'Whoever hosts the bot should check the load and the disk of the database.',
        },
      };
    case 'feature':
      return finding.advice;
    case 'fault': {
      const refusal = refusalOf(finding.code);
      const times: Text =
        finding.count > 1 ? { fr: `${finding.count} fois`, en: `${finding.count} times` } : { fr: 'une fois', en: 'once' };
      return {
        problem: {
          fr: `Discord a refusé ${times.fr} \`${finding.key}\` : ${refusal.fr}.`,
          en: `Discord refused \`${finding.key}\` ${times.en}: ${refusal.en}.`,
        },
        fix: {
          fr: 'Corrigez d’abord les permissions signalées ici, puis appuyez sur « Réparer » pour effacer ce refus.',
          en: 'Correct the permissions named here first, then press “Mend” to clear this refusal.',
        },
      };
    }
  }
}
