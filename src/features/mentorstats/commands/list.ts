import { button, chosenRow, type Message, select } from '../../../discord/command.ts';
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
  listPairsOf,
  listPromos,
  listWaiting,
  readPromo,
} from '../service/list.ts';
import {
  endedLine,
  endedScreen,
  listScreen,
  mentorLine,
  mentorScreen,
  noPromo,
  pairLine,
  pairScreen,
  promoLine,
  promoScreen,
  waitingLine,
  waitingScreen,
} from '../views/list.ts';
import { type List, pickId, promoId } from '../wire.ts';

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

/** One promo: who waits there, and its pairs. */
const promoOf = async ({ db, actor, clock, locale }: Context, { promo, page }: { promo: number; page: number }) =>
  promoScreen(
    await readPromo(db, { guildId: actor.guildId, promoId: promo === 0 ? null : promo, page, now: clock.now() }),
    locale,
  );

export const turnPromo = button({ id: promoId, policy: staff, answer: 'update', run: promoOf });

/** Whoever is chosen in a list, with what staff can do for them. */
export const pick = select({
  id: pickId,
  policy: staff,
  answer: 'update',
  async run(context, { list }, [value]) {
    const { db, actor, clock, locale } = context;
    const { guildId, userId: actorId } = actor;
    const now = clock.now();
    if (list === 'promos') return promoOf(context, { promo: value === noPromo ? 0 : chosenRow(value), page: 0 });
    if (list === 'waiting') return waitingScreen(await getWaiting(db, { guildId, requestId: chosenRow(value) }), locale);
    if (list === 'ended') return endedScreen(await getEnded(db, { guildId, actorId, now, pairId: chosenRow(value) }), locale);
    if (list === 'mentors') {
      const mentor = await getMentor(db, { guildId, userId: value ?? '' });
      return mentorScreen(mentor, await listPairsOf(db, { guildId, mentorId: mentor.userId, now }), locale);
    }
    return pairScreen({ ...(await getPair(db, { guildId, pairId: chosenRow(value), now })), guildId }, locale);
  },
});
