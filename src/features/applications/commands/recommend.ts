import { button, command } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { string, user } from '../../../discord/options.ts';
import { alumni, anyone, reader } from '../../../discord/policy.ts';
import { commandTexts, optionTexts } from '../messages/command.ts';
import { recommendText, unknownRecommendation } from '../messages/recommend.ts';
import { answerRecommendation, findAsked, recommend as recommendTo, resolveOffer, suggestOffers } from '../service/recommend.ts';
import { answeredMessage, askMessage, proposals } from '../views/recommend.ts';
import { agreeId, recommendedId, refuseId } from '../wire.ts';

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
