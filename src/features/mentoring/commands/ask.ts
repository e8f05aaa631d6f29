import { button, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, menu } from '../../../discord/form.ts';
import { staleComponent } from '../../../discord/messages.ts';
import { anyone } from '../../../discord/policy.ts';
import { themes } from '../../../kernel/mentoring.ts';
import { timeOf } from '../../../kernel/time.ts';
import { awaitsCoordinator } from '../../pairs/service/pair.ts';
import { text, unknownAsk } from '../messages/ask.ts';
import { text as requestText } from '../messages/request.ts';
import { goalsLimit, pauses, questionLimit, skillsLimit } from '../rules/limit.ts';
import {
  accept as acceptAsk,
  answerBack,
  askBack,
  decline as declineAsk,
  findQuestion,
  pauseFor,
  type Question,
} from '../service/answer.ts';
import { findRequest } from '../service/request.ts';
import { acceptedNote, declinedNote } from '../views/ask.ts';
import { acceptId, answerFormId, answerId, declineId, notNowId, questionFormId, questionId } from '../wire.ts';
import { filled, slotChoices } from './request.ts';
import { whoIs } from './who.ts';

/** These stand in direct messages, where nobody has roles: the question is addressed to whoever clicks, or does not exist for them. */

async function ofMentor({ db, actor: { guildId, userId } }: Context, askId: number): Promise<Question> {
  const question = await findQuestion(db, { guildId, askId });
  if (question?.mentorId !== userId) throw unknownAsk();
  return question;
}

async function ofLearner({ db, actor: { guildId, userId } }: Context, askId: number): Promise<Question> {
  const question = await findQuestion(db, { guildId, askId });
  if (question?.request.userId !== userId) throw unknownAsk();
  return question;
}

export const accept = button({
  id: acceptId,
  policy: anyone,
  answer: 'update',
  async run(context, { askId }) {
    const { learner } = await ofMentor(context, askId);
    const pair = await acceptAsk(context.db, whoIs(context), askId);
    return acceptedNote(learner, await awaitsCoordinator(context.db, pair), context.locale);
  },
});

export const decline = button({
  id: declineId,
  policy: anyone,
  answer: 'update',
  async run(context, { askId }) {
    const { learner, guildId } = await ofMentor(context, askId);
    await declineAsk(context.db, whoIs(context), askId);
    return declinedNote(guildId, learner, context.locale);
  },
});

const isPause = (value: string): value is keyof typeof pauses => Object.hasOwn(pauses, value);

export const notNow = select({
  id: notNowId,
  policy: anyone,
  answer: 'update',
  async run(context, _params, [months = '']) {
    if (!isPause(months)) throw staleComponent();
    const until = await pauseFor(context.db, whoIs(context), months);
    return { content: text.paused(timeOf(until, 'D'))[context.locale], embeds: [], components: [] };
  },
});

export const questionForm = form({
  id: questionFormId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.questionTitle,
  fields: { question: longText({ label: text.question, description: text.questionHelp, min: 5, max: questionLimit }) },
  async run(context, { askId }, { question }) {
    const { learner } = await ofMentor(context, askId);
    await askBack(context.db, whoIs(context), { askId, question });
    return { content: text.questionSent(learner)[context.locale] };
  },
});

export const ask = button({
  id: questionId,
  policy: anyone,
  answer: 'modal',
  async run(context, address) {
    await ofMentor(context, address.askId);
    return questionForm.open(context.locale, address);
  },
});

export const answerForm = form({
  id: answerFormId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.answerTitle,
  // What they ask for comes with it: a question often means that it could be said better.
  fields: {
    answer: longText({ label: text.answerField, min: 2, max: questionLimit }),
    goals: longText({ label: requestText.goals, max: goalsLimit }),
    themes: menu({ label: requestText.themes, choices: themes, max: Object.keys(themes).length }),
    skills: longText({ label: requestText.skills, description: requestText.skillsHelp, required: false, max: skillsLimit }),
    availability: menu({
      label: requestText.availability,
      description: requestText.availabilityHelp,
      choices: slotChoices,
      max: Object.keys(slotChoices).length,
    }),
  },
  async run(context, { askId }, { answer, ...wish }) {
    const { mentor } = await ofLearner(context, askId);
    await answerBack(context.db, whoIs(context), { askId, answer, wish });
    return { content: text.answerSent(mentor)[context.locale] };
  },
});

export const answer = button({
  id: answerId,
  policy: anyone,
  answer: 'modal',
  async run(context, address) {
    const { requestId } = await ofLearner(context, address.askId);
    const { languages: _, ...said } = filled(
      await findRequest(context.db, { guildId: address.guildId, requestId }),
      context.locale,
    );
    return answerForm.open(context.locale, address, said);
  },
});
