import { API } from '@discordjs/core/http-only';
import { REST } from '@discordjs/rest';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hour, minute, movableClock, second } from '../../src/kernel/time.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import type { Persona } from '../../src/sandbox/persona/persona.ts';
import { defaultWorld } from '../../src/sandbox/population.ts';

type Received = { id: string; token: string; type: number; data: Record<string, unknown> } & Record<string, unknown>;

let sandbox: Sandbox;
let api: API;
let lea: Persona;
let stopListening: () => void;
/** What the bot does with the next interactions. */
let onInteraction: (interaction: Received) => void | Promise<void>;
let failures: unknown[];

beforeEach(async () => {
  const clock = movableClock(new Date('2026-11-02T09:00:00Z'));
  sandbox = await startSandbox({ clock, world: defaultWorld(clock), strict: true, rateLimits: false });
  api = new API(new REST({ api: sandbox.apiUrl, retries: 0 }).setToken(sandbox.botToken));
  lea = sandbox.newPersona({ username: 'lea.martin', globalName: 'Léa Martin' });
  lea.join();
  failures = [];
  onInteraction = () => {};
  // No gateway in these tests: the world says that a session is there, and the bot listens to the world itself.
  sandbox.world.sessions = 1;
  stopListening = sandbox.world.listen(({ event, data }) => {
    if (event !== 'INTERACTION_CREATE') return;
    Promise.resolve(onInteraction(data as Received)).catch((error: unknown) => failures.push(error));
  });
});

afterEach(async () => {
  stopListening();
  await sandbox.stop();
  expect(failures).toEqual([]);
  expect(sandbox.violations).toEqual([]);
});

const general = () => lea.channel('général').id;

const deployPing = () =>
  api.applicationCommands.createGlobalCommand(sandbox.applicationId, {
    name: 'ping',
    description: 'Answers',
    name_localizations: { fr: 'écho' },
    description_localizations: { fr: 'Répond' },
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        description: 'What to say',
        required: true,
        autocomplete: true,
        max_length: 20,
      },
      { type: ApplicationCommandOptionType.User, name: 'who', description: 'To whom' },
      { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'With what' },
    ],
  });

const reply = (interaction: Received, data: object, type = 4) =>
  api.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body: { type, data }, auth: false });

test('a person sees the command in their language, runs it with options and reads an answer that is theirs alone', async () => {
  await deployPing();
  expect(lea.commands().map(({ path, name, description }) => ({ path, name, description }))).toEqual([
    { path: 'ping', name: 'écho', description: 'Répond' },
  ]);
  let received: Received | null = null;
  onInteraction = async (interaction) => {
    received = interaction;
    await reply(interaction, { content: 'bonjour', flags: MessageFlags.Ephemeral });
  };
  const owner = sandbox.persona('claire.moreau');
  const outcome = await lea.run('écho', { text: 'salut', who: owner.user.id, file: { name: 'cv.pdf', content: '%PDF-1.7' } });

  expect(outcome).toMatchObject({ failed: null, deferred: false, message: { content: 'bonjour' } });
  expect(received).toMatchObject({
    type: 2,
    locale: 'fr',
    guild_id: sandbox.guildId,
    data: {
      name: 'ping',
      options: [{ name: 'text', value: 'salut' }, { name: 'who', value: owner.user.id }, { name: 'file' }],
      resolved: { users: { [owner.user.id]: { username: 'claire.moreau' } }, members: { [owner.user.id]: { roles: [] } } },
    },
  });
  const attachments = (received as unknown as { data: { resolved: { attachments: Record<string, { url: string }> } } }).data
    .resolved.attachments;
  const [file] = Object.values(attachments);
  expect(await (await fetch(file?.url ?? '')).text()).toBe('%PDF-1.7');
  expect(lea.messages('général').some(({ content }) => content === 'bonjour')).toBe(true);
  expect(owner.messages('général').some(({ content }) => content === 'bonjour')).toBe(false);
  expect(await api.channels.getMessages(general())).not.toContainEqual(expect.objectContaining({ content: 'bonjour' }));
});

test('autocomplete gives the choices in the language of the person, while the rest is still empty', async () => {
  await deployPing();
  onInteraction = (interaction) =>
    void reply(interaction, { choices: [{ name: 'Monday', name_localizations: { fr: 'Lundi' }, value: 'mon' }] }, 8);
  expect(await lea.autocomplete('ping', { text: 'lu' }, 'text')).toEqual([{ name: 'Lundi', value: 'mon' }]);
});

test("the client refuses what Discord's client refuses, and nothing reaches the bot", async () => {
  await deployPing();
  let reached = 0;
  onInteraction = () => void reached++;
  await expect(lea.run('ping', {})).rejects.toThrow('text is required');
  await expect(lea.run('ping', { text: 'x'.repeat(21) })).rejects.toThrow('at most 20');
  await expect(lea.run('ping', { text: 'x', nobody: 'y' })).rejects.toThrow('no option nobody');
  await expect(lea.run('pong')).rejects.toThrow('sees no command');
  expect(reached).toBe(0);
});

