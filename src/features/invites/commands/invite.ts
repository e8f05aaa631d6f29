import { button, command, type Message } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { integer, optional, string } from '../../../discord/options.ts';
import { staff } from '../../../discord/policy.ts';
import { todayIn } from '../../promos/service/day.ts';
import { resolvePromo, suggestPromos } from '../../promos/service/promo.ts';
import { commandTexts, noPlace, optionTexts } from '../messages.ts';
import { mostDays, mostUses, usualDays } from '../rules.ts';
import { askInvite, listInvites, revokeInvite } from '../service/invite.ts';
import { listCard } from '../views.ts';
import { revokeId, showId } from '../wire.ts';
import { awaitInvite, refresh } from './wait.ts';

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

async function cardOf(context: Context, promoId: number, asked?: number): Promise<Message> {
  return listCard(await listInvites(context.db, { guildId: context.actor.guildId, promoId }), context.locale, asked);
}

/** As Discord has them now. */
async function freshCard(context: Context, promoId: number): Promise<Message> {
  const { alive } = await listInvites(context.db, { guildId: context.actor.guildId, promoId });
  if (alive.length > 0) await refresh(context, promoId);
  return cardOf(context, promoId);
}

export const invite = command({
  ...commandTexts.invite,
  policy: staff,
  answer: 'ephemeral',
  options: {
    promo: promoIn(['planned', 'active']),
    uses: optional(integer({ ...optionTexts.uses, min: 1, max: mostUses })),
    days: optional(integer({ ...optionTexts.days, min: 0, max: mostDays })),
  },
  async run(context, { promo, uses = 0, days = usualDays }) {
    const { db, discord, actor, clock } = context;
    const { id: promoId } = await resolvePromo(db, { guildId: actor.guildId, typed: promo });
    const { timeZone, channels } = await context.settings();
    if (!channels.welcome) throw noPlace();
    const roles = (await discord.guilds.getRoles(actor.guildId)).length;
    const today = todayIn(timeZone, clock.now());
    const inviteId = await askInvite(db, changeBy(context), { promoId, maxUses: uses, days, today, roles });
    await awaitInvite(context, inviteId);
    return cardOf(context, promoId, inviteId);
  },
});

export const list = command({
  ...commandTexts.list,
  policy: staff,
  answer: 'ephemeral',
  options: { promo: promoIn(['planned', 'active', 'ended']) },
  async run(context, { promo }) {
    const { id } = await resolvePromo(context.db, { guildId: context.actor.guildId, typed: promo });
    return freshCard(context, id);
  },
});

export const show = button({
  id: showId,
  policy: staff,
  answer: 'update',
  run: (context, { promoId }) => freshCard(context, promoId),
});

export const revoke = button({
  id: revokeId,
  policy: staff,
  answer: 'update',
  async run(context, { inviteId }) {
    const { promoId } = await revokeInvite(context.db, changeBy(context), inviteId);
    return cardOf(context, promoId);
  },
});
