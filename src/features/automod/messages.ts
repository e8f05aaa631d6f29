import { bold, counted, plural, type Text, UserError } from '../../kernel/text.ts';
import type { Place, Reason, ReasonCode } from './rules/account.ts';
import type { Kind } from './rules/native.ts';

export const text = {
  feature: { fr: 'Les règles confiées à Discord', en: 'The rules that Discord runs' },
  purpose: {
    fr: 'Arrêter certains messages avant leur publication. Cette partie ne conserve rien sur les personnes.',
    en: 'To stop some messages before they are posted. This part keeps nothing about people.',
  },
  retention: {
    fr: 'Rien n’est conservé ici.',
    en: 'Nothing is kept here.',
  },

  command: { fr: 'Voir et choisir ce que Discord arrête lui-même', en: 'See and choose what Discord stops by itself' },
  modeOption: {
    fr: 'Confier à Discord ce qu’il sait faire, ou tout garder ici',
    en: 'Let Discord run what it can, or keep it all here',
  },
  modes: { on: { fr: 'Confier à Discord', en: 'Let Discord run them' }, off: { fr: 'Tout garder ici', en: 'Keep them here' } },
  title: { fr: 'Les règles et AutoMod de Discord', en: 'The rules and Discord’s AutoMod' },
  about: {
    fr: 'AutoMod, intégré à Discord, arrête un message avant que quiconque le lise, même quand le bot est arrêté. Il ne connaît ni les mots déguisés, ni vos conditions, et regarde aussi les citations et le code. Vos règles continuent d’agir sur tout ce qui passe.',
    en: 'AutoMod, built into Discord, stops a message before anybody reads it, also while the bot is down. It knows neither disguised words nor your conditions, and looks at quotes and code as well. Your rules go on acting on all that passes.',
  },
  isOn: { fr: 'Discord agit en premier, là où il le peut.', en: 'Discord acts first, where it can.' },
  isOff: {
    fr: 'Discord n’agit pas : tout est fait par le bot. Voici ce qui changerait.',
    en: 'Discord does not act: the bot does it all. This is what would change.',
  },
  synced: (at: string): Text => ({ fr: `Vérifié ${at}.`, en: `Checked ${at}.` }),
  others: (count: number): Text => ({
    fr: `${counted(count, 'autre règle occupe', 'autres règles occupent')} une partie des places d’AutoMod ; le bot n’y touche pas.`,
    en: `${counted(count, 'other rule takes', 'other rules take')} some of AutoMod’s places; the bot leaves ${plural(count, 'it', 'them')} alone.`,
  }),
  refused: {
    fr: '**Discord refuse.** Il manque au bot une permission : `/diagnostic` dit laquelle.',
    en: '**Discord refuses.** The bot lacks a permission: `/diagnostic` says which.',
  },
  turnOn: { fr: 'Confier à Discord', en: 'Let Discord run them' },
  turnOff: { fr: 'Tout garder ici', en: 'Keep them here' },
  offWarning: {
    fr: '*Tout garder ici* retire d’AutoMod toutes les règles du bot, aussi celles que quelqu’un y a modifiées.',
    en: '*Keep them here* takes all the bot’s rules out of AutoMod, also those that somebody changed there.',
  },
  turnedOn: {
    fr: 'C’est noté : Discord aura ces règles dans quelques secondes, et elles suivront vos changements.',
    en: 'Done: Discord will have these rules within seconds, and they follow your changes.',
  },
  turnedOff: {
    fr: 'C’est noté : les règles du bot sont retirées d’AutoMod. Le bot continue de les appliquer.',
    en: 'Done: the bot’s rules leave AutoMod. The bot goes on applying them.',
  },
  noRules: {
    fr: 'Aucune règle n’est active. Créez-en une avec `/rule list` : ce que Discord peut en faire s’affichera ici.',
    en: 'No rule is active. Make one with `/rule list`: what Discord can do of it will show here.',
  },
  previous: { fr: 'Précédent', en: 'Previous' },
  next: { fr: 'Suivant', en: 'Next' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  moreReasons: (count: number): Text => ({
    fr: `et ${counted(count, 'autre raison', 'autres raisons')}`,
    en: `and ${counted(count, 'other reason', 'other reasons')}`,
  }),

  changed: (name: string): Text => ({
    fr: `La règle ${bold(name)} a été modifiée dans AutoMod.`,
    en: `The rule ${bold(name)} was changed in AutoMod.`,
  }),
  deleted: (name: string): Text => ({
    fr: `La règle ${bold(name)} a été supprimée d’AutoMod.`,
    en: `The rule ${bold(name)} was deleted from AutoMod.`,
  }),
  leftChanged: (name: string): Text => ({
    fr: `La règle ${bold(name)} reste comme quelqu’un l’a modifiée dans AutoMod.`,
    en: `The rule ${bold(name)} stays as somebody changed it in AutoMod.`,
  }),
  leftDeleted: (name: string): Text => ({
    fr: `La règle ${bold(name)} reste hors d’AutoMod.`,
    en: `The rule ${bold(name)} stays out of AutoMod.`,
  }),
  cardTitle: { fr: 'Une règle confiée à Discord a changé', en: 'A rule that Discord runs has changed' },
  cardNext: {
    fr: 'Le bot n’y touche plus, et continue d’appliquer vos propres règles. Une personne de l’administration choisit : la remettre comme le bot l’avait écrite, ou la laisser ainsi.',
    en: 'The bot leaves it alone, and goes on applying your own rules. An administrator chooses: put it back as the bot wrote it, or leave it so.',
  },
  cardSettled: {
    fr: 'C’est réglé : il n’y a plus rien à faire ici.',
    en: 'This is settled: nothing is left to do here.',
  },
  restore: { fr: 'Remettre', en: 'Put it back' },
  leave: { fr: 'Laisser ainsi', en: 'Leave it so' },
  restored: {
    fr: 'La règle sera remise dans quelques secondes, ou retirée si vos règles n’en ont plus besoin.',
    en: 'The rule will be put back within seconds, or taken away if your rules no longer need it.',
  },
  left: {
    fr: 'Elle reste ainsi. Pour revenir en arrière : `/setup automod`, puis *Remettre*.',
    en: 'It stays so. To go back: `/setup automod`, then *Put it back*.',
  },
  home: (count: number): Text => ({
    fr: `${counted(count, 'règle confiée à Discord a été modifiée ou supprimée', 'règles confiées à Discord ont été modifiées ou supprimées')} dans AutoMod`,
    en: `${counted(count, 'rule that Discord runs was changed or deleted', 'rules that Discord runs were changed or deleted')} in AutoMod`,
  }),
  homeButton: { fr: 'Voir et choisir', en: 'Look and choose' },

  /** What an author reads in place of their message: 150 characters, where several rules act. */
  held: {
    fr: 'Une règle automatique du serveur retient ce message. Écrivez-le autrement, ou demandez à l’équipe de modération.',
    en: 'An automatic rule of this server holds this message back. Put it in other words, or ask the moderators.',
  },
  paused: {
    fr: 'Une règle automatique retient ce message et vous met en pause un moment. Pour comprendre ou faire recours : /my cases.',
    en: 'An automatic rule holds this message back and pauses you for a while. To understand or appeal: /my cases.',
  },
} satisfies Record<string, Text | Record<string, Text> | ((...values: never[]) => Text)>;

export const kinds: Record<Kind, Text> = {
  words: { fr: 'Mots et liens', en: 'Words and links' },
  mentions: { fr: 'Mentions', en: 'Mentions' },
};

export const places: Record<Place, Text> = {
  discord: { fr: 'Discord d’abord', en: 'Discord first' },
  both: { fr: 'Discord en partie', en: 'Discord in part' },
  bot: { fr: 'Le bot seul', en: 'The bot alone' },
};

/** Why it is not for Discord, and what would change that where something would. */
const reasons: Record<ReasonCode, (count: number) => Text> = {
  shadow: () => ({ fr: 'elle est en observation', en: 'it is only watching' }),
  not_written: () => ({ fr: 'elle ne regarde pas les messages écrits', en: 'it does not look at what is written' }),
  conditions: () => ({ fr: 'Discord ne connaît pas ses conditions', en: 'Discord does not know its conditions' }),
  counter: () => ({ fr: 'Discord ne compte pas les récidives', en: 'Discord does not count repeats' }),
  people: (count) => ({
    fr: `elle épargne ${counted(count, 'personne', 'personnes')} : Discord n’épargne que des rôles et des salons`,
    en: `it spares ${counted(count, 'person', 'people')}: Discord spares roles and channels only`,
  }),
  exceptions: () => ({
    fr: 'elle a des exceptions, marquées comme erreurs, que Discord ne ferait pas',
    en: 'it has exceptions, marked as mistakes, which Discord would not make',
  }),
  cooldown: () => ({ fr: 'Discord ne laisse pas de répit entre deux pauses', en: 'Discord knows no rest between two timeouts' }),
  not_deleted: () => ({ fr: 'elle laisse le message en place', en: 'it leaves the message there' }),
  action: (count) => ({
    fr: `Discord ne sait pas faire ${plural(count, 'une', String(count))} de ses actions`,
    en: `Discord cannot do ${plural(count, 'one', String(count))} of its actions`,
  }),
  call: () => ({ fr: 'elle appelle la modération par une mention', en: 'it calls the moderators by a mention' }),
  no_channel: () => ({
    fr: 'le salon de modération manque : choisissez-le avec `/setup show`',
    en: 'the moderators’ channel is missing: choose it with `/setup show`',
  }),
  dm_long: () => ({
    fr: 'son message à la personne dépasse 150 caractères',
    en: 'its message to the person is over 150 characters',
  }),
  roles: (count) => ({
    fr: `elle épargne ${counted(count, 'rôle', 'rôles')}, Discord en prend 20`,
    en: `it spares ${counted(count, 'role', 'roles')}, Discord takes 20`,
  }),
  channels: (count) => ({
    fr: `elle épargne ${counted(count, 'salon', 'salons')}, Discord en prend 50`,
    en: `it spares ${counted(count, 'channel', 'channels')}, Discord takes 50`,
  }),
  channel_gone: () => ({
    fr: 'un salon épargné n’existe plus ou est un fil : retirez-le de la règle',
    en: 'a spared channel is gone or is a thread: take it out of the rule',
  }),
  trigger: (count) => ({
    fr: `Discord ne connaît pas ${plural(count, 'un', String(count))} de ses déclencheurs`,
    en: `Discord does not know ${plural(count, 'one', String(count))} of its triggers`,
  }),
  reading: () => ({
    fr: 'son expression cherche aussi les mots déguisés',
    en: 'its expression also looks for disguised words',
  }),
  expression: (count) => ({
    fr: `${counted(count, 'expression n’est', 'expressions ne sont')} pas de celles que Discord lit de la même façon`,
    en: `${counted(count, 'expression is', 'expressions are')} not read alike by Discord`,
  }),
  word: (count) => ({
    fr: `${counted(count, 'mot a', 'mots ont')} une étoile ou plus de 60 caractères`,
    en: `${counted(count, 'word has', 'words have')} a star or over 60 characters`,
  }),
  domain_long: (count) => ({
    fr: `${counted(count, 'site a', 'sites ont')} un nom trop long`,
    en: `${counted(count, 'site has', 'sites have')} too long a name`,
  }),
  invites: (count) => ({
    fr: `${counted(Math.ceil(count), 'invitation permise', 'invitations permises')}, trop ou trop longues pour Discord`,
    en: `${counted(Math.ceil(count), 'allowed invite', 'allowed invites')}, too many or too long for Discord`,
  }),
  mentions_many: (count) => ({
    fr: `elle agit à ${counted(count, 'mention', 'mentions')} : Discord compte de 2 à 51`,
    en: `it acts at ${counted(count, 'mention', 'mentions')}: Discord counts from 2 to 51`,
  }),
  mentions_people: () => ({
    fr: 'elle ne compte que les personnes, Discord compte aussi les rôles',
    en: 'it counts people only, Discord counts roles too',
  }),
  mentions_taken: () => ({
    fr: 'AutoMod n’a qu’une place pour les mentions, et elle est prise',
    en: 'AutoMod has one place for mentions, and it is taken',
  }),
  full: (count) => ({
    fr: `plus de place dans AutoMod pour ${counted(count, 'mot, lien ou expression', 'mots, liens ou expressions')}`,
    en: `no place left in AutoMod for ${counted(count, 'word, link or expression', 'words, links or expressions')}`,
  }),
  list_full: (count) => ({
    fr: `plus de place pour ${counted(count, 'site bloqué', 'sites bloqués')} de la liste du serveur`,
    en: `no place left for ${counted(count, 'blocked site', 'blocked sites')} of the server’s list`,
  }),
  list_empty: () => ({ fr: 'la liste des sites bloqués est vide', en: 'the list of blocked sites is empty' }),
};
export const reasonText = ({ code, count }: Reason): Text => reasons[code](count);

export const unknownRule = () =>
  new UserError('automod.unknown_rule', {
    fr: 'Cette règle d’AutoMod n’est plus suivie. `/setup automod` montre où vous en êtes.',
    en: 'This AutoMod rule is no longer followed. `/setup automod` shows where things stand.',
  });

export const settled = () =>
  new UserError('automod.settled', {
    fr: 'C’est déjà réglé : quelqu’un a choisi, ou la règle est revenue. `/setup automod` montre où vous en êtes.',
    en: 'This is settled already: somebody chose, or the rule came back. `/setup automod` shows where things stand.',
  });
