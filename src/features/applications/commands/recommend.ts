import { button, command } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, longText, people } from '../../../discord/form.ts';
import { string, user } from '../../../discord/options.ts';
import { alumni, anyone, reader } from '../../../discord/policy.ts';
import { recommendId } from '../../../kernel/hiring.ts';
import { commandTexts, optionTexts } from '../messages/command.ts';
import { notLearner, recommendText, unknownRecommendation } from '../messages/recommend.ts';
import {
  answerRecommendation,
  beginRecommendation,
  findAsked,
  recommend as recommendTo,
  resolveOffer,
  suggestOffers,
} from '../service/recommend.ts';
import { answeredMessage, askMessage, proposals } from '../views/recommend.ts';
import { agreeId, recommendedId, recommendFormId, refuseId } from '../wire.ts';

export const recommend = command({
  ...commandTexts.recommend,
  policy: alumni,
  answer: 'ephemeral',
  cooldownSeconds: 10,
  options: {
    offer: string({
      ...optionTexts.offer,
      max: 100,
      complete: async ({ db, actor, clock }, typed) =>
        proposals(await suggestOffers(db, { guildId: actor.guildId, typed, now: clock.now() })),
    }),
    member: user(optionTexts.member),
    words: string({ ...optionTexts.words, min: 10, max: 500 }),
  },
  async run(context, { offer: typed, member, words }) {
    const who = changeBy(context);
    const offerId = await resolveOffer(context.db, { guildId: who.guildId, typed, now: who.now });
    const offer = await recommendTo(context.db, who, { offerId, userId: member, words });
    return { content: context.t(recommendText.asked(offer.title)) };
  },
});

export const recommendForm = form({
  id: recommendFormId,
  policy: alumni,
  answer: 'ephemeral',
  cooldownSeconds: 10,
  title: recommendText.title,
  fields: {
    member: people({ label: recommendText.member, description: recommendText.memberHelp }),
    words: longText({ label: recommendText.words, description: recommendText.wordsHelp, min: 10, max: 500 }),
  },
  async run(context, { offerId }, { member: [userId], words }) {
    if (!userId) throw notLearner();
    const offer = await recommendTo(context.db, changeBy(context), { offerId, userId, words });
    return { content: context.t(recommendText.asked(offer.title)) };
  },
});

/** Below an offer that alumni read: the same without a command. */
export const openRecommend = button({
  id: recommendId,
  policy: alumni,
  answer: 'modal',
  async run(context, { offerId }) {
    await beginRecommendation(context.db, changeBy(context), offerId);
    return recommendForm.open(context.locale, { offerId });
  },
});

/** From *Mon espace*, for whom no direct message reached. */
export const show = button({
  id: recommendedId,
  policy: reader,
  answer: 'ephemeral',
  async run({ db, actor, locale }, { recommendationId }) {
    const asked = await findAsked(db, { guildId: actor.guildId, id: recommendationId });
    if (asked?.recommendation.userId !== actor.userId) throw unknownRecommendation();
    return askMessage(asked, locale);
  },
});

const answer = async (context: Context, recommendationId: number, agrees: boolean) => {
  const offer = await answerRecommendation(context.db, changeBy(context), { id: recommendationId, agrees });
  return answeredMessage(offer, { agrees, isHere: context.actor.isPresent }, context.locale);
};

export const agree = button({
  id: agreeId,
  policy: anyone,
  answer: 'update',
  run: (context, { recommendationId }) => answer(context, recommendationId, true),
});
export const refuse = button({
  id: refuseId,
  policy: anyone,
  answer: 'update',
  run: (context, { recommendationId }) => answer(context, recommendationId, false),
});
