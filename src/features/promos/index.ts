import type { Feature } from '../../kernel/feature.ts';
import {
  chooseName,
  copy,
  copyListed,
  move as moveCopies,
  named,
  next,
  pickAll,
  pickSome,
  turnPick,
  turnShown,
} from './commands/copy.ts';
import {
  begin,
  chooseCampus,
  chooseCourse,
  confirm,
  create,
  details,
  toggleEarly,
  toggleRemote,
  turnCampuses,
  turnCourses,
} from './commands/create.ts';
import { edit, edited, openEdit, openOrphan, orphans as showOrphans } from './commands/edit.ts';
import {
  cancel,
  check,
  checkAgain,
  dropBuild,
  end,
  lock,
  lockOwn,
  openDrift,
  openDrifts,
  postpone,
  repair,
  resume,
  turnDrifts,
  undo,
  unlock,
  unlockOwn,
} from './commands/end.ts';
import { add, changed, joined, left, move, remove } from './commands/member.ts';
import {
  card,
  chooseView,
  exportRoster,
  home,
  list,
  mine,
  openMine,
  openOne,
  roster,
  show,
  showOwn,
  turnList,
  turnMine,
  turnViews,
  view,
} from './commands/show.ts';
import { text } from './messages/promo.ts';
import { erasePromos, exportPromos } from './service/retention.ts';
import { build, keepSpaces } from './tasks/build.ts';
import { clear, leftover } from './tasks/clear.ts';
import { compare, repair as repairSpace } from './tasks/compare.ts';
import { alert, calendar, forget, night, notice } from './tasks/notice.ts';
import { permit } from './tasks/permit.ts';
import { rename } from './tasks/rename.ts';
import { granted, kind, roles, strip } from './tasks/roles.ts';
import { orphans, trust } from './tasks/trust.ts';

/** A promo from its creation in three answers to its alumni: a private space that comes and goes on the right days. */
export const promos: Feature = {
  name: 'promos',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  card,
  commands: [create, copy, list, show, edit, add, remove, move, postpone, end, cancel, lock, unlock, check, view],
  components: [
    begin,
    turnCourses,
    chooseCourse,
    turnCampuses,
    chooseCampus,
    details,
    toggleRemote,
    toggleEarly,
    copyListed,
    turnPick,
    pickSome,
    pickAll,
    next,
    moveCopies,
    turnShown,
    chooseName,
    named,
    confirm,
    showOwn,
    openOne,
    roster,
    exportRoster,
    turnList,
    mine,
    openMine,
    turnMine,
    turnViews,
    chooseView,
    openEdit,
    openOrphan,
    showOrphans,
    edited,
    undo,
    lockOwn,
    unlockOwn,
    checkAgain,
    openDrift,
    openDrifts,
    turnDrifts,
    repair,
    resume,
    dropBuild,
  ],
  events: [joined, changed, left],
  tasks: [build, permit, repairSpace, clear, leftover, roles, kind, strip, rename, trust, orphans, notice, alert, compare],
  schedules: [calendar, night, keepSpaces, granted, forget],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportPromos, erase: erasePromos },
};
