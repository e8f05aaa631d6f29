import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, chosenRow, command, event, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, shortText } from '../../../discord/form.ts';
import { integer, optional, string, user } from '../../../discord/options.ts';
import { addDays, dayOf } from '../../promos/service/day.ts';
import { commandTexts, noRound, optionTexts, sizeOrNumber, text, tooLong } from '../messages.ts';
import { arrange, linesOf, mixLevels, most, movePerson, prepare, redraw } from '../service/make.ts';
import { close, followChannel, publish, retry, welcomeBack } from '../service/publish.ts';
import { currentRound, describe, ownPromo, type Round, readRound } from '../service/round.ts';
import { closeCard, emptyCard, roundCard } from '../views.ts';
import {
  closeId,
  confirmCloseId,
  handFormId,
  handId,
  levelsFormId,
  levelsId,
  newFormId,
  newId,
  promoPickId,
  publishFormId,
  publishId,
  redrawId,
  retryId,
  showId,
} from '../wire.ts';
import { anyPromo, byOf, dayTyped, promoOf, runningPromo, team, today } from './option.ts';

const card = (round: Round, { locale }: Context) => roundCard(round, locale);

/** The current groups of a promo, or the way to make some. */
async function cardOf(context: Context, promoId: number) {
  const by = await byOf(context);
  await ownPromo(context.db, by, promoId);
  const round = await currentRound(context.db, promoId);
  return round ? card(await describe(context.db, by, round), context) : emptyCard(promoId, context.locale);
}

export const make = command({
  ...commandTexts.make,
  policy: team,
  answer: 'ephemeral',
  options: {
    promo: runningPromo,
    size: optional(integer({ ...optionTexts.size, min: 1, max: most })),
    number: optional(integer({ ...optionTexts.number, min: 1, max: most })),
  },
  async run(context, { promo, size, number }) {
    const { id: promoId } = await promoOf(context, promo);
    if ((size === undefined) === (number === undefined)) throw sizeOrNumber();
    const wish = size === undefined ? { number: number ?? 0 } : { size };
    return card(await prepare(context.db, await byOf(context), { promoId, wish }), context);
  },
});

export const newForm = form({
  id: newFormId,
  policy: team,
  answer: 'update',
  title: text.newTitle,
  fields: { size: shortText({ label: text.howMany, description: text.howManyHelp, max: 2 }) },
  run: async (context, { promoId }, { size }) =>
    card(await prepare(context.db, await byOf(context), { promoId, wish: { size: Number(size) } }), context),
});
export const openNew = button({
  id: newId,
  policy: team,
  answer: 'modal',
  run: async ({ locale }, { promoId }) => newForm.open(locale, { promoId }, { size: '3' }),
});

export const show = command({
  ...commandTexts.show,
  policy: team,
  answer: 'ephemeral',
  options: { promo: anyPromo },
  run: async (context, { promo }) => cardOf(context, (await promoOf(context, promo)).id),
});
export const pickPromo = select({
  id: promoPickId,
  policy: team,
  answer: 'update',
  run: (context, _, [id]) => cardOf(context, chosenRow(id)),
});
export const refresh = button({
  id: showId,
  policy: team,
  answer: 'update',
  run: async (context, { roundId }) => card(await readRound(context.db, await byOf(context), roundId), context),
});

export const drawAgain = button({
  id: redrawId,
  policy: team,
  answer: 'update',
  run: async (context, { roundId }) => card(await redraw(context.db, await byOf(context), { roundId }), context),
});

/** What one field of a form takes. */
const longest = 4_000;

async function linesFor(context: Context, roundId: number, what: 'levels' | 'groups'): Promise<string> {
  const lines = linesOf(await readRound(context.db, await byOf(context), roundId), what);
  // Two characters more for each number that is still to be written.
  if (lines.length + 3 * lines.split('\n').length > longest) throw tooLong();
  return lines;
}

