import type { Feature } from '../../kernel/feature.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import {
  counter,
  counterForm,
  exempt,
  exemptForm,
  name,
  nameForm,
  tryDraft,
  tryRuleCommand,
  tryText,
  tryTextForm,
} from './commands/detail.ts';
import { findings } from './commands/diagnostic.ts';
import {
  abandon,
  add,
  beginWith,
  changeOne,
  chooseEvents,
  create,
  createHere,
  edit,
  editOne,
  fromTemplate,
  importRule,
  part,
  pick,
  remove,
  resume,
  save,
  turn,
} from './commands/draft.ts';
import { edited, executed, joined, written } from './commands/event.ts';
import { close, found, founded, hits, hitsPage, home, judgeHere, mistaken, openHit, pickHit, restore, restoreAll } from './commands/hit.ts';
import { addForm, addHere, fileForm, fileHere, lists, listsHere, removeForm, removeHere, saveHere } from './commands/list.ts';
import { pieceForm } from './commands/piece.ts';
import {
  drop,
  dropOne,
  exportOne,
  exportRule,
  forget,
  list,
  listPage,
  mode,
  openOne,
  seed,
  setOne,
  shadowForm,
  show,
  showOne,
  sureDrop,
  turnOnChosen,
} from './commands/rule.ts';
import { text } from './messages/feature.ts';
import { eraseRules, exportRules } from './service/retention.ts';
import { promiseReload, promiseSeed } from './service/rule.ts';
import { act } from './tasks/act.ts';
import { ask, askDue, card, keepCards, raid, reload, seed as seedWork, settled, forget as sweep, uncard } from './tasks/card.ts';
import { endHolds, hold } from './tasks/hold.ts';
import { restore as bringBack } from './tasks/restore.ts';

/** Automatic rules: what sets them off, when, and what they do. */
export const rules: Feature = {
  name: 'rules',
  description: text.feature,
  needs: {
    roles: [],
    channels: [
      {
        key: moderationKey,
        name: 'moderation',
        topic: text.moderationTopic,
        kind: 'text',
        category: 'Équipe',
        visibleTo: ['admin', 'moderator'],
        readOnly: true,
        bot: [
          'ViewChannel',
          'SendMessages',
          'EmbedLinks',
          'AttachFiles',
          'ReadMessageHistory',
          'MentionEveryone',
          'ManageMessages',
        ],
      },
    ],
  },
  home,
  findings,
  commands: [list, show, create, edit, tryRuleCommand, mode, drop, lists, exportRule, importRule],
  components: [
    listPage,
    showOne,
    openOne,
    setOne,
    turnOnChosen,
    shadowForm,
    dropOne,
    sureDrop,
    exportOne,
    seed,
    forget,
    createHere,
    beginWith,
    fromTemplate,
    editOne,
    resume,
    part,
    pick,
    add,
    changeOne,
    pieceForm,
    remove,
    turn,
    chooseEvents,
    name,
    nameForm,
    exempt,
    exemptForm,
    counter,
    counterForm,
    tryDraft,
    tryText,
    tryTextForm,
    save,
    abandon,
    listsHere,
    addHere,
    addForm,
    fileHere,
    fileForm,
    removeHere,
    removeForm,
    saveHere,
    mistaken,
    founded,
    restore,
    restoreAll,
    close,
    hits,
    hitsPage,
    pickHit,
    openHit,
    found,
    judgeHere,
  ],
  events: [written, edited, joined, executed],
  tasks: [act, card, ask, uncard, reload, raid, settled, seedWork, hold, bringBack],
  schedules: [keepCards, askDue, sweep, endHolds],
  async bound(tx, guildId, key) {
    if (key === moderationKey) await promiseSeed(tx, guildId);
    // Who is of the team, where offers belong, and in which zone hours are.
    await promiseReload(tx, guildId);
  },
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: exportRules,
    erase: eraseRules,
  },
};
