import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renamedLately } from '../../../src/features/voice/messages.ts';
import { minute } from '../../../src/kernel/time.ts';
import { connect } from '../../../src/sandbox/operations/voice.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { addMember, addUser } from '../../../src/sandbox/population.ts';
import type { Channel } from '../../../src/sandbox/world.ts';
import { runningPromo } from '../announcements/promo.ts';
import { idsOf, messageOf, panelOf, said } from '../onboarding/story.ts';
import { onStage, type Stage } from './stage.ts';

let stage: Stage;
let story: Stage['story'];
let lea: Persona;
let ali: Persona;
let zoe: Persona;
beforeAll(async () => {
  stage = await onStage();
  story = stage.story;
  [lea, ali, zoe] = stage.learners;
});
afterEach(async () => {
  for (const person of [...stage.learners, stage.trainer, story.boss]) person.leaveVoice();
  await story.settle();
  expect(stage.rooms()).toEqual([]);
  expect(await story.db.voiceRoom.count()).toBe(0);
});

const theRoom = (): Channel => {
  const [room, ...others] = stage.rooms();
  if (!room || others.length > 0) throw new Error(`${stage.rooms().length} rooms`);
  return room;
};
const panelIn = (person: Persona, room: Channel) => {
  const panel = person.messages(room.id).find((message) => idsOf(message).some((id) => id.startsWith('voice:change:')));
  if (!panel) throw new Error('no panel');
  return panel;
};

test('entering takes them to a room of their own, which the promo sees and nobody else; empty, it vanishes', async () => {
  await stage.enter(lea);
  const room = theRoom();
  expect(room.name).toBe('Salle de lea.martin');
  expect(lea.voice()?.id).toBe(room.id);
  expect(room.parent_id).toBe(stage.lobby().parent_id);
  expect(room.permission_overwrites).toEqual(stage.lobby().permission_overwrites);
  const stranger = await story.arrive('un.inconnu');
  expect(stranger.channels().map(({ id }) => id)).not.toContain(room.id);
  ali.joinVoice(room.id);
  await story.settle();
  lea.leaveVoice();
  await story.settle();
  expect(theRoom().id).toBe(room.id);
});

test('each their own, and who comes back is taken back to theirs', async () => {
  await stage.enter(lea);
  await stage.enter(ali);
  expect(stage.rooms().map(({ name }) => name)).toEqual(['Salle de lea.martin', 'Salle de ali.benamar']);
  const own = lea.voice()?.id ?? '';
  zoe.joinVoice(own);
  await story.settle();
  await stage.enter(lea);
  expect(lea.voice()?.id).toBe(own);
  expect(stage.rooms()).toHaveLength(2);
  // Alone, they go round through the lobby: the room is kept for them, or a fresh one is made.
  zoe.leaveVoice();
  await story.settle();
  await stage.enter(lea);
  expect(lea.voice()?.name).toBe('Salle de lea.martin');
  expect(stage.rooms()).toHaveLength(2);
});

describe('the panel in its chat', () => {
  test('who opened it sets places and name; others may not, whatever they forge; staff may, and it leaves a trace', async () => {
    await stage.enter(lea);
    const room = theRoom();
    const form = await lea.press(panelIn(lea, room), 'voice:change:');
    expect(JSON.stringify(form.modal)).toContain('Salle de lea.martin');
    await lea.submit(form, { name: 'Révisions SQL', seats: '2' });
    await story.settle();
    expect(theRoom()).toMatchObject({ name: 'Révisions SQL', user_limit: 2 });
    expect(panelIn(lea, room).content).toContain('Places : 2.');

    ali.joinVoice(room.id);
    await story.settle();
    expect(() => zoe.joinVoice(room.id)).toThrow('full');
    const panel = panelIn(ali, room);
    expect(said(await ali.press(panel, 'voice:change:'))).toContain('Only the person who opened the room');
    const { id: roomId } = await story.db.voiceRoom.findFirstOrThrow();
    expect(said(await ali.forge.component(panel, 'voice:change:999999', 2))).toContain('no longer exists');
    expect(await story.db.auditEntry.count({ where: { action: 'voice.change' } })).toBe(0);

    const again = await lea.press(panelIn(lea, room), 'voice:change:');
    expect(said(await lea.submit(again, { name: 'Révisions SQL', seats: 'dix' }))).toContain('de 0 à 99');
    const renaming = await lea.press(panelIn(lea, room), 'voice:change:');
    expect(said(await lea.submit(renaming, { name: 'Autre', seats: '' }))).toContain(
      renamedLately('x').text.fr.split('.')[0] ?? '',
    );
    story.clock.advance(6 * minute);
    const staffForm = await story.boss.press(panelIn(lea, room), 'voice:change:');
    await story.boss.submit(staffForm, { name: 'Salle calme', seats: '0' });
    await story.settle();
    expect(theRoom()).toMatchObject({ name: 'Salle calme', user_limit: 0 });
    expect(await story.db.auditEntry.findFirst({ where: { action: 'voice.change' } })).toMatchObject({
      subject: `room:${roomId}`,
      after: { seats: 0, renamed: true },
    });
  });

  test('the panel of a room that is gone answers that it is', async () => {
    await stage.enter(lea);
    const room = theRoom();
    const panel = panelIn(lea, room);
    lea.leaveVoice();
    await story.settle();
    expect(stage.rooms()).toEqual([]);
    expect(said(await lea.forge.component(panelOf(lea), idsOf(panel)[0] ?? '', 2))).toContain('n’existe plus');
  });
});

