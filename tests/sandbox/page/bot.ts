import { API } from '@discordjs/core/http-only';
import { Client, GatewayIntentBits } from 'discord.js';
import {
  type APIInteraction,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageFlags,
  ApplicationCommandOptionType as Option,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Sandbox } from '../../../src/sandbox/index.ts';
import { choices, form, mentions } from './form.ts';

/** A bot that has nothing to do with ours: it shows one of everything and says what it received. */
export type ShowBot = {
  /** Every interaction, oldest first. */
  received: APIInteraction[];
  api: API;
  stop(): Promise<void>;
};

const option = (type: Option, name: string, more: object = {}) => ({ type, name, description: `About ${name}`, ...more });

const commands = [
  {
    name: 'show',
    name_localizations: { fr: 'montrer' },
    description: 'Shows all options',
    description_localizations: { fr: 'Montre toutes les options' },
    options: [
      option(Option.String, 'text', { required: true, min_length: 2, max_length: 20 }),
      option(Option.String, 'kind', {
        required: true,
        name_localizations: { fr: 'genre' },
        choices: [
          { name: 'Learner', name_localizations: { fr: 'En formation' }, value: 'learner' },
          { name: 'Alumni', value: 'alumni' },
        ],
      }),
      option(Option.String, 'city', { autocomplete: true }),
      option(Option.Integer, 'count', { min_value: 1 }),
      option(Option.Number, 'ratio'),
      option(Option.Boolean, 'sure'),
      option(Option.User, 'who'),
      option(Option.Role, 'role'),
      option(Option.Channel, 'place', { channel_types: [ChannelType.GuildText] }),
      option(Option.Mentionable, 'whom'),
      option(Option.Attachment, 'cv'),
    ],
  },
  {
    name: 'job',
    name_localizations: { fr: 'offre' },
    description: 'Job offers',
    options: [
      option(Option.Subcommand, 'post', {
        name_localizations: { fr: 'publier' },
        options: [option(Option.String, 'title', { required: true })],
      }),
      option(Option.Subcommand, 'list'),
    ],
  },
  {
    name: 'form',
    description: 'Opens a form',
    options: ['typed', 'chosen', 'mentions'].map((name) => option(Option.Subcommand, name)),
  },
  { name: 'silent', description: 'Never answers' },
  { name: 'Who is it', name_localizations: { fr: 'Qui est-ce' }, type: ApplicationCommandType.User },
  { name: 'Report', name_localizations: { fr: 'Signaler' }, type: ApplicationCommandType.Message },
] as RESTPostAPIApplicationCommandsJSONBody[];

const cities = ['Lille', 'Liévin', 'Roubaix'];

export async function startBot(sandbox: Sandbox): Promise<ShowBot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers, GatewayIntentBits.GuildMessages],
    rest: { api: sandbox.apiUrl },
  });
  const api = new API(client.rest);
  const received: APIInteraction[] = [];
  client.ws.on('INTERACTION_CREATE' as never, (data: APIInteraction) => {
    received.push(data);
    void answer(api, data);
  });
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(sandbox.botToken);
  await ready;
  await api.applicationCommands.bulkOverwriteGlobalCommands(sandbox.applicationId, commands);
  return { received, api, stop: () => client.destroy() };
}

/** What the bot says it received, in the words that the tests look for. */
function summary(interaction: APIInteraction): string {
  if (interaction.type === InteractionType.MessageComponent) {
    const { data } = interaction;
    return `got ${data.custom_id} ${'values' in data ? data.values.join(',') : ''}`.trim();
  }
  if (interaction.type === InteractionType.ModalSubmit) return `got form ${interaction.data.custom_id}`;
  return interaction.type === InteractionType.ApplicationCommand ? `got ${interaction.data.name}` : '';
}

