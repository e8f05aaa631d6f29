import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { messageOf, type Story, said, startStory, wordsOf } from '../onboarding/story.ts';
import { runningPromo } from './promo.ts';

let story: Story;
let staff: Persona;
const learners = new Map<string, Persona>();
const learner = (name: string): Persona => {
  const found = learners.get(name);
  if (!found) throw new Error(`no learner ${name}`);
  return found;
};

beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
  for (const name of ['ana', 'bob', 'cleo']) learners.set(name, await story.arrive(`announce.${name}`));
  await runningPromo(story, { name: 'CDA Lille 1', learners: [learner('ana')] });
  await runningPromo(story, { name: 'CDA Lille 2', learners: [learner('bob')] });
  await runningPromo(story, { name: 'CDA Lyon', campus: 'Lyon', remote: true, learners: [learner('cleo')] });
});
beforeEach(() => story.sandbox.faults.clear());

/** Announcements that somebody can read, wherever they are, that hold these words. */
const readBy = (person: Persona, words: string): APIMessage[] =>
  person
    .channels()
    .filter(({ name }) => name !== '')
    .flatMap(({ id }) => person.messages(id))
    .filter((message) => message.author.bot === true && (message.flags ?? 0) === 0 && wordsOf(message).includes(words));

const write = (outcome: Outcome, body: string, more: object = {}) => staff.submit(outcome, { title: '', body, ...more });
const publish = async (preview: Outcome): Promise<Outcome> => {
  const posted = await staff.press(messageOf(preview), 'announcements:confirm:');
  await story.settle();
  return posted;
};

test('to a campus: seen first with numbers, then posted once in each promo, corrected and withdrawn everywhere', async () => {
  const preview = await write(await staff.run('announce campus', { campus: 'lille' }), 'Le centre ferme à **17 h**.', {
    title: 'Horaires',
    mention: false,
  });
  expect(said(preview)).toContain('2 salons');
  expect(said(preview)).toContain('2 personnes');
  expect(readBy(learner('ana'), '17 h')).toHaveLength(0);

  const card = await publish(preview);
  for (const name of ['ana', 'bob']) expect(readBy(learner(name), '17 h')).toHaveLength(1);
  expect(readBy(learner('cleo'), '17 h')).toHaveLength(0);
  const [posted] = readBy(learner('ana'), '17 h');
  expect(posted).toMatchObject({ mention_roles: [], mention_everyone: false });
  const refreshed = await staff.press(messageOf(card), 'announcements:show:');
  expect(said(refreshed)).toContain('Publiée dans 2 salons sur 2');

  const choices = await staff.autocomplete('announce edit', { announcement: 'horai' }, 'announcement');
  const form = await staff.run('announce edit', { announcement: choices[0]?.value ?? '' });
  expect(JSON.stringify(form.modal)).toContain('17 h');
  await write(form, 'Le centre ferme à 18 h.', { title: 'Horaires' });
  await story.settle();
  for (const name of ['ana', 'bob']) {
    expect(readBy(learner(name), '17 h')).toHaveLength(0);
    expect(readBy(learner(name), '18 h').map(({ id }) => id)).toHaveLength(1);
  }
  expect(readBy(learner('ana'), '18 h')[0]?.id).toBe(posted?.id);

  const asked = await staff.run('announce withdraw', { announcement: choices[0]?.value ?? '' });
  expect(said(asked)).toContain('2 salons');
  expect(readBy(learner('ana'), '18 h')).toHaveLength(1);
  await staff.press(messageOf(asked), 'announcements:gone:');
  await story.settle();
  for (const name of ['ana', 'bob']) expect(readBy(learner(name), '18 h')).toHaveLength(0);
  expect(said(await staff.press(messageOf(refreshed), 'announcements:show:'))).toContain('Retirée partout');
});

test('to chosen promos, mentioning exactly their roles; what somebody writes pings nobody else', async () => {
  const chosen = await staff.run('announce promos');
  const promos = await story.db.promo.findMany({ where: { name: { in: ['CDA Lille 2', 'CDA Lyon'] } } });
  const kept = await staff.select(
    messageOf(chosen),
    'announcements:choose_in:',
    promos.map(({ id }) => String(id)),
  );
  expect(said(kept)).toContain('2 promos choisies');
  const form = await staff.press(messageOf(kept), 'announcements:write:');
  const everyone = `@everyone <@${staff.user.id}> venez vite`;
  const preview = await write(form, everyone, { mention: true });
  expect(said(preview)).toContain('sera mentionné');
  await publish(preview);
  for (const [name, promo] of [
    ['bob', 'CDA Lille 2'],
    ['cleo', 'CDA Lyon'],
  ] as const) {
    const [message] = readBy(learner(name), 'venez vite');
    expect(message?.mention_roles).toEqual([story.roleId(promo)]);
    expect(message).toMatchObject({ mention_everyone: false, mentions: [] });
  }
  expect(readBy(learner('ana'), 'venez vite')).toHaveLength(0);
});

