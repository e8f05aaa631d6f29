import { type APIMessage, ChannelType } from 'discord-api-types/v10';
import { second } from '../../kernel/time.ts';
import type { Outcome, Persona } from '../persona/persona.ts';
import type { User, World } from '../world.ts';

/** What the seed needs of the sandbox. */
export type Stage = { readonly world: World; persona(userId: string): Persona };

export const userCalled = (world: World, username: string): User | undefined =>
  [...world.users.values()].find((user) => user.username === username);

/** Plays an act that was not played before, and remembers it once it is done. */
export async function once(acts: Set<string>, act: string, play: () => void | Promise<void>): Promise<void> {
  if (acts.has(act)) return;
  await play();
  acts.add(act);
}

const customIdsOf = (message: APIMessage): string[] =>
  [...JSON.stringify(message.components ?? []).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id ?? '');

/** The newest message on this person's screen with a component of that kind, and the test when there is one. */
export function messageWith(
  persona: Persona,
  prefix: string,
  test: (message: APIMessage) => boolean = () => true,
): APIMessage | undefined {
  return persona
    .channels()
    .filter((channel) => channel.type === ChannelType.GuildText || channel.thread !== null)
    .flatMap((channel) => persona.messages(channel.id))
    .filter((message) => customIdsOf(message).some((id) => id.startsWith(prefix)) && test(message))
    .at(-1);
}

export const has = (message: APIMessage, prefix: string): boolean => customIdsOf(message).some((id) => id.startsWith(prefix));

export function reached(outcome: Outcome): Outcome {
  if (outcome.failed)
    throw new Error(outcome.failed === 'no-answer' ? 'the bot does not answer' : 'the bot answers with an error');
  return outcome;
}

const patience = 20 * second;

/** Waits for the bot's tasks: looks again after each event, and gives up at the deadline. */
export function until(world: World, isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stopListening = world.listen(() => {
      if (!isSo()) return;
      stopListening();
      cancel();
      resolve();
    });
    const cancel = world.clock.after(patience, () => {
      stopListening();
      reject(new Error('the bot takes too long'));
    });
  });
}

/** All come to an end before the first failure is told: nobody is left acting behind it. */
export async function together(plays: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(plays)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** Null for whom those at the page have sent away. */
export function present({ world, persona }: Stage, username: string): Persona | null {
  const user = userCalled(world, username);
  const found = user && persona(user.id);
  return found?.member ? found : null;
}

export function shown(outcome: Outcome): APIMessage {
  const { message } = reached(outcome);
  if (!message) throw new Error('the bot shows nothing');
  return message;
}

/** What a message says, as JSON does: escaped quotes, and Discord's own escapes taken off. */
export const textOf = (message: APIMessage): string =>
  JSON.stringify([message.content, message.embeds, message.components]).replace(/\\\\(?=[^\w\s])/g, '');

export async function awaited<T>(world: World, look: () => T | undefined): Promise<T> {
  await until(world, () => look() !== undefined);
  const found = look();
  if (found === undefined) throw new Error('what was there is gone');
  return found;
}
