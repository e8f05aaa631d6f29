import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MovableClock, movableClock, systemClock } from '../kernel/time.ts';
import { startSandbox } from './index.ts';
import { loadWorld, saveWorld } from './save.ts';
import { laterAfter, playLater } from './seed/mentoring.ts';
import { playSeed, seedWorld } from './seed.ts';
import { createWorld } from './world.ts';

/** The local Discord of `npm start`: it keeps its world in a file, as Discord keeps the real one. */
export type LocalDiscord = {
  url: string;
  apiUrl: string;
  botToken: string;
  clock: MovableClock;
  /** More than Discord's: who tries it should not wait. */
  requestsPerSecond: number;
  /** Lets the seeded people introduce themselves to the bot, once it is online; those who already have are left alone. What failed, if anything. */
  populate(): Promise<string | null>;
  save(): Promise<void>;
  stop(): Promise<void>;
};

/** What changes within this time, in milliseconds, is written down together: a kill loses no more. */
const calm = 50;

/** `acts`: what the seeded people have played, see `playSeed`; missing in files of earlier versions. */
type Saved = { aheadBy: number; acts?: string[]; world: string };

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

  const acts = new Set(saved?.acts);
  const written = (): string => {
    const aheadBy = clock.now().getTime() - systemClock.now().getTime();
    return JSON.stringify({ aheadBy, acts: [...acts], world: saveWorld(world) } satisfies Saved);
  };

  let unsaved = false;
  let cancel: (() => void) | undefined;
  let cancelLater: (() => void) | undefined;
  let saving: Promise<void> = Promise.resolve();

  function save(): Promise<void> {
    saving = saving.then(async () => {
      unsaved = false;
      await mkdir(dataDirectory, { recursive: true });
      // Renaming is atomic: a kill leaves the former file or the new one, never half of it.
      await writeFile(`${file}.new`, written());
      await rename(`${file}.new`, file);
    });
    return saving;
  }

  const saveSoon = (): void => {
    unsaved = true;
    cancel ??= systemClock.after(calm, () => {
      // Cleared once it is written: changes that come meanwhile make one more save, not a queue of them.
      void save().finally(() => {
        cancel = undefined;
        if (unsaved) saveSoon();
      });
    });
  };

  /** The last chance of a process that ends without `stop`: nothing asynchronous runs any more. */
  const saveAtExit = (): void => {
    if (!unsaved) return;
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(`${file}.last`, written());
    renameSync(`${file}.last`, file);
  };

  saveSoon();
  const stopListening = world.listen(saveSoon);
  const stopFollowingClock = clock.onMove(saveSoon);
  process.once('exit', saveAtExit);

  return {
    url: sandbox.url.replace('127.0.0.1', 'localhost'),
    apiUrl: sandbox.apiUrl,
    botToken: sandbox.botToken,
    clock,
    requestsPerSecond: 1_000,
    async populate() {
      const { failed, lastFailure } = await playSeed(sandbox, acts);
      // What the calendar owes to what was just made, such as the notice of a promo's last week, comes now and not at its next hour.
      clock.advance(0);
      saveSoon();
      cancelLater = clock.after(laterAfter, () => {
        // Whoever at the page cancelled it meanwhile, or the bot that is away: it stays as it is.
        void playLater(sandbox, acts).then(saveSoon, () => {});
      });
      return failed > 0 ? `${failed} people could not introduce themselves; the last: ${lastFailure}` : lastFailure;
    },
    save,
    async stop() {
      stopListening();
      stopFollowingClock();
      cancel?.();
      cancelLater?.();
      await sandbox.stop();
      await save();
      process.off('exit', saveAtExit);
    },
  };
}
