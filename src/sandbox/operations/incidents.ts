import { refuse } from '../errors.ts';
import { requireInGuild } from '../permissions.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import type { Guild, Incidents, World } from '../world.ts';
import { announceGuild } from './announce.ts';
import type { Act } from './audit.ts';

/** What is left out stays as it is, `null` ends it. https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions */
export type IncidentChange = { [Key in keyof Incidents]?: string | null | undefined };

const isAhead = (world: World, until: string | null): boolean => until !== null && new Date(until) > world.clock.now();

export function setIncidents(world: World, by: Act, guild: Guild, change: IncidentChange): Incidents {
  requireInGuild(world, by.actorId, guild, 'ManageGuild');
  const now = world.clock.now().getTime();
  const ahead = (until: string | null | undefined) => (until ? new Date(until).getTime() - now : null);
  enforce(ruleTable.incidents, { invites: ahead(change.invites_disabled_until), dms: ahead(change.dms_disabled_until) });
  const kept = (given: string | null | undefined, known: string | null) =>
    given === undefined ? known : given === null ? null : new Date(given).toISOString();
  guild.incidents = {
    invites_disabled_until: kept(change.invites_disabled_until, guild.incidents.invites_disabled_until),
    dms_disabled_until: kept(change.dms_disabled_until, guild.incidents.dms_disabled_until),
  };
  announceGuild(world, guild);
  return guild.incidents;
}

/** Pauses end by their time alone: nothing is sent then, and the dates stay where they are. */
export const invitesPaused = (world: World, { incidents, features }: Guild): boolean =>
  features.includes('INVITES_DISABLED') || isAhead(world, incidents.invites_disabled_until);

export const dmsPaused = (world: World, { incidents }: Guild): boolean => isAhead(world, incidents.dms_disabled_until);

export function requireOpenInvites(world: World, guild: Guild): void {
  if (invitesPaused(world, guild)) throw refuse('invitesPaused');
}