test('a form is opened, refused by the client when a field is missing, and comes back with its values and files', async () => {
  const message = await api.channels.createMessage(general(), {
    content: 'Bienvenue',
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Me présenter', custom_id: 'onboarding:start' },
        ],
      },
    ],
  });
  onInteraction = async (interaction) => {
    if (interaction.type === 5) return void (await reply(interaction, { content: 'reçu', flags: 64 }));
    await reply(
      interaction,
      {
        title: 'Présentation',
        custom_id: 'onboarding:form',
        components: [
          { type: 18, label: 'Prénom', component: { type: 4, custom_id: 'first_name', style: 1, max_length: 10 } },
          {
            type: 18,
            label: 'Qui',
            component: { type: 3, custom_id: 'kind', options: [{ label: 'Apprenant', value: 'learner' }] },
          },
          { type: 18, label: 'CV', component: { type: 19, custom_id: 'cv', required: false } },
          { type: 18, label: 'Accord', component: { type: 23, custom_id: 'agree' } },
          { type: 10, content: 'Merci.' },
        ],
      },
      9,
    );
  };
  const opened = await lea.press(message.id, 'onboarding:start');
  expect(opened.modal).toMatchObject({ title: 'Présentation', custom_id: 'onboarding:form' });
  await expect(lea.submit(opened, { kind: ['learner'] })).rejects.toThrow('first_name: must be filled in');
  await expect(lea.submit(opened, { first_name: 'Léa-Marguerite', kind: ['learner'] })).rejects.toThrow('at most 10');
  await expect(lea.submit(opened, { first_name: 'Léa', kind: ['wizard'] })).rejects.toThrow('cannot be chosen');

  let received: Received | null = null;
  const answer = onInteraction;
  onInteraction = (interaction) => {
    received = interaction;
    return answer(interaction);
  };
  const sent = await lea.submit(opened, {
    first_name: 'Léa',
    kind: ['learner'],
    cv: [{ name: 'cv.pdf', content: 'x' }],
    agree: true,
  });
  expect(sent.message?.content).toBe('reçu');
  expect(received).toMatchObject({
    type: 5,
    message: { id: message.id },
    data: {
      custom_id: 'onboarding:form',
      components: [
        { type: 18, component: { custom_id: 'first_name', value: 'Léa' } },
        { type: 18, component: { custom_id: 'kind', values: ['learner'] } },
        { type: 18, component: { custom_id: 'cv', values: [expect.any(String)] } },
        { type: 18, component: { custom_id: 'agree', value: true } },
        { type: 10 },
      ],
      resolved: { attachments: expect.any(Object) },
    },
  });
});

test('no answer within three seconds of the clock fails, and the late answer is refused with 10062', async () => {
  await deployPing();
  const received = new Promise<Received>((done) => {
    onInteraction = done;
  });
  const running = lea.run('ping', { text: 'a' });
  const interaction = await received;
  sandbox.clock.advance(3 * second);
  expect(await running).toMatchObject({ failed: 'no-answer', message: null });
  await expect(reply(interaction, { content: 'trop tard' })).rejects.toMatchObject({ status: 404, code: 10062 });
});

test('a deferred answer is the first edit; a second answer is 40060; after fifteen minutes the token is dead', async () => {
  await deployPing();
  const received = new Promise<Received>((done) => {
    onInteraction = done;
  });
  const running = lea.run('ping', { text: 'a' });
  const interaction = await received;
  await reply(interaction, { flags: 64 }, 5);
  await expect(reply(interaction, { content: 'encore' })).rejects.toMatchObject({ status: 400, code: 40060 });
  sandbox.clock.advance(minute);
  const edited = await api.interactions.editReply(sandbox.applicationId, interaction.token, { content: 'prêt' });
  const outcome = await running;
  expect(outcome).toMatchObject({ failed: null, deferred: true, message: { id: edited.id, content: 'prêt' } });
  expect((outcome.message?.flags ?? 0) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);

  const followed = await api.interactions.followUp(sandbox.applicationId, interaction.token, { content: 'suite' });
  expect(followed.id).not.toBe(edited.id);
  sandbox.clock.advance(15 * minute);
  await expect(api.interactions.editReply(sandbox.applicationId, interaction.token, { content: 'tard' })).rejects.toMatchObject({
    status: 401,
    code: 50027,
  });
});

test('the first follow-up after a deferral takes its place and keeps it private', async () => {
  await deployPing();
  onInteraction = async (interaction) => {
    await reply(interaction, { flags: 64 }, 5);
    const original = await api.interactions.getOriginalReply(sandbox.applicationId, interaction.token);
    const followed = await api.interactions.followUp(sandbox.applicationId, interaction.token, { content: 'voilà' });
    expect(followed.id).toBe(original.id);
  };
  const outcome = await lea.run('ping', { text: 'a' });
  expect(outcome.message).toMatchObject({ content: 'voilà' });
  expect(
    sandbox
      .persona('claire.moreau')
      .messages('général')
      .some(({ content }) => content === 'voilà'),
  ).toBe(false);
});

