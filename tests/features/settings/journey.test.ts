import type { APIMessage } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { bitsOf } from '../../../src/features/settings/rules/guild.ts';
import { readSettings } from '../../../src/infra/settings.ts';
import { roleKeys } from '../../../src/kernel/role.ts';
import { minute } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { addChannel, addRole } from '../../../src/sandbox/population.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { forgetErrors, loggedErrors } from '../../support/logger.ts';

const textOf = ({ message }: Outcome): string => {
  if (!message) throw new Error('no answer');
  return JSON.stringify(message.components) + message.content;
};
const messageOf = ({ message }: Outcome): APIMessage => {
  if (!message) throw new Error('no answer');
  return message;
};
const roleNamed = ({ guild }: Persona, name: string) => {
  const found = [...guild.roles.values()].filter((role) => role.name === name);
  if (!found[0]) throw new Error(`no role ${name}`);
  return found[0];
};
const namesOf = ({ sandbox }: TestApp) => {
  const guild = sandbox.world.guilds.get(sandbox.guildId);
  const roles = [...(guild?.roles.values() ?? [])].map(({ name }) => name);
  const channels = [...sandbox.world.channels.values()]
    .filter((channel) => channel.guild_id && !channel.thread)
    .map(({ name }) => name);
  return [...roles, ...channels].sort();
};
const doublesIn = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('/setup auto', () => {
  let app: TestApp;
  let boss: Persona;
  beforeAll(async () => {
    app = await startTestApp();
    boss = app.sandbox.persona('claire.moreau');
  });

  test('creates and binds all that the features need, and says what it did', async () => {
    const said = textOf(await boss.run('setup auto'));
    await app.settle();
    const { roles, channels } = await readSettings(app.db, app.sandbox.guildId);
    expect(Object.keys(roles).sort()).toEqual([...roleKeys].sort());
    const needed = features.flatMap(({ needs }) => needs.channels.map(({ key }) => key));
    expect(needed).toEqual(expect.arrayContaining(['alerts', 'announcements', 'requests', 'welcome']));
    expect(Object.keys(channels).sort()).toEqual([...new Set(needed)].sort());
    for (const id of [...Object.values(roles).flat(), ...Object.values(channels)]) expect(said).toContain(id);
    expect(said).toContain('La configuration est faite');
    expect(doublesIn(namesOf(app))).toEqual([]);
  });

  test('the roles are under the bot’s own, and none may administrate', () => {
    const highest = [...boss.guild.roles.values()].find((role) => role.bot_id !== null);
    for (const name of ['Administration', 'Modération', 'Mentorat', 'En formation']) {
      const role = roleNamed(boss, name);
      expect(role.position).toBeLessThan(highest?.position ?? 0);
      expect(BigInt(role.permissions) & bitsOf(['Administrator', 'ManageRoles', 'BanMembers', 'KickMembers'])).toBe(0n);
    }
  });

  test('a newcomer sees the welcome and not the staff’s channels', async () => {
    const person = app.sandbox.newPersona({ username: 'nouvelle' });
    person.join();
    await app.settle();
    const seen = person.channels().map(({ name }) => name);
    expect(seen).toContain('bienvenue');
    expect(seen).not.toContain('demandes');
    expect(seen).not.toContain('alertes');
    expect(() => person.write('bienvenue', 'bonjour')).toThrow();
  });

  test('a second time, changes nothing and says so', async () => {
    const before = namesOf(app);
    const entries = await app.db.auditEntry.count({ where: { action: { startsWith: 'settings.bind' } } });
    expect(textOf(await boss.run('setup auto'))).toContain('Rien n’a changé');
    expect(namesOf(app)).toEqual(before);
    expect(await app.db.auditEntry.count({ where: { action: { startsWith: 'settings.bind' } } })).toBe(entries);
  });

  test('then all is well, in both languages', async () => {
    expect(textOf(await boss.run('diagnostic'))).toContain('Tout va bien');
    boss.setLocale('en-US');
    expect(textOf(await boss.run('diagnostic'))).toContain('All is well');
    expect(textOf(await boss.run('setup show'))).toContain('Server settings');
    boss.setLocale('fr');
  });

  test('and a learner may do none of it', async () => {
    const learner = app.sandbox.newPersona({ username: 'apprenante' });
    learner.join();
    await app.settle();
    expect(learner.commands().map(({ path }) => path)).not.toContain('setup auto');
    expect(learner.commands().map(({ path }) => path)).not.toContain('diagnostic');
    const panel = learner.messages('bienvenue')[0];
    if (!panel) throw new Error('no panel');
    const runs = await app.db.setupRun.count();
    const answer = await learner.forge.component(panel, 'settings:mend', 2);
    expect(textOf(answer)).toContain('réservée');
    expect(await app.db.setupRun.count()).toBe(runs);
  });
});

