import type { APIGuildMember } from 'discord-api-types/v10';
import type { World } from '../../../discord/context.ts';
import { type TaskContext, task } from '../../../infra/tasks.ts';
import { promiseRole } from '../../catalogue/service/entry.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { type Doors, freeze, type Overwrite } from '../rules/access.ts';
import { type Difference, differences } from '../rules/drift.ts';
import { isFrozen, wantsEntryRoles, wantsSpace } from '../rules/life.ts';
import { isOfStaff, knowsStaff, type Server } from '../rules/server.ts';
import { limits } from '../rules/space.ts';
import { readDrifted, recordDrift } from '../service/drift.ts';
import { speakersOf } from '../service/lobby.ts';
import { promiseRoles } from '../service/member.ts';
import { readSpace, readSpaces, type Space, spacedPromos } from '../service/place.ts';
import { distrust, trustedOf } from '../service/trust.ts';
import { nightlyMessage } from '../views/alert.ts';
import { compareTask, repairTask } from '../wire.ts';
import { buildSpace, openWork, spaceTurn } from './build.ts';
import { formerOf, openOverwrites, permitSpace, restoreOverwrites } from './permit.ts';
import { readServer } from './server.ts';

/** The most that Discord gives at once. https://docs.discord.com/developers/resources/guild#list-guild-members */
const pageLength = 1_000;

/** Who is on a server, with their roles and the other way round: read once, however many promos are compared with it. */
export type Present = {
  ids: ReadonlySet<string>;
  roles: ReadonlyMap<string, readonly string[]>;
  holders: ReadonlyMap<string, readonly string[]>;
};

/** Only what a comparison needs, so that a large server costs little memory. */
export async function readRoles(discord: World['discord'], guildId: string): Promise<Present> {
  const roles = new Map<string, readonly string[]>();
  const holders = new Map<string, string[]>();
  for (let after: string | undefined = '0'; after !== undefined; ) {
    const page: APIGuildMember[] = await discord.guilds.getMembers(guildId, { limit: pageLength, after });
    for (const { user, roles: held } of page) {
      if (user.bot) continue;
      roles.set(user.id, held);
      for (const id of held) {
        const others = holders.get(id);
        if (others) others.push(user.id);
        else holders.set(id, [user.id]);
      }
    }
    after = page.length < pageLength ? undefined : page.at(-1)?.user.id;
  }
  return { ids: new Set(roles.keys()), roles, holders };
}

type Expected = { key: string; id: string; name: string; open: Overwrite[]; overwrites: Overwrite[] };

/** Each channel as it should be now: silent ones keep what they will have again. */
function expected(space: Space, server: Server): Expected[] {
  const role = space.places.get('role')?.discordId;
  if (!role || !server.roles.some(({ id }) => id === role)) return [];
  const doors: Doors = { everyone: server.id, role, bot: server.botId, people: space.people, held: server.held };
  const silence = { speakers: speakersOf(space, server), held: server.held };
  const frozen = isFrozen(space.promo);
  return openOverwrites(space, doors).map(({ key, id, name, overwrites }) => {
    const open = (frozen ? formerOf(space, key) : null) ?? overwrites;
    return { key, id, name, open, overwrites: frozen ? freeze(open, silence) : open };
  });
}

/** The category in which each channel that was made belongs. */
function parentsOf({ parts, places }: Space) {
  const names = new Map(parts.map(({ key, name }) => [key, name]));
  return parts.flatMap((part) => {
    const id = places.get(part.key)?.discordId;
    if (part.what !== 'channel' || !id) return [];
    return [
      { id, name: part.name, parentId: places.get(part.category)?.discordId ?? null, category: names.get(part.category) ?? '' },
    ];
  });
}

/** How a promo's space differs from what the database wants. */
export function compareSpace(space: Space, server: Server, present: Present): Difference[] {
  const roleId = space.places.get('role')?.discordId ?? null;
  return differences(
    {
      parents: parentsOf(space),
      entries: wantsEntryRoles(space.promo) ? [space.promo.campus, space.promo.course] : [],
      places: space.parts
        .filter(({ what }) => what !== 'post')
        .map(({ key, name }) => ({ key, name, id: space.places.get(key)?.discordId ?? null })),
      role: roleId === null ? null : { id: roleId, name: space.promo.name },
      overwrites: expected(space, server),
      memberIds: space.memberIds,
    },
    {
      ids: new Set([...server.roles, ...server.channels].map(({ id }) => id)),
      roleName: server.roles.find(({ id }) => id === roleId)?.name ?? null,
      overwrites: new Map(server.channels.map(({ id, overwrites }) => [id, overwrites])),
      parents: new Map(server.channels.map(({ id, parentId }) => [id, parentId])),
      holds: (userId, id) => present.roles.get(userId)?.includes(id) ?? false,
      holders: roleId === null ? [] : (present.holders.get(roleId) ?? []),
      present: present.ids,
    },
  );
}

