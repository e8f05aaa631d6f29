import { button, chosenRow, command, type Message, type Modal, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, shortText } from '../../../discord/form.ts';
import { optional, string } from '../../../discord/options.ts';
import { anyone } from '../../../discord/policy.ts';
import { addDays, type Day, dateOf, daysBetween, parseDay, todayIn } from '../../../kernel/day.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { pauseMentor, resumeMentor } from '../../mentors/service/hold.ts';
import { findMentor } from '../../mentors/service/mentor.ts';
import { text } from '../messages/change.ts';
import { badDay, noPair, nothingPaused } from '../messages/refusal.ts';
import { getLivePair, listAllOwn, type OwnPair, recordActivity } from '../service/pair.ts';
import { pausePair, resumePair } from '../service/pause.ts';
import { ownValue, pickScreen } from '../views/change.ts';
import { dayShown } from '../views/part.ts';
import { restFormId, restId, restMentorFormId, restPickId, returnId, returnPickId } from '../wire.ts';
import { keyOf, whoIs } from './part.ts';

export const today = async (context: Context): Promise<Day> => todayIn((await context.settings()).timeZone, context.clock.now());

/** Throws `pairs.bad_day`. */
export function dayTyped(typed: string): Day {
  const day = parseDay(typed);
  if (!day) throw badDay();
  return day;
}

/** Changes of a pause that one person may make in a row. */
const cooldownSeconds = 3;

async function restUntil(context: Context, pairId: number, until: Day): Promise<Message> {
  await pausePair(context.db, whoIs(context), { pairId, until, today: await today(context) });
  return plainNote(context.t(text.paused(dayShown(dateOf(until)))));
}

async function restMentorUntil(context: Context, until: Day): Promise<Message> {
  await context.db.$transaction((tx) => pauseMentor(tx, { ...whoIs(context), as: 'own', until }));
  return plainNote(context.t(text.pausedMentor(dayShown(dateOf(until)))));
}

const untilField = (description: typeof text.untilHelp | typeof text.untilHelpMentor) => ({
  until: shortText({ label: text.until, description, max: 40, placeholder: { fr: '15/03/2027', en: '15/03/2027' } }),
});

export const restForm = form({
  id: restFormId,
  policy: anyone,
  answer: 'ephemeral',
  cooldownSeconds: 2,
  title: text.pauseTitle,
  fields: untilField(text.untilHelp),
  run: (context, { pairId }, { until }) => restUntil(context, pairId, dayTyped(until)),
});

export const restMentorForm = form({
  id: restMentorFormId,
  policy: anyone,
  answer: 'ephemeral',
  cooldownSeconds: 2,
  title: text.pauseTitle,
  fields: untilField(text.untilHelpMentor),
  run: (context, _params, { until }) => restMentorUntil(context, dayTyped(until)),
});

/** To ask for a pause is a word too. */
export const rest = button({
  id: restId,
  policy: anyone,
  answer: 'modal',
  async run(context, { pairId }) {
    await getLivePair(context.db, context.actor, pairId);
    await recordActivity(context.db, pairId, context.clock.now());
    return restForm.open(context.locale, keyOf(context, pairId));
  },
});

/** One's pairs, or the one alone in whose thread the person is. */
export async function pairsHere(context: Context): Promise<OwnPair[]> {
  const all = await listAllOwn(context.db, context.actor);
  const here = all.filter(({ threadId }) => threadId !== null && threadId === context.channelId);
  return here.length > 0 ? here : all;
}

const isHere = ({ channelId }: Context, pairs: readonly OwnPair[]): boolean =>
  pairs.some(({ threadId }) => threadId === channelId);

/** Days of the calendar as a custom id carries them; 0: to be asked. */
const epoch: Day = '1970-01-01';
const countOf = (day: Day | undefined): number => (day === undefined ? 0 : daysBetween(epoch, day));

const restOne = (context: Context, pairId: number, until: Day | undefined): Promise<Message> | Modal =>
  until === undefined ? restForm.open(context.locale, keyOf(context, pairId)) : restUntil(context, pairId, until);
const restOwn = (context: Context, until: Day | undefined): Promise<Message> | Modal =>
  until === undefined ? restMentorForm.open(context.locale, {}) : restMentorUntil(context, until);

export const pauseCommand = command({
  name: { fr: 'mentorat pause', en: 'mentoring pause' },
  description: text.pauseCommand,
  policy: anyone,
  answer: 'step',
  cooldownSeconds,
  options: { until: optional(string({ fr: 'retour', description: text.until, max: 40 })) },
  async run(context, { until: typed }): Promise<Message | Modal> {
    const until = typed === undefined ? undefined : dayTyped(typed);
    const [pairs, mentor] = await Promise.all([pairsHere(context), findMentor(context.db, context.actor)]);
    const [first, ...others] = pairs;
    if (first && isHere(context, pairs)) return restOne(context, first.id, until);
    const hasOwn = mentor?.state === 'approved';
    if (hasOwn && !first) return restOwn(context, until);
    if (!first) throw noPair();
    if (!hasOwn && others.length === 0) return restOne(context, first.id, until);
    return pickScreen(restPickId.encode({ until: countOf(until) }), context.t(text.pausePick), { pairs, hasOwn }, context.locale);
  },
});

export const restPick = select({
  id: restPickId,
  policy: anyone,
  answer: 'step',
  async run(context, { until: count }, [value]): Promise<Message | Modal> {
    const until = count === 0 ? undefined : addDays(epoch, count);
    return value === ownValue ? restOwn(context, until) : restOne(context, chosenRow(value), until);
  },
});

async function goOn(context: Context, pairId: number): Promise<Message> {
  await resumePair(context.db, whoIs(context), pairId);
  return plainNote(context.t(text.resumed));
}

async function goOnAsMentor(context: Context): Promise<Message> {
  await context.db.$transaction((tx) => resumeMentor(tx, { ...whoIs(context), as: 'own' }));
  return plainNote(context.t(text.resumedMentor));
}

export const goBack = button({
  id: returnId,
  policy: anyone,
  answer: 'ephemeral',
  cooldownSeconds,
  run: (context, { pairId }) => goOn(context, pairId),
});

export const resumeCommand = command({
  name: { fr: 'mentorat reprendre', en: 'mentoring resume' },
  description: text.resumeCommand,
  policy: anyone,
  answer: 'ephemeral',
  cooldownSeconds,
  options: {},
  async run(context) {
    const [all, mentor] = await Promise.all([pairsHere(context), findMentor(context.db, context.actor)]);
    const pairs = all.filter(({ state }) => state === 'paused');
    const [first, ...others] = pairs;
    if (first && isHere(context, pairs)) return goOn(context, first.id);
    // Whether they may end it themselves is for the mentors' service to say, in words of its own.
    const hasOwn = mentor?.state === 'paused';
    if (hasOwn && !first) return goOnAsMentor(context);
    if (!first) throw nothingPaused();
    if (!hasOwn && others.length === 0) return goOn(context, first.id);
    return pickScreen(returnPickId.encode({}), context.t(text.resumePick), { pairs, hasOwn }, context.locale);
  },
});

export const returnPick = select({
  id: returnPickId,
  policy: anyone,
  answer: 'update',
  run: (context, _params, [value]) => (value === ownValue ? goOnAsMentor(context) : goOn(context, chosenRow(value))),
});
