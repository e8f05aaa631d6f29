import { beforeAll, expect, test } from 'vitest';
import { hour } from '../../../src/kernel/time.ts';
import { deleteRole } from '../../../src/sandbox/operations/roles.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { cardOf, type Story, startStory } from './story.ts';

let story: Story;
let staff: Persona;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
});

async function comeIn(username: string, kind: string): Promise<Persona> {
  const person = await story.arrive(username);
  await story.introduce(person, { kind });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  return person;
}

const lose = (name: string) =>
  deleteRole(story.sandbox.world, { actorId: story.boss.user.id, reason: null }, story.boss.guild, story.roleId(name));

test('a role that was deleted and made again comes back to everybody identified with that kind, and to nobody else', async () => {
  const learners = [await comeIn('first.learner', 'learner'), await comeIn('second.learner', 'learner')];
  const gone = await comeIn('gone.learner', 'learner');
  const alumni = await comeIn('one.alumni', 'alumni');
  gone.leave();
  const former = story.roleId('En formation');
  lose('En formation');
  await story.settle();
  for (const person of learners) expect(story.rolesOf(person)).toEqual([]);

  await story.boss.run('setup auto');
  await story.settle();
  expect(story.roleId('En formation')).not.toBe(former);
  for (const person of learners) expect(story.rolesOf(person)).toEqual(['En formation']);
  expect(story.rolesOf(alumni)).toEqual(['Alumni']);
});

test('a gift that failed goes on with the next hour, and nothing is asked of Discord once nothing is missing', async () => {
  const route = '/guilds/{guild_id}/members/{user_id}/roles/{role_id}';
  const people = [await comeIn('a.recruiter', 'recruiter'), await comeIn('b.recruiter', 'recruiter')];
  lose('Recrutement');
  story.sandbox.faults.next({ method: 'PUT', route, status: 403 });
  await story.boss.run('setup auto');
  await story.settle();
  expect(await story.db.fault.count({ where: { key: 'onboarding.restore' } })).toBe(1);
  await story.later(hour);
  for (const person of people) expect(story.rolesOf(person)).toEqual(['Recrutement']);
  expect(await story.db.fault.count({ where: { key: 'onboarding.restore' } })).toBe(0);

  // A role that staff take away stays away: it is not missing.
  const [first] = people;
  story.boss.guild.members.get(first?.user.id ?? '')?.roles.splice(0);
  await story.later(hour);
  expect(first && story.rolesOf(first)).toEqual([]);
});
