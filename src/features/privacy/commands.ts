import { button, command } from '../../discord/command.ts';
import { anyone, holds, staff } from '../../discord/policy.ts';
import { text } from './messages.ts';
import { erasePerson, exportPerson } from './service.ts';
import { dataFile, dataOverview, erasedNote, eraseQuestion, keptNote } from './views.ts';
import { confirmEraseId, dataId, eraseId, exportId, keepId, pageId } from './wire.ts';

export const myData = command({
  name: { en: 'my data', fr: 'mes données' },
  description: text.data,
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  run: async ({ features, locale }) => dataOverview(features, locale),
});

export const openData = button({
  id: dataId,
  policy: anyone,
  answer: 'ephemeral',
  run: async ({ features, locale }) => dataOverview(features, locale),
});

export const turnPage = button({
  id: pageId,
  policy: anyone,
  answer: 'update',
  run: async ({ features, locale }, { page }) => dataOverview(features, locale, page),
});

export const downloadData = button({
  id: exportId,
  policy: anyone,
  answer: 'ephemeral',
  run: async ({ db, features, actor, locale }) => dataFile(await exportPerson(db, features, actor), locale),
});

export const askErase = button({
  id: eraseId,
  policy: anyone,
  answer: 'ephemeral',
  run: async ({ locale }) => eraseQuestion(locale),
});

export const keepData = button({ id: keepId, policy: anyone, answer: 'update', run: async ({ locale }) => keptNote(locale) });

export const confirmErase = button({
  id: confirmEraseId,
  policy: anyone,
  answer: 'update',
  async run({ db, clock, features, actor, keys, locale }) {
    const held = await keys();
    const isStaff = holds(staff, held) || held.has('moderator');
    await erasePerson(db, features, { ...actor, isStaff, now: clock.now() });
    return erasedNote(locale);
  },
});
