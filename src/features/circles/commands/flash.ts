import { button, command, type Message, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, menu, radio, shortText } from '../../../discord/form.ts';
import { anyone, holds, learner, mentoring, volunteer } from '../../../discord/policy.ts';
import { flashId, languages } from '../../../kernel/mentoring.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { text, type Wish, whens, wishes } from '../messages/flash.ts';
import { aboutLimit, flashThemes } from '../rules/flash.ts';
import { askFlash, flashesLeft, liveFlash, withdrawFlash } from '../service/ask.ts';
import { answerHelped, cancelFlash, finishFlash, setMinutes } from '../service/finish.ts';
import { reportFlash } from '../service/report.ts';
import { hasProfile, passFlash, setWish, takeFlash, takenBy, waitingAsks, wishOf } from '../service/take.ts';
import type { Who } from '../service/who.ts';
import { askedNote, flashScreen, helpedQuestion, minutesNote, otherWays } from '../views/flash.ts';
import {
  flashAskId,
  flashCancelId,
  flashDoneId,
  flashFormId,
  flashHelpedId,
  flashMinutesId,
  flashPassId,
  flashReportedId,
  flashReportId,
  flashStopId,
  flashTakeId,
  flashWishId,
  flashWithdrawId,
} from '../wire.ts';

export const whoIs = ({ actor, clock }: Context): Who => ({ guildId: actor.guildId, userId: actor.userId, now: clock.now() });

/** What concerns the person, whatever they are: a mentor may learn something too. */
async function screenOf(context: Context): Promise<Message> {
  const { db, locale } = context;
  const who = whoIs(context);
  const [keys, isMentor, live] = [await context.keys(), await hasProfile(db, who), await liveFlash(db, who)];
  const learns = holds(learner, keys) || live !== null;
  const mentor = isMentor || (!learns && holds(volunteer, keys));
  return flashScreen(
    {
      learner: learns ? { live, left: await flashesLeft(db, who) } : null,
      mentor: mentor ? { wish: await wishOf(db, who), waiting: await waitingAsks(db, who), taken: await takenBy(db, who) } : null,
    },
    locale,
  );
}

export const flashCommand = command({
  ...text.command,
  policy: mentoring,
  answer: 'ephemeral',
  options: {},
  run: screenOf,
});

/** The same from the panel and from *Mon espace*. */
export const openFlash = button({ id: flashId, policy: mentoring, answer: 'ephemeral', run: screenOf });

export const flashForm = form({
  id: flashFormId,
  policy: learner,
  answer: 'ephemeral',
  title: text.formTitle,
  fields: {
    themes: radio({ label: text.theme, choices: flashThemes }),
    about: longText({ label: text.about, description: text.aboutHelp, min: 10, max: aboutLimit }),
    availability: radio({ label: text.when, choices: whens }),
    skills: shortText({ label: text.skills, description: text.skillsHelp, required: false, max: 200 }),
    languages: menu({ label: text.languages, choices: languages, max: 5 }),
  },
  async run(context, _params, { themes: theme, about, availability: suits, skills, languages: spoken }) {
    const { db, locale } = context;
    const { flash, asked } = await askFlash(db, whoIs(context), {
      theme: theme ?? 'cv',
      about,
      suits: suits ?? 'week',
      skills,
      languages: spoken,
      locale,
    });
    return askedNote(flash, asked, locale);
  },
});

export const askForFlash = button({
  id: flashAskId,
  policy: learner,
  answer: 'modal',
  run: async ({ locale }) => flashForm.open(locale, {}, { languages: ['fr'] }),
});

/** Whoever became alumni meanwhile may still take their own request back. */
export const withdraw = button({
  id: flashWithdrawId,
  policy: anyone,
  answer: 'update',
  async run(context, params) {
    await withdrawFlash(context.db, whoIs(context), params.flashId);
    return otherWays(context.t(text.withdrawn), context.locale);
  },
});

// A mentor answers where they were asked, a direct message mostly, where nobody has roles: they were asked, or it does not exist.

export const take = button({
  id: flashTakeId,
  policy: anyone,
  answer: 'update',
  async run(context, params) {
    await takeFlash(context.db, whoIs(context), params.flashId);
    return plainNote(context.t(text.takenByYou));
  },
});

export const pass = button({
  id: flashPassId,
  policy: anyone,
  answer: 'update',
  async run(context, params) {
    await passFlash(context.db, whoIs(context), params.flashId);
    return plainNote(context.t(text.passed));
  },
});

export const stop = button({
  id: flashStopId,
  policy: anyone,
  answer: 'update',
  async run(context) {
    await setWish(context.db, whoIs(context), 'never');
    return plainNote(context.t(text.stopped));
  },
});

const isWish = (value: string | undefined): value is Wish => value !== undefined && Object.hasOwn(wishes, value);

export const chooseWish = select({
  id: flashWishId,
  policy: volunteer,
  answer: 'update',
  async run(context, _params, [value]) {
    if (isWish(value)) await setWish(context.db, whoIs(context), value);
    const screen = await screenOf(context);
    return isWish(value) ? { ...screen, content: context.t(text.wishSaved) } : screen;
  },
});

// In the thread: roles change while a session lasts, the two stay the two.

export const done = button({
  id: flashDoneId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, params) {
    const { flash, part } = await finishFlash(context.db, whoIs(context), params.flashId);
    return part === 'mentor' ? minutesNote(flash, context.locale) : helpedQuestion(flash, context.locale);
  },
});

export const minutes = select({
  id: flashMinutesId,
  policy: anyone,
  answer: 'update',
  async run(context, params, [value]) {
    const saved = await setMinutes(context.db, whoIs(context), params.flashId, Number(value));
    return plainNote(context.t(text.minutesSaved(saved)));
  },
});

export const cancel = button({
  id: flashCancelId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, params) {
    await cancelFlash(context.db, whoIs(context), params.flashId);
    return plainNote(context.t(text.cancelledNote));
  },
});

export const helped = button({
  id: flashHelpedId,
  policy: anyone,
  answer: 'update',
  async run(context, params) {
    await answerHelped(context.db, whoIs(context), params.flashId, params.yes === 1);
    return params.yes === 1 ? plainNote(context.t(text.helped.yes)) : otherWays(context.t(text.helped.no), context.locale);
  },
});

export const reportForm = form({
  id: flashReportedId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.reportTitle,
  fields: { about: longText({ label: text.reportWords, description: text.reportHelp, min: 10, max: 1_500 }) },
  async run(context, params, { about }) {
    await reportFlash(context.db, whoIs(context), params.flashId, about);
    return { content: context.t(text.reported) };
  },
});

export const report = button({
  id: flashReportId,
  policy: anyone,
  answer: 'modal',
  run: async ({ locale }, params) => reportForm.open(locale, params),
});
