import type { CampaignPart } from '../../../../prisma/client/client.ts';
import { button } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { anyone, holds, learner, peer, staff, volunteer } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { profileId, requestId, statusId } from '../../../kernel/mentoring.ts';
import { bold } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text as staffText } from '../messages/campaign.ts';
import { notForYou } from '../messages/refusal.ts';
import { text } from '../messages/taking.ts';
import { join as joinCampaign, leave as leaveCampaign, openFor } from '../service/join.ts';
import { countReady } from '../service/list.ts';
import { joinedCard, leftCard, partQuestion } from '../views/taking.ts';
import { joinAsId, joinId, leaveId, openId } from '../wire.ts';

/** Which parts somebody may take, by the roles that they hold at this moment. */
async function partsOf({ keys }: Context): Promise<CampaignPart[]> {
  const held = await keys();
  return [...(holds(learner, held) ? ['learner' as const] : []), ...(holds(volunteer, held) ? ['mentor' as const] : [])];
}

async function enter(context: Context, id: number, part: CampaignPart) {
  const { db, actor, clock, locale } = context;
  const standing = await joinCampaign(
    db,
    { guildId: actor.guildId, userId: actor.userId, locale, now: clock.now() },
    { id, part },
  );
  return joinedCard(standing, locale);
}

export const join = button({
  id: joinId,
  policy: peer,
  answer: 'ephemeral',
  async run(context, { campaignId }) {
    const [part, other] = await partsOf(context);
    if (!part) throw notForYou();
    return other ? partQuestion(campaignId, context.locale) : enter(context, campaignId, part);
  },
});

export const joinAs = button({
  id: joinAsId,
  policy: peer,
  answer: 'update',
  async run(context, { campaignId, part }) {
    if (!(await partsOf(context)).includes(part)) throw notForYou();
    return enter(context, campaignId, part);
  },
});

/** Whoever lost the role meanwhile may leave all the same. */
export const leave = button({
  id: leaveId,
  policy: anyone,
  answer: 'update',
  async run({ db, actor, clock, locale }, { campaignId }) {
    const person = { guildId: actor.guildId, userId: actor.userId, now: clock.now() };
    return leftCard(await leaveCampaign(db, person, campaignId), locale);
  },
});

export async function home(context: Context): Promise<readonly HomeItem[]> {
  const { db, actor, clock, keys } = context;
  const held = await keys();
  const isStaff = holds(staff, held);
  const isPeer = holds(peer, held);
  const [ready, open] = await Promise.all([
    isStaff ? countReady(db, actor.guildId) : 0,
    isPeer
      ? openFor(db, {
          guildId: actor.guildId,
          userId: actor.userId,
          isMentor: holds(volunteer, held),
          isLearner: holds(learner, held),
          now: clock.now(),
        })
      : [],
  ]);
  return [
    ...(isStaff
      ? [
          {
            text: ready > 0 ? staffText.home(ready) : staffText.homeStaff,
            ...(ready > 0 && { waiting: true }),
            button: { label: staffText.homeButton, customId: openId.encode({}) },
          },
        ]
      : []),
    ...open.map(({ id, name, closesAt, part, isReady, isPaired }): HomeItem => {
      const closing = timeOf(closesAt);
      if (part === null)
        return {
          text: staffText.homeOpen(bold(name), closing),
          button: { label: text.join, customId: joinId.encode({ campaignId: id }) },
        };
      if (isPaired)
        return { text: staffText.homePaired(bold(name)), button: { label: text.status, customId: statusId.encode({}) } };
      if (isReady) return { text: staffText.homeIn(bold(name), closing) };
      return {
        text: staffText.homeForm(bold(name), closing),
        waiting: true,
        button:
          part === 'learner'
            ? { label: text.request, customId: requestId.encode({}) }
            : { label: text.profile, customId: profileId.encode({}) },
      };
    }),
  ];
}
