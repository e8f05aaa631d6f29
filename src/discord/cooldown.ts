import type { Db } from '../infra/db.ts';
import { second } from '../kernel/time.ts';

export type Cooled = { guildId: string; userId: string; command: string; seconds: number; now: Date };

/**
 * Takes the turn of this person for this command, in one statement, so that two clicks at the same instant get one turn. Returns the
 * seconds to wait, 0 when the turn was taken.
 */
export async function takeTurn(db: Db, { guildId, userId, command, seconds, now }: Cooled): Promise<number> {
  const until = new Date(now.getTime() + seconds * second);
  const taken = await db.$executeRaw`
    INSERT INTO cooldown (guild_id, user_id, command, until) VALUES (${guildId}, ${userId}, ${command}, ${until})
    ON CONFLICT (guild_id, user_id, command) DO UPDATE SET until = excluded.until WHERE cooldown.until <= ${now}`;
  if (taken > 0) return 0;
  const turn = await db.cooldown.findUnique({ where: { guildId_userId_command: { guildId, userId, command } } });
  return turn ? Math.max(1, Math.ceil((turn.until.getTime() - now.getTime()) / second)) : 0;
}
