import { type APIMessage, ChannelType } from 'discord-api-types/v10';
import { day, second } from '../../kernel/time.ts';
import { type Component, walk } from '../components.ts';
import type { Outcome, Persona } from '../persona/persona.ts';
import { awaited, has, messageWith, once, present, reached, type Stage, shown, textOf, together, until } from './act.ts';
import { campaign, circle, type Duo, duos, flash, type Helper, helpers, type Wish, wishes } from './mentors.ts';

const manager = 'thomas.vasseur';
const desk = 'suivi-mentorat';

type Scene = { stage: Stage; acts: Set<string>; staff: Persona };

/**
 * Mentors, learners who wait, pairs at each stage, a campaign, a circle and a flash session, as those people make them. Profiles are written while the promos
 * are made, and what needs both after. What failed, if anything.
 */
export async function playMentoring(stage: Stage, acts: Set<string>, promos: Promise<unknown>): Promise<string | null> {
  const staff = present(stage, manager);
  if (!staff) return null;
  const scene: Scene = { stage, acts, staff };
  try {
    await until(stage.world, () => staff.commands().some(({ path }) => path === 'mentoring dashboard'));
    await together(helpers.map((helper) => playHelper(scene, helper)));
    await together(wishes.map((wish) => writeWish(scene, wish)));
    await together([playCircle(scene), playFlash(scene)]);
    await promos;
    await together([playCampaign(scene), ...wishes.map((wish) => ask(scene, wish)), ...duos.map((duo) => playDuo(scene, duo))]);
    return null;
  } catch (error) {
    return `The mentoring: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** How long after the start `playLater` has something to play, in milliseconds. */
export const laterAfter = 75 * second;

/** What has to wait for its hour: those whose session has begun say that it took place. Nothing for whom it has not. */
export async function playLater(stage: Stage, acts: Set<string>): Promise<void> {
  for (const { mentor: username, learner, session } of duos) {
    const mentor = present(stage, username);
    if (!session?.soon || !mentor || !acts.has(`session ${learner}`) || acts.has(`session done ${learner}`)) continue;
    const card = cardIn({ stage }, mentor, learner, 'mentoring:session:list:');
    if (!card) continue;
    const list = shown(await mentor.press(card, 'mentoring:session:list:'));
    const found = has(list, 'mentoring:session:open:') ? shown(await mentor.press(list, 'mentoring:session:open:')) : list;
    const answers = [list, found];
    // Its hour has not come, or those at the page have answered.
    if (has(found, 'mentoring:session:done:'))
      await once(acts, `session done ${learner}`, async () => {
        answers.push(shown(await mentor.press(found, 'mentoring:session:done:')));
      });
    // As after every act of the seed: nobody at the page reads answers that they did not ask for.
    for (const { id, channel_id } of answers) stage.world.messages.get(channel_id)?.delete(id);
  }
}

const dayFromNow = ({ world }: Stage, days: number): string =>
  new Date(world.clock.now().getTime() + days * day).toISOString().slice(0, 10).split('-').reverse().join('/');

/** Presses, and sends the form that opens. */
async function fill(
  person: Persona,
  message: APIMessage,
  target: string,
  values: Parameters<Persona['submit']>[1],
): Promise<APIMessage> {
  return shown(await person.submit(reached(await person.press(message, target)), values));
}

/** What a command shows, after its form when it opens one. */
async function begin(person: Persona, command: string, values: Parameters<Persona['submit']>[1]): Promise<APIMessage> {
  const outcome: Outcome = reached(await person.run(command));
  return outcome.modal ? shown(await person.submit(outcome, values)) : shown(outcome);
}

/** The newest message for that person with such a component, direct messages included. */
const toldWith = (person: Persona, prefix: string, words: string): APIMessage | undefined => {
  const dm = person.channels().find(({ type }) => type === ChannelType.DM);
  const wanted = (message: APIMessage) => textOf(message).includes(words);
  const direct = dm && person.messages(dm.id).findLast((message) => has(message, prefix) && wanted(message));
  return direct ?? messageWith(person, prefix, wanted);
};

async function playHelper(scene: Scene, { by, help, frame, after }: Helper): Promise<void> {
  const { stage, acts, staff } = scene;
  const person = present(stage, by);
  if (!person) return;
  await once(acts, `mentor ${by}`, async () => {
    let screen = shown(await person.run('mentoring profile'));
    if (has(screen, 'mentoring:apply:begin') || has(screen, 'mentoring:apply')) {
      const first = has(screen, 'mentoring:apply:change:') ? 'mentoring:apply:change:' : 'mentoring:apply';
      screen = await fill(person, screen, first, help);
      screen = await fill(person, screen, 'mentoring:apply:more:', { ...frame, zone: [] });
    }
    if (!has(screen, 'mentoring:charter:')) return;
    screen = shown(await person.press(screen, 'mentoring:charter:'));
    shown(await person.press(screen, 'mentoring:charter:send:'));
  });
  if (after === 'waits') return;
  await once(acts, `mentor accepted ${by}`, async () => {
    const card = await awaited(stage.world, () =>
      staff.messages(desk).findLast((message) => JSON.stringify(message.embeds).includes(`<@${person.user.id}>`)),
    );
    // It was answered before.
    if (has(card, `mentoring:approve:${person.user.id}:`))
      reached(await staff.press(card, `mentoring:approve:${person.user.id}:`));
  });
  if (!after) return;
  const until = dayFromNow(stage, after.pausedFor);
  await once(acts, `mentor paused ${by}`, async () => void shown(await person.run('mentoring pause', { until })));
}

async function writeWish(scene: Scene, { by, stage: level, place, asks: _, ...wish }: Wish): Promise<void> {
  const { stage, acts } = scene;
  const person = present(stage, by);
  if (!person) return;
  await once(acts, `wish ${by}`, async () => {
    const screen = await begin(person, 'mentoring request', wish);
    if (!has(screen, 'mentoring:request:more')) return;
    await fill(person, screen, 'mentoring:request:more', { ways: ['voice', 'text'], stage: level, place, zone: ['guild'] });
  });
}

async function ask({ stage, acts }: Scene, { by, asks }: Wish): Promise<void> {
  const person = present(stage, by);
  if (!person || asks.length === 0) return;
  await once(acts, `asks ${by}`, async () => {
    const outcome = reached(await person.run('mentoring request'));
    // Withdrawn meanwhile, or a mentor was found.
    if (!outcome.message || !has(outcome.message, 'mentoring:choose:list:')) return;
    const mentors = shown(await person.press(outcome.message, 'mentoring:choose:list:'));
    const offered = optionsOf(mentors, `mentoring:choose:${person.guild.id}`).map(({ value }) => value);
    const wanted = asks.map((username) => present(stage, username)?.user.id ?? '').filter((id) => offered.includes(id));
    if (wanted.length > 0) shown(await person.select(mentors, `mentoring:choose:${person.guild.id}`, wanted));
  });
}

/** What can be chosen in a select of that message. */
function optionsOf(message: APIMessage, prefix: string): { value: string; label: string }[] {
  const found = [...walk((message.components ?? []) as unknown as readonly Component[])].map(({ component }) => component);
  const chosen = found.find(({ custom_id, options }) => custom_id?.startsWith(prefix) && Array.isArray(options));
  return (chosen?.options ?? []) as { value: string; label: string }[];
}

/** The thread of that learner's pair, as this person sees it: it is named after both. */
function roomOf({ stage }: Pick<Scene, 'stage'>, person: Persona, learner: string): APIMessage[] {
  const name = present(stage, learner)?.user.global_name;
  const rooms = person.channels().filter((channel) => channel.thread && name && channel.name.endsWith(` · ${name}`));
  return rooms.flatMap(({ id }) => person.messages(id));
}

const cardIn = (scene: Pick<Scene, 'stage'>, person: Persona, learner: string, prefix: string): APIMessage | undefined =>
  roomOf(scene, person, learner).findLast((message) => has(message, prefix));

async function meet(scene: Scene, { mentor: byMentor, learner: byLearner, byHand }: Duo): Promise<void> {
  const { stage, acts, staff } = scene;
  const [mentor, learner] = [present(stage, byMentor), present(stage, byLearner)];
  if (!mentor || !learner) return;
  await once(acts, `pair ${byLearner}`, async () => {
    if (byHand) {
      const preview = shown(await staff.run('mentoring pair', { mentor: mentor.user.id, learner: learner.user.id }));
      if (has(preview, 'mentoring:pair:yes_both:')) shown(await staff.press(preview, 'mentoring:pair:yes_both:'));
      return;
    }
    const name = learner.user.global_name ?? '';
    const asked = await awaited(
      stage.world,
      () => toldWith(mentor, 'mentoring:accept:', name) ?? cardIn(scene, mentor, byLearner, 'mentoring:goals:'),
    );
    if (has(asked, 'mentoring:accept:')) shown(await mentor.press(asked, 'mentoring:accept:'));
  });
}

async function playDuo(scene: Scene, duo: Duo): Promise<void> {
  const { stage, acts } = scene;
  const { learner: name, hello, session, goals = [], pausedFor, ended } = duo;
  await meet(scene, duo);
  const [mentor, learner] = [present(stage, duo.mentor), present(stage, name)];
  if (!mentor || !learner) return;
  await once(acts, `room ${name}`, () =>
    until(stage.world, () => cardIn(scene, learner, name, 'mentoring:goals:') !== undefined),
  );
  // Those at the page may have ended it since.
  const card = cardIn(scene, learner, name, 'mentoring:goals:');
  if (!card) return;
  if (hello)
    await once(acts, `hello ${name}`, () => void (hello.by === 'mentor' ? mentor : learner).write(card.channel_id, hello.text));
  for (const { text, progress } of goals) await once(acts, `goal ${name} ${text}`, () => setGoal(learner, card, text, progress));
  if (session) {
    const { when, minutes, theme } = session;
    await once(
      acts,
      `session ${name}`,
      async () => void (await fill(learner, card, 'mentoring:plan:', { when, minutes, theme: [theme] })),
    );
  }
  if (pausedFor)
    await once(
      acts,
      `rest ${name}`,
      async () => void (await fill(learner, card, 'mentoring:rest:', { until: dayFromNow(stage, pausedFor) })),
    );
  if (ended)
    await once(
      acts,
      `parted ${name}`,
      async () => void (await fill(learner, card, 'mentoring:end:', { choice: 'finished', reason: ended })),
    );
}

async function setGoal(person: Persona, card: APIMessage, text: string, progress: string): Promise<void> {
  let screen = shown(await person.press(card, 'mentoring:goals:'));
  if (!textOf(screen).includes(text)) screen = await fill(person, screen, 'mentoring:goal_add:', { text });
  if (progress === '0') return;
  const [picked] = optionsOf(screen, 'mentoring:goal_pick:').filter(({ label }) => label.includes(text.slice(0, 20)));
  const goal = shown(await person.select(screen, 'mentoring:goal_pick:', [picked?.value ?? '']));
  shown(await person.select(goal, 'mentoring:goal_progress:', [progress]));
}

async function playCampaign(scene: Scene): Promise<void> {
  const { stage, acts, staff } = scene;
  const { name, lasts, promos, learners, mentors } = campaign;
  await once(acts, `campaign ${name}`, async () => {
    const list = shown(await staff.run('mentoring campaign'));
    if (textOf(list).includes(name)) return;
    let card = await fill(staff, list, 'mentoring:campaign:new', {
      name,
      opens: dayFromNow(stage, 0),
      closes: dayFromNow(stage, lasts),
      coordinator: [staff.user.id],
      minimum: 'any',
    });
    card = shown(await staff.press(card, 'mentoring:campaign:promos:'));
    card = shown(await staff.select(card, 'mentoring:campaign:chosen:', promos));
    card = shown(await staff.press(card, 'mentoring:campaign:show:'));
    shown(await staff.press(card, 'mentoring:campaign:plan:'));
  });
  await together(
    [...learners, ...mentors].map(async (username) => {
      const person = present(stage, username);
      if (!person) return;
      await once(acts, `join campaign ${username}`, async () => {
        const invite = await awaited(stage.world, () => messageWith(person, 'mentoring:join:'));
        shown(await person.press(invite, 'mentoring:join:'));
      });
    }),
  );
}

async function playCircle(scene: Scene): Promise<void> {
  const { stage, acts } = scene;
  const { by, title, theme, about, capacity, lasts, learners } = circle;
  const mentor = present(stage, by);
  if (!mentor) return;
  await once(acts, `circle ${title}`, async () => {
    const list = shown(await mentor.run('mentoring circle'));
    if (textOf(list).includes(title)) return;
    const typed = { title, themes: [theme], about, capacity: [capacity], end: dayFromNow(stage, lasts) };
    const draft = await fill(mentor, list, 'mentoring:circle:new:', typed);
    shown(await mentor.press(draft, 'mentoring:circle:publish:'));
  });
  for (const username of learners) {
    const person = present(stage, username);
    if (!person) continue;
    await once(acts, `join circle ${username}`, async () => {
      const card = await awaited(stage.world, () => messageWith(person, 'mentoring:circle:join:'));
      shown(await person.press(card, 'mentoring:circle:join:'));
    });
  }
}

async function playFlash({ stage, acts }: Scene): Promise<void> {
  const { by, theme, about, when, languages } = flash;
  const person = present(stage, by);
  if (!person) return;
  await once(acts, `flash ${by}`, async () => {
    const screen = shown(await person.run('mentoring flash'));
    if (!has(screen, 'mentoring:flash:ask')) return;
    await fill(person, screen, 'mentoring:flash:ask', { themes: theme, about, availability: when, skills: '', languages });
  });
}
