import { ChannelType } from 'discord-api-types/v10';
import { beforeAll, expect, test } from 'vitest';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { addChannel } from '../../../src/sandbox/population.ts';
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
  const dropped = await staff.select(messageOf(added), 'catalogue:drop:', ['sos']);
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
  await staff.press(messageOf(read), 'catalogue:read:');
  const after = await story.db.catalogueEntry.findFirstOrThrow({ where: { name: 'Développement web' } });
  expect(JSON.stringify(after.template)).toContain('Vos questions');
});

test('in English too', async () => {
  staff.setLocale('en-US');
  expect(messageOf(await staff.run('course list')).embeds[0]?.title).toBe('Courses (1)');
  expect(said(await staff.run('course add', { name: 'developpement WEB' }))).toContain('already a course');
  staff.setLocale('fr');
});
