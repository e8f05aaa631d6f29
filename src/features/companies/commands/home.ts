import type { Context } from '../../../discord/context.ts';
import { holds, recruiter, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { bold, cut, type Text } from '../../../kernel/text.ts';
import { stateNames, text } from '../messages/company.ts';
import { text as peopleText } from '../messages/people.ts';
import { text as reviewText } from '../messages/review.ts';
import { countWaiting } from '../service/card.ts';
import { type Company, companyOf } from '../service/company.ts';
import { invitationsOf } from '../service/invitation.ts';
import { nextStep, standingOf } from '../views/own.ts';
import { invitationId, ownId, queueId, seeId, startId } from '../wire.ts';

const together = (name: string, standing: Text): Text => ({
  fr: `${bold(cut(name, 60))} : ${standing.fr}`,
  en: `${bold(cut(name, 60))}: ${standing.en}`,
});

function ownItem(company: Company, now: Date): HomeItem {
  const isWaiting = nextStep(company, now) !== null;
  return {
    text: together(company.name, standingOf(company, now)),
    ...(isWaiting && { waiting: true }),
    button: { label: text.own, customId: ownId.encode({ guildId: company.guildId }) },
  };
}

/** My company and what it waits for, what I am asked to join, and for staff those that wait for them. */
export async function home({ db, actor, keys, clock }: Context): Promise<readonly HomeItem[]> {
  const held = await keys();
  const [own, invitations, waiting] = await Promise.all([
    companyOf(db, actor),
    invitationsOf(db, actor),
    holds(staff, held) ? countWaiting(db, actor.guildId) : 0,
  ]);
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
    ...invitations.map(({ id, guildId, company }) => ({
      text: peopleText.homeInvited(bold(cut(company.name, 60))),
      waiting: true,
      button: { label: peopleText.see, customId: invitationId.encode({ guildId, invitationId: id }) },
    })),
    ...(own ? [ownItem(own, clock.now())] : []),
    ...(!own && holds(recruiter, held)
      ? [{ text: text.homeRegister, waiting: true, button: { label: text.register, customId: startId.encode({}) } }]
      : []),
  ];
}

/** On the card of a person: the company for which they recruit. */
export async function card({ db, actor }: Context, userId: string): Promise<readonly HomeItem[]> {
  const own = await companyOf(db, { guildId: actor.guildId, userId });
  if (!own) return [];
  return [
    {
      text: reviewText.ofPerson(bold(own.name), stateNames[own.state]),
      button: { label: reviewText.see, customId: seeId.encode({ companyId: own.id }) },
    },
  ];
}
