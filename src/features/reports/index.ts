import type { Feature } from '../../kernel/feature.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import {
  called,
  card,
  confirm,
  dismiss,
  dismissForm,
  home,
  identity,
  late,
  list,
  messageDeleted,
  messagesDeleted,
  queue,
  remove as removeButton,
  revealForm,
  revealPick,
  show,
  weigh,
} from './commands/queue.ts';
import { answer, open, reportCommand, reportForm, reportMember, reportMessage, whomForm } from './commands/report.ts';
import { settings } from './commands/setting.ts';
import { text } from './messages/report.ts';
import { promiseCards } from './service/card.ts';
import { eraseReports, exportReports } from './service/retention.ts';
import {
  acted,
  call,
  endRequests,
  forget,
  forgetSeen,
  keep,
  card as postCard,
  remind,
  remove,
  reveal,
  tellLate,
  tellReporter,
  uncard,
  voted,
} from './tasks.ts';

/** What people report, gathered by target and handled by moderators. */
export const reports: Feature = {
  name: 'reports',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  card,
  commands: [reportMessage, reportMember, reportCommand, settings],
  components: [
    open,
    answer,
    reportForm,
    whomForm,
    show,
    called,
    queue,
    late,
    list,
    weigh,
    removeButton,
    dismiss,
    dismissForm,
    revealPick,
    revealForm,
    confirm,
    identity,
  ],
  events: [messageDeleted, messagesDeleted],
  tasks: [postCard, call, remove, tellReporter, reveal, tellLate, acted, voted, uncard],
  schedules: [keep, remind, endRequests, forgetSeen, forget],
  async bound(tx, guildId, key) {
    if (key === moderationKey) await promiseCards(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportReports, erase: eraseReports },
};
