import type { RuleHit as Row } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, lock, type Prisma, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { accountCompromised } from '../../../kernel/moderation.ts';
import { keepEvidence } from '../../moderation/service/evidence.ts';
import { ownHit, unknownHit } from '../messages/refusal.ts';
import { addTo, isCooling } from '../rules/counter.ts';
import type { Facts } from '../rules/facts.ts';
import type { Hit } from '../rules/hit.ts';
import { cardTime, mostExceptions, pageSize } from '../rules/limit.ts';
import { callsModerators, isOfCrowd, keepsMessage, needsCard, stepsOf } from '../rules/plan.ts';
import { fingerprintOf } from '../rules/print.ts';
import type { Rule } from '../rules/rule.ts';
import { actTask, cardTask } from '../wire.ts';
import { touchRules } from './rule.ts';

export type { RuleHit } from '../../../../prisma/client/client.ts';

/** What happened, and which rules it set off. `files` are those of the message, to be kept. */
export type Happening = {
  facts: Facts;
  /** Names it, however often it is told. */
  key: string;
  sentAt: Date | null;
  files: readonly { name: string; contentType: string; size: number; url: string }[];
  hits: readonly { hit: Hit; rule: Rule }[];
  now: Date;
};

type Judged = { hit: Hit; rule: Rule; id: number; isDue: boolean; isCooling: boolean };

/** Longest message that Discord takes from anybody. */
const longestContent = 4_000;

/**
 * Writes down what the rules found and promises what they do, in one transaction. What one person set off is written one after the other, so that of a
 * burst each message counts once. Answers with the ids of the hits that are new: an event that comes twice has none.
 */
export const recordHits = (db: Db, happening: Happening): Promise<number[]> =>
  db.$transaction(async (tx) => {
    const { facts, now } = happening;
    await lock(tx, `rules:${facts.guildId}:${facts.authorId}`);
    const judged: Judged[] = [];
    for (const one of happening.hits) {
      const id = await insertHit(tx, happening, one);
      if (id !== null) judged.push({ ...one, id, ...(await judge(tx, facts, one, now)) });
    }
    if (judged.length === 0) return [];
    const due = judged.filter(({ isDue }) => isDue);
    if (due.length > 0) await tx.ruleHit.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { isDue: true } });
    const acting = due.filter(({ rule }) => rule.mode === 'on');
    if (acting.length > 0) await act(tx, happening, acting);
    return judged.map(({ id }) => id);
  });

