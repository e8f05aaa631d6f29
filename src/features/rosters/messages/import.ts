import type { Fault } from '../../../kernel/identity.ts';
import { kinds } from '../../../kernel/kind.ts';
import { s, type Text, UserError } from '../../../kernel/text.ts';
import type { Obstacle } from '../rules/difference.ts';
import type { Column, SheetFault } from '../rules/file.ts';

const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const people = (count: number): Text => ({
  fr: `${count} personne${count > 1 ? 's' : ''}`,
  en: some(count, 'person', 'people'),
});

export const columnNames: Readonly<Record<Column, Text>> = {
  lastName: { fr: 'Nom', en: 'Last name' },
  firstName: { fr: 'Prénom', en: 'First name' },
  email: { fr: 'E-mail', en: 'E-mail' },
};

const faultTexts: Readonly<Record<Fault, Text>> = {
  blank: { fr: 'à remplir', en: 'to be filled in' },
  long: { fr: 'trop long', en: 'too long' },
  characters: { fr: 'caractères qui ne conviennent pas', en: 'characters that will not do' },
};
const badAddress: Text = { fr: 'ce n’est pas une adresse', en: 'not an address' };

/** What is wrong with a line. */
export function problemOf({
  faults,
  sameAs,
}: {
  faults: readonly { field: Column; fault: Fault }[];
  sameAs: number | null;
}): Text {
  const parts: Text[] = faults.map(({ field, fault }) => {
    const what = field === 'email' && fault === 'characters' ? badAddress : faultTexts[fault];
    return { fr: `${columnNames[field].fr} : ${what.fr}`, en: `${columnNames[field].en}: ${what.en}` };
  });
  if (sameAs !== null) parts.push({ fr: `même adresse que la ligne ${sameAs}`, en: `same address as line ${sameAs}` });
  return { fr: parts.map(({ fr }) => fr).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

export function obstacleText(obstacle: Obstacle): Text {
  if (obstacle.why === 'elsewhere')
    return { fr: `déjà en formation dans ${obstacle.promo}`, en: `already learns in ${obstacle.promo}` };
  const confirmed: Text = obstacle.why === 'kind' ? kinds[obstacle.kind] : { fr: obstacle.confirmed, en: obstacle.confirmed };
  return { fr: `identité confirmée : ${confirmed.fr}`, en: `identity confirmed: ${confirmed.en}` };
}

export const commandTexts = {
  import: {
    name: { en: 'promo import', fr: 'promo importer' },
    description: {
      fr: 'Importer la liste d’une promo (CSV ou Excel) ; rien ne change avant votre confirmation',
      en: 'Import the list of a promo (CSV or Excel); nothing changes before you confirm',
    },
  },
  codes: {
    name: { en: 'promo codes', fr: 'promo codes' },
    description: {
      fr: 'Voir les personnes attendues dans une promo, et refaire les codes',
      en: 'See who is expected in a promo, and make new codes',
    },
  },
} as const;

export const optionTexts = {
  promo: { fr: 'promo', description: { fr: 'La promo', en: 'The promo' } },
  file: {
    fr: 'fichier',
    description: {
      fr: 'CSV ou Excel (.xlsx), avec les colonnes nom, prénom et e-mail',
      en: 'CSV or Excel (.xlsx), with the columns last name, first name and e-mail',
    },
  },
} as const;

export const text = {
  feature: { fr: 'Listes de promos : les personnes attendues, et leurs codes', en: 'Rosters: who is expected, and their code' },
  previewTitle: (name: string): Text => ({
    fr: `La liste de ${name} : ce qui va changer`,
    en: `The list of ${name}: what will change`,
  }),
  upToDate: (name: string): Text => ({
    fr: `La liste de **${name}** est à jour : 0 changement.`,
    en: `The list of **${name}** is up to date: 0 changes.`,
  }),
  changedSince: {
    fr: 'La liste ou le serveur a changé depuis cet aperçu : rien n’a été fait. Voici ce qui changerait maintenant.',
    en: 'The list or the server has changed since that preview: nothing was done. Here is what would change now.',
  },
  added: (count: number): Text => ({ fr: `À ajouter : ${count}`, en: `To be added: ${count}` }),
  changed: (count: number): Text => ({ fr: `À corriger : ${count}`, en: `To be corrected: ${count}` }),
  removed: (count: number): Text => ({ fr: `À retirer de la liste : ${count}`, en: `To be taken off the list: ${count}` }),
  removedHelp: {
    fr: 'Leur code ne servira plus. Une personne marquée « dans la promo » y reste : `/promo retirer` l’en fait sortir.',
    en: 'Their code will no longer work. Whoever is marked “in the promo” stays in it: `/promo remove` takes them out.',
  },
  entering: (count: number): Text => ({
    fr: `Déjà sur le serveur, entrent dans la promo sans code : ${count}`,
    en: `Already on the server, enter the promo without a code: ${count}`,
  }),
  present: (count: number): Text => ({ fr: `Déjà dans la promo : ${count}`, en: `Already in the promo: ${count}` }),
  held: (count: number): Text => ({
    fr: `Sur le serveur, mais n’entrent pas dans la promo : ${count}`,
    en: `On the server, but do not enter the promo: ${count}`,
  }),
  heldHelp: {
    fr: '`/promo deplacer` ou `/promo ajouter` les y fait entrer, si c’est voulu. Sous un autre nom, ce n’est peut-être pas la personne attendue : son code reste à donner.',
    en: '`/promo move` or `/promo add` brings them in, if that is meant. Under another name, it may not be who is expected: their code is still to be given.',
  },
  invalid: (count: number): Text => ({
    fr: `Lignes non valides, laissées de côté : ${count}`,
    en: `Invalid lines, left aside: ${count}`,
  }),
  coded: (count: number): Text => ({
    fr: `${people(count).fr} ${count > 1 ? 'recevront' : 'recevra'} un code. Le fichier des codes vous est donné après la confirmation.`,
    en: `${people(count).en} will get a code. You are given the file of codes once you confirm.`,
  }),
  newAddress: { fr: 'nouvelle adresse', en: 'new address' },
  unchanged: (count: number): Text => ({
    fr: `${count} ligne${count > 1 ? 's' : ''} sans changement.`,
    en: `${some(count, 'line', 'lines')} without change.`,
  }),
  line: (number: number): Text => ({ fr: `ligne ${number}`, en: `line ${number}` }),
  ofLine: (number: number, problem: Text): Text => ({
    fr: `ligne ${number} : ${problem.fr}`,
    en: `line ${number}: ${problem.en}`,
  }),
  inPromo: { fr: 'dans la promo', en: 'in the promo' },
  more: (count: number): Text => ({
    fr: `et ${count} de plus, dans le fichier joint`,
    en: `and ${count} more, in the attached file`,
  }),
  notYet: {
    fr: 'Rien ne change avant votre confirmation, possible pendant 1 heure.',
    en: 'Nothing changes before you confirm, which you can do for 1 hour.',
  },
  confirm: { fr: 'Appliquer', en: 'Apply' },
  applied: (
    name: string,
    { added, changed, removed, entered }: Record<'added' | 'changed' | 'removed' | 'entered', number>,
  ): Text => {
    const parts: (Text | null)[] = [
      added > 0 ? { fr: `${added} ajoutée${s(added)}`, en: `${added} added` } : null,
      changed > 0 ? { fr: `${changed} corrigée${s(changed)}`, en: `${changed} corrected` } : null,
      removed > 0 ? { fr: `${removed} retirée${s(removed)}`, en: `${removed} taken off` } : null,
      entered > 0 ? { fr: `${entered} entrée${s(entered)} dans la promo`, en: `${entered} entered the promo` } : null,
    ];
    const said = parts.filter((part) => part !== null);
    const list = (locale: 'fr' | 'en') => said.map((part) => part[locale]).join(', ');
    return {
      fr:
        said.length > 0 ? `C’est fait pour **${name}**. Personnes de la liste : ${list('fr')}.` : `C’est fait pour **${name}**.`,
      en: said.length > 0 ? `Done for **${name}**. People of the list: ${list('en')}.` : `Done for **${name}**.`,
    };
  },
  codesGiven: (count: number): Text => ({
    fr: `Le fichier joint donne le code de ${people(count).fr}, prêt pour un publipostage. Chaque code sert une seule fois, et ce fichier n’est montré que maintenant : gardez-le à l’abri. S’il se perd, \`/promo codes\` en refait.`,
    en: `The attached file gives the code of ${people(count).en}, ready for a mail merge. Each code works once, and this file is shown only now: keep it safe. If it is lost, \`/promo codes\` makes new ones.`,
  }),
  guarded: {
    fr: 'L’apostrophe devant une adresse qui commence par + ou - empêche le tableur d’y lire une formule : retirez-la avant l’envoi.',
    en: 'The apostrophe before an address that begins with + or - keeps the spreadsheet from reading a formula: take it off before you send.',
  },
  howTo: {
    fr: 'Sur le serveur, chaque personne appuie sur **Me présenter**, puis sur **J’ai un code**.',
    en: 'On the server, each person presses **Introduce myself**, then **I have a code**.',
  },
  expected: (count: number): Text => ({
    fr:
      count > 1
        ? `${count} personnes attendues ne sont pas encore arrivées.`
        : `${people(count).fr} attendue n’est pas encore arrivée.`,
    en: `${people(count).en} expected ${count === 1 ? 'has' : 'have'} not arrived yet.`,
  }),
  seeExpected: { fr: 'Voir les personnes attendues', en: 'See who is expected' },
  codeColumns: { fr: ['Nom', 'Prénom', 'E-mail', 'Code'], en: ['Last name', 'First name', 'E-mail', 'Code'] },
  listColumns: {
    fr: ['Ligne', 'Changement', 'Nom', 'Prénom', 'E-mail', 'Précision'],
    en: ['Line', 'Change', 'Last name', 'First name', 'E-mail', 'Detail'],
  },
  changes: {
    added: { fr: 'ajout', en: 'added' },
    changed: { fr: 'correction', en: 'corrected' },
    removed: { fr: 'retrait', en: 'taken off' },
    entering: { fr: 'entrée dans la promo', en: 'enters the promo' },
    present: { fr: 'déjà dans la promo', en: 'already in the promo' },
    held: { fr: 'n’entre pas', en: 'does not enter' },
    invalid: { fr: 'non valide', en: 'invalid' },
  } satisfies Record<string, Text>,
  purpose: {
    fr: 'Savoir quelles personnes sont attendues dans une promo, et confirmer l’identité de chaque personne sans la faire attendre.',
    en: 'Know who is expected in a promo, and confirm the identity of each person without making them wait.',
  },
  retention: {
    fr: 'Liste d’une promo : jusqu’à 30 jours après sa fin. Fichier en attente de confirmation, code erroné : 1 heure.',
    en: 'List of a promo: up to 30 days after its end. File that waits to be confirmed, wrong code: 1 hour.',
  },
};

const example: Text = { fr: '`Nom;Prénom;E-mail`', en: '`Last name;First name;E-mail`' };

export const badHeader = ({ missing, twice }: { missing: readonly Column[]; twice: readonly Column[] }) => {
  const listed = (columns: readonly Column[], locale: 'fr' | 'en') =>
    columns.map((column) => `**${columnNames[column][locale]}**`).join(', ');
  return new UserError('rosters.bad_header', {
    fr: [
      'La première ligne du fichier doit donner le titre des colonnes.',
      ...(missing.length > 0 ? [`Je ne trouve pas : ${listed(missing, 'fr')}.`] : []),
      ...(twice.length > 0 ? [`En double : ${listed(twice, 'fr')}.`] : []),
      `Écrivez par exemple ${example.fr}, dans l’ordre que vous voulez ; d’autres colonnes peuvent rester.`,
    ].join(' '),
    en: [
      'The first line of the file must name the columns.',
      ...(missing.length > 0 ? [`Not found: ${listed(missing, 'en')}.`] : []),
      ...(twice.length > 0 ? [`Found twice: ${listed(twice, 'en')}.`] : []),
      `Write for example ${example.en}, in any order; other columns may stay.`,
    ].join(' '),
  });
};

const faults: Readonly<Record<Exclude<SheetFault, 'unreadable'>, Text>> = {
  empty: {
    fr: 'Ce fichier est vide. Il faut une ligne de titres, puis une ligne pour chaque personne.',
    en: 'This file is empty. It needs a line of titles, then one line for each person.',
  },
  old: {
    fr: 'C’est un ancien fichier Excel (.xls). Enregistrez-le au format Classeur Excel (.xlsx) ou CSV, puis recommencez.',
    en: 'This is an old Excel file (.xls). Save it as an Excel workbook (.xlsx) or as CSV, then try again.',
  },
  type: {
    fr: 'Ce fichier n’est ni un CSV ni un classeur Excel (.xlsx). Enregistrez la liste dans un de ces formats, puis recommencez.',
    en: 'This file is neither CSV nor an Excel workbook (.xlsx). Save the list in one of these formats, then try again.',
  },
  many: {
    fr: 'Ce fichier a trop de lignes : 2 000 au plus. Gardez seulement les personnes de cette promo.',
    en: 'This file has too many lines: at most 2,000. Keep only the people of this promo.',
  },
};

export const badFile = (fault: SheetFault, line?: number) =>
  new UserError(
    `rosters.file_${fault}`,
    fault === 'unreadable'
      ? {
          fr: `Ce fichier est abîmé${line === undefined ? '' : `, vers la ligne ${line} (un guillemet de trop ?)`}. Ouvrez-le dans un tableur, enregistrez-le à nouveau en .xlsx ou CSV, puis recommencez.`,
          en: `This file is broken${line === undefined ? '' : `, around line ${line} (a stray quote?)`}. Open it in a spreadsheet, save it again as .xlsx or CSV, then try again.`,
        }
      : faults[fault],
  );

export const nobodyListed = () =>
  new UserError('rosters.nobody_listed', {
    fr: 'Ce fichier a des titres, mais aucune personne dessous : rien n’a été changé.',
    en: 'This file has titles, but nobody below them: nothing was changed.',
  });

export const planGone = () =>
  new UserError('rosters.plan_gone', {
    fr: 'Cet aperçu n’est plus valable : il a déjà servi, il date de plus d’une heure, ou il est à quelqu’un d’autre. Recommencez `/promo importer`.',
    en: 'This preview is no longer valid: it was used, is older than an hour, or belongs to somebody else. Run `/promo import` again.',
  });
