import type { Tx } from '../../../infra/db.ts';
import { unknownCompany } from '../messages/company.ts';
import { notLead } from '../messages/people.ts';
import { type CompanyKey, lockCompany, recruitersOf } from './company.ts';

/** Who acts on the people of a company: its lead, or staff. */
export type Acting = CompanyKey & { actorId: string; isStaff: boolean; now: Date };

/** Locked, with its people; throws `companies.unknown`, `not_lead`. */
export async function lockManaged(tx: Tx, { guildId, companyId, actorId, isStaff }: Acting) {
  const company = await lockCompany(tx, { guildId, companyId });
  const recruiters = await recruitersOf(tx, { guildId, companyId });
  if (isStaff || recruiters[0]?.userId === actorId) return { company, recruiters };
  throw recruiters.some(({ userId }) => userId === actorId) ? notLead() : unknownCompany();
}
