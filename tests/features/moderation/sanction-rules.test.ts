import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../src/features/moderation/commands/person.ts';
import { durationText } from '../../../src/features/moderation/messages/duration.ts';
import { boundsOf, readDuration, readLength } from '../../../src/features/moderation/rules/duration.ts';
import { obstacleTo, type Standing } from '../../../src/features/moderation/rules/guard.ts';
import { readEntry } from '../../../src/features/moderation/rules/outside.ts';
import { proposalFor } from '../../../src/features/moderation/rules/points.ts';
import { mayRead, readLink } from '../../../src/features/moderation/rules/sight.ts';
import { measures } from '../../../src/kernel/moderation.ts';
import { bornAt, idBefore } from '../../../src/kernel/snowflake.ts';
import { monday } from '../../support/monday.ts';

const [m, h, d] = [60, 3_600, 86_400];

test.each([
  ['30 min', 30 * m],
  ['2 h', 2 * h],
  ['2h', 2 * h],
  ['1h30', 90 * m],
  ['2 heures 15', 135 * m],
  ['3 jours', 3 * d],
  ['1 j 12 h', 36 * h],
  ['1w', 7 * d],
  ['une semaine', 7 * d],
  ['a day', d],
  ['an hour', h],
  ['Deux Semaines et 1 jour', 15 * d],
  ['1,5 h', 90 * m],
  ['0.5 day', 12 * h],
  ['1 mois', 30 * d],
  ['1 année', 365 * d],
  ['un an', 365 * d],
  ['90 s', 90],
  ['2 days, 3 hours', 51 * h],
  ['', null],
  ['2', null],
  ['h', null],
  ['3 h 2 j', null],
  ['1 h 1 h', null],
  ['-2 h', null],
  ['0 h', null],
  ['bientôt', null],
  ['2 pommes', null],
  ['9'.repeat(400), null],
  [`${'9'.repeat(30)} ans`, null],
])('the duration %j is %s seconds', (typed, seconds) => expect(readDuration(typed)).toBe(seconds));

test('28 days are what Discord allows, and read back as they are shown', () => {
  expect(readLength('timeout', '28 jours')).toBe(boundsOf('timeout')?.most);
  expect(readLength('tempban', '28 jours')).toBe(28 * d);
  for (const seconds of [60, 90, 5_400, d + h, 10 * d + 3 * h + 7 * m + 9]) {
    const { fr, en } = durationText(seconds, 4);
    expect([readLength('timeout', fr), readLength('timeout', en)]).toEqual([seconds, seconds]);
  }
  expect(durationText(boundsOf('timeout')?.most ?? 0)).toEqual({ fr: '28 jours', en: '28 days' });
});

describe('who may be sanctioned by whom', () => {
  const all = (1n << 40n) | (1n << 1n) | (1n << 2n);
  const standing: Standing = {
    actor: { id: 'a', isOwner: false, isAdmin: false, position: 5 },
    target: { id: 't', isBot: false, isOwner: false, isPresent: true, isAdministrator: false, isTeam: false, position: 1 },
    bot: { position: 9, permissions: all },
  };
  const of = ({ actor = {}, target = {}, bot = {} }: { [K in keyof Standing]?: Partial<Standing[K]> }): Standing => ({
    actor: { ...standing.actor, ...actor },
    target: { ...standing.target, ...target },
    bot: { ...standing.bot, ...bot },
  });
  const [every, removals] = [measures, ['kick', 'tempban', 'ban']] as const;
  const acts = ['timeout', ...removals];
  test.each([
    ['oneself', { target: { id: 'a' } }, every, 'self'],
    ['a bot', { target: { isBot: true } }, every, 'bot'],
    ['the owner', { target: { isOwner: true } }, every, 'owner'],
    ['staff, by a moderator', { target: { isTeam: true } }, every, 'team'],
    ['an equal role', { target: { position: 5 } }, every, 'above'],
    ['a higher role, by an admin', { actor: { isAdmin: true }, target: { position: 6, isTeam: true } }, every, 'above'],
    ['somebody who left', { target: { isPresent: false } }, ['timeout', 'kick'], 'absent'],
    [
      'an administrator',
      { actor: { isAdmin: true }, target: { isTeam: true, isAdministrator: true } },
      ['timeout'],
      'administrator',
    ],
    ['whoever is above the bot', { actor: { position: 12 }, target: { position: 9 } }, acts, 'bot_below'],
    ['anybody, without the permission', { bot: { permissions: 0n } }, acts, 'permission'],
    ['anybody, where the bot may only ban', { bot: { permissions: 1n << 2n } }, ['timeout', 'kick'], 'permission'],
  ] as const)('%s', (_, change, refused, obstacle) => {
    for (const kind of measures)
      expect([kind, obstacleTo(kind, of(change))]).toEqual([
        kind,
        (refused as readonly string[]).includes(kind) ? obstacle : null,
      ]);
  });
  test.each([
    ['a member', {}],
    ['a moderator, by an admin', { actor: { isAdmin: true }, target: { isTeam: true, position: 4 } }],
    ['a higher role, by the owner', { actor: { isOwner: true, isAdmin: true }, target: { position: 8 } }],
    ['anybody, by a bot that is an administrator', { bot: { permissions: 1n << 3n } }],
  ])('nothing protects %s', (_, change) => {
    for (const kind of measures) expect(obstacleTo(kind, of(change))).toBeNull();
  });
});

