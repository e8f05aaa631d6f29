import type { APIMessage } from 'discord-api-types/v10';
import type { Company } from '../../../prisma/client/client.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import type { Channel } from '../../../src/sandbox/world.ts';
import { messageOf, type Story, startStory } from '../onboarding/story.ts';
import { aCompany, aRecruiter } from './factory.ts';

/** All that a person reads of a message, in the order of the screen, as Discord shows escaped characters. */
export function read(message: APIMessage | null | undefined): string {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    if (typeof value !== 'object' || value === null) return;
    const { content, label, components, component } = value as Record<string, unknown>;
    if (typeof content === 'string') texts.push(content);
    if (typeof label === 'string') texts.push(label);
    walk(components);
    walk(component);
  };
  walk(message);
  return texts
    .filter(Boolean)
    .join('\n')
    .replace(/\\([^\w\s])/g, '$1');
}

export const goodText = {
  title: 'Développement web (F/H)',
  missions: 'Vous développez et maintenez le site de réservation, avec deux collègues qui relisent votre code chaque jour.',
  profile: 'Vous savez écrire du JavaScript et du SQL, et vous aimez expliquer ce que vous faites.',
  process: 'Un échange de trente minutes, puis une demi-journée avec l’équipe. Réponse en une semaine.',
};
export const goodTerms = {
  contract: ['cdi'],
  place: 'Lille (59)',
  remote: ['partial_2'],
  pay: '28 000 - 32 000 € brut par an',
  dates: 'dès que possible',
};

export type Stage = Story & {
  company: Company;
  recruiter: Persona;
  manager: Persona;
  /** Somebody with that role. */
  withRole(username: string, role: string, locale?: 'fr' | 'en-US'): Promise<Persona>;
  /** From the command to the preview. */
  write(person: Persona, text?: Partial<typeof goodText>, terms?: Partial<typeof goodTerms>): Promise<Outcome>;
  /** Written, sent and accepted; its id. */
  online(person?: Persona, text?: Partial<typeof goodText>): Promise<number>;
  posts(): Channel[];
  postOf(offerId: number): Promise<{ thread: Channel; message: APIMessage }>;
  /** The staff's cards, newest last. */
  cards(): APIMessage[];
};

/** A server that is set up, a verified company and its recruiter, and somebody who reviews. */
export async function onStage(): Promise<Stage> {
  const story = await startStory();
  const { db, boss, sandbox } = story;
  const guildId = sandbox.guildId;
  const hiringId = boss.channel('suivi-recrutement').id;
  const withRole: Stage['withRole'] = async (username, role, locale = 'fr') => {
    const person = await story.arrive(username, { locale });
    boss.guild.members.get(person.user.id)?.roles.push(story.roleId(role));
    return person;
  };
  const company = await aCompany(db, { guildId, name: 'Atelier *Vélo*', createdAt: story.clock.now() });
  const recruiter = await withRole('rita.recrute', 'Recrutement');
  await aRecruiter(db, company, { userId: recruiter.user.id });
  const manager = await story.staff('nadia.benali');

  const write: Stage['write'] = async (person, text = {}, terms = {}) => {
    const draft = await person.submit(await person.run('job post'), { ...goodText, ...text });
    const opened = await person.press(messageOf(draft), 'jobs:terms');
    return person.submit(opened, { ...goodTerms, ...terms });
  };
  const cards = () => manager.messages(hiringId).filter((message) => /n° \d+/.test(read(message)));
  const posts = () => {
    const forum = boss.channels().find(({ name }) => name === 'offres');
    return [...sandbox.world.channels.values()].filter(({ parent_id }) => parent_id === forum?.id);
  };
  return {
    ...story,
    get app() {
      return story.app;
    },
    company,
    recruiter,
    manager,
    withRole,
    write,
    cards,
    posts,
    async online(person = recruiter, text = {}) {
      const draft = await write(person, text);
      await person.press(messageOf(draft), 'jobs:submit');
      await story.settle();
      const { id, revision } = await db.offer.findFirstOrThrow({ where: { state: 'pending' }, orderBy: { id: 'desc' } });
      const card = cards().at(-1);
      if (!card) throw new Error('no card');
      await manager.press(card, `jobs:approve:${id}:${revision}`);
      await story.settle();
      return id;
    },
    async postOf(offerId) {
      const { threadId } = await db.offer.findUniqueOrThrow({ where: { id: offerId } });
      const thread = sandbox.world.channels.get(threadId ?? '');
      const message = thread && boss.messages(thread.id)[0];
      if (!thread || !message) throw new Error(`no post of offer ${offerId}`);
      return { thread, message };
    },
  };
}
