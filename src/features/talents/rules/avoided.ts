import { fold } from '../../../kernel/text.ts';

/** Companies that somebody hides from by name or number. */
export const mostAvoided = 50;
export const avoidedLimit = 100;

/** Legal forms, which people leave out as often as not. */
const forms = new Set([
  'sa',
  'sas',
  'sasu',
  'sarl',
  'eurl',
  'snc',
  'scop',
  'scic',
  'sci',
  'selarl',
  'gie',
  'groupe',
  'ste',
  'societe',
]);

/** A name as it is compared: its words without accents, case, signs and legal form. */
function nameKey(name: string): string {
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const said = words.filter((word) => !forms.has(word));
  return (said.length > 0 ? said : words).join(' ');
}

/** What was typed, as it is compared: the SIREN of a company, which all its establishments share, or its name. Null when it says nothing. */
export function avoidedKey(typed: string): string | null {
  const digits = typed.replace(/^\s*sire[nt]\s*:?/i, '').replace(/[\s.-]/g, '');
  if (/^(?:\d{9}|\d{14})$/.test(digits)) return digits.slice(0, 9);
  const key = nameKey(typed);
  return key.length >= 2 ? key : null;
}

/** By what a company is recognised. */
export const companyKeys = ({ name, siret }: { name: string; siret: string | null }): { name: string; siren: string } => ({
  name: nameKey(name),
  siren: (siret ?? '').slice(0, 9),
});
