import type { Feature } from '../../kernel/feature.ts';
import {
  alert,
  alertForm,
  chooseWhen,
  deleteAlert,
  editAlert,
  editForm,
  follow,
  newAlert,
  off,
  on,
  openAlerts,
  switchAlert,
} from './commands/alert.ts';
import { messageDeleted, messagesDeleted } from './commands/event.ts';
import { drop, dropClosed, openSaved, save, saved, turnSaved } from './commands/saved.ts';
import { ask, home, news, refine, search, searchForm, turn, wider } from './commands/search.ts';
import { text } from './messages/search.ts';
import { jobSearchKey, promisePanel } from './service/panel.ts';
import { eraseJobsearch, exportJobsearch } from './service/retention.ts';
import { digests, forget, published, tellDigest, tellOne } from './tasks/alert.ts';
import { keepPanel, panel } from './tasks/panel.ts';

/** How people find offers: search, what is new, what they keep, and alerts. */
export const jobsearch: Feature = {
  name: 'jobsearch',
  description: text.feature,
  needs: {
    roles: [],
    channels: [
      {
        key: jobSearchKey,
        name: 'chercher-une-offre',
        topic: text.topic,
        kind: 'text',
        category: 'Emploi',
        visibleTo: ['mentor', 'alumni', 'learner'],
        readOnly: true,
        panel: true,
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory', 'CreatePrivateThreads', 'SendMessagesInThreads'],
      },
    ],
  },
  home,
  commands: [search, saved, alert],
  components: [
    ask,
    searchForm,
    refine,
    turn,
    wider,
    news,
    openSaved,
    turnSaved,
    save,
    drop,
    dropClosed,
    openAlerts,
    newAlert,
    alertForm,
    follow,
    editAlert,
    editForm,
    chooseWhen,
    switchAlert,
    deleteAlert,
    off,
    on,
  ],
  events: [messageDeleted, messagesDeleted],
  tasks: [published, tellOne, tellDigest, panel],
  schedules: [digests, forget, keepPanel],
  async bound(tx, guildId, key) {
    if (key === jobSearchKey || key === 'language') await promisePanel(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportJobsearch, erase: eraseJobsearch },
};
