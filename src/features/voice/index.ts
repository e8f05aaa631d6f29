import type { Feature } from '../../kernel/feature.ts';
import { change, moved, promoChanged, roomForm } from './commands.ts';
import { text } from './messages.ts';
import { eraseRooms, exportRooms, passingRooms } from './service.ts';
import { alert, follow, room, sweep } from './tasks.ts';

/** A fresh voice room for whoever enters a promo's channel for that; gone once it is empty. */
export const voice: Feature = {
  name: 'voice',
  description: text.feature,
  needs: { roles: [], channels: [] },
  passing: passingRooms,
  commands: [],
  components: [change, roomForm],
  events: [moved, promoChanged],
  tasks: [room, alert],
  schedules: [sweep, follow],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportRooms, erase: eraseRooms },
};
