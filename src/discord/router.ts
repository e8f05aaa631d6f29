import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Metrics } from '../infra/metrics.ts';
import type { GuildSettings } from '../infra/settings.ts';
import type { RoleKey } from '../kernel/feature.ts';
import { localeOf, UserError } from '../kernel/text.ts';
import { prefixOf } from '../kernel/wire.ts';
import type { Answer, ChatCommand, Command, Component, Message, Modal } from './command.ts';
import type { Actor, Context, Interactions, World } from './context.ts';
import { takeTurn } from './cooldown.ts';
import { correctButton, correctId, dropDraft, readDraft, saveDraft } from './draft.ts';
import { codeOf } from './failure.ts';
import { actorOf, filledOf, pathOf, submittedOf } from './interaction.ts';
import { bug, notAllowed, staleComponent, tooSoon, unavailable } from './messages.ts';
import { anyone, type Policy } from './policy.ts';
import { respondTo } from './responder.ts';

export type RouterOptions = {
  world: World;
  interactions: Interactions;
  metrics: Metrics;
  readSettings(guildId: string): Promise<GuildSettings>;
  /** True when the database did not answer. */
  isOutage(error: unknown): boolean;
};

export type Router = {
  handle(interaction: APIInteraction): Promise<void>;
  /** Interactions being answered. */
  readonly inFlight: number;
};

/** An interaction understood: who answers it, and with what. */
type Call = {
  name: string;
  policy: Policy;
  answer: Answer;
  cooldownSeconds?: number | undefined;
  addressedGuild?: unknown;
  run(context: Context): Promise<Message | Modal>;
  /** What a refusal adds, such as the button that opens a refused form again. */
  onRefusal?(context: Context): Promise<Message>;
};

/** Discord already has our answer, or will have none: there is nobody left to tell. */
const alreadyAnswered = 40060;
const tooLate = new Set([10062, 10015, 50027]);

