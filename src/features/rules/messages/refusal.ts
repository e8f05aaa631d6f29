import { type Text, UserError } from '../../../kernel/text.ts';
import type { Fault, FaultCode } from '../rules/field.ts';
import { fieldLabel } from './field.ts';
import { actions, conditions, triggers } from './kind.ts';

export const unknownRule = () =>
  new UserError('rules.unknown', {
    fr: 'Cette règle n’existe plus. `/regle lister` montre celles du serveur.',
    en: 'This rule is no more. `/rule list` shows those of the server.',
  });

export const changedMeanwhile = () =>
  new UserError('rules.changed', {
    fr: 'Cette règle a changé entre-temps. Ouvrez-la de nouveau avec `/regle montrer`, puis recommencez.',
    en: 'This rule was changed meanwhile. Open it again with `/rule show`, then try again.',
  });

export const noPicture = () =>
  new UserError('rules.no_picture', {
    fr: 'Aucune image n’a pu être lue : il faut un PNG, JPEG, WebP ou GIF de 8 Mo au plus, avec plus d’une couleur. Si elle vient d’un message, ajoutez le fichier avec `/regle listes`.',
    en: 'No image could be read: a PNG, JPEG, WebP or GIF of 8 MB at most is needed, of more than one colour. If it comes from a message, add the file with `/rule lists`.',
  });

export const tooManyImages = (most: number) =>
  new UserError('rules.too_many_images', {
    fr: `Le serveur reconnaît déjà ${most} images, ce qui est le maximum. Retirez-en avec \`/regle listes\`.`,
    en: `The server knows ${most} images already, which is the most. Remove some with \`/rule lists\`.`,
  });

export const keptSecret = () =>
  new UserError('rules.kept_secret', {
    fr: 'Ce message publiait un jeton ou une clé, dont rien n’a été gardé. Il ne revient donc pas : la personne peut l’écrire de nouveau sans la clé.',
    en: 'This message published a token or key, of which nothing was kept. So it does not come back: its author can write it again without the key.',
  });

export const tooManyRules = (most: number) =>
  new UserError('rules.too_many', {
    fr: `Un serveur a au plus ${most} règles. Supprimez celles qui ne servent plus avec \`/regle supprimer\`.`,
    en: `A server has at most ${most} rules. Delete those that are no longer used with \`/rule delete\`.`,
  });

export const nameTaken = (name: string) =>
  new UserError('rules.name_taken', {
    fr: `Une autre règle porte déjà ce nom (${name.length} caractères). Appuyez sur « Nom et pause » pour en choisir un autre.`,
    en: `Another rule already has this name (${name.length} characters). Press “Name and pause” to choose another one.`,
  });

export const unknownDraft = () =>
  new UserError('rules.unknown_draft', {
    fr: 'Ce brouillon n’existe plus, ou n’est pas le vôtre. `/regle creer` en commence un.',
    en: 'This draft is no more, or not yours. `/rule new` begins one.',
  });

export const unknownPiece = () =>
  new UserError('rules.unknown_piece', {
    fr: 'Cette partie de la règle a changé entre-temps. Revenez à la règle, puis choisissez de nouveau.',
    en: 'This part of the rule was changed meanwhile. Go back to the rule, then choose again.',
  });

export const tooLongForForm = () =>
  new UserError('rules.too_long_for_form', {
    fr: 'Cette liste est trop longue pour un formulaire. Utilisez `/regle exporter`, changez le fichier, puis `/regle importer`. Pour des sites, `/regle listes` en tient des milliers.',
    en: 'This list is too long for a form. Use `/rule export`, change the file, then `/rule import`. For sites, `/rule lists` holds thousands.',
  });

export const badFile = () =>
  new UserError('rules.bad_file', {
    fr: 'Ce fichier n’est pas une règle : attendu, le JSON que donne `/regle exporter`.',
    en: 'This file is no rule: expected is the JSON that `/rule export` gives.',
  });

