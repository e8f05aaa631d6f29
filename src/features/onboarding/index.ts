import type { Feature } from '../../kernel/feature.ts';
import { changed, joined, left, messageDeleted, messagesDeleted } from './commands/arrival.ts';
import { acceptAs, address, approve, ask, question, queue, refusal, refuse, turnPage } from './commands/decision.ts';
import { home } from './commands/home.ts';
import { accept, change, chooseWho, correct, identify, identityForm, resume, start, withdraw } from './commands/presentation.ts';
import { text as staffText } from './messages/decision.ts';
import { text } from './messages/presentation.ts';
import { promiseWelcomes } from './service/arrival.ts';
import { promiseMissingCards, promisePanel, requestsKey, welcomeKey } from './service/panel.ts';
import { eraseOnboarding, exportOnboarding } from './service/retention.ts';
import { catchUp, welcome } from './tasks/arrival.ts';
import { card, removeCard, settle } from './tasks/decision.ts';
import { keepPosted, panel } from './tasks/panel.ts';
import { forget, remind, tellPerson, tellStaff } from './tasks/reminder.ts';

/** People say who they are, staff confirm it, and they come in. */
export const onboarding: Feature = {
  name: 'onboarding',
  description: text.feature,
  needs: {
    roles: [
      { key: 'project_manager', name: 'Gestion de projet', permissions: ['ManageThreads'], hoisted: true },
      { key: 'trainer', name: 'Formation', permissions: [], hoisted: true },
      { key: 'alumni', name: 'Alumni', permissions: [], hoisted: true },
      { key: 'learner', name: 'En formation', permissions: [], hoisted: true },
      { key: 'recruiter', name: 'Recrutement', permissions: [] },
      { key: 'candidate', name: 'Candidature', permissions: [] },
      { key: 'newcomer', name: 'Bienvenue', permissions: [] },
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
  commands: [identify],
  components: [
    start,
    resume,
    accept,
    chooseWho,
    identityForm,
    correct,
    withdraw,
    change,
    approve,
    refuse,
    refusal,
    ask,
    question,
    acceptAs,
    address,
    queue,
    turnPage,
  ],
  events: [joined, changed, left, messageDeleted, messagesDeleted],
  tasks: [panel, card, settle, removeCard, welcome, tellStaff, tellPerson],
  schedules: [keepPosted, catchUp, remind, forget],
  async bound(tx, guildId, key) {
    if (key === welcomeKey || key === 'language') await promisePanel(tx, guildId);
    if (key === requestsKey) await promiseMissingCards(tx, guildId);
    if (key === 'newcomer') await promiseWelcomes(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportOnboarding, erase: eraseOnboarding },
};
