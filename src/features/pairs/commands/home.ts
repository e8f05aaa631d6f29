import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, event } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { anyone, guardian, holds, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { text } from '../messages/pair.ts';
import { text as staffText } from '../messages/staff.ts';
import { promiseCheck } from '../service/coordinator.ts';
import { getLivePair, listAllOwn, listOwn, recordActivity } from '../service/pair.ts';
import { recordAbsence, recordReturn } from '../service/presence.ts';
import { countReports } from '../service/report.ts';
import { countUncoordinated } from '../service/staff.ts';
import { findByThread, promiseLook, readRoom, recordLost, reopenThread } from '../service/thread.ts';
import { cardText, homeText, ownScreen, wellMessage } from '../views/pair.ts';
import { pairsId, reopenId, reportsId, waitingId, wellId } from '../wire.ts';
import { keyOf, whoIs } from './part.ts';

/** One click against silence: by either of the two, and it counts as a word. */
export const well = button({
  id: wellId,
  policy: anyone,
  answer: 'update',
  async run(context, { pairId }) {
    const { db, actor, clock } = context;
    await getLivePair(db, actor, pairId);
    await recordActivity(db, pairId, clock.now());
    const room = await readRoom(db, keyOf(context, pairId), (await context.settings()).locale);
    const isThread = room?.pair.threadId === context.channelId;
    return room && isThread ? wellMessage(room) : plainNote(context.t(text.allWell));
  },
});

export const reopen = button({
  id: reopenId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { pairId }) {
    await reopenThread(context.db, whoIs(context), pairId);
    return plainNote(context.t(text.reopening));
  },
});

export const pairs = button({
  id: pairsId,
  policy: anyone,
  answer: 'ephemeral',
  run: async (context, { page }) => ownScreen(await listOwn(context.db, context.actor, page), context.locale),
});

async function ofStaff(context: Context, isStaff: boolean): Promise<HomeItem[]> {
  const { db, actor } = context;
  const [reports, waiting] = await Promise.all([
    countReports(db, changeBy(context)),
    isStaff ? countUncoordinated(db, actor.guildId) : 0,
  ]);
  return [
    ...(reports > 0
      ? [
          {
            text: staffText.reportsTitle(reports),
            waiting: true,
            button: { label: staffText.see, customId: reportsId.encode({ page: 0 }) },
          },
        ]
      : []),
    ...(waiting > 0
      ? [
          {
            text: staffText.waitingTitle(waiting),
            waiting: true,
            button: { label: staffText.see, customId: waitingId.encode({ page: 0 }) },
          },
        ]
      : []),
  ];
}

export async function home(context: Context): Promise<readonly HomeItem[]> {
  const own = await listAllOwn(context.db, context.actor);
  const button = { label: text.homeOpen, customId: pairsId.encode({ page: 0 }) };
  const [first, ...others] = own;
  const said = first && (others.length === 0 ? homeText(first) : text.homeMany(own.length));
  const keys = await context.keys();
  return [
    ...(holds(guardian, keys) ? await ofStaff(context, holds(staff, keys)) : []),
    ...(said ? [{ text: said, button }] : []),
  ];
}

/** For staff, on the card of somebody: whom they accompany, and who accompanies them. */
export const card = async ({ db, actor }: Context, userId: string): Promise<readonly HomeItem[]> =>
  (await listAllOwn(db, { guildId: actor.guildId, userId })).map((pair) => ({ text: cardText(pair) }));

export const left = event(GatewayDispatchEvents.GuildMemberRemove, ({ db, clock }, { guild_id: guildId, user }) =>
  recordAbsence(db, { guildId, userId: user.id, now: clock.now() }),
);
export const joined = event(GatewayDispatchEvents.GuildMemberAdd, ({ db, clock }, { guild_id: guildId, user }) =>
  recordReturn(db, { guildId, userId: user.id, now: clock.now() }),
);

/** A thread that we delete ourselves is of a pair that is over. */
export const threadDeleted = event(GatewayDispatchEvents.ThreadDelete, async ({ db, clock }, { guild_id: guildId, id }) => {
  const pair = await findByThread(db, guildId, id);
  if (pair && pair.state !== 'ended') await recordLost(db, { guildId, pairId: pair.id }, id, clock.now());
});

/** The threads go with their channel, and Discord tells of the channel alone. */
export const channelDeleted = event(GatewayDispatchEvents.ChannelDelete, ({ db }, channel) =>
  'guild_id' in channel && channel.guild_id ? promiseLook(db, channel.guild_id) : Promise.resolve(),
);

/** Whoever looks after a pair may have lost the role that lets them. */
export const changed = event(GatewayDispatchEvents.GuildMemberUpdate, ({ db }, { guild_id: guildId, user }) =>
  promiseCheck(db, { guildId, userId: user.id }),
);
