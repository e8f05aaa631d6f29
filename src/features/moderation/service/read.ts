import type { Appeal, ModerationCase, ModerationEvidence, ServerRule } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import type { Db, Prisma, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { CaseKind } from '../../../kernel/moderation.ts';
import { day } from '../../../kernel/time.ts';
import { caseHidden, ownCase, type Standing } from '../messages/case.ts';
import { unknownCase } from '../messages/refusal.ts';
import { filesThatFit } from '../rules/case.ts';
import { reasonFor } from './case.ts';
import { activePoints } from './points.ts';

export type { ModerationCase } from '../../../../prisma/client/client.ts';

/** Who reads cases. What is hidden is shown to admins, to who hid it and to who made it; nobody handles what is about themselves. */
export type Reader = { userId: string; isAdmin: boolean };

type Where = { guildId: string; caseId: number };

export type Deed = { action: string; before: unknown; after: unknown; at: Date; actorId: string | null };
type KeptFile = { id: number; name: string; size: number };

/** A case with all that a moderator reads of it. */
export type CaseFile = {
  made: ModerationCase;
  rule: ServerRule | null;
  evidence: ModerationEvidence | null;
  files: readonly KeptFile[];
  /** Files that were too large or gone. */
  lost: number;
  /** The case that this one ends. */
  released: { id: number; number: number } | null;
  /** What ended this one. */
  release: { id: number; number: number; origin: ModerationCase['origin']; authorId: string | null } | null;
  appeal: Pick<Appeal, 'id' | 'state' | 'sentAt' | 'decidedBy'> | null;
  /** Somebody decided, whose data was erased since. */
  isAuthorErased: boolean;
  /** Oldest first. */
  history: readonly Deed[];
};

/** Lines of the history that are shown. */
const shownDeeds = 6;

function requireReadable(made: ModerationCase | null, { userId, isAdmin }: Reader): ModerationCase {
  if (!made) throw unknownCase();
  if (made.userId === userId) throw ownCase();
  if (made.hiddenAt && !isAdmin && made.hiddenBy !== userId && made.authorId !== userId) throw caseHidden();
  return made;
}

/** Throws `moderation.unknown_case`, `case_hidden`, `own_case`. */
export const getReadable = async (db: Db | Tx, { guildId, caseId }: Where, reader: Reader): Promise<ModerationCase> =>
  requireReadable(await db.moderationCase.findFirst({ where: { id: caseId, guildId } }), reader);

/** The same by its number on the server. */
export const getNumbered = async (
  db: Db,
  { guildId, number }: { guildId: string; number: number },
  reader: Reader,
): Promise<ModerationCase> => requireReadable(await db.moderationCase.findFirst({ where: { guildId, number } }), reader);

/** What staff did to it. The first condition of the subject is the one by which the index is found. */
const deedsOf = (db: Db, { guildId, id }: ModerationCase): Promise<Deed[]> => db.$queryRaw`
  SELECT * FROM (
    SELECT entry.id, entry.action, entry.before, entry.after, entry.at, actor.user_id AS "actorId"
    FROM audit_entry AS entry
    LEFT JOIN pseudonym AS actor ON actor.guild_id = entry.guild_id AND actor.ref = entry.actor_ref
    WHERE entry.subject LIKE 'case:%' AND entry.guild_id = ${guildId} AND entry.subject = ${`case:${id}`}
    ORDER BY entry.id DESC LIMIT ${shownDeeds}) AS last
  ORDER BY id`;

/** The log says so of whoever opens a case, and of nobody else. */
const wasOpenedByHand = async (db: Db, { guildId, number }: ModerationCase): Promise<boolean> =>
  (await db.auditEntry.findFirst({
    where: { guildId, subject: String(number), action: 'moderation.open' },
    select: { id: true },
  })) !== null;

export async function describeCase(db: Db, made: ModerationCase): Promise<CaseFile> {
  const [rule, evidence, files, released, release, appeal, isAuthorErased, history] = await Promise.all([
    made.ruleId === null ? null : db.serverRule.findUnique({ where: { id: made.ruleId } }),
    made.evidenceId === null ? null : db.moderationEvidence.findUnique({ where: { id: made.evidenceId } }),
    made.evidenceId === null
      ? []
      : db.$queryRaw<(KeptFile & { kept: boolean; tried: boolean })[]>`
          SELECT id, name, size, data IS NOT NULL AS kept, tried_at IS NOT NULL AS tried
          FROM moderation_file WHERE evidence_id = ${made.evidenceId} ORDER BY id`,
    made.releasesId === null
      ? null
      : db.moderationCase.findUnique({ where: { id: made.releasesId }, select: { id: true, number: true } }),
    db.moderationCase.findFirst({
      where: { releasesId: made.id, voidedAt: null },
      select: { id: true, number: true, origin: true, authorId: true },
    }),
    db.appeal.findUnique({ where: { caseId: made.id }, select: { id: true, state: true, sentAt: true, decidedBy: true } }),
    made.authorId === null && wasOpenedByHand(db, made),
    deedsOf(db, made),
  ]);
  const kept = files.filter((file) => file.kept);
  const lost = files.filter((file) => file.tried && !file.kept).length;
  return { made, rule, evidence, files: kept, lost, released, release, appeal, isAuthorErased, history };
}

export type FileData = { name: string; contentType: string; data: Uint8Array };
/** `next`: where the following files begin; null after the last. */
export type FilePage = { files: readonly FileData[]; from: number; total: number; next: number | null };

/** The files kept as evidence, from that one on, as many as one answer holds. That somebody looked at them is written down. */
export async function readFiles(
  db: Db,
  by: Change,
  { caseId, from }: { caseId: number; from: number },
  reader: Reader,
): Promise<FilePage> {
  const { guildId, actorId, now } = by;
  const made = await getReadable(db, { guildId, caseId }, reader);
  if (made.evidenceId === null) return { files: [], from: 0, total: 0, next: null };
  const where = { evidenceId: made.evidenceId, data: { not: null } };
  const all = await db.moderationFile.findMany({ where, orderBy: { id: 'asc' }, select: { id: true, size: true } });
  const rest = all.slice(from);
  const shown = rest.slice(0, filesThatFit(rest.map(({ size }) => size)));
  const rows = await db.moderationFile.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: { name: true, contentType: true, data: true },
  });
  if (rows.length > 0)
    await audit(db, {
      guildId,
      actorId,
      action: 'moderation.reveal_files',
      subject: `case:${made.id}`,
      ...(made.userId && { targetId: made.userId }),
      at: now,
    });
  const until = from + shown.length;
  return {
    files: rows.flatMap(({ name, contentType, data }) => (data ? [{ name, contentType, data }] : [])),
    from,
    total: all.length,
    next: until < all.length ? until : null,
  };
}