export const noDomain = (first: string) =>
  new UserError('rules.no_domain', {
    fr: `Aucun nom de site n’a été lu${first ? ` (premier mot : « ${first.slice(0, 60).replace(/[`*_~|<>@#]/g, '')} »)` : ''}. Écrivez-les un par ligne, comme \`exemple.fr\`.`,
    en: `No name of a site could be read${first ? ` (first word: “${first.slice(0, 60).replace(/[`*_~|<>@#]/g, '')}”)` : ''}. Write them one a line, like \`example.com\`.`,
  });

export const tooManyDomains = (most: number) =>
  new UserError('rules.too_many_domains', {
    fr: `Une liste tient ${most} sites au plus, et rien n’a été ajouté. Retirez ceux qui ne servent plus.`,
    en: `A list holds at most ${most} sites, and nothing was added. Remove those that are no longer needed.`,
  });

export const noSample = () =>
  new UserError('rules.no_sample', {
    fr: 'Aucun message passé n’est gardé pour l’instant. Appuyez sur « Essayer sur un texte » et tapez des exemples.',
    en: 'No past message is kept yet. Press “Try on a text” and type examples.',
  });

export const unknownHit = () =>
  new UserError('rules.unknown_hit', {
    fr: 'Ce message relevé n’est plus gardé : il a plus de 30 jours, ou sa règle a été supprimée.',
    en: 'This finding is no longer kept: it is more than 30 days old, or its rule was deleted.',
  });

export const unknownCard = () =>
  new UserError('rules.unknown_card', {
    fr: 'Cette fiche n’existe plus : elle a plus de 30 jours, ou la personne a effacé ses données.',
    en: 'This card is no more: it is more than 30 days old, or the person erased their data.',
  });

export const ownHit = () =>
  new UserError('rules.own_hit', {
    fr: 'Cela vous concerne : une autre personne de l’équipe doit s’en occuper.',
    en: 'This is about you: somebody else of the team must see to it.',
  });

export const nothingRemoved = () =>
  new UserError('rules.nothing_removed', {
    fr: 'Rien n’a été retiré : il n’y a rien à rétablir. « Fausse alerte » suffit.',
    en: 'Nothing was removed: there is nothing to bring back. “False alarm” is enough.',
  });

export const stillThere = () =>
  new UserError('rules.still_there', {
    fr: 'Le message est encore dans son salon. Appuyez sur « Fausse alerte » pour qu’il y reste.',
    en: 'The message is still in its channel. Press “False alarm” for it to stay.',
  });

export const alreadyRestored = () =>
  new UserError('rules.already_restored', {
    fr: 'C’est déjà fait : le message a été rétabli. La fiche dit où.',
    en: 'That is done already: the message is back. The card says where.',
  });

const codes: Record<FaultCode, (limit: number | undefined) => Text> = {
  missing: () => ({ fr: 'à remplir.', en: 'please fill it in.' }),
  not_a_number: () => ({ fr: 'un nombre est attendu.', en: 'a number is expected.' }),
  too_small: (limit) => ({ fr: `${limit} au moins.`, en: `at least ${limit}.` }),
  too_big: (limit) => ({ fr: `${limit} au plus.`, en: `at most ${limit}.` }),
  too_short: (limit) => ({
    fr: limit === 1 ? 'à remplir.' : `${limit} caractères au moins.`,
    en: limit === 1 ? 'please fill it in.' : `at least ${limit} characters.`,
  }),
  too_long: (limit) => ({ fr: `${limit} caractères au plus.`, en: `at most ${limit} characters.` }),
  too_few: (limit) => ({ fr: `il en faut au moins ${limit}.`, en: `at least ${limit} needed.` }),
  too_many: (limit) => ({ fr: `${limit} au plus.`, en: `at most ${limit}.` }),
  unknown_choice: () => ({ fr: 'ce choix n’existe pas.', en: 'this choice does not exist.' }),
  unknown_kind: () => ({ fr: 'ce genre n’existe pas.', en: 'this kind does not exist.' }),
  unknown_field: () => ({ fr: 'champ inconnu.', en: 'unknown field.' }),
  wrong_type: () => ({ fr: 'la valeur n’est pas du bon type.', en: 'the value is of the wrong type.' }),
  blank: () => ({ fr: 'il ne reste rien à chercher dans ce texte.', en: 'nothing is left to look for in this text.' }),
  bad_domain: () => ({
    fr: 'un nom de site est attendu, comme `exemple.fr`.',
    en: 'the name of a site is expected, like `example.com`.',
  }),
  bad_id: () => ({ fr: 'un identifiant de Discord est attendu.', en: 'an id of Discord is expected.' }),
  bad_hash: () => ({
    fr: 'une empreinte de 16 chiffres hexadécimaux est attendue.',
    en: 'a print of 16 hexadecimal digits is expected.',
  }),
  bad_extension: () => ({ fr: 'une extension est attendue, comme `exe`.', en: 'an extension is expected, like `exe`.' }),
  expression_syntax: () => ({
    fr: 'cette expression ne peut pas être lue (ni références arrière, ni « regarder autour »).',
    en: 'this expression cannot be read (no back-references, no look-around).',
  }),
  expression_too_big: () => ({
    fr: 'cette expression est trop grande : simplifiez-la.',
    en: 'this expression is too big: simplify it.',
  }),
  never_set_off: () => ({
    fr: 'ne peut jamais se déclencher : choisissez quand la règle agit, ou remplissez ce qu’elle cherche.',
    en: 'can never be set off: choose when the rule acts, or fill in what it looks for.',
  }),
  nothing_to_act_on: () => ({
    fr: 'une arrivée n’a ni message ni salon sur lequel agir.',
    en: 'a join has no message and no channel to act on.',
  }),
  same_twice: () => ({ fr: 'figure deux fois.', en: 'stands there twice.' }),
  end_before_begin: () => ({ fr: 'la fin doit différer du début.', en: 'the end must differ from the beginning.' }),
};

const kindNames = { triggers, conditions, actions } as const;

type Pieces = Readonly<Record<string, unknown>>;

/** Which part of the rule a fault is about: `Actions, 2 (Avertir), Gravité`. */
function placeOf({ path }: Fault, draft: Pieces): Text {
  const [part = '', place, ...rest] = path;
  const pieces = draft[part];
  const kind =
    Array.isArray(pieces) && typeof place === 'number' ? (pieces[place] as { kind?: string } | undefined)?.kind : undefined;
  const named =
    kind === undefined
      ? undefined
      : (kindNames[part as keyof typeof kindNames] as Record<string, { name: Text }> | undefined)?.[kind]?.name;
  const field = rest.find((one) => typeof one === 'string') ?? (typeof place === 'string' ? place : undefined);
  const said = (locale: 'fr' | 'en') =>
    [
      fieldLabel('', String(part))[locale],
      ...(typeof place === 'number' ? [`${place + 1}${named ? ` (${named[locale]})` : ''}`] : []),
      ...(field === undefined ? [] : [fieldLabel(kind ?? String(part), String(field))[locale]]),
    ].join(', ');
  return { fr: said('fr'), en: said('en') };
}

export const saidFault = (fault: Fault): Text => codes[fault.code](fault.limit);

/** Each fault on a line, with where it is. */
export function saidFaults(faults: readonly Fault[], draft: Pieces = {}): Text {
  const said = (locale: 'fr' | 'en') =>
    faults
      .slice(0, 12)
      .map((fault) => `- **${placeOf(fault, draft)[locale]}** : ${saidFault(fault)[locale]}`)
      .join('\n');
  return { fr: said('fr'), en: said('en') };
}

export const badRule = (faults: readonly Fault[], draft: Pieces = {}) => {
  const said = saidFaults(faults, draft);
  return new UserError('rules.bad', {
    fr: `Cette règle n’est pas encore complète :\n${said.fr || '- elle vient d’une autre version du programme : supprimez-la ou importez-la de nouveau.'}`,
    en: `This rule is not complete yet:\n${said.en || '- it comes from another version of the program: delete it or import it again.'}`,
  });
};
