import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import { mostProposed } from '../rules/limit.ts';
import { uncardTask } from '../wire.ts';
import { type Figures, figuresOf, none, type RuleRow as Row } from './rule.ts';

/** Servers with rules whose time of watching is over, of which nobody was asked yet. Those that the bot left are asked nothing. */
export const dueQuestions = (tx: Tx, now: Date): Promise<{ guildId: string }[]> => tx.$queryRaw`
  SELECT DISTINCT rule.guild_id AS "guildId" FROM rule JOIN guild ON guild.id = rule.guild_id AND guild.left_at IS NULL
  WHERE rule.mode = 'shadow' AND rule.asked_at IS NULL AND rule.shadow_until <= ${now}
  LIMIT 200`;

/** All that have watched for long enough, with what they found since; where they are proposed, and how often that was done before. */
export type Proposal = {
  rows: (Row & { figures: Figures })[];
  total: number;
  /** Some were never shown: the message is posted anew, so that it is seen. */
  isNew: boolean;
  asks: number;
  posted: { channelId: string; messageId: string } | null;
};

/** Null for a server that the bot left. */
export async function readProposal(db: Db, guildId: string, now: Date): Promise<Proposal | null> {
  if ((await db.guild.count({ where: { id: guildId, leftAt: null } })) === 0) return null;
  const where = { guildId, mode: 'shadow', shadowUntil: { lte: now } } as const;
  const [total, fresh, rows, setting] = await Promise.all([
    db.rule.count({ where }),
    db.rule.count({ where: { ...where, askedAt: null } }),
    // Those that were never shown first: what a menu cannot hold comes as the others are decided.
    db.rule.findMany({ where, orderBy: [{ askedAt: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }], take: mostProposed }),
    db.ruleSetting.findUnique({ where: { guildId } }),
  ]);
  const figures = await figuresOf(
    db,
    rows.map(({ id }) => id),
  );
  const { asks = 0, askedChannelId, askedMessageId } = setting ?? {};
  return {
    rows: rows.map((row) => ({ ...row, figures: figures.get(row.id) ?? none })).sort((one, other) => one.id - other.id),
    total,
    isNew: fresh > 0,
    asks,
    posted: askedChannelId && askedMessageId ? { channelId: askedChannelId, messageId: askedMessageId } : null,
  };
}

/** The proposal that stands there now, null for none; the one before it goes. */
export const recordProposal = (
  db: Db,
  guildId: string,
  { proposal, posted, now }: { proposal: Proposal; posted: Proposal['posted']; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { rows, asks, posted: former, isNew } = proposal;
    const { count } = await tx.ruleSetting.updateMany({
      where: { guildId, asks },
      data: {
        askedChannelId: posted?.channelId ?? null,
        askedMessageId: posted?.messageId ?? null,
        ...(isNew && { asks: { increment: 1 } }),
      },
    });
    if (count === 0) return;
    // All that are due were told of, also those that the menu had no room for.
    if (isNew)
      await tx.rule.updateMany({
        where: { guildId, mode: 'shadow', shadowUntil: { lte: now }, askedAt: null },
        data: { askedAt: now },
      });
    if (former && former.messageId !== posted?.messageId)
      await enqueue(tx, uncardTask, { guildId, ...former }, { key: former.messageId });
    if (rows.length === 0 && posted) await enqueue(tx, uncardTask, { guildId, ...posted }, { key: posted.messageId });
  });
