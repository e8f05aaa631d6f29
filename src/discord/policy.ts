import { PermissionFlagsBits } from 'discord-api-types/v10';
import { type RoleKey, staffRoles } from '../kernel/role.ts';

/**
 * Who may use a command, button, select or form: static, visible in its declaration, checked at every click. Whether they may touch
 * this very row is for the service to say.
 */
export type Policy = {
  readonly name: string;
  /** Roles of the bot of which one is enough; `everyone` needs none. */
  readonly roles: readonly RoleKey[] | 'everyone';
  /** The Discord permission without which Discord does not even show the command. */
  readonly permission: bigint | null;
};

export const anyone: Policy = { name: 'anyone', roles: 'everyone', permission: null };

export const admin: Policy = { name: 'admin', roles: ['admin'], permission: PermissionFlagsBits.ManageGuild };

/** Those who run promos and decide who people are. */
export const staff: Policy = {
  name: 'staff',
  roles: staffRoles,
  permission: PermissionFlagsBits.ManageThreads,
};

export const policies = [anyone, admin, staff] as const;

/** True when one of these roles is enough. */
export const holds = ({ roles }: Policy, keys: ReadonlySet<RoleKey>): boolean =>
  roles === 'everyone' || roles.some((role) => keys.has(role));

/** Discord's Administrator permission counts as the `admin` role. */
export const isAdministrator = (permissions: string): boolean => (BigInt(permissions) & PermissionFlagsBits.Administrator) !== 0n;
