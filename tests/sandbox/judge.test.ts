import { beforeAll, describe, expect, test } from 'vitest';
import { movableClock } from '../../src/kernel/time.ts';
import { operations } from '../../src/sandbox/judge/operations.ts';
import { type Judge, loadJudge } from '../../src/sandbox/judge.ts';
import { channelObject, memberObject, messageEvent, messageObject, roleObject, userOf } from '../../src/sandbox/objects.ts';
import { addChannel, addGuild, addMember, addRole, addUser } from '../../src/sandbox/population.ts';
import { createWorld, type Message } from '../../src/sandbox/world.ts';

let judge: Judge;
beforeAll(async () => {
  judge = await loadJudge();
});

const someId = '123456789012345678';
const request = (route: string, body: unknown) => {
  const [method = '', template = ''] = route.split(' ');
  return judge.judgeRequest(method, template, body);
};
const paths = (violations: readonly { path: string }[]) => violations.map(({ path }) => path);

const button = { type: 2, style: 1, label: 'Postuler', custom_id: 'jobs:apply:42' };
const select = { type: 3, custom_id: 'onboarding:kind', options: [{ label: 'Alumni', value: 'alumni' }] };
const label = (component: object) => ({ type: 18, label: 'Prénom', component });

describe('a request', () => {
  test.each<[string, string, unknown]>([
    [
      'a message with an embed and a button',
      'POST /channels/{channel_id}/messages',
      {
        content: 'Bonjour',
        embeds: [
          {
            title: 'Offre',
            description: 'CDI à Lille',
            color: 0xce0033,
            fields: [{ name: 'Ville', value: 'Lille', inline: true }],
          },
        ],
        components: [
          { type: 1, components: [button] },
          { type: 1, components: [select] },
        ],
        allowed_mentions: { parse: [] },
        nonce: 'job-42',
        enforce_nonce: true,
      },
    ],
    [
      'a message of components V2',
      'POST /channels/{channel_id}/messages',
      {
        flags: 1 << 15,
        components: [
          {
            type: 17,
            accent_color: 1,
            components: [
              { type: 10, content: '# Bienvenue' },
              { type: 14, divider: true, spacing: 1 },
              { type: 9, components: [{ type: 10, content: 'Votre espace' }], accessory: button },
              { type: 1, components: [select] },
            ],
          },
        ],
      },
    ],
    [
      'a reply to an interaction',
      'POST /interactions/{interaction_id}/{interaction_token}/callback',
      {
        type: 4,
        data: { content: 'Demande envoyée.', flags: 64, allowed_mentions: { parse: [] } },
      },
    ],
    ['a deferral', 'POST /interactions/{interaction_id}/{interaction_token}/callback', { type: 5, data: { flags: 64 } }],
    ['an update deferral', 'POST /interactions/{interaction_id}/{interaction_token}/callback', { type: 6 }],
    [
      'choices',
      'POST /interactions/{interaction_id}/{interaction_token}/callback',
      {
        type: 8,
        data: { choices: [{ name: 'Alice', name_localizations: { fr: 'Alice' }, value: '42' }] },
      },
    ],
    [
      'a form',
      'POST /interactions/{interaction_id}/{interaction_token}/callback',
      {
        type: 9,
        data: {
          custom_id: 'onboarding:form',
          title: 'Qui êtes-vous ?',
          components: [
            { type: 10, content: 'Ces informations restent entre nous.' },
            label({ type: 4, custom_id: 'first_name', style: 1, min_length: 1, max_length: 80, required: true }),
            label({ type: 3, custom_id: 'kind', options: [{ label: 'Alumni', value: 'alumni' }], required: true }),
            label({ type: 5, custom_id: 'member' }),
            label({ type: 19, custom_id: 'cv', min_values: 0, max_values: 1, required: false }),
          ],
        },
      },
    ],
    [
      'an edit of the answer',
      'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original',
      { content: 'Fini.', components: [] },
    ],
    [
      'commands in two languages',
      'PUT /applications/{application_id}/commands',
      [
        {
          type: 1,
          name: 'setup',
          name_localizations: { fr: 'installation' },
          description: 'Set the server up',
          description_localizations: { fr: 'Installer le serveur' },
          default_member_permissions: '32',
          contexts: [0],
          options: [
            {
              type: 1,
              name: 'role',
              description: 'Bind a role',
              options: [{ type: 8, name: 'role', description: 'The role', required: true }],
            },
          ],
        },
      ],
    ],
    ['a role', 'POST /guilds/{guild_id}/roles', { name: 'Apprenant', permissions: '0', hoist: true, mentionable: false }],
    [
      'a channel with overwrites',
      'POST /guilds/{guild_id}/channels',
      {
        name: 'demandes',
        type: 0,
        permission_overwrites: [{ id: someId, type: 0, allow: '1024', deny: '0' }],
      },
    ],
    ['overwrites of a channel', 'PUT /channels/{channel_id}/permissions/{overwrite_id}', { type: 1, allow: '1024', deny: '0' }],
    ['a nickname and roles', 'PATCH /guilds/{guild_id}/members/{user_id}', { nick: 'Alice Dupont', roles: [someId] }],
    [
      'a timeout',
      'PATCH /guilds/{guild_id}/members/{user_id}',
      { communication_disabled_until: '2026-11-22T10:00:00.000000+00:00' },
    ],
    ['a role given', 'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}', undefined],
    [
      'a private thread',
      'POST /channels/{channel_id}/threads',
      { name: 'Votre demande', type: 12, invitable: false, auto_archive_duration: 1440 },
    ],
    ['a direct channel', 'POST /users/@me/channels', { recipient_id: someId }],
    ['a thread archived', 'PATCH /channels/{channel_id}', { archived: true, locked: true }],
    ['a channel moved', 'PATCH /channels/{channel_id}', { parent_id: someId, position: 3 }],
    ['a ban', 'PUT /guilds/{guild_id}/bans/{user_id}', { delete_message_seconds: 3600 }],
  ])('is accepted: %s', (_, route, body) => {
    expect(request(route, body)).toEqual([]);
  });

  test.each<[string, string, unknown, string]>([
    ['a key nobody knows', 'POST /channels/{channel_id}/messages', { content: 'x', allowedMentions: { parse: [] } }, ''],
    [
      'a key nobody knows, deep',
      'POST /channels/{channel_id}/messages',
      { components: [{ type: 1, components: [{ ...button, colour: 1 }] }] },
      'components.0.components.0',
    ],
    [
      'a label too long',
      'POST /channels/{channel_id}/messages',
      { components: [{ type: 1, components: [{ ...button, label: 'x'.repeat(81) }] }] },
      'components.0.components.0.label',
    ],
    [
      'eleven embeds',
      'POST /channels/{channel_id}/messages',
      { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) },
      'embeds',
    ],
    ['an id that is a number', 'POST /users/@me/channels', { recipient_id: 42 }, 'recipient_id'],
    [
      'a form without a title',
      'POST /interactions/{interaction_id}/{interaction_token}/callback',
      { type: 9, data: { custom_id: 'a:b', components: [label({ type: 4, custom_id: 'x', style: 1 })] } },
      'data.title',
    ],
    ['a command without a name', 'PUT /applications/{application_id}/commands', [{ type: 1, description: 'x' }], '0.name'],
    ['permissions that are words', 'POST /guilds/{guild_id}/roles', { name: 'x', permissions: 'all' }, 'permissions'],
    [
      'a date that is none',
      'PATCH /guilds/{guild_id}/members/{user_id}',
      { communication_disabled_until: 'demain' },
      'communication_disabled_until',
    ],
    ['a body where there is none', 'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}', { reason: 'x' }, ''],
    ['a route that does not exist', 'POST /guilds/{guild_id}/party', {}, ''],
  ])('is refused: %s', (_, route, body, path) => {
    expect(paths(request(route, body))).toEqual([path]);
  });

  test('says where it went wrong', () => {
    const [violation] = request('POST /channels/:channelId/messages', { content: 42 });
    expect(violation).toMatchObject({ where: 'POST /channels/{channel_id}/messages takes', path: 'content' });
  });
});

