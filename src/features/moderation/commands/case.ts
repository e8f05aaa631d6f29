import { button, chosenRow, command, type Message, select, userCommand } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, longText, radio, shortText } from '../../../discord/form.ts';
import { choice, integer, optional, user } from '../../../discord/options.ts';
import { admin, holds, moderator } from '../../../discord/policy.ts';
import { caseId, caseKinds, severities } from '../../../kernel/moderation.ts';
import type { Text } from '../../../kernel/text.ts';
import { adminsVoid, caseVoided, periods, releaseStays, standings, caseText as text } from '../messages/case.ts';
import { unknownRule } from '../messages/refusal.ts';
import { readSearch } from '../rules/case.ts';
import {
  type CaseSearch,
  describeCase,
  getNumbered,
  getReadable,
  listCases,
  type ModerationCase,
  type Reader,
  readFiles,
} from '../service/read.ts';
import { editCase, hideCase, unhideCase, voidCase } from '../service/void.ts';
import { caseScreen, casesScreen, filesMessage } from '../views/case.ts';
import {
  casesId,
  casesOfId,
  casesOpenId,
  editFormId,
  editId,
  editNoteFormId,
  filesId,
  hideFormId,
  hideId,
  unhideId,
  voidFormId,
  voidId,
} from '../wire.ts';

const readerOf = async ({ actor, keys }: Context): Promise<Reader> => ({
  userId: actor.userId,
  isAdmin: holds(admin, await keys()),
});

async function showCase(context: Context, made: ModerationCase, said?: Text): Promise<Message> {
  const { isAdmin } = await readerOf(context);
  return caseScreen(await describeCase(context.db, made), { isAdmin, now: context.clock.now(), locale: context.locale }, said);
}

const readable = async (context: Context, id: number): Promise<ModerationCase> =>
  getReadable(context.db, { guildId: context.actor.guildId, caseId: id }, await readerOf(context));
const numbered = async (context: Context, number: number): Promise<ModerationCase> =>
  getNumbered(context.db, { guildId: context.actor.guildId, number }, await readerOf(context));

async function showCases(context: Context, search: CaseSearch): Promise<Message> {
  const { db, actor, clock, locale } = context;
  const reader = await readerOf(context);
  const now = clock.now();
  return casesScreen(await listCases(db, actor.guildId, search, reader, now), { isAdmin: reader.isAdmin, now, locale });
}
const all: CaseSearch = { userId: null, authorId: null, kind: null, state: null, days: null, page: 0 };

/** What a number of a case may be: an `integer` of PostgreSQL. */
const number = integer({ fr: 'numéro', description: text.numberOption, min: 1, max: 2_147_483_647 });

export const caseShow = command({
  name: { en: 'case show', fr: 'cas montrer' },
  description: text.show,
  policy: moderator,
  answer: 'ephemeral',
  options: { number },
  run: async (context, options) => showCase(context, await numbered(context, options.number)),
});
export const caseList = command({
  name: { en: 'case list', fr: 'cas lister' },
  description: text.list,
  policy: moderator,
  answer: 'ephemeral',
  options: {
    person: optional(user({ fr: 'personne', description: text.personOption })),
    author: optional(user({ fr: 'décision', description: text.authorOption })),
    kind: optional(choice({ fr: 'genre', description: text.kindOption, choices: caseKinds })),
    state: optional(choice({ fr: 'état', description: text.stateOption, choices: standings })),
    period: optional(choice({ fr: 'période', description: text.periodOption, choices: periods })),
  },
  run: (context, { person, author, kind, state, period }) =>
    showCases(context, {
      userId: person ?? null,
      authorId: author ?? null,
      kind: kind ?? null,
      state: state ?? null,
      days: period === undefined ? null : Number(period),
      page: 0,
    }),
});
export const casesMenu = userCommand({
  name: { en: 'Cases', fr: 'Cas' },
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { userId }) => showCases(context, { ...all, userId }),
});
export const casesOf = button({
  id: casesOfId,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { userId }) => showCases(context, { ...all, userId }),
});
export const turnCases = button({
  id: casesId,
  policy: moderator,
  answer: 'update',
  run: (context, { page, search }) => showCases(context, { ...readSearch(search), page }),
});
export const openCase = button({
  id: caseId,
  policy: moderator,
  answer: 'ephemeral',
  run: async (context, address) => showCase(context, await readable(context, address.caseId)),
});
export const pickCase = select({
  id: casesOpenId,
  policy: moderator,
  answer: 'ephemeral',
  run: async (context, _params, [value]) => showCase(context, await readable(context, chosenRow(value))),
});

const none = 'none';
const severityChoices = { [none]: text.noSeverity, ...severities };

type Address = { caseId: number; version: number };
type Typed = { reason: string; rule: string; severity: keyof typeof severityChoices | null };

