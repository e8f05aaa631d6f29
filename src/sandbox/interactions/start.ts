import { InteractionContextType, type InteractionType, PermissionFlagsBits } from 'discord-api-types/v10';
import { minute, second } from '../../kernel/time.ts';
import { channelObject, memberObject, messageObject, userOf } from '../objects.ts';
import { channelPermissions } from '../permissions.ts';
import type { Answer, AnsweredInteraction, Interaction } from '../world/interaction.ts';
import type { Channel, Guild, Message, World } from '../world.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction */
export const answerDeadline = 3 * second;
export const tokenLifetime = 15 * minute;

export type Start = {
  type: InteractionType;
  userId: string;
  channel: Channel;
  data: object;
  /** The message whose component was used, or from which the form was opened. */
  message?: Message | undefined;
  commandName?: string;
  /** The interaction that opened the form. */
  openedBy?: Interaction | undefined;
};

/** As far as an answer tells it. */
export const summaryOf = ({ id, type, user_id, command_name, message_id, opened_by }: Interaction): AnsweredInteraction => ({
  id,
  type,
  user_id,
  name: command_name,
  message_id,
  opened_by,
});

/**
 * Sends an interaction to the bot. The promise is fulfilled once: by the answer, or after a deferral by what replaces it,
 * or with `silence` when a deadline passes on the clock.
 */
export function startInteraction(world: World, start: Start): { interaction: Interaction; answer: Promise<Answer> } {
  const { type, userId, channel, data, message } = start;
  const interaction: Interaction = {
    id: world.id(),
    // Real tokens are about 200 characters long; only their being unique and opaque matters.
    token: Buffer.from(`interaction:${world.id()}:${userId}`).toString('base64url'),
    type,
    user_id: userId,
    guild_id: channel.guild_id,
    channel_id: channel.id,
    locale: world.users.get(userId)?.locale ?? 'en-US',
    data,
    message_id: message?.id ?? null,
    command_name: start.commandName ?? null,
    opened_by: start.openedBy ? summaryOf(start.openedBy) : null,
    created_at: world.clock.now().getTime(),
    response: null,
    loading: false,
    ephemeral: false,
    original_id: null,
    failed: false,
  };
  forgetOld(world);
  world.interactions.set(interaction.token, interaction);
  if (world.sessions === 0) {
    interaction.failed = true;
    return { interaction, answer: Promise.resolve({ kind: 'silence' }) };
  }
  const answer = new Promise<Answer>((fulfil) => {
    world.waiting.set(interaction.token, {
      settle: (value) => {
        world.waiting.get(interaction.token)?.cancelDeadline();
        world.waiting.delete(interaction.token);
        fulfil(value);
      },
      cancelDeadline: world.clock.after(answerDeadline, () => {
        interaction.failed = interaction.response === null;
        world.waiting.get(interaction.token)?.settle({ kind: 'silence' });
      }),
    });
  });
  world.emit({
    event: 'INTERACTION_CREATE',
    data: interactionObject(world, interaction, channel, message),
    guildId: channel.guild_id,
    channelId: null,
    only: [world.application.id],
  });
  return { interaction, answer };
}

/** A deferral: the wait goes on until the token dies. */
export function waitLonger(world: World, interaction: Interaction): void {
  const waiting = world.waiting.get(interaction.token);
  if (!waiting) return;
  waiting.cancelDeadline();
  const left = interaction.created_at + tokenLifetime - world.clock.now().getTime();
  waiting.cancelDeadline = world.clock.after(left, () => waiting.settle({ kind: 'silence' }));
}

/** Dead tokens answer like unknown ones: what is an hour old may go. */
function forgetOld(world: World): void {
  const before = world.clock.now().getTime() - 60 * minute;
  for (const [token, { created_at }] of world.interactions) {
    if (created_at >= before) return;
    world.interactions.delete(token);
  }
}

function interactionObject(world: World, interaction: Interaction, channel: Channel, message: Message | undefined): object {
  const guild = interaction.guild_id ? world.guilds.get(interaction.guild_id) : undefined;
  return {
    id: interaction.id,
    application_id: world.application.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: channel.id,
    channel: { ...channelObject(world, channel), permissions: String(channelPermissions(world, channel, interaction.user_id)) },
    ...(guild ? inGuild(world, guild, interaction) : { user: userOf(world, interaction.user_id) }),
    ...(message ? { message: messageObject(world, message) } : {}),
    app_permissions: String(channelPermissions(world, channel, world.application.id) | (guild ? 0n : dmPermissions)),
    locale: interaction.locale,
    entitlements: [],
    authorizing_integration_owners: { '0': guild?.id ?? '0' },
    context: guild ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: 10_485_760,
  };
}

const dmPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles;

function inGuild(world: World, guild: Guild, { user_id, channel_id }: Interaction): object {
  const member = guild.members.get(user_id);
  const channel = world.channels.get(channel_id);
  const permissions = channel ? channelPermissions(world, channel, user_id) : 0n;
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: guild.features },
    guild_locale: guild.preferred_locale,
    ...(member ? { member: { ...memberObject(world, member), permissions: String(permissions) } } : {}),
  };
}
