import { ChannelType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { erasePerson } from '../../../src/features/privacy/service.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { modifyMember } from '../../../src/sandbox/operations/members.ts';
import { deleteMessages } from '../../../src/sandbox/operations/messages.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { addChannel } from '../../../src/sandbox/population.ts';
import { idsOf, messageOf, type Story, said, startStory, wordsOf } from '../onboarding/story.ts';

/** The life of the logs of a server: set, filled, flooded, refused, purged, forgotten. */

let story: Story;
let lea: Persona;
let guildId: string;
const log = 'demandes';
const open = 'général';

const posted = () => story.boss.messages(log).filter(({ embeds }) => /journal n°/.test(embeds[0]?.title ?? ''));
const told = () => posted().map(wordsOf).join('\n');
const lastTold = () => wordsOf(posted().at(-1) ?? never());
const never = (): never => {
  throw new Error('nothing was told');
};
const fileOf = async (index = -1): Promise<string> => {
  const [file] = posted().at(index)?.attachments ?? [];
  return file ? (await fetch(file.url)).text() : '';
};
const channelId = (name: string) => story.boss.channel(name).id;

beforeAll(async () => {
  story = await startStory({ messageContent: true });
  guildId = story.sandbox.guildId;
  lea = await story.arrive('lea.martin');
});

describe('setting', () => {
  test('a form sets a log, in both languages; wrong days, a public channel and others than admins are refused', async () => {
    const shown = await story.boss.run('setup logs');
    expect(JSON.stringify(shown.message)).toContain('désactivé');
    const form = await story.boss.select(messageOf(shown), 'moderation:logs', ['deletions']);
    const filled = { days: '30', text: '7', channel: [channelId(log)], ignored: [] };
    const refused = await story.boss.submit(form, { ...filled, text: '31' });
    expect(said(refused)).toContain('1 à 30 jours');
    const again = await story.boss.submit(await story.boss.press(messageOf(refused), 'form:correct'), filled);
    expect(JSON.stringify(again.message)).toContain(`Messages supprimés** : <#${channelId(log)}> · 30 jours, texte 7 jours`);
    story.boss.setLocale('en-US');
    const publicly = await story.boss.run('setup logs', { log: 'edits', channel: channelId(open) });
    expect(said(publicly)).toContain('Everybody may read');
    const learners = story.boss.channel('alertes');
    learners.permission_overwrites?.push({ id: story.roleId('En formation'), type: 0, allow: String(1n << 10n), deny: '0' });
    expect(said(await story.boss.run('setup logs', { log: 'edits', channel: learners.id }))).toContain('People with the role');
    learners.permission_overwrites?.pop();
    expect(said(await story.boss.run('setup logs', { days: 3 }))).toContain('Say which log');
    expect(said(await story.boss.run('setup logs', { log: 'voice', days: 3 }))).toContain('no channel yet');
    for (const kind of ['edits', 'members', 'roles', 'voice'])
      await story.boss.run('setup logs', { log: kind, channel: channelId(log) });
    expect(JSON.stringify((await story.boss.run('setup logs')).message)).not.toContain(': off');
    story.boss.setLocale('fr');
    const entries = await story.db.auditEntry.count({ where: { action: 'logs.set' } });
    expect(entries).toBe(5);
    await expect(lea.run('setup logs')).rejects.toThrow();
  });
});

describe('what is told', () => {
  test('an edit and a deletion with what was said and by whom, escaped; nothing of a private place', async () => {
    const first = lea.write(open, 'Bonjour **tout** <@1> https://exemple.fr');
    const second = lea.write(open, 'À effacer');
    story.boss.write(log, 'entre nous');
    await story.settle();
    lea.edit(first, 'Bonsoir');
    lea.remove(second);
    story.boss.remove(first);
    const hushed = story.boss.write('alertes', 'secret');
    await story.settle();
    story.boss.remove(hushed);
    await story.settle();
    expect(told()).toContain('Avant : Bonjour \\*\\*tout\\*\\* \\<\\@1\\>');
    expect(told()).toContain('Après : Bonsoir');
    expect(told()).toContain(`<@${lea.user.id}> (lea.martin) supprimé dans <#${channelId(open)}>\n> À effacer`);
    expect(told()).toContain(`supprimé dans <#${channelId(open)}> par <@${story.boss.user.id}>\n> Bonsoir`);
    expect(told()).not.toMatch(/secret|entre nous/);
    expect(await story.db.messageCopy.count()).toBe(0);
  });

  test('who came, left, got a role, a name, and moved in voice', async () => {
    const voice = addChannel(story.sandbox.world, story.boss.guild, { name: 'Salle', type: ChannelType.GuildVoice });
    const zoe = await story.arrive('zoe.petit');
    const by = { actorId: story.boss.user.id, reason: null };
    modifyMember(story.sandbox.world, by, story.boss.guild, zoe.user.id, { nick: 'Zoé *P*' });
    modifyMember(story.sandbox.world, by, story.boss.guild, zoe.user.id, { roles: [story.roleId('Mentorat')] });
    zoe.joinVoice(voice.id);
    await story.settle();
    zoe.leaveVoice();
    zoe.leave();
    await story.settle();
    const all = told();
    expect(all).toContain(`Arrivée de <@${zoe.user.id}> (zoe.petit) · compte créé`);
    expect(all).toContain(`Nom de <@${zoe.user.id}> sur le serveur par <@${story.boss.user.id}> : aucun → Zoé \\*P\\*`);
    expect(all).toContain('ajouté Mentorat');
    expect(all).toContain(`<@${zoe.user.id}> entre dans <#${voice.id}>`);
    expect(all).toContain(`<@${zoe.user.id}> quitte <#${voice.id}>`);
    expect(all).toContain(`Départ de <@${zoe.user.id}> (zoe.petit)`);
  });

  test('two hundred deletions in one go are one message with a file, in order, while Discord fails now and then', async () => {
    const messages = Array.from({ length: 200 }, (_, index) => lea.write(open, `numéro ${index} ${'x'.repeat(300)}`));
    await story.settle();
    expect(await story.db.messageCopy.count()).toBe(200);
    const before = posted().length;
    const channel = story.boss.channel(open);
    story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500 });
    for (const { id } of messages.slice(0, 100)) lea.remove({ channelId: channel.id, id } as never);
    deleteMessages(
      story.sandbox.world,
      { actorId: story.boss.user.id, reason: null },
      channel,
      messages.slice(100).map(({ id }) => id),
    );
    await story.settle();
    expect(posted().length - before).toBeLessThanOrEqual(3);
    const counted = posted()
      .slice(before)
      .reduce((sum, { embeds }) => sum + Number.parseInt(embeds[0]?.title ?? '0', 10), 0);
    expect(counted).toBe(200);
    expect(lastTold()).toMatch(/Le détail est dans le fichier joint/);
    const text = (
      await Promise.all(
        posted()
          .slice(before)
          .map((_, index) => fileOf(before + index)),
      )
    ).join('\n');
    const order = [...text.matchAll(/numéro (\d+) /g)].map(([, index]) => Number(index));
    expect(order).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(text).toContain(`par Claire`);
    expect(await story.db.messageCopy.count()).toBe(0);
  });
});

