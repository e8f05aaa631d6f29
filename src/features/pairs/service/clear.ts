import type { Db } from '../../../infra/db.ts';

export type Sent = { channelId: string; messageId: string };

/** Direct messages under that key that are still on Discord, of whoever is left. */
export const toldOf = (db: Db, { guildId, key }: { guildId: string; key: string }): Promise<Sent[]> => db.$queryRaw`
  SELECT notice.channel_id AS "channelId", notice.message_id AS "messageId" FROM notice
  JOIN member ON member.guild_id = notice.guild_id AND member.user_id = notice.user_id
  WHERE notice.guild_id = ${guildId} AND notice.key = ${key} AND notice.channel_id IS NOT NULL AND notice.message_id IS NOT NULL`;
