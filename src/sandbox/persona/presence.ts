import { refuse } from '../errors.ts';
import { requireOpenInvites } from '../operations/incidents.ts';
import { acceptInvite } from '../operations/invites.ts';
import { goOffline, joinGuild, passScreening, removeMember } from '../operations/members.ts';
import { connect, peopleIn, voiceStateOf } from '../operations/voice.ts';
import { channelPermissions, hasPermission, isVoice } from '../permissions.ts';
import type { Channel, Guild, User, World } from '../world.ts';
import { ClientRefusal, type Persona } from './persona.ts';

type Presence = Pick<Persona, 'join' | 'passScreening' | 'leave' | 'goOffline' | 'voice' | 'joinVoice' | 'leaveVoice'>;

/** Being there: in the guild, and in its voice channels. `channel` finds one that the person sees. */
export function presenceOf(world: World, user: User, home: () => Guild, channel: (nameOrId: string) => Channel): Presence {
  return {
    join({ pending, guildId, invite } = {}) {
      if (invite !== undefined) {
        acceptInvite(world, user.id, codeIn(invite), pending);
        return;
      }
      const guild = guildId ? world.guilds.get(guildId) : home();
      if (!guild) throw refuse('unknownGuild');
      if (!guild.members.has(user.id) && !guild.bans.has(user.id)) requireOpenInvites(world, guild);
      joinGuild(world, guild, user.id, { pending });
    },
    passScreening: () => passScreening(world, home(), user.id),
    leave() {
      if (home().owner_id === user.id) throw new ClientRefusal('the owner cannot leave');
      removeMember(world, home(), user.id);
    },
    goOffline: () => goOffline(world, home(), user.id),
    voice() {
      const state = voiceStateOf(world, home().id, user.id);
      return state ? (world.channels.get(state.channel_id) ?? null) : null;
    },
    joinVoice(nameOrId) {
      const room = channel(nameOrId);
      const guild = world.guilds.get(room.guild_id ?? '');
      if (!guild || !isVoice(room)) throw new ClientRefusal(`${nameOrId} is no voice channel`);
      if (guild.members.get(user.id)?.pending) throw new ClientRefusal(`${user.username} has not passed the screening`);
      const held = channelPermissions(world, room, user.id);
      if (!hasPermission(held, 'Connect')) throw refuse('missingPermissions');
      const others = peopleIn(world, room.id).filter(({ user_id }) => user_id !== user.id);
      if (room.user_limit > 0 && others.length >= room.user_limit && !hasPermission(held, 'MoveMembers'))
        throw new ClientRefusal(`${room.name} is full`);
      connect(world, guild, user.id, room.id);
    },
    leaveVoice: () => connect(world, home(), user.id, null),
  };
}

/** People paste the link as often as the code. */
const codeIn = (invite: string): string => invite.trim().replace(/^(https?:\/\/)?(discord\.gg|discord\.com\/invite)\//, '');
