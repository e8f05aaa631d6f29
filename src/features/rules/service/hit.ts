import type { RuleHit as Row } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, lock, type Prisma, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { accountCompromised, rulesChanged } from '../../../kernel/moderation.ts';
import { cut, type Locale } from '../../../kernel/text.ts';
import { keepEvidence } from '../../moderation/service/evidence.ts';
import { voidMistakes } from '../../moderation/service/mistake.ts';
import { text } from '../messages/hit.ts';
import { ownHit, unknownHit } from '../messages/refusal.ts';
import { addTo, isCooling } from '../rules/counter.ts';
import type { Facts } from '../rules/facts.ts';
import type { Hit } from '../rules/hit.ts';
import { cardTime, mostExceptions, pageSize } from '../rules/limit.ts';
import { callsModerators, isOfCrowd, keepsMessage, needsCard, type Step, stepsOf } from '../rules/plan.ts';
import { fingerprintOf } from '../rules/print.ts';
import type { Rule } from '../rules/rule.ts';
import { withoutSecrets } from '../rules/secret.ts';
import { actTask, cardTask } from '../wire.ts';
import { touchLearnt } from './rule.ts';

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
  /** Discord held it back itself, and told the person: it is shown and kept, and nothing more is done. */
  isHeld?: boolean;
};

type Judged = { hit: Hit; rule: Rule; id: number; isDue: boolean; isCooling: boolean };

/** Longest message that Discord takes from anybody. */
const longestContent = 4_000;

/**
 * Writes down what the rules found and promises what they do, in one transaction. What one person set off is written one after the other, so that of a
 * burst each message counts once. Answers with the ids of the hits that are new: an event that comes twice has none.
 */
