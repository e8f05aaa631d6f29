import { config as readDotenv } from 'dotenv';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const blankIsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema);

const environment = z.object({
  DISCORD_TOKEN: setting(z.string().optional()),
  DISCORD_API_URL: setting(z.url({ protocol: /^https?$/ }).default('https://discord.com/api')),
  DISCORD_GUILD_ID: setting(
    z
      .string()
      .regex(/^\d{17,20}$/, 'must be a Discord id: 17 to 20 digits')
      .optional(),
  ),
  DATABASE_URL: setting(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  DATA_DIR: setting(z.string().default('./data')),
  HTTP_PORT: setting(port.default(9090)),
  SANDBOX_PORT: setting(port.default(8080)),
  LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')),
  MESSAGE_CONTENT: setting(z.enum(['on', 'off']).optional()),
});

export type Config = {
  /** Absent: the local Discord is started and the bot serves that. */
  discordToken: string | undefined;
  discordApiUrl: string;
  discordGuildId: string | undefined;
  /** Absent: the embedded database is started. */
  databaseUrl: string | undefined;
  dataDirectory: string;
  /** 0: no health server. */
  httpPort: number;
  sandboxPort: number;
  logLevel: string;
  /** The text of messages is received: in the local Discord unless it is switched off, on the real one only when it is switched on. */
  messageContent: boolean;
  /** A shell of npm stands between the person's terminal and this process. */
  startedByNpm: boolean;
};

/** Every problem of the configuration, a line each. */
export class ConfigError extends Error {}

/** Reads the environment, over what `.env` holds. Throws a `ConfigError` that names all problems at once, and never a value: it may be a secret. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = dotenv()): Config {
  const result = environment.safeParse(env);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(
      `The configuration has ${lines.length === 1 ? 'a problem' : `${lines.length} problems`} (see .env.example):\n${lines.join('\n')}`,
    );
  }
  const { data } = result;
  return {
    discordToken: data.DISCORD_TOKEN,
    discordApiUrl: data.DISCORD_API_URL,
    discordGuildId: data.DISCORD_GUILD_ID,
    databaseUrl: data.DATABASE_URL,
    dataDirectory: data.DATA_DIR,
    httpPort: data.HTTP_PORT,
    sandboxPort: data.SANDBOX_PORT,
    logLevel: data.LOG_LEVEL,
    messageContent: data.MESSAGE_CONTENT ? data.MESSAGE_CONTENT === 'on' : data.DISCORD_TOKEN === undefined,
    startedByNpm: env.npm_lifecycle_event !== undefined,
  };
}

function dotenv(): NodeJS.ProcessEnv {
  readDotenv({ quiet: true });
  return process.env;
}
