import { openDatabase } from '../../src/infra/db.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { second, systemClock } from '../../src/kernel/time.ts';
import { passerelle, type Scene } from './bot.ts';
import { type Measure, quantile } from './measure.ts';
import type { Scale } from './scale.ts';

/** Time between two looks at the level, and between two commands, in milliseconds. */
const look = 20;
const pause = 200;

/**
 * Thousands of accounts join within a minute. How long until the server is on its guard, and what a moderator waits for who types a command that asks
 * Discord something, within Discord's 50 requests a second.
 */
export async function measureRaid(scene: Scene, { raid: { accounts, over } }: Scale): Promise<Measure[]> {
  const bot = await passerelle(scene);
  const { id, guildId } = bot.place;
  const { db, close } = openDatabase(scene.databaseUrl, createLogger('warn'));
  // Who arrives is welcomed, as on a server that is set up.
  const { Bienvenue } = await scene.stage.people({ id, counts: { Bienvenue: 0 } });
  if (!Bienvenue) throw new Error('no role');
  await db.guild.upsert({ where: { id: guildId }, update: {}, create: { id: guildId, createdAt: new Date() } });
  await db.roleBinding.create({ data: { guildId, key: 'newcomer', roleId: Bienvenue.roleId } });

  const began = performance.now();
  let raised: number | null = null;
  let isOver = false;
  const watch = (async () => {
    while (raised === null && !isOver) {
      if ((await db.raid.count({ where: { guildId, endedAt: null, level: 'high' } })) > 0) raised = performance.now() - began;
      await new Promise<void>((resolve) => void systemClock.after(look, resolve));
    }
  })();
  const { answers } = await scene.stage.raid({ id, count: accounts, over, typed: { name: 'lockdown' }, every: pause });
  isOver = true;
  await watch;
  await close();
  await bot.end();
  if (raised === null) throw new Error('the raid of the bench raised nothing');
  const many = accounts.toLocaleString('en');
  return [
    {
      what: `a raid of ${many} joins: until the highest level`,
      unit: 's',
      ours: [raised / second],
      counts: 'value',
      target: { most: 5 },
    },
    {
      what: `a raid of ${many} joins: the slowest answer to a moderator`,
      unit: 's',
      ours: [Math.max(...answers) / second],
      counts: 'value',
      target: { most: 2 },
    },
    {
      what: `a raid of ${many} joins: answers to a moderator, median`,
      unit: 'ms',
      ours: [quantile(answers, 0.5)],
      counts: 'value',
    },
  ];
}
