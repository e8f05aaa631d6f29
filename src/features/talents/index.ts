import type { Feature } from '../../kernel/feature.ts';
import { applicationsKey } from '../../kernel/hiring.ts';
import {
  accept,
  block,
  contact,
  contactFor,
  contactForm,
  contacts,
  decline,
  questions,
  talks,
  withdraw,
} from './commands/contact.ts';
import { home, left } from './commands/home.ts';
import {
  abilityForm,
  agree,
  askDelete,
  avoid,
  avoidForm,
  back,
  blocks,
  confirmDelete,
  editAbility,
  editSearch,
  hide,
  keep,
  openOwn,
  pause,
  publish,
  quiet,
  searchForm,
  showProfile,
  telling,
  turnBlocks,
  unblock,
} from './commands/profile.ts';
import { filter, filterForm, openTalents, rankFor, talentsCommand, turn } from './commands/search.ts';
import { text } from './messages/profile.ts';
import { promiseMeetings } from './service/meeting.ts';
import { eraseTalent, exportTalent } from './service/retention.ts';
import { answered, ask, clear, closeDue, keepOpening, open, seats } from './tasks/contact.ts';
import { match, notice } from './tasks/match.ts';
import { absent, confirmDue, forget, hidden, hired, remind } from './tasks/profile.ts';

/** People who look for work, found without their names, and asked before anybody learns them. */
export const talents: Feature = {
  name: 'talents',
  description: text.feature,
  // The channels in which people are asked and meet belong to the features that declare them.
  needs: { roles: [], channels: [] },
  home,
  commands: [showProfile, talentsCommand],
  components: [
    openOwn,
    back,
    editSearch,
    searchForm,
    editAbility,
    abilityForm,
    publish,
    agree,
    pause,
    telling,
    askDelete,
    confirmDelete,
    blocks,
    turnBlocks,
    unblock,
    avoid,
    avoidForm,
    keep,
    hide,
    quiet,
    openTalents,
    turn,
    rankFor,
    filter,
    filterForm,
    contact,
    contactFor,
    contactForm,
    contacts,
    withdraw,
    accept,
    decline,
    block,
    questions,
    talks,
  ],
  events: [left],
  tasks: [match, notice, ask, answered, open, seats, clear, remind, hidden, hired],
  schedules: [closeDue, keepOpening, confirmDue, absent, forget],
  async bound(tx, guildId, key) {
    if (key === applicationsKey) await promiseMeetings(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportTalent, erase: eraseTalent },
};
