import type { Feature } from '../../kernel/feature.ts';
import { mentoringKey, mentoringStaffKey } from '../../kernel/mentoring.ts';
import { coordinate, waiting } from './commands/coordinator.ts';
import { end, endCommand, endForm, endPick, endThere, endThereForm, why } from './commands/end.ts';
import {
  goalAdd,
  goalAddForm,
  goalDrop,
  goalEdit,
  goalEditForm,
  goalPick,
  goalProgress,
  goals,
  noteEdit,
  noteForm,
  notes,
} from './commands/goal.ts';
import {
  card,
  changed,
  channelDeleted,
  home,
  joined,
  left,
  pairs as ownPairs,
  reopen,
  threadDeleted,
  well,
} from './commands/home.ts';
import { goBack, pauseCommand, rest, restForm, restMentorForm, restPick, resumeCommand, returnPick } from './commands/pause.ts';
import {
  handle,
  handleForm,
  holdForm,
  holdOne,
  openOne,
  report,
  reportForm,
  reports,
  stop,
  stopForm,
} from './commands/report.ts';
import { text } from './messages/feature.ts';
import { promiseReports } from './service/report.ts';
import { erasePairs, exportPairs } from './service/retention.ts';
import { promiseRooms } from './service/thread.ts';
import { alert, reason } from './tasks/alert.ts';
import { check, question } from './tasks/coordinator.ts';
import { gone } from './tasks/mentor.ts';
import { keepCards, card as reportCard, uncard } from './tasks/report.ts';
import { due, quiet, say } from './tasks/silence.ts';
import { clear, close, forget, keepRooms, look, open } from './tasks/thread.ts';

/** A mentor and a learner: their thread, what they aim at, silence, and the end. */
export const pairs: Feature = {
  name: 'pairs',
  description: text.feature,
  // The channels in which pairs talk and staff read belong to the mentors' feature, which declares them.
  needs: { roles: [], channels: [] },
  home,
  card,
  commands: [pauseCommand, resumeCommand, endCommand],
  components: [
    goals,
    goalAdd,
    goalAddForm,
    goalPick,
    goalProgress,
    goalEdit,
    goalEditForm,
    goalDrop,
    notes,
    noteEdit,
    noteForm,
    rest,
    restForm,
    restMentorForm,
    restPick,
    goBack,
    returnPick,
    end,
    endForm,
    endThere,
    endThereForm,
    endPick,
    well,
    reopen,
    ownPairs,
    report,
    reportForm,
    reports,
    openOne,
    handle,
    handleForm,
    stop,
    stopForm,
    holdOne,
    holdForm,
    why,
    coordinate,
    waiting,
  ],
  events: [left, joined, changed, threadDeleted, channelDeleted],
  tasks: [open, close, clear, quiet, say, alert, reason, question, check, look, reportCard, uncard, gone],
  schedules: [keepRooms, due, keepCards, forget],
  async bound(tx, guildId, key) {
    if (key === mentoringKey || key === mentoringStaffKey) await promiseRooms(tx, guildId);
    if (key === mentoringStaffKey) await promiseReports(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportPairs, erase: erasePairs },
};
