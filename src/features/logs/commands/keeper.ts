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

/** One insert in half a second or two hundred messages, whichever is first; while the database is away, so many are kept in memory. */
const limits = { pace: second / 2, most: 200, room: 5_000 } as const;

/** Another process may have switched a log on. */
const believedFor = minute;

const channelsOf = (one: Happening): string[] =>
  'channelId' in one ? [one.channelId, ...('fromChannelId' in one && one.fromChannelId ? [one.fromChannelId] : [])] : [];

function createKeeper(world: World): Keeper {
  const { db, clock } = world;
  const sight: Sight = createSight(world);
  /** Until when nothing is copied there, and nothing logged. */
  const idle = new Map<string, number>();
  const silent = new Map<string, number>();
  const known = new Set<string>();

  async function hand(happenings: readonly Happening[]): Promise<void> {
    const guildIds = [...new Set(happenings.map(({ guildId }) => guildId))];
    const logs = await readLogsOf(db, guildIds);
    const until = clock.now().getTime() + believedFor;
    for (const guildId of guildIds) {
      known.add(guildId);
      const settings = logs.get(guildId) ?? [];
      idle.set(guildId, isCopied(settings) ? 0 : until);
      silent.set(guildId, settings.some(({ channelId }) => channelId !== null) ? 0 : until);
    }
    // A log does not tell of itself.
    const own = new Set([...logs.values()].flat().map(({ channelId }) => channelId));
    const wanted = happenings.filter(
      (one) => logs.get(one.guildId)?.some(({ channelId }) => channelId !== null) && !channelsOf(one).some((id) => own.has(id)),
    );
    const placesOf = new Map<string, (channelId: string) => Place>();
    for (const [guildId, ofGuild] of Map.groupBy(wanted, ({ guildId }) => guildId))
      if (ofGuild.some((one) => 'channelId' in one))
        placesOf.set(guildId, await sight.places(guildId, [...new Set(ofGuild.flatMap(channelsOf))]));
    const hidden: Place = { isPublic: false, parentId: null };
    const shown = wanted.flatMap((one) => shownOf(one, placesOf.get(one.guildId) ?? (() => hidden)) ?? []);
    if (shown.length === 0) return;
    const owner = new Map(shown.flatMap((one) => channelsOf(one).map((id) => [id, one.guildId])));
    const placeOf = (id: string): Place => placesOf.get(owner.get(id) ?? '')?.(id) ?? hidden;
    await recordHappenings(db, { happenings: shown, logs, placeOf });
  }

  const batch = createBatch<Happening>({
    ...limits,
    hand,
    isPassing: (error) => isPassing(error) || failureOf(error) === 'again',
  });
  return {
    wantsCopies: (guildId) => (idle.get(guildId) ?? 0) <= clock.now().getTime(),
    wantsAny: (guildId) => (silent.get(guildId) ?? 0) <= clock.now().getTime(),
    // Of a server that nobody asked about yet, the answer spares the next ones.
    add: (one, how) => batch.add(one, known.has(one.guildId) ? how : { isUrgent: true }),
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
