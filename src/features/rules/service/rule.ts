import type { Rule as Row } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, isDuplicate, type Prisma, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { rulesChanged } from '../../../kernel/moderation.ts';
import { fold } from '../../../kernel/text.ts';
import { day } from '../../../kernel/time.ts';
import { badRule, changedMeanwhile, nameTaken, tooManyRules, unknownRule } from '../messages/refusal.ts';
import { faultsOf } from '../rules/field.ts';
import { mostRules, pageSize, shadowDays } from '../rules/limit.ts';
import { type Draft, draftSchema, type Mode, type Rule, ruleSchema } from '../rules/rule.ts';
import { askTask, refreshTask, reloadTask, seedTask } from '../wire.ts';

export type { Rule as RuleRow } from '../../../../prisma/client/client.ts';

/** A rule with the row that keeps it. */
export type Kept = { row: Row; rule: Rule };

/** Null for a row that this version cannot read, such as one of a later version: it does nothing rather than something else. */
export function readRow(row: Row): Rule | null {
  const read = ruleSchema.safeParse({ ...(row.body as object), id: row.id, name: row.name, mode: row.mode });
  return read.success ? read.data : null;
}

export const bodyOf = ({ name: _name, mode: _mode, ...body }: Draft): Prisma.InputJsonObject =>
  body as unknown as Prisma.InputJsonObject;

/**
 * What is kept in memory of the rules of a server is read again, and what Discord runs of them too. It holds the row of the settings until the end of the
 * transaction: whoever changes rules calls it first.
 */
export async function touchRules(tx: Tx, guildId: string): Promise<void> {
  await promiseReload(tx, guildId);
  await enqueue(tx, rulesChanged, { guildId }, { key: guildId });
}

/** The roles, channels or zone that the rules read changed: without a word to Discord's AutoMod, which reads them itself. */
export async function promiseReload(tx: Tx, guildId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO rule_setting AS kept (guild_id) VALUES (${guildId}) ON CONFLICT (guild_id) DO UPDATE SET revision = kept.revision + 1`;
  await enqueue(tx, reloadTask, { guildId }, { key: guildId });
}
export const promiseSeed = (tx: Tx, guildId: string): Promise<void> => enqueue(tx, seedTask, { guildId }, { key: guildId });

/**
 * What is learnt, or how tense the server is, changed: the rules stay as they were made ready. It holds the row of the settings, as `touchRules` does, for
 * whoever judges what they found.
 */
export async function touchLearnt(tx: Tx, guildId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO rule_setting AS kept (guild_id) VALUES (${guildId}) ON CONFLICT (guild_id) DO UPDATE SET learnt = kept.learnt + 1`;
  await enqueue(tx, refreshTask, { guildId }, { key: guildId });
}

/** Something that the rules read besides themselves changed. */
export const changeLevel = (db: Db, guildId: string): Promise<void> => db.$transaction((tx) => touchLearnt(tx, guildId));

/** Throws `rules.unknown`. */
export async function getRow(db: Db | Tx, guildId: string, ruleId: number): Promise<Row> {
  const row = await db.rule.findFirst({ where: { id: ruleId, guildId } });
  if (!row) throw unknownRule();
  return row;
}

/** Throws `rules.unknown`, `rules.bad` for one that this version cannot read. */
export async function getRule(db: Db | Tx, guildId: string, ruleId: number): Promise<Kept> {
  const row = await getRow(db, guildId, ruleId);
  const rule = readRow(row);
  if (!rule) throw badRule([]);
  return { row, rule };
}

/** Those that do something, in the order in which they were made. */
export async function activeRules(db: Db | Tx, guildId: string): Promise<Rule[]> {
  const rows = await db.rule.findMany({ where: { guildId, mode: { not: 'off' } }, orderBy: { id: 'asc' } });
  return rows.flatMap((row) => readRow(row) ?? []);
}

/** What the hits of thirty days say of a rule. `precision` is null until somebody judged one. */
export type Figures = { hits: number; due: number; people: number; founded: number; mistaken: number };
export const none: Figures = { hits: 0, due: 0, people: 0, founded: 0, mistaken: 0 };

export const precisionOf = ({ founded, mistaken }: Figures): number | null =>
  founded + mistaken === 0 ? null : founded / (founded + mistaken);

