import type { Promo } from '../../../src/features/promos/service/promo.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import type { Invite } from '../../../src/sandbox/world.ts';
import { runningPromo } from '../announcements/promo.ts';
import { type Story, startStory } from '../onboarding/story.ts';

export type Stage = {
  story: Story;
  promo: Promo;
  manager: Persona;
  ask(options?: { uses?: number; days?: number }): Promise<Outcome>;
  /** Invites that Discord has. */
  invites(): Invite[];
  /** Somebody new who opens an invite. */
  come(username: string, code: string): Promise<Persona>;
  waitingRoles(): string[];
};

export async function onStage(name = 'CDA Invitée'): Promise<Stage> {
  const story = await startStory();
  const manager = await story.staff('nadia.benali');
  const promo = await runningPromo(story, { name });
  return {
    story,
    promo,
    manager,
    async ask(options = {}) {
      // Who asks waits for the invite: what failed is tried again meanwhile.
      const [asked] = await Promise.all([manager.run('promo invite', { promo: name, ...options }), story.settle()]);
      await story.settle();
      return asked;
    },
    invites: () => [...story.sandbox.world.invites.values()],
    async come(username, code) {
      story.clock.advance(1_000);
      const person = story.sandbox.newPersona({ username, locale: 'fr' });
      person.join({ invite: code });
      await story.settle();
      return person;
    },
    waitingRoles: () =>
      [...story.boss.guild.roles.values()].map((role) => role.name).filter((role) => role.includes('en attente')),
  };
}
