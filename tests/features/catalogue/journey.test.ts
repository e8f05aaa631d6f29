import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeAll, expect, test } from 'vitest';
import { roleNames as botRoles } from '../../../src/kernel/role.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { addChannel, addRole } from '../../../src/sandbox/population.ts';
import { messageOf, type Story, said, startStory } from '../onboarding/story.ts';

let story: Story;
let staff: Persona;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
});

const roleNames = () => [...story.boss.guild.roles.values()].map(({ name }) => name);
const embedOf = (person: Awaited<ReturnType<Persona['run']>>) => messageOf(person).embeds[0]?.description ?? '';

test('a campus is added, renamed and removed with its role', async () => {
  await staff.run('campus add', { name: 'Lille' });
  await story.settle();
  expect(roleNames()).toContain('Lille');
  await staff.run('campus rename', { campus: 'lille', name: 'Lille Euratech' });
  await story.settle();
  expect(roleNames()).toContain('Lille Euratech');
  expect(roleNames()).not.toContain('Lille');
  const card = await staff.run('campus remove', { campus: 'Lille Euratech' });
  expect(embedOf(card)).toContain('Aucune promo n’en dépend');
  expect(roleNames()).toContain('Lille Euratech');
  await staff.press(messageOf(card), 'catalogue:remove:');
  await story.settle();
  expect(roleNames()).not.toContain('Lille Euratech');
  expect(said(await staff.press(messageOf(card), 'catalogue:remove:').catch(() => card))).not.toContain('undefined');
});

test('a role deleted by hand comes back', async () => {
  await staff.run('course add', { name: 'Développement web', diploma: true });
  await story.settle();
  const role = [...story.boss.guild.roles.values()].find(({ name }) => name === 'Développement web');
  await story.app.database.db.catalogueEntry.findFirstOrThrow({ where: { roleId: role?.id ?? '' } });
  story.sandbox.world.guilds.get(story.sandbox.guildId)?.roles.delete(role?.id ?? '');
  story.sandbox.world.emit({
    event: 'GUILD_ROLE_DELETE',
    data: { guild_id: story.sandbox.guildId, role_id: role?.id },
    guildId: story.sandbox.guildId,
    channelId: null,
    only: null,
  });
  await story.settle();
  expect(roleNames().filter((name) => name === 'Développement web')).toHaveLength(1);
});

test('autocomplete proposes by any part of the name; an outsider sees none of the commands', async () => {
  const choices = await staff.autocomplete('course edit', { course: 'DEVEL' }, 'course');
  expect(choices.map(({ name }) => name)).toEqual(['Développement web']);
  const learner = await story.arrive('curious');
  expect(learner.commands().map(({ path }) => path)).not.toContain('course add');
});

test('a template is changed with the form: a channel edited, one added, one removed', async () => {
  const shown = await staff.run('template edit', { course: 'Développement web' });
  const form = await staff.select(messageOf(shown), 'catalogue:channel:', ['forum']);
  const edited = await staff.submit(form, {
    name: 'forum',
    learner: ['write'],
    trainer: ['write'],
    variant: ['both'],
    content: 'Général | Infos | Bonjour',
  });
  expect(embedOf(edited)).toContain('écrit');
  const fresh = await staff.select(messageOf(edited), 'catalogue:add:', ['voice']);
  const added = await staff.submit(fresh, {
    name: 'Pause',
    learner: ['write'],
    trainer: ['write'],
    variant: ['remote'],
    demand: ['no'],
  });
  expect(embedOf(added)).toContain('Pause');
  const asked = await staff.select(messageOf(added), 'catalogue:drop:', ['sos']);
  expect(embedOf(asked)).toContain('**SOS** va sortir du modèle');
  const back = await staff.press(messageOf(asked), 'catalogue:template:');
  expect(embedOf(back)).toContain('SOS');
  const again = await staff.select(messageOf(back), 'catalogue:drop:', ['sos']);
  const dropped = await staff.press(messageOf(again), 'catalogue:drop_sure:');
  expect(embedOf(dropped)).not.toContain('SOS');
  const wrong = await staff.select(messageOf(dropped), 'catalogue:channel:', ['forum']);
  const refused = await staff.submit(wrong, {
    name: 'forum',
    learner: ['write'],
    trainer: ['write'],
    variant: ['both'],
    content: 'sans rien',
  });
  expect(said(refused)).toContain('Ligne 1');
});

test('a category made by hand becomes a template', async () => {
  const { world } = story.sandbox;
  const guild = story.boss.guild;
  const category = addChannel(world, guild, { name: 'Ancienne promo', type: ChannelType.GuildCategory });
  addChannel(world, guild, { name: 'questions', parent_id: category.id, topic: 'Vos questions' });
  addChannel(world, guild, { name: 'Oral', type: ChannelType.GuildVoice, parent_id: category.id });
  const read = await staff.run('template read', { course: 'Développement web', category: category.id });
  expect(embedOf(read)).toContain('questions');
  const before = await story.db.catalogueEntry.findFirstOrThrow({ where: { name: 'Développement web' } });
  expect(JSON.stringify(before.template)).not.toContain('questions');
  await staff.press(messageOf(read), 'catalogue:read_as:');
  const after = await story.db.catalogueEntry.findFirstOrThrow({ where: { name: 'Développement web' } });
  expect(JSON.stringify(after.template)).toContain('Vos questions');
});

