import { API } from '@discordjs/core/http-only';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { afterEach, expect, test } from 'vitest';
import { createRest } from '../../src/discord/client.ts';
import { second } from '../../src/kernel/time.ts';
import { startTestApp } from '../support/app.ts';
import { forgetErrors, loggedErrors } from '../support/logger.ts';
import { freePort } from '../support/port.ts';
import { createGate, createProbe } from '../support/probe.ts';

const gate = createGate();
const { sandbox, app, db, clock, database } = await startTestApp({ features: [createProbe(gate)], httpPort: await freePort() });
const lea = sandbox.newPersona({ username: 'lea', locale: 'fr' });
const tom = sandbox.newPersona({ username: 'tom', locale: 'en-US' });
lea.join();
tom.join();
afterEach(() => sandbox.faults.clear());

const until = async (condition: () => boolean | Promise<boolean>) => {
  const deadline = performance.now() + 5_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not happen in time');
    await new Promise((resolve) => void setTimeout(resolve, 2));
  }
};

test('each reads their own language, in one call to Discord and for their eyes only', async () => {
  const french = await lea.run('ping');
  const english = await tom.run('ping');
  expect([french.message?.content, english.message?.content]).toEqual(['Bonjour', 'Hello']);
  expect(french.deferred).toBe(false);
  expect(tom.messages(french.message?.channel_id ?? '').map(({ id }) => id)).not.toContain(french.message?.id);
});

test('a slow handler is deferred after a second and a half, and its answer is not lost', async () => {
  const outcome = lea.run('probe slow');
  await until(() => gate.waiting === 1);
  clock.advance(1.5 * second);
  await until(() => lea.messages('général').some(({ flags = 0 }) => (flags & MessageFlags.Loading) !== 0));
  clock.advance(10 * second);
  gate.open();
  expect(await outcome).toMatchObject({ deferred: true, failed: null, message: { content: 'slow' } });
});

test('a refusal after a deferral still reaches the person', async () => {
  const outcome = tom.run('probe slow', { fail: true });
  await until(() => gate.waiting === 1);
  clock.advance(2 * second);
  gate.open();
  expect((await outcome).message?.content).toBe('No.');
});

test('a bug shows a reference, the log has the same one, and neither tells secrets to the person', async () => {
  const { message } = await lea.run('probe bug');
  const reference = /`([0-9A-F]{8})`/.exec(message?.content ?? '')?.[1] ?? 'none';
  expect(loggedErrors().join()).toContain(reference);
  expect(message?.content).not.toContain('secret');
  forgetErrors();
});

test('options of every kind arrive typed, and autocomplete serves the one that asks', async () => {
  const { message } = await lea.run('probe options', {
    word: 'alpha',
    fruit: 'pear',
    count: 3,
    who: tom.user.id,
    role: sandbox.guildId,
    channel: lea.channel('général').id,
    file: { name: 'cv.txt', content: 'hello' },
  });
  expect(JSON.parse(message?.content ?? '')).toEqual({
    word: 'alpha',
    fruit: 'pear',
    count: 3,
    who: tom.user.id,
    role: sandbox.guildId,
    channel: lea.channel('général').id,
    file: 'cv.txt',
  });
  expect(await lea.autocomplete('probe options', { word: 'al' }, 'word')).toEqual([{ name: 'alpha', value: 'alpha' }]);
});

test('the same command from many clicks at once takes one turn of its cooldown', async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => lea.run('probe rare')));
  const contents = outcomes.map(({ message }) => message?.content ?? '');
  expect(contents.filter((content) => content === 'done')).toHaveLength(1);
  expect(contents.filter((content) => content.includes('30 secondes'))).toHaveLength(9);
  expect((await tom.run('probe rare')).message?.content).toBe('done');
  clock.advance(31 * second);
  expect((await lea.run('probe rare')).message?.content).toBe('done');
});

