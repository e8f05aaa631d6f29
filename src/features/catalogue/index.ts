import type { Feature } from '../../kernel/feature.ts';
import {
  campusAdd,
  campusList,
  campusRemove,
  campusRename,
  confirmRemoval,
  courseAdd,
  courseEdit,
  courseList,
  courseRemove,
  home,
  openCourses,
  roleDeleted,
  turnPage,
} from './commands/entry.ts';
import {
  addChannel,
  channelForm,
  chooseChannel,
  copy,
  edit,
  keepReading,
  openEditing,
  read,
  removeChannel,
  reset,
  show,
} from './commands/template.ts';
import { text } from './messages/catalogue.ts';
import { keepRoles, role } from './tasks/role.ts';

/** Where people are trained, in what, and what the space of each kind of promo holds. */
export const catalogue: Feature = {
  name: 'catalogue',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [
    campusAdd,
    campusRename,
    campusRemove,
    campusList,
    courseAdd,
    courseEdit,
    courseRemove,
    courseList,
    show,
    edit,
    copy,
    read,
  ],
  components: [
    confirmRemoval,
    openCourses,
    turnPage,
    openEditing,
    keepReading,
    channelForm,
    chooseChannel,
    addChannel,
    removeChannel,
    reset,
  ],
  events: [roleDeleted],
  tasks: [role],
  schedules: [keepRoles],
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: async () => ({}),
    erase: async () => {},
  },
};
