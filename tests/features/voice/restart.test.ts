import { afterEach, beforeAll, expect, test } from 'vitest';
import { day, minute } from '../../../src/kernel/time.ts';
import { messageOf } from '../onboarding/story.ts';
import { onStage, type Stage } from './stage.ts';

/** What happens to rooms while nobody listens. */

let stage: Stage;
let story: Stage['story'];
beforeAll(async () => {
  stage = await onStage('CDA Nuit');
  story = stage.story;
});
afterEach(async () => {
  for (const person of stage.learners) person.leaveVoice();
  await story.settle();
  expect(stage.rooms()).toEqual([]);
});

/** The program stops, `meanwhile` happens, and it starts again. */
async function during(meanwhile: () => void): Promise<void> {
  await story.app.stop();
  meanwhile();
  await story.restart();
}

test('a room that was left while the bot was down is gone when it is back', async () => {
  const [lea] = stage.learners;
  await stage.enter(lea);
  expect(stage.rooms()).toHaveLength(1);
  await during(() => lea.leaveVoice());
  expect(stage.rooms()).toEqual([]);
});

test('a room with people in it stays, also when it is no longer who opened it', async () => {
  const [lea, ali] = stage.learners;
  await stage.enter(lea);
  const [room] = stage.rooms();
  await during(() => {
    ali.joinVoice(room?.id ?? '');
    lea.leaveVoice();
  });
  expect(stage.rooms().map(({ id }) => id)).toEqual([room?.id]);
  expect(ali.voice()?.id).toBe(room?.id);
});

test('somebody who entered while the bot was down is taken to a room when it is back', async () => {
  const [lea] = stage.learners;
  await during(() => lea.joinVoice(stage.lobby().id));
  expect(stage.rooms()).toHaveLength(1);
  expect(lea.voice()?.id).toBe(stage.rooms()[0]?.id);
});

test('killed between the creation and its record: the same room is found', async () => {
  const [lea] = stage.learners;
  story.sandbox.faults.next({ method: 'POST', route: '/guilds/{guild_id}/channels', status: 'closed', afterEffect: true });
  lea.joinVoice(stage.lobby().id);
  await story.restart();
  expect(stage.rooms()).toHaveLength(1);
  expect(lea.voice()?.id).toBe(stage.rooms()[0]?.id);
  story.sandbox.faults.clear();
});

test('with the space of a promo its rooms go, even with people inside', async () => {
  const [lea] = stage.learners;
  await stage.enter(lea);
  const parent = stage.lobby().parent_id;
  const preview = await story.boss.run('promo cancel', { promo: 'CDA Nuit' });
  await story.boss.press(messageOf(preview), 'promos:confirm:');
  await story.later(8 * day);
  await story.later(minute);
  expect([...story.sandbox.world.channels.values()].filter(({ name }) => name.startsWith('Salle de '))).toEqual([]);
  expect([...story.sandbox.world.channels.keys()]).not.toContain(parent);
  expect(await story.db.voiceRoom.count()).toBe(0);
});
