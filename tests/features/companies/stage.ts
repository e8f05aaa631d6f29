import { hasLuhnKey } from '../../../src/features/companies/rules/facts.ts';

/** The nth SIRET that could exist. */
export function siretOf(n: number): string {
  const begin = `7328293200${String(n).padStart(3, '0')}`;
  const key = [...'0123456789'].find((digit) => hasLuhnKey(begin + digit));
  return `${begin}${key}`;
}

export const facts = {
  name: 'Ateliers du Nord',
  siret: '732 829 320 00074',
  website: 'www.ateliers-du-nord.fr',
  email: 'recrutement@ateliers-du-nord.fr',
  about: 'Nous réparons des machines et formons celles et ceux qui les réparent.',
};
