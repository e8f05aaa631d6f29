import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../../src/infra/embedded.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { say, stopOnSignal } from '../../src/infra/process.ts';
import { second } from '../../src/kernel/time.ts';
import type { Scene, Stage } from './bot.ts';
import { measureCampaigns } from './campaigns.ts';
import { endAll, launch } from './child.ts';
import { measureInteractions } from './interaction.ts';
import { measureJobs } from './jobs.ts';
import { measureDeferrals, measureMemory } from './launch.ts';
import type { Fact, Measure } from './measure.ts';
import { measureMentoring } from './mentoring.ts';
import { measureMentors } from './mentors.ts';
import { measurePromos } from './promos.ts';
import { measureRaid } from './raid.ts';
import { tableOf, writeReport } from './report.ts';
import { full, quick } from './scale.ts';
import { measureCommunity } from './search.ts';
import type { handlers } from './stage.ts';
import { measureStart } from './start.ts';

/**
 * Measures Passerelle against a bare discord.js bot, each in a process of its own, in turns, on the same local Discord. A missed
 * target is said, and is no failure: other work on the machine changes numbers, and a build must not depend on them.
 * `--quick`: under a minute, to see that it runs. `--only memory`, repeated: some parts. `node --cpu-prof tests/bench/main.ts` profiles
 * every process.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const scale = values.quick ? quick : full;
const file = join(import.meta.dirname, '../../bench.json');

type Part = (scene: Scene, folder: string) => Promise<Measure[] | { measures: Measure[]; facts: Fact[] }>;

/** What `--only` names. */
const parts: Readonly<Record<string, Part>> = {
  interactions: (scene) => measureInteractions(scene, scale),
  deferrals: (scene) => measureDeferrals(scene, scale),
  memory: (scene) => measureMemory(scene, scale),
  start: (_, folder) => measureStart(join(folder, 'start'), scale),
  community: (scene) => measureCommunity(scene, scale),
  promos: (scene) => measurePromos(scene, scale),
  jobs: (scene) => measureJobs(scene, scale),
  raid: (scene) => measureRaid(scene, scale),
  mentoring: async (scene) => {
    const { measures, facts } = measureMentoring(scale);
    return { measures: [...measures, ...(await measureMentors(scene)), ...(await measureCampaigns(scene, scale))], facts };
  },
};
const chosen = values.only ?? Object.keys(parts);

const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
// The embedded database may have to run as another user, who must get there.
await chmod(folder, 0o755);
const database = await startEmbedded(join(folder, 'bench'));
const stage: Stage = launch<typeof handlers>('stage.ts');
const scene: Scene = { stage, databaseUrl: database.url };
const began = performance.now();

async function close(): Promise<void> {
  endAll();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
const forgetParent = stopOnSignal(createLogger('warn'), { startedByNpm: true }, close);

try {
  const measures: Measure[] = [];
  const facts: Fact[] = [];
  for (const name of chosen) {
    process.stderr.write(`${((performance.now() - began) / second).toFixed(0).padStart(4)} s  ${name}\n`);
    const found = await parts[name]?.(scene, folder);
    if (!found) throw new Error(`nothing is called ${name}: ${Object.keys(parts).join(', ')}`);
    measures.push(...('measures' in found ? found.measures : found));
    if ('facts' in found) facts.push(...found.facts);
  }
  await writeReport(file, values.quick, measures, facts);
  say(tableOf(measures, facts));
  if (values.quick) say('Quick: too short to be believed. Run without --quick.');
} finally {
  await close();
  forgetParent();
}
