import { InteractionResponseType, InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Component } from '../components.ts';
import { completed } from '../components.ts';
import { component, type MessageDraft, messageDraft, parse, type UploadedFile } from '../draft.ts';
import { DiscordError, invalidForm, malformed, refuse } from '../errors.ts';
import { messageObject } from '../objects.ts';
import { channelBy } from '../operations/find.ts';
import { dropMessage, postMessage, rewriteMessage } from '../operations/posting.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import type { Interaction } from '../world/interaction.ts';
import type { Channel, Message, World } from '../world.ts';
import { answerDeadline, summaryOf, tokenLifetime, waitLonger } from './start.ts';

const { Pong, ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate, UpdateMessage } =
  InteractionResponseType;
const { ApplicationCommandAutocompleteResult, Modal } = InteractionResponseType;
const { ApplicationCommand, MessageComponent, ModalSubmit, ApplicationCommandAutocomplete } = InteractionType;

/** Which answers fit: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export function fittingAnswers({
  type,
  message_id,
}: Pick<Interaction, 'type' | 'message_id'>): readonly InteractionResponseType[] {
  const fresh = [ChannelMessageWithSource, DeferredChannelMessageWithSource];
  if (type === ApplicationCommand) return [...fresh, Modal];
  if (type === MessageComponent) return [...fresh, DeferredMessageUpdate, UpdateMessage, Modal];
  if (type === ModalSubmit) return message_id ? [...fresh, DeferredMessageUpdate, UpdateMessage] : fresh;
  if (type === ApplicationCommandAutocomplete) return [ApplicationCommandAutocompleteResult];
  return [Pong];
}

const callback = z.object({ type: z.number().int(), data: z.unknown().optional() });
const choices = z.object({
  choices: z.array(
    z.object({
      name: z.string(),
      name_localizations: z.record(z.string(), z.string().nullable()).nullish(),
      value: z.union([z.string(), z.number()]),
    }),
  ),
});
const form = z.looseObject({ title: z.unknown(), custom_id: z.unknown(), components: z.array(component) });

/** The one initial response. Refused: unknown or late (10062), a second one (40060), one that does not fit (50035). */
export function respond(world: World, id: string, token: string, body: unknown, files: readonly UploadedFile[]): Interaction {
  const interaction = world.interactions.get(token);
  if (!interaction || interaction.id !== id || interaction.failed) throw refuse('unknownInteraction');
  if (interaction.response !== null) throw refuse('interactionAcknowledged');
  if (world.clock.now().getTime() - interaction.created_at > answerDeadline) throw refuse('unknownInteraction');
  const { type, data } = parse(callback, body);
  if (!fittingAnswers(interaction).includes(type))
    throw invalidForm({
      path: ['type'],
      code: 'INTERACTION_RESPONSE_TYPE_INVALID',
      message: `Callback type ${type} does not fit an interaction of type ${interaction.type}`,
    });
  const channel = channelBy(world, interaction.channel_id);
  const waiting = world.waiting.get(token);
  const within = <T>(read: () => T): T => under('data', read);

  if (type === ApplicationCommandAutocompleteResult) {
    const given = within(() => parse(choices, data));
    enforce(ruleTable.choices, given, ['data']);
    interaction.response = type;
    waiting?.settle({ kind: 'choices', choices: given.choices });
  } else if (type === Modal) {
    const opened = within(() => parse(form, data));
    enforce(ruleTable.form, opened, ['data']);
    enforce(ruleTable.component, opened, ['data']);
    interaction.response = type;
    waiting?.settle({
      kind: 'modal',
      modal: { ...opened, components: completed(opened.components as Component[], [], () => world.id()) },
    });
  } else if (type === DeferredMessageUpdate) {
    interaction.response = type;
    interaction.loading = true;
    interaction.original_id = interaction.message_id;
    waitLonger(world, interaction);
  } else if (type === UpdateMessage) {
    const message = originalOf(world, { ...interaction, original_id: interaction.message_id });
    within(() => rewriteMessage(world, channel, message, parse(messageDraft, data), files));
    Object.assign(interaction, { response: type, original_id: message.id, ephemeral: message.only !== null });
    waiting?.settle({ kind: 'message', message });
  } else {
    const draft = within(() => parse(messageDraft, data));
    const loading = type === DeferredChannelMessageWithSource;
    // A deferral takes the EPHEMERAL flag only; what the message will be comes with the edit.
    const flags = loading ? ((draft.flags ?? 0) & MessageFlags.Ephemeral) | MessageFlags.Loading : (draft.flags ?? 0);
    const message = within(() => say(world, channel, interaction, loading ? { flags } : { ...draft, flags }, files));
    Object.assign(interaction, { response: type, loading, original_id: message.id, ephemeral: message.only !== null });
    if (loading) waitLonger(world, interaction);
    else waiting?.settle({ kind: 'message', message });
  }
  return interaction;
}

