import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { diagnose, type Finding, type Observation } from '../../../src/features/settings/rules/findings.ts';
import type { ChannelFacts, GuildFacts, RoleFacts } from '../../../src/features/settings/rules/guild.ts';
import { bitsOf } from '../../../src/features/settings/rules/guild.ts';
import { ownPermissions } from '../../../src/features/settings/rules/needs.ts';
import { diagnosticCard } from '../../../src/features/settings/views/diagnostic.ts';
import { monday } from '../../support/monday.ts';
import { allow, botId, botRoleId, deny, guildId, healthy, id, ids } from './facts.ts';
import { limitsBroken } from './limits.ts';

type Change = (observation: Observation) => Observation;

const guild =
  (change: (guild: GuildFacts) => GuildFacts): Change =>
  (observation) => ({ ...observation, guild: change(observation.guild) });
const role = (roleId: string, change: Partial<RoleFacts>): Change =>
  guild((facts) => ({ ...facts, roles: facts.roles.map((one) => (one.id === roleId ? { ...one, ...change } : one)) }));
const channel = (channelId: string, change: Partial<ChannelFacts>): Change =>
  guild((facts) => ({ ...facts, channels: facts.channels.map((one) => (one.id === channelId ? { ...one, ...change } : one)) }));
const without = (gone: string): Change =>
  guild((facts) => ({
    ...facts,
    roles: facts.roles.filter((one) => one.id !== gone),
    channels: facts.channels.filter((one) => one.id !== gone),
  }));
const health =
  (change: Partial<Observation['health']>): Change =>
  (observation) => ({ ...observation, health: { ...observation.health, ...change } });
const botMay = (names: readonly (typeof ownPermissions)[number][]): Change => role(botRoleId, { permissions: bitsOf(names) });
const all =
  (...changes: Change[]): Change =>
  (observation) =>
    changes.reduce((current, change) => change(current), observation);

const faults = [
  { id: 1, key: 'onboarding.settle:42', code: 50013, createdAt: monday },
  { id: 2, key: 'onboarding.settle:43', code: 50013, createdAt: monday },
];

/** Each fault, seeded alone into a server where all is well, and all that is found then. */
const seeded: readonly [string, Change, readonly Partial<Finding>[]][] = [
  [
    'a permission missing on the server',
    botMay(ownPermissions.filter((name) => name !== 'ManageNicknames')),
    [{ kind: 'guild_permission', permissions: ['ManageNicknames'], remedy: null }],
  ],
  [
    'a role above the bot',
    role(ids.learnerRole, { position: 11 }),
    [{ kind: 'role_above', key: 'learner', roleId: ids.learnerRole, remedy: null }],
  ],
  [
    'a role at the position of the bot, and older',
    all(
      role(ids.learnerRole, { position: 10 }),
      guild((facts) => ({
        ...facts,
        roles: facts.roles.map((one) => (one.id === botRoleId ? { ...one, id: id(99) } : one)),
        bot: { ...facts.bot, roleIds: [id(99)] },
      })),
    ),
    [{ kind: 'role_above', key: 'learner', roleId: ids.learnerRole, remedy: null }],
  ],
  [
    'a role that was given power since it was bound',
    role(ids.learnerRole, { permissions: bitsOf(['ViewChannel', 'BanMembers']) }),
    [{ kind: 'role_dangerous', key: 'learner', roleId: ids.learnerRole, permissions: ['BanMembers'], remedy: null }],
  ],
  [
    'a bound role deleted',
    without(ids.learnerRole),
    [{ kind: 'role_deleted', key: 'learner', roleId: ids.learnerRole, remedy: 'setup' }],
  ],
  [
    'a role not bound',
    (seen) => ({ ...seen, settings: { ...seen.settings, roles: { project_manager: [ids.managerRole] } } }),
    [{ kind: 'role_unbound', keys: ['learner'], remedy: 'setup' }],
  ],
  [
    'a staff role to which Discord shows no staff command',
    role(ids.managerRole, { permissions: 0n }),
    [{ kind: 'staff_hidden', key: 'project_manager', roleId: ids.managerRole, permissions: ['ManageThreads'], remedy: null }],
  ],
  [
    'a bound channel deleted',
    without(ids.requests),
    [{ kind: 'channel_deleted', key: 'requests', channelId: ids.requests, remedy: 'setup' }],
  ],
  [
    'a channel not bound',
    (seen) => ({ ...seen, settings: { ...seen.settings, channels: { welcome: ids.welcome } } }),
    [{ kind: 'channel_unbound', keys: ['requests'], remedy: 'setup' }],
  ],
  [
    'a channel of the wrong kind',
    channel(ids.requests, { type: ChannelType.GuildForum }),
    [{ kind: 'channel_kind', key: 'requests', channelId: ids.requests, expected: 'text', remedy: null }],
  ],
  [
    'a permission missing in a channel',
    channel(ids.welcome, { overwrites: [deny(botRoleId, ['SendMessages'])] }),
    [{ kind: 'channel_permission', key: 'welcome', permissions: ['SendMessages'], remedy: 'overwrites' }],
  ],
  [
    'a channel hidden from the bot, which it cannot mend',
    channel(ids.requests, { overwrites: [deny(guildId, ['ViewChannel']), allow(ids.managerRole, ['ViewChannel'])] }),
    [{ kind: 'channel_permission', key: 'requests', permissions: ['ViewChannel', 'SendMessages'], remedy: null }],
  ],
  [
    'a private channel that everybody sees',
    channel(ids.requests, { overwrites: [] }),
    [{ kind: 'channel_public', key: 'requests', channelId: ids.requests, remedy: 'overwrites' }],
  ],
  [
    'a private channel hidden from a role that should see it',
    channel(ids.requests, {
      overwrites: [deny(guildId, ['ViewChannel']), allow(botId, ['ViewChannel', 'SendMessages', 'ManageRoles'])],
    }),
    [{ kind: 'channel_hidden', key: 'requests', roleIds: [ids.managerRole], remedy: 'overwrites' }],
  ],
  [
    'a panel deleted',
    (seen) => ({ ...seen, panels: [{ key: 'welcome', channelId: ids.welcome, isThere: false }] }),
    [{ kind: 'panel_missing', key: 'welcome', remedy: 'panel' }],
  ],
  ['a panel never posted', (seen) => ({ ...seen, panels: [] }), [{ kind: 'panel_missing', key: 'welcome', remedy: 'panel' }]],
  [
    'a panel in a former channel',
    (seen) => ({ ...seen, panels: [{ key: 'welcome', channelId: id(77), isThere: true }] }),
    [{ kind: 'panel_missing', key: 'welcome', channelId: ids.welcome, remedy: 'panel' }],
  ],
  [
    'the members intent off',
    (seen) => ({ ...seen, applicationFlags: 0 }),
    [{ kind: 'intent_off', intent: 'members', remedy: null }],
  ],
  [
    'the content intent off though asked for',
    (seen) => ({ ...seen, wantsMessageContent: true }),
    [{ kind: 'intent_off', intent: 'content', remedy: null }],
  ],
  [
    'commands not deployed',
    (seen) => ({ ...seen, areCommandsDeployed: false }),
    [{ kind: 'commands_not_deployed', remedy: 'deploy' }],
  ],
  [
    'a dead task',
    health({ deadTasks: [{ name: 'onboarding.card', count: 2 }] }),
    [{ kind: 'task_dead', name: 'onboarding.card', count: 2, remedy: 'retry' }],
  ],
  ['a queue two minutes late', health({ queueLag: 120 }), [{ kind: 'queue_late', seconds: 120, remedy: null }]],
  ['a slow database', health({ databaseLatency: 900 }), [{ kind: 'database_slow', milliseconds: 900, remedy: null }]],
  [
    'the same refusal for two rows',
    health({ faults }),
    [{ kind: 'fault', key: 'onboarding.settle:42', code: 50013, count: 2, remedy: 'forget' }],
  ],
];

