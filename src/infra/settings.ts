import type { RoleKey } from '../kernel/role.ts';
import type { Locale } from '../kernel/text.ts';
import type { Db, Tx } from './db.ts';

/** What the administrators chose for a guild. A guild without a row has the defaults. */
export type GuildSettings = {
  guildId: string;
  /** Language of what the bot posts in public. */
  locale: Locale;
  /** IANA name. */
  timeZone: string;
  /** Discord roles that play each role of the bot. */
  roles: Partial<Record<RoleKey, readonly string[]>>;
  /** Channel of each need, by its key. */
  channels: Readonly<Record<string, string>>;
};

type Row = { locale: Locale; time_zone: string; roles: Partial<Record<RoleKey, string[]>>; channels: Record<string, string> };

/** Always read from the database, in one query: a copy kept in memory would let a removed role act until it expires. */
export async function readSettings(db: Db | Tx, guildId: string): Promise<GuildSettings> {
  const [row] = await db.$queryRaw<Row[]>`/* kept */
    SELECT locale, time_zone,
      (SELECT coalesce(jsonb_object_agg(key, ids), '{}') FROM (
        SELECT key, jsonb_agg(role_id ORDER BY role_id) AS ids FROM role_binding WHERE guild_id = guild.id GROUP BY key) AS bound) AS roles,
      (SELECT coalesce(jsonb_object_agg(key, channel_id), '{}') FROM channel_binding WHERE guild_id = guild.id) AS channels
    FROM guild WHERE id = ${guildId}`;
  return {
    guildId,
    locale: row?.locale ?? 'fr',
    timeZone: row?.time_zone ?? 'Europe/Paris',
    roles: row?.roles ?? {},
    channels: row?.channels ?? {},
  };
}
