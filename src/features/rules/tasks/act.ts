import { type TaskContext, task } from '../../../infra/tasks.ts';
import { rulesKey } from '../../../kernel/moderation.ts';
import { cut } from '../../../kernel/text.ts';
import { text } from '../messages/hit.ts';
import { filesOf } from '../rules/event.ts';
import { withoutSecrets } from '../rules/secret.ts';
import {
  type Acting,
  type Ending,
  holdChannel,
  isTakenBack,
  keepOther,
  raise,
  readAction,
  recordAction,
  recordRemoved,
  sanction,
} from '../service/act.ts';
import { localeOfPerson } from '../service/person.ts';
import { reasonOfCase, ruleNotice, threadWords } from '../views/hit.ts';
import { actTask } from '../wire.ts';

/** What became of an action; `error` is thrown once it is recorded, so that staff are told of what Discord refused. */
type Result = Ending & { error?: unknown };

const done: Result = { state: 'done' };

/** Gone: there was nothing left to act on. Refused: the card says so, and staff are told by the queue. */
const resultOf = (outcome: { ok: true } | { ok: false; why: string; code: number; error: unknown }): Result => {
  if (outcome.ok) return done;
  if (outcome.why === 'forbidden') return { state: 'refused', code: String(outcome.code), error: outcome.error };
  return { state: 'passed', code: String(outcome.code) };
};

/** One action of a hit. Each looks first whether it was done. */
export const act = task(actTask, async (context, address) => {
  const { db, clock, settings } = context;
  const acting = await readAction(db, address);
  if (!acting) return;
  const { step, hit } = acting;
  const now = clock.now();
  switch (step.kind) {
    case 'sanction':
      return sanction(db, address, { reason: reasonOfCase(hit, (await settings(address.guildId)).locale), now });
    case 'raise':
      return raise(db, address, now);
    case 'slow_mode':
    case 'lock':
      return holdChannel(db, address, now);
    default: {
      const { error, ...ending }: Result =
        isTakenBack(acting) && !('isUndo' in step) ? { state: 'passed', code: 'mistaken' } : await perform(context, acting);
      await recordAction(db, acting, ending, now);
      if (error !== undefined) throw error;
    }
  }
});

function perform(context: TaskContext, acting: Acting): Promise<Result> {
  const { step, hit } = acting;
  const { discord, outcome, reason } = context;
  const { guildId, userId } = hit;
  const options = { reason: reason(`rules.hit:${hit.id}`) };
  switch (step.kind) {
    case 'delete':
      return removeAll(context, acting, options);
    case 'dm':
      return tellPerson(context, acting);
    case 'thread':
      return openThread(context, acting, step.name);
    case 'add_role':
      return outcome(discord.guilds.addRoleToMember(guildId, userId, step.roleId, options)).then(resultOf);
    case 'remove_role':
      return outcome(discord.guilds.removeRoleFromMember(guildId, userId, step.roleId, options)).then(resultOf);
    default:
      throw new Error(`nobody does ${step.kind} here`);
  }
}

/** Message by message: what is gone already counts as removed, and each is kept before it goes. */
async function removeAll(context: TaskContext, { hit }: Acting, options: { reason: string }): Promise<Result> {
  const { db, discord, outcome, clock } = context;
  let result: Result = done;
  for (const message of hit.messages.filter(({ removedAt }) => removedAt === null)) {
    const { id, channelId, messageId, evidenceId } = message;
    if (evidenceId === null) {
      const read = await outcome(discord.channels.getMessage(channelId, messageId));
      if (read.ok) {
        const { author, content, timestamp } = read.value;
        // An id that was remembered wrongly must never take somebody else's message away.
        if (author.id !== hit.userId) continue;
        const kept = {
          userId: author.id,
          content: withoutSecrets(content),
          sentAt: new Date(timestamp),
          files: filesOf(read.value),
        };
        await keepOther(db, message, kept, clock.now());
      } else if (read.why === 'gone') {
        await recordRemoved(db, id, clock.now());
        continue;
      }
    }
    const removed = await outcome(discord.channels.deleteMessage(channelId, messageId, options));
    if (removed.ok || removed.why === 'gone') await recordRemoved(db, id, clock.now());
    else result = resultOf(removed);
  }
  return result;
}

/** Once for what one rule found of one person within some minutes, however many messages that were. */
async function tellPerson(context: TaskContext, { hit, step }: Acting): Promise<Result> {
  if (step.kind !== 'dm') return done;
  const { db, settings, tell, places } = context;
  const { guildId, userId, id, cardId, ruleId } = hit;
  const { locale: ofGuild, channels } = await settings(guildId);
  const locale = await localeOfPerson(db, { guildId, userId }, ofGuild);
  const roomId = channels[rulesKey];
  const hasCase = hit.actions.some(({ kind }) => kind === 'sanction');
  const via = await tell({
    guildId,
    userId,
    key: cardId === null ? `rules.hit:${id}` : `rules.card:${cardId}:${ruleId}`,
    message: ruleNotice(hit, { words: step.text, isRemoved: step.isRemoved, hasCase, server: places.nameOf(guildId) }, locale),
    thread: roomId === undefined ? null : { channelId: roomId, name: text.roomName[locale] },
  });
  return via === 'none' ? { state: 'passed', code: 'closed' } : done;
}

/** A thread on a message has the id of that message, so a later try finds it. */
async function openThread(context: TaskContext, { hit }: Acting, name: string): Promise<Result> {
  const { discord, outcome, settings, post } = context;
  const { guildId, channelId, messageId, id } = hit;
  if (channelId === null || messageId === null) return { state: 'passed' };
  const { locale, roles } = await settings(guildId);
  const known = await outcome(discord.channels.get(messageId));
  const opened = known.ok
    ? known
    : await outcome(
        discord.channels.createThread(channelId, { name: cut(name || text.threadName[locale], 100) }, messageId, {
          reason: context.reason(`rules.hit:${id}`),
        }),
      );
  if (!opened.ok) return resultOf(opened);
  const said = await post({
    channelId: messageId,
    messageId: null,
    message: threadWords(roles.moderator ?? [], locale),
    key: `rules.thread:${id}`,
    since: hit.createdAt,
  });
  return resultOf(said);
}
