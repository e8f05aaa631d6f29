import { type APIMessage, MessageType } from 'discord-api-types/v10';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import { findPair, isOfPair, type Pair } from '../service/pair.ts';
import { returnDue } from '../service/pause.ts';
import { reconcilePresence } from '../service/presence.ts';
import { promiseQuiet, type Reading, takeStep } from '../service/silence.ts';
import { readRoom, recordLost } from '../service/thread.ts';
import { wordMessage } from '../views/pair.ts';
import { type News, quietTask, sayTask } from '../wire.ts';
import { tellBoth } from './telling.ts';
import { wake } from './thread.ts';
import { turnOf } from './turn.ts';

/** Messages that Discord gives at once, and how many such pages of one thread are read in a try. */
const messagePage = 100;
const mostPages = 50;

const isWord = ({ type }: APIMessage): boolean => type === MessageType.Default || type === MessageType.Reply;

/** When one of the two last wrote, looked for from the end of the thread back to where it was read before. Null: the thread is gone. */
async function read({ discord, outcome }: TaskContext, pair: Pair, threadId: string): Promise<Reading | null> {
  const from = BigInt(pair.readUntil ?? '0');
  let until: string | null = null;
  let before: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const found = await outcome(
      discord.channels.getMessages(threadId, { limit: messagePage, ...(before !== undefined && { before }) }),
    );
    if (!found.ok && found.why === 'gone') return null;
    if (!found.ok) throw found.error;
    const unread = found.value.filter(({ id }) => BigInt(id) > from);
    until ??= unread[0]?.id ?? null;
    const word = unread.find((message) => isWord(message) && !message.author.bot && isOfPair(pair, message.author.id));
    if (word) return { until, wroteAt: new Date(word.timestamp) };
    if (unread.length < messagePage) break;
    before = unread.at(-1)?.id;
  }
  return { until, wroteAt: null };
}

/** Nobody is told that they are silent before their thread was read. */
export const quiet = task(quietTask, (context, key) =>
  inTurn(context.db, turnOf(key.pairId), async () => {
    const { db, clock } = context;
    const pair = await findPair(db, key);
    if (pair?.state !== 'active') return;
    const { threadId } = pair;
    const reading = threadId ? await read(context, pair, threadId) : { until: null, wroteAt: null };
    if (reading === null && threadId) await recordLost(db, key, threadId, clock.now());
    await takeStep(db, key, reading ?? { until: null, wroteAt: null }, clock.now());
  }),
);

/** What was true when it was promised may not be any more: somebody wrote, it ended, it went on. */
function isPast({ state, absentSince, nudgedAt, warnedAt, lostAt, threadId, coordinatorId }: Pair, what: News): boolean {
  if (state === 'ended') return true;
  switch (what) {
    case 'nudge':
      return state !== 'active' || nudgedAt === null;
    case 'warn':
      return state !== 'active' || warnedAt === null;
    case 'remind':
    case 'resumed':
    case 'back':
      return absentSince !== null;
    case 'paused':
      return state !== 'paused';
    case 'absent':
      return absentSince === null;
    case 'lost':
      return lostAt === null || threadId !== null;
    case 'waiting':
      return coordinatorId !== null;
  }
}

/** Something to both, once: in their thread, else each by direct message. */
export const say = task(sayTask, async (context, { guildId, pairId, what, at, isQuiet = false }) => {
  const { db, settings, post, clock } = context;
  const room = await readRoom(db, { guildId, pairId }, (await settings(guildId)).locale);
  if (!room || isPast(room.pair, what)) return;
  const { threadId } = room.pair;
  const limits = await readMentoring(db, guildId);
  const key = `pairs.say:${pairId}:${what}:${at.getTime()}`;
  if (threadId) {
    const there = await wake(context, pairId, threadId);
    const said = there.ok
      ? await post({
          channelId: threadId,
          messageId: null,
          message: wordMessage(room, what, { limits, now: at, isQuiet }),
          key,
          since: at,
        })
      : there;
    if (said.ok) return;
    if (said.why !== 'gone') throw said.error;
    await recordLost(db, { guildId, pairId }, threadId, clock.now());
  }
  // Who did it knows, and the other hears of it with the next word.
  if (isQuiet) return;
  await tellBoth(context, room.pair, { key, draw: (locale) => wordMessage(room, what, { limits, now: at, locale }) });
});

export const due = schedule(
  'pairs.due',
  hour,
  async (tx, { clock }) => {
    await reconcilePresence(tx, clock.now());
    await returnDue(tx, clock.now());
    await promiseQuiet(tx, clock.now());
  },
  ['mentoring_pair'],
);
