import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readOverview, restoreRule, turn } from '../../../src/features/automod/service/choice.ts';
import { promiseSync } from '../../../src/features/automod/service/sync.ts';
import { enqueue } from '../../../src/infra/db.ts';
import { rulesChanged } from '../../../src/kernel/moderation.ts';
import { hour, minute } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { addRole } from '../../../src/sandbox/population.ts';
import { idsOf, messageOf, type Story, startStory, wordsOf } from '../onboarding/story.ts';

let story: Story;
let guildId: string;
let boss: Persona;
let admin: Persona;
let mod: Persona;
let member: Persona;

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  return person;
}
beforeAll(async () => {
  story = await startStory();
  boss = story.boss;
  guildId = boss.guild.id;
  admin = await withRole('nadia.admin', 'Administration', 'en-US');
  mod = await withRole('sophie.modere', 'Modération');
  member = await withRole('paul.apprend', 'En formation');
});
beforeEach(() => story.sandbox.faults.clear());

const route = '/guilds/{guild_id}/auto-moderation/rules';
const shown = ({ message, modal }: Outcome): string => JSON.stringify(message ?? modal ?? '');
const botId = () => story.app.applicationId;
const ours = () => boss.automod.list().filter(({ creator_id }) => creator_id === botId());
const theirs = () => boss.automod.list().filter(({ creator_id }) => creator_id !== botId());
const only = () => {
  const [rule, ...others] = ours();
  if (!rule || others.length > 0) throw new Error(`${ours().length} rules of ours`);
  return rule;
};
const cards = () => mod.messages('moderation').filter(({ embeds }) => embeds[0]?.title?.includes('confiée à Discord'));
const openCards = () => cards().filter((message) => idsOf(message).length > 0);
const openCard = () => {
  const [card, ...others] = openCards();
  if (!card || others.length > 0) throw new Error(`${openCards().length} cards`);
  return card;
};
const keywords = (rule: { trigger_metadata: { keyword_filter?: string[] } }) => rule.trigger_metadata.keyword_filter;

/** As the feature of the rules writes it, with its promise. */
async function addRule(name: string, words: string[], more: object = {}): Promise<number> {
  const body = {
    on: ['message'],
    triggers: [{ kind: 'words', words, match: 'word' }],
    conditions: [],
    exemptions: { staff: true, roleIds: [], channelIds: [], userIds: [] },
    actions: [{ kind: 'delete' }, { kind: 'keep' }],
    cooldownSeconds: 0,
    ...more,
  };
  const now = story.clock.now();
  const { id } = await story.db.rule.create({ data: { guildId, name, body, mode: 'on', createdAt: now, updatedAt: now } });
  await tell();
  return id;
}
async function tell(): Promise<void> {
  await enqueue(story.db, rulesChanged, { guildId }, { key: guildId });
  await story.settle();
}

