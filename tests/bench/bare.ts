import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { systemClock } from '../../src/kernel/time.ts';
import { cpu, memory, serve } from './child.ts';
import { pong, slowness } from './reply.ts';
import type { Place } from './stage.ts';

let client: Client | undefined;

/** The bot of discord.js's own guide, with our intents: https://discordjs.guide */
export const handlers = {
  async start({ place, messageContent }: { place: Place; messageContent: boolean }): Promise<void> {
    const bot = new Client({
      rest: { api: place.apiUrl },
      intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildModeration,
        GatewayIntentBits.GuildVoiceStates,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.DirectMessages,
        GatewayIntentBits.GuildMembers,
        ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
      ],
    });
    client = bot;
    if (messageContent) bot.on(Events.MessageCreate, () => undefined);
    bot.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      if (interaction.commandName === 'ping') {
        await interaction.reply({ content: pong, flags: MessageFlags.Ephemeral });
        return;
      }
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await new Promise<void>((resolve) => void systemClock.after(slowness, resolve));
      await interaction.editReply({ content: pong });
    });
    const ready = new Promise<void>((resolve) => bot.once(Events.ClientReady, () => resolve()));
    await bot.login(place.token);
    await ready;
  },
  cpu,
  memory,
  stop: async () => client?.destroy(),
};

serve(handlers);
