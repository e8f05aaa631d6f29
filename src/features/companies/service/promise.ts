import { enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { companyChanged, companySeats } from '../../../kernel/hiring.ts';
import { inviteTask, roleTask } from '../wire.ts';
import type { Company, Who } from './company.ts';

/** Its offers follow what it is, shown, hidden or closed, and so does who of it sits in conversations. */
export async function promiseCompanyChange(tx: Tx, { id, guildId }: Pick<Company, 'id' | 'guildId'>): Promise<void> {
  await enqueue(tx, companyChanged, { guildId, companyId: id }, { key: String(id) });
  await enqueue(tx, companySeats, { guildId, companyId: id }, { key: String(id) });
}

export const promiseRoles = (tx: Tx, people: readonly Who[]): Promise<void> =>
  enqueueAll(
    tx,
    roleTask,
    people.map(({ guildId, userId }) => ({ payload: { guildId, userId }, key: `${guildId}:${userId}` })),
  );

export const promiseRole = (tx: Tx, who: Who): Promise<void> => promiseRoles(tx, [who]);

/** Of all who answer for it. */
export async function promiseRolesOf(tx: Tx, { id, guildId }: Pick<Company, 'id' | 'guildId'>): Promise<void> {
  await promiseRoles(tx, await tx.companyRecruiter.findMany({ where: { guildId, companyId: id, leftAt: null } }));
}

/** Those who were asked before staff verified the company are told now. */
export async function promiseInvitations(tx: Tx, { id, guildId }: Pick<Company, 'id' | 'guildId'>): Promise<void> {
  const open = await tx.companyInvitation.findMany({ where: { companyId: id, endedAt: null }, select: { id: true } });
  await enqueueAll(
    tx,
    inviteTask,
    open.map((one) => ({ payload: { guildId, invitationId: one.id }, key: String(one.id) })),
  );
}
