import {
  type APIInteraction,
  type APIMessage,
  ChannelType,
  InteractionType,
  MessageFlags,
  type RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';
import { cut } from '../kernel/text.ts';
import { type Clock, second } from '../kernel/time.ts';
import type { Answer, Message, Modal } from './command.ts';
import type { Interactions } from './context.ts';
import { addressesOf, withoutMentions } from './delivery.ts';
import { correctId } from './draft.ts';

/** Discord drops an interaction that is not answered within 3 s: after half of that we ask for more time. */
const patience = 1.5 * second;

/** https://docs.discord.com/developers/resources/message#create-message */
const longestContent = 2_000;

export type Responder = {
  message(message: Message): Promise<void>;
  modal(modal: Modal): Promise<void>;
  /** For this person only; the message that carries the button stays as it is, unless it is itself a refusal that was corrected. */
  refuse(message: Message): Promise<void>;
};

/**
 * Answers one interaction: directly when the handler is quick, and otherwise by a deferral and an edit.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
export function respondTo(
  interaction: APIInteraction,
  answer: Answer,
  { interactions, clock }: { interactions: Interactions; clock: Clock },
): Responder {
  const { id, token, application_id: applicationId } = interaction;
  const corrects = isCorrection(interaction);
  const updates = corrects || ((answer === 'update' || answer === 'step') && isOnItsMessage(interaction));
  // A message made of components cannot become one of text and embeds, nor the reverse.
  const fits = (message: Message) =>
    ((carrierOf(interaction)?.flags ?? 0) & MessageFlags.IsComponentsV2) === (message.flags ?? 0);
  let deferral: Promise<unknown> | undefined;

  const stopWaiting =
    answer === 'modal' || answer === 'step'
      ? () => {}
      : clock.after(patience, () => {
          deferral = updates
            ? interactions.deferMessageUpdate(id, token)
            : interactions.defer(id, token, { flags: MessageFlags.Ephemeral });
          // Its failure is met where the deferral is awaited.
          deferral.catch(() => undefined);
        });

  const direct = (message: Message, update: boolean) =>
    update
      ? interactions.updateMessage(id, token, withoutMentions(message) as never)
      : interactions.reply(id, token, {
          ...withoutMentions(message),
          flags: (message.flags ?? 0) | MessageFlags.Ephemeral,
        } as never);

  async function send(answered: Message, update: boolean): Promise<void> {
    stopWaiting();
    // Nothing of the refusal may stay, and what an update leaves out would.
    const message = corrects && update ? { content: '', embeds: [], components: [], ...answered } : answered;
    if (!deferral) {
      await direct(message, update);
      return;
    }
    await deferral;
    const body = withoutMentions(message) as RESTPostAPIWebhookWithTokenJSONBody;
    if (update === updates) await interactions.editReply(applicationId, token, body as never);
    else
      await interactions.followUp(applicationId, token, {
        ...body,
        flags: (message.flags ?? 0) | MessageFlags.Ephemeral,
      } as never);
  }

  return {
    message: (message) => send(message, updates && fits(message)),
    // A refusal that is too long must be read all the same: without it the person would see nothing.
    refuse: ({ content = '', ...message }) => send({ ...message, content: cut(content, longestContent) }, corrects),
    async modal(modal) {
      await interactions.createModal(id, token, modal);
    },
  };
}

/** The message that carries the button, or the button that opened the form. */
const carrierOf = (interaction: APIInteraction): APIMessage | undefined =>
  'message' in interaction ? interaction.message : undefined;

/** The form that was opened again from its refusal: the answer takes the place of that refusal, which would pile up. */
const isCorrection = (interaction: APIInteraction): boolean =>
  interaction.type === InteractionType.ModalSubmit &&
  addressesOf(carrierOf(interaction)?.components).some((address) => address.startsWith(`${correctId.prefix}:`));

/** One person reads it: it was for their eyes, or is in their direct messages or a private thread. */
function isForOne({ guild_id, channel }: APIInteraction, { flags }: APIMessage): boolean {
  const isEphemeral = ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return guild_id === undefined || isEphemeral || channel?.type === ChannelType.PrivateThread;
}

/**
 * A forged press names a component that its message does not carry, and a form does not say what opened it: what they answer must not replace
 * what everybody reads there.
 */
function isOnItsMessage(interaction: APIInteraction): boolean {
  if (interaction.type === InteractionType.ModalSubmit) {
    const carrier = carrierOf(interaction);
    return carrier !== undefined && isForOne(interaction, carrier);
  }
  if (interaction.type !== InteractionType.MessageComponent) return false;
  return addressesOf(interaction.message.components).includes(interaction.data.custom_id);
}
