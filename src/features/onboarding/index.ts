import type { Feature } from '../../kernel/feature.ts';
import { roleNames } from '../../kernel/role.ts';
import { changed, joined, left, messageDeleted, messagesDeleted } from './commands/arrival.ts';
import { askCode, codeForm } from './commands/code.ts';
import {
  acceptAs,
  acceptPageAs,
  address,
  approve,
  ask,
  question,
  queue,
  refusal,
  refuse,
  see,
  turnPage,
} from './commands/decision.ts';
import { home, card as personCard } from './commands/home.ts';
import { accept, answerForm, change, correct, identify, identityForm, resume, start, withdraw } from './commands/presentation.ts';
import {
  chooseCourse,
  chooseCourseOf,
  chooseOwnPromo,
  choosePromoOf,
  chooseWho,
  dropPromoOf,
  goWithout,
  join,
  joinExpected,
  reassign,
  turnCourses,
  turnCoursesOf,
  turnPromos,
  turnPromosOf,
} from './commands/promo.ts';
import { text as staffText } from './messages/decision.ts';
import { text } from './messages/presentation.ts';
import { isGiven } from './rules.ts';
import { promiseWelcomesOf } from './service/arrival.ts';
import { promiseGrants, promiseRestores } from './service/decision.ts';
import { promiseMissingCards, promisePanel, requestsKey, welcomeKey } from './service/panel.ts';
import { eraseOnboarding, exportOnboarding } from './service/retention.ts';
import { catchUp, welcome } from './tasks/arrival.ts';
import { card, grantAgain, removeCard, settle } from './tasks/decision.ts';
import { keepPosted, panel } from './tasks/panel.ts';
import { forget, remind, tellAnswered, tellPerson, tellStaff } from './tasks/reminder.ts';
import { restore } from './tasks/roles.ts';

/** People say who they are, staff confirm it, and they come in. */
export const onboarding: Feature = {
  name: 'onboarding',
  description: text.feature,
  needs: {
    roles: [
      { key: 'project_manager', name: roleNames.project_manager.fr, permissions: ['ManageThreads'], hoisted: true },
      { key: 'trainer', name: roleNames.trainer.fr, permissions: [], hoisted: true },
      { key: 'alumni', name: roleNames.alumni.fr, permissions: [], hoisted: true },
      { key: 'learner', name: roleNames.learner.fr, permissions: [], hoisted: true },
      { key: 'recruiter', name: roleNames.recruiter.fr, permissions: [] },
      { key: 'candidate', name: roleNames.candidate.fr, permissions: [] },
      { key: 'newcomer', name: roleNames.newcomer.fr, permissions: [] },
    ],
    channels: [
      {
        key: welcomeKey,
        name: 'bienvenue',
        topic: staffText.topicWelcome,
        kind: 'text',
        category: 'Accueil',
        readOnly: true,
        panel: true,
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory', 'CreatePrivateThreads', 'SendMessagesInThreads'],
      },
      {
        key: requestsKey,
        name: 'demandes',
        topic: staffText.topicRequests,
        kind: 'text',
        category: 'Équipe',
        visibleTo: ['admin', 'project_manager', 'campus_manager'],
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'],
      },
    ],
  },
  home,
  card: personCard,
  commands: [identify],
  components: [
    start,
    resume,
    accept,
    chooseWho,
    turnCourses,
    chooseCourse,
    turnPromos,
    chooseOwnPromo,
    goWithout,
    join,
    joinExpected,
    identityForm,
    answerForm,
    correct,
    withdraw,
    change,
    askCode,
    codeForm,
    approve,
    refuse,
    refusal,
    ask,
    question,
    acceptAs,
    acceptPageAs,
    address,
    queue,
    see,
    turnPage,
    reassign,
    turnCoursesOf,
    chooseCourseOf,
    turnPromosOf,
    choosePromoOf,
    dropPromoOf,
  ],
  events: [joined, changed, left, messageDeleted, messagesDeleted],
  tasks: [panel, card, settle, removeCard, welcome, restore, tellAnswered, tellStaff, tellPerson],
  schedules: [keepPosted, catchUp, grantAgain, remind, forget],
  async bound(tx, guildId, key) {
    if (key === welcomeKey || key === 'language') await promisePanel(tx, guildId);
    if (key === requestsKey) await promiseMissingCards(tx, guildId);
    if (!isGiven(key)) return;
    await promiseWelcomesOf(tx, guildId);
    await promiseGrants(tx, guildId);
    await promiseRestores(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportOnboarding, erase: eraseOnboarding },
};
