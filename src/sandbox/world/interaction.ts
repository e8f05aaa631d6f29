import type { Locale as DiscordLocale, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Message } from '../world.ts';

/** What an answer tells about the interaction it answers. */
export type AnsweredInteraction = {
  id: string;
  type: InteractionType;
  user_id: string;
  name: string | null;
  message_id: string | null;
  /** The interaction that opened the form which this one sends. */
  opened_by: AnsweredInteraction | null;
};

export type Interaction = {
  id: string;
  token: string;
  type: InteractionType;
  user_id: string;
  guild_id: string | null;
  channel_id: string;
  locale: `${DiscordLocale}`;
  /** `d.data` of INTERACTION_CREATE. */
  data: object;
  /** The message whose component was used, or that opened the form. */
  message_id: string | null;
  command_name: string | null;
  /** For a form: the interaction that opened it. */
  opened_by: AnsweredInteraction | null;
  /** Milliseconds since the epoch. */
  created_at: number;
  /** The one initial response, once it was given. */
  response: InteractionResponseType | null;
  /** The initial response was a deferral that nothing has replaced yet. */
  loading: boolean;
  ephemeral: boolean;
  /** The message that `@original` means. */
  original_id: string | null;
  failed: boolean;
};

/** What can end the waiting of someone who used a command, a component or a form. */
export type Answer =
  | { kind: 'message'; message: Message }
  | { kind: 'modal'; modal: object }
  | { kind: 'choices'; choices: readonly object[] }
  | { kind: 'silence' };

export type Waiting = { settle(answer: Answer): void; cancelDeadline(): void };
