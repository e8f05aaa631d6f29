import { button, chosenRow, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { optional, string } from '../../../discord/options.ts';
import { staff } from '../../../discord/policy.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { text as alertText } from '../messages/alert.ts';
import { commandTexts, optionTexts } from '../messages/command.ts';
import { text } from '../messages/end.ts';
import { unknownPromo } from '../messages/promo.ts';
import { addDays, dateOf } from '../rules/day.ts';
import { cancelledDays, deletionDay, wantsSpace } from '../rules/life.ts';
import { madeByHand } from '../rules/space.ts';
import { savePlan } from '../service/confirm.ts';
import { driftedSize, readDrifted } from '../service/drift.ts';
import { checkPostponement, readTouched, requireBegun, requireRunning, requireUnfinished, undoEnd } from '../service/end.ts';
import { askRepair, readSpace, resumeBuild } from '../service/place.ts';
import { getPromo, type Promo } from '../service/promo.ts';
import { setSilence } from '../service/silence.ts';
import { compareSpace, readRoles } from '../tasks/compare.ts';
import { readServer } from '../tasks/server.ts';
import { applied, driftCard, driftedPage } from '../views/alert.ts';
import { cancelPreview, endPreview, postponePreview, undoBuildPreview } from '../views/create.ts';
import { note } from '../views/part.ts';
import {
  checkId,
  driftedId,
  driftsId,
  driftsTurnId,
  lockId,
  repairId,
  resumeId,
  undoBuildId,
  undoId,
  unlockId,
} from '../wire.ts';
import { dayTyped, ownPromo, promoOf, promoOption, team, today } from './option.ts';

const running = promoOption(optionTexts.promo, ['planned', 'active']);
const alive = promoOption(optionTexts.promo, ['planned', 'active', 'ended']);
const common = { policy: staff, answer: 'ephemeral' } as const;

export const postpone = command({
  ...commandTexts.postpone,
  ...common,
  options: {
    promo: alive,
    end: string({ ...optionTexts.end, min: 1, max: 40 }),
    start: optional(string({ ...optionTexts.start, min: 1, max: 40 })),
  },
  async run(context, options) {
    const { db, actor, locale } = context;
    const { id: promoId } = await promoOf(context, options.promo);
    const touched = await readTouched(db, { guildId: actor.guildId, promoId });
    const [start, end] = [options.start === undefined ? null : dayTyped(options.start), dayTyped(options.end)];
    checkPostponement(touched.promo, { start, end, today: await today(context) });
    const planId = await savePlan(db, changeBy(context), { do: 'postpone', promoId, start, end });
    const startsOn = start === null ? touched.promo.startsOn : dateOf(start);
    return postponePreview(touched, { startsOn, endsOn: dateOf(end) }, planId, locale);
  },
});

export const end = command({
  ...commandTexts.end,
  ...common,
  options: { promo: running },
  async run(context, options) {
    const { db, locale } = context;
    const { id: promoId } = await promoOf(context, options.promo);
    const touched = await touchedBy(context, promoId);
    requireBegun(touched.promo);
    const planId = await savePlan(db, changeBy(context), { do: 'end', promoId });
    return endPreview(touched, deletionDay(await today(context), touched.promo.course), planId, locale);
  },
});

export const cancel = command({
  ...commandTexts.cancel,
  ...common,
  options: { promo: running },
  async run(context, options) {
    const { db, locale } = context;
    const { id: promoId } = await promoOf(context, options.promo);
    const touched = await touchedBy(context, promoId);
    requireRunning(touched.promo);
    const planId = await savePlan(db, changeBy(context), { do: 'cancel', promoId });
    return cancelPreview(touched, addDays(await today(context), cancelledDays), planId, locale);
  },
});

export const undo = button({
  id: undoId,
  policy: staff,
  answer: 'update',
  async run(context, { promoId }) {
    const promo = await undoEnd(context.db, changeBy(context), { promoId, today: await today(context) });
    return note(text.undone(escapeMarkdown(promo.name)), context.locale);
  },
});

/** What an end touches, with what somebody made by hand in the promo's categories, which only Discord knows. */
async function touchedBy({ db, actor, discord, applicationId }: Context, promoId: number) {
  const { guildId } = actor;
  const [touched, server] = await Promise.all([
    readTouched(db, { guildId, promoId }),
    readServer(discord, guildId, applicationId),
  ]);
  return { ...touched, byHand: madeByHand(server.channels, touched.made).length };
}

async function silence(context: Context, promoId: number, isLocked: boolean) {
  const { name } = await setSilence(context.db, changeBy(context), { promoId, isLocked });
  return note((isLocked ? text.lockedNow : text.unlockedNow)(escapeMarkdown(name)), context.locale);
}

export const lock = command({
  ...commandTexts.lock,
  ...common,
  options: { promo: running },
  run: async (context, options) => silence(context, (await promoOf(context, options.promo)).id, true),
});

export const unlock = command({
  ...commandTexts.unlock,
  ...common,
  options: { promo: running },
  run: async (context, options) => silence(context, (await promoOf(context, options.promo)).id, false),
});

export const lockOwn = button({
  id: lockId,
  policy: team,
  answer: 'ephemeral',
  run: async (context, { promoId }) => silence(context, (await ownPromo(context, promoId)).id, true),
});

export const unlockOwn = button({
  id: unlockId,
  policy: team,
  answer: 'ephemeral',
  run: async (context, { promoId }) => silence(context, (await ownPromo(context, promoId)).id, false),
});

/** Compares now. Null: the promo has no space at the moment. */
async function driftOf(context: Context, { id: promoId, guildId }: Promo) {
  const { db, discord, applicationId, settings, locale } = context;
  const space = await readSpace(db, { guildId, promoId }, (await settings()).locale);
  if (!space) throw unknownPromo();
  if (!wantsSpace(space.promo)) return driftCard(space.promo, null, locale);
  const [server, present] = await Promise.all([readServer(discord, guildId, applicationId), readRoles(discord, guildId)]);
  return driftCard(space.promo, compareSpace(space, server, present), locale);
}

export const check = command({
  ...commandTexts.check,
  ...common,
  options: { promo: alive },
  run: async (context, options) => driftOf(context, await promoOf(context, options.promo)),
});

export const checkAgain = button({
  id: checkId,
  policy: staff,
  answer: 'update',
  run: async (context, { promoId }) => driftOf(context, await getPromo(context.db, { guildId: context.actor.guildId, promoId })),
});

export const openDrift = select({
  id: driftedId,
  policy: staff,
  answer: 'ephemeral',
  run: async (context, _params, [id]) =>
    driftOf(context, await getPromo(context.db, { guildId: context.actor.guildId, promoId: chosenRow(id) })),
});

const drifted = async ({ db, actor, locale }: Context, page: number) =>
  driftedPage(await readDrifted(db, { guildId: actor.guildId, page }), locale, driftedSize);

export const openDrifts = button({ id: driftsId, policy: staff, answer: 'ephemeral', run: (context) => drifted(context, 0) });

export const turnDrifts = button({
  id: driftsTurnId,
  policy: staff,
  answer: 'update',
  run: (context, { page }) => drifted(context, page),
});

export const repair = button({
  id: repairId,
  policy: staff,
  answer: 'update',
  run: async (context, { promoId }) => applied(await askRepair(context.db, changeBy(context), promoId), context.locale),
});

export const resume = button({
  id: resumeId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { promoId }) {
    const { name } = await resumeBuild(context.db, changeBy(context), promoId);
    return note(alertText.resumed(escapeMarkdown(name)), context.locale);
  },
});

/** An alert that is older than what it says has no more power than the space of today gives it. */
export const dropBuild = button({
  id: undoBuildId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { promoId }) {
    const touched = await touchedBy(context, promoId);
    requireUnfinished(touched.promo);
    const planId = await savePlan(context.db, changeBy(context), { do: 'undo_build', promoId });
    return undoBuildPreview(touched, planId, context.locale);
  },
});
