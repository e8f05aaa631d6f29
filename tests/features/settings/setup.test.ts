import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { areCompatible, channelProblem, roleProblem } from '../../../src/features/settings/rules/binding.ts';
import { bitsOf, channelPermissions, dangersOf, isPublic } from '../../../src/features/settings/rules/guild.ts';
import { categoryNeed, mergeNeeds, overwritesOf } from '../../../src/features/settings/rules/needs.ts';
import { overwritesToMend } from '../../../src/features/settings/rules/overwrites.ts';
import { categoryFor, decideChannel, decideRole, rolePermissions } from '../../../src/features/settings/rules/setup.ts';
import { type RoleKey, roleKeys } from '../../../src/kernel/role.ts';
import {
  allow,
  botId,
  botRoleId,
  channelFacts,
  deny,
  guildId,
  guildWith,
  healthy,
  id,
  ids,
  learnerNeed,
  managerNeed,
  needs,
  requestsNeed,
  roleFacts,
  welcomeNeed,
} from './facts.ts';

describe('what set-up does about a role', () => {
  const named = (role: Partial<Parameters<typeof roleFacts>[0]>) =>
    guildWith({ roles: [roleFacts({ id: id(50), name: 'En formation', ...role })] });

  test('keeps what is bound', () => {
    expect(decideRole(named({}), learnerNeed, [id(50)], [id(50)])).toEqual({ do: 'keep', forget: [] });
  });

  test('forgets what was deleted, and provides anew', () => {
    expect(decideRole(guildWith(), learnerNeed, [id(50)], [id(50)])).toEqual({ do: 'create', forget: [id(50)], passed: [] });
    expect(decideRole(named({}), learnerNeed, [id(50), id(51)], [])).toEqual({ do: 'keep', forget: [id(51)] });
  });

  test('adopts a role of exactly the default name', () => {
    expect(decideRole(named({}), learnerNeed, [], [])).toEqual({ do: 'adopt', forget: [], id: id(50) });
    expect(decideRole(named({ name: 'en formation' }), learnerNeed, [], [])).toMatchObject({ do: 'create', passed: [] });
  });

  test.each([
    ['above', { position: 11 }, []],
    ['managed', { managed: true }, []],
    ['dangerous', { permissions: ['BanMembers'] as const }, []],
    ['taken', {}, [id(50)]],
  ])('leaves a role that is %s, says why, and creates its own', (why, role, taken) => {
    expect(decideRole(named(role), learnerNeed, [], taken)).toEqual({ do: 'create', forget: [], passed: [{ id: id(50), why }] });
  });

  test('refuses beforehand what Discord would refuse', () => {
    expect(decideRole(guildWith({}, ['ViewChannel']), learnerNeed, [], [])).toMatchObject({
      do: 'refuse',
      refusal: { why: 'forbidden', missing: ['ManageRoles'] },
    });
    const full = guildWith({ roles: Array.from({ length: 248 }, (_, index) => roleFacts({ id: id(1000 + index) })) });
    expect(decideRole(full, learnerNeed, [], [])).toMatchObject({ do: 'refuse', refusal: { why: 'full' } });
  });

  test('hands on no permission that the bot lacks', () => {
    expect(rolePermissions(guildWith({}, ['ManageRoles']), managerNeed)).toEqual({ permissions: 0n, lacking: ['ManageThreads'] });
    expect(rolePermissions(guildWith(), managerNeed)).toEqual({ permissions: bitsOf(['ManageThreads']), lacking: [] });
  });
});

