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

/** Those who handle what people report of each other. */
export const guardian: Policy = { name: 'guardian', roles: [...staffRoles, 'moderator'], permission: null };

/** Those who moderate: warn, exclude for a time, handle reports. */
export const moderator: Policy = {
  name: 'moderator',
  roles: ['admin', 'moderator'],
  permission: PermissionFlagsBits.ModerateMembers,
};

const only = (name: string, roles: readonly RoleKey[]): Policy => ({ name, roles, permission: null });

const seekers = ['mentor', 'alumni', 'learner'] as const;
/** Those who look for work or have done: they read offers, apply, and may have a profile. */
export const seeker = only('seeker', seekers);

/** Those who answer for a company. */
export const recruiter = only('recruiter', ['recruiter']);

/** Those who may make a company known. */
export const registrant = only('registrant', ['recruiter', 'candidate']);

const authors = ['recruiter', 'alumni'] as const;
/** Those who post offers: recruiters, alumni for the company where they work, and candidates, who prepare those of a company that waits to be verified. */
export const author = only('author', [...authors, 'candidate']);

/** Those who were trained here. */
export const alumni = only('alumni', ['alumni']);

const volunteers = ['mentor', 'alumni', 'trainer'] as const;
/** Those who may accompany somebody: alumni and trainers, and mentors whatever else they are. */
export const volunteer = only('volunteer', volunteers);

/** Those who may ask to be accompanied. */
export const learner = only('learner', ['learner']);

const peers = [...volunteers, 'learner'] as const;
/** Those who accompany or may ask to be accompanied. */
export const peer = only('peer', peers);

/** Those whom mentoring concerns: the same, and staff. */
export const mentoring = only('mentoring', [...peers, ...staffRoles]);

/** Those who may open an offer: who may apply, who posts, and who reviews. */
export const reader = only('reader', [...new Set([...seekers, ...authors, ...staffRoles])]);

export const policies = [
  anyone,
  admin,
  staff,
  guardian,
  moderator,
  seeker,
  recruiter,
  registrant,
  author,
  volunteer,
  learner,
  peer,
  mentoring,
  reader,
] as const;

/** True when one of these roles is enough. */
export const holds = ({ roles }: Policy, keys: ReadonlySet<RoleKey>): boolean =>
  roles === 'everyone' || roles.some((role) => keys.has(role));

/** Discord's Administrator permission counts as the `admin` role. */
export const isAdministrator = (permissions: string): boolean => (BigInt(permissions) & PermissionFlagsBits.Administrator) !== 0n;
