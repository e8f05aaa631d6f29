import type { APIGuildMember } from 'discord-api-types/v10';
import { schedule, task } from '../../../infra/tasks.ts';
import { hour, minute } from '../../../kernel/time.ts';
import {
  dropAbsent,
  endedOf,
  promiseArrivals,
  promiseTaking,
  recordHolders,
  recordTaken,
  settleArrivals,
  waitingRoles,
} from '../service/arrival.ts';
import { arrivalsTask, personTask } from '../wire.ts';

/** The most that Discord gives at once. https://docs.discord.com/developers/resources/guild#list-guild-members */
const pageLength = 1_000;

/** Takes back the waiting roles of who is expected no more. */
export const person = task(personTask, async ({ db, discord, outcome, reason }, who) => {
  const ended = await endedOf(db, who);
  if (ended.length === 0) return;
  const roles = await waitingRoles(db, who.guildId);
  for (const [roleId, promoId] of roles) {
    if (!ended.includes(promoId)) continue;
    const why = { reason: reason(`invites.person:${promoId}`) };
    const taken = await outcome(discord.guilds.removeRoleFromMember(who.guildId, who.userId, roleId, why));
    if (!taken.ok && taken.why === 'forbidden') throw taken.error;
  }
  await recordTaken(db, who, ended);
});

/** Reads the members for those who came by an invite, or lost its role, while nobody listened. */
export const arrivals = task(arrivalsTask, async ({ db, discord, clock }, { guildId }) => {
  const seenAt = clock.now();
  const roles = await waitingRoles(db, guildId);
  const holders: { userId: string; promoId: number }[] = [];
  for (let after: string | undefined = '0'; after !== undefined; ) {
    const page: APIGuildMember[] = await discord.guilds.getMembers(guildId, { limit: pageLength, after });
    for (const { user, roles: held } of page)
      for (const roleId of held) {
        const promoId = roles.get(roleId);
        if (promoId !== undefined && !user.bot) holders.push({ userId: user.id, promoId });
      }
    after = page.length < pageLength ? undefined : page.at(-1)?.user.id;
  }
  await recordHolders(db, { guildId, holders, now: seenAt });
  // Asked for last: a role that is there now was there all the while.
  const roleIds = (await discord.guilds.getRoles(guildId)).flatMap(({ id }) => (roles.has(id) ? [id] : []));
  await dropAbsent(db, { guildId, holders, roleIds, seenAt });
});

export const settle = schedule('invites.settle', minute, (tx, { clock }) => settleArrivals(tx, clock.now()), ['promo_arrival']);
export const find = schedule(
  'invites.find',
  hour,
  async (tx) => {
    await promiseArrivals(tx);
    await promiseTaking(tx);
  },
  ['promo_arrival', 'promo_waiting'],
);
