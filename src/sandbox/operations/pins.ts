import { AuditLogEvent, MessageType } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { messageEvent } from '../objects.ts';
import { requireInChannel } from '../permissions.ts';
import type { Channel, World } from '../world.ts';
import { type Act, audit } from './audit.ts';
import { guildOf, messageBy } from './find.ts';
import { audience, postMessage } from './posting.ts';

export function pinMessage(world: World, by: Act, channel: Channel, id: string, pinned: boolean): void {
  requireInChannel(world, by.actorId, channel, ...(channel.guild_id ? (['PinMessages'] as const) : []));
  const message = messageBy(world, channel.id, id);
  if (message.pinned === pinned) return;
  const pins = [...(world.messages.get(channel.id)?.values() ?? [])].filter((other) => other.pinned);
  if (pinned && pins.length >= 250) throw refuse('tooManyPins');
  message.pinned = pinned;
  const now = world.clock.now().toISOString();
  if (pinned) channel.last_pin_timestamp = now;
  const where = audience(channel, message);
  world.emit({ event: 'MESSAGE_UPDATE', data: messageEvent(world, message), ...where });
  const guild = channel.guild_id ? { guild_id: channel.guild_id } : {};
  world.emit({
    event: 'CHANNEL_PINS_UPDATE',
    data: { ...guild, channel_id: channel.id, last_pin_timestamp: channel.last_pin_timestamp },
    ...where,
  });
  if (!channel.guild_id) return;
  audit(world, guildOf(world, channel), by, {
    type: pinned ? AuditLogEvent.MessagePin : AuditLogEvent.MessageUnpin,
    targetId: message.author_id,
    options: { channel_id: channel.id, message_id: message.id },
  });
  if (!pinned) return;
  const reference = { message_id: message.id, channel_id: channel.id };
  postMessage(world, channel, { authorId: by.actorId, draft: {}, files: [], type: MessageType.ChannelPinnedMessage, reference });
}
