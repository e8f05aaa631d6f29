import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';

let sandbox: Sandbox;
let port: number;
let owner: string;

beforeAll(async () => {
  sandbox = await startSandbox({ page: true });
  port = Number(new URL(sandbox.url).port);
  owner = sandbox.persona('claire.moreau').user.id;
});

afterAll(() => sandbox.stop());

type Answer = { status: number; headers: Record<string, unknown>; body: string };

const ask = (path: string, headers: Record<string, string>, body?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

const own = () => ({ host: `127.0.0.1:${port}` });
const json = { 'content-type': 'application/json' };

describe('who may ask', () => {
  it.each(['127.0.0.1', 'localhost'])('answers under its own name %s', async (name) => {
    expect((await ask('/', { host: `${name}:${port}` })).status).toBe(200);
    expect((await ask('/people', { host: `${name}:${port}`, origin: `http://${name}:${port}` })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:8080', '127.0.0.1', '127.0.0.1:1'])('refuses the host “%s”', async (host) => {
    expect((await ask('/people', { host })).status).not.toBe(200);
  });

  it.each(['http://evil.example', 'null', 'https://localhost', 'http://localhost:1'])('refuses the origin %s', async (origin) => {
    for (const path of ['/', '/people', `/persona/${owner}`]) expect((await ask(path, { ...own(), origin })).status).toBe(403);
    const written = await ask('/clock', { ...own(), ...json, origin }, '{"hours":1}');
    expect(written.status).toBe(403);
  });

  it('refuses what a form of another site could send without asking', async () => {
    expect((await ask('/clock', { ...own(), 'content-type': 'text/plain' }, '{"hours":1}')).status).toBe(400);
  });

  it.each([undefined, 'http://evil.example'])('opens no live line for the origin %s', async (origin) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/persona/${owner}/live`, origin ? { origin } : {});
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
      socket.on('error', () => {});
    });
    expect(status).toBe(403);
  });
});

it('allows no script but its own, no inline style and no network', async () => {
  const { headers } = await ask('/', own());
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

describe('bad requests', () => {
  it.each([
    ['/persona/1', undefined, 404],
    ['/persona/not-an-id', undefined, 404],
    ['/page/../../package.json', undefined, 404],
    ['/clock', '{"hours":-1}', 400],
    ['/clock', '{', 400],
    ['/people', '{"name":"   ","locale":"fr"}', 400],
  ])('refuses %s %s', async (path, body, status) => {
    expect((await ask(path, { ...own(), ...(body === undefined ? {} : json) }, body)).status).toBe(status);
  });

  it.each([
    ['constructor', '{}', 404],
    ['write', '{"channelId":"1","content":"hello","files":[]}', 400],
    ['write', '{"channelId":1}', 400],
    ['submit', '{"form":"1","values":{}}', 400],
    ['join', '{}', 400],
  ])('refuses the deed %s %s', async (deed, body, status) => {
    expect((await ask(`/persona/${owner}/${deed}`, { ...own(), ...json }, body)).status).toBe(status);
  });

  it('lets nobody be the bot', async () => {
    expect((await ask(`/persona/${sandbox.applicationId}`, own())).status).toBe(404);
  });
});
