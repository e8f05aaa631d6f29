import type { Feature } from '../../kernel/feature.ts';
import {
  confirmWithdrawal,
  editCommand,
  home,
  list,
  open,
  pick,
  retry,
  show,
  turnPage,
  withdraw,
  withdrawCommand,
} from './commands/list.ts';
import {
  choose,
  confirm,
  edit,
  forAll,
  forCampus,
  forCourse,
  formAll,
  formEntry,
  formPromos,
  formText,
  forPromos,
  newForAll,
  newForPromos,
  turnChoices,
  write,
} from './commands/write.ts';
import { text } from './messages.ts';
import { eraseAnnouncements, exportAnnouncements } from './service/retention.ts';
import { forget, keepPlaces, place } from './tasks.ts';
import { announcementsKey } from './wire.ts';

/** What staff say to everybody, a campus, a course or some promos: shown first, posted once in each place, corrected and withdrawn everywhere. */
export const announcements: Feature = {
  name: 'announcements',
  description: text.feature,
  needs: {
    roles: [],
    channels: [
      {
        key: announcementsKey,
        name: 'annonces',
        topic: text.topic,
        kind: 'text',
        category: 'Accueil',
        readOnly: true,
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'],
      },
    ],
  },
  home,
  commands: [forAll, forCampus, forCourse, forPromos, editCommand, withdrawCommand, list],
  components: [
    newForAll,
    formAll,
    newForPromos,
    turnChoices,
    choose,
    write,
    formPromos,
    confirm,
    formEntry,
    edit,
    formText,
    withdraw,
    confirmWithdrawal,
    retry,
    open,
    turnPage,
    show,
    pick,
  ],
  events: [],
  tasks: [place],
  schedules: [keepPlaces, forget],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportAnnouncements, erase: eraseAnnouncements },
};
