import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Metrics } from '../infra/metrics.ts';
import type { GuildSettings } from '../infra/settings.ts';
import type { RoleKey } from '../kernel/role.ts';
import { localeOf, UserError } from '../kernel/text.ts';
import { homeId } from '../kernel/wire.ts';
import { type Call, createCalls, stale } from './call.ts';
import type { Message, Modal } from './command.ts';
import type { Actor, Context, Interactions, World } from './context.ts';
import { takeTurn } from './cooldown.ts';
import { codeOf, failureOf } from './failure.ts';
import { actorOf, filledOf, pathOf } from './interaction.ts';
import { bug, home, notAllowed, tooSoon, unavailable } from './messages.ts';
import { holds } from './policy.ts';
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

const keepsNothing: ReadonlySet<string> = new Set(['router.denied', 'router.stale']);

const homeRow = ({ t }: Context): APIMessageTopLevelComponent => ({
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label: t(home), custom_id: homeId.encode({}) }],
});

const isModal = (answer: Message | Modal): answer is Modal => 'custom_id' in answer;

/** Discord already has our answer, or will have none: there is nobody left to tell. */
const alreadyAnswered = 40060;
const tooLate = new Set([10062, 10015, 50027]);

/** Finds who answers each interaction, checks who asks, answers, and holds the program's one `catch` for what goes wrong. */
export function createRouter({ world, interactions, metrics, readSettings, isOutage }: RouterOptions): Router {
  const { chats, chatCall, commandCall, componentCall } = createCalls(world);
  const hasHome = world.features.some(({ components }) => components.some(({ id }) => id.prefix === homeId.prefix));
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
    if (policy.roles !== 'everyone' && !holds(policy, await context.keys())) throw notAllowed();
    if (cooldownSeconds) {
      const { guildId, userId } = context.actor;
      const wait = await takeTurn(world.db, { guildId, userId, command: name, seconds: cooldownSeconds, now: world.clock.now() });
      if (wait > 0) throw tooSoon(wait);
    }
  }

  /** The answer to a failure, and the name that the metrics give it. */
  function explain(error: unknown, call: Call, { t }: Context): { outcome: string; content: string } {
    if (error instanceof UserError)
      return { outcome: error.code === 'router.denied' ? 'denied' : 'refused', content: t(error.text) };
    if (isOutage(error) || failureOf(error) === 'again') {
      world.log.warn({ err: error, command: call.name }, 'the database or Discord does not answer');
      return { outcome: 'unavailable', content: t(unavailable().text) };
    }
    const reference = randomBytes(4).toString('hex').toUpperCase();
    world.log.error({ err: error, command: call.name, reference }, 'an interaction failed');
    return { outcome: 'error', content: t(bug(reference)) };
  }

  /** Nothing that was typed is kept of who may not, or of what nobody answers; and keeping it must not cost the person their answer. */
  async function wayOn(error: unknown, call: Call, context: Context): Promise<Message> {
    if (error instanceof UserError && error.code === 'router.stale' && context.actor.isPresent && hasHome)
      return { components: [homeRow(context)] };
    if (!call.onFailure || (error instanceof UserError && keepsNothing.has(error.code))) return {};
    return call.onFailure(context).catch((failure: unknown) => {
      world.log.warn({ err: failure, command: call.name }, 'what was typed could not be kept');
      return {};
    });
  }

  async function answer(interaction: APIInteraction, call: Call, context: Context): Promise<string> {
    const responder = respondTo(interaction, call.answer, { interactions, clock: world.clock });
    try {
      await check(call, context);
      const result = await call.run(context);
      await (isModal(result) ? responder.modal(result) : responder.message(result));
      return 'ok';
    } catch (error) {
      if (codeOf(error) === alreadyAnswered) return 'ok';
      if (tooLate.has(codeOf(error))) {
        world.log.warn({ command: call.name }, 'an answer came too late for Discord');
        return 'late';
      }
      const { outcome, content } = explain(error, call, context);
      await responder.refuse({ content, ...(await wayOn(error, call, context)) });
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
        await check({ ...chatCall(command, options, undefined), cooldownSeconds: undefined }, context);
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

  async function route(interaction: APIInteraction): Promise<{ name: string; outcome: string }> {
    if (interaction.type === InteractionType.Ping) return { name: 'ping', outcome: 'ignored' };
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete)
      return { name: 'autocomplete', outcome: await complete(interaction) };
    const call = interaction.type === InteractionType.ApplicationCommand ? commandCall(interaction) : componentCall(interaction);
    const actor = actorOf(interaction, call.addressedGuild);
    const context = contextOf(interaction, actor ?? nobody(interaction));
    if (!actor) return { name: call.name, outcome: await answer(interaction, stale(), context) };
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

/** Roles of the bot that a person plays in a guild. */
export function keysOf(
  { roles }: Pick<GuildSettings, 'roles'>,
  { roleIds, isAdministrator }: Pick<Actor, 'roleIds' | 'isAdministrator'>,
): ReadonlySet<RoleKey> {
  const keys = new Set<RoleKey>();
  for (const [key, ids] of Object.entries(roles)) if (ids.some((id) => roleIds.includes(id))) keys.add(key as RoleKey);
  if (isAdministrator) keys.add('admin');
  return keys;
}

const nobody = ({ user }: APIInteraction): Actor => ({
  guildId: '',
  userId: user?.id ?? '',
  username: '',
  displayName: '',
  roleIds: [],
  isAdministrator: false,
  isPresent: false,
});
