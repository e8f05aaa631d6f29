import { button, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { user } from '../../../discord/options.ts';
import { anyone, holds, registrant, staff } from '../../../discord/policy.ts';
import { noCompany } from '../messages/company.ts';
import { notMember, notOfCompany, text } from '../messages/people.ts';
import { type CompanyKey, companyOf, findCompany } from '../service/company.ts';
import {
  acceptInvitation,
  declineInvitation,
  getInvitation,
  invite as invitePerson,
  withdrawInvitation,
} from '../service/invitation.ts';
import type { Acting } from '../service/managing.ts';
import { bring as bringPerson, handOver, namesOf, readPeople, removePerson } from '../service/people.ts';
import { done, nameOf } from '../views/part.ts';
import { invitationMessage, joinedScreen, peopleScreen, personScreen } from '../views/people.ts';
import {
  acceptId,
  backId,
  bringId,
  declineId,
  handId,
  invitationId,
  inviteeId,
  peopleId,
  personId,
  removeId,
  withdrawId,
} from '../wire.ts';
import { who } from './register.ts';

const actingOf = async ({ actor, clock, keys }: Context, companyId: number): Promise<Acting> => ({
  guildId: actor.guildId,
  companyId,
  actorId: actor.userId,
  isStaff: holds(staff, await keys()),
  now: clock.now(),
});

async function peopleOf(context: Context, { companyId }: Pick<CompanyKey, 'companyId'>, notice?: string) {
  const acting = await actingOf(context, companyId);
  const people = await readPeople(context.db, acting);
  const ids = [...people.recruiters, ...people.invitations].map(({ userId }) => userId);
  const names = await namesOf(context.db, acting.guildId, ids);
  return peopleScreen(people, context.locale, { isStaff: acting.isStaff, names, ...(notice !== undefined && { notice }) });
}

export const people = button({
  id: peopleId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context, params) => peopleOf(context, params),
});
export const back = button({ id: backId, policy: anyone, answer: 'update', run: (context, params) => peopleOf(context, params) });

export const person = select({
  id: personId,
  policy: anyone,
  answer: 'update',
  async run(context, { guildId, companyId }, [userId]) {
    const { recruiters } = await readPeople(context.db, await actingOf(context, companyId));
    const chosen = recruiters.find((one) => one.userId === userId);
    if (!chosen) throw notOfCompany(userId ?? '');
    return personScreen({ guildId, companyId, userId: chosen.userId }, context.locale);
  },
});

export const hand = button({
  id: handId,
  policy: anyone,
  answer: 'update',
  async run(context, { companyId, userId }) {
    await handOver(context.db, await actingOf(context, companyId), userId);
    return peopleAfter(context, companyId, context.t(text.handed(`<@${userId}>`)));
  },
});

export const remove = button({
  id: removeId,
  policy: anyone,
  answer: 'update',
  async run(context, { companyId, userId }) {
    await removePerson(context.db, await actingOf(context, companyId), userId);
    return peopleAfter(context, companyId, context.t(text.removed(`<@${userId}>`)));
  },
});

/** Whoever removed themselves, or was the last of a company that is withdrawn with them, has nothing more to see there. */
async function peopleAfter(context: Context, companyId: number, notice: string) {
  const own = await companyOf(context.db, context.actor);
  const { isStaff, guildId } = await actingOf(context, companyId);
  const isThere = (await findCompany(context.db, { guildId, companyId })) !== null;
  return isThere && (isStaff || own?.id === companyId) ? peopleOf(context, { companyId }, notice) : done(notice);
}

async function inviteTo(context: Context, companyId: number, userId: string) {
  const { isTold } = await invitePerson(context.db, await actingOf(context, companyId), userId);
  return peopleOf(context, { companyId }, context.t((isTold ? text.invited : text.invitedLater)(`<@${userId}>`)));
}

export const invite = command({
  name: { en: 'company invite', fr: 'entreprise inviter' },
  description: text.invite,
  policy: registrant,
  answer: 'ephemeral',
  options: { member: user({ fr: 'membre', description: text.member }) },
  async run(context, { member }) {
    const own = await companyOf(context.db, context.actor);
    if (!own) throw noCompany();
    return inviteTo(context, own.id, member);
  },
});

export const invitee = select({
  id: inviteeId,
  policy: anyone,
  answer: 'update',
  async run(context, { companyId }, [userId]) {
    if (!userId) throw notMember('');
    return inviteTo(context, companyId, userId);
  },
});

export const bring = select({
  id: bringId,
  policy: staff,
  answer: 'update',
  async run(context, { companyId }, [userId]) {
    if (!userId) throw notMember('');
    const { guildId, actorId: staffId, now } = await actingOf(context, companyId);
    const { locale } = await context.settings();
    const { from } = await bringPerson(context.db, { guildId, companyId, staffId, userId, locale, now });
    const notice = context.t(text.brought(`<@${userId}>`, from && `**${nameOf(from)}**`));
    return peopleOf(context, { companyId }, notice);
  },
});

export const withdraw = button({
  id: withdrawId,
  policy: anyone,
  answer: 'update',
  async run(context, { invitationId: id }) {
    const { companyId: _none, ...acting } = await actingOf(context, 0);
    const { companyId } = await withdrawInvitation(context.db, { ...acting, invitationId: id });
    return peopleOf(context, { companyId }, context.t(text.withdrawn));
  },
});

export const invitation = button({
  id: invitationId,
  policy: anyone,
  answer: 'ephemeral',
  run: async (context, { invitationId: id }) =>
    invitationMessage(await getInvitation(context.db, { ...who(context), invitationId: id }), context.locale),
});

export const accept = button({
  id: acceptId,
  policy: anyone,
  answer: 'update',
  async run(context, { invitationId: id }) {
    return joinedScreen(await acceptInvitation(context.db, { ...who(context), invitationId: id }), context.locale);
  },
});

export const decline = button({
  id: declineId,
  policy: anyone,
  answer: 'update',
  async run(context, { invitationId: id }) {
    await declineInvitation(context.db, { ...who(context), invitationId: id });
    return done(context.t(text.declined));
  },
});
