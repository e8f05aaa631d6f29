import type { Feature } from '../../kernel/feature.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import { propose, proposeCommand, proposeForm } from './commands/propose.ts';
import {
  ballot,
  confirm,
  decline,
  declineForm,
  expedite,
  expediteForm,
  home,
  messageDeleted,
  messagesDeleted,
  queue,
  show,
  withdraw,
  withdrawForm,
} from './commands/vote.ts';
import { text } from './messages/vote.ts';
import { eraseVotes, exportVotes } from './service/retention.ts';
import { promiseCards } from './service/settle.ts';
import { acted, ask, card, close, due, forget, keep, uncard } from './tasks.ts';

/** Hard cases are decided by several moderators. */
export const votes: Feature = {
  name: 'votes',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [proposeCommand],
  components: [
    propose,
    proposeForm,
    ballot,
    show,
    queue,
    expedite,
    expediteForm,
    withdraw,
    withdrawForm,
    confirm,
    decline,
    declineForm,
  ],
  events: [messageDeleted, messagesDeleted],
  tasks: [card, ask, close, acted, uncard],
  schedules: [due, keep, forget],
  async bound(tx, guildId, key) {
    if (key === moderationKey) await promiseCards(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportVotes, erase: eraseVotes },
};
