import type { Context } from '../../../discord/context.ts';
import { holds, staff, volunteer } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { profileId } from '../../../kernel/mentoring.ts';
import { text } from '../messages/profile.ts';
import { text as reviewText } from '../messages/review.ts';
import { homeText, stateNames } from '../messages/standing.ts';
import { canRenew } from '../rules/profile.ts';
import { countWaiting } from '../service/card.ts';
import { countPairs, findMentor, type Mentor } from '../service/mentor.ts';
import { openId, queueId, renewId, seeId } from '../wire.ts';

function ownItem(mentor: Mentor, now: Date): HomeItem | null {
  const { guildId, state } = mentor;
  const customId = openId.encode({ guildId });
  if (canRenew(mentor, now))
    return { text: homeText.renew, waiting: true, button: { label: text.renew, customId: renewId.encode({ guildId }) } };
  if (state === 'draft') return { text: homeText.draft, waiting: true, button: { label: homeText.finish, customId } };
  if (state === 'asked') return { text: homeText.asked, waiting: true, button: { label: homeText.fix, customId } };
  if (state === 'withdrawn') return null;
  return { text: homeText[state], button: { label: text.own, customId } };
}

/** My profile and what it waits for, the way to make one, and for staff those that wait for them. */
export async function home({ db, actor, keys, clock }: Context): Promise<readonly HomeItem[]> {
  const held = await keys();
  const [mentor, waiting] = await Promise.all([
    findMentor(db, { guildId: actor.guildId, userId: actor.userId }),
    holds(staff, held) ? countWaiting(db, actor.guildId) : 0,
  ]);
  const own = mentor ? ownItem(mentor, clock.now()) : null;
  return [
    ...(waiting > 0
      ? [
          {
            text: reviewText.waiting(waiting),
            waiting: true,
            button: { label: reviewText.seeWaiting(waiting), customId: queueId.encode({}) },
          },
        ]
      : []),
    ...(own ? [own] : []),
    ...(!mentor && holds(volunteer, held)
      ? [{ text: homeText.offer, button: { label: homeText.begin, customId: profileId.encode({}) } }]
      : []),
  ];
}

/** On the card of a person: what they offer as a mentor, and whom they accompany. */
export async function card({ db, actor }: Context, userId: string): Promise<readonly HomeItem[]> {
  const who = { guildId: actor.guildId, userId };
  const mentor = await findMentor(db, who);
  if (!mentor || mentor.state === 'draft') return [];
  return [
    {
      text: reviewText.ofPerson(stateNames[mentor.state], await countPairs(db, who)),
      button: { label: reviewText.seeMentor, customId: seeId.encode({ userId }) },
    },
  ];
}