/** Problems of what stands under a key, with that key in their path. */
function under<T>(key: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DiscordError && error.problems.length > 0) {
      const inside = invalidForm(...error.problems.map((problem) => ({ ...problem, path: [key, ...problem.path] })));
      throw error.malformed ? malformed(inside) : inside;
    }
    throw error;
  }
}

function say(
  world: World,
  channel: Channel,
  interaction: Interaction,
  draft: MessageDraft,
  files: readonly UploadedFile[],
  followUp = false,
): Message {
  const ephemeral = ((draft.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const command = interaction.type === ApplicationCommand && !followUp;
  return postMessage(world, channel, {
    authorId: world.application.id,
    draft,
    files,
    type: command ? MessageType.ChatInputCommand : MessageType.Default,
    interaction: summaryOf(interaction),
    only: ephemeral ? interaction.user_id : null,
  });
}

/** The body that `with_response=true` asks for. */
export function callbackObject(world: World, interaction: Interaction): object {
  const message = interaction.original_id ? world.messages.get(interaction.channel_id)?.get(interaction.original_id) : undefined;
  const isMessage = interaction.response !== Modal && interaction.response !== ApplicationCommandAutocompleteResult;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channel_id,
      ...(interaction.guild_id ? { guild_id: interaction.guild_id } : {}),
      ...(message && isMessage
        ? {
            response_message_id: message.id,
            response_message_loading: interaction.loading,
            response_message_ephemeral: message.only !== null,
          }
        : {}),
    },
    ...(message && isMessage && interaction.response !== DeferredMessageUpdate
      ? { resource: { type: interaction.response, message: messageObject(world, message) } }
      : {}),
  };
}

/** The interaction behind a token that still lives, answered already. */
export function openInteraction(world: World, applicationId: string, token: string): Interaction {
  if (applicationId !== world.application.id) throw refuse('unknownWebhook');
  const interaction = world.interactions.get(token);
  if (!interaction || world.clock.now().getTime() - interaction.created_at > tokenLifetime) throw refuse('invalidToken');
  if (interaction.response === null) throw refuse('unknownWebhook');
  return interaction;
}

/** `@original`, or a follow-up by its id. */
export function answerBy(world: World, interaction: Interaction, id: string): Message {
  if (id === '@original' || id === interaction.original_id) return originalOf(world, interaction);
  const message = world.messages.get(interaction.channel_id)?.get(id);
  if (message?.interaction?.id !== interaction.id) throw refuse('unknownMessage');
  return message;
}

function originalOf(world: World, { channel_id, original_id }: Interaction): Message {
  const message = original_id ? world.messages.get(channel_id)?.get(original_id) : undefined;
  if (!message) throw refuse('unknownMessage');
  return message;
}

/** Edits an answer; the first edit after a deferral is the answer that its sender waits for. */
export function editAnswer(
  world: World,
  interaction: Interaction,
  message: Message,
  draft: MessageDraft,
  files: readonly UploadedFile[],
): Message {
  const channel = channelBy(world, interaction.channel_id);
  const wasLoading = message.flags & MessageFlags.Loading;
  const flags = message.flags;
  message.flags &= ~MessageFlags.Loading;
  try {
    rewriteMessage(world, channel, message, draft, files);
  } catch (error) {
    message.flags = flags;
    throw error;
  }
  if (wasLoading) message.edited_timestamp = null;
  if (message.id === interaction.original_id) finish(world, interaction, message);
  return message;
}

function finish(world: World, interaction: Interaction, message: Message): void {
  interaction.loading = false;
  world.waiting.get(interaction.token)?.settle({ kind: 'message', message });
}

/** After a deferral the first follow-up takes the place of the deferred message, and keeps who may see it. */
export function followUp(world: World, interaction: Interaction, draft: MessageDraft, files: readonly UploadedFile[]): Message {
  if (interaction.loading && interaction.response === DeferredChannelMessageWithSource)
    return editAnswer(world, interaction, originalOf(world, interaction), draft, files);
  const message = say(world, channelBy(world, interaction.channel_id), interaction, draft, files, true);
  finish(world, interaction, message);
  return message;
}

export function deleteAnswer(world: World, interaction: Interaction, message: Message): void {
  dropMessage(world, channelBy(world, interaction.channel_id), message);
  if (message.id === interaction.original_id && interaction.loading) interaction.loading = false;
}
