import { button, chosenRow, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { anyone, staff } from '../../../discord/policy.ts';
import { isKind } from '../../../kernel/kind.ts';
import { escapeMarkdown, type Text } from '../../../kernel/text.ts';
import { expectedPromo } from '../../invites/service/arrival.ts';
import { findChoice, joinSize, type PromoChoice, readChoices, readCourses } from '../../promos/service/joining.ts';
import { kindMissing } from '../messages/presentation.ts';
import { text } from '../messages/promo.ts';
import { joinKindOf, partOf } from '../rules.ts';
import { changePromo, getWaiting } from '../service/decision.ts';
import { askToJoin, choosePromo } from '../service/promo.ts';
import { chooseKind, type Standing, standingOf } from '../service/request.ts';
import { fullName, requestCard } from '../views/card.ts';
import { changeScreen, standingScreen } from '../views/presentation.ts';
import { courseScreen, expectedScreen, nothingToJoin, ownChooser, promoScreen, staffChooser } from '../views/promo.ts';
import {
  type Aim,
  courseId,
  courseOfId,
  coursesId,
  coursesOfId,
  expectedId,
  joinId,
  kindId,
  noPromoId,
  promoChangeId,
  promoDropId,
  promoId,
  promoOfId,
  promosId,
  promosOfId,
} from '../wire.ts';
import { decisionOf } from './decision.ts';
import { openForm, pauseSeconds, whoIs } from './presentation.ts';

/** Whoever asks for a promo more is not shown those that they are in. */
const choosing = ({ actor: { guildId, userId } }: Context, aim: Aim) => ({
  guildId,
  userId: aim === 'join' ? userId : undefined,
});

/** `notice`: what happened to a former choice. Given, even as null, it must be answered. */
type Asked = { aim: Aim; page: number; notice?: Text | null };

/** The first question, or null when this server has no promo to choose. */
async function courses(context: Context, { aim, page, notice }: Asked) {
  const { db, locale } = context;
  const { guildId, userId } = whoIs(context);
  const [found, { request, identity, promo }] = await Promise.all([
    readCourses(db, { ...choosing(context, aim), page }),
    standingOf(db, { guildId, userId }),
  ]);
  if (found.total === 0 && (notice === undefined || aim === 'join')) return null;
  const chooser = ownChooser({ guildId, aim, request, isKnown: identity !== null }, locale, notice);
  return courseScreen(found, { size: joinSize, chosen: aim === 'identify' ? promo : null }, chooser, locale);
}

/** The same where it must answer: what was open may be over by now. */
const coursesLeft = async (context: Context, asked: Asked) =>
  (await courses(context, asked.aim === 'join' ? asked : { notice: null, ...asked })) ?? nothingToJoin(context.locale);

/** The second question; when the course has no promo any more, the first one again. */
async function promos(context: Context, { course, ...asked }: Asked & { course: number }) {
  const { db, locale } = context;
  const { guildId, userId } = whoIs(context);
  const { aim, page } = asked;
  const [found, { request, identity }] = await Promise.all([
    readChoices(db, { ...choosing(context, aim), courseId: course, page }),
    standingOf(db, { guildId, userId }),
  ]);
  if (found.total === 0) return coursesLeft(context, { aim, page: 0, notice: text.gone });
  const chooser = ownChooser({ guildId, aim, request, isKnown: identity !== null }, locale, asked.notice);
  return promoScreen(found, joinSize, chooser, locale);
}

/** Who the person is; then, for those who are in promos, which one, and the form. */
export const chooseWho = select({
  id: kindId,
  policy: anyone,
  answer: 'step',
  cooldownSeconds: pauseSeconds,
  async run(context, _params, [kind]) {
    if (!isKind(kind)) throw kindMissing();
    const { db, locale, clock } = context;
    const who = whoIs(context);
    const request = await chooseKind(db, { ...who, kind, locale, now: clock.now() });
    if (!partOf(kind)) return openForm(context, request);
    // Who came by the invite of a promo need not look for it; afterwards they may choose another.
    const expected = request.promoId === null ? await expectedPromo(db, who) : null;
    if (expected) return openForm(context, await choosePromo(db, { ...who, promoId: expected.id, locale }));
    return (await courses(context, { aim: 'identify', page: 0 })) ?? openForm(context, request);
  },
});

/** The promo that somebody identified need not look for; null without an invite, and once they have asked for it. */
async function offeredPromo(context: Context, { identity, request }: Standing): Promise<PromoChoice | null> {
  if (!identity || !joinKindOf(identity.kind)) return null;
  const { guildId, userId } = whoIs(context);
  const expected = await expectedPromo(context.db, { guildId, userId });
  const isAsked = (request?.status === 'pending' || request?.status === 'asked') && request.promoId === expected?.id;
  if (!expected || isAsked) return null;
  const promo = await findChoice(context.db, { guildId, promoId: expected.id });
  return promo?.isJoinable ? promo : null;
}

/** Somebody identified asks for a promo more. */
export const join = button({
  id: joinId,
  policy: anyone,
  answer: 'update',
  async run(context) {
    const who = whoIs(context);
    const standing = await standingOf(context.db, who);
    if (!standing.identity) return standingScreen(standing, who.guildId, context.locale);
    if (!standing.hasConsented) return changeScreen(standing, who.guildId, context.locale);
    const offered = await offeredPromo(context, standing);
    if (offered) return expectedScreen({ guildId: who.guildId, promo: offered }, context.locale);
    return coursesLeft(context, { aim: 'join', page: 0 });
  },
});

/** Their invite says which promo: one press asks for it. */
export const joinExpected = button({
  id: expectedId,
  policy: anyone,
  answer: 'update',
  cooldownSeconds: pauseSeconds,
  async run(context, { promoId: id }) {
    const { db, locale, clock } = context;
    const who = whoIs(context);
    const promo = await findChoice(db, { guildId: who.guildId, promoId: id });
    if (!promo?.isJoinable) return coursesLeft(context, { aim: 'join', page: 0, notice: text.gone });
    const standing = await askToJoin(db, { ...who, promoId: id, locale, now: clock.now() });
    return standingScreen(standing, who.guildId, locale);
  },
});

export const turnCourses = button({
  id: coursesId,
  policy: anyone,
  answer: 'update',
  run: (context, { aim, page }) => coursesLeft(context, { aim, page }),
});

export const chooseCourse = select({
  id: courseId,
  policy: anyone,
  answer: 'update',
  run: (context, { aim }, [id]) => promos(context, { aim, course: chosenRow(id), page: 0 }),
});

export const turnPromos = button({
  id: promosId,
  policy: anyone,
  answer: 'update',
  run: (context, { aim, courseId: course, page }) => promos(context, { aim, course, page }),
});

export const chooseOwnPromo = select({
  id: promoId,
  policy: anyone,
  answer: 'step',
  cooldownSeconds: pauseSeconds,
  async run(context, { aim, courseId: course, page }, [chosen]) {
    const { db, locale, clock } = context;
    const who = whoIs(context);
    const promo = await findChoice(db, { guildId: who.guildId, promoId: chosenRow(chosen) });
    if (!promo?.isJoinable) return promos(context, { aim, course, page, notice: text.gone });
    if (aim === 'identify') return openForm(context, await choosePromo(db, { ...who, promoId: promo.id, locale }));
    const standing = await askToJoin(db, { ...who, promoId: promo.id, locale, now: clock.now() });
    return standingScreen(standing, who.guildId, locale);
  },
});

/** The promo is not in the list: the request says nothing of it. */
export const goWithout = button({
  id: noPromoId,
  policy: anyone,
  answer: 'modal',
  run: async (context) =>
    openForm(context, await choosePromo(context.db, { ...whoIs(context), promoId: null, locale: context.locale })),
});

type OfRequest = { requestId: number; page: number; notice?: Text };

async function coursesOf(context: Context, { requestId, page, notice }: OfRequest) {
  const { db, actor, locale } = context;
  const request = await getWaiting(db, decisionOf(context, requestId));
  const found = await readCourses(db, { guildId: actor.guildId, page });
  return courseScreen(found, { size: joinSize }, staffChooser(request, locale, notice), locale);
}

async function promosOf(context: Context, { requestId, page, notice, course }: OfRequest & { course: number }) {
  const { db, actor, locale } = context;
  const request = await getWaiting(db, decisionOf(context, requestId));
  const found = await readChoices(db, { guildId: actor.guildId, courseId: course, page });
  if (found.total === 0) return coursesOf(context, { requestId, page: 0, notice: text.gone });
  return promoScreen(found, joinSize, staffChooser(request, locale, notice), locale);
}

/** Staff know better where the person learns or teaches. */
export const reassign = button({
  id: promoChangeId,
  policy: staff,
  answer: 'ephemeral',
  run: (context, { requestId }) => coursesOf(context, { requestId, page: 0 }),
});

export const turnCoursesOf = button({ id: coursesOfId, policy: staff, answer: 'update', run: coursesOf });

export const chooseCourseOf = select({
  id: courseOfId,
  policy: staff,
  answer: 'update',
  run: (context, { requestId }, [id]) => promosOf(context, { requestId, course: chosenRow(id), page: 0 }),
});

export const turnPromosOf = button({
  id: promosOfId,
  policy: staff,
  answer: 'update',
  run: (context, { requestId, courseId: course, page }) => promosOf(context, { requestId, course, page }),
});

export const choosePromoOf = select({
  id: promoOfId,
  policy: staff,
  answer: 'update',
  async run(context, { requestId, courseId: course, page }, [chosen]) {
    const { db, actor, locale, t } = context;
    const promo = await findChoice(db, { guildId: actor.guildId, promoId: chosenRow(chosen) });
    if (!promo?.isJoinable) return promosOf(context, { requestId, course, page, notice: text.gone });
    const request = await changePromo(db, decisionOf(context, requestId), promo.id);
    return { ...requestCard(request, locale), content: t(text.changed(fullName(request), escapeMarkdown(promo.name))) };
  },
});

export const dropPromoOf = button({
  id: promoDropId,
  policy: staff,
  answer: 'update',
  async run(context, { requestId }) {
    const request = await changePromo(context.db, decisionOf(context, requestId), null);
    return { ...requestCard(request, context.locale), content: context.t(text.dropped(fullName(request))) };
  },
});
