import type { Clock } from '../kernel/time.ts';
import { createWorld, type World, type WorldRecords } from './world.ts';

/** The world as JSON text: maps and file contents are marked, everything else is plain. */
export function saveWorld(world: World): string {
  const { application, users, guilds, channels, messages, commands, interactions, files, invites, voiceStates } = world;
  const { nonces, lastId } = world;
  const records: WorldRecords = {
    application,
    users,
    guilds,
    channels,
    messages,
    commands,
    interactions,
    files,
    invites,
    voiceStates,
    nonces,
    lastId,
  };
  return JSON.stringify(records, (_key, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
    // A Buffer has a toJSON of its own, which runs before this function.
    if (isSavedBuffer(value)) return { $bytes: Buffer.from(value.data).toString('base64') };
    return value;
  });
}

/** The world that `saveWorld` wrote, on another clock. Throws on text that is not one. */
export function loadWorld(json: string, clock: Clock): World {
  const records = JSON.parse(json, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$map' in value) return new Map(value.$map as [string, unknown][]);
    if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
    return value;
  }) as WorldRecords;
  if (!(records.guilds instanceof Map)) throw new Error('not a saved world');
  return createWorld(clock, records);
}

const isSavedBuffer = (value: unknown): value is { data: number[] } =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'Buffer' &&
  'data' in value &&
  Array.isArray(value.data);
