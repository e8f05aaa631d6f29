import type { Feature } from '../../kernel/feature.ts';
import { absent, calledOff, done, lastForm, lastOpinion, missed, opinion, opinionForm } from './commands/outcome.ts';
import { move, moveForm, open as openPlan, openWith, plan, planForm } from './commands/plan.ts';
import { cancel, confirmCancel, home, list, open, turnPage } from './commands/session.ts';
import { read, turnWords, words } from './commands/words.ts';
import { text } from './messages/session.ts';
import { eraseSessions, exportSessions } from './service/retention.ts';
import { due, ended, forget, mend } from './tasks/due.ts';
import { alert, ask, askOpinion, card, remind, sayLast, untell } from './tasks/tell.ts';

/** When a pair meets, what came of it, and what both thought of it. */
export const sessions: Feature = {
  name: 'sessions',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [plan],
  components: [
    openPlan,
    openWith,
    planForm,
    move,
    moveForm,
    open,
    list,
    turnPage,
    cancel,
    confirmCancel,
    done,
    missed,
    calledOff,
    absent,
    opinion,
    opinionForm,
    lastOpinion,
    lastForm,
    read,
    words,
    turnWords,
  ],
  events: [],
  tasks: [card, remind, ask, askOpinion, sayLast, alert, ended, untell],
  schedules: [due, mend, forget],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportSessions, erase: eraseSessions },
};
