import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ZodError, z } from 'zod';
import { hour } from '../../kernel/time.ts';
import { BlockedByAutomod, DiscordError, refusals } from '../errors.ts';
import { userOf } from '../objects.ts';
import { ClientRefusal, type Persona, TimedOut } from '../persona/persona.ts';
import { findAsset } from './assets.ts';
import { auditViews } from './audit.ts';
import { isDeed, type OpenForms, perform, UnknownForm } from './deed.ts';
import { isOwn, secure } from './guard.ts';
import { follow } from './live.ts';
import { type Host, peopleOf, personOf, snapshotOf } from './snapshot.ts';
import type { Refusal } from './wire.ts';

/** The page of the local Discord, beside its REST and gateway on the same server. */
export type Page = {
  /** Whether the request is the page's; it then answers it. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Closes the windows' live lines. */
  stop(): void;
};

/** Twenty-five megabytes of files, as Discord allows, in base64. */
const bodyLimit = 36 * 1024 * 1024;

const newPerson = z.object({ name: z.string().trim().min(1).max(32), locale: z.enum(['fr', 'en-US', 'en-GB']) });
const jump = z.object({
  hours: z
    .number()
    .int()
    .positive()
    .max(24 * 366),
});

class NotFound extends Error {}

export function attachPage(server: Server, host: Host): Page {
  const forms: OpenForms = new Map();
  const lines = new WebSocketServer({ noServer: true, maxPayload: 1024 });

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [, userId] = /^\/persona\/(\d+)\/live$/.exec(pathOf(request)) ?? [];
    if (!userId) return;
    // A browser always names the origin of a socket, and its same-origin rule does not hold for them.
    if (!isOwn(request) || !request.headers.origin) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    if (!host.world.users.has(userId)) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    lines.handleUpgrade(request, socket, head, (line) => {
      const stop = follow(host, host.persona(userId), (live) => line.send(JSON.stringify(live)));
      line.on('close', stop);
      line.on('error', () => line.terminate());
    });
  };
  server.on('upgrade', onUpgrade);

  return {
    handle(request, response) {
      if (!/^\/($|page\/|persona\/|people$|clock$)/.test(pathOf(request))) return false;
      void answer(host, forms, request, response);
      return true;
    },
    stop() {
      server.off('upgrade', onUpgrade);
      for (const line of lines.clients) line.terminate();
      lines.close();
    },
  };
}

const urlOf = (request: IncomingMessage): URL => new URL(request.url ?? '/', 'http://localhost');
const pathOf = (request: IncomingMessage): string => urlOf(request).pathname;

async function answer(host: Host, forms: OpenForms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  secure(response);
  const json = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body ?? null));
  };
  if (!isOwn(request))
    return json(403, { message: 'The page answers only this machine, under its own address.' } satisfies Refusal);
  try {
    if (request.method === 'POST') json(200, await post(host, forms, pathOf(request), await bodyOf(request)));
    else {
      const asset = await findAsset(pathOf(request));
      if (asset) response.writeHead(200, { 'content-type': asset.type }).end(asset.body);
      else json(200, get(host, urlOf(request)));
    }
  } catch (error) {
    json(statusOf(error), refusalOf(error));
  }
}

function refusalOf(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof BlockedByAutomod) return { message, reason: 'automod', explanation: error.explanation };
  if (error instanceof TimedOut) return { message, reason: 'timed-out' };
  const reason = error instanceof DiscordError ? reasons.find(([, refusal]) => isRefusal(error, refusal))?.[0] : undefined;
  return { message, ...(reason ? { reason } : {}) };
}

const reasons: readonly (readonly [NonNullable<Refusal['reason']>, keyof typeof refusals])[] = [
  ['slow-mode', 'slowMode'],
  ['invites-paused', 'invitesPaused'],
  ['direct', 'dmRefused'],
  ['direct', 'noMutualGuild'],
];

const isRefusal = (error: DiscordError, refusal: keyof typeof refusals): boolean => {
  const [status, code, message] = refusals[refusal];
  return error.status === status && error.code === code && error.message === message;
};

function statusOf(error: unknown): number {
  if (error instanceof NotFound) return 404;
  if (error instanceof DiscordError) return error.status;
  return error instanceof ClientRefusal ||
    error instanceof UnknownForm ||
    error instanceof ZodError ||
    error instanceof SyntaxError
    ? 400
    : 500;
}

function firstGuild(host: Host) {
  const [guild] = host.world.guilds.values();
  if (!guild) throw new NotFound('This local Discord has no server.');
  return guild;
}

function personaAt(host: Host, userId: string | undefined): Persona {
  const user = host.world.users.get(userId ?? '');
  if (!user || user.bot) throw new NotFound('Nobody here has this id.');
  return host.persona(user.id);
}

function get(host: Host, { pathname: path, searchParams }: URL): unknown {
  const [, root, userId, what, channelId] = path.split('/');
  if (path === '/people') return peopleOf(host.world, firstGuild(host));
  if (root !== 'persona') throw new NotFound('There is nothing here.');
  const persona = personaAt(host, userId);
  if (what === undefined) return snapshotOf(host, persona, searchParams.get('channel') ?? undefined);
  if (what === 'audit') return auditViews(host.world, persona);
  if (what !== 'channels' || !channelId) throw new NotFound('There is nothing here.');
  return persona.messages(channelId);
}

async function post(host: Host, forms: OpenForms, path: string, body: unknown): Promise<unknown> {
  const [, root, userId, deed] = path.split('/');
  if (path === '/clock') {
    host.clock.advance(jump.parse(body).hours * hour);
    return null;
  }
  if (path === '/people') {
    const { name, locale } = newPerson.parse(body);
    const persona = host.newPersona({ username: freeUsername(host, name), globalName: name, locale });
    const { id: userId } = persona.user;
    // Nobody on Discord hears of a new account, but the other windows' choosers and the saved world do.
    host.world.emit({ event: 'USER_UPDATE', data: userOf(host.world, userId), guildId: null, channelId: null, only: [userId] });
    return personOf(host.world, persona.user, firstGuild(host));
  }
  if (root !== 'persona' || !deed || !isDeed(deed)) throw new NotFound('There is nothing here.');
  return perform(personaAt(host, userId), deed, body, forms);
}

/** `Zoé O'Neil` becomes `zoe.o.neil`, with a number when somebody has it. https://support.discord.com/hc/en-us/articles/12620128861463 */
function freeUsername(host: Host, name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const base =
    plain
      .replace(/[^a-z0-9_]+/g, '.')
      .replace(/^\.+|\.+$/g, '')
      .slice(0, 28) || 'someone';
  const taken = new Set([...host.world.users.values()].map((user) => user.username));
  let candidate = base;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${base}${number}`;
  return candidate;
}

/** JSON only: a form of another site cannot send this type without asking first. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) throw new SyntaxError('JSON is expected.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new SyntaxError('That is too large.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