export const levelsForm = form({
  id: levelsFormId,
  policy: team,
  answer: 'update',
  title: text.formLevelsTitle,
  fields: { people: longText({ label: text.levelsLabel, description: text.levelsHelp, max: longest }) },
  run: async (context, { roundId }, { people }) =>
    card(await mixLevels(context.db, await byOf(context), { roundId, typed: people }), context),
});
export const openLevels = button({
  id: levelsId,
  policy: team,
  answer: 'modal',
  run: async (context, { roundId }) =>
    levelsForm.open(context.locale, { roundId }, { people: await linesFor(context, roundId, 'levels') }),
});

export const handForm = form({
  id: handFormId,
  policy: team,
  answer: 'update',
  title: text.formHandTitle,
  fields: { people: longText({ label: text.handLabel, description: text.handHelp, max: longest }) },
  run: async (context, { roundId }, { people }) =>
    card(await arrange(context.db, await byOf(context), { roundId, typed: people }), context),
});
export const openHand = button({
  id: handId,
  policy: team,
  answer: 'modal',
  run: async (context, { roundId }) =>
    handForm.open(context.locale, { roundId }, { people: await linesFor(context, roundId, 'groups') }),
});

export const move = command({
  ...commandTexts.move,
  policy: team,
  answer: 'ephemeral',
  options: { promo: runningPromo, member: user(optionTexts.member), group: integer({ ...optionTexts.group, min: 1, max: most }) },
  async run(context, { promo, member, group }) {
    const { id: promoId } = await promoOf(context, promo);
    return card(await movePerson(context.db, await byOf(context), { promoId, userId: member, to: group }), context);
  },
});

/** A week, when nothing is said. */
const usualDays = 7;

async function publishUntil(context: Context, roundId: number, typed: string) {
  const day = await today(context);
  const by = await byOf(context);
  return card(await publish(context.db, by, { roundId, until: dayTyped(typed), today: day }), context);
}

/** A week from today, or the end of the promo when that comes first. */
async function usualDay(context: Context, endsOn: Date): Promise<string> {
  const week = addDays(await today(context), usualDays);
  const end = dayOf(endsOn);
  return week < end ? week : end;
}

export const publishCommand = command({
  ...commandTexts.publish,
  policy: team,
  answer: 'ephemeral',
  options: { promo: runningPromo, until: optional(string({ ...optionTexts.until, max: 40 })) },
  async run(context, { promo, until }) {
    const { id: promoId, endsOn } = await promoOf(context, promo);
    await ownPromo(context.db, await byOf(context), promoId);
    const round = await currentRound(context.db, promoId);
    if (!round) throw noRound();
    return publishUntil(context, round.id, until ?? (await usualDay(context, endsOn)));
  },
});
export const publishForm = form({
  id: publishFormId,
  policy: team,
  answer: 'update',
  title: text.formPublishTitle,
  fields: { until: shortText({ label: text.untilLabel, description: text.untilHelp, max: 40 }) },
  run: (context, { roundId }, { until }) => publishUntil(context, roundId, until),
});
export const openPublish = button({
  id: publishId,
  policy: team,
  answer: 'modal',
  async run(context, { roundId }) {
    const { round, promo } = await readRound(context.db, await byOf(context), roundId);
    const until = round.until ? dayOf(round.until) : await usualDay(context, promo.endsOn);
    return publishForm.open(context.locale, { roundId }, { until });
  },
});

export const askClose = button({
  id: closeId,
  policy: team,
  answer: 'update',
  run: async (context, { roundId }) => closeCard(await readRound(context.db, await byOf(context), roundId), context.locale),
});
export const confirmClose = button({
  id: confirmCloseId,
  policy: team,
  answer: 'update',
  run: async (context, { roundId }) => card(await close(context.db, await byOf(context), roundId), context),
});
export const tryAgain = button({
  id: retryId,
  policy: team,
  answer: 'update',
  run: async (context, { roundId }) => card(await retry(context.db, await byOf(context), roundId), context),
});

export const joined = event(GatewayDispatchEvents.GuildMemberAdd, async ({ db }, { guild_id, user }) => {
  if (!user.bot) await welcomeBack(db, { guildId: guild_id, userId: user.id });
});
export const promoChanged = event(GatewayDispatchEvents.ChannelUpdate, async ({ db }, channel) => {
  if ('guild_id' in channel && channel.guild_id) await followChannel(db, { guildId: channel.guild_id, channelId: channel.id });
});
