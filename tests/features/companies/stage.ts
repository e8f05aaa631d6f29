import { features } from '../../../src/app.ts';
import { hasLuhnKey } from '../../../src/features/companies/rules/facts.ts';
import { task } from '../../../src/infra/tasks.ts';
import type { Feature } from '../../../src/kernel/feature.ts';
import { companyChanged } from '../../../src/kernel/hiring.ts';

const nothing = { fr: 'rien', en: 'nothing' };
const isAnswered = features.some(({ tasks }) => tasks.some(({ contract }) => contract.name === companyChanged.name));

/** All of the program; where nobody has offers that follow a company, somebody who lets them be. */
export const answering: readonly Feature[] = isAnswered
  ? features
  : [
      ...features,
      {
        name: 'stand_in',
        description: nothing,
        needs: { roles: [], channels: [] },
        commands: [],
        components: [],
        events: [],
        tasks: [task(companyChanged, async () => undefined)],
        schedules: [],
        personalData: { purpose: nothing, retention: nothing, export: async () => ({}), erase: async () => undefined },
      },
    ];

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
