import { task } from '../../../infra/tasks.ts';
import { localeOf } from '../../../kernel/text.ts';
import { recordResponses } from '../../companies/service/company.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { isOpen, type News, news } from '../rules/stage.ts';
import { findOffer } from '../service/offer.ts';
import { findAsked } from '../service/recommend.ts';
import { readPlan } from '../service/room.ts';
import { responsesOf } from '../service/silence.ts';
import { askMessage } from '../views/recommend.ts';
import { stageMessage, withdrawnMessage } from '../views/told.ts';
import { recommendedTask, responsesTask, stageTask, withdrawnTask } from '../wire.ts';
import { tellHandlers, tellPerson } from './telling.ts';

const isNews = (what: string): what is News => (news as readonly string[]).includes(what);

/** Each change is told to the candidate once, in the language in which they applied. A refusal that was taken back meanwhile is not told. */
export const tellStage = task(stageTask, async (context, { guildId, applicationId, what, at }) => {
  const plan = await readPlan(context.db, { guildId, applicationId });
  if (!plan?.application.userId) return;
  const { application, offer } = plan;
  const told = isNews(what) ? what : null;
  // What came after says more: one message rather than two.
  const isPast =
    (told === 'seen' && application.stage !== 'seen') ||
    (told === 'declined' && isOpen(application.stage)) ||
    (told === 'paused' && offer.state !== 'hidden') ||
    ((told === 'paused' || told === 'file_lost') && !isOpen(application.stage));
  if (!told || application.stage === 'withdrawn' || isPast) return;
  await tellPerson(context, {
    guildId,
    userId: plan.application.userId,
    key: `applications.stage:${applicationId}:${what}:${at.getTime()}`,
    locale: localeOf(application.locale),
    draw: (locale) => stageMessage(plan, told, locale),
  });
});

export const tellWithdrawn = task(withdrawnTask, async (context, { guildId, offerId, applicationId }) => {
  const offer = await findOffer(context.db, { guildId, offerId });
  if (!offer) return;
  await tellHandlers(context, offer, {
    key: `applications.withdrawn:${applicationId}`,
    draw: (locale) => withdrawnMessage(offer, locale),
  });
});

export const keepResponses = task(responsesTask, async ({ db, clock }, { guildId, companyId }) => {
  await recordResponses(db, { guildId, companyId, ...(await responsesOf(db, companyId, clock.now())) });
});

export const askConsent = task(recommendedTask, async (context, { guildId, recommendationId }) => {
  const asked = await findAsked(context.db, { guildId, id: recommendationId });
  if (!asked) return;
  const { userId } = asked.recommendation;
  const { locale: usual } = await context.settings(guildId);
  const locale = (await languageOf(context.db, { guildId, userId })) ?? usual;
  const key = `applications.recommended:${recommendationId}`;
  // Who takes no direct messages finds it in *Mon espace*.
  await context.tell({ guildId, userId, key, message: askMessage(asked, locale), thread: null });
});