test('a room follows the permissions of the channel that opened it: a silence reaches it, and is lifted from it', async () => {
  await stage.enter(lea);
  const room = theRoom();
  const speaks = () => {
    const own = theRoom().permission_overwrites.find(({ id }) => id === story.roleId('CDA Vocale'));
    return (BigInt(own?.allow ?? 0) & PermissionFlagsBits.Speak) !== 0n;
  };
  expect(speaks()).toBe(true);
  await story.boss.run('promo lock', { promo: 'CDA Vocale' });
  await story.settle();
  expect(speaks()).toBe(false);
  // Told in the language in which they introduced themselves.
  await story.introduce(ali, { first: 'Ali', last: 'Benamar', email: 'ali@exemple.fr' });
  await stage.enter(ali);
  expect(stage.rooms()).toEqual([expect.objectContaining({ id: room.id })]);
  expect(ali.messages('dm').at(-1)?.content).toContain('is silent or has ended');
  await story.boss.run('promo unlock', { promo: 'CDA Vocale' });
  await story.settle();
  expect(speaks()).toBe(true);
  await story.later(minute);
  expect(ali.voice()?.name).toBe('Salle de ali.benamar');
});

test('two promos: whoever opens a room in the other leaves the first to those who are in it', async () => {
  const other = await runningPromo(story, { name: 'CDA Autre' });
  const place = await story.db.promoPlace.findFirstOrThrow({ where: { promoId: other.id, key: 'channel:demand' } });
  const { db, clock, sandbox } = story;
  await db.promoMember.create({
    data: { promoId: other.id, guildId: sandbox.guildId, userId: lea.user.id, part: 'learner', addedAt: clock.now() },
  });
  story.boss.guild.members.get(lea.user.id)?.roles.push(story.roleId('CDA Autre'));
  await stage.enter(lea);
  const room = theRoom();
  ali.joinVoice(room.id);
  await story.settle();
  lea.joinVoice(place.discordId ?? '');
  await story.settle();
  expect(lea.voice()?.parent_id).not.toBe(room.parent_id);
  expect(stage.rooms().map(({ id }) => id)).toEqual([room.id]);
  expect(said(await lea.press(panelIn(ali, room), 'voice:change:'))).toContain('Seules la personne');
});

test('a bot that is left alone does not keep a room open', async () => {
  await stage.enter(lea);
  const room = theRoom();
  const player = addUser(story.sandbox.world, { username: 'lecteur.audio', bot: true });
  addMember(story.sandbox.world, story.boss.guild, player.id);
  connect(story.sandbox.world, story.boss.guild, player.id, room.id);
  lea.leaveVoice();
  await story.settle();
  expect(stage.rooms()).toEqual([]);
});

test('renaming the channel changes nothing; a voice channel of another kind opens nothing', async () => {
  stage.lobby().name = 'Ouvrir une salle';
  await stage.enter(lea);
  expect(stage.rooms()).toHaveLength(1);
  lea.leaveVoice();
  await story.settle();
  const sos = await story.db.promoPlace.findFirstOrThrow({ where: { promoId: stage.promo.id, key: 'channel:sos' } });
  lea.joinVoice(sos.discordId ?? '');
  await story.settle();
  expect(stage.rooms()).toEqual([]);
});

test('the comparison of the promo neither reports the rooms nor deletes them', async () => {
  await stage.enter(lea);
  const before = stage.rooms();
  const checked = await story.boss.run('promo check', { promo: 'CDA Vocale' });
  expect(JSON.stringify(messageOf(checked).embeds)).not.toContain('Salle de');
  await story.later(24 * 60 * minute);
  expect(stage.rooms().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('a template says by form which of its voice channels open rooms', async () => {
  const card = await story.boss.run('template edit', { course: 'CDA' });
  const form = await story.boss.select(messageOf(card), 'catalogue:channel:', ['sos']);
  expect(JSON.stringify(form.modal)).toContain('Ouvrir une salle à la demande');
  const saved = await story.boss.submit(form, {
    name: 'Bulle',
    learner: ['write'],
    trainer: ['write'],
    variant: ['both'],
    demand: ['yes'],
  });
  expect(JSON.stringify(messageOf(saved).embeds).match(/ouvre une salle à la demande/g)).toHaveLength(2);
  const promo = await runningPromo(story, { name: 'CDA Bulles' });
  const place = await story.db.promoPlace.findFirstOrThrow({ where: { promoId: promo.id, key: 'channel:sos' } });
  story.boss.joinVoice(place.discordId ?? '');
  await story.settle();
  expect(story.boss.voice()?.name).toBe('Salle de Claire Moreau');
});
