import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { judge, plain } from '../../../src/features/cleaning/rules.ts';
import { confirmCleaning, savePreview } from '../../../src/features/cleaning/service.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { messageOf, type Story, said, startStory } from '../onboarding/story.ts';

/** A moderator cleans a channel: exactly what they were shown, once, whatever happens meanwhile. */

let story: Story;
let mod: Persona;
let lea: Persona;
const open = 'général';

const texts = () => story.boss.messages(open).map(({ content }) => content);
const shown = (message: APIMessage | null) => JSON.stringify(message);
const cards = () => story.boss.messages('moderation').filter((message) => shown(message).includes('moderation:clean:read'));
const clean = async (options: Parameters<Persona['run']>[1], who = mod) => {
  // Nobody cleans twice in the same second.
  story.clock.advance(6_000);
  return who.run('clean', options, { channel: open });
};
const confirm = async (preview: APIMessage | null, who = mod) => {
  const outcome = await who.press(preview ?? messageOf({ message: null } as never), 'moderation:confirm:clean');
  await story.settle();
  return outcome;
};
const write = (...lines: string[]) => lines.map((line) => lea.write(open, line));

beforeAll(async () => {
  story = await startStory({ messageContent: true });
  mod = await story.arrive('max.mod');
  story.boss.guild.members.get(mod.user.id)?.roles.push(story.roleId('Modération'));
  lea = await story.arrive('lea.martin');
});

describe('what a filter means', () => {
  const message = (content: string, more: object = {}) =>
    ({
      id: '1',
      type: 0,
      content,
      author: { id: 'lea' },
      pinned: false,
      timestamp: '2027-01-11T09:00:00Z',
      ...more,
    }) as APIMessage;
  const all = { userId: null, words: '', since: null };

  test.each([
    ['words without accents or case', message('Gagnez un CADEAU  Étoilé'), { ...all, words: 'cadeau etoile' }, 'goes'],
    ['what nobody sees', message('ca\u200bdeau'), { ...all, words: 'cadeau' }, 'goes'],
    ['other words', message('bonjour'), { ...all, words: 'cadeau' }, 'other'],
    ['somebody else', message('cadeau'), { ...all, userId: 'ali' }, 'other'],
    ['what is older', message('cadeau'), { ...all, since: new Date('2027-01-11T09:00:01Z') }, 'other'],
    ['what is pinned', message('cadeau', { pinned: true }), all, 'pinned'],
    ['what is ours', message('cadeau', { author: { id: 'bot' } }), all, 'ours'],
    ['what Discord says of arrivals', message('', { type: 7 }), all, 'other'],
  ])('%s', (_, one, filter, verdict) => expect(judge(one, filter, 'bot')).toBe(verdict));
  test('words that show nothing are none', () => expect(plain(' \u200b ')).toBe(''));
});

