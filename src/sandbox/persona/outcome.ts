import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { type Start, startInteraction } from '../interactions/start.ts';
import { messageObject } from '../objects.ts';
import type { Interaction } from '../world/interaction.ts';
import type { World } from '../world.ts';
import type { Choice, OpenForm, Outcome } from './persona.ts';

const deferrals: readonly (InteractionResponseType | null)[] = [
  InteractionResponseType.DeferredChannelMessageWithSource,
  InteractionResponseType.DeferredMessageUpdate,
];

/** Sends an interaction and tells what became of it on this person's screen. */
export async function outcomeOf(world: World, start: Start): Promise<Outcome> {
  const { interaction, answer } = startInteraction(world, start);
  const given = await answer;
  const outcome: Outcome = { message: null, modal: null, failed: null, deferred: deferrals.includes(interaction.response) };
  if (given.kind === 'message') return { ...outcome, message: messageObject(world, given.message, start.userId) };
  if (given.kind === 'modal') return { ...outcome, modal: { ...(given.modal as OpenForm), interactionId: interaction.id } };
  return { ...outcome, failed: given.kind === 'silence' ? 'no-answer' : 'error' };
}

/** Choices in the person's language, as their client shows them; none when the bot is silent. */
export async function choicesOf(world: World, start: Start): Promise<Choice[]> {
  const { interaction, answer } = startInteraction(world, start);
  const given = await answer;
  if (given.kind !== 'choices') return [];
  const { locale } = interaction;
  return given.choices.map((choice) => {
    const { name, value, name_localizations } = choice as Choice & { name_localizations?: Record<string, string | null> | null };
    return { name: name_localizations?.[locale] ?? name, value };
  });
}

/** What a form was opened from. */
export const openerOf = (world: World, interactionId: string): Interaction | undefined =>
  [...world.interactions.values()].find(({ id }) => id === interactionId);

/** An interaction that the bot never got, from which a forged form claims to come. */
export const pretended = (world: World, userId: string, channelId: string): Interaction => ({
  id: world.id(),
  token: '',
  type: InteractionType.ApplicationCommand,
  user_id: userId,
  guild_id: null,
  channel_id: channelId,
  locale: 'en-US',
  data: {},
  message_id: null,
  command_name: 'unknown',
  opened_by: null,
  created_at: 0,
  response: null,
  loading: false,
  ephemeral: false,
  original_id: null,
  failed: true,
});
