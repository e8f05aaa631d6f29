import { writeSeconds } from '../../../kernel/lapse.ts';
import { counted, cut, escapeMarkdown, type Locale, plural, type Text } from '../../../kernel/text.ts';
import type { Reason } from '../rules/hit.ts';
import type { StepKind } from '../rules/plan.ts';
import { triggers } from './kind.ts';

const quoted = (values: readonly string[], locale: Locale): string =>
  values
    .slice(0, 3)
    .map((value) => (locale === 'fr' ? `« ${escapeMarkdown(cut(value, 60))} »` : `“${escapeMarkdown(cut(value, 60))}”`))
    .join(', ');

/** Why a trigger was set off. */
export function saidReason({ code, values, count, limit, seconds, score }: Reason, locale: Locale): string {
  const fr = locale === 'fr';
  const parts = [
    ...(values.length > 0 ? [quoted(values, locale)] : []),
    ...(count !== undefined
      ? [limit !== undefined ? (fr ? `${count} pour ${limit} permis` : `${count} where ${limit} set it off`) : String(count)]
      : []),
    ...(seconds !== undefined ? [fr ? `en ${writeSeconds(seconds)}` : `in ${writeSeconds(seconds).replace(/ j\b/g, ' d')}`] : []),
    ...(score !== undefined
      ? [fr ? `ressemblance estimée à ${Math.round(score)} sur 100` : `resemblance put at ${Math.round(score)} of 100`]
      : []),
  ];
  const name = triggers[code]?.name[locale] ?? code;
  return parts.length > 0 ? `${name} (${parts.join(', ')})` : name;
}

const steps: Record<StepKind, Text> = {
  delete: { fr: 'message retiré', en: 'message removed' },
  dm: { fr: 'personne prévenue', en: 'person told' },
  sanction: { fr: 'sanction enregistrée', en: 'case recorded' },
  add_role: { fr: 'rôle donné', en: 'role given' },
  remove_role: { fr: 'rôle retiré', en: 'role taken' },
  slow_mode: { fr: 'salon ralenti', en: 'channel slowed' },
  lock: { fr: 'salon fermé', en: 'channel locked' },
  raise: { fr: 'niveau d’alerte du serveur relevé', en: 'alert level of the server raised' },
  thread: { fr: 'fil ouvert', en: 'thread opened' },
};
const states: Record<string, Text> = {
  pending: { fr: 'en cours', en: 'under way' },
  done: { fr: 'c’est fait', en: 'done' },
  passed: { fr: 'sans objet', en: 'not needed' },
  refused: { fr: 'refusé par Discord : voyez `/diagnostic`', en: 'refused by Discord: see `/diagnostic`' },
};
export const saidStep = (kind: string, state: string): Text => {
  const step = steps[kind as StepKind] ?? { fr: kind, en: kind };
  const said = states[state] ?? { fr: state, en: state };
  return { fr: `${step.fr} (${said.fr})`, en: `${step.en} (${said.en})` };
};

