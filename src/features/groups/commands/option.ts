import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Context } from '../../../discord/context.ts';
import { string } from '../../../discord/options.ts';
import { holds, type Policy, staff } from '../../../discord/policy.ts';
import { parseDay, todayIn } from '../../promos/service/day.ts';
import { type Promo, resolvePromo, suggestPromos } from '../../promos/service/promo.ts';
import { badDay, optionTexts } from '../messages.ts';
import type { By } from '../service/round.ts';

/** Staff and trainers; which promos are theirs is for the service to say. Set-up gives their roles the permission by which Discord shows it. */
export const team: Policy = {
  name: 'team',
  roles: [...(staff.roles === 'everyone' ? [] : staff.roles), 'trainer'],
  permission: PermissionFlagsBits.MoveMembers,
};

type States = Parameters<typeof suggestPromos>[1]['states'];

const promoIn = (states: States) =>
  string({
    ...optionTexts.promo,
    max: 100,
    complete: async ({ db, actor }, typed) =>
      (await suggestPromos(db, { guildId: actor.guildId, typed, states })).map(({ id, name }) => ({
        name: name.slice(0, 100),
        value: String(id),
      })),
  });

export const runningPromo = promoIn(['active', 'planned']);
export const anyPromo = promoIn(['active', 'planned', 'ended']);

export const promoOf = ({ db, actor }: Context, typed: string): Promise<Promo> =>
  resolvePromo(db, { guildId: actor.guildId, typed });

export const byOf = async ({ actor, clock, keys }: Context): Promise<By> => ({
  guildId: actor.guildId,
  actorId: actor.userId,
  now: clock.now(),
  isStaff: holds(staff, await keys()),
});

/** Which day it is on this server. */
export const today = async ({ settings, clock }: Context): Promise<string> => todayIn((await settings()).timeZone, clock.now());

/** Throws `groups.bad_day`. */
export function dayTyped(typed: string): string {
  const day = parseDay(typed);
  if (!day) throw badDay();
  return day;
}