describe('what is given to Discord', () => {
  test('an administrator reads what would change, and nothing happens before they choose', async () => {
    // The rules that a server begins with only watch; turned on, Discord can run some of them.
    const place = async () => {
      const { lines } = await readOverview(story.db, guildId);
      return lines.filter(({ place }) => place !== 'bot').map(({ name }) => name);
    };
    expect(await place()).toEqual([]);
    await story.db.rule.updateMany({ where: { guildId }, data: { mode: 'on', shadowUntil: null } });
    expect(await place()).toEqual(['Trop de mentions']);
    expect((await readOverview(story.db, guildId)).lines).toHaveLength(await story.db.rule.count({ where: { guildId } }));
    await story.db.rule.deleteMany({ where: { guildId } });
    expect(shown(await boss.run('setup automod'))).toContain('Aucune règle n’est active');
    await addRule('Arnaques', ['gratuit', 'crypto']);
    await addRule('Majuscules', ['x'], { triggers: [{ kind: 'capitals', share: 80, letters: 25 }] });
    const screen = await boss.run('setup automod');
    expect(shown(screen)).toMatch(/Arnaques\*\* · Discord d’abord/);
    expect(shown(screen)).toMatch(/Majuscules\*\* · Le bot seul.{0,4}Discord ne connaît pas un de ses déclencheurs/);
    expect(shown(await admin.run('setup automod'))).toMatch(/Majuscules\*\* · The bot alone/);
    expect(ours()).toEqual([]);
    await boss.press(messageOf(screen), 'moderation:automod:turn:on');
    await story.settle();
    expect(only()).toMatchObject({
      name: 'Passerelle · Arnaques',
      enabled: true,
      exempt_roles: expect.arrayContaining([story.roleId('Modération')]),
    });
    expect(keywords(only())).toEqual(['crypto', 'gratuit']);
  });

  test('Discord holds the message back, its author reads why, the moderators see it; who is spared writes', async () => {
    expect(() => member.write('général', 'du crypto pour tous')).toThrow(
      expect.objectContaining({ code: 200000, explanation: expect.stringMatching(/règle automatique/) }),
    );
    expect(member.messages('général').some(({ content }) => content.includes('crypto'))).toBe(false);
    expect(mod.messages('moderation').some(({ type }) => type === 24)).toBe(true);
    mod.write('général', 'le mot crypto est retenu');
    await story.settle();
  });

  test('it follows the rules, the roles and the language, as the same rule', async () => {
    const { id } = only();
    const rule = await story.db.rule.findFirstOrThrow({ where: { guildId, name: 'Arnaques' } });
    const body = { ...(rule.body as object), triggers: [{ kind: 'words', words: ['bénéfice'], match: 'start' }] };
    await story.db.rule.update({ where: { id: rule.id }, data: { body } });
    await tell();
    const helpers = addRole(story.sandbox.world, boss.guild, { name: 'Entraide', position: 1 }).id;
    story.clock.advance(minute);
    expect((await boss.run('setup role', { key: 'moderator', role: helpers })).failed).not.toBe(true);
    await boss.run('setup language', { language: 'en' });
    await story.settle();
    expect(only().exempt_roles).toContain(helpers);
    expect(only().actions[0]?.metadata?.custom_message).toMatch(/^An automatic rule/);
    await boss.run('setup language', { language: 'fr' });
    await story.settle();
    expect(only()).toMatchObject({ id });
    expect(keywords(only())).toEqual(['benefice*', 'bénéfice*']);
    // An invite to the server that is new or dead since is heeded within a minute.
    await story.db.automodSetting.update({ where: { guildId }, data: { invites: ['morte'] } });
    await story.later(minute);
    expect((await story.db.automodSetting.findUniqueOrThrow({ where: { guildId } })).invites).toEqual([]);
    await story.db.rule.update({ where: { id: rule.id }, data: { body: rule.body as object } });
    await tell();
  });

  test('rules of others keep their places and are never touched', async () => {
    const foreign = Array.from({ length: 5 }, (_, index) =>
      boss.automod.create({
        name: `À nous ${index}`,
        event_type: 1,
        trigger_type: 1,
        trigger_metadata: { keyword_filter: [`z${index}`] },
        actions: [{ type: 1 }],
        enabled: true,
      }),
    );
    await addRule('Sans équipe', ['casino'], { exemptions: { staff: false } });
    expect(ours()).toHaveLength(1);
    expect(theirs()).toEqual(foreign);
    const screen = shown(await boss.run('setup automod'));
    expect(screen).toMatch(/Sans équipe\*\* · Le bot seul.{0,4}plus de place dans AutoMod pour 1 mot/);
    expect(screen).toContain('5 autres règles occupent');
    for (const { id } of foreign) boss.automod.remove(id);
    await story.settle();
    expect(ours().map(({ name }) => name)).toEqual(['Passerelle · Arnaques', 'Passerelle · Sans équipe']);
    await story.db.rule.deleteMany({ where: { guildId, name: 'Sans équipe' } });
    await tell();
    expect(only().name).toBe('Passerelle · Arnaques');
  });
});

