import type { Dispatch, DispatchListener } from '../dispatch.ts';
import { maySee } from '../permissions.ts';
import type { World } from '../world.ts';

const aboutChannels = ['CHANNEL_CREATE', 'CHANNEL_UPDATE', 'CHANNEL_DELETE', 'CHANNEL_PINS_UPDATE'];
/** What a person's client never gets. */
const forBots = ['GUILD_AUDIT_LOG_ENTRY_CREATE', 'INTERACTION_CREATE'];

/**
 * Passes on what one person may see. A channel that is hidden from them meanwhile is deleted for their client, and their own leaving is
 * the last that they hear of the guild.
 */
export function visibleTo(world: World, userId: string, listener: DispatchListener): DispatchListener {
  const seen = new Set([...world.channels.keys()].filter((id) => maySee(world, userId, id)));
  return (dispatch) => {
    const { event, data, guildId, channelId, only } = dispatch;
    if (forBots.includes(event)) return;
    if (only !== null && !only.includes(userId)) return;
    const leaver = event === 'GUILD_MEMBER_REMOVE' ? (data as { user?: { id: string } }).user?.id : undefined;
    if (leaver === userId) return listener({ ...dispatch, event: 'GUILD_DELETE', data: { id: guildId } });
    if (guildId !== null && !world.guilds.get(guildId)?.members.has(userId)) return;
    if (channelId !== null && only === null && !maySee(world, userId, channelId)) return;
    if (event === 'VOICE_STATE_UPDATE') return listener(heardVoice(world, userId, dispatch));
    const place = aboutChannels.includes(event) && only === null ? (data as { id?: string }).id : undefined;
    if (place === undefined) return listener(dispatch);
    const shown = shownChange(dispatch, seen.has(place), maySee(world, userId, place));
    if (event === 'CHANNEL_DELETE' || !maySee(world, userId, place)) seen.delete(place);
    else seen.add(place);
    if (shown) listener(shown);
  };
}

/** Who goes into a room that this person does not see is, for them, just gone. */
function heardVoice(world: World, userId: string, dispatch: Dispatch): Dispatch {
  const { channel_id: roomId } = dispatch.data as { channel_id: string | null };
  return roomId === null || maySee(world, userId, roomId)
    ? dispatch
    : { ...dispatch, data: { ...dispatch.data, channel_id: null } };
}

function shownChange(dispatch: Dispatch, before: boolean, now: boolean): Dispatch | null {
  if (!before && !now) return null;
  if (dispatch.event !== 'CHANNEL_UPDATE' || before === now) return dispatch;
  return { ...dispatch, event: now ? 'CHANNEL_CREATE' : 'CHANNEL_DELETE' };
}