export const text = {
  cardTitle: (count: number): Text => ({
    fr: `Règles automatiques : ${counted(count, 'alerte', 'alertes')}`,
    en: `Automatic rules: ${counted(count, 'finding', 'findings')}`,
  }),
  person: { fr: 'Personne', en: 'Person' },
  people: { fr: 'Personnes', en: 'People' },
  crowd: (people: number): Text => ({
    fr: `${counted(people, 'personne relevée', 'personnes relevées')} par la même règle : « Tout voir » permet de les regarder une à une.`,
    en: `${counted(people, 'person', 'people')} found by the same rule: “See all” lets you look at them one by one.`,
  }),
  history: { fr: 'Historique', en: 'History' },
  historyOf: (cases: number, points: number): Text => ({
    fr:
      cases === 0
        ? 'Aucune sanction'
        : `${counted(cases, 'sanction', 'sanctions')}, ${counted(points, 'point actif', 'points actifs')}`,
    en: cases === 0 ? 'No case' : `${counted(cases, 'case', 'cases')}, ${counted(points, 'active point', 'active points')}`,
  }),
  others: (count: number): Text => ({
    fr: `… et ${counted(count, 'autre', 'autres')} : « Tout voir »`,
    en: `… and ${counted(count, 'other', 'others')}: “See all”`,
  }),
  joined: { fr: 'arrivée sur le serveur', en: 'joined the server' },
  noWords: { fr: 'sans texte', en: 'without words' },
  restored: (link: string): Text => ({ fr: `rétabli : ${link}`, en: `back: ${link}` }),
  restoring: { fr: 'en cours de rétablissement', en: 'on its way back' },
  notRestored: { fr: 'n’a pas pu être rétabli : le salon n’existe plus', en: 'could not come back: the channel is gone' },
  refusedBack: {
    fr: 'Discord a refusé de le rétablir : voyez `/diagnostic`, puis recommencez',
    en: 'Discord refused to bring it back: see `/diagnostic`, then try again',
  },
  founded: { fr: 'bonne alerte', en: 'right' },
  mistaken: { fr: 'fausse alerte', en: 'false alarm' },
  unjudged: { fr: 'à vérifier', en: 'to be checked' },
  shadow: { fr: 'observé seulement', en: 'only watched' },
  counted: { fr: 'compté, sans action', en: 'counted, no action' },
  closed: { fr: 'Classé : il n’y a plus rien à faire.', en: 'Closed: nothing is left to do.' },
  call: (roles: string): Text => ({
    fr: `${roles} : une règle automatique demande votre regard.`,
    en: `${roles}: an automatic rule asks for your eyes.`,
  }),

  act: { fr: 'Sanctionner', en: 'Sanction' },
  vote: { fr: 'Soumettre au vote', en: 'Put to the vote' },
  restore: { fr: 'Rétablir', en: 'Bring back' },
  restoreAll: { fr: 'Tout rétablir', en: 'Bring all back' },
  mistakenButton: { fr: 'Fausse alerte', en: 'False alarm' },
  foundedButton: { fr: 'Bien vu', en: 'Well seen' },
  close: { fr: 'Classer', en: 'Close' },
  see: { fr: 'Tout voir', en: 'See all' },
  pick: { fr: 'Regarder une alerte', en: 'Look at a finding' },

  hitTitle: (id: number): Text => ({ fr: `Alerte n° ${id}`, en: `Finding no. ${id}` }),
  rule: { fr: 'Règle', en: 'Rule' },
  why: { fr: 'Pourquoi', en: 'Why' },
  where: { fr: 'Où', en: 'Where' },
  done: { fr: 'Ce qui a été fait', en: 'What was done' },
  foundTitle: (name: string): Text => ({ fr: `Ce que relève ${name}`, en: `What ${name} finds` }),
  foundNone: { fr: 'Rien pour l’instant.', en: 'Nothing yet.' },
  judgedFounded: { fr: 'C’est noté : bonne alerte.', en: 'Noted: it was right.' },
  judgedMistaken: (isLearnt: boolean, cases: number): Text => ({
    fr: `C’est noté : fausse alerte. ${isLearnt ? 'Ce message ne déclenchera plus cette règle.' : 'Il n’y a rien ici que la règle puisse retenir : changez-la, ou ajoutez une exception.'}${cases > 0 ? ` ${counted(cases, 'sanction est annulée', 'sanctions sont annulées')}.` : ''}`,
    en: `Noted: a false alarm. ${isLearnt ? 'This message will not set this rule off again.' : 'There is nothing here that the rule could learn: change it, or add an exception.'}${cases > 0 ? ` ${counted(cases, 'sanction is', 'sanctions are')} void.` : ''}`,
  }),
  isClosed: { fr: 'La fiche est classée.', en: 'The card is closed.' },
  broughtBack: (messages: number, cases: number): Text => ({
    fr:
      messages === 0
        ? `Le message était déjà rétabli.${cases > 0 ? ` ${counted(cases, 'sanction est annulée', 'sanctions sont annulées')}.` : ''} La règle ne le relèvera plus.`
        : `${counted(messages, 'message revient', 'messages reviennent')} dans ${plural(messages, 'son salon', 'leurs salons')}, et la personne est prévenue.${cases > 0 ? ` ${counted(cases, 'sanction est annulée', 'sanctions sont annulées')}.` : ''} La règle ne relèvera plus ce texte.`,
    en:
      messages === 0
        ? `The message was back already.${cases > 0 ? ` ${counted(cases, 'sanction is', 'sanctions are')} void.` : ''} The rule will not find it again.`
        : `${counted(messages, 'message comes', 'messages come')} back to ${plural(messages, 'its channel', 'their channels')}, and the person is told.${cases > 0 ? ` ${counted(cases, 'sanction is', 'sanctions are')} void.` : ''} The rule will not find this text again.`,
  }),
  voided: {
    fr: 'Le message avait été relevé par erreur par une règle automatique.',
    en: 'The message had been found by mistake by an automatic rule.',
  },

  // What is posted in the channel, and told to the person.
  restoredTitle: (id: number): Text => ({ fr: `Message rétabli n° ${id}`, en: `Message brought back no. ${id}` }),
  restoredNote: {
    fr: 'Ce message avait été retiré par erreur. L’équipe l’a rétabli.',
    en: 'This message had been removed by mistake. The team brought it back.',
  },
  lostFiles: (names: string): Text => ({ fr: `Fichiers non gardés : ${names}`, en: `Files that were not kept: ${names}` }),
  restoredDm: (place: string, hasCase: boolean): Text => ({
    fr: `Un de vos messages avait été retiré par erreur. Il est de nouveau dans ${place}, mot pour mot. Toutes nos excuses.${hasCase ? ' Ce qui avait suivi (avertissement, exclusion, points) est annulé.' : ''}`,
    en: `One of your messages had been removed by mistake. It is back in ${place}, word for word. We are sorry.${hasCase ? ' What had followed (warning, timeout, points) is void.' : ''}`,
  }),
  seeIt: { fr: 'Voir le message', en: 'See the message' },
  dmTitle: (server: string): Text => ({ fr: `Message du serveur ${server}`, en: `A message from ${server}` }),
  dm: (place: string | null, isRemoved: boolean, why: string): Text =>
    isRemoved
      ? {
          fr: `Votre message${place ? ` dans ${place}` : ''} a été retiré par une règle automatique du serveur.\nRaison : ${why}.\nSi c’est une erreur, répondez à l’équipe : un message retiré peut être rétabli mot pour mot.`,
          en: `Your message${place ? ` in ${place}` : ''} was removed by an automatic rule of the server.\nReason: ${why}.\nIf that is a mistake, write to the team: a removed message can be brought back word for word.`,
        }
      : {
          fr: `Une règle automatique du serveur a relevé ${place ? `un de vos messages dans ${place}` : 'quelque chose qui vous concerne'}.\nRaison : ${why}.\nVous n’avez rien à faire. Le règlement du serveur dit ce qui est attendu.`,
          en: `An automatic rule of the server noticed ${place ? `one of your messages in ${place}` : 'something about you'}.\nReason: ${why}.\nYou need do nothing. The rules of the server say what is expected.`,
        },
  seeRules: { fr: 'Voir le règlement', en: 'See the rules' },
  seeOwn: { fr: 'Mes sanctions', en: 'My cases' },
  roomName: { fr: 'Message de l’équipe', en: 'Message from the team' },
  caseReason: (rule: string, why: string): Text => ({
    fr: `Règle automatique « ${rule} » : ${why}`,
    en: `Automatic rule “${rule}”: ${why}`,
  }),
  threadName: { fr: 'À voir ensemble', en: 'To look at together' },
  threadWords: (roles: string): Text => ({
    fr: `${roles ? `${roles}, ` : ''}une règle automatique a relevé ce message. Vous pouvez en parler ici, calmement.`,
    en: `${roles ? `${roles}, ` : ''}an automatic rule found this message. You can talk about it here, calmly.`,
  }),
};
