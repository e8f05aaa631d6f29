import { beforeAll, describe, expect, test } from 'vitest';
import { day, hour } from '../../../src/kernel/time.ts';
import { giveRole } from '../../../src/sandbox/operations/members.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { has, idsOf, messageOf, said } from '../onboarding/story.ts';
import { type Story, startStory } from './story.ts';

let story: Story;
let other: Persona;
let trainer: Persona;
beforeAll(async () => {
  story = await startStory();
  other = await story.staff('sophie.marin');
  trainer = await story.arrive('tom.roux');
});

const audited = async (action: string) => story.db.auditEntry.findMany({ where: { action }, orderBy: { id: 'asc' } });
const sees = (person: Persona, name: string) =>
  story.spaceOf(name).channels.filter(({ id }) => person.channels().some((channel) => channel.id === id)).length;
const setRole = (person: Persona, name: string, isGiven: boolean) =>
  giveRole(
    story.sandbox.world,
    { actorId: story.boss.user.id, reason: null },
    story.boss.guild,
    person.user.id,
    story.roleId(name),
    isGiven,
  );

describe('a name', () => {
  test('changes with the role, the category and the channels that bear it, and finds its people', async () => {
    await story.create({ name: 'CDA Lille', start: '01/01/2027' });
    const lea = await story.learner('lea.martin', 'Léa Martin');
    await story.manager.run('promo add', { promo: 'CDA Lille', member: lea.user.id });
    const found = async (text: string) => said(await story.manager.run('member find', { text }));
    expect(await found('martin cda lille')).toContain('Léa Martin');

    const forum = story.spaceOf('CDA Lille').channels[0];
    if (forum) forum.name = 'forum-de-la-promo';
    expect(said(await story.manager.run('promo edit', { promo: 'CDA Lille', name: 'CDA  Roubaix 2027' }))).toContain(
      '**CDA Roubaix 2027** est à jour : le nom.',
    );
    await story.settle();
    const { roles, categories, channels } = story.spaceOf('CDA Roubaix 2027');
    expect([roles, categories.length]).toEqual([1, 1]);
    expect(channels.map(({ name }) => name)).toEqual([
      'forum-cda-roubaix-2027',
      'équipe-cda-roubaix-2027',
      'SOS',
      'général',
      'Sur demande',
    ]);
    expect(said(await story.manager.run('promo check', { promo: 'CDA Roubaix 2027' }))).toContain('tout est comme prévu');
    expect(await found('martin cda lille')).toContain('Personne');
    expect(await found('roubaix lea')).toContain('Léa Martin');
    expect(await audited('promos.rename')).toMatchObject([
      { before: { name: 'CDA Lille' }, after: { name: 'CDA Roubaix 2027' } },
    ]);

    // Who leaves the promo is no longer found by it.
    await story.manager.run('promo remove', { promo: 'CDA Roubaix 2027', member: lea.user.id });
    expect(await found('roubaix lea')).toContain('Personne');
  });

  test('that is taken, empty or the same is refused, in the language of the person', async () => {
    await story.create({ name: 'TSSR', start: '01/02/2027' });
    const edit = async (name: string) => said(await story.manager.run('promo edit', { promo: 'TSSR', name }));
    expect(await edit('cda roubaix 2027')).toContain('nom');
    expect(await edit('🎓')).toContain('ne convient pas');
    expect(await edit('TSSR')).toContain('Rien ne change');
    story.manager.user.locale = 'en-US';
    expect(await edit('TSSR')).toContain('Nothing changes');
    story.manager.user.locale = 'fr';
    expect((await story.promo('TSSR')).name).toBe('TSSR');
  });

  test('wanted by many at once goes to one', async () => {
    const promos = [];
    for (let index = 0; index < 4; index++) promos.push(await story.create({ name: `Course ${index}`, start: '01/02/2027' }));
    const outcomes = await Promise.all(
      promos.map((id) => story.manager.run('promo edit', { promo: String(id), name: 'La même' })),
    );
    expect(outcomes.filter((outcome) => said(outcome).includes('est à jour'))).toHaveLength(1);
    await story.settle();
    expect(await story.db.promo.count({ where: { name: 'La même' } })).toBe(1);
  });
});

