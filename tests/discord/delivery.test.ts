import { API } from '@discordjs/core/http-only';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createRest } from '../../src/discord/client.ts';
import type { Message } from '../../src/discord/command.ts';
import { createDelivery, type Posting, type Telling } from '../../src/discord/delivery.ts';
import { hour, movableClock } from '../../src/kernel/time.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Persona } from '../../src/sandbox/persona/persona.ts';
import { freshDatabase } from '../support/database.ts';
import { monday } from '../support/monday.ts';

const clock = movableClock(monday);
const sandbox = await startSandbox({ clock, strict: true, rateLimits: false });
const database = await freshDatabase();
const { db } = database;
const discord = new API(createRest({ token: sandbox.botToken, apiUrl: sandbox.apiUrl }));
const { guildId, applicationId } = sandbox;
const boss = sandbox.persona('claire.moreau');
const channelId = boss.channel('général').id;
afterAll(async () => {
  await sandbox.stop();
  await database.close();
});
beforeEach(() => {
  sandbox.faults.clear();
  expect(sandbox.violations.splice(0)).toEqual([]);
  // Discord forgets a nonce after some minutes.
  clock.advance(hour);
});

/** What a task has at its `attempt`. */
const at = (attempt: number) => createDelivery({ discord, db, clock, applicationId, attempt });

let count = 0;
const unique = (what: string) => `${what} ${++count}`;
const withButton = (content: string, custom_id: string): Message => ({
  content,
  components: [
    {
      type: ComponentType.ActionRow,
      components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Go', custom_id }],
    },
  ],
});
const shown = (content: string) => boss.messages('général').filter((message) => message.content === content);

describe('post', () => {
  const posting = (more: Partial<Posting> = {}): Posting => {
    const content = unique('posted');
    return { channelId, messageId: null, key: `test.post:${content}`, message: { content }, ...more };
  };
  const contentOf = ({ message }: Posting) => message.content ?? '';
  const idOf = (outcome: Awaited<ReturnType<ReturnType<typeof at>['post']>>) => (outcome.ok ? outcome.value.id : null);

  test('creates, and edits the same message afterwards', async () => {
    const first = posting();
    const messageId = idOf(await at(1).post(first));
    expect(shown(contentOf(first)).map(({ id }) => id)).toEqual([messageId]);
    const edited = unique('edited');
    expect(idOf(await at(1).post({ ...first, messageId, message: { content: edited } }))).toBe(messageId);
    expect(shown(contentOf(first))).toEqual([]);
    expect(shown(edited)).toHaveLength(1);
  });

  test('an edit takes away what the new version no longer has', async () => {
    const content = unique('rich');
    const first = posting({ message: { ...withButton(content, 'test:go:1'), embeds: [{ title: 'Title' }] } });
    const messageId = idOf(await at(1).post(first));
    const bare = unique('bare');
    await at(1).post({ ...first, messageId, message: { content: bare } });
    expect(shown(bare)).toMatchObject([{ embeds: [], components: [] }]);
  });

  test('notifies nobody, whatever was typed', async () => {
    const content = `${unique('loud')} @everyone <@${boss.user.id}>`;
    await at(1).post(posting({ message: { content } }));
    expect(shown(content)).toMatchObject([{ mention_everyone: false, mentions: [] }]);
  });

  test('a message that somebody deleted is posted again', async () => {
    const first = posting();
    const messageId = idOf(await at(1).post(first));
    boss.remove(messageId ?? '');
    clock.advance(hour);
    const again = idOf(await at(1).post({ ...first, messageId }));
    expect(again).not.toBe(messageId);
    expect(shown(contentOf(first)).map(({ id }) => id)).toEqual([again]);
  });

  test.each([
    ['while Discord remembers the name of the message', 0],
    ['when it has forgotten it', hour],
  ])('an answer that was lost makes no second message: %s', async (_, later) => {
    const first = posting();
    sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500, afterEffect: true });
    await expect(at(1).post(first)).rejects.toMatchObject({ status: 500 });
    clock.advance(later);
    const found = idOf(await at(2).post(first));
    expect(shown(contentOf(first)).map(({ id }) => id)).toEqual([found]);
  });

  test('a later try knows its message by its buttons, even after its text was edited, and takes no other for it', async () => {
    const id = `test:go:${++count}`;
    await at(1).post(posting({ message: withButton(unique('another'), `test:go:${++count}`) }));
    const messageId = idOf(await at(1).post(posting({ message: withButton(unique('before'), id) })));
    clock.advance(hour);
    const after = posting({ message: withButton(unique('after'), id) });
    expect(idOf(await at(2).post(after))).toBe(messageId);
    expect(shown(contentOf(after)).map((message) => message.id)).toEqual([messageId]);
    const fresh = posting({ message: withButton(unique('fresh'), `test:go:${++count}`) });
    expect(idOf(await at(2).post(fresh))).not.toBe(messageId);
    expect(shown(contentOf(fresh))).toHaveLength(1);
  });

  test('a message from before the promise is another one, however alike', async () => {
    const first = posting();
    await at(1).post(first);
    clock.advance(hour);
    await at(2).post({ ...first, since: clock.now() });
    expect(shown(contentOf(first))).toHaveLength(2);
  });

  test.each([
    ['no such channel', 404, undefined, { ok: false, why: 'gone', code: 10003 }],
    ['a permission of ours is missing', 403, undefined, { ok: false, why: 'forbidden', code: 50013 }],
    ['we cannot see the channel', 403, 50001, { ok: false, why: 'forbidden', code: 50001 }],
  ] as const)('%s: told, and not tried again', async (_, status, code, outcome) => {
    sandbox.faults.next({ method: 'POST', route: `/channels/{channel_id}/messages`, status, ...(code && { code }) });
    expect(await at(1).post(posting())).toMatchObject(outcome);
  });

  test.each([500, 429, 'closed'] as const)('%s: thrown, for the queue to try again', async (status) => {
    const first = posting();
    // discord.js waits and repeats by itself after a 429: one is enough for it.
    sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status, retryAfter: 0.01 });
    const tried = at(1).post(first);
    if (status === 429) await tried;
    else await expect(tried).rejects.toThrow();
    await at(2).post(first);
    expect(shown(contentOf(first))).toHaveLength(1);
  });
});

