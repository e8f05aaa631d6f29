import type { Context } from '../../../discord/context.ts';
import { holds, learner, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { flashId } from '../../../kernel/mentoring.ts';
import { text } from '../messages/circle.ts';
import { text as flashText } from '../messages/flash.ts';
import { liveFlash } from '../service/ask.ts';
import { countForStaff, countOpen, ownCircles } from '../service/circle.ts';
import { takenBy, waitingAsks } from '../service/take.ts';
import { circleMetId, circleShowId, circlesId } from '../wire.ts';
import { whoIs } from './flash.ts';

const toFlash = { label: flashText.see, customId: flashId.encode({}) };
const toCircles = { label: text.show, customId: circlesId.encode({}) };

async function ofFlash(context: Context): Promise<(HomeItem | null)[]> {
  const who = whoIs(context);
  const [live, waiting, taken] = await Promise.all([
    liveFlash(context.db, who),
    waitingAsks(context.db, who),
    takenBy(context.db, who),
  ]);
  return [
    waiting.length > 0 ? { text: flashText.waiting(waiting.length), waiting: true, button: toFlash } : null,
    live ? { text: live.state === 'taken' ? flashText.home.taken : flashText.home.open, button: toFlash } : null,
    taken.length > 0 ? { text: flashText.home.mentorTaken, button: toFlash } : null,
  ];
}

async function ofCircles(context: Context): Promise<(HomeItem | null)[]> {
  const { inside, led, unsettled } = await ownCircles(context.db, whoIs(context));
  const show = (circleId: number) => ({ label: text.show, customId: circleShowId.encode({ circleId }) });
  const isNew = inside.length + led.length === 0 && holds(learner, await context.keys());
  const open = isNew ? await countOpen(context.db, context.actor.guildId) : 0;
  return [
    ...unsettled.map(({ id, circle }) => ({
      text: text.home.unsettled(circle.title),
      waiting: true,
      button: { label: text.met, customId: circleMetId.encode({ meetingId: id }) },
    })),
    ...inside.map(({ id, title }) => ({ text: text.home.inside(title), button: show(id) })),
    ...led.map(({ id, title }) => ({ text: text.home.led(title), button: show(id) })),
    open > 0 ? { text: text.home.some(open), button: toCircles } : null,
  ];
}

async function ofStaff(context: Context): Promise<(HomeItem | null)[]> {
  const { orphans, reports } = await countForStaff(context.db, context.actor.guildId);
  return [
    orphans > 0 ? { text: text.home.orphans(orphans), waiting: true, button: toCircles } : null,
    reports > 0 ? { text: text.home.reports(reports), waiting: true } : null,
  ];
}

export async function home(context: Context): Promise<readonly HomeItem[]> {
  const items = [
    ...(await ofFlash(context)),
    ...(await ofCircles(context)),
    ...(holds(staff, await context.keys()) ? await ofStaff(context) : []),
  ];
  return items.filter((item) => item !== null);
}