/** Finds who answers each interaction, checks who asks, answers, and holds the program's one `catch` for what goes wrong. */
export function createRouter({ world, interactions, metrics, readSettings, isOutage }: RouterOptions): Router {
  const { chats, menus, components } = indexOf(world);
  let inFlight = 0;

  function contextOf(interaction: APIInteraction, actor: Actor): Context {
    const locale = localeOf('locale' in interaction ? interaction.locale : undefined);
    let settings: Promise<GuildSettings> | undefined;
    let keys: Promise<ReadonlySet<RoleKey>> | undefined;
    const context: Context = {
      ...world,
      actor,
      channelId: interaction.channel?.id ?? '',
      locale,
      t: (text) => text[locale],
      settings: () => (settings ??= readSettings(actor.guildId)),
      keys: () => (keys ??= context.settings().then((found) => keysOf(found, actor))),
    };
    return context;
  }

  async function check({ policy, cooldownSeconds, name }: Call, context: Context): Promise<void> {
    if (policy.roles !== 'everyone') {
      const keys = await context.keys();
      if (!policy.roles.some((role) => keys.has(role))) throw notAllowed();
    }
    if (cooldownSeconds) {
      const { guildId, userId } = context.actor;
      const wait = await takeTurn(world.db, { guildId, userId, command: name, seconds: cooldownSeconds, now: world.clock.now() });
      if (wait > 0) throw tooSoon(wait);
    }
  }

  /** The answer to a failure, and the name that the metrics give it. */
  async function explain(error: unknown, call: Call, context: Context): Promise<{ outcome: string; message: Message }> {
    if (error instanceof UserError) {
      const extra = await call.onRefusal?.(context);
      return {
        outcome: error.code === 'router.denied' ? 'denied' : 'refused',
        message: { content: context.t(error.text), ...extra },
      };
    }
    if (isOutage(error)) {
      world.log.warn({ err: error, command: call.name }, 'the database does not answer');
      return { outcome: 'unavailable', message: { content: context.t(unavailable().text) } };
    }
    const reference = randomBytes(4).toString('hex').toUpperCase();
    world.log.error({ err: error, command: call.name, reference }, 'an interaction failed');
    return { outcome: 'error', message: { content: context.t(bug(reference)) } };
  }

  async function answer(interaction: APIInteraction, call: Call, context: Context): Promise<string> {
    const responder = respondTo(interaction, call.answer, { interactions, clock: world.clock });
    try {
      await check(call, context);
      const result = await call.run(context);
      await (call.answer === 'modal' ? responder.modal(result as Modal) : responder.message(result as Message));
      return 'ok';
    } catch (error) {
      if (codeOf(error) === alreadyAnswered) return 'ok';
      if (tooLate.has(codeOf(error))) {
        world.log.warn({ command: call.name }, 'an answer came too late for Discord');
        return 'late';
      }
      const { outcome, message } = await explain(error, call, context);
      await responder.refuse(message);
      return outcome;
    }
  }

  async function complete(interaction: APIApplicationCommandAutocompleteInteraction): Promise<string> {
    const { path, options } = pathOf(interaction.data);
    const command = chats.get(path);
    const focused = options.find((option) => 'focused' in option && option.focused);
    const actor = actorOf(interaction);
    const source = focused && command?.options[focused.name]?.complete;
    let choices: readonly { name: string; value: string }[] = [];
    let outcome = 'ok';
    if (source && actor && command) {
      const context = contextOf(interaction, actor);
      try {
        await check({ ...callOf(command, options, undefined), cooldownSeconds: undefined }, context);
        choices = await source(context, String(focused.value), filledOf(options));
      } catch (error) {
        // Autocomplete has no way to say why: an empty list, and the command itself will tell.
        outcome = error instanceof UserError ? 'denied' : 'error';
        if (outcome === 'error') world.log.warn({ err: error, command: path }, 'an autocomplete failed');
      }
    }
    await interactions.createAutocompleteResponse(interaction.id, interaction.token, {
      choices: choices.slice(0, 25).map(({ name, value }) => ({ name: name.slice(0, 100), value })),
    });
    return outcome;
  }

  function callOf(command: ChatCommand, sent: Parameters<typeof filledOf>[0], resolved: unknown): Call {
    return {
      name: command.name.en,
      policy: command.policy,
      answer: command.answer,
      cooldownSeconds: command.cooldownSeconds,
      run: (context) => command.run(context, read(command, filledOf(sent), resolved)),
    };
  }

  function commandCall(interaction: APIApplicationCommandInteraction): Call {
    const { data } = interaction;
    if (data.type === ApplicationCommandType.ChatInput) {
      const { path, options } = pathOf(data);
      const command = chats.get(path);
      return command ? callOf(command, options, data.resolved) : stale(path);
    }
    const menu = data.type === ApplicationCommandType.PrimaryEntryPoint ? undefined : menus.get(`${data.type}:${data.name}`);
    if (!menu || data.type === ApplicationCommandType.PrimaryEntryPoint) return stale(data.name);
    const { policy, answer, cooldownSeconds } = menu;
    return {
      name: menu.name.en,
      policy,
      answer,
      cooldownSeconds,
      async run(context) {
        if (data.type === ApplicationCommandType.Message && menu.type === 'message') {
          const message = data.resolved.messages[data.target_id];
          if (message) return menu.run(context, message);
        }
        if (data.type === ApplicationCommandType.User && menu.type === 'user') {
          const user = data.resolved.users[data.target_id];
          const displayName = data.resolved.members?.[data.target_id]?.nick ?? user?.global_name ?? user?.username;
          if (user && displayName) return menu.run(context, { userId: user.id, displayName });
        }
        throw staleComponent();
      },
    };
  }

  function componentCall(interaction: APIMessageComponentInteraction | APIModalSubmitInteraction): Call {
    const id = interaction.data.custom_id;
    if (prefixOf(id) === correctId.prefix) return correctionCall(id);
    const component = components.get(prefixOf(id));
    const params = component && decode(component, id);
    if (!component || params === undefined) return stale(prefixOf(id));
    const { policy, answer, cooldownSeconds } = component;
    const call = {
      name: component.id.prefix,
      policy,
      answer,
      cooldownSeconds,
      addressedGuild: (params as { guildId?: unknown }).guildId,
    };
    if (interaction.type === InteractionType.MessageComponent) {
      const { data } = interaction;
      if (component.type === 'button' && data.component_type === ComponentType.Button)
        return { ...call, run: (context) => component.run(context, params) };
      if (component.type === 'select' && 'values' in data)
        return { ...call, run: (context) => component.run(context, params, data.values) };
    } else if (component.type === 'form') {
      const submitted = submittedOf(interaction);
      const owner = ({ actor }: Context) => ({ guildId: actor.guildId, userId: actor.userId, form: id });
      return {
        ...call,
        async run(context) {
          const result = await component.run(context, params, submitted);
          await dropDraft(world.db, owner(context));
          return result;
        },
        async onRefusal(context) {
          const draftId = await saveDraft(world.db, { ...owner(context), now: world.clock.now() }, submitted);
          return { components: [correctButton(draftId, context.locale)] };
        },
      };
    }
    return stale(component.id.prefix);
  }

  function correctionCall(id: string): Call {
    return {
      name: correctId.prefix,
      policy: anyone,
      answer: 'modal',
      async run({ actor, locale }) {
        const draft = await readDraft(world.db, actor, correctId.decode(id).draftId);
        const component = draft && components.get(prefixOf(draft.form));
        if (!draft || component?.type !== 'form') throw staleComponent();
        return component.reopen(locale, draft.form, draft.values);
      },
    };
  }

  async function route(interaction: APIInteraction): Promise<{ name: string; outcome: string }> {
    if (interaction.type === InteractionType.Ping) return { name: 'ping', outcome: 'ignored' };
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete)
      return { name: `${interaction.data.name} (autocomplete)`, outcome: await complete(interaction) };
    const call = interaction.type === InteractionType.ApplicationCommand ? commandCall(interaction) : componentCall(interaction);
    const actor = actorOf(interaction, call.addressedGuild);
    const context = contextOf(interaction, actor ?? nobody(interaction));
    if (!actor) return { name: call.name, outcome: await answer(interaction, stale(call.name), context) };
    return { name: call.name, outcome: await answer(interaction, call, context) };
  }

  return {
    get inFlight() {
      return inFlight;
    },
    async handle(interaction) {
      inFlight++;
      const started = performance.now();
      try {
        const { name, outcome } = await route(interaction);
        metrics.interactions.inc({ command: name, outcome });
        metrics.interactionSeconds.observe({ command: name }, (performance.now() - started) / 1000);
      } catch (error) {
        // The answer itself could not be given: Discord is out of reach, and shows the person that nothing came.
        world.log.warn({ err: error }, 'an interaction could not be answered');
        metrics.interactions.inc({ command: 'unknown', outcome: 'unanswered' });
      } finally {
        inFlight--;
      }
    },
  };
}