describe('tell', () => {
  const someone = (): Persona => {
    const person = sandbox.newPersona({ username: `told.${++count}`, locale: 'fr' });
    person.join();
    return person;
  };
  const telling = (person: Persona, more: Partial<Telling> = {}): Telling => ({
    guildId,
    userId: person.user.id,
    key: `test.told:${++count}`,
    message: { content: unique('told') },
    thread: { channelId, name: unique('fil') },
    ...more,
  });
  const noticeOf = ({ userId, key }: Telling) =>
    db.notice.findUniqueOrThrow({ where: { guildId_userId_key: { guildId, userId, key } } });
  const threadsNamed = (name = '') => [...sandbox.world.channels.values()].filter((channel) => channel.name === name);
  const readIn = (person: Persona, place: string, { message }: Telling) =>
    person.messages(place).filter(({ content }) => content === message.content);

  test('by direct message, once however often it is asked', async () => {
    const person = someone();
    const what = telling(person);
    expect([await at(1).tell(what), await at(1).tell(what), await at(2).tell(what)]).toEqual(['dm', 'dm', 'dm']);
    const [received, ...more] = readIn(person, 'dm', what);
    expect(more).toEqual([]);
    expect(await noticeOf(what)).toMatchObject({ via: 'dm', messageId: received?.id, sentAt: clock.now() });
  });

  test('in a private thread when direct messages are closed, seen by that person and no other', async () => {
    const person = someone();
    const curious = someone();
    person.closeDms();
    const what = telling(person);
    expect([await at(1).tell(what), await at(2).tell(what)]).toEqual(['thread', 'thread']);
    const name = what.thread?.name ?? '';
    expect(threadsNamed(name)).toHaveLength(1);
    const [received, ...more] = readIn(person, name, what);
    expect(more).toEqual([]);
    expect(() => curious.messages(name)).toThrow();
    expect(await noticeOf(what)).toMatchObject({ via: 'thread', messageId: received?.id, channelId: received?.channel_id });
  });

  test('nowhere, and it is said so, when there is no thread either', async () => {
    const person = someone();
    person.closeDms();
    const alone = telling(person, { thread: null });
    expect(await at(1).tell(alone)).toBe('none');
    expect(await noticeOf(alone)).toMatchObject({ via: 'none', messageId: null, sentAt: clock.now() });

    const refused = telling(person);
    sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 403 });
    expect(await at(1).tell(refused)).toBe('none');
    const gone = telling(person, { thread: null });
    sandbox.faults.next({ method: 'POST', route: '/users/@me/channels', status: 404, code: 10013 });
    expect(await at(1).tell(gone)).toBe('none');
  });

  /** A try that ends where the fault strikes, and the next one. */
  async function interrupted(what: Telling, fault: Parameters<typeof sandbox.faults.next>[0]): Promise<'dm' | 'thread' | 'none'> {
    sandbox.faults.next(fault);
    await expect(at(1).tell(what)).rejects.toThrow();
    expect((await noticeOf(what)).sentAt).toBeNull();
    clock.advance(hour);
    return at(2).tell(what);
  }

  test.each([
    ['before the thread is made', 'POST', '/channels/{channel_id}/threads', false],
    ['when the thread is made and nobody was told', 'POST', '/channels/{channel_id}/threads', true],
    ['between the thread and letting the person in', 'PUT', '/channels/{channel_id}/thread-members/{user_id}', false],
    ['when the person is in and nobody was told', 'PUT', '/channels/{channel_id}/thread-members/{user_id}', true],
  ])('a crash %s leaves one thread, with the person and one message in it', async (_, method, route, afterEffect) => {
    const person = someone();
    person.closeDms();
    const what = telling(person);
    expect(await interrupted(what, { method, route, status: 500, afterEffect })).toBe('thread');
    const name = what.thread?.name ?? '';
    expect(threadsNamed(name)).toHaveLength(1);
    expect(readIn(person, name, what)).toHaveLength(1);
  });

  test.each([false, true])('a crash at the message itself tells once (the message was sent: %s)', async (afterEffect) => {
    const person = someone();
    const direct = telling(person);
    const route = '/channels/{channel_id}/messages';
    expect(await interrupted(direct, { method: 'POST', route, status: 500, afterEffect })).toBe('dm');
    expect(readIn(person, 'dm', direct)).toHaveLength(1);
  });
});