/** A search; null: not asked for. */
export type CaseSearch = {
  userId: string | null;
  authorId: string | null;
  kind: CaseKind | null;
  state: Standing | null;
  days: number | null;
  page: number;
};

/** One page of what was found. */
export type CaseList = {
  search: CaseSearch;
  cases: ModerationCase[];
  total: number;
  pages: number;
  /** Of the person that was searched for. */
  points: number;
  rules: ReadonlyMap<number, ServerRule>;
};

export const casesOnPage = 8;

const live = (now: Date): Prisma.ModerationCaseWhereInput => ({
  voidedAt: null,
  state: { not: 'failed' },
  OR: [
    { pointsUntil: { gt: now } },
    { kind: { in: ['timeout', 'tempban'] }, endedAt: null, endsAt: { gt: now } },
    { kind: 'ban', endedAt: null },
  ],
});

function standing(state: Standing | null, now: Date): Prisma.ModerationCaseWhereInput {
  if (state === 'live') return live(now);
  if (state === 'over') return { voidedAt: null, NOT: live(now) };
  if (state === 'voided') return { voidedAt: { not: null } };
  return state === 'hidden' ? { hiddenAt: { not: null } } : {};
}

/** Newest first. What says that a sanction ended is shown to who asks for it. */
export async function listCases(db: Db, guildId: string, search: CaseSearch, reader: Reader, now: Date): Promise<CaseList> {
  const { userId, authorId, kind, state, days } = search;
  const unhidden: Prisma.ModerationCaseWhereInput = reader.isAdmin
    ? {}
    : { OR: [{ hiddenAt: null }, { hiddenBy: reader.userId }, { authorId: reader.userId }] };
  const where: Prisma.ModerationCaseWhereInput = {
    guildId,
    ...(userId !== null && { userId }),
    ...(authorId !== null && { authorId }),
    kind: kind ?? { not: 'release' },
    ...(days !== null && { createdAt: { gt: new Date(now.getTime() - days * day) } }),
    AND: [standing(state, now), unhidden, { OR: [{ userId: null }, { userId: { not: reader.userId } }] }],
  };
  const total = await db.moderationCase.count({ where });
  const pages = Math.max(1, Math.ceil(total / casesOnPage));
  const page = Math.min(search.page, pages - 1);
  const cases = await db.moderationCase.findMany({
    where,
    orderBy: { number: 'desc' },
    skip: page * casesOnPage,
    take: casesOnPage,
  });
  const ruleIds = cases.flatMap(({ ruleId }) => ruleId ?? []);
  const [rules, points] = await Promise.all([
    db.serverRule.findMany({ where: { id: { in: ruleIds } } }),
    userId === null || userId === reader.userId ? 0 : activePoints(db, { guildId, userId }, now),
  ]);
  return { search: { ...search, page }, cases, total, pages, points, rules: new Map(rules.map((rule) => [rule.id, rule])) };
}