/** Of many rules, in one question; `since` leaves out what was before. */
export async function figuresOf(db: Db | Tx, ruleIds: readonly number[], since = new Date(0)): Promise<Map<number, Figures>> {
  const rows = await db.$queryRaw<(Figures & { id: number })[]>`
    SELECT rule_id AS id, count(*)::int AS hits, count(*) FILTER (WHERE is_due)::int AS due, count(DISTINCT user_id)::int AS people,
      count(*) FILTER (WHERE verdict = 'founded')::int AS founded, count(*) FILTER (WHERE verdict = 'mistaken')::int AS mistaken
    FROM rule_hit WHERE rule_id = ANY (${[...ruleIds]}::int[]) AND created_at >= ${since} GROUP BY rule_id`;
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
export const figuresOfOne = async (db: Db | Tx, ruleId: number, since?: Date): Promise<Figures> =>
  (await figuresOf(db, [ruleId], since)).get(ruleId) ?? none;

export type RulePage = {
  rows: (Row & { figures: Figures })[];
  total: number;
  page: number;
  isSeeded: boolean;
};

export async function listRules(db: Db, guildId: string, page: number): Promise<RulePage> {
  const [total, setting] = await Promise.all([
    db.rule.count({ where: { guildId } }),
    db.ruleSetting.findUnique({ where: { guildId }, select: { seededAt: true } }),
  ]);
  const at = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  const rows = await db.rule.findMany({
    where: { guildId },
    orderBy: [{ mode: 'desc' }, { name: 'asc' }],
    skip: at * pageSize,
    take: pageSize,
  });
  const figures = await figuresOf(
    db,
    rows.map(({ id }) => id),
  );
  return {
    rows: rows.map((row) => ({ ...row, figures: figures.get(row.id) ?? none })),
    total,
    page: at,
    isSeeded: Boolean(setting?.seededAt),
  };
}

/** For the autocomplete: by any part of the name. At most 25. */
export async function proposeRules(db: Db, guildId: string, typed: string): Promise<Pick<Row, 'id' | 'name' | 'mode'>[]> {
  const rows = await db.rule.findMany({
    where: { guildId },
    select: { id: true, name: true, mode: true },
    orderBy: { name: 'asc' },
  });
  const wanted = fold(typed);
  return rows.filter(({ name }) => fold(name).includes(wanted)).slice(0, 25);
}

/** Of what the autocomplete put in: an id, or a name that was typed. Throws `rules.unknown`. */
export async function findTyped(db: Db, guildId: string, typed: string): Promise<Row> {
  const isId = /^[1-9]\d{0,8}$/.test(typed);
  const row =
    (isId ? await db.rule.findFirst({ where: { id: Number(typed), guildId } }) : null) ??
    (await db.rule.findFirst({ where: { guildId, name: { equals: typed.trim(), mode: 'insensitive' } } }));
  if (!row) throw unknownRule();
  return row;
}

const shadowEnd = (now: Date, days: number): Date => new Date(now.getTime() + days * day);

/** What a change of mode writes: a watch that begins anew is asked about anew. */
const modeData = (mode: Mode, now: Date, days: number) => ({
  mode,
  shadowUntil: mode === 'shadow' ? shadowEnd(now, days) : null,
  askedAt: null,
});

/** The proposal that stands in the channel of moderators says one less. */
async function promiseUnasked(tx: Tx, { guildId, askedAt }: Row): Promise<void> {
  if (askedAt) await promiseQuestion(tx, { guildId });
}

/**
 * Turns a rule on or off, or lets it watch for some days. `revision`: as the person read it, so that nobody turns on what somebody else changed
 * meanwhile; null from a command, which says what it wants now. Throws `rules.unknown`, `rules.changed`, `rules.bad`.
 */
export const setMode = (
  db: Db,
  { guildId, actorId, now }: Change,
  { ruleId, revision, mode, days = shadowDays }: { ruleId: number; revision: number | null; mode: Mode; days?: number },
): Promise<Row> =>
  db.$transaction(async (tx) => {
    await touchRules(tx, guildId);
    return changeMode(tx, { guildId, actorId, now }, { ruleId, revision, mode, days });
  });

async function changeMode(
  tx: Tx,
  { guildId, actorId, now }: Change,
  { ruleId, revision, mode, days }: { ruleId: number; revision: number | null; mode: Mode; days: number },
): Promise<Row> {
  const before = await getRow(tx, guildId, ruleId);
  if (before.mode === mode && mode !== 'shadow') return before;
  if (revision !== null && before.revision !== revision) throw changedMeanwhile();
  if (mode !== 'off' && !readRow(before)) throw badRule([]);
  await promiseUnasked(tx, before);
  // What it did while it only watched was nothing: nobody is left alone for it.
  await tx.ruleCooldown.deleteMany({ where: { ruleId } });
  const row = await tx.rule.update({
    where: { id: ruleId },
    data: { ...modeData(mode, now, days), revision: { increment: 1 }, updatedAt: now },
  });
  await audit(tx, {
    guildId,
    actorId,
    action: 'rules.set_mode',
    subject: `rule:${ruleId}`,
    before: { mode: before.mode },
    after: { mode, ...(mode === 'shadow' && { days }) },
    at: now,
  });
  return row;
}

/**
 * Turns on several that the proposal shows, all or none, each as it was read there. Answers with their names. Throws `rules.unknown`, `rules.changed`,
 * `rules.bad`.
 */
export const turnOn = (db: Db, change: Change, chosen: readonly { ruleId: number; revision: number }[]): Promise<string[]> =>
  db.$transaction(async (tx) => {
    await touchRules(tx, change.guildId);
    const names: string[] = [];
    for (const one of chosen) names.push((await changeMode(tx, change, { ...one, mode: 'on', days: shadowDays })).name);
    return names;
  });

/** With everything it found. Throws `rules.unknown`, `rules.changed`. */
export const dropRule = (
  db: Db,
  { guildId, actorId, now }: Change,
  { ruleId, revision }: { ruleId: number; revision: number },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await touchRules(tx, guildId);
    const before = await getRow(tx, guildId, ruleId);
    if (before.revision !== revision) throw changedMeanwhile();
    await promiseUnasked(tx, before);
    await tx.rule.delete({ where: { id: ruleId } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'rules.delete',
      subject: `rule:${ruleId}`,
      before: { mode: before.mode, revision: before.revision },
      at: now,
    });
  });

