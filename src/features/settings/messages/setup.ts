import type { ChannelNeed } from '../../../kernel/feature.ts';
import { type RoleKey, roleNames } from '../../../kernel/role.ts';
import { escapeMarkdown, type Locale, type Text, UserError } from '../../../kernel/text.ts';
import type { ChannelProblem, RoleProblem } from '../rules/binding.ts';
import { permissionList } from './permissions.ts';

export const languages = {
  fr: { fr: 'Français', en: 'French' },
  en: { fr: 'Anglais', en: 'English' },
} satisfies Record<Locale, Text>;

export const feature: Text = {
  fr: 'Les réglages du serveur : rôles, salons, langue, fuseau horaire, et leur diagnostic.',
  en: 'The server’s settings: roles, channels, language, time zone, and their diagnostic.',
};

export const commandTexts = {
  auto: {
    name: { fr: 'configurer auto', en: 'setup auto' },
    description: {
      fr: 'Créer et choisir tout ce qui manque : rôles et salons',
      en: 'Create and bind whatever is missing: roles and channels',
    },
  },
  role: {
    name: { fr: 'configurer rôle', en: 'setup role' },
    description: { fr: 'Attribuer un rôle Discord à une fonction', en: 'Bind a Discord role to a role of the bot' },
  },
  channel: {
    name: { fr: 'configurer salon', en: 'setup channel' },
    description: { fr: 'Choisir le salon d’un usage', en: 'Choose the channel of a use' },
  },
  show: {
    name: { fr: 'configurer voir', en: 'setup show' },
    description: { fr: 'Voir tous les réglages', en: 'See all settings' },
  },
  language: {
    name: { fr: 'configurer langue', en: 'setup language' },
    description: { fr: 'Choisir la langue des messages publics', en: 'Choose the language of public messages' },
  },
  timezone: {
    name: { fr: 'configurer fuseau', en: 'setup timezone' },
    description: { fr: 'Choisir le fuseau horaire du serveur', en: 'Choose the time zone of the server' },
  },
  diagnostic: {
    name: { fr: 'diagnostic', en: 'diagnostic' },
    description: { fr: 'Trouver ce qui ne va pas, et comment le réparer', en: 'Find what is wrong, and how to mend it' },
  },
} satisfies Record<string, { name: Text; description: Text }>;

export const optionTexts = {
  roleKey: { fr: 'fonction', description: { fr: 'La fonction, pour le bot', en: 'The role of the bot' } },
  role: { fr: 'rôle', description: { fr: 'Le rôle Discord', en: 'The Discord role' } },
  channelKey: { fr: 'usage', description: { fr: 'Ce à quoi sert le salon', en: 'What the channel is for' } },
  channel: { fr: 'salon', description: { fr: 'Le salon Discord', en: 'The Discord channel' } },
  language: { fr: 'langue', description: { fr: 'La langue', en: 'The language' } },
  timezone: { fr: 'fuseau', description: { fr: 'Par exemple Europe/Paris', en: 'For example Europe/Paris' } },
} satisfies Record<string, { fr: string; description: Text }>;

const channelMention = (id: string) => `<#${id}>`;
const roleMention = (id: string) => `<@&${id}>`;

