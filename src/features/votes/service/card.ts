import type { Db } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Counts } from '../rules/vote.ts';
import { type History, historyOf } from './history.ts';
import { countsOf, findVote, promiseAsk, promiseCard, type Vote, type VoteKey } from './hold.ts';

export type Kept = { content: string; channelId: string; messageId: string | null; files: number };

/** All that the team reads of a vote. */
export type VoteCard = {
  vote: Vote;
  counts: Counts;
  history: History;
  evidence: Kept | null;
  rule: { number: number; title: string } | null;
  opened: { id: number; number: number; hasFailed: boolean } | null;
};

async function describe(db: Db, vote: Vote, now: Date): Promise<VoteCard> {
  const { guildId, userId, evidenceId, ruleId, caseId } = vote;
  const [counts, history, evidence, rule, opened] = await Promise.all([
    countsOf(db, vote.id),
    historyOf(db, { guildId, userId, now }),
    evidenceId === null
      ? null
      : db.moderationEvidence.findFirst({
          where: { id: evidenceId, guildId },
          select: { content: true, channelId: true, messageId: true, _count: { select: { files: true } } },
        }),
    ruleId === null ? null : db.serverRule.findFirst({ where: { id: ruleId, guildId }, select: { number: true, title: true } }),
    caseId === null
      ? null
      : db.moderationCase.findFirst({ where: { id: caseId, guildId }, select: { id: true, number: true, state: true } }),
  ]);
  return {
    vote,
    counts,
    history,
    evidence: evidence && {
      content: evidence.content,
      channelId: evidence.channelId,
      messageId: evidence.messageId,
      files: evidence._count.files,
    },
    rule,
    opened: opened && { id: opened.id, number: opened.number, hasFailed: opened.state === 'failed' },
  };
}

export async function readVote(db: Db, { guildId, voteId }: VoteKey, now: Date): Promise<VoteCard | null> {
  const vote = await db.moderationVote.findFirst({ where: { id: voteId, guildId } });
  return vote && describe(db, vote, now);
}

/** For whom it does not concern. Throws `votes.unknown`, `votes.concerned`. */
export const openVote = async (db: Db, by: Change, voteId: number): Promise<VoteCard> =>
  describe(db, await findVote(db, by, voteId), by.now);

type Place = { channelId: string; messageId: string };

/** False when the vote is no more, or has another card since. */
export async function recordCard(db: Db, id: number, former: string | null, place: Place): Promise<boolean> {
  const { count } = await db.moderationVote.updateMany({
    where: { id, cardMessageId: former },
    data: { cardChannelId: place.channelId, cardMessageId: place.messageId },
  });
  return count > 0;
}

export async function recordAsk(db: Db, id: number, former: string | null, place: Place): Promise<boolean> {
  const { count } = await db.moderationVote.updateMany({
    where: { id, askMessageId: former },
    data: { askChannelId: place.channelId, askMessageId: place.messageId },
  });
  return count > 0;
}

/** Messages of a server were deleted: cards among them come back. */
export async function restoreCards(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  const lost = await db.moderationVote.findMany({
    where: { guildId, OR: [{ cardMessageId: { in: messageIds } }, { askMessageId: { in: messageIds } }] },
    select: { id: true, guildId: true, askMessageId: true },
  });
  for (const vote of lost) await (messageIds.includes(vote.askMessageId ?? '') ? promiseAsk : promiseCard)(db, vote);
}