describe('a moderator', () => {
  test('sees what would go, and it goes: not what is pinned, not what came since', async () => {
    const [first, , pinned] = write('Promo **crypto** 1', 'Bonjour', 'promo crypto épinglée', 'PROMO   crypto 2');
    const pin = story.sandbox.world.messages.get(story.boss.channel(open).id)?.get(pinned?.id ?? '');
    if (pin) pin.pinned = true;
    const preview = await clean({ words: 'promo crypto' });
    expect(shown(preview.message)).toContain('Retirer 2 messages ?');
    expect(shown(preview.message)).toContain('Promo \\\\*\\\\*crypto\\\\*\\\\* 1');
    expect(shown(preview.message)).toContain('1 message épinglé');
    write('promo crypto 3');
    const begun = await confirm(preview.message);
    expect(shown(begun.message)).toContain('Nettoyage en cours');
    expect(texts()).toEqual(expect.arrayContaining(['Bonjour', 'promo crypto épinglée', 'promo crypto 3']));
    expect(texts()).not.toContain(first?.content);
    expect(texts()).not.toContain('PROMO   crypto 2');
    const after = await mod.press(messageOf(begun), 'moderation:clean:state');
    expect(shown(after.message)).toContain('2 messages retirés.');

    const [card] = cards();
    expect(cards()).toHaveLength(1);
    const file = messageOf(await mod.press(card ?? never(), 'moderation:clean:read')).attachments[0];
    expect(await (await fetch(file?.url ?? '')).text()).toMatch(/lea\.martin \(\d+\).*\n {4}Promo \*\*crypto\*\* 1/);
    const [entry] = await story.db.auditEntry.findMany({ where: { action: 'cleaning.confirm' } });
    expect(JSON.stringify([entry?.before, entry?.after])).not.toMatch(/crypto|lea/);
  });
  const never = (): never => {
    throw new Error('no card');
  };

  test('cleans twice by one click in fifty, in English, and nobody else may confirm', async () => {
    write('un', 'deux', 'trois');
    mod.setLocale('en-US');
    const preview = await clean({ person: lea.user.id, number: 2 });
    mod.setLocale('fr');
    expect(shown(preview.message)).toContain('Remove 2 messages?');
    const { id } = await story.db.cleaning.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const by = (actorId: string) => ({ guildId: story.sandbox.guildId, actorId, now: story.clock.now() });
    await expect(confirmCleaning(story.db, by(story.boss.user.id), { cleaningId: id })).rejects.toMatchObject({
      code: 'cleaning.not_yours',
    });
    const elsewhere = { ...by(mod.user.id), guildId: '900000000000000009' };
    await expect(confirmCleaning(story.db, elsewhere, { cleaningId: id })).rejects.toMatchObject({ code: 'cleaning.unknown' });
    await Promise.all(Array.from({ length: 50 }, () => confirmCleaning(story.db, by(mod.user.id), { cleaningId: id })));
    await story.settle();
    expect(texts()).toContain('un');
    expect(texts()).not.toContain('trois');
    expect(await story.db.auditEntry.count({ where: { action: 'cleaning.confirm', subject: String(id) } })).toBe(1);
    expect(cards()).toHaveLength(2);
  });

  test.each([
    [{}, 'Dites quoi retirer'],
    [{ everywhere: true, number: 5 }, 'choisissez aussi une personne'],
    [{ words: '\u200b\u200b\u200b' }, 'ni lettre ni chiffre'],
    [{ words: 'jamais écrit' }, 'Aucun message à retirer'],
    [{ number: 5, channel: 'demandes' }, 'Vous ne pouvez pas lire'],
  ])('is told why %j cannot be done', async (options, expected) => {
    const { channel } = options as { channel?: string };
    const typed = { ...options, ...(channel && { channel: story.boss.channel(channel).id }) };
    expect(said(await clean(typed))).toContain(expected);
  });

  test('may cancel, and not confirm what they saw long ago', async () => {
    write('reste');
    const cancelled = await clean({ number: 1 });
    await mod.press(messageOf(cancelled), 'moderation:clean:cancel');
    const late = await clean({ number: 1 });
    story.clock.advance(16 * minute);
    expect(said(await confirm(late.message))).toContain('plus de 15 minutes');
    expect(texts()).toContain('reste');
  });

  test('others than moderators do not clean', async () => {
    await expect(lea.run('clean', { number: 1 })).rejects.toThrow();
    const staff = await story.staff('paul.cdp');
    await expect(staff.run('clean', { number: 1 })).rejects.toThrow();
  });
});

describe('whatever happens', () => {
  /** A cleaning of these, begun. */
  async function begin(messages: readonly APIMessage[], sentAt?: Date): Promise<number> {
    const by = { guildId: story.sandbox.guildId, actorId: mod.user.id, now: story.clock.now() };
    const found = messages.map(({ id, channel_id, author, content, timestamp }) => ({
      ...{ messageId: id, channelId: channel_id, userId: author.id, userName: author.username, content, files: [] },
      sentAt: sentAt ?? new Date(timestamp),
    }));
    const filter = { userId: null, words: '', since: null };
    const { id } = await savePreview(story.db, by, { filter, channelId: null, found });
    await confirmCleaning(story.db, by, { cleaningId: id });
    return id;
  }

  test('old ones go one by one, in turns, over failures; a message that is gone is gone', async () => {
    const messages = write(...Array.from({ length: 45 }, (_, index) => `vieux ${index}`));
    lea.remove(messages[0] as APIMessage);
    const route = '/channels/{channel_id}/messages/{message_id}';
    for (const status of [500, 429]) story.sandbox.faults.next({ method: 'DELETE', route, status });
    const id = await begin(messages, new Date(story.clock.now().getTime() - 20 * day));
    await story.settle();
    // One that is gone at a later try may be what a former one removed: its words stay readable.
    const cleaned = await story.db.cleaning.findUniqueOrThrow({ where: { id } });
    expect(cleaned).toMatchObject({ state: 'done', kept: 0 });
    expect(cleaned.removed + cleaned.gone).toBe(45);
    expect(cleaned.removed).toBeGreaterThanOrEqual(44);
    expect(texts().filter((text) => text.startsWith('vieux'))).toEqual([]);
  });

  test('what Discord does not let us remove stays, and the card says so', async () => {
    const messages = write('a', 'b');
    story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages/bulk-delete', status: 403 });
    const id = await begin(messages);
    await story.settle();
    expect(await story.db.cleaning.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'done', removed: 0, kept: 2 });
    expect(shown(cards().at(-1) ?? null)).toContain('2 restent');
  });

  test('texts are kept a week, the rest a year', async () => {
    await story.later(7 * day + hour);
    expect(await story.db.cleaningMessage.count()).toBe(0);
    expect(said(await mod.press(cards()[0] as APIMessage, 'moderation:clean:read'))).toContain('pendant 7 jours');
    expect(await story.db.cleaning.count()).toBeGreaterThan(2);
    await story.later(360 * day);
    expect(await story.db.cleaning.count()).toBe(0);
  });
});