/** A sanction as the person themselves reads it: who decided is not in it. */
export type OwnCase = {
  made: Omit<ModerationCase, 'authorId' | 'behalfId' | 'voidedBy' | 'hiddenBy' | 'hideReason'>;
  rule: ServerRule | null;
  appeal: Pick<Appeal, 'state'> | null;
};
export type OwnCases = { guildId: string; cases: OwnCase[]; total: number; page: number; pages: number; points: number };

const ownOf = ({ rule, appeal, ...made }: OwnCase['made'] & Omit<OwnCase, 'made'>): OwnCase => ({
  made: { ...made, reason: reasonFor(made) },
  rule,
  appeal,
});

/** Three of these fit in a message. */
export const ownOnPage = 3;

/** One's own sanctions, newest first. Notes are the team's own, and an end is said by what it ends; hiding keeps nothing from the person. */
export async function listOwnCases(
  db: Db,
  { guildId, userId, page: asked }: { guildId: string; userId: string; page: number },
  now: Date,
): Promise<OwnCases> {
  const where = { guildId, userId, kind: { notIn: ['note', 'release'] satisfies CaseKind[] }, state: { not: 'failed' as const } };
  const [total, points] = await Promise.all([db.moderationCase.count({ where }), activePoints(db, { guildId, userId }, now)]);
  const pages = Math.max(1, Math.ceil(total / ownOnPage));
  const page = Math.min(asked, pages - 1);
  const cases = await db.moderationCase.findMany({
    where,
    orderBy: { number: 'desc' },
    skip: page * ownOnPage,
    take: ownOnPage,
    omit: { authorId: true, behalfId: true, voidedBy: true, hiddenBy: true, hideReason: true },
    include: { rule: true, appeal: { select: { state: true } } },
  });
  return {
    guildId,
    cases: cases.map(ownOf),
    total,
    page,
    pages,
    points,
  };
}

/** A sanction as its person may read it, by its id: for what tells them of it. */
export async function findOwnCase(db: Db, { guildId, caseId }: Where): Promise<{ userId: string | null; own: OwnCase } | null> {
  const found = await db.moderationCase.findFirst({
    where: { id: caseId, guildId },
    omit: { authorId: true, behalfId: true, voidedBy: true, hiddenBy: true, hideReason: true },
    include: { rule: true, appeal: { select: { state: true } } },
  });
  if (!found) return null;
  return { userId: found.userId, own: ownOf(found) };
}
