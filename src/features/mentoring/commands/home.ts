import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { holds, learner } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { requestId as requestButtonId, statusId } from '../../../kernel/mentoring.ts';
import { text as askText } from '../messages/ask.ts';
import { text } from '../messages/request.ts';
import { text as statusText } from '../messages/status.ts';
import { isAccompanied } from '../service/request.ts';
import { withdrawLeft } from '../service/silence.ts';
import { countWaiting, ownRequest } from '../service/status.ts';
import { whoIs } from './who.ts';

async function ofRequest(context: Context): Promise<HomeItem | null> {
  const { db } = context;
  const who = whoIs(context);
  const own = await ownRequest(db, who);
  const button = { label: statusText.status, customId: statusId.encode({}) };
  if (own) {
    const [first] = own.asks;
    if (!first || first.state === 'queued') return { text: text.homeWaits, button };
    return first.state === 'question'
      ? { text: text.homeQuestion(first.name), waiting: true, button }
      : { text: text.homeAsked(first.name), button };
  }
  if (!holds(learner, await context.keys()) || (await isAccompanied(db, who))) return null;
  return { text: text.homeNone, button: { label: text.ask, customId: requestButtonId.encode({}) } };
}

export async function home(context: Context): Promise<readonly HomeItem[]> {
  const waiting = await countWaiting(context.db, context.actor);
  const items: (HomeItem | null)[] = [
    waiting > 0
      ? { text: askText.homeWaiting(waiting), waiting: true, button: { label: askText.read, customId: statusId.encode({}) } }
      : null,
    await ofRequest(context),
  ];
  return items.filter((item) => item !== null);
}

/** Whoever leaves the server waits for nobody; a schedule finds those of whom no event told. */
export const left = event(GatewayDispatchEvents.GuildMemberRemove, async ({ db, clock }, { guild_id: guildId, user }) => {
  await withdrawLeft(db, { guildId, userId: user.id, now: clock.now() });
});
