import { type Fault, readEmail, readName } from '../../../kernel/identity.ts';
import type { FileLine, InvalidLine, ReadFile } from '../wire.ts';

export type { SheetFault } from '../../../infra/sheet.ts';

/** Of a file; a larger promo there is not. */
export const mostLines = 2_000;
export const mostBytes = 2_000_000;

export type Column = 'lastName' | 'firstName' | 'email';

/** How the columns are called, without accents, case, spaces and punctuation. */
const titles: Readonly<Record<Column, readonly string[]>> = {
  lastName: [
    'nom',
    'noms',
    'nomdefamille',
    'nomfamille',
    'nomusage',
    'nomdusage',
    'nomdenaissance',
    'lastname',
    'surname',
    'familyname',
  ],
  firstName: ['prenom', 'prenoms', 'prenomusuel', 'prenomdusage', 'firstname', 'forename', 'givenname', 'givennames'],
  email: [
    'email',
    'emails',
    'mail',
    'mel',
    'courriel',
    'adresseemail',
    'adressemail',
    'adressemel',
    'adressecourriel',
    'adressedecourriel',
    'adressedemessagerie',
    'adresseelectronique',
    'courrielpersonnel',
    'emailpersonnel',
    'mailpersonnel',
    'emailaddress',
    'mailaddress',
  ],
};

export const columns = Object.keys(titles) as Column[];

const plain = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A name by which a person is the same as another, however it was written: `Lé-A`, `Lea`. */
export const nameKeyOf = ({ lastName, firstName }: { lastName: string; firstName: string }): string =>
  `${plain(lastName)} ${plain(firstName)}`;

const columnOf = (title: string): Column | undefined => columns.find((column) => titles[column].includes(plain(title)));

type Row = { line: number; cells: readonly string[] };

/** A file whose first row does not say once what each column holds. */
export type NoHeader = { ok: false; missing: Column[]; twice: Column[] };

/** An address by which a line is the same as another. */
export const keyOf = (email: string): string => email.toLowerCase();

/** Finds the columns by their titles, in any order and whatever stands beside them, and reads every line, each by itself. */
export function readFileRows(rows: readonly Row[]): { ok: true; file: ReadFile } | NoHeader {
  const [header, ...body] = rows;
  const found = (header?.cells ?? []).map(columnOf);
  const missing = columns.filter((column) => !found.includes(column));
  const twice = columns.filter((column) => found.indexOf(column) !== found.lastIndexOf(column));
  if (missing.length > 0 || twice.length > 0) return { ok: false, missing, twice };

  const lines: FileLine[] = [];
  const invalid: InvalidLine[] = [];
  const first = new Map<string, number>();
  for (const { line, cells } of body) {
    const cell = (column: Column) => cells[found.indexOf(column)] ?? '';
    // A row of other columns only, such as a total, is nobody.
    if (columns.every((column) => cell(column) === '')) continue;
    const read = {
      lastName: readName(cell('lastName')),
      firstName: readName(cell('firstName')),
      email: readEmail(cell('email').replace(/^mailto:/i, '')),
    };
    const faults = columns.flatMap((field): { field: Column; fault: Fault }[] => {
      const { [field]: result } = read;
      return result.ok ? [] : [{ field, fault: result.fault }];
    });
    const { lastName, firstName, email } = read;
    const sameAs = email.ok ? (first.get(keyOf(email.value)) ?? null) : null;
    // A line that is left aside takes nobody's place.
    if (lastName.ok && firstName.ok && email.ok && sameAs === null) {
      first.set(keyOf(email.value), line);
      lines.push({ line, lastName: lastName.value, firstName: firstName.value, email: email.value });
    } else invalid.push({ line, faults, sameAs, email: email.ok ? email.value : null });
  }
  return { ok: true, file: { lines, invalid } };
}