test('every schema of the table exists in the package', () => {
  for (const route of Object.keys(operations)) {
    const [method = '', template = ''] = route.split(' ');
    expect(() => request(route, {})).not.toThrow();
    expect(judge.judgeResponse(method, template, 200, 'neither of them')).not.toEqual([]);
  }
});

describe('the objects of the local Discord', () => {
  const world = createWorld(movableClock(new Date('2026-09-01T08:00:00Z')));
  const owner = addUser(world, { username: 'ines.moreau', globalName: 'Inès' });
  addUser(world, { username: 'passerelle', bot: true, id: world.application.id });
  const guild = addGuild(world, { name: 'Simplon', ownerId: owner.id });
  const bot = addMember(world, guild, world.application.id);
  const role = addRole(world, guild, { name: 'Apprenant' });
  const channel = addChannel(world, guild, { name: 'général' });
  const message: Message = {
    id: world.id(),
    channel_id: channel.id,
    author_id: owner.id,
    type: 0,
    content: 'bonjour',
    embeds: [],
    components: [],
    attachments: [],
    mentions: [world.application.id],
    mention_roles: [],
    mention_everyone: false,
    timestamp: '2026-09-01T08:00:00.000000+00:00',
    edited_timestamp: null,
    flags: 0,
    pinned: false,
    tts: false,
    nonce: null,
    reactions: [],
    reference: null,
    thread_id: null,
    interaction: null,
    only: null,
  };

  test.each<[string, unknown]>([
    ['GET /channels/{channel_id}', channelObject(world, channel)],
    ['POST /channels/{channel_id}/messages', messageObject(world, message)],
    ['GET /guilds/{guild_id}/members/{user_id}', memberObject(world, bot)],
    ['GET /guilds/{guild_id}/roles', [roleObject(role)]],
    ['GET /users/{user_id}', userOf(world, owner.id)],
  ])('are good answers: %s', (route, body) => {
    const [method = '', template = ''] = route.split(' ');
    expect(judge.judgeResponse(method, template, 200, body)).toEqual([]);
  });

  test('are good events', () => {
    expect(judge.judgeDispatch('MESSAGE_CREATE', messageEvent(world, message))).toEqual([]);
    expect(judge.judgeDispatch('GUILD_MEMBER_ADD', { ...memberObject(world, bot), guild_id: guild.id })).toEqual([]);
    expect(judge.judgeDispatch('GUILD_ROLE_CREATE', { guild_id: guild.id, role: roleObject(role) })).toEqual([]);
    expect(judge.judgeDispatch('CHANNEL_CREATE', channelObject(world, channel))).toEqual([]);
  });
});

