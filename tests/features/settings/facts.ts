import { ChannelType, OverwriteType } from 'discord-api-types/v10';
import type { Observation } from '../../../src/features/settings/rules/findings.ts';
import {
  bitsOf,
  type ChannelFacts,
  type GuildFacts,
  type OverwriteFacts,
  type RoleFacts,
} from '../../../src/features/settings/rules/guild.ts';
import { type Needs, ownPermissions } from '../../../src/features/settings/rules/needs.ts';
import type { GuildSettings } from '../../../src/infra/settings.ts';
import type { ChannelNeed, PermissionName, RoleNeed } from '../../../src/kernel/feature.ts';

export const guildId = '100000000000000001';
export const botId = '100000000000000002';
export const ownerId = '100000000000000003';
export const botRoleId = '100000000000000010';

/** Short numbers make readable tests; Discord's ids have 17 digits at least. */
export const id = (number: number): string => String(100_000_000_000_000_000n + BigInt(number));

export const roleFacts = (
  role: Partial<Omit<RoleFacts, 'permissions'>> & { id: string; permissions?: readonly PermissionName[] },
): RoleFacts => ({
  name: `role ${role.id}`,
  position: 1,
  managed: false,
  ...role,
  permissions: bitsOf(role.permissions ?? []),
});

export const allow = (target: string, names: readonly PermissionName[]): OverwriteFacts => ({
  id: target,
  type: target === botId ? OverwriteType.Member : OverwriteType.Role,
  allow: bitsOf(names),
  deny: 0n,
});
export const deny = (target: string, names: readonly PermissionName[]): OverwriteFacts => ({
  ...allow(target, []),
  deny: bitsOf(names),
});

export const channelFacts = (channel: Partial<ChannelFacts> & { id: string }): ChannelFacts => ({
  name: `channel-${channel.id}`,
  type: ChannelType.GuildText,
  parentId: null,
  overwrites: [],
  ...channel,
});

/** A server whose @everyone sees and writes, and a bot with all it asks for, at position 10. */
export const guildWith = (
  { roles = [], channels = [] }: { roles?: readonly RoleFacts[]; channels?: readonly ChannelFacts[] } = {},
  botPermissions: readonly PermissionName[] = ownPermissions,
): GuildFacts => ({
  id: guildId,
  ownerId,
  roles: [
    roleFacts({
      id: guildId,
      name: '@everyone',
      position: 0,
      permissions: ['ViewChannel', 'SendMessages', 'ReadMessageHistory'],
    }),
    roleFacts({ id: botRoleId, name: 'Passerelle', position: 10, managed: true, permissions: botPermissions }),
    ...roles,
  ],
  channels,
  bot: { userId: botId, roleIds: [botRoleId] },
});

export const learnerNeed: RoleNeed = { key: 'learner', name: 'En formation', permissions: [] };
export const managerNeed: RoleNeed = { key: 'project_manager', name: 'Gestion de projet', permissions: ['ManageThreads'] };
export const welcomeNeed: ChannelNeed = {
  key: 'welcome',
  name: 'bienvenue',
  topic: { fr: 'Accueil', en: 'Welcome' },
  kind: 'text',
  category: 'Accueil',
  readOnly: true,
  panel: true,
  bot: ['ViewChannel', 'SendMessages'],
};
export const requestsNeed: ChannelNeed = {
  key: 'requests',
  name: 'demandes',
  topic: { fr: 'Demandes', en: 'Requests' },
  kind: 'text',
  category: 'Équipe',
  visibleTo: ['project_manager'],
  bot: ['ViewChannel', 'SendMessages'],
};
export const needs: Needs = { roles: [managerNeed, learnerNeed], channels: [welcomeNeed, requestsNeed] };

const [managerRole, learnerRole, welcome, requests] = [id(21), id(22), id(31), id(32)];
export const ids = { managerRole, learnerRole, welcome, requests } as const;

/** Everything bound and as it should be. */
export const healthy = (): Observation => ({
  guild: guildWith({
    roles: [
      roleFacts({ id: managerRole, position: 5, permissions: ['ManageThreads'] }),
      roleFacts({ id: learnerRole, position: 4 }),
    ],
    channels: [
      channelFacts({ id: welcome }),
      channelFacts({
        id: requests,
        overwrites: [
          deny(guildId, ['ViewChannel']),
          allow(managerRole, ['ViewChannel']),
          allow(botId, ['ViewChannel', 'SendMessages', 'ManageRoles']),
        ],
      }),
    ],
  }),
  needs,
  settings: {
    guildId,
    locale: 'fr',
    timeZone: 'Europe/Paris',
    roles: { project_manager: [managerRole], learner: [learnerRole] },
    channels: { welcome, requests },
  } satisfies GuildSettings,
  applicationFlags: 1 << 14,
  wantsMessageContent: false,
  areCommandsDeployed: true,
  policies: [{ roles: ['admin', 'project_manager'], permission: bitsOf(['ManageThreads']) }],
  panels: [{ key: 'welcome', channelId: welcome, isThere: true }],
  health: { faults: [], deadTasks: [], queueLag: 0, databaseLatency: 2 },
});