describe('a set-up that is cut', () => {
  // Which creation loses its answer: the first role, one in the middle, a category, channels.
  test.each([
    ['/guilds/:guild_id/roles', 0],
    ['/guilds/:guild_id/roles', 5],
    ['/guilds/:guild_id/channels', 0],
    ['/guilds/:guild_id/channels', 1],
    ['/guilds/:guild_id/channels', 3],
  ])('after the effect of a call to %s (number %i) doubles nothing', async (route, passed) => {
    const app = await startTestApp();
    const { faults } = app.sandbox;
    const boss = app.sandbox.persona('claire.moreau');
    let calls = 0;
    const { strike } = faults;
    faults.strike = (method, template, path) => {
      if (method === 'POST' && template === route && calls++ === passed)
        faults.next({ method, route, status: 'closed', afterEffect: true });
      return strike(method, template, path);
    };
    const answer = boss.run('setup auto');
    await app.settle();
    expect(textOf(await answer)).toContain('La configuration est faite');
    expect(faults.hits).toHaveLength(1);
    expect(doublesIn(namesOf(app))).toEqual([]);
    const { roles, channels } = await readSettings(app.db, app.sandbox.guildId);
    expect(Object.keys(roles)).toHaveLength(roleKeys.length);
    expect(Object.keys(channels).length).toBe(
      new Set(features.flatMap(({ needs }) => needs.channels.map(({ key }) => key))).size,
    );
  });
});

