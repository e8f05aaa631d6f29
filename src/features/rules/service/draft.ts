import type { RuleDraft } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import type { Db, Prisma, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { badRule, unknownDraft, unknownPiece } from '../messages/refusal.ts';
import { type Fault, faultsOf } from '../rules/field.ts';
import { type Draft, draftSchema } from '../rules/rule.ts';
import type { Part } from '../wire.ts';
import { getRule, type RuleRow, touchRules, writeRule } from './rule.ts';

/** A rule as it is being written: any part of it may be missing. */
export type Written = {
  id: number;
  ruleId: number | null;
  revision: number | null;
  draft: Draft;
  /** All that is wrong with it at this moment. */
  faults: Fault[];
};

/** What every rule begins with. */
export const emptyDraft: Draft = {
  name: '',
  on: ['message', 'edit'],
  triggers: [],
  conditions: [],
  exemptions: { roleIds: [], channelIds: [], userIds: [], staff: true },
  actions: [],
  cooldownSeconds: 0,
  mode: 'shadow',
};

/** Those of a draft, the name aside while nobody was asked for it. */
export function faultsIn(draft: Draft): Fault[] {
  const read = draftSchema.safeParse(draft);
  return read.success ? [] : faultsOf(read.error);
}

function writtenOf({ id, ruleId, ruleRevision, name, body }: RuleDraft): Written {
  const draft = { ...emptyDraft, ...(body as object), name, mode: 'shadow' } as Draft;
  return { id, ruleId, revision: ruleRevision, draft, faults: faultsIn(draft) };
}

const jsonOf = ({ name: _name, mode: _mode, ...body }: Draft) => body as unknown as Prisma.InputJsonObject;

/** One draft a person: a new one takes the place of the former. */
export const openDraft = async (
  db: Db,
  { guildId, actorId, now }: Change,
  { draft, ruleId = null, revision = null }: { draft: Draft; ruleId?: number | null; revision?: number | null },
): Promise<Written> => {
  const data = { ruleId, ruleRevision: revision, name: draft.name, body: jsonOf(draft), updatedAt: now };
  const row = await db.ruleDraft.upsert({
    where: { guildId_authorId: { guildId, authorId: actorId } },
    create: { guildId, authorId: actorId, ...data },
    update: data,
  });
  return writtenOf(row);
};

/** Begins to change a rule. Throws `rules.unknown`, `rules.bad`. */
export async function editRule(db: Db, change: Change, ruleId: number): Promise<Written> {
  const { rule, row } = await getRule(db, change.guildId, ruleId);
  const { id: _id, ...draft } = rule;
  return openDraft(db, change, { draft, ruleId, revision: row.revision });
}

type Own = Pick<Change, 'guildId' | 'actorId'>;

/** Throws `rules.unknown_draft`: also for somebody else's. */
export async function getDraft(db: Db | Tx, { guildId, actorId }: Own, draftId: number): Promise<Written> {
  const row = await db.ruleDraft.findFirst({ where: { id: draftId, guildId, authorId: actorId } });
  if (!row) throw unknownDraft();
  return writtenOf(row);
}

export const findDraft = async (db: Db, { guildId, actorId }: Own): Promise<Written | null> => {
  const row = await db.ruleDraft.findUnique({ where: { guildId_authorId: { guildId, authorId: actorId } } });
  return row && writtenOf(row);
};

/** Changes it, whoever else has it open in another window. Throws `rules.unknown_draft` and what `change` throws. */
export const changeDraft = (db: Db, by: Change, draftId: number, change: (draft: Draft) => Draft): Promise<Written> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM rule_draft WHERE id = ${draftId} FOR UPDATE`;
    const before = await getDraft(tx, by, draftId);
    const draft = change(before.draft);
    const row = await tx.ruleDraft.update({
      where: { id: draftId },
      data: { name: draft.name, body: jsonOf(draft), updatedAt: by.now },
    });
    return writtenOf(row);
  });

export type Piece = { kind: string };

/** Puts a trigger, condition or action in its place, or at the end. */
export const putPiece = (
  db: Db,
  by: Change,
  at: { draftId: number; part: Part; place: number },
  piece: Piece,
): Promise<Written> =>
  changeDraft(db, by, at.draftId, (draft) => {
    const pieces: Piece[] = [...draft[at.part]];
    // Somebody took it away in another window: what was filled in is kept, at the end.
    if (pieces[at.place]?.kind === piece.kind) pieces[at.place] = piece;
    else pieces.push(piece);
    return { ...draft, [at.part]: pieces } as Draft;
  });

/** `kind`: what stood there when the person saw it, so that a second click does not take away the next one. Throws `rules.unknown_piece`. */
export const removePiece = (
  db: Db,
  by: Change,
  at: { draftId: number; part: Part; place: number; count: number },
): Promise<Written> =>
  changeDraft(db, by, at.draftId, (draft) => {
    const pieces: readonly Piece[] = draft[at.part];
    if (pieces.length !== at.count || !pieces[at.place]) throw unknownPiece();
    return { ...draft, [at.part]: pieces.filter((_, index) => index !== at.place) } as Draft;
  });

/** The condition says the contrary. Throws `rules.unknown_piece`. */
export const turnCondition = (db: Db, by: Change, draftId: number, place: number): Promise<Written> =>
  changeDraft(db, by, draftId, (draft) => {
    if (!draft.conditions[place]) throw unknownPiece();
    const conditions = draft.conditions.map((one, index) => (index === place ? { ...one, not: !one.not } : one));
    return { ...draft, conditions };
  });

export const dropDraft = async (db: Db, { guildId, actorId }: Own, draftId: number): Promise<void> => {
  await db.ruleDraft.deleteMany({ where: { id: draftId, guildId, authorId: actorId } });
};

/** Makes a rule of it, which watches first. Throws `rules.unknown_draft`, `rules.bad`, `rules.name_taken`, `rules.changed`, `rules.too_many`. */
export const saveDraft = (db: Db, by: Change, draftId: number): Promise<RuleRow> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    await touchRules(tx, guildId);
    const { draft, faults, ruleId, revision } = await getDraft(tx, by, draftId);
    if (faults.length > 0) throw badRule(faults);
    const row = await writeRule(tx, by, { draft, ruleId, revision });
    await tx.ruleDraft.delete({ where: { id: draftId } });
    await audit(tx, {
      guildId,
      actorId,
      action: ruleId === null ? 'rules.create' : 'rules.change',
      subject: `rule:${row.id}`,
      after: {
        revision: row.revision,
        triggers: draft.triggers.map(({ kind }) => kind),
        actions: draft.actions.map(({ kind }) => kind),
      },
      at: now,
    });
    return row;
  });
