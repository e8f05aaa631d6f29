import { ApplicationCommandType, ChannelType, ComponentType, InteractionType } from 'discord-api-types/v10';
import { type Component, selects } from '../components.ts';
import { refuse } from '../errors.ts';
import { resolved } from '../interactions/resolve.ts';
import { messageObject, userOf } from '../objects.ts';
import { act } from '../operations/audit.ts';
import { openDm } from '../operations/channels.ts';
import { storeFiles } from '../operations/files.ts';
import { isForumType, startPost } from '../operations/forums.ts';
import { createInvite } from '../operations/invites.ts';
import { createMessage, editMessage } from '../operations/messages.ts';
import { addReaction, removeReaction } from '../operations/reactions.ts';
import { channelPermissions, guildPermissions, hasPermission, isSilenced, maySee } from '../permissions.ts';
import { channelsOf } from '../population.ts';
import type { Interaction } from '../world/interaction.ts';
import type { Channel, Command, Guild, Message, User, World } from '../world.ts';
import { commandData, folded, mayUse } from './commands.ts';
import { chosen, componentIn, filled, namedBy } from './fields.ts';
import { choicesOf, openerOf, outcomeOf, pretended } from './outcome.ts';
import {
  ClientRefusal,
  type FileInput,
  type MessageRef,
  type Outcome,
  type Persona,
  TimedOut,
  type VisibleCommand,
} from './persona.ts';
import { powerOf } from './power.ts';
import { presenceOf } from './presence.ts';
import { visibleTo } from './sight.ts';
import { typedData } from './typing.ts';
import { uploaded } from './uploads.ts';

/** What can open a form. */
const openers: ReadonlySet<InteractionType> = new Set([InteractionType.ApplicationCommand, InteractionType.MessageComponent]);

