import type { Tx } from '../../../infra/db.ts';

/** The requests of people who were just paired some other way wait no more, and nobody is asked for them any longer. */
export async function closePaired(tx: Tx, { guildId, learnerIds, now }: { guildId: string; learnerIds: readonly string[]; now: Date }): Promise<void> {
  const ids = [...learnerIds];
  await tx.$executeRaw`
    UPDATE mentoring_ask AS ask SET state = 'closed', ended_at = ${now}
    FROM mentoring_request AS request
    WHERE request.id = ask.request_id AND request.guild_id = ${guildId} AND request.user_id = ANY (${ids}::text[]) AND request.state = 'waiting'
      AND ask.state IN ('queued', 'asked', 'question')`;
  await tx.$executeRaw`
    UPDATE mentoring_request SET state = 'paired', closed_at = ${now}, updated_at = ${now}
    WHERE guild_id = ${guildId} AND user_id = ANY (${ids}::text[]) AND state = 'waiting'`;
}
