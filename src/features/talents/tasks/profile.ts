import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { applicationsKey, personHired } from '../../../kernel/hiring.ts';
import { localeOf, type Text } from '../../../kernel/text.ts';
import { day, hour } from '../../../kernel/time.ts';
import { text } from '../messages/profile.ts';
import { askToConfirm, findProfile, hideAbsent, type Profile, recordReminded } from '../service/profile.ts';
import { forgetTalents } from '../service/retention.ts';
import { forgetSearches } from '../service/search.ts';
import { profileNote } from '../views/profile.ts';
import { hiddenTask, remindTask } from '../wire.ts';

type Note = { key: string; said: Text; canKeep: boolean; canHide: boolean };

async function tellPerson(
  { tell, settings }: TaskContext,
  { guildId, userId, locale: used }: Profile,
  { key, said, ...can }: Note,
): Promise<void> {
  const locale = localeOf(used);
  const channelId = (await settings(guildId)).channels[applicationsKey];
  const thread = channelId === undefined ? null : { channelId, name: text.title[locale] };
  await tell({ guildId, userId, key, message: profileNote(said, { guildId, ...can }, locale), thread });
}

/** Silence is counted from the moment when the person was asked. */
export const remind = task(remindTask, async (context, person) => {
  const { db, clock } = context;
  const profile = await findProfile(db, person);
  if (!profile?.isOpen || profile.remindedAt) return;
  const key = `talents.remind:${profile.confirmedAt.getTime()}`;
  await tellPerson(context, profile, { key, said: text.reminded, canKeep: true, canHide: true });
  await recordReminded(db, person, clock.now());
});

export const hidden = task(hiddenTask, async (context, person) => {
  const profile = await findProfile(context.db, person);
  if (!profile || profile.isOpen || profile.pausedAs !== 'silent') return;
  const key = `talents.hidden:${profile.updatedAt.getTime()}`;
  await tellPerson(context, profile, { key, said: text.silentHidden, canKeep: false, canHide: false });
});

/** Nobody is hidden behind their back: they may look for the next step already. */
export const hired = task(personHired, async (context, person) => {
  const profile = await findProfile(context.db, person);
  if (!profile?.isOpen) return;
  const key = `talents.hired:${profile.confirmedAt.getTime()}`;
  await tellPerson(context, profile, { key, said: text.hiredAsk, canKeep: true, canHide: true });
});

export const confirmDue = schedule('talents.confirm', 6 * hour, (tx, { clock }) => askToConfirm(tx, clock.now()), [
  'talent_profile',
]);
export const absent = schedule('talents.absent', hour, (tx, { clock }) => hideAbsent(tx, clock.now()), ['talent_profile']);
export const forget = schedule(
  'talents.forget',
  day,
  async (tx, { clock }) => {
    await forgetTalents(tx, clock.now());
    await forgetSearches(tx, clock.now());
  },
  ['talent_contact', 'talent_sight', 'talent_notice', 'talent_profile', 'talent_search'],
);
