import type { LogKind } from '../../../kernel/log.ts';
import type { Text } from '../../../kernel/text.ts';

/** How a log says what happened. People and channels come as mentions, or as names in a file. */

const by = (actor: string | null): Text => ({ fr: actor ? ` par ${actor}` : '', en: actor ? ` by ${actor}` : '' });

export const line = {
  somebody: { fr: 'personne inconnue', en: 'somebody unknown' },
  deleted: (author: string | null, where: string, actor: string | null): Text => ({
    fr: `${author ? `Message de ${author}` : 'Message'} supprimé dans ${where}${by(actor).fr}`,
    en: `${author ? `Message of ${author}` : 'Message'} deleted in ${where}${by(actor).en}`,
  }),
  edited: (author: string, where: string): Text => ({
    fr: `Message de ${author} modifié dans ${where}`,
    en: `Message of ${author} edited in ${where}`,
  }),
  joined: (who: string, since: string): Text => ({
    fr: `Arrivée de ${who} · compte créé ${since}`,
    en: `${who} arrived · account created ${since}`,
  }),
  left: (who: string): Text => ({ fr: `Départ de ${who}`, en: `${who} left` }),
  roles: (who: string, given: string, taken: string, actor: string | null): Text => ({
    fr: `Rôles de ${who}${by(actor).fr} : ${[given && `ajouté ${given}`, taken && `retiré ${taken}`].filter(Boolean).join(' ; ')}`,
    en: `Roles of ${who}${by(actor).en}: ${[given && `added ${given}`, taken && `removed ${taken}`].filter(Boolean).join('; ')}`,
  }),
  renamed: (who: string, before: string, after: string, actor: string | null): Text => ({
    fr: `Nom de ${who} sur le serveur${by(actor).fr} : ${before || 'aucun'} → ${after || 'aucun'}`,
    en: `Name of ${who} on the server${by(actor).en}: ${before || 'none'} → ${after || 'none'}`,
  }),
  entered: (who: string, where: string): Text => ({ fr: `${who} entre dans ${where}`, en: `${who} enters ${where}` }),
  exited: (who: string, where: string): Text => ({ fr: `${who} quitte ${where}`, en: `${who} leaves ${where}` }),
  moved: (who: string, from: string, to: string): Text => ({
    fr: `${who} passe de ${from} à ${to}`,
    en: `${who} goes from ${from} to ${to}`,
  }),
  before: { fr: 'Avant', en: 'Before' },
  after: { fr: 'Après', en: 'After' },
  files: { fr: 'Fichiers', en: 'Files' },
  open: { fr: 'ouvrir', en: 'open' },
  noText: { fr: 'texte non conservé', en: 'text not kept' },
  inFile: { fr: 'Le texte complet est dans le fichier joint.', en: 'The full text is in the attached file.' },
  allInFile: { fr: 'Le détail est dans le fichier joint.', en: 'The details are in the attached file.' },
  detailGone: { fr: 'Le détail n’est plus conservé.', en: 'The details are no longer kept.' },
  span: (from: string, to: string): Text => ({ fr: `De ${from} à ${to}`, en: `From ${from} to ${to}` }),
  others: (count: number): Text => ({
    fr: `${count} ${count > 1 ? 'autres' : 'autre'}`,
    en: `${count} ${count > 1 ? 'others' : 'other'}`,
  }),
  file: { fr: 'journal.txt', en: 'log.txt' },
} satisfies Record<string, Text | ((...values: never[]) => Text)>;

/** What a message of a log begins with. */
export const titleOf = (kind: LogKind, count: number, number: number): Text => {
  const many = count > 1;
  const shown = {
    deletions: { fr: many ? 'messages supprimés' : 'message supprimé', en: many ? 'messages deleted' : 'message deleted' },
    edits: { fr: many ? 'messages modifiés' : 'message modifié', en: many ? 'messages edited' : 'message edited' },
    members: {
      fr: many ? 'arrivées ou départs' : 'arrivée ou départ',
      en: many ? 'arrivals or departures' : 'arrival or departure',
    },
    roles: {
      fr: many ? 'changements de rôles ou de noms' : 'changement de rôles ou de nom',
      en: many ? 'changes of roles or names' : 'change of roles or name',
    },
    voice: { fr: many ? 'passages en vocal' : 'passage en vocal', en: many ? 'moves in voice' : 'move in voice' },
  } as const satisfies Record<LogKind, Text>;
  const { fr, en } = shown[kind];
  return { fr: `${count} ${fr} · journal n° ${number}`, en: `${count} ${en} · log no. ${number}` };
};