async function mend(
  context: TaskContext,
  { space, server }: { space: Space; server: Server },
  found: readonly Difference[],
): Promise<void> {
  const { db, discord, outcome, reason } = context;
  const { id: promoId, guildId } = space.promo;
  const why = { reason: reason(`promos.repair:${promoId}`) };
  const roleId = space.places.get('role')?.discordId;
  const wanted = new Map(expected(space, server).map((one) => [one.id, one]));
  const parents = new Map(parentsOf(space).map(({ id, parentId }) => [id, parentId]));
  const within = Map.groupBy(server.channels, ({ parentId }) => parentId);
  for (const difference of found) {
    if (difference.what === 'renamed') {
      const renamed = await outcome(discord.guilds.editRole(guildId, difference.id, { name: difference.to }, why));
      if (!renamed.ok && renamed.why === 'forbidden') throw renamed.error;
    }
    const parentId = difference.what === 'moved' ? parents.get(difference.id) : undefined;
    // Where a category is full the difference stays, for staff to see.
    if (difference.what === 'moved' && parentId && (within.get(parentId)?.length ?? 0) < limits.inCategory) {
      const moved = await outcome(discord.channels.edit(difference.id, { parent_id: parentId }, why));
      if (!moved.ok && moved.why === 'forbidden') throw moved.error;
    }
    // Its people get it once Discord has it: see `promiseGranted`.
    if (difference.what === 'entry_role') await promiseRole(db, { guildId, id: difference.entryId });
    const channel = difference.what === 'permissions' ? wanted.get(difference.id) : undefined;
    if (channel) await restoreOverwrites(context, space, channel, channel.overwrites, channel.open);
    if (difference.what === 'without_membership' && roleId) {
      const taken = await outcome(discord.guilds.removeRoleFromMember(guildId, difference.userId, roleId, why));
      if (!taken.ok && taken.why === 'forbidden') throw taken.error;
    }
  }
  const lacking = found.flatMap((one) => (one.what === 'without_role' || one.what === 'without_entry_role' ? [one.userId] : []));
  if (lacking.length > 0) await promiseRoles(db, guildId, [...new Set(lacking)]);
}

/** Looks again, then mends all that differs: what is missing first, since the rest hangs on it. */
export const repair = task(repairTask, (context, key) =>
  inTurn(context.db, spaceTurn(key.promoId), async () => {
    const { db, discord, settings } = context;
    const work = await openWork(context, key);
    if (!work || !wantsSpace(work.space.promo) || !(await buildSpace(work))) return;
    const space = await readSpace(db, key, (await settings(key.guildId)).locale);
    if (!space) return;
    const server = await readServer(discord, key.guildId, context.applicationId);
    const found = compareSpace(space, server, await readRoles(discord, key.guildId));
    await mend(context, { space, server }, found);
    const after = await readServer(discord, key.guildId, context.applicationId);
    await permitSpace(context, space, after, space.gone);
  }),
);

/** Spaces that are read in one go: few questions, and no more memory than a few thousand people need. */
const together = 25;

/** Every promo of a server against Discord, in one reading of the server. Staff are told once a night, and only when something differs. */
export const compare = task(compareTask, async (context, { guildId, day, askedAt }) => {
  const { db, discord, applicationId, outcome, settings, post, clock } = context;
  const { locale, channels, roles } = await settings(guildId);
  const read = await outcome(Promise.all([readServer(discord, guildId, applicationId), readRoles(discord, guildId)]));
  if (!read.ok) return;
  const [server, present] = read.value;

  for (const userId of knowsStaff(server, roles) ? await trustedOf(db, guildId) : [])
    if (!isOfStaff({ userId, roleIds: present.roles.get(userId) ?? [] }, server, roles) || !present.ids.has(userId))
      await distrust(db, { guildId, userId, now: clock.now() });

  const found = new Map<number, number>();
  const promoIds = await spacedPromos(db, guildId);
  for (let from = 0; from < promoIds.length; from += together)
    for (const space of await readSpaces(db, { guildId, promoIds: promoIds.slice(from, from + together) }, locale)) {
      found.set(space.promo.id, compareSpace(space, server, present).length);
    }
  await recordDrift(db, guildId, found);
  const drifted = await readDrifted(db, { guildId, page: 0 });
  const channelId = channels.alerts;
  if (drifted.total === 0 || !channelId) return;
  const posted = await post({
    channelId,
    messageId: null,
    message: nightlyMessage(drifted, locale),
    key: `promos.night:${guildId}:${day}`,
    since: askedAt,
  });
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
});
