import type { Feature } from '../../kernel/feature.ts';
import { card, changed, joined, left } from './commands/arrival.ts';
import { invite, list, revoke, show } from './commands/invite.ts';
import { text } from './messages.ts';
import { eraseInvites, exportInvites } from './service/arrival.ts';
import { arrivals, find, person, settle } from './tasks/arrival.ts';
import { due, forget, guild, keep, promo } from './tasks/invite.ts';

/** Invites to the server that say for which promo: who comes by one is expected there. */
export const invites: Feature = {
  name: 'invites',
  description: text.feature,
  needs: { roles: [], channels: [] },
  card,
  commands: [invite, list],
  components: [show, revoke],
  events: [joined, changed, left],
  tasks: [promo, guild, person, arrivals],
  schedules: [due, keep, forget, settle, find],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportInvites, erase: eraseInvites },
};