function indexOf({ features }: World) {
  const commands = features.flatMap((feature) => feature.commands);
  const once = <V>(entries: readonly (readonly [string, V])[]): ReadonlyMap<string, V> => {
    const map = new Map(entries);
    if (map.size < entries.length) throw new Error(`declared twice among: ${entries.map(([key]) => key).join(', ')}`);
    return map;
  };
  const menuType = { user: ApplicationCommandType.User, message: ApplicationCommandType.Message } as const;
  return {
    chats: once(commands.flatMap((command) => (command.type === 'chat' ? [[command.name.en, command] as const] : []))),
    menus: once(
      commands.flatMap((command) =>
        command.type === 'chat'
          ? []
          : [[`${menuType[command.type]}:${command.name.en}`, command as Exclude<Command, ChatCommand>] as const],
      ),
    ),
    components: once(
      features.flatMap((feature) => feature.components.map((component) => [component.id.prefix, component] as const)),
    ),
  };
}

/** Roles of the bot that a person plays in a guild. */
export function keysOf({ roles }: GuildSettings, { roleIds, isAdministrator }: Actor): ReadonlySet<RoleKey> {
  const keys = new Set<RoleKey>();
  for (const [key, ids] of Object.entries(roles)) if (ids.some((id) => roleIds.includes(id))) keys.add(key as RoleKey);
  if (isAdministrator) keys.add('admin');
  return keys;
}

/** What was sent for a command's options, each checked again: a forged request has not been through Discord's client. */
function read(
  command: ChatCommand,
  filled: Record<string, string | number | boolean>,
  resolved: unknown,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const value = filled[name];
    if (value === undefined && !option.required) values[name] = undefined;
    else values[name] = option.parse(value as string, resolved as Parameters<typeof option.parse>[1]);
  }
  return values;
}

/** The parameters in a custom id; `undefined` when a former version made it, or nobody of ours did. */
function decode(component: Component, id: string): unknown {
  try {
    return component.id.decode(id);
  } catch {
    return undefined;
  }
}

const stale = (name: string): Call => ({
  name,
  policy: anyone,
  answer: 'ephemeral',
  run: () => Promise.reject(staleComponent()),
});

const nobody = ({ user }: APIInteraction): Actor => ({
  guildId: '',
  userId: user?.id ?? '',
  username: '',
  displayName: '',
  roleIds: [],
  isAdministrator: false,
});
