import type { Feature } from '../../kernel/feature.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import { roleNames } from '../../kernel/role.ts';
import { ban, kick, timeout, unban, warn, writeNote } from './commands/act.ts';
import {
  caseEdit,
  caseList,
  caseShow,
  casesMenu,
  casesOf,
  caseVoid,
  edit,
  editForm,
  editNoteForm,
  hide,
  hideForm,
  openCase,
  pickCase,
  showFiles,
  turnCases,
  unhide,
  voidForm,
  voidIt,
} from './commands/case.ts';
import { joined, logged } from './commands/event.ts';
import {
  begin,
  cancel,
  change,
  changeForm,
  chooseRule,
  confirm,
  lift,
  liftForm,
  planForm,
  takeStep,
  warnAuthor,
  warnPerson,
} from './commands/flow.ts';
import { card, home } from './commands/home.ts';
import { myCases, openMine, openMineOf, turnMine } from './commands/mine.ts';
import { settings } from './commands/setting.ts';
import { text } from './messages/feature.ts';
import { eraseCases, exportCases } from './service/privacy.ts';
import { act } from './tasks/act.ts';
import { shorten, tellChanged } from './tasks/case.ts';
import { alertTeam, tellPerson } from './tasks/tell.ts';
import { fetchFiles, forget, forgetPrepared, holdTimeout, keepTime, keepWatch, watch } from './tasks/watch.ts';

/** Cases: notes, warnings, timeouts, kicks and bans, told to the person, carried out, ended on time. */
export const moderation: Feature = {
  name: 'moderation',
  description: text.feature,
  needs: {
    roles: [
      // Discord shows a command to whoever has the permission that its declaration names.
      { key: 'admin', name: roleNames.admin.fr, permissions: ['ModerateMembers'], hoisted: true },
      {
        key: 'moderator',
        name: roleNames.moderator.fr,
        permissions: ['ModerateMembers', 'ManageMessages', 'ViewAuditLog'],
        hoisted: true,
      },
    ],
    channels: [
      {
        key: moderationKey,
        name: 'moderation',
        topic: text.topic,
        kind: 'text',
        category: 'Équipe',
        visibleTo: ['admin', 'moderator'],
        readOnly: true,
        // The cards of all that waits for moderators stand here, some of which call them.
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory', 'MentionEveryone'],
      },
    ],
  },
  home,
  card,
  commands: [
    warn,
    writeNote,
    timeout,
    kick,
    ban,
    unban,
    warnPerson,
    warnAuthor,
    settings,
    caseShow,
    caseList,
    caseEdit,
    caseVoid,
    casesMenu,
    myCases,
  ],
  components: [
    begin,
    planForm,
    change,
    changeForm,
    chooseRule,
    takeStep,
    confirm,
    cancel,
    lift,
    liftForm,
    openCase,
    pickCase,
    turnCases,
    casesOf,
    edit,
    editForm,
    editNoteForm,
    hide,
    hideForm,
    unhide,
    voidIt,
    voidForm,
    showFiles,
    openMine,
    openMineOf,
    turnMine,
  ],
  events: [logged, joined],
  tasks: [act, tellPerson, alertTeam, watch, holdTimeout, fetchFiles, tellChanged, shorten],
  schedules: [keepTime, keepWatch, forgetPrepared, forget],
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: exportCases,
    // A report or a vote is locked before the case that comes of it.
    erasesLast: true,
    erase: eraseCases,
  },
};