test('posts that hold a bar, or are too long for a form, are not lost by opening it', async () => {
  const { id, template } = await story.db.catalogueEntry.findFirstOrThrow({ where: { name: 'Développement web' } });
  const forum = (posts: { key: string; title: string; content: string; tag: null }[]) => ({
    categories: [
      {
        name: '{promo}',
        channels: [
          {
            key: 'forum',
            kind: 'forum',
            name: 'forum',
            levels: { learner: 'answer', trainer: 'write', staff: 'write' },
            variant: 'both',
            topic: '',
            posts,
          },
        ],
      },
    ],
  });
  const save = (stored: object) => story.db.catalogueEntry.update({ where: { id }, data: { template: stored } });
  const stored = async () => (await story.db.catalogueEntry.findUniqueOrThrow({ where: { id } })).template;
  const untouched = async () => {
    const shown = await staff.run('template edit', { course: 'Développement web' });
    const form = await staff.select(messageOf(shown), 'catalogue:channel:', ['forum']);
    await staff.submit(form, {});
    return form;
  };

  const barred = forum([{ key: 'general', title: 'A | B', content: 'x | y\nC:\\new', tag: null }]);
  await save(barred);
  await untouched();
  expect(await stored()).toEqual(barred);

  const posts = Array.from({ length: 4 }, (_, index) => ({
    key: index === 0 ? 'general' : `post${index}`,
    title: `Titre ${index}`,
    content: 'long '.repeat(300).trim(),
    tag: null,
  }));
  await save(forum(posts));
  const form = await untouched();
  expect(JSON.stringify(form.modal)).toContain('ils restent comme ils sont');
  expect(await stored()).toEqual(forum(posts));
  await save(template as object);
});

test('the default template and a copy take the place of another only once confirmed', async () => {
  await staff.run('course add', { name: 'Data' });
  const own = async (name: string) => (await story.db.catalogueEntry.findFirstOrThrow({ where: { name } })).template;
  const before = await own('Développement web');
  const shown = await staff.run('template edit', { course: 'Développement web' });
  expect(embedOf(await staff.press(messageOf(shown), 'catalogue:reset:'))).toContain('sera effacé');
  const asked = await staff.run('template copy', { from: 'Data', to: 'Développement web' });
  expect(embedOf(asked)).toContain('sera effacé');
  expect(await own('Développement web')).toEqual(before);
  expect(said(await staff.run('template copy', { from: 'Data', to: 'Data' }))).toContain('deux formations différentes');

  const copied = await staff.run('template copy', { from: 'Développement web', to: 'Data' });
  expect(embedOf(copied)).not.toContain('sera effacé');
  expect(said(await staff.press(messageOf(copied), 'catalogue:copy_sure:'))).toContain('**Data** a maintenant');
  expect(await own('Data')).toEqual(before);
  const reset = await staff.press(messageOf(await staff.run('template edit', { course: 'Data' })), 'catalogue:reset:');
  await staff.press(messageOf(reset), 'catalogue:reset_sure:');
  expect(await own('Data')).toBeNull();
});

test('the learners of a category are never guessed: staff roles are not theirs, and of two roles one is to be said', async () => {
  const { world } = story.sandbox;
  const { guild } = story.boss;
  const view = String(PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages);
  const closed = { id: guild.id, type: 0, allow: '0', deny: view };
  const opened = (id: string) => ({ id, type: 0, allow: view, deny: '0' });
  const ruling = addRole(world, guild, { name: 'Direction', permissions: PermissionFlagsBits.ManageMessages });
  const promo = addRole(world, guild, { name: 'Promo à la main' });
  const other = addRole(world, guild, { name: 'Autre rôle' });
  const category = addChannel(world, guild, { name: 'Fermée', type: ChannelType.GuildCategory });
  const inside = (name: string, ids: string[]) =>
    addChannel(world, guild, { name, parent_id: category.id, permission_overwrites: [closed, ...ids.map(opened)] });
  inside('bureau', [ruling.id, story.roleId(botRoles.alumni.fr)]);
  inside('cours', [promo.id]);
  const options = { course: 'Data', category: category.id };
  const read = embedOf(await staff.run('template read', options)).split('\n');
  expect(read.find((line) => line.includes('bureau'))).toContain('en formation : ne voit pas');
  expect(read.find((line) => line.includes('cours'))).toContain('en formation : écrit');

  inside('autre', [other.id]);
  expect(said(await staff.run('template read', options))).toContain(`<@&${other.id}>`);
  const chosen = await staff.run('template read', { ...options, learners: promo.id });
  expect(
    embedOf(chosen)
      .split('\n')
      .find((line) => line.includes('autre')),
  ).toContain('en formation : ne voit pas');
  await staff.press(messageOf(chosen), 'catalogue:read_as:');
  expect(JSON.stringify((await story.db.catalogueEntry.findFirstOrThrow({ where: { name: 'Data' } })).template)).toContain(
    'cours',
  );
});

test('in English too', async () => {
  staff.setLocale('en-US');
  expect(messageOf(await staff.run('course list')).embeds[0]?.title).toBe('Courses (2)');
  expect(said(await staff.run('course add', { name: 'developpement WEB' }))).toContain('already a course');
  staff.setLocale('fr');
});