/** The driver of one person: see `Persona`. */
export function createPersona(world: World, user: User, home: () => Guild): Persona {
  const by = act(user.id);
  const known = (id: string): User => world.users.get(id) ?? user;

  /** Only the person's own clients hear of it, as on Discord. */
  const changeAccount = (change: Partial<Pick<User, 'closedDms' | 'locale'>>): void => {
    Object.assign(known(user.id), change);
    world.emit({ event: 'USER_UPDATE', data: userOf(world, user.id), guildId: null, channelId: null, only: [user.id] });
  };

  const sees = (channel: Channel) => maySee(world, user.id, channel.id);
  const readable = (message: Message) => message.only === null || message.only === user.id;

  const channels = (): Channel[] => {
    const mine = home().members.has(user.id) ? channelsOf(world, home().id).filter(sees) : [];
    const order = (channel: Channel): number => channel.position;
    const directs = [...world.channels.values()].filter(
      (channel) => channel.type === ChannelType.DM && channel.recipients.includes(user.id),
    );
    return [...mine.sort((a, b) => order(a) - order(b) || Number(BigInt(a.id) - BigInt(b.id))), ...directs];
  };

  const channel = (nameOrId: string): Channel => {
    const all = channels();
    if (nameOrId === 'dm') {
      const dm = all.find(({ guild_id, recipients }) => guild_id === null && recipients.includes(world.application.id));
      if (!dm) throw new ClientRefusal('no conversation with the bot is open');
      return dm;
    }
    const found = all.find(({ id }) => id === nameOrId) ?? all.find(({ name }) => name === nameOrId);
    if (!found) throw new ClientRefusal(`${user.username} sees no channel ${nameOrId}`);
    return found;
  };

  const messageOf = (ref: MessageRef): { message: Message; channel: Channel } => {
    const id = typeof ref === 'string' ? ref : ref.id;
    for (const [channelId, messages] of world.messages) {
      const message = messages.get(id);
      const place = world.channels.get(channelId);
      if (message && place && readable(message) && sees(place)) return { message, channel: place };
    }
    throw new ClientRefusal(`${user.username} sees no message ${id}`);
  };

  /** Where a command is typed when nobody says: the first place that takes text. */
  const typingPlace = (nameOrId: string | undefined): Channel => {
    if (nameOrId !== undefined) return channel(nameOrId);
    const place = channels().find(
      (one) =>
        one.type === ChannelType.GuildText && hasPermission(channelPermissions(world, one, user.id), 'UseApplicationCommands'),
    );
    if (!place) throw new ClientRefusal(`${user.username} has no channel to type in`);
    return place;
  };

  const usable = (place: Channel, type: ApplicationCommandType): Command[] =>
    [...world.commands.values()].filter((command) => command.type === type && mayUse(world, command, user.id, place));

  const visible = (place: Channel): VisibleCommand[] =>
    usable(place, ApplicationCommandType.ChatInput).flatMap((command) => [...folded(command, known(user.id).locale)]);

  const commandBy = (place: Channel, path: string): VisibleCommand => {
    const wanted = path.replace(/^\//, '');
    const found = visible(place).find((one) => one.path === wanted) ?? visible(place).find((one) => one.name === wanted);
    if (!found) throw new ClientRefusal(`${user.username} sees no command /${wanted}`);
    return found;
  };

  const interact = (
    type: InteractionType,
    place: Channel,
    data: object,
    more: { message?: Message; commandName?: string; openedBy?: Interaction } = {},
  ): Promise<Outcome> => {
    const guild = world.guilds.get(place.guild_id ?? '');
    const member = guild?.members.get(user.id);
    if (member?.pending) throw new ClientRefusal(`${user.username} has not passed the screening`);
    // https://docs.discord.com/developers/topics/permissions#permissions-for-timed-out-members: to view and to read is all that is left.
    if (guild && member && isSilenced(world, member) && !hasPermission(guildPermissions(world, guild, user.id), 'Administrator'))
      throw new TimedOut(`${user.username} is timed out`);
    return outcomeOf(world, { type, userId: user.id, channel: place, data, ...more });
  };

  const useComponent = (
    place: Channel,
    message: Message,
    component: Component,
    values: readonly string[] | null,
  ): Promise<Outcome> => {
    const named = namedBy(world, component.type, values ?? []);
    const data = {
      custom_id: component.custom_id ?? '',
      component_type: component.type,
      id: component.id ?? 0,
      ...(values ? { values, ...resolved(world, world.guilds.get(place.guild_id ?? ''), place, user.id, named) } : {}),
    };
    return interact(InteractionType.MessageComponent, place, data, { message });
  };

  const persona: Persona = {
    get user() {
      return known(user.id);
    },
    get guild() {
      return home();
    },
    get member() {
      return home().members.get(user.id) ?? null;
    },
    now: () => world.clock.now(),
    ...presenceOf(world, user, home, channel),
    ...powerOf(world, user, { home, channel, messageOf }),
    closeDms: () => changeAccount({ closedDms: true }),
    openDms: () => changeAccount({ closedDms: false }),
    setLocale: (locale) => changeAccount({ locale }),
    channels,
    members: () =>
      home().members.has(user.id)
        ? [...home().members.values()].map(({ user_id, nick, roles, pending, joined_at, communication_disabled_until }) => ({
            user: userOf(world, user_id),
            joinedAt: joined_at,
            nick,
            roles: [...roles],
            pending,
            timedOutUntil: communication_disabled_until,
          }))
        : [],
    channel,
    messages(nameOrId) {
      const place = channel(nameOrId);
      if (place.guild_id && !hasPermission(channelPermissions(world, place, user.id), 'ReadMessageHistory')) return [];
      return [...(world.messages.get(place.id)?.values() ?? [])]
        .filter(readable)
        .map((message) => messageObject(world, message, user.id));
    },
    write(nameOrId, content, { files = [], replyTo } = {}) {
      const reference = replyTo === undefined ? {} : { message_reference: { message_id: messageOf(replyTo).message.id } };
      return messageObject(
        world,
        createMessage(world, by, channel(nameOrId), { content, ...reference }, files.map(uploaded)),
        user.id,
      );
    },
    post(nameOrId, { name, content, tags = [], files = [] }) {
      const forum = channel(nameOrId);
      if (!isForumType(forum.type)) throw new ClientRefusal(`${nameOrId} is no forum`);
      const applied_tags = tags.map((tag) => {
        const found = forum.available_tags.find((one) => one.id === tag || one.name === tag);
        if (!found) throw new ClientRefusal(`${nameOrId} has no tag ${tag}`);
        return found.id;
      });
      const { message } = startPost(world, by, forum, { name, applied_tags }, { content }, files.map(uploaded));
      return messageObject(world, message, user.id);
    },
    createInvite: (nameOrId, wanted = {}) => createInvite(world, by, channel(nameOrId), wanted).code,
    edit(ref, content) {
      const found = messageOf(ref);
      return messageObject(world, editMessage(world, by, found.channel, found.message.id, { content }), user.id);
    },
    react(ref, emoji) {
      const found = messageOf(ref);
      const mine = found.message.reactions.find(({ name }) => name === emoji)?.users.includes(user.id);
      if (mine) removeReaction(world, by, found.channel, found.message.id, emoji, user.id);
      else addReaction(world, by, found.channel, found.message.id, emoji);
    },
    openDm: (userId = world.application.id) => openDm(world, user.id, userId),
    commands: (nameOrId) => visible(typingPlace(nameOrId)),
    menus: () =>
      ([ApplicationCommandType.User, ApplicationCommandType.Message] as const).flatMap((type) =>
        usable(typingPlace(undefined), type).map(({ name, name_localizations }) => ({
          name,
          type: type === ApplicationCommandType.User ? ('user' as const) : ('message' as const),
          label: name_localizations?.[known(user.id).locale] ?? name,
        })),
      ),
    async run(path, options = {}, context = {}) {
      const place = typingPlace(context.channel);
      const found = commandBy(place, path);
      return interact(InteractionType.ApplicationCommand, place, typedData(world, user.id, place, found, options, null), {
        commandName: found.path,
      });
    },
    async autocomplete(path, options, focused, context = {}) {
      const place = typingPlace(context.channel);
      const found = commandBy(place, path);
      const option = found.options.find(({ key, name }) => key === focused || name === focused);
      if (!option?.autocomplete) throw new ClientRefusal(`${focused} has no autocomplete`);
      const data = typedData(world, user.id, place, found, options, focused);
      return choicesOf(world, {
        type: InteractionType.ApplicationCommandAutocomplete,
        userId: user.id,
        channel: place,
        data,
        commandName: found.path,
      });
    },
    async press(ref, target) {
      const found = messageOf(ref);
      const component = componentIn(found.message.components as unknown as Component[], target, [ComponentType.Button]);
      if (component.custom_id === undefined) throw new ClientRefusal(`${target} is a link`);
      return useComponent(found.channel, found.message, component, null);
    },
    async select(ref, target, values) {
      const found = messageOf(ref);
      const component = componentIn(found.message.components as unknown as Component[], target, selects);
      return useComponent(found.channel, found.message, component, chosen(world, found.channel, user.id, component, values));
    },
    async submit(form, values) {
      const open = 'failed' in form ? form.modal : form;
      if (!open) throw new ClientRefusal('no form is open');
      const opener = openerOf(world, open.interactionId);
      if (!opener || opener.user_id !== user.id) throw new ClientRefusal('this form is not open');
      const place = world.channels.get(opener.channel_id);
      if (!place) throw refuse('unknownChannel');
      const attach = (files: readonly FileInput[]) => storeFiles(world, place, {}, files.map(uploaded));
      const sent = filled(world, place, user.id, open.components as unknown as Component[], values, attach);
      const data = {
        custom_id: open.custom_id,
        components: sent.components,
        ...resolved(world, world.guilds.get(place.guild_id ?? ''), place, user.id, sent.named),
      };
      const message = opener.message_id ? world.messages.get(place.id)?.get(opener.message_id) : undefined;
      return interact(InteractionType.ModalSubmit, place, data, { openedBy: opener, ...(message ? { message } : {}) });
    },
    async menu(name, target, context = {}) {
      const onMessage = 'message' in target ? messageOf(target.message) : null;
      const place = onMessage?.channel ?? typingPlace(context.channel);
      const type = onMessage ? ApplicationCommandType.Message : ApplicationCommandType.User;
      const command = usable(place, type).find(
        (one) => one.name === name || one.name_localizations?.[known(user.id).locale] === name,
      );
      if (!command) throw new ClientRefusal(`${user.username} sees no ${name} in this menu`);
      const userId = 'user' in target ? target.user : null;
      if (userId && !world.users.has(userId)) throw refuse('unknownUser');
      const named = onMessage ? { messages: [onMessage.message] } : { users: userId ? [userId] : [] };
      const data = commandData(command, name, [], {
        target_id: onMessage?.message.id ?? userId,
        ...resolved(world, world.guilds.get(place.guild_id ?? ''), place, user.id, named),
      });
      return interact(InteractionType.ApplicationCommand, place, data, { commandName: command.name });
    },
    listen: (listener) => world.listen(visibleTo(world, user.id, listener)),
    forge: {
      async component(ref, customId, type, values) {
        const found = messageOf(ref);
        return useComponent(found.channel, found.message, { type, custom_id: customId, id: 1 }, values ?? null);
      },
      async modal(customId, components, context = {}) {
        const found = context.message === undefined ? null : messageOf(context.message);
        const place = found?.channel ?? typingPlace(context.channel);
        // Some command or component must have opened it: the last one of this person, or one that never was.
        const openedBy =
          [...world.interactions.values()].findLast((one) => one.user_id === user.id && openers.has(one.type)) ??
          pretended(world, user.id, place.id);
        return interact(
          InteractionType.ModalSubmit,
          place,
          { custom_id: customId, components },
          { openedBy, ...(found ? { message: found.message } : {}) },
        );
      },
      async command(data, context = {}) {
        const name = 'name' in data ? String(data.name) : '';
        return interact(InteractionType.ApplicationCommand, typingPlace(context.channel), data, { commandName: name });
      },
    },
  };
  return persona;
}