export const text = {
  title: { fr: 'Réglages du serveur', en: 'Server settings' },
  roles: { fr: 'Rôles', en: 'Roles' },
  channels: { fr: 'Salons', en: 'Channels' },
  unbound: { fr: '*à choisir*', en: '*to be chosen*' },
  deleted: { fr: '*supprimé de Discord*', en: '*deleted from Discord*' },
  more: (count: number): Text => ({ fr: `et ${count} de plus`, en: `and ${count} more` }),
  general: (language: Text, timeZone: string): Text => ({
    fr: `Langue des messages publics : **${language.fr}**\nFuseau horaire : **${timeZone}**`,
    en: `Language of public messages: **${language.en}**\nTime zone: **${timeZone}**`,
  }),
  howToFill: {
    fr: 'Pour créer ce qui manque : `/configurer auto`. Pour choisir un rôle ou un salon, ou cesser de l’utiliser : `/configurer rôle`, `/configurer salon`.',
    en: 'To create what is missing: `/setup auto`. To choose a role or a channel, or to stop using it: `/setup role`, `/setup channel`.',
  },
  roleBound: (roleId: string, key: RoleKey): Text => ({
    fr: `${roleMention(roleId)} joue maintenant le rôle « ${roleNames[key].fr} ».`,
    en: `${roleMention(roleId)} now plays the role “${roleNames[key].en}”.`,
  }),
  roleUnbound: (roleId: string, key: RoleKey): Text => ({
    fr: `${roleMention(roleId)} ne joue plus le rôle « ${roleNames[key].fr} ». Le rôle Discord et les personnes qui le portent n’ont pas changé.`,
    en: `${roleMention(roleId)} no longer plays the role “${roleNames[key].en}”. The Discord role and those who hold it have not changed.`,
  }),
  channelBound: (channelId: string, need: ChannelNeed): Text => ({
    fr: `${channelMention(channelId)} sert maintenant à \`${need.key}\` : ${need.topic.fr}`,
    en: `${channelMention(channelId)} now serves \`${need.key}\`: ${need.topic.en}`,
  }),
  channelUnbound: (channelId: string, key: string): Text => ({
    fr: `${channelMention(channelId)} ne sert plus à \`${key}\`. Le salon et ses messages n’ont pas changé.`,
    en: `${channelMention(channelId)} no longer serves \`${key}\`. The channel and its messages have not changed.`,
  }),
  channelLacks: (permissions: readonly string[]): Text => ({
    fr: `**Attention :** dans ce salon, il me manque ${permissionList(permissions).fr}. Ajoutez-les dans ses paramètres, Permissions, ou lancez \`/diagnostic\`.`,
    en: `**Warning:** in this channel I lack ${permissionList(permissions).en}. Add them in its settings, Permissions, or run \`/diagnostic\`.`,
  }),
  unbind: { fr: 'Ne plus l’utiliser', en: 'Stop using it' },
  languageChosen: (language: Text): Text => ({
    fr: `Les messages publics du bot seront en **${language.fr.toLowerCase()}**. Chaque personne garde la langue de son Discord pour ce qui lui est adressé.`,
    en: `The bot’s public messages will be in **${language.en}**. Each person keeps the language of their Discord for what is meant for them.`,
  }),
  timeZoneChosen: (timeZone: string): Text => ({
    fr: `Les dates et les heures suivent maintenant **${timeZone}**.`,
    en: `Dates and times now follow **${timeZone}**.`,
  }),
  diagnose: { fr: 'Diagnostic', en: 'Diagnostic' },
  mend: { fr: 'Réparer', en: 'Mend' },
  again: { fr: 'Vérifier de nouveau', en: 'Check again' },
  toKnow: { fr: '**À savoir**', en: '**Good to know**' },
  healthy: {
    fr: 'Tout va bien : rien à signaler.',
    en: 'All is well: nothing to report.',
  },
  diagnosticTitle: (count: number): Text => ({
    fr: count === 0 ? 'Diagnostic' : `Diagnostic : ${count} ${count > 1 ? 'points' : 'point'} à voir`,
    en: count === 0 ? 'Diagnostic' : `Diagnostic: ${count} ${count > 1 ? 'things' : 'thing'} to look at`,
  }),
  mendable: (count: number): Text => ({
    fr: count > 1 ? `Je peux réparer ${count} de ces points moi-même.` : 'Je peux réparer un de ces points moi-même.',
    en: count > 1 ? `I can mend ${count} of these myself.` : 'I can mend one of these myself.',
  }),
  otherFindings: (count: number): Text => ({
    fr: `… et ${count} de plus, après ceux-ci.`,
    en: `… and ${count} more, after these.`,
  }),
  mendUnfinished: {
    fr: 'La réparation continue. Vérifiez de nouveau dans une minute.',
    en: 'Mending goes on. Check again in a minute.',
  },
  faultsTold: (count: number): Text => ({
    fr:
      count > 1
        ? `Discord m’a refusé ${count} actions. Rien n’est perdu, mais il faut un réglage :`
        : 'Discord m’a refusé une action. Rien n’est perdu, mais il faut un réglage :',
    en:
      count > 1
        ? `Discord refused me ${count} actions. Nothing is lost, but a setting is needed:`
        : 'Discord refused me an action. Nothing is lost, but a setting is needed:',
  }),
  faultLine: (name: string, refusal: Text, count: number): Text => ({
    fr: `- \`${name}\` : ${refusal.fr}${count > 1 ? ` (${count} fois)` : ''}`,
    en: `- \`${name}\`: ${refusal.en}${count > 1 ? ` (${count} times)` : ''}`,
  }),
  homeSettings: { fr: 'Les rôles et les salons du bot sur ce serveur.', en: 'The bot’s roles and channels on this server.' },
  settingsButton: { fr: 'Réglages', en: 'Settings' },
  homeDiagnose: { fr: 'Vérifier que tout fonctionne.', en: 'Check that everything works.' },
  homeUnfinished: (roles: number, channels: number): Text => ({
    fr: `La configuration n’est pas terminée : il reste à choisir ${[
      roles > 0 ? `${roles} ${roles > 1 ? 'rôles' : 'rôle'}` : '',
      channels > 0 ? `${channels} ${channels > 1 ? 'salons' : 'salon'}` : '',
    ]
      .filter((part) => part !== '')
      .join(' et ')}.`,
    en: `The set-up is not finished: ${[
      roles > 0 ? `${roles} ${roles > 1 ? 'roles' : 'role'}` : '',
      channels > 0 ? `${channels} ${channels > 1 ? 'channels' : 'channel'}` : '',
    ]
      .filter((part) => part !== '')
      .join(' and ')} still to be chosen.`,
  }),
  homeFaults: (count: number): Text => ({
    fr: count > 1 ? `Discord a refusé ${count} actions du bot.` : 'Discord a refusé une action du bot.',
    en: count > 1 ? `Discord refused ${count} actions of the bot.` : 'Discord refused an action of the bot.',
  }),
  purpose: {
    fr: 'Savoir qui a lancé une configuration, pour lui répondre et en garder la trace.',
    en: 'To know who started a set-up, to answer them and keep a record.',
  },
  retention: { fr: '30 jours après la fin de la configuration.', en: '30 days after the end of the set-up.' },
};

