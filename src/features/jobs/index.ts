import type { Feature } from '../../kernel/feature.ts';
import { hiringKey, offersKey } from '../../kernel/hiring.ts';
import { roleNames } from '../../kernel/role.ts';
import { memberLeft, messageDeleted, messagesDeleted, threadChanged, threadDeleted } from './commands/event.ts';
import {
  close,
  closeButton,
  edit,
  fillButton,
  home,
  mine,
  openMine,
  pick,
  renew,
  renewButton,
  repostButton,
  show,
  showButton,
  turnMine,
} from './commands/mine.ts';
import {
  approve,
  changes,
  changesForm,
  keep,
  queue,
  refuse,
  refuseForm,
  remove,
  removeForm,
  report,
  reportForm,
  see,
  settings,
  turnQueue,
} from './commands/review.ts';
import {
  draft,
  drop,
  findings,
  moreForm,
  openMore,
  openTerms,
  openText,
  post,
  postButton,
  preview,
  relayForm,
  submit,
  sureDrop,
  termsForm,
  textForm,
} from './commands/write.ts';
import { text } from './messages/author.ts';
import { promiseComparisons } from './service/end.ts';
import { promiseMissingCards } from './service/list.ts';
import { redrawAll } from './service/post.ts';
import { eraseJobs, exportJobs } from './service/retention.ts';
import { compare, end, forget, keepPosts, post as postTask, remind } from './tasks/post.ts';
import { card, company, lost, orphaned, removeCard, tellStaff, told } from './tasks/review.ts';

/** Offers, from the draft to the end: written, reviewed, published in a forum, reported, closed. */
export const jobs: Feature = {
  name: 'jobs',
  description: text.feature,
  needs: {
    roles: [
      { key: 'recruiter', name: roleNames.recruiter.fr, permissions: [] },
      { key: 'mentor', name: roleNames.mentor.fr, permissions: [] },
    ],
    channels: [
      {
        key: offersKey,
        name: 'offres',
        topic: text.offersTopic,
        kind: 'forum',
        category: 'Emploi',
        visibleTo: ['admin', 'project_manager', 'campus_manager', 'mentor', 'alumni', 'learner', 'recruiter'],
        readOnly: true,
        bot: [
          'ViewChannel',
          'SendMessages',
          'SendMessagesInThreads',
          'ManageThreads',
          'ManageChannels',
          'EmbedLinks',
          'ReadMessageHistory',
        ],
      },
    ],
  },
  home,
  commands: [post, mine, edit, close, renew, show, settings],
  components: [
    postButton,
    textForm,
    relayForm,
    termsForm,
    moreForm,
    openText,
    openTerms,
    openMore,
    draft,
    preview,
    findings,
    submit,
    drop,
    sureDrop,
    openMine,
    turnMine,
    pick,
    closeButton,
    fillButton,
    renewButton,
    repostButton,
    showButton,
    approve,
    changes,
    changesForm,
    refuse,
    refuseForm,
    remove,
    removeForm,
    keep,
    see,
    queue,
    turnQueue,
    report,
    reportForm,
  ],
  events: [threadDeleted, messageDeleted, messagesDeleted, threadChanged, memberLeft],
  tasks: [postTask, compare, card, removeCard, told, orphaned, tellStaff, lost, company],
  schedules: [keepPosts, end, remind, forget],
  async bound(tx, guildId, key) {
    if (key === hiringKey) await promiseMissingCards(tx, guildId);
    if (key === 'language') await redrawAll(tx, guildId);
    if (key === offersKey || key === 'language') await promiseComparisons(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportJobs, erase: eraseJobs },
};