describe('who manages and who teaches', () => {
  const name = 'DWWM';
  let id = 0;
  beforeAll(async () => {
    id = await story.create({ name, start: '01/01/2027', trainer1: trainer.user.id });
  });

  test('is chosen in a form: doors open, close and change', async () => {
    expect([sees(story.manager, name), sees(other, name), sees(trainer, name)]).toEqual([5, 0, 5]);
    const card = await story.manager.run('promo show', { promo: name });
    const form = await story.manager.press(messageOf(card), `promos:edit:${id}`);
    const done = await story.manager.submit(form, { name, manager: [other.user.id], trainers: [story.manager.user.id] });
    expect(said(done)).toContain('la gestion de projet et l’équipe pédagogique');
    await story.settle();
    expect((await story.promo(name)).managerId).toBe(other.user.id);
    expect([sees(story.manager, name), sees(other, name), sees(trainer, name)]).toEqual([5, 5, 0]);
    // The former manager teaches now: the rights of a trainer, no longer those of the staff.
    const space = await story.manager.run('promo check', { promo: name });
    expect(said(space)).toContain('tout est comme prévu');
    expect((await audited('promos.appoint')).length).toBe(1);
  });

  test('only staff manage', async () => {
    const refusal = await story.manager.run('promo edit', { promo: name, manager: trainer.user.id });
    expect(said(refusal)).toContain('équipe du centre');
    expect((await story.promo(name)).managerId).toBe(other.user.id);
  });

  test('a learner of the promo is not made its trainer by the form', async () => {
    const lou = await story.learner('lou.petit', 'Lou Petit');
    await story.manager.run('promo add', { promo: name, member: lou.user.id });
    const form = await story.manager.press(messageOf(await story.manager.run('promo show', { promo: name })), 'promos:edit:');
    const refusal = await story.manager.submit(form, { name, manager: [other.user.id], trainers: [lou.user.id] });
    expect(said(refusal)).toContain('en formation');
  });

  test('whoever loses the role of staff sees it no more, and staff are asked to name somebody', async () => {
    setRole(other, 'Gestion de projet', false);
    await story.settle();
    expect(sees(other, name)).toBe(0);
    expect((await story.promo(name)).managerId).toBeNull();
    const alert = story.manager.messages('alertes').at(-1);
    expect(alert?.content).toContain(`**${name}**`);
    expect(alert && idsOf(alert)).toContain('promos:orphan');
    expect(JSON.stringify(messageOf(await story.manager.run('home')))).toContain('n’a personne pour la gérer');
    if (!alert) throw new Error('no alert');
    const form = await story.manager.select(alert, 'promos:orphan', [String(id)]);
    await story.manager.submit(form, { name, manager: [story.manager.user.id], trainers: [] });
    await story.settle();
    expect(sees(story.manager, name)).toBe(5);
    expect(JSON.stringify(messageOf(await story.manager.run('home')))).not.toContain('personne pour la gérer');
    // A forged choice finds nothing.
    expect(
      said(await story.manager.select(alert, 'promos:orphan', ['999999']).catch(() => ({ message: null }) as never)),
    ).not.toContain('DWWM');
  });

  test('an administrator by permission stays', async () => {
    await story.manager.run('promo edit', { promo: name, manager: story.boss.user.id });
    await story.settle();
    setRole(story.boss, 'Mentorat', true);
    await story.settle();
    expect((await story.promo(name)).managerId).toBe(story.boss.user.id);
  });

  test('what no event told is found at night; who leaves the server is seen at once', async () => {
    const late = await story.staff('ines.leroy');
    await story.manager.run('promo edit', { promo: name, manager: late.user.id });
    await story.settle();
    late.member?.roles.splice(0, 10);
    await story.later(day);
    await story.later(hour);
    expect((await story.promo(name)).managerId).toBeNull();
    expect(sees(late, name)).toBe(0);

    const gone = await story.staff('paul.henry');
    await story.manager.run('promo edit', { promo: name, manager: gone.user.id });
    await story.settle();
    gone.leave();
    await story.settle();
    expect((await story.promo(name)).managerId).toBeNull();
    const open = story.spaceOf(name).channels.flatMap(({ permission_overwrites }) => permission_overwrites.map((one) => one.id));
    expect(open).not.toContain(gone.user.id);
  });

  test('a role of the staff that was deleted by mistake takes no promo from anybody', async () => {
    const careful = await story.staff('nora.petit');
    await story.manager.run('promo edit', { promo: name, manager: careful.user.id });
    await story.settle();
    const role = story.roleId('Direction de campus');
    const { roles } = story.boss.guild;
    const kept = roles.get(role);
    roles.delete(role);
    setRole(careful, 'Gestion de projet', false);
    await story.settle();
    await story.later(day);
    expect((await story.promo(name)).managerId).toBe(careful.user.id);
    if (kept) roles.set(role, kept);
    await story.later(day);
    await story.later(hour);
    expect((await story.promo(name)).managerId).toBeNull();
  });

  test('what is archived or cancelled does not change', async () => {
    const cancelled = await story.manager.run('promo cancel', { promo: name });
    expect(has(cancelled, 'promos:confirm:')).toBe(true);
    await story.manager.press(messageOf(cancelled), 'promos:confirm:');
    await story.settle();
    expect(said(await story.manager.run('promo edit', { promo: String(id), name: 'Autre' }))).toContain('ne change plus');
  });
});
