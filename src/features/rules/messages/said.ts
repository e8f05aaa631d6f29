import { writeSeconds } from '../../../kernel/lapse.ts';
import { counted, cut, escapeMarkdown, type Locale, s } from '../../../kernel/text.ts';
import type { Action, Condition, Draft, Event, Exemptions, Trigger } from '../rules/rule.ts';
import { choiceLabel } from './field.ts';
import { actions as actionNames, conditions as conditionNames, triggers as triggerNames } from './kind.ts';

/** What a rule says, in plain words. */

const mostQuoted = 4;

const list = (parts: readonly string[], word: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
const or: Record<Locale, string> = { fr: 'ou', en: 'or' };
const and: Record<Locale, string> = { fr: 'et', en: 'and' };

const quote = (values: readonly string[], locale: Locale): string => {
  const [open, close] = locale === 'fr' ? ['« ', ' »'] : ['“', '”'];
  const shown = values.slice(0, mostQuoted).map((value) => `${open}${escapeMarkdown(cut(value, 40))}${close}`);
  const more = values.length - shown.length;
  return more > 0
    ? `${shown.join(', ')} ${locale === 'fr' ? `et ${counted(more, 'autre', 'autres')}` : `and ${counted(more, 'other', 'others')}`}`
    : list(shown, or[locale]);
};
const mentions = (ids: readonly string[], sign: '#' | '@&' | '@', locale: Locale): string => {
  const shown = ids.slice(0, mostQuoted).map((id) => `<${sign}${id}>`);
  const more = ids.length - shown.length;
  return list(
    [...shown, ...(more > 0 ? [locale === 'fr' ? counted(more, 'autre', 'autres') : counted(more, 'other', 'others')] : [])],
    and[locale],
  );
};
const time = (seconds: number, locale: Locale): string => {
  const written = writeSeconds(seconds);
  return locale === 'fr' ? written : written.replace(/ j\b/g, ' d');
};
const choice = (value: string, locale: Locale): string => choiceLabel(value)[locale].toLowerCase();

export function saidTrigger(trigger: Trigger, locale: Locale): string {
  const fr = locale === 'fr';
  switch (trigger.kind) {
    case 'words':
      return `${fr ? 'le texte contient' : 'the text has'} ${quote(trigger.words, locale)} (${choice(trigger.match, locale)})`;
    case 'expression':
      return `${fr ? 'le texte correspond à' : 'the text matches'} ${quote(trigger.expressions, locale)}`;
    case 'name':
      return `${fr ? 'le nom de la personne contient' : 'the name of the person has'} ${quote(trigger.words, locale)}`;
    case 'link':
      return fr
        ? `${counted(trigger.least, 'lien', 'liens')} ou plus vers des sites non autorisés`
        : `${counted(trigger.least, 'link', 'links')} or more to sites that are not allowed`;
    case 'blocked_link': {
      const own = trigger.domains.length > 0 ? quote(trigger.domains, locale) : '';
      const shared = trigger.useList ? (fr ? 'la liste du serveur' : 'the server’s list') : '';
      return `${fr ? 'un lien vers' : 'a link to'} ${list([own, shared].filter(Boolean), or[locale])}`;
    }
    case 'mentions':
      return fr
        ? `${counted(trigger.least, 'mention', 'mentions')} ou plus`
        : `${counted(trigger.least, 'mention', 'mentions')} or more`;
    case 'duplicates':
      return fr
        ? `le même message ${trigger.least} fois en ${time(trigger.seconds, locale)} (${choice(trigger.scope, locale)})`
        : `the same message ${trigger.least} times in ${time(trigger.seconds, locale)} (${choice(trigger.scope, locale)})`;
    case 'burst':
      return fr
        ? `${trigger.least} messages en ${time(trigger.seconds, locale)} (${choice(trigger.scope, locale)})`
        : `${trigger.least} messages in ${time(trigger.seconds, locale)} (${choice(trigger.scope, locale)})`;
    case 'attachments':
      return fr
        ? `${counted(trigger.least, 'fichier', 'fichiers')} ou plus`
        : `${counted(trigger.least, 'file', 'files')} or more`;
    case 'files': {
      const kinds = trigger.families.map((family) => choice(family, locale));
      return `${fr ? 'un fichier de ce genre :' : 'a file of this kind:'} ${list([...kinds, ...trigger.extensions.slice(0, 6).map((one) => `.${one}`)], or[locale])}`;
    }
    case 'image':
      return fr
        ? `une image qui ressemble à ${[...(trigger.useList ? ['celles du serveur (`/regle listes`)'] : []), ...(trigger.hashes.length > 0 ? [counted(trigger.hashes.length, 'image donnée', 'images données')] : [])].join(' ou ')}`
        : `an image that resembles ${[...(trigger.useList ? ['those of the server (`/rule lists`)'] : []), ...(trigger.hashes.length > 0 ? [counted(trigger.hashes.length, 'given image', 'given images')] : [])].join(' or ')}`;
    case 'spoilers':
      return fr
        ? `${counted(trigger.least, 'passage caché', 'passages cachés')} ou plus`
        : `${counted(trigger.least, 'spoiler', 'spoilers')} or more`;
    case 'capitals':
      return fr
        ? `${trigger.share} % de majuscules ou plus, sur ${counted(trigger.letters, 'lettre', 'lettres')} au moins`
        : `${trigger.share}% capitals or more, of ${counted(trigger.letters, 'letter', 'letters')} at least`;
    case 'zalgo':
      return fr
        ? `${counted(trigger.marks, 'signe empilé', 'signes empilés')} ou plus`
        : `${counted(trigger.marks, 'stacked mark', 'stacked marks')} or more`;
    case 'emoji':
      return fr ? `${counted(trigger.least, 'émoji', 'émojis')} ou plus` : `${trigger.least} emoji or more`;
    case 'lines':
      return fr ? `${counted(trigger.least, 'ligne', 'lignes')} ou plus` : `${counted(trigger.least, 'line', 'lines')} or more`;
    case 'repetition':
      return fr ? `la même chose répétée ${trigger.least} fois` : `the same repeated ${trigger.least} times`;
    case 'hidden':
      return fr
        ? `${counted(trigger.least, 'caractère invisible', 'caractères invisibles')} ou plus`
        : `${counted(trigger.least, 'invisible character', 'invisible characters')} or more`;
    case 'new_account':
      return fr
        ? `un compte de moins de ${counted(trigger.days, 'jour', 'jours')}`
        : `an account of less than ${counted(trigger.days, 'day', 'days')}`;
    case 'join_rate':
      return fr
        ? `${trigger.least} arrivées en ${time(trigger.seconds, locale)}`
        : `${trigger.least} joins in ${time(trigger.seconds, locale)}`;
    case 'similar_names':
      return fr
        ? `${trigger.least} arrivées aux noms semblables en ${time(trigger.seconds, locale)}`
        : `${trigger.least} joins with similar names in ${time(trigger.seconds, locale)}`;
    case 'secret':
      return `${fr ? 'un secret publié :' : 'a leaked secret:'} ${list(
        trigger.secrets.map((one) => choice(one, locale)),
        or[locale],
      )}`;
    case 'honeypot':
      return `${fr ? 'un message dans le salon piège' : 'a message in the trap channel'} ${mentions(trigger.channelIds, '#', locale)}`;
    case 'job_spam':
    case 'phishing':
    case 'spam':
      return fr
        ? `${triggerNames[trigger.kind].name.fr.toLowerCase()} (prudence ${trigger.score} sur 100)`
        : `${triggerNames[trigger.kind].name.en.toLowerCase()} (caution ${trigger.score} of 100)`;
    default:
      return triggerNames[trigger.kind].name[locale].toLowerCase();
  }
}

export function saidCondition(condition: Condition, locale: Locale): string {
  const fr = locale === 'fr';
  const positive = ((): string => {
    switch (condition.kind) {
      case 'channels':
        return `${fr ? 'dans' : 'in'} ${mentions(condition.ids, '#', locale)}`;
      case 'categories':
        return `${fr ? 'dans la catégorie' : 'in the category'} ${mentions(condition.ids, '#', locale)}`;
      case 'roles':
        return `${fr ? 'la personne a' : 'the person has'} ${choice(condition.which, locale)} : ${mentions(condition.ids, '@&', locale)}`;
      case 'member_age':
        return fr
          ? `sur le serveur depuis moins de ${condition.days} jour${s(condition.days)}`
          : `on the server for less than ${condition.days} day${s(condition.days)}`;
      case 'account_age':
        return fr
          ? `compte de moins de ${condition.days} jour${s(condition.days)}`
          : `account of less than ${condition.days} day${s(condition.days)}`;
      case 'length':
        return fr
          ? `${condition.least} caractère${s(condition.least)} au moins`
          : `${condition.least} character${s(condition.least)} at least`;
      case 'raid':
        return fr
          ? `alerte du serveur au moins « ${choice(condition.level, locale)} »`
          : `alert of the server at least “${choice(condition.level, locale)}”`;
      case 'hours':
        return fr ? `de ${condition.from} h à ${condition.to} h` : `from ${condition.from}:00 to ${condition.to}:00`;
      case 'weekdays':
        return list(
          condition.days.map((one) => choice(one, locale)),
          or[locale],
        );
      default:
        return conditionNames[condition.kind].name[locale].toLowerCase();
    }
  })();
  return condition.not ? `${fr ? 'sauf si' : 'unless'} ${positive}` : positive;
}

export function saidAction(action: Action, locale: Locale): string {
  const fr = locale === 'fr';
  const name = actionNames[action.kind].name[locale].toLowerCase();
  switch (action.kind) {
    case 'warn':
      return `${name} (${fr ? 'gravité' : 'severity'} : ${choice(action.severity, locale)})`;
    case 'timeout':
      return `${name} : ${time(action.seconds, locale)}`;
    case 'add_role':
    case 'remove_role':
      return `${name} <@&${action.roleId}>`;
    case 'slow_mode':
      return `${name} (${time(action.interval, locale)} ${fr ? 'entre deux messages, pendant' : 'between two messages, for'} ${time(action.seconds, locale)})`;
    case 'lock':
      return `${name} : ${time(action.seconds, locale)}`;
    case 'raise':
      return `${name} : ${choice(action.level, locale)}`;
    case 'alert':
      return action.call ? `${name} (${fr ? 'avec une mention' : 'with a mention'})` : name;
    case 'points':
      return fr ? `ajouter ${counted(action.points, 'point', 'points')}` : `add ${counted(action.points, 'point', 'points')}`;
    case 'dm':
      return action.text === '' ? name : `${name} : ${quote([action.text], locale)}`;
    default:
      return name;
  }
}

const whens: Record<Event, Record<Locale, string>> = {
  message: { fr: 'un message est écrit', en: 'a message is written' },
  edit: { fr: 'un message est modifié', en: 'a message is edited' },
  join: { fr: 'une personne arrive', en: 'somebody joins' },
  automod: { fr: 'AutoMod intervient', en: 'AutoMod acts' },
};

const exempted = ({ roleIds, channelIds, userIds, staff }: Exemptions, locale: Locale): string[] => [
  ...(staff ? [locale === 'fr' ? 'l’équipe et la modération' : 'staff and moderators'] : []),
  ...(roleIds.length > 0 ? [mentions(roleIds, '@&', locale)] : []),
  ...(channelIds.length > 0 ? [mentions(channelIds, '#', locale)] : []),
  ...(userIds.length > 0 ? [mentions(userIds, '@', locale)] : []),
];

/** `Quand un message est écrit et que …, alors …` One line each, so that it can be read aloud. */
export function saidRule(draft: Draft, locale: Locale): string {
  const fr = locale === 'fr';
  const nothing = fr ? '*rien pour l’instant*' : '*nothing yet*';
  const line = (label: string, parts: readonly string[]): string =>
    parts.length === 0
      ? `**${label}** ${nothing}`
      : parts.length === 1
        ? `**${label}** ${parts[0]}`
        : `**${label}**\n${parts.map((part) => `- ${part}`).join('\n')}`;
  const triggers = draft.triggers.map((one) => saidTrigger(one, locale));
  const conditions = draft.conditions.map((one) => saidCondition(one, locale));
  const actions = draft.actions.map((one) => saidAction(one, locale));
  const spared = exempted(draft.exemptions, locale);
  const { counter, cooldownSeconds } = draft;
  return [
    line(
      fr ? 'Quand' : 'When',
      [
        list(
          draft.on.map((event) => whens[event][locale]),
          or[locale],
        ),
      ].filter(Boolean),
    ),
    line(
      triggers.length > 1
        ? fr
          ? 'et qu’on y trouve l’un de :'
          : 'and one of these is there:'
        : fr
          ? 'et qu’on y trouve'
          : 'and there is',
      triggers,
    ),
    ...(conditions.length > 0
      ? [
          line(
            conditions.length > 1
              ? fr
                ? 'à toutes ces conditions :'
                : 'on all these conditions:'
              : fr
                ? 'à condition :'
                : 'on condition:',
            conditions,
          ),
        ]
      : []),
    line(actions.length > 1 ? (fr ? 'alors :' : 'then:') : fr ? 'alors' : 'then', actions),
    ...(spared.length > 0 ? [`**${fr ? 'Sauf pour' : 'Except for'}** ${list(spared, and[locale])}`] : []),
    ...(counter
      ? [
          fr
            ? `**Compteur** ${quote([counter.name], locale)} : +${counter.add} à chaque fois, −${counter.decayPerHour} par heure ; les actions commencent à ${counter.at}.`
            : `**Counter** ${quote([counter.name], locale)}: +${counter.add} each time, −${counter.decayPerHour} an hour; the actions begin at ${counter.at}.`,
        ]
      : []),
    ...(cooldownSeconds > 0
      ? [
          fr
            ? `**Pause** après une action sur une personne : ${time(cooldownSeconds, locale)} (les messages sont toujours retirés).`
            : `**Pause** after an action on a person: ${time(cooldownSeconds, locale)} (messages are still removed).`,
        ]
      : []),
  ].join('\n');
}
