import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../kernel/time.ts';
import { DiscordError, refuse } from './errors.ts';
import type { Faults } from './faults.ts';
import type { Judge, Violation } from './judge.ts';
import { readBody } from './multipart.ts';
import { isOwn } from './page/guard.ts';
import type { RateLimits } from './ratelimit.ts';
import { type GatewayInformation, type Match, type Reply, router } from './rest/route.ts';
import { routes } from './rest/table.ts';
import type { World } from './world.ts';

/** Serves what is neither API nor file; false when it does not know the path either. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

export type ServerParts = {
  world: World;
  faults: Faults;
  limits: RateLimits;
  /** Delays of faults are real ones: the bot at the other end waits for real. */
  transportClock: Clock;
  judge: Judge | null;
  /** Where the judge writes, and where an error of the sandbox itself ends. */
  violations: Violation[];
  page(): PageHandler | null;
};

/** https://docs.discord.com/developers/reference#uploading-files */
const largestRequest = 25 * 1024 * 1024;

const find = router(routes);

export type RunningServer = {
  server: Server;
  url: string;
  serveGateway(information: GatewayInformation): void;
  stop(): Promise<void>;
};

/** Discord's REST API and its files on 127.0.0.1. */
export async function startServer(parts: ServerParts, port: number): Promise<RunningServer> {
  let gateway: GatewayInformation | null = null;
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    // The page and its API belong to this machine: other sites' requests and names that were made to resolve here are refused.
    if (!isOwn(request))
      send(response, { status: 403, headers: {}, body: { message: 'This server answers 127.0.0.1 only.', code: 0 } });
    else if (path.startsWith('/api/')) void serveApi(parts, gateway, request, response);
    else if (path.startsWith('/cdn/')) serveFile(parts.world, path, response);
    else if (!parts.page()?.(request, response)) write(response, refuse('notFound'));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    server,
    url,
    serveGateway: (information) => {
      gateway = information;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

type Answered = { status: number; headers: Record<string, string>; body: unknown };

async function serveApi(
  parts: ServerParts,
  gateway: GatewayInformation | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, faults, limits } = parts;
  const method = request.method ?? 'GET';
  const [rawPath = '', query = ''] = (request.url ?? '').split('?');
  const path = rawPath.replace(/^\/api(\/v\d+)?/, '');
  let match: Match | null = null;
  let headers: Record<string, string> = {};
  let answered: Answered;
  try {
    const bytes = await collect(request);
    if (!rawPath.startsWith('/api/v10/')) throw refuse('apiVersion');
    if (!request.headers['user-agent']) throw refuse('badUserAgent');
    const found = find(method, path.split('/').map(decoded).join('/'));
    const authorized = request.headers.authorization === `Bot ${world.application.token}`;
    match = found === 'wrongMethod' ? null : found;
    const open = match?.route.open ?? false;
    if (!authorized && !open) throw refuse('unauthorized');
    if (found === 'wrongMethod') throw refuse('methodNotAllowed');
    if (!match || !gateway) throw refuse('notFound');
    const { template } = match.route;

    const verdict = limits.take({ method, template, path, isAuthorized: authorized });
    headers = verdict.headers;
    const strike = verdict.limited ? null : faults.strike(method, template, path);
    if (strike && strike.delay > 0) await wait(parts.transportClock, strike.delay);
    if (strike?.when === 'before') {
      if (!strike.answer) return void request.socket.destroy();
      answered = strike.answer;
    } else if (verdict.limited) {
      answered = verdict.limited;
    } else {
      const { body, files } = await readBody(bytes, request.headers['content-type']);
      const reply = match.route.handle({
        world,
        params: match.params,
        query: new URLSearchParams(query),
        body,
        files,
        actorId: world.application.id,
        reason: reasonOf(request),
        locale: header(request, 'x-discord-locale'),
        gateway,
      });
      answered = { ...reply, headers: {}, body: reply.body };
      parts.violations.push(...judged(parts, method, template, body, files.length > 0, reply));
      if (strike && !strike.answer) return void request.socket.destroy();
      if (strike?.answer) answered = strike.answer;
    }
  } catch (error) {
    answered = failure(parts, `${method} ${match?.route.template ?? path}`, error);
    const { status, body } = answered;
    if (match) parts.violations.push(...(parts.judge?.judgeResponse(method, match.route.template, status, body) ?? []));
  }
  limits.answered(answered.status, answered.headers['x-ratelimit-scope']);
  send(response, { ...answered, headers: { ...headers, ...answered.headers } });
}

/** What the sandbox took, and what it gave. A request that it refused has had its answer: only that answer is judged, elsewhere. */
function judged(
  { judge }: ServerParts,
  method: string,
  template: string,
  body: unknown,
  hasFiles: boolean,
  reply: Reply,
): Violation[] {
  if (!judge) return [];
  const json = hasFiles && body === undefined ? {} : body;
  return [
    ...judge.judgeRequest(method, template, json),
    ...judge.judgeResponse(method, template, reply.status, plain(reply.body)),
  ];
}

/** As it goes over the wire: keys without a value are not there. */
const plain = (body: unknown): unknown => (body === undefined ? undefined : JSON.parse(JSON.stringify(body)));

/** A body that breaks a rule is a mistake of the bot, also when the bot copes with the refusal: the judge holds it against it. */
function failure({ violations, judge }: ServerParts, where: string, error: unknown): Answered {
  if (judge && error instanceof DiscordError && error.malformed) {
    const problems = error.problems.length > 0 ? error.problems : [{ path: [], message: error.message }];
    violations.push(...problems.map(({ path, message }) => ({ where: `${where} takes`, path: path.join('.'), message })));
  }
  if (error instanceof DiscordError) return { status: error.status, headers: {}, body: error.body() };
  violations.push({ where, path: '', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return { status: 500, headers: {}, body: { message: '500: Internal Server Error', code: 0 } };
}

const wait = (clock: Clock, milliseconds: number) => new Promise<void>((done) => void clock.after(milliseconds, done));

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestRequest) throw refuse('requestTooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `%40original` is `@original`; what cannot be decoded stays as it is and finds nothing. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const header = (request: IncomingMessage, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

const reasonOf = (request: IncomingMessage): string | null => {
  const reason = header(request, 'x-audit-log-reason');
  return reason === null ? null : decoded(reason);
};

function send(response: ServerResponse, { status, headers, body }: Answered): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined) return void response.writeHead(status).end();
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const write = (response: ServerResponse, error: DiscordError): void =>
  send(response, { status: error.status, headers: {}, body: error.body() });

/** Whatever a person uploaded is shown by a browser as a file to download, pictures excepted: never as a page of ours. */
function serveFile(world: World, path: string, response: ServerResponse): void {
  const [, , kind, channelId, id] = path.split('/');
  const file = kind === 'attachments' ? world.files.get(id ?? '') : undefined;
  if (!file || file.channel_id !== channelId) {
    write(response, refuse('notFound'));
    return;
  }
  const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.content_type);
  response.writeHead(200, {
    'content-type': picture ? file.content_type : 'application/octet-stream',
    'content-disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
  });
  response.end(file.bytes);
}
