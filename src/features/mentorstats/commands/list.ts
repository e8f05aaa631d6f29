import { chosenRow, type Message, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { staff } from '../../../discord/policy.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import type { Asked } from '../service/dashboard.ts';
import {
  getEnded,
  getMentor,
  getPair,
  getWaiting,
  listEnded,
  listMentors,
  listPairs,
  listPromos,
  listWaiting,
} from '../service/list.ts';
import {
  endedLine,
  endedScreen,
  listScreen,
  mentorLine,
  mentorScreen,
  pairLine,
  pairScreen,
  promoLine,
  waitingLine,
  waitingScreen,
} from '../views/list.ts';
import { type List, pickId } from '../wire.ts';

/** What the guild counts as silence, and when it is asked. */
export async function askedBy(context: Context): Promise<Asked> {
  const { db, actor, clock, settings } = context;
  const { guildId } = actor;
  const [{ nudgeDays, warnDays }, { timeZone }] = await Promise.all([readMentoring(db, guildId), settings()]);
  return { guildId, timeZone, now: clock.now(), nudgeDays, warnDays };
}

/** A page of a list of the dashboard. */
export async function listOf(context: Context, { list, page }: { list: List; page: number }): Promise<Message> {
  const { db, locale } = context;
  const asked = { ...(await askedBy(context)), page };
  const drawn = <T>(
    found: { rows: T[]; total: number; page: number },
    line: (row: T, spoken: typeof locale) => ReturnType<typeof promoLine>,
  ) => listScreen(list, { ...found, lines: found.rows.map((row) => line(row, locale)) }, locale);
  switch (list) {
    case 'waiting':
      return drawn(await listWaiting(db, asked), waitingLine);
    case 'mentors':
      return drawn(await listMentors(db, asked), mentorLine);
    case 'ended':
      return drawn(await listEnded(db, { ...asked, actorId: context.actor.userId }), endedLine);
    case 'promos':
      return drawn(await listPromos(db, asked), promoLine);
    default:
      return drawn(await listPairs(db, list, asked), pairLine);
  }
}

/** Whoever is chosen in a list, with what staff can do for them. */
export const pick = select({
  id: pickId,
  policy: staff,
  answer: 'update',
  async run({ db, actor, clock, locale }, { list }, [value]) {
    const { guildId, userId: actorId } = actor;
    if (list === 'waiting') return waitingScreen(await getWaiting(db, { guildId, requestId: chosenRow(value) }), locale);
    if (list === 'mentors') return mentorScreen(await getMentor(db, { guildId, userId: value ?? '' }), locale);
    if (list === 'ended')
      return endedScreen(await getEnded(db, { guildId, actorId, now: clock.now(), pairId: chosenRow(value) }), locale);
    return pairScreen({ ...(await getPair(db, { guildId, pairId: chosenRow(value) })), guildId }, locale);
  },
});