export type Write = { draft: Draft; ruleId: number | null; revision: number | null; template?: string | null };

/** Writes a rule down, whole. In the transaction of whoever called `touchRules`. Throws `rules.too_many`, `rules.name_taken`, `rules.changed`. */
export async function writeRule(tx: Tx, { guildId, now }: Pick<Change, 'guildId' | 'now'>, write: Write): Promise<Row> {
  const { draft, ruleId, revision } = write;
  const checked = draftSchema.safeParse(draft);
  if (!checked.success) throw badRule(faultsOf(checked.error));
  const body = bodyOf(checked.data as Draft);
  const { name } = checked.data;
  try {
    if (ruleId === null) {
      if ((await tx.rule.count({ where: { guildId } })) >= mostRules) throw tooManyRules(mostRules);
      return await tx.rule.create({
        data: {
          guildId,
          name,
          body,
          template: write.template ?? null,
          ...modeData('shadow', now, shadowDays),
          createdAt: now,
          updatedAt: now,
        },
      });
    }
    const before = await getRow(tx, guildId, ruleId);
    if (before.revision !== revision) throw changedMeanwhile();
    await promiseUnasked(tx, before);
    // A rule that acts is not made to act otherwise unseen: it watches first, as a new one does.
    const mode = before.mode === 'off' ? 'off' : 'shadow';
    return await tx.rule.update({
      where: { id: ruleId },
      data: { name, body, ...modeData(mode, now, shadowDays), revision: { increment: 1 }, updatedAt: now },
    });
  } catch (error) {
    if (isDuplicate(error, 'rule_name')) throw nameTaken(name);
    throw error;
  }
}

/** What was marked as mistaken may be hit again. */
export const forgetExceptions = (db: Db, { guildId, actorId, now }: Change, ruleId: number): Promise<number> =>
  db.$transaction(async (tx) => {
    await touchRules(tx, guildId);
    await getRow(tx, guildId, ruleId);
    const { count } = await tx.ruleException.deleteMany({ where: { ruleId } });
    await audit(tx, {
      guildId,
      actorId,
      action: 'rules.forget_exceptions',
      subject: `rule:${ruleId}`,
      before: { count },
      at: now,
    });
    return count;
  });

export const countExceptions = (db: Db, ruleId: number): Promise<number> => db.ruleException.count({ where: { ruleId } });

export const promiseQuestion = (tx: Tx, { guildId }: { guildId: string }): Promise<void> =>
  enqueue(tx, askTask, { guildId }, { key: guildId });