describe('diagnose', () => {
  test('finds nothing where all is well', () => {
    expect(diagnose(healthy())).toEqual([]);
  });

  test.each(seeded)('finds %s, and nothing else', (_name, change, expected) => {
    const found = diagnose(change(healthy()));
    expect(found).toHaveLength(expected.length);
    for (const [index, finding] of expected.entries()) expect(found[index]).toMatchObject(finding);
  });

  test('offers nothing that a missing permission prevents', () => {
    const bare = botMay(['ViewChannel', 'SendMessages']);
    const broken = all(
      bare,
      without(ids.learnerRole),
      without(ids.requests),
      channel(ids.welcome, { overwrites: [deny(botRoleId, ['SendMessages'])] }),
    );
    const found = diagnose(broken(healthy()));
    expect(found.map(({ kind, remedy }) => [kind, remedy])).toEqual([
      ['guild_permission', null],
      ['role_deleted', null],
      ['channel_deleted', null],
      ['channel_permission', null],
    ]);
  });

  test('what blocks a whole feature comes before what concerns a row', () => {
    const found = diagnose(all(health({ faults }), botMay([]))(healthy()));
    expect(found[0]?.kind).toBe('guild_permission');
    expect(found.at(-1)?.kind).toBe('fault');
  });

  test('Administrator is every permission, in every channel', () => {
    const hidden = channel(ids.requests, {
      overwrites: [deny(guildId, ['ViewChannel']), allow(ids.managerRole, ['ViewChannel'])],
    });
    expect(diagnose(all(hidden, botMay(['Administrator' as never]))(healthy()))).toEqual([]);
  });
});

describe('the card of a diagnostic', () => {
  const every = seeded.flatMap(([, change]) => diagnose(change(healthy())));

  test.each(['fr', 'en'] as const)('says every kind of finding with its fix, in %s, within Discord’s limits', (locale) => {
    for (const finding of every) {
      const card = diagnosticCard([finding], locale);
      const shown = JSON.stringify(card);
      expect(shown).toContain('→');
      expect(shown).not.toMatch(/undefined|\[object/);
      expect(shown.includes('settings:mend')).toBe(finding.remedy !== null);
      expect(limitsBroken(card)).toEqual([]);
    }
    expect(limitsBroken(diagnosticCard([...every, ...every, ...every, ...every], locale))).toEqual([]);
  });

  test('both languages differ', () => {
    for (const finding of every) expect(diagnosticCard([finding], 'fr')).not.toEqual(diagnosticCard([finding], 'en'));
  });

  test('a healthy server is told so, without a button to mend', () => {
    expect(JSON.stringify(diagnosticCard([], 'fr'))).toContain('Tout va bien');
    expect(JSON.stringify(diagnosticCard([], 'fr'))).not.toContain('settings:mend');
  });
});
