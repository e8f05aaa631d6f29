import type { APIVoiceState } from 'discord-api-types/v10';
import { memberObject } from '../objects.ts';
import type { VoiceState, World } from '../world.ts';

/**
 * A voice state as the API and VOICE_STATE_UPDATE give it; `channel_id: null` when the person has just gone. In GUILD_CREATE it has
 * neither guild nor member, which stand beside it there.
 * https://docs.discord.com/developers/resources/voice#voice-state-object
 */
export function voiceStateObject(
  world: World,
  state: Omit<VoiceState, 'channel_id'> & { channel_id: string | null },
  where: 'alone' | 'in guild' = 'alone',
): APIVoiceState {
  const member = world.guilds.get(state.guild_id)?.members.get(state.user_id);
  return {
    ...(where === 'alone' ? { guild_id: state.guild_id } : {}),
    ...(where === 'alone' && member ? { member: memberObject(world, member) } : {}),
    channel_id: state.channel_id,
    user_id: state.user_id,
    session_id: state.session_id,
    deaf: member?.deaf ?? false,
    mute: member?.mute ?? false,
    self_deaf: false,
    self_mute: false,
    self_video: false,
    self_stream: false,
    suppress: false,
    request_to_speak_timestamp: null,
  };
}
