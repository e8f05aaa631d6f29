import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Db } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { raidLevelKeys } from '../../../kernel/moderation.ts';
import { day, hour } from '../../../kernel/time.ts';
import { compile } from '../rules/engine.ts';
import type { Facts } from '../rules/facts.ts';
import type { Engine, Found } from '../rules/hit.ts';
import { mostSamples } from '../rules/limit.ts';
import type { Draft, Rule } from '../rules/rule.ts';
import { mostJoined, mostSent, openWindows, type Windows } from '../rules/windows.ts';
import { domainsOf } from './list.ts';

type Copy = { messageId: string; channelId: string; userId: string; userName: string; content: string; at: Date };

/** Copies of messages are another feature's, and kept only where it is switched on. */
async function copiesSince(db: Db, guildId: string, since: Date, limit: number): Promise<Copy[]> {
  const [table] = await db.$queryRaw<{ is: boolean }[]>`SELECT to_regclass('message_copy') IS NOT NULL AS is`;
  if (!table?.is) return [];
  return db.$queryRaw`
    SELECT message_id AS "messageId", channel_id AS "channelId", user_id AS "userId", user_name AS "userName", content, at
    FROM message_copy WHERE guild_id = ${guildId} AND at > ${since} ORDER BY at DESC LIMIT ${limit}`;
}

/**
 * What was written and who came in lately, told again to windows that begin empty after a restart. Without copies of messages those of messages stay empty:
 * what happened before the restart does not count then.
 */
export async function fillWindows(
  db: Db,
  guildId: string,
  { engine, windows, now }: { engine: Engine; windows: Windows; now: Date },
): Promise<void> {
  if (engine.lookBack === 0) return;
  const since = new Date(now.getTime() - engine.lookBack);
  const [copies, members] = await Promise.all([
    copiesSince(db, guildId, since, mostSent),
    db.member.findMany({
      where: { guildId, joinedAt: { gt: since }, leftAt: null },
      orderBy: { joinedAt: 'desc' },
      take: mostJoined,
      select: { userId: true, displayName: true, joinedAt: true },
    }),
  ]);
  const past = [
    ...copies.map((copy) => ({ ...factsOf(guildId, copy, 'message'), messageId: copy.messageId })),
    ...members.map(({ userId, displayName, joinedAt: at }) =>
      factsOf(guildId, { content: '', channelId: null, userId, userName: displayName, at }, 'join'),
    ),
  ].sort((one, other) => one.at - other.at);
  // What they set off was found then.
  for (const facts of past) engine.read(facts, windows);
}

/** A past message, or one that somebody typed to see what becomes of it. */
export type Sample = { content: string; channelId: string | null; userId: string; userName: string; at: Date };

/** The last messages that are known: what the rules found, what is kept as evidence, and copies where there are any. Each once. */
export async function pastSamples(db: Db, guildId: string, now: Date): Promise<Sample[]> {
  const since = new Date(now.getTime() - 30 * day);
  const [hits, evidence, copies] = await Promise.all([
    db.ruleHit.findMany({
      where: { guildId, createdAt: { gt: since }, content: { not: '' } },
      orderBy: { createdAt: 'desc' },
      take: mostSamples,
      select: { messageId: true, channelId: true, userId: true, userName: true, content: true, createdAt: true },
    }),
    db.moderationEvidence.findMany({
      where: { guildId, createdAt: { gt: since }, content: { not: '' } },
      orderBy: { id: 'desc' },
      take: mostSamples,
      select: { messageId: true, channelId: true, userId: true, content: true, createdAt: true },
    }),
    copiesSince(db, guildId, since, mostSamples),
  ]);
  const all = [
    ...copies,
    ...hits.map(({ createdAt, ...hit }) => ({ ...hit, at: createdAt })),
    ...evidence.map(({ createdAt, ...one }) => ({ ...one, userName: '', at: createdAt })),
  ];
  const once = new Map(all.map((one, index) => [one.messageId ?? `none:${index}`, one]));
  return [...once.values()].sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, mostSamples);
}

/** Somebody ordinary: a member for a month, whose account is a year old. What depends on the person is not what is tried. */
function factsOf(guildId: string, { content, channelId, userId, userName, at }: Sample, on: Facts['kind']): Facts {
  const now = at.getTime();
  return {
    kind: on,
    guildId,
    channelId: channelId ?? guildId,
    parentId: null,
    categoryId: null,
    messageId: null,
    authorId: userId,
    authorName: userName,
    authorCreatedAt: now - 365 * day,
    joinedAt: now - 30 * day,
    roleIds: [],
    isStaff: false,
    text: content,
    at: now,
    attachments: [],
    mentions: {
      users: new Set(content.match(/<@!?\d+>/g)).size,
      roles: new Set(content.match(/<@&\d+>/g)).size,
      everyone: /@(everyone|here)/.test(content),
    },
    embeds: 0,
    isReply: false,
    isForward: false,
    raidLevel: raidLevelKeys[0],
  };
}

/** Milliseconds after which a trial says what it has seen so far. */
const trialTime = 5_000;

export type Trial = { tried: number; hits: { sample: Sample; found: readonly Found[] }[] };

/** What a rule would have hit among these, the newest first. Each is a person's single message: windows see what came before it. */
export async function tryRule(db: Db, guildId: string, draft: Draft, samples: readonly Sample[]): Promise<Trial> {
  const [blocked, allowed, { timeZone }] = await Promise.all([
    domainsOf(db, guildId, 'blocked'),
    domainsOf(db, guildId, 'allowed'),
    readSettings(db, guildId),
  ]);
  const rule: Rule = { ...draft, id: 1, name: draft.name || '?', mode: 'shadow' };
  const engine = compile([rule], { blocked, allowed, invites: [], jobChannelIds: [], zone: timeZone });
  const windows = openWindows();
  const on = rule.on.includes('message') ? 'message' : (rule.on.find((event) => event !== 'join') ?? 'message');
  const inOrder = [...samples].sort((one, other) => one.at.getTime() - other.at.getTime());
  const hits: Trial['hits'] = [];
  const until = performance.now() + trialTime;
  let tried = 0;
  for (const sample of inOrder) {
    if (performance.now() > until) break;
    const [hit] = engine.read(factsOf(guildId, sample, on), windows);
    if (hit) hits.push({ sample, found: hit.found });
    tried++;
    // Others are answered between two samples.
    await nextTurn();
  }
  return { tried, hits: hits.reverse() };
}

/** Typed by whoever tries: messages apart by an empty line, or one a line when there is none. They are far enough apart not to be a burst. */
export function typedSamples(typed: string, by: { userId: string; now: Date }): Sample[] {
  const apart = typed.includes('\n\n') ? typed.split(/\n\s*\n/) : typed.split('\n');
  return apart
    .map((content) => content.trim())
    .filter((content) => content !== '')
    .map((content, index) => ({
      content,
      channelId: null,
      userId: by.userId,
      userName: '',
      at: new Date(by.now.getTime() + index * hour),
    }));
}
