import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { isName, nameLimit, tidyName } from '../../catalogue/service/entry.ts';
import { badName } from '../messages/create.ts';
import { type Edited, learnsHere, notEditable, nothingToChange } from '../messages/edit.ts';
import { renameTask } from '../wire.ts';
import { withFreeName } from './end.ts';
import { lockPeople } from './enrol.ts';
import { admit, promiseRoles } from './member.ts';
import { lockPromo, type Promo, trainersOf } from './promo.ts';
import { promiseDoors } from './trust.ts';

/** As many as Discord's select of people takes; those beyond are added and taken out one by one. */
export const mostShown = 25;

/** What is to be otherwise; what is left out stays. `trainerIds`: in the place of the first `mostShown` of today. */
export type Edit = { promoId: number; name?: string; managerId?: string; trainerIds?: readonly string[] };

export type EditDone = { promo: Promo; edited: Edited[] };

/**
 * Throws `promos.not_editable`, `promos.nothing_to_change`, `promos.bad_name`, `promos.name_used`, `promos.learns_here`. That the manager is of
 * the staff is for the caller to ask of Discord.
 */
export const editPromo = (db: Db, by: Change, edit: Edit): Promise<EditDone> =>
  withFreeName(() =>
    db.$transaction(async (tx) => {
      // People before promos, as whoever adds one of them does.
      await lockPeople(tx, { guildId: by.guildId, userIds: edit.trainerIds ?? [] });
      const promo = await lockPromo(tx, { guildId: by.guildId, promoId: edit.promoId });
      if (promo.clearingAt || promo.state === 'archived' || promo.state === 'cancelled') throw notEditable(promo.name);
      const edited: Edited[] = [
        ...((await rename(tx, by, promo, edit.name)) ? ['name' as const] : []),
        ...((await appoint(tx, by, promo, edit.managerId)) ? ['manager' as const] : []),
        ...((await recruit(tx, by, promo, edit.trainerIds)) ? ['trainers' as const] : []),
      ];
      if (edited.length === 0) throw nothingToChange();
      return { promo: await lockPromo(tx, { guildId: by.guildId, promoId: promo.id }), edited };
    }),
  );

async function rename(tx: Tx, { guildId, actorId, now }: Change, { id: promoId, name }: Promo, typed: string | undefined) {
  const wanted = typed === undefined ? name : tidyName(typed);
  if (wanted === name) return false;
  if (!isName(wanted)) throw badName(nameLimit);
  await tx.promo.update({ where: { id: promoId }, data: { name: wanted } });
  await audit(tx, {
    guildId,
    actorId,
    action: 'promos.rename',
    subject: `promo:${promoId}`,
    before: { name },
    after: { name: wanted },
    at: now,
  });
  await enqueue(tx, renameTask, { guildId, promoId }, { key: String(promoId) });
  return true;
}

async function appoint(
  tx: Tx,
  { guildId, actorId, now }: Change,
  { id: promoId, managerId: former }: Promo,
  managerId: string | undefined,
): Promise<boolean> {
  if (managerId === undefined || managerId === former) return false;
  await tx.promo.update({ where: { id: promoId }, data: { managerId } });
  await audit(tx, { guildId, actorId, targetId: managerId, action: 'promos.appoint', subject: `promo:${promoId}`, at: now });
  await promiseDoors(tx, { guildId, promoIds: [promoId], userIds: former === null ? [managerId] : [former, managerId] });
  return true;
}

async function recruit(
  tx: Tx,
  { guildId, actorId, now }: Change,
  { id: promoId, name }: Promo,
  wanted: readonly string[] | undefined,
): Promise<boolean> {
  if (wanted === undefined) return false;
  const all = await trainersOf(tx, promoId);
  const came = [...new Set(wanted)].filter((userId) => !all.includes(userId));
  const left = all.slice(0, mostShown).filter((userId) => !wanted.includes(userId));
  const trace = (targetId: string, action: `promos.${string}`) =>
    audit(tx, { guildId, actorId, targetId, action, subject: `promo:${promoId}`, after: { part: 'trainer' }, at: now });
  const learning = await tx.promoMember.findFirst({ where: { promoId, userId: { in: came }, leftAt: null } });
  if (learning) throw learnsHere(`<@${learning.userId}>`, name);
  for (const userId of came) {
    await admit(tx, { guildId, promoId, userId, part: 'trainer', now });
    await trace(userId, 'promos.add_member');
  }
  await tx.promoMember.updateMany({
    where: { promoId, userId: { in: left }, part: 'trainer', leftAt: null },
    data: { leftAt: now },
  });
  for (const userId of left) await trace(userId, 'promos.remove_member');
  await promiseRoles(tx, guildId, left);
  if (left.length > 0) await promiseDoors(tx, { guildId, promoIds: [promoId], userIds: left });
  return came.length + left.length > 0;
}