describe('what set-up does about a channel', () => {
  const named = (channel: Parameters<typeof channelFacts>[0]) =>
    guildWith({ channels: [channelFacts({ name: 'demandes', ...channel })] });
  const closed = [deny(guildId, ['ViewChannel']), allow(botId, ['ViewChannel', 'SendMessages'])];

  test('adopts a private channel of the name and kind where the bot can work', () => {
    expect(decideChannel(named({ id: id(60), overwrites: closed }), requestsNeed, [], [])).toMatchObject({
      do: 'adopt',
      id: id(60),
    });
  });

  test.each([
    ['public', { overwrites: [] }],
    ['kind', { overwrites: closed, type: ChannelType.GuildForum }],
    ['blind', { overwrites: [deny(guildId, ['ViewChannel'])] }],
  ])('leaves one that is %s', (why, channel) => {
    expect(decideChannel(named({ id: id(60), ...channel }), requestsNeed, [], [])).toMatchObject({
      do: 'create',
      passed: [{ id: id(60), why }],
    });
  });

  test('never takes a category for a channel', () => {
    const guild = named({ id: id(60), type: ChannelType.GuildCategory });
    expect(decideChannel(guild, requestsNeed, [], [])).toMatchObject({ do: 'create', passed: [] });
  });

  test('a category is found beside a sibling even renamed, else by its name, else made', () => {
    const category = (name: string) => channelFacts({ id: id(70), name, type: ChannelType.GuildCategory });
    const sibling = channelFacts({ id: id(71), parentId: id(70) });
    const alerts = { ...requestsNeed, key: 'alerts', name: 'alertes' };
    const both = { roles: [], channels: [requestsNeed, alerts] };
    expect(categoryFor(guildWith({ channels: [category('Renommée'), sibling] }), both, alerts, { requests: id(71) })).toEqual({
      id: id(70),
    });
    expect(categoryFor(guildWith({ channels: [category('Équipe')] }), both, alerts, {})).toEqual({ id: id(70) });
    expect(categoryFor(guildWith(), both, alerts, {})).toBe('create');
    const crowd = Array.from({ length: 50 }, (_, index) => channelFacts({ id: id(500 + index), parentId: id(70) }));
    expect(categoryFor(guildWith({ channels: [category('Équipe'), ...crowd] }), both, alerts, {})).toEqual({ id: null });
  });

  test('a private channel is seen by its audience and the bot only', () => {
    const guild = guildWith({ roles: [roleFacts({ id: id(21) }), roleFacts({ id: id(22) })] });
    const overwrites = overwritesOf(guild, requestsNeed, { project_manager: [id(21), id(99)] });
    const channel = channelFacts({ id: id(61), overwrites });
    expect(isPublic(guild, channel)).toBe(false);
    expect(channelPermissions(guild, channel, { roleIds: [id(21)] }) & bitsOf(['ViewChannel'])).not.toBe(0n);
    expect(channelPermissions(guild, channel, { roleIds: [id(22)] })).toBe(0n);
    expect(channelPermissions(guild, channel, guild.bot) & bitsOf(['SendMessages'])).not.toBe(0n);
    expect(overwrites.some((overwrite) => overwrite.id === id(99))).toBe(false);
  });

  test('where only the bot writes, everybody reads', () => {
    const guild = guildWith();
    const channel = channelFacts({ id: id(62), overwrites: overwritesOf(guild, welcomeNeed, {}) });
    expect(channelPermissions(guild, channel, { roleIds: [] }) & bitsOf(['ViewChannel', 'SendMessages'])).toBe(
      bitsOf(['ViewChannel']),
    );
    expect(channelPermissions(guild, channel, guild.bot) & bitsOf(['SendMessages'])).not.toBe(0n);
  });

  test('names in overwrites no permission that the bot lacks', () => {
    const held: readonly ['ViewChannel', 'ManageChannels'] = ['ViewChannel', 'ManageChannels'];
    const guild = {
      ...guildWith({}, held),
      roles: guildWith({}, held).roles.map((role) => (role.id === guildId ? { ...role, permissions: 0n } : role)),
    };
    for (const { allow, deny } of overwritesOf(guild, { ...requestsNeed, readOnly: true }, {})) {
      expect((allow | deny) & ~bitsOf(held)).toBe(0n);
    }
  });

  test('a category is private only when all in it is', () => {
    const open = { ...welcomeNeed, category: 'Équipe' };
    expect(categoryNeed(needs, 'Équipe').visibleTo).toEqual(['project_manager']);
    expect(categoryNeed({ roles: [], channels: [requestsNeed, open] }, 'Équipe').visibleTo).toBeUndefined();
  });

  test('a key that two features need is one, with the permissions of both', () => {
    const other = { ...requestsNeed, bot: ['EmbedLinks'] as const };
    const merged = mergeNeeds([
      { needs: { roles: [learnerNeed], channels: [requestsNeed] } },
      { needs: { roles: [{ ...learnerNeed, permissions: ['AddReactions'] }, managerNeed], channels: [other] } },
    ]);
    expect(merged.channels).toEqual([{ ...requestsNeed, bot: ['ViewChannel', 'SendMessages', 'EmbedLinks'] }]);
    expect(merged.roles.map(({ key }) => key)).toEqual(['project_manager', 'learner']);
    expect(merged.roles[1]?.permissions).toEqual(['AddReactions']);
  });
});

