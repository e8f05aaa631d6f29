import { type APIMessage, ChannelType } from 'discord-api-types/v10';
import { day } from '../kernel/time.ts';
import { conversations, emailOf, fullName, type Inhabitant, inhabitants, owner, usernameOf } from './community.ts';
import { giveRole } from './operations/members.ts';
import { createMessage } from './operations/messages.ts';
import type { Persona } from './persona/persona.ts';
import { addBot, addChannel, addGuild, addMember, addUser } from './population.ts';
import { has, messageWith, once, reached, type Stage, until, userCalled } from './seed/act.ts';
import { playHiring } from './seed/hiring.ts';
import { playMentoring } from './seed/mentoring.ts';
import { playModeration } from './seed/moderation.ts';
import { playPromos } from './seed/promos.ts';
import { type Guild, snowflakeAt, type User, type World } from './world.ts';

/**
 * Fills an empty world with the server that `npm start` shows: its owner, the bot, about forty people and a few public channels.
 * The roles and channels of the bot are not there: `/setup auto` makes them.
 */
export function seedWorld(world: World): Guild {
  const ownerUser = addInhabitant(world, owner);
  const guild = addGuild(world, { name: 'Simplon Hauts-de-France', ownerId: ownerUser.id, screening: true });
  addBot(world, guild);
  addChannels(world, guild);
  for (const inhabitant of inhabitants) {
    const user = addInhabitant(world, inhabitant);
    const joinedAt = ago(world, inhabitant, 60);
    if (inhabitant.place === 'member') addMember(world, guild, user.id, { joinedAt });
    if (inhabitant.place === 'screening') addMember(world, guild, user.id, { pending: true, joinedAt });
  }
  for (const { channel, by, text } of conversations) {
    const author = userCalled(world, by);
    const place = [...world.channels.values()].find(({ name }) => name === channel);
    if (author && place) createMessage(world, { actorId: author.id, reason: null }, place, { content: text });
  }
  return guild;
}

/** Days ago, each person on a day of their own: a community that came in one minute would look like a raid. */
const ago = (world: World, inhabitant: Inhabitant, days: number): Date =>
  new Date(world.clock.now().getTime() - (days + inhabitants.indexOf(inhabitant) + 1) * day);

function addInhabitant(world: World, inhabitant: Inhabitant): User {
  const user = addUser(world, {
    id: String(snowflakeAt(ago(world, inhabitant, 400).getTime())),
    username: usernameOf(inhabitant),
    globalName: fullName(inhabitant),
    locale: inhabitant.locale,
  });
  user.closedDms = inhabitant.dmsClosed;
  return user;
}

function addChannels(world: World, guild: Guild): void {
  const category = (name: string) => addChannel(world, guild, { name, type: ChannelType.GuildCategory }).id;
  const hall = category('Accueil');
  addChannel(world, guild, {
    name: 'actualités',
    type: ChannelType.GuildAnnouncement,
    parent_id: hall,
    topic: 'Les nouvelles du réseau',
  });
  const general = addChannel(world, guild, { name: 'général', parent_id: hall, topic: 'La vie de la communauté' });
  guild.system_channel_id = general.id;
  const talk = category('Échanges');
  addChannel(world, guild, { name: 'entraide', parent_id: talk, topic: 'Une question ? Quelqu’un l’a sûrement eue avant vous' });
  addChannel(world, guild, { name: 'veille', parent_id: talk, topic: 'Articles, outils et conférences' });
  addChannel(world, guild, { name: 'détente', parent_id: talk });
  addChannel(world, guild, { name: 'Salle commune', type: ChannelType.GuildVoice, parent_id: talk });
}

/** What came of it: how many people are identified, and how many could not be, with the reason of the last. */
export type Played = { identified: number; failed: number; lastFailure: string | null };

/** How many introduce themselves at the same time. */
const atOnce = 12;

/**
 * Makes the community real: the owner sets the bot up, people introduce themselves, staff accept them, all through what each of them
 * sees on Discord; then promos, offers, mentoring and moderation. `acts` holds what was played before and gains what is played now: whatever is in it never happens again, even when
 * it was undone since (a person left, a role was taken back), and whoever was half-way goes on from there.
 */
export async function playSeed(stage: Stage, acts: Set<string>): Promise<Played> {
  const ownerUser = userCalled(stage.world, usernameOf(owner));
  if (!ownerUser) return { identified: 0, failed: 0, lastFailure: 'This world was not seeded.' };
  const boss = stage.persona(ownerUser.id);
  await once(acts, 'set up', () => setUp(stage, boss));

  const played: Played = { identified: 0, failed: 0, lastFailure: null };
  // A few at a time, as people come: one after the other, the first start would be long.
  for (let from = 0; from < inhabitants.length; from += atOnce)
    await Promise.all(
      inhabitants.slice(from, from + atOnce).map((inhabitant) => identify(stage, { boss, acts, played }, inhabitant)),
    );
  for (const inhabitant of inhabitants) await arrive(stage, acts, inhabitant);
  await giveRoles(stage.world, boss, acts);
  const promos = patiently(() => playPromos(stage, acts));
  const [ofPromos, ...others] = await Promise.all([
    promos,
    patiently(() => playHiring(stage, acts)),
    patiently(() => playMentoring(stage, acts, promos)),
    patiently(() => playModeration(stage, acts)),
  ]);
  forgetAnswers(stage.world);
  return { ...played, lastFailure: [played.lastFailure, ofPromos, ...others].find((failure) => failure !== null) ?? null };
}

