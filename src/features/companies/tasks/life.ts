import { schedule } from '../../../infra/tasks.ts';
import { day, hour, minute } from '../../../kernel/time.ts';
import { expireInvitations } from '../service/invitation.ts';
import { forgetFormer, lapse, recallLapse, remindStaff } from '../service/life.ts';
import { endOfAbsent } from '../service/place.ts';

/** A year ends to the minute: what is hidden then must not be read an hour longer. Departures that no event told come with it. */
export const keepTime = schedule(
  'companies.keep_time',
  minute,
  async (tx, { clock }) => {
    await lapse(tx, clock.now());
    await endOfAbsent(tx, clock.now());
  },
  ['company'],
);

export const remind = schedule(
  'companies.remind_due',
  hour,
  async (tx, { clock }) => {
    await recallLapse(tx, clock.now());
    await remindStaff(tx, clock.now());
    await expireInvitations(tx, clock.now());
  },
  ['company'],
);

export const forget = schedule('companies.forget', day, (tx, { clock }) => forgetFormer(tx, clock.now()), [
  'company',
  'company_registration',
]);
