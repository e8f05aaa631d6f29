import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { hour, minute } from '../../../kernel/time.ts';
import { planGone } from '../messages/create.ts';
import type { Day } from '../rules/day.ts';
import { planHours } from '../rules/life.ts';
import { type Deed, deed } from '../wire.ts';
import { createCopies } from './copy.ts';
import { createPromo } from './create.ts';
import { cancelPromo, endPromo, postponePromo, undoBuild, withFreeName } from './end.ts';
import type { Promo } from './promo.ts';

/** Keeps what a person is shown until they confirm it. Returns the id that the button carries. */
export async function savePlan(db: Db, { guildId, actorId, now }: Change, planned: Deed): Promise<number> {
  const { id } = await db.promoPlan.create({ data: { guildId, userId: actorId, deed: planned, createdAt: now } });
  return id;
}

/** Only who was shown it may confirm it, once and while it is fresh. */
async function takePlan(tx: Tx, { guildId, actorId, now }: Change, planId: number): Promise<Deed> {
  const oldest = new Date(now.getTime() - planHours * hour);
  const [row] = await tx.$queryRaw<{ deed: unknown }[]>`
    DELETE FROM promo_plan WHERE id = ${planId} AND guild_id = ${guildId} AND user_id = ${actorId} AND created_at > ${oldest} RETURNING deed`;
  if (!row) throw planGone();
  return deed.parse(row.deed);
}

function perform(tx: Tx, by: Change, planned: Deed, today: Day): Promise<Promo> {
  switch (planned.do) {
    case 'create':
      return createPromo(tx, by, planned, today);
    case 'copy':
      return createCopies(tx, by, planned, today);
    case 'postpone':
      return postponePromo(tx, by, { ...planned, today });
    case 'end':
      return endPromo(tx, by, { ...planned, today });
    case 'cancel':
      return cancelPromo(tx, by, { ...planned, today });
    case 'undo_build':
      return undoBuild(tx, by, { ...planned, today });
  }
}

/** A hundred promos are made in one go. */
const longest = minute;

/** Does what was shown. A refusal leaves the plan as it was. Throws `promos.plan_gone`, and whatever the deed refuses. */
export const confirmPlan = (
  db: Db,
  by: Change,
  { planId, today }: { planId: number; today: Day },
): Promise<{ done: Deed; promo: Promo }> =>
  withFreeName(() =>
    db.$transaction(
      async (tx) => {
        const planned = await takePlan(tx, by, planId);
        return { done: planned, promo: await perform(tx, by, planned, today) };
      },
      { timeout: longest },
    ),
  );

/** Reads a plan of one's own without taking it, to check again what only Discord knows. Throws `promos.plan_gone`. */
export async function readPlan(db: Db, { guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>, planId: number): Promise<Deed> {
  const row = await db.promoPlan.findFirst({ where: { id: planId, guildId, userId: actorId } });
  if (!row) throw planGone();
  return deed.parse(row.deed);
}

export async function forgetPlans(tx: Tx, now: Date): Promise<void> {
  await tx.promoPlan.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - planHours * hour) } } });
}
