import { button, command } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { files, form, longText } from '../../../discord/form.ts';
import { admin } from '../../../discord/policy.ts';
import { greysOf } from '../../../infra/picture.ts';
import { note } from '../../../kernel/piece.ts';
import { readFiles } from '../../moderation/service/evidence.ts';
import { noDomain } from '../messages/refusal.ts';
import { text } from '../messages/rule.ts';
import { largestPicture } from '../rules/event.ts';
import { hashOf, side } from '../rules/image.ts';
import { mostFileBytes } from '../rules/limit.ts';
import { getHit } from '../service/hit.ts';
import { addImages, countImages, removeImages } from '../service/image.ts';
import { addDomains, countLists, domainsOf, removeDomains } from '../service/list.ts';
import { listFile, listsScreen } from '../views/rule.ts';
import {
  imageAddFormId,
  imageAddId,
  imageRemoveFormId,
  imageRemoveId,
  listAddFormId,
  listAddId,
  listFileFormId,
  listFileId,
  listRemoveFormId,
  listRemoveId,
  listSaveId,
  listsId,
  recogniseId,
} from '../wire.ts';

const screenOf = async ({ db, actor, locale }: Context, done = '') =>
  listsScreen({ ...(await countLists(db, actor.guildId)), images: await countImages(db, actor.guildId) }, locale, done);

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

/** Hashes of those files that are pictures. */
async function hashesOf(files: readonly Uint8Array[]): Promise<string[]> {
  const hashes: string[] = [];
  for (const bytes of files) {
    const greys = await greysOf(bytes, side);
    const hash = greys && hashOf(greys);
    if (hash !== null) hashes.push(hash);
  }
  return [...new Set(hashes)];
}

const pictures = () => ({ files: files({ label: text.imageFiles, max: 5, maxBytes: largestPicture }) });
const readAll = async ({ download }: Context, sent: readonly { url: string; size: number }[]): Promise<string[]> =>
  hashesOf(await Promise.all(sent.map((file) => download(file, largestPicture))));

export const imageForm = form({
  id: imageAddFormId,
  policy: admin,
  answer: 'update',
  title: text.imageAdd,
  fields: pictures(),
  async run(context, _params, { files: sent }) {
    const added = await addImages(context.db, changeBy(context), await readAll(context, sent));
    return screenOf(context, context.t(text.imagesAdded(added)));
  },
});
export const imageHere = button({
  id: imageAddId,
  policy: admin,
  answer: 'modal',
  run: async ({ locale }) => imageForm.open(locale, {}),
});
export const imageRemoveForm = form({
  id: imageRemoveFormId,
  policy: admin,
  answer: 'update',
  title: text.imageRemove,
  fields: pictures(),
  async run(context, _params, { files: sent }) {
    const count = await removeImages(context.db, changeBy(context), await readAll(context, sent));
    return screenOf(context, context.t(text.imagesRemoved(count)));
  },
});
export const imageRemoveHere = button({
  id: imageRemoveId,
  policy: admin,
  answer: 'modal',
  run: async ({ locale }) => imageRemoveForm.open(locale, {}),
});

/** From what a rule found: the pictures that were kept with it. */
export const recognise = button({
  id: recogniseId,
  policy: admin,
  answer: 'ephemeral',
  async run(context, { hitId }) {
    const { db, actor, t } = context;
    const { evidenceId } = await getHit(db, actor.guildId, hitId);
    const kept = evidenceId === null ? [] : await readFiles(db, { guildId: actor.guildId, evidenceId });
    const added = await addImages(db, changeBy(context), await hashesOf(kept.flatMap(({ data }) => data ?? [])));
    return note(t(text.imagesAdded(added)));
  },
});

export const saveHere = button({
  id: listSaveId,
  policy: admin,
  answer: 'ephemeral',
  run: async ({ db, actor }, { kind }) => listFile(kind, await domainsOf(db, actor.guildId, kind)),
});
