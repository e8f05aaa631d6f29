import {
  type APIApplicationCommandInteraction,
  type APIInteractionDataResolved,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  type APIApplicationCommandInteractionDataBasicOption as BasicOption,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import { type CustomId, prefixesOf } from '../kernel/wire.ts';
import type { Answer, ChatCommand, Command, Message, Modal } from './command.ts';
import type { Context, World } from './context.ts';
import { correctButton, correctId, dropDraft, readDraft, saveDraft } from './draft.ts';
import { filledOf, pathOf, submittedOf } from './interaction.ts';
import { notAllowed, staleCommand, staleComponent } from './messages.ts';
import { anyone, holds, type Policy } from './policy.ts';

/** An interaction understood: who answers it, and with what. */
export type Call = {
  name: string;
  policy: Policy;
  answer: Answer;
  cooldownSeconds?: number | undefined;
  addressedGuild?: unknown;
  run(context: Context): Promise<Message | Modal>;
  /** What the person can go on from when the call failed: the button that opens a form again with what was typed. */
  onFailure?(context: Context): Promise<Message>;
};

/** Finds who answers an interaction among what the features declare. */
export function createCalls(world: World) {
  const { chats, menus, components } = indexOf(world);
  const componentOf = (id: string) =>
    prefixesOf(id)
      .map((prefix) => components.get(prefix))
      .find((component) => component !== undefined);

  function chatCall(command: ChatCommand, sent: readonly BasicOption[], resolved: APIInteractionDataResolved | undefined): Call {
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
      return command ? chatCall(command, options, data.resolved) : stale();
    }
    const menu = data.type === ApplicationCommandType.PrimaryEntryPoint ? undefined : menus.get(`${data.type}:${data.name}`);
    if (!menu || data.type === ApplicationCommandType.PrimaryEntryPoint) return stale();
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
    if (prefixesOf(id).includes(correctId.prefix)) return correctionCall(id);
    const component = componentOf(id);
    const params = component && decode(component.id, id);
    if (!component || params === undefined) return stale();
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
        async onFailure(context) {
          const draftId = await saveDraft(
            world.db,
            { ...owner(context), now: world.clock.now() },
            submitted,
            component.fieldNames,
          );
          return { components: [correctButton({ guildId: context.actor.guildId, draftId }, context.locale)] };
        },
      };
    }
    return stale();
  }

  function correctionCall(id: string): Call {
    const params = decode(correctId, id);
    if (params === undefined) return stale();
    const { guildId, draftId } = params;
    return {
      name: correctId.prefix,
      policy: anyone,
      answer: 'modal',
      addressedGuild: guildId,
      async run({ actor, locale, keys }) {
        const draft = await readDraft(world.db, actor, draftId);
        const component = draft && componentOf(draft.form);
        if (!draft || component?.type !== 'form') throw staleComponent();
        if (component.policy.roles !== 'everyone' && !holds(component.policy, await keys())) throw notAllowed();
        return component.reopen(locale, draft.form, draft.values);
      },
    };
  }

  return { chats, chatCall, commandCall, componentCall };
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

/** What was sent for a command's options, each checked again: a forged request has not been through Discord's client. */
function read(
  command: ChatCommand,
  filled: ReturnType<typeof filledOf>,
  resolved: APIInteractionDataResolved | undefined,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const value = filled[name];
    if (value === undefined && !option.required) continue;
    try {
      values[name] = option.parse(value as BasicOption['value'], resolved);
    } catch {
      throw staleCommand();
    }
  }
  return values;
}

/** The parameters in a custom id; `undefined` when a former version made it, or nobody of ours did. */
function decode<P>(address: CustomId<P>, id: string): P | undefined {
  try {
    return address.decode(id);
  } catch {
    return undefined;
  }
}

/** Nobody of ours answers that any more, or ever did. Its name is not kept: a forged one would fill the metrics. */
export const stale = (): Call => ({
  name: 'unknown',
  policy: anyone,
  answer: 'ephemeral',
  run: () => Promise.reject(staleComponent()),
});