test('the policy is checked by us, whatever Discord showed', async () => {
  const command = [...sandbox.world.commands.values()].find(({ name }) => name === 'control');
  const forged = await tom.forge.command({ id: command?.id, name: 'control', type: 1, options: [] });
  expect(forged.message?.content).toMatch(/other roles/);
  const owner = sandbox.persona([...sandbox.world.guilds.values()][0]?.owner_id ?? '');
  expect((await owner.run('control')).message?.content).toBe('powerful');
});

test('a button updates its own message; a refusal leaves it as it is', async () => {
  const { message: panel } = await lea.run('probe panel');
  const first = await lea.press(panel ?? '', 'probe:count');
  expect(first.message).toMatchObject({ id: panel?.id, content: '1' });
  const second = await lea.press(panel ?? '', 'probe:count');
  const refused = await lea.press(second.message ?? '', 'probe:count');
  expect(refused.message?.content).toBe('Assez.');
  expect(lea.messages(panel?.channel_id ?? '').find(({ id }) => id === panel?.id)?.content).toBe('2');
});

test('an update that its message cannot become is an answer of its own', async () => {
  const { message: rich } = await lea.run('probe rich');
  const { message } = await lea.press(rich ?? '', 'probe:plain');
  expect(message).toMatchObject({ content: 'plain' });
  expect(message?.id).not.toBe(rich?.id);
});

test('a forged press does not replace what everybody reads', async () => {
  const { message: panel } = await lea.run('probe panel');
  const { message } = await lea.forge.component(panel ?? '', 'probe:plain', ComponentType.Button);
  expect(message?.id).not.toBe(panel?.id);
  expect(lea.messages(panel?.channel_id ?? '').find(({ id }) => id === panel?.id)?.content).toContain('@everyone 0');
});

test('mentions typed in an answer notify nobody', async () => {
  const { message } = await lea.run('probe panel');
  expect(message).toMatchObject({ mention_everyone: false, mentions: [], mention_roles: [] });
});

test('a select, an outdated button, and forged ids', async () => {
  const { message: panel } = await lea.run('probe panel');
  expect((await lea.press(panel ?? '', 'probe:old')).message?.content).toMatch(/n’est plus actif/);
  expect((await lea.forge.component(panel ?? '', 'probe:count:-1', ComponentType.Button)).message?.content).toMatch(
    /n’est plus actif/,
  );
  expect((await lea.forge.component(panel ?? '', 'nothing', ComponentType.Button)).message?.content).toMatch(/n’est plus actif/);
  expect((await lea.forge.component(panel ?? '', 'probe:pick', ComponentType.Button)).message?.content).toMatch(
    /n’est plus actif/,
  );
  expect((await lea.select(panel ?? '', 'probe:pick', ['b'])).message?.content).toBe('picked b');
});

test('a step opens a form, or changes its message to the next question; forged elsewhere it changes nothing', async () => {
  const { message: panel } = await lea.run('probe panel');
  expect((await lea.select(panel ?? '', 'probe:step', ['form'])).modal?.custom_id).toBe('probe:name:step');
  const refused = await lea.forge.component(panel ?? '', 'probe:step', ComponentType.StringSelect, ['other']);
  expect(refused.message).toMatchObject({ content: 'No.' });
  expect(refused.message?.id).not.toBe(panel?.id);
  expect((await lea.select(panel ?? '', 'probe:step', ['next'])).message).toMatchObject({
    id: panel?.id,
    content: 'next question',
  });
  const common = lea.write('général', 'read by all');
  const away = await lea.forge.component(common, 'probe:step', ComponentType.StringSelect, ['next']);
  expect(away.message?.id).not.toBe(common.id);
});

