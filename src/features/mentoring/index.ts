import type { Feature } from '../../kernel/feature.ts';
import { accept, answer, answerForm, ask as askBack, decline, notNow, questionForm } from './commands/ask.ts';
import { home, left } from './commands/home.ts';
import { pair, pairRequest, pairWith, surePair } from './commands/pair.ts';
import {
  again,
  askWithdraw,
  back,
  chooseMentors,
  choosePeople,
  dropMentor,
  edit,
  keep,
  mainTheme,
  more,
  moreForm,
  openRequest,
  peopleForm,
  raiseMentor,
  request,
  requestForm,
  seeMentors,
  withdraw,
} from './commands/request.ts';
import { leaveMentoring, openLeave, openStatus, status, sureLeave } from './commands/status.ts';
import { text } from './messages/request.ts';
import { eraseRequests, exportRequests } from './service/retention.ts';
import { ask, askDue, changed, closed, keepAsking, news, next, question, remind, silence, silentDue } from './tasks/ask.ts';
import { clear, expired, expiring, forget, requestsDue } from './tasks/request.ts';

/** Learners ask, mentors answer: requests, the score and its reasons, the matching. */
export const mentoring: Feature = {
  name: 'mentoring',
  description: text.feature,
  // The channels belong to the feature that declares them.
  needs: { roles: [], channels: [] },
  home,
  commands: [request, status, leaveMentoring, pair],
  components: [
    openRequest,
    back,
    requestForm,
    edit,
    mainTheme,
    more,
    moreForm,
    choosePeople,
    peopleForm,
    seeMentors,
    chooseMentors,
    raiseMentor,
    dropMentor,
    askWithdraw,
    withdraw,
    keep,
    again,
    accept,
    decline,
    notNow,
    askBack,
    questionForm,
    answer,
    answerForm,
    openStatus,
    openLeave,
    sureLeave,
    pairRequest,
    pairWith,
    surePair,
  ],
  events: [left],
  tasks: [ask, next, news, remind, question, closed, silence, changed, expiring, expired, clear],
  schedules: [askDue, silentDue, keepAsking, requestsDue, forget],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportRequests, erase: eraseRequests },
};
