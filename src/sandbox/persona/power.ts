import { act, entriesOf } from '../operations/audit.ts';
import { automodRulesOf, createAutomodRule, deleteAutomodRule, modifyAutomodRule } from '../operations/automod.ts';
import { modifyChannel } from '../operations/channels.ts';
import { isThreadChannel } from '../operations/find.ts';
import { setIncidents } from '../operations/incidents.ts';
import { banUser, banUsers, giveRole, kickMember, modifyMember, unbanUser } from '../operations/members.ts';
import { deleteMessage } from '../operations/messages.ts';
import { changeThread } from '../operations/threads.ts';
import type { Channel, Guild, Message, User, World } from '../world.ts';
import type { Persona as Whole } from './persona.ts';
import { ClientRefusal, type MessageRef } from './persona.ts';

type Power = Pick<
  Whole,
  | 'timeout'
  | 'kick'
  | 'ban'
  | 'unban'
  | 'bulkBan'
  | 'giveRole'
  | 'takeRole'
  | 'rename'
  | 'slowMode'
  | 'remove'
  | 'pauseIncidents'
  | 'automod'
  | 'auditLog'
>;

type Finders = {
  home: () => Guild;
  channel: (nameOrId: string) => Channel;
  messageOf: (ref: MessageRef) => { message: Message; channel: Channel };
};

/** What a person does to others by Discord's own menus and settings, each with the reason that they may type. */
export function powerOf(world: World, user: User, { home, channel, messageOf }: Finders): Power {
  const by = (reason: string | undefined) => act(user.id, reason?.trim() || null);
  const roleId = (nameOrId: string): string => {
    const role = [...home().roles.values()].find(({ id, name }) => id === nameOrId || name === nameOrId);
    if (!role) throw new ClientRefusal(`there is no role ${nameOrId}`);
    return role.id;
  };
  return {
    timeout(userId, until, reason) {
      modifyMember(world, by(reason), home(), userId, { communication_disabled_until: until?.toISOString() ?? null });
    },
    kick: (userId, reason) => kickMember(world, by(reason), home(), userId),
    ban: (userId, reason, deleteSeconds = 0) => banUser(world, by(reason), home(), userId, deleteSeconds),
    unban: (userId, reason) => unbanUser(world, by(reason), home(), userId),
    bulkBan: (userIds, reason, deleteSeconds = 0) => banUsers(world, by(reason), home(), userIds, deleteSeconds),
    giveRole: (userId, nameOrId, reason) => giveRole(world, by(reason), home(), userId, roleId(nameOrId), true),
    takeRole: (userId, nameOrId, reason) => giveRole(world, by(reason), home(), userId, roleId(nameOrId), false),
    rename(userId, nick, reason) {
      modifyMember(world, by(reason), home(), userId, { nick });
    },
    slowMode(nameOrId, seconds, reason) {
      const place = channel(nameOrId);
      if (isThreadChannel(place)) changeThread(world, by(reason), place, { rate_limit_per_user: seconds });
      else modifyChannel(world, by(reason), place, { rate_limit_per_user: seconds });
    },
    remove(ref, reason) {
      const found = messageOf(ref);
      deleteMessage(world, by(reason), found.channel, found.message.id);
    },
    pauseIncidents: (change) => setIncidents(world, by(undefined), home(), change),
    automod: {
      list: () => automodRulesOf(world, by(undefined), home()),
      create: (rule, reason) => createAutomodRule(world, by(reason), home(), rule),
      edit: (id, change, reason) => modifyAutomodRule(world, by(reason), home(), id, change),
      remove: (id, reason) => deleteAutomodRule(world, by(reason), home(), id),
    },
    auditLog: (filter = {}) => entriesOf(world, user.id, home(), filter),
  };
}
