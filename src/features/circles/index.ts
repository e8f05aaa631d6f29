import type { Feature } from '../../kernel/feature.ts';
import { mentoringKey, mentoringStaffKey } from '../../kernel/mentoring.ts';
import {
  audienceForm,
  chooseAudience,
  circleCommand,
  circleForm,
  drop,
  edit,
  editForm,
  join,
  leave,
  newCircle,
  openCircles,
  publish,
  remove,
  report as reportCircle,
  reportForm as reportCircleForm,
  showCircle,
  turnCircles,
} from './commands/circle.ts';
import {
  askForFlash,
  cancel,
  chooseWish,
  done,
  flashCommand,
  flashForm,
  helped,
  minutes,
  openFlash,
  pass,
  report,
  reportForm,
  stop,
  take,
  withdraw,
} from './commands/flash.ts';
import { home } from './commands/home.ts';
import { end, endYes, give, handled, met, move, plan, planForm, prolong, prolongForm, unmet } from './commands/life.ts';
import { text } from './messages/feature.ts';
import { promiseFlashRooms } from './service/finish.ts';
import { promiseCircles } from './service/life.ts';
import { promiseReports } from './service/report.ts';
import { eraseCircles, exportCircles } from './service/retention.ts';
import {
  apart,
  card,
  news as circleNews,
  forget,
  keep,
  lead,
  meeting,
  orphan,
  place,
  remind,
  report as reportLine,
  room,
  watchEnds,
  watchMeetings,
  watchMentors,
  watchPlaces,
} from './tasks/circle.ts';
import { ask, closeDue, news as flashNews, flashRoom, keepFlashRooms, offerAgain } from './tasks/flash.ts';

/** One session on one theme for whoever asks, and circles of several learners. */
export const circles: Feature = {
  name: 'circles',
  description: text.feature,
  // The channels in which people are told and meet belong to the feature that declares them.
  needs: { roles: [], channels: [] },
  home,
  commands: [flashCommand, circleCommand],
  components: [
    openFlash,
    askForFlash,
    flashForm,
    withdraw,
    take,
    pass,
    stop,
    chooseWish,
    done,
    minutes,
    cancel,
    helped,
    report,
    reportForm,
    openCircles,
    turnCircles,
    showCircle,
    newCircle,
    circleForm,
    edit,
    editForm,
    chooseAudience,
    audienceForm,
    publish,
    drop,
    join,
    leave,
    remove,
    reportCircle,
    reportCircleForm,
    plan,
    planForm,
    move,
    met,
    unmet,
    prolong,
    prolongForm,
    end,
    endYes,
    give,
    handled,
  ],
  events: [],
  tasks: [ask, flashNews, flashRoom, card, room, circleNews, place, apart, meeting, remind, lead, orphan, reportLine],
  schedules: [closeDue, offerAgain, keepFlashRooms, watchMentors, watchPlaces, watchEnds, watchMeetings, keep, forget],
  async bound(tx, guildId, key) {
    if (key !== mentoringKey && key !== mentoringStaffKey) return;
    await promiseCircles(tx, { guildId });
    await promiseFlashRooms(tx, { guildId });
    await promiseReports(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportCircles, erase: eraseCircles },
};
