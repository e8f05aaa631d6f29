import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Logger } from '../../../infra/logger.ts';
import { readSettings } from '../../../infra/settings.ts';
import type { RaidLevel } from '../../../kernel/moderation.ts';
import { second } from '../../../kernel/time.ts';
import { levelOf } from '../../raids/service/raid.ts';
import { compile } from '../rules/engine.ts';
import type { Engine } from '../rules/hit.ts';
import { jobSearchChannels } from '../rules/place.ts';
import type { Rule } from '../rules/rule.ts';
import { openWindows, type Windows } from '../rules/windows.ts';
import { activeRules } from './rule.ts';
import { fillWindows } from './sample.ts';

/** The rules of one server made ready, as they were at `revision`. */
export type Ready = {
  revision: number;
  learnt: number;
  engine: Engine;
  rules: ReadonlyMap<number, Rule>;
  exceptions: ReadonlyMap<number, ReadonlySet<string>>;
  /** Discord roles of staff and moderators. */
  staffRoleIds: ReadonlySet<string>;
  raidLevel: RaidLevel;
};

type Place = {
  ready: Ready | null;
  loading: Promise<Ready> | null /** Grows when what is being read is out of date already. */;
  turn: number;
  windows: Windows | null;
};

export type Memory = {
  /** What is in memory at this moment: the way of almost every message, without a promise. */
  peek(guildId: string): { ready: Ready; windows: Windows } | null;
  load(guildId: string, now: Date): Promise<{ ready: Ready; windows: Windows }>;
  forget(guildId: string): void;
  /** Reads what is learnt and how tense the server is again: the rules stay as they are. */
  refresh(guildId: string): Promise<void>;
  /** Asks the database, at most every two seconds and driven by events, whether another process changed something. */
  look(log: Logger): void;
};

/** How long another process may go on with the rules of before. */
const staleFor = 2 * second;

const memories = new WeakMap<Db, Memory>();

/** Of a process: what it reads of each server that it hears of. */
export function memoryOf(db: Db): Memory {
  const known = memories.get(db);
  if (known) return known;
  const memory = createMemory(db);
  memories.set(db, memory);
  return memory;
}

function createMemory(db: Db): Memory {
  const places = new Map<string, Place>();
  let lookedAt = performance.now();
  let isLooking = false;

  const placeOf = (guildId: string): Place => {
    const place = places.get(guildId) ?? { ready: null, loading: null, turn: 0, windows: null };
    places.set(guildId, place);
    return place;
  };
  const forget = (guildId: string): void => {
    const place = places.get(guildId);
    if (!place) return;
    place.ready = null;
    place.loading = null;
    place.turn++;
  };

  async function read(guildId: string, place: Place, now: Date): Promise<Ready> {
    const { turn } = place;
    const ready = await readReady(db, guildId);
    if (place.windows === null) {
      const windows = openWindows();
      await fillWindows(db, guildId, { engine: ready.engine, windows, now });
      place.windows ??= windows;
    }
    // Changed while it was read: whoever asks next reads again.
    if (place.turn === turn) place.ready = ready;
    return ready;
  }

  async function refresh(guildId: string): Promise<void> {
    const place = places.get(guildId);
    if (!place) return;
    // What is being read may be of before: whoever asks next reads again.
    if (!place.ready) return forget(guildId);
    const { ready, turn } = place;
    const learnt = await readLearnt(db, guildId);
    if (place.turn === turn && place.ready === ready) place.ready = { ...ready, ...learnt };
  }

  async function compare(): Promise<void> {
    const guildIds = [...places.keys()];
    const rows = await db.ruleSetting.findMany({
      where: { guildId: { in: guildIds } },
      select: { guildId: true, revision: true, learnt: true },
    });
    const kept = new Map(rows.map((row) => [row.guildId, row]));
    for (const [guildId, { ready }] of places) {
      const { revision, learnt } = kept.get(guildId) ?? { revision: 0, learnt: 0 };
      if (ready && ready.revision !== revision) forget(guildId);
      else if (ready && ready.learnt !== learnt) await refresh(guildId);
    }
  }

  /** A database that does not answer leaves the rules as they are: they go on without it. */
  async function compareOnce(log: Logger): Promise<void> {
    try {
      await compare();
    } catch (error) {
      log.warn({ err: error }, 'whether rules changed could not be read');
    } finally {
      isLooking = false;
    }
  }

  return {
    peek(guildId) {
      const place = places.get(guildId);
      return place?.ready && place.windows ? { ready: place.ready, windows: place.windows } : null;
    },
    async load(guildId, now) {
      const place = placeOf(guildId);
      const reading = place.ready ? Promise.resolve(place.ready) : (place.loading ?? read(guildId, place, now));
      if (!place.ready) place.loading = reading;
      try {
        const ready = await reading;
        place.windows ??= openWindows();
        return { ready, windows: place.windows };
      } finally {
        if (place.loading === reading) place.loading = null;
      }
    },
    forget,
    refresh,
    look(log) {
      const now = performance.now();
      if (isLooking || now - lookedAt < staleFor) return;
      lookedAt = now;
      isLooking = true;
      void compareOnce(log);
    },
  };
}

