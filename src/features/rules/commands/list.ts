import { button, command } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { files, form, longText } from '../../../discord/form.ts';
import { admin } from '../../../discord/policy.ts';
import { noDomain } from '../messages/refusal.ts';
import { text } from '../messages/rule.ts';
import { mostFileBytes } from '../rules/limit.ts';
import { addDomains, countLists, domainsOf, removeDomains } from '../service/list.ts';
import { listFile, listsScreen } from '../views/rule.ts';
import {
  listAddFormId,
  listAddId,
  listFileFormId,
  listFileId,
  listRemoveFormId,
  listRemoveId,
  listSaveId,
  listsId,
} from '../wire.ts';

const screenOf = async ({ db, actor, locale }: Context, done = '') =>
  listsScreen(await countLists(db, actor.guildId), locale, done);

export const lists = command({
  name: { en: 'rule lists', fr: 'regle listes' },
  description: text.lists,
  policy: admin,
  answer: 'ephemeral',
  options: {},
  run: (context) => screenOf(context),
});
export const listsHere = button({ id: listsId, policy: admin, answer: 'update', run: (context) => screenOf(context) });

export const addForm = form({
  id: listAddFormId,
  policy: admin,
  answer: 'update',
  title: text.listAdd,
  fields: { domains: longText({ label: text.domains, max: 4_000 }) },
  async run(context, { kind }, { domains }) {
    const { added, refused } = await addDomains(context.db, changeBy(context), kind, domains);
    return screenOf(context, context.t(text.added(added, refused.length)));
  },
});
export const addHere = button({
  id: listAddId,
  policy: admin,
  answer: 'modal',
  run: async ({ locale }, params) => addForm.open(locale, params),
});

export const fileForm = form({
  id: listFileFormId,
  policy: admin,
  answer: 'update',
  title: text.listFile,
  fields: { file: files({ label: text.listFileLabel, maxBytes: mostFileBytes }) },
  async run(context, { kind }, { file: [file] }) {
    if (!file) throw noDomain('');
    const bytes = await context.download(file, mostFileBytes);
    const { added, refused } = await addDomains(context.db, changeBy(context), kind, Buffer.from(bytes).toString('utf8'));
    return screenOf(context, context.t(text.added(added, refused.length)));
  },
});
export const fileHere = button({
  id: listFileId,
  policy: admin,
  answer: 'modal',
  run: async ({ locale }, params) => fileForm.open(locale, params),
});

export const removeForm = form({
  id: listRemoveFormId,
  policy: admin,
  answer: 'update',
  title: text.listRemove,
  fields: { domains: longText({ label: text.domains, max: 4_000 }) },
  async run(context, { kind }, { domains }) {
    const count = await removeDomains(context.db, changeBy(context), kind, domains);
    return screenOf(context, context.t(text.removed(count)));
  },
});
export const removeHere = button({
  id: listRemoveId,
  policy: admin,
  answer: 'modal',
  run: async ({ locale }, params) => removeForm.open(locale, params),
});

export const saveHere = button({
  id: listSaveId,
  policy: admin,
  answer: 'ephemeral',
  run: async ({ db, actor }, { kind }) => listFile(kind, await domainsOf(db, actor.guildId, kind)),
});
