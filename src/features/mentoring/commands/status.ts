import { button, command, type Message } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { anyone, holds, learner, volunteer } from '../../../discord/policy.ts';
import { statusId } from '../../../kernel/mentoring.ts';
import { note } from '../../../kernel/piece.ts';
import { text } from '../messages/status.ts';
import { leave, leavingOf } from '../service/leave.ts';
import { statusOf } from '../service/status.ts';
import { leaveScreen, statusScreen } from '../views/status.ts';
import { leaveId, leaveSureId } from '../wire.ts';
import { whoIs } from './who.ts';

async function showStatus(context: Context): Promise<Message> {
  const keys = await context.keys();
  const status = await statusOf(context.db, whoIs(context));
  return statusScreen(status, { asks: holds(learner, keys), helps: holds(volunteer, keys) }, context.locale);
}

export const status = command({
  name: { en: 'mentoring status', fr: 'mentorat suivi' },
  description: text.command,
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  run: showStatus,
});
export const openStatus = button({ id: statusId, policy: anyone, answer: 'ephemeral', run: showStatus });

const askLeave = async (context: Context): Promise<Message> =>
  leaveScreen(await leavingOf(context.db, whoIs(context)), context.locale);

export const leaveMentoring = command({
  name: { en: 'mentoring leave', fr: 'mentorat quitter' },
  description: text.leaveCommand,
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  run: askLeave,
});
export const openLeave = button({ id: leaveId, policy: anyone, answer: 'ephemeral', run: askLeave });

export const sureLeave = button({
  id: leaveSureId,
  policy: anyone,
  answer: 'update',
  async run(context) {
    await leave(context.db, whoIs(context));
    return note(text.left[context.locale]);
  },
});
