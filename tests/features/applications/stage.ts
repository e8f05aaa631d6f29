import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Company, Offer } from '../../../prisma/client/client.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { aCompany, anOffer, aRecruiter, withoutForum } from '../jobs/factory.ts';
import { panelOf, type Story, startStory } from '../onboarding/story.ts';

export const cvBytes = '%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF';
export const letter = 'Bonjour, j’ai refait le site d’un atelier de vélos et je voudrais en faire mon métier.';

export type Stage = {
  story: Story;
  company: Company;
  recruiter: Persona;
  offer(overrides?: Parameters<typeof anOffer>[1]): Promise<Offer>;
  /** Somebody with that role of the bot, by its name in French. */
  person(username: string, role: string, locale?: 'fr' | 'en-US'): Promise<Persona>;
  /** Presses a button that a card of another feature carries. */
  push(person: Persona, customId: string): Promise<Outcome>;
  /** From *Postuler* to the answer. */
  apply(person: Persona, offer: Offer, fields?: Parameters<Persona['submit']>[1]): Promise<Outcome>;
  idOf(person: Persona, offer: Offer): Promise<number>;
  /** Private threads of applications, as the server has them. */
  threads(): { id: string; name: string; members: string[] }[];
  threadOf(person: Persona, offer: Offer): Promise<string>;
};

export async function onStage(): Promise<Stage> {
  const story = await startStory();
  const { db, boss } = story;
  const { guildId } = story.sandbox;
  await withoutForum(db, guildId);
  const person: Stage['person'] = async (username, role, locale = 'fr') => {
    const someone = await story.arrive(username, { locale });
    boss.guild.members.get(someone.user.id)?.roles.splice(0, 10, story.roleId(role));
    return someone;
  };
  const recruiter = await person('celine.marchand', 'Recrutement');
  const company = await aCompany(db, { guildId, name: 'Atelier Pignon' });
  await aRecruiter(db, company, { userId: recruiter.user.id });
  const push: Stage['push'] = (who, customId) => who.forge.component(panelOf(who), customId, ComponentType.Button);
  const idOf: Stage['idOf'] = async (who, { id: offerId }) =>
    (await db.application.findFirstOrThrow({ where: { userId: who.user.id, offerId }, orderBy: { id: 'desc' } })).id;
  return {
    story,
    company,
    recruiter,
    offer: (overrides = {}) =>
      anOffer(db, {
        guildId,
        companyId: company.id,
        authorId: recruiter.user.id,
        createdAt: story.clock.now(),
        ...overrides,
      }),
    person,
    push,
    async apply(who, offer, fields = {}) {
      const form = await push(who, `jobs:apply:${offer.id}`);
      const answer = await who.submit(form, { message: letter, consent: true, ...fields });
      await story.settle();
      return answer;
    },
    idOf,
    threads: () =>
      [...story.sandbox.world.channels.values()]
        .filter(({ parent_id, thread }) => thread && story.sandbox.world.channels.get(parent_id ?? '')?.name === 'candidatures')
        .map(({ id, name, thread }) => ({ id, name, members: (thread?.members ?? []).map(({ user_id }) => user_id).sort() })),
    async threadOf(who, offer) {
      const { roomChannelId } = await db.application.findUniqueOrThrow({ where: { id: await idOf(who, offer) } });
      if (!roomChannelId) throw new Error('no thread');
      return roomChannelId;
    },
  };
}

/** All that a message says, components included. */
export const allOf = (message: APIMessage | null | undefined): string => JSON.stringify(message ?? null);
export const toldTo = (person: Persona): string[] => {
  try {
    return person.messages('dm').map((message) => message.content);
  } catch {
    return [];
  }
};
