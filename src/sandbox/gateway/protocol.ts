import { GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';
import { snowflake } from '../../kernel/wire.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export const CloseCode = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** After these a session is over: whoever comes back identifies anew. Any other end leaves it to be resumed. */
export const endsSession = (code: number): boolean => [1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014].includes(code);

/** The largest payload that a bot may send, in bytes. */
export const payloadLimit = 4096;

export const envelope = z.object({ op: z.int(), d: z.unknown() });

export const identify = z.object({
  token: z.string(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }).partial().loose(),
  compress: z.boolean().optional(),
  large_threshold: z.int().min(50).max(250).default(50),
  shard: z.tuple([z.int(), z.int()]).optional(),
  presence: z.unknown().optional(),
  intents: z.unknown(),
});

export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().min(0) });

export const presence = z.object({
  since: z.int().nullable(),
  activities: z.array(z.object({ name: z.string(), type: z.int() }).loose()),
  status: z.enum(['online', 'dnd', 'idle', 'invisible', 'offline']),
  afk: z.boolean(),
});

export const requestMembers = z
  .object({
    guild_id: snowflake,
    query: z.string().optional(),
    limit: z.int().min(0).optional(),
    presences: z.boolean().optional(),
    user_ids: z.union([snowflake.transform((id) => [id]), z.array(snowflake)]).optional(),
    nonce: z.string().optional(),
  })
  .refine(({ query, user_ids, limit }) => user_ids !== undefined || (query !== undefined && limit !== undefined));

/** What a bot may send beside the above, and that changes nothing here: the state of a voice connection, soundboards. */
export const acceptedOpcodes: readonly number[] = [GatewayOpcodes.VoiceStateUpdate, GatewayOpcodes.RequestSoundboardSounds];
