import { refuse } from '../errors.ts';
import { voiceStateObject } from '../objects/voice.ts';
import { memberBy } from '../operations/find.ts';
import { voiceStateOf } from '../operations/voice.ts';
import { guildIn } from './guilds.ts';
import { type Call, ok, param, type Route, route } from './route.ts';

const stateIn = (call: Call, userId: string) => {
  const guild = guildIn(call);
  memberBy(call.world, guild, userId);
  const state = voiceStateOf(call.world, guild.id, userId);
  if (!state) throw refuse('unknownVoiceState');
  return ok(voiceStateObject(call.world, state));
};

/** https://docs.discord.com/developers/resources/voice; moving somebody is a change of the member: see `members.ts`. */
export const voiceRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild_id/voice-states/@me', (call) => stateIn(call, call.actorId)),
  route('GET', '/guilds/:guild_id/voice-states/:user_id', (call) => stateIn(call, param(call, 'user_id'))),
];
