import { button } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { checkbox, form, longText, radio } from '../../../discord/form.ts';
import { anyone } from '../../../discord/policy.ts';
import { comfortWords, opinionText, usefulWords } from '../messages/opinion.ts';
import { notYet, tooLateToSay } from '../messages/outcome.ts';
import { isAnswerable } from '../rules/life.ts';
import { ownSession } from '../service/find.ts';
import { type About, beginOpinion, giveOpinion, hasSaid } from '../service/opinion.ts';
import { type Said, settleSession } from '../service/outcome.ts';
import { absentCard, settledMessage } from '../views/told.ts';
import { absentId, calledOffId, doneId, lastOpinionFormId, lastOpinionId, missedId, opinionFormId, opinionId } from '../wire.ts';
import { byOf, whoOf } from './plan.ts';

async function settle(context: Context, sessionId: number, said: Said) {
  const settled = await settleSession(context.db, byOf(context), sessionId, said);
  const asks = !(await hasSaid(context.db, whoOf(context), { sessionId }));
  return { embeds: [], ...settledMessage(settled, { asks, isThere: context.actor.isPresent }, context.locale) };
}

export const done = button({
  id: doneId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context, { sessionId }) => settle(context, sessionId, { outcome: 'done', absent: null }),
});

export const calledOff = button({
  id: calledOffId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context, { sessionId }) => settle(context, sessionId, { outcome: 'cancelled', absent: null }),
});

export const missed = button({
  id: missedId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { sessionId }) {
    const session = await ownSession(context.db, whoOf(context), sessionId);
    const now = context.clock.now();
    if (session.state === 'planned' && now < session.startsAt) throw notYet();
    if (!isAnswerable(session, now)) throw tooLateToSay(session.state === 'planned' ? null : session.state);
    return absentCard(session, context.locale);
  },
});

export const absent = button({
  id: absentId,
  policy: anyone,
  answer: 'update',
  run: (context, { sessionId, who }) => settle(context, sessionId, { outcome: 'missed', absent: who }),
});

const asks = {
  useful: radio({ label: opinionText.useful, choices: usefulWords }),
  comfort: radio({ label: opinionText.comfort, description: opinionText.comfortHelp, choices: comfortWords }),
  comment: longText({ label: opinionText.comment, description: opinionText.commentHelp, max: 1_000, required: false }),
  contact: checkbox({ label: opinionText.contact, description: opinionText.contactHelp }),
};

async function give(
  context: Context,
  about: About,
  { useful, comfort, comment, contact }: { useful: string | null; comfort: string | null; comment: string; contact: boolean },
) {
  const opinion = {
    useful: Number(useful),
    comfort: Number(comfort),
    comment: comment === '' ? null : comment,
    wantsContact: contact,
  };
  const isAlarm = await giveOpinion(context.db, byOf(context), about, opinion);
  return { content: context.t(isAlarm ? opinionText.thanksLow : opinionText.thanks) };
}

export const opinionForm = form({
  id: opinionFormId,
  policy: anyone,
  answer: 'ephemeral',
  title: opinionText.title,
  fields: asks,
  run: (context, { sessionId }, fields) => give(context, { sessionId }, fields),
});

export const opinion = button({
  id: opinionId,
  policy: anyone,
  answer: 'modal',
  async run(context, { guildId, sessionId }) {
    await beginOpinion(context.db, byOf(context), { sessionId });
    return opinionForm.open(context.locale, { guildId, sessionId });
  },
});

export const lastForm = form({
  id: lastOpinionFormId,
  policy: anyone,
  answer: 'ephemeral',
  title: opinionText.lastTitle,
  fields: {
    ...asks,
    useful: radio({ label: opinionText.lastUseful, choices: usefulWords }),
    comfort: radio({ label: opinionText.lastComfort, description: opinionText.comfortHelp, choices: comfortWords }),
  },
  run: (context, { pairId }, fields) => give(context, { pairId }, fields),
});

export const lastOpinion = button({
  id: lastOpinionId,
  policy: anyone,
  answer: 'modal',
  async run(context, { guildId, pairId }) {
    await beginOpinion(context.db, byOf(context), { pairId });
    return lastForm.open(context.locale, { guildId, pairId });
  },
});
