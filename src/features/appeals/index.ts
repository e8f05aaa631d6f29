import type { Feature } from '../../kernel/feature.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import { appealForm, openAppeal, withdraw, withdrawSure } from './commands/appeal.ts';
import { messageDeleted, messagesDeleted, written } from './commands/event.ts';
import { home } from './commands/home.ts';
import { acceptForm, lowerForm, openDecision, queue, shortenForm, turnQueue, upholdForm } from './commands/review.ts';
import { text } from './messages/feature.ts';
import { eraseAppeals, exportAppeals } from './service/privacy.ts';
import { promiseMissingCards } from './service/review.ts';
import { answerWriter, card, closed, forget, keepPosted, remindLate, tellPerson } from './tasks/appeal.ts';

/** Whoever was sanctioned asks for a second look, decided by somebody else. */
export const appeals: Feature = {
  name: 'appeals',
  description: text.feature,
  // The channel of the cards belongs to the feature of the cases.
  needs: { roles: [], channels: [] },
  home,
  commands: [],
  components: [
    openAppeal,
    appealForm,
    withdraw,
    withdrawSure,
    openDecision,
    acceptForm,
    upholdForm,
    shortenForm,
    lowerForm,
    queue,
    turnQueue,
  ],
  events: [written, messageDeleted, messagesDeleted],
  tasks: [card, tellPerson, answerWriter, closed, remindLate],
  schedules: [keepPosted, forget],
  async bound(tx, guildId, key) {
    if (key === moderationKey) await promiseMissingCards(tx, guildId);
  },
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: exportAppeals,
    erase: eraseAppeals,
  },
};
