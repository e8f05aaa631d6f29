import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MovableClock, movableClock, second, systemClock } from '../kernel/time.ts';
import { startSandbox } from './index.ts';
import { loadWorld, saveWorld } from './save.ts';
import { playSeed, seedWorld } from './seed.ts';
import { createWorld } from './world.ts';

/** The local Discord of `npm start`: it keeps its world in a file, as Discord keeps the real one. */
export type LocalDiscord = {
  url: string;
  apiUrl: string;
  botToken: string;
  clock: MovableClock;
  /** Lets the seeded people introduce themselves to the bot, once it is online; those who already have are left alone. What failed, if anything. */
  populate(): Promise<string | null>;
  save(): Promise<void>;
  stop(): Promise<void>;
};

/** What changes within this time is written down together. */
const calm = second / 5;

type Saved = { aheadBy: number; world: string };

export async function startLocal({
  sandboxPort,
  dataDirectory,
}: {
  sandboxPort: number;
  dataDirectory: string;
}): Promise<LocalDiscord> {
  // Said now, and not by an empty page later: a production install has no bundler.
  import.meta.resolve('esbuild');
  const file = join(dataDirectory, 'discord.json');
  const saved = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Saved) : undefined;
  const clock = movableClock();
  if (saved) clock.advance(saved.aheadBy);
  const world = saved ? loadWorld(saved.world, clock) : createWorld(clock);
  if (!saved) seedWorld(world);
  const sandbox = await startSandbox({ port: sandboxPort, clock, world, page: true, rateLimits: false });

  async function save(): Promise<void> {
    await mkdir(dataDirectory, { recursive: true });
    const aheadBy = clock.now().getTime() - systemClock.now().getTime();
    // Renaming is atomic: a kill leaves the former file or the new one, never half of it.
    await writeFile(`${file}.new`, JSON.stringify({ aheadBy, world: saveWorld(world) } satisfies Saved));
    await rename(`${file}.new`, file);
  }

  let cancel: (() => void) | undefined;
  let saving: Promise<void> = Promise.resolve();
  const stopListening = world.listen(() => {
    cancel ??= systemClock.after(calm, () => {
      cancel = undefined;
      saving = saving.then(save);
    });
  });

  return {
    url: sandbox.url.replace('127.0.0.1', 'localhost'),
    apiUrl: sandbox.apiUrl,
    botToken: sandbox.botToken,
    clock,
    async populate() {
      const { failed, lastFailure } = await playSeed(sandbox);
      return failed > 0 ? `${failed} people could not introduce themselves; the last: ${lastFailure}` : lastFailure;
    },
    async save() {
      await saving;
      await save();
    },
    async stop() {
      stopListening();
      cancel?.();
      await saving;
      await sandbox.stop();
      await save();
    },
  };
}
