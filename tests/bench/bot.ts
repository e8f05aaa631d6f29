import manifest from '../../package.json' with { type: 'json' };
import type { handlers as bareHandlers } from './bare.ts';
import { type Child, launch } from './child.ts';
import type { handlers as ourHandlers } from './passerelle.ts';
import type { Place, handlers as stageHandlers } from './stage.ts';

export type Stage = Child<typeof stageHandlers>;

/** What all that is measured happens in. */
export type Scene = { stage: Stage; databaseUrl: string };

/** A bot in a process of its own, with a local Discord of its own on the stage. */
export type Bot = {
  place: Place;
  /** Microseconds used so far. */
  cpu(): Promise<number>;
  /** Bytes resident, after a collection. */
  memory(): Promise<number>;
  end(): Promise<void>;
};

/** `messageContent`: with the privileged intent, as whoever reads what people write. */
export type Side = (scene: Scene, wants?: { messageContent: boolean }) => Promise<Bot>;

const bot = (stage: Stage, place: Place, child: Child<typeof bareHandlers> | Child<typeof ourHandlers>): Bot => ({
  place,
  cpu: () => child.cpu(),
  memory: () => child.memory(),
  async end() {
    await child.stop();
    await child.end();
    await stage.close({ id: place.id });
  },
});

/** What `npm start` tells Node. */
const startFlags = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** The whole of Passerelle. */
export const passerelle: Side = async ({ stage, databaseUrl }, { messageContent } = { messageContent: false }) => {
  const place = await stage.open();
  const child = launch<typeof ourHandlers>('passerelle.ts', startFlags);
  await child.start({ place, databaseUrl, messageContent });
  return bot(stage, place, child);
};

/** discord.js as it comes. */
export const bare: Side = async ({ stage }, { messageContent } = { messageContent: false }) => {
  const place = await stage.open();
  const child = launch<typeof bareHandlers>('bare.ts');
  await child.start({ place, messageContent });
  return bot(stage, place, child);
};
