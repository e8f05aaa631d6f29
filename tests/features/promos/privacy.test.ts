import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { roleKeys } from '../../../src/kernel/role.ts';
import { channelPermissions } from '../../../src/sandbox/permissions.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { type Story, startStory } from './story.ts';

/** Every kind of person against every channel of a promo, computed as Discord computes it: who sees, who writes. */

let story: Story;
const name = 'CDA Lille 2027';
const people = new Map<string, Persona>();
const personaOf = (who: string): Persona => {
  const found = people.get(who);
  if (!found) throw new Error(`nobody is ${who}`);
  return found;
};

beforeAll(async () => {
  story = await startStory();
  const trainer = await story.arrive('the.trainer');
  people.set('its manager', story.manager);
  people.set('its trainer', trainer);
  people.set('its learner', await story.learner('its.learner'));
  people.set('another promo’s learner', await story.learner('other.learner', 'Paul Autre'));
  people.set('a former trainer', await story.arrive('former.trainer'));
  people.set('somebody removed', await story.arrive('was.removed'));
  await story.create({ name, start: '11/01/2027', trainer1: trainer.user.id });
  await story.create({ name: 'Autre promo', start: '11/01/2027' });
  const add = (promo: string, who: string, part?: string) =>
    story.manager.run('promo add', { promo, member: personaOf(who).user.id, ...(part && { part }) });
  await add(name, 'its learner');
  await add('Autre promo', 'another promo’s learner');
  await add(name, 'a former trainer', 'trainer');
  await add(name, 'somebody removed');
  await story.settle();
  await story.manager.run('promo remove', { promo: name, member: personaOf('a former trainer').user.id });
  await story.manager.run('promo remove', { promo: name, member: personaOf('somebody removed').user.id });
  for (const key of roleKeys) {
    const persona = await story.arrive(`only.${key.replace('_', '.')}`);
    const [bound] = await story.db.roleBinding.findMany({ where: { key } });
    persona.member?.roles.splice(0, 10, ...(bound ? [bound.roleId] : []));
    people.set(`a ${key}`, persona);
  }
  people.set('nobody', await story.arrive('no.role'));
  await story.settle();
});

const { SendMessages, SendMessagesInThreads, ViewChannel, Connect, Speak } = PermissionFlagsBits;

/** `-` sees nothing, `r` reads, `a` answers in posts, `w` writes or speaks. */
function rightsOf(persona: Persona): string {
  const { channels, categories } = story.spaceOf(name);
  return [...categories, ...channels]
    .map((channel) => {
      const held = channelPermissions(story.sandbox.world, channel, persona.user.id);
      if (!(held & ViewChannel)) return '-';
      if (channel.type === ChannelType.GuildCategory) return 'r';
      if (channel.type === ChannelType.GuildVoice) return held & Connect && held & Speak ? 'w' : 'r';
      if (held & SendMessages) return 'w';
      return held & SendMessagesInThreads ? 'a' : 'r';
    })
    .join('');
}

// Category, forum, staff’s forum, SOS, général, Sur demande.
const inside = new Map([
  ['its manager', 'rwwwww'],
  ['its trainer', 'rwwwww'],
  ['its learner', 'ra-www'],
]);
const everybody = [
  ...inside.keys(),
  'another promo’s learner',
  'a former trainer',
  'somebody removed',
  'nobody',
  ...roleKeys.map((key) => `a ${key}`),
];

describe.each(everybody)('%s', (who) => {
  test('sees and writes what is theirs, and nothing else', () => {
    expect(story.spaceOf(name).channels).toHaveLength(5);
    expect(rightsOf(personaOf(who))).toBe(inside.get(who) ?? '------');
  });
});

describe('in silence, at the end, cancelled', () => {
  test('a silence leaves the team its voice', async () => {
    await story.manager.run('promo lock', { promo: name });
    await story.settle();
    expect(everybody.map((who) => [who, rightsOf(personaOf(who))])).toEqual(
      everybody.map((who) => [who, who === 'its learner' ? 'rr-rrr' : (inside.get(who) ?? '------')]),
    );
    await story.manager.run('promo unlock', { promo: name });
    await story.settle();
    expect(rightsOf(personaOf('its learner'))).toBe('ra-www');
  });

  test('somebody let in during a silence has the right doors during and after it', async () => {
    await story.manager.run('promo lock', { promo: name });
    await story.settle();
    const late = personaOf('a former trainer').user.id;
    await story.manager.run('promo add', { promo: name, member: late, part: 'trainer' });
    await story.settle();
    expect(rightsOf(personaOf('a former trainer'))).toBe('rwwwww');
    await story.manager.run('promo unlock', { promo: name });
    await story.settle();
    expect(rightsOf(personaOf('a former trainer'))).toBe('rwwwww');
    await story.manager.run('promo remove', { promo: name, member: late });
    await story.settle();
    expect(rightsOf(personaOf('a former trainer'))).toBe('------');
  });

  test('once it has ended its people read, its manager writes, nobody else sees', async () => {
    const preview = await story.manager.run('promo end', { promo: name });
    await story.manager.press(preview.message ?? '', 'promos:confirm:');
    await story.settle();
    const wanted = new Map([
      ['its manager', 'rwwwww'],
      ['its trainer', 'rrrrrr'],
      ['its learner', 'rr-rrr'],
    ]);
    expect(everybody.map((who) => [who, rightsOf(personaOf(who))])).toEqual(
      everybody.map((who) => [who, wanted.get(who) ?? '------']),
    );
  });

  test('cancelled, its learners see nothing any more', async () => {
    const card = await story.manager.run('promo show', { promo: name });
    await story.manager.press(card.message ?? '', 'promos:undo:');
    await story.settle();
    expect(rightsOf(personaOf('its learner'))).toBe('ra-www');
    const preview = await story.manager.run('promo cancel', { promo: name });
    await story.manager.press(preview.message ?? '', 'promos:confirm:');
    await story.settle();
    expect(rightsOf(personaOf('its learner'))).toBe('------');
  });
});
