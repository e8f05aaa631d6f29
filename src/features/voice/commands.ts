import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, event } from '../../discord/command.ts';
import type { Context } from '../../discord/context.ts';
import { form, shortText } from '../../discord/form.ts';
import { anyone, holds, staff } from '../../discord/policy.ts';
import { text } from './messages.ts';
import { type By, changeRoom, followChannel, leavePlace, nameOf, ownRoom, seePerson } from './service.ts';
import { changeId, formId } from './wire.ts';

const actorBy = async ({ actor, clock, keys }: Context): Promise<By> => ({
  guildId: actor.guildId,
  actorId: actor.userId,
  isStaff: holds(staff, await keys()),
  now: clock.now(),
});

export const roomForm = form({
  id: formId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.formTitle,
  fields: {
    name: shortText({ label: text.name, max: 100 }),
    seats: shortText({ label: text.seatsLabel, description: text.seatsHelp, max: 10, required: false }),
  },
  async run(context, { roomId }, { name, seats }) {
    const { locale } = await context.settings();
    await changeRoom(context.db, await actorBy(context), { roomId, name, seats, locale });
    return { content: context.t(text.changed) };
  },
});

export const change = button({
  id: changeId,
  policy: anyone,
  answer: 'modal',
  async run(context, { roomId }) {
    const room = await ownRoom(context.db, await actorBy(context), roomId);
    const name = await nameOf(context.db, room, (await context.settings()).locale);
    return roomForm.open(context.locale, { roomId }, { name, seats: room.seats === 0 ? '' : String(room.seats) });
  },
});

/** Discord tells of every change of a voice state, also of a microphone that is switched off: those end here. */
export const moved = event(GatewayDispatchEvents.VoiceStateUpdate, async ({ db, clock, voice }, state) => {
  const { guild_id: guildId, user_id: userId, channel_id: channelId, member } = state;
  if (!guildId || member?.user.bot) return;
  const from = voice.formerPlaceOf(guildId, userId);
  if (from === channelId) return;
  const now = clock.now();
  if (from !== null) await leavePlace(db, { guildId, userId, channelId: from, sight: voice, now });
  await seePerson(db, { guildId, userId, channelId, now });
});

export const promoChanged = event(GatewayDispatchEvents.ChannelUpdate, async ({ db }, channel) => {
  if ('guild_id' in channel && channel.guild_id) await followChannel(db, { guildId: channel.guild_id, channelId: channel.id });
});
