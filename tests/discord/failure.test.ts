import { REST } from '@discordjs/rest';
import { Client, Routes } from 'discord.js';
import { afterAll, afterEach, expect, test } from 'vitest';
import { codeOf, failureOf, outcomeOf } from '../../src/discord/failure.ts';
import { startSandbox } from '../../src/sandbox/index.ts';

const sandbox = await startSandbox({ strict: true, rateLimits: false });
// discord.js loads a copy of @discordjs/rest of its own: the errors of both must be understood.
const client = new Client({ intents: [], rest: { api: sandbox.apiUrl, retries: 0 } });
client.rest.setToken(sandbox.botToken);
const rests = {
  'our REST': new REST({ api: sandbox.apiUrl, version: '10', retries: 0 }).setToken(sandbox.botToken),
  'discord.js’s REST': client.rest,
};
afterAll(sandbox.stop);
afterEach(() => sandbox.faults.clear());

const route = Routes.user('@me');

for (const [name, rest] of Object.entries(rests)) {
  test.each([
    [500, undefined, 'again'],
    [502, undefined, 'again'],
    [403, 50013, 'forbidden'],
    [403, 50001, 'forbidden'],
    [403, 50007, 'closed'],
    [403, 50278, 'closed'],
    [404, 10003, 'gone'],
    [404, 10008, 'gone'],
    [400, 50033, 'gone'],
    [400, 50035, 'invalid'],
    ['closed', undefined, 'again'],
  ] as const)(`${name}: %s with code %s means %s`, async (status, code, meaning) => {
    sandbox.faults.next({ route: '/users/@me', status, ...(code && { code }) });
    const error = await rest.get(route).catch((thrown: unknown) => thrown);
    expect(failureOf(error)).toBe(meaning);
    if (code) expect(codeOf(error)).toBe(code);
  });
}

test('an outcome is a value for what must be decided, and a throw for what must be tried again', async () => {
  sandbox.faults.next({ route: '/users/@me', status: 403, code: 50013 });
  expect(await outcomeOf(client.rest.get(route))).toMatchObject({ ok: false, why: 'forbidden', code: 50013 });
  sandbox.faults.next({ route: '/users/@me', status: 500 });
  await expect(outcomeOf(client.rest.get(route))).rejects.toThrow();
  expect(await outcomeOf(client.rest.get(route))).toMatchObject({ ok: true });
});