export const recordHits = (db: Db, told: Happening): Promise<number[]> =>
  db.$transaction(async (tx) => {
    const happening = withoutKeys(told);
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

/** What opens something is kept nowhere, neither in words nor in a file beside them. Places in the text stay where they were. */
function withoutKeys(happening: Happening): Happening {
  const text = withoutSecrets(happening.facts.text);
  if (text === happening.facts.text) return happening;
  return {
    ...happening,
    facts: { ...happening.facts, text },
    files: [],
    hits: happening.hits.map(({ hit, rule }) => ({
      rule,
      hit: {
        ...hit,
        found: hit.found.map((one) => ({ ...one, reason: { ...one.reason, values: one.reason.values.map(withoutSecrets) } })),
      },
    })),
  };
}

async function insertHit(
  tx: Tx,
  { facts, key, now }: Happening,
  { hit, rule }: { hit: Hit; rule: Rule },
): Promise<number | null> {
  const { guildId, authorId: userId, authorName: userName, channelId, messageId } = facts;
  const content = cut(facts.text, longestContent).toWellFormed();
  // What a half emoji was cut from is no text that the database takes.
  const found = JSON.stringify(hit.found, (_key, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
  // A rule that was deleted meanwhile finds nothing any more.
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO rule_hit (guild_id, rule_id, event_key, event, mode, user_id, user_name, channel_id, message_id, content, fingerprint, found, is_due, created_at)
    SELECT ${guildId}, id, ${key}, ${facts.kind}::rule_event, ${hit.mode}::rule_mode, ${userId}, ${userName}, ${channelId}, ${messageId},
      ${content}, ${fingerprintOf(facts)}, ${found}::jsonb, false, ${now}
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

  if (happening.isHeld) return promiseCardsOf(tx, guildId, cardIds);

  const taken = new Set(
    await alreadyTaken(
      tx,
      guildId,
      acting.flatMap(({ hit }) => hit.others.map((other) => other.messageId)),
    ),
  );
  const isNew = (other: { messageId: string }): boolean => !taken.has(other.messageId) && Boolean(taken.add(other.messageId));
  const messages = acting.flatMap(({ id, hit, rule }) =>
    rule.actions.some(({ kind }) => kind === 'delete') && channelId && messageId
      ? [
          { guildId, hitId: id, channelId, messageId, evidenceId },
          ...hit.others
            .filter((other) => other.messageId !== messageId && isNew(other))
            .map((other) => ({ guildId, hitId: id, ...other })),
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
  if (secured) {
    const others = secured.hit.others.map((other) => ({ channelId: other.channelId, messageId: other.messageId }));
    await enqueue(tx, accountCompromised, { guildId, userId, hitId: secured.id, others }, { key: String(secured.id) });
  }
  await promiseCardsOf(tx, guildId, cardIds);
}

const promiseCardsOf = (tx: Tx, guildId: string, cardIds: readonly number[]): Promise<void> =>
  enqueueAll(
    tx,
    cardTask,
    cardIds.map((cardId) => ({ payload: { guildId, cardId }, key: String(cardId) })),
  );

/** Of a flood each message finds those before it: what another hit removes is asked of Discord once. */
async function alreadyTaken(tx: Tx, guildId: string, messageIds: readonly string[]): Promise<string[]> {
  if (messageIds.length === 0) return [];
  const rows = await tx.ruleMessage.findMany({
    where: { guildId, messageId: { in: [...messageIds] } },
    select: { messageId: true },
  });
  return rows.map(({ messageId }) => messageId);
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
  evidence: { select: { files: { select: { contentType: true } } } },
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

export type Judgement = { hit: HitWith /** Sanctions that were taken back. */; cases: number };

/** What a hit that was a mistake did to the person is undone. For whoever already holds the row of the settings and of the hit. */
export async function takeBack(tx: Tx, hit: HitWith, { locale, now }: { locale: Locale; now: Date }): Promise<number> {
  const { guildId, id: hitId, actions } = hit;
  const undone: Step[] = actions.flatMap(({ kind, state, data }): Step[] => {
    const step = data as unknown as Step;
    if (state !== 'done' || (step.kind !== 'add_role' && step.kind !== 'remove_role') || step.isUndo) return [];
    return [{ kind: kind === 'add_role' ? 'remove_role' : 'add_role', roleId: step.roleId, isUndo: true }];
  });
  const first = Math.max(-1, ...actions.map(({ place }) => place)) + 1;
  if (undone.length > 0 && !actions.some(({ data }) => (data as { isUndo?: boolean }).isUndo)) {
    const rows = undone.map((step, index) => ({ hitId, place: first + index, kind: step.kind, data: step }));
    await tx.ruleAction.createMany({ data: rows });
    await enqueueAll(
      tx,
      actTask,
      rows.map(({ place }) => ({ payload: { guildId, hitId, place }, key: `${hitId}:${place}` })),
    );
  }
  return voidMistakes(tx, { guildId, hitId, reason: text.voided[locale], now });
}

/**
 * Somebody looked at it. A mistake is learnt: the same message never sets the rule off again, and what came of it for the person is taken back. The last word
 * counts; the same word twice is one.
 * Throws `rules.unknown_hit`, `rules.own_hit`.
 */
export const judgeHit = (
  db: Db,
  { guildId, actorId, now }: Change,
  { hitId, verdict, locale = 'fr' }: { hitId: number; verdict: Verdict; locale?: Locale },
): Promise<Judgement> =>
  db.$transaction(async (tx) => {
    // Whoever changes rules takes their row first, then the hits.
    await touchLearnt(tx, guildId);
    await tx.$queryRaw`SELECT id FROM rule_hit WHERE id = ${hitId} AND guild_id = ${guildId} FOR UPDATE`;
    const before = await getHit(tx, guildId, hitId);
    if (before.userId === actorId) throw ownHit();
    let cases = 0;
    if (before.verdict !== verdict) {
      if (verdict === 'mistaken') cases = await takeBack(tx, before, { locale, now });
      await learn(tx, before, verdict, now);
      await audit(tx, {
        guildId,
        actorId,
        targetId: before.userId,
        action: 'rules.judge',
        subject: `hit:${hitId}`,
        before: { verdict: before.verdict },
        after: { verdict, cases },
        at: now,
      });
    }
    return { hit: await getHit(tx, guildId, hitId), cases };
  });

/** For whoever already holds the row of the settings and of the hit. */
export async function learn(tx: Tx, hit: HitWith, verdict: Verdict, now: Date): Promise<void> {
  const { id, ruleId, fingerprint, cardId, guildId } = hit;
  await tx.ruleHit.update({ where: { id }, data: { verdict, verdictAt: now } });
  const before = await tx.ruleException.count({ where: { ruleId } });
  if (fingerprint !== null && verdict === 'founded') await tx.ruleException.deleteMany({ where: { ruleId, fingerprint } });
  if (fingerprint !== null && verdict === 'mistaken') {
    await tx.ruleException.createMany({ data: [{ ruleId, fingerprint, createdAt: now }], skipDuplicates: true });
    await tx.$executeRaw`
      DELETE FROM rule_exception WHERE id IN (
        SELECT id FROM rule_exception WHERE rule_id = ${ruleId} ORDER BY id DESC OFFSET ${mostExceptions})`;
  }
  // Discord runs no rule that has learnt something: it cannot know it.
  if (before > 0 !== (await tx.ruleException.count({ where: { ruleId } })) > 0)
    await enqueue(tx, rulesChanged, { guildId }, { key: guildId });
  if (cardId !== null) await enqueue(tx, cardTask, { guildId, cardId }, { key: String(cardId) });
}
