import { type Bot, bare, passerelle, type Scene, type Side } from './bot.ts';
import type { Measure } from './measure.ts';
import type { Scale } from './scale.ts';

/** Each side in turn in a fresh process, `launches` times. */
async function inTurns<T>(scene: Scene, launches: number, act: (bot: Bot) => Promise<T>): Promise<{ ours: T[]; against: T[] }> {
  const once = async (side: Side) => {
    const bot = await side(scene);
    const result = await act(bot);
    await bot.end();
    return result;
  };
  const ours: T[] = [];
  const against: T[] = [];
  for (let turn = 0; turn < launches; turn++) {
    ours.push(await once(passerelle));
    against.push(await once(bare));
  }
  return { ours, against };
}

/** Commands that take longer than Discord waits: how many a second get their deferred reply. */
export async function measureDeferrals(scene: Scene, { launches, crowd }: Scale): Promise<Measure[]> {
  const { ours, against } = await inTurns(scene, launches, async ({ place }) => {
    const { perSecond, lost } = await scene.stage.crowd({ id: place.id, typed: { name: 'slow' }, ...crowd });
    // A lost one would make room for another, and the number look better than it is.
    if (lost > 0) process.stderr.write(`${lost} deferred replies were lost\n`);
    return perSecond;
  });
  return [{ what: 'deferred replies completed', unit: '/s', ours, against, counts: 'value', target: { least: 1_000 } }];
}

const megabyte = 1_000_000;

/** Resident memory of the process, before and after it was sent a guild's member list. */
export async function measureMemory(scene: Scene, { launches, members }: Scale): Promise<Measure[]> {
  const { ours, against } = await inTurns(scene, launches, async (bot) => {
    const empty = await bot.memory();
    await scene.stage.crowdIn({ id: bot.place.id, count: members, after: { name: 'ping' } });
    return { empty: empty / megabyte, crowded: (await bot.memory()) / megabyte };
  });
  const of = (all: typeof ours, key: 'empty' | 'crowded') => all.map((one) => one[key]);
  return [
    { what: 'memory when ready', unit: 'MB', ours: of(ours, 'empty'), against: of(against, 'empty'), counts: 'ratio' },
    {
      what: `memory with ${members.toLocaleString('en')} members`,
      unit: 'MB',
      ours: of(ours, 'crowded'),
      against: of(against, 'crowded'),
      counts: 'ratio',
      target: { most: 0.75 },
    },
  ];
}