test('a refused form says everything that is wrong, keeps what was typed, and opens again with it', async () => {
  const opened = await lea.run('probe name');
  expect(JSON.stringify(opened.modal)).toContain('"value":"Léa"');
  const refused = await lea.submit(opened, { name: 'Personne', about: 'rien à dire' });
  expect(refused.message?.content).toBe('Ce nom est réservé.');
  expect(await db.formDraft.count()).toBe(1);

  // Refused again, it takes the place of the refusal: they would pile up.
  const twice = await lea.submit(await lea.press(refused.message ?? '', 'form:correct'), {
    name: 'Personne',
    about: 'rien à dire',
  });
  expect(twice.message?.id).toBe(refused.message?.id);
  expect(twice.message?.content).toBe('Ce nom est réservé.');

  const again = await lea.press(twice.message ?? '', 'form:correct');
  expect(JSON.stringify(again.modal)).toContain('rien à dire');
  const accepted = await lea.submit(again, { name: 'Léa', about: 'rien à dire' });
  expect(accepted.message?.content).toBe('x/Léa/rien à dire');
  expect(accepted.message?.components ?? []).toEqual([]);
  expect(await db.formDraft.count()).toBe(0);
});

test('a form refused in a direct message opens again there', async () => {
  const discord = new API(createRest({ token: sandbox.botToken, apiUrl: sandbox.apiUrl }));
  const { id: direct } = await discord.users.createDM(tom.user.id);
  const go = {
    type: ComponentType.Button,
    style: ButtonStyle.Primary,
    label: 'Go',
    custom_id: `probe:direct_form:${sandbox.guildId}`,
  };
  await discord.channels.createMessage(direct, { components: [{ type: ComponentType.ActionRow, components: [go as never] }] });
  const told = tom.messages('dm').at(-1);
  const refused = await tom.submit(await tom.press(told ?? '', 'probe:direct_form'), { name: 'Personne' });
  expect(refused.message?.content).toBe('That name is taken.');
  const again = await tom.press(refused.message ?? '', 'form:correct');
  expect(JSON.stringify(again.modal)).toContain('Personne');
  const accepted = await tom.submit(again, { name: 'Tom' });
  expect(accepted.message?.content).toBe(`${sandbox.guildId}/Tom`);
  expect(await db.formDraft.count({ where: { userId: tom.user.id } })).toBe(0);
});

test('a form that was forged on a public message does not replace what everybody reads', async () => {
  const discord = new API(createRest({ token: sandbox.botToken, apiUrl: sandbox.apiUrl }));
  const { id } = tom.channel('général');
  const posted = await discord.channels.createMessage(id, { content: 'for everybody' });
  const opened = await tom.forge.component(posted, `probe:direct_form:${sandbox.guildId}`, ComponentType.Button);
  const { message } = await tom.submit(opened, { name: 'Tom' });
  expect(message).toMatchObject({ content: `${sandbox.guildId}/Tom`, flags: MessageFlags.Ephemeral });
  expect(message?.id).not.toBe(posted.id);
  expect(lea.messages('général').find((shown) => shown.id === posted.id)?.content).toBe('for everybody');
});

test('a forged address of a draft is no bug', async () => {
  const { message } = await tom.run('probe panel');
  for (const id of ['form:correct:x', 'form:correct:1', `form:correct:${sandbox.guildId}:9999999999999`])
    expect((await tom.forge.component(message ?? '', id, ComponentType.Button)).message?.content).toMatch(/no longer active/);
});

test('what was typed is kept when Discord fails, and of declared fields only', async () => {
  const fields = ['Personne', 'hidden'].map((value, index) => ({
    type: ComponentType.Label,
    id: index * 2 + 1,
    component: { type: ComponentType.TextInput, id: index * 2 + 2, custom_id: index === 0 ? 'name' : 'extra', value },
  }));
  await tom.forge.modal('probe:name:x', fields);
  const [draft] = await db.formDraft.findMany({ where: { userId: tom.user.id } });
  expect(draft?.values).toEqual({ name: 'Personne' });
  await db.formDraft.deleteMany({});
});

test('the draft of another person cannot be opened', async () => {
  const refused = await lea.submit(await lea.run('probe name'), { name: 'Personne' });
  const theirs = /form:correct:\d+:\d+/.exec(JSON.stringify(refused.message?.components))?.[0] ?? '';
  const { message: own } = await tom.run('probe panel');
  const stolen = await tom.forge.component(own ?? '', theirs, ComponentType.Button);
  expect(stolen.modal).toBeNull();
  expect(stolen.message?.content).toMatch(/no longer active/);
});