test.each([
  [0, 'none'],
  [49, 'none'],
  [50, 'timeout'],
  [99, 'timeout'],
  [100, 'removal'],
  [500, 'removal'],
] as const)('%i points propose %s', (points, proposal) => {
  expect(proposalFor(points, { timeoutAt: 50, removalAt: 100 })).toBe(proposal);
});

describe('what Discord’s log says', () => {
  const id = String(BigInt(idBefore(monday)) + 1n);
  const entry = { id, user_id: '1', target_id: '2' };
  const later = new Date(monday.getTime() + 3_600_000);
  const change = (new_value?: string) => ({
    changes: [{ key: 'communication_disabled_until', ...(new_value && { new_value }) }],
  });
  test.each([
    ['a kick', { action_type: 20, reason: ' spam ' }, { kind: 'kick', authorId: '1', userId: '2', reason: 'spam' }],
    ['a ban', { action_type: 22 }, { kind: 'ban', reason: '' }],
    ['its end', { action_type: 23 }, { kind: 'unban' }],
    ['a timeout', { action_type: 24, ...change(later.toISOString()) }, { kind: 'timeout', until: later }],
    ['its end by hand', { action_type: 24, ...change() }, { kind: 'untimeout' }],
    ['a time that is past', { action_type: 24, ...change(monday.toISOString()) }, { kind: 'untimeout' }],
    ['AutoMod', { action_type: 145 }, { kind: 'timeout', until: null, authorId: null }],
    ['a nickname', { action_type: 24, changes: [{ key: 'nick' }] }, null],
    ['a role', { action_type: 25 }, null],
    ['our own', { action_type: 22, user_id: 'bot' }, null],
    ['a prune', { action_type: 20, target_id: null }, null],
  ])('%s', (_, said, expected) => {
    const seen = readEntry({ ...entry, ...said }, 'bot');
    if (expected === null) expect(seen).toBeNull();
    else expect(seen).toMatchObject({ auditId: id, at: monday, ...expected });
  });
  test('ids and times lead to each other', () => {
    expect(bornAt(id)).toEqual(monday);
    expect(BigInt(idBefore(monday)) < BigInt(id)).toBe(true);
  });
});

test('a link to a message, and whether a moderator may read there', () => {
  const [a, b, c] = ['1'.repeat(18), '2'.repeat(18), '3'.repeat(18)];
  expect(readLink(` https://discord.com/channels/${a}/${b}/${c} `)).toEqual({ guildId: a, channelId: b, messageId: c });
  expect(readLink(`https://ptb.discord.com/channels/${a}/${b}/${c}`)).not.toBeNull();
  for (const wrong of [
    '',
    `https://discord.com/channels/@me/${b}/${c}`,
    `https://evil.com/channels/${a}/${b}/${c}`,
    `${a}/${b}/${c}`,
  ])
    expect(readLink(wrong)).toBeNull();
  const read = (1n << 10n) | (1n << 16n);
  const who = { guildId: 'g', userId: 'u', roleIds: ['r'] };
  const rule = (id: string, allow: bigint, deny: bigint) => ({ id, type: 0, allow, deny });
  expect(mayRead(read, who, [])).toBe(true);
  expect(mayRead(read, who, [rule('g', 0n, read)])).toBe(false);
  expect(mayRead(read, who, [rule('g', 0n, read), rule('r', read, 0n)])).toBe(true);
  expect(mayRead(read, who, [rule('r', read, 0n), rule('u', 0n, 1n << 10n)])).toBe(false);
  expect(mayRead(read, who, [rule('x', 0n, read)])).toBe(true);
  expect(mayRead(1n << 3n, who, [rule('g', 0n, read)])).toBe(true);
});

test('evidence holds what somebody forwarded, with its files', () => {
  const file = { filename: 'pub.png', content_type: 'image/png', size: 3, url: 'https://cdn.discordapp.com/pub.png' };
  const message = {
    id: '1',
    channel_id: '2',
    author: { id: '3' },
    content: '',
    timestamp: monday.toISOString(),
    attachments: [],
  };
  const forwarded = { ...message, message_snapshots: [{ message: { content: 'Achetez mes cryptos', attachments: [file] } }] };
  expect(evidenceOf('4', forwarded, monday)).toMatchObject({
    content: 'Achetez mes cryptos',
    files: [{ name: 'pub.png', size: 3 }],
  });
});