const staffKeys = ['admin', 'project_manager', 'campus_manager', 'moderator'] as const;

/** What somebody's click or a raid changes from one moment to the next, in one snapshot. */
const readLearnt = (db: Db, guildId: string): Promise<Pick<Ready, 'learnt' | 'exceptions' | 'raidLevel'>> =>
  db.$transaction((tx) => learntOf(tx, guildId), { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead });

async function learntOf(tx: Tx, guildId: string): Promise<Pick<Ready, 'learnt' | 'exceptions' | 'raidLevel'>> {
  const setting = await tx.ruleSetting.findUnique({ where: { guildId }, select: { learnt: true } });
  const rows = await tx.ruleException.findMany({ where: { rule: { guildId } }, select: { ruleId: true, fingerprint: true } });
  const grouped = Map.groupBy(rows, ({ ruleId }) => ruleId);
  return {
    learnt: setting?.learnt ?? 0,
    exceptions: new Map([...grouped].map(([ruleId, found]) => [ruleId, new Set(found.map(({ fingerprint }) => fingerprint))])),
    raidLevel: await levelOf(tx, guildId),
  };
}

/** One snapshot: a revision of before with rules of after would never be read again. */
async function readReady(db: Db, guildId: string): Promise<Ready> {
  const read = await db.$transaction(
    async (tx) => {
      const setting = await tx.ruleSetting.findUnique({ where: { guildId }, select: { revision: true } });
      const rules = await activeRules(tx, guildId);
      const domains = await tx.ruleList.findMany({ where: { guildId }, select: { kind: true, domain: true } });
      const images = await tx.ruleImage.findMany({ where: { guildId }, select: { hash: true } });
      const settings = await readSettings(tx, guildId);
      const invites = await tx.promoInvite.findMany({ where: { guildId }, select: { code: true } });
      const learnt = await learntOf(tx, guildId);
      return { revision: setting?.revision ?? 0, rules, domains, images, settings, invites, learnt };
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
  const { settings } = read;
  const byKind = Map.groupBy(read.domains, ({ kind }) => kind);
  const domainsOf = (kind: 'blocked' | 'allowed') => (byKind.get(kind) ?? []).map(({ domain }) => domain);
  return {
    revision: read.revision,
    ...read.learnt,
    engine: compile(read.rules, {
      blocked: domainsOf('blocked'),
      allowed: domainsOf('allowed'),
      invites: read.invites.flatMap(({ code }) => code ?? []),
      jobChannelIds: jobSearchChannels.flatMap((key) => settings.channels[key] ?? []),
      zone: settings.timeZone,
      images: read.images.map(({ hash }) => hash),
    }),
    rules: new Map(read.rules.map((rule) => [rule.id, rule])),
    staffRoleIds: new Set(staffKeys.flatMap((key) => settings.roles[key] ?? [])),
  };
}
