import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '../../support/app.ts';

export type Story = TestApp & {
  /** Owner of the server. */
  boss: Persona;
  /** Somebody new, who has joined. */
  arrive(username: string, options?: { locale?: 'fr' | 'en-US'; pending?: boolean }): Promise<Persona>;
  /** A project manager. */
  staff(username: string): Promise<Persona>;
  /** From the panel to the sent request. */
  introduce(
    person: Persona,
    typed?: { kind?: string; first?: string; last?: string; email?: string; promo?: string },
  ): Promise<Outcome>;
  /** Course and promo, by the name of the promo, among those shown; without one: it is not in the list. */
  choosePromo(person: Persona, shown: Outcome, promo?: string): Promise<Outcome>;
  roleId(name: string): string;
  rolesOf(person: Persona): string[];
};

/** The program on a server that `/setup auto` made ready. */
export async function startStory(options: TestAppOptions = {}): Promise<Story> {
  const test = await startTestApp({ ready: true, ...options });
  const boss = test.sandbox.persona('claire.moreau');

  const roleId = (name: string): string => {
    const role = [...boss.guild.roles.values()].find((candidate) => candidate.name === name);
    if (!role) throw new Error(`no role ${name}`);
    return role.id;
  };
  const arrive: Story['arrive'] = async (username, { locale = 'fr', pending = false } = {}) => {
    // A little later than the bot, as a person who joins would be.
    test.clock.advance(1_000);
    const person = test.sandbox.newPersona({ username, locale });
    person.join({ pending });
    await test.settle();
    return person;
  };
  const choosePromo: Story['choosePromo'] = async (person, shown, promo) => {
    if (!has(shown, 'onboarding:course')) return shown;
    if (promo === undefined) return person.press(messageOf(shown), 'onboarding:promo_none');
    const { id, courseId } = await test.db.promo.findFirstOrThrow({ where: { name: promo } });
    const promos = await person.select(messageOf(shown), 'onboarding:course', [String(courseId)]);
    return person.select(messageOf(promos), 'onboarding:promo', [String(id)]);
  };
  return {
    ...test,
    get app() {
      return test.app;
    },
    boss,
    arrive,
    choosePromo,
    async staff(username) {
      const person = await arrive(username);
      const manager = roleId('Gestion de projet');
      await test.db.member.updateMany({ where: { userId: person.user.id }, data: { welcomedAt: test.clock.now() } });
      boss.guild.members.get(person.user.id)?.roles.splice(0, 10, manager);
      return person;
    },
    async introduce(person, { kind = 'learner', first = 'Marie', last = 'Dupont', email = 'marie@exemple.fr', promo } = {}) {
      // Nobody introduces themselves twice in the same second.
      test.clock.advance(5_000);
      let outcome = await person.press(panelOf(person), 'onboarding:start');
      if (has(outcome, 'onboarding:accept')) outcome = await person.press(messageOf(outcome), 'onboarding:accept');
      outcome = await person.select(messageOf(outcome), 'onboarding:kind', [kind]);
      outcome = await choosePromo(person, outcome, promo);
      const sent = await person.submit(outcome, { first_name: first, last_name: last, email });
      await test.settle();
      test.clock.advance(5_000);
      return sent;
    },
    roleId,
    rolesOf: (person) =>
      (boss.guild.members.get(person.user.id)?.roles ?? []).map((id) => boss.guild.roles.get(id)?.name ?? id).sort(),
  };
}

export const idsOf = (message: APIMessage): string[] =>
  [...JSON.stringify(message.components ?? []).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id ?? '');

export function messageOf(outcome: Outcome): APIMessage {
  if (!outcome.message) throw new Error(`no message: ${JSON.stringify(outcome)}`);
  return outcome.message;
}

export const has = ({ message }: Pick<Outcome, 'message'>, prefix: string): boolean =>
  message !== null && idsOf(message).some((id) => id.startsWith(prefix));

export const panelsOf = (person: Persona): APIMessage[] =>
  person.messages('bienvenue').filter((message) => idsOf(message).includes('onboarding:start'));

export function panelOf(person: Persona): APIMessage {
  const [panel, ...others] = panelsOf(person);
  if (!panel || others.length > 0) throw new Error(`${others.length + (panel ? 1 : 0)} panels`);
  return panel;
}

/** Cards of requests, newest last. */
export const cardsOf = (staff: Persona): APIMessage[] =>
  staff
    .messages('demandes')
    .filter(({ embeds }) => embeds[0]?.title?.match(/Demande (d’identification )?n° |(Identification r|R)equest no\. /));

export function cardOf(staff: Persona): APIMessage {
  const card = cardsOf(staff).at(-1);
  if (!card) throw new Error('no card');
  return card;
}

export const wordsOf = (message: APIMessage): string => {
  const ofEmbed = ({ title, description, fields = [] }: APIEmbed) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  return [message.content, ...message.embeds.flatMap(ofEmbed)].filter(Boolean).join('\n');
};

export const lastDm = (person: Persona): APIMessage | undefined => person.messages('dm').at(-1);

/** What the person was told in answer. */
export const said = (outcome: Outcome): string => (outcome.message ? wordsOf(outcome.message) : '');
