import type { World } from '../../../discord/context.ts';
import { failureOf } from '../../../discord/failure.ts';
import type { Db } from '../../../infra/db.ts';
import { type Batch, createBatch } from '../../../kernel/batch.ts';
import { minute, second } from '../../../kernel/time.ts';
import { type Happening, isCopied, type Place, shownOf } from '../rules.ts';
import { isPassing, recordHappenings } from '../service/record.ts';
import { readLogsOf } from '../service/setting.ts';
import { createSight, type Sight } from './sight.ts';

export type Keeper = {
  /** False where nobody wants copies of what people write, as far as is known: the question that each message asks. */
  wantsCopies(guildId: string): boolean;
  /** False where no log is on, as far as is known. */
  wantsAny(guildId: string): boolean;
  add: Batch<Happening>['add'];
  /** Who sees what may have changed. */
  forget(guildId: string): void;
  /** What is logged has changed. */
  relearn(guildId: string): void;
};

/** Of each server: one insert in half a second or two hundred messages, whichever is first; while the database is away, so many are kept in memory. */
const limits = { pace: second / 2, most: 200, room: 5_000 } as const;

/** Another process may have switched a log on. */
const believedFor = minute;

const hidden: Place = { isPublic: false, parentId: null };

const channelsOf = (one: Happening): string[] =>
  'channelId' in one ? [one.channelId, ...('fromChannelId' in one && one.fromChannelId ? [one.fromChannelId] : [])] : [];

function createKeeper(world: World): Keeper {
  const { db, clock } = world;
  const sight: Sight = createSight(world);
  /** Until when nothing is copied there, and nothing logged. */
  const idle = new Map<string, number>();
  const silent = new Map<string, number>();
  const known = new Set<string>();

  async function hand(guildId: string, happenings: readonly Happening[]): Promise<void> {
    const logs = await readLogsOf(db, [guildId]);
    const settings = logs.get(guildId) ?? [];
    const isOn = settings.some(({ channelId }) => channelId !== null);
    const until = clock.now().getTime() + believedFor;
    known.add(guildId);
    idle.set(guildId, isCopied(settings) ? 0 : until);
    silent.set(guildId, isOn ? 0 : until);
    // A log does not tell of itself.
    const own = new Set(settings.map(({ channelId }) => channelId));
    const wanted = isOn ? happenings.filter((one) => !channelsOf(one).some((id) => own.has(id))) : [];
    if (wanted.length === 0) return;
    const channelIds = [...new Set(wanted.flatMap(channelsOf))];
    const placeOf = channelIds.length > 0 ? await sight.places(guildId, channelIds) : () => hidden;
    const shown = wanted.flatMap((one) => shownOf(one, placeOf) ?? []);
    if (shown.length > 0) await recordHappenings(db, { happenings: shown, logs, placeOf });
  }

  /** Each server waits for itself alone: one of which Discord says nothing keeps no other waiting. */
  const batches = new Map<string, Batch<Happening>>();
  function batchOf(guildId: string): Batch<Happening> {
    const batch =
      batches.get(guildId) ??
      createBatch<Happening>({
        ...limits,
        hand: (happenings) => hand(guildId, happenings),
        isPassing: (error) => isPassing(error) || failureOf(error) === 'again',
      });
    batches.set(guildId, batch);
    return batch;
  }
  return {
    wantsCopies: (guildId) => (idle.get(guildId) ?? 0) <= clock.now().getTime(),
    wantsAny: (guildId) => (silent.get(guildId) ?? 0) <= clock.now().getTime(),
    // Of a server that nobody asked about yet, the answer spares the next ones.
    add: (one, how) => batchOf(one.guildId).add(one, known.has(one.guildId) ? how : { isUrgent: true }),
    forget: sight.forget,
    relearn(guildId) {
      for (const known of [idle, silent]) known.delete(guildId);
    },
  };
}

const keepers = new WeakMap<Db, Keeper>();

/** One for each running program. */
export function keeperOf(world: World): Keeper {
  const keeper = keepers.get(world.db) ?? createKeeper(world);
  keepers.set(world.db, keeper);
  return keeper;
}
