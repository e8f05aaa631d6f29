import type { Context } from '../../../discord/context.ts';
import { type Option, string } from '../../../discord/options.ts';
import { holds, type Policy, staff } from '../../../discord/policy.ts';
import type { Text } from '../../../kernel/text.ts';
import type { EntryKind } from '../../catalogue/service/entry.ts';
import { suggestEntries } from '../../catalogue/service/entry.ts';
import { badDay } from '../messages/create.ts';
import { notYours } from '../messages/promo.ts';
import { type Day, parseDay, todayIn } from '../rules/day.ts';
import type { State } from '../rules/life.ts';
import { getPromo, leads, type Promo, resolvePromo, suggestPromos } from '../service/promo.ts';
import { proposals } from '../views/promo.ts';

/** Staff and trainers: which promos are theirs is for the row to say. Discord shows them no command of it: they come by their own space. */
export const team: Policy = { name: 'team', roles: [...staff.roles, 'trainer'] as Policy['roles'], permission: null };

/** A promo by what is typed of its name, among those in these states. */
export const promoOption = (spoken: { fr: string; description: Text }, states: readonly State[]): Option<string> =>
  string({
    ...spoken,
    max: 100,
    complete: async ({ db, actor, locale }, typed) =>
      proposals(await suggestPromos(db, { guildId: actor.guildId, typed, states }), locale),
  });

/** A campus or a course by what is typed of its name. */
export const entryOption = (kind: EntryKind, spoken: { fr: string; description: Text }): Option<string> =>
  string({
    ...spoken,
    max: 100,
    complete: async ({ db, actor }, typed) =>
      (await suggestEntries(db, { guildId: actor.guildId, kind, typed })).map(({ id, name }) => ({ name, value: String(id) })),
  });

export const promoOf = ({ db, actor }: Context, typed: string): Promise<Promo> =>
  resolvePromo(db, { guildId: actor.guildId, typed });

/** Which day it is on this server. */
export const today = async (context: Context): Promise<Day> => todayIn((await context.settings()).timeZone, context.clock.now());

/** Throws `promos.bad_day`. */
export function dayTyped(typed: string): Day {
  const day = parseDay(typed);
  if (!day) throw badDay(typed.slice(0, 50).replace(/[`*_~|<>@]/g, ''));
  return day;
}

export const isStaff = async ({ keys }: Context): Promise<boolean> => holds(staff, await keys());

/** The promo, when it is the actor's to see: staff see all, others those that they teach or manage. Throws `promos.not_yours`. */
export async function ownPromo(context: Context, promoId: number): Promise<Promo> {
  const { db, actor } = context;
  const promo = await getPromo(db, { guildId: actor.guildId, promoId });
  if (!(await isStaff(context)) && !(await leads(db, { promoId, userId: actor.userId }))) throw notYours();
  return promo;
}