describe('a set-up that takes long', () => {
  test('says where its result will be, and once given up is taken up again without a double', async () => {
    const app = await startTestApp();
    const boss = app.sandbox.persona('claire.moreau');
    const { faults } = app.sandbox;
    let creations = 0;
    const { strike } = faults;
    faults.strike = (method, template, path) => {
      // From the fourth role on, Discord fails, the effect of the fourth being there.
      if (method === 'POST' && template === '/guilds/:guild_id/roles' && ++creations === 4) {
        faults.next({ method, route: template, status: 'closed', afterEffect: true });
        faults.next({ status: 'closed', route: /^\/guilds\//, times: 10_000 });
      }
      return strike(method, template, path);
    };
    const seen: string[] = [];
    boss.listen(({ event }) => seen.push(event));
    const answer = boss.run('setup auto');
    await expect.poll(() => faults.hits.length, { timeout: 15_000 }).toBeGreaterThan(0);
    // The program defers before Discord's three seconds are over, then waits a minute for the run.
    app.clock.advance(2_000);
    await expect.poll(() => seen, { timeout: 15_000 }).toContain('MESSAGE_CREATE');
    app.clock.advance(2 * minute);
    expect(textOf(await answer)).toContain('/configurer voir');
    // A day of tries, cut short.
    await app.database.pool.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1 WHERE attempts > 0');
    await app.settle();
    expect(loggedErrors().join()).toContain('settings.set_up');
    forgetErrors();

    faults.strike = strike;
    faults.clear();
    expect(textOf(await boss.run('setup auto'))).toContain('La configuration est faite');
    await app.settle();
    expect(doublesIn(namesOf(app))).toEqual([]);
    expect(Object.keys((await readSettings(app.db, app.sandbox.guildId)).roles)).toHaveLength(roleKeys.length);
    expect(await app.db.setupRun.count()).toBe(1);
  });

  test('of two administrators at once, both get the report of the one run', async () => {
    const app = await startTestApp();
    const boss = app.sandbox.persona('claire.moreau');
    const said = (await Promise.all([boss.run('setup auto'), boss.run('setup auto'), boss.run('setup auto')])).map(textOf);
    await app.settle();
    expect(doublesIn(namesOf(app))).toEqual([]);
    for (const words of said) expect(words).toMatch(/La configuration est faite|Rien n’a changé/);
  });
});

describe('existing roles and channels', () => {
  let app: TestApp;
  let boss: Persona;
  const add = (role: Parameters<typeof addRole>[2]) => addRole(app.sandbox.world, boss.guild, role);
  beforeAll(async () => {
    app = await startTestApp();
    boss = app.sandbox.persona('claire.moreau');
  });

  test('one of the default name is adopted, unless it is too powerful', async () => {
    const alumni = add({ name: 'Alumni' });
    const mighty = add({ name: 'Mentorat', permissions: bitsOf(['Administrator']) });
    const said = textOf(await boss.run('setup auto'));
    const { roles } = await readSettings(app.db, app.sandbox.guildId);
    expect(roles.alumni).toEqual([alumni.id]);
    expect(roles.mentor).not.toContain(mighty.id);
    expect(said).toContain(mighty.id);
    expect(said).toContain('permissions étendues');
  });

  test('a role is bound, and freed from the answer', async () => {
    const old = add({ name: 'Élèves 2019' });
    const bound = await boss.run('setup role', { key: 'learner', role: old.id });
    expect((await readSettings(app.db, app.sandbox.guildId)).roles.learner).toContain(old.id);
    await boss.press(messageOf(bound), 'settings:unbind_role');
    expect((await readSettings(app.db, app.sandbox.guildId)).roles.learner).not.toContain(old.id);
  });

  test.each([
    ['above the bot', () => add({ name: 'Direction', position: 99 }), 'faites glisser'],
    ['everyone’s', () => ({ id: boss.guild.id }), '@everyone'],
    ['contradictory', () => roleNamed(boss, 'Administration'), 'joue déjà'],
  ])('a role that is %s is refused with the way forward', async (_name, make, words) => {
    const before = await readSettings(app.db, app.sandbox.guildId);
    expect(textOf(await boss.run('setup role', { key: 'learner', role: make().id }))).toContain(words);
    expect(await readSettings(app.db, app.sandbox.guildId)).toEqual(before);
  });

  test('a channel is completed, bound, warned of and freed', async () => {
    const proposals = await boss.autocomplete('setup channel', { key: 'wel' }, 'key');
    expect(proposals.map(({ value }) => value)).toEqual(['welcome']);
    const mute = addChannel(app.sandbox.world, boss.guild, {
      name: 'accueil',
      permission_overwrites: [{ id: boss.guild.id, type: 0, allow: '0', deny: String(bitsOf(['CreatePrivateThreads'])) }],
    });
    const bound = await boss.run('setup channel', { key: 'welcome', channel: mute.id });
    await app.settle();
    expect(textOf(bound)).toContain('Créer des fils privés');
    expect((await readSettings(app.db, app.sandbox.guildId)).channels.welcome).toBe(mute.id);
    await boss.press(messageOf(bound), 'settings:unbind_channel');
    expect((await readSettings(app.db, app.sandbox.guildId)).channels.welcome).toBeUndefined();
  });

  test('a public channel is refused for requests, a forum for the welcome', async () => {
    const open = addChannel(app.sandbox.world, boss.guild, { name: 'ouvert' });
    const forum = addChannel(app.sandbox.world, boss.guild, { name: 'forum', type: ChannelType.GuildForum });
    expect(textOf(await boss.run('setup channel', { key: 'requests', channel: open.id }))).toContain('visible par tout le monde');
    expect(textOf(await boss.run('setup channel', { key: 'welcome', channel: forum.id }))).toContain('salon textuel');
  });

  test('language and time zone', async () => {
    await boss.run('setup language', { language: 'en' });
    const proposals = await boss.autocomplete('setup timezone', { timezone: 'brux' }, 'timezone');
    expect(proposals).toEqual([]);
    expect(await boss.autocomplete('setup timezone', { timezone: 'brus' }, 'timezone')).toEqual([
      { name: 'Europe/Brussels', value: 'Europe/Brussels' },
    ]);
    await boss.run('setup timezone', { timezone: 'Europe/Brussels' });
    expect(await readSettings(app.db, app.sandbox.guildId)).toMatchObject({ locale: 'en', timeZone: 'Europe/Brussels' });
    await app.settle();
  });
});

describe('/diagnostic and Réparer', () => {
  test('names seeded faults, mends what it can, and shows what is left', async () => {
    const app = await startTestApp();
    const boss = app.sandbox.persona('claire.moreau');
    await boss.run('setup auto');
    await app.settle();
    const { world, guildId } = app.sandbox;
    const settings = await readSettings(app.db, guildId);
    const { welcome = '', requests = '', alerts = '' } = settings.channels;
    const channelOf = (id: string) => {
      const channel = world.channels.get(id);
      if (!channel) throw new Error(`no channel ${id}`);
      return channel;
    };

    // A role above the bot's, which only a person can move; the rest the bot mends.
    roleNamed(boss, 'Recrutement').position = 99;
    boss.guild.roles.delete(roleNamed(boss, 'Alumni').id);
    world.channels.delete(alerts);
    const panel = boss.messages('bienvenue')[0];
    if (!panel) throw new Error('no panel');
    world.messages.get(panel.channel_id)?.delete(panel.id);
    channelOf(requests).permission_overwrites = channelOf(requests).permission_overwrites.filter(({ id }) => id !== guildId);
    await app.db.fault.create({
      data: { guildId, key: 'onboarding.settle:1', code: 50013, detail: 'Missing Permissions', createdAt: app.clock.now() },
    });

    const seen = await boss.run('diagnostic');
    const said = textOf(seen);
    for (const words of [
      'au-dessus du mien',
      'attribué à « Alumni » a été supprimé',
      '`alerts` a été supprimé',
      'tout le monde peut le lire',
      'n’y est pas',
      'onboarding.settle:1',
    ])
      expect(said).toContain(words);

    const mended = textOf(await boss.press(messageOf(seen), 'settings:mend'));
    await app.settle();
    expect(mended).toContain('au-dessus du mien');
    expect(mended).not.toContain('Alumni');
    expect(mended).not.toContain('settings:mend');
    expect(roleNamed(boss, 'Alumni')).toBeDefined();
    expect(boss.messages('bienvenue')).toHaveLength(1);
    expect(channelOf(welcome)).toBeDefined();
    const visitor = app.sandbox.newPersona({ username: 'visiteuse' });
    visitor.join();
    await app.settle();
    expect(visitor.channels().map(({ id }) => id)).not.toContain(requests);
  });

  test('staff are told of refusals once, together, and open the diagnostic from there', async () => {
    const app = await startTestApp();
    const boss = app.sandbox.persona('claire.moreau');
    await boss.run('setup auto');
    await app.settle();
    const fault = (key: string) =>
      app.db.fault.create({
        data: { guildId: app.sandbox.guildId, key, code: 50013, detail: 'Missing Permissions', createdAt: app.clock.now() },
      });
    await fault('onboarding.settle:1');
    await fault('onboarding.settle:2');
    await app.later(minute);
    await app.later(minute);
    const told = boss.messages('alertes');
    expect(told).toHaveLength(1);
    expect(told[0]?.content).toContain('2 actions');
    await fault('onboarding.card:3');
    await app.later(minute);
    expect(boss.messages('alertes')).toHaveLength(2);
    const [first] = told;
    if (!first) throw new Error('nothing told');
    expect(textOf(await boss.press(first, 'settings:diagnose'))).toContain('Diagnostic');
  });

  test('faults that cannot be told where staff look are not repeated every minute, and stay in the diagnostic', async () => {
    const app = await startTestApp();
    const boss = app.sandbox.persona('claire.moreau');
    await boss.run('setup auto');
    await app.settle();
    const { guildId, world, faults } = app.sandbox;
    const { channels } = await readSettings(app.db, guildId);
    const alerts = world.channels.get(channels.alerts ?? '');
    if (!alerts) throw new Error('no channel for alerts');
    alerts.permission_overwrites = alerts.permission_overwrites.filter(({ id }) => id !== app.sandbox.applicationId);
    await app.db.fault.create({
      data: { guildId, key: 'onboarding.settle:1', code: 50013, detail: 'Missing Permissions', createdAt: app.clock.now() },
    });
    await app.later(minute);
    await app.later(minute);
    expect(faults.hits).toEqual([]);
    expect(await app.db.fault.findMany({ select: { key: true, toldAt: true } })).toEqual([
      { key: 'onboarding.settle:1', toldAt: new Date(app.clock.now().getTime() - minute) },
    ]);
    const said = textOf(await boss.run('diagnostic'));
    expect(said).toContain('onboarding.settle:1');
    expect(said).toContain('`alerts`');
  });

  test('a bot without its permissions says which, and set-up says what it could not do', async () => {
    const app = await startTestApp();
    const boss = app.sandbox.persona('claire.moreau');
    const own = [...boss.guild.roles.values()].find((role) => role.bot_id !== null);
    if (!own) throw new Error('no role of the bot');
    own.permissions = String(bitsOf(['ViewChannel', 'SendMessages', 'ManageRoles']));
    const said = textOf(await boss.run('setup auto'));
    expect(said).toContain('faite en partie');
    expect(said).toContain('Gérer les salons');
    expect(said).toContain('que je n’ai pas moi-même');
    expect(textOf(await boss.run('diagnostic'))).toContain('Il me manque sur ce serveur');
  });
});