async function sendEdit(context: Context, address: Address, { reason, rule, severity }: Typed): Promise<Message> {
  if (rule !== '' && !/^\d+$/.test(rule)) throw unknownRule();
  const edit = {
    reason,
    rule: rule === '' ? null : Number(rule),
    severity: severity === none || severity === null ? null : severity,
  };
  const edited = await editCase(context.db, { ...changeBy(context), ...address }, edit, await readerOf(context));
  return showCase(context, edited, text.edited);
}
const rule = shortText({ label: text.ruleLabel, description: text.ruleHelp, required: false, max: 2 });

export const editForm = form({
  id: editFormId,
  policy: moderator,
  answer: 'update',
  title: text.editTitle,
  fields: {
    reason: longText({ label: text.reasonLabel, description: text.reasonHelp, max: 1_000 }),
    rule,
    severity: radio({ label: text.severityLabel, description: text.severityHelp, choices: severityChoices, required: false }),
  },
  run: sendEdit,
});
export const editNoteForm = form({
  id: editNoteFormId,
  policy: moderator,
  answer: 'update',
  title: text.editTitle,
  fields: { reason: longText({ label: text.noteLabel, description: text.noteHelp, max: 1_000 }), rule },
  run: (context, address, typed) => sendEdit(context, address, { ...typed, severity: null }),
});

async function openEdit(context: Context, made: ModerationCase) {
  if (made.voidedAt) throw caseVoided();
  if (made.kind === 'release') throw releaseStays();
  const rule = made.ruleId === null ? null : await context.db.serverRule.findUnique({ where: { id: made.ruleId } });
  const address = { caseId: made.id, version: made.updatedAt.getTime() };
  // What the team wrote for itself is not offered as words for the person.
  const written = made.isReasonInternal ? '' : made.reason;
  const shown = { reason: written, rule: rule && !rule.retiredAt ? String(rule.number) : '' };
  return made.kind === 'note'
    ? editNoteForm.open(context.locale, address, shown)
    : editForm.open(context.locale, address, { ...shown, severity: made.severity ?? none });
}
export const edit = button({
  id: editId,
  policy: moderator,
  answer: 'modal',
  run: async (context, address) => openEdit(context, await readable(context, address.caseId)),
});
export const caseEdit = command({
  name: { en: 'case edit', fr: 'cas modifier' },
  description: text.edit,
  policy: moderator,
  answer: 'modal',
  options: { number },
  run: async (context, options) => openEdit(context, await numbered(context, options.number)),
});

const why = (label: Text, description: Text) => ({ reason: longText({ label, description, min: 5, max: 500 }) });

export const hideForm = form({
  id: hideFormId,
  policy: moderator,
  answer: 'update',
  title: text.hideTitle,
  fields: why(text.hideLabel, text.hideHelp),
  async run(context, address, { reason }) {
    const hidden = await hideCase(context.db, { ...changeBy(context), ...address }, reason, await readerOf(context));
    return showCase(context, hidden, text.hiddenSaid);
  },
});
export const hide = button({
  id: hideId,
  policy: moderator,
  answer: 'modal',
  async run(context, address) {
    await readable(context, address.caseId);
    return hideForm.open(context.locale, address);
  },
});
export const unhide = button({
  id: unhideId,
  policy: moderator,
  answer: 'update',
  async run(context, address) {
    const shown = await unhideCase(context.db, { ...changeBy(context), ...address }, await readerOf(context));
    return showCase(context, shown, text.shownSaid);
  },
});

export const voidForm = form({
  id: voidFormId,
  policy: admin,
  answer: 'update',
  title: text.voidTitle,
  fields: why(text.voidLabel, text.voidHelp),
  async run(context, address, { reason }) {
    const voided = await voidCase(context.db, { ...changeBy(context), ...address }, reason, await readerOf(context));
    return showCase(context, voided, text.voidedSaid);
  },
});
async function openVoid(context: Context, made: ModerationCase) {
  if (made.voidedAt) throw caseVoided();
  if (made.kind === 'release') throw releaseStays();
  return voidForm.open(context.locale, { caseId: made.id });
}
export const voidIt = button({
  id: voidId,
  policy: admin,
  answer: 'modal',
  run: async (context, address) => openVoid(context, await readable(context, address.caseId)),
});
export const caseVoid = command({
  name: { en: 'case void', fr: 'cas annuler' },
  description: text.void,
  // Discord shows the commands of one word to the same people: who is no admin is refused here, and by the form.
  policy: moderator,
  answer: 'modal',
  options: { number },
  async run(context, options) {
    if (!holds(admin, await context.keys())) throw adminsVoid();
    return openVoid(context, await numbered(context, options.number));
  },
});

export const showFiles = button({
  id: filesId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, address) {
    const page = await readFiles(context.db, changeBy(context), address, await readerOf(context));
    return filesMessage(page, address.caseId, context.locale);
  },
});