test('a forged form is checked like a slip of the pen, each field by name', async () => {
  const { message } = await tom.forge.modal('probe:name:x', [
    {
      type: ComponentType.Label,
      id: 1,
      component: { type: ComponentType.TextInput, id: 2, custom_id: 'name', value: 'x'.repeat(500) },
    },
  ]);
  expect(message?.content).toContain('**Name**: at most 40 characters (you typed 500).');
});

test('fields of every kind arrive typed', async () => {
  const all = await lea.submit(await lea.run('probe everything'), {
    fruit: ['apple', 'plum'],
    one: 'pear',
    some: ['plum'],
    agreed: true,
  });
  expect(JSON.parse(all.message?.content ?? '')).toEqual({ fruit: ['apple', 'plum'], one: 'pear', some: ['plum'], agreed: true });
  const ids = { who: [tom.user.id], where: [lea.channel('général').id] };
  const entities = await lea.submit(await lea.run('probe entities'), { ...ids, cv: [{ name: 'cv.pdf', content: 'pdf' }] });
  expect(JSON.parse(entities.message?.content ?? '')).toEqual({ ...ids, what: [], either: [], cv: ['cv.pdf'] });
  const heavy = await lea.submit(await lea.run('probe entities'), {
    ...ids,
    cv: [{ name: 'cv.pdf', content: 'x'.repeat(2_000) }],
  });
  expect(heavy.message?.content).toMatch(/\*\*File\*\*/);
});

test('context menus', async () => {
  const written = tom.write('général', 'Bonjour à toutes et à tous');
  expect((await lea.menu('Quote', { message: written })).message?.content).toBe('“Bonjour à toutes et à tous”');
  expect((await lea.menu('Greet', { user: tom.user.id })).message?.content).toBe(`hello ${tom.user.id}`);
});

test('a callback whose reply was lost is not a failure, and is not given twice', async () => {
  sandbox.faults.next({ method: 'POST', route: /callback/, status: 500, afterEffect: true });
  const { message } = await lea.run('ping');
  expect(message?.content).toBe('Bonjour');
  await until(() => app.busy() === 0);
});

test('while the database is away the person is told to try again, and all recovers by itself', async () => {
  const { message: before } = await tom.run('probe panel');
  await database.away(async () => {
    const outcome = await tom.run('probe rare');
    expect(outcome.message?.content).toMatch(/unavailable for a moment/);
    expect((await tom.press(before ?? '', 'probe:count')).message?.content).toBe('1');
    expect((await fetch(`http://127.0.0.1:${app.healthPort}/readyz`)).status).toBe(503);
    expect((await fetch(`http://127.0.0.1:${app.healthPort}/healthz`)).status).toBe(200);
  });
  clock.advance(60 * second);
  expect((await tom.run('probe rare')).message?.content).toBe('done');
  await until(async () => (await fetch(`http://127.0.0.1:${app.healthPort}/readyz`)).status === 200);
});

test('what happened is measured, by command and outcome', async () => {
  const metrics = await (await fetch(`http://127.0.0.1:${app.healthPort}/metrics`)).text();
  expect(metrics).toMatch(/passerelle_interactions_total\{command="ping",outcome="ok"\} [1-9]/);
  expect(metrics).toMatch(/passerelle_interactions_total\{command="control",outcome="denied"\} 1/);
  expect(metrics).toMatch(/passerelle_interactions_total\{command="probe bug",outcome="error"\} 1/);
  expect(metrics).toMatch(/passerelle_interactions_total\{command="probe rare",outcome="unavailable"\} 1/);
  expect(metrics).toMatch(/passerelle_interaction_duration_seconds_count\{command="ping"\} [1-9]/);
  expect(metrics).toMatch(/passerelle_gateway_ready 1/);
  expect(metrics).toMatch(/passerelle_queue_lag_seconds \d/);
});