const fixOfRole = (name: string, problem: RoleProblem): Text => {
  const shown = escapeMarkdown(name);
  switch (problem.why) {
    case 'everyone':
      return {
        fr: 'Le rôle @everyone est porté par tout le monde : il ne peut jouer aucune fonction. Choisissez un autre rôle.',
        en: 'Everybody holds the role @everyone: it cannot play any part. Choose another role.',
      };
    case 'managed':
      return {
        fr: `Le rôle « ${shown} » est géré par une intégration (un bot, les boosts…) : personne ne peut le donner. Choisissez un autre rôle.`,
        en: `The role “${shown}” is managed by an integration (a bot, boosts…): nobody can give it. Choose another role.`,
      };
    case 'above':
      return {
        fr: `Le rôle « ${shown} » est au-dessus du mien : je ne pourrais pas le donner. Dans Paramètres du serveur, puis Rôles, faites glisser mon rôle au-dessus de « ${shown} », puis recommencez.`,
        en: `The role “${shown}” is above mine: I could not give it. In Server Settings, then Roles, drag my role above “${shown}”, then try again.`,
      };
    case 'dangerous': {
      const list = permissionList(problem.permissions);
      return {
        fr: `Le rôle « ${shown} » donne ${list.fr}, et le bot le donne à chaque personne acceptée : elle aurait ce pouvoir sur le serveur. Retirez-lui ces permissions, ou choisissez un autre rôle.`,
        en: `The role “${shown}” gives ${list.en}, and the bot gives it to each person who is accepted: they would have that power over the server. Remove these permissions, or choose another role.`,
      };
    }
    case 'contradictory':
      return {
        fr: `Le rôle « ${shown} » joue déjà « ${roleNames[problem.with].fr} » : qui recevrait l’un aurait les droits de l’autre. Choisissez un autre rôle, ou libérez d’abord celui-ci.`,
        en: `The role “${shown}” already plays “${roleNames[problem.with].en}”: whoever gets one would have the rights of the other. Choose another role, or free this one first.`,
      };
  }
};

export const roleRefused = (role: { name: string }, problem: RoleProblem) =>
  new UserError(`settings.role_${problem.why}`, fixOfRole(role.name, problem));

export const wrongChannel = (problem: ChannelProblem, need: ChannelNeed) =>
  problem === 'public'
    ? new UserError('settings.channel_public', {
        fr: `Ce salon est visible par tout le monde, et \`${need.key}\` contient des données personnelles. Rendez-le privé dans ses paramètres, Permissions, puis recommencez ; ou laissez-moi en créer un avec \`/configurer auto\`.`,
        en: `Everybody can see this channel, and \`${need.key}\` holds personal data. Make it private in its settings, Permissions, then try again; or let me create one with \`/setup auto\`.`,
      })
    : new UserError(
        'settings.channel_kind',
        need.kind === 'forum'
          ? { fr: `Pour \`${need.key}\`, choisissez un forum.`, en: `For \`${need.key}\`, choose a forum.` }
          : { fr: `Pour \`${need.key}\`, choisissez un salon textuel.`, en: `For \`${need.key}\`, choose a text channel.` },
      );

export const unknownNeed = (keys: readonly string[]) => {
  const list = keys.map((key) => `\`${key}\``).join(', ');
  return new UserError('settings.unknown_need', {
    fr: `Je ne connais pas cet usage. Choisissez parmi : ${list}.`,
    en: `I do not know this use. Choose among: ${list}.`,
  });
};

export const unknownTimeZone = (typed: string) =>
  new UserError('settings.unknown_timezone', {
    fr: `Je ne connais pas le fuseau « ${escapeMarkdown(typed.slice(0, 50))} ». Choisissez dans la liste qui s’affiche en tapant, par exemple \`Europe/Paris\`.`,
    en: `I do not know the time zone “${escapeMarkdown(typed.slice(0, 50))}”. Choose from the list that appears as you type, for example \`Europe/Paris\`.`,
  });

export const roleGone = () =>
  new UserError('settings.role_gone', {
    fr: 'Ce rôle n’existe plus sur ce serveur. Choisissez-en un autre.',
    en: 'This role no longer exists on this server. Choose another one.',
  });

export const channelGone = () =>
  new UserError('settings.channel_gone', {
    fr: 'Je ne vois pas ce salon : il n’existe plus, ou il m’est caché. Donnez-moi la permission de le voir, ou choisissez-en un autre.',
    en: 'I cannot see this channel: it no longer exists, or it is hidden from me. Let me see it, or choose another one.',
  });

export const notBound = () =>
  new UserError('settings.not_bound', {
    fr: 'Ce n’était déjà plus utilisé. `/configurer voir` montre l’état actuel.',
    en: 'It was no longer in use. `/setup show` shows the present state.',
  });
