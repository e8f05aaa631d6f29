import { button, command, select } from '../../../discord/command.ts';
import { changeBy, type Context } from '../../../discord/context.ts';
import { channels, checkbox, form, longText, people, roles, shortText } from '../../../discord/form.ts';
import { invalidForm, problem } from '../../../discord/messages.ts';
import { attachment } from '../../../discord/options.ts';
import { admin } from '../../../discord/policy.ts';
import { bold, type Text } from '../../../kernel/text.ts';
import { fields as labels } from '../messages/kind.ts';
import { badFile, badRule, noSample, saidFault, tooLongForForm, unknownPiece } from '../messages/refusal.ts';
import { text } from '../messages/rule.ts';
import { faultsOf } from '../rules/field.ts';
import { mostFileBytes } from '../rules/limit.ts';
import { bounds, counterFields, type Draft, draftSchema, type Event, events } from '../rules/rule.ts';
import { readSeconds, writeSeconds } from '../rules/seconds.ts';
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
import { findTyped, getRule } from '../service/rule.ts';
import { pastSamples, type Sample, tryRule, typedSamples } from '../service/sample.ts';
import { templateOf, templates } from '../service/seed.ts';
import { abandonedScreen, draftScreen, newScreen, partScreen, trialScreen } from '../views/draft.ts';
import {
  abandonId,
  addId,
  beginId,
  counterFormId,
  counterId,
  editId,
  exemptFormId,
  exemptId,
  nameFormId,
  nameId,
  newId,
  onId,
  partId,
  pickId,
  pieceId,
  removeId,
  resumeId,
  saveId,
  templateId,
  tryId,
  tryTextFormId,
  tryTextId,
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
    const on: readonly Event[] = ['join_rate', 'similar_names'].includes(kind) ? ['join'] : kind === 'automod' ? ['automod'] : emptyDraft.on;
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
  id: pieceId,
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
    partScreen(await removePiece(context.db, changeBy(context), { draftId, part: of, place, count: revision }), of, context.locale),
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

const refuse = (label: Text, said: Text) => invalidForm([problem.ofField(label, said)]);

const labelOf = (name: string): Text => labels[name] ?? { fr: name, en: name };

export const nameForm = form({
  id: nameFormId,
  policy: admin,
  answer: 'update',
  title: text.nameTitle,
  fields: {
    name: shortText({ label: labelOf('name'), max: bounds.name.max }),
    cooldown: shortText({ label: labelOf('cooldownSeconds'), description: text.pauseHelp, required: false, max: 30 }),
  },
  async run(context, { draftId }, { name, cooldown }) {
    const seconds = cooldown === '' ? 0 : readSeconds(cooldown);
    const { min, max } = bounds.cooldownSeconds;
    if (seconds === null || seconds < min || seconds > max)
      throw refuse(labelOf('cooldownSeconds'), {
        fr: text.timeBounds(writeSeconds(min), writeSeconds(max)).fr,
        en: text.timeBounds(writeSeconds(min), '24 h').en,
      });
    const change = (draft: Draft): Draft => ({ ...draft, name, cooldownSeconds: seconds });
    return screen(context, await changeDraft(context.db, changeBy(context), draftId, change));
  },
});
export const name = button({
  id: nameId,
  policy: admin,
  answer: 'modal',
  async run(context, { draftId }) {
    const { draft } = await openFor(context, draftId);
    return nameForm.open(context.locale, { draftId }, { name: draft.name, cooldown: writeSeconds(draft.cooldownSeconds) });
  },
});

const mostPicked = 25;

export const exemptForm = form({
  id: exemptFormId,
  policy: admin,
  answer: 'update',
  title: text.exemptTitle,
  fields: {
    staff: checkbox({ label: text.exemptStaff }),
    roles: roles({ label: text.exemptRoles, required: false, max: mostPicked }),
    channels: channels({ label: text.exemptChannels, required: false, max: mostPicked }),
    people: people({ label: text.exemptPeople, required: false, max: mostPicked }),
  },
  async run(context, { draftId }, typed) {
    const exemptions = { staff: typed.staff, roleIds: typed.roles, channelIds: typed.channels, userIds: typed.people };
    return screen(context, await changeDraft(context.db, changeBy(context), draftId, (draft) => ({ ...draft, exemptions })));
  },
});
export const exempt = button({
  id: exemptId,
  policy: admin,
  answer: 'modal',
  async run(context, { draftId }) {
    const { exemptions } = (await openFor(context, draftId)).draft;
    if ([exemptions.roleIds, exemptions.channelIds, exemptions.userIds].some((ids) => ids.length > mostPicked))
      throw tooLongForForm();
    return exemptForm.open(
      context.locale,
      { draftId },
      {
        staff: String(exemptions.staff),
        roles: exemptions.roleIds,
        channels: exemptions.channelIds,
        people: exemptions.userIds,
      },
    );
  },
});

export const counterForm = form({
  id: counterFormId,
  policy: admin,
  answer: 'update',
  title: text.counterTitle,
  fields: {
    name: shortText({ label: labelOf('counter.name'), description: text.counterHelp, required: false, max: 40 }),
    add: shortText({ label: labelOf('add'), required: false, max: 10 }),
    decay: shortText({ label: labelOf('decayPerHour'), required: false, max: 10 }),
    at: shortText({ label: labelOf('at'), required: false, max: 10 }),
  },
  async run(context, { draftId }, typed) {
    const numberOf = (words: string) => (/^\d+$/.test(words) ? Number(words) : words);
    const counter = {
      name: typed.name,
      add: numberOf(typed.add),
      decayPerHour: numberOf(typed.decay),
      at: numberOf(typed.at),
    };
    const problems = typed.name === '' ? [] : counterProblems(counter);
    if (problems.length > 0) throw invalidForm(problems);
    const change = ({ counter: _former, ...draft }: Draft): Draft =>
      typed.name === '' ? draft : { ...draft, counter: counter as NonNullable<Draft['counter']> };
    return screen(context, await changeDraft(context.db, changeBy(context), draftId, change));
  },
});

function counterProblems(counter: Record<string, unknown>): Text[] {
  return Object.entries(counterFields).flatMap(([key, field]) => {
    const read = field.schema.safeParse(counter[key]);
    if (read.success) return [];
    const label = key === 'name' ? labelOf('counter.name') : labelOf(key);
    return faultsOf(read.error).map((fault) => problem.ofField(label, saidFault(fault)));
  });
}

export const counter = button({
  id: counterId,
  policy: admin,
  answer: 'modal',
  async run(context, { draftId }) {
    const { draft } = await openFor(context, draftId);
    const now = draft.counter;
    const shown = (key: 'add' | 'decayPerHour' | 'at') => String(now?.[key] ?? counterFields[key].initial);
    return counterForm.open(
      context.locale,
      { draftId },
      { name: now?.name ?? '', add: shown('add'), decay: shown('decayPerHour'), at: shown('at') },
    );
  },
});

async function trial(context: Context, { id, draft }: Pick<Written, 'id' | 'draft'>, samples: readonly Sample[]) {
  if (samples.length === 0) throw noSample();
  return trialScreen(id, await tryRule(context.db, context.actor.guildId, draft, samples), context.locale);
}

export const tryDraft = button({
  id: tryId,
  policy: admin,
  answer: 'update',
  async run(context, { draftId }) {
    const written = await openFor(context, draftId);
    const samples = await pastSamples(context.db, context.actor.guildId, context.clock.now());
    // Nothing is kept yet: an empty trial is where examples are typed.
    return samples.length === 0
      ? trialScreen(draftId, { tried: 0, hits: [] }, context.locale)
      : trial(context, written, samples);
  },
});

export const tryTextForm = form({
  id: tryTextFormId,
  policy: admin,
  answer: 'update',
  title: text.tryTitle,
  fields: { samples: longText({ label: text.trySamples, description: text.trySamplesHelp, max: 4_000 }) },
  async run(context, { draftId }, { samples }) {
    const written = await openFor(context, draftId);
    return trial(context, written, typedSamples(samples, { userId: context.actor.userId, now: context.clock.now() }));
  },
});
export const tryText = button({
  id: tryTextId,
  policy: admin,
  answer: 'modal',
  async run(context, { draftId }) {
    await openFor(context, draftId);
    return tryTextForm.open(context.locale, { draftId });
  },
});

/** A rule that exists, on what is known of the past: it is opened as a draft, from where it can be mended at once. */
export const tryRuleCommand = command({
  name: { en: 'rule try', fr: 'regle essayer' },
  description: text.try,
  policy: admin,
  answer: 'ephemeral',
  options: { rule: ruleOption },
  async run(context, { rule }) {
    const { id } = await findTyped(context.db, context.actor.guildId, rule);
    await getRule(context.db, context.actor.guildId, id);
    const written = await editRule(context.db, changeBy(context), id);
    return trial(context, written, await pastSamples(context.db, context.actor.guildId, context.clock.now()));
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
    const draft = readFile(Buffer.from(bytes).toString('utf8'));
    return screen(context, await openDraft(context.db, changeBy(context), { draft }), context.t(text.imported));
  },
});

/** Throws `rules.bad_file`, `rules.bad`. */
function readFile(json: string): Draft {
  const parsed = parseJson(json);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw badFile();
  const read = draftSchema.safeParse({ ...parsed, mode: 'shadow' });
  if (read.success) return read.data as Draft;
  throw badRule(faultsOf(read.error), parsed as Record<string, unknown>);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw badFile();
  }
}
