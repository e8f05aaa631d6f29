import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { beforeAll, expect, test } from 'vitest';
import { cardOf, messageOf, panelOf, type Story, said, startStory } from './story.ts';

let story: Story;
let staff: Awaited<ReturnType<Story['staff']>>;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
});

const { Button, StringSelect } = ComponentType;
const denied = /réservée à d’autres rôles/;
const stale = /n’est plus actif/;
const pendingOf = (userId: string) => story.db.identificationRequest.findFirstOrThrow({ where: { userId, status: 'pending' } });

test('a newcomer who forges staff buttons is refused, and nothing changes', async () => {
  const person = await story.arrive('forger');
  await story.introduce(person);
  const { id } = await pendingOf(person.user.id);
  const panel = panelOf(person);
  for (const address of [`approve:${id}:0`, `refuse:${id}`, `ask:${id}`, `address:${id}`])
    expect(said(await person.forge.component(panel, `onboarding:${address}`, Button))).toMatch(denied);
  expect(said(await person.forge.component(panel, 'onboarding:queue', Button))).toMatch(denied);
  expect(said(await person.forge.component(panel, 'onboarding:page:0', Button))).toMatch(denied);
  expect(said(await person.forge.component(panel, `onboarding:as:${id}`, StringSelect, ['staff']))).toMatch(denied);
  const reason = [
    { type: ComponentType.Label, id: 1, component: { type: ComponentType.TextInput, id: 2, custom_id: 'reason', value: 'x' } },
  ];
  expect(said(await person.forge.modal(`onboarding:refusal:${id}`, reason))).toMatch(denied);
  await story.settle();
  expect((await pendingOf(person.user.id)).kind).toBe('learner');
  expect(story.rolesOf(person)).toEqual(['Bienvenue']);
});

test('somebody else’s request cannot be corrected or withdrawn', async () => {
  const owner = await story.arrive('true.owner');
  await story.introduce(owner);
  const { id } = await pendingOf(owner.user.id);
  const other = await story.arrive('other.person');
  const { guildId } = story.sandbox;
  for (const action of ['correct', 'withdraw'])
    expect(said(await other.forge.component(panelOf(other), `onboarding:${action}:${guildId}:${id}`, Button))).toMatch(
      /plus ouverte/,
    );
  await story.settle();
  expect((await pendingOf(owner.user.id)).userId).toBe(owner.user.id);
});

test.each([
  'onboarding:approve',
  'onboarding:approve:',
  'onboarding:approve:abc:0',
  'onboarding:approve:-1:0',
  'onboarding:approve:1.5:0',
  'onboarding:approve:99999999999999999999:0',
  'onboarding:approve:1',
  'onboarding:approve:1:2:3',
  'onboarding:page:-1',
  'onboarding:nothing:1',
  'onboarding:start:1',
])('%s is no button of ours', async (customId) => {
  expect(said(await staff.forge.component(panelOf(staff), customId, Button))).toMatch(stale);
});

test('staff who press for a request that does not exist are told so', async () => {
  expect(said(await staff.forge.component(panelOf(staff), 'onboarding:approve:2147483647:0', Button))).toMatch(/n’existe pas/);
});

test('a request of another server is unknown here', async () => {
  const foreign = await story.db.identificationRequest.create({
    data: {
      guildId: '1592090689536000099',
      userId: '1592090689536000098',
      status: 'pending',
      kind: 'learner',
      firstName: 'Ada',
      lastName: 'Lovelace',
      email: 'ada@exemple.fr',
      createdAt: story.clock.now(),
      submittedAt: story.clock.now(),
    },
  });
  for (const address of [`approve:${foreign.id}:0`, `refuse:${foreign.id}`, `ask:${foreign.id}`, `address:${foreign.id}`])
    expect(said(await staff.forge.component(panelOf(staff), `onboarding:${address}`, Button))).toMatch(/n’existe pas/);
  expect(await story.db.identificationRequest.findUniqueOrThrow({ where: { id: foreign.id } })).toEqual(foreign);
});

test('a kind that is none, or a form that skips the select, changes nothing', async () => {
  const person = await story.arrive('no.kind');
  const { guildId } = story.sandbox;
  expect(said(await person.forge.component(panelOf(person), `onboarding:kind:${guildId}`, StringSelect, ['admin']))).toMatch(
    /qui vous êtes/,
  );
  story.clock.advance(5_000);
  expect(said(await person.forge.component(panelOf(person), `onboarding:kind:${guildId}`, StringSelect, ['toString']))).toMatch(
    /qui vous êtes/,
  );
  const fields = ['first_name', 'last_name', 'email'].map((custom_id, index) => ({
    type: ComponentType.Label,
    id: 2 * index + 1,
    component: {
      type: ComponentType.TextInput,
      id: 2 * index + 2,
      custom_id,
      value: custom_id === 'email' ? 'a@exemple.fr' : 'Ada',
    },
  }));
  expect(said(await person.forge.modal(`onboarding:form:${guildId}`, fields))).toMatch(/accepter les règles/);
  expect(await story.db.identificationRequest.count({ where: { userId: person.user.id } })).toBe(0);
});

test('an outdated notice is shown again instead of being taken for the present one', async () => {
  const person = await story.arrive('old.notice');
  const own = await person.press(panelOf(person), 'onboarding:start');
  const again = await person.forge.component(messageOf(own), `onboarding:accept:${story.sandbox.guildId}:2020-01`, Button);
  expect(JSON.stringify(messageOf(again))).toContain('onboarding:accept:');
  expect(await story.db.consent.count({ where: { userId: person.user.id } })).toBe(0);
});

test('staff cannot decide about themselves', async () => {
  await story.introduce(staff, { kind: 'staff', first: 'Thomas', last: 'Vasseur' });
  expect(said(await staff.press(cardOf(staff), 'onboarding:approve:'))).toMatch(/propre demande/);
  expect((await pendingOf(staff.user.id)).status).toBe('pending');
});

test('what was typed in a refused form is kept for the correction', async () => {
  const person = await story.arrive('bad.form');
  const notice = await person.press(panelOf(person), 'onboarding:start');
  const kinds = await person.press(messageOf(notice), 'onboarding:accept');
  const form = await person.select(messageOf(kinds), 'onboarding:kind', ['learner']);
  const refused = await person.submit(form, { first_name: '<@123456789012345678>', last_name: 'Martin', email: 'martin' });
  expect(said(refused)).toMatch(/Prénom/);
  expect(said(refused)).toMatch(/e-mail/);
  const again = await person.press(messageOf(refused), 'Corriger');
  expect(JSON.stringify(again.modal)).toContain('"value":"Martin"');
  story.clock.advance(5_000);
  const sent = await person.submit(again, { first_name: 'Zoé', last_name: 'Martin', email: 'zoe@exemple.fr' });
  expect(said(sent)).toContain('Zoé Martin');
});

test('the way in is the panel’s first button', () => {
  expect(panelOf(staff).components?.[0]).toMatchObject({
    components: [{ style: ButtonStyle.Primary, custom_id: 'onboarding:start' }, { custom_id: 'home:open' }],
  });
});
