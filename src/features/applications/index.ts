import type { Feature } from '../../kernel/feature.ts';
import { applicationsKey } from '../../kernel/hiring.ts';
import { applyForm, openApply } from './commands/apply.ts';
import { card, cv, filter, open as openBoard, reason, stage, turnPage as turnBoard, undo } from './commands/board.ts';
import { confirmWithdrawal, home, left, list, open, turnBoards, turnPage, withdraw } from './commands/mine.ts';
import { agree, openRecommend, recommend, recommendForm, refuse, show } from './commands/recommend.ts';
import { text } from './messages/application.ts';
import { eraseApplications, exportApplications } from './service/retention.ts';
import { promiseRoomsOf } from './service/room.ts';
import { keepRooms, keepSeats, room } from './tasks/room.ts';
import { closed, due, forget, remind, tellOutcome, tellStaff } from './tasks/silence.ts';
import { askConsent, keepResponses, tellStage, tellWithdrawn } from './tasks/tell.ts';

/** From *Postuler* to the answer: the form, the private thread with the company, the board on which it answers, and what happens when it does not. */
export const applications: Feature = {
  name: 'applications',
  description: text.feature,
  needs: {
    roles: [],
    channels: [
      {
        key: applicationsKey,
        name: 'candidatures',
        topic: text.topic,
        kind: 'text',
        category: 'Emploi',
        visibleTo: ['mentor', 'alumni', 'learner', 'recruiter'],
        readOnly: true,
        bot: [
          'ViewChannel',
          'SendMessages',
          'EmbedLinks',
          'AttachFiles',
          'ReadMessageHistory',
          'CreatePrivateThreads',
          'SendMessagesInThreads',
          'ManageThreads',
        ],
      },
    ],
  },
  home,
  commands: [list, recommend],
  components: [
    openApply,
    applyForm,
    open,
    turnPage,
    turnBoards,
    withdraw,
    confirmWithdrawal,
    openBoard,
    turnBoard,
    filter,
    card,
    cv,
    stage,
    reason,
    undo,
    openRecommend,
    recommendForm,
    show,
    agree,
    refuse,
  ],
  events: [left],
  tasks: [room, tellStage, tellWithdrawn, keepResponses, askConsent, remind, tellStaff, closed, tellOutcome],
  schedules: [keepRooms, keepSeats, due, forget],
  async bound(tx, guildId, key) {
    if (key === applicationsKey) await promiseRoomsOf(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportApplications, erase: eraseApplications },
};