async function answer({ interactions }: API, interaction: APIInteraction): Promise<void> {
  const { id, token } = interaction;
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    const options = 'options' in interaction.data ? (interaction.data.options ?? []) : [];
    const typed = options.find((candidate) => 'focused' in candidate && candidate.focused);
    const text = typed && 'value' in typed ? String(typed.value).toLowerCase() : '';
    const choices = cities
      .filter((city) => city.toLowerCase().startsWith(text))
      .map((name) => ({ name, value: name.toLowerCase() }));
    return void (await interactions.createAutocompleteResponse(id, token, { choices }));
  }
  if (interaction.type === InteractionType.ApplicationCommand && interaction.data.name === 'silent') return;
  if (interaction.type === InteractionType.ApplicationCommand && interaction.data.name === 'form') {
    const [which] = 'options' in interaction.data ? (interaction.data.options ?? []) : [];
    const opened = which?.name === 'typed' ? form : which?.name === 'chosen' ? choices : mentions;
    return void (await interactions.createModal(id, token, opened));
  }
  if (interaction.type === InteractionType.MessageComponent && interaction.data.custom_id === 'show:update') {
    return void (await interactions.updateMessage(id, token, { content: 'the message changed', components: [] }));
  }
  if (interaction.type === InteractionType.MessageComponent && interaction.data.custom_id === 'show:later') {
    await interactions.defer(id, token, { flags: MessageFlags.Ephemeral });
    return void (await interactions.editReply(interaction.application_id, token, { content: 'got it later' }));
  }
  await interactions.reply(id, token, { content: summary(interaction), flags: MessageFlags.Ephemeral });
}

const button = (style: ButtonStyle, label: string, custom_id: string, more: object = {}) => ({
  type: ComponentType.Button,
  style,
  label,
  custom_id,
  ...more,
});

const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });

/** Components as they were before V2, in one message of five rows. */
export const oldComponents = [
  row(
    button(ButtonStyle.Primary, 'Primary', 'show:primary'),
    button(ButtonStyle.Secondary, 'Later', 'show:later'),
    button(ButtonStyle.Success, 'Update', 'show:update'),
    button(ButtonStyle.Danger, 'Closed', 'show:closed', { disabled: true }),
    { type: ComponentType.Button, style: ButtonStyle.Link, label: 'Site', url: 'https://simplon.co' },
  ),
  row({
    type: ComponentType.StringSelect,
    custom_id: 'show:strings',
    max_values: 2,
    placeholder: 'Strings',
    options: ['one', 'two', 'three'].map((value) => ({ label: `Option ${value}`, value, description: `About ${value}` })),
  }),
  row({ type: ComponentType.UserSelect, custom_id: 'show:users', placeholder: 'Users' }),
  row({ type: ComponentType.RoleSelect, custom_id: 'show:roles', placeholder: 'Roles' }),
  row({
    type: ComponentType.ChannelSelect,
    custom_id: 'show:channels',
    placeholder: 'Channels',
    channel_types: [ChannelType.GuildText],
  }),
] as never[];

/** Components V2, one of each kind. */
export const newComponents = [
  { type: ComponentType.TextDisplay, content: '# My space' },
  {
    type: ComponentType.Container,
    accent_color: 0xce0033,
    components: [
      {
        type: ComponentType.Section,
        components: [{ type: ComponentType.TextDisplay, content: '**Requests** <script>window.hacked = true</script>' }],
        accessory: button(ButtonStyle.Primary, 'Open', 'show:open'),
      },
      { type: ComponentType.Separator, divider: true, spacing: 2 },
      {
        type: ComponentType.Section,
        components: [{ type: ComponentType.TextDisplay, content: 'With a picture' }],
        accessory: { type: ComponentType.Thumbnail, media: { url: 'attachment://dot.png' }, description: 'A dot' },
      },
      { type: ComponentType.MediaGallery, items: [{ media: { url: 'attachment://dot.png' }, description: 'A dot, larger' }] },
      { type: ComponentType.File, file: { url: 'attachment://notes.txt' } },
      row({ type: ComponentType.MentionableSelect, custom_id: 'show:mentionables', placeholder: 'Mentionables', max_values: 3 }),
    ],
  },
] as never[];

/** One red pixel. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

export const newFiles = [
  { name: 'dot.png', data: dot, contentType: 'image/png' },
  { name: 'notes.txt', data: Buffer.from('notes'), contentType: 'text/plain' },
];
