import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { attachment, string } from '../../../discord/options.ts';
import { staff } from '../../../discord/policy.ts';
import { readSheet } from '../../../infra/sheet.ts';
import { toCsv } from '../../promos/service/file.ts';
import { resolvePromo, suggestPromos } from '../../promos/service/promo.ts';
import { badFile, badHeader, commandTexts, nobodyListed, optionTexts } from '../messages/import.ts';
import { mostBytes, mostLines, readFileRows } from '../rules/file.ts';
import { getOpenPromo, renewCodes } from '../service/code.ts';
import { expectedSize, readExpected } from '../service/expected.ts';
import { confirmImport, previewImport } from '../service/roster.ts';
import { codesRenewed, expectedPage } from '../views/expected.ts';
import { importDone, importPreview } from '../views/import.ts';
import { confirmCodesId, confirmImportId, expectedId, pageId, type ReadFile } from '../wire.ts';

/** A promo that people still enter. */
const openPromo = string({
  ...optionTexts.promo,
  max: 100,
  complete: async ({ db, actor }, typed) => {
    const found = await suggestPromos(db, { guildId: actor.guildId, typed, states: ['planned', 'active'] });
    return found.map(({ id, name }) => ({ name, value: String(id) }));
  },
});

/** What the file says. Throws `file.…`, `rosters.file_…`, `rosters.bad_header`, `rosters.nobody_listed`. */
async function read({ download }: Context, file: { url: string; size: number }): Promise<ReadFile> {
  const sheet = await readSheet(await download(file, mostBytes), { mostRows: mostLines + 1 });
  if (!sheet.ok) throw badFile(sheet.fault, sheet.line);
  const found = readFileRows(sheet.rows);
  if (!found.ok) throw badHeader(found);
  // A file of titles would take everybody off the list.
  if (found.file.lines.length + found.file.invalid.length === 0) throw nobodyListed();
  return found.file;
}

export const importList = command({
  ...commandTexts.import,
  policy: staff,
  answer: 'ephemeral',
  options: { promo: openPromo, file: attachment(optionTexts.file) },
  async run(context, { promo, file }) {
    const { db, actor, locale } = context;
    const { id } = await resolvePromo(db, { guildId: actor.guildId, typed: promo });
    const { id: promoId } = await getOpenPromo(db, { guildId: actor.guildId, promoId: id });
    const preview = await previewImport(db, changeBy(context), { promoId, file: await read(context, file) });
    return importPreview(preview, locale, toCsv);
  },
});

export const confirm = button({
  id: confirmImportId,
  policy: staff,
  answer: 'update',
  async run(context, { planId }) {
    const { db, locale } = context;
    const confirmed = await confirmImport(db, changeBy(context), planId);
    return confirmed.isApplied
      ? importDone(confirmed.applied, locale, toCsv)
      : importPreview(confirmed.preview, locale, toCsv, { isAgain: true });
  },
});

async function expectedOf({ db, actor, locale }: Context, promoId: number, page: number, { isAgain = false } = {}) {
  const expected = await readExpected(db, { guildId: actor.guildId, promoId, page });
  const canRenew = expected.promo.state === 'planned' || expected.promo.state === 'active';
  return expectedPage(expected, locale, { size: expectedSize, canRenew, isAgain });
}

export const codes = command({
  ...commandTexts.codes,
  policy: staff,
  answer: 'ephemeral',
  options: { promo: openPromo },
  async run(context, { promo }) {
    const { id } = await resolvePromo(context.db, { guildId: context.actor.guildId, typed: promo });
    return expectedOf(context, id, 0);
  },
});

/** Beside the message that has the codes, which must stay. */
export const expected = button({
  id: expectedId,
  policy: staff,
  answer: 'ephemeral',
  run: (context, { promoId }) => expectedOf(context, promoId, 0),
});

export const turnPage = button({
  id: pageId,
  policy: staff,
  answer: 'update',
  run: (context, { promoId, page }) => expectedOf(context, promoId, page),
});

export const renew = button({
  id: confirmCodesId,
  policy: staff,
  answer: 'update',
  async run(context, { promoId, round }) {
    const renewed = await renewCodes(context.db, changeBy(context), { promoId, round });
    return renewed ? codesRenewed(renewed, context.locale, toCsv) : expectedOf(context, promoId, 0, { isAgain: true });
  },
});