describe('what somebody changes there', () => {
  test('stays, is told once, and administrators alone choose', async () => {
    boss.automod.edit(only().id, { enabled: false });
    await story.settle();
    await story.later(hour);
    expect(only().enabled).toBe(false);
    expect(wordsOf(openCard())).toContain('**Arnaques** a été modifiée dans AutoMod');
    expect(shown(await boss.run('home'))).toContain('1 règle confiée à Discord');
    expect(shown(await mod.run('home'))).not.toContain('confiée à Discord');
    const refused = await mod.press(openCard(), 'moderation:automod:restore:');
    expect(shown(refused)).toMatch(/réserv|droit|permet/i);
    expect(shown(await admin.press(openCard(), 'moderation:automod:restore:'))).toContain('put back within seconds');
    await story.settle();
    expect(only().enabled).toBe(true);
    expect(openCards()).toEqual([]);
    expect(wordsOf(cards()[0] as never)).toContain('C’est réglé');
    expect(await story.db.auditEntry.count({ where: { guildId, action: 'automod.restore' } })).toBe(1);
  });

  test('a deleted rule is left so, and put back later; fifty who press at once do it once; put right by hand it is settled', async () => {
    boss.automod.remove(only().id);
    await story.settle();
    expect(ours()).toEqual([]);
    const card = openCard();
    expect(wordsOf(card)).toContain('supprimée d’AutoMod');
    await boss.press(card, 'moderation:automod:leave:');
    await story.later(hour);
    expect(ours()).toEqual([]);
    expect(openCards()).toEqual([]);
    expect(shown(await boss.run('setup automod'))).toContain('reste hors d’AutoMod');
    const { id } = await story.db.automodRule.findFirstOrThrow({ where: { guildId, drift: 'deleted' } });
    const by = { guildId, actorId: admin.user.id, now: story.clock.now() };
    const clicks = await Promise.allSettled(Array.from({ length: 50 }, () => restoreRule(story.db, by, id)));
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await story.settle();
    expect(only().name).toBe('Passerelle · Arnaques');

    boss.automod.edit(only().id, { exempt_channels: [boss.channel('général').id] });
    await story.settle();
    openCard();
    boss.automod.edit(only().id, { exempt_channels: [] });
    await story.settle();
    expect(openCards()).toEqual([]);
  });

  test('ids of another server, and clicks that come too late', async () => {
    await story.db.automodSetting.create({ data: { guildId: '900000000000000001' } });
    const { id } = await story.db.automodRule.create({
      data: {
        guildId: '900000000000000001',
        key: 'words:1:1',
        name: 'Passerelle · Secrète',
        drift: 'changed',
        noticedAt: story.clock.now(),
      },
    });
    const screen = messageOf(await boss.run('setup automod'));
    const forged = await boss.forge.component(screen, `moderation:automod:restore:${id}`, 2);
    expect(shown(forged)).toContain('n’est plus suivie');
    expect(shown(forged)).not.toContain('Secrète');
    const own = await story.db.automodRule.findFirstOrThrow({ where: { guildId } });
    expect(
      shown(await admin.forge.component(messageOf(await admin.run('setup automod')), `moderation:automod:leave:${own.id}`, 2)),
    ).toContain('settled already');
    for (const wrong of ['restore:0', 'restore:99999999999', 'turn:maybe', 'page:-1'])
      expect((await boss.forge.component(screen, `moderation:automod:${wrong}`, 2)).failed).not.toBe(true);
    const home = messageOf(await member.run('home'));
    for (const wanted of ['turn:off', `restore:${own.id}`, 'show'])
      expect(shown(await member.forge.component(home, `moderation:automod:${wanted}`, 2))).toMatch(/réserv|droit|permet/i);
    expect(ours()).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  test('fifty promises and answers that are lost make each rule once', async () => {
    const by = { guildId, actorId: boss.user.id, now: story.clock.now() };
    await turn(story.db, by, 'off');
    await story.settle();
    expect(ours()).toEqual([]);
    story.sandbox.faults.next({ method: 'POST', route, status: 500, afterEffect: true });
    story.sandbox.faults.next({ method: 'PATCH', route: /auto-moderation/, status: 'closed', afterEffect: true });
    await turn(story.db, by, 'on');
    await Promise.all(Array.from({ length: 50 }, () => promiseSync(story.db, guildId)));
    await story.settle();
    expect(only().name).toBe('Passerelle · Arnaques');
    expect(
      story.sandbox.faults.hits
        .map(({ method }) => method)
        .slice(-2)
        .sort(),
    ).toEqual(['PATCH', 'POST']);
    // Renamed after an answer that was lost: nobody is left behind.
    await story.db.automodRule.deleteMany({ where: { guildId } });
    await story.db.rule.updateMany({ where: { guildId, name: 'Arnaques' }, data: { name: 'Fraudes' } });
    await tell();
    await story.later(hour);
    expect(only().name).toBe('Passerelle · Fraudes');
    expect(openCards()).toEqual([]);
  });

  test('a permission that is missing is told, and mended by itself', async () => {
    story.sandbox.faults.next({ method: 'GET', route, status: 403, code: 50013, times: 1 });
    await tell();
    expect(shown(await boss.run('setup automod'))).toContain('Discord refuse');
    await story.later(hour);
    expect(shown(await boss.run('setup automod'))).not.toContain('Discord refuse');
  });

  test('switched off, nothing of ours is left, what others made stays, and an open card is closed', async () => {
    boss.automod.edit(only().id, { enabled: false });
    await story.settle();
    openCard();
    const mine = boss.automod.create({
      name: 'À moi',
      event_type: 1,
      trigger_type: 1,
      trigger_metadata: { keyword_filter: ['w'] },
      actions: [{ type: 1 }],
      enabled: true,
    });
    expect(shown(await boss.run('setup automod', { mode: 'off' }))).toContain('retirées d’AutoMod');
    await story.settle();
    expect(boss.automod.list()).toEqual([mine]);
    expect(openCards()).toEqual([]);
    expect(await story.db.automodRule.count({ where: { guildId } })).toBe(0);
    expect(await story.db.auditEntry.count({ where: { guildId, action: 'automod.turn' } })).toBe(4);
  });
});
