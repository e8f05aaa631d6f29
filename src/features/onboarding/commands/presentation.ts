import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { type FieldValues, form, longText, note, shortText } from '../../../discord/form.ts';
import { anyone } from '../../../discord/policy.ts';
import type { Text } from '../../../kernel/text.ts';
import { joinSize, readCourses } from '../../promos/service/joining.ts';
import { text } from '../messages/presentation.ts';
import { text as promoText } from '../messages/promo.ts';
import { answerLimit, emailLimit, nameLimit } from '../rules.ts';
import { dropGonePromo } from '../service/promo.ts';
import {
  type Asking,
  acceptNotice,
  getOwnRequest,
  type Request,
  standingOf,
  submitRequest,
  withdrawRequest,
} from '../service/request.ts';
import { changeScreen, droppedScreen, quotation, standingScreen, withdrawnScreen } from '../views/presentation.ts';
import { courseScreen, ownChooser } from '../views/promo.ts';
import { acceptId, answerFormId, changeId, correctId, formId, resumeId, startId, withdrawId } from '../wire.ts';

export const whoIs = ({ actor }: Context): Asking => ({
  guildId: actor.guildId,
  userId: actor.userId,
  isPresent: actor.isPresent,
});

/** Nobody needs to send twice within this time, and each one makes staff read again. */
export const pauseSeconds = 3;

async function whereOneStands(context: Context) {
  const who = whoIs(context);
  return standingScreen(await standingOf(context.db, who), who.guildId, context.locale);
}

export const identify = command({
  name: { en: 'identify', fr: 'présentation' },
  description: text.command,
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  run: whereOneStands,
});

export const start = button({ id: startId, policy: anyone, answer: 'ephemeral', run: whereOneStands });

/** The same from a direct message, where it names its server. */
export const resume = button({ id: resumeId, policy: anyone, answer: 'ephemeral', run: whereOneStands });

export const accept = button({
  id: acceptId,
  policy: anyone,
  answer: 'update',
  async run(context, { version }) {
    const { db, locale, clock } = context;
    const who = whoIs(context);
    const standing = await acceptNotice(db, { ...who, version, locale, now: clock.now() });
    return standingScreen(standing, who.guildId, locale);
  },
});

const identityFields = {
  first_name: shortText({ label: text.firstName, max: nameLimit }),
  last_name: shortText({ label: text.lastName, max: nameLimit }),
  email: shortText({ label: text.email, description: text.emailHelp, max: emailLimit }),
};

async function submit(context: Context, typed: FieldValues<typeof identityFields>, answer = '') {
  const { db, locale, clock } = context;
  const { first_name: firstName, last_name: lastName, email } = typed;
  const who = whoIs(context);
  const gone = await dropGonePromo(db, { ...who, firstName, lastName, email });
  if (gone?.status === 'draft') return choosePromoAgain(context, gone, promoText.goneUnsent);
  const standing = await submitRequest(db, { ...who, firstName, lastName, email, answer, locale, now: clock.now() });
  return standing.request && gone
    ? choosePromoAgain(context, standing.request, promoText.goneSent)
    : standingScreen(standing, who.guildId, locale);
}

/** The promo that was chosen ended meanwhile. */
async function choosePromoAgain({ db, actor: { guildId }, locale }: Context, request: Request, notice: Text) {
  const chooser = ownChooser({ guildId, aim: 'identify', request }, locale, notice);
  return courseScreen(await readCourses(db, { guildId, page: 0 }), { size: joinSize }, chooser, locale);
}

export const identityForm = form({
  id: formId,
  policy: anyone,
  answer: 'update',
  cooldownSeconds: pauseSeconds,
  title: text.formTitle,
  fields: identityFields,
  run: (context, _params, identity) => submit(context, identity),
});

/** The same when staff asked something: the question is read there, and answered. */
export const answerForm = form({
  id: answerFormId,
  policy: anyone,
  answer: 'update',
  cooldownSeconds: pauseSeconds,
  title: text.formTitle,
  fields: {
    question: note(text.questionTitle),
    answer: longText({ label: text.answerLabel, description: text.answerHelp, required: false, max: answerLimit }),
    ...identityFields,
  },
  run: (context, _params, { answer, ...identity }) => submit(context, identity, answer),
});

export function openForm({ locale, actor: { guildId } }: Context, request: Request) {
  const filled = { first_name: request.firstName, last_name: request.lastName, email: request.email };
  return request.status === 'asked'
    ? answerForm.open(locale, { guildId }, { question: quotation(request.question ?? ''), ...filled })
    : identityForm.open(locale, { guildId }, filled);
}

export const correct = button({
  id: correctId,
  policy: anyone,
  answer: 'modal',
  run: async (context, { requestId }) => openForm(context, await getOwnRequest(context.db, { ...whoIs(context), requestId })),
});

export const withdraw = button({
  id: withdrawId,
  policy: anyone,
  answer: 'update',
  async run(context, { requestId }) {
    const { db, clock, locale } = context;
    const who = whoIs(context);
    const { isJoin } = await getOwnRequest(db, { ...who, requestId });
    await withdrawRequest(db, { ...who, requestId, now: clock.now() });
    const { identity } = await standingOf(db, who);
    return identity ? droppedScreen(locale, { isJoin }) : withdrawnScreen(who.guildId, locale);
  },
});

export const change = button({
  id: changeId,
  policy: anyone,
  answer: 'update',
  async run(context) {
    const who = whoIs(context);
    return changeScreen(await standingOf(context.db, who), who.guildId, context.locale);
  },
});
