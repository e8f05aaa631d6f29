import type { Feature } from '../../kernel/feature.ts';
import { rulesKey } from '../../kernel/moderation.ts';
import {
  add,
  addForm,
  edit,
  editForm,
  home,
  messageDeleted,
  messagesDeleted,
  move,
  openRule,
  openRules,
  pickRule,
  readRules,
  retire,
  retireSure,
  takeModel,
  turnPage,
} from './commands.ts';
import { text } from './messages.ts';
import { promisePanel } from './service/panel.ts';
import { keepPosted, panel } from './tasks.ts';

/** The rules of the server: written by admins, read by everybody, named by cases. */
export const charter: Feature = {
  name: 'charter',
  description: text.feature,
  needs: {
    roles: [],
    channels: [
      {
        key: rulesKey,
        name: 'reglement',
        topic: text.topic,
        kind: 'text',
        category: 'Accueil',
        readOnly: true,
        panel: true,
        // Whoever takes no direct messages is told of their sanctions in a private thread here.
        bot: [
          'ViewChannel',
          'SendMessages',
          'EmbedLinks',
          'ReadMessageHistory',
          'CreatePrivateThreads',
          'SendMessagesInThreads',
          'ManageThreads',
        ],
      },
    ],
  },
  home,
  commands: [readRules],
  components: [openRules, turnPage, openRule, pickRule, add, addForm, edit, editForm, move, retire, retireSure, takeModel],
  events: [messageDeleted, messagesDeleted],
  tasks: [panel],
  schedules: [keepPosted],
  async bound(tx, guildId, key) {
    if (key === rulesKey || key === 'language') await promisePanel(tx, guildId);
  },
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: async () => ({}),
    erase: async () => undefined,
  },
};