async function insertHit(
  tx: Tx,
  { facts, key, now }: Happening,
  { hit, rule }: { hit: Hit; rule: Rule },
): Promise<number | null> {
  const { guildId, authorId: userId, authorName: userName, channelId, messageId } = facts;
  const content = facts.text.slice(0, longestContent);
  // A rule that was deleted meanwhile finds nothing any more.
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO rule_hit (guild_id, rule_id, event_key, event, mode, user_id, user_name, channel_id, message_id, content, fingerprint, found, is_due, created_at)
    SELECT ${guildId}, id, ${key}, ${facts.kind}::rule_event, ${hit.mode}::rule_mode, ${userId}, ${userName}, ${channelId}, ${messageId},
      ${content}, ${fingerprintOf(content)}, ${JSON.stringify(hit.found)}::jsonb, false, ${now}
    FROM rule WHERE id = ${rule.id} AND guild_id = ${guildId}
    ON CONFLICT ON CONSTRAINT rule_hit_once DO NOTHING RETURNING id`;
  return rows[0]?.id ?? null;
}

/** Counters and cooldowns, of which those of a rule that only watches are apart. */
async function judge(tx: Tx, { guildId, authorId: userId }: Facts, { rule }: { rule: Rule }, now: Date) {
  const at = now.getTime();
  const isShadow = rule.mode !== 'on';
  if (rule.counter) {
    const key = { guildId, userId, name: rule.counter.name, isShadow };
    const row = await tx.ruleCounter.findUnique({ where: { guildId_userId_name_isShadow: key } });
    const count = addTo(row && { value: row.value, at: row.at.getTime() }, rule.counter, at);
    const data = { value: count.value, at: now };
    await tx.ruleCounter.upsert({ where: { guildId_userId_name_isShadow: key }, update: data, create: { ...key, ...data } });
    if (!count.isReached) return { isDue: false, isCooling: false };
  }
  if (rule.cooldownSeconds === 0) return { isDue: true, isCooling: false };
  const key = { ruleId: rule.id, userId };
  const row = await tx.ruleCooldown.findUnique({ where: { ruleId_userId: key } });
  const cooling = isCooling(rule, row?.actedAt.getTime() ?? null, at);
  if (!cooling)
    await tx.ruleCooldown.upsert({
      where: { ruleId_userId: key },
      update: { actedAt: now },
      create: { ...key, guildId, actedAt: now },
    });
  const isDue = !cooling || rule.actions.some(({ kind }) => kind === 'delete');
  return { isDue, isCooling: cooling };
}

async function act(tx: Tx, happening: Happening, acting: readonly Judged[]): Promise<void> {
  const { facts, sentAt, files, now } = happening;
  const { guildId, authorId: userId, channelId, messageId } = facts;
  const ids = acting.map(({ id }) => id);

  const isKept = channelId !== null && facts.kind !== 'join' && acting.some(({ rule }) => keepsMessage(rule));
  const evidenceId = isKept
    ? await keepEvidence(tx, { guildId, userId, channelId, messageId, content: facts.text, sentAt, files, now })
    : null;
  const shown = acting.filter(
    ({ rule, isCooling: cooling }) => needsCard(rule) && !(cooling && !stepsOf(rule, { isCooling: true }).length),
  );
  await tx.ruleHit.updateMany({ where: { id: { in: ids } }, data: { evidenceId } });
  const cardIds: number[] = [];
  const show = async (of: CardOf, judged: readonly Judged[]): Promise<void> => {
    if (judged.length === 0) return;
    const cardId = await openCard(tx, { guildId, of, now, isCall: judged.some(({ rule }) => callsModerators(rule)) });
    await tx.ruleHit.updateMany({ where: { id: { in: judged.map(({ id }) => id) } }, data: { cardId } });
    cardIds.push(cardId);
  };
  await show(
    { userId },
    shown.filter(({ hit }) => !isOfCrowd(hit)),
  );
  // In the order of the rules, which is the same for whoever else holds two of them.
  for (const one of shown.filter(({ hit }) => isOfCrowd(hit)).sort((a, b) => a.rule.id - b.rule.id)) {
    await lock(tx, `rules.card:${one.rule.id}`);
    await show({ ruleId: one.rule.id }, [one]);
  }

  const messages = acting.flatMap(({ id, hit, rule }) =>
    rule.actions.some(({ kind }) => kind === 'delete') && channelId && messageId
      ? [
          { guildId, hitId: id, channelId, messageId, evidenceId },
          ...hit.others.filter((other) => other.messageId !== messageId).map((other) => ({ guildId, hitId: id, ...other })),
        ]
      : [],
  );
  await tx.ruleMessage.createMany({ data: messages, skipDuplicates: true });

  const steps = acting.flatMap(({ id, rule, isCooling: cooling }) =>
    stepsOf(rule, { isCooling: cooling })
      // Whoever joins has no message.
      .filter(({ kind }) => kind !== 'delete' || messageId !== null)
      .map((step, place) => ({ hitId: id, place, kind: step.kind, data: step as unknown as Prisma.InputJsonObject })),
  );
  await tx.ruleAction.createMany({ data: steps });
  await enqueueAll(
    tx,
    actTask,
    steps.map(({ hitId, place }) => ({ payload: { guildId, hitId, place }, key: `${hitId}:${place}` })),
  );
  const secured = acting.find(({ rule }) => rule.actions.some(({ kind }) => kind === 'secure'));
  if (secured) await enqueue(tx, accountCompromised, { guildId, userId, hitId: secured.id }, { key: `${guildId}:${userId}` });
  for (const cardId of cardIds) await enqueue(tx, cardTask, { guildId, cardId }, { key: String(cardId) });
}

/** What a card is about: somebody, or a rule that finds a crowd. */
type CardOf = { userId: string } | { ruleId: number };

/** The open card of that, if it is of the last minutes; a new one otherwise. The caller holds the person or the rule. */
async function openCard(
  tx: Tx,
  { guildId, of, now, isCall }: { guildId: string; of: CardOf; now: Date; isCall: boolean },
): Promise<number> {
  const since = new Date(now.getTime() - cardTime);
  const open = await tx.ruleCard.findFirst({
    where: { guildId, ...of, openedAt: { gt: since }, closedAt: null },
    orderBy: { openedAt: 'desc' },
  });
  if (!open) return (await tx.ruleCard.create({ data: { guildId, ...of, openedAt: now, isCall } })).id;
  if (isCall && !open.isCall) await tx.ruleCard.update({ where: { id: open.id }, data: { isCall: true } });
  return open.id;
}

const withRule = {
  rule: { select: { name: true, mode: true } },
  messages: true,
  restores: true,
  actions: { orderBy: { place: 'asc' } },
} as const satisfies Prisma.RuleHitInclude;
export type HitWith = Prisma.RuleHitGetPayload<{ include: typeof withRule }>;

/** Throws `rules.unknown_hit`. */
export async function getHit(db: Db | Tx, guildId: string, hitId: number): Promise<HitWith> {
  const hit = await db.ruleHit.findFirst({ where: { id: hitId, guildId }, include: withRule });
  if (!hit) throw unknownHit();
  return hit;
}

export type HitPage = { hits: HitWith[]; total: number; page: number };

/** What a rule found, the newest first. */
export async function listHits(db: Db, { guildId, ruleId }: { guildId: string; ruleId: number }, page: number): Promise<HitPage> {
  const where = { guildId, ruleId };
  const total = await db.ruleHit.count({ where });
  const at = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  const hits = await db.ruleHit.findMany({
    where,
    include: withRule,
    orderBy: { id: 'desc' },
    skip: at * pageSize,
    take: pageSize,
  });
  return { hits, total, page: at };
}

export type Verdict = NonNullable<Row['verdict']>;

/**
 * Somebody looked at it. A mistake is learnt: the same words never set the rule off again. The last word counts; the same word twice is one.
 * Throws `rules.unknown_hit`, `rules.own_hit`.
 */
export const judgeHit = (
  db: Db,
  { guildId, actorId, now }: Change,
  { hitId, verdict }: { hitId: number; verdict: Verdict },
): Promise<HitWith> =>
  db.$transaction(async (tx) => {
    // Whoever changes rules takes their row first, then the hits.
    await touchRules(tx, guildId);
    await tx.$queryRaw`SELECT id FROM rule_hit WHERE id = ${hitId} AND guild_id = ${guildId} FOR UPDATE`;
    const before = await getHit(tx, guildId, hitId);
    if (before.userId === actorId) throw ownHit();
    if (before.verdict !== verdict) {
      await learn(tx, before, verdict, now);
      await audit(tx, {
        guildId,
        actorId,
        targetId: before.userId,
        action: 'rules.judge',
        subject: `hit:${hitId}`,
        before: { verdict: before.verdict },
        after: { verdict },
        at: now,
      });
    }
    return getHit(tx, guildId, hitId);
  });

/** For whoever already holds the row of the settings and of the hit. */
export async function learn(tx: Tx, hit: HitWith, verdict: Verdict, now: Date): Promise<void> {
  const { id, ruleId, fingerprint, cardId, guildId } = hit;
  await tx.ruleHit.update({ where: { id }, data: { verdict, verdictAt: now } });
  if (fingerprint !== null && verdict === 'founded') await tx.ruleException.deleteMany({ where: { ruleId, fingerprint } });
  if (fingerprint !== null && verdict === 'mistaken') {
    await tx.ruleException.createMany({ data: [{ ruleId, fingerprint, createdAt: now }], skipDuplicates: true });
    await tx.$executeRaw`
      DELETE FROM rule_exception WHERE id IN (
        SELECT id FROM rule_exception WHERE rule_id = ${ruleId} ORDER BY id DESC OFFSET ${mostExceptions})`;
  }
  if (cardId !== null) await enqueue(tx, cardTask, { guildId, cardId }, { key: String(cardId) });
}