/** On a busy machine an answer may come too late for Discord: what is not played by then is played once more. */
const patiently = async (play: () => Promise<string | null>): Promise<string | null> => ((await play()) === null ? null : play());

/** What only one person was shown is gone once they come back to Discord: nobody finds the answers to what was played in their name. */
function forgetAnswers({ messages }: World): void {
  for (const ofChannel of messages.values()) for (const { id, only } of ofChannel.values()) if (only) ofChannel.delete(id);
}

type Scene = { boss: Persona; acts: Set<string>; played: Played };

async function identify(stage: Stage, { boss, acts, played }: Scene, inhabitant: Inhabitant): Promise<void> {
  const user = userCalled(stage.world, usernameOf(inhabitant));
  if (!user || !inhabitant.kind || !boss.guild.members.has(user.id) || isIdentified(boss.guild, user, inhabitant)) return;
  const [introducing, accepting] = [`introduce ${user.username}`, `accept ${user.username}`];
  try {
    const introducedBefore = acts.has(introducing);
    await once(acts, introducing, async () => {
      if (!requestOf(boss, user, inhabitant)) await introduce(stage.persona(user.id), inhabitant);
    });
    if (inhabitant.waiting || acts.has(accepting)) return;
    // A request of an earlier start may have been decided or cancelled by those at the page.
    if (introducedBefore && !requestOf(boss, user, inhabitant)) return;
    await once(acts, accepting, () => accept(stage, boss, user, inhabitant));
    played.identified += 1;
  } catch (error) {
    played.failed += 1;
    played.lastFailure = `${fullName(inhabitant)}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Accepting sets the nickname to first and last name. */
const isIdentified = (guild: Guild, user: User, inhabitant: Inhabitant): boolean =>
  guild.members.get(user.id)?.nick === fullName(inhabitant);

async function setUp(stage: Stage, boss: Persona): Promise<void> {
  if (panelFor(boss)) return;
  await until(stage.world, () => boss.commands().some(({ path }) => path === 'setup auto'));
  reached(await boss.run('setup auto'));
  await until(stage.world, () => panelFor(boss) !== undefined);
}

const panelFor = (persona: Persona): APIMessage | undefined => messageWith(persona, 'onboarding:start');

/** The request of that person in the staff channel, while it waits. */
const requestOf = (staff: Persona, user: User, inhabitant: Inhabitant): APIMessage | undefined =>
  messageWith(staff, 'onboarding:approve:', (message) => {
    const shown = JSON.stringify([message.content, message.embeds, message.components]);
    return shown.includes(user.id) || shown.includes(fullName(inhabitant));
  });

async function introduce(persona: Persona, inhabitant: Inhabitant): Promise<void> {
  const panel = panelFor(persona);
  if (!panel) throw new Error('sees no welcome panel');
  let outcome = reached(await persona.press(panel, 'onboarding:start'));
  const kind = inhabitant.kind ?? 'learner';
  // Consent is asked once: somebody who stopped half-way is taken further at once.
  if (outcome.message && has(outcome.message, 'onboarding:accept'))
    outcome = reached(await persona.press(outcome.message, 'onboarding:accept'));
  if (outcome.message && has(outcome.message, 'onboarding:kind'))
    outcome = reached(await persona.select(outcome.message, 'onboarding:kind', [kind]));
  // A server that has promos asks which one.
  if (outcome.message && has(outcome.message, 'onboarding:promo_none'))
    outcome = reached(await persona.press(outcome.message, 'onboarding:promo_none'));
  if (!outcome.modal) throw new Error('is given no form');
  reached(
    await persona.submit(outcome, { first_name: inhabitant.first, last_name: inhabitant.last, email: emailOf(inhabitant) }),
  );
}

async function accept(stage: Stage, staff: Persona, user: User, inhabitant: Inhabitant): Promise<void> {
  await until(stage.world, () => requestOf(staff, user, inhabitant) !== undefined);
  const request = requestOf(staff, user, inhabitant);
  if (!request) throw new Error('has no request in the staff channel');
  reached(await staff.press(request, 'onboarding:approve:'));
  await until(stage.world, () => isIdentified(staff.guild, user, inhabitant));
}

/** Joins and accepts the rules. */
async function arrive({ world, persona }: Stage, acts: Set<string>, inhabitant: Inhabitant): Promise<void> {
  const user = userCalled(world, usernameOf(inhabitant));
  if (!user || inhabitant.place !== 'arriving') return;
  await once(acts, `arrive ${user.username}`, () => {
    const newcomer = persona(user.id);
    newcomer.join({ pending: true });
    newcomer.passScreening();
  });
}

/** Roles that nobody asks the bot for: the owner gives them as on any server. */
async function giveRoles(world: World, boss: Persona, acts: Set<string>): Promise<void> {
  const { guild } = boss;
  for (const inhabitant of inhabitants) {
    const user = userCalled(world, usernameOf(inhabitant));
    for (const role of guild.roles.values()) {
      if (!user || !guild.members.has(user.id) || !inhabitant.roles.includes(role.name)) continue;
      await once(acts, `role ${role.name} ${user.username}`, () =>
        giveRole(world, { actorId: boss.user.id, reason: null }, guild, user.id, role.id, true),
      );
    }
  }
}