describe('what is no longer kept', () => {
  test('the text goes after a week from the database and from Discord, the rest after thirty days', async () => {
    const message = lea.write(open, 'Cornichon');
    await story.settle();
    lea.remove(message);
    await story.settle();
    expect(lastTold()).toContain('Cornichon');
    const flooded = posted().findIndex(({ embeds }) => embeds[0]?.description?.includes('fichier joint'));
    await story.later(7 * day + 2 * hour);
    expect(told()).not.toContain('Cornichon');
    expect(told()).toContain('texte non conservé');
    expect(await fileOf(flooded)).toBe('');
    expect(await story.db.logEntry.count({ where: { before: { not: '' }, kind: 'deletions' } })).toBe(0);
    await story.later(23 * day);
    expect(posted()).toEqual([]);
    expect(await story.db.logPost.count()).toBe(0);
    expect(await story.db.logEntry.count()).toBe(0);
  });

  test('who is forgotten is taken out of what was posted', async () => {
    const message = lea.write(open, 'Oubliez-moi');
    const other = story.boss.write(open, 'Moi pas');
    await story.settle();
    lea.remove(message);
    story.boss.remove(other);
    await story.settle();
    expect(told()).toContain('Oubliez\\-moi');
    expect(told()).not.toContain(' par <@');
    await erasePerson(story.db, features, { guildId, userId: lea.user.id, now: story.clock.now() });
    await story.settle();
    expect(told()).not.toContain('Oubliez\\-moi');
    expect(told()).not.toContain(lea.user.id);
    expect(told()).toContain('Moi pas');
  });

  test('a channel that is deleted stops its logs, and staff are told', async () => {
    const own = await story.boss.run('setup logs', { log: 'members', channel: channelId('alertes') });
    expect(own.failed).toBeNull();
    await story.db.channelBinding.updateMany({ where: { key: 'alerts' }, data: { channelId: channelId(log) } });
    story.sandbox.world.channels.delete(channelId('alertes'));
    await story.arrive('ali.benamar');
    await story.later(2 * 60_000);
    expect(await story.db.logChannel.findFirstOrThrow({ where: { kind: 'members' } })).toMatchObject({ channelId: null });
    expect(await story.db.fault.findFirstOrThrow({ where: { key: 'logs.channel:members' } })).toMatchObject({ code: 10_003 });
    const alert = story.boss.messages(log).at(-1);
    expect(alert && idsOf(alert)).toContain('settings:diagnose');
  });
});
