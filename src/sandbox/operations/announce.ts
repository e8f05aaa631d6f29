import { guildObject, memberObject } from '../objects.ts';
import type { Guild, Member, World } from '../world.ts';

/** Says to everybody in the guild how a member, or the guild itself, stands now. */
export const announceMember = (world: World, guild: Guild, member: Member): void =>
  world.emit({
    event: 'GUILD_MEMBER_UPDATE',
    data: { ...memberObject(world, member), guild_id: guild.id },
    guildId: guild.id,
    channelId: null,
    only: null,
  });

export const announceGuild = (world: World, guild: Guild): void =>
  world.emit({ event: 'GUILD_UPDATE', data: guildObject(world, guild), guildId: guild.id, channelId: null, only: null });