test('an answer that lacks a field is refused, one with a new field is not', () => {
  const role = { id: someId, name: 'Apprenant' };
  expect(paths(judge.judgeResponse('GET', '/guilds/{guild_id}/roles/{role_id}', 200, role))).toContain('permissions');
  const user = {
    id: someId,
    username: 'a',
    avatar: null,
    discriminator: '0',
    public_flags: 0,
    flags: 0,
    global_name: null,
    primary_guild: null,
  };
  expect(judge.judgeResponse('GET', '/users/{user_id}', 200, { ...user, something_new: 1 })).toEqual([]);
});

test('errors, limits and empty answers have their own shapes', () => {
  const give = (status: number, body: unknown) =>
    judge.judgeResponse('DELETE', '/guilds/{guild_id}/members/{user_id}', status, body);
  expect(give(204, undefined)).toEqual([]);
  expect(give(204, { ok: true })).toHaveLength(1);
  expect(give(200, {})).toHaveLength(1);
  expect(give(403, { message: 'Missing Permissions', code: 50013 })).toEqual([]);
  expect(paths(give(403, { message: 'Missing Permissions' }))).toEqual(['code']);
  expect(give(429, { message: 'You are being rate limited.', retry_after: 0.5, global: false })).toEqual([]);
  expect(paths(give(429, { message: 'You are being rate limited.', global: false }))).toEqual(['retry_after']);
});

test('events are held to the document, and an unknown one is refused', () => {
  expect(judge.judgeDispatch('MESSAGE_DELETE', { id: someId, channel_id: someId, guild_id: someId })).toEqual([]);
  expect(paths(judge.judgeDispatch('MESSAGE_DELETE', { id: someId }))).toEqual(['channel_id']);
  expect(paths(judge.judgeDispatch('GUILD_MEMBER_REMOVE', { guild_id: someId, user: {} }))).toContain('user.id');
  expect(judge.judgeDispatch('MEMBER_JOINED', {})).toHaveLength(1);
});