test('a reason names what it is for, within Discord’s limit', () => {
  expect(at(1).reason('onboarding.settle:42')).toBe('Passerelle · onboarding.settle:42');
});

describe('an older message that looks the same', () => {
  const person = sandbox.newPersona({ username: 'nora' });
  person.join();

  test('is another one: what is told with the same button but other words is told', async () => {
    const tell = (attempt: number, key: string, content: string) =>
      at(attempt).tell({ guildId, userId: person.user.id, key, message: withButton(content, 'test:answer:1'), thread: null });
    await tell(1, 'test.question:1', 'First question');
    clock.advance(hour);
    sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500 });
    await expect(tell(1, 'test.question:2', 'Second question')).rejects.toThrow();
    expect(await tell(2, 'test.question:2', 'Second question')).toBe('dm');
    expect(person.messages('dm').map(({ content }) => content)).toEqual(['First question', 'Second question']);
  });

  test('is not taken for what was promised after it, and a former try is brought up to date', async () => {
    const post = (attempt: number, key: string, content: string) =>
      at(attempt).post({ channelId, messageId: null, key, message: withButton(content, 'test:alert'), since: clock.now() });
    await post(1, 'test.alert:1', 'old alert');
    clock.advance(hour);
    sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500, afterEffect: true });
    await expect(post(1, 'test.alert:2', 'new alert, 1 fault')).rejects.toThrow();
    await post(2, 'test.alert:2', 'new alert, 2 faults');
    expect(shown('old alert')).toHaveLength(1);
    expect(shown('new alert, 1 fault')).toHaveLength(0);
    expect(shown('new alert, 2 faults')).toHaveLength(1);
  });
});