describe('what may be bound', () => {
  const guild = guildWith({
    roles: [
      roleFacts({ id: id(40), position: 3 }),
      roleFacts({ id: id(41), position: 12 }),
      roleFacts({ id: id(42), position: 3, managed: true }),
      roleFacts({ id: id(43), position: 3, permissions: ['ManageRoles'] }),
    ],
  });
  const of = (roleId: string, key: RoleKey, played: readonly RoleKey[] = []) => {
    const role = guild.roles.find((one) => one.id === roleId);
    if (!role) throw new Error(`no role ${roleId}`);
    return roleProblem(guild, role, { key, permissions: ['ManageThreads'] }, played)?.why ?? null;
  };

  test.each<[string, string, RoleKey, readonly RoleKey[], string | null]>([
    ['an ordinary role', id(40), 'learner', [], null],
    ['@everyone', guildId, 'learner', [], 'everyone'],
    ['a bot’s own role', botRoleId, 'learner', [], 'managed'],
    ['an integration’s role', id(42), 'learner', [], 'managed'],
    ['a role above the bot', id(41), 'learner', [], 'above'],
    ['a powerful role for people who hold none', id(43), 'newcomer', [], 'dangerous'],
    ['a powerful role for whoever is accepted as staff', id(43), 'project_manager', [], 'dangerous'],
    ['a powerful role for the administration', id(43), 'admin', [], null],
    ['a second compatible key', id(40), 'mentor', ['alumni'], null],
    ['a contradictory key', id(40), 'learner', ['admin'], 'contradictory'],
  ])('%s', (_name, roleId, key, played, expected) => {
    expect(of(roleId, key, played)).toBe(expected);
  });

  test('a power that a need declares is no danger; one more is', () => {
    const role = guild.roles.find((one) => one.id === id(43));
    if (!role) throw new Error('no such role');
    const powers = dangersOf(role);
    const [kept, ...extra] = powers;
    expect(roleProblem(guild, role, { key: 'project_manager', permissions: powers }, [])).toBeNull();
    expect(roleProblem(guild, role, { key: 'project_manager', permissions: extra }, [])).toEqual({
      why: 'dangerous',
      permissions: [kept],
    });
  });

  test('compatibility goes both ways, and a newcomer’s role is nothing else', () => {
    for (const a of roleKeys) {
      for (const b of roleKeys) expect(areCompatible(a, b)).toBe(areCompatible(b, a));
      expect(areCompatible(a, 'newcomer')).toBe(a === 'newcomer');
    }
  });

  test('no key that the bot gives by itself shares a role with one that rules', () => {
    const given: readonly RoleKey[] = [
      'learner',
      'trainer',
      'alumni',
      'recruiter',
      'candidate',
      'newcomer',
      'mentor',
      'project_manager',
    ];
    for (const key of given) for (const power of ['admin', 'moderator'] as const) expect(areCompatible(key, power)).toBe(false);
  });

  test('a public channel is refused for personal data, a forum where text is needed', () => {
    expect(channelProblem(guild, channelFacts({ id: id(80) }), requestsNeed)).toBe('public');
    expect(channelProblem(guild, channelFacts({ id: id(80) }), welcomeNeed)).toBeNull();
    expect(channelProblem(guild, channelFacts({ id: id(80), type: ChannelType.GuildForum }), welcomeNeed)).toBe('kind');
  });
});

describe('overwrites that the bot writes to mend a channel', () => {
  test('put a public channel right without shutting anybody out', () => {
    const seen = healthy();
    const channel = channelFacts({ id: ids.requests });
    const broken = { ...seen.guild, channels: [channel] };
    let mended = channel;
    for (const { overwrite } of overwritesToMend(broken, needs, seen.settings)) {
      mended = { ...mended, overwrites: [...mended.overwrites.filter((one) => one.id !== overwrite.id), overwrite] };
      // After each single call the bot still sees the channel: a crash in the middle leaves it able to go on.
      expect(channelPermissions(broken, mended, broken.bot)).not.toBe(0n);
    }
    expect(isPublic(broken, mended)).toBe(false);
    expect(channelPermissions(broken, mended, { roleIds: [ids.managerRole] })).not.toBe(0n);
    expect(overwritesToMend({ ...broken, channels: [mended] }, needs, seen.settings)).toEqual([]);
  });

  test('leave a healthy server alone', () => {
    const { guild, settings } = healthy();
    expect(overwritesToMend(guild, needs, settings)).toEqual([]);
  });
});
