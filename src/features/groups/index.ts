import type { Feature } from '../../kernel/feature.ts';
import { type RoleKey, roleNames } from '../../kernel/role.ts';
import { exportButton, exportCommand, history, home, open, pickRound, turnPage } from './commands/history.ts';
import {
  askClose,
  confirmClose,
  drawAgain,
  handForm,
  joined,
  levelsForm,
  make,
  move,
  newForm,
  openHand,
  openLevels,
  openNew,
  openPublish,
  pickPromo,
  promoChanged,
  publishCommand,
  publishForm,
  refresh,
  show,
  tryAgain,
} from './commands/round.ts';
import { text } from './messages.ts';
import { eraseGroups, exportGroups } from './service/history.ts';
import { passingRooms } from './service/room.ts';
import { due, forget, keepRooms, rooms } from './tasks/room.ts';

/** MoveMembers makes Discord show them the commands, and brings people into the voice rooms of their groups. */
const teamRole = (key: RoleKey) => ({ key, name: roleNames[key].fr, permissions: ['MoveMembers'] as const, hoisted: true });

/** Working groups of a promo: made at random so that people work with everybody, with a thread and a voice room until a day. */
export const groups: Feature = {
  name: 'groups',
  description: text.feature,
  needs: {
    roles: [teamRole('admin'), teamRole('project_manager'), teamRole('campus_manager'), teamRole('trainer')],
    channels: [],
  },
  home,
  passing: passingRooms,
  commands: [make, show, move, publishCommand, history, exportCommand],
  components: [
    newForm,
    openNew,
    pickPromo,
    refresh,
    drawAgain,
    levelsForm,
    openLevels,
    handForm,
    openHand,
    publishForm,
    openPublish,
    askClose,
    confirmClose,
    tryAgain,
    turnPage,
    pickRound,
    exportButton,
    open,
  ],
  events: [joined, promoChanged],
  tasks: [rooms],
  schedules: [due, keepRooms, forget],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportGroups, erase: eraseGroups },
};
