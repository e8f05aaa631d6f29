import { button, command, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { attachment } from '../../../discord/options.ts';
import { admin } from '../../../discord/policy.ts';
import { bold } from '../../../kernel/text.ts';
import { badFile, badRule, unknownPiece } from '../messages/refusal.ts';
import { text } from '../messages/rule.ts';
import { faultsOf } from '../rules/field.ts';
import { mostFileBytes } from '../rules/limit.ts';
import { type Draft, draftSchema, type Event, events } from '../rules/rule.ts';
import {
  changeDraft,
  dropDraft,
  editRule,
  emptyDraft,
  findDraft,
  getDraft,
  openDraft,
  putPiece,
  removePiece,
  saveDraft,
  turnCondition,
  type Written,
} from '../service/draft.ts';
import { findTyped } from '../service/rule.ts';
import { templateOf, templates } from '../service/seed.ts';
import { abandonedScreen, draftScreen, newScreen, partScreen } from '../views/draft.ts';
import {
  abandonId,
  addId,
  amendId,
  beginId,
  editId,
  newId,
  onId,
  partId,
  pickId,
  removeId,
  resumeId,
  saveId,
  templateId,
  turnId,
} from '../wire.ts';
import { initialPiece, isComplete, openPiece, pieceForm } from './piece.ts';
import { ruleOption, screenOf } from './rule.ts';

export { pieceForm };

const screen = (context: Context, written: Written, done = '') => draftScreen(written, context.locale, done);
const begin = async (context: Context) => newScreen(templates, await findDraft(context.db, changeBy(context)), context.locale);
const openFor = (context: Context, draftId: number) => getDraft(context.db, changeBy(context), draftId);

export const create = command({
  name: { en: 'rule new', fr: 'regle creer' },
  description: text.create,
  policy: admin,
  answer: 'ephemeral',
  options: {},
  run: begin,
});
export const createHere = button({ id: newId, policy: admin, answer: 'update', run: begin });

/** Begins with a trigger that is chosen: its form opens at once. */
export const beginWith = select({
  id: beginId,
  policy: admin,
  answer: 'step',
  async run(context, _params, [kind = '']) {
    const piece = initialPiece('triggers', kind);
    const on: readonly Event[] = ['join_rate', 'similar_names'].includes(kind)
      ? ['join']
      : kind === 'automod'
        ? ['automod']
        : emptyDraft.on;
    const written = await openDraft(context.db, changeBy(context), { draft: { ...emptyDraft, on: [...on] } });
    const address = { draftId: written.id, part: 'triggers' as const, kind, place: 0 };
    if (!isComplete('triggers', kind)) return openPiece(context.locale, address, piece);
    return screen(context, await putPiece(context.db, changeBy(context), address, piece));
  },
});

export const fromTemplate = select({
  id: templateId,
  policy: admin,
  answer: 'update',
  async run(context, _params, [key = '']) {
    const draft = templateOf(key, (await context.settings()).locale);
    if (!draft) throw unknownPiece();
    return screen(context, await openDraft(context.db, changeBy(context), { draft }));
  },
});

export const edit = command({
  name: { en: 'rule edit', fr: 'regle modifier' },
  description: text.edit,
  policy: admin,
  answer: 'ephemeral',
  options: { rule: ruleOption },
  async run(context, { rule }) {
    const { id } = await findTyped(context.db, context.actor.guildId, rule);
    return screen(context, await editRule(context.db, changeBy(context), id));
  },
});
export const editOne = button({
  id: editId,
  policy: admin,
  answer: 'update',
  run: async (context, { ruleId }) => screen(context, await editRule(context.db, changeBy(context), ruleId)),
});

export const resume = button({
  id: resumeId,
  policy: admin,
  answer: 'update',
  run: async (context, { draftId }) => screen(context, await openFor(context, draftId)),
});

export const part = button({
  id: partId,
  policy: admin,
  answer: 'update',
  run: async (context, params) => partScreen(await openFor(context, params.draftId), params.part, context.locale),
});

export const pick = select({
  id: pickId,
  policy: admin,
  answer: 'update',
  async run(context, params, [value = '']) {
    const written = await openFor(context, params.draftId);
    const place = /^\d{1,2}$/.test(value) ? Number(value) : -1;
    if (!written.draft[params.part][place]) throw unknownPiece();
    return partScreen(written, params.part, context.locale, place);
  },
});

/** The form of a new piece; what asks for nothing is added at once. */
export const add = select({
  id: addId,
  policy: admin,
  answer: 'step',
  async run(context, params, [kind = '']) {
    const piece = initialPiece(params.part, kind);
    const { draft } = await openFor(context, params.draftId);
    const address = { draftId: params.draftId, part: params.part, kind, place: draft[params.part].length };
    if (!isComplete(params.part, kind)) return openPiece(context.locale, address, piece);
    const whole = params.part === 'conditions' ? { ...piece, not: false } : piece;
    return partScreen(await putPiece(context.db, changeBy(context), address, whole), params.part, context.locale);
  },
});

export const changeOne = button({
  id: amendId,
  policy: admin,
  answer: 'modal',
  async run(context, params) {
    const { draft } = await openFor(context, params.draftId);
    const pieces: readonly { kind: string }[] = draft[params.part];
    const piece = pieces[params.place];
    if (piece?.kind !== params.kind) throw unknownPiece();
    return openPiece(context.locale, params, piece);
  },
});

export const remove = button({
  id: removeId,
  policy: admin,
  answer: 'update',
  run: async (context, { draftId, part: of, place, revision }) =>
    partScreen(
      await removePiece(context.db, changeBy(context), { draftId, part: of, place, count: revision }),
      of,
      context.locale,
    ),
});

export const turn = button({
  id: turnId,
  policy: admin,
  answer: 'update',
  run: async (context, { draftId, place }) =>
    partScreen(await turnCondition(context.db, changeBy(context), draftId, place), 'conditions', context.locale, place),
});

export const chooseEvents = select({
  id: onId,
  policy: admin,
  answer: 'update',
  async run(context, { draftId }, values) {
    const on = events.filter((event) => values.includes(event));
    return screen(context, await changeDraft(context.db, changeBy(context), draftId, (draft) => ({ ...draft, on })));
  },
});

export const save = button({
  id: saveId,
  policy: admin,
  answer: 'update',
  async run(context, { draftId }) {
    const row = await saveDraft(context.db, changeBy(context), draftId);
    return screenOf(context, row, context.t(text.saved(bold(row.name))));
  },
});

export const abandon = button({
  id: abandonId,
  policy: admin,
  answer: 'update',
  async run(context, { draftId }) {
    await openFor(context, draftId);
    await dropDraft(context.db, changeBy(context), draftId);
    return abandonedScreen(context.locale);
  },
});

/** A file of `/rule export`, read with all its faults at once: what is well formed is kept, and the screen says what is missing. */
export const importRule = command({
  name: { en: 'rule import', fr: 'regle importer' },
  description: text.import,
  policy: admin,
  answer: 'ephemeral',
  options: { file: attachment({ fr: 'fichier', description: text.file }) },
  async run(context, { file }) {
    const bytes = await context.download(file, mostFileBytes);
    const draft = await readFile(Buffer.from(bytes).toString('utf8'));
    return screen(context, await openDraft(context.db, changeBy(context), { draft }), context.t(text.imported));
  },
});

/** Throws `rules.bad_file`, `rules.bad`. */
async function readFile(json: string): Promise<Draft> {
  const parsed = await parseJson(json);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw badFile();
  const read = draftSchema.safeParse({ ...parsed, mode: 'shadow' });
  if (read.success) return read.data as Draft;
  throw badRule(faultsOf(read.error), parsed as Record<string, unknown>);
}

async function parseJson(json: string): Promise<unknown> {
  const [read] = await Promise.allSettled([Promise.resolve(json).then(JSON.parse)]);
  if (read.status === 'rejected') throw badFile();
  return read.value;
}