test('to the whole server: in its announcements channel, and everybody is counted', async () => {
  const preview = await write(await staff.run('announce all'), 'Bonne rentrée à toutes et tous !');
  const count = story.boss.guild.members.size;
  expect(said(preview)).toContain(`${count} personnes`);
  await publish(preview);
  expect(readBy(learner('cleo'), 'Bonne rentrée')).toHaveLength(1);
  expect(staff.messages('annonces').filter((message) => wordsOf(message).includes('Bonne rentrée'))).toHaveLength(1);
});

describe('when Discord does not follow', () => {
  test('an answer that is lost does not post twice', async () => {
    const preview = await write(await staff.run('announce campus', { campus: 'Lille' }), 'Une seule fois', { mention: false });
    story.sandbox.faults.next({
      method: 'POST',
      route: '/channels/{channel_id}/messages',
      status: 500,
      afterEffect: true,
      times: 2,
    });
    await publish(preview);
    for (const name of ['ana', 'bob']) expect(readBy(learner(name), 'Une seule fois')).toHaveLength(1);
  });

  test('a refusal is shown with its place, and tried again from there', async () => {
    const preview = await write(await staff.run('announce campus', { campus: 'Lyon' }), 'Refusée puis publiée', {
      mention: false,
    });
    story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 403, code: 50_013 });
    const card = await publish(preview);
    const shown = await staff.press(messageOf(card), 'announcements:show:');
    expect(said(shown)).toContain('CDA Lyon');
    expect(said(shown)).toContain('n’a pas le droit');
    expect(readBy(learner('cleo'), 'Refusée puis')).toHaveLength(0);
    await staff.press(messageOf(shown), 'announcements:retry:');
    await story.settle();
    expect(readBy(learner('cleo'), 'Refusée puis')).toHaveLength(1);
    expect(said(await staff.press(messageOf(shown), 'announcements:show:'))).not.toContain('n’a pas le droit');
  });

  test('a message that somebody deleted is not posted again by a correction, but is by a wish of staff', async () => {
    const preview = await write(await staff.run('announce campus', { campus: 'Lyon' }), 'Effacée à la main', { mention: false });
    const card = await publish(preview);
    const [message] = readBy(learner('cleo'), 'Effacée à la main');
    if (!message) throw new Error('not posted');
    story.boss.remove(message);
    await write(await staff.press(messageOf(card), 'announcements:edit:'), 'Effacée puis corrigée');
    await story.settle();
    expect(readBy(learner('cleo'), 'corrigée')).toHaveLength(0);
    const shown = await staff.press(messageOf(card), 'announcements:show:');
    expect(said(shown)).toContain('supprimé');
    await staff.press(messageOf(shown), 'announcements:retry:');
    await story.settle();
    expect(readBy(learner('cleo'), 'corrigée')).toHaveLength(1);
  });
});

test('the list, in English too; from Mon espace without a command', async () => {
  staff.setLocale('en-US');
  const list = await staff.run('announce list');
  expect(said(list)).toContain('Announcements (');
  const { id } = await story.db.announcement.findFirstOrThrow({ where: { state: 'posted' } });
  expect(said(await staff.select(messageOf(list), 'announcements:pick', [String(id)]))).toContain('Posted');
  const home = await staff.run('home');
  expect(said(await staff.press(messageOf(home), 'announcements:open'))).toContain('Announcements (');
  staff.setLocale('fr');
});

test('a press on an announcement already posted says so', async () => {
  const preview = await write(await staff.run('announce campus', { campus: 'Lyon' }), 'Deux fois', { mention: false });
  await publish(preview);
  const again = await staff.forge.component(
    messageOf(preview),
    `announcements:confirm:${(await story.db.announcement.findFirstOrThrow({ where: { body: 'Deux fois' } })).id}`,
    2,
  );
  expect(said(again)).toContain('déjà publiée');
  await story.settle();
  expect(readBy(learner('cleo'), 'Deux fois')).toHaveLength(1);
});