test('an update may be deferred too, by a callback that has no data', async () => {
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id: 'a:b' }] }] as const;
  const message = await api.channels.createMessage(general(), { content: 'avant', components: [...components] as never });
  onInteraction = async ({ id, token }) => {
    await api.interactions.deferMessageUpdate(id, token);
    await api.interactions.editReply(sandbox.applicationId, token, { content: 'après' });
  };
  const outcome = await lea.press(message.id, 'a:b');
  expect(outcome).toMatchObject({ failed: null, deferred: true, message: { id: message.id, content: 'après' } });
});

test('nobody waits for a bot that is offline', async () => {
  await deployPing();
  sandbox.world.sessions = 0;
  expect(await lea.run('ping', { text: 'a' })).toMatchObject({ failed: 'no-answer' });
});

test.each([
  { name: 'a form in answer to a form', type: 9, from: 'modal' as const },
  { name: 'choices in answer to a button', type: 8, from: 'button' as const },
  { name: 'an update in answer to a form that no message opened', type: 7, from: 'modal' as const },
])('$name is refused with 50035', async ({ type, from }) => {
  const message = await api.channels.createMessage(general(), {
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id: 'a:b' }] }],
  });
  const refused = new Promise((done) => {
    onInteraction = async (interaction) => {
      done(await reply(interaction, { content: 'x' }, type).catch((error: unknown) => error));
      await reply(interaction, { content: 'fini' });
    };
  });
  const outcome =
    from === 'modal'
      ? lea.forge.modal('x:y', [{ type: 1, id: 1, components: [{ type: 4, id: 2, custom_id: 'f', value: '' }] }])
      : lea.press(message.id, 'a:b');
  expect(await refused).toMatchObject({ status: 400, code: 50035 });
  expect((await outcome).message?.content).toBe('fini');
});

test('user and message commands name their target; selects resolve what they name', async () => {
  await api.applicationCommands.bulkOverwriteGlobalCommands(sandbox.applicationId, [
    { type: ApplicationCommandType.Message, name: 'Report', name_localizations: { fr: 'Signaler' } },
    { type: ApplicationCommandType.User, name: 'Profile' },
  ]);
  expect(lea.menus()).toEqual([
    { name: 'Profile', type: 'user', label: 'Profile' },
    { name: 'Report', type: 'message', label: 'Signaler' },
  ]);
  const seen: Received[] = [];
  onInteraction = async (interaction) => {
    seen.push(interaction);
    await reply(interaction, { content: 'ok' });
  };
  const written = lea.write('général', 'un message');
  await lea.menu('Signaler', { message: written });
  await lea.menu('Profile', { user: lea.user.id });
  const role = await api.guilds.createRole(sandbox.guildId, { name: 'Apprenants' });
  const panel = await api.channels.createMessage(general(), {
    components: [{ type: 1, components: [{ type: ComponentType.RoleSelect, custom_id: 'pick:role', max_values: 2 }] }],
  });
  await lea.select(panel, 'pick', [role.id]);
  expect(seen).toMatchObject([
    { data: { type: 3, target_id: written.id, resolved: { messages: { [written.id]: { content: 'un message' } } } } },
    { data: { type: 2, target_id: lea.user.id, resolved: { users: { [lea.user.id]: {} } } } },
    { type: 3, data: { values: [role.id], resolved: { roles: { [role.id]: { name: 'Apprenants' } } } } },
  ]);
});

test('direct messages: open, closed by the person (50007), without a common server (50278)', async () => {
  const dm = await api.users.createDM(lea.user.id);
  await api.channels.createMessage(dm.id, { content: 'bonjour' });
  expect(lea.messages('dm').map(({ content }) => content)).toEqual(['bonjour']);
  lea.closeDms();
  await expect(api.channels.createMessage(dm.id, { content: 'encore' })).rejects.toMatchObject({ status: 403, code: 50007 });
  lea.openDms();
  lea.leave();
  await expect(api.channels.createMessage(dm.id, { content: 'encore' })).rejects.toMatchObject({ status: 403, code: 50278 });
  await expect(api.users.createDM('100000000000000000')).rejects.toMatchObject({ status: 400, code: 50033 });
});

test('a quiet thread is archived on the clock and wakes up when somebody writes', async () => {
  const thread = await api.channels.createThread(general(), { name: 'Bienvenue', type: 12, auto_archive_duration: 60 });
  await api.threads.addMember(thread.id, lea.user.id);
  expect(lea.channel('Bienvenue').id).toBe(thread.id);
  expect(() => sandbox.persona('claire.moreau').channel('Bienvenue')).not.toThrow();
  const other = sandbox.newPersona({ username: 'other' });
  other.join();
  expect(() => other.channel('Bienvenue')).toThrow('sees no channel');
  sandbox.clock.advance(2 * hour);
  expect(await api.channels.get(thread.id)).toMatchObject({ thread_metadata: { archived: true } });
  lea.write(thread.id, 'me voilà');
  expect(await api.channels.get(thread.id)).toMatchObject({ thread_metadata: { archived: false } });
});
