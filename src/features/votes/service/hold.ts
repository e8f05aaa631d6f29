import type { ModerationVote } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { concerned, unknownVote } from '../messages/refusal.ts';
import type { Counts } from '../rules/vote.ts';
import { askTask, type Choice, cardTask, closeTask } from '../wire.ts';

export type Vote = ModerationVote;
export type VoteKey = { guildId: string; voteId: number };

export const promiseCard = (tx: Tx | Db, { guildId, id }: Pick<Vote, 'guildId' | 'id'>): Promise<void> =>
  enqueue(tx, cardTask, { guildId, voteId: id }, { key: String(id) });
/** Its time is over: who took part and whom it is about are looked at once more before anything is carried out. */
export const promiseClose = (tx: Tx | Db, { guildId, id }: Pick<Vote, 'guildId' | 'id'>): Promise<void> =>
  enqueue(tx, closeTask, { guildId, voteId: id }, { key: String(id) });
export const promiseAsk = (tx: Tx | Db, { guildId, id }: Pick<Vote, 'guildId' | 'id'>): Promise<void> =>
  enqueue(tx, askTask, { guildId, voteId: id }, { key: String(id) });

/** Whoever changes it holds it until the end of the transaction. Throws `votes.unknown`, `votes.concerned`. */
export async function holdVote(tx: Tx, { guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>, voteId: number): Promise<Vote> {
  await tx.$queryRaw`SELECT id FROM moderation_vote WHERE id = ${voteId} AND guild_id = ${guildId} FOR UPDATE`;
  return findVote(tx, { guildId, actorId }, voteId);
}

/** The same to read. */
export async function findVote(
  db: Db | Tx,
  { guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>,
  voteId: number,
): Promise<Vote> {
  const vote = await db.moderationVote.findFirst({ where: { id: voteId, guildId } });
  if (!vote) throw unknownVote();
  if (vote.userId === actorId) throw concerned();
  return vote;
}

export async function countsOf(db: Db | Tx, voteId: number): Promise<Counts> {
  const found = await db.moderationBallot.groupBy({ by: ['choice'], where: { voteId }, _count: true });
  const of = (choice: Choice) => found.find((one) => one.choice === choice)?._count ?? 0;
  return { yes: of('yes'), no: of('no'), abstain: of('abstain') };
}
