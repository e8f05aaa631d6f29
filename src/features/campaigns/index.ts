import type { Feature } from '../../kernel/feature.ts';
import { mentoringKey, mentoringStaffKey } from '../../kernel/mentoring.ts';
import {
  campaign,
  cancel,
  cancelSure,
  choose,
  close,
  create,
  createNew,
  edit,
  edited,
  look,
  open,
  pick,
  plan,
  promos,
  show,
  turnPage,
  weighed,
  weights,
} from './commands/campaign.ts';
import { home, join, joinAs, leave } from './commands/join.ts';
import {
  again,
  alone,
  exclude,
  excluded,
  first,
  hand,
  handed,
  include,
  lock,
  pair,
  pairs,
  publish,
  swap,
  unlock,
} from './commands/proposal.ts';
import { text } from './messages/campaign.ts';
import { promiseCards, promiseMoved } from './service/place.ts';
import { eraseCampaigns, exportCampaigns } from './service/retention.ts';
import { card, compute, keepDays, keepProposals } from './tasks/compute.ts';
import { keepPlaces, place } from './tasks/place.ts';
import { clear, forget, keepReminders, remind, tellOutcome } from './tasks/tell.ts';

/** Many people join, one matching, a preview that staff mend, and all are told. */
export const campaigns: Feature = {
  name: 'campaigns',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [campaign],
  components: [
    join,
    joinAs,
    leave,
    open,
    turnPage,
    pick,
    show,
    look,
    createNew,
    create,
    edit,
    edited,
    weights,
    weighed,
    promos,
    choose,
    plan,
    close,
    cancel,
    cancelSure,
    pairs,
    pair,
    alone,
    lock,
    unlock,
    exclude,
    excluded,
    include,
    swap,
    hand,
    handed,
    first,
    again,
    publish,
  ],
  events: [],
  tasks: [place, compute, card, tellOutcome, remind, clear],
  schedules: [keepDays, keepProposals, keepPlaces, keepReminders, forget],
  async bound(tx, guildId, key) {
    if (key === mentoringKey) await promiseMoved(tx, guildId);
    if (key === mentoringStaffKey) await promiseCards(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportCampaigns, erase: eraseCampaigns },
};
