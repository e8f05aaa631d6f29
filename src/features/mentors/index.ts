import type { Feature } from '../../kernel/feature.ts';
import { mentoringKey, mentoringStaffKey } from '../../kernel/mentoring.ts';
import { staffRoles } from '../../kernel/role.ts';
import { banned, changed, joined, left, messageDeleted, messagesDeleted, unbanned } from './commands/event.ts';
import { home, card as personCard } from './commands/home.ts';
import { avoidAdd, avoidRemove, avoids, preferCampus, preferCourse, preferences, preferStage } from './commands/prefer.ts';
import {
  applyForm,
  away,
  back,
  beginApply,
  change,
  charter,
  editForm,
  frameForm,
  more,
  open,
  openPanel,
  pause,
  renew,
  renewAgree,
  resume,
  send,
  showProfile,
  stop,
  stopSure,
} from './commands/profile.ts';
import { approve, ask, comment, queue, refusal, refuse, removal, remove, see, turnPage } from './commands/review.ts';
import { settings } from './commands/setting.ts';
import { text } from './messages/profile.ts';
import { promiseMissingCards } from './service/card.ts';
import { promisePanel } from './service/panel.ts';
import { eraseMentor, exportMentor } from './service/privacy.ts';
import { promiseDueRoles } from './service/role.ts';
import { card, keepPosted, remindLate, removeCard, tellEdits, tellStaff } from './tasks/card.ts';
import { check, forget, keepPeople, keepTime, sanctioned } from './tasks/life.ts';
import { panel } from './tasks/panel.ts';
import { grantAgain, role, strip } from './tasks/role.ts';
import { tellPerson } from './tasks/tell.ts';

/** Who offers help to learners: alumni and trainers, approved by staff each year. */
export const mentors: Feature = {
  name: 'mentors',
  description: text.feature,
  needs: {
    roles: [],
    channels: [
      {
        key: mentoringKey,
        name: 'mentorat',
        topic: text.topic,
        kind: 'text',
        category: 'Entraide',
        visibleTo: ['mentor', 'alumni', 'trainer', 'learner', ...staffRoles],
        readOnly: true,
        panel: true,
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
      {
        key: mentoringStaffKey,
        name: 'suivi-mentorat',
        topic: text.topicStaff,
        kind: 'text',
        category: 'Équipe',
        visibleTo: staffRoles,
        readOnly: true,
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'],
      },
    ],
  },
  home,
  card: personCard,
  commands: [showProfile, settings],
  components: [
    openPanel,
    open,
    back,
    beginApply,
    applyForm,
    change,
    editForm,
    more,
    frameForm,
    charter,
    send,
    renew,
    renewAgree,
    pause,
    away,
    resume,
    stop,
    stopSure,
    preferences,
    preferCourse,
    preferCampus,
    preferStage,
    avoids,
    avoidAdd,
    avoidRemove,
    approve,
    ask,
    comment,
    refuse,
    refusal,
    remove,
    removal,
    see,
    queue,
    turnPage,
  ],
  events: [left, joined, changed, banned, unbanned, messageDeleted, messagesDeleted],
  tasks: [panel, card, removeCard, tellStaff, tellEdits, remindLate, tellPerson, role, strip, sanctioned, check],
  schedules: [keepPosted, keepTime, keepPeople, grantAgain, forget],
  async bound(tx, guildId, key) {
    if (key === mentoringKey || key === 'language') await promisePanel(tx, guildId);
    if (key === mentoringStaffKey) await promiseMissingCards(tx, guildId);
    if (key === 'mentor') await promiseDueRoles(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportMentor, erase: eraseMentor },
};
